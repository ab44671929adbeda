"""§ 29 condition by condition: what breaks it, what leaves it open, and from which day."""

from datetime import date

import pytest

from kjerne.lov.personer import I_DAG, OLA, med, opplyst, uten, vurdert
from skreddersom.kjerne.lov.fakta import Kjent
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT, Tre
from skreddersom.kjerne.lov.vurdering import vurder


def svar_paa(vilkar: str, kjente: dict[str, Kjent], per: date = I_DAG) -> Tre:
    return next(v.svar for v in vurder(kjente, per).vilkar if v.id == vilkar)


@pytest.mark.krav("R28")
def test_den_som_fyller_alle_vilkar_har_rett() -> None:
    svar = vurder(OLA, I_DAG)
    assert svar.utfall is JA
    assert {v.svar for v in svar.vilkar} == {JA}


@pytest.mark.krav("R28")
@pytest.mark.parametrize(
    ("vilkar", "endring"),
    [
        ("alder", {"fodselsdato": opplyst(date(2010, 1, 1))}),
        ("arbeidsevne", {"nedsatt_arbeidsevne": vurdert(False)}),
        ("ytelser", {"ingen_ytelser": opplyst(False), "svaert_begrensede_ytelser": vurdert(False)}),
        ("arbeidsevnevurdering", {"arbeidsevnevurdering": opplyst(False)}),
        ("bistand", {"bistand_hensiktsmessig_og_nodvendig": vurdert(False)}),
        ("unntak", {"uforholdsmessig_byrdefullt": vurdert(True)}),
        ("opphold", {"lovlig_opphold": opplyst(False)}),
    ],
)
def test_vilkarene_er_kumulative_ett_nei_er_nok(vilkar: str, endring: dict[str, Kjent]) -> None:
    svar = vurder(med(**endring), I_DAG)
    assert svar.utfall is NEI
    assert [v.id for v in svar.vilkar if v.svar is NEI] == [vilkar]


@pytest.mark.krav("R09")
@pytest.mark.parametrize(
    ("fodt", "per", "svar"),
    [
        (date(2008, 12, 31), date(2026, 12, 30), NEI),
        (date(2008, 12, 31), date(2026, 12, 31), JA),
        (date(1960, 1, 1), date(2026, 12, 31), JA),
        (date(1960, 1, 1), date(2027, 1, 1), NEI),
        (date(1999, 6, 1), date(2018, 5, 31), NEI),
        (date(1999, 6, 1), date(2018, 6, 1), JA),
        (date(2000, 6, 1), date(2018, 12, 31), NEI),
        (date(2000, 6, 1), date(2019, 1, 1), JA),
        (date(1951, 6, 1), date(2018, 6, 1), NEI),
        (date(1951, 6, 1), date(2018, 5, 31), JA),
    ],
)
def test_alder_fra_18_til_fylte_67_og_fra_19_for_2019(fodt: date, per: date, svar: Tre) -> None:
    assert svar_paa("alder", med(fodselsdato=opplyst(fodt)), per) is svar


@pytest.mark.krav("R09")
def test_svaert_begrensede_ytelser_er_nok_naar_noen_har_vurdert_det() -> None:
    med_ytelse = med(ingen_ytelser=opplyst(False))
    assert svar_paa("ytelser", med_ytelse) is UKJENT
    assert svar_paa("ytelser", med_ytelse | {"svaert_begrensede_ytelser": vurdert(True)}) is JA
    assert svar_paa("ytelser", uten("ingen_ytelser")) is UKJENT


def test_skjonn_som_ingen_har_utovd_staar_aapent() -> None:
    for faktum, vilkar in [
        ("nedsatt_arbeidsevne", "arbeidsevne"),
        ("bistand_hensiktsmessig_og_nodvendig", "bistand"),
        ("uforholdsmessig_byrdefullt", "unntak"),
    ]:
        assert svar_paa(vilkar, uten(faktum)) is UKJENT


@pytest.mark.parametrize("unntak", ["fast_bopel", "annet_unntak_fra_bopel", "eos_opphold"])
def test_lovlig_opphold_og_en_av_grunnene_er_nok_i_dag(unntak: str) -> None:
    uten_grunn = med(fast_bopel=opplyst(False), eos_opphold=opplyst(False), annet_unntak_fra_bopel=opplyst(False))
    assert svar_paa("opphold", uten_grunn) is NEI
    assert svar_paa("opphold", uten_grunn | {unntak: opplyst(True)}) is JA
    assert svar_paa("opphold", uten_grunn | {unntak: opplyst(True), "lovlig_opphold": opplyst(False)}) is NEI


@pytest.mark.parametrize("per", [date(2015, 1, 1), date(2025, 3, 6)])
def test_eos_unntaket_gjelder_forst_fra_7_mars_2025(per: date) -> None:
    eos_borger = med(fast_bopel=opplyst(False), annet_unntak_fra_bopel=opplyst(False), eos_opphold=opplyst(True))
    assert svar_paa("opphold", eos_borger, per) is NEI
    assert svar_paa("opphold", eos_borger | {"annet_unntak_fra_bopel": opplyst(True)}, per) is JA
    assert svar_paa("opphold", eos_borger | {"fast_bopel": opplyst(True)}, per) is JA
    assert svar_paa("opphold", eos_borger, date(2025, 3, 7)) is JA


def test_unntaket_i_tredje_ledd_stenger_ogsaa_for_2019() -> None:
    brukt = med(uforholdsmessig_byrdefullt=vurdert(True))
    assert svar_paa("unntak", brukt, date(2018, 1, 1)) is NEI
    assert svar_paa("unntak", OLA, date(2018, 1, 1)) is JA


def test_hvert_vilkar_viser_til_sitt_ledd() -> None:
    hjemler = {v.id: str(v.hjemmel) for v in vurder(OLA, I_DAG).vilkar}
    assert hjemler["alder"] == hjemler["arbeidsevne"] == hjemler["ytelser"] == "sosialtjenesteloven § 29 første ledd"
    assert hjemler["arbeidsevnevurdering"] == hjemler["bistand"] == "sosialtjenesteloven § 29 andre ledd"
    assert hjemler["unntak"] == "sosialtjenesteloven § 29 tredje ledd"
    assert hjemler["opphold"] == ("sosialtjenesteloven § 2, jf. forskrift om sosiale tjenester for personer uten fast bopel i Norge § 1 a")
    for_eos = {v.id: str(v.hjemmel) for v in vurder(OLA, date(2020, 1, 1)).vilkar}
    assert for_eos == hjemler | {"opphold": "sosialtjenesteloven § 2"}
    assert {v.id: str(v.hjemmel) for v in vurder(OLA, date(2015, 1, 1)).vilkar} == for_eos
