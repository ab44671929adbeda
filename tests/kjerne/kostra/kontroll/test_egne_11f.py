"""Our own stricter controls of 11F: silent on what is right, one finding on what is not, and never the same fault twice."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import kontrollert, personer, ssb, tenor, vaare
from skreddersom.kjerne.kostra.kontroll import Kontrollrapport
from skreddersom.kjerne.kostra.oppsett import AARGANGER, MANED

Endring = Mapping[str, str | date]

VILKAR: Endring = {"VILKARSOSLOV": "1", "UTBETDATO": "01032026", "UTBETTOMDATO": "31052026", "VILKARARBEID": "16"}
UNNTAK: Endring = {"VEDTAKDATO": "01062026", "VEDTAKHELSE": "03"}


def fodt(dag: date) -> Endring:
    return {"FODSELSDATO": dag, "PERSON_FODSELSNR": tenor(dag)}


UNG = fodt(date(2000, 6, 2))
TILFELLER: list[tuple[str, Endring, list[str]]] = [
    ("riktig record", {}, []),
    ("fødselsdato ulik fnr", {"FODSELSDATO": date(1990, 3, 16)}, ["S01"]),
    ("kjønn ulikt fnr", {"KJONN": "2"}, ["S02"]),
    ("fnr uten mulig dato", {"PERSON_FODSELSNR": "00000000000", "KJONN": "2"}, ["S03"]),
    ("æøå", {"PERSON_JOURNALNR": "JØ1"}, ["S09"]),
    ("blankt journalnummer sier SSB fra om", {"PERSON_JOURNALNR": ""}, []),
    ("negativ måned", {"BIDRAG_MARS": "30000", "BIDRAG_APRIL": "-10000"}, ["S07"]),
    ("uleselig beløp sier SSB fra om", {"BIDRAG_APRIL": "FAIL!"}, []),
    ("kryss uten beløp", {"STMND_6": "06"}, ["S40"]),
    ("alt utbetalt i én måned", {"STMND_12": "12", "BIDRAG_MARS": "30000", "BIDRAG_APRIL": "", "BIDRAG_MAI": ""}, ["S40"]),
    ("beløpene er ikke fordelt", {f"BIDRAG_{m}": "" for m in MANED}, []),
    ("beløp uten kryss", {"STMND_4": ""}, ["S41"]),
    ("lån uten kryss", {"LAAN": "500", "LAAN_DES": "500"}, ["S41"]),
    ("bare lån i en krysset måned", {"BIDRAG_MAI": "", "LAAN_MAI": "10000", "BIDRAG": "20000", "LAAN": "10000"}, []),
    ("vilkår", VILKAR, []),
    ("vilkår som slutter før det begynner", {**VILKAR, "UTBETDATO": "01062026"}, ["S42"]),
    ("vilkår på samme dag", {**VILKAR, "UTBETDATO": "31052026"}, []),
    ("vilkår fra i fjor", {**VILKAR, "UTBETDATO": "31122025"}, ["S43"]),
    ("vilkår som varer inn i neste år", {**VILKAR, "UTBETTOMDATO": "31012027"}, []),
    ("vilkår som varer i det uendelige", {**VILKAR, "UTBETTOMDATO": "31122099"}, ["S43"]),
    ("vilkår i 2019", {**VILKAR, "UTBETDATO": "01032019", "UTBETTOMDATO": "31032019"}, ["S43"]),
    ("31.02 som vilkårsdato", {**VILKAR, "UTBETDATO": "31022026"}, ["S04"]),
    ("søppel i vilkårsdato sier SSB fra om", {**VILKAR, "UTBETDATO": "XXXXXXXX"}, []),
    ("dato uten vilkår", {"UTBETDATO": "01052026"}, ["S45"]),
    ("type uten vilkår", {"VILKARKURS": "17"}, ["S45"]),
    ("vilkår bare til partneren", {"VILKARSAMEKT": "1", "EKTSTAT": "2", "VILKARKURS": "17", "SANKSJONRED": "01"}, []),
    ("sanksjon uten vilkår", {"SANKSJONRED": "01", "SANKSJONANDRE": "02"}, ["S44"]),
    ("sanksjon med vilkår", {**VILKAR, "SANKSJONRED": "01"}, []),
    ("unntak for en under 30", {**UNG, **UNNTAK}, []),
    ("unntak dagen før 30-årsdagen", {**fodt(date(1996, 6, 2)), **UNNTAK}, []),
    ("unntak på 30-årsdagen", {**fodt(date(1996, 6, 1)), **UNNTAK}, ["S46"]),
    ("unntak uten dato for en på 41", {"VEDTAKARB": "01"}, ["S46", "S47"]),
    ("unntak uten dato for en ung", {**UNG, "VEDTAKARB": "01", "VEDTAKGRUNN": "04"}, ["S47"]),
    ("unntak uten begrunnelse", {**UNG, "VEDTAKDATO": "01062026"}, ["S47"]),
    ("unntak i et annet år", {**UNG, **UNNTAK, "VEDTAKDATO": "01062019"}, ["S48"]),
    ("både vilkår og unntak", {**UNG, **VILKAR, **UNNTAK}, []),
    ("under 30 uten vilkår og unntak", UNG, ["S49"]),
    ("under 30 med vilkår", {**UNG, **VILKAR}, []),
    ("fyller 30 i året", fodt(date(1996, 12, 31)), []),
    ("fyller 30 året etter", fodt(date(1997, 1, 1)), ["S49"]),
    ("fyller 18 i året", fodt(date(2008, 1, 2)), []),
    ("fylte 18 ved nyttår", fodt(date(2008, 1, 1)), ["S49"]),
    ("ung med ukjent fødselsdato", {"FODSELSDATO": "", "PERSON_FODSELSNR": "42"}, []),
    ("partners inntekt for en ugift", {"VKLO": "7"}, ["S50"]),
    ("partners inntekt for en samboer", {"VKLO": "7", "EKTSTAT": "3"}, []),
    ("vilkår til partneren til en enke", {"EKTSTAT": "5", "VILKARSAMEKT": "1"}, ["S50"]),
    ("KVP og kvalifiseringsstønad", {"ARBSIT": "10", "VKLO": "8"}, []),
    ("KVP og annen inntekt", {"ARBSIT": "10", "VKLO": "9"}, ["S51"]),
    ("KVP og trygd", {"ARBSIT": "10", "VKLO": "3", "TRYGDESIT": "11"}, ["S51"]),
    ("KVP og sosialhjelp sier SSB fra om", {"ARBSIT": "10", "VKLO": "5"}, []),
    ("kvalifiseringsstønad uten KVP sier SSB fra om", {"ARBSIT": "07", "VKLO": "8"}, []),
    ("DUF med søppel", {"PERSON_DUF": "XXXX"}, ["S52"]),
    ("riktig DUF", {"PERSON_DUF": "201017238203"}, []),
    ("DUF uten fnr sier SSB fra om", {"PERSON_FODSELSNR": "", "PERSON_DUF": "XXXX"}, []),
    ("ulovlige koder sier SSB fra om", {"VILKARKURS": "99", "BOSIT": "9", "STMND_1": "99"}, []),
]  # fmt: skip


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Kontrollrapport:
    return kontrollert(tmp_path_factory.mktemp("egne"), personer("11F", 2026, [endret for _, endret, _ in TILFELLER]), "11F")


@pytest.mark.parametrize(("linje", "navn", "forventet"), [(nr, navn, ventet) for nr, (navn, _, ventet) in enumerate(TILFELLER, start=1)])
def test_akkurat_disse_funnene(rapport: Kontrollrapport, linje: int, navn: str, forventet: list[str]) -> None:
    assert vaare(rapport, linje) == forventet, navn


def test_manedene_navngis(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11F", 2026, [{"STMND_3": "", "STMND_4": "", "STMND_6": "06"}]), "11F")
    egne = rapport.meldinger.filter(rapport.meldinger["vaar"])["tekst"]
    assert [tekst.split(",")[0] for tekst in egne] == ["STMND_6 er krysset", "STMND_3"]
    assert egne[1].startswith("STMND_3, STMND_4 er ikke krysset")


@pytest.mark.parametrize("aar", AARGANGER)
def test_en_riktig_record_er_stille_alle_aar(tmp_path: Path, aar: int) -> None:
    rapport = kontrollert(tmp_path, personer("11F", aar, [{}, {}, {}]), "11F", aar)
    assert (ssb(rapport), vaare(rapport)) == ([], [])


REGLER_2025: list[tuple[Endring, list[str]]] = [
    ({"VILKARKURS": "99"}, ["S06"]),
    ({"BOSIT": "9"}, []),
    ({"VEDTAKDATO": "XXXXXXXX", "VEDTAKARB": "01"}, ["S04", "S46"]),
    ({"UTBETDATO": "XXXXXXXX"}, ["S04", "S45"]),
    ({"VILKARSOSLOV": "1", "UTBETDATO": "XXXXXXXX", "UTBETTOMDATO": "01062025", "VILKARKURS": "17"}, []),
    ({"PERSON_JOURNALNR": ""}, ["S08"]),
]


def test_under_2025_reglene_sier_vi_fra_om_det_kontroll_002_ikke_gjor(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11F", 2025, [endret for endret, _ in REGLER_2025]), "11F", 2025)
    assert [vaare(rapport, linje) for linje in range(1, len(REGLER_2025) + 1)] == [ventet for _, ventet in REGLER_2025]


@pytest.mark.parametrize("aar", [2022, 2023, 2024])
def test_gamle_oppsett_kontrolleres_bare_av_oss(tmp_path: Path, aar: int) -> None:
    """The date of birth is then only in the fødselsnummer, and the age is worked out from it."""
    ung = {"PERSON_FODSELSNR": tenor(date(aar - 25, 1, 1))}
    endringer: list[Endring] = [
        {"KJONN": "2"},
        {"BOSIT": "9"},
        ung,
        {**ung, "VEDTAKDATO": date(aar, 6, 1), "VEDTAKHELSE": "03"},
        {"VEDTAKDATO": date(aar, 6, 1), "VEDTAKHELSE": "03"},
        {"ARBSIT": "10", "VKLO": "5"},
        {"ARBSIT": "07", "VKLO": "8"},
        {"VILKARKURS": "17"},
        {"UTBETDATO": "310299"},
    ]
    rapport = kontrollert(tmp_path, personer("11F", aar, endringer), "11F", aar)
    forventet = [["S02"], ["S06"], ["S49"], [], ["S46"], ["S51"], ["S51"], ["S45"], ["S04", "S45"]]
    assert [vaare(rapport, linje) for linje in range(1, len(endringer) + 1)] == forventet
    assert ssb(rapport) == []


def test_for_stor_sum_av_bidrag_og_laan(tmp_path: Path) -> None:
    endret = {"BIDRAG": "9999999", "LAAN": "9999999"}
    rapport = kontrollert(tmp_path, personer("11F", 2025, [endret] * 108), "11F", 2025)
    assert rapport.meldinger.filter(rapport.meldinger["kontroll"] == "S10")["linje"].to_list() == [None]
