"""The work with a behandling: the draft, waiting, and who has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.kandidat.sporringer import veiledere
from skreddersom.apper.sak import brev, soknadsbrev, varsler
from skreddersom.apper.sak.handlinger import felles, kandidaten
from skreddersom.apper.sak.handlinger.felles import Arbeid, Innsending, med_behandling
from skreddersom.apper.sak.models import UTFALL, Hendelse, Henleggelse, Slag, Status, Utfall, Vent, Ventegrunn
from skreddersom.apper.sak.port import Handling
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev.vern import uten_adresse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from skreddersom.apper.sak.soknadsbrev import Forelopig
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Utkast:
    """The draft decision, as far as it has come."""

    utfall: Utfall | None = None
    fra: date | None = None
    til: date | None = None
    start: date | None = None
    timer_uke: Decimal | None = None
    begrunnelse: str = ""
    alternativ_uten_kvp: str = ""
    brevfelt: Mapping[str, Any] = field(default_factory=dict)
    """What the letter tells beyond this, by the fields of its kind (``plattform/brev/felt.toml``)."""


@dataclass(frozen=True, slots=True)
class Venting:
    """What is waited for, and until when."""

    grunn: Ventegrunn
    frist: date
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Henlegging:
    """Why there will be no decision, from which day. ``tekst`` is what more there is to say."""

    grunn: Henleggelse
    dato: date
    tekst: str = ""


def lagre_utkast(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, utkast: Utkast) -> Hendelse:
    """Keep the draft. Raises as ``med_behandling``, and ``Brukerfeil`` for what this behandling cannot end in."""

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        behandling = arbeid.behandling
        if utkast.utfall and utkast.utfall not in UTFALL[Slag(behandling.slag)]:
            raise Brukerfeil(_("Denne behandlingen kan ikke ende slik. Velg et annet utfall."))
        brev.krev_gyldig(utkast.utfall, utkast.brevfelt)
        behandling.utfall = utkast.utfall or ""
        behandling.fra, behandling.til, behandling.start = utkast.fra, utkast.til, utkast.start
        behandling.timer_uke, behandling.brevfelt = utkast.timer_uke, _brevfelt(arbeid, utkast)
        behandling.begrunnelse = felles.ren(utkast.begrunnelse)
        behandling.alternativ_uten_kvp = felles.ren(utkast.alternativ_uten_kvp)
        return {"utfall": behandling.utfall}

    return med_behandling(kontekst, behandling_id, inn, Handling.UTKAST, gjor)


def _brevfelt(arbeid: Arbeid, utkast: Utkast) -> dict[str, Any]:
    """What the letter tells beyond the decision; a protected address is not kept."""
    felt = dict(utkast.brevfelt)
    if arbeid.bak.vern.sperret_adresse and "mottaker" in felt:
        felt["mottaker"] = uten_adresse(felt["mottaker"])
    return felt


def gi_forelopig_svar(
    kontekst: Kontekst, behandling_id: UUID, inn: Innsending, svar: Forelopig, bekreftet: Mapping[str, str] = felles.INGEN_SVAR
) -> Hendelse:
    """Give the provisional reply today, in a letter that is made ready at once. ``bekreftet`` as for ``vurder``.

    Raises as ``med_behandling``, and ``BrevMangler`` with what the letter lacks.
    """

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        soknad = arbeid.behandling.soknad
        if soknad is None:
            return {}
        felles.behold_svar(arbeid, varsler.i_forelopig_svar(svar.arsak, arbeid.bak.besvarte, arbeid.dag), bekreftet)
        brevet = soknadsbrev.svar_forelopig(kontekst, soknad, svar, arbeid.dag)
        soknad.forelopig_svar = arbeid.dag
        soknad.save(update_fields=["forelopig_svar"])
        return {"brev": str(brevet.pk)}

    return med_behandling(kontekst, behandling_id, inn, Handling.FORELOPIG_SVAR, gjor)


def registrer_forelopig_svar(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, dato: date) -> Hendelse:
    """Keep that a provisional reply was given in another way. Raises as ``med_behandling``."""
    felles.krev_ikke_framtid(dato)

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        soknad = arbeid.behandling.soknad
        if soknad is not None:
            soknad.forelopig_svar = dato
            soknad.save(update_fields=["forelopig_svar"])
        return {}

    return med_behandling(kontekst, behandling_id, inn, Handling.FORELOPIG_SVAR, gjor, dato)


def sett_paa_vent(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, ny: Venting) -> Hendelse:
    """Wait for something on the list, until a day that has not been. The days count all the same. Raises as ``med_behandling``."""

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        if ny.frist < arbeid.dag:
            raise Brukerfeil(_("Fristen kan ikke være før i dag."))
        Vent.objects.create(
            **felles.felles(kontekst, arbeid.behandling.sak),
            behandling=arbeid.behandling,
            grunn=ny.grunn,
            frist=ny.frist,
            tekst=felles.ren(ny.tekst),
            fra=arbeid.dag,
            av_id=kontekst.ansatt,
        )
        return {"grunn": ny.grunn, "frist": ny.frist.isoformat()}

    return med_behandling(kontekst, behandling_id, inn, Handling.SETT_PAA_VENT, gjor)


def gjenoppta(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Wait no longer. Raises as ``med_behandling``."""

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        _slutt_aa_vente(arbeid)
        return {}

    return med_behandling(kontekst, behandling_id, inn, Handling.GJENOPPTA, gjor)


def _slutt_aa_vente(arbeid: Arbeid) -> None:
    vent = arbeid.bak.vent
    if vent is not None:
        vent.gjenopptatt, vent.gjenopptatt_av_id = arbeid.dag, arbeid.kontekst.ansatt
        vent.save(update_fields=["gjenopptatt", "gjenopptatt_av"])


def overta(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Take what nobody has. Raises as ``med_behandling``."""
    return med_behandling(kontekst, behandling_id, inn, Handling.OVERTA, lambda arbeid: _gi_til(arbeid, kontekst.ansatt))


def tildel(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, ansatt_id: UUID) -> Hendelse:
    """Give it to a veileder of the office. Raises as ``med_behandling``, and ``Brukerfeil`` for somebody who is no veileder."""

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        if ansatt_id not in {ett.pk for ett in veiledere(kontekst)}:
            raise Brukerfeil(_("Velg en som er veileder ved kontoret i dag."))
        return _gi_til(arbeid, ansatt_id)

    return med_behandling(kontekst, behandling_id, inn, Handling.TILDEL, gjor)


def legg_tilbake(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Let somebody else take it. Raises as ``med_behandling``."""
    return med_behandling(kontekst, behandling_id, inn, Handling.LEGG_TILBAKE, lambda arbeid: _gi_til(arbeid, None))


def _gi_til(arbeid: Arbeid, ansatt_id: UUID | None) -> dict[str, Any]:
    """The behandling, and the case it is in, so that the one who has it sees it."""
    arbeid.behandling.saksbehandler_id = ansatt_id
    arbeid.behandling.sak.saksbehandler_id = ansatt_id
    arbeid.behandling.sak.save(update_fields=["saksbehandler"])
    return {"til": str(ansatt_id) if ansatt_id else None}


def henlegg(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, ny: Henlegging) -> Hendelse:
    """End it without a decision, also when the applicant withdraws. An application is never ended because it suits the office.

    Raises as ``med_behandling``.
    """
    felles.krev_ikke_framtid(ny.dato)

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        _slutt_aa_vente(arbeid)
        soknad = arbeid.behandling.soknad
        if soknad is not None and ny.grunn is Henleggelse.TRUKKET:
            soknad.trukket = ny.dato
            soknad.save(update_fields=["trukket"])
        if soknad is not None:
            kandidaten.er_henlagt(kontekst, soknad, ny.grunn, ny.dato)
        arbeid.behandling.status, arbeid.behandling.henlagt_fordi = Status.HENLAGT, ny.grunn
        return {"grunn": ny.grunn, "tekst": felles.ren(ny.tekst)}

    return med_behandling(kontekst, behandling_id, inn, Handling.HENLEGG, gjor, ny.dato)
