"""The log taken out, unit by unit, for another system to keep. Taking it out is itself a row in the log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.plattform.logg.cef import linje
from skreddersom.plattform.logg.dagbok import Notat, skriv
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som, systemet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from skreddersom.plattform.tilgang.models import Kontor


@dataclass(frozen=True, slots=True)
class Periode:
    """Days (UTC), both included; ``None`` is without end."""

    fra: date | None = None
    til: date | None = None

    def __str__(self) -> str:
        return f"{self.fra or ''}/{self.til or ''}"


def som_cef(kontor: Kontor, periode: Periode) -> Iterator[str]:
    """The lines of one unit, without line ends, in the order of the chain. The row that tells of this comes after them."""
    with som(systemet(kontor.pk)) as kontekst:
        rader = Rad.objects.filter(kontor=kontor).order_by("nr")
        if periode.fra:
            rader = rader.filter(tid__gte=periode.fra.isoformat())
        if periode.til:
            rader = rader.filter(tid__lt=f"{periode.til.isoformat()}T24")
        for nr, innhold in rader.values_list("nr", "innhold").iterator():
            yield linje(kontor.navn, nr, json.loads(innhold))
        skriv(kontekst, [Notat(Handling.EKSPORT, formal=Formal.INTERNKONTROLL, detalj=f"cef {periode}")], side="kommandolinja")
