"""Every page for everybody: no hindrance that axe can find, in light and dark, on a small screen and a large one, and nothing sideways."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from django.urls import resolve

from nettleserveier.besok import BESOK, IKKE_SIDER, tilstand
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from nettleserveier.besok import Besok
    from nettleserveier.conftest import Huset, Sted

UTSEENDER: Final[tuple[tuple[int, str], ...]] = ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))
"""Width and scheme; all of axe's rules are asked at each, also those that should not depend on them."""
SIDELENGS: Final = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def finnes(sted: Sted) -> dict[str, str]:
    return tilstand(sted.folk)


def fotografer(side: Page, navn: str) -> None:
    """A picture of all of the page, when ``SKREDDERSOM_BILDER`` names a folder: to look at every page as others see it."""
    if mappe := os.environ.get("SKREDDERSOM_BILDER"):
        side.screenshot(path=Path(mappe) / f"{navn}.png", full_page=True)


def besok_av(hvem: str) -> list[Besok]:
    return [ett for ett in BESOK if ett.hvem == hvem]


def gaa(huset: Huset, hvem: str, finnes: dict[str, str]) -> Iterator[tuple[Besok, Page]]:
    """Every visit of ``hvem``, in the same window."""
    side = huset.som(hvem) if hvem else huset.aapne("/levende")
    for ett in besok_av(hvem):
        side.set_viewport_size({"width": 1280, "height": 800})
        side.emulate_media(color_scheme="light")
        sti = ett.sti.format(**finnes)
        side.goto(sti)
        if ett.side:
            assert resolve(sti.partition("?")[0]).view_name in (ett.side, "kandidat:kandidater"), ett.navn
        ett.gjor(side, huset.sted.folk)  # type: ignore[union-attr]
        yield ett, side


@pytest.mark.parametrize("hvem", sorted({ett.hvem for ett in BESOK}))
def test_ingen_hindringer(huset: Huset, axe: Callable[..., list[str]], finnes: dict[str, str], hvem: str) -> None:
    funnet: dict[str, list[str]] = {}
    for ett, side in gaa(huset, hvem, finnes):
        for bredde, skjema in UTSEENDER:
            side.set_viewport_size({"width": bredde, "height": 800})
            side.emulate_media(color_scheme=skjema)  # type: ignore[arg-type]
            sidelengs = ["kan rulles sidelengs"] if side.evaluate(SIDELENGS) else []
            if hindringer := axe(side) + sidelengs:
                funnet[f"{ett.navn} {bredde} {skjema}"] = hindringer
            fotografer(side, f"{ett.navn}-{bredde}-{skjema}")
    assert funnet == {}


def test_hver_side_er_besokt() -> None:
    leses = {navn for navn, side in SIDER.items() if side.apen or side.innlogget or "GET" in side.metoder}
    assert leses - {ett.side for ett in BESOK} - IKKE_SIDER.keys() == set()
