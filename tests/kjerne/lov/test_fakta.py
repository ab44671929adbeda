"""Facts carry their source; discretion carries its author."""

from datetime import date

import pytest

from kjerne.lov.personer import opplyst, vurdert
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import FAKTA, FAKTANAVN, UgyldigFaktum, Vurdering, fakta_av_verdier, fakta_om
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT

SKJONN = {"nedsatt_arbeidsevne", "svaert_begrensede_ytelser", "bistand_hensiktsmessig_og_nodvendig", "uforholdsmessig_byrdefullt"}


def test_hvert_faktum_har_ord_for_alle_svar() -> None:
    assert tuple(FAKTA) == FAKTANAVN
    for navn, faktum in FAKTA.items():
        assert faktum.mangler
        assert navn == "fodselsdato" or (faktum.ja and faktum.nei and faktum.ja != faktum.nei)


def test_det_som_ikke_er_oppgitt_er_ukjent() -> None:
    fakta = fakta_om({"fast_bopel": opplyst(True), "lovlig_opphold": opplyst(False)})
    assert (fakta.fast_bopel, fakta.lovlig_opphold, fakta.eos_opphold) == (JA, NEI, UKJENT)
    assert (fakta.fodselsdato <= date(2000, 1, 1)) is UKJENT


def test_verdiene_havner_paa_sine_egne_navn() -> None:
    for navn in FAKTANAVN[1:]:
        fakta = fakta_av_verdier({navn: True})
        assert [n for n in FAKTANAVN[1:] if getattr(fakta, n) is JA] == [navn]


@pytest.mark.krav("R28")
def test_skjonn_kan_ikke_slaas_opp() -> None:
    assert {navn for navn, faktum in FAKTA.items() if faktum.skjonn} == SKJONN
    for navn in SKJONN:
        with pytest.raises(UgyldigFaktum, match=f"«{navn}» er en skjønnsmessig vurdering .* hvem som har vurdert, når og hvorfor"):
            fakta_om({navn: opplyst(True)})


@pytest.mark.krav("R28")
@pytest.mark.parametrize(("forfatter", "begrunnelse"), [("", "sett i samtale"), ("Kari", ""), ("Kari", "  "), (" ", "sett")])
def test_vurdering_uten_navn_eller_begrunnelse_avvises(forfatter: str, begrunnelse: str) -> None:
    with pytest.raises(UgyldigFaktum, match="navn på den som har vurdert og en begrunnelse"):
        Vurdering(True, forfatter, date(2026, 1, 1), begrunnelse)


def test_vurdering_kan_ogsaa_gis_for_det_som_kan_slaas_opp() -> None:
    assert fakta_om({"fast_bopel": vurdert(False)}).fast_bopel is NEI


def test_vurderingens_kilde_er_hvem_naar_og_hvorfor() -> None:
    assert vurdert(True, "langvarig sykdom").kilde == "vurdert av Kari Veileder 03.11.2026: «langvarig sykdom»"


def test_ukjent_navn_gir_setning_med_navnene_som_finnes() -> None:
    with pytest.raises(UgyldigFaktum, match=r"«bosted» er ikke et faktum etter § 29. Velg blant: fodselsdato, .*fast_bopel"):
        fakta_om({"bosted": opplyst(True)})


def test_feil_slags_verdi_avvises() -> None:
    with pytest.raises(UgyldigFaktum, match=r"«fodselsdato» har feil slags verdi. Bruk en dato"):
        fakta_om({"fodselsdato": opplyst(True)})
    for navn in ("fast_bopel", "lovlig_opphold"):
        with pytest.raises(UgyldigFaktum, match=f"«{navn}» har feil slags verdi. Bruk ja eller nei"):
            fakta_om({navn: opplyst(date(2000, 1, 1))})
    assert issubclass(UgyldigFaktum, Brukerfeil)


def test_fodselsdato_fra_bare_verdier_leses_som_dato() -> None:
    fakta = fakta_av_verdier({"fodselsdato": date(2000, 5, 1), "fast_bopel": False})
    assert (fakta.fodselsdato <= date(2000, 5, 1)) is JA
    assert (fakta.fodselsdato <= date(2000, 4, 30)) is NEI
    assert (fakta_av_verdier({"fodselsdato": True}).fodselsdato <= date(2000, 1, 1)) is UKJENT
