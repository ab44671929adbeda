"""From the one who prepared it to the one who decides, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Arbeid, Innsending, med_behandling
from skreddersom.apper.sak.handlinger.vilkar import Dom, krev_arsak
from skreddersom.apper.sak.models import Hendelse, Retur, Status
from skreddersom.apper.sak.port import Handling
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from skreddersom.apper.sak.tilstand import Advarsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst


class MaaBesvares(Brukerfeil):
    """Words that sound like an unlawful ground stand unanswered. They never stop the case; somebody must stand by them."""

    def __init__(self, advarsler: tuple[Advarsel, ...]) -> None:
        super().__init__(_("Noe i teksten kan leses som en ulovlig grunn. Endre teksten, eller skriv hvorfor den likevel er riktig."))
        self.advarsler = advarsler


def send(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, bekreftet: Mapping[str, str] = felles.INGEN_SVAR) -> Hendelse:
    """Send it to be decided. ``bekreftet``: mark of a warning → why the words are right all the same.

    Raises as ``med_behandling``, and ``MaaBesvares`` with the warnings that have no answer.
    """

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        _svar_paa_advarsler(arbeid, bekreftet)
        arbeid.behandling.status = Status.TIL_BESLUTNING
        return {"advarsler": len(arbeid.tilstand.ubesvarte)}

    return med_behandling(kontekst, behandling_id, inn, Handling.SEND, gjor)


def _svar_paa_advarsler(arbeid: Arbeid, bekreftet: Mapping[str, str]) -> None:
    uten = tuple(ett for ett in arbeid.tilstand.ubesvarte if not bekreftet.get(ett.merke, "").strip())
    if uten:
        raise MaaBesvares(uten)
    felles.behold_svar(arbeid, arbeid.tilstand.ubesvarte, bekreftet)


def angre(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Take it back while no beslutter has it. Raises as ``med_behandling``."""
    return med_behandling(kontekst, behandling_id, inn, Handling.ANGRE, lambda arbeid: _flytt(arbeid, Status.UNDER_ARBEID, None))


def ta(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Take it to decide, also from another beslutter. Raises as ``med_behandling``."""
    return med_behandling(
        kontekst, behandling_id, inn, Handling.TA, lambda arbeid: _flytt(arbeid, Status.UNDER_BESLUTNING, kontekst.ansatt)
    )


def gi_tilbake(kontekst: Kontekst, behandling_id: UUID, inn: Innsending) -> Hendelse:
    """Let another beslutter take it. Raises as ``med_behandling``."""
    return med_behandling(kontekst, behandling_id, inn, Handling.GI_TILBAKE, lambda arbeid: _flytt(arbeid, Status.TIL_BESLUTNING, None))


def returner(kontekst: Kontekst, behandling_id: UUID, inn: Innsending, dom: Dom) -> Hendelse:
    """Send it back to the one who prepared it, with reasons from the closed list. What is approved stays approved.

    Raises as ``med_behandling``, and ``Brukerfeil`` without a reason.
    """

    def gjor(arbeid: Arbeid) -> dict[str, Any]:
        if dom.godkjent:
            raise Brukerfeil(_("En retur er ikke en godkjenning."))
        krev_arsak(dom)
        Retur.objects.create(
            **felles.felles(kontekst, arbeid.behandling.sak),
            behandling=arbeid.behandling,
            arsaker=list(dom.arsaker),
            tekst=felles.ren(dom.tekst),
            av_id=kontekst.ansatt,
        )
        return _flytt(arbeid, Status.UNDER_ARBEID, None) | {"arsaker": list(dom.arsaker)}

    return med_behandling(kontekst, behandling_id, inn, Handling.RETURNER, gjor)


def _flytt(arbeid: Arbeid, status: Status, beslutter: UUID | None) -> dict[str, Any]:
    arbeid.behandling.status, arbeid.behandling.beslutter_id = status, beslutter
    return {}
