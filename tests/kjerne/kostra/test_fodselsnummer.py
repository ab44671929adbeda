"""The numbers of persons, as Statistics Norway reads them. The vectors are SSB's own published test numbers."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjerne.kostra.kontroll.poster import tenor
from skreddersom.kjerne.kostra import fodselsnummer

FNR = pl.col("fnr")


def svar(fnr: str, uttrykk: pl.Expr) -> object:
    return pl.DataFrame({"fnr": [fnr]}).select(svar=uttrykk)["svar"][0]


def fodselsaar(fnr: str, aargang: int = 2025) -> object:
    return svar(fnr, fodselsnummer.fodselsaar(FNR, pl.lit(aargang)))


@pytest.mark.parametrize(
    "fnr", ["05011399292", "41011088188", "01840699478", "05012999999", "01010100100", "01010100200", "00000000000", "31020000100"]
)
def test_ssb_godtar_nummeret(fnr: str) -> None:
    assert svar(fnr, fodselsnummer.er_gyldig(FNR))


@pytest.mark.parametrize(
    "fnr",
    [
        "42",
        "abc",
        "12345612345",
        "01840612345",
        "01020304050",
        "01000000040",
        " " * 11,
        "32010000100",
        "01130000100",
        "0501139929",
        "+5011399292",
    ],
)
def test_ssb_godtar_ikke_nummeret(fnr: str) -> None:
    assert not svar(fnr, fodselsnummer.er_gyldig(FNR).fill_null(value=False))


@pytest.mark.parametrize(
    ("fnr", "aar"),
    [
        ("05011399292", 2013),
        ("41011088188", 2010),
        ("01811088188", 2010),
        ("01010100100", 2001),
        ("01018000100", 1980),
        ("01012699999", 2026),
        ("01012799999", 1927),
        ("123", None),
        (" " * 11, None),
    ],
)
def test_fodselsaar_som_hos_ssb(fnr: str, aar: int | None) -> None:
    assert fodselsaar(fnr) == aar


@pytest.mark.parametrize(
    ("individ", "aa", "aar"),
    [
        ("000", "05", 1905),
        ("499", "99", 1999),
        ("500", "00", 2000),
        ("999", "39", 2039),
        ("500", "40", 2040),
        ("899", "53", 2053),
        ("500", "54", 1854),
        ("749", "99", 1899),
        ("750", "54", 2054),
        ("899", "99", 2099),
        ("900", "40", 1940),
        ("999", "99", 1999),
    ],
)
def test_hundreaaret_folger_individnummeret(individ: str, aa: str, aar: int) -> None:
    assert fodselsaar(f"0101{aa}{individ}12") == aar


def test_feil_kontrollsifre_hindrer_ikke_at_alderen_regnes() -> None:
    assert fodselsaar("15038512345") == 1985


@pytest.mark.parametrize("fnr", ["15438512345", "15138512345", "32018512345", "00018512345", "27899500100", "41018500100"])
def test_alderen_er_ukjent_naar_datoen_ikke_kan_leses(fnr: str) -> None:
    """Nav's synthetic months (+40), impossible days, and d- and Tenor numbers that happen to end as a help number."""
    assert fodselsaar(fnr) is None


@pytest.mark.parametrize("duf", ["201017238203", "200816832910"])
def test_gyldig_duf(duf: str) -> None:
    assert svar(duf, fodselsnummer.er_duf(FNR))


@pytest.mark.parametrize("duf", ["201012345678", "ABCDEFGHIJKL", "123456", "241012192200", "010000000400", " " * 12])
def test_ugyldig_duf(duf: str) -> None:
    assert not svar(duf, fodselsnummer.er_duf(FNR).fill_null(value=False))


@given(fodt=st.dates(date(1900, 1, 1), date(2039, 12, 31)), mann=st.booleans(), nr=st.integers(0, 20))
def test_et_tenornummer_gir_fodselsdato_og_kjonn_tilbake(fodt: date, *, mann: bool, nr: int) -> None:
    fnr = tenor(fodt, mann=mann, nr=nr)
    uttrykk = {
        "gyldig": fodselsnummer.bestar_mod11(FNR),
        "fodt": fodselsnummer.fodselsdato(FNR),
        "aar": fodselsnummer.fodselsaar(FNR, pl.lit(2026)),
        "mann": fodselsnummer.er_mann(FNR),
    }
    assert pl.DataFrame({"fnr": [fnr]}).select(**uttrykk).row(0) == (True, fodt, fodt.year, mann)


@given(fodt=st.dates(date(1900, 1, 1), date(1999, 12, 31)))
def test_et_dnummer_har_40_lagt_til_dagen(fodt: date) -> None:
    fnr = f"{fodt.day + 40}{fodt:%m%y}12345"
    assert svar(fnr, fodselsnummer.fodselsdato(FNR)) == fodt


@pytest.mark.parametrize("fnr", ["31028512345", "00000000000", "01014550012", "01010100100", "15538512345"])
def test_ingen_kan_vaere_fodt_den_dagen(fnr: str) -> None:
    assert svar(fnr, fodselsnummer.fodselsdato(FNR)) is None


def test_hjelpenumre_viser_kjonn_men_ikke_for_ufodte() -> None:
    assert [svar(fnr, fodselsnummer.er_mann(FNR)) for fnr in ("01010100100", "01010100200", "01010199999")] == [True, False, None]


@given(tegn=st.text(max_size=14))
def test_ingen_tekst_faar_uttrykkene_til_aa_feile(tegn: str) -> None:
    uttrykk = [
        fodselsnummer.er_gyldig(FNR),
        fodselsnummer.fodselsaar(FNR, pl.lit(2026)),
        fodselsnummer.fodselsdato(FNR),
        fodselsnummer.er_duf(FNR),
    ]
    assert pl.DataFrame({"fnr": [tegn]}).select(nr.alias(str(i)) for i, nr in enumerate(uttrykk)).height == 1
