"""Money and days that a letter tells of, worked out when it is written and kept with it: later rates never change an old letter."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.lov.frister import om_maneder
from skreddersom.kjerne.lov.grenser import AVBRUDD_MANEDER
from skreddersom.kjerne.lov.satser import UtenforSatsene, sats, stonad_per_aar, stonad_per_dag

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

KRONE: Final = Decimal(1)
ORE: Final = Decimal("0.01")


def stonad(start: date, dag: date, *, under_25: bool, antall_barn: int = 0) -> dict[str, Any]:
    """The field ``stonad`` of a grant: the rates of the day the programme starts, or of ``dag`` where those are not set yet (lovvalg L34).

    Raises:
        UtenforSatsene: when not even the rates of ``dag`` are known.

    """
    satsdato = _kjent_dag(lambda dato: stonad_per_aar(dato, under_25=under_25), start, dag)
    return {
        "aar": _rundet(stonad_per_aar(satsdato, under_25=under_25), KRONE),
        "dag": _rundet(stonad_per_dag(satsdato, under_25=under_25), ORE),
        "satsdato": satsdato.isoformat(),
        "under_25": under_25,
        "antall_barn": antall_barn,
        **(_barnetillegg(start, dag, antall_barn) if antall_barn else {}),
    }


def avslutt_senest(fra: date) -> str:
    """The field ``avslutt_senest`` of an interruption: the day it has lasted so long that the programme must end (§ 34 first ledd)."""
    return om_maneder(fra, AVBRUDD_MANEDER.verdi).isoformat()


def _barnetillegg(start: date, dag: date, antall: int) -> dict[str, str]:
    satsdato = _kjent_dag(lambda dato: sats("barnetillegg", dato), start, dag)
    ett = sats("barnetillegg", satsdato)
    belop = {"barnetillegg": _rundet(ett, ORE), "barnetillegg_dag": _rundet(ett * antall, ORE)}
    return belop if satsdato == start else belop | {"barnetillegg_satsdato": satsdato.isoformat()}


def _kjent_dag(regel: Callable[[date], Decimal], start: date, dag: date) -> date:
    try:
        regel(start)
    except UtenforSatsene:
        regel(dag)
        return dag
    return start


def _rundet(kroner: Decimal, til: Decimal) -> str:
    return str(kroner.quantize(til, ROUND_HALF_UP))
