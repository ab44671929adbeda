"""Rates by date: the published figures, both ends of the tables, and no rate carried on into the unknown."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.lov.satser import UtenforSatsene, sats, satser, stonad_per_aar, stonad_per_dag

# From, G, full per year, under 25 per year, full per day, under 25 per day: rounded to øre.
KJENTE = [
    ("2007-05-01", 66812, "133624.00", "89082.67", "513.94", "342.63"),
    ("2008-05-01", 70256, "140512.00", "93674.67", "540.43", "360.29"),
    ("2009-05-01", 72881, "145762.00", "97174.67", "560.62", "373.75"),
    ("2010-05-01", 75641, "151282.00", "100854.67", "581.85", "387.90"),
    ("2011-05-01", 79216, "158432.00", "105621.33", "609.35", "406.24"),
    ("2012-05-01", 82122, "164244.00", "109496.00", "631.71", "421.14"),
    ("2013-05-01", 85245, "170490.00", "113660.00", "655.73", "437.15"),
    ("2014-05-01", 88370, "176740.00", "117826.67", "679.77", "453.18"),
    ("2015-05-01", 90068, "180136.00", "120090.67", "692.83", "461.89"),
    ("2016-05-01", 92576, "185152.00", "123434.67", "712.12", "474.75"),
    ("2017-05-01", 93634, "187268.00", "124845.33", "720.26", "480.17"),
    ("2018-05-01", 96883, "193766.00", "129177.33", "745.25", "496.84"),
    ("2019-05-01", 99858, "199716.00", "133144.00", "768.14", "512.09"),
    ("2020-05-01", 101351, "202702.00", "135134.67", "779.62", "519.75"),
    ("2021-05-01", 106399, "212798.00", "141865.33", "818.45", "545.64"),
    ("2022-05-01", 111477, "222954.00", "148636.00", "857.52", "571.68"),
    ("2023-05-01", 118620, "237240.00", "158160.00", "912.46", "608.31"),
    ("2024-05-01", 124028, "248056.00", "165370.67", "954.06", "636.04"),
    ("2024-07-01", 124028, "253141.15", "168760.77", "973.62", "649.08"),
    ("2025-05-01", 130160, "265656.56", "177104.37", "1021.76", "681.17"),
    ("2026-05-01", 136549, "278696.51", "185797.67", "1071.91", "714.61"),
]


def ore(belop: Decimal) -> str:
    return str(belop.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.mark.parametrize(("fra", "g", "aar", "aar_ung", "dag", "dag_ung"), KJENTE)
def test_kjente_satser_stemmer_paa_oret(fra: str, g: int, aar: str, aar_ung: str, dag: str, dag_ung: str) -> None:
    dato = date.fromisoformat(fra)
    assert sats("grunnbelop", dato) == g
    assert ore(stonad_per_aar(dato, under_25=False)) == aar
    assert ore(stonad_per_aar(dato, under_25=True)) == aar_ung
    assert ore(stonad_per_dag(dato, under_25=False)) == dag
    assert ore(stonad_per_dag(dato, under_25=True)) == dag_ung


def test_nav_viser_de_samme_hele_kronene() -> None:
    dato = date(2024, 7, 1)
    assert round(stonad_per_aar(dato, under_25=False)) == 253_141
    assert round(stonad_per_aar(dato, under_25=True)) == 168_761


def test_satsen_skifter_paa_dagen() -> None:
    assert sats("faktor", date(2024, 6, 30)) == 2
    assert sats("faktor", date(2024, 7, 1)) == Decimal("2.041")
    assert sats("grunnbelop", date(2026, 4, 30)) == 130_160
    assert sats("barnetillegg", date(2023, 1, 31)) == 27
    assert [sats("barnetillegg", date(aar, 2, 1)) for aar in (2023, 2024, 2025, 2026)] == [35, 36, 37, 38]


KJENT = {
    "grunnbelop": "01.05.2007 til 30.04.2027",
    "faktor": "01.05.2007 til 30.04.2027",
    "barnetillegg": "01.01.2019 til 31.12.2026",
}


@pytest.mark.parametrize(
    ("navn", "dato"),
    [
        ("grunnbelop", "2007-04-30"),
        ("grunnbelop", "2027-05-01"),
        ("faktor", "2027-05-01"),
        ("barnetillegg", "2018-12-31"),
        ("barnetillegg", "2027-01-01"),
    ],
)
def test_utenfor_tabellen_er_en_feil_og_aldri_gaarsdagens_sats(navn: str, dato: str) -> None:
    with pytest.raises(UtenforSatsene, match=rf"{navn} er bare kjent fra {KJENT[navn]}, ikke .* Oppdater satser.toml"):
        sats(navn, date.fromisoformat(dato))  # type: ignore[arg-type]


def test_siste_kjente_dag_er_med() -> None:
    assert sats("grunnbelop", date(2027, 4, 30)) == 136_549
    assert sats("barnetillegg", date(2026, 12, 31)) == 38


def test_radene_staar_i_datorekkefolge_og_har_hjemmel() -> None:
    for navn, tabell in satser().items():
        assert tabell.navn == navn
        assert tabell.hjemmel.split(" § ")[1]
        assert list(tabell.fra) == sorted(set(tabell.fra))
        assert len(tabell.fra) == len(tabell.verdi)
        assert tabell.fra[-1] <= tabell.til


@given(dato=st.dates(date(2007, 5, 1), date(2027, 4, 30)))
def test_ung_faar_to_tredeler_og_aaret_har_260_dager(dato: date) -> None:
    full, ung = (stonad_per_aar(dato, under_25=u) for u in (False, True))
    assert abs(ung * 3 - full * 2) < Decimal("1e-18")
    assert abs(stonad_per_dag(dato, under_25=False) * 260 - full) < Decimal("1e-18")


@given(dato=st.dates(date(2007, 5, 1), date(2027, 4, 29)))
def test_grunnbelopet_synker_aldri(dato: date) -> None:
    assert sats("grunnbelop", dato) <= sats("grunnbelop", dato + timedelta(days=1))
