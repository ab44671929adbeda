"""How numbers are written, what must not steer a terminal, and why the system said no."""

from __future__ import annotations

import errno

import pytest

from skreddersom.kjerne.skrift import mengde, synlig, tall
from skreddersom.kjerne.systemfeil import grunn


@pytest.mark.parametrize(("antall", "ventet"), [(0, "0 personer"), (1, "1 person"), (1045, "1\u00a0045 personer")])
def test_en_mengde_leses_som_norsk(antall: int, ventet: str) -> None:
    assert mengde(antall, "person", "personer") == ventet


def test_tusener_skilles_med_hardt_mellomrom() -> None:
    assert tall(1_234_567) == "1\u00a0234\u00a0567"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [("Vi får det til", "Vi får det til"), ("a\x1b[2Jb", "a�[2Jb"), ("a\u202eb", "a�b"), ("1\u00a0000\n", "1\u00a0000�")],
)
def test_det_som_kunne_styre_skjermen_blir_synlig(tekst: str, ventet: str) -> None:
    assert synlig(tekst) == ventet


def test_det_systemet_sier_nei_til_sies_paa_norsk() -> None:
    assert grunn(OSError(errno.ENOSPC, "No space left on device")) == "disken er full"
    assert grunn(OSError(4711, "weird")) == "systemfeil 4711"
