"""What the law demands of each kind of letter, and which of it a letter still lacks.

The demands are data (``brevkrav.toml``): what must be there, which section of the letter answers it, from where in the letter's data it
is taken, and what to do when it is missing. What every letter of a kind says anyway has words instead of data, so that a test can look
for them on paper.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Literal

from skreddersom.kjerne.lov import saksbehandlingslov
from skreddersom.kjerne.lov.hjemmel import KVP_FORSKRIFTEN, SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, lovbok

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

Malform = Literal["nb", "nn"]

KILDER: Final = {"sotjl": SOSIALTJENESTELOVEN, "kvp": KVP_FORSKRIFTEN}


class Brevslag(StrEnum):
    """The kinds of letter; the first is the form that one applies on, and the last is given by hand."""

    SOKNAD = "soknad"
    KVITTERING = "kvittering"
    FORELOPIG_SVAR = "forelopig_svar"
    INVITASJON = "invitasjon"
    INNVILGELSE = "innvilgelse"
    AVSLAG = "avslag"
    AVVISNING = "avvisning"
    KLAGEAVVISNING = "klageavvisning"
    FORHANDSVARSEL = "forhandsvarsel"
    AVBRUDD = "avbrudd"
    AVSLUTNING = "avslutning"
    STANS = "stans"
    OPPHEVELSE = "opphevelse"
    OVERSENDELSE = "oversendelse"
    DELTAKERBEVIS = "deltakerbevis"


VEDTAK: Final = frozenset(
    {
        Brevslag.INNVILGELSE,
        Brevslag.AVSLAG,
        Brevslag.AVVISNING,
        Brevslag.KLAGEAVVISNING,
        Brevslag.AVBRUDD,
        Brevslag.AVSLUTNING,
        Brevslag.STANS,
        Brevslag.OPPHEVELSE,
    }
)
"""The letters that tell of an enkeltvedtak, and so of the right to complain."""


@dataclass(frozen=True, slots=True)
class Krav:
    """One thing a letter must say.

    ``del_`` is the section that answers it. ``felt`` must all be filled in and at least one of ``ett_av``; ``hvis`` is a field without
    which the demand does not arise. ``ord`` are words that stand in every such letter, by målform.
    """

    id: str
    tema: str
    del_: str
    setning: str
    felt: tuple[str, ...] = ()
    ett_av: tuple[str, ...] = ()
    hvis: str = ""
    ord: tuple[tuple[Malform, str], ...] = ()

    def hjemmel(self, dag: date) -> Hjemmel:
        """Where the demand stands on ``dag``. Raises ``IngenRegel`` when it is not made that day."""
        return hjemmel(self.tema, dag)

    def gjelder(self, dag: date) -> bool:
        """Whether the demand is made on ``dag``."""
        return self.tema in _egne_temaer() or lovbok().har(Tema(self.tema), dag)

    def mangler_i(self, data: Mapping[str, Any]) -> bool:
        """Whether ``data`` leaves the demand unanswered."""
        if self.hvis and not any(verdier(data, self.hvis)):
            return False
        return not all(_fylt(data, felt) for felt in self.felt) or bool(self.ett_av and not any(_fylt(data, felt) for felt in self.ett_av))


def krav_til(slag: Brevslag) -> tuple[Krav, ...]:
    """All that is demanded of a letter of this kind, in the order of the letter."""
    return _krav()[slag]


def mangler(slag: Brevslag, data: Mapping[str, Any], dag: date) -> tuple[Krav, ...]:
    """What a letter made of ``data`` on ``dag`` would lack, in the order of the letter; empty when the law has what it demands."""
    return tuple(krav for krav in krav_til(slag) if krav.gjelder(dag) and krav.mangler_i(data))


def hjemmel(tema: str, dag: date) -> Hjemmel:
    """Where the rule about ``tema`` stands on ``dag``: a topic of the services, or one of procedure (``saksbehandlingslov.Tema``).

    Raises:
        ValueError: for a topic that does not exist.
        IngenRegel: when the act of procedure of that day has no such rule.

    """
    return _egne_temaer().get(tema) or saksbehandlingslov.hjemmel(Tema(tema), dag)


def verdier(data: Mapping[str, Any], sti: str) -> Iterator[Any]:
    """What stands at ``sti`` in the letter's data: names with dots between; ``vilkar[].begrunnelse`` is one for each condition."""
    funnet: list[Any] = [data]
    for ledd in sti.split("."):
        navn = ledd.removesuffix("[]")
        funnet = [ett[navn] for ett in funnet if isinstance(ett, dict) and navn in ett]
        if ledd.endswith("[]"):
            funnet = [ett for rad in funnet if isinstance(rad, list) for ett in rad]
    yield from funnet


def er_tom(verdi: object) -> bool:
    """Whether there is nothing there: no value, only blanks, or an empty list. Zero and False are answers."""
    return verdi is None or verdi in ([], {}) or (isinstance(verdi, str) and not verdi.strip())


def _fylt(data: Mapping[str, Any], sti: str) -> bool:
    """Whether something stands there; of a list, in every row of it."""
    antall_rader = len(list(verdier(data, sti.rpartition(".")[0]))) if "[]" in sti else 1
    alle = list(verdier(data, sti))
    return bool(alle) and len(alle) >= antall_rader and not any(map(er_tom, alle))


@cache
def _tabell() -> dict[str, Any]:
    return tomllib.loads((files("skreddersom.kjerne.lov") / "brevkrav.toml").read_text(encoding="utf-8"))


@cache
def _egne_temaer() -> dict[str, Hjemmel]:
    return {tema: _hjemmel(**felt) for tema, felt in _tabell()["tema"].items()}


def _hjemmel(kilde: str, paragraf: str, fra: date, ledd: int | None = None) -> Hjemmel:
    return Hjemmel(KILDER[kilde], paragraf, fra, ledd=ledd)


@cache
def _krav() -> dict[Brevslag, tuple[Krav, ...]]:
    return {slag: tuple(_ett_krav(rad) for rad in _tabell()["krav"] if slag in _slag(rad["slag"])) for slag in Brevslag}


def _slag(navn: Sequence[str]) -> frozenset[Brevslag]:
    """Kinds by name; «vedtak» is all decisions, «brev» every letter that the office sends."""
    grupper = {"vedtak": VEDTAK, "brev": frozenset(Brevslag) - {Brevslag.SOKNAD, Brevslag.DELTAKERBEVIS}}
    return frozenset[Brevslag]().union(*(grupper.get(ett) or {Brevslag(ett)} for ett in navn))


def _ett_krav(rad: Mapping[str, Any]) -> Krav:
    ord_: tuple[tuple[Malform, str], ...] = tuple((malform, rad[malform]) for malform in ("nb", "nn") if malform in rad)
    return Krav(
        rad["id"],
        rad["tema"],
        rad["del"],
        rad["setning"],
        tuple(rad.get("felt", ())),
        tuple(rad.get("ett_av", ())),
        rad.get("hvis", ""),
        ord_,
    )
