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

from skreddersom.inngang.design import AXE, DESIGN

ROT = Path(__file__).resolve().parents[2]
BASE: str = getattr(sys, "_base_executable", sys.executable)
INGEN_PAKKER = "# ingen pakker\n"
INGEN_TJENER = "http://127.0.0.1:9/"  # nobody listens on the discard port

FORTELL = """\
import importlib.util, json, os, sys
prikk = importlib.util.find_spec("prikk") is not None
print(json.dumps({"modul": __spec__.name, "argv": sys.argv[1:], "mappe": os.getcwd(), "prefix": sys.prefix,
                  "pythonpath": os.environ["PYTHONPATH"], "virtual_env": os.environ.get("VIRTUAL_ENV"), "prikk": prikk,
                  "design": os.environ.get("SKREDDERSOM_DESIGN"), "axe": os.environ.get("SKREDDERSOM_AXE")}))
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

# Answers as npm does, and «installs» the files that are kept.
LEKE_NPM = """\
#!{base}
import sys
from pathlib import Path
with Path({logg!r}).open("a") as logg:
    print(*sys.argv[1:], file=logg)
if sys.argv[1:] == ["--version"]:
    sys.exit(print({versjon!r}))
{forst}
for fil in {filer!r}:
    sti = Path("node_modules", fil)
    sti.parent.mkdir(parents=True, exist_ok=True)
    sti.write_text(fil)
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

    @property
    def npmlogg(self) -> Path:
        """What the toy npm was asked, one line a call."""
        return self.hjem / "npm.logg"

    def med_npm(self, forst: str = "", versjon: str = "11.0.0") -> Lekerot:
        """Put a toy npm on the path that does ``forst`` (Python) before it installs."""
        sti = self.programmer / "npm"
        sti.write_text(lekenpm(self.npmlogg, forst, versjon))
        sti.chmod(0o755)
        return self

    def uten_npm(self) -> Lekerot:
        (self.programmer / "npm").unlink()
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


def lekenpm(logg: Path, forst: str = "", versjon: str = "11.0.0") -> str:
    filer = [kilde for pakker in (DESIGN, AXE) for kilde in pakker.filer.values()]
    return LEKE_NPM.format(base=BASE, logg=str(logg), forst=forst, versjon=versjon, filer=filer)


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
    for pakker in (DESIGN, AXE):
        shutil.copytree(ROT / pakker.laasmappe, rot.mappe / pakker.laasmappe)
    rot.laas(INGEN_PAKKER)
    rot.laas(INGEN_PAKKER, "requirements-test.lock")
    rot.laas(INGEN_PAKKER, "requirements-web.lock")
    return rot.med_uv().med_npm()


def lag_hjul(mappe: Path, navn: str = "prikk", kode: str = "") -> str:
    """Write the wheel of a toy package with the one module ``navn`` into ``mappe``; returns its lock line."""
    info = f"{navn}-1.0.dist-info"
    filer = {
        f"{navn}.py": kode,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {navn}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: lek\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    register = "".join(f"{fil},sha256={_kort_avtrykk(tekst)},{len(tekst)}\n" for fil, tekst in filer.items())
    filer[f"{info}/RECORD"] = register + f"{info}/RECORD,,\n"
    hjul = mappe / f"{navn}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(hjul, "w") as arkiv:
        for fil, tekst in filer.items():
            arkiv.writestr(fil, tekst)
    return f"{navn}==1.0 --hash=sha256:{hashlib.sha256(hjul.read_bytes()).hexdigest()}\n"


def _kort_avtrykk(tekst: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(tekst.encode()).digest()).rstrip(b"=").decode()
