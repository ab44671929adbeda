"""What a review found, counted for the one who looks: protected persons are in no number that is shown to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from skreddersom.apper.kandidat.models import Kandidat, Vurdering
from skreddersom.kjerne.screening.utenfor import GRUNNER
from skreddersom.plattform.design.setninger import paa_sprak

if TYPE_CHECKING:
    from skreddersom.apper.kandidat.models import Gjennomgang


@dataclass(frozen=True, slots=True)
class Oppsummering:
    """Persons, candidates, and those outside by reason (id, sentence and number). ``borte`` were candidates, and are not found now."""

    personer: int
    kandidater: int
    nye: int
    utenfor: tuple[tuple[str, str, int], ...]
    borte: int


def av(gjennomgang: Gjennomgang) -> Oppsummering:
    """The numbers of a review that is done."""
    telt = dict(Vurdering.objects.filter(gjennomgang=gjennomgang).order_by().values_list("utenfor").annotate(n=Count("pk")))
    return Oppsummering(
        personer=sum(telt.values()),
        kandidater=telt.get("", 0),
        nye=Kandidat.objects.filter(funnet_i=gjennomgang).exclude(inntak__vurdering__gjennomgang=gjennomgang).count(),
        utenfor=tuple((grunn.id, paa_sprak(grunn.tekst), telt.get(grunn.id, 0)) for grunn in GRUNNER),
        borte=Kandidat.objects.filter(borte_i=gjennomgang).count(),
    )
