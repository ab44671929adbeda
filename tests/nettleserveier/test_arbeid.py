"""How it is to work here: by keyboard alone, two at once, in one's own language, and with text one has not saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from nettleserveier.besok import lena_registrerer, send
from vindu import FRIST

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

    from nettleserveier.conftest import Huset, Sted

expect.set_options(timeout=FRIST)

STOPP: Final = """() => {
  const ett = document.activeElement, merket = !ett.matches(':focus')  // then it is on a part of the browser's own control
    || [ett, ett.closest('.ds-field')].some(e => e && getComputedStyle(e).outlineStyle !== 'none');
  const alle = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  return {nr: alle.indexOf(ett), merket, hva: ett.outerHTML.slice(0, 200)};
}"""
"""Where the focus is: which of all that can be used, whether it can be seen, and what it is."""
NAABARE: Final = """() => {
  const alle = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const valgt = ett => ett.type !== 'radio' || ett.checked
    || (!alle.some(e => e.name === ett.name && e.checked) && ett === alle.find(e => e.name === ett.name));
  return alle.flatMap((ett, nr) => ett.checkVisibility() && ett.type !== 'hidden' && !ett.disabled && valgt(ett) ? [nr] : []);
}"""
"""All that can be used now; of the choices that exclude one another, the one that has the focus of the group."""


@pytest.fixture(scope="module")
def sted(med_alt: Sted) -> Sted:
    return med_alt


def runde(side: Page) -> list[int]:
    """Tab from the top until the focus leaves the page; gives where it has been, each once."""
    vaert: list[int] = []
    for _ in range(400):
        side.keyboard.press("Tab")
        stopp = side.evaluate(STOPP)
        if stopp["nr"] < 0 or (vaert and stopp["nr"] == vaert[0]):
            return vaert
        assert stopp["merket"], stopp["hva"]
        if not vaert or stopp["nr"] != vaert[-1]:  # the calendar of a date has several stops of the browser's own
            vaert.append(stopp["nr"])
    raise AssertionError(f"fokus kommer aldri ut av {side.url}")


@pytest.mark.parametrize(
    "sti", ["/benk/?fane=tilby", "/kandidater/?utfall=informert", "/kandidater/{tilbudt}/", "/kandidater/{ny}/informert/", "/filer/"]
)
def test_alt_kan_naas_med_tastaturet_i_den_rekkefolgen_det_leses(huset: Huset, finnes: dict[str, str], sti: str) -> None:
    side = huset.som("vilde", sti.format(**finnes))
    assert runde(side) == side.evaluate(NAABARE)


def test_den_som_bare_har_tastatur_registrerer_et_utfall(huset: Huset, finnes: dict[str, str]) -> None:
    side = huset.som("vilde", f"/kandidater/{finnes['ny']}/")
    side.keyboard.press("Tab")
    side.keyboard.press("Enter")
    assert side.evaluate("document.activeElement.id") == "innhold"
    tab_til(side, "Informert")
    side.keyboard.press("Enter")
    side.wait_for_url("**/informert/")
    tab_til(side, "", "input[type=radio]")
    side.keyboard.press("Space")
    tab_til(side, "", "textarea")
    side.keyboard.type("Ringte, og fortalte om programmet.")
    tab_til(side, "Registrer")
    side.keyboard.press("Enter")
    expect(side.get_by_text("Informert er registrert.")).to_be_visible()


def tab_til(side: Page, tekst: str, velger: str = "a, button") -> None:
    for _ in range(60):
        side.keyboard.press("Tab")
        if side.evaluate(
            "([tekst, velger]) => document.activeElement.matches(velger) && (!tekst || document.activeElement.innerText === tekst)",
            [tekst, velger],
        ):
            return
    raise AssertionError(f"fant ikke {tekst or velger} med tabulatoren")


@pytest.mark.parametrize("javascript", [True, False])
def test_den_som_kommer_sist_faar_se_hva_den_forste_skrev_og_mister_ingenting(
    huset: Huset, finnes: dict[str, str], javascript: bool
) -> None:
    kandidat = finnes["delt"]
    side = huset.som("vilde", f"/kandidater/{kandidat}/informert/", java_script_enabled=javascript)
    side.get_by_label("Melding").check()
    side.get_by_label("Hva ble sagt?").fill("Skrev i aktivitetsplanen.")
    lena_registrerer(huset.sted.folk, kandidat)  # type: ignore[union-attr]
    send(side, "Registrer")
    expect(side.get_by_text("Noen andre har registrert noe mens du skrev")).to_be_visible()
    expect(side.locator("main")).to_contain_text("Sendte brev om programmet, med time til samtale.")
    expect(side.get_by_label("Hva ble sagt?")).to_have_value("Skrev i aktivitetsplanen.")
    expect(side.get_by_label("Melding")).to_be_checked()
    send(side, "Registrer")
    expect(side.get_by_text("Informert er registrert.")).to_be_visible()
    for tekst in ("Skrev i aktivitetsplanen.", "Sendte brev om programmet"):
        expect(side.locator(".historikk")).to_contain_text(tekst)


@pytest.mark.parametrize("javascript", [True, False])
def test_spraket_folger_med_fra_side_til_side(huset: Huset, javascript: bool) -> None:
    side = huset.som("vilde", "/benk/", java_script_enabled=javascript)
    for knapp, kode, overskrift in (("Nynorsk", "nn", "Kandidatar"), ("English", "en", "Candidates"), ("Bokmål", "nb", "Kandidater")):
        side.locator("header summary").first.click()
        with side.expect_navigation():
            side.get_by_role("button", name=knapp).click()
        assert (side.get_attribute("html", "lang"), side.url) == (kode, f"{huset.adresse}/benk/")
        side.goto("/kandidater/")
        assert (side.get_attribute("html", "lang"), side.locator("h1").inner_text()) == (kode, overskrift)
        side.goto("/benk/")


def test_den_som_gaar_fra_et_skjema_med_tekst_blir_spurt_men_ikke_den_som_lagrer(huset: Huset, finnes: dict[str, str]) -> None:
    sporsmal: list[str] = []

    def bli(dialog: Dialog) -> None:
        sporsmal.append(dialog.type)
        dialog.dismiss()

    side = huset.som("viggo", f"/kandidater/{finnes['ledig']}/informert/")
    side.on("dialog", bli)
    side.get_by_label("Hva ble sagt?").fill("Halvferdig setning")
    side.get_by_role("link", name="Avbryt").click()
    assert sporsmal == ["beforeunload"]
    expect(side.get_by_label("Hva ble sagt?")).to_have_value("Halvferdig setning")
    side.get_by_label("Brev").check()
    send(side, "Registrer")
    expect(side.get_by_text("Informert er registrert.")).to_be_visible()
    assert sporsmal == ["beforeunload"]


def test_et_brev_ingen_har_sendt_roper_paa_benken_til_det_er_sendt(huset: Huset, finnes: dict[str, str]) -> None:
    side = huset.som("vilde", "/benk/?fane=forfalt")
    rad = side.get_by_role("row").filter(has_text="Send brevet")
    expect(rad).to_contain_text("Foreløpig svar")
    expect(rad).to_contain_text("2 dager over")
    rad.get_by_role("link").first.click()
    side.wait_for_url(f"**/sak/{finnes['midt']}/brev/")
    send(side, "Merk som sendt: Foreløpig svar")
    side.goto("/benk/?fane=forfalt")
    expect(side.get_by_role("row").filter(has_text="Send brevet")).to_have_count(0)
