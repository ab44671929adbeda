"""Values read from the characters of a field."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kjerne.kostra.recorder import record
from skreddersom.kjerne.kostra.felt import TEKST, raa, typet
from skreddersom.kjerne.kostra.oppsett import Skjema, oppsett


def verdi(navn: str, tegn: str, skjema: Skjema = "11F", aar: int = 2026) -> object:
    ramme = pl.DataFrame({TEKST: [record(skjema, aar, **{navn: tegn})]})
    return ramme.select(typet(oppsett(skjema, aar)[navn])).item()


@pytest.mark.parametrize(
    ("tegn", "tall"),
    [
        ("  20000", 20000),
        ("20000  ", 20000),
        ("  200  ", 200),
        ("0020000", 20000),
        (" +20000", 20000),
        ("+200000", 200000),
        ("     -5", -5),
        ("9999999", 9999999),
        ("      0", 0),
    ],
)
def test_heltall_leses_hoyre_og_venstrejustert_med_ledende_nuller_og_fortegn(tegn: str, tall: int) -> None:
    assert verdi("BIDRAG", tegn) == tall


@pytest.mark.parametrize(
    "tegn", ["", "    3,5", "    3.5", "  FAIL!", "20 000 ", "      +", "      -", "    - 5", "    1e3", "    ½  ", "   ++5 "]
)
def test_det_som_ikke_er_et_heltall_blir_ukjent(tegn: str) -> None:
    assert verdi("BIDRAG", tegn) is None


@pytest.mark.parametrize(
    ("tegn", "tekst"), [("ab", "ab"), ("  ab", "ab"), ("a b", "a b"), ("", None), ("00000001", "00000001"), ("  æ  ø å", "æ  ø å")]
)
def test_tekst_leses_uten_mellomrom_i_endene_og_blank_blir_ukjent(tegn: str, tekst: str | None) -> None:
    assert verdi("PERSON_JOURNALNR", tegn) == tekst


@pytest.mark.parametrize(
    ("tegn", "dato"),
    [("31122025", date(2025, 12, 31)), ("29022024", date(2024, 2, 29)), ("01011900", date(1900, 1, 1)), ("01010001", date(1, 1, 1))],
)
def test_dato_leses_som_dag_maaned_og_aar(tegn: str, dato: date) -> None:
    assert verdi("FODSELSDATO", tegn) == dato


INGEN_DATO = [
    "",
    "00000000",
    "31022025",
    "29022025",
    "32012025",
    "01132025",
    "01010000",
    " 1012025",
    "1 012025",
    "01 12025",
    "0101 025",
    "+1012025",
]


@pytest.mark.parametrize("tegn", [*INGEN_DATO, "0101-025", "0101202", "XXXXXXXX", "01.01.25", "١١٠١٢٠٢٥"])
def test_det_som_ikke_er_en_dag_i_kalenderen_blir_ukjent(tegn: str) -> None:
    assert verdi("FODSELSDATO", tegn) is None


@pytest.mark.parametrize(
    ("tegn", "dato"),
    [("311299", date(2099, 12, 31)), ("010100", date(2000, 1, 1)), ("290224", date(2024, 2, 29)), ("150868", date(2068, 8, 15))],
)
def test_seks_tegns_dato_ligger_i_dette_hundreaaret(tegn: str, dato: date) -> None:
    assert verdi("REG_DATO", tegn, "11CF", 2024) == dato


@pytest.mark.parametrize("tegn", ["", "290225", "310625", "000000", " 10125", "10125 ", "0101 5", "+10125", "1012025"[:5]])
def test_seks_tegn_som_ikke_er_en_dag_blir_ukjent(tegn: str) -> None:
    assert verdi("REG_DATO", tegn, "11CF", 2024) is None


@settings(deadline=None)
@given(dato=st.dates())
def test_hver_dag_i_kalenderen_leses_tilbake(dato: date) -> None:
    assert verdi("FODSELSDATO", f"{dato.day:02}{dato.month:02}{dato.year:04}") == dato


@settings(deadline=None)
@given(tall=st.integers(-999999, 9999999), bredde=st.integers(0, 7), venstre=st.booleans())
def test_hvert_heltall_leses_tilbake_uansett_justering_og_nuller(tall: int, bredde: int, venstre: bool) -> None:
    med_nuller = f"{tall:0{bredde}d}"
    assert verdi("LAAN", f"{med_nuller:<7}" if venstre else f"{med_nuller:>7}") == tall


def test_raa_gir_tegnene_som_de_staar_ogsaa_etter_en_bokstav_utenfor_ascii() -> None:
    ramme = pl.DataFrame({TEKST: [record(PERSON_JOURNALNR=" Åse  ", PERSON_DUF="201017238203", BIDRAG="  12 ")]})
    felt = [oppsett("11F", 2026)[navn] for navn in ("PERSON_JOURNALNR", "PERSON_DUF", "BIDRAG", "LAAN")]
    assert ramme.select(raa(f) for f in felt).row(0) == (" Åse    ", "201017238203", "  12   ", "       ")


def test_felt_utenfor_en_for_kort_linje_er_tomt_eller_ukjent() -> None:
    ramme = pl.DataFrame({TEKST: ["420326"]})
    layout = oppsett("11F", 2026)
    assert ramme.select(raa(layout["KJONN"])).item() == ""
    assert ramme.select(typet(layout["KJONN"]), typet(layout["BIDRAG"]), typet(layout["FODSELSDATO"])).row(0) == (None, None, None)
