"""The whole way, against the real server and the real worker: files in, reviewed, told, offered – and the office's controls turn green."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from apper.kandidat.kontorfiler import filer
from nettleserveier.conftest import PER, Huset, Sted
from nettleserveier.virkelig import tjen_virkelig
from rollebesetning import lag_besetning
from vindu import FRIST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import FilePayload, Page

    from skreddersom.plattform.oppsett.roller import Adresser

PERSONER = 15
GRONT = "Kontrollene finner ingenting i dag."
expect.set_options(timeout=FRIST)


class Kontor(NamedTuple):
    """An office on its first day: who goes the way, whose office it is, its municipality, and the seed of its people."""

    veileder: str
    leder: str
    kommune: str
    fro: int


BAKKEN, STRANDA = Kontor("vilde", "lena", "4203", 2), Kontor("stine", "leif", "4204", 2)


@pytest.fixture(scope="module")
def sted(egen_database: Adresser, hentet: Path) -> Iterator[Sted]:
    """Two offices with staff, and nothing more."""
    folk = lag_besetning()
    with tjen_virkelig(egen_database.program, hentet) as adresse:
        yield Sted(adresse, folk)


def filene(kontor: Kontor) -> list[FilePayload]:
    innhold = filer(kontor.kommune, PERSONER, fro=kontor.fro)
    return [{"name": navn, "mimeType": "application/octet-stream", "buffer": data} for navn, data in innhold.items()]


def vis_til(side: Page, tekst: str | re.Pattern[str], javascript: bool) -> None:
    """Wait for the work to be done: with JavaScript the page renews itself, without one presses the link."""
    funnet = side.locator("main").get_by_text(tekst).first
    while not javascript and not funnet.is_visible():
        oppdater = side.locator("main a", has_text=re.compile("^Oppdater"))
        oppdater.click() if oppdater.count() else side.reload()
    expect(funnet).to_be_visible()


@pytest.mark.parametrize(("kontor", "javascript"), [(BAKKEN, True), (STRANDA, False)], ids=["med JavaScript", "uten JavaScript"])
def test_fra_fil_til_gront_kontor(huset: Huset, kontor: Kontor, javascript: bool) -> None:
    leder = logg_inn(huset, kontor.leder, javascript)
    expect(leder.get_by_text(GRONT)).to_have_count(0)
    veileder = logg_inn(huset, kontor.veileder, javascript)
    last_opp_og_gaa_gjennom(veileder, kontor, javascript)
    informer_den_forste(veileder)
    tilby_alle_som_kontrollene_peker_paa(leder)
    expect(leder.get_by_text(GRONT)).to_be_visible()
    assert leder.locator("main [data-color=danger]").count() == 0


def logg_inn(huset: Huset, navn: str, javascript: bool) -> Page:
    side = huset.aapne("/", java_script_enabled=javascript)
    if not side.get_by_role("button", name=navn.capitalize()).is_visible():
        side.get_by_text("Andre kontorer").click()
    side.get_by_role("button", name=navn.capitalize()).click()
    expect(side.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    return side


def last_opp_og_gaa_gjennom(side: Page, kontor: Kontor, javascript: bool) -> None:
    side.get_by_role("link", name="Filer").click()
    side.get_by_label("Velg én eller flere filer").set_input_files(filene(kontor))
    side.get_by_role("button", name="Last opp").click()
    expect(side.get_by_text("er mottatt og blir kontrollert")).to_have_count(4)
    vis_til_alle_er_klare(side, javascript)
    side.get_by_role("link", name="Til gjennomganger").click()
    side.get_by_label("Dag vurderingen gjelder for").fill(str(PER))
    side.get_by_role("button", name="Start gjennomgang").click()
    vis_til(side, "Personer vurdert", javascript)
    side.get_by_role("link", name="Se kandidatene").click()


def vis_til_alle_er_klare(side: Page, javascript: bool) -> None:
    klare = side.locator("#filer-liste tbody").get_by_text(re.compile("^Klar"))
    while not javascript and klare.count() < 4:
        side.locator("main a", has_text="Oppdater").click()
    expect(klare).to_have_count(4)


def informer_den_forste(side: Page) -> None:
    side.locator("#kandidatliste tbody th a").first.click()
    side.locator("main").get_by_role("link", name="Informert").click()
    side.get_by_label("Samtale").check()
    side.get_by_label("Hva ble sagt?").fill("Fortalte om programmet og stønaden.")
    side.get_by_role("button", name="Registrer").click()
    expect(side.get_by_text("Informert er registrert.")).to_be_visible()
    expect(side.locator(".historikk")).to_contain_text("Fortalte om programmet og stønaden.")


def tilby_alle_som_kontrollene_peker_paa(side: Page) -> None:
    """From each red number to those it is about, until none is left."""
    while True:
        side.goto("/kontoret/")
        hvem = side.get_by_role("link", name="Se hvem det gjelder")
        if not hvem.count():
            return
        hvem.first.click()
        side.locator("#kandidatliste tbody th a").first.click()
        side.locator("main").get_by_role("link", name="Tilbudt program").click()
        side.get_by_role("button", name="Registrer").click()
        expect(side.get_by_text("Tilbudt program er registrert.")).to_be_visible()
