"""A complaint comes in, is looked at, and gets somebody who has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.kandidat.sporringer import veiledere
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.brudd import med_setning
from skreddersom.apper.sak.handlinger.klagefelles import Klagearbeid, med_klage
from skreddersom.apper.sak.klageport import TAR_IMOT, Handling
from skreddersom.apper.sak.models import (
    Formkrav,
    Fristunntak,
    Hendelse,
    Klage,
    Klager,
    Klagestatus,
    Klagetillegg,
    Maate,
    Underretning,
    Vedtak,
)
from skreddersom.apper.sak.models.klagekoder import TAS_OPP
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import frister
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.handlinger.felles import Innsending
    from skreddersom.apper.sak.models import Sak
    from skreddersom.kjerne.lov.frister import Frist
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class NyKlage:
    """A complaint as it came, or as a talk was written down."""

    nokkel: UUID
    vedtak_id: UUID
    mottatt: date
    maate: Maate
    innhold: str
    endring: str = ""
    klager: Klager = Klager.PARTEN
    klager_navn: str = ""


@dataclass(frozen=True, slots=True)
class Formkravsvar:
    """What somebody has found of the formal demands, and of when the party was told."""

    part: bool
    konkret: bool
    underskrevet: bool
    underretning: Underretning
    framkommet: date | None = None
    tilgjengelig: date | None = None
    varslet: date | None = None
    begrunnelse: str = ""
    rettefrist: date | None = None
    unntak: Fristunntak | None = None
    unntak_begrunnelse: str = ""


def registrer_klage(kontekst: Kontekst, sak_id: UUID, ny: NyKlage) -> Klage:
    """Take the complaint in; the same form twice is one. Every complaint is taken in, also one that lacks something or is late.

    Raises ``Sak.DoesNotExist`` and ``Vedtak.DoesNotExist`` for what may not be seen, and ``Brukerfeil`` for what cannot be registered.
    """
    if kontekst.rolle not in TAR_IMOT:
        raise Brukerfeil(_("Klager registreres av en veileder eller lederen."))
    felles.krev_ikke_framtid(ny.mottatt)
    sak = felles.laas_sak(kontekst, sak_id)
    gjort = Hendelse.objects.filter(nokkel=ny.nokkel, slag=Handling.KLAGE, sak=sak).select_related("klage").first()
    if gjort is not None and gjort.klage is not None:
        return gjort.klage
    vedtak = sak.vedtak.get(pk=ny.vedtak_id)
    if ny.mottatt < vedtak.dato:
        raise Brukerfeil(_("Klagen kan ikke ha kommet før vedtaket ble fattet."))
    with med_setning():
        return _ta_imot(kontekst, ny, sak, vedtak)


def _ta_imot(kontekst: Kontekst, ny: NyKlage, sak: Sak, vedtak: Vedtak) -> Klage:
    klage = Klage.objects.create(
        **felles.felles(kontekst, sak),
        sak=sak,
        vedtak=vedtak,
        mottatt=ny.mottatt,
        maate=ny.maate,
        klager=ny.klager,
        klager_navn=felles.ren(ny.klager_navn),
        innhold=felles.ren(ny.innhold),
        endring=felles.ren(ny.endring),
        saksbehandler_id=kontekst.ansatt if kontekst.rolle is Rolle.VEILEDER else sak.saksbehandler_id,
        av_id=kontekst.ansatt,
    )
    felles.skriv_hendelse(kontekst, sak, Handling.KLAGE, ny.nokkel, {"maate": ny.maate, "klage": str(klage.pk)}, ny.mottatt, klage)
    return klage


def vurder_formkrav(kontekst: Kontekst, klage_id: UUID, inn: Innsending, svar: Formkravsvar) -> Hendelse:
    """Keep whether the complaint can be taken up. The deadline is counted, never typed. Raises as ``med_klage``."""

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        klage = arbeid.klage
        frist = klagefrist(svar)
        i_tide = frist is None or not frist.ute(klage.mottatt)
        _krev_dager(svar, klage.vedtak, arbeid.dag)
        _krev_unntak(svar, klage, frist, i_tide=i_tide)
        krav = Formkrav.objects.create(
            **felles.felles(kontekst, klage.sak),
            **_svarene(svar),
            klage=klage,
            nr=felles.neste_nr(klage.formkrav),
            frist=frist.dato if frist else None,
            i_tide=i_tide,
            av_id=kontekst.ansatt,
        )
        return {"oppfylt": krav.oppfylt, "i_tide": i_tide, "nr": krav.nr}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_FORMKRAV, gjor)


def klagefrist(svar: Formkravsvar) -> Frist | None:
    """The last day to complain, from how the party was told; None when nobody can show when they were (lovvalg L45)."""
    if svar.underretning is Underretning.PAPIR and svar.framkommet:
        return frister.klagefrist(svar.framkommet)
    if svar.underretning is Underretning.ELEKTRONISK and svar.tilgjengelig and svar.varslet:
        return frister.klagefrist_elektronisk(svar.tilgjengelig, svar.varslet)
    return None


def _svarene(svar: Formkravsvar) -> dict[str, Any]:
    dager = {
        Underretning.PAPIR: {"framkommet": svar.framkommet},
        Underretning.ELEKTRONISK: {"tilgjengelig": svar.tilgjengelig, "varslet": svar.varslet},
    }
    felt = {navn: getattr(svar, navn) for navn in ("part", "konkret", "underskrevet", "rettefrist", "underretning")}
    tekster = {"begrunnelse": felles.ren(svar.begrunnelse), "unntak_begrunnelse": felles.ren(svar.unntak_begrunnelse)}
    return felt | tekster | dager.get(svar.underretning, {}) | {"unntak": svar.unntak or ""}


def _krev_dager(svar: Formkravsvar, vedtak: Vedtak, dag: date) -> None:
    for ett in (svar.framkommet, svar.tilgjengelig, svar.varslet):
        if ett is not None and ett < vedtak.dato:
            raise Brukerfeil(_("Vedtaket kan ikke ha kommet fram før det ble fattet, %(dato)s.") % {"dato": f"{vedtak.dato:%d.%m.%Y}"})
    if svar.rettefrist is not None and svar.rettefrist < dag:
        raise Brukerfeil(_("Fristen for å rette klagen kan ikke være før i dag."))


def _krev_unntak(svar: Formkravsvar, klage: Klage, frist: Frist | None, *, i_tide: bool) -> None:
    """A late complaint is never dismissed before somebody has asked whether it can be taken up all the same, and said why."""
    if i_tide or frist is None:
        if svar.unntak is not None:
            raise Brukerfeil(_("Klagen kom i tide. Da er det ikke noe unntak fra fristen å vurdere."))
        return
    if svar.unntak is None:
        feil = _("Klagen kom etter fristen, som var %(dato)s. Ta stilling til om den likevel skal tas opp (%(hjemmel)s).")
        unntak = hjemmel(Tema.OVERSITTET_KLAGEFRIST, klage.mottatt)
        raise Brukerfeil(feil % {"dato": f"{frist.dato:%d.%m.%Y}", "hjemmel": paa_leserens(unntak)})
    siste = frister.siste_klagedag(klage.vedtak.dato)
    if svar.unntak in TAS_OPP and siste.ute(klage.mottatt):
        feil = _("Klagen kom mer enn ett år etter vedtaket, siste dag var %(dato)s. Da kan den ikke tas opp som klage (%(hjemmel)s).")
        raise Brukerfeil(feil % {"dato": f"{siste.dato:%d.%m.%Y}", "hjemmel": paa_leserens(siste.hjemmel)})


def registrer_tillegg(kontekst: Kontekst, klage_id: UUID, inn: Innsending, dato: date, tekst: str) -> Hendelse:
    """Keep what came later. Raises as ``med_klage``."""
    felles.krev_ikke_framtid(dato)

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        klage = arbeid.klage
        Klagetillegg.objects.create(
            **felles.felles(kontekst, klage.sak), klage=klage, dato=dato, tekst=felles.ren(tekst), av_id=kontekst.ansatt
        )
        return {}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_TILLEGG, gjor, dato)


def trekk_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending, dato: date) -> Hendelse:
    """The complainer takes it back. Raises as ``med_klage``."""
    felles.krev_ikke_framtid(dato)

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        arbeid.klage.status, arbeid.klage.trukket = Klagestatus.TRUKKET, dato
        return {}

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_TREKK, gjor, dato)


def overta_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending) -> Hendelse:
    """Take what nobody has. Raises as ``med_klage``."""
    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_OVERTA, lambda arbeid: _gi_til(arbeid, kontekst.ansatt))


def tildel_klage(kontekst: Kontekst, klage_id: UUID, inn: Innsending, ansatt_id: UUID) -> Hendelse:
    """Give it to a veileder of the office. Raises as ``med_klage``, and ``Brukerfeil`` for somebody who is no veileder."""

    def gjor(arbeid: Klagearbeid) -> dict[str, Any]:
        if ansatt_id not in {ett.pk for ett in veiledere(kontekst)}:
            raise Brukerfeil(_("Velg en som er veileder ved kontoret i dag."))
        return _gi_til(arbeid, ansatt_id)

    return med_klage(kontekst, klage_id, inn, Handling.KLAGE_TILDEL, gjor)


def _gi_til(arbeid: Klagearbeid, ansatt_id: UUID) -> dict[str, Any]:
    arbeid.klage.saksbehandler_id = ansatt_id
    return {"til": str(ansatt_id)}
