"""One letter of each kind, filled in as a caseworker would. Everybody in them is made up.

Kari Nordmann Eksempel applies at Nav Bakken; Per Prøve is refused.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from skreddersom.kjerne.lov.brevkrav import Brevslag

DAG = date(2026, 11, 22)

FELLES: dict[str, Any] = {
    "kontor": {
        "navn": "Nav Bakken",
        "adresse": ["Bakkegata 1", "4801 Bakken"],
        "telefon": "55 00 00 00",
        "epost": "post@eksempel.no",
        "apningstid": "mandag til fredag klokka 10–14",
    },
    "mottaker": {"navn": "Kari Eksempel", "adresse": ["Prøveveien 2", "4801 Bakken"]},
    "dato": DAG.isoformat(),
    "referanse": "2026/1234",
    "hilsen": [{"navn": "Vilde Veileder", "rolle": "saksbehandler"}],
}
TO_UNDERSKRIFTER = [{"navn": "Vilde Veileder", "rolle": "saksbehandler"}, {"navn": "Bjørg Beslutter", "rolle": "beslutter"}]
VEDTAK: dict[str, Any] = {"hilsen": TO_UNDERSKRIFTER, "statsforvalter": "Agder"}

EGNE: dict[Brevslag, dict[str, Any]] = {
    Brevslag.SOKNAD: {
        "soker": "Kari Eksempel",
        "fodt": "1990-05-04",
        "mottatt": "2026-11-20",
        "maate": "samtale",
        "registrert_av": "Vilde Veileder",
        "innhold": "Jeg vil arbeide i butikk.",
        "mangler": "hva hun har i inntekt nå",
    },
    Brevslag.KVITTERING: {
        "mottatt": "2026-11-20",
        "maate": "samtale",
        "svarfrist": "2026-12-20",
        "startfrist": "2027-05-20",
        "trengs": ["hva du har i inntekt nå", "navnet på fastlegen din"],
    },
    Brevslag.FORELOPIG_SVAR: {
        "mottatt": "2026-10-20",
        "arsak": "Vi venter på en uttalelse fra fastlegen din om hvor mye du kan arbeide.",
        "forventet": "2026-12-15",
        "trengs": ["samtykke til at vi snakker med fastlegen"],
    },
    Brevslag.INVITASJON: {
        "mote": {"dato": "2026-12-01", "klokkeslett": "10.30", "sted": "Nav Bakken, Bakkegata 1", "med": "Vilde Veileder"},
        "hvorfor": "Du fortalte i høst at du vil tilbake til arbeid i butikk. Det er slikt programmet er til for.",
    },
    Brevslag.INNVILGELSE: {
        "gjelder": "soknad",
        "mottatt": "2026-10-20",
        "fra": "2026-12-01",
        "til": "2027-11-30",
        "start": "2026-12-01",
        "timer_uke": 37.5,
        "vilkar": [
            {
                "id": "arbeidsevne",
                "begrunnelse": "Du har vært uten arbeid i fire år, og ryggplagene gjør at du ikke kan gå tilbake til lageret.",
            },
            {"id": "ytelser", "begrunnelse": "Du lever av økonomisk sosialhjelp og har ingen ytelser fra folketrygden."},
            {
                "id": "bistand",
                "begrunnelse": "Uten tett oppfølging har tiltakene stoppet opp tre ganger. Du trenger en fast plan og en fast person.",
            },
        ],
        "deltakers_syn": "Du vil arbeide i butikk og helst ha praksis i nærheten, fordi du henter barna klokka fire.",
        "har_barn": True,
        "barn": "Vi har lagt dagene slik at du kan følge barna til skolen og hente dem.",
        "innhold": ["praksis i dagligvarebutikk", "norskkurs to dager i uka", "trening på Frisklivssentralen"],
        "evalueringer": ["2027-03-01", "2027-06-01", "2027-09-01"],
        "stonad": {
            "aar": "278697",
            "dag": "1071.91",
            "satsdato": "2026-12-01",
            "under_25": False,
            "antall_barn": 2,
            "barnetillegg": "38",
            "barnetillegg_dag": "76",
        },
    },
    Brevslag.AVSLAG: {
        "mottatt": "2026-10-20",
        "begrunnelse": "Du er allerede på vei mot arbeid.\n\nVi har lagt vekt på at du selv mener at jobbsøkerkurset er nok.",
        "deltakers_syn": "Du vil helst i arbeid så fort som mulig og mener at et kurs er nok.",
        "aev": {"dato": "2026-11-02", "resultat": "Den viste at du trenger veiledning, men at arbeidsevnen ikke er vesentlig nedsatt."},
        "vilkar": [
            {"id": "alder", "svar": "JA", "begrunnelse": "Du er 34 år."},
            {
                "id": "arbeidsevne",
                "svar": "NEI",
                "fakta": "Du arbeidet fullt som tømrer fram til mai 2026.",
                "begrunnelse": "Plagene du har fortalt om, hindrer deg ikke i å arbeide som før.",
            },
            {
                "id": "ytelser",
                "svar": "UKJENT",
                "begrunnelse": "Vi har ikke tatt stilling til dette, fordi et annet vilkår ikke er oppfylt.",
            },
        ],
        "har_barn": True,
        "barn": "Vi har spurt hvordan barna har det, og hva de trenger. Avslaget endrer ikke det de får nå.",
        "alternativer": "Du kan få plass på jobbsøkerkurset fra 7. desember, og du kan søke om økonomisk stønad.",
    },
    Brevslag.AVVISNING: {
        "mottatt": "2026-10-20",
        "fakta": "Du flyttet til Stranda 1. oktober, før du søkte.",
        "begrunnelse": "Det er kommunen der du oppholder deg, som skal behandle søknaden.",
        "regel": "sosialtjenesteloven § 3",
        "alternativer": "Ta kontakt med Nav Stranda. Vi kan sende søknaden dit for deg hvis du vil.",
    },
    Brevslag.KLAGEAVVISNING: {
        "klage_mottatt": "2026-11-19",
        "vedtak_dato": "2026-10-05",
        "frist": "2026-10-28",
        "for_sent": True,
        "mangler": False,
        "uten_klagerett": False,
        "begrunnelse": "Du fikk brevet 7. oktober. Du har ikke fortalt om noe som hindret deg i å klage i tide.",
    },
    Brevslag.FORHANDSVARSEL: {
        "hva": "avbrudd",
        "fra": "2027-01-04",
        "fakta": "Du har vært borte ni av de siste ti dagene uten å si fra.",
        "begrunnelse": "Vi har ringt deg tre ganger og avtalt to møter. Vi er usikre på om programmet passer for deg nå.",
        "frist": "2026-12-08",
    },
    Brevslag.AVBRUDD: {
        "fra": "2027-01-04",
        "til": "2027-04-30",
        "avslutt_senest": "2028-01-04",
        "fakta": "Du skal til behandling i tolv uker fra 4. januar.",
        "begrunnelse": "Du kan ikke delta mens behandlingen varer. Vi har lagt vekt på at du vil fortsette etterpå.",
        "deltakers_syn": "Du ønsker en pause nå og vil tilbake til praksisplassen til våren.",
    },
    Brevslag.AVSLUTNING: {
        "gjelder": "fullfort",
        "slutt": "2027-11-30",
        "fakta": "Du har fått fast arbeid i butikken der du hadde praksis.",
        "begrunnelse": "Målet med programmet er nådd.",
        "deltakers_syn": "Du er fornøyd og vil klare deg selv nå.",
        "alternativer": "Trenger du hjelp de første månedene i jobben, kan du ringe veilederen din.",
    },
    Brevslag.STANS: {
        "fra": "2027-02-01",
        "til": "2027-02-14",
        "fakta": "Du har ikke møtt i programmet siden 18. januar, og vi har ikke fått tak i deg.",
        "begrunnelse": "Vi har ringt og skrevet til deg fire ganger. Vi vet ikke om noen grunn til at du ikke kan møte.",
        "deltakers_syn": "Du har ikke svart på forhåndsvarselet.",
    },
    Brevslag.OPPHEVELSE: {
        "opphevet": "2026-10-12",
        "fakta": "Da vi avslo søknaden, var arbeidsevnevurderingen ikke gjort.",
        "begrunnelse": "Uten den vurderingen var saken ikke godt nok opplyst til at vi kunne si nei.",
        "virkning": "Søknaden din er ikke avgjort. Vi gjør arbeidsevnevurderingen sammen med deg 3. desember, og svarer deg så.",
        "deltakers_syn": "Du mener at plagene er større enn vi la til grunn.",
    },
    Brevslag.OVERSENDELSE: {
        "mottaker": {"navn": "Statsforvalteren i Agder", "adresse": ["Prøvegata 3", "4836 Bakken"]},
        "klager": "Per Prøve",
        "vedtak_dato": "2026-10-12",
        "vedtak_om": "Avslag på kvalifiseringsprogram",
        "klage_mottatt": "2026-10-28",
        "i_tide": True,
        "anforsler": "Klageren mener at plagene er større enn vi har lagt til grunn, og viser til en erklæring fra fastlegen.",
        "begrunnelse": "Erklæringen sier at klageren kan arbeide fullt i annet arbeid. Den endrer derfor ikke vurderingen vår.",
        "vedlegg": ["Vedtaket", "Klagen", "Arbeidsevnevurderingen", "Erklæring fra fastlegen"],
    },
    Brevslag.DELTAKERBEVIS: {
        "hilsen": [{"navn": "Lena Leder", "rolle": "leder"}, {"navn": "Vilde Veileder", "rolle": "saksbehandler"}],
        "deltaker": "Kari Eksempel",
        "fra": "2026-12-01",
        "til": "2027-11-30",
        "timer_uke": 37.5,
        "innhold": ["arbeidspraksis i dagligvarebutikk, 24 timer i uka", "norskkurs, nivå B1", "kurs i kasse og kundebehandling"],
        "ferdigheter": ["betjener kasse på egen hånd", "tar imot varer og følger opp datovarer"],
    },
}


def data(slag: Brevslag) -> dict[str, Any]:
    """What the letter of this kind is made of."""
    from skreddersom.kjerne.lov.brevkrav import VEDTAK as VEDTAKENE

    return FELLES | (VEDTAK if slag in VEDTAKENE else {}) | EGNE[slag]
