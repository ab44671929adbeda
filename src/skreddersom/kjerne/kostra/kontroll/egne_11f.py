"""Our own stricter controls of 11F: months against amounts, conditions, the activity duty under 30, partner and livelihood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.fodselsnummer import er_duf
from skreddersom.kjerne.kostra.koder import I_KVALIFISERINGSPROGRAM, KVALIFISERINGSSTONAD
from skreddersom.kjerne.kostra.kontroll.dato import norsk
from skreddersom.kjerne.kostra.kontroll.egne_felles import navnene
from skreddersom.kjerne.kostra.kontroll.grunnlag import maneder, noen_krysset
from skreddersom.kjerne.kostra.kontroll.modell import Kontroll, blank, egen, setning, utelatt
from skreddersom.kjerne.kostra.kontroll.ssb_11f import KODER, VILKAR
from skreddersom.kjerne.kostra.oppsett import MANED
from skreddersom.kjerne.lov.alderskolonne import alder_paa
from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Oppsett

AARET, FODT = pl.col("aargang"), pl.col("fodt")
VKLO, ARBSIT = pl.col("VKLO"), pl.col("ARBSIT")
UTBETDATO, UTBETTOMDATO, VEDTAKDATO = pl.col("utbetdato"), pl.col("utbettomdato"), pl.col("vedtakdato")

AKTIVITETSPLIKT_UNDER = AKTIVITETSPLIKT_UNDER_AAR.verdi
UTEN_PARTNER = ("1", "4", "5")
SAGT_OM_KVP = ("1", "2", "4", "5", "6", "8")
"""Sources of livelihood for which SSB's K15–K19 and K21 already say that the work situation does not fit."""


def belop(maned: str) -> pl.Expr:
    """Paid out in the month, grants and loans; null when one of the fields cannot be read."""
    deler = [pl.when(blank(navn)).then(0).otherwise(pl.col(navn.lower())) for navn in (f"BIDRAG_{maned}", f"LAAN_{maned}")]
    return deler[0] + deler[1]


FORDELT = pl.any_horizontal([belop(maned) != 0 for maned in MANED])
"""Some month has an amount: otherwise the months are not filled in, and SSB's K36 and K37 say so."""
KRYSS_UTEN_BELOP = tuple(
    (felt, (pl.col(felt) == KODER[felt][0]) & (belop(maned) == 0)) for felt, maned in zip(maneder(), MANED, strict=True)
)
BELOP_UTEN_KRYSS = tuple(
    (felt, (pl.col(felt) != KODER[felt][0]) & (belop(maned) > 0)) for felt, maned in zip(maneder(), MANED, strict=True)
)

GITT_UNNTAK = noen_krysset(KODER, "VEDTAKARB", "VEDTAKAKT", "VEDTAKHELSE", "VEDTAKGRUNN")
OM_UNNTAK = GITT_UNNTAK | ~utelatt("VEDTAKDATO")
SANKSJON = noen_krysset(KODER, "SANKSJONRED", "SANKSJONANDRE")
INGEN_VILKAR = (pl.col("VILKARSOSLOV") == "2") & (pl.col("VILKARSAMEKT") != "1")
BEGRUNNELSE = pl.when(GITT_UNNTAK).then(setning("krysset av")).otherwise(setning("blank"))
VILKARSDATO = ~utelatt("UTBETDATO") | ~utelatt("UTBETTOMDATO")

NYTTAAR, AARETS_SLUTT = pl.date(AARET, 1, 1), pl.date(AARET, 12, 31)


MANEDER: tuple[Kontroll, ...] = (
    egen(
        "S40",
        "Måned med kryss, men uten beløp",
        FORDELT & pl.any_horizontal([slar_ut for _, slar_ut in KRYSS_UTEN_BELOP]),
        setning(
            "{} er krysset, men verken bidrag eller lån er utbetalt da. Fordel beløpene på månedene, eller fjern krysset.",
            navnene(KRYSS_UTEN_BELOP),
        ),
        grunn="SSB holder ikke kryssene mot månedsbeløpene; varigheten i statistikken bygger på kryssene.",
    ),
    egen(
        "S41",
        "Måned med beløp, men uten kryss",
        pl.any_horizontal([slar_ut for _, slar_ut in BELOP_UTEN_KRYSS]),
        setning(
            "{} er ikke krysset, men det er utbetalt bidrag eller lån da. Kryss av måneden, eller rett beløpet.", navnene(BELOP_UTEN_KRYSS)
        ),
        grunn="SSB holder ikke månedsbeløpene mot kryssene; måneder med stønad faller da ut av varigheten.",
    ),
)


VILKARENE: tuple[Kontroll, ...] = (
    egen(
        "S42",
        "Vilkårsvedtak som slutter før det begynner",
        UTBETTOMDATO < UTBETDATO,
        setning("UTBETTOMDATO ({}) er før UTBETDATO ({}). Kontroller begge datoene.", norsk(UTBETTOMDATO), norsk(UTBETDATO)),
        grunn="SSB kontrollerer de to datoene hver for seg.",
    ),
    egen(
        "S43",
        "Vilkårsvedtak utenfor rapporteringsåret",
        (pl.col("VILKARSOSLOV") == "1") & ((UTBETDATO.dt.year() != AARET) | ~UTBETTOMDATO.dt.year().is_between(AARET, AARET + 1)),
        setning(
            "UTBETDATO er {} og UTBETTOMDATO {}, men vilkåret skal gjelde et vedtak i {}. Kontroller datoene.",
            "UTBETDATO",
            "UTBETTOMDATO",
            AARET,
        ),
        grunn="Feltene gjelder det første vilkåret i kalenderåret; SSB godtar enhver dato.",
    ),
    egen(
        "S44",
        "Sanksjon uten vilkår",
        INGEN_VILKAR & SANKSJON,
        setning("Det er krysset for sanksjon, men VILKARSOSLOV er 2 (ikke stilt vilkår). Kontroller begge."),
        grunn="En sanksjon følger brudd på et vilkår etter § 20 eller § 20 a; SSB holder dem ikke mot hverandre.",
    ),
)


def _uten_vilkar(oppsett: Oppsett) -> Kontroll:
    """The kinds of conditions are not the same every year."""
    type_vilkar = noen_krysset(KODER, *[navn for navn in VILKAR if navn in oppsett])
    return egen(
        "S45",
        "Opplysninger om vilkår uten at det er stilt vilkår",
        INGEN_VILKAR & (type_vilkar | VILKARSDATO),
        setning("VILKARSOSLOV er 2 (ikke stilt vilkår), men dato eller type vilkår er fylt ut. Rett svaret, eller tøm feltene."),
        grunn="SSB ser bare på feltene når det er stilt vilkår.",
    )


UNDER_30: tuple[Kontroll, ...] = (
    egen(
        "S46",
        "Unntak fra aktivitetsplikt for en som har fylt 30",
        OM_UNNTAK & (alder_paa(FODT, pl.coalesce(VEDTAKDATO, NYTTAAR)) >= AKTIVITETSPLIKT_UNDER),
        setning("VEDTAKDATO eller en begrunnelse for unntak er fylt ut, men mottakeren var ikke lenger under 30 år. Kontroller feltene."),
        grunn="Aktivitetsplikten i § 20 a gjelder mottakere under 30 år; SSB ser ikke på alderen.",
    ),
    egen(
        "S47",
        "Unntak fra aktivitetsplikt mangler dato eller begrunnelse",
        GITT_UNNTAK.ne(~utelatt("VEDTAKDATO")),
        setning("VEDTAKDATO er {}, og begrunnelsen for unntak er {}. Fyll ut begge, eller ingen av dem.", "VEDTAKDATO", BEGRUNNELSE),
        grunn="Et unntak er et vedtak med dato og begrunnelse; SSB kontrollerer ingen av dem.",
    ),
    egen(
        "S48",
        "Unntak fra aktivitetsplikt utenfor rapporteringsåret",
        VEDTAKDATO.dt.year() != AARET,
        setning("VEDTAKDATO er {}, men feltet gjelder det første unntaket i {}. Kontroller datoen.", norsk(VEDTAKDATO), AARET),
        grunn="SSB godtar enhver dato.",
    ),
    egen(
        "S49",
        "Under 30 år uten vilkår og uten unntak",
        INGEN_VILKAR & ~OM_UNNTAK & (alder_paa(FODT, AARETS_SLUTT) < AKTIVITETSPLIKT_UNDER) & (alder_paa(FODT, NYTTAAR) >= 18),
        setning("Mottakeren er under 30 år, men har verken vilkår om aktivitet eller unntak. Kontroller VILKARSOSLOV og VEDTAKDATO."),
        grunn="Den som er under 30, skal ha vilkår om aktivitet eller et unntak (§ 20 a); SSB ser ikke etter det.",
    ),
)
"""The exception from the activity duty in § 20 a."""

LIVSOPPHOLD: tuple[Kontroll, ...] = (
    egen(
        "S50",
        "Partner oppgitt for en uten partner",
        ((VKLO == "7") | (pl.col("VILKARSAMEKT") == "1")) & pl.col("EKTSTAT").is_in(UTEN_PARTNER),
        setning(
            "EKTSTAT er {} (uten ektefelle eller samboer), men VKLO er {} og VILKARSAMEKT {}. Kontroller feltene.",
            "EKTSTAT",
            "VKLO",
            "VILKARSAMEKT",
        ),
        grunn="Partnerens inntekt (VKLO 7) og vilkår til partneren (VILKARSAMEKT 1) forutsetter at det er en partner.",
    ),
    egen(
        "S51",
        "Kvalifiseringsprogram og livsopphold passer ikke sammen",
        ((ARBSIT == I_KVALIFISERINGSPROGRAM) != (VKLO == KVALIFISERINGSSTONAD))
        & ~blank("ARBSIT")
        & ~blank("VKLO")
        & ~((pl.col("regler") > 0) & VKLO.is_in(SAGT_OM_KVP)),
        setning(
            "ARBSIT er {} og VKLO {}. I kvalifiseringsprogram (ARBSIT 10) lever en vanligvis av stønaden (VKLO 8). Kontroller begge.",
            "ARBSIT",
            "VKLO",
        ),
        grunn="SSB krever ARBSIT 10 når VKLO er 8, men ikke omvendt; ulike svar gjør at deltakere overses.",
    ),
    egen(
        "S52",
        "DUF-nummer som ikke stemmer",
        ~blank("PERSON_FODSELSNR") & ~blank("PERSON_DUF") & ~er_duf(pl.col("PERSON_DUF")).fill_null(value=False),
        setning("PERSON_DUF er ikke et gyldig DUF-nummer (tolv sifre). Rett nummeret, eller la feltet stå blankt."),
        grunn="SSB ser bare på DUF-nummeret når fødselsnummeret er blankt.",
    ),
)


def egne_11f(oppsett: Oppsett) -> tuple[Kontroll, ...]:
    """All of them, for the fields of one layout."""
    return (*MANEDER, *VILKARENE, _uten_vilkar(oppsett), *UNDER_30, *LIVSOPPHOLD)
