"""What the controls of theme 2 are asked of: every behandling with its decision, what it rests on, and the answers that count in it.

Three queries, however many cases: the behandlinger, the answers, and the facts behind the answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Final

from django.db.models import F, Min, OuterRef, Q, Subquery
from django.utils import timezone

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.krav import UTEN_AEV
from skreddersom.apper.sak.models import FERDIGE, Aev, Barn, Faktum, Slag, Status, Svar, Utfall, Vilkarsvurdering
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT, Tre
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

MED_VILKAR: Final = frozenset({Slag.SOKNAD, Slag.FORLENGELSE, Slag.OMGJORING})
SOM_VERDI: Final = {JA: True, NEI: False, UKJENT: None}

AV_BEHANDLINGEN: Final = ("pk", "sak_id", "slag", "status", "gjelder_id")
AV_SOKNADEN: Final = ("soknad_id", "soknad__mottatt", "soknad__forelopig_svar")
AV_VEDTAKET: Final = tuple(
    f"vedtak__{navn}" for navn in ("pk", "utfall", "dato", "fra", "til", "start", "begrunnelse", "saksbehandler_id", "av_id")
)
AV_VURDERINGEN: Final = ("pk", "behandling_id", "vilkar", "svar", "grunn", "begrunnelse", "fakta", "lovversjon", "av_id", "tid")


@dataclass(slots=True)
class Vurdert:
    """The answer that counts to one condition. ``gjelder`` is false when something it rests on has changed since."""

    rad: Mapping[str, Any]
    uten_kilde: int = 0
    gjelder: bool = True

    @property
    def brukt(self) -> list[str]:
        """The ids of the facts it was answered from."""
        return [faktum for faktum in self.rad["fakta"].values() if faktum]

    @property
    def svar(self) -> Tre:
        """The answer; not known when it no longer counts."""
        return Tre[self.rad["svar"]] if self.gjelder else UKJENT


@dataclass(slots=True)
class Behandlet:
    """One behandling: ``rad`` is what the database has of it; ``senere`` the decisions that have changed its own, the first first."""

    rad: Mapping[str, Any]
    vurdert: dict[str, Vurdert] = field(default_factory=dict)
    senere: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def apen(self) -> bool:
        """Whether it is still worked on."""
        return self.rad["status"] not in FERDIGE

    @property
    def tilbud(self) -> Mapping[str, Any] | None:
        """The first decision that grants: its own, or one that has changed it."""
        return next((rad for rad in (self.rad, *self.senere) if rad["vedtak__utfall"] == Utfall.INNVILGET), None)

    @property
    def nei(self) -> list[Mapping[str, Any]]:
        """The answers no."""
        return [ett.rad for ett in self.vurdert.values() if ett.rad["svar"] == Svar.NEI]

    @property
    def trenger_aev(self) -> bool:
        """Whether § 29 was assessed, on more than what can be looked up."""
        avgjort = self.rad["slag"] in MED_VILKAR and self.rad["vedtak__utfall"] in (Utfall.INNVILGET, Utfall.AVSLATT)
        return avgjort and not any(rad["vilkar"] in UTEN_AEV for rad in self.nei)

    @property
    def siden(self) -> date | None:
        """The day of the last answer."""
        return max((timezone.localdate(ett.rad["tid"]) for ett in self.vurdert.values()), default=None)

    def alle_vilkar(self, per: date) -> bool | None:
        """Whether § 29 is met on the day of the decision, or ``per``; None when some condition is open."""
        vilkar = versjon_paa(self.rad["vedtak__dato"] or per).vilkar
        return SOM_VERDI[reduce(and_, (self.vurdert[ett.id].svar if ett.id in self.vurdert else UKJENT for ett in vilkar))]


def hent(kontekst: Kontekst, per: date) -> list[Behandlet]:
    """Every behandling that the one who acts may see, the oldest first."""
    alle = {rad["pk"]: Behandlet(rad) for rad in _behandlinger(kontekst)}
    _knytt_senere(alle)
    for rad in _vurderinger(kontekst):
        if rad["behandling_id"] in alle:
            alle[rad["behandling_id"]].vurdert[rad["vilkar"]] = Vurdert(rad)
    _sjekk_fakta(kontekst, alle.values(), versjon_paa(per).id)
    return list(alle.values())


def _behandlinger(kontekst: Kontekst) -> Iterable[dict[str, Any]]:
    i_saken = {"sak": OuterRef("sak")}
    aev = Aev.objects.filter(**i_saken).order_by().values("sak").annotate(forst=Min("utfort")).values("forst")
    barn = Barn.objects.filter(**i_saken).order_by("-nr").values("antall")[:1]
    bygger_paa = {"aev_utfort": Subquery(aev), "barn": Subquery(barn), "barn_i_fila": F("sak__kandidat__siste_vurdering__fakta__barn")}
    alle = sporringer.behandlinger(kontekst).order_by("apnet", "apnet_tid", "pk").annotate(**bygger_paa)
    rader: Iterable[dict[str, Any]] = alle.values(*AV_BEHANDLINGEN, *AV_SOKNADEN, *AV_VEDTAKET, *bygger_paa)
    return rader


def _vurderinger(kontekst: Kontekst) -> Iterable[dict[str, Any]]:
    i_sakene = Vilkarsvurdering.objects.filter(behandling__in=sporringer.behandlinger(kontekst).exclude(status=Status.HENLAGT))
    gjeldende = i_sakene.order_by("behandling_id", "vilkar", "-nr").distinct("behandling_id", "vilkar")
    rader: Iterable[dict[str, Any]] = gjeldende.values(*AV_VURDERINGEN)
    return rader


def _knytt_senere(alle: Mapping[UUID, Behandlet]) -> None:
    """A decision that changes another, also when that one changed a third."""
    endrer = {ett.rad["gjelder_id"]: ett for ett in alle.values() if ett.rad["slag"] == Slag.OMGJORING and ett.rad["vedtak__pk"]}
    for behandlet in alle.values():
        neste = endrer.get(behandlet.rad["vedtak__pk"])
        while neste is not None and neste.rad not in behandlet.senere:
            behandlet.senere.append(neste.rad)
            neste = endrer.get(neste.rad["vedtak__pk"])


def _sjekk_fakta(kontekst: Kontekst, alle: Collection[Behandlet], versjon: str) -> None:
    """Whether each answer says where its facts are from and, while the case is open, still rests on the newest of them."""
    apne = {ett.rad["sak_id"] for ett in alle if ett.apen}
    uten_kilde = Q(kilde__regex=r"^\s*$")
    fakta = Faktum.objects.filter(uten_kilde | Q(sak_id__in=apne), kontor_id=kontekst.kontor).order_by("nr")
    rader = list(fakta.values_list("pk", "sak_id", "navn", "kilde"))
    tomme = {str(pk) for pk, _sak, _navn, kilde in rader if not kilde.strip()}
    nyeste = {(sak, navn): str(pk) for pk, sak, navn, _kilde in rader}
    for behandlet in alle:
        for ett in behandlet.vurdert.values():
            ett.uten_kilde = sum(faktum in tomme for faktum in ett.brukt)
            if behandlet.apen:
                sak = behandlet.rad["sak_id"]
                ett.gjelder = ett.rad["lovversjon"] == versjon and all(nyeste.get((sak, n)) == f for n, f in ett.rad["fakta"].items())
