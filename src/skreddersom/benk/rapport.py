"""The results as rows of text, the same for the terminal and for the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.benk.maal import Dom, dommer, uoppnaelige
from skreddersom.benk.tall import heltall, megabyte, tid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.benk.maling import Id, Maling, Malinger

KOLONNER: Final = ("Hva", "Recorder", "Arbeidet", "Minst–mest", "Hele prosessen", "Minne", "Likt")
TALL: Final = range(1, 6)
"""The columns that are numbers."""

REKKE: Final = ("tomgang", "skjerm", "gulv", "openfisca", "kontroll", "forklar", "brev", "fylket", "hjelp", "paragraf29")
"""The order of the rows; the first four stand together, size by size."""
SCREENING: Final = REKKE[:4]

SVAR: Final[Mapping[bool | None, str]] = {True: "ja", False: "nei", None: ""}
"""Whether the answer was like ours, as it is shown."""


@dataclass(frozen=True, slots=True)
class Rapport:
    """What the benchmark says."""

    runder: int
    rader: list[tuple[str, ...]]
    dommer: list[Dom]
    merknader: list[str]
    pakker: dict[str, str]
    alt_likt: bool


def lag_rapport(malinger: Malinger, likt: Mapping[Id, bool], merknader: list[str], runder: int) -> Rapport:
    """Rows by size and in the order of ``REKKE``, the goals, and what stands in the environments."""
    ordnet = dict(sorted(malinger.items(), key=lambda par: _plass(par[0])))
    pakker = {pakke: versjon for maling in ordnet.values() for k in maling.kjoringer for pakke, versjon in k.pakker.items()}
    rader = [(*_rad(maling), SVAR[likt.get(id_)]) for id_, maling in ordnet.items()]
    return Rapport(
        runder, rader, list(dommer(ordnet)), [*uoppnaelige(ordnet), *merknader], dict(sorted(pakker.items())), all(likt.values())
    )


def _plass(id_: Id) -> tuple[bool, int, int]:
    sort = REKKE.index(id_.hvem.partition("-")[0])
    return id_.hvem not in SCREENING, id_.poster if id_.hvem in SCREENING else 0, sort


def _rad(maling: Maling) -> tuple[str, ...]:
    deltaker, (minst, mest) = maling.deltaker, maling.spenn
    poster = heltall(deltaker.id.poster) if deltaker.id.poster else ""
    arbeid = tid(maling.arbeid) if deltaker.kommando.forteller else ""
    return deltaker.navn, poster, arbeid, f"{tid(minst)}–{tid(mest)}", tid(maling.ende), megabyte(maling.minne_mb)
