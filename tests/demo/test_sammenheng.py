"""The same people in both years and both forms: what one file says, the others do not deny."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from demo.conftest import AAR, MAANEDER, antall_maaneder, storst

if TYPE_CHECKING:
    from demo.conftest import Kommune

FNR, JOURNALNR = "PERSON_FODSELSNR", "PERSON_JOURNALNR"
HJELP = ["KVP_MED_SOSHJ_ENGANG", "KVP_MED_SOSHJ_PGM", "KVP_MED_SOSHJ_SUP"]
begge_aar = pytest.mark.parametrize("aar", AAR)


def alle_linjer(kommune: Kommune, *felt: str) -> pl.DataFrame:
    return pl.concat([ramme.select(felt) for rammer in (kommune.sosialhjelp, kommune.deltakere) for ramme in rammer.values()])


def begge_skjema(kommune: Kommune, aar: int) -> pl.DataFrame:
    """Participants who are also recipients, with ``_11f`` after the fields of 11F."""
    return kommune.deltakere[aar].join(kommune.sosialhjelp[aar], on=FNR, suffix="_11f")


def samtidig(maaned: str) -> pl.Expr:
    return pl.col(maaned).is_not_null() & pl.col(f"{maaned}_11f").is_not_null()


def test_en_person_har_ett_journalnummer_en_fodselsdato_og_ett_kjonn(arendal: Kommune) -> None:
    linjer = alle_linjer(arendal, FNR, JOURNALNR, "FODSELSDATO", "KJONN", "EKTSTAT", "BU18", "ANTBU18", "SAKSBEHANDLER").unique()
    assert linjer[FNR].is_unique().all()
    assert linjer[JOURNALNR].is_unique().all()


def test_halvparten_er_mottakere_ogsaa_neste_aar(arendal: Kommune) -> None:
    i_fjor, i_aar = (arendal.sosialhjelp[aar] for aar in AAR)
    assert len(i_fjor.join(i_aar, on=FNR)) == len(i_fjor) // 2


def test_de_fleste_som_fortsetter_har_stonad_baade_i_desember_og_januar(arendal: Kommune) -> None:
    i_fjor, i_aar = (arendal.sosialhjelp[aar] for aar in AAR)
    begge = i_fjor.join(i_aar, on=FNR, suffix="_neste")
    uten_brudd = begge.filter(pl.col("STMND_12").is_not_null() & pl.col("STMND_1_neste").is_not_null())
    assert 0.85 < len(uten_brudd) / len(begge) < 0.97


def test_den_som_fikk_stonad_lenge_i_fjor_faar_det_oftest_lenge_i_aar(arendal: Kommune) -> None:
    i_fjor, i_aar = (ramme.select(FNR, md=antall_maaneder(ramme)) for ramme in arendal.sosialhjelp.values())
    begge = i_fjor.join(i_aar, on=FNR, suffix="_neste")
    assert float(begge.select(pl.corr("md", "md_neste")).item()) > 0.6
    assert 0.04 < len(begge.filter(pl.sum_horizontal("md", "md_neste") == 24)) / len(i_fjor) < 0.1


def test_den_som_er_i_program_ved_nyttaar_er_i_fila_aaret_etter_og_den_som_har_sluttet_er_det_ikke(arendal: Kommune) -> None:
    i_fjor, i_aar = (arendal.deltakere[aar] for aar in AAR)
    fortsetter = set(i_fjor.filter(pl.col("STATUS").is_in(["1", "2"]))[FNR])
    sluttet = set(i_fjor[FNR]) - fortsetter
    assert fortsetter <= set(i_aar[FNR])
    assert sluttet.isdisjoint(i_aar[FNR])
    nye = i_aar.filter(~pl.col(FNR).is_in(list(fortsetter)))
    assert (nye["BEGYNT_DATO"].dt.year() == 2026).all()


def test_programmets_forhistorie_er_den_samme_begge_aar(arendal: Kommune) -> None:
    felt = ["REG_DATO", "VEDTAK_DATO", "BEGYNT_DATO", "KVP_KOMM", "KOMMNR_KVP_KOMM", "YTELSE_SOSHJELP", "YTELSE_TYPE_SOSHJ", "YTELSE_INTRO"]
    i_fjor, i_aar = (arendal.deltakere[aar].select(FNR, *felt) for aar in AAR)
    begge = i_fjor.join(i_aar, on=FNR, suffix="_neste")
    assert len(begge) > 500
    for navn in felt:
        assert begge[navn].eq_missing(begge[f"{navn}_neste"]).all(), navn


def test_ingen_er_mer_enn_tre_aar_i_program_uten_permisjon(arendal: Kommune) -> None:
    permisjon = arendal.deltakere[2025].filter(pl.col("STATUS") == "2")[FNR].to_list()
    siste = arendal.deltakere[2026].filter((pl.col("STATUS") != "2") & ~pl.col(FNR).is_in(permisjon))
    varighet = siste.select(pl.coalesce("AVSL_DATO", pl.date(2026, 12, 31)) - pl.col("BEGYNT_DATO")).to_series()
    assert storst(varighet.dt.total_days()) < 3 * 366


@begge_aar
def test_bare_deltakere_staar_som_i_kvalifiseringsprogram_i_11f(arendal: Kommune, aar: int) -> None:
    i_program = arendal.sosialhjelp[aar].filter(pl.col("ARBSIT") == "10")
    assert len(i_program) > 50
    assert (i_program["VKLO"] == "8").all()
    assert set(i_program[FNR]) <= set(arendal.deltakere[aar][FNR])


@begge_aar
def test_i_program_ved_siste_kontakt_naar_siste_stonadsmaaned_er_en_programmaaned(arendal: Kommune, aar: int) -> None:
    siste = pl.coalesce([pl.when(pl.col(f"{m}_11f").is_not_null()).then(pl.col(m).is_not_null()) for m in reversed(MAANEDER)])
    begge = begge_skjema(arendal, aar).with_columns(i_program=siste)
    assert begge["i_program"].any()
    assert not begge["i_program"].all()
    assert ((begge["ARBSIT"] == "10") == begge["i_program"]).all()


@begge_aar
def test_sosialhjelp_ved_siden_av_programmet_staar_i_begge_skjema(arendal: Kommune, aar: int) -> None:
    begge = begge_skjema(arendal, aar).select(
        i_11f=pl.any_horizontal([samtidig(maaned) for maaned in MAANEDER]), i_11cf=pl.any_horizontal(pl.col(HJELP).is_not_null())
    )
    assert (begge["i_11f"] == begge["i_11cf"]).all()
    utenom = arendal.deltakere[aar].join(arendal.sosialhjelp[aar], on=FNR, how="anti")
    assert utenom.select(pl.any_horizontal(pl.col(HJELP).is_not_null()).any()).item() is False


@begge_aar
def test_den_som_gaar_fra_program_til_sosialhjelp_faar_det_maaneden_etter(arendal: Kommune, aar: int) -> None:
    til_hjelp = arendal.deltakere[aar].filter(pl.col("AVSL_VIKTIGSTE_INNTEKT").is_in(["15", "16"]))
    assert len(til_hjelp) > 5
    assert len(til_hjelp.join(arendal.sosialhjelp[aar], on=FNR)) == len(til_hjelp)
    for rad in begge_skjema(arendal, aar).join(til_hjelp, on=FNR, how="semi").iter_rows(named=True):
        neste = rad["AVSL_DATO"].month + 1
        assert neste > 12 or rad[f"STMND_{neste}_11f"] is not None


@begge_aar
def test_soknaden_etter_sosialhjelp_i_fila_kommer_fra_en_som_hadde_sosialhjelp(arendal: Kommune, aar: int) -> None:
    """Whoever received in the month before the application, in the same year, says so in 11CF."""
    nye = begge_skjema(arendal, aar).filter((pl.col("BEGYNT_DATO").dt.year() == aar) & (pl.col("REG_DATO").dt.year() == aar))
    med = [rad for rad in nye.iter_rows(named=True) if rad["REG_DATO"].month > 1 and rad[f"STMND_{rad['REG_DATO'].month - 1}_11f"]]
    assert len(med) > 20
    assert sum(rad["YTELSE_SOSHJELP"] == "1" for rad in med) / len(med) > 0.9
