"""What a page looks like to somebody who may not open it. For every test of an object page, in every app.

``like_som_ukjent`` compares with an address that nobody has, byte for byte, less the address itself and the form tokens, which are new
each time. ``prov_objektside`` tries the four who matter on one object page.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from django.test import Client

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rollebesetning import Besetning

UKJENT = "/finnes/ikke/her/"
MERKE = re.compile(rb'(csrfmiddlewaretoken" value="|X-CSRFToken(?:&quot;|"): ?(?:&quot;|"))[A-Za-z0-9]{64}')

HER = re.compile(rb' aria-current="(page|true)"')


def utseende(klient: Client, metode: str, adresse: str) -> tuple[int, bytes]:
    """The status and the page, without what differs by address (also where it stands in the menu) and by form token."""
    svar = klient.generic(metode, adresse)
    innhold = svar.content.replace(f'name="next" value="{adresse}"'.encode(), b"")
    return svar.status_code, HER.sub(b"", MERKE.sub(rb"\1", innhold))


def krev_lik_ukjent(klient: Client, adresse: str, metoder: Iterable[str] = ("GET", "HEAD", "POST", "PUT")) -> None:
    """Whoever ``klient`` is: the page is as if it were not there."""
    for metode in metoder:
        assert utseende(klient, metode, adresse) == utseende(klient, metode, UKJENT), (metode, adresse)
        assert utseende(klient, metode, adresse)[0] == 404, (metode, adresse)


def prov_objektside(folk: Besetning, adresse: str, *, rett: Iterable[str], feil: Iterable[str]) -> None:
    """``rett`` may read the page; to ``feil`` it is not there, and their attempt is logged; the one not logged in is sent to log in."""
    fremmed = Client().get(adresse)
    assert (fremmed.status_code, fremmed["Location"].partition("?")[0]) == (302, "/logg-inn/")
    for navn in rett:
        assert folk.logg_inn(Client(), navn).get(adresse).status_code == 200, navn
    for navn in feil:
        klient = folk.logg_inn(Client(), navn)
        krev_lik_ukjent(klient, adresse, ["GET"])
        assert not siste_rad(folk, navn)["tillatt"], navn


def siste_rad(folk: Besetning, navn: str) -> dict[str, object]:
    """The last row that ``navn`` has left in the log of their own unit."""
    from skreddersom.plattform.logg.models import Rad
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst(navn)) as kontekst:
        rad: dict[str, object] = json.loads(Rad.objects.filter(ansatt_id=kontekst.ansatt).latest("nr").innhold)
    return rad
