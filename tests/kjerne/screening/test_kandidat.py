"""One person as a caseworker reads them: conditions, reasons, what is missing, and no more personal data than needed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kjerne.screening.saksmengder import FNR, HELE_AARET, fil, maneder, post
from skreddersom.kjerne.screening.kandidat import kandidater, med_journal
from skreddersom.kjerne.screening.rekkefolge import LANGTID, LENGST, VEKTER
from skreddersom.kjerne.screening.screening import screen

if TYPE_CHECKING:
    from pathlib import Path

NOKLER = [
    "kommune",
    "journalnr",
    "alder",
    "maneder_siste_12",
    "sammenhengende_maneder",
    "rang",
    "utenfor",
    "grunner",
    "kort",
    "merknader",
    "vilkar",
    "avgjorende_mangler",
]


def kandidat(mappe: Path, aar: int = 2026, **felt: Any) -> dict[str, Any]:
    return next(kandidater(screen([fil(mappe, [post(**felt)], aar)]), alle=True))


def vilkar(person: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(v for v in person["vilkar"] if v["id"] == id_)


@pytest.mark.krav("R28")
def test_hvert_vilkar_staar_en_gang_med_hjemmel_svar_forklaring_og_kilde(tmp_path: Path) -> None:
    anna = kandidat(tmp_path, **HELE_AARET)
    assert [v["id"] for v in anna["vilkar"]] == ["alder", "arbeidsevne", "ytelser", "arbeidsevnevurdering", "bistand", "unntak", "opphold"]
    assert [v["svar"] for v in anna["vilkar"]] == ["JA", "UKJENT", "JA", "UKJENT", "UKJENT", "UKJENT", "UKJENT"]
    assert vilkar(anna, "alder") == {
        "id": "alder",
        "hjemmel": "sosialtjenesteloven § 29 første ledd",
        "svar": "JA",
        "forklaring": "Fylt 18 år og ikke fylt 67 år: oppfylt. 36 år per 31.12.2026 (KOSTRA 11F 2026, fødselsdato).",
        "kilde": "KOSTRA 11F 2026, fødselsdato",
    }
    assert vilkar(anna, "bistand")["kilde"] is None


def test_ytelsene_forklares_med_kodene_de_bygger_paa(tmp_path: Path) -> None:
    assert vilkar(kandidat(tmp_path, TRYGDESIT="11"), "ytelser")["kilde"] == (
        "KOSTRA 11F 2026, trygd: arbeidsavklaringspenger, hovedkilde: sosialhjelp"
    )
    assert vilkar(kandidat(tmp_path, TRYGDESIT="12", VKLO="X"), "ytelser")["kilde"].endswith("hovedkilde: ukjent kode X")


def test_kursstonad_som_hovedkilde_maa_noen_vurdere(tmp_path: Path) -> None:
    ytelser = vilkar(kandidat(tmp_path, TRYGDESIT="12", VKLO="2"), "ytelser")
    assert (ytelser["svar"], ytelser["kilde"]) == ("UKJENT", None)
    assert "Mangler opplysning om ytelser etter folketrygdloven" in ytelser["forklaring"]


def test_filer_fra_2022_har_de_samme_kodene_uten_liste(tmp_path: Path) -> None:
    assert "trygd: arbeidsavklaringspenger, hovedkilde: sosialhjelp" in vilkar(kandidat(tmp_path, 2022, TRYGDESIT="11"), "ytelser")["kilde"]


def test_kode_12_i_eldre_filer_er_et_svakere_tegn_og_sier_det(tmp_path: Path) -> None:
    svakt = "et svakere tegn i filer fra 2025 og før"
    assert svakt in vilkar(kandidat(tmp_path, 2025), "ytelser")["kilde"]
    assert svakt not in vilkar(kandidat(tmp_path, 2026), "ytelser")["kilde"]
    assert svakt not in vilkar(kandidat(tmp_path, 2025, TRYGDESIT="13"), "ytelser")["kilde"]


def test_avgjorende_mangler_er_det_11f_ikke_kan_si(tmp_path: Path) -> None:
    assert kandidat(tmp_path)["avgjorende_mangler"] == [
        "nedsatt_arbeidsevne",
        "arbeidsevnevurdering",
        "bistand_hensiktsmessig_og_nodvendig",
        "uforholdsmessig_byrdefullt",
        "lovlig_opphold",
        "fast_bopel",
        "eos_opphold",
        "annet_unntak_fra_bopel",
    ]
    assert "svaert_begrensede_ytelser" in kandidat(tmp_path, TRYGDESIT="11")["avgjorende_mangler"]
    assert "fodselsdato" in kandidat(tmp_path, FODSELSDATO=None, PERSON_FODSELSNR=None)["avgjorende_mangler"]


def test_utenfor_alderen_mangler_ingenting(tmp_path: Path) -> None:
    dina = next(kandidater(screen([fil(tmp_path, [post("Dina")])]), alle=True))
    assert (dina["utenfor"], dina["rang"], dina["avgjorende_mangler"], dina["alder"]) == ("alder", None, [], 11)


@pytest.mark.krav("R30")
def test_grunnene_staar_i_ord_med_den_viktigste_forst(tmp_path: Path) -> None:
    bo = next(kandidater(screen([fil(tmp_path, [post("Bo", **HELE_AARET, VILKARSOSLOV="1", BU18="1", ANTBU18=2)])])))
    assert bo["grunner"] == [
        "Langtidsmottaker: stønad i 12 av de siste 12 månedene",
        "12 måneder på rad",
        "Sosialhjelp er viktigste kilde til livsopphold",
        "Under 30 år med vilkår om aktivitet: program skal vurderes først",
        "Forsørger 2 barn",
        "Ingen andre ytelser til livsopphold er registrert",
    ]
    assert bo["kort"] == "lever av sosialhjelp · under 30 med vilkår · 2 barn · uten ytelser"


def test_den_med_faa_maneder_faar_tallet_uten_aa_kalles_langtidsmottaker(tmp_path: Path) -> None:
    assert kandidat(tmp_path, **maneder(11, 12), VKLO="9", TRYGDESIT="11")["grunner"] == [
        "Stønad i 2 av de siste 12 månedene",
        "2 måneder på rad",
    ]
    assert kandidat(tmp_path, VKLO="9", TRYGDESIT="11")["grunner"] == []


def test_en_maned_alene_er_ingen_rekke(tmp_path: Path) -> None:
    assert kandidat(tmp_path, **maneder(3), VKLO="9", TRYGDESIT="11")["grunner"] == ["Stønad i 1 av de siste 12 månedene"]


def test_hver_vekt_veier_mer_enn_alle_under_til_sammen() -> None:
    """What the order promises: what stands higher in the table decides before anything below it is asked."""
    hoyst = {"maneder": 12, "sammenheng": LENGST}
    for nr, vekt in enumerate(VEKTER[1:], start=1):
        under = sum(v.poeng * hoyst.get(v.id, 1) for v in VEKTER[nr + 1 :])
        assert vekt.poeng > under, vekt.id
    poeng = {vekt.id: vekt.poeng for vekt in VEKTER}
    assert len(poeng) == len(VEKTER)
    mest_uten_langtid = poeng["maneder"] * (LANGTID - 1) + sum(v.poeng * hoyst.get(v.id, 1) for v in VEKTER[2:])
    assert poeng["langtid"] + poeng["maneder"] * LANGTID > mest_uten_langtid


def test_ingen_fodselsnummer_eller_fodselsdato_uten_at_noen_ber_om_det(tmp_path: Path) -> None:
    screening = screen([fil(tmp_path, [post("Anna", **HELE_AARET)])])
    uten, med = (next(kandidater(screening, med_fnr=valg)) for valg in (False, True))
    assert list(uten) == NOKLER
    assert FNR["Anna"] not in json.dumps(uten)
    assert "1990" not in json.dumps(uten)
    assert med == {"fnr": FNR["Anna"]} | uten


def test_en_journal_finnes_ogsaa_naar_den_er_slaatt_sammen_med_en_annen(tmp_path: Path) -> None:
    screening = screen([fil(tmp_path, [post("Anna"), post("Anna", PERSON_JOURNALNR="9"), post("Bo")])])
    for journal in ("9", "Anna"):
        assert [k["journalnr"] for k in med_journal(screening, journal)] == ["9"]
    assert med_journal(screening, "borte") == []


def test_bare_kandidater_uten_alle(tmp_path: Path) -> None:
    screening = screen([fil(tmp_path, [post("Dina"), post("Anna")])])
    assert [k["journalnr"] for k in kandidater(screening)] == ["Anna"]
    assert [(k["journalnr"], k["utenfor"]) for k in kandidater(screening, alle=True)] == [("Anna", None), ("Dina", "alder")]


def test_merknader_om_dobbeltforing_og_datoer_i_strid(tmp_path: Path) -> None:
    to_ganger = [post("Anna"), post("Anna", PERSON_JOURNALNR="9", KJONN="1")]
    assert next(kandidater(screen([fil(tmp_path, to_ganger)])))["merknader"] == ["Står flere ganger, slått sammen: 4203/Anna, 4203/9"]
    i_strid = fil(tmp_path, [post("Anna", PERSON_FODSELSNR=FNR["Bo"])])
    assert next(kandidater(screen([i_strid])))["merknader"] == ["Fødselsdato og fødselsnummer er ulike: kontroller alderen"]
