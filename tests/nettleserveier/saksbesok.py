"""The pages of a case, with who opens them and in which state."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import uuid4

if TYPE_CHECKING:
    from uuid import UUID

    from rollebesetning import Besetning

SENERE: Final = (
    ("sak-vedtatt", "sak:sak", "/sak/{klagesak}/"),
    ("sak-brev", "sak:brevene", "/sak/{klagesak}/brev/"),
    ("sak-forelopig-svar", "sak:arbeid", "/behandling/{behandling}/forelopig_svar/"),
    ("sak-varsel", "sak:arbeid", "/behandling/{behandling}/varsle/"),
    ("vedtak-kvittering", "sak:kvittering", "/vedtak/{vedtatt}/kvittering/"),
    ("sak-videre", "sak:videre", "/sak/{klagesak}/videre/omgjoring/"),
    ("sak-inviter", "sak:videre", "/sak/{sak}/videre/invitasjon/"),
    ("sak-bevis", "sak:videre", "/sak/{klagesak}/videre/deltakerbevis/"),
    ("kandidat-inviter", "sak:inviter", "/sak/kandidat/{ny}/invitasjon/"),
    ("sak-videre-stengt", "sak:videre", "/sak/{klagesak}/videre/avslutt/"),
)
"""What comes after a decision, and the letters of a case: the name of the visit, the page, and where it is; all by Vilde."""


def paa_veien(folk: Besetning) -> dict[str, str]:
    """A case at each place on its way, by the behandling; and one that is late, by the case."""
    from apper.sak.bruddene import sokt_for
    from apper.sak.saken import lag_sak
    from skreddersom.apper.sak.handlinger import Dom
    from skreddersom.apper.sak.models import Retursaarsak

    saker = {navn: lag_sak(folk, navn) for navn in ("under_arbeid", "klar_sak", "til_beslutning", "vedtatt")}
    forste, *_ = saker["under_arbeid"].vurder_alle()
    saker["under_arbeid"].sikre(forste, dom=Dom(godkjent=False, arsaker=(Retursaarsak.KILDE,), tekst="Hvor er fødselsdatoen hentet?"))
    saker["under_arbeid"].vurder("alder", begrunnelse="Født i 1990, ifølge folkeregisteret.")
    saker["klar_sak"].gjor_klar()
    saker["til_beslutning"].send()
    saker["vedtatt"].vedta()
    _haster, forsinket = (sokt_for(dager)(folk, f"sokt for {dager} dager siden") for dager in (160, 200))
    return {navn: str(saken.behandling_id) for navn, saken in saker.items()} | {"forsinket": str(forsinket.sak_id)}


def saker(folk: Besetning) -> dict[str, str]:
    """Two cases: one that has just begun, and one with a bit of everything: assessed, sent back, changed, on hold."""
    from apper.sak.saken import IDAG, lag_sak
    from skreddersom.apper.sak import handlinger
    from skreddersom.apper.sak.models import Omrade, Retursaarsak, Svar, Ventegrunn

    ny, midt = lag_sak(folk, "ny-sak"), lag_sak(folk, "midt-i")
    midt.i_saken(
        "vilde", handlinger.vurder_barn, handlinger.Barnevurdering(IDAG, 1, ("6-12",), "Noen å være hos etter skolen.", "Søkt plass.")
    )
    midt.i_saken("vilde", handlinger.registrer_egenvurdering, handlinger.Egne(IDAG, "Jeg vil arbeide i butikk."))
    midt.i_saken("vilde", handlinger.kartlegg_behov, handlinger.Kartlagt(Omrade.ARBEID, "Praksis i butikk", IDAG))
    bistand, *_ = midt.vurder_alle()[-3:]
    midt.sikre(bistand, dom=handlinger.Dom(godkjent=False, arsaker=(Retursaarsak.KILDE,), tekst="Hvor står dette?"))
    midt.vurder("arbeidsevne", Svar.UKJENT, mangler="Uttalelse fra lege", hvem="Vilde")
    midt.fakta(fast_bopel=None)
    midt.gjor("vilde", handlinger.sett_paa_vent, handlinger.Venting(Ventegrunn.LEGE, IDAG))
    glemt_brev(folk, midt.sak_id)
    return {
        "sak": str(ny.sak_id),
        "behandling": str(ny.behandling_id),
        "midt": str(midt.sak_id),
        "midt_behandling": str(midt.behandling_id),
    }


def glemt_brev(folk: Besetning, sak_id: UUID) -> None:
    """A letter of the case that was ready three days ago, and that nobody has sent."""
    from django.utils import timezone

    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("vilde")):
        brev = Brev.objects.get(sak_id=sak_id, slag="kvittering")
        brev.pk, brev.slag, brev.klar = uuid4(), "forelopig_svar", timezone.now() - timedelta(days=3)
        brev.save(force_insert=True)


def klager(folk: Besetning) -> dict[str, str]:
    """A complaint that is ready to go, one that waits for another, and one that lacks a signature."""
    from apper.sak.klagen import lag_klage
    from apper.sak.saken import IDAG

    klar, sendt, mangler = (lag_klage(folk, f"klage-{nr}") for nr in range(3))
    klar.gjor_klar()
    sendt.send()
    mangler.formkrav(underskrevet=False, begrunnelse="Klagen er ikke underskrevet.", rettefrist=IDAG)
    return {
        "klage": str(klar.klage_id),
        "klagesak": str(klar.saken.sak_id),
        "sendt_klage": str(sendt.klage_id),
        "mangelfull_klage": str(mangler.klage_id),
    }


def vurder_imens(folk: Besetning, behandling: str) -> None:
    """Vilde answers a condition of ``behandling`` in another window."""
    import uuid

    from skreddersom.apper.sak import handlinger, sporringer
    from skreddersom.apper.sak.models import Svar
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("vilde")) as vilde:
        valgt = sporringer.behandlinger(vilde).get(pk=behandling)
        svar = handlinger.Vilkarssvar("arbeidsevne", Svar.JA, "Tre avbrutte jobber på to år.")
        handlinger.vurder(vilde, valgt.pk, handlinger.Innsending(valgt.versjon, uuid.uuid4()), svar)
