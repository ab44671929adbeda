"""Statistics Norway's own published test cases for 11CF, row by row, for both reporting years."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import kontrollert, personer, skriv, ssb, tenor
from skreddersom.kjerne.kostra.kontroll import Kontrollrapport, kontroller
from skreddersom.kjerne.kostra.les import les_linjer

AARGANGER = (2025, 2026)
SITUASJON = (
    *("AVSL_ORDINAERTARB", "AVSL_ARBLONNSTILS", "AVSL_ARBMARK", "AVSL_SKOLE", "AVSL_UFORE"),
    *("AVSL_AAP", "AVSL_OK_AVKLAR", "AVSL_UTEN_OK_AVKLAR", "AVSL_ANNET", "AVSL_UKJENT"),
)
STOTTE = {
    "KVP_MED_KOMMBOS": "4",
    "KVP_MED_HUSBANKBOS": "5",
    "KVP_MED_SOSHJ_ENGANG": "9",
    "KVP_MED_SOSHJ_PGM": "8",
    "KVP_MED_SOSHJ_SUP": "7",
}
INGEN_STOTTE, NULLER = dict.fromkeys(STOTTE, " "), dict.fromkeys(STOTTE, "0")
UTEN_MANEDER = {f"STMND_{m}": "  " for m in range(1, 13)}
JANUAR = {**UTEN_MANEDER, "STMND_1": "01"}

Endring = Mapping[str, str | date]


def alder(aar: int, hele_aar: int) -> str:
    return tenor(date(aar - hele_aar, 6, 1))


def rader(aar: int) -> list[tuple[str, Endring, int]]:
    """Control, changes of a correct record, and whether the control hits."""
    gammel, nyttaar, neste = date(aar - 5, 1, 1), date(aar, 1, 1), date(aar + 1, 1, 1)
    return [
        ("K04", {"VERSION": "ab"}, True),
        ("K04", {"VERSION": "42"}, True),
        ("K04", {}, False),
        ("K04A", {"FODSELSDATO": "31122025"}, False),
        *[("K04A", {"FODSELSDATO": tegn}, True) for tegn in ("XXXXXXXX", "32132025", " " * 8)],
        *[("K05", {"PERSON_FODSELSNR": fnr}, False) for fnr in (tenor(date(1980, 5, 5)), "01010100100", "01010100200")],
        ("K05", {"PERSON_FODSELSNR": "42"}, True),
        ("K06", {"PERSON_FODSELSNR": alder(aar, 18)}, False),
        ("K06", {"PERSON_FODSELSNR": ""}, False),
        ("K06", {"PERSON_FODSELSNR": alder(aar, 17)}, True),
        ("K07", {"PERSON_FODSELSNR": alder(aar, 68)}, False),
        ("K07", {"PERSON_FODSELSNR": ""}, False),
        ("K07", {"PERSON_FODSELSNR": alder(aar, 69)}, True),
        *[("K08", {"KJONN": kode}, kode not in "12") for kode in "12 9"],
        *[("K09", {"EKTSTAT": kode}, kode not in "12345") for kode in "12345 9"],
        *[("K10", {"BU18": kode}, kode not in "12") for kode in "123"],
        *[
            ("K11", {"BU18": bu18, "ANTBU18": antall}, hit)
            for bu18, antall, hit in (("0", "0", 0), ("1", "1", 0), ("0", "1", 0), ("1", "0", 1))
        ],
        *[
            ("K12", {"BU18": bu18, "ANTBU18": antall}, hit)
            for bu18, antall, hit in (("0", "0", 0), ("1", "1", 0), ("1", "0", 0), ("0", "1", 1))
        ],
        ("K13", {"BU18": "1", "ANTBU18": "13"}, False),
        ("K13", {"BU18": "1", "ANTBU18": "14"}, True),
        *[("K14", {"REG_DATO": dato}, hit) for dato, hit in ((nyttaar, False), (gammel, True), ("aaaaaaaa", True))],
        *[("K14", {"KOMMUNE_NR": "0301", "REG_DATO": dato}, False) for dato in (gammel, "aaaaaaaa")],
        *[("K15", {"VEDTAK_DATO": dato}, hit) for dato, hit in ((nyttaar, False), (gammel, True), ("aaaaaaaa", True))],
        *[("K16", {"BEGYNT_DATO": dato}, hit) for dato, hit in ((nyttaar, False), (gammel, True), (neste, True), ("aaaaaaaa", True))],
        *[("K16", {"KOMMUNE_NR": "0301", "BEGYNT_DATO": dato}, False) for dato in (gammel, "aaaaaaaa")],
        *[("K19", {"KVP_KOMM": kode}, kode == "9") for kode in "129"],
        *[
            ("K20", {"KVP_KOMM": kode, "KOMMNR_KVP_KOMM": nr}, hit)
            for kode, nr, hit in (("1", "1106", 0), ("2", "1106", 0), ("1", "4242", 1), ("1", "", 1))
        ],
        *[
            ("K21", {"YTELSE_SOSHJELP": s, "YTELSE_TYPE_SOSHJ": t}, hit)
            for s, t, hit in (("0", "9", 0), ("1", "2", 0), ("1", "3", 0), ("1", "9", 1))
        ],
        *[("K26", {"KVP_MED_ASTONAD": kode}, kode == "9") for kode in "129"],
        *[
            ("K27", {"KVP_MED_ASTONAD": svar, **felt}, hit)
            for svar, felt, hit in (("1", STOTTE, 0), ("2", INGEN_STOTTE, 0), ("2", NULLER, 0))
        ],
        *[
            ("K27", {"KVP_MED_ASTONAD": svar, **felt}, hit)
            for svar, felt, hit in (("1", INGEN_STOTTE, 1), ("1", NULLER, 1), ("2", STOTTE, 1))
        ],
        *[("K28", {"STATUS": status, **md}, hit) for status, md, hit in (("2", UTEN_MANEDER, 0), ("1", JANUAR, 0), ("1", UTEN_MANEDER, 1))],
        *[
            ("K29", {"STATUS": status, "KVP_STONAD": kr}, hit)
            for status, kr, hit in (("X", "0", 0), ("1", "1", 0), ("1", "0", 1), ("1", "", 1), ("1", "X", 1))
        ],
        *[("K30", {"STATUS": "2", "KVP_STONAD": "", **md}, False) for md in (JANUAR, UTEN_MANEDER)],
        *[
            ("K30", {"STATUS": "1", "KVP_STONAD": kr, **md}, hit)
            for kr, md, hit in (("1", JANUAR, 0), ("0", UTEN_MANEDER, 0), ("", JANUAR, 1))
        ],
        ("K31", {"STATUS": "X", "KVP_STONAD": "1", **UTEN_MANEDER}, False),
        *[("K31", {"KVP_STONAD": kr, **md}, hit) for kr, md, hit in (("1", JANUAR, 0), ("0", UTEN_MANEDER, 0), ("1", UTEN_MANEDER, 1))],
        *[("K32", {"KVP_STONAD": kr}, kr == "600001") for kr in ("", "42", "600000", "600001")],
        *[("K36", {"STATUS": kode}, kode == "X") for kode in "1234567X"],
        *_avslutning(aar),
    ]


def _avslutning(aar: int) -> list[tuple[str, Endring, int]]:
    i_aaret = (date(aar, 1, 1), date(aar, 12, 31))
    feil: tuple[str | date, ...] = ("", date(aar - 1, 1, 1), date(aar + 1, 1, 1), f"3106{aar}")
    return [
        *[("K37", _sluttet(status, dato), False) for status in "3457" for dato in i_aaret],
        *[("K37", _sluttet(status, dato), True) for status in "3457" for dato in feil],
        ("K38", {"STATUS": "2"}, False),
        *[("K38", {"STATUS": status, "AVSL_ORDINAERTARB": kode}, kode != "01") for status in "37" for kode in ("01", "", "02")],
        *[("K39", {"STATUS": s, "AVSL_VIKTIGSTE_INNTEKT": kode}, hit) for s, kode, hit in (("1", "", 0), ("3", "01", 0), ("3", "", 1))],
    ]


def _sluttet(status: str, dato: str | date) -> Endring:
    return {"STATUS": status, "AVSL_DATO": dato}


TILFELLER = [(aar, nr, kontroll, bool(hit)) for aar in AARGANGER for nr, (kontroll, _, hit) in enumerate(rader(aar), start=1)]


@pytest.fixture(scope="module")
def rapporter(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Kontrollrapport]:
    """One file per year with a record for every row."""
    return {
        aar: kontrollert(tmp_path_factory.mktemp("ssb"), personer("11CF", aar, [e for _, e, _ in rader(aar)]), "11CF", aar)
        for aar in AARGANGER
    }


@pytest.mark.parametrize(("aar", "linje", "kontroll", "slar_ut"), TILFELLER)
def test_ssbs_eget_testtilfelle(rapporter: dict[int, Kontrollrapport], aar: int, linje: int, kontroll: str, *, slar_ut: bool) -> None:
    assert (kontroll in ssb(rapporter[aar], linje)) == slar_ut


@pytest.mark.parametrize(
    ("region", "endret", "forventet"),
    [
        ("420300", {}, []),
        ("420300", {"KOMMUNE_NR": "4242"}, ["K03"]),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": "01"}, []),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": "15"}, []),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": ""}, ["K03"]),
        ("030101", {"KOMMUNE_NR": "0301", "BYDELSNR": "42"}, ["K03"]),
        ("420300", {"BYDELSNR": "42"}, ["K03"]),
        ("420300", {"KOMMUNE_NR": "4242", "BYDELSNR": "42"}, ["K03", "K03"]),
    ],
)
def test_kommune_og_bydel(tmp_path: Path, region: str, endret: Endring, forventet: list[str]) -> None:
    assert ssb(kontrollert(tmp_path, personer("11CF", 2026, [endret]), "11CF", region=region)) == forventet


@pytest.mark.parametrize(("tegn", "kontroller_", "meldinger"), [(162, 2, 1), (152, 34, 14)])
def test_hele_skjemaet_med_bare_mellomrom(tmp_path: Path, tegn: int, kontroller_: int, meldinger: int) -> None:
    rapport = kontrollert(tmp_path, [" " * tegn], "11CF")
    assert (rapport.antall_kontroller, len(ssb(rapport))) == (kontroller_, meldinger)


@pytest.mark.parametrize("version", ["24", "XX"])
def test_ssbs_gyldige_record_med_feil_aargang(tmp_path: Path, version: str) -> None:
    """SSB's own «valid» record has dates of six characters and no date of birth."""
    datoer = dict.fromkeys(("REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO"), "010126")
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{"VERSION": version, "FODSELSDATO": "", **datoer}]), "11CF")
    assert rapport.antall_kontroller == 34
    assert ssb(rapport) == ["K04", "K04A", "K14", "K15", "K16"]


def like(**felles: str) -> Callable[[int], list[Endring]]:
    return lambda antall: [dict(felles) for _ in range(antall)]


SAMME_FNR = like(PERSON_FODSELSNR=tenor(date(1990, 1, 2)))


@pytest.mark.parametrize(
    ("endringer", "forventet"),
    [
        ([{}], []),
        ([{}, {}], []),
        (SAMME_FNR(1), []),
        (SAMME_FNR(2), ["K05A"] * 2),
        (SAMME_FNR(3), ["K05A"] * 3),
        ([{**SAMME_FNR(1)[0], "STATUS": "1"}, {**SAMME_FNR(1)[0], "STATUS": "2"}], []),
        (like(PERSON_FODSELSNR="01010100100")(2), ["K05A"] * 2),
        (like(PERSON_FODSELSNR="12345612345")(2), ["K05"] * 2),
        (like(PERSON_JOURNALNR="J9")(2), ["K05B"] * 2),
        (like(PERSON_JOURNALNR="")(2), ["K05B"] * 2),
        ([{"PERSON_JOURNALNR": " J9"}, {"PERSON_JOURNALNR": "J9"}], []),
    ],
)
def test_dubletter(tmp_path: Path, endringer: list[Endring], forventet: list[str]) -> None:
    assert ssb(kontrollert(tmp_path, personer("11CF", 2026, endringer), "11CF")) == forventet


@pytest.mark.parametrize("felles", [{"PERSON_FODSELSNR": tenor(date(1990, 1, 2))}, {"PERSON_JOURNALNR": "J9"}])
def test_dubletter_i_oslo_meldes_ikke(tmp_path: Path, felles: Endring) -> None:
    oslo = {"KOMMUNE_NR": "0301", "BYDELSNR": "01"}
    assert ssb(kontrollert(tmp_path, personer("11CF", 2026, [{**oslo, **felles}] * 2), "11CF", region="030101")) == []


def test_oslo_unntakene_gjelder_record_for_record(tmp_path: Path) -> None:
    endringer: list[Endring] = [{"PERSON_JOURNALNR": "J9"}, {"PERSON_JOURNALNR": "J9", "KOMMUNE_NR": "0301", "BYDELSNR": "01"}]
    rapport = kontrollert(tmp_path, personer("11CF", 2026, endringer), "11CF")
    assert (ssb(rapport, 1), ssb(rapport, 2)) == ([], ["K03"])


def test_dubletter_sier_hvor_de_er(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [*SAMME_FNR(2), {}, *SAMME_FNR(6)]), "11CF")
    assert "8 recorder" in rapport.meldinger["tekst"][0]
    assert "linje 1, 2, 4, 5, 6." in rapport.meldinger["tekst"][0]


def test_en_tom_fil_har_ingen_kontroller(tmp_path: Path) -> None:
    rapport = kontroller(les_linjer(skriv(tmp_path, [])), "11CF")
    assert (rapport.antall_kontroller, rapport.antall_recorder, len(rapport.meldinger)) == (0, 0, 0)


def test_alle_fnr_i_en_lang_rekke_er_ulike() -> None:
    """The helper must not make duplicates of its own."""
    numre = [tenor(date(1985, 3, 15) + timedelta(days=nr)) for nr in range(500)]
    assert len(set(numre)) == 500
