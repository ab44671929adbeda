"""Cases of the demo, one at each place on its way, made by the product's own actions by those whose work it is. All made up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from skreddersom.apper.kandidat import sporringer as kandidatene
from skreddersom.apper.sak import grunnlag, handlinger
from skreddersom.apper.sak.handlinger import Dom, Innsending, Vilkarssvar, ny_nokkel
from skreddersom.apper.sak.models import (
    Behandling,
    Maate,
    Malform,
    Omrade,
    Retursaarsak,
    Sak,
    Slag,
    Svar,
    Utfall,
    Varselunntak,
    Vedtak,
    Ventegrunn,
    Vilkarsvurdering,
)
from skreddersom.demo.klager import klaget, oversendt
from skreddersom.demo.kontorer import HOVEDKONTOR
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev import handlinger as brevene
from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Stilling

FAKTA: Final = {
    "ingen_ytelser": "spørring i Arena og egne opplysninger i søknaden",
    "lovlig_opphold": "folkeregisteret",
    "fast_bopel": "folkeregisteret",
}
BEGRUNNET: Final = {
    "alder": "Fødselsdatoen står i folkeregisteret. Søkeren er mellom 18 og 67 år.",
    "arbeidsevne": "Arbeidsevnevurderingen viser at søkeren ikke har vært i arbeid på fire år, har avbrutt to tiltak og har smerter "
    "som gjør det vanskelig å stå lenge. Det er lite sannsynlig at søkeren kommer i arbeid uten hjelp.",
    "ytelser": "Søkeren lever av økonomisk stønad. Det er ikke registrert dagpenger, arbeidsavklaringspenger eller uføretrygd.",
    "arbeidsevnevurdering": "Vurderingen er gjort sammen med søkeren i tre samtaler.",
    "bistand": "Søkeren trenger en fast person å forholde seg til, praksis som økes gradvis, og hjelp til gjelda samtidig. "
    "Enkeltstående tiltak har ikke ført fram.",
    "unntak": "Det er ikke noe ved søkeren som gjør det uforholdsmessig byrdefullt å tilby et program.",
    "opphold": "Søkeren har bodd i kommunen i elleve år.",
}
"""Condition → why it is met."""
ANNEN_HJELP: Final = Vilkarssvar(
    "bistand",
    Svar.NEI,
    "Søkeren har fått tilbud om fast jobb på 60 prosent fra neste måned, og ønsker selv bare hjelp til å finne barnehageplass og "
    "til søknaden om å få jobbe mer. Det kan vi gi uten et program.",
    "annen_hjelp_er_nok",
)


SLUTT: Final = handlinger.Utkast(
    utfall=Utfall.AVSLUTTET,
    begrunnelse="Du har fått fast jobb i hel stilling, og har selv bedt om å slutte i programmet. Da er målet med programmet nådd.",
    brevfelt={
        "gjelder": "for_tiden",
        "fakta": "Du har skrevet under på en arbeidsavtale om fast jobb, og begynner i morgen.",
        "alternativer": "Ta kontakt med oss hvis det ikke går som du har tenkt. Du kan søke om program igjen.",
        "mottaker": {"adresse": ["Storgata 1", "4800 Arendal"]},
    },
)


class Roller(NamedTuple):
    """Those who work with the cases of one office."""

    veileder: Kontekst
    sikrer: Kontekst
    beslutter: Kontekst
    leder: Kontekst


@dataclass(frozen=True, slots=True)
class Gang:
    """One case on its way. Each short way acts as somebody, on the version that is newest."""

    roller: Roller
    sak: UUID
    behandling: UUID
    idag: date

    def i_saken(self, handling: Callable[..., Any], *mer: object) -> None:
        """The veileder writes in the case."""
        with som(self.roller.veileder) as hvem:
            versjon = Sak.objects.values_list("versjon", flat=True).get(pk=self.sak)
            handling(hvem, self.sak, Innsending(versjon, ny_nokkel()), *mer)

    def med(self, hvem: Kontekst, handling: Callable[..., Any], *mer: object) -> None:
        """``hvem`` does something with the behandling."""
        with som(hvem):
            versjon = Behandling.objects.values_list("versjon", flat=True).get(pk=self.behandling)
            handling(hvem, self.behandling, Innsending(versjon, ny_nokkel()), *mer)

    def gjeldende(self) -> list[Vilkarsvurdering]:
        """The answers that nobody has looked over."""
        with som(self.roller.sikrer):
            return [ett for ett in grunnlag.gjeldende_vurderinger([self.behandling]) if not hasattr(ett, "kvalitetssikring")]


Steg = Callable[[Gang], Gang | None]
"""What happens next; when it happens in another behandling of the case, the way on."""


def opplyst(gang: Gang) -> None:
    """What can be looked up, what the applicant says, and the children."""
    for navn, kilde in FAKTA.items():
        gang.i_saken(handlinger.registrer_faktum, handlinger.Opplyst(navn, True, kilde, gang.idag))  # noqa: FBT003 – what the fact says
    egne = "Jeg vil arbeide i butikk. Jeg er redd for at det blir for mye på en gang."
    gang.i_saken(handlinger.registrer_egenvurdering, handlinger.Egne(gang.idag, egne))
    barn = handlinger.Barnevurdering(gang.idag, 2, ("0-5", "6-12"), "Henting før klokka fire.", "Programmet slutter klokka tre hver dag.")
    gang.i_saken(handlinger.vurder_barn, barn)


def aev_bestilt(gang: Gang) -> None:
    """The arbeidsevnevurdering is asked for, and not done."""
    gang.i_saken(handlinger.registrer_aev, handlinger.Arbeidsevne(bestilt=gang.idag - timedelta(days=3)))


def aev_utfort(gang: Gang) -> None:
    """It is done, and needs are mapped."""
    gang.i_saken(handlinger.registrer_aev, handlinger.Arbeidsevne(utfort=gang.idag - timedelta(days=2)))
    for omrade, tekst in ((Omrade.ARBEID, "Praksis i butikk, med gradvis økning."), (Omrade.OKONOMI, "Oversikt over gjelda.")):
        gang.i_saken(handlinger.kartlegg_behov, handlinger.Kartlagt(omrade, tekst, gang.idag - timedelta(days=2)))


def paa_vent(gang: Gang) -> None:
    """A statement from the doctor is waited for."""
    venting = handlinger.Venting(Ventegrunn.LEGE, gang.idag + timedelta(days=10), "Fastlegen er bedt om en uttalelse om ryggen.")
    gang.med(gang.roller.veileder, handlinger.sett_paa_vent, venting)


def vurdert(gang: Gang) -> None:
    """Every condition is met."""
    for vilkar in versjon_paa(gang.idag).vilkar:
        gang.med(gang.roller.veileder, handlinger.vurder, Vilkarssvar(vilkar.id, Svar.JA, BEGRUNNET[vilkar.id]))


def ett_nei(gang: Gang) -> None:
    """One condition is not met after all."""
    gang.med(gang.roller.veileder, handlinger.vurder, ANNEN_HJELP)


def sikret(gang: Gang) -> None:
    """The kvalitetssikrer approves all that waits."""
    for ett in gang.gjeldende():
        gang.med(gang.roller.sikrer, handlinger.kvalitetssikre, ett.pk, Dom(godkjent=True))


def noe_tilbake(gang: Gang) -> None:
    """Two are sent back, one of them is written anew, and one is approved."""
    forste, andre, tredje, *_ = gang.gjeldende()
    for ett in (forste, andre):
        dom = Dom(godkjent=False, arsaker=(Retursaarsak.IKKE_INDIVIDUELL, Retursaarsak.KILDE), tekst="Hvor har du det fra?")
        gang.med(gang.roller.sikrer, handlinger.kvalitetssikre, ett.pk, dom)
    gang.med(gang.roller.sikrer, handlinger.kvalitetssikre, tredje.pk, Dom(godkjent=True))
    bedre = f"{BEGRUNNET[andre.vilkar]} Det står i referatet fra samtalen med søkeren."
    gang.med(gang.roller.veileder, handlinger.vurder, Vilkarssvar(andre.vilkar, Svar.JA, bedre))


def innvilges(gang: Gang) -> None:
    """A draft that grants, from in two weeks."""
    _innvilges(gang, gang.idag + timedelta(days=14))


def innvilges_fra_i_dag(gang: Gang) -> None:
    """A draft that grants, from today on."""
    _innvilges(gang, gang.idag)


def _innvilges(gang: Gang, start: date) -> None:
    utkast = handlinger.Utkast(
        utfall=Utfall.INNVILGET,
        fra=start,
        til=start + timedelta(days=364),
        start=start,
        timer_uke=Decimal("37.5"),
        begrunnelse="Du har prøvd flere tiltak, og trenger tett hjelp over tid for å komme i arbeid. Et program gir deg det.",
        alternativ_uten_kvp="Økonomisk stønad og oppfølging uten plan. Det har ikke ført fram de siste fire årene.",
        brevfelt={
            "innhold": ["Praksis i butikk, 15 timer i uka fra start", "Kurs i data", "Hjelp til å få oversikt over gjelda"],
            "evalueringer": [(start + timedelta(days=dager)).isoformat() for dager in (60, 180)],
            "mottaker": {"adresse": ["Storgata 1", "4800 Arendal"]},
        },
    )
    gang.med(gang.roller.veileder, handlinger.lagre_utkast, utkast)


def avslas(gang: Gang) -> None:
    """A draft that refuses."""
    utkast = handlinger.Utkast(
        utfall=Utfall.AVSLATT,
        begrunnelse="Du har fått tilbud om fast jobb, og sier selv at du ikke trenger et program. Det du ber om, kan vi hjelpe deg med.",
        alternativ_uten_kvp="Samtaler om barnehage og stillingsprosent, med samme kontaktperson.",
        brevfelt={
            "aev": {"resultat": "Vurderingen viste at du kan arbeide, og at det er barnepass som har stått i veien."},
            "alternativer": "Vi hjelper deg med å søke barnehage, og med å snakke med arbeidsgiveren om mer arbeid.",
            "mottaker": {"adresse": ["Storgata 1", "4800 Arendal"]},
        },
    )
    gang.med(gang.roller.veileder, handlinger.lagre_utkast, utkast)


def sendt(gang: Gang) -> None:
    """To be decided."""
    gang.med(gang.roller.veileder, handlinger.send)


def fattet(gang: Gang) -> None:
    """Taken and decided."""
    gang.med(gang.roller.beslutter, handlinger.ta)
    gang.med(gang.roller.beslutter, handlinger.fatt_vedtak)


def brevet_i_posten(gang: Gang) -> None:
    """The letter is sent."""
    with som(gang.roller.veileder) as hvem:
        brevene.merk_sendt(hvem, Behandling.objects.select_related("vedtak").get(pk=gang.behandling).vedtak.brev)


def slutter(gang: Gang) -> Gang:
    """A job has come, and the participant has asked to end: nobody need be told of it first. It goes on in a behandling of its own."""
    with som(gang.roller.veileder) as hvem:
        vedtak = Vedtak.objects.get(behandling_id=gang.behandling)
        versjon = Sak.objects.values_list("versjon", flat=True).get(pk=gang.sak)
        hendelse = handlinger.apne_behandling(hvem, gang.sak, Innsending(versjon, ny_nokkel()), Slag.AVSLUTNING, vedtak.pk)
    ny = replace(gang, behandling=UUID(hendelse.data["behandling"]))
    unntak = (Varselunntak.HAR_UTTALT_SEG, "Deltakeren ba selv om det i samtalen i dag.")
    ny.med(gang.roller.veileder, handlinger.la_vaere_aa_varsle, *unntak)
    ny.med(gang.roller.veileder, handlinger.lagre_utkast, replace(SLUTT, til=gang.idag))
    return ny


def lagt_tilbake(gang: Gang) -> None:
    """Nobody has it."""
    gang.med(gang.roller.veileder, handlinger.legg_tilbake)


class Demosak(NamedTuple):
    """A case: what it shows, how many days ago the application came, and how far it has come since."""

    navn: str
    dager: int
    steg: tuple[Steg, ...] = ()
    malform: Malform = Malform.BOKMAL
    mangler: str = ""


VURDERT: Final = (opplyst, aev_utfort, vurdert)
INNVILGES: Final = (*VURDERT, sikret, innvilges, sendt)
AVSLAS: Final = (*VURDERT, ett_nei, sikret, avslas, sendt)
SAKER: Final = (
    Demosak("ny søknad", 6, mangler="Underskrift og opplysninger om husstanden."),
    Demosak("ikke svart i tide", 41),
    Demosak("arbeidsevnevurderingen mangler", 24, (opplyst, aev_bestilt)),
    Demosak("til kontroll", 27, VURDERT),
    Demosak("sendt tilbake", 35, (*VURDERT, noe_tilbake)),
    Demosak("til beslutning", 38, INNVILGES),
    Demosak("innvilget, brevet sendt", 39, (*INNVILGES, fattet, brevet_i_posten)),
    Demosak("avslått, brevet ikke sendt", 37, (*AVSLAS, fattet), Malform.NYNORSK),
    Demosak("på vent", 29, (opplyst, aev_bestilt, paa_vent)),
    Demosak("hos ingen", 4, (lagt_tilbake,)),
    Demosak("klage under arbeid", 33, (*AVSLAS, fattet, brevet_i_posten, klaget)),
    Demosak("klage oversendt", 36, (*AVSLAS, fattet, brevet_i_posten, klaget, oversendt)),
)
"""One at each place on its way."""
I_PROGRAM: Final = (*VURDERT, sikret, innvilges_fra_i_dag, sendt, fattet, brevet_i_posten)
LOPENDE: Final = (
    Demosak("i program", 44, I_PROGRAM),
    Demosak("i program", 52, I_PROGRAM),
    Demosak("i program", 61, I_PROGRAM),
    Demosak("i program", 29, I_PROGRAM),
    Demosak("slutter før tiden", 75, (*I_PROGRAM, slutter, sendt, fattet)),
)
"""Programmes that run: of five persons an office's number is shown to others, of fewer it is hidden."""
FAA: Final = tuple(ett for ett in SAKER if ett.navn in {"ny søknad", "til kontroll", "til beslutning", "avslått, brevet ikke sendt"})
VED: Final[Mapping[str, tuple[Demosak, ...]]] = {
    HOVEDKONTOR: SAKER + LOPENDE,
    "NAV Kristiansand": FAA + LOPENDE[:3],
    "NAV Lister": FAA + LOPENDE[:2],
}
"""Office → its cases. The first has one of everything; what the two others have in programme is too few to be shown alone."""


def lag(leder: Stilling, ansatte: Mapping[Rolle, Sequence[Stilling]], idag: date, alle: Sequence[Demosak] = SAKER) -> None:
    """Let candidates that nothing has happened with yet be applicants, one for each of ``alle`` as far as they go."""
    with som(okt.kontekst(leder)) as hvem:
        ledige = kandidatene.kandidater(hvem).filter(siste_utfall=None, paa_lista=True, person__fodselsdato__isnull=False)
        rekke = list(ledige.exclude(veileder=None).order_by("rang").values_list("pk", "veileder_id")[: len(alle)])
    veiledere = {ett.ansatt_id: ett for ett in ansatte[Rolle.VEILEDER]}
    sikrer, beslutter = (okt.kontekst(ansatte[rolle][0]) for rolle in (Rolle.KVALITETSSIKRER, Rolle.BESLUTTER))
    for (kandidat, veileder), sak in zip(rekke, alle, strict=False):
        _gaa(Roller(okt.kontekst(veiledere[veileder]), sikrer, beslutter, okt.kontekst(leder)), kandidat, sak, idag)


def _gaa(roller: Roller, kandidat: UUID, sak: Demosak, idag: date) -> None:
    with som(roller.veileder) as hvem:
        ny = handlinger.NySoknad(
            nokkel=ny_nokkel(),
            mottatt=idag - timedelta(days=sak.dager),
            maate=Maate.PAPIR if sak.mangler else Maate.SAMTALE,
            kandidat_id=kandidat,
            innhold="Jeg vil prøve å komme i arbeid, og har hørt om programmet av veilederen min.",
            mangler=sak.mangler,
            malform=sak.malform,
        )
        soknad = handlinger.registrer_soknad(hvem, ny)
        gang = Gang(roller, soknad.sak_id, soknad.behandling.pk, idag)
    for steg in sak.steg:
        gang = steg(gang) or gang
