"""What happened meanwhile."""

import pytest

from skreddersom.kjerne.indikator.hendelser import HENDELSER


@pytest.mark.krav("R06")
@pytest.mark.parametrize(("forste", "siste", "antall"), [(2018, 2018, 0), (2019, 2020, 2), (2022, 2026, 2), (2023, 2023, 0)])
def test_bare_det_som_beroerte_aarene_er_med(forste: int, siste: int, antall: int) -> None:
    assert sum(ett.i_aarene(forste, siste) for ett in HENDELSER) == antall


def test_hver_hendelse_har_ord_paa_tre_sprak() -> None:
    assert all(ett.navn.paa(sprak) for ett in HENDELSER for sprak in ("nb", "nn", "en"))
