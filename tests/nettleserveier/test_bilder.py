"""The pictures of the guides, taken of the product as it is. ``SKREDDERSOM_NYE_BILDER=1`` writes them to docs/bilder."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from markdown_it import MarkdownIt

from nettleser import ROT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from nettleserveier.conftest import Huset, Sted

MAPPE: Final = ROT / "docs" / "bilder"
STORST: Final = 150_000
"""Bytes in one picture."""


PAPIR: Final = "body { font: 10pt/1.35 sans-serif } img { max-width: 14cm } td, th { text-align: left; padding-right: 1em }"
"""As a plain text is printed."""


class Bilde(NamedTuple):
    """Whose screen, at which address, and how much of it from the top."""

    hvem: str
    sti: str
    hoyde: int


BILDER: Final = {
    "veileder-benk": Bilde("vilde", "/benk/", 400),
    "veileder-sak": Bilde("vilde", "/sak/{forsinket}/", 800),
    "leder-kontoret": Bilde("lena", "/kontoret/", 620),
    "statsforvalter-rapport": Bilde("fredrik", "/runder/{runde}/rapport/", 640),
    "leder-funn": Bilde("lena", "/kontoret/205/", 570),
}


@pytest.fixture(scope="module")
def sted(med_alt: Sted) -> Sted:
    return med_alt


@pytest.mark.parametrize("navn", BILDER)
def test_bildet_kan_tas_og_er_lite(huset: Huset, finnes: dict[str, str], navn: str) -> None:
    hvem, sti, hoyde = BILDER[navn]
    side = huset.som(hvem, sti.format(**finnes), bredde=1280, color_scheme="light")
    assert side.get_by_role("heading", level=1).is_visible()
    data = side.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": hoyde}, full_page=True)
    assert len(data) <= STORST
    if os.environ.get("SKREDDERSOM_NYE_BILDER"):
        MAPPE.mkdir(exist_ok=True)
        (MAPPE / f"{navn}.png").write_bytes(data)


@pytest.mark.parametrize("navn", ["veileder", "leder", "statsforvalter"])
def test_veiledningen_er_to_sider_paa_papir(nettleser: Browser, tmp_path: Path, navn: str) -> None:
    tekst = MarkdownIt().enable("table").render((MAPPE.parent / f"{navn}.md").read_text(encoding="utf-8"))
    fil = tmp_path / "veiledning.html"
    fil.write_text(f'<meta charset="utf-8"><base href="{MAPPE.parent.as_uri()}/"><style>{PAPIR}</style>{tekst}', encoding="utf-8")
    side = nettleser.new_page()
    side.goto(fil.as_uri())
    arket = side.pdf(format="A4", margin={"top": "18mm", "bottom": "18mm", "left": "18mm", "right": "18mm"})
    side.close()
    assert len(re.findall(rb"/Type\s*/Page\b", arket)) <= 2


def test_mappa_har_bildene_og_ingen_andre() -> None:
    assert {fil.stem for fil in MAPPE.iterdir()} == set(BILDER)
