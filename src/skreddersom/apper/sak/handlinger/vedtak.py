"""The decision: the letter, its hash, the receipt and the decision itself, at once or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.sak import brev, kvittering
from skreddersom.apper.sak.handlinger import felles, kandidaten
from skreddersom.apper.sak.handlinger.felles import Arbeid, Innsending, med_behandling
from skreddersom.apper.sak.handlinger.sakstall import tell_sakene
from skreddersom.apper.sak.models import Periode, Slag, Status, Utfall, Vedtak
from skreddersom.apper.sak.port import Handling
from skreddersom.kjerne.lov.kvittering import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.tilgang.kontekst import Kontekst

SAGT: Final[Mapping[Utfall, tuple[str, ...]]] = {
    Utfall.INNVILGET: ("fra", "til", "start", "timer_uke"),
    Utfall.AVBRUTT: ("fra", "til"),
    Utfall.STANSET: ("fra", "til"),
    Utfall.AVSLUTTET: ("til",),
}
"""Outcome → what of the draft belongs to it, besides the reasons."""


def fatt_vedtak(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Vedtak:
    """Decide as the draft says. The same form twice is one decision, and the same answer.

    Raises as ``med_behandling``, and ``Brukerfeil`` when the period overlaps another of the person's.
    """
    med_behandling(kontekst, behandling_id, inn, Handling.FATT_VEDTAK, _fatt)
    return Vedtak.objects.get(behandling_id=behandling_id)


def _fatt(arbeid: Arbeid) -> dict[str, Any]:
    vedtak = _vedtak(arbeid)
    lagret = brev.lagre(arbeid.kontekst, arbeid.behandling, arbeid.bak, arbeid.dag)
    vedtak.brev, vedtak.brev_sha256 = lagret.pk, lagret.sha256
    vedtak.kvittering = kvittering.lag(vedtak, arbeid.bak)
    vedtak.kvittering_sha256 = sha256(vedtak.kvittering)
    vedtak.save(force_insert=True)
    _endre_gammel_periode(vedtak)
    if vedtak.utfall == Utfall.INNVILGET and vedtak.fra and vedtak.til:
        Periode.objects.create(**felles.felles(arbeid.kontekst, vedtak.sak), vedtak=vedtak, fra=vedtak.fra, til=vedtak.til)
    kandidaten.er_avgjort(arbeid.kontekst, vedtak)
    tell_sakene(arbeid.kontekst)
    arbeid.behandling.status = Status.VEDTATT
    return {"vedtak": str(vedtak.pk), "utfall": vedtak.utfall}


def _vedtak(arbeid: Arbeid) -> Vedtak:
    behandling = arbeid.behandling
    return Vedtak(
        **felles.felles(arbeid.kontekst, behandling.sak),
        **_sagt(behandling),
        sak=behandling.sak,
        behandling=behandling,
        dato=arbeid.dag,
        av_id=arbeid.kontekst.ansatt,
        saksbehandler=behandling.saksbehandler,
        barn=arbeid.bak.barn.antall if arbeid.bak.barn else None,
    )


def _sagt(behandling: Behandling) -> dict[str, Any]:
    felt = ("utfall", "begrunnelse", "alternativ_uten_kvp", *SAGT.get(Utfall(behandling.utfall), ()))
    return {navn: getattr(behandling, navn) for navn in felt}


def _endre_gammel_periode(vedtak: Vedtak) -> None:
    """What an end or a reversal does to the period of the decision it is about: cut short, or taken away."""
    behandling = vedtak.behandling
    if behandling.slag not in (Slag.AVSLUTNING, Slag.OMGJORING):
        return
    if vedtak.utfall == Utfall.OPPHEVET:
        _gi_tilbake_perioder(vedtak)
    periode = Periode.objects.filter(vedtak=behandling.gjelder, gjelder=True).first()
    if periode is None:
        return
    siste = vedtak.til if vedtak.utfall == Utfall.AVSLUTTET else vedtak.fra and vedtak.fra - timedelta(days=1)
    if siste is None or siste < periode.fra:
        periode.gjelder = False
    else:
        periode.til = min(periode.til, siste)
    periode.endret_av = vedtak
    periode.save(update_fields=["til", "gjelder", "endret_av"])


def _gi_tilbake_perioder(vedtak: Vedtak) -> None:
    """What the lifted decision took from other periods, counts again as it was granted (lovvalg L44)."""
    for periode in Periode.objects.filter(endret_av=vedtak.behandling.gjelder).select_related("vedtak"):
        periode.til, periode.gjelder, periode.endret_av = periode.vedtak.til or periode.til, True, vedtak
        periode.save(update_fields=["til", "gjelder", "endret_av"])
