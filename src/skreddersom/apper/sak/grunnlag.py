"""What a case rests on as it stands: the newest row of each kind. Earlier rows are history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_noop

from skreddersom.apper.kandidat.models import Person
from skreddersom.apper.sak.models import (
    Aev,
    Barn,
    Bekreftelse,
    Egenvurdering,
    Faktum,
    Forhandsvarsel,
    Uttalelse,
    Vent,
    Vilkarsvurdering,
)
from skreddersom.apper.sak.tilstand import KAN_VARSLES
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTA, Kjent, Opplysning, Vurdering
from skreddersom.kjerne.lov.forhandsvarsel import Varsel
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.brev.vern import SPERRET
from skreddersom.plattform.ferdig import LISTER, Ferdig
from skreddersom.plattform.tilgang.models import Inhabil, Skjerming
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.apper.sak.models import Behandling


KILDE_FODT: Final = gettext_noop("opplysningene kontoret har om personen")
KILDE_AEV: Final = gettext_noop("arbeidsevnevurdering utført %(dato)s")
"""Where a fact is known from when the program itself has written it down; ``dato`` is that of the fact."""


@dataclass(frozen=True, slots=True)
class Vern:
    """Who must be careful with the person, and how: a grading, and those at the office who are too near."""

    gradering: Gradering = Gradering.INGEN
    inhabile: tuple[str, ...] = ()

    @property
    def sperret_adresse(self) -> bool:
        """Whether nobody may learn from us where the person lives."""
        return self.gradering in SPERRET


@dataclass(slots=True)
class Grunnlag:
    """The newest rows of one case and one behandling. ``fakta`` by name, ``vurderinger`` by condition.

    ``alle_aev`` are all there have been, the first first: the timeline tells of each.
    """

    fakta: dict[str, Faktum] = field(default_factory=dict)
    vurderinger: dict[str, Vilkarsvurdering] = field(default_factory=dict)
    aev: Aev | None = None
    alle_aev: list[Aev] = field(default_factory=list)
    barn: Barn | None = None
    egne_ord: Egenvurdering | None = None
    vent: Vent | None = None
    varsel: Any = None
    """The newest ``Forhandsvarsel``, with ``sendt``: when its letter went."""
    uttalelser: list[Uttalelse] = field(default_factory=list)
    besvarte: set[str] = field(default_factory=set)
    vern: Vern = field(default_factory=Vern)

    @property
    def verdier(self) -> dict[str, bool | date]:
        """The facts that are known, by name."""
        return {navn: verdi for navn, rad in self.fakta.items() if (verdi := verdi_av(rad)) is not None}

    @property
    def varslet(self) -> Varsel | None:
        """The newest notice as ``kjerne`` takes it."""
        if self.varsel is None:
            return None
        return Varsel(
            frist=self.varsel.frist,
            sendt=timezone.localdate(self.varsel.sendt) if self.varsel.sendt else None,
            unntak=bool(self.varsel.unntak),
            ferdig_uttalt=any(ett.ferdig for ett in self.uttalelser),
        )

    def brukt(self, navn: Iterable[str]) -> dict[str, str | None]:
        """Which row counts now for each of the facts ``navn``; None where nothing is known."""
        return {ett: str(self.fakta[ett].pk) if ett in self.fakta else None for ett in navn}


def verdi_av(rad: Faktum) -> bool | date | None:
    """The value of a fact as ``kjerne`` takes it; None when it is no longer known."""
    if rad.navn == DATOFAKTUM and isinstance(rad.verdi, str):
        return date.fromisoformat(rad.verdi)
    return cast("bool | None", rad.verdi)


def kjente(fakta: dict[str, Faktum], forfatter: Callable[[Faktum], str] = lambda rad: str(rad.av)) -> dict[str, Kjent]:
    """The facts with their sources, as ``kjerne`` takes them: what is judged with author, day and reason."""
    return {navn: _kjent(rad, forfatter) for navn, rad in fakta.items() if rad.verdi is not None}


def _kjent(rad: Faktum, forfatter: Callable[[Faktum], str]) -> Kjent:
    verdi = cast("bool | date", verdi_av(rad))
    if FAKTA[rad.navn].skjonn and isinstance(verdi, bool):
        return Vurdering(verdi, forfatter(rad), rad.dato, rad.kilde)
    return Opplysning(verdi, rad.kilde)


def gjeldende_fakta(saker: Iterable[UUID]) -> QuerySet[Faktum]:
    """The newest row of each fact in each of the cases."""
    return Faktum.objects.filter(sak_id__blant=saker).order_by("sak_id", "navn", "-nr").distinct("sak_id", "navn")


def gjeldende_vurderinger(ider: Iterable[UUID]) -> QuerySet[Vilkarsvurdering]:
    """The newest answer to each condition in each behandling, with what another has said of it."""
    alle = Vilkarsvurdering.objects.filter(behandling_id__blant=ider).select_related("kvalitetssikring__av", "av")
    return alle.order_by("behandling_id", "vilkar", "-nr").distinct("behandling_id", "vilkar")


def hent(behandlinger: Sequence[Behandling]) -> dict[UUID, Grunnlag]:
    """What each rests on: eight queries, however many they are, and two more when some of them can be given notice of."""
    alle = {ett.pk: Grunnlag() for ett in behandlinger}
    saker = {ett.sak_id for ett in behandlinger}
    i_sak: dict[UUID, list[Grunnlag]] = {}
    for ett in behandlinger:
        i_sak.setdefault(ett.sak_id, []).append(alle[ett.pk])
    _av_saken(saker, i_sak)
    _av_behandlingen(alle)
    _av_varslene({ett.pk: alle[ett.pk] for ett in behandlinger if ett.slag in KAN_VARSLES})
    vernet = vern({ett.person_id for ett in behandlinger})
    for ett in behandlinger:
        alle[ett.pk].vern = vernet[ett.person_id]
    return alle


def vern(personer: Iterable[UUID]) -> dict[UUID, Vern]:
    """The protection of each person. One query."""
    return {rad.pk: Vern(Gradering(rad.gradering or Gradering.INGEN), tuple(rad.inhabile)) for rad in _VERN(ider=list(personer))}


def _vernet(ider: list[UUID]) -> QuerySet[Any]:
    gradering = Skjerming.objects.filter(person_id=OuterRef("pk")).values("gradering")
    inhabile = Inhabil.objects.filter(person_id=OuterRef("pk")).order_by("ansatt__navn").values("ansatt__navn")
    return Person.objects.filter(pk__blant=ider).only("pk").annotate(gradering=Subquery(gradering), inhabile=ArraySubquery(inhabile))


_VERN: Final[Ferdig[Any]] = Ferdig(_vernet, ider=LISTER)


def _av_saken(saker: set[UUID], i_sak: dict[UUID, list[Grunnlag]]) -> None:
    for felt in ("egne_ord", "barn"):
        for rad in _les(felt, saker):
            for ett in i_sak[rad.sak_id]:
                setattr(ett, felt, rad)
    for rad in _les("alle_aev", saker):
        for ett in i_sak[rad.sak_id]:
            ett.aev = rad
            ett.alle_aev.append(rad)
    for rad in _les("fakta", saker):
        for ett in i_sak[rad.sak_id]:
            ett.fakta[rad.navn] = rad


def _av_behandlingen(alle: dict[UUID, Grunnlag]) -> None:
    for rad in _les("vurderinger", alle):
        alle[rad.behandling_id].vurderinger[rad.vilkar] = rad
    for rad in _les("vent", alle):
        alle[rad.behandling_id].vent = rad
    for rad in _les("besvarte", alle):
        alle[rad.behandling_id].besvarte.add(rad.merke)


def _av_varslene(alle: dict[UUID, Grunnlag]) -> None:
    for rad in _les("varsel", alle) if alle else ():
        alle[rad.behandling_id].varsel = rad
    gjeldende = {ett.varsel.pk: ett for ett in alle.values() if ett.varsel is not None}
    for rad in _les("uttalelser", gjeldende) if gjeldende else ():
        gjeldende[rad.varsel_id].uttalelser.append(rad)


def _nyeste_varsel(ider: list[UUID]) -> QuerySet[Any]:
    """The newest notice of each behandling, with when its letter went."""
    sendt = Subquery(Brev.objects.filter(pk=OuterRef("brev")).values("sendt")[:1])
    alle = Forhandsvarsel.objects.filter(behandling_id__blant=ider).annotate(sendt=sendt)
    return alle.order_by("behandling_id", "-nr").distinct("behandling_id")


def _nyeste(rader: QuerySet[Any]) -> QuerySet[Any]:
    return rader.order_by("sak_id", "-nr").distinct("sak_id")


def _siste(rader: QuerySet[Any]) -> QuerySet[Any]:
    return rader.order_by("sak_id", "-dato", "-tid").distinct("sak_id")


LES: Final[dict[str, Ferdig[Any]]] = {
    "fakta": Ferdig(lambda ider: gjeldende_fakta(ider).select_related("av"), ider=LISTER),
    "alle_aev": Ferdig(lambda ider: Aev.objects.filter(sak_id__blant=ider).order_by("sak_id", "nr"), ider=LISTER),
    "egne_ord": Ferdig(lambda ider: _siste(Egenvurdering.objects.filter(sak_id__blant=ider)), ider=LISTER),
    "barn": Ferdig(lambda ider: _nyeste(Barn.objects.filter(sak_id__blant=ider).select_related("av")), ider=LISTER),
    "vurderinger": Ferdig(gjeldende_vurderinger, ider=LISTER),
    "vent": Ferdig(lambda ider: Vent.objects.filter(behandling_id__blant=ider, gjenopptatt=None), ider=LISTER),
    "varsel": Ferdig(_nyeste_varsel, ider=LISTER),
    "uttalelser": Ferdig(lambda ider: Uttalelse.objects.filter(varsel_id__blant=ider), ider=LISTER),
    "besvarte": Ferdig(lambda ider: Bekreftelse.objects.filter(behandling_id__blant=ider), ider=LISTER),
}
"""Field of ``Grunnlag`` → the rows that fill it, for the ids of cases, or of behandlinger."""


def _les(felt: str, ider: Collection[UUID]) -> list[Any]:
    return LES[felt](ider=list(ider))
