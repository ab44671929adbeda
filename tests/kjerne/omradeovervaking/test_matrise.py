"""What a column tells of differences between the offices, and what it cannot tell."""

from __future__ import annotations

import pytest

from kjerne.omradeovervaking.runder import rapport
from skreddersom.kjerne.omradeovervaking.matrise import Skille


def kolonne(*svar: str):  # type: ignore[no-untyped-def]
    (ut,) = rapport("kontor;endring\n" + "".join(f"K{nr};{ord_}\n" for nr, ord_ in enumerate(svar))).kolonner
    return ut


@pytest.mark.parametrize(
    ("svar", "skille"),
    [
        (("som før", "utsatt"), Skille.SKILLER),
        (("som før", "Som  før."), Skille.SAMME_ORD),
        (("helt eget", "Helt eget"), Skille.SAMME_ORD),
        (("som før", "uendret"), Skille.SAMME_KODE),
        (("som før", "uendret", "noe ukjent"), Skille.SKILLER),
        (("som før", ""), Skille.FOR_FAA_SVAR),
        (("som før", "uendret", ""), Skille.SAMME_KODE),
    ],
)
def test_en_kolonne_der_alle_svarer_likt_skiller_ikke(svar: tuple[str, ...], skille: Skille) -> None:
    assert kolonne(*svar).skille is skille


def test_kodene_telles_de_vanligste_forst_og_det_som_ikke_er_avklart_for_seg() -> None:
    ett = kolonne("nei", "som før", "uendret", "noe ukjent", "")
    assert (list(ett.antall.items()), ett.uavklart, ett.kontorer) == ([("uendret", 2), ("nei", 1)], 2, 5)
