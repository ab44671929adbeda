"""The whole product in a browser: an office with people and a history, in a database of the module's own, and windows that look at it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from django.test import override_settings

from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
from nettleserveier.besok import tilstand
from rollebesetning import Besetning, hent_besetning, lag_besetning
from skreddersom.plattform.tilgang.kontekst import som
from vindu import Vindu, tjen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from database import Kopi

PERSONER: Final = 50
PER: Final = date(2026, 6, 30)


def ukjent() -> str:
    """The key of a session where somebody has logged in whom we do not know."""
    from django.test import Client

    okt = Client().session
    okt["ukjent_innlogging"] = {"hvem": {"tilbyder": "prove", "utsteder": "x", "sub": "y"}, "neste": "", "tid": time.time()}
    okt.save()
    return str(okt.session_key)


def uten_rolle() -> str:
    """The key of a session of somebody who has no role any more."""
    from django.test import Client

    from skreddersom.plattform.tilgang.hvem import BACKEND
    from skreddersom.plattform.tilgang.models import Ansatt

    klient = Client()
    klient.force_login(Ansatt.objects.create_user("ingrid@eksempel.no", "Ingrid"), BACKEND)
    okt = klient.session
    okt["okt_start"] = okt["okt_sist"] = time.time()
    okt.save()
    return str(okt.session_key)


UTENFOR: Final = {"ukjent": ukjent, "uten_rolle": uten_rolle}
"""Those who are not in the cast, and how they come to have a session."""


@dataclass
class Sted:
    """The site: where it answers, and who works there."""

    adresse: str
    folk: Besetning
    okter: dict[str, str] = field(default_factory=dict)

    def okt(self, navn: str) -> str:
        """The key of a session where ``navn`` has logged in; the same one each time."""
        from django.conf import settings
        from django.test import Client

        if navn not in self.okter and navn in UTENFOR:
            self.okter[navn] = UTENFOR[navn]()
        if navn not in self.okter:
            self.okter[navn] = self.folk.logg_inn(Client(), navn).cookies[settings.SESSION_COOKIE_NAME].value
        return self.okter[navn]


@dataclass
class Huset(Vindu):
    """A window into the site, where one can be somebody."""

    sted: Sted | None = None

    def som(self, navn: str, sti: str = "", **valg: Any) -> Page:
        """``navn``, who has already logged in, at ``sti``; without one, at the first page of the role."""
        from django.conf import settings

        assert self.sted is not None
        kake = {"name": settings.SESSION_COOKIE_NAME, "value": self.sted.okt(navn), "url": self.adresse}
        return self.aapne(sti, kaker=[kake], **valg)


@pytest.fixture(scope="module")
def sted(kopi_av: Callable[..., Kopi], hentet: Path) -> Iterator[Sted]:
    """Bakken has had its first review, and some have been told and offered; Stranda has just begun, and has nothing."""
    kopi_av("forhistorie", lag_forhistorie)
    with aapent(hentet) as sted:
        yield sted


@pytest.fixture(scope="module")
def finnes(kopi_av: Callable[..., Kopi]) -> dict[str, str]:
    """What the addresses of ``BESOK`` are about, in a database where all of it is."""
    kopi_av("forhistorie", lag_forhistorie)
    return dict(kopi_av("besok", lambda: tilstand(hent_besetning()), "forhistorie").fortalt)


@pytest.fixture(scope="module")
def med_alt(finnes: dict[str, str], hentet: Path) -> Iterator[Sted]:
    """The site with everything that ``BESOK`` goes to."""
    with aapent(hentet) as sted:
        yield sted


@contextmanager
def aapent(hentet: Path) -> Iterator[Sted]:
    """The site, on the database that Django now uses."""
    with override_settings(STATICFILES_DIRS=[str(hentet)]), tjen() as adresse:
        yield Sted(adresse, hent_besetning())


def lag_forhistorie() -> None:
    """The cast, and what has happened."""
    forhistorie(lag_besetning())


def forhistorie(folk: Besetning) -> None:
    """Files in, controlled and reviewed, and what has come out of it, by the product's own actions."""
    from django.utils import timezone

    from skreddersom.demo.historie import HENDELSER, fortell

    holdt = timezone.localdate() - timedelta(days=40)
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde, filer(antall=PERSONER))
        gjennomgang(vilde, PER, dato=holdt)
        last_opp(vilde, {"navn.csv": navneliste()})
    fortell(folk["lena"], [folk["vilde"], folk["viggo"]], holdt, len(HENDELSER))


def navneliste() -> bytes:
    """Made-up names for everybody who has a number; the rest are still known by their journal."""
    from skreddersom.apper.kandidat.models import Person
    from skreddersom.demo.folk import navn_til

    numre = Person.objects.exclude(fnr="").values_list("fnr", flat=True).order_by("fnr")
    return "\n".join(["fødselsnummer;navn", *(f"{nummer};{navn_til(nummer)}" for nummer in numre)]).encode()


@pytest.fixture
def huset(nettleser: Browser, sted: Sted) -> Iterator[Huset]:
    """Windows that must have heard no complaint, and asked for nothing elsewhere, when the test is over."""
    huset = Huset(nettleser, sted.adresse, sted=sted)
    yield huset
    huset.lukk()
    assert huset.klager == []
    assert huset.utenfor == []
