"""Every page for everybody: no hindrance that axe can find, in light and dark, on a small screen and a large one, and nothing sideways."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from django.urls import resolve

from nettleser import FARGE, VALG
from nettleserveier.besok import BESOK, IKKE_SIDER
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from _pytest.mark import ParameterSet
    from playwright.sync_api import Page

    from nettleserveier.besok import Besok
    from nettleserveier.conftest import Huset, Sted

UTSEENDER: Final[tuple[tuple[int, Literal["light", "dark"], dict[str, Any]], ...]] = (
    (1280, "light", VALG),
    (1280, "dark", FARGE),
    (320, "light", FARGE),
    (320, "dark", VALG),
)
"""Width, scheme, and what axe is asked: all its rules at each width and in each scheme, and at all four what the colours decide."""
BEGGE: Final = (UTSEENDER[0], UTSEENDER[3])
"""What a page is asked in each further state of it: both widths, both schemes, all the rules."""
FORSTE: Final = {ett.side: ett.navn for ett in reversed(BESOK)}
"""Page → the first visit of it, which is seen at all four."""
MANGE: Final = 12
"""Visits in one test, so that several can go on at once."""
SIDELENGS: Final = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def sted(med_alt: Sted) -> Sted:
    return med_alt


def fotografer(side: Page, navn: str) -> None:
    """A picture of all of the page, when ``SKREDDERSOM_BILDER`` names a folder: to look at every page as others see it."""
    if mappe := os.environ.get("SKREDDERSOM_BILDER"):
        side.screenshot(path=Path(mappe) / f"{navn}.png", full_page=True)


def turer() -> Iterator[ParameterSet]:
    """Some of the visits of somebody, in the order they stand."""
    for hvem in sorted({ett.hvem for ett in BESOK}):
        alle = [ett for ett in BESOK if ett.hvem == hvem]
        for fra in range(0, len(alle), MANGE):
            yield pytest.param(alle[fra : fra + MANGE], id=f"{hvem or 'ingen'}-{fra}")


def gaa(huset: Huset, tur: Sequence[Besok], finnes: dict[str, str]) -> Iterator[tuple[Besok, Page]]:
    """Each of the visits, in the same window."""
    hvem = tur[0].hvem
    side = huset.som(hvem) if hvem else huset.aapne("/levende")
    for ett in tur:
        side.set_viewport_size({"width": 1280, "height": 800})
        side.emulate_media(color_scheme="light")
        sti = ett.sti.format(**finnes)
        side.goto(sti)
        if ett.side:
            assert resolve(sti.partition("?")[0]).view_name in (ett.side, "kandidat:kandidater"), ett.navn
        ett.gjor(side, huset.sted.folk)  # type: ignore[union-attr]
        yield ett, side


@pytest.mark.parametrize("tur", [*turer()])
def test_ingen_hindringer(huset: Huset, axe: Callable[..., list[str]], finnes: dict[str, str], tur: Sequence[Besok]) -> None:
    funnet: dict[str, list[str]] = {}
    for ett, side in gaa(huset, tur, finnes):
        for bredde, skjema, valg in UTSEENDER if FORSTE[ett.side] == ett.navn else BEGGE:
            side.set_viewport_size({"width": bredde, "height": 800})
            side.emulate_media(color_scheme=skjema)
            sidelengs = ["kan rulles sidelengs"] if side.evaluate(SIDELENGS) else []
            if hindringer := axe(side, valg) + sidelengs:
                funnet[f"{ett.navn} {bredde} {skjema}"] = hindringer
            fotografer(side, f"{ett.navn}-{bredde}-{skjema}")
    assert funnet == {}


def test_hver_side_er_besokt() -> None:
    leses = {navn for navn, side in SIDER.items() if side.apen or side.innlogget or "GET" in side.metoder}
    assert leses - {ett.side for ett in BESOK} - IKKE_SIDER.keys() == set()
