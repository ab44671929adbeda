"""The limits that count at an office: its own where it has any, else the catalogue's. For a breach of law it may only tighten them."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import IntegerField, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kontroll.katalog import KATALOG, terskel
from skreddersom.plattform.ferdig import IDER, Ferdig
from skreddersom.plattform.kontroller.models import Egengrense
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skreddersom.plattform.tilgang.kontekst import Kontekst

LAAS: Final = "select pg_advisory_xact_lock(hashtextextended('kontroller_egengrense ' || %s, 0))"
Egne = dict[str, dict[str, int]]
"""Control → name of the limit → value."""


class EndretImens(Brukerfeil):
    """Somebody has changed the limits since the form was opened."""


def egne(kontekst: Kontekst) -> Egne:
    """What the office has set itself. One query."""
    return samlet(_EGNE(kontor=kontekst.kontor))


_EGNE: Final[Ferdig[Any]] = Ferdig(
    lambda kontor: Egengrense.objects.filter(kontor_id=kontor).order_by().values_list("kontroll", "navn", "verdi"), kontor=IDER
)


def samlet(rader: Iterable[tuple[str, str, int]]) -> Egne:
    """Rows of control, name and value, by control."""
    alle: Egne = {}
    for kontroll, navn, verdi in rader:
        alle.setdefault(kontroll, {})[navn] = verdi
    return alle


def grense(kontroll: str, navn: str) -> Coalesce:
    """The limit that counts, as an expression: the database lets nobody see those of another office."""
    vaar = Egengrense.objects.filter(kontroll=kontroll, navn=navn).order_by().values("verdi")[:1]
    return Coalesce(Subquery(vaar), Value(terskel(kontroll, navn)), output_field=IntegerField())


def avtrykk(naa: Mapping[str, Mapping[str, int]]) -> str:
    """What a form was opened on: the same limits give the same mark, others another."""
    return sha256(repr(sorted((nr, *ett) for nr, alle in naa.items() for ett in alle.items())).encode()).hexdigest()[:16]


def sett(kontekst: Kontekst, nye: Egne, apnet_paa: str) -> None:
    """Let these be the office's own limits, and no others. ``apnet_paa`` is the mark of those the form was opened on.

    Raises ``EndretImens``, ``UgyldigTerskel`` for a limit that does not exist or is too loose, and ``Brukerfeil`` for another role.
    """
    if kontekst.rolle is not Rolle.LEDER:
        raise Brukerfeil(_("Grensene settes av lederen."))
    for kontroll in KATALOG:
        kontroll.grenser(nye.get(kontroll.id, {}))
    with connection.cursor() as peker:
        peker.execute(LAAS, [str(kontekst.kontor)])
    naa = egne(kontekst)
    if naa == nye:
        return
    if avtrykk(naa) != apnet_paa:
        raise EndretImens(_("En annen har endret grensene mens du skrev. Se hva som står der nå, og lagre på nytt."))
    _bytt_ut(kontekst, naa, nye)


def _bytt_ut(kontekst: Kontekst, naa: Egne, nye: Egne) -> None:
    alle = Egengrense.objects.filter(kontor_id=kontekst.kontor)
    alle.delete()
    rader = [(nr, navn, verdi) for nr, grensene in nye.items() for navn, verdi in grensene.items()]
    Egengrense.objects.bulk_create(Egengrense(kontor_id=kontekst.kontor, kontroll=nr, navn=navn, verdi=verdi) for nr, navn, verdi in rader)
    endret = sorted(nr for nr in {*naa, *nye} if naa.get(nr) != nye.get(nr))
    hva = "; ".join(f"{nr} {nye.get(nr, 'katalogens')}" for nr in endret)
    skriv(kontekst, [Notat(Handling.ENDRE, formal=Formal.INTERNKONTROLL, detalj=f"grenser for kontroll {hva}"[:200])])
