"""The page of the Agder round as people meet it: small and large, light and dark, by keyboard, and without anything else on the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SIDELENGS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def fil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("agder")
    main(["rapport", "eksempel", "agder-2020", "--ut", str(mappe)])
    inn = [str(mappe / "svar.csv"), "--koder", str(mappe / "koder.csv"), "--definisjon", str(mappe / "rapport.toml")]
    assert main(["rapport", "omradeovervaking", *inn, "--ut", str(mappe / "rapport.html")]) == 0
    return mappe / "rapport.html"


@pytest.fixture
def apne(nettleser: Browser, fil: Path) -> Iterator[Callable[..., Page]]:
    vinduer = []

    def apne(bredde: int = 1280, skjema: str = "light") -> Page:
        vindu = nettleser.new_context(viewport={"width": bredde, "height": 900}, color_scheme="dark" if skjema == "dark" else "light")
        vinduer.append(vindu)
        side = vindu.new_page()
        side.goto(fil.as_uri())
        return side

    yield apne
    for vindu in vinduer:
        vindu.close()


@pytest.mark.parametrize("skjema", ["light", "dark"])
@pytest.mark.parametrize("bredde", [320, 1280])
def test_axe_finner_ingen_hindringer_og_siden_ruller_ikke_sidelengs(
    apne: Callable[..., Page], axe: Callable[[Page], list[str]], bredde: int, skjema: str
) -> None:
    side = apne(bredde, skjema)
    side.evaluate("document.querySelectorAll('details').forEach((ett, nr) => { ett.open = nr % 2 === 0 })")
    assert axe(side) == []
    assert side.evaluate(SIDELENGS) is False


@pytest.mark.krav("R04", "R40")
def test_en_paastand_folges_til_kontorets_egne_ord_med_tastaturet(apne: Callable[..., Page]) -> None:
    side = apne()
    paastand = side.locator(".funn", has_text="Litt over halvparten")
    paastand.locator("summary").focus()
    side.keyboard.press("Enter")
    paastand.get_by_role("link", name="NAV Midt Agder").focus()
    side.keyboard.press("Enter")
    rute = side.locator(":target")
    assert rute.locator("summary").inner_text() == "Uendret"
    rute.locator("summary").focus()
    side.keyboard.press("Enter")
    assert rute.get_by_text("«Uendret antall»").is_visible()


def test_utskriften_har_svarene_ogsaa_der_de_er_lukket(apne: Callable[..., Page]) -> None:
    side = apne()
    assert not side.get_by_text("«Uendret antall»").last.is_visible()
    side.emulate_media(media="print")
    assert side.get_by_text("«Uendret antall»").last.is_visible()
