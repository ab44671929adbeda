"""The participant is told before a decision to their harm, and what they answer is kept (fvl § 16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.sak import varselbrev, varsler
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Arbeid, Innsending, med_behandling
from skreddersom.apper.sak.models import Forhandsvarsel, Hendelse, Maate, Uttalelse, Varselunntak
from skreddersom.apper.sak.port import Handling
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.forhandsvarsel import MINSTE_UTTALEFRIST_DAGER, for_kort

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.varselbrev import Varselinnhold
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Uttalt:
    """What the participant answered. No words: they did not want to say anything."""

    dato: date
    maate: Maate
    tekst: str = ""
    ferdig: bool = False


def varsle(
    kontekst: Kontekst, behandling_id: UUID, inn: Innsending, innhold: Varselinnhold, bekreftet: Mapping[str, str] = felles.INGEN_SVAR
) -> Hendelse:
    """Make the notice, ready to be sent. ``bekreftet`` as for ``gi_forelopig_svar``.

    Raises as ``med_behandling``, ``BrevMangler`` with what the letter lacks, and ``Brukerfeil`` for too short a deadline.
    """

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        if innhold.frist is not None and for_kort(innhold.frist, arbeid.dag):
            raise Brukerfeil(_("Gi deltakeren minst %(dager)s dager til å svare.") % {"dager": MINSTE_UTTALEFRIST_DAGER})
        felles.behold_svar(arbeid, varsler.i_varselet(innhold.fakta, innhold.begrunnelse, arbeid.bak.besvarte, arbeid.dag), bekreftet)
        brevet = varselbrev.lagre(kontekst, arbeid.behandling, innhold, arbeid.dag)
        _nytt(arbeid, brev=brevet.pk, frist=innhold.frist)
        return {"brev": str(brevet.pk), "frist": innhold.frist.isoformat() if innhold.frist else ""}

    return med_behandling(kontekst, behandling_id, inn, Handling.VARSLE, gjor)


def la_vaere_aa_varsle(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, unntak: Varselunntak, hvorfor: str) -> Hendelse:
    """Keep why the law lets one decide without a notice. Raises as ``med_behandling``."""

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        _nytt(arbeid, unntak=unntak, unntak_begrunnelse=felles.ren(hvorfor))
        return {"unntak": unntak}

    return med_behandling(kontekst, behandling_id, inn, Handling.VARSLE, gjor)


def _nytt(arbeid: Arbeid, **felt: Any) -> None:  # noqa: ANN401 – the columns of one of the two kinds
    Forhandsvarsel.objects.create(
        **felles.felles(arbeid.kontekst, arbeid.behandling.sak),
        **felt,
        behandling=arbeid.behandling,
        nr=felles.neste_nr(arbeid.behandling.varsler),
        dato=arbeid.dag,
        av_id=arbeid.kontekst.ansatt,
    )


def registrer_uttalelse(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, ny: Uttalt) -> Hendelse:
    """Keep what the participant answered to the notice, in their own words. Raises as ``med_behandling``."""
    felles.krev_ikke_framtid(ny.dato)

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        varsel = arbeid.behandling.varsler.all()[0]
        if ny.dato < varsel.dato:
            raise Brukerfeil(_("Uttalelsen kan ikke ha kommet før varselet ble laget."))
        tekst = felles.ren(ny.tekst)
        Uttalelse.objects.create(
            **felles.felles(kontekst, arbeid.behandling.sak),
            varsel=varsel,
            dato=ny.dato,
            maate=ny.maate,
            tekst=tekst,
            onsket_ikke=not tekst,
            ferdig=ny.ferdig or not tekst,
            av_id=kontekst.ansatt,
        )
        return {"maate": ny.maate}

    return med_behandling(kontekst, behandling_id, inn, Handling.UTTALELSE, gjor, ny.dato)
