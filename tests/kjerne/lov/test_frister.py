"""The deadlines, against the table that was worked out by hand in docs/frister.md, and their properties for every day."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.lov import frister
from skreddersom.kjerne.lov.dager import er_virkedag
from skreddersom.kjerne.lov.frister import FRISTER, Frist, om_maneder, om_uker

TEKST = (Path(__file__).parents[3] / "docs" / "frister.md").read_text(encoding="utf-8")
RADER = [[felt.strip() for felt in linje.strip("|").split("|")] for linje in TEKST.splitlines() if re.match(r"\| [a-z_]+ \| \d", linje)]
DAGER = st.dates(date(2014, 2, 7), date(2399, 12, 31))
EN_DAG = timedelta(days=1)


@pytest.mark.parametrize("rad", RADER, ids=[" ".join(rad[:-2]) for rad in RADER])
def test_fristen_er_den_som_staar_i_dokumentet(rad: list[str]) -> None:
    regel, *fra, siste_dag, _hvorfor = rad
    assert FRISTER[regel](*map(date.fromisoformat, fra)).dato == date.fromisoformat(siste_dag)


def test_hver_regel_har_minst_to_eksempler_i_dokumentet() -> None:
    regler = [rad[0] for rad in RADER]
    assert set(regler) == set(FRISTER)
    assert all(regler.count(regel) >= 2 for regel in FRISTER)


@given(dag=DAGER)
def test_kontorets_frister_flyttes_aldri(dag: date) -> None:
    for frist in (frister.forelopig_svar(dag), frister.seneste_start(dag), frister.lengste_vedtak(dag), frister.ny_varsling(dag, dag)):
        assert not frist.flyttet
        assert frist.fra == dag < frist.dato


@given(dag=DAGER)
def test_en_klage_kan_alltid_leveres_paa_en_virkedag(dag: date) -> None:
    for frist in (frister.klagefrist(dag), frister.siste_klagedag(dag)):
        assert er_virkedag(frist.dato)
        assert frist.flyttet is not er_virkedag(frist.utlop)
        assert not any(er_virkedag(frist.utlop + nr * EN_DAG) for nr in range((frist.dato - frist.utlop).days))


@given(dag=DAGER)
def test_klagefristen_er_aldri_kortere_enn_tre_uker_og_aldri_lengre_enn_paska_gjor_den(dag: date) -> None:
    assert 21 <= (frister.klagefrist(dag).dato - dag).days <= 21 + 5


@given(dag=DAGER)
def test_den_som_underrettes_senere_har_aldri_kortere_tid_paa_seg(dag: date) -> None:
    for regel in (frister.forelopig_svar, frister.seneste_start, frister.klagefrist, frister.siste_klagedag, frister.lengste_vedtak):
        assert regel(dag).dato <= regel(dag + EN_DAG).dato


def paska(aar: int) -> date:
    """Easter Sunday by another way than the product's: the algorithm of Meeus, Jones and Butcher."""
    a, (b, c) = aar % 19, divmod(aar, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    maned, dag = divmod(h + i - 7 * ((a + 11 * h + 22 * i) // 451) + 114, 31)
    return date(aar, maned, dag + 1)


ETTER_HELGA = {-3: 2, -2: 2, -1: 2, 0: 2, 1: 2, 39: 40, 48: 51, 49: 51, 50: 51}
"""Days from Easter Sunday → the working day that a deadline is moved to: after Easter, after Ascension Day, after Whitsun."""


@given(aar=st.integers(2010, 2199), fra_paska=st.sampled_from(sorted(ETTER_HELGA)))
def test_en_klagefrist_som_ender_i_paska_kristi_himmelfart_eller_pinsa_flyttes_til_forste_virkedag_etter(aar: int, fra_paska: int) -> None:
    utlop = paska(aar) + timedelta(days=fra_paska)
    etter = paska(aar) + timedelta(days=ETTER_HELGA[fra_paska])
    frist = frister.klagefrist(utlop - timedelta(weeks=3))
    assert (frist.utlop, frist.flyttet) == (utlop, True)
    if (etter.month, etter.day) in {(5, 1), (5, 17)}:  # the day after is a holiday too, and perhaps the weekend after that
        assert etter < frist.dato <= etter + timedelta(days=3)
    else:
        assert frist.dato == etter


@given(dag=DAGER, maneder=st.integers(0, 40))
def test_en_frist_i_maaneder_ender_i_riktig_maaned_paa_samme_tall_eller_siste_dag(dag: date, maneder: int) -> None:
    slutt = om_maneder(dag, maneder)
    assert (slutt.year * 12 + slutt.month) - (dag.year * 12 + dag.month) == maneder
    assert slutt.day == dag.day or (slutt.day < dag.day and (slutt + EN_DAG).day == 1)


@given(dag=DAGER, uker=st.integers(0, 60))
def test_en_frist_i_uker_ender_paa_samme_ukedag(dag: date, uker: int) -> None:
    assert om_uker(dag, uker).weekday() == dag.weekday()


@given(tilgjengelig=DAGER, varslet=DAGER)
def test_elektronisk_klagefrist_regnes_fra_det_som_skjedde_sist(tilgjengelig: date, varslet: date) -> None:
    frist = frister.klagefrist_elektronisk(tilgjengelig, varslet)
    assert frist.fra == max(tilgjengelig, varslet)
    assert frist.dato == frister.klagefrist(frist.fra).dato


@given(dag=DAGER)
def test_et_vedtak_paa_det_lengste_er_ett_aar_eller_en_dag_mindre(dag: date) -> None:
    dager = (frister.lengste_vedtak(dag).dato - dag).days + 1
    assert dager in {365, 366}
    assert frister.lengste_vedtak(dag).dato < om_maneder(dag, 12)


def test_ettarsgrensen_staar_i_forskriften_fra_den_dagen_den_gjelder() -> None:
    hjemmel = frister.lengste_vedtak(date(2026, 3, 2)).hjemmel
    assert str(hjemmel) == "forskrift om kvalifiseringsprogram og kvalifiseringsstønad § 2"
    assert (hjemmel.fra, hjemmel.til) == (date(2012, 1, 1), None)


def test_siste_dag_er_innenfor_fristen() -> None:
    frist = frister.klagefrist(date(2026, 3, 2))
    assert (frist.fra, frist.utlop, frist.dato) == (date(2026, 3, 2), date(2026, 3, 23), date(2026, 3, 23))
    assert not frist.ute(date(2026, 3, 23))
    assert frist.ute(date(2026, 3, 24))
    assert [frist.dager_igjen(date(2026, 3, dag)) for dag in (20, 23, 25)] == [3, 0, -2]


@pytest.mark.parametrize(
    ("frist", "hjemmel"),
    [
        (frister.forelopig_svar(date(2026, 3, 2)), "forvaltningsloven § 11 a"),
        (frister.seneste_start(date(2026, 3, 2)), "sosialtjenesteloven § 31"),
        (frister.lengste_vedtak(date(2026, 3, 2)), "forskrift om kvalifiseringsprogram og kvalifiseringsstønad § 2"),
        (frister.klagefrist(date(2026, 3, 2)), "forvaltningsloven § 29 første ledd"),
        (frister.klagefrist_elektronisk(date(2026, 3, 2), date(2026, 3, 2)), "eForvaltningsforskriften § 11 andre ledd"),
        (frister.ny_varsling(date(2026, 3, 2), date(2026, 3, 2)), "eForvaltningsforskriften § 8 femte ledd"),
        (frister.siste_klagedag(date(2026, 3, 2)), "forvaltningsloven § 31 tredje ledd"),
    ],
)
def test_hver_frist_sier_hvor_den_staar(frist: Frist, hjemmel: str) -> None:
    assert str(frist.hjemmel) == hjemmel
