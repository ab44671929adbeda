"""Each role as it meets the house: its own first page, exactly its menu, and nothing behind the doors of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import NoReverseMatch, reverse

from rollebesetning import FOLK
from skreddersom.plattform.oppsett.meny import MENY
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from nettleserveier.conftest import Huset

VEILEDER = ["Min benk", "Kandidater", "Gjennomganger", "Filer"]
SAKEN = ["Kandidater", "Gjennomganger", "Filer", "Kontoret"]
SER = {
    "vilde": ("/benk/", "Min benk", VEILEDER),
    "lena": ("/kontoret/", "Kontoret", ["Min benk", *SAKEN, "Spørsmål til kontoret", "Brevhode", "Åpnede saker", "Logg"]),
    "kjersti": ("/til-kontroll/", "Til kontroll", ["Til kontroll", *SAKEN]),
    "bjorg": ("/til-kontroll/", "Til kontroll", ["Til kontroll", *SAKEN]),
    "adrian": ("/ansatte/", "Ansatte", ["Ansatte", "Brevhode"]),
    "fredrik": ("/fylket/", "Fylket", ["Fylket", "Runder", "Innsyn"]),
    "dina": ("/fylket/", "Fylket", ["Fylket", "Rapporter", "Innsyn"]),
}
"""Who → first page, its heading, and what stands in the menu."""
OVERSKRIFT = {"Innsyn": "Saker du har innsyn i"}
"""Heading, where it says more than the menu."""


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("navn", SER)
def test_rollen_faar_sin_forste_side_og_sin_meny(huset: Huset, navn: str, javascript: bool) -> None:
    sti, overskrift, meny = SER[navn]
    side = huset.som(navn, java_script_enabled=javascript)
    assert side.url == huset.adresse + sti
    assert side.get_by_role("heading", level=1).inner_text() == overskrift
    hovedmeny = side.get_by_role("navigation", name="Hovedmeny").get_by_role("link")
    assert hovedmeny.all_inner_texts() == meny
    assert side.locator(".sted").inner_text().split("\n") == [FOLK[navn][0], FOLK[navn][1].label]
    for punkt in meny:
        hovedmeny.get_by_text(punkt, exact=True).click()
        side.wait_for_selector(f"nav.meny a[aria-current=page]:text-is('{punkt}')")
        assert side.get_by_role("heading", level=1).inner_text() == OVERSKRIFT.get(punkt, punkt)


@pytest.mark.parametrize("navn", SER)
def test_sidene_til_andre_roller_finnes_ikke(huset: Huset, navn: str) -> None:
    side = huset.som(navn)
    stengte = [sti for punkt, sti in menysider().items() if punkt not in SER[navn][2]]
    assert stengte
    for sti in stengte:
        svar = side.request.get(sti)
        assert (svar.status, "Vi finner ikke siden" in svar.text()) == (404, True), sti


def menysider() -> dict[str, str]:
    """Menu item → its address, for the pages that are there."""
    return {str(tekst): adresse(navn) for navn, tekst in MENY if navn in SIDER and adresse(navn)}


def adresse(navn: str) -> str:
    try:
        return reverse(navn)
    except NoReverseMatch:
        return ""


def test_uten_innlogging_kommer_en_til_innloggingen_og_siden_tilbake(huset: Huset) -> None:
    side = huset.aapne("/kandidater/")
    assert side.get_by_role("heading", level=1).inner_text() == "Logg inn"
    side.get_by_role("button", name="Vilde").click()
    side.wait_for_url("**/kandidater/")


def test_en_som_logger_ut_er_ute(huset: Huset) -> None:
    side = huset.som("vilde")
    side.locator("summary", has_text="Vilde").click()
    side.get_by_role("button", name="Logg ut").click()
    side.wait_for_url("**/logg-inn/")
    side.goto("/benk/")
    assert side.url.startswith(f"{huset.adresse}/logg-inn/")
