"""Guards on the guides: their pictures are there, and what they tell the reader to press is what stands on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vakter.filer import ROT, filer_i, tekst

if TYPE_CHECKING:
    from pathlib import Path

VEILEDNINGER = ("veileder.md", "leder.md", "statsforvalter.md")
STORST = 150_000
BILDE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
NAVN = re.compile(r"\*\*«([^»]+)»\*\*")


def veiledning(navn: str) -> Path:
    return ROT / "docs" / navn


def produktets_tekster() -> str:
    """Everything that pages can say: the templates, and the programs with their quoted texts."""
    return "\n".join(map(tekst, (*filer_i("src", slutt=".html"), *filer_i("src", slutt=".py"))))


def finnes_ikke(innhold: str) -> list[str]:
    """Names in the guide that stand nowhere in the product as a text of its own."""
    alt = produktets_tekster()
    return [navn for navn in NAVN.findall(innhold) if not re.search(rf"[\"'>]{re.escape(navn)}[\"'<]", alt)]


@pytest.mark.parametrize("navn", VEILEDNINGER)
def test_det_en_skal_trykke_paa_heter_slik_paa_siden(navn: str) -> None:
    assert len(NAVN.findall(tekst(veiledning(navn)))) > 5
    assert finnes_ikke(tekst(veiledning(navn))) == []


def test_vakten_ser_et_navn_som_ikke_er_i_produktet() -> None:
    assert finnes_ikke("Trykk **«Send til månen»** og så **«Registrer»**.") == ["Send til månen"]


@pytest.mark.parametrize("navn", VEILEDNINGER)
def test_bildene_finnes_er_smaa_og_sier_hva_de_viser(navn: str) -> None:
    bilder = BILDE.findall(tekst(veiledning(navn)))
    assert bilder
    for forklaring, sti in bilder:
        assert len(forklaring) > 10
        assert 0 < (ROT / "docs" / sti).stat().st_size <= STORST


def test_hvert_bilde_er_i_bruk() -> None:
    brukt = {sti for navn in VEILEDNINGER for _, sti in BILDE.findall(tekst(veiledning(navn)))}
    assert {f"bilder/{fil.name}" for fil in (ROT / "docs" / "bilder").iterdir()} == brukt
