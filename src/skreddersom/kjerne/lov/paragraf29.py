"""Sosialtjenesteloven § 29: who has the right to kvalifiseringsprogram. Read it with the statute beside it.

One function per condition, in the statute's order. Every version of the law names the conditions it consists of; the
conditions are cumulative. What the wording leaves open is decided in ``docs/lovvalg.md`` and cited here (L01, L02 …).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.lov.alder import fylt
from skreddersom.kjerne.lov.hjemmel import BOPELFORSKRIFTEN, SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.vilkar import vilkar

if TYPE_CHECKING:
    from skreddersom.kjerne.lov.fakta import Fakta
    from skreddersom.kjerne.lov.trelogikk import S

I_KRAFT: Final = date(2010, 1, 1)
SISTE_DAG_FOR_2019: Final = date(2018, 12, 31)
ENDRET_2019: Final = date(2019, 1, 1)
SISTE_DAG_FOR_EOS_UNNTAKET: Final = date(2025, 3, 6)
EOS_UNNTAKET: Final = date(2025, 3, 7)

FORSTE_LEDD: Final = Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT, ledd=1)
ANDRE_LEDD: Final = Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT, ledd=2)


@vilkar(
    "alder",
    Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT, SISTE_DAG_FOR_2019, ledd=1),
    krav="Fylt 19 år og ikke fylt 67 år",
    sporsmal="Er søkeren mellom 19 og 67 år?",
)
def alder_fra_19(f: Fakta[S], per: date) -> S:
    """Before 2019 the lower limit was 19 years."""
    return fylt(19, f.fodselsdato, per) & ~fylt(67, f.fodselsdato, per)


@vilkar(
    "alder",
    Hjemmel(SOSIALTJENESTELOVEN, "29", ENDRET_2019, ledd=1),
    krav="Fylt 18 år og ikke fylt 67 år",
    sporsmal="Er søkeren mellom 18 og 67 år?",
)
def alder_fra_18(f: Fakta[S], per: date) -> S:
    """From the 18th birthday until the day before the 67th (L02)."""
    return fylt(18, f.fodselsdato, per) & ~fylt(67, f.fodselsdato, per)


@vilkar(
    "arbeidsevne",
    FORSTE_LEDD,
    krav="Vesentlig nedsatt arbeids- og inntektsevne",
    sporsmal="Er evnen til å forsørge seg selv ved arbeid vesentlig nedsatt?",
)
def arbeidsevne(f: Fakta[S], _per: date) -> S:
    """Judged by a person, never computed (L03)."""
    return f.nedsatt_arbeidsevne


@vilkar(
    "ytelser",
    FORSTE_LEDD,
    krav="Ingen eller svært begrensede ytelser til livsopphold",
    sporsmal="Mottar søkeren ingen eller bare svært begrensede ytelser etter folketrygdloven eller arbeidsmarkedsloven?",
)
def ytelser(f: Fakta[S], _per: date) -> S:
    """None can be looked up; whether a benefit is very limited is judged by a person (L04)."""
    return f.ingen_ytelser | f.svaert_begrensede_ytelser


@vilkar(
    "arbeidsevnevurdering",
    ANDRE_LEDD,
    krav="Gjennomgått arbeidsevnevurdering",
    sporsmal="Har søkeren gjennomgått en arbeidsevnevurdering?",
)
def arbeidsevnevurdering(f: Fakta[S], _per: date) -> S:
    """That it is done is the condition; its result is weighed under the other conditions (L05)."""
    return f.arbeidsevnevurdering


@vilkar(
    "bistand",
    ANDRE_LEDD,
    krav="Tett og koordinert bistand er hensiktsmessig og nødvendig",
    sporsmal="Er tett og koordinert bistand gjennom program hensiktsmessig og nødvendig? Hva ville vært alternativet uten?",
)
def bistand(f: Fakta[S], _per: date) -> S:
    """Judged by a person, never computed (L03)."""
    return f.bistand_hensiktsmessig_og_nodvendig


@vilkar(
    "unntak",
    Hjemmel(SOSIALTJENESTELOVEN, "29", I_KRAFT, SISTE_DAG_FOR_2019, ledd=3),
    krav="Unntaket i tredje ledd er ikke brukt",
    sporsmal="Er det uforholdsmessig byrdefullt å tilby program?",
)
def unntak_for_2019(f: Fakta[S], _per: date) -> S:
    """The wording before 2019 was wider than today's; it was not read in full (L06)."""
    return ~f.uforholdsmessig_byrdefullt


@vilkar(
    "unntak",
    Hjemmel(SOSIALTJENESTELOVEN, "29", ENDRET_2019, ledd=3),
    krav="Unntaket i tredje ledd er ikke brukt",
    sporsmal="Er det på grunn av forhold hos søkeren uforholdsmessig byrdefullt å tilby program?",
)
def unntak(f: Fakta[S], _per: date) -> S:
    """For exceptional cases, and only for circumstances on the applicant's side (L07)."""
    return ~f.uforholdsmessig_byrdefullt


@vilkar(
    "opphold",
    Hjemmel(SOSIALTJENESTELOVEN, "2", I_KRAFT, SISTE_DAG_FOR_EOS_UNNTAKET),
    krav="Lovlig opphold og fast bopel i Norge",
    sporsmal="Har søkeren lovlig opphold og fast bopel i Norge, eller gjelder et unntak?",
)
def opphold(f: Fakta[S], _per: date) -> S:
    """Lawful stay, and a fixed abode unless § 1 of the regulation under § 2 exempts (L08, L09)."""
    return f.lovlig_opphold & (f.fast_bopel | f.annet_unntak_fra_bopel)


@vilkar(
    "opphold",
    Hjemmel(SOSIALTJENESTELOVEN, "2", EOS_UNNTAKET, jf=Hjemmel(BOPELFORSKRIFTEN, "1 a", EOS_UNNTAKET)),
    krav="Lovlig opphold, og fast bopel i Norge eller opphold etter EØS-reglene",
    sporsmal="Har søkeren lovlig opphold, og fast bopel i Norge, opphold etter EØS-reglene eller et annet unntak?",
)
def opphold_med_eos(f: Fakta[S], _per: date) -> S:
    """EEA citizens and their families with lawful stay need no fixed abode since 7 March 2025 (L08)."""
    return f.lovlig_opphold & (f.fast_bopel | f.eos_opphold | f.annet_unntak_fra_bopel)
