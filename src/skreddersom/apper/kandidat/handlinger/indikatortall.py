"""The indicators of the office's municipalities, for those who look from outside. Counted as somebody without clearance would count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from skreddersom.apper.kandidat.gjenkjenning import som_kostra
from skreddersom.apper.kandidat.handlinger.kontortall import uten_klarering
from skreddersom.apper.kandidat.indikatormodeller import Indikatortall
from skreddersom.apper.kandidat.models import Fil, Filslag, Filstatus, Gjennomgang, Person, Vurdering
from skreddersom.kjerne.indikator.deltakere import deltakere
from skreddersom.kjerne.indikator.telling import MALGRUPPE, tell
from skreddersom.kjerne.screening.identitet import lesbar
from skreddersom.kjerne.screening.rekkefolge import LANGTID
from skreddersom.plattform.tilgang.kontekst import alle_personer

if TYPE_CHECKING:
    from collections.abc import Collection

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def tell_indikatorer(kontekst: Kontekst) -> None:
    """Count the newest 11CF file of every municipality and year anew: what is protected, and who is a candidate, may have changed."""
    klare = Fil.objects.filter(kontor_id=kontekst.kontor, slag=Filslag.CF11, status=Filstatus.KLAR).select_related("innhold")
    for fil in {(fil.kommunenr, fil.aar): fil for fil in klare.order_by("tid")}.values():
        tell_fila(kontekst, fil, bytes(fil.innhold.data))


def tell_fila(kontekst: Kontekst, fil: Fil, data: bytes) -> None:
    """Put the counts of the file in the place of those that stood for its municipality and year."""
    personer = deltakere([som_kostra(fil.navn, data)])
    synlige = personer.filter(~pl.col("nummer").is_in(_vernede(kontekst, personer)).fill_null(value=False))
    tall = tell(synlige, _malgruppe(kontekst, fil, synlige))
    her: dict[str, Any] = {"kontor_id": kontekst.kontor, "kommunenr": fil.kommunenr, "aar": fil.aar}
    Indikatortall.objects.filter(**her).delete()
    Indikatortall.objects.bulk_create(Indikatortall(**her, **rad) for rad in tall.drop("kommune", "aar").iter_rows(named=True))


def _vernede(kontekst: Kontekst, personer: pl.DataFrame) -> list[int]:
    """The numbers of those in the file whom somebody without clearance may not see."""
    numre = [nummer for nummer in _fnr(personer) if nummer]
    her = Person.objects.filter(kontor_id=kontekst.kontor, fnr__in=numre)
    with alle_personer(kontekst):
        alle = set(her.values_list("fnr", flat=True))
    with uten_klarering(kontekst):
        synlige = set(her.values_list("fnr", flat=True))
    return [int(fnr) for fnr in alle - synlige]


def _malgruppe(kontekst: Kontekst, fil: Fil, personer: pl.DataFrame) -> pl.DataFrame | None:
    """The candidates of the last review, when it was of the year of the file; None when nobody has looked."""
    siste = Gjennomgang.objects.filter(kontor_id=kontekst.kontor, status=Gjennomgang.Status.FERDIG).first()
    if siste is None or siste.per.year != fil.aar or fil.aar not in siste.aar or fil.kommunenr not in siste.kommuner:
        return None
    with uten_klarering(kontekst):
        antall = _langvarige(siste, fil.kommunenr, _fnr(personer))
    return pl.DataFrame([(fil.kommunenr, fil.aar, antall)], schema=MALGRUPPE, orient="row")


def _langvarige(siste: Gjennomgang, kommunenr: str, i_program: Collection[str]) -> int:
    lenge = Vurdering.objects.filter(gjennomgang=siste, kommunenr=kommunenr, utenfor="", maneder_siste_12__gte=LANGTID)
    return lenge.exclude(person__fnr__in=i_program).count()


def _fnr(personer: pl.DataFrame) -> list[str]:
    return lesbar(personer["nummer"].drop_nulls()).to_list()
