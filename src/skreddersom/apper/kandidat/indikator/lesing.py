"""The counts of all offices the unit looks after, read as few as a page needs and hidden before anybody sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Sum

from skreddersom.apper.kandidat.indikator.sakene import les_sakene
from skreddersom.apper.kandidat.indikatormodeller import Indikatortall
from skreddersom.kjerne.indikator.dom import sammenlikn
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul, trengs
from skreddersom.plattform.tilgang.models import Kontorkommune
from skreddersom.plattform.tilgang.sporringer import kontorer_under

if TYPE_CHECKING:
    from collections.abc import Collection

    from skreddersom.apper.kandidat.indikator.sakene import Sakslinje
    from skreddersom.kjerne.indikator.dom import Sammenlikning
    from skreddersom.kjerne.indikator.skjul import Telt, Vist
    from skreddersom.plattform.tilgang.kontekst import Kontekst


VED_SAKENE: Final = trengs("i_program")
"""What must always be known: it decides who is hidden among all whom the cases tell of."""


@dataclass(frozen=True, slots=True)
class Lest:
    """What may be shown: ``linjer`` from the files, in all years, and ``saker`` from the cases, by indicator. Never added together.

    ``kart`` is the place of each municipality: that of its office, from west to east.
    """

    linjer: dict[Linje, Vist]
    saker: dict[str, Sakslinje]
    kart: dict[str, int]

    def sammenlikninger(self, aar: int | None = None) -> dict[Linje, Sammenlikning]:
        """Each line of the files with its judgements; of one year only when it is given."""
        return {linje: sammenlikn(linje, ett, self.kart) for linje, ett in self.linjer.items() if aar in {None, linje.aar}}


def les(kontekst: Kontekst, indikator: str | None = None) -> Lest:
    """Everything that may be shown; of one ``indikator`` only when it is given. A fixed number of queries."""
    trengt = trengs(indikator) | VED_SAKENE if indikator else None
    telt = _telt(kontekst, trengt)
    vist = skjul(telt)
    kontorer = list(kontorer_under(kontekst.kontor).prefetch_related("kommuner"))
    kart: dict[str, int] = {}
    for kontor in kontorer:
        for kommune in kontor.kommuner.all():
            kart.setdefault(kommune.kommunenr, kontor.rekkefolge)
    saker = les_sakene(kontorer, telt, vist, trengt)
    return Lest(
        {linje: ett for linje, ett in vist.items() if indikator in {None, linje.indikator}},
        {navn: ett for navn, ett in saker.items() if indikator in {None, navn}},
        kart,
    )


def _telt(kontekst: Kontekst, indikatorer: Collection[str] | None) -> Telt:
    """A municipality with several offices is one: their counts are added up."""
    tall = Indikatortall.objects.all()
    if indikatorer is not None:
        tall = tall.filter(indikator__in=indikatorer)
    egne = list(Kontorkommune.objects.filter(kontor_id=kontekst.kontor).values_list("kommunenr", flat=True))
    if egne:
        tall = tall.filter(kommunenr__in=egne)
    telt: Telt = {}
    rader = tall.values_list("indikator", "aar", "kommunenr").annotate(Sum("teller"), Sum("nevner")).order_by("aar", "kommunenr")
    for indikator, aar, kommunenr, teller, nevner in rader:
        telt.setdefault(Linje(indikator, aar), {})[kommunenr] = Tall(int(teller), int(nevner))
    return telt
