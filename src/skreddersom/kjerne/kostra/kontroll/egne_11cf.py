"""Our own stricter controls of 11CF: the order of the dates, the months against the programme, fields that contradict each other."""

from __future__ import annotations

import polars as pl

from skreddersom.kjerne.kostra.koder import FORTSATT_I_PROGRAM, PERMISJON
from skreddersom.kjerne.kostra.kontroll.dato import manedsnummer, norsk
from skreddersom.kjerne.kostra.kontroll.egne_felles import navnene
from skreddersom.kjerne.kostra.kontroll.grunnlag import i_oslo, maneder
from skreddersom.kjerne.kostra.kontroll.modell import Kontroll, egen, setning, utelatt
from skreddersom.kjerne.kostra.kontroll.ssb_11cf import KODER, SITUASJON
from skreddersom.kjerne.lov.grenser import STARTFRIST_MANEDER
from skreddersom.kjerne.setning import setning as tittel

STATUS = pl.col("STATUS")
UAVSLUTTET = STATUS.is_in([FORTSATT_I_PROGRAM, PERMISJON])
BEGYNT = pl.col("begynt_dato")
SLUTT = pl.when(~UAVSLUTTET).then(pl.col("avsl_dato"))
"""The date the programme ended; null while it goes on."""

STARTFRIST = f"{STARTFRIST_MANEDER.verdi}mo"

AVSLUTNINGSFELT = ("AVSL_DATO", *SITUASJON, "AVSL_VIKTIGSTE_INNTEKT")

UTENFOR_PROGRAMMET = tuple(
    (felt, (pl.col(felt) == KODER[felt][0]) & ((nr < manedsnummer(BEGYNT)) | (nr > manedsnummer(SLUTT))))
    for nr, felt in enumerate(maneder(), start=1)
)
FYLT_UT_OM_AVSLUTNING = tuple((felt, ~utelatt(felt)) for felt in AVSLUTNINGSFELT)


def i_rekkefolge(foer: str, etter: str, verdi: pl.Expr) -> Kontroll:
    """``foer`` is not later than ``etter``, whose date is ``verdi``."""
    forst = pl.col(foer.lower())
    return egen(
        "S20",
        tittel("{} er før {}", etter, foer),
        verdi < forst,
        setning("{} ({}) er før {} ({}). Kontroller begge datoene.", pl.lit(etter), norsk(verdi), pl.lit(foer), norsk(forst)),
        grunn="Søknad, vedtak, start og slutt kommer i den rekkefølgen; SSB kontrollerer hver dato for seg.",
    )


EGNE_11CF: tuple[Kontroll, ...] = (
    i_rekkefolge("REG_DATO", "VEDTAK_DATO", pl.col("vedtak_dato")),
    i_rekkefolge("VEDTAK_DATO", "BEGYNT_DATO", BEGYNT),
    i_rekkefolge("BEGYNT_DATO", "AVSL_DATO", SLUTT),
    egen(
        "S21",
        "Startet senere enn seks måneder etter søknaden",
        BEGYNT.gt(pl.col("reg_dato").dt.offset_by(STARTFRIST)) & (pl.col("KVP_KOMM") != "1"),
        setning(
            "BEGYNT_DATO ({}) er mer enn seks måneder etter REG_DATO ({}). Kontroller datoene; fristen står i sosialtjenesteloven § 31.",
            norsk(BEGYNT),
            norsk(pl.col("reg_dato")),
        ),
        grunn="Programmet skal starte senest seks måneder etter søknaden (§ 31). Gjelder ikke den som kom fra en annen kommune.",
    ),
    egen(
        "S22",
        "Måneder utenfor programmet",
        pl.any_horizontal([slar_ut for _, slar_ut in UTENFOR_PROGRAMMET]),
        setning(
            "{} er krysset, men da var ikke deltakeren i program etter BEGYNT_DATO og AVSL_DATO. Rett kryssene eller datoene.",
            navnene(UTENFOR_PROGRAMMET),
        ),
        grunn="Kvalifiseringsstønad gis for måneder i program; SSB holder ikke månedene mot start og slutt.",
    ),
    egen(
        "S23",
        "Annen kommune oppgitt uten at deltakeren kom derfra",
        (pl.col("KVP_KOMM") == "2") & ~utelatt("KOMMNR_KVP_KOMM"),
        setning("KOMMNR_KVP_KOMM er {}, men KVP_KOMM er 2 (nei). Rett svaret, eller la kommunenummeret stå blankt.", "KOMMNR_KVP_KOMM"),
        grunn="SSB ser bare på kommunenummeret når svaret er ja.",
    ),
    egen(
        "S24",
        "Den andre kommunen er kommunen selv",
        (pl.col("KVP_KOMM") == "1") & (pl.col("KOMMNR_KVP_KOMM") == pl.col("KOMMUNE_NR")) & ~i_oslo(),
        setning("KOMMNR_KVP_KOMM er {}, det samme som KOMMUNE_NR. Oppgi kommunen deltakeren kom fra.", "KOMMNR_KVP_KOMM"),
        grunn="Feltet gjelder et program i en annen kommune; SSB godtar kommunens eget nummer.",
    ),
    egen(
        "S25",
        "Type sosialhjelp uten sosialhjelp",
        pl.col("YTELSE_TYPE_SOSHJ").is_in(KODER["YTELSE_TYPE_SOSHJ"]) & (pl.col("YTELSE_SOSHJELP") != "1"),
        setning(
            "YTELSE_TYPE_SOSHJ er {}, men YTELSE_SOSHJELP er ikke krysset. Sett YTELSE_SOSHJELP til 1, eller fjern typen.",
            "YTELSE_TYPE_SOSHJ",
        ),
        grunn="SSB ser bare på typen når det er krysset for sosialhjelp.",
    ),
    egen(
        "S26",
        "Opplysninger om avslutning for en som er i program",
        UAVSLUTTET & pl.any_horizontal([slar_ut for _, slar_ut in FYLT_UT_OM_AVSLUTNING]),
        setning(
            "{} er fylt ut, men STATUS {} betyr at programmet ikke er avsluttet. Rett STATUS, eller tøm feltene.",
            navnene(FYLT_UT_OM_AVSLUTNING),
            STATUS,
        ),
        grunn="SSB ser ikke på feltene om avslutning når deltakeren er i program eller har permisjon.",
    ),
    egen(
        "S27",
        "Flyttet mellom bydeler utenfor Oslo",
        (STATUS == "6") & ~i_oslo(),
        setning("STATUS er 6 (flyttet til annen bydel), som bare brukes i Oslo. Velg 5 hvis deltakeren har flyttet til en annen kommune."),
        grunn="SSB godtar koden i alle kommuner.",
    ),
)
"""In the order they are shown."""
