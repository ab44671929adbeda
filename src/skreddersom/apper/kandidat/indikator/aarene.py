"""Each municipality through the years, small and side by side in the order of the map, with what happened meanwhile.

Years without a number are gaps: nothing is drawn across them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.indikator.dom import INTET_KART, som_paa
from skreddersom.kjerne.indikator.hendelser import HENDELSER
from skreddersom.kjerne.indikator.katalog import ETTER_ID, Slag
from skreddersom.kjerne.kostra.kommuner import KOMMUNER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.hendelser import Hendelse
    from skreddersom.kjerne.indikator.skjul import Linje, Tall, Vist

BREDDE: Final = 200
HOYDE: Final = 64
KANT: Final = 8
MYE: Final = 1000
"""From here on a decimal is no news."""
FLEST: Final = 60
"""More pictures than this on one page are no help to anyone."""


@dataclass(frozen=True, slots=True)
class Aarstall:
    """What a municipality had one year; the value is None where it is hidden or unknown."""

    aar: int
    verdi: float | None
    tekst: str
    x: float
    y: float | None


@dataclass(frozen=True, slots=True)
class Band:
    """An event as an area of the picture."""

    x: float
    bredde: float


@dataclass(frozen=True, slots=True)
class Serie:
    """One municipality (or all, with an empty number) through the years."""

    kommune: str
    navn: str
    aar: tuple[Aarstall, ...]

    @property
    def streker(self) -> tuple[str, ...]:
        """Polylines: one for each run of years with numbers."""
        linjer: list[list[str]] = [[]]
        for ett in self.aar:
            if ett.y is None:
                linjer.append([])
            else:
                linjer[-1].append(f"{ett.x},{ett.y}")
        return tuple(" ".join(linje) for linje in linjer if len(linje) > 1)

    @property
    def har_tall(self) -> bool:
        """Whether there is anything to see."""
        return any(ett.verdi is not None for ett in self.aar)


@dataclass(frozen=True, slots=True)
class Aarsbilder:
    """The pictures; of all together only, when there are ``for_mange``. ``uten`` have nothing that may be shown in any year."""

    aar: tuple[int, ...]
    serier: tuple[Serie, ...]
    uten: tuple[str, ...]
    for_mange: bool
    hendelser: tuple[str, ...]
    band: tuple[Band, ...]
    topp: float
    bredde: int = BREDDE
    hoyde: int = HOYDE


def bilder(linjer: Mapping[Linje, Vist], sprak: Sprak, kart: Mapping[str, int] = INTET_KART) -> Aarsbilder | None:
    """The pictures of one indicator's ``linjer``, as on the map; None with fewer than two years."""
    aarene = sorted(linje.aar for linje in linjer)
    if len(aarene) < 2:
        return None
    etter_aar = {linje.aar: vist for linje, vist in linjer.items()}
    slag = ETTER_ID[next(iter(linjer)).indikator].slag
    verdier = {navn: [_verdi(_tall(etter_aar.get(aar), navn), slag) for aar in _alle(aarene)] for navn in _kommuner(linjer, kart)}
    topp = 1.0 if slag is Slag.ANDEL else max((verdi for rad in verdier.values() for verdi in rad if verdi), default=1.0)
    ordlyd = partial(_tekst, slag, sprak)
    serier = [_serie(navn, rad, _alle(aarene), topp, ordlyd) for navn, rad in verdier.items()]
    for_mange = len(serier) > FLEST
    hendt = [ett for ett in HENDELSER if ett.i_aarene(aarene[0], aarene[-1])]
    return Aarsbilder(
        aar=tuple(_alle(aarene)),
        serier=tuple(ett for ett in (serier[:1] if for_mange else serier) if ett.har_tall),
        uten=() if for_mange else tuple(ett.navn for ett in serier[1:] if not ett.har_tall),
        for_mange=for_mange,
        hendelser=tuple(f"{ett.navn.paa(sprak)} ({_naar(ett)})" for ett in hendt),
        band=tuple(_band(ett, _alle(aarene)) for ett in hendt),
        topp=topp,
    )


def _alle(aarene: Sequence[int]) -> range:
    """Every year from the first to the last, those without files too."""
    return range(aarene[0], aarene[-1] + 1)


def _kommuner(linjer: Mapping[Linje, Vist], kart: Mapping[str, int]) -> list[str]:
    """All together first, then each by its place on the map."""
    return ["", *sorted({kommune for ett in linjer.values() for kommune in (*ett.enkelt, *ett.samlede)}, key=som_paa(kart))]


def _tall(vist: Vist | None, kommune: str) -> Tall | None:
    if vist is None:
        return None
    return vist.enkelt.get(kommune) if kommune else vist.alle


def _verdi(tall: Tall | None, slag: Slag) -> float | None:
    if tall is None or not tall.nevner:
        return None
    return float(tall.teller) if slag is Slag.ANTALL else tall.teller / tall.nevner


def _tekst(slag: Slag, sprak: Sprak, verdi: float | None) -> str:
    """Whole per cent, whole persons and kroner; days and months with a decimal."""
    if verdi is None:
        return ""
    if slag is Slag.ANDEL:
        return f"{100 * verdi:.0f} %"
    ord_ = f"{verdi:,.0f}" if slag is Slag.ANTALL or verdi >= MYE else f"{verdi:.1f}"
    return ord_ if sprak == "en" else ord_.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")


def _serie(kommune: str, verdier: Sequence[float | None], aarene: range, topp: float, ordlyd: Callable[[float | None], str]) -> Serie:
    aar = (Aarstall(ett, verdi, ordlyd(verdi), _x(ett, aarene), _y(verdi, topp)) for ett, verdi in zip(aarene, verdier, strict=True))
    return Serie(kommune, KOMMUNER.get(kommune, kommune), tuple(aar))


def _x(aar: float, aarene: range) -> float:
    return round(KANT + (aar - aarene[0]) / (len(aarene) - 1) * (BREDDE - 2 * KANT), 1)


def _y(verdi: float | None, topp: float) -> float | None:
    return None if verdi is None else round(HOYDE - KANT - verdi / topp * (HOYDE - 2 * KANT), 1)


def _band(hendelse: Hendelse, aarene: range) -> Band:
    """Half a year to each side of the years it touched, inside the picture."""
    fra, til = (min(max(_x(aar, aarene), 0.0), float(BREDDE)) for aar in (hendelse.fra - 0.25, hendelse.til + 0.25))
    return Band(fra, round(til - fra, 1))


def _naar(hendelse: Hendelse) -> str:
    return str(hendelse.fra) if hendelse.fra == hendelse.til else f"{hendelse.fra}–{hendelse.til}"
