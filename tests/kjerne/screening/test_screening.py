"""Who is on the list, who is not and why, and in which order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from kjerne.screening.saksmengder import FNR, HELE_AARET, fil, maneder, post
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.versjoner import KAN_VAERE_ENDRET, ForLoven
from skreddersom.kjerne.screening.screening import Screening, UtenforHistorien, screen
from skreddersom.kjerne.screening.utenfor import GRUNNER

if TYPE_CHECKING:
    from pathlib import Path

DUF = "201017238203"
INGEN_UTENFOR = {grunn.id: 0 for grunn in GRUNNER}


def en(mappe: Path, per: date | None = None, **felt: Any) -> dict[str, Any]:
    """The one person of a one-record file, screened."""
    return screen([fil(mappe, [post(**HELE_AARET, **felt)])], per=per).personer.row(0, named=True)


def om_filene(screening: Screening) -> list[str]:
    """The remarks, without the one that the law may have changed."""
    return [merknad for merknad in screening.merknader if not merknad.startswith("Lovteksten")]


def test_sammendraget_sier_naar_loven_kan_vaere_endret(tmp_path: Path) -> None:
    filer = [fil(tmp_path, [post()]), fil(tmp_path, [post()], aar=2025)]
    assert screen(filer, per=date(2026, 7, 28)).merknader == []
    assert screen(filer, per=date(2026, 7, 29)).merknader == [KAN_VAERE_ENDRET]


@pytest.mark.krav("R01")
def test_alle_i_fila_blir_vurdert_og_ingen_forsvinner(tmp_path: Path) -> None:
    poster = [post("Anna", **HELE_AARET), post("Bo"), post("Cai", ARBSIT="10"), post("Dina"), post("Eli")]
    screening = screen([fil(tmp_path, poster)])
    assert screening.personer.height == 5
    assert screening.kandidater["journalnr"].to_list() == ["Anna", "Bo"]
    assert screening.utenfor == INGEN_UTENFOR | {"i_program": 1, "alder": 2}


@pytest.mark.krav("R09")
def test_ytelser_og_alder_er_det_11f_kan_si_om_paragraf_29(tmp_path: Path) -> None:
    anna = en(tmp_path)
    assert (anna["vilkar_alder"], anna["vilkar_ytelser"], anna["utfall"]) == (True, True, None)
    assert {anna[f"vilkar_{v}"] for v in ("arbeidsevne", "arbeidsevnevurdering", "bistand", "unntak", "opphold")} == {None}


@pytest.mark.parametrize(
    ("trygd", "vklo", "ingen", "utenfor"),
    [
        ("12", "5", True, None),
        ("13", "5", True, None),
        ("13", "3", True, None),
        ("12", "3", None, None),
        ("12", "2", None, None),
        ("09", "3", None, None),
        ("09", "5", None, None),
        ("XX", "5", None, None),
        ("11", "5", False, None),
        ("11", "1", False, None),
        *[(kode, "3", False, "livsoppholdsytelse") for kode in ("01", "02", "04", "05", "06", "07", "10", "11")],
    ],
)
def test_bare_en_folketrygdytelse_som_hovedkilde_holder_noen_utenfor(
    tmp_path: Path, trygd: str, vklo: str, ingen: bool | None, utenfor: str | None
) -> None:
    anna = en(tmp_path, TRYGDESIT=trygd, VKLO=vklo)
    assert (anna["ingen_ytelser"], anna["utenfor"]) == (ingen, utenfor)
    assert anna["vilkar_ytelser"] is (True if ingen else None), "en ytelse er aldri alene et nei: skjønnet gjenstår"


@pytest.mark.parametrize(
    ("felt", "grunn"),
    [
        ({"ARBSIT": "10"}, "i_program"),
        ({"VKLO": "8"}, "i_program"),
        ({"ARBSIT": "09"}, "introduksjonsprogram"),
        ({"VKLO": "6"}, "introduksjonsprogram"),
        ({"FODSELSDATO": date(2009, 1, 1)}, "alder"),
        ({"FODSELSDATO": date(1959, 12, 31)}, "alder"),
        ({"FODSELSDATO": date(1959, 12, 31), "ARBSIT": "10"}, "i_program"),
        ({"FODSELSDATO": date(2008, 12, 31)}, None),
        ({"FODSELSDATO": date(1960, 1, 1)}, None),
        ({"FODSELSDATO": None, "PERSON_FODSELSNR": None}, None),
        ({"ARBSIT": "01"}, None),
        ({"ARBSIT": "04", "BOSIT": "4"}, None),
    ],
)
def test_grunnene_til_aa_staa_utenfor(tmp_path: Path, felt: dict[str, Any], grunn: str | None) -> None:
    assert en(tmp_path, **felt)["utenfor"] == grunn


def test_dagen_avgjor_alderen(tmp_path: Path) -> None:
    assert en(tmp_path, date(2026, 12, 30), FODSELSDATO=date(2008, 12, 31))["utenfor"] == "alder"
    assert en(tmp_path, date(2026, 3, 11))["alder"] == 35
    assert en(tmp_path, date(2026, 3, 12))["alder"] == 36


def test_uten_fodselsdato_i_fila_forteller_fodselsnummeret_alderen(tmp_path: Path) -> None:
    assert en(tmp_path, FODSELSDATO=None)["fodselsdato"] == date(1990, 3, 12)
    gammel = screen([fil(tmp_path, [post(**HELE_AARET)], aar=2024)])
    assert gammel.personer["fodselsdato"].to_list() == [date(1990, 3, 12)]
    assert gammel.per == date(2024, 12, 31)


@pytest.mark.krav("R01")
def test_langtidsmottakere_staar_alltid_forst(tmp_path: Path) -> None:
    """Six months of the last twelve outweigh everything else that can be said of a person together."""
    alt_annet = {"BU18": "1", "ANTBU18": 5, "VILKARSOSLOV": "1"}
    i_fjor = fil(tmp_path, [post("Bo", **HELE_AARET)], aar=2025)
    i_aar = fil(
        tmp_path, [post("Bo", **maneder(1, 2, 3, 4, 5), **alt_annet), post("Cai", **maneder(1, 3, 5, 7, 9, 11), VKLO="9", TRYGDESIT="11")]
    )
    assert screen([i_fjor, i_aar]).kandidater["journalnr"].to_list() == ["Cai", "Bo"]


def test_langtidsmottakere_telles_blant_kandidatene(tmp_path: Path) -> None:
    poster = [post("Anna", **maneder(1, 2, 3, 4, 5, 6)), post("Bo", **maneder(1, 2, 3, 4, 5)), post("Eli", **HELE_AARET)]
    assert screen([fil(tmp_path, poster)]).langtidsmottakere == 1


def test_blant_langtidsmottakere_gaar_lengde_og_sammenheng_foran(tmp_path: Path) -> None:
    poster = [
        post("Anna", **maneder(1, 3, 5, 7, 9, 11)),
        post("Bo", **maneder(1, 2, 3, 4, 5, 6)),
        post("Cai", **maneder(1, 2, 3, 4, 5, 6, 7)),
    ]
    assert screen([fil(tmp_path, poster)]).kandidater["journalnr"].to_list() == ["Cai", "Bo", "Anna"]


@pytest.mark.krav("R30")
@pytest.mark.parametrize(("fodt", "foran"), [(date(1997, 1, 1), True), (date(1996, 12, 31), False)])
def test_unge_under_30_med_vilkar_om_aktivitet_loftes_fram(tmp_path: Path, fodt: date, *, foran: bool) -> None:
    poster = [post("Anna", **HELE_AARET), post("Bo", **HELE_AARET, FODSELSDATO=fodt, VILKARSOSLOV="1")]
    rekkefolge = screen([fil(tmp_path, poster)]).kandidater["journalnr"].to_list()
    assert rekkefolge == (["Bo", "Anna"] if foran else ["Anna", "Bo"])


@pytest.mark.parametrize("felt", [{"BU18": "1", "ANTBU18": 2}, {"BU18": "1"}])
def test_barn_i_husholdningen_loftes_fram(tmp_path: Path, felt: dict[str, Any]) -> None:
    rekkefolge = screen([fil(tmp_path, [post("Anna", **HELE_AARET), post("Bo", **HELE_AARET, **felt)])]).kandidater
    assert rekkefolge["journalnr"].to_list() == ["Bo", "Anna"]


def test_antall_barn_uten_kryss_for_barn_teller_ikke(tmp_path: Path) -> None:
    assert en(tmp_path, BU18="2", ANTBU18=3)["barn"] == 0


def test_sosialhjelp_som_hovedkilde_og_ingen_ytelser_loftes_fram(tmp_path: Path) -> None:
    poster = [post("Anna", **HELE_AARET, VKLO="9"), post("Bo", **HELE_AARET), post("Cai", **HELE_AARET, TRYGDESIT="11")]
    assert screen([fil(tmp_path, poster)]).kandidater["journalnr"].to_list() == ["Bo", "Cai", "Anna"]


def test_maneder_gaar_foran_alt_annet_i_rekkefolgen(tmp_path: Path) -> None:
    """Length before everything that is not length: seven months with every other reason do not pass eight with none."""
    alt_annet = {"BU18": "1", "ANTBU18": 5, "VILKARSOSLOV": "1"}
    poster = [
        post("Bo", **maneder(1, 2, 3, 4, 5, 6, 7), **alt_annet),
        post("Cai", **maneder(1, 2, 4, 5, 7, 8, 10, 11), VKLO="9", TRYGDESIT="11"),
    ]
    assert screen([fil(tmp_path, poster)]).kandidater["journalnr"].to_list() == ["Cai", "Bo"]


def test_like_personer_staar_i_filas_rekkefolge_og_rangen_er_fortlopende(tmp_path: Path) -> None:
    screening = screen([fil(tmp_path, [post("Eli"), post("Cai"), post("Anna", **HELE_AARET), post("Bo")])])
    assert screening.personer.select("journalnr", "rang").rows() == [("Anna", 1), ("Cai", 2), ("Bo", 3), ("Eli", None)]


@pytest.mark.krav("R01")
def test_maneder_legges_sammen_over_nyttaar_og_sist_kjente_status_gjelder(tmp_path: Path) -> None:
    i_fjor = fil(tmp_path, [post("Anna", **maneder(10, 11, 12), VKLO="3", TRYGDESIT="11")], aar=2025)
    i_aar = fil(tmp_path, [post("Anna", **maneder(1, 2, 3))])
    anna = screen([i_aar, i_fjor]).personer.row(0, named=True)
    assert (anna["maneder_siste_12"], anna["sammenhengende_maneder"], anna["utenfor"]) == (3, 6, None)
    assert anna["journaler"] is None, "to år er ikke dobbeltføring"


def test_per_midt_i_aaret_ser_tolv_maneder_bakover(tmp_path: Path) -> None:
    filer = [fil(tmp_path, [post("Anna", **HELE_AARET)], aar=2025), fil(tmp_path, [post("Anna", **HELE_AARET)])]
    anna = screen(filer, per=date(2026, 6, 15)).personer.row(0, named=True)
    assert (anna["maneder_siste_12"], anna["sammenhengende_maneder"]) == (12, 18)


def test_to_journaler_er_en_kandidat_og_dobbeltforingen_sies(tmp_path: Path) -> None:
    poster = [post("Anna", **maneder(1, 2)), post("Bo"), post("Anna", PERSON_JOURNALNR="9", **maneder(11, 12), TRYGDESIT="13")]
    screening = screen([fil(tmp_path, poster)])
    anna = screening.personer.row(0, named=True)
    assert screening.personer.height == 2
    assert (anna["maneder_siste_12"], anna["journalnr"], anna["TRYGDESIT"]) == (4, "9", "13")
    assert anna["journaler"] == ["4203/Anna", "4203/9"]
    assert om_filene(screening) == ["1 person står flere ganger i samme år og er slått sammen. Journalene står ved hver av dem."]


def test_rettet_linje_i_samme_journal_gjelder_framfor_den_forste(tmp_path: Path) -> None:
    poster = [post("Anna", **HELE_AARET, VKLO="3", TRYGDESIT="11"), post("Anna", **HELE_AARET)]
    anna = screen([fil(tmp_path, poster)]).personer.row(0, named=True)
    assert (anna["utenfor"], anna["journaler"]) == (None, ["4203/Anna"])


def test_den_linja_som_har_siste_maned_forteller_statusen(tmp_path: Path) -> None:
    poster = [post("Anna", **maneder(12), ARBSIT="10"), post("Anna", PERSON_JOURNALNR="9", **maneder(1))]
    assert screen([fil(tmp_path, poster)]).personer["utenfor"].to_list() == ["i_program"]


def test_journal_uten_maneder_er_eldst(tmp_path: Path) -> None:
    poster = [post("Anna", **maneder(1), ARBSIT="10"), post("Anna", PERSON_JOURNALNR="9")]
    assert screen([fil(tmp_path, poster)]).personer["utenfor"].to_list() == ["i_program"]


@pytest.mark.parametrize(
    "nummer",
    [
        {"PERSON_FODSELSNR": None},
        {"PERSON_FODSELSNR": "00000000000"},
        {"PERSON_FODSELSNR": "11111111111"},
        {"PERSON_FODSELSNR": "12039000200"},
        {"PERSON_FODSELSNR": None, "PERSON_DUF": "000000000000"},
        {"PERSON_FODSELSNR": None, "PERSON_DUF": "201012345678"},
    ],
)
@pytest.mark.parametrize("journal", [{}, {"PERSON_JOURNALNR": None}])
def test_plassholdere_og_hjelpenumre_slaar_ingen_sammen(tmp_path: Path, nummer: dict[str, Any], journal: dict[str, Any]) -> None:
    """Two women born the same day may share an auxiliary number; they are two people all the same."""
    screening = screen([fil(tmp_path, [post("Anna", **nummer, **journal), post("Bo", **nummer, **journal)])])
    assert screening.personer.height == 2
    assert screening.personer["journaler"].null_count() == 2


def test_samme_duf_nummer_er_samme_person(tmp_path: Path) -> None:
    uten_nummer = {"PERSON_FODSELSNR": None, "PERSON_DUF": "201017238203"}
    assert screen([fil(tmp_path, [post("Anna", **uten_nummer), post("Bo", **uten_nummer)])]).personer.height == 1


def test_feilskrevet_nummer_med_rett_fodselsdato_er_likevel_samme_person(tmp_path: Path) -> None:
    feil = {"PERSON_FODSELSNR": "12839012003"}
    assert screen([fil(tmp_path, [post("Anna", **feil), post("Anna", PERSON_JOURNALNR="9", **feil)])]).personer.height == 1


@pytest.mark.parametrize("forst", [None, "12039000200"])
def test_nummer_som_er_kommet_til_senere_gir_en_kandidat(tmp_path: Path, forst: str | None) -> None:
    i_fjor = fil(tmp_path, [post("Anna", PERSON_FODSELSNR=forst, **HELE_AARET)], aar=2025)
    i_aar = fil(tmp_path, [post("Anna", PERSON_FODSELSNR=forst, **maneder(1)), post("Anna", **maneder(2))])
    anna = screen([i_fjor, i_aar]).personer.row(0, named=True)
    assert (anna["sammenhengende_maneder"], anna["fnr"]) == (14, FNR["Anna"])
    assert anna["journaler"] == ["4203/Anna"]


def test_to_med_hvert_sitt_nummer_i_en_journal_slaas_ikke_sammen(tmp_path: Path) -> None:
    poster = [post("Anna"), post("Anna", PERSON_FODSELSNR="12839012436"), post("Anna", PERSON_FODSELSNR=None)]
    assert screen([fil(tmp_path, poster)]).personer.height == 3


def test_samme_journal_med_annen_fodselsdato_er_en_annen(tmp_path: Path) -> None:
    poster = [post("Anna", PERSON_FODSELSNR=None), post("Anna", PERSON_FODSELSNR=None, FODSELSDATO=date(1960, 1, 1))]
    assert screen([fil(tmp_path, poster)]).personer.height == 2


def test_siste_linje_i_journalen_gjelder_selv_om_den_har_faerre_maneder(tmp_path: Path) -> None:
    poster = [post("Anna", **HELE_AARET), post("Anna", **maneder(1), VKLO="3", TRYGDESIT="11")]
    assert screen([fil(tmp_path, poster)]).personer["utenfor"].to_list() == ["livsoppholdsytelse"]


def test_aar_etter_dagen_brukes_ikke_og_det_sies(tmp_path: Path) -> None:
    i_fjor = fil(tmp_path, [post("Anna", **HELE_AARET)], aar=2025)
    i_aar = fil(tmp_path, [post("Anna", VKLO="8", ARBSIT="10"), post("Bo", **HELE_AARET)])
    screening = screen([i_fjor, i_aar], per=date(2025, 12, 31))
    assert screening.kandidater["journalnr"].to_list() == ["Anna"]
    assert screening.merknader == ["11F for 2026 er etter 31.12.2025 og er ikke brukt."]


def test_ulik_fodselsdato_og_fodselsnummer_sies_og_ingen_blir_stille_borte(tmp_path: Path) -> None:
    screening = screen(
        [fil(tmp_path, [post("Anna", FODSELSDATO=date(2015, 3, 12)), post("Bo"), post("Cai", FODSELSDATO=date(1970, 5, 4))])]
    )
    assert screening.personer.sort("journalnr")["fodselsdato_i_strid"].to_list() == [True, False, True]
    assert om_filene(screening) == [
        "2 personer har ulik fødselsdato og fødselsnummer; 1 av dem står utenfor på grunn av alder. Kontroller dem i fagsystemet."
    ]


@pytest.mark.parametrize("fnr", ["12039012345", "52039012345", "12439012372", "12839012002", "52839012349", "12039000200"])
def test_d_nummer_syntetiske_numre_og_hjelpenumre_er_ikke_i_strid_med_datoen(tmp_path: Path, fnr: str) -> None:
    assert en(tmp_path, PERSON_FODSELSNR=fnr)["fodselsdato_i_strid"] is False


@pytest.mark.parametrize("fodt", [date(1990, 3, 13), date(1990, 4, 12), date(1991, 3, 12)])
def test_dag_maned_og_aar_kan_hver_for_seg_vaere_i_strid(tmp_path: Path, fodt: date) -> None:
    assert en(tmp_path, FODSELSDATO=fodt)["fodselsdato_i_strid"] is True


def test_dekkes_bare_noen_maneder_sier_sammendraget_det(tmp_path: Path) -> None:
    assert om_filene(screen([fil(tmp_path, [post()])], per=date(2026, 3, 31))) == [
        "Filene dekker bare 3 av de 12 månedene fram til 31.03.2026. Ta også med 11F for 2025, eller velg en annen dato med --per."
    ]


@pytest.mark.parametrize("per", [date(2025, 12, 31), date(2031, 1, 1)])
def test_dag_utenfor_filene_gir_setning_med_raad(tmp_path: Path, per: date) -> None:
    with pytest.raises(UtenforHistorien, match=r"gjelder 2026 og sier ingenting om .* Velg en dato fra 01.01.2026 til 31.12.2030"):
        screen([fil(tmp_path, [post()])], per=per)
    assert issubclass(UtenforHistorien, Brukerfeil)


@pytest.mark.parametrize("per", [date(2026, 1, 1), date(2030, 12, 31)])
def test_ytterste_dager_er_med(tmp_path: Path, per: date) -> None:
    assert screen([fil(tmp_path, [post()])], per=per).per == per


def test_kolonnene_for_vilkar_er_de_loven_har_den_dagen(tmp_path: Path) -> None:
    assert "vilkar_opphold" in screen([fil(tmp_path, [post()])]).personer.columns
    assert issubclass(ForLoven, Brukerfeil)


def test_kommuner_kan_tas_sammen(tmp_path: Path) -> None:
    arendal, risor = (
        fil(tmp_path, [post("Anna")]),
        fil(tmp_path, [post("Bo", KOMMUNE_NR="4201"), post("Anna", KOMMUNE_NR="4201", **maneder(12))]),
    )
    screening = screen([arendal, risor])
    anna = screening.personer.filter(pl.col("fnr") == post("Anna")["PERSON_FODSELSNR"]).row(0, named=True)
    assert (anna["kommune"], anna["journaler"]) == ("4201", ["4203/Anna", "4201/Anna"])
    assert screening.personer.height == 2


@pytest.mark.parametrize("uten_nummer", [[], [post("Bo", PERSON_FODSELSNR="00000000000")]])
def test_person_kan_beholdes_og_er_alltid_tekst(tmp_path: Path, uten_nummer: list[dict[str, Any]]) -> None:
    duf = post("Cai", PERSON_FODSELSNR=None, PERSON_DUF=DUF)
    personer = screen([fil(tmp_path, [post("Anna"), duf, *uten_nummer])], behold=("person", "maske")).personer
    kjennetegn = dict(personer.select("journalnr", "person").iter_rows())
    assert (kjennetegn["Anna"], kjennetegn["Cai"]) == (FNR["Anna"], DUF)
    assert personer["maske"].dtype == pl.Int64
