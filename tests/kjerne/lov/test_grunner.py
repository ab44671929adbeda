"""The closed lists: each condition its lawful grounds, in both written forms; what may never be one cannot be chosen."""

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.grunner import UlovligValg, grunn, grunner, ulovlige, ulovlige_koder
from skreddersom.kjerne.lov.versjoner import VERSJONER, ForLoven
from skreddersom.kjerne.tekst import Tekst

I_DAG = date(2026, 11, 22)
DATA = tomllib.loads((files("skreddersom.kjerne.lov") / "grunner.toml").read_text(encoding="utf-8"))
BOKMAL = {"ikke", "hvilken", "hvilket", "hvordan", "søkeren", "jeg", "selv", "noen", "fra", "gjør"}
NYNORSK = {"ikkje", "kva", "korleis", "søkjaren", "eg", "sjølv", "nokon", "frå", "gjer"}


def test_hvert_vilkar_som_kan_gi_nei_har_minst_en_lovlig_grunn_i_hver_lovversjon() -> None:
    for versjon in VERSJONER:
        for vilkar in versjon.grunner_for_nei:
            valg = grunner(vilkar.id, versjon.fra)
            assert valg, vilkar.id
            assert {ett.hjemmel for ett in valg} == {vilkar.hjemmel}


def test_arbeidsevnevurderingen_som_mangler_er_aldri_en_grunn() -> None:
    assert grunner("arbeidsevnevurdering", I_DAG) == ()
    with pytest.raises(UlovligValg, match="Dette vilkåret kan ikke være grunn til å si nei"):
        grunn("arbeidsevnevurdering", "ikke_vesentlig_nedsatt", I_DAG)


def test_en_grunn_velges_blant_vilkarets_egne() -> None:
    valgt = grunn("bistand", "annen_hjelp_er_nok", I_DAG)
    assert (valgt.kode, valgt.vilkar, str(valgt.hjemmel)) == ("annen_hjelp_er_nok", "bistand", "sosialtjenesteloven § 29 andre ledd")
    with pytest.raises(
        UlovligValg, match=r"«annen_hjelp_er_nok» er ikke en lovlig grunn under vilkåret «alder». Velg blant: under_18, fylt_67"
    ):
        grunn("alder", "annen_hjelp_er_nok", I_DAG)
    assert issubclass(UlovligValg, Brukerfeil)


def test_et_vilkar_som_ikke_finnes_har_ingen_grunner() -> None:
    assert grunner("hudfarge", I_DAG) == ()


def test_aldersgrensa_folger_loven_paa_dagen() -> None:
    assert [ett.kode for ett in grunner("alder", date(2018, 12, 31))] == ["under_19", "fylt_67"]
    assert [ett.kode for ett in grunner("alder", date(2019, 1, 1))] == ["under_18", "fylt_67"]
    with pytest.raises(ForLoven):
        grunner("alder", date(2009, 12, 31))


def test_ingen_ulovlig_grunn_kan_velges_under_noe_vilkar() -> None:
    lovlige = {ett.kode for vilkar in VERSJONER[-1].vilkar for ett in grunner(vilkar.id, I_DAG)}
    assert not lovlige & ulovlige_koder()
    for vilkar in VERSJONER[-1].vilkar:
        for kode in ulovlige_koder():
            with pytest.raises(UlovligValg):
                grunn(vilkar.id, kode, I_DAG)


@pytest.mark.krav("R26", "R27")
def test_de_ulovlige_grunnene_er_disse_aatte_med_hvorfor_og_kilde() -> None:
    alle = ulovlige(I_DAG)
    assert [ett.kode for ett in alle] == [
        "okonomi",
        "kvote",
        "venteliste",
        "mangel_paa_tiltak",
        "tvil_om_arbeid",
        "tidligere_program",
        "aktivitetsplikt",
        "aev_mangler",
    ]
    assert {ett.kode for ett in alle} == ulovlige_koder()
    for ett in alle:
        assert ett.kilde
        assert ett.hjemler
        assert ett.hvorfor.nb.endswith(".")


def test_grunnene_peker_paa_reglene_de_bryter() -> None:
    brutt = {ett.kode: [str(hjemmel) for hjemmel in ett.hjemler] for ett in ulovlige(I_DAG)}
    assert brutt["okonomi"] == ["sosialtjenesteloven § 7", "sosialtjenesteloven § 29"]
    assert brutt["mangel_paa_tiltak"] == ["sosialtjenesteloven § 29 tredje ledd"]
    assert brutt["aev_mangler"] == ["sosialtjenesteloven § 29 andre ledd", "NAV-loven § 14 a", "forvaltningsloven § 17 første ledd"]
    assert all(hjemmel.gjelder(I_DAG) for ett in ulovlige(I_DAG) for hjemmel in ett.hjemler)


def test_tidligere_program_var_en_grunn_for_2019() -> None:
    assert "tidligere_program" not in {ett.kode for ett in ulovlige(date(2018, 12, 31))}
    assert "okonomi" in {ett.kode for ett in ulovlige(date(2018, 12, 31))}


def alle_tekster() -> list[Tekst]:
    rader = DATA["lovlig"] + DATA["ulovlig"]
    return [Tekst(**felt) for rad in rader for felt in rad.values() if isinstance(felt, dict)]


def test_hver_tekst_staar_i_begge_maalformer() -> None:
    assert len(alle_tekster()) == 3 * len(DATA["lovlig"]) + 2 * len(DATA["ulovlig"])
    for tekst in alle_tekster():
        assert not set(tekst.nb.lower().split()) & NYNORSK, tekst.nb
        assert not set(tekst.nn.lower().split()) & BOKMAL, tekst.nn
        assert (tekst.paa("nb"), tekst.paa("nn")) == (tekst.nb, tekst.nn)


def test_brevet_sier_du_og_ender_med_punktum() -> None:
    for rad in DATA["lovlig"]:
        for tekst in rad["i_brev"].values():
            assert {"du", "deg", "din", "di"} & set(tekst.lower().replace(",", "").replace(".", "").split()), tekst
            assert tekst.endswith(".")


def test_kodene_er_entydige() -> None:
    koder = [rad["kode"] for rad in DATA["lovlig"] + DATA["ulovlig"]]
    assert len(koder) == len(set(koder))
