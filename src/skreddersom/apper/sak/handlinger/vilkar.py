"""The conditions of § 29: answered by the one who has the case, looked over by another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from skreddersom.apper.sak import grunnlag, skjonn, varsler
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Arbeid, Innsending, Konflikt, med_behandling
from skreddersom.apper.sak.handlinger.grunnlag import Opplyst, skriv_faktum
from skreddersom.apper.sak.models import Hendelse, Kvalitetssikring, Retursaarsak, Svar, Vilkarsvurdering
from skreddersom.apper.sak.port import Handling, port_for_vilkar
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.grunner import grunn as lovlig_grunn
from skreddersom.kjerne.lov.trelogikk import Tre
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from skreddersom.kjerne.lov.vilkar import Vilkar
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Vilkarssvar:
    """An answer: ``grunn`` when it is no, ``begrunnelse`` when it is yes or no, ``mangler`` and ``hvem`` when it is not known."""

    vilkar: str
    svar: Svar
    begrunnelse: str = ""
    grunn: str = ""
    mangler: str = ""
    hvem: str = ""


@dataclass(frozen=True, slots=True)
class Dom:
    """What another says of the work: approved, or sent back with reasons from the closed list."""

    godkjent: bool
    arsaker: tuple[Retursaarsak, ...] = ()
    tekst: str = ""


FELT: Final = {Svar.JA: ("begrunnelse",), Svar.NEI: ("begrunnelse", "grunn"), Svar.UKJENT: ("mangler", "hvem")}
"""Answer → the fields that belong to it; the others are not kept."""


def vurder(
    kontekst: Kontekst, behandling_id: UUID, inn: Innsending, nytt: Vilkarssvar, bekreftet: Mapping[str, str] = felles.INGEN_SVAR
) -> Hendelse:
    """Answer one condition, on the facts of the case as they stand. A judgement becomes a fact with its author and reason.

    ``bekreftet``: mark of a warning → why the words are right all the same, for those that the one who wrote them has answered at once.

    Raises as ``med_behandling``, and ``Brukerfeil`` when reason or lawful ground is missing, or the facts say something else.
    """
    return med_behandling(kontekst, behandling_id, inn, Handling.VURDER, lambda arbeid: _vurder(arbeid, nytt, bekreftet))


def _vurder(arbeid: Arbeid, nytt: Vilkarssvar, bekreftet: Mapping[str, str]) -> dict[str, Any]:
    vilkar = _vilkar(arbeid, nytt.vilkar)
    _krev_hele_svaret(vilkar, nytt, arbeid.dag)
    _skriv_dommen(arbeid, vilkar, nytt)
    fakta = {rad.navn: rad for rad in grunnlag.gjeldende_fakta([arbeid.behandling.sak_id])}
    behandling = arbeid.behandling
    rad = Vilkarsvurdering.objects.create(
        **felles.felles(arbeid.kontekst, behandling.sak),
        behandling=behandling,
        vilkar=vilkar.id,
        nr=felles.neste_nr(behandling.vurderinger.filter(vilkar=vilkar.id)),
        svar=nytt.svar,
        **{navn: felles.ren(getattr(nytt, navn)) for navn in FELT[nytt.svar]},
        fakta=grunnlag.Grunnlag(fakta).brukt(vilkar.fakta),
        lovversjon=versjon_paa(arbeid.dag).id,
        av_id=arbeid.kontekst.ansatt,
    )
    varslet = varsler.i_vilkaret(vilkar.id, rad.begrunnelse, rad.mangler, arbeid.bak.besvarte, arbeid.dag)
    felles.behold_svar(arbeid, varslet, bekreftet)
    return {"vilkar": vilkar.id, "svar": nytt.svar, "vurdering": str(rad.pk)}


def _vilkar(arbeid: Arbeid, vilkar_id: str) -> Vilkar:
    funnet = next((vilkar for vilkar in versjon_paa(arbeid.dag).vilkar if vilkar.id == vilkar_id), None)
    if funnet is None:
        raise Brukerfeil(_("Dette er ikke et vilkår i § 29."))
    return funnet


def _krev_hele_svaret(vilkar: Vilkar, nytt: Vilkarssvar, dag: date) -> None:
    """What the form checks too, kept here for those who come without one."""
    if nytt.svar is not Svar.UKJENT and not nytt.begrunnelse.strip():
        raise Brukerfeil(_("Skriv begrunnelsen. Den skal kunne prøves av andre."))
    if nytt.svar is Svar.NEI and not nytt.grunn:
        raise Brukerfeil(_("Velg en av de lovlige grunnene til at vilkåret ikke er oppfylt."))
    if nytt.svar is Svar.NEI:
        lovlig_grunn(vilkar.id, nytt.grunn, dag)
    if nytt.svar is Svar.UKJENT and not (nytt.mangler.strip() and nytt.hvem.strip()):
        raise Brukerfeil(_("Skriv hva som mangler, og hvem som skaffer det."))


def _skriv_dommen(arbeid: Arbeid, vilkar: Vilkar, nytt: Vilkarssvar) -> None:
    """Keep the judgement that the answer is, when it is one. Raises ``Brukerfeil`` when the facts say something else."""
    try:
        dom = skjonn.dom(vilkar, arbeid.bak.verdier, nytt.svar, arbeid.dag)
    except skjonn.SierNoeAnnet as feil:
        raise Brukerfeil(_sier_noe_annet(arbeid, vilkar, feil.gir)) from None
    navn = skjonn.skjonnsfaktum(vilkar)
    if navn is not None and (dom is not None or arbeid.bak.verdier.get(navn) is not None):
        kilde = nytt.mangler if nytt.svar is Svar.UKJENT else nytt.begrunnelse
        skriv_faktum(arbeid.kontekst, arbeid.behandling.sak, Opplyst(navn, dom, kilde, arbeid.dag))


def _sier_noe_annet(arbeid: Arbeid, vilkar: Vilkar, gir: Tre) -> str:
    if gir is Tre.UKJENT:
        ukjent = ", ".join(_(FAKTA[navn].mangler) for navn in vilkar.fakta if navn not in arbeid.bak.verdier)
        return _("Dette må være registrert først: %(ukjent)s.") % {"ukjent": ukjent}
    return _("Opplysningene i saken gir %(svar)s på dette vilkåret. Rett opplysningene om de er feil, eller svaret.") % {
        "svar": Svar(gir.name).label.lower()
    }


def kvalitetssikre(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, vurdering_id: UUID, dom: Dom) -> Hendelse:
    """Approve another's assessment, or send it back. Only what has changed since is looked over again.

    Raises as ``med_behandling``; ``Konflikt`` also when the assessment is not the newest one.
    """
    return med_behandling(kontekst, behandling_id, inn, Handling.KVALITETSSIKRE, lambda arbeid: _sikre(arbeid, vurdering_id, dom))


def _sikre(arbeid: Arbeid, vurdering_id: UUID, dom: Dom) -> dict[str, Any]:
    vurdering = next((ett for ett in arbeid.bak.vurderinger.values() if ett.pk == vurdering_id), None)
    if vurdering is None:
        raise Konflikt
    vilkar = next(ett for ett in arbeid.tilstand.vilkar if ett.id == vurdering.vilkar)
    felles.krev_apen(port_for_vilkar(vilkar, arbeid.tilstand, arbeid.kontekst, arbeid.dag))
    krev_arsak(dom)
    Kvalitetssikring.objects.create(
        **felles.felles(arbeid.kontekst, arbeid.behandling.sak),
        vilkarsvurdering=vurdering,
        vurdert_av_id=vurdering.av_id,
        godkjent=dom.godkjent,
        arsaker=[] if dom.godkjent else list(dom.arsaker),
        tekst=felles.ren(dom.tekst),
        av_id=arbeid.kontekst.ansatt,
    )
    return {"vilkar": vurdering.vilkar, "godkjent": dom.godkjent, "arsaker": list(dom.arsaker)}


def krev_arsak(dom: Dom) -> None:
    """Raise ``Brukerfeil`` for a return without a reason."""
    if dom.godkjent:
        return
    if not dom.arsaker:
        raise Brukerfeil(_("Velg hvorfor det sendes tilbake."))
    if Retursaarsak.ANNET in dom.arsaker and not dom.tekst.strip():
        raise Brukerfeil(_("Skriv hva «annet» er."))
