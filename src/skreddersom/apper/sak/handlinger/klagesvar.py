"""What the office answers a complaint with: reversal, dismissal, or the County Governor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.utils.translation import gettext as _

from skreddersom.apper.sak import klagebrev, klagesporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.klagefelles import Klagearbeid, med_klage
from skreddersom.apper.sak.handlinger.vilkar import Dom, krev_arsak
from skreddersom.apper.sak.klageport import Handling
from skreddersom.apper.sak.models import (
    Behandling,
    Hendelse,
    Klageretur,
    Klagestatus,
    Omgjoringsarsak,
    Oversendelse,
    Slag,
    Utfall,
)
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev.vern import har_sperret_adresse

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.apper.sak.handlinger.felles import Innsending
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Klageutkast:
    """The draft of the covering letter, as far as it has come. Addresses line by line."""

    anforsler: str = ""
    vurdering: str = ""
    vedlegg: tuple[str, ...] = ()
    til_adresse: tuple[str, ...] = ()
    kopi_adresse: tuple[str, ...] = ()
    omgjort_del: str = ""


def lagre_klageutkast(kontekst: Kontekst, klage_id: UUID, inn: Innsending, utkast: Klageutkast) -> Hendelse:
    """Keep the draft; a protected address is not kept. Raises as ``med_klage``."""

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        klage = arbeid.klage
        klage.anforsler, klage.vurdering = felles.ren(utkast.anforsler), felles.ren(utkast.vurdering)
        klage.omgjort_del = felles.ren(utkast.omgjort_del)
        klage.vedlegg, klage.til_adresse, klage.kopi_adresse = (
            [linje.strip() for linje in linjer if linje.strip()] for linjer in (utkast.vedlegg, utkast.til_adresse, utkast.kopi_adresse)
        )
        if har_sperret_adresse(klage.person_id):
            klage.kopi_adresse = []
        return {}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_UTKAST, gjor)


def send_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending) -> Hendelse:
    """Let another look at the covering letter. Raises as ``med_klage``."""
    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_SEND, lambda arbeid: _flytt(arbeid, Klagestatus.TIL_BESLUTNING))


def angre_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending) -> Hendelse:
    """Take it back while it has not gone. Raises as ``med_klage``."""
    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_ANGRE, lambda arbeid: _flytt(arbeid, Klagestatus.UNDER_ARBEID))


def returner_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending, dom: Dom) -> Hendelse:
    """Send it back, with reasons from the closed list. Raises as ``med_klage``, and ``Brukerfeil`` without a reason."""

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        if dom.godkjent:
            raise Brukerfeil(_("En retur er ikke en godkjenning."))
        krev_arsak(dom)
        Klageretur.objects.create(
            **felles.felles(kontekst, arbeid.klage.sak),
            klage=arbeid.klage,
            arsaker=list(dom.arsaker),
            tekst=felles.ren(dom.tekst),
            av_id=kontekst.ansatt,
        )
        return _flytt(arbeid, Klagestatus.UNDER_ARBEID) | {"arsaker": list(dom.arsaker)}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_RETURNER, gjor)


def oversend(kontekst: Kontekst, klage_id: UUID, inn: Innsending) -> Oversendelse:
    """Let it go to the County Governor, with the letter and its copy to the complainer. The same form twice is one.

    Raises as ``med_klage``.
    """
    med_klage(kontekst, klage_id, inn, Handling.KLAGE_OVERSEND, _oversend)
    return Oversendelse.objects.get(klage_id=klage_id)


def _oversend(arbeid: Klagearbeid) -> dict[str, Any]:
    klage, kontekst = arbeid.klage, arbeid.kontekst
    brev = klagebrev.lagre(kontekst, klage, klagesporringer.formkravet(klage), arbeid.dag)
    egen = klage.vedtak.av_id == kontekst.ansatt
    ny = Oversendelse.objects.create(
        **felles.felles(kontekst, klage.sak),
        klage=klage,
        dato=arbeid.dag,
        forberedt_av_id=cast("UUID", klage.saksbehandler_id),
        egen_avgjorelse=egen,
        vurdering=klage.vurdering,
        brev=brev.pk,
        brev_sha256=brev.sha256,
        av_id=kontekst.ansatt,
    )
    return _flytt(arbeid, Klagestatus.OVERSENDT) | {"oversendelse": str(ny.pk), "egen_avgjorelse": egen}


def omgjor(kontekst: Kontekst, klage_id: UUID, inn: Innsending, arsak: Omgjoringsarsak, tekst: str = "") -> Hendelse:
    """Begin the work towards a new decision; the event names it (``data["behandling"]``). Raises as ``med_klage``."""

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        arbeid.klage.arsak, arbeid.klage.arsak_tekst = arsak, felles.ren(tekst)
        return _apne(arbeid, Slag.OMGJORING) | {"arsak": arsak}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_OMGJOR, gjor)


def avvis(kontekst: Kontekst, klage_id: UUID, inn: Innsending) -> Hendelse:
    """Begin the decision to dismiss it, with what the formal demands said as draft. Raises as ``med_klage``."""
    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_AVVIS, lambda arbeid: _apne(arbeid, Slag.KLAGE, _avvisning(arbeid)))


def _avvisning(arbeid: Klagearbeid) -> dict[str, Any]:
    krav = klagesporringer.formkravet(arbeid.klage)
    hvorfor = [krav.begrunnelse, krav.unntak_begrunnelse] if krav else []
    return {"utfall": Utfall.KLAGE_AVVIST, "begrunnelse": "\n\n".join(ett for ett in hvorfor if ett)}


def _apne(arbeid: Klagearbeid, slag: Slag, utkast: dict[str, Any] | None = None) -> dict[str, Any]:
    """The behandling where it is decided, by its four eyes. A case that was closed is open again."""
    klage, sak = arbeid.klage, arbeid.klage.sak
    gjenapnet = sak.avsluttet is not None
    if gjenapnet:
        sak.avsluttet = None
        sak.save(update_fields=["avsluttet"])
    klage.behandling = Behandling.objects.create(
        **felles.felles(arbeid.kontekst, sak),
        **(utkast or {}),
        sak=sak,
        slag=slag,
        gjelder=klage.vedtak,
        saksbehandler=klage.saksbehandler,
        apnet=arbeid.dag,
    )
    return _flytt(arbeid, Klagestatus.I_BEHANDLING) | {"behandling": str(klage.behandling.pk), "sak_gjenapnet": gjenapnet}


def _flytt(arbeid: Klagearbeid, status: Klagestatus) -> dict[str, Any]:
    arbeid.klage.status = status
    return {}
