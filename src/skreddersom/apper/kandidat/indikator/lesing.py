"""The counts of all offices the unit looks after, read as few as a page needs and hidden before anybody sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Sum

from skreddersom.apper.kandidat.models import Indikatortall
from skreddersom.kjerne.indikator.dom import sammenlikn
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul, trengs
from skreddersom.plattform.tilgang.models import Kontorkommune

if TYPE_CHECKING:
    from collections.abc import Collection

    from skreddersom.kjerne.indikator.dom import Sammenlikning
    from skreddersom.kjerne.indikator.skjul import Telt, Vist
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def vist(kontekst: Kontekst, indikator: str | None = None) -> dict[Linje, Vist]:
    """Every line that may be shown, in all years; of one ``indikator`` only when it is given. Two queries."""
    telt = _telt(kontekst, trengs(indikator) if indikator else None)
    return {linje: ett for linje, ett in skjul(telt).items() if indikator in {None, linje.indikator}}


def sammenlikninger(linjer: dict[Linje, Vist], aar: int | None = None) -> dict[Linje, Sammenlikning]:
    """Each line with its judgements; of one year only when it is given."""
    return {linje: sammenlikn(linje, ett) for linje, ett in linjer.items() if aar in {None, linje.aar}}


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
