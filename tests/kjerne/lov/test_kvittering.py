"""A receipt can be made again by anyone, byte for byte, and shows when a fact or a rule has been changed since."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjerne.lov.personer import OLA, vurdert
from skreddersom.kjerne.lov import kvittering as kv
from skreddersom.kjerne.lov.alder import fylt
from skreddersom.kjerne.lov.fakta import FAKTA, FAKTANAVN, Kjent, Opplysning, UgyldigFaktum, Vurdering
from skreddersom.kjerne.lov.kvittering import (
    Grunnlag,
    Medvirkende,
    UgyldigKvittering,
    UkjentVersjon,
    Vurdert,
    avtrykk,
    kjor_om,
    lag,
    sha256,
)
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT
from skreddersom.kjerne.lov.versjoner import VERSJONER, ForLoven

I_DAG = date(2026, 11, 22)
BREV = "c0ffee" * 10 + "beef"
SAK = UUID("12345678-1234-5678-1234-567812345678")
VILDE, KNUT, BERIT = "ansatt-1", "ansatt-2", "ansatt-3"


def vurderinger() -> list[Vurdert]:
    ja = [Vurdert(vilkar.id, JA, "Se samtalen 3. november.", VILDE, None, KNUT) for vilkar in VERSJONER[-1].vilkar]
    return [replace(ja[0], svar=UKJENT), *ja[1:4], replace(ja[4], svar=NEI, grunn="annen_hjelp_er_nok"), *ja[5:]]


GRUNNLAG = Grunnlag(
    I_DAG,
    OLA,
    vurderinger(),
    [Medvirkende("saksbehandler", VILDE), Medvirkende("beslutter", BERIT), Medvirkende("kvalitetssikrer", KNUT)],
    {"sak": SAK, "utfall": "avslag", "timer_uke": Decimal("37.50"), "barn": 2, "fra": None, "fattet": I_DAG, "stikkord": ["sår", "æøå"]},
    BREV,
)

tekster = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(lambda tekst: tekst.strip())
datoer = st.dates(date(1920, 1, 1), date(2026, 1, 1))
skjonn = st.builds(Vurdering, st.booleans(), tekster, datoer, tekster)
opplysning = st.builds(Opplysning, st.booleans(), tekster)
fodt = st.builds(Opplysning, datoer, tekster)
fakta: st.SearchStrategy[Mapping[str, Kjent]] = st.fixed_dictionaries(
    {}, optional={navn: fodt if navn == "fodselsdato" else skjonn if FAKTA[navn].skjonn else opplysning for navn in FAKTANAVN}
)
verdier = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | tekster
    | datoer
    | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    lambda barn: st.lists(barn, max_size=3) | st.dictionaries(tekster, barn, max_size=3),
    max_leaves=8,
)


@st.composite
def grunnlag(draw: st.DrawFn) -> Grunnlag:
    dag = draw(st.dates(date(2010, 1, 1), date(2030, 1, 1)))
    vilkar = draw(st.lists(st.sampled_from([ett.id for ett in VERSJONER[-1].vilkar]), unique=True))
    svar = [Vurdert(ett, draw(st.sampled_from([JA, NEI, UKJENT])), draw(tekster), draw(tekster)) for ett in vilkar]
    folk = draw(st.lists(st.builds(Medvirkende, tekster, tekster), max_size=3))
    return Grunnlag(dag, draw(fakta), svar, folk, draw(st.dictionaries(tekster, verdier, max_size=4)), BREV)


@given(g=grunnlag())
def test_en_kvittering_som_kjores_om_gir_de_samme_bytene(g: Grunnlag) -> None:
    kvittering = lag(g)
    assert kjor_om(kvittering) == kvittering
    assert kjor_om(kjor_om(kvittering)) == kvittering


@given(g=grunnlag(), data=st.data())
def test_rekkefolgen_ting_er_skrevet_i_betyr_ingenting(g: Grunnlag, data: st.DataObject) -> None:
    stokket = replace(
        g,
        fakta=dict(data.draw(st.permutations(list(g.fakta.items())))),
        vurderinger=data.draw(st.permutations(g.vurderinger)),
        medvirkende=data.draw(st.permutations(g.medvirkende)),
        vedtak=dict(data.draw(st.permutations(list(g.vedtak.items())))),
    )
    assert lag(stokket) == lag(g)


@given(g=grunnlag(), navn=st.sampled_from([navn for navn in FAKTANAVN if navn != "fodselsdato"]))
def test_et_endret_faktum_gir_andre_bytes(g: Grunnlag, navn: str) -> None:
    kjent = g.fakta.get(navn)
    svar = kjent is None or not kjent.verdi
    endret: Kjent = vurdert(svar) if FAKTA[navn].skjonn else Opplysning(svar, "ny kilde")
    assert lag(replace(g, fakta={**g.fakta, navn: endret})) != lag(g)


@pytest.mark.parametrize(
    "endret",
    [
        replace(GRUNNLAG, dag=date(2026, 11, 23)),
        replace(GRUNNLAG, brev_sha256="0" * 64),
        replace(GRUNNLAG, vedtak={**GRUNNLAG.vedtak, "barn": 3}),
        replace(GRUNNLAG, medvirkende=GRUNNLAG.medvirkende[1:]),
        replace(GRUNNLAG, vurderinger=vurderinger()[1:]),
        replace(GRUNNLAG, vurderinger=[*vurderinger()[1:], replace(vurderinger()[0], kvalitetssikret_av=BERIT)]),
        replace(GRUNNLAG, fakta={**OLA, "lovlig_opphold": Opplysning(True, "en annen kilde")}),
    ],
)
def test_alt_i_grunnlaget_setter_spor(endret: Grunnlag) -> None:
    assert lag(endret) != lag(GRUNNLAG)
    assert sha256(lag(endret)) != sha256(lag(GRUNNLAG))


def test_kvitteringen_sier_hva_vedtaket_bygger_paa() -> None:
    innhold = json.loads(lag(GRUNNLAG))
    assert (innhold["utforming"], innhold["dag"], innhold["lovversjon"], innhold["brev"]) == (1, "2026-11-22", "2025", BREV)
    assert innhold["fakta"]["fodselsdato"] == {"slag": "opplysning", "verdi": "1990-03-12", "kilde": "saken"}
    assert innhold["svar"]["utfall"] == "JA"
    assert innhold["vurderinger"][4] == {
        "vilkar": "bistand",
        "svar": "NEI",
        "grunn": "annen_hjelp_er_nok",
        "begrunnelse": "Se samtalen 3. november.",
        "av": VILDE,
        "kvalitetssikret_av": KNUT,
    }
    assert innhold["medvirkende"][0] == {"rolle": "beslutter", "id": BERIT}
    assert innhold["vedtak"]["timer_uke"] == "37.5"
    assert innhold["vedtak"]["sak"] == str(SAK)
    assert [regel["hjemmel"] for regel in innhold["regler"]][-1].startswith("sosialtjenesteloven § 2, jf. forskrift")


def test_bytene_er_kanoniske() -> None:
    kvittering = lag(GRUNNLAG)
    tekst = kvittering.decode("utf-8")
    assert "æøå" in tekst
    assert json.dumps(json.loads(tekst), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == tekst
    assert kjor_om(json.dumps(json.loads(tekst), indent=2).encode()) == kvittering


def test_bytene_er_de_samme_som_da_utformingen_ble_laget() -> None:
    """Receipts are kept for as long as there are archives: a change of these bytes is a change of ``UTFORMING``."""
    lagret = (Path(__file__).parent / "kvittering.json").read_bytes().rstrip(b"\n")
    assert lag(GRUNNLAG) == lagret
    assert kjor_om(lagret) == lagret


def test_like_tall_skrives_likt() -> None:
    for tall in ("37.5", "37.50", "3.75E+1"):
        assert lag(replace(GRUNNLAG, vedtak={"timer": Decimal(tall)})) == lag(replace(GRUNNLAG, vedtak={"timer": Decimal("37.5")}))
    assert lag(replace(GRUNNLAG, vedtak={"timer": Decimal("-0")})) == lag(replace(GRUNNLAG, vedtak={"timer": Decimal(0)}))


def test_en_endret_regel_gir_andre_bytes_selv_om_svaret_for_denne_personen_er_det_samme(monkeypatch: pytest.MonkeyPatch) -> None:
    kvittering = lag(GRUNNLAG)
    alder = VERSJONER[-1].vilkar[0]
    strengere = replace(alder, regel=lambda f, per: fylt(20, f.fodselsdato, per) & ~fylt(67, f.fodselsdato, per))
    ny = replace(VERSJONER[-1], vilkar=(strengere, *VERSJONER[-1].vilkar[1:]))
    monkeypatch.setattr(kv, "VERSJONER", (*VERSJONER[:-1], ny))
    omgjort = kjor_om(kvittering)
    assert omgjort != kvittering
    assert json.loads(omgjort)["svar"] == json.loads(kvittering)["svar"]


def test_lovversjonen_i_kvitteringen_brukes_ogsaa_naar_dagen_ville_gitt_en_annen() -> None:
    """If it is found out later that the law had changed before the decision, the receipt still tells what was done."""
    eldre = lag(replace(GRUNNLAG, lovversjon="2019"))
    assert json.loads(eldre)["lovversjon"] == "2019"
    assert eldre != lag(GRUNNLAG)
    assert kjor_om(eldre) == eldre


def test_hver_regel_har_sitt_eget_avtrykk_i_hver_versjon() -> None:
    vilkar = {id(ett): ett for versjon in VERSJONER for ett in versjon.vilkar}
    like = {("unntak", "unntak")}
    avtrykkene = [(ett.id, avtrykk(ett)) for ett in vilkar.values()]
    for nr, (id_, merke) in enumerate(avtrykkene):
        assert len(merke) == 16
        for annen_id, annet_merke in avtrykkene[:nr]:
            assert (merke != annet_merke) is ((id_, annen_id) not in like), (id_, annen_id)


def test_et_avtrykk_ser_en_aldersgrense_paa_dagen() -> None:
    atten = VERSJONER[-1].vilkar[0]
    dagen_etter = replace(
        atten, regel=lambda f, per: (f.fodselsdato <= date(per.year - 18, per.month, per.day + 1)) & ~fylt(67, f.fodselsdato, per)
    )
    assert avtrykk(atten) != avtrykk(dagen_etter)


@pytest.mark.parametrize("felt", ["utforming", "lovversjon"])
def test_en_ukjent_versjon_er_en_feil_med_navn(felt: str) -> None:
    with pytest.raises(UkjentVersjon, match="99"):
        kjor_om(json.dumps(json.loads(lag(GRUNNLAG)) | {felt: "99"}).encode())


@pytest.mark.parametrize("felt", ["dag", "lovversjon", "fakta", "vurderinger", "medvirkende", "vedtak", "brev"])
@pytest.mark.parametrize("verdi", [None, 1, "", "x", [1], {"x": 1}])
def test_en_kvittering_med_feil_innhold_gir_en_setning_eller_andre_bytes(felt: str, verdi: object) -> None:
    innhold = json.loads(lag(GRUNNLAG))
    uten = {navn: ett for navn, ett in innhold.items() if navn != felt}
    with pytest.raises(UgyldigKvittering):
        kjor_om(json.dumps(uten).encode())
    with suppress(UgyldigKvittering, UkjentVersjon):
        assert kjor_om(json.dumps(innhold | {felt: verdi}).encode()) != lag(GRUNNLAG)


@given(rot=st.binary(max_size=60) | st.text(max_size=40).map(lambda tekst: tekst.encode("utf-8", "replace")))
def test_rot_er_ikke_en_kvittering(rot: bytes) -> None:
    with pytest.raises(UgyldigKvittering):
        kjor_om(rot)


@pytest.mark.parametrize("rot", [b"1.5", b"NaN", b"[]", b"{}", b"[" * 200_000, b"1" * 10_000, b'{"utforming":1}'])
def test_fiendtlig_innhold_er_ikke_en_kvittering(rot: bytes) -> None:
    with pytest.raises(UgyldigKvittering):
        kjor_om(rot)


@pytest.mark.parametrize("verdi", [1.5, float("nan"), Decimal("NaN"), {1: "tall som nøkkel"}, {1, 2}, b"bytes", "\ud800"])
def test_det_som_ikke_har_en_form_kan_ikke_staa_i_en_kvittering(verdi: object) -> None:
    with pytest.raises(UgyldigKvittering):
        lag(replace(GRUNNLAG, vedtak={"verdi": verdi}))


def test_et_tidspunkt_skrives_med_sone() -> None:
    tid = datetime.fromisoformat("2026-11-22T10:00:00+01:00")
    assert "2026-11-22T10:00:00+01:00" in lag(replace(GRUNNLAG, vedtak={"tid": tid})).decode()


@pytest.mark.parametrize("feil", [[vurderinger()[0], vurderinger()[0]], [replace(vurderinger()[0], vilkar="hudfarge")]])
def test_hvert_vilkar_vurderes_en_gang_og_ingen_andre(feil: list[Vurdert]) -> None:
    with pytest.raises(UgyldigKvittering, match="Hvert vilkår"):
        lag(replace(GRUNNLAG, vurderinger=feil))


def test_ugyldige_fakta_og_dager_sier_fra_som_ellers() -> None:
    with pytest.raises(UgyldigFaktum):
        lag(replace(GRUNNLAG, fakta={"nedsatt_arbeidsevne": Opplysning(True, "gjettet")}))
    with pytest.raises(ForLoven):
        lag(replace(GRUNNLAG, dag=date(2009, 1, 1)))
