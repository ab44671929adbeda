"""Nothing starts without its style sheets, unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.inngang.design import DESIGN
from skreddersom.plattform.design.sjekk import HENTET, hentede_filer

if TYPE_CHECKING:
    from pathlib import Path

    from django.conf import LazySettings


def test_uten_de_hentede_filene_sier_django_fra_med_raad(settings: LazySettings) -> None:
    settings.STATICFILES_DIRS = []
    feil = hentede_filer(None)
    assert [ett.id for ett in feil] == ["design.E001"] * len(HENTET)
    assert "SKREDDERSOM_DESIGN" in str(feil[0].hint)


def test_med_filene_paa_plass_er_alt_i_orden(settings: LazySettings, tmp_path: Path) -> None:
    for fil in DESIGN.filer:
        (tmp_path / fil).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / fil).touch()
    settings.STATICFILES_DIRS = [str(tmp_path)]
    assert hentede_filer(None) == []


@pytest.mark.parametrize("fil", HENTET)
def test_det_som_sjekkes_er_det_som_hentes(fil: str) -> None:
    assert fil in DESIGN.filer
