"""The demo's people, several offices at a time: who is taken in when."""

from __future__ import annotations

from concurrent.futures import as_completed
from typing import TYPE_CHECKING

from skreddersom.demo import historie, innlasting, runder
from skreddersom.demo.folk import RAADGIVERE
from skreddersom.demo.kontorer import KONTORER
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from skreddersom.plattform.tilgang.models import Stilling


def fyll(basseng: Executor, mappe: Path, fortell: Callable[[str], None], idag: date) -> None:
    """Offices and staff; then every office's people, the largest first; then the rounds, of which the first needs no people."""
    innlasting.lag_ansatte(innlasting.lag_kontorer())
    agder = basseng.submit(_runden_i_2020)
    rekke = sorted(KONTORER, key=lambda kontor: innlasting.arbeid(kontor, mappe), reverse=True)
    kontorer = {basseng.submit(innlasting.last_inn, kontor, mappe, idag): kontor.navn for kontor in rekke}
    for nr, ferdig in enumerate(as_completed(kontorer), 1):
        ferdig.result()
        fortell(f"{kontorer[ferdig]} er lest inn og gått gjennom ({nr} av {len(kontorer)}) …")
    fortell("Lager runden med områdeovervåking som er åpen nå …")
    (raadgiver, kollega), ledere = _rundens_folk()
    runder.lag_naa(raadgiver, kollega, ledere, agder.result(), idag)


def _runden_i_2020() -> UUID:
    (raadgiver, _), ledere = _rundens_folk()
    return runder.lag_agder(raadgiver, ledere)


def _rundens_folk() -> tuple[tuple[Stilling, ...], dict[str, Stilling]]:
    """The County Governor's two advisors, and the leader of each office."""
    alle = innlasting.stillinger()
    raadgivere = tuple(next(ett for ett in alle if ett.ansatt.navn == navn) for navn in RAADGIVERE)
    return raadgivere, {kontor.navn: historie.ved(kontor.navn, Rolle.LEDER, alle)[0] for kontor in KONTORER}
