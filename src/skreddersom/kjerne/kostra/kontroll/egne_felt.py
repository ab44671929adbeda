"""Our own controls of single fields: dates no calendar has, dates after the year, and codes outside their list.

Where Statistics Norway's control already speaks of the same field, ours keeps quiet: one fault, one message. ``SAGT_OM_DATO`` and
``SAGT_OM_KODE`` say when, field by field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.koder import AVSLUTTET, FORTSATT_I_PROGRAM, PERMISJON
from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato
from skreddersom.kjerne.kostra.kontroll.grunnlag import er_en_av, i_oslo
from skreddersom.kjerne.kostra.kontroll.modell import Kontroll, blank, egen, setning, utelatt
from skreddersom.kjerne.setning import setning as tittel

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett

ALDRI, ALLTID = pl.lit(value=False), pl.lit(value=True)
STATUS = pl.col("STATUS")
HAR_REGLER, REGLER_2026 = pl.col("regler") > 0, pl.col("regler") == 2026
STILT_VILKAR = pl.col("VILKARSOSLOV") == "1"

IKKE_AVSLUTTET = (FORTSATT_I_PROGRAM, PERMISJON)

KAN_IKKE_VAERE_ETTER_AARET = ("FODSELSDATO", "REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO")

SAGT_OM_DATO: dict[str, pl.Expr] = {
    "FODSELSDATO": ~er_romslig_dato("FODSELSDATO"),
    "REG_DATO": ~er_romslig_dato("REG_DATO") & ~i_oslo(),
    "VEDTAK_DATO": ~er_romslig_dato("VEDTAK_DATO") & ~i_oslo(),
    "BEGYNT_DATO": ~er_romslig_dato("BEGYNT_DATO") & ~i_oslo(),
    "AVSL_DATO": STATUS.is_in(AVSLUTTET),
    "UTBETDATO": ~er_romslig_dato("UTBETDATO") & (REGLER_2026 | STILT_VILKAR),
    "UTBETTOMDATO": ~er_romslig_dato("UTBETTOMDATO") & (REGLER_2026 | STILT_VILKAR),
    "VEDTAKDATO": ~er_romslig_dato("VEDTAKDATO") & REGLER_2026,
}
"""Date field -> when SSB's own controls (K002, K04A, K14–K16, K37, K41, K42) report that it is no date."""

SAGT_OM_KODE: dict[str, dict[str, pl.Expr]] = {
    "11CF": {
        **dict.fromkeys(("KJONN", "EKTSTAT", "BU18", "KVP_KOMM", "KVP_MED_ASTONAD", "STATUS"), ALLTID),
        "KOMMNR_KVP_KOMM": pl.col("KVP_KOMM") == "1",
        "YTELSE_TYPE_SOSHJ": pl.col("YTELSE_SOSHJELP") == "1",
        "AVSL_VIKTIGSTE_INNTEKT": STATUS == "3",
    },
    "11F": dict.fromkeys(
        (
            *("KJONN", "EKTSTAT", "BU18", "VKLO", "TRYGDESIT", "ARBSIT"),
            *("GITT_OKONOMIRAD", "FAAT_INDIVIDUELL_PLAN", "BOSIT", "VILKARSOSLOV", "VILKARSAMEKT"),
        ),
        ALLTID,
    ),
}
"""Form and code field -> when SSB's own controls report a code outside the list; in 11F with the 2026 rules, K002 always does."""


def egne_felt(oppsett: Oppsett) -> tuple[Kontroll, ...]:
    """The controls of each date and code field of one layout."""
    datoer = [felt for felt in oppsett.felt if felt.type == "dato"]
    return (
        *[_finnes_ikke(felt) for felt in datoer],
        *[_etter_aaret(felt) for felt in datoer if felt.navn in KAN_IKKE_VAERE_ETTER_AARET],
        *[_utenfor_lista(felt, oppsett) for felt in oppsett.felt if felt.koder],
    )


def _finnes_ikke(felt: Felt) -> Kontroll:
    """Dates of six characters are only controlled by us: SSB's program knows no layout before 2025."""
    sagt = HAR_REGLER & SAGT_OM_DATO[felt.navn] if felt.lengde == 8 else ALDRI
    return egen(
        "S04",
        tittel("{} finnes ikke i kalenderen", felt.navn),
        ~utelatt(felt.navn) & pl.col(felt.navn.lower()).is_null() & ~sagt & ~_ved_uavsluttet(felt),
        setning("{} er {}, som ikke er en dato i kalenderen. Rett datoen.", pl.lit(felt.navn), felt.navn),
        grunn="SSB leser 31. februar som den siste i måneden, og ser ikke på alle datofelt.",
    )


def _etter_aaret(felt: Felt) -> Kontroll:
    sagt = HAR_REGLER & ~i_oslo() if felt.navn == "BEGYNT_DATO" else ALDRI
    return egen(
        "S05",
        tittel("{} er etter rapporteringsåret", felt.navn),
        (pl.col(felt.navn.lower()).dt.year() > pl.col("aargang")) & ~sagt,
        setning(
            "{} er {}, etter 31.12.{}. Fila skal bare ha det som har skjedd i rapporteringsåret eller før.",
            pl.lit(felt.navn),
            felt.navn,
            pl.col("aargang"),
        ),
        grunn="SSB ser ikke om fødselsdato, søknad og vedtak ligger i framtiden.",
    )


def _utenfor_lista(felt: Felt, oppsett: Oppsett) -> Kontroll:
    sagt = HAR_REGLER & SAGT_OM_KODE[oppsett.skjema].get(felt.navn, ALDRI)
    k002 = REGLER_2026 if oppsett.skjema == "11F" else ALDRI
    return egen(
        "S06",
        tittel("{} har en kode utenfor lista", felt.navn),
        ~_ikke_brukt(felt) & ~er_en_av(felt.navn, list(felt.koder)) & ~sagt & ~k002 & ~_ved_uavsluttet(felt),
        setning("{} er {}, som ikke er {}. Rett koden, eller la feltet stå blankt.", pl.lit(felt.navn), felt.navn, _om_lista(felt)),
        grunn="SSB hopper over ukjente koder i felt som bare krysses av, og da mister statistikken opplysningen.",
    )


def _ikke_brukt(felt: Felt) -> pl.Expr:
    """Blank, or zeros in a field that is only crossed: both mean not crossed. The former municipality has a control of its own (S23)."""
    ubrukt = utelatt(felt.navn) if len(felt.koder) == 1 else blank(felt.navn)
    return ubrukt | (pl.col("KVP_KOMM") == "2") if felt.navn == "KOMMNR_KVP_KOMM" else ubrukt


def _ved_uavsluttet(felt: Felt) -> pl.Expr:
    """What is filled in about the end of a programme that has not ended has a control of its own (S26)."""
    return STATUS.is_in(IKKE_AVSLUTTET) if felt.navn.startswith("AVSL_") else ALDRI


def _om_lista(felt: Felt) -> pl.Expr:
    if len(felt.koder) > 20:
        return setning("et kommunenummer i SSBs liste")
    koder = pl.lit(", ".join(felt.koder))
    return setning("blant kodene {}", koder) if len(felt.koder) > 1 else setning("feltets kode {}", koder)
