"""Programmes in 11CF: those who run keep a person off the list, those who are over never do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kjerne.screening.saksmengder import HELE_AARET, deltaker, fil, post
from skreddersom.kjerne.screening.kandidat import kandidater
from skreddersom.kjerne.screening.screening import Screening, screen

if TYPE_CHECKING:
    from pathlib import Path


IKKE_TIL_HINDER = "ikke til hinder for nytt program"


def med_kvp(mappe: Path, *deltakere: dict[str, Any], per: date | None = None, kvp_aar: int = 2026, **felt: Any) -> Screening:
    return screen([fil(mappe, [post("Anna", **HELE_AARET, **felt)])], [fil(mappe, deltakere, kvp_aar, "11CF")], per)


def utenfor(screening: Screening) -> str | None:
    svar: str | None = screening.personer["utenfor"][0]
    return svar


@pytest.mark.parametrize(
    ("felt", "grunn"),
    [
        ({"STATUS": "1"}, "i_program"),
        ({"STATUS": "2"}, "i_program"),
        ({"STATUS": "6"}, "i_program"),
        ({"STATUS": "3", "AVSL_DATO": date(2026, 8, 31)}, None),
        ({"STATUS": "4", "AVSL_DATO": date(2026, 8, 31)}, None),
        ({"STATUS": "5", "AVSL_DATO": date(2026, 8, 31)}, None),
        ({"STATUS": "7", "AVSL_DATO": date(2026, 8, 31)}, None),
        ({"STATUS": "3"}, None),
    ],
)
def test_bare_lopende_program_holder_noen_utenfor(tmp_path: Path, felt: dict[str, Any], grunn: str | None) -> None:
    assert utenfor(med_kvp(tmp_path, deltaker("Anna", **felt))) == grunn


def test_program_som_slutter_etter_dagen_loper_fortsatt(tmp_path: Path) -> None:
    slutt = deltaker("Anna", STATUS="3", AVSL_DATO=date(2026, 8, 31))
    assert utenfor(med_kvp(tmp_path, slutt, per=date(2026, 8, 30))) == "i_program"
    assert utenfor(med_kvp(tmp_path, slutt, per=date(2026, 8, 31))) is None


def test_vedtak_etter_dagen_er_ikke_program_ennaa(tmp_path: Path) -> None:
    senere = deltaker("Anna", VEDTAK_DATO=date(2026, 9, 1))
    assert utenfor(med_kvp(tmp_path, senere, per=date(2026, 8, 31))) is None
    assert utenfor(med_kvp(tmp_path, senere, per=date(2026, 9, 1))) == "i_program"


def test_avsluttet_i_11cf_overstyrer_det_11f_sist_viste(tmp_path: Path) -> None:
    slutt = deltaker("Anna", STATUS="3", AVSL_DATO=date(2026, 8, 31))
    assert utenfor(med_kvp(tmp_path, slutt, ARBSIT="10")) is None


def test_apent_program_i_et_eldre_skjema_maa_undersokes(tmp_path: Path) -> None:
    screening = med_kvp(tmp_path, deltaker("Anna", VEDTAK_DATO=date(2025, 1, 15)), kvp_aar=2025)
    assert utenfor(screening) is None
    assert next(kandidater(screening))["merknader"] == ["Var i program 31.12.2025 (11CF); undersøk om det er avsluttet"]


def test_senere_vedtak_skjuler_ikke_programmet_som_lop(tmp_path: Path) -> None:
    forste = fil(tmp_path, [deltaker("Anna", VEDTAK_DATO=date(2025, 1, 15))], 2025, "11CF")
    nytt = fil(tmp_path, [deltaker("Anna", VEDTAK_DATO=date(2026, 3, 1))], 2026, "11CF")
    i_fjor = fil(tmp_path, [post("Anna", **HELE_AARET)], 2025)
    assert utenfor(screen([i_fjor], [nytt, forste], date(2025, 12, 31))) == "i_program"
    bare_nytt = screen([i_fjor], [nytt], date(2025, 12, 31))
    assert utenfor(bare_nytt) is None
    assert next(kandidater(bare_nytt))["merknader"] == ["Har senere fått vedtak om program (11CF 2026)"]


@pytest.mark.parametrize("nummer", [None, "00000000000", "12039000200"])
def test_deltaker_uten_eget_nummer_tar_ingen_andre_av_lista(tmp_path: Path, nummer: str | None) -> None:
    ukjent = deltaker("Anna", PERSON_FODSELSNR=nummer)
    assert utenfor(med_kvp(tmp_path, ukjent, PERSON_FODSELSNR=nummer)) is None


def test_eldre_skjema_uten_fodselsdato_kobles_paa_nummeret(tmp_path: Path) -> None:
    i_2024 = fil(tmp_path, [post("Anna", **HELE_AARET)], 2024)
    kvp = fil(tmp_path, [deltaker("Anna", VEDTAK_DATO=date(2024, 1, 15), BEGYNT_DATO=date(2024, 2, 1))], 2024, "11CF")
    assert utenfor(screen([i_2024], [kvp])) == "i_program"


def test_11cf_fra_i_fjor_sier_ikke_noe_om_i_aar(tmp_path: Path) -> None:
    assert utenfor(med_kvp(tmp_path, deltaker("Anna"), kvp_aar=2025)) is None
    assert utenfor(med_kvp(tmp_path, deltaker("Anna", STATUS="3", AVSL_DATO=date(2025, 8, 31)), kvp_aar=2025, ARBSIT="10")) == "i_program"


def test_11f_gjelder_for_den_som_ikke_staar_i_11cf(tmp_path: Path) -> None:
    assert utenfor(med_kvp(tmp_path, deltaker("Bo"), ARBSIT="10")) == "i_program"
    assert utenfor(med_kvp(tmp_path, deltaker("Bo"))) is None


def test_nytt_program_samme_aar_gaar_foran_det_gamle(tmp_path: Path) -> None:
    gammelt = deltaker("Anna", STATUS="3", AVSL_DATO=date(2026, 3, 1), BEGYNT_DATO=date(2025, 1, 1))
    nytt = deltaker("Anna", BEGYNT_DATO=date(2026, 4, 1))
    assert utenfor(med_kvp(tmp_path, nytt, gammelt)) == "i_program"


@pytest.mark.parametrize(
    ("felt", "merknad"),
    [
        (
            {"STATUS": "3", "AVSL_DATO": date(2026, 8, 31)},
            "I program før (11CF 2026: Fullført program eller avsluttet etter avtale, avsluttet 31.08.2026); " + IKKE_TIL_HINDER,
        ),
        ({"STATUS": "X"}, "I program før (11CF 2026: ukjent status); " + IKKE_TIL_HINDER),
    ],
)
def test_tidligere_program_vises_og_er_aldri_til_hinder(tmp_path: Path, felt: dict[str, Any], merknad: str) -> None:
    screening = med_kvp(tmp_path, deltaker("Anna", **felt))
    assert utenfor(screening) is None
    assert next(kandidater(screening))["merknader"] == [merknad]


def test_den_som_er_i_program_faar_ikke_merknad_om_tidligere_program(tmp_path: Path) -> None:
    assert next(kandidater(med_kvp(tmp_path, deltaker("Anna")), alle=True))["merknader"] == []
