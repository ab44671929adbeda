"""The gallery and the error pages as people meet them: small and large, light and dark, by keyboard, without JavaScript, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.plattform.design.feil import FEIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Dialog, Page

    from vindu import Vindu

SIDER = ("/galleri/", *(f"/galleri/feil/{kode}/" for kode in FEIL))
FEILSIDE = "/galleri/feil/404/"
SIDELENGS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# A choice is marked together with its words; inside the browser's own controls (the calendar of a date) the browser marks the place.
SYNLIG_FOKUS = """(e => !e.matches(':focus')
  || [e, e.closest('.ds-field')].some(ett => ett && getComputedStyle(ett).outlineStyle !== 'none'))(document.activeElement)"""
FOKUS = "document.activeElement.id || document.activeElement.textContent.trim()"


@pytest.mark.parametrize("skjema", ["light", "dark"])
@pytest.mark.parametrize("bredde", [320, 1280])
@pytest.mark.parametrize("adresse", SIDER)
def test_axe_finner_ingen_hindringer(vindu: Vindu, axe: Callable[[Page], list[str]], adresse: str, bredde: int, skjema: str) -> None:
    assert axe(vindu.aapne(adresse, bredde=bredde, color_scheme=skjema)) == []


def test_axe_finner_hindringer_naar_de_er_der(vindu: Vindu, axe: Callable[[Page], list[str]]) -> None:
    side = vindu.aapne(FEILSIDE)
    side.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert axe(side) != []


@pytest.mark.parametrize("bredde", [320, 360])
@pytest.mark.parametrize("adresse", SIDER)
def test_siden_kan_leses_paa_en_smal_skjerm_uten_aa_rulle_sidelengs(vindu: Vindu, adresse: str, bredde: int) -> None:
    assert vindu.aapne(adresse, bredde=bredde).evaluate(SIDELENGS) is False


@pytest.mark.parametrize("meny", ["Språk", "Kari Nordmann"])
def test_menyene_faar_plass_paa_en_smal_skjerm(vindu: Vindu, meny: str) -> None:
    side = vindu.aapne(FEILSIDE, bredde=320)
    side.locator("summary", has_text=meny).click()
    assert side.evaluate(SIDELENGS) is False


@pytest.mark.parametrize("adresse", ["/galleri/", FEILSIDE])
def test_siden_henter_ingenting_utenfra_og_holder_innholdsreglene(vindu: Vindu, adresse: str) -> None:
    vindu.aapne(adresse)
    assert vindu.utenfor == []
    assert vindu.klager == []


def test_skriften_og_stilarkene_er_med(vindu: Vindu) -> None:
    side = vindu.aapne()
    assert side.evaluate("document.fonts.check('16px Inter')")
    assert side.evaluate("getComputedStyle(document.querySelector('.ds-button')).borderRadius") == "4px"


def test_lys_og_mork_folger_maskinen(vindu: Vindu) -> None:
    bakgrunn = [vindu.aapne(color_scheme=ett).evaluate("getComputedStyle(document.body).backgroundColor") for ett in ("light", "dark")]
    assert bakgrunn[0] != bakgrunn[1]


def test_alt_paa_siden_staar_der_ogsaa_uten_javascript(vindu: Vindu) -> None:
    med, uten = (vindu.aapne(java_script_enabled=ja).inner_text("main") for ja in (True, False))
    assert med == uten


def test_spraket_kan_velges_uten_javascript(vindu: Vindu) -> None:
    side = vindu.aapne("/galleri/?sorter=-navn", java_script_enabled=False)
    side.get_by_text("Språk", exact=True).click()
    valg = side.locator("header form", has=side.get_by_role("button", name="English"))
    assert valg.get_by_role("button", name="English").is_visible()
    assert valg.get_by_role("button", name="Bokmål").get_attribute("aria-current") == "true"
    assert valg.locator("input[name=next]").get_attribute("value") == "/galleri/?sorter=-navn"


def test_spraket_byttes_og_en_blir_paa_siden(vindu: Vindu) -> None:
    side = vindu.aapne("/galleri/?sorter=-navn")
    side.get_by_text("Språk", exact=True).click()
    side.get_by_role("button", name="Nynorsk").click()
    side.wait_for_selector("html[lang=nn]")
    assert side.url.endswith("/galleri/?sorter=-navn")
    assert side.get_attribute("html", "lang") == "nn"
    assert side.get_by_text("Hopp til innhaldet").count() == 1


def test_forste_tast_gir_veien_forbi_menyen(vindu: Vindu) -> None:
    side = vindu.aapne(FEILSIDE)
    side.keyboard.press("Tab")
    assert side.evaluate(FOKUS) == "Hopp til innholdet"
    side.keyboard.press("Enter")
    assert side.evaluate(FOKUS) == "innhold"


def test_menyene_i_hodet_aapnes_og_lukkes_med_tastaturet(vindu: Vindu) -> None:
    side = vindu.aapne(FEILSIDE)
    meny = side.locator("details", has_text="Kari Nordmann")
    meny.locator("summary").focus()
    side.keyboard.press("Enter")
    assert meny.get_by_role("button", name="Logg ut").is_visible()
    side.keyboard.press("Tab")
    side.keyboard.press("Escape")
    assert not meny.get_by_role("button", name="Logg ut").is_visible()
    assert side.evaluate(FOKUS) == "Kari Nordmann"


def test_bare_en_meny_er_aapen_om_gangen(vindu: Vindu) -> None:
    side = vindu.aapne(FEILSIDE)
    for navn in ("Språk", "Kari Nordmann"):
        side.locator("summary", has_text=navn).click()
    assert side.locator("header details[open]").count() == 1
    side.locator("main").click()
    assert side.locator("header details[open]").count() == 0


def test_det_som_har_fokus_kan_ses(vindu: Vindu) -> None:
    side = vindu.aapne()
    side.keyboard.press("Tab")
    for _ in range(40):
        side.keyboard.press("Tab")
        assert side.evaluate(SYNLIG_FOKUS), side.evaluate("document.activeElement.outerHTML")


def test_feiloppsummeringen_har_fokus_naar_siden_kommer(vindu: Vindu) -> None:
    side = vindu.aapne()
    assert side.evaluate("document.activeElement.className") == "ds-error-summary"


def skriv(vindu: Vindu) -> tuple[Page, list[str]]:
    """A page where somebody has written in the form, and the questions the browser asks."""
    side, sporsmal = vindu.aapne(), list[str]()

    def svar(dialog: Dialog) -> None:
        sporsmal.append(dialog.type)
        dialog.accept()

    side.on("dialog", svar)
    side.locator("#id_ny-begrunnelse").fill("Vi snakket om rett og plikt.")
    return side, sporsmal


def test_den_som_gaar_fra_tekst_som_ikke_er_lagret_blir_spurt(vindu: Vindu) -> None:
    side, sporsmal = skriv(vindu)
    side.goto(FEILSIDE)
    assert sporsmal == ["beforeunload"]


def test_den_som_lagrer_blir_ikke_spurt(vindu: Vindu) -> None:
    side, sporsmal = skriv(vindu)
    side.locator("form", has=side.locator("#id_ny-begrunnelse")).get_by_role("button", name="Lagre").click()
    side.wait_for_load_state()
    assert sporsmal == []


def test_paa_papir_staar_innholdet_og_ikke_knappene(vindu: Vindu) -> None:
    side = vindu.aapne()
    side.emulate_media(media="print")
    assert side.locator("h1").is_visible()
    assert side.get_by_role("table", name="Kandidater").is_visible()
    assert [side.locator(ett).first.is_visible() for ett in (".verktoy", ".meny", ".filter", ".ds-pagination")] == [False] * 4
