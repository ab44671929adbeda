"""My bench: who waits for me, and what is due first? What waits in the cases and among the candidates, in one row of tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from skreddersom.apper.kandidat import benk as kandidatbenken
from skreddersom.apper.kandidat import visning as kandidatvisning
from skreddersom.apper.sak import benk as saksbenken
from skreddersom.apper.sak import brevbenk as brevbenken
from skreddersom.apper.sak import klagebenk as klagebenken
from skreddersom.apper.sak import kontorbenk as kontorbenken
from skreddersom.apper.sak import sluttbenk as sluttbenken
from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.benk import Oppgave
from skreddersom.apper.sak.brevbenk import Brevoppgave
from skreddersom.apper.sak.klagebenk import Klageoppgave
from skreddersom.apper.sak.kontorbenk import Kontoroppgave
from skreddersom.apper.sak.models import Slag, Status
from skreddersom.apper.sak.port import Handling as Saksport
from skreddersom.apper.sak.sakport import Videre
from skreddersom.apper.sak.sluttbenk import Sluttoppgave
from skreddersom.apper.sak.visning.klage import STANDFARGE
from skreddersom.apper.sak.visning.ord import GJOR
from skreddersom.apper.sak.visning.videre import GJOR as SAKSGJOR
from skreddersom.apper.sak.visning.videre import adresse as videre_adresse
from skreddersom.plattform.adresser import til
from skreddersom.plattform.brev.models import Status as Brevstatus
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.design.tabell import Utsnitt
from skreddersom.plattform.logg.dagbok import Handling, Notat
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from django.http import HttpResponse

    from skreddersom.apper.kandidat.benk import Kandidatbenk, Ventende
    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

Sakslinje = Oppgave | Klageoppgave | Brevoppgave | Kontoroppgave | Sluttoppgave
PER_SIDE: Final = 25
KLAGE: Final = "klage"
BREV: Final = "brev"
KONTORET: Final = "kontoret"
SLUTT: Final = "kan_avsluttes"
ANDRE: Final = (
    (KLAGE, klagebenken.FANE),
    (BREV, brevbenken.FANE),
    (KONTORET, kontorbenken.FANE),
    (SLUTT, sluttbenken.FANE),
)
"""The tabs besides those of the behandlinger."""
FORFALT: Final = kandidatbenken.FORFALT
"""What is overdue. In the tabs that both have, the cases come first: their deadlines are the law's."""


@dataclass(frozen=True, slots=True)
class Linje:
    """One task: about whom, what to do, when it is due and by which rule, where the person stands, and who has it."""

    adresse: str
    navn: str
    kort: str
    gjor: str
    frist: date | None
    hjemmel: str
    over: int
    merke: str
    farge: str
    merket: date | None
    veileder: str
    gjores: str = ""
    """Where it is done at once, when that is another place than ``adresse``; ``knapp`` is what the link says."""
    knapp: str = ""


@dataclass(frozen=True, slots=True)
class Benk:
    """All that waits for the one who asks: the tasks of the cases, the candidates, and how many of them each tab holds."""

    idag: date
    saker: dict[str, list[Sakslinje]]
    kandidatene: Kandidatbenk
    kandidater: dict[str, int]

    def faner(self, fane: str) -> list[tuple[str, str, int]]:
        """Id, words and count of each tab. Those of the cases with nothing in them are left out, unless one stands in it."""
        egne = [(slag.id, slag.fane) for slag in saksbenken.OPPGAVESLAG if slag.id not in self.kandidater]
        i_sakene = [(id_, str(tekst)) for id_, tekst in (*egne, *ANDRE) if self.saker[id_] or id_ == fane]
        (forst, *andre) = [(id_, str(tekst)) for id_, tekst in kandidatbenken.faner()]
        return [(id_, tekst, self.antall(id_)) for id_, tekst in (forst, *i_sakene, *andre)]

    def antall(self, fane: str) -> int:
        """How many tasks in a tab."""
        return len(self.saker.get(fane, ())) + self.kandidater.get(fane, 0)

    def utsnitt(self, fane: str, fra: int, antall: int) -> list[Linje]:
        """Part of a tab, what is due first on top."""
        av_sakene = self.saker.get(fane, [])[fra : fra + antall]
        linjer = [LINJE[type(ett)](ett, self.idag) for ett in av_sakene]
        igjen = antall - len(linjer)
        if fane not in self.kandidater or not igjen:
            return linjer
        for_ = max(fra - len(self.saker.get(fane, ())), 0)
        av_kandidatene = self.kandidatene.utsnitt(fane, for_, igjen)
        return linjer + [_av_kandidat(kandidat, venter, self.idag) for kandidat, venter in av_kandidatene]


@require_safe
def benk(request: Foresporsel) -> HttpResponse:
    """The tasks of one tab, the first due first, with counts on all tabs."""
    hele = _les(request.kontekst, sporringer.idag())
    fane = _valgt(hele, request.GET.get("fane", ""))
    utsnitt = Utsnitt(lambda fra, n: hele.utsnitt(fane, fra, n), hele.antall(fane))
    side = Paginator(utsnitt, PER_SIDE).get_page(request.GET.get("side"))
    rader = list(side)
    request.dagbok.noter(Notat(Handling.LES, detalj=f"benk, {len(rader)} vist"))
    faner = [Menypunkt(tekst, _adresse(id_), antall) for id_, tekst, antall in hele.faner(fane)]
    innhold = {"faner": faner, "fane": _adresse(fane), "side": side, "rader": rader}
    innhold["kontoret"] = kandidatbenken.for_kontoret(request.kontekst, hele.idag)
    return render(request, "sak/benk.html", innhold | _om_returer(request.kontekst, fane, hele.idag))


RETUR: Final = "retur"
"""The tab of what is sent back, where the leader also sees why."""
RETUR_DAGER: Final = 90


def _om_returer(kontekst: Kontekst, fane: str, idag: date) -> dict[str, object]:
    """The way for the leader to why work is sent back, and in its own tab the answer."""
    er_leder, er_der = kontekst.rolle is Rolle.LEDER, fane == RETUR
    returer = _returer(kontekst, idag) if er_leder and er_der else []
    return {"er_leder": er_leder, "i_returer": er_der, "om_returer": _adresse(RETUR), "returer": returer}


def _returer(kontekst: Kontekst, idag: date) -> list[tuple[str, int]]:
    """Why work was sent back at the office lately, the most frequent first; for the leader, who can do something about it."""
    telt = sporringer.returaarsaker(kontekst, idag - timedelta(days=RETUR_DAGER), idag)
    return [(str(arsak.label), antall) for arsak, antall in sorted(telt.items(), key=lambda ett: -ett[1]) if antall]


def _les(kontekst: Kontekst, idag: date) -> Benk:
    """What is due and what waits: a fixed number of queries for all the cases, complaints, letters and candidates."""
    alle, klager, brev = (benken.oppgaver(kontekst, idag) for benken in (saksbenken, klagebenken, brevbenken))
    kontoret = kontorbenken.oppgaver(kontekst, idag)
    saker: dict[str, list[Sakslinje]] = {slag.id: [ett for ett in alle if ett.slag is slag] for slag in saksbenken.OPPGAVESLAG}
    saker[KLAGE], saker[BREV], saker[KONTORET], saker[SLUTT] = [*klager], [*brev], [*kontoret], [*sluttbenken.oppgaver(kontekst, idag)]
    hele: list[Sakslinje] = [*alle, *klager, *brev, *kontoret]
    forfalte = [ett for ett in hele if ett.forfalt(idag)]
    saker[FORFALT] = sorted(forfalte, key=lambda ett: ett.frist or idag)
    kandidatene = kandidatbenken.les(kontekst, idag)
    return Benk(idag, saker, kandidatene, kandidatene.antall())


def _valgt(hele: Benk, onsket: str) -> str:
    """The tab in the address; else the first with something in it."""
    finnes = [id_ for id_, _tekst, _antall in hele.faner(onsket)]
    return onsket if onsket in finnes else next((id_ for id_ in finnes if hele.antall(id_)), FORFALT)


def _adresse(fane: str) -> str:
    return f"{reverse('sak:benk')}?fane={fane}"


def _av_sak(oppgave: Oppgave, idag: date) -> Linje:
    behandling, gjores = oppgave.behandling, GJORES.get(oppgave.slag)
    return Linje(
        adresse=til("sak:sak", behandling.sak_id),
        navn=behandling.navn or _("Uten navn"),
        kort=str(Slag(behandling.slag).label),
        gjor=str(oppgave.slag.gjor),
        frist=oppgave.frist,
        hjemmel=paa_leserens(oppgave.hjemmel or ""),
        over=(idag - oppgave.frist).days if oppgave.frist else 0,
        merke=str(Status(behandling.status).label),
        farge="info",
        merket=behandling.apnet,
        veileder=behandling.saksbehandler or "",
        gjores=reverse("sak:arbeid", args=[behandling.pk, gjores.value]) if gjores else "",
        knapp=str(GJOR[gjores]) if gjores else "",
    )


GJORES: Final = {saksbenken.UTEN_SVAR: Saksport.FORELOPIG_SVAR, saksbenken.UBESVART: Saksport.UTTALELSE}
"""Kind of task → what can be done at once from the bench."""


def _av_klage(oppgave: Klageoppgave, idag: date) -> Linje:
    klage = oppgave.klage
    return Linje(
        adresse=til("sak:klage", klage.pk),
        navn=kandidatvisning.navn_paa(klage.person, ""),
        kort=str(klagebenken.FANE),
        gjor=str(oppgave.slag.gjor),
        frist=oppgave.frist,
        hjemmel="",
        over=(idag - oppgave.frist).days,
        merke=str(klage.stand.label),
        farge=STANDFARGE[klage.stand],
        merket=klage.mottatt,
        veileder=klage.saksbehandler.navn if klage.saksbehandler else "",
    )


def _av_brev(oppgave: Brevoppgave, idag: date) -> Linje:
    brev = oppgave.brev
    return Linje(
        adresse=til("sak:brevene", brev.sak_id) if brev.sak_id else til("sak:inviter", brev.kandidat),
        navn=brev.navn or _("Uten navn"),
        kort=brev.get_slag_display(),
        gjor=_("Gjør brevet ferdig") if brev.status == Brevstatus.UTKAST else _("Send brevet"),
        frist=oppgave.frist,
        hjemmel="",
        over=(idag - oppgave.frist).days,
        merke=brev.get_status_display(),
        farge="danger" if brev.status == Brevstatus.FEILET else "info",
        merket=timezone.localdate(brev.tid),
        veileder=brev.veileder or "",
    )


def _av_kontoret(oppgave: Kontoroppgave, idag: date) -> Linje:
    ett = oppgave
    over = (idag - ett.frist).days
    return Linje(ett.adresse, ett.navn, ett.kort, ett.gjor, ett.frist, "", over, ett.merke, ett.farge, ett.merket, veileder="")


def _av_slutt(oppgave: Sluttoppgave, _idag: date) -> Linje:
    sak = oppgave.sak
    return Linje(
        adresse=til("sak:sak", sak.pk),
        navn=kandidatvisning.navn_paa(sak.person, ""),
        kort=sak.referanse,
        gjor=str(sluttbenken.GJOR),
        frist=None,
        hjemmel="",
        over=0,
        merke=_("Ingenting åpent"),
        farge="neutral",
        merket=sak.siste_vedtak or sak.apnet,
        veileder=sak.saksbehandler.navn if sak.saksbehandler else "",
        gjores=videre_adresse(Videre.AVSLUTT, sak.pk) if oppgave.egen else "",
        knapp=str(SAKSGJOR[Videre.AVSLUTT]),
    )


LINJE: Final[Mapping[type[Sakslinje], Callable[[Any, date], Linje]]] = {
    Oppgave: _av_sak,
    Klageoppgave: _av_klage,
    Brevoppgave: _av_brev,
    Kontoroppgave: _av_kontoret,
    Sluttoppgave: _av_slutt,
}
"""Kind of task → how it is shown."""


def _av_kandidat(kandidat: Kandidat, venter: Ventende, idag: date) -> Linje:
    vist = kandidatvisning.rad(kandidat)
    return Linje(
        adresse=vist.adresse,
        navn=vist.navn,
        kort=vist.kort,
        gjor=str(next(ett.gjor for ett in kandidatbenken.OPPGAVER if ett.id == venter.oppgave)),
        frist=venter.frist,
        hjemmel="",
        over=(idag - venter.frist).days,
        merke=vist.utfall,
        farge=vist.farge,
        merket=vist.dato,
        veileder=vist.veileder,
    )
