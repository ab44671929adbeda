"""The County Governor looks: from Fylket to an indicator, the table behind the picture, and the file; by keyboard, and on a phone.

And the office that is asked: a question that does not apply is put away, and without JavaScript it says when to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import override_settings
from playwright.sync_api import expect

from apper.omradeovervaking.runden import lag_runde
from nettleserveier.conftest import Huset, Sted
from nettleserveier.fylkesbesok import lag_indikatorer
from nettleserveier.test_arbeid import tab_til
from rollebesetning import lag_besetning
from skreddersom.plattform.tilgang.kontekst import som
from vindu import FRIST, tjen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from skreddersom.plattform.oppsett.roller import Adresser

expect.set_options(timeout=FRIST)


@pytest.fixture(scope="module")
def sted(egen_database: Adresser, hentet: Path) -> Iterator[Sted]:
    """Fylket with the numbers of five municipalities, and a round that waits for its two offices."""
    folk = lag_besetning()
    with som(folk.kontekst("lena")) as lena:
        lag_indikatorer(lena)
    lag_runde(folk)
    with override_settings(STATICFILES_DIRS=[str(hentet)]), tjen() as adresse:
        yield Sted(adresse, folk)


@pytest.mark.krav("R05", "R06")
def test_fra_fylket_til_tabellen_bak_bildet_og_fila_bare_med_tastaturet(huset: Huset) -> None:
    side = huset.som("fredrik", "/fylket/")
    tab_til(side, "Fullført")
    side.keyboard.press("Enter")
    side.wait_for_url("**/fylket/fullfort/")
    expect(side.get_by_role("img", name="Fullført i hver kommune, 2026")).to_be_visible()
    expect(side.get_by_role("row", name="Kristiansand")).to_contain_text("40 av 70")
    expect(side.get_by_role("heading", name="Regionene mot hverandre")).to_be_visible()
    tallene = side.get_by_role("table", name="Tallene bak bildene")
    expect(tallene).to_be_hidden()
    tab_til(side, "Tallene bak bildene", "summary")
    side.keyboard.press("Enter")
    expect(tallene.get_by_role("row", name="Alle")).to_be_visible()
    side.goto("/fylket/")
    tab_til(side, "regneark")
    with side.expect_download() as lastet:
        side.keyboard.press("Enter")
    assert lastet.value.suggested_filename == "indikatorer.xlsx"
    assert lastet.value.path().stat().st_size > 5_000


def test_bildet_og_tabellene_faar_plass_paa_en_telefon(huset: Huset) -> None:
    side = huset.som("fredrik", "/fylket/", bredde=360)
    for lenke in ("", "Fullført"):
        if lenke:
            side.get_by_role("link", name=lenke, exact=True).click()
            side.locator("summary", has_text="Tallene bak bildene").click()
        assert side.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    trakt = side.get_by_role("img", name="Fullført i hver kommune, 2026").bounding_box()
    assert trakt is not None
    assert trakt["x"] >= 0
    assert trakt["x"] + trakt["width"] <= 360


@pytest.mark.parametrize("javascript", [True, False])
def test_et_sporsmal_som_ikke_gjelder_er_borte_eller_sier_naar_det_skal_besvares(huset: Huset, javascript: bool) -> None:
    side = huset.som("lena", "/sporsmal/", java_script_enabled=javascript)
    side.get_by_role("link", name="Høsten 2026").click()
    antall = side.get_by_label("Hvor mange er i teamet?")
    expect(antall).to_be_visible(visible=not javascript)
    side.get_by_label("Ja", exact=True).check()
    expect(antall).to_be_visible()
    expect(side.get_by_text("Svar bare hvis dere svarte «Ja» på «Eget team».")).to_be_visible()
    antall.fill("3")
    side.get_by_label("Nei", exact=True).check()
    expect(antall).to_be_visible(visible=not javascript)
    side.get_by_role("button", name="Lagre utkast").click()
    expect(side.get_by_text("Svaret på «Teamet» er tatt bort.")).to_be_visible()
