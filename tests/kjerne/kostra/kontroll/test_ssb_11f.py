"""Statistics Norway's own published test cases for 11F, row by row, under the 2026 rules."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import kontrollert, personer, ssb, tenor
from skreddersom.kjerne.kostra.kontroll import Kontrollrapport
from skreddersom.kjerne.kostra.kontroll.ssb_11f import VILKAR
from skreddersom.kjerne.kostra.oppsett import MANED

Endring = Mapping[str, str | date]

UTEN_MANEDER: Endring = {f"STMND_{m}": "  " for m in range(1, 13)}
DUF = "201017238203"
UGYLDIGE_DUF = ("201012345678", "ABCDEFGHIJKL", "123456", "241012192200", "010000000400")
LIVSOPPHOLD = (("K15", "1", "01"), ("K16", "2", "03"), ("K17", "4", "03"), ("K18", "6", "09"), ("K19", "8", "10"))
SVAR = {"K32": "GITT_OKONOMIRAD", "K33": "FAAT_INDIVIDUELL_PLAN", "K35": "BOSIT", "K39": "VILKARSOSLOV", "K40": "VILKARSAMEKT"}


def alder(hele_aar: int) -> str:
    return tenor(date(2026 - hele_aar, 6, 1))


def belop(navn: str, sum_: str, januar: str) -> Endring:
    return {navn: sum_, **{f"{navn}_{m}": "" for m in MANED}, f"{navn}_JAN": januar}


def trygd(kode: str, bu18: str, antall: str) -> Endring:
    return {"TRYGDESIT": kode, "BU18": bu18, "ANTBU18": antall}


RADER: list[tuple[str, Endring, int]] = [
    *[("K002", {"ANTBU18": tegn}, hit) for tegn, hit in (("", False), (" 1", False), ("1 ", False), ("X", True))],
    *[("K002", {"BIDRAG_JAN": tegn}, hit) for tegn, hit in (("      1", False), ("FAIL!", True), ("3,5", True), ("3.5", True))],
    *[("K002", {"UTBETDATO": tegn}, hit) for tegn, hit in (("", False), ("01012023", False), ("BIG FAIL", True))],
    *[("K002", {"SAKSBEHANDLER": tegn}, not tegn) for tegn in ("SB1", "")],
    *[("K002", {"KJONN": tegn}, tegn not in "12") for tegn in "129"],
    *[("K04", {"VERSION": tegn}, tegn != "26") for tegn in ("26", "ab", "42")],
    *[("K04A", {"FODSELSDATO": tegn}, tegn != "31122025") for tegn in ("31122025", "XXXXXXXX", "32132025", "")],
    *[("K05", {"PERSON_FODSELSNR": fnr}, False) for fnr in (alder(40), "01010100100", "01010100200", "05011399292", "41011088188")],
    *[("K05", {"PERSON_FODSELSNR": fnr}, False) for fnr in ("01840699478", "05012999999")],
    *[("K05", {"PERSON_FODSELSNR": fnr}, True) for fnr in ("42", "12345612345", "01840612345", "01020304050", "01000000040")],
    *[("K06", {"PERSON_FODSELSNR": fnr}, hit) for fnr, hit in ((alder(18), False), ("", True), (alder(17), True))],
    *[("K07", {"PERSON_FODSELSNR": fnr}, hit) for fnr, hit in ((alder(95), False), ("", False), (alder(96), True), (alder(97), True))],
    *[("K08", {"KJONN": kode}, kode not in "12") for kode in "12 9"],
    *[("K09", {"EKTSTAT": kode}, kode not in "12345") for kode in "12345 9"],
    *[("K10", {"BU18": kode}, kode == "3") for kode in "123"],
    *[("K11", {"BU18": ja, "ANTBU18": antall}, hit) for ja, antall, hit in (("0", "0", 0), ("1", "1", 0), ("0", "1", 0), ("1", "0", 1))],
    *[("K12", {"BU18": ja, "ANTBU18": antall}, hit) for ja, antall, hit in (("0", "0", 0), ("1", "1", 0), ("1", "0", 0), ("0", "1", 1))],
    *[("K13", {"BU18": "1", "ANTBU18": antall}, antall == "14") for antall in ("13", "14")],
    *[("K14", {"VKLO": kode}, kode == "0") for kode in "10"],
    *[(k, {"VKLO": "0", "ARBSIT": "00"}, False) for k in ("K15", "K16", "K17", "K18", "K19")],
    *[(k, {"VKLO": v, "ARBSIT": a}, False) for k, v, a in LIVSOPPHOLD],
    *[(k, {"VKLO": v, "ARBSIT": "00"}, True) for k, v, _ in LIVSOPPHOLD],
    *[("K20_B", {"VKLO": v, "TRYGDESIT": t}, hit) for v, t, hit in (("0", "00", False), ("3", "10", False), ("3", "00", True))],
    *[("K21", {"VKLO": v, "ARBSIT": a}, hit) for v, a, hit in (("0", "00", False), ("5", "02", False), ("5", "00", True))],
    *[("K22", {"TRYGDESIT": kode}, kode == "XX") for kode in ("01", "XX")],
    ("K23A", {"TRYGDESIT": "00", "PERSON_FODSELSNR": alder(0)}, False),
    ("K23A", {"TRYGDESIT": "07", "PERSON_FODSELSNR": alder(62)}, False),
    ("K23A", {"TRYGDESIT": "07", "PERSON_FODSELSNR": alder(61)}, True),
    ("K23A", {"TRYGDESIT": "07", "PERSON_FODSELSNR": "32138800000"}, True),
    ("K23B", trygd("00", "0", "0"), False),
    ("K23B", trygd("05", "1", "1"), False),
    ("K23C", trygd("00", "0", "0"), False),
    ("K23C", trygd("13", "1", "1"), False),
    *[(k, trygd(t, ja, antall), True) for k, t in (("K23B", "05"), ("K23C", "13")) for ja, antall in ("00", "10", "1 ", "20", "2 ")],
    *[("K24", {"TRYGDESIT": t, "ARBSIT": a}, hit) for t, a, hit in (("00", "00", 0), ("04", "02", 0), ("04", "01", 1), ("04", "XX", 1))],
    ("K24B", {"VKLO": "0", "TRYGDESIT": "00", "ARBSIT": "00"}, False),
    ("K24B", {"VKLO": "3", "TRYGDESIT": "01", "ARBSIT": "00"}, False),
    ("K24B", {"VKLO": "3", "TRYGDESIT": "11", "ARBSIT": "01"}, False),
    ("K24B", {"VKLO": "3", "TRYGDESIT": "11", "ARBSIT": "08"}, True),
    *[("K25", {"ARBSIT": kode}, kode == "XX") for kode in ("01", "XX")],
    *[("K26", {**UTEN_MANEDER, "STMND_1": kode}, kode == "XX") for kode in ("01", "XX")],
    *[("K27", {"BIDRAG": b, "LAAN": lan}, False) for b, lan in (("1000", "0"), ("0", "1000"))],
    *[("K27", {"BIDRAG": tegn, "LAAN": tegn}, True) for tegn in ("", "XX", "0")],
    *[("K30", {"BIDRAG": b, "LAAN": lan}, hit) for b, lan, hit in (("1000000", "0", 0), ("1000000", "1", 1), ("1", "1000000", 1))],
    *[("K31", {"BIDRAG": b, "LAAN": lan}, hit) for b, lan, hit in (("1000", "0", 0), ("200", "0", 1), ("0", "200", 1))],
    *[(k, {navn: kode}, kode == "X") for k, navn in SVAR.items() for kode in "1X"],
    *[("K36", belop("BIDRAG", sum_, januar), hit) for januar, sum_, hit in (("0", "0", 0), ("1", "1", 0), ("0", "1", 1), ("", "1", 1))],
    *[("K37", belop("LAAN", sum_, januar), hit) for januar, sum_, hit in (("0", "0", 0), ("1", "1", 0), ("0", "1", 1), ("", "1", 1))],
    *[("K38", {"PERSON_FODSELSNR": f, "PERSON_DUF": d}, hit) for f, d, hit in ((alder(40), "", False), ("", DUF, False), ("", "", True))],
    *[("K38", {"PERSON_FODSELSNR": "", "PERSON_DUF": duf}, False) for duf in (DUF, "200816832910")],
    *[("K38", {"PERSON_FODSELSNR": "", "PERSON_DUF": duf}, True) for duf in UGYLDIGE_DUF],
    *[("K41", {"VILKARSOSLOV": v, "UTBETDATO": dato}, hit) for v, dato, hit in (("X", "", 0), ("1", "01012026", 0), ("1", "", 1))],
    *[("K42", {"VILKARSOSLOV": v, "UTBETTOMDATO": dato}, hit) for v, dato, hit in (("X", "", 0), ("1", "01012026", 0), ("1", "", 1))],
    *[("K43", {"VILKARSOSLOV": v, "VILKARARBEID": kode}, hit) for v, kode, hit in (("2", "XX", 0), ("1", "16", 0), ("1", "XX", 1))],
]  # fmt: skip


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Kontrollrapport:
    """One file with a record for every row."""
    return kontrollert(tmp_path_factory.mktemp("ssb"), personer("11F", 2026, [endret for _, endret, _ in RADER]), "11F")


@pytest.mark.parametrize(("linje", "kontroll", "slar_ut"), [(nr, k, bool(hit)) for nr, (k, _, hit) in enumerate(RADER, start=1)])
def test_ssbs_eget_testtilfelle(rapport: Kontrollrapport, linje: int, kontroll: str, *, slar_ut: bool) -> None:
    assert (kontroll in ssb(rapport, linje)) == slar_ut


def test_antall_kontroller_er_48_per_record(rapport: Kontrollrapport) -> None:
    assert rapport.antall_kontroller == 48 * len(RADER)


@pytest.mark.parametrize(
    ("region", "endret", "forventet"),
    [
        ("420300", {}, []),
        ("420300", {"KOMMUNE_NR": "4242"}, ["K03"]),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": "01"}, []),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": ""}, ["K002", "K03"]),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": "42"}, ["K03"]),
        ("420300", {"BYDELSNR": "42"}, ["K03"]),
    ],
)
def test_kommune_og_bydel(tmp_path: Path, region: str, endret: Endring, forventet: list[str]) -> None:
    assert ssb(kontrollert(tmp_path, personer("11F", 2026, [endret]), "11F", region=region)) == forventet


def test_bydeler_fra_hele_oslo_godtas_i_fila_for_en_bydel(tmp_path: Path) -> None:
    endringer: list[Endring] = [{"KOMMUNE_NR": "0301", "BYDELSNR": bydel} for bydel in ("01", "05", "15")]
    assert ssb(kontrollert(tmp_path, personer("11F", 2026, endringer), "11F", region="030101")) == []


@pytest.mark.parametrize(("tegn", "kontroller", "meldinger"), [(348, 2, 1), (338, 48, 39)])
def test_hele_skjemaet_med_bare_mellomrom(tmp_path: Path, tegn: int, kontroller: int, meldinger: int) -> None:
    rapport = kontrollert(tmp_path, [" " * tegn], "11F")
    antall = rapport.meldinger.filter(~rapport.meldinger["vaar"]).height
    assert (rapport.antall_kontroller, antall) == (kontroller, meldinger)


@pytest.mark.parametrize("version", ["24", "XX"])
def test_ssbs_gyldige_record_utloser_selv_bydelsfeilen(tmp_path: Path, version: str) -> None:
    endret: Endring = {"VERSION": version, "FODSELSDATO": "", "TRYGDESIT": "", "LAAN": "", "VKLO": "1"}
    rapport = kontrollert(tmp_path, personer("11F", 2026, [endret]), "11F")
    ider = rapport.meldinger.filter(~rapport.meldinger["vaar"])["kontroll"].to_list()
    assert rapport.antall_kontroller == 48
    assert ider == ["K002", "K002", "K002", "K002", "K04", "K04A", "K15", "K22"]


@pytest.mark.parametrize(
    ("endringer", "forventet"),
    [
        ([{}, {}], []),
        ([{"PERSON_FODSELSNR": alder(40)}] * 2, ["K05A"] * 2),
        ([{"PERSON_JOURNALNR": "J9"}] * 2, ["K05B"] * 2),
        ([{"PERSON_JOURNALNR": ""}] * 2, ["K002", "K05B"] * 2),
        ([{"PERSON_FODSELSNR": "01019000100"}] * 2, []),
    ],
)
def test_dubletter(tmp_path: Path, endringer: list[Endring], forventet: list[str]) -> None:
    assert ssb(kontrollert(tmp_path, personer("11F", 2026, endringer), "11F")) == forventet


def test_oslo_har_ingen_unntak_for_dubletter(tmp_path: Path) -> None:
    oslo: Endring = {"KOMMUNE_NR": "0301", "BYDELSNR": "01", "PERSON_FODSELSNR": alder(40), "PERSON_JOURNALNR": "J9"}
    assert ssb(kontrollert(tmp_path, personer("11F", 2026, [oslo, oslo]), "11F", region="030101")) == ["K05A", "K05B"] * 2


def test_hvert_av_de_tolv_vilkarene_er_nok(tmp_path: Path) -> None:
    koder = ("16", "17", "04", "06", "07", "08", "10", "18", "14", "15", "19", "20")
    datoer: Endring = {"VILKARSOSLOV": "1", "UTBETDATO": "01012026", "UTBETTOMDATO": "31012026"}
    endringer = [{**datoer, felt: kode} for felt, kode in zip(VILKAR, koder, strict=True)]
    assert ssb(kontrollert(tmp_path, personer("11F", 2026, endringer), "11F")) == []
