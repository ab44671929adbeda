"""The law is chosen by date: no gap, no overlap, no fall-through."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.versjoner import KONTROLLERT, VERSJONER, ForLoven, versjon_paa

I_STATUTTENS_REKKEFOLGE = ["alder", "arbeidsevne", "ytelser", "arbeidsevnevurdering", "bistand", "unntak", "opphold"]


@pytest.mark.parametrize(
    ("dato", "versjon"),
    [
        ("2010-01-01", "2010"),
        ("2018-12-31", "2010"),
        ("2019-01-01", "2019"),
        ("2025-03-06", "2019"),
        ("2025-03-07", "2025"),
        ("2026-12-31", "2025"),
    ],
)
def test_datoen_velger_loven(dato: str, versjon: str) -> None:
    assert versjon_paa(date.fromisoformat(dato)).id == versjon


def test_for_loven_finnes_det_ikke_noe_svar() -> None:
    with pytest.raises(ForLoven, match=r"gjelder fra 01.01.2010; 31.12.2009 er før det. Velg en senere dato"):
        versjon_paa(date(2009, 12, 31))
    assert issubclass(ForLoven, Brukerfeil)


def test_versjonene_avloser_hverandre_dag_for_dag() -> None:
    for gammel, ny in pairwise(VERSJONER):
        assert gammel.til is not None
        assert ny.fra == gammel.til + timedelta(days=1)
    assert VERSJONER[-1].til is None


@given(dato=st.dates(date(2010, 1, 1), date(2099, 12, 31)))
def test_noyaktig_en_versjon_gjelder_hver_dag(dato: date) -> None:
    assert sum(versjon.gjelder(dato) for versjon in VERSJONER) == 1


def test_vilkarene_staar_i_lovens_rekkefolge_i_hver_versjon() -> None:
    for versjon in VERSJONER:
        assert [vilkar.id for vilkar in versjon.vilkar] == I_STATUTTENS_REKKEFOLGE


def test_hjemmelen_til_hvert_vilkar_gjelder_i_hele_versjonen() -> None:
    for versjon in VERSJONER:
        for vilkar in versjon.vilkar:
            assert vilkar.hjemmel.gjelder(versjon.fra), (versjon.id, vilkar.id)
            assert vilkar.hjemmel.gjelder(versjon.til or KONTROLLERT), (versjon.id, vilkar.id)


def test_hvert_faktum_horer_til_ett_vilkar() -> None:
    """What makes the answer exact: no fact stands in two conditions, and the date of birth stands alone."""
    for versjon in VERSJONER:
        brukt = [navn for vilkar in versjon.vilkar for navn in vilkar.fakta]
        assert len(brukt) == len(set(brukt))
        assert all(vilkar.fakta == ("fodselsdato",) for vilkar in versjon.vilkar if "fodselsdato" in vilkar.fakta)


def test_engangsregelen_for_2019_er_sagt_men_ikke_regnet_med() -> None:
    assert [bool(versjon.merknad) for versjon in VERSJONER] == [True, False, False]
    assert "bare gis én gang" in VERSJONER[0].merknad


def test_hvert_vilkar_har_krav_og_sporsmal() -> None:
    for versjon in VERSJONER:
        for vilkar in versjon.vilkar:
            assert vilkar.sporsmal.endswith("?")
            assert vilkar.krav[0].isupper()


def test_at_vurderingen_mangler_er_ingen_grunn_til_nei() -> None:
    for versjon in VERSJONER:
        utelatt = [vilkar.id for vilkar in versjon.vilkar if vilkar not in versjon.grunner_for_nei]
        assert utelatt == ["arbeidsevnevurdering"]
