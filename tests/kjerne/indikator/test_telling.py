"""From 11CF files to counts, as Statistics Norway defines them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kjerne.screening.saksmengder import FNR, HELE_AARET, deltaker, fil, post
from skreddersom.kjerne.indikator.deltakere import deltakere
from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG, Indikator
from skreddersom.kjerne.indikator.skjul import Linje, Tall, fra_ramme
from skreddersom.kjerne.indikator.telling import malgruppe, tell
from skreddersom.kjerne.kostra.oppsett import AARGANGER

ARBEID = {"STATUS": "3", "AVSL_DATO": date(2026, 9, 1), "AVSL_ORDINAERTARB": "01"}


def telt(mappe: Path, *poster: dict[str, Any], aar: int = 2026) -> dict[str, Tall]:
    """The counts of Arendal."""
    tall = fra_ramme(tell(deltakere([fil(mappe, poster, aar, "11CF")])))
    return {linje.indikator: rad["4203"] for linje, rad in tall.items()}


def test_en_person_med_to_forlop_teller_en_gang_og_det_siste_forteller_hvordan_det_gikk(tmp_path: Path) -> None:
    forst = deltaker(BEGYNT_DATO=date(2025, 3, 1), STATUS="4", STMND_1="01", STMND_2="02", KVP_STONAD=40_000)
    saa = deltaker(BEGYNT_DATO=date(2026, 6, 1), STATUS="1", STMND_2="02", STMND_6="06", KVP_STONAD=20_000)
    tall = telt(tmp_path, saa, forst)
    assert tall["deltakere"] == (1, 1)
    assert tall["i_program"] == (1, 1)
    assert tall["avbrutt"] == (0, 1)
    assert tall["maneder"] == (3, 1)
    assert tall["stonad"] == (60_000, 1)


def test_uten_fodselsnummer_er_det_journalen_som_sier_hvem_det_er(tmp_path: Path) -> None:
    uten = {"PERSON_FODSELSNR": None, "FODSELSDATO": None}
    tall = telt(tmp_path, deltaker("Anna", **uten), deltaker("Anna", **uten), deltaker("Bo", PERSON_JOURNALNR=None, **uten))
    assert tall["deltakere"] == (2, 2)
    assert tall["under_25"] == (0, 0)


def test_nye_er_de_som_begynte_i_aaret(tmp_path: Path) -> None:
    i_fjor = deltaker("Bo", BEGYNT_DATO=date(2025, 12, 31))
    assert telt(tmp_path, deltaker("Anna"), i_fjor, deltaker("Cai", BEGYNT_DATO=None))["nye"] == (1, 3)


def test_tiden_maales_for_de_nye_som_har_datoene_i_rett_rekkefolge(tmp_path: Path) -> None:
    """Thirty days is within a month, thirty-one is not."""
    tretti = deltaker("Anna", REG_DATO=date(2025, 12, 16), VEDTAK_DATO=date(2026, 1, 15), BEGYNT_DATO=date(2026, 2, 14))
    en_til = deltaker("Bo", REG_DATO=date(2025, 12, 15), VEDTAK_DATO=date(2026, 1, 15), BEGYNT_DATO=date(2026, 2, 15))
    feil = deltaker("Cai", REG_DATO=date(2026, 1, 16), VEDTAK_DATO=date(2026, 1, 15), BEGYNT_DATO=date(2026, 1, 14))
    gammel = deltaker("Eli", REG_DATO=date(2024, 1, 1), VEDTAK_DATO=date(2024, 1, 2), BEGYNT_DATO=date(2024, 1, 3))
    tall = telt(tmp_path, tretti, en_til, feil, gammel)
    assert tall["vedtak_30"] == (1, 2)
    assert tall["dager_vedtak"] == (61, 2)
    assert tall["start_30"] == (1, 2)
    assert tall["dager_start"] == (61, 2)


@pytest.mark.parametrize(("fodt", "ung"), [("Bo", False), ("Dina", True)])
def test_alderen_er_den_en_fyller_i_aaret(tmp_path: Path, fodt: str, ung: bool) -> None:
    assert telt(tmp_path, deltaker(fodt))["under_25"] == (int(ung), 1)


def test_bare_de_som_har_svart_teller_der_det_er_spurt(tmp_path: Path) -> None:
    tall = telt(tmp_path, deltaker("Anna", BU18="1", KVP_MED_ASTONAD="2"), deltaker("Bo", BU18="2"), deltaker("Cai", BU18=None))
    assert tall["barn"] == (1, 2)
    assert tall["hjelp_ved_siden"] == (0, 1)


def test_hva_som_kom_etterpaa_telles_blant_dem_som_fullforte(tmp_path: Path) -> None:
    skole_og_hjelp = {"AVSL_SKOLE": "04", "AVSL_UTEN_OK_AVKLAR": "16", "STATUS": "3"}
    brot = deltaker("Cai", STATUS="7", AVSL_ORDINAERTARB="01")
    tall = telt(tmp_path, deltaker("Anna", **ARBEID), deltaker("Bo", **skole_og_hjelp), brot, deltaker("Eli"))
    assert tall["fullfort"] == (2, 4)
    assert tall["avbrutt"] == (1, 4)
    assert [tall[navn] for navn in ("til_arbeid", "til_utdanning", "til_sosialhjelp", "til_aap")] == [(1, 2), (1, 2), (1, 2), (0, 2)]


def test_koden_maa_staa_i_sitt_eget_felt(tmp_path: Path) -> None:
    """As Statistics Norway reads: 02 in January is no month, and 01 under labour market measures is nothing."""
    assert telt(tmp_path, deltaker(STMND_1="02", STATUS="3", AVSL_ARBMARK="01"))["til_tiltak"] == (0, 1)
    assert telt(tmp_path, deltaker(STMND_1="02"))["maneder"] == (0, 1)


def test_flere_aar_og_aarganger_leses_sammen(tmp_path: Path) -> None:
    filer = [fil(tmp_path, [deltaker(BEGYNT_DATO=date(aar, 2, 1))], aar, "11CF") for aar in (2022, 2026)]
    tall = fra_ramme(tell(deltakere(filer)))
    assert [tall[Linje("nye", aar)]["4203"] for aar in (2022, 2026)] == [(1, 1), (1, 1)]


def test_ingen_filer_gir_ingen_tall() -> None:
    assert tell(deltakere([])).height == 0


def test_maalgruppa_er_deltakerne_og_kandidatene_som_ikke_var_i_program(tmp_path: Path) -> None:
    """Cai has support all year and is not in the programme. Bo has had too little of it, and Anna is in the programme."""
    lenge = [post("Anna", **HELE_AARET), post("Cai", **HELE_AARET), post("Bo", STMND_3="03", BIDRAG_MAR=9000)]
    f11, cf11 = fil(tmp_path, lenge), fil(tmp_path, [deltaker("Anna", **ARBEID)], skjema="11CF")
    gruppe = malgruppe([f11], [cf11])
    assert gruppe.rows() == [("4203", 2026, 1)]
    assert fra_ramme(tell(deltakere([cf11]), gruppe))[Linje("dekning", 2026)] == {"4203": (1, 2)}


def test_en_kommune_uten_kandidater_har_en_maalgruppe_og_en_uten_fil_har_ingen(tmp_path: Path) -> None:
    gruppe = malgruppe([fil(tmp_path, [post("Anna", **HELE_AARET)])], [fil(tmp_path, [deltaker("Anna")], skjema="11CF")])
    assert gruppe.rows() == [("4203", 2026, 0)]
    i_grimstad = fil(tmp_path, [deltaker("Bo", KOMMUNE_NR="4202")], skjema="11CF")
    assert Linje("dekning", 2026) not in fra_ramme(tell(deltakere([i_grimstad]), gruppe))


def test_katalogen_sier_alt_om_hver_indikator_paa_tre_sprak() -> None:
    for ett in KATALOG:
        ord_ = (ett.tittel, ett.teller, *([ett.nevner] if ett.base else []))
        assert all(ordlyd.paa(sprak).strip() for ordlyd in ord_ for sprak in ("nb", "nn", "en")), ett.id
        assert ett.gyldige_aar == tuple(AARGANGER)


def test_et_skjema_uten_feltet_kan_ikke_gi_tallet() -> None:
    """«Not computable for that year» is an answer: tiltakspenger has been a box of its own since 2026 only."""
    barn = ETTER_ID["barn"]
    ny = Indikator("prove", barn.slag, barn.base, ("YTELSE_TILTAKSPENGER",), barn.tittel, barn.teller, barn.nevner, barn.merknad)
    assert ny.gyldige_aar == (2026,)
    assert not barn.kan_beregnes(2019)


def test_rollene_er_oppdiktede() -> None:
    assert all(int(nummer[2:4]) > 80 for nummer in FNR.values())
