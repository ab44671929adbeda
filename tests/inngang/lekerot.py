"""A toy checkout: the real front door, toy locks, and a package that only tells how it was called."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
BASE: str = getattr(sys, "_base_executable", sys.executable)
INGEN_PAKKER = "# ingen pakker\n"
INGEN_TJENER = "http://127.0.0.1:9/"  # nobody listens on the discard port

FORTELL = """\
import importlib.util, json, os, sys
prikk = importlib.util.find_spec("prikk") is not None
print(json.dumps({"modul": __spec__.name, "argv": sys.argv[1:], "mappe": os.getcwd(), "prefix": sys.prefix,
                  "pythonpath": os.environ["PYTHONPATH"], "virtual_env": os.environ.get("VIRTUAL_ENV"), "prikk": prikk}))
"""

# Does as uv does, by means of venv, and notes down what it was asked.
LEKE_UV = """\
#!/bin/sh
echo "$*" >> "{logg}"
{forst}
[ "$1" = venv ] || exit 0
for siste; do :; done
exec "{base}" -m venv --without-pip "$siste"
"""


@dataclass(frozen=True)
class Lekerot:
    """A toy checkout in ``mappe``, a home and a folder of programs, all its own."""

    mappe: Path
    hjem: Path
    programmer: Path

    @property
    def miljo(self) -> Path:
        return self.mappe / ".venv"

    @property
    def kvittering(self) -> Path:
        return self.miljo / "kvittering.json"

    def laas(self, innhold: str, navn: str = "requirements.lock") -> None:
        (self.mappe / navn).write_text(innhold)

    @property
    def uvlogg(self) -> Path:
        """What the toy uv was asked, one line a call."""
        return self.hjem / "uv.logg"

    def med_uv(self, forst: str = "") -> Lekerot:
        """Put a toy uv on the path that does ``forst`` before anything else."""
        sti = self.programmer / "uv"
        sti.write_text(LEKE_UV.format(logg=self.uvlogg, base=BASE, forst=forst))
        sti.chmod(0o755)
        return self

    def uten_uv(self) -> Lekerot:
        (self.programmer / "uv").unlink()
        return self

    def start(self, *argv: str, fra: Path | None = None, **omgivelser: str) -> subprocess.Popen[str]:
        grunn = {"HOME": str(self.hjem), "PATH": str(self.programmer), "PIP_RETRIES": "1", "PIP_NO_INDEX": "1"}
        return subprocess.Popen(
            [BASE, str(self.mappe / "skreddersom.py"), *argv],
            cwd=fra or self.mappe,
            env=grunn | omgivelser,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def kjor(self, *argv: str, fra: Path | None = None, **omgivelser: str) -> Kjoring:
        prosess = self.start(*argv, fra=fra, **omgivelser)
        return vent(prosess)

    def gi_til_en_annen(self) -> None:
        """Make the checkout one we should not write in: another's if we are root, else read-only."""
        alle = [self.mappe, *self.mappe.rglob("*")]
        for sti in alle:
            if os.geteuid() == 0:
                os.chown(sti, 65534, 65534)
            elif sti.is_dir():
                sti.chmod(0o555)


@dataclass(frozen=True)
class Kjoring:
    kode: int
    ut: str
    sagt: str

    @property
    def svar(self) -> dict[str, object]:
        """What the toy package told of how it was called."""
        svar: dict[str, object] = json.loads(self.ut)
        return svar


def vent(prosess: subprocess.Popen[str]) -> Kjoring:
    ut, sagt = prosess.communicate(timeout=120)
    return Kjoring(prosess.returncode, ut, sagt)


def lag_lekerot(sted: Path) -> Lekerot:
    rot = Lekerot(sted / "en utsjekking med mellomrom", sted / "hjem", sted / "programmer")
    for mappe in (rot.mappe / "src/skreddersom/kjerne", rot.hjem, rot.programmer):
        mappe.mkdir(parents=True)
    kjerne = [f"src/skreddersom/kjerne/{navn}.py" for navn in ("__init__", "feil", "systemfeil")]
    for fil in ("skreddersom.py", "src/skreddersom/__init__.py", *kjerne):
        shutil.copy(ROT / fil, rot.mappe / fil)
    inngang = rot.mappe / "src/skreddersom/inngang"
    shutil.copytree(ROT / "src/skreddersom/inngang", inngang, ignore=shutil.ignore_patterns("__pycache__"))
    (inngang / "proving.py").write_text(FORTELL)
    (rot.mappe / "src/skreddersom/__main__.py").write_text(FORTELL)
    rot.laas(INGEN_PAKKER)
    rot.laas(INGEN_PAKKER, "requirements-test.lock")
    return rot.med_uv()


def lag_hjul(mappe: Path) -> str:
    """Write the wheel of the toy package ``prikk`` into ``mappe``; returns its lock line."""
    filer = {
        "prikk.py": "",
        "prikk-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: prikk\nVersion: 1.0\n",
        "prikk-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: lek\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    register = "".join(f"{navn},sha256={_kort_avtrykk(tekst)},{len(tekst)}\n" for navn, tekst in filer.items())
    filer["prikk-1.0.dist-info/RECORD"] = register + "prikk-1.0.dist-info/RECORD,,\n"
    hjul = mappe / "prikk-1.0-py3-none-any.whl"
    with zipfile.ZipFile(hjul, "w") as arkiv:
        for navn, tekst in filer.items():
            arkiv.writestr(navn, tekst)
    return f"prikk==1.0 --hash=sha256:{hashlib.sha256(hjul.read_bytes()).hexdigest()}\n"


def _kort_avtrykk(tekst: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(tekst.encode()).digest()).rstrip(b"=").decode()
