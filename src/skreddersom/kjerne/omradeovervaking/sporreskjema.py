"""What is asked, as data: the kinds of question, when each is asked, and how an answer reads in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Iterator

Verdi = str | Sequence[str] | Mapping[str, str]
"""An answer as it is kept: text (also a number, and a day as ÅÅÅÅ-MM-DD), the choices that were made, or row → choice."""


class Slag(Enum):
    """The kinds of question."""

    FRITEKST = "fritekst"
    ETT_VALG = "ett_valg"
    FLERE_VALG = "flere_valg"
    TALL = "tall"
    MATRISE = "matrise"
    DATO = "dato"


MED_VALG: Final = frozenset({Slag.ETT_VALG, Slag.FLERE_VALG, Slag.MATRISE})
KAN_STYRE: Final = frozenset({Slag.ETT_VALG, Slag.FLERE_VALG})
"""Kinds whose answer can decide whether a later question is asked."""


@dataclass(frozen=True, slots=True)
class Betingelse:
    """Asked only of those who chose ``svar`` on ``sporsmal``."""

    sporsmal: str
    svar: str


@dataclass(frozen=True, slots=True)
class Punkt:
    """One question of a questionnaire."""

    kode: str
    slag: Slag
    valg: tuple[str, ...] = ()
    rader: tuple[str, ...] = ()
    paakrevd: bool = True
    hvis: Betingelse | None = None


def krev_brukbart(punkter: Sequence[Punkt]) -> None:
    """Refuse a questionnaire that cannot be answered.

    Raises:
        Brukerfeil: naming the first question that is wrong, and what to do.

    """
    if not punkter:
        raise Brukerfeil("Skjemaet har ingen spørsmål. Legg til minst ett.")
    tidligere: dict[str, Punkt] = {}
    for nr, punkt in enumerate(punkter, 1):
        if feil := next(_feil(punkt, tidligere), None):
            raise Brukerfeil(f"Spørsmål {nr}: {feil}")
        tidligere[punkt.kode] = punkt


def _feil(punkt: Punkt, tidligere: Mapping[str, Punkt]) -> Iterator[str]:
    if punkt.kode in tidligere:
        yield f"koden «{punkt.kode}» er brukt før. Gi spørsmålet et annet kort navn."
    if punkt.slag in MED_VALG and len(set(punkt.valg)) < 2:
        yield "skriv minst to ulike svar å velge mellom."
    if punkt.slag is Slag.MATRISE and not punkt.rader:
        yield "skriv minst én linje i tabellen."
    if punkt.hvis and not _kan_styre(punkt.hvis, tidligere):
        yield f"det skal bare stilles ved svaret «{punkt.hvis.svar}», men ingen tidligere spørsmål har det svaret å velge."


def _kan_styre(hvis: Betingelse, tidligere: Mapping[str, Punkt]) -> bool:
    styrer = tidligere.get(hvis.sporsmal)
    return styrer is not None and styrer.slag in KAN_STYRE and hvis.svar in styrer.valg


def gjeldende(punkter: Sequence[Punkt], verdier: Mapping[str, Verdi]) -> tuple[Punkt, ...]:
    """The questions that are asked of somebody who has answered ``verdier``, in order. What hangs on a question not asked, is not asked."""
    stilt: list[Punkt] = []
    svart: dict[str, Verdi] = {}
    for punkt in punkter:
        if punkt.hvis is None or punkt.hvis.svar in _valgte(svart.get(punkt.hvis.sporsmal, "")):
            stilt.append(punkt)
            svart[punkt.kode] = verdier.get(punkt.kode, "")
    return tuple(stilt)


def bortfalt(punkter: Sequence[Punkt], verdier: Mapping[str, Verdi]) -> tuple[Punkt, ...]:
    """The questions that have an answer and are not asked of somebody who answers so: what stands there is not kept."""
    stilt = {ett.kode for ett in gjeldende(punkter, verdier)}
    return tuple(ett for ett in punkter if ett.kode not in stilt and _noe_svart(verdier.get(ett.kode, "")))


def _noe_svart(verdi: Verdi) -> bool:
    return bool(verdi.strip() if isinstance(verdi, str) else verdi)


def _valgte(verdi: Verdi) -> tuple[str, ...]:
    return (verdi,) if isinstance(verdi, str) else tuple(verdi)


def ubesvart(punkter: Sequence[Punkt], verdier: Mapping[str, Verdi]) -> tuple[str, ...]:
    """The codes of the questions that must be answered, and are not."""
    return tuple(ett.kode for ett in gjeldende(punkter, verdier) if ett.paakrevd and not _helt_besvart(ett, verdier.get(ett.kode, "")))


def _helt_besvart(punkt: Punkt, verdi: Verdi) -> bool:
    if isinstance(verdi, Mapping):
        return all(verdi.get(rad) for rad in punkt.rader)
    return _noe_svart(verdi)


def i_ord(punkt: Punkt, verdi: Verdi) -> str:
    """The answer as it is read and coded. Free text is not touched: not a space is taken from it."""
    if isinstance(verdi, str):
        return verdi
    if isinstance(verdi, Mapping):
        return "; ".join(f"{rad}: {verdi[rad]}" for rad in punkt.rader if verdi.get(rad))
    return "; ".join(ett for ett in punkt.valg if ett in verdi)
