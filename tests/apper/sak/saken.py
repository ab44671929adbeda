"""One case at Bakken: Per Prøve has applied. Vilde has the case, Kjersti looks it over, Bjørg decides.

Each short way acts as the one it names, on the version that is newest, with a key of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.utils import timezone

from skreddersom.apper.kandidat.models import Person
from skreddersom.apper.sak import handlinger, sporringer
from skreddersom.apper.sak.handlinger import Innsending
from skreddersom.apper.sak.models import Behandling, Brevhode, Maate, Omrade, Sak, Svar, Utfall, Varselunntak
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning
    from skreddersom.apper.sak.models import Hendelse, Soknad
    from skreddersom.apper.sak.tilstand import Tilstand

IDAG = timezone.localdate()
MOTTATT = IDAG - timedelta(days=20)
FODT = date(1990, 5, 4)
JA_FAKTA = {"ingen_ytelser": True, "lovlig_opphold": True, "fast_bopel": True}
BREVFELT: dict[str, Any] = {
    "mottaker": {"adresse": ["Prøveveien 2", "4801 Bakken"]},
    "evalueringer": [(IDAG + timedelta(days=100)).isoformat()],
}


@dataclass
class Saken:
    """A case and its behandling of the application."""

    folk: Besetning
    sak_id: UUID
    behandling_id: UUID
    person_id: UUID

    def gjor(self, navn: str, handling: Any, *mer: Any, **navngitt: Any) -> Any:
        """``navn`` does something with the behandling."""
        with som(self.folk.kontekst(navn)) as hvem:
            return handling(hvem, self.behandling_id, self.inn(), *mer, **navngitt)

    def i_saken(self, navn: str, handling: Any, *mer: Any) -> Any:
        """``navn`` does something in the case itself."""
        with som(self.folk.kontekst(navn)) as hvem:
            versjon = Sak.objects.values_list("versjon", flat=True).get(pk=self.sak_id)
            return handling(hvem, self.sak_id, Innsending(versjon, uuid4()), *mer)

    def inn(self) -> Innsending:
        """A form opened just now. Within somebody's context."""
        return Innsending(Behandling.objects.values_list("versjon", flat=True).get(pk=self.behandling_id), uuid4())

    def behandling(self) -> Behandling:
        """The behandling as it stands."""
        with som(self.folk.kontekst("lena")) as lena:
            return sporringer.med_alt(sporringer.behandlinger(lena)).get(pk=self.behandling_id)

    def tilstand(self) -> Tilstand:
        """All that decides what may happen next."""
        with som(self.folk.kontekst("lena")):
            return sporringer.tilstand(self.behandling(), IDAG)

    def fakta(self, **fakta: bool | date | None) -> None:
        """Vilde writes down what she has looked up."""
        for navn, verdi in fakta.items():
            self.i_saken("vilde", handlinger.registrer_faktum, handlinger.Opplyst(navn, verdi, "samtale med søkeren", IDAG))

    def aev(self, utfort: date = MOTTATT) -> Hendelse:
        """The arbeidsevnevurdering is done."""
        ny: Hendelse = self.i_saken("vilde", handlinger.registrer_aev, handlinger.Arbeidsevne(utfort=utfort))
        return ny

    def vurder(self, vilkar: str, svar: Svar = Svar.JA, **mer: str) -> UUID:
        """Vilde answers one condition; the id of the answer."""
        felt = {"begrunnelse": f"Fordi {vilkar} er undersøkt.", "mangler": "en erklæring", "hvem": "Vilde"} | mer
        return UUID(self.gjor("vilde", handlinger.vurder, handlinger.Vilkarssvar(vilkar, svar, **felt)).data["vurdering"])

    def vurder_alle(self) -> list[UUID]:
        """Every condition is answered yes, from facts that say so."""
        self.fakta(**JA_FAKTA)
        self.aev()
        return [self.vurder(vilkar.id) for vilkar in versjon_paa(IDAG).vilkar]

    def sikre(self, *vurderinger: UUID, dom: handlinger.Dom | None = None, navn: str = "kjersti") -> None:
        """Kjersti approves them, or says ``dom``."""
        for ett in vurderinger:
            self.gjor(navn, handlinger.kvalitetssikre, ett, dom or handlinger.Dom(godkjent=True))

    def utkast(self, utfall: Utfall = Utfall.INNVILGET, **mer: Any) -> Hendelse:
        """The draft, with all that the outcome needs."""
        felt: dict[str, Any] = {
            "fra": IDAG,
            "til": IDAG + timedelta(days=300),
            "start": IDAG + timedelta(days=7),
            "timer_uke": Decimal("37.5"),
            "begrunnelse": "Du har rett til programmet fordi alle vilkårene er oppfylt.",
            "alternativ_uten_kvp": "Økonomisk stønad uten plan.",
            "brevfelt": BREVFELT if utfall == Utfall.INNVILGET else {},
        }
        ny: Hendelse = self.gjor("vilde", handlinger.lagre_utkast, handlinger.Utkast(utfall=utfall, **(felt | mer)))
        return ny

    def gjor_klar(self) -> None:
        """Everything a grant takes is in place."""
        idag = IDAG
        self.i_saken("vilde", handlinger.vurder_barn, handlinger.Barnevurdering(idag, 0))
        self.i_saken("vilde", handlinger.registrer_egenvurdering, handlinger.Egne(idag, "Jeg vil arbeide i butikk."))
        self.i_saken("vilde", handlinger.kartlegg_behov, handlinger.Kartlagt(Omrade.ARBEID, "Praksis i butikk", idag))
        self.sikre(*self.vurder_alle())
        self.utkast()

    def slipp_varsel(self) -> None:
        """Per has asked for it himself, so that no notice is needed."""
        unntak = Varselunntak.HAR_UTTALT_SEG
        self.gjor("vilde", handlinger.la_vaere_aa_varsle, unntak, "Per har selv bedt om det i samtalen i dag.")

    def send(self) -> None:
        """Made ready and sent."""
        self.gjor_klar()
        self.gjor("vilde", handlinger.send)

    def vedta(self) -> None:
        """Sent, taken by Bjørg, and granted."""
        self.send()
        self.gjor("bjorg", handlinger.ta)
        self.gjor("bjorg", handlinger.fatt_vedtak)


def person(folk: Besetning, navn: str = "vilde", nokkel: str = "prove", **mer: Any) -> Person:
    """Somebody the office knows."""
    with som(folk.kontekst(navn)) as hvem:
        felt = {"navn": "Per Prøve", "fodselsdato": FODT} | mer
        return Person.objects.create(kontor_id=hvem.kontor, nokkel=nokkel, **felt)


def soknad(folk: Besetning, hvem: Person, navn: str = "vilde", **mer: Any) -> Soknad:
    """``navn`` takes in an application from ``hvem``."""
    felt: dict[str, Any] = {"nokkel": uuid4(), "mottatt": MOTTATT, "maate": Maate.SAMTALE, "person_id": hvem.pk}
    with som(folk.kontekst(navn)) as kontekst:
        return handlinger.registrer_soknad(kontekst, handlinger.NySoknad(**felt | mer))


def lag_sak(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Per has applied, and Vilde has the case."""
    with som(folk.kontekst("lena")) as lena:
        hode = {"adresse": ["Bakkegata 1", "4801 Bakken"], "telefon": "55 00 00 00", "statsforvalter": "Agder"}
        Brevhode.objects.get_or_create(kontor_id=lena.kontor, defaults=hode)
    hvem = person(folk, nokkel=nokkel)
    ny = soknad(folk, hvem)
    with som(folk.kontekst("vilde")):
        return Saken(folk, ny.sak_id, ny.behandling.pk, hvem.pk)
