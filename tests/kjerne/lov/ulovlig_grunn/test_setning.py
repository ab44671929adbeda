"""Where a sentence ends, and where each word stands in the text."""

from __future__ import annotations

import pytest

from skreddersom.kjerne.lov.ulovlig_grunn.setning import setninger


def ordene(tekst: str) -> list[list[str]]:
    return [[ett.form for ett in setning.ord] for setning in setninger(tekst)]


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("Ja. Nei", [["ja"], ["nei"]]),
        ("Ja! Nei? Ja", [["ja"], ["nei"], ["ja"]]),
        ("Den 3. november kom han.", [["den", "3", ".", "november", "kom", "han"]]),
        ("Den 3.november kom han.", [["den", "3", ".", "november", "kom", "han"]]),
        ("Den 3. November kom.", [["den", "3"], ["november", "kom"]]),
        ("Det koster 1.500 kroner.", [["det", "koster", "1", ".", "500", "kroner"]]),
        ("Det var i 2025. 2026 kom.", [["det", "var", "i", "2025"], ["2026", "kom"]]),
        ("Ja jf. Nei", [["ja", "jf", ".", "nei"]]),
        (". Ja", [["ja"]]),
        ("Ja,\nnei", [["ja", ",", "nei"]]),
        ("Ja\n\nnei", [["ja"], ["nei"]]),
        ("Ja\n- nei\n * ja", [["ja"], ["nei"], ["ja"]]),
        ("Ja\n  nei", [["ja", "nei"]]),
        ("KVP-budsjett, 5 %", [["kvpbudsjett", ",", "5", "%"]]),
        ("", []),
        ("...", []),
    ],
)
def test_setningene_deles_der_en_leser_deler_dem(tekst: str, ventet: list[list[str]]) -> None:
    assert ordene(tekst) == ventet


def test_bare_den_som_spor_er_et_spoersmaal() -> None:
    assert [setning.spor for setning in setninger("Har vi råd? Nei. Ja! Kanskje")] == [True, False, False, False]


def test_hvert_ord_husker_hvor_det_staar() -> None:
    tekst = "Vi har\nikke KVP-midler."
    (setning,) = setninger(tekst)
    assert [tekst[ett.start : ett.slutt] for ett in setning.ord] == ["Vi", "har", "ikke", "KVP-midler"]


def test_prosent_og_paragraf_er_ord_og_komma_er_et_tegn() -> None:
    (setning,) = setninger("ja , § %")
    assert [ett.tegn for ett in setning.ord] == [False, True, False, False]
