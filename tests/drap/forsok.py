"""One run: people write while processes are killed, and afterwards what was acknowledged is held against what is there."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Final

from drap.nettsted import FRIST, drep
from drap.skrivere import Filsender, Nettleser, Traad, Utfallsskriver, veiledere
from skreddersom.demo.syntetisk import lag

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterator

    from drap.nettsted import Nettsted

SKRIVERE: Final = 4
PER_SKRIVER: Final = 12
"""Candidates of each writer; so many that none is written twice within the time a kill takes."""
VENTER_HOYST: Final = 0.3


@dataclass
class Resultat:
    """What was acknowledged, and what is in the database."""

    drept: dict[str, int] = field(default_factory=dict)
    bekreftet: set[tuple[uuid.UUID, uuid.UUID]] = field(default_factory=set)
    lagret: list[tuple[uuid.UUID, uuid.UUID]] = field(default_factory=list)
    filer: list[str] = field(default_factory=list)

    @property
    def tapt(self) -> set[tuple[uuid.UUID, uuid.UUID]]:
        """Acknowledged, and not there."""
        return self.bekreftet - set(self.lagret)


def forsok(sted: Nettsted, fro: int, antall: int, *, nok: Callable[[Resultat], bool] = lambda _: False) -> Resultat:
    """Kill ``antall`` times, or until it is ``nok``, while outcomes and files are sent in; then let everybody finish."""
    tilfeldig = random.Random(fro)
    stans, nytt, resultat = Event(), Event(), Resultat()
    skrivere = [
        Utfallsskriver(Nettleser(sted.port).logg_inn(stilling), cycle(kandidater[:PER_SKRIVER]), stans, nytt)
        for stilling, kandidater in veiledere(sted)[:SKRIVERE]
    ]
    assert len(skrivere) == SKRIVERE
    sender = _filsender(sted, stans)
    traader = [Traad(arbeid).start() for arbeid in (*(ett.skriv for ett in skrivere), sender.skriv)]
    try:
        for hvem in islice(_ofre(tilfeldig), antall):
            _drep_en(sted, hvem, tilfeldig, nytt, resultat)
            resultat.bekreftet = {par for ett in skrivere for par in list(ett.bekreftet)}
            if nok(resultat):
                break
    finally:
        stans.set()
        for traad in traader:
            traad.ferdig()
    resultat.bekreftet = {par for ett in skrivere for par in ett.bekreftet}
    resultat.filer = sender.bekreftet
    resultat.lagret = lagret(sted)
    return resultat


def lagret(sted: Nettsted) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """The outcomes of this run that are in the database: candidate and key."""
    return sted.sql("select kandidat_id, nokkel from kandidat_utfall where tekst = 'Drap.'")  # type: ignore[return-value]


OFRE: Final[tuple[tuple[str, int], ...]] = (("nettprosesser", 12), ("database", 7), ("jobbarbeider", 7), ("hele_nettjeneren", 4))
"""Who is killed, and how many of thirty times."""


def _ofre(tilfeldig: random.Random) -> Iterator[str]:
    """Who is killed next: thirty at a time in an order by chance, so that nobody is spared."""
    while True:
        stokk = [navn for navn, antall in OFRE for _ in range(antall)]
        tilfeldig.shuffle(stokk)
        yield from stokk


def _drep_en(sted: Nettsted, hvem: str, tilfeldig: random.Random, nytt: Event, resultat: Resultat) -> None:
    """Wait until the site works and somebody has been answered; then kill, at that very moment or a little later."""
    straks, litt = tilfeldig.random() < 0.6, tilfeldig.uniform(0, VENTER_HOYST)
    lever = _vent_paa(getattr(sted, hvem), hvem)
    offer = tilfeldig.choice(lever)
    nytt.clear()
    assert nytt.wait(FRIST), f"ingen fikk svar før {hvem} skulle drepes"
    if not straks:
        time.sleep(litt)
    drep(offer)
    resultat.drept[hvem] = resultat.drept.get(hvem, 0) + 1


def _vent_paa(finn: Callable[[], list[int]], hva: str) -> list[int]:
    frist = time.monotonic() + FRIST
    while not (funnet := finn()):
        assert time.monotonic() < frist, f"{hva} kom aldri i gang igjen"
        time.sleep(0.02)
    return funnet


def _filsender(sted: Nettsted, stans: Event) -> Filsender:
    """A leader who uploads files of the office's own municipality, each with other people in it."""
    ((stilling, kommune),) = sted.sql(
        "select s.id, k.kommunenr from tilgang_stilling s join tilgang_kontorkommune k using (kontor_id) where s.rolle = 'leder' "
        "order by 2 limit 1"
    )
    return Filsender(Nettleser(sted.port).logg_inn(stilling), _filer(str(kommune)), stans)  # type: ignore[arg-type]


def _filer(kommune: str) -> Iterator[tuple[str, bytes]]:
    for fro in count(1):
        navn, innhold = _fil(kommune, fro)
        yield f"{fro}_{navn}", innhold


def _fil(kommune: str, fro: int) -> tuple[str, bytes]:
    with TemporaryDirectory() as mappe:
        fil = next(fil for fil in lag(kommune, 3, [2026], fro, Path(mappe)) if fil.name.startswith("11F_"))
        return fil.name, fil.read_bytes()
