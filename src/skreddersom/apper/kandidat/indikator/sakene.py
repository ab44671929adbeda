"""What the cases of the offices tell so far this year: for each office by itself, and hidden beside what the files show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.indikatormodeller import Sakstall
from skreddersom.kjerne.indikator.dom import ett_tall
from skreddersom.kjerne.indikator.katalog import KATALOG
from skreddersom.kjerne.indikator.saker import sammen, ved_fila
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from skreddersom.kjerne.indikator.dom import Rad
    from skreddersom.kjerne.indikator.skjul import Telt, Vist
    from skreddersom.plattform.tilgang.models import Kontor


@dataclass(frozen=True, slots=True)
class Sakslinje:
    """One indicator from the cases, on the day ``per``: offices in the order of the map, hidden ones with no number.

    ``samlet`` are the hidden ones together and ``alle`` everyone; None where it would give something away.
    """

    linje: Linje
    per: date
    rader: tuple[tuple[str, Rad | None], ...]
    samlet: Rad | None
    samlede: tuple[str, ...]
    alle: Rad | None


def les_sakene(
    kontorer: Sequence[Kontor], telt: Telt, vist: Mapping[Linje, Vist], indikatorer: Collection[str] | None
) -> dict[str, Sakslinje]:
    """Indicator → what may be shown, in the order of the catalogue. ``telt`` and ``vist`` are the files'. One query."""
    tall = Sakstall.objects.filter(kontor__in=kontorer)
    rader = list(tall if indikatorer is None else tall.filter(indikator__in=indikatorer))
    per = max((ett.per for ett in rader), default=None)
    if per is None:
        return {}
    hos = sammen({str(kontor.pk): [ett.kommunenr for ett in kontor.kommuner.all()] for kontor in kontorer})
    fra_sakene = _telt((ett for ett in rader if ett.per.year == per.year), hos)
    sted = {ett.kommunenr: hos[str(kontor.pk)] for kontor in kontorer for ett in kontor.kommuner.all()}
    skjult = skjul(fra_sakene, ved=ved_fila(telt, vist, sted))
    navn = _navn(kontorer, hos)
    linjer = (Linje(ett.id, per.year) for ett in KATALOG)
    return {linje.indikator: _linje(linje, per, skjult[linje], navn) for linje in linjer if linje in skjult}


def _telt(rader: Iterable[Sakstall], hos: Mapping[str, str]) -> Telt:
    """Offices that share a municipality are one here, as they are in the files."""
    telt: Telt = {}
    for ett in rader:
        rad = telt.setdefault(Linje(ett.indikator, ett.per.year), {})
        for_ = rad.get(hos[str(ett.kontor_id)], Tall(0, 0))
        rad[hos[str(ett.kontor_id)]] = Tall(for_.teller + ett.teller, for_.nevner + ett.nevner)
    return telt


def _navn(kontorer: Sequence[Kontor], hos: Mapping[str, str]) -> dict[str, str]:
    """Place → the names of its offices, in the order of the map."""
    navn: dict[str, list[str]] = {}
    for kontor in kontorer:
        navn.setdefault(hos[str(kontor.pk)], []).append(kontor.navn)
    return {sted: " + ".join(egne) for sted, egne in navn.items()}


def _linje(linje: Linje, per: date, vist: Vist, navn: Mapping[str, str]) -> Sakslinje:
    steder = [sted for sted in navn if sted in vist.enkelt or sted in vist.samlede]
    rader = tuple((navn[sted], ett_tall(linje, sted, vist.enkelt[sted]) if sted in vist.enkelt else None) for sted in steder)
    samlet, alle = (ett_tall(linje, "", tall) if tall else None for tall in (vist.samlet, vist.alle))
    return Sakslinje(linje, per, rader, samlet, tuple(navn[sted] for sted in steder if sted in vist.samlede), alle)
