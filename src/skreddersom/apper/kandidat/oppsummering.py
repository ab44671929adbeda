"""What a review found, counted for the one who looks: protected persons are in no number that is shown to others."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from skreddersom.apper.kandidat.models import Gjennomgang, Kandidat, Vurdering
from skreddersom.kjerne.screening.utenfor import GRUNNER


@dataclass(frozen=True, slots=True)
class Oppsummering:
    """Persons, candidates, and those outside by reason (sentence and number). ``borte`` were candidates before and are not found now."""

    personer: int
    kandidater: int
    nye: int
    utenfor: tuple[tuple[str, int], ...]
    borte: int


def av(gjennomgang: Gjennomgang) -> Oppsummering:
    """The numbers of a review that is done."""
    telt = dict(Vurdering.objects.filter(gjennomgang=gjennomgang).order_by().values_list("utenfor").annotate(n=Count("pk")))
    tidligere = Gjennomgang.objects.filter(kontor_id=gjennomgang.kontor_id, startet__lt=gjennomgang.startet)
    fra_for = Kandidat.objects.filter(siste_vurdering__kommunenr__in=gjennomgang.kommuner, siste_vurdering__gjennomgang__in=tidligere)
    funnet = Kandidat.objects.filter(siste_vurdering__gjennomgang=gjennomgang, paa_lista=True)
    return Oppsummering(
        personer=sum(telt.values()),
        kandidater=telt.get("", 0),
        nye=funnet.exclude(person__vurderinger__gjennomgang__in=tidligere).count(),
        utenfor=tuple((grunn.tekst, telt.get(grunn.id, 0)) for grunn in GRUNNER),
        borte=fra_for.count(),
    )
