"""An answer explains itself: every condition once, facts with sources, what is missing and what nobody has judged."""

from datetime import date

import pytest

from kjerne.lov.personer import I_DAG, OLA, SAKEN, med, opplyst, uten, vurdert
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT
from skreddersom.kjerne.lov.versjoner import VERSJONER, ForLoven
from skreddersom.kjerne.lov.vurdering import Vilkarssvar, vurder


def vilkar(id_: str, kjente: dict, per: date = I_DAG) -> Vilkarssvar:  # type: ignore[type-arg]
    return next(v for v in vurder(kjente, per).vilkar if v.id == id_)


@pytest.mark.krav("R09")
def test_forklaringen_sier_krav_svar_faktum_og_kilde() -> None:
    assert vilkar("alder", OLA).forklaring == "Fylt 18 år og ikke fylt 67 år: oppfylt. 36 år per 31.12.2026 (saken)."
    assert vilkar("bistand", OLA).forklaring == (
        "Tett og koordinert bistand er hensiktsmessig og nødvendig: oppfylt. Tett og koordinert bistand er hensiktsmessig og "
        "nødvendig (vurdert av Kari Veileder 03.11.2026: «samtale og epikrise»)."
    )


def test_forklaringen_paa_nei_sier_hva_som_stenger() -> None:
    ung = med(fodselsdato=opplyst(date(2010, 1, 1)))
    assert vilkar("alder", ung).forklaring == "Fylt 18 år og ikke fylt 67 år: ikke oppfylt. 16 år per 31.12.2026 (saken)."
    assert (
        "ikke oppfylt. Har ikke lovlig opphold (saken); har fast bopel i Norge (saken)."
        in vilkar("opphold", med(lovlig_opphold=opplyst(False))).forklaring
    )


def test_forklaringen_paa_ukjent_sier_hva_som_er_kjent_og_hva_som_mangler() -> None:
    assert vilkar("ytelser", med(ingen_ytelser=opplyst(False))).forklaring == (
        "Ingen eller svært begrensede ytelser til livsopphold: ikke avgjort. Mottar en ytelse etter folketrygdloven eller "
        "arbeidsmarkedsloven (saken); mangler vurdering av om ytelsen er svært begrenset."
    )
    assert vilkar("alder", uten("fodselsdato")).forklaring == "Fylt 18 år og ikke fylt 67 år: ikke avgjort. Mangler fødselsdato."
    assert vilkar("opphold", uten("lovlig_opphold", "fast_bopel")).forklaring.endswith(
        "Mangler opplysning om lovlig opphold, fast bopel i Norge, opphold etter EØS-reglene og andre unntak fra kravet om fast bopel."
    )
    assert vilkar("ytelser", uten("ingen_ytelser", "svaert_begrensede_ytelser")).forklaring.endswith(
        "Mangler opplysning om ytelser etter folketrygdloven og arbeidsmarkedsloven og vurdering av om ytelsen er svært begrenset."
    )


def test_kildene_staar_ogsaa_som_data() -> None:
    assert vilkar("opphold", OLA).kilde == (SAKEN, SAKEN)
    assert vilkar("arbeidsevne", OLA).kilde == (vurdert(True).kilde,)
    assert vilkar("alder", uten("fodselsdato")).kilde == ()


def test_uten_noe_kjent_mangler_alt_som_kan_avgjore() -> None:
    svar = vurder({}, I_DAG)
    assert svar.utfall is UKJENT
    assert svar.avgjorende_mangler == tuple(navn for v in VERSJONER[-1].vilkar for navn in v.fakta)
    assert "eos_opphold" not in vurder({}, date(2020, 1, 1)).avgjorende_mangler


def test_naar_svaret_er_nei_mangler_ingenting() -> None:
    svar = vurder({"fodselsdato": opplyst(date(1950, 1, 1))}, I_DAG)
    assert svar.utfall is NEI
    assert svar.avgjorende_mangler == ()
    assert svar.ikke_vurdert == (
        "nedsatt_arbeidsevne",
        "svaert_begrensede_ytelser",
        "bistand_hensiktsmessig_og_nodvendig",
        "uforholdsmessig_byrdefullt",
    )


def test_det_som_ikke_kan_endre_noe_er_ikke_en_avgjorende_mangel() -> None:
    svar = vurder(uten("nedsatt_arbeidsevne"), I_DAG)
    assert svar.avgjorende_mangler == ("nedsatt_arbeidsevne",)
    assert svar.ikke_vurdert == ("nedsatt_arbeidsevne", "svaert_begrensede_ytelser")


def test_svaret_sier_dag_og_lovversjon() -> None:
    svar = vurder(OLA, date(2018, 5, 1))
    assert (svar.per, svar.versjon, svar.utfall) == (date(2018, 5, 1), "2010", JA)


def test_merknadene_sier_det_leseren_maa_vite_om_lovversjonen() -> None:
    assert vurder(OLA, date(2018, 5, 1)).merknader == (VERSJONER[0].merknad,)
    assert vurder(OLA, date(2026, 7, 28)).merknader == ()
    assert vurder(OLA, date(2026, 7, 29)).merknader == ("Lovteksten er sist kontrollert 28.07.2026. Undersøk om § 29 er endret siden.",)


def test_for_loven_gis_det_ikke_noe_svar() -> None:
    with pytest.raises(ForLoven):
        vurder(OLA, date(2009, 12, 31))
