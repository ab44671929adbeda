"""Counts that others may see: a small number is hidden, and cannot be worked out from totals, other indicators or other years.

Whoever is hidden in a line stands together in one «samlepost», and the total is the shown ones and that post. So subtraction gives the
post again, and nothing inside it. The post itself must be large enough, and hold at least two; else the smallest of the shown ones goes
into it too (secondary suppression). When nobody is left to put in, the total is not shown either.

Lines that have numbers in common hide the same municipalities, or more: see ``_modre``. Three sums bind them. Those counted among others
are a part of them. The end states of a year add up to its participants. And those still in programme at the end of a year, with the new
ones, are the participants of the next; so what the end states do not say could be found in the year after, and is looked for there.

The cases tell of nearly the same persons as the files, so they are hidden beside them: see ``Ved``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG, Slag
from skreddersom.kjerne.statistikk.undertrykk import MINST, for_lite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import polars as pl

UTFALL: Final = ("i_program", "fullfort", "avbrutt")
"""How it stood at the end of the year: with those of unknown state they add up to the participants."""

SLUTT: Final = ("i_program", "avbrutt")
"""The end states that are hidden together: from one of them, and those who completed, follows the other."""

FORELDER: Final[Mapping[str, str]] = {
    **{ett.id: "fullfort" if ett.base == "fullfort" else "deltakere" for ett in KATALOG if ett.id != "deltakere"},
    **dict.fromkeys(SLUTT, "fullfort"),
    "dager_vedtak": "nye",
    "dager_start": "nye",
    "vedtak_30": "dager_vedtak",
    "start_30": "dager_start",
}
"""Of which line the persons of an indicator are a part, or what it would betray; where that one is hidden, so is this."""

DYBDE: Final = {"deltakere": 0, "fullfort": 1, "nye": 2, "vedtak_30": 4, "start_30": 4}
"""In which order lines are decided; all others third."""


class Tall(NamedTuple):
    """Two whole numbers: so many of so many, or a sum over so many."""

    teller: int
    nevner: int


class Linje(NamedTuple):
    """One indicator in one year."""

    indikator: str
    aar: int


Telt = dict[Linje, dict[str, Tall]]
"""What was counted: line → municipality → numbers."""


@dataclass(frozen=True, slots=True)
class Vist:
    """One indicator in one year as it may be shown. ``enkelt`` are the municipalities that stand alone.

    ``samlet`` are the others together, ``samlede`` which they are; ``alle`` is everyone, None when it would give something away.
    """

    enkelt: dict[str, Tall]
    samlede: tuple[str, ...]
    samlet: Tall | None
    alle: Tall | None


def fra_ramme(ramme: pl.DataFrame) -> Telt:
    """The counts of ``telling.tell`` by line and municipality."""
    telt: Telt = {}
    for kommune, aar, indikator, teller, nevner in ramme.iter_rows():
        telt.setdefault(Linje(indikator, aar), {})[kommune] = Tall(teller, nevner)
    return telt


def vis_alt(telt: Telt) -> dict[Linje, Vist]:
    """Every number, for those who hold the files themselves."""
    return {linje: _vist(rad, _Dom(frozenset())) for linje, rad in telt.items()}


@dataclass(frozen=True, slots=True)
class Ved:
    """What is shown of the same persons from elsewhere, by the same places, and stays as it is.

    ``telt`` is what was counted there, ``skjult`` where it is hidden, and ``uten_sum`` the lines whose total is not shown.
    """

    telt: Telt
    skjult: Mapping[Linje, frozenset[str]]
    uten_sum: frozenset[Linje]

    def dommer(self, familie: Sequence[Linje]) -> list[_Dom]:
        """What is hidden there must be hidden here: the two are nearly the same number."""
        linjer = {linje for ett in familie for linje in (ett, *_modre(ett))} & self.skjult.keys()
        return [_Dom(self.skjult[linje], linje not in self.uten_sum) for linje in linjer]

    def kolonner(self, familie: Sequence[Linje], telt: Telt) -> Iterator[dict[str, int]]:
        """Who is new tells, of all, who was there a year ago: where that is shown there, both are looked at here."""
        for linje in familie:
            for_, nye = self.telt.get(Linje(SLUTT[0], linje.aar - 1), {}), telt.get(Linje("nye", linje.aar), {})
            if linje.indikator == "deltakere":
                yield {kommune: tall.teller for kommune, tall in nye.items() if kommune in for_}

    def forskjeller(self, familie: Sequence[Linje], telt: Telt) -> Iterator[dict[str, int | None]]:
        """How many more or fewer there are here; None where there is nothing to take it from."""
        for linje in familie:
            andre = self.telt.get(linje, {})
            for plass in range(len(_personer(linje.indikator, Tall(0, 0)))):
                yield {navn: _mer(linje.indikator, plass, tall, andre.get(navn)) for navn, tall in telt[linje].items()}


ALENE: Final = Ved({}, {}, frozenset())
"""Nothing is shown elsewhere."""


def skjul(telt: Telt, minst: int = MINST, ved: Ved = ALENE) -> dict[Linje, Vist]:
    """What others may see of ``telt``. The lines must be all that are ever shown of these persons, in all years, but for ``ved``."""
    dommer: dict[Linje, _Dom] = {}
    kjent = {**ved.telt, **telt}
    for familie in _familier(telt):
        over = [dommer[mor] for linje in familie for mor in _modre(linje) if mor in dommer] + ved.dommer(familie)
        kolonner = [*_kolonner(familie, kjent), *ved.kolonner(familie, telt)]
        dommer |= dict.fromkeys(familie, _dom(kolonner, list(ved.forskjeller(familie, telt)), over, minst))
    return {linje: _vist(rad, dommer[linje]) for linje, rad in telt.items()}


def trengs(indikator: str) -> frozenset[str]:
    """The indicators that decide who is hidden in this one, itself among them: to show it, these must be known in all years."""
    funnet, igjen = set[str](), [indikator]
    while igjen:
        ett = igjen.pop()
        if ett not in funnet:
            funnet.add(ett)
            igjen += [mor.indikator for mor in _modre(Linje(ett, 0))] + (list(SLUTT) if ett in SLUTT else [])
    return frozenset(funnet)


@dataclass(frozen=True, slots=True)
class _Dom:
    """Who is hidden in a family of lines, and whether they may be shown together."""

    skjult: frozenset[str]
    samlet: bool = True


def _modre(linje: Linje) -> Iterator[Linje]:
    """The lines whose hidden ones must be hidden here too, so that nothing is left over when one is taken from another."""
    if linje.indikator in FORELDER:
        yield Linje(FORELDER[linje.indikator], linje.aar)
    if linje.indikator == "nye":
        yield Linje("fullfort", linje.aar - 1)
    if linje.indikator in SLUTT:
        yield Linje("nye", linje.aar + 1)


def _familier(telt: Telt) -> list[list[Linje]]:
    """Lines that are hidden together, each family after those that it depends on."""
    familier: dict[tuple[int, str, int], list[Linje]] = {}
    for linje in telt:
        navn = SLUTT[0] if linje.indikator in SLUTT else linje.indikator
        familier.setdefault((DYBDE.get(navn, 3), navn, linje.aar), []).append(linje)
    return [familier[nokkel] for nokkel in sorted(familier)]


def _kolonner(familie: Sequence[Linje], telt: Telt) -> Iterator[dict[str, int]]:
    """The numbers of persons that a reader could learn from the family, municipality by municipality."""
    for linje in familie:
        for plass in range(len(_personer(linje.indikator, Tall(0, 0)))):
            yield {kommune: _personer(linje.indikator, tall)[plass] for kommune, tall in telt[linje].items()}
    forste, aar = familie[0]
    if forste in SLUTT:
        yield _rest([telt.get(Linje(navn, aar), {}) for navn in UTFALL])
    if forste == "nye":
        yield _avsluttet_uten_a_fullfore(telt, aar)


def _rest(utfall: Sequence[Mapping[str, Tall]]) -> dict[str, int]:
    """Those whose end state is unknown: what the end states leave of the participants."""
    kjente = set(utfall[0]).intersection(*utfall)
    return {kommune: utfall[0][kommune].nevner - sum(rad[kommune].teller for rad in utfall) for kommune in kjente}


def _avsluttet_uten_a_fullfore(telt: Telt, aar: int) -> dict[str, int]:
    """What follows of the year before: whoever neither completed then nor is here without being new, was interrupted."""
    for_, nye = telt.get(Linje("fullfort", aar - 1), {}), telt[Linje("nye", aar)]
    return {
        kommune: for_[kommune].nevner - for_[kommune].teller - (tall.nevner - tall.teller)
        for kommune, tall in nye.items()
        if kommune in for_
    }


def _personer(indikator: str, tall: Tall) -> tuple[int, ...]:
    """The persons a number tells of: those who have it and those who do not; in a mean, those it is the mean of."""
    if ETTER_ID[indikator].slag is Slag.ANDEL:
        return tall.nevner, tall.teller, tall.nevner - tall.teller
    return (tall.nevner,)


def _mer(indikator: str, plass: int, her: Tall, der: Tall | None) -> int | None:
    return None if der is None else _personer(indikator, her)[plass] - _personer(indikator, der)[plass]


def _dom(kolonner: list[dict[str, int]], forskjeller: list[dict[str, int | None]], over: list[_Dom], minst: int) -> _Dom:
    """Hidden are those who are hidden above, those with a small number, and so many more that all of them together are safe."""
    skjult = {kommune for kolonne in kolonner for kommune, antall in kolonne.items() if for_lite(antall, minst)}
    skjult |= {kommune for kolonne in forskjeller for kommune, mer in kolonne.items() if for_lite(abs(mer or 0), minst)}
    skjult = skjult.union(*(dom.skjult for dom in over))
    for neste in _minste_forst(kolonner, skjult):
        if _er_trygge(kolonner, forskjeller, skjult, minst):
            break
        skjult.add(neste)
    return _Dom(frozenset(skjult), _er_trygge(kolonner, forskjeller, skjult, minst) and all(dom.samlet for dom in over))


def _minste_forst(kolonner: list[dict[str, int]], skjult: set[str]) -> list[str]:
    """Those who are still shown, the smallest first: so little as possible is lost."""
    storrelse: dict[str, int] = {}
    for kolonne in kolonner:
        storrelse |= {kommune: max(antall, storrelse.get(kommune, 0)) for kommune, antall in kolonne.items()}
    return sorted(storrelse.keys() - skjult, key=lambda kommune: (storrelse[kommune], kommune))


def _er_trygge(kolonner: list[dict[str, int]], forskjeller: list[dict[str, int | None]], skjult: set[str], minst: int) -> bool:
    """Whether the hidden ones together tell nothing of any of them: at least two, and no sum that is small or can be made in one way."""
    poster = [[antall for kommune, antall in kolonne.items() if kommune in skjult] for kolonne in kolonner]
    mer = [[antall for kommune, antall in kolonne.items() if kommune in skjult] for kolonne in forskjeller]
    kan_staa = all(
        not post or (len(post) > 1 and not for_lite(sum(post), minst) and set(post) not in ({1}, {minst - 1})) for post in poster
    )
    return kan_staa and not any(for_lite(abs(sum(post)), minst) for post in map(_hele, mer))


def _hele(post: Sequence[int | None]) -> list[int]:
    """The post, where all of it is known; else nothing can be taken from it."""
    kjent = [antall for antall in post if antall is not None]
    return kjent if len(kjent) == len(post) else []


def _vist(rad: Mapping[str, Tall], dom: _Dom) -> Vist:
    samlede = tuple(kommune for kommune in rad if kommune in dom.skjult)
    enkelt = {kommune: tall for kommune, tall in rad.items() if kommune not in dom.skjult}
    if samlede and not dom.samlet:
        return Vist(enkelt, samlede, None, None)
    return Vist(enkelt, samlede, _sum(rad, samlede) if samlede else None, _sum(rad, rad))


def _sum(rad: Mapping[str, Tall], hvem: Iterable[str]) -> Tall:
    tall = [rad[kommune] for kommune in hvem]
    return Tall(sum(ett.teller for ett in tall), sum(ett.nevner for ett in tall))
