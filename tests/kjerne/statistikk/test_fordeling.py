"""The door to SciPy: the ends that formulas reach, and what it costs to pass by it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import skreddersom
from skreddersom.kjerne.statistikk.fordeling import binom_cdf, binom_kvantil, minimer, poisson_cdf, t_kvantil

KILDE = str(Path(skreddersom.__file__).parents[1])


def test_den_som_bare_viser_et_intervall_laster_ikke_scipy() -> None:
    """The office's pages need no more than this, and must not start slower for what others use."""
    kode = """
import sys
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.kjerne.statistikk.undertrykk import undertrykk
wilson(3, 10), undertrykk([3, 20, 10])
print(sorted({"numpy", "scipy"} & set(sys.modules)))
"""
    svar = subprocess.run([sys.executable, "-P", "-c", kode], capture_output=True, text=True, check=True, env={"PYTHONPATH": KILDE})
    assert svar.stdout == "[]\n"


def test_ingen_treff_er_faerre_enn_null() -> None:
    assert binom_cdf(-1, 5, 0.4) == 0
    assert binom_cdf(7, 5, 0.4) == 1
    assert poisson_cdf(-1, 3.0) == 0


def test_kvantilen_er_det_forste_antallet_som_naar_opp() -> None:
    assert [binom_kvantil(q, 2, 0.5) for q in (0.2, 0.25, 0.26, 0.75, 0.76, 0.999)] == [0, 0, 1, 1, 2, 2]


def test_students_t_er_bredere_enn_normalfordelingen() -> None:
    assert t_kvantil(0.975, 3) == pytest.approx(3.182, abs=5e-4)


def test_et_sok_som_ikke_kan_falle_til_ro_sier_ifra() -> None:
    assert minimer(lambda x: float((x[0] - 2) ** 2), (0.0,), ((-5.0, 5.0),)) == pytest.approx((2.0,), abs=1e-4)
    assert minimer(lambda _: float("nan"), (0.0,), ((-5.0, 5.0),)) is None
