"""The offices side by side, in the order of the map: numbers only, small ones hidden, and no office ever ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.models import Kontortall
from skreddersom.kjerne.statistikk.intervall import wilson
from skreddersom.kjerne.statistikk.undertrykk import andel, for_lite, undertrykk
from skreddersom.plattform.tilgang.sporringer import kontorer_under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Kontor


@dataclass(frozen=True, slots=True)
class Andel:
    """A share that may be shown, with its interval 0–1."""

    k: int
    n: int
    lav: float | None
    hoy: float | None


@dataclass(frozen=True, slots=True)
class Kontorrad:
    """One office. None is a number that is hidden; ``har_tall`` is false when it has reported nothing yet."""

    navn: str
    har_tall: bool = False
    personer: int | None = None
    kandidater: int | None = None
    utfall: Andel | None = None
    tilbudt: Andel | None = None
    siste_gjennomgang: date | None = None
    dager_siden: int | None = None


def rader(kontekst: Kontekst, idag: date) -> list[Kontorrad]:
    """Every office the unit looks after. Two queries."""
    tall = {ett.kontor_id: ett for ett in Kontortall.objects.all()}
    kontorer = list(kontorer_under(kontekst.kontor))
    viste = _viste([tall.get(kontor.pk) for kontor in kontorer])
    return [_rad(kontor, tall.get(kontor.pk), *vist, idag) for kontor, vist in zip(kontorer, viste, strict=True)]


def _viste(tall: Sequence[Kontortall | None]) -> list[tuple[int | None, int | None]]:
    """Persons and candidates of each office, hidden where few; a sum of the list can then tell nothing."""
    personer = undertrykk([ett.personer if ett else 0 for ett in tall])
    kandidater = undertrykk([ett.kandidater if ett else 0 for ett in tall])
    return list(zip(personer, kandidater, strict=True))


def _rad(kontor: Kontor, tall: Kontortall | None, personer: int | None, kandidater: int | None, idag: date) -> Kontorrad:
    if tall is None:
        return Kontorrad(kontor.navn)
    siste = tall.siste_gjennomgang
    utfall = _andel(tall.med_utfall, tall.kandidater) if kandidater is not None else None
    # What is shown side by side may not tell a small difference: those outside the list, those with another outcome.
    utenfor_er_faa = for_lite(tall.personer - tall.kandidater)
    andre_er_faa = utfall is not None and for_lite(tall.med_utfall - tall.tilbudt)
    return Kontorrad(
        navn=kontor.navn,
        har_tall=True,
        personer=None if utenfor_er_faa else personer,
        kandidater=kandidater,
        utfall=utfall,
        tilbudt=None if kandidater is None or andre_er_faa else _andel(tall.tilbudt, tall.kandidater),
        siste_gjennomgang=siste,
        dager_siden=(idag - siste).days if siste else None,
    )


def _andel(k: int, n: int) -> Andel | None:
    if andel(k, n) is None:
        return None
    lav, hoy = wilson(k, n) or (None, None)
    return Andel(k, n, lav, hoy)
