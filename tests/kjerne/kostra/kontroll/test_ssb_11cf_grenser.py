"""The edges of the 11CF controls: exactly these messages, and none where Statistics Norway has none."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import kontrollert, personer, ssb, tenor
from skreddersom.kjerne.kostra.kommuner import AGDER
from skreddersom.kjerne.kostra.kontroll import Kontrollrapport
from skreddersom.kjerne.kostra.kontroll.ssb_11cf import KONTROLLER_11CF

Endring = Mapping[str, str | date]

UTEN_MANEDER: Endring = {f"STMND_{m}": "  " for m in range(1, 13)}
NULLEDE_MANEDER: Endring = {f"STMND_{m}": "00" for m in range(1, 13)}

DATO: Endring = {"AVSL_DATO": date(2026, 5, 31)}
SITUASJON: Endring = {"AVSL_SKOLE": "04"}
INNTEKT: Endring = {"AVSL_VIKTIGSTE_INNTEKT": "04"}

GRENSER: list[tuple[str, Endring, list[str]]] = [
    ("riktig record", {}, []),
    ("dato fire år gammel", {"REG_DATO": "01012022"}, []),
    ("dato fem år gammel", {"REG_DATO": "31122021"}, ["K14"]),
    ("vedtak fem år gammelt", {"VEDTAK_DATO": "31122021"}, ["K15"]),
    ("begynt for fem år siden", {"BEGYNT_DATO": "31122021"}, ["K16"]),
    ("begynt siste dag i året", {"BEGYNT_DATO": "31122026"}, []),
    ("begynt neste år", {"BEGYNT_DATO": "01012027"}, ["K16"]),
    ("ulest VERSION gir ingen for gammel søknad", {"VERSION": "XX", "REG_DATO": "31122001"}, ["K04"]),
    ("VERSION styrer K14, rapporteringsåret K16", {"VERSION": "24", "REG_DATO": "31122020", "BEGYNT_DATO": "31122021"}, ["K04", "K16"]),
    ("VERSION med fortegn", {"VERSION": "+6"}, ["K04"]),
    *[(f"beløp {kr!r} med status 1", {"KVP_STONAD": kr}, ["K29"]) for kr in ("abc", "12.5", "-5")],
    ("beløp med ledende nuller", {"KVP_STONAD": "0150000"}, []),
    ("beløp med fortegn", {"KVP_STONAD": "+150000"}, []),
    ("måneder med 00", NULLEDE_MANEDER, ["K28", "K31"]),
    ("feil måneds kode teller ikke", {**UTEN_MANEDER, "STMND_1": "02"}, ["K28", "K31"]),
    ("én sifret månedskode teller ikke", {**UTEN_MANEDER, "STMND_3": " 3"}, ["K28", "K31"]),
    ("nedlagt kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "1001"}, ["K20"]),
    ("uoppgitt kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "9999"}, []),
    ("egen kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "4203"}, []),
    ("født 2008", {"PERSON_FODSELSNR": tenor(date(2008, 12, 31))}, []),
    ("født 2009", {"PERSON_FODSELSNR": tenor(date(2009, 1, 1))}, ["K06"]),
    ("født 1958", {"PERSON_FODSELSNR": tenor(date(1958, 1, 1))}, []),
    ("født 1957", {"PERSON_FODSELSNR": tenor(date(1957, 12, 31))}, ["K07"]),
    ("et nummer fra 2040-tallet gir negativ alder", {"PERSON_FODSELSNR": "01014550012"}, ["K05", "K06"]),
    ("ukjent alder hoppes over", {"PERSON_FODSELSNR": "15438512345"}, ["K05"]),
    ("barn med ledende mellomrom", {"BU18": "1", "ANTBU18": " 1"}, []),
    ("negativt antall barn", {"ANTBU18": "-1"}, []),
    ("barn er krysset, men antallet negativt", {"BU18": "1", "ANTBU18": "-1"}, ["K11"]),
    ("antall barn er ikke et tall", {"BU18": "1", "ANTBU18": "X"}, ["K11"]),
    ("fjorten barn uten kryss", {"ANTBU18": "14"}, ["K12", "K13"]),
]

STATUSMATRISE: list[tuple[str, Endring, list[str]]] = [
    ("1 fortsatt", {"STATUS": "1"}, []),
    ("1 uten måneder og beløp", {"STATUS": "1", "KVP_STONAD": "", **UTEN_MANEDER}, ["K28", "K29"]),
    ("2 permisjon", {"STATUS": "2", "KVP_STONAD": "", **UTEN_MANEDER}, []),
    ("3 fullført", {"STATUS": "3", **DATO, **SITUASJON, **INNTEKT}, []),
    ("3 uten noe", {"STATUS": "3"}, ["K37", "K38", "K39"]),
    ("4 uteblivelse", {"STATUS": "4", **DATO}, []),
    ("4 uten dato", {"STATUS": "4"}, ["K37"]),
    ("5 flyttet", {"STATUS": "5", **DATO}, []),
    ("5 uten dato", {"STATUS": "5"}, ["K37"]),
    ("6 bydel", {"STATUS": "6"}, []),
    ("7 etter avbrudd", {"STATUS": "7", **DATO, **SITUASJON}, []),
    ("7 uten noe", {"STATUS": "7"}, ["K37", "K38"]),
    *[(f"{s} uten måneder", {"STATUS": s, **DATO, **SITUASJON, **INNTEKT, **UTEN_MANEDER}, ["K28"]) for s in "34567"],
    *[(f"{s} måneder uten beløp", {"STATUS": s, **DATO, **SITUASJON, **INNTEKT, "KVP_STONAD": ""}, ["K30"]) for s in "34567"],
    *[(f"{s} måneder med 0 kroner", {"STATUS": s, **DATO, **SITUASJON, **INNTEKT, "KVP_STONAD": "0"}, []) for s in "34567"],
    ("3 sluttet 31. april", {"STATUS": "3", "AVSL_DATO": "31042026", **SITUASJON, **INNTEKT}, ["K37"]),
]

KONTROLLERES_IKKE: list[tuple[str, Endring]] = [
    ("fødselsdato ulik fnr", {"FODSELSDATO": date(1990, 1, 1)}),
    ("kjønn ulikt fnr", {"KJONN": "2"}),
    ("fnr med bare nuller", {"PERSON_FODSELSNR": "00000000000"}),
    ("vedtak før søknad", {"REG_DATO": date(2026, 2, 2), "VEDTAK_DATO": date(2026, 2, 1)}),
    ("søknad i framtiden", {"REG_DATO": "01012030"}),
    ("vedtak i framtiden", {"VEDTAK_DATO": "01012030"}),
    *[(f"31.02 i {navn}", {navn: "31022025"}) for navn in ("REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO", "FODSELSDATO")],
    ("måneder før start", {"STMND_1": "01"}),
    ("ulovlige koder", {"YTELSE_INTRO": "X", "YTELSE_TILTAKSPENGER": "9", "YTELSE_FOLKETRYGDL": "1"}),
    ("type uten sosialhjelp", {"YTELSE_TYPE_SOSHJ": "2"}),
    ("søppel i kommunenummer", {"KOMMNR_KVP_KOMM": "XXXX"}),
    ("avslutning ved status 1", {**DATO, **SITUASJON, **INNTEKT}),
    ("søppel i avslutning ved status 2", {"STATUS": "2", "AVSL_DATO": "XXXXXXXX", "AVSL_AAP": "99", "AVSL_VIKTIGSTE_INNTEKT": "XX"}),
    ("blankt journalnummer", {"PERSON_JOURNALNR": ""}),
    ("blank saksbehandler", {"SAKSBEHANDLER": ""}),
    ("én gyldig og én ugyldig støtte", {"KVP_MED_ASTONAD": "1", "KVP_MED_KOMMBOS": "4", "KVP_MED_HUSBANKBOS": "9"}),
    ("status 6 utenfor Oslo", {"STATUS": "6"}),
]

ALLE = [*GRENSER, *STATUSMATRISE, *[(navn, endret, []) for navn, endret in KONTROLLERES_IKKE]]


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Kontrollrapport:
    return kontrollert(tmp_path_factory.mktemp("grenser"), personer("11CF", 2026, [endret for _, endret, _ in ALLE]), "11CF")


@pytest.mark.parametrize(("linje", "navn", "forventet"), [(nr, navn, ventet) for nr, (navn, _, ventet) in enumerate(ALLE, start=1)])
def test_akkurat_disse_meldingene(rapport: Kontrollrapport, linje: int, navn: str, forventet: list[str]) -> None:
    assert ssb(rapport, linje) == forventet, navn


def test_antall_kontroller_er_34_per_record(rapport: Kontrollrapport) -> None:
    assert rapport.antall_kontroller == 34 * rapport.antall_recorder == 34 * len(ALLE)
    assert len(KONTROLLER_11CF) == 32


@pytest.mark.parametrize("aar", [2025, 2026])
def test_en_riktig_fil_gir_ingen_meldinger_i_noen_agderkommune(tmp_path: Path, aar: int) -> None:
    for kommune in AGDER:
        fil = personer("11CF", aar, [{"KOMMUNE_NR": kommune}, {"KOMMUNE_NR": kommune, "KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "1106"}])
        assert kontrollert(tmp_path, fil, "11CF", aar, region=kommune).meldinger.is_empty()


def test_meldingene_kommer_linje_for_linje_og_i_kontrollenes_rekkefolge(tmp_path: Path) -> None:
    fil = personer("11CF", 2026, [{"STATUS": "X", "KJONN": "9"}, {"KJONN": "9", "EKTSTAT": "9", "PERSON_FODSELSNR": "42"}])
    meldinger = kontrollert(tmp_path, fil, "11CF").meldinger.filter(~kontrollert(tmp_path, fil, "11CF").meldinger["vaar"])
    assert meldinger.select("linje", "kontroll").rows() == [(1, "K08"), (1, "K36"), (2, "K05"), (2, "K08"), (2, "K09")]


@pytest.mark.parametrize("fnr", ["42", tenor(date(2015, 1, 1)), tenor(date(1950, 1, 1)), "00000000000"])
def test_fodselsnummeret_staar_aldri_i_en_melding(tmp_path: Path, fnr: str) -> None:
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{"PERSON_FODSELSNR": fnr}, {"PERSON_FODSELSNR": fnr}]), "11CF")
    assert rapport.meldinger.height > 0
    if len(fnr) == 11:
        assert not rapport.meldinger["tekst"].str.contains(fnr, literal=True).any()


def test_en_melding_sier_hva_som_ble_funnet_og_hva_som_kan_gjores(tmp_path: Path) -> None:
    meldinger = kontrollert(tmp_path, personer("11CF", 2026, [{"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "1001"}]), "11CF").meldinger
    assert meldinger.select("kontroll", "alvorlighet", "linje", "journalnr", "vaar").rows() == [("K20", "ERROR", 1, "J0", False)]
    assert meldinger["tekst"][0] == "KOMMNR_KVP_KOMM er «1001», men KVP_KOMM er 1 (ja). Oppgi et gyldig kommunenummer, eller 9999."
