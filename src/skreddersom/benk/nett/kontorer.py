"""Offices of every size and their staff, as rows ready for the database. The same ``Omfang`` gives the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, cycle, islice
from typing import TYPE_CHECKING, Final
from uuid import UUID

from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.plattform.tilgang.roller import Enhetsslag, Rolle

if TYPE_CHECKING:
    from random import Random

    from skreddersom.benk.nett.omfang import Omfang

SKJEVHET: Final = 1.0
"""Sigma of the sizes, log-normal: the largest of 300 offices has some 15 times the middle one."""
PER_VEILEDER: Final = 150
"""Persons with social assistance for each veileder that is made."""
FYLKER: Final = 10
"""County Governors; each looks after as many of the municipalities."""
FASTE_ROLLER: Final = (Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER, Rolle.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Tilsatt:
    """Somebody in a role at a unit."""

    ansatt: UUID
    stilling: UUID
    rolle: Rolle


@dataclass(frozen=True, slots=True)
class Kontoret:
    """A unit: an office with as many persons as it serves, or one that looks from outside and serves none."""

    id: UUID
    navn: str
    slag: Enhetsslag
    kommuner: tuple[str, ...]
    personer: int
    tilsatte: tuple[Tilsatt, ...]

    @property
    def kommunenr(self) -> str:
        """The municipality of an office."""
        return self.kommuner[0]

    def i_rollen(self, rolle: Rolle) -> list[Tilsatt]:
        """The staff in one role."""
        return [ett for ett in self.tilsatte if ett.rolle is rolle]


def lag_kontorer(omfang: Omfang, tilfeldig: Random) -> list[Kontoret]:
    """The offices, and after them the County Governors and the Directorate."""
    storrelser = _storrelser(omfang, tilfeldig)
    numre = list(islice(cycle(nr for nr in KOMMUNER if nr != "9999"), omfang.kontorer))
    kontorer = [
        _kontor(f"Kontor {nr:03}", Enhetsslag.NAVKONTOR, (kommune,), antall, _roller(antall), tilfeldig)
        for nr, (kommune, antall) in enumerate(zip(numre, storrelser, strict=True), 1)
    ]
    fylker = [
        _kontor(f"Statsforvalter {nr:02}", Enhetsslag.STATSFORVALTER, tuple(numre[nr::FYLKER]), 0, [Rolle.STATSFORVALTER] * 3, tilfeldig)
        for nr in range(FYLKER)
    ]
    return [*kontorer, *fylker, _kontor("Direktoratet", Enhetsslag.DIREKTORAT, (), 0, [Rolle.DIREKTORAT] * 5, tilfeldig)]


def _storrelser(omfang: Omfang, tilfeldig: Random) -> list[int]:
    """Persons at each office; together exactly as many as asked for."""
    vekter = [tilfeldig.lognormvariate(0, SKJEVHET) for _ in range(omfang.kontorer)]
    grenser = [round(sum_ / sum(vekter) * omfang.personer) for sum_ in accumulate(vekter)]
    return [til - fra for fra, til in zip([0, *grenser], grenser, strict=False)]


def _roller(personer: int) -> list[Rolle]:
    return [*[Rolle.VEILEDER] * max(2, personer // PER_VEILEDER), *FASTE_ROLLER]


def _kontor(navn: str, slag: Enhetsslag, kommuner: tuple[str, ...], personer: int, roller: list[Rolle], tilfeldig: Random) -> Kontoret:
    tilsatte = tuple(Tilsatt(ny_id(tilfeldig), ny_id(tilfeldig), rolle) for rolle in roller)
    return Kontoret(ny_id(tilfeldig), navn, slag, kommuner, personer, tilsatte)


def ny_id(tilfeldig: Random) -> UUID:
    """A UUID that is the same every time."""
    return UUID(int=tilfeldig.getrandbits(128), version=4)
