"""The goals, as a table: what is measured, against what, and how much it may be at the most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.benk.maling import Id
from skreddersom.benk.tall import ganger, heltall, megabyte, tid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skreddersom.benk.maling import Maling, Malinger


@dataclass(frozen=True, slots=True)
class Maal:
    """One goal for every contestant that does ``hvem``.

    ``verdi`` is worked out from the contestant and from the one that does ``mot`` on as many records (itself when there is none).
    It must be below ``grense``; ``lik_er_nok`` when it may also be equal.
    """

    hvem: str
    tekst: str
    grense: float
    verdi: Callable[[Maling, Maling], float | None]
    vis: Callable[[float], str]
    mot: str = ""
    lik_er_nok: bool = False

    def naadd(self, verdi: float) -> bool:
        """Whether ``verdi`` reaches the goal."""
        return verdi < self.grense or (self.lik_er_nok and verdi == self.grense)


@dataclass(frozen=True, slots=True)
class Dom:
    """How it went with one goal."""

    hvem: str
    maal: str
    malt: str
    naadd: bool

    @property
    def tegn(self) -> str:
        """✓ or ✗."""
        return "✓" if self.naadd else "✗"


def _minne(vaar: Maling, deres: Maling) -> float | None:
    return vaar.minne_mb / deres.minne_mb if vaar.minne_mb and deres.minne_mb else None


HALVPARTEN: Final = 0.5

MAAL: Final = (
    Maal("skjerm", "høyst 2,5 × gulvet", 2.5, lambda a, b: a.arbeid / b.arbeid, ganger, mot="gulv", lik_er_nok=True),
    Maal("skjerm", "raskere enn OpenFisca, hele prosessen", 1, lambda a, b: a.ende / b.ende, ganger, mot="openfisca"),
    Maal("skjerm", "under halve minnet til OpenFisca", HALVPARTEN, _minne, ganger, mot="openfisca"),
    Maal("kontroll", "under 1 s", 1, lambda a, _: a.arbeid, tid),
    Maal("forklar", "høyst 50 µs", 50e-6, lambda a, _: a.arbeid, tid, lik_er_nok=True),
    Maal("brev", "høyst 50 ms", 0.05, lambda a, _: a.arbeid, tid, lik_er_nok=True),
    Maal("fylket-trakt", "høyst 300 ms", 0.3, lambda a, _: a.arbeid, tid, lik_er_nok=True),
    Maal("fylket-rapport", "høyst 1 s", 1, lambda a, _: a.arbeid, tid, lik_er_nok=True),
    Maal("fylket-pdf", "høyst 2 s", 2, lambda a, _: a.arbeid, tid, lik_er_nok=True),
    Maal("hjelp", "under 0,4 s", 0.4, lambda a, _: a.ende, tid),
)


def dommer(malinger: Malinger) -> Iterator[Dom]:
    """How it went with each goal that could be measured, contestant by contestant."""
    for (hvem, poster), maling in malinger.items():
        for maal in (ett for ett in MAAL if ett.hvem == hvem):
            mot = malinger.get(Id(maal.mot, poster)) if maal.mot else maling
            verdi = maal.verdi(maling, mot) if mot else None
            if verdi is not None:
                yield Dom(hvem_og_hvor_mange(maling), maal.tekst, maal.vis(verdi), maal.naadd(verdi))


def uoppnaelige(malinger: Malinger) -> Iterator[str]:
    """A sentence for each size where half of the peer's memory is no more than Polars holds before any file is opened."""
    tomgang = malinger.get(Id("tomgang"))
    for (hvem, poster), maling in malinger.items():
        halve = HALVPARTEN * (maling.minne_mb or 0) if hvem == "openfisca" else 0
        if tomgang and tomgang.minne_mb and 0 < halve <= tomgang.minne_mb:
            yield (
                f"Halve minnet til OpenFisca ved {heltall(poster)} recorder er {megabyte(halve)}. Bare å laste Polars og spørre om én rad "
                f"tar {megabyte(tomgang.minne_mb)}, så det målet kan ikke nås der uten å bytte ut Polars."
            )


def hvem_og_hvor_mange(maling: Maling) -> str:
    """``Finne kandidatene, 130 000``."""
    navn, poster = maling.deltaker.navn, maling.deltaker.id.poster
    return f"{navn}, {heltall(poster)}" if poster else navn
