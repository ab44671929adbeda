"""All that decides what can come next in a case, gathered for ``sakport``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Exists, OuterRef
from django.http import Http404

from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.models import FERDIGE, Klage, Sak, Slag, Status, Utfall
from skreddersom.apper.sak.sakport import Sakstilstand, Vedtakstilstand
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.brev.models import Status as Brevstatus
from skreddersom.plattform.ferdig import IDER, Ferdig, FerdigForRolle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.apper.sak.models import Behandling, Vedtak
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def sakstilstand(sak: Sak, alle: Iterable[Behandling] | None = None) -> Sakstilstand:
    """The case as it stands. ``alle`` are its behandlinger (``sporringer.i_saken``), when they are at hand."""
    alle = list(sporringer.i_saken(sak) if alle is None else alle)
    apne = [ett for ett in alle if ett.status not in FERDIGE]
    rundt: Any = sak if hasattr(sak, "apen_klage") else _RUNDT(sak=sak.pk)[0]
    return Sakstilstand(
        saksbehandlere=frozenset({sak.saksbehandler_id, *(ett.saksbehandler_id for ett in apne)} - {None}),
        avsluttet=sak.avsluttet is not None,
        vedtak=tuple(_vedtakene(alle)),
        apne=frozenset(Slag(ett.slag) for ett in apne),
        apen_klage=rundt.apen_klage,
        usendte_brev=rundt.usendte_brev,
        har_bevis=rundt.har_bevis,
        annen_apen_sak=rundt.annen_apen_sak,
    )


def sak(kontekst: Kontekst, sak_id: UUID) -> Sak:
    """As ``sporringer.sak``, with what is around the case, so that ``sakstilstand`` need not ask for it."""
    funnet: Sak | None = next(iter(_SAK(kontekst, sak=sak_id)), None)
    if funnet is None:
        raise Http404
    return funnet


def _med_rundt(saker: QuerySet[Sak]) -> QuerySet[Any]:
    """What is around the case: an open complaint, letters that have not gone, a certificate, another case of the person's."""
    klager = klagesporringer.apne(Klage.objects.filter(sak=OuterRef("pk")))
    brev = Brev.objects.filter(sak_id=OuterRef("pk"))
    andre = Sak.objects.filter(person=OuterRef("person"), avsluttet=None).exclude(pk=OuterRef("pk"))
    return saker.annotate(
        apen_klage=Exists(klager),
        usendte_brev=Exists(brev.filter(status__in=brevene.VENTER)),
        har_bevis=Exists(brev.filter(slag=Brevslag.DELTAKERBEVIS).exclude(status=Brevstatus.FORKASTET)),
        annen_apen_sak=Exists(andre),
    )


_RUNDT: Final[Ferdig[Any]] = Ferdig(lambda sak: _med_rundt(Sak.objects.filter(pk=sak)), sak=IDER)
_SAK: Final[FerdigForRolle[Any]] = FerdigForRolle(
    lambda kontekst, sak: _med_rundt(sporringer.saker(kontekst).select_related("person", "kandidat", "saksbehandler").filter(pk=sak)),
    sak=IDER,
)


def _vedtakene(alle: Iterable[Behandling]) -> list[Vedtakstilstand]:
    vedtatte = [ett for ett in alle if ett.status == Status.VEDTATT]
    omgjort = {ett.gjelder_id for ett in vedtatte if ett.slag == Slag.OMGJORING}
    rader = [_ett_vedtak(ett.vedtak, omgjort=ett.vedtak.pk in omgjort) for ett in vedtatte]
    return sorted(rader, key=lambda ett: ett.dato, reverse=True)


def _ett_vedtak(vedtak: Vedtak, *, omgjort: bool) -> Vedtakstilstand:
    ett = Vedtakstilstand(vedtak.pk, Utfall(vedtak.utfall), vedtak.dato, omgjort=omgjort)
    periode = getattr(vedtak, "periode", None)
    if periode is None or not periode.gjelder:
        return ett
    endret_av = periode.endret_av
    return replace(ett, fra=periode.fra, til=periode.til, avsluttet=endret_av is not None and endret_av.utfall == Utfall.AVSLUTTET)
