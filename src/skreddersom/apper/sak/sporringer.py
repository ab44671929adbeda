"""The only way to cases: what the one who looks may see. The office and the protected are held by the database, below this."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from django.db.models import Exists, F, Func, OuterRef, Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext

from skreddersom.apper.sak import brev, grunnlag, krav, varsler
from skreddersom.apper.sak.models import (
    FERDIGE,
    Behandling,
    Hendelse,
    Klage,
    Klageretur,
    Kvalitetssikring,
    Retur,
    Retursaarsak,
    Sak,
    Slag,
    Status,
    Svar,
    Utfall,
    Vedtak,
)
from skreddersom.apper.sak.tilstand import Tilstand, Utkasttilstand, Vilkarstilstand
from skreddersom.kjerne.lov.forhandsvarsel import Innvilget
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.ferdig import IDER, Ferdig, FerdigForRolle
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Faktum, Vilkarsvurdering
    from skreddersom.kjerne.lov.versjoner import Lovversjon
    from skreddersom.kjerne.lov.vilkar import Vilkar
    from skreddersom.plattform.tilgang.kontekst import Kontekst

SER_ALLE: Final = frozenset({Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER})
"""Roles that see all cases of the office. A veileder sees their own and those nobody has; all others see none."""


def saker(kontekst: Kontekst) -> QuerySet[Sak]:
    """The cases that the one who acts may see."""
    alle = Sak.objects.filter(kontor_id=kontekst.kontor)
    if kontekst.rolle in SER_ALLE or kontekst.person is not None:  # a case opened to somebody: the database holds it to the one
        return alle
    if kontekst.rolle is Rolle.VEILEDER:
        mine = Behandling.objects.filter(sak=OuterRef("pk"), saksbehandler_id=kontekst.ansatt).exclude(status__in=FERDIGE)
        klager = Klage.objects.filter(sak=OuterRef("pk"), saksbehandler_id=kontekst.ansatt)
        return alle.filter(Q(saksbehandler_id=kontekst.ansatt) | Q(saksbehandler=None) | Exists(mine) | Exists(klager))
    return alle.none()


def behandlinger(kontekst: Kontekst) -> QuerySet[Behandling]:
    """The behandlinger of the cases that the one who acts may see."""
    alle = Behandling.objects.filter(kontor_id=kontekst.kontor)
    if kontekst.rolle in SER_ALLE or kontekst.person is not None:
        return alle
    return alle.filter(sak__in=saker(kontekst))


def vedtak(kontekst: Kontekst) -> QuerySet[Vedtak]:
    """The decisions in the cases that the one who acts may see."""
    return Vedtak.objects.filter(kontor_id=kontekst.kontor, sak__in=saker(kontekst))


def sak(kontekst: Kontekst, sak_id: UUID) -> Sak:
    """One case with person and saksbehandler, if the one who acts may see it. Raises ``Http404`` otherwise."""
    for funnet in _SAK(kontekst, sak=sak_id):
        return funnet
    raise Http404


_SAK: Final = FerdigForRolle(
    lambda kontekst, sak: saker(kontekst).select_related("person", "kandidat", "saksbehandler").filter(pk=sak), sak=IDER
)


def behandling(kontekst: Kontekst, behandling_id: UUID) -> Behandling:
    """One behandling with all that is shown of it and its case, if the one who acts may see it. Raises ``Http404`` otherwise."""
    for funnet in _BEHANDLING(kontekst, behandling=behandling_id):
        return funnet
    raise Http404


def _behandling(kontekst: Kontekst, behandling: UUID) -> QuerySet[Behandling]:
    return med_alt(behandlinger(kontekst)).select_related("sak__person", "sak__saksbehandler").filter(pk=behandling)


_BEHANDLING: Final = FerdigForRolle(_behandling, behandling=IDER)


def i_saken(sak: Sak) -> list[Behandling]:
    """The behandlinger of a case, with all that is shown of them: the one that is worked on first, then the newest."""
    return sorted(_I_SAKEN(sak=sak.pk), key=lambda ett: ett.status in FERDIGE)


_I_SAKEN: Final = Ferdig(lambda sak: med_alt(Behandling.objects.filter(sak_id=sak)).select_related("vedtak__periode__endret_av"), sak=IDER)


def alt_som_har_skjedd(sak: Sak) -> list[Hendelse]:
    """Every event of a case, the last first."""
    return _ALT(sak=sak.pk)


_ALT: Final = Ferdig(lambda sak: Hendelse.objects.filter(sak_id=sak).select_related("av"), sak=IDER)


def med_alt(sporring: QuerySet[Behandling]) -> QuerySet[Behandling]:
    """The same behandlinger, with what is shown of them fetched at once."""
    return sporring.select_related("sak__kandidat", "person", "soknad", "saksbehandler", "beslutter", "gjelder", "vedtak")


def tilstand(behandling: Behandling, dag: date) -> Tilstand:
    """All that decides what may happen next with this one, also what the letter lacks and which words must be answered for."""
    return tilstand_av(behandling, grunnlag.hent([behandling])[behandling.pk], dag)


def tilstander(alle: Sequence[Behandling], dag: date) -> dict[UUID, Tilstand]:
    """The same for many, in a fixed number of queries; without what the letters lack. ``alle`` have their ``soknad`` fetched."""
    bak = grunnlag.hent(alle)
    return {ett.pk: tilstand_av(ett, bak[ett.pk], dag, med_brev=False) for ett in alle}


def tilstand_av(behandling: Behandling, bak: Grunnlag, dag: date, *, med_brev: bool = True) -> Tilstand:
    """The same from what it rests on, when that is at hand."""
    tilstand = _uten_brev(behandling, bak, dag)
    if not med_brev:
        return tilstand
    som_det_blir = copy(behandling)
    som_det_blir.utfall = krav.antatt(tilstand, dag)
    brev_mangler = brev.mangler(som_det_blir, bak, dag)
    return replace(tilstand, brev_mangler=brev_mangler, advarsler=varsler.advarsler(behandling, bak, dag))


def _uten_brev(behandling: Behandling, bak: Grunnlag, dag: date) -> Tilstand:
    return Tilstand(
        slag=Slag(behandling.slag),
        status=Status(behandling.status),
        saksbehandler=behandling.saksbehandler_id,
        beslutter=behandling.beslutter_id,
        versjon=behandling.versjon,
        mottatt=behandling.soknad.mottatt if behandling.soknad else None,
        vilkar=_vilkar(bak, versjon_paa(dag)),
        utkast=_utkast(behandling),
        aev_utfort=bak.aev.utfort if bak.aev else None,
        barn=bak.barn.antall if bak.barn else None,
        vent_til=bak.vent.frist if bak.vent else None,
        varsel=bak.varslet,
        omgjores=_omgjores(behandling),
    )


def _omgjores(behandling: Behandling) -> Innvilget | None:
    """What the decision grants that a reversal is about."""
    gammelt = behandling.gjelder if behandling.slag == Slag.OMGJORING else None
    if gammelt is None or gammelt.utfall != Utfall.INNVILGET:
        return None
    return Innvilget(gammelt.fra, gammelt.til, gammelt.start)


def _utkast(behandling: Behandling) -> Utkasttilstand:
    return Utkasttilstand(
        utfall=Utfall(behandling.utfall) if behandling.utfall else None,
        fra=behandling.fra,
        til=behandling.til,
        start=behandling.start,
        timer_uke=behandling.timer_uke,
        begrunnelse=behandling.begrunnelse,
        alternativ_uten_kvp=behandling.alternativ_uten_kvp,
        fullfort=behandling.slag == Slag.AVSLUTNING and behandling.brevfelt.get("gjelder") == "fullfort",
    )


def _vilkar(bak: Grunnlag, versjon: Lovversjon) -> tuple[Vilkarstilstand, ...]:
    return tuple(_ett_vilkar(vilkar, bak, versjon.id) for vilkar in versjon.vilkar)


def _ett_vilkar(vilkar: Vilkar, bak: Grunnlag, versjon: str) -> Vilkarstilstand:
    vurdering = bak.vurderinger.get(vilkar.id)
    if vurdering is None:
        return Vilkarstilstand(vilkar.id, gettext(vilkar.krav))
    sikring = getattr(vurdering, "kvalitetssikring", None)
    return Vilkarstilstand(
        vilkar.id,
        gettext(vilkar.krav),
        svar=Svar(vurdering.svar),
        forfatter=vurdering.av_id,
        utdatert=vurdering.lovversjon != versjon or vurdering.fakta != bak.brukt(vilkar.fakta),
        godkjent=sikring.godkjent if sikring else None,
    )


def hendelser(sak: Sak, *, behandling: Behandling | None = None, klage: Klage | None = None, etter: int = 0) -> list[Hendelse]:
    """What has happened, the last first: in the whole case, in one behandling or complaint, or only what came after the version ``etter``.

    With ``etter`` and neither, only what happened in the case itself counts: those are the events that its version counts.
    """
    alle = sak.hendelser.select_related("av")
    if behandling is not None:
        alle = alle.filter(behandling=behandling)
    elif klage is not None:
        alle = alle.filter(klage=klage)
    elif etter:
        alle = alle.filter(behandling=None, klage=None)
    return list(alle.filter(versjon__gt=etter))


def fakta(sak: Sak) -> dict[str, Faktum]:
    """The facts of the case as they stand, by name."""
    return {ett.navn: ett for ett in grunnlag.gjeldende_fakta([sak.pk]).select_related("av")}


def vurderinger(behandling: Behandling) -> dict[str, Vilkarsvurdering]:
    """The answers that count, by condition, with what another has said of each."""
    return {ett.vilkar: ett for ett in grunnlag.gjeldende_vurderinger([behandling.pk])}


def returaarsaker(kontekst: Kontekst, fra: date, til: date) -> dict[Retursaarsak, int]:
    """How often work was sent back at the office for each reason, from a day to a day (both included).

    Protected persons do not count for those who may not see them. One query.
    """
    i_tida = {"kontor_id": kontekst.kontor, "tid__date__gte": fra, "tid__date__lte": til}
    alle = (modell.objects.filter(**i_tida).order_by() for modell in (Kvalitetssikring, Retur, Klageretur))
    forste, *andre = (ett.annotate(arsak=Func(F("arsaker"), function="unnest")).values_list("arsak", flat=True) for ett in alle)
    telt = Counter(forste.union(*andre, all=True))
    return {arsak: telt[arsak.value] for arsak in Retursaarsak}


def behandlingsdager(behandling: Behandling, dag: date) -> int:
    """Days from the application (or the opening) to the decision, or to ``dag``. Days on hold count like all others."""
    fra = behandling.soknad.mottatt if behandling.soknad else behandling.apnet
    ferdig = getattr(behandling, "vedtak", None)
    return ((ferdig.dato if ferdig else dag) - fra).days


def idag() -> date:
    """The day it is at the office."""
    return timezone.localdate()
