"""What the screening asks of the machine, seen in a process of its own: no more than it uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

KILDE = Path(__file__).parents[3] / "src"


def svar(spor: str, **omgivelser: str) -> list[str]:
    return subprocess.run(
        [sys.executable, "-P", "-c", spor], env={"PYTHONPATH": str(KILDE), **omgivelser}, capture_output=True, text=True, check=True
    ).stdout.split()


def test_screeningen_laster_ikke_narwhals_og_ber_polars_gi_fra_seg_minnet() -> None:
    spor = "import os, sys, skreddersom.kjerne.screening.screening; print('narwhals' in sys.modules, os.environ['_RJEM_MALLOC_CONF'])"
    lastet, minne = svar(spor)
    assert lastet == "False"
    assert minne.endswith("narenas:1,dirty_decay_ms:100,muzzy_decay_ms:0")  # Polars has read it, and put its own in front


def test_den_som_har_bestemt_hvordan_minnet_brukes_faar_vaere_i_fred() -> None:
    assert svar("import os, skreddersom; print(os.environ['_RJEM_MALLOC_CONF'])", _RJEM_MALLOC_CONF="narenas:2") == ["narenas:2"]
