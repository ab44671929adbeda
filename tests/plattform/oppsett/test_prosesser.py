"""Processes that are kept going together, and end together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

KILDE = Path(__file__).resolve().parents[3] / "src"

# Each child writes its number in a file of its own, so that the test sees when it lives, dies and comes back.
BARN = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
PROGRAM = """
import os, sys
from pathlib import Path
from skreddersom.plattform.oppsett import prosesser
prosesser.HVIL = 0.05
barn = [sys.executable, "-c", {barn!r}]
prosesser.hold_i_gang([[*barn, {en!r}], [*barn, {to!r}]], os.environ, Path({mappe!r}))
print("ferdig")
"""


class Par:
    """A keeper with two children, and the files they write in."""

    def __init__(self, mappe: Path) -> None:
        self.filer = mappe / "en", mappe / "to"
        en, to = map(str, self.filer)
        program = textwrap.dedent(PROGRAM.format(barn=BARN, en=en, to=to, mappe=str(mappe)))
        omgivelser = os.environ | {"PYTHONPATH": str(KILDE)}
        self.vokter = subprocess.Popen([sys.executable, "-P", "-c", program], env=omgivelser, stdout=subprocess.PIPE, text=True)

    def barn(self, antall: int) -> list[int]:
        """The numbers of the children so far, when there are at least ``antall``."""
        frist = time.monotonic() + 20
        while time.monotonic() < frist:
            numre = [int(linje) for fil in self.filer if fil.exists() for linje in fil.read_text().split()]
            if len(numre) >= antall:
                return numre
            time.sleep(0.02)
        raise AssertionError("barna kom ikke i gang")


@pytest.fixture
def par(tmp_path: Path) -> Par:
    return Par(tmp_path)


def borte(nummer: int) -> bool:
    """Waits for the process to be gone, or be a zombie nobody has fetched."""
    frist = time.monotonic() + 20
    while time.monotonic() < frist:
        try:
            if Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_alle_slutter_naar_vi_blir_bedt_om_det(par: Par, nummer: signal.Signals) -> None:
    barn = par.barn(2)
    par.vokter.send_signal(nummer)
    ut, _ = par.vokter.communicate(timeout=30)
    assert ut == "ferdig\n"
    assert all(map(borte, barn))


def test_en_som_dor_startes_igjen(par: Par) -> None:
    offer = par.barn(2)[0]
    os.kill(offer, signal.SIGKILL)
    assert len(par.barn(3)) == 3
    par.vokter.send_signal(signal.SIGTERM)
    par.vokter.communicate(timeout=30)
    assert all(map(borte, par.barn(3)))


def test_barna_slutter_ogsaa_naar_vi_blir_drept(par: Par) -> None:
    barn = par.barn(2)
    par.vokter.kill()
    par.vokter.communicate(timeout=30)
    assert all(map(borte, barn))
