"""What ``benk web`` says: how long people wait for each page, what row-level security costs, and how fast the log is verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.benk.maal import Dom
from skreddersom.benk.tall import ganger, heltall, tid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.benk.nett.last import Svar
    from skreddersom.benk.nett.loggen import Loggmaling
    from skreddersom.benk.nett.omfang import Omfang
    from skreddersom.benk.nett.radsikkerhet import Pris

KOLONNER: Final = ("Side", "Forespørsler", "p50", "p95", "p99", "Lengst", "Feil")
PRISKOLONNER: Final = ("Side", "Forespørsler", "Med radsikkerhet", "Uten", "Forhold")
I_ALT: Final = "I alt"
P95: Final = 0.1
"""Seconds."""
SAKSSIDE: Final = "En sak"
SAKSSIDE_P95: Final = 0.12
RADSIKKERHET: Final = 1.05
LOGGEN: Final = 3
"""Seconds for a million rows."""


@dataclass(frozen=True, slots=True)
class Nettrapport:
    """The tables, the goals, and how busy the machine was when the measurement began and ended."""

    omfang: Omfang
    sider: list[tuple[str, ...]]
    priser: list[tuple[str, ...]]
    loggen: Loggmaling
    dommer: list[Dom]
    belastning: tuple[float, float]


def lag_nettrapport(
    omfang: Omfang, svar: Sequence[Svar], basen: tuple[Sequence[Pris], Loggmaling], belastning: tuple[float, float]
) -> Nettrapport:
    """Only what was asked for after the warm-up counts. ``basen`` is what row-level security costs, and the going through of the log."""
    priser, loggen = basen
    talt = [ett for ett in svar if ett.onske.naar >= omfang.oppvarming]
    sider = [_siderad(side, [ett for ett in talt if ett.onske.side == side]) for side in dict.fromkeys(ett.onske.side for ett in talt)]
    rader = [*sorted(sider), _siderad(I_ALT, talt)]
    prisrader = [*map(_prisrad, priser), _prisrad(_samlet(priser))]
    return Nettrapport(omfang, rader, prisrader, loggen, _dommer(talt, _samlet(priser), loggen), belastning)


def prosentil(sekunder: Sequence[float], del_: float) -> float:
    """The least time that ``del_`` of the requests were answered within."""
    ordnet = sorted(sekunder)
    return ordnet[min(len(ordnet) - 1, max(0, -int(-len(ordnet) * del_ // 1) - 1))]


def _siderad(side: str, svar: Sequence[Svar]) -> tuple[str, ...]:
    tider = [ett.sekunder for ett in svar]
    return side, heltall(len(svar)), *(tid(prosentil(tider, del_)) for del_ in (0.5, 0.95, 0.99, 1)), heltall(sum(ett.feil for ett in svar))


def _samlet(priser: Sequence[Pris]) -> Pris:
    from skreddersom.benk.nett.radsikkerhet import Pris

    return Pris(I_ALT, sum(ett.antall for ett in priser), sum(ett.med for ett in priser), sum(ett.uten for ett in priser))


def _prisrad(pris: Pris) -> tuple[str, ...]:
    return pris.side, heltall(pris.antall), tid(pris.med), tid(pris.uten), ganger(pris.forhold)


def _dommer(svar: Sequence[Svar], pris: Pris, loggen: Loggmaling) -> list[Dom]:
    p95, feil = prosentil([ett.sekunder for ett in svar], 0.95), sum(ett.feil for ett in svar)
    saken = [ett.sekunder for ett in svar if ett.onske.side == SAKSSIDE]
    om_saken = [Dom(SAKSSIDE, "p95 høyst 120 ms", tid(prosentil(saken, 0.95)), prosentil(saken, 0.95) <= SAKSSIDE_P95)] if saken else []
    return [
        *om_saken,
        Dom("Alle sidene", "p95 høyst 100 ms", tid(p95), p95 <= P95),
        Dom("Alle sidene", "ingen feil", heltall(feil), feil == 0),
        Dom("Spørringene", "radsikkerhet høyst 5 % dyrere enn et filter", ganger(pris.forhold), pris.forhold <= RADSIKKERHET),
        Dom(f"Verifisere loggen, {heltall(loggen.rader)} rader", "høyst 3 s", tid(loggen.sekunder), loggen.sekunder <= LOGGEN),
    ]
