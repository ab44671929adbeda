"""The whole product in a browser: an office with people and a history, in a database of the module's own, and windows that look at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from django.test import override_settings

from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
from rollebesetning import Besetning, lag_besetning
from skreddersom.plattform.tilgang.kontekst import som
from vindu import Vindu, tjen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from skreddersom.plattform.oppsett.roller import Adresser

PERSONER: Final = 50
PER: Final = date(2026, 6, 30)


@dataclass
class Sted:
    """The site: where it answers, and who works there."""

    adresse: str
    folk: Besetning


@dataclass
class Huset(Vindu):
    """A window into the site, where one can be somebody."""

    folk: Besetning | None = None

    def som(self, navn: str, sti: str = "", **valg: Any) -> Page:
        """``navn``, who has already logged in, at ``sti``; without one, at the first page of the role."""
        from django.conf import settings
        from django.test import Client

        assert self.folk is not None
        okt = self.folk.logg_inn(Client(), navn).cookies[settings.SESSION_COOKIE_NAME]
        return self.aapne(sti, kaker=[{"name": okt.key, "value": okt.value, "url": self.adresse}], **valg)


@pytest.fixture(scope="module")
def sted(egen_database: Adresser, hentet: Path) -> Iterator[Sted]:
    """Bakken has had its first review, and some have been told and offered; Stranda has just begun, and has nothing."""
    folk = lag_besetning()
    forhistorie(folk)
    with override_settings(STATICFILES_DIRS=[str(hentet)]), tjen() as adresse:
        yield Sted(adresse, folk)


def forhistorie(folk: Besetning) -> None:
    """Files in, controlled and reviewed, and what has come out of it, by the product's own actions."""
    from django.utils import timezone

    from skreddersom.demo.historie import fortell

    holdt = timezone.localdate() - timedelta(days=40)
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde, filer(antall=PERSONER))
        gjennomgang(vilde, PER, dato=holdt)
    fortell(folk["lena"], [folk["vilde"], folk["viggo"]], holdt)


@pytest.fixture
def huset(nettleser: Browser, sted: Sted) -> Iterator[Huset]:
    """Windows that must have heard no complaint, and asked for nothing elsewhere, when the test is over."""
    huset = Huset(nettleser, sted.adresse, folk=sted.folk)
    yield huset
    huset.lukk()
    assert huset.klager == []
    assert huset.utenfor == []
