"""All that decides what can come next in a case, gathered for ``sakport``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.models import FERDIGE, Klage, Periode, Sak, Slag, Status, Utfall
from skreddersom.apper.sak.sakport import Sakstilstand, Vedtakstilstand
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.ferdig import IDER, Ferdig

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from skreddersom.apper.sak.models import Behandling, Vedtak


def sakstilstand(sak: Sak, alle: Iterable[Behandling] | None = None) -> Sakstilstand:
    """The case as it stands. ``alle`` are its behandlinger (``sporringer.i_saken``), when they are at hand."""
    alle = list(sporringer.i_saken(sak) if alle is None else alle)
    apne = [ett for ett in alle if ett.status not in FERDIGE]
    return Sakstilstand(
        saksbehandlere=frozenset({sak.saksbehandler_id, *(ett.saksbehandler_id for ett in apne)} - {None}),
        avsluttet=sak.avsluttet is not None,
        vedtak=tuple(_vedtakene(sak, alle)),
        apne=frozenset(Slag(ett.slag) for ett in apne),
        apen_klage=bool(_KLAGER(sak=sak.pk, antall=1)),
        usendte_brev=len(_USENDTE(sak=sak.pk)),
        annen_apen_sak=sak.avsluttet is not None and Sak.objects.filter(person_id=sak.person_id, avsluttet=None).exists(),
    )


_KLAGER: Final = Ferdig(lambda sak: klagesporringer.apne(Klage.objects.filter(sak_id=sak)).order_by(), sak=IDER)
_USENDTE: Final = Ferdig(lambda sak: Brev.objects.filter(sak_id=sak, status__in=brevene.VENTER).only("pk").order_by(), sak=IDER)
_PERIODER: Final = Ferdig(
    lambda sak: Periode.objects.filter(vedtak__sak_id=sak, gjelder=True).select_related("endret_av").order_by(), sak=IDER
)


def _vedtakene(sak: Sak, alle: Iterable[Behandling]) -> list[Vedtakstilstand]:
    fattet = [ett.vedtak for ett in alle if ett.status == Status.VEDTATT]
    omgjort = {ett.gjelder_id for ett in alle if ett.status == Status.VEDTATT and ett.slag == Slag.OMGJORING}
    perioder = {ett.vedtak_id: ett for ett in _PERIODER(sak=sak.pk)}
    rader = [_ett_vedtak(ett, perioder, omgjort=ett.pk in omgjort) for ett in fattet]
    return sorted(rader, key=lambda ett: ett.dato, reverse=True)


def _ett_vedtak(vedtak: Vedtak, perioder: Mapping[UUID, Periode], *, omgjort: bool) -> Vedtakstilstand:
    periode = perioder.get(vedtak.pk)
    ett = Vedtakstilstand(vedtak.pk, Utfall(vedtak.utfall), vedtak.dato, omgjort=omgjort)
    if periode is None:
        return ett
    endret_av = periode.endret_av
    return replace(ett, fra=periode.fra, til=periode.til, avsluttet=endret_av is not None and endret_av.utfall == Utfall.AVSLUTTET)
