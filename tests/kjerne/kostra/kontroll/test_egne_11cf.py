"""Our own stricter controls of 11CF: silent on what is right, one finding on what is not, and never the same fault twice."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import LARVIK_FODT, kontrollert, personer, ssb, tenor, vaare
from skreddersom.kjerne.kostra.kontroll import Alvorlighet, Kontrollrapport, kontrolltabell
from skreddersom.kjerne.kostra.oppsett import AARGANGER, oppsett

Endring = Mapping[str, str | date]

SLUTT: Endring = {"STATUS": "4", "AVSL_DATO": date(2026, 4, 30), "STMND_5": ""}
SENT: Endring = {"REG_DATO": "01112026", "VEDTAK_DATO": "01122026", "BEGYNT_DATO": "02012027", "STMND_3": "", "STMND_4": "", "STMND_5": ""}
OSLO: Endring = {"KOMMUNE_NR": "0301"}

TILFELLER: list[tuple[str, Endring, list[str]]] = [
    ("riktig record", {}, []),
    ("fødselsdato ulik fnr", {"FODSELSDATO": date(1990, 3, 16)}, ["S01"]),
    ("fødselsdato i et annet hundreår", {"FODSELSDATO": "15031885", "PERSON_FODSELSNR": tenor(LARVIK_FODT)}, ["S01"]),
    ("hjelpenummer med samme dag", {"FODSELSDATO": "01051960", "PERSON_FODSELSNR": "01056000100"}, []),
    ("hjelpenummer med en annen dag", {"FODSELSDATO": "02051960", "PERSON_FODSELSNR": "01056000100"}, ["S01"]),
    ("ugyldig fnr sammenlignes ikke", {"FODSELSDATO": "02051960", "PERSON_FODSELSNR": "12345612345"}, []),
    ("fødselsdato mangler", {"FODSELSDATO": ""}, []),
    ("kjønn ulikt fnr", {"KJONN": "2"}, ["S02"]),
    ("kvinne", {"KJONN": "2", "PERSON_FODSELSNR": tenor(LARVIK_FODT, mann=False), "FODSELSDATO": LARVIK_FODT}, []),
    ("mann med kvinnes nummer", {"PERSON_FODSELSNR": tenor(LARVIK_FODT, mann=False, nr=1), "FODSELSDATO": LARVIK_FODT}, ["S02"]),
    ("ukjent kjønnskode", {"KJONN": "9"}, []),
    ("ufødt har ikke kjønn", {"PERSON_FODSELSNR": "01056099999", "FODSELSDATO": "01051960"}, []),
    ("fnr med bare nuller", {"PERSON_FODSELSNR": "00000000000"}, ["S02", "S03"]),
    ("fnr med æøå i saksbehandler", {"SAKSBEHANDLER": "Åse"}, ["S09"]),
    ("negativt beløp", {"STATUS": "2", "KVP_STONAD": "-1"}, ["S07"]),
    ("negativt antall barn", {"ANTBU18": "-1"}, ["S07"]),
    ("to negative tall er ett funn", {"STATUS": "2", "KVP_STONAD": "-1", "ANTBU18": "-1"}, ["S07"]),
    ("blankt journalnummer", {"PERSON_JOURNALNR": ""}, ["S08"]),
    *[(f"31.02 i {navn}", {navn: "31022026"}, ["S04"]) for navn in ("REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO")],
    ("31.02 som fødselsdato", {"FODSELSDATO": "31021985"}, ["S04"]),
    ("søppel i dato sier SSB fra om", {"REG_DATO": "XXXXXXXX"}, []),
    ("søppel i dato i Oslo sier ikke SSB fra om", {**OSLO, "REG_DATO": "XXXXXXXX"}, ["S04"]),
    ("31.06 som slutt sier SSB fra om", {**SLUTT, "AVSL_DATO": "31062026"}, []),
    ("31.06 som slutt ved flytting mellom bydeler", {**OSLO, "STATUS": "6", "AVSL_DATO": "31062026"}, ["S04"]),
    ("bare nuller er ingen dato", {**OSLO, "STATUS": "6", "AVSL_DATO": "00000000"}, []),
    ("fødselsdato i framtiden", {"FODSELSDATO": "01012030", "PERSON_FODSELSNR": "42"}, ["S05"]),
    ("søknad etter året", {"REG_DATO": "02012027", "VEDTAK_DATO": "02012027"}, ["S05", "S05", "S20"]),
    ("begynt etter året sier SSB fra om", SENT, []),
    ("begynt etter året i Oslo", {**OSLO, **SENT}, ["S05"]),
    ("ulovlig kode i felt som bare krysses", {"YTELSE_INTRO": "9"}, ["S06"]),
    ("tre ulovlige koder er tre funn", {"YTELSE_INTRO": "X", "YTELSE_TILTAKSPENGER": "9", "YTELSE_FOLKETRYGDL": "1"}, ["S06"] * 3),
    ("null er ikke krysset", {"YTELSE_INTRO": "0", "STMND_1": "00"}, []),
    ("feil måneds kode", {"STMND_1": "02"}, ["S06"]),
    ("én gyldig og én ugyldig støtte", {"KVP_MED_ASTONAD": "1", "KVP_MED_KOMMBOS": "4", "KVP_MED_HUSBANKBOS": "9"}, ["S06"]),
    ("ulovlig kode SSB sier fra om", {"STATUS": "9", "KJONN": "X", "KVP_KOMM": "5"}, []),
    ("ulovlig type sier SSB fra om ved sosialhjelp", {"YTELSE_SOSHJELP": "1", "YTELSE_TYPE_SOSHJ": "9"}, []),
    ("ulovlig type uten sosialhjelp", {"YTELSE_TYPE_SOSHJ": "9"}, ["S06"]),
    ("ulovlig inntektskilde ved status 4", {**SLUTT, "AVSL_VIKTIGSTE_INNTEKT": "99"}, ["S06"]),
    ("ulovlig inntektskilde ved status 3", {**SLUTT, "STATUS": "3", "AVSL_SKOLE": "04", "AVSL_VIKTIGSTE_INNTEKT": "99"}, []),
    ("vedtak før søknad", {"REG_DATO": date(2026, 2, 2)}, ["S20"]),
    ("start før vedtak", {"VEDTAK_DATO": date(2026, 3, 2)}, ["S20"]),
    ("søknad, vedtak og start samme dag", dict.fromkeys(("REG_DATO", "VEDTAK_DATO"), date(2026, 3, 1)), []),
    ("slutt før start", {**SLUTT, "AVSL_DATO": date(2026, 2, 28), "STMND_3": "", "STMND_4": ""}, ["S20"]),
    ("start seks måneder etter søknaden", {"REG_DATO": date(2025, 9, 1)}, []),
    ("start seks måneder og en dag etter søknaden", {"REG_DATO": date(2025, 8, 31)}, ["S21"]),
    ("siste i august til siste i februar", {"REG_DATO": date(2025, 8, 31), "BEGYNT_DATO": date(2026, 2, 28)}, []),
    ("sen start fra annen kommune", {"REG_DATO": date(2024, 1, 1), "KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "4204"}, []),
    ("måned før start", {"STMND_2": "02"}, ["S22"]),
    ("startmåneden er med", {"BEGYNT_DATO": date(2026, 3, 31)}, []),
    ("begynt i fjor", {"REG_DATO": "01052025", "VEDTAK_DATO": "01052025", "BEGYNT_DATO": "01062025", "STMND_1": "01"}, []),
    ("sluttmåneden er med", SLUTT, []),
    ("måned etter slutt", {**SLUTT, "STMND_5": "05"}, ["S22"]),
    ("annen kommune uten å ha kommet derfra", {"KOMMNR_KVP_KOMM": "4204"}, ["S23"]),
    ("søppel i annen kommune er ett funn", {"KOMMNR_KVP_KOMM": "XXXX"}, ["S23"]),
    ("nuller i annen kommune", {"KOMMNR_KVP_KOMM": "0000"}, []),
    ("annen kommune når svaret er ulovlig", {"KVP_KOMM": "9", "KOMMNR_KVP_KOMM": "XXXX"}, ["S06"]),
    ("kom fra egen kommune", {"KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "4203"}, ["S24"]),
    ("kom fra en annen bydel i Oslo", {**OSLO, "KVP_KOMM": "1", "KOMMNR_KVP_KOMM": "0301"}, []),
    ("type uten sosialhjelp", {"YTELSE_TYPE_SOSHJ": "2"}, ["S25"]),
    ("type med sosialhjelp", {"YTELSE_SOSHJELP": "1", "YTELSE_TYPE_SOSHJ": "2"}, []),
    ("avslutning ved status 1", {"AVSL_DATO": date(2026, 4, 30), "AVSL_SKOLE": "04"}, ["S26"]),
    ("søppel i avslutning ved status 2", {"STATUS": "2", "AVSL_DATO": "X", "AVSL_AAP": "99", "AVSL_VIKTIGSTE_INNTEKT": "XX"}, ["S26"]),
    ("nuller i avslutning ved status 1", {"AVSL_DATO": "00000000", "AVSL_AAP": "00"}, []),
    ("status 6 utenfor Oslo", {"STATUS": "6"}, ["S27"]),
    ("status 6 i Oslo", {**OSLO, "STATUS": "6"}, []),
]  # fmt: skip


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Kontrollrapport:
    return kontrollert(tmp_path_factory.mktemp("egne"), personer("11CF", 2026, [endret for _, endret, _ in TILFELLER]), "11CF")


@pytest.mark.parametrize(("linje", "navn", "forventet"), [(nr, navn, ventet) for nr, (navn, _, ventet) in enumerate(TILFELLER, start=1)])
def test_akkurat_disse_funnene(rapport: Kontrollrapport, linje: int, navn: str, forventet: list[str]) -> None:
    assert vaare(rapport, linje) == forventet, navn


def test_egne_funn_er_merket_og_bare_advarsler(rapport: Kontrollrapport) -> None:
    egne = rapport.meldinger.filter(rapport.meldinger["vaar"])
    assert set(egne["alvorlighet"]) == {"WARNING"}
    assert egne["kontroll"].str.starts_with("S").all()
    assert not egne["tekst"].is_null().any()


def test_bare_egne_funn_gir_advarsel_for_hele_fila(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{"KJONN": "2"}]), "11CF")
    assert (ssb(rapport), vaare(rapport), rapport.alvorlighet, rapport.returkode) == ([], ["S02"], Alvorlighet.WARNING, 1)


@pytest.mark.parametrize(
    ("endret", "tekst"),
    [
        ({"STMND_1": "01", "STMND_2": "02"}, "STMND_1, STMND_2 er krysset, men da var ikke deltakeren i program etter BEGYNT_DATO"),
        ({"VEDTAK_DATO": date(2026, 1, 9)}, "VEDTAK_DATO (09.01.2026) er før REG_DATO (10.01.2026). Kontroller begge datoene."),
        ({"AVSL_SKOLE": "04", "AVSL_AAP": "14"}, "AVSL_SKOLE, AVSL_AAP er fylt ut, men STATUS 1 betyr at programmet ikke er avsluttet."),
        ({"KJONN": "2"}, "KJONN er «2», men fødselsnummeret tilhører en mann. Kontroller begge mot folkeregisteret."),
        ({"ANTBU18": "-1"}, "ANTBU18 er mindre enn 0."),
        ({"YTELSE_INTRO": "9"}, "YTELSE_INTRO er «9», som ikke er feltets kode 4. Rett koden, eller la feltet stå blankt."),
        ({"YTELSE_TYPE_SOSHJ": "9"}, "YTELSE_TYPE_SOSHJ er «9», som ikke er blant kodene 2, 3."),
        ({"KVP_KOMM": "9", "KOMMNR_KVP_KOMM": "X"}, "KOMMNR_KVP_KOMM er «X», som ikke er et kommunenummer i SSBs liste."),
        ({"SAKSBEHANDLER": "Åse \x1b[31m"}, "Linja har tegn som æ, ø eller å."),
        ({"KOMMNR_KVP_KOMM": "\x1b[3m"}, "KOMMNR_KVP_KOMM er «�[3m», men KVP_KOMM er 2 (nei)."),
    ],
)
def test_teksten_sier_hva_som_ble_funnet(tmp_path: Path, endret: Endring, tekst: str) -> None:
    meldinger = kontrollert(tmp_path, personer("11CF", 2026, [endret]), "11CF").meldinger
    assert meldinger.filter(meldinger["vaar"])["tekst"][0].startswith(tekst)


def test_for_stor_sum_gjelder_hele_fila(tmp_path: Path) -> None:
    hver = 599_999
    antall = 2**31 // hver + 1
    fil = personer("11CF", 2026, [{"KVP_STONAD": str(hver)}] * antall)
    rapport = kontrollert(tmp_path, fil, "11CF")
    assert rapport.meldinger.select("kontroll", "linje", "journalnr").rows() == [("S10", None, None)]
    assert vaare(kontrollert(tmp_path, fil[:-1], "11CF")) == []


@pytest.mark.parametrize("aar", AARGANGER)
def test_en_riktig_record_er_stille_alle_aar(tmp_path: Path, aar: int) -> None:
    assert kontrollert(tmp_path, personer("11CF", aar, [{}, {}, {}]), "11CF", aar).meldinger.is_empty()


@pytest.mark.parametrize("aar", [2022, 2023, 2024])
def test_gamle_oppsett_kontrolleres_bare_av_oss(tmp_path: Path, aar: int) -> None:
    """Also what SSB's program would have said, it no longer says."""
    endringer: list[Endring] = [
        {"KJONN": "2"},
        {"KJONN": "9"},
        {"REG_DATO": f"3102{aar % 100}"},
        {"BEGYNT_DATO": "XXXXXX"},
        {"BEGYNT_DATO": date(aar + 1, 1, 1), "REG_DATO": date(aar, 12, 1), "VEDTAK_DATO": date(aar, 12, 1)},
        {"STMND_2": "02"},
        {"STATUS": "3", "AVSL_DATO": "XXXXXX", "AVSL_VIKTIGSTE_INNTEKT": "99"},
    ]
    rapport = kontrollert(tmp_path, personer("11CF", aar, endringer), "11CF", aar)
    assert [vaare(rapport, linje) for linje in range(1, 8)] == [["S02"], ["S06"], ["S04"], ["S04"], ["S05", "S22"], ["S22"], ["S04", "S06"]]
    assert ssb(rapport) == []
    assert (rapport.antall_kontroller, rapport.alvorlighet) == (0, Alvorlighet.WARNING)
    assert rapport.merknader == (f"SSBs kontrollprogram tar ikke imot oppsettet fra {aar}. Bare Skreddersøms egne kontroller er kjørt.",)


@pytest.mark.parametrize("skjema", ["11F", "11CF"])
@pytest.mark.parametrize("aar", AARGANGER)
def test_hver_egen_kontroll_har_en_grunn_og_et_fast_nummer(skjema: str, aar: int) -> None:
    egne = kontrolltabell(oppsett("11F" if skjema == "11F" else "11CF", aar), regler=0)
    assert all(k.vaar and k.grunn and k.alvorlighet is Alvorlighet.WARNING for k in egne)
    assert len({k.id: k.grunn for k in egne}) == len({(k.id, k.grunn) for k in egne})
