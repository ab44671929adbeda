"""Whatever is done to the log behind the program's back, the verification finds it, and says where."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from plattform.logg.loggbase import INGEN, Loggbase, innhold
from skreddersom.plattform.logg import strom, verifisering
from skreddersom.plattform.logg.kjede import neste_hash
from skreddersom.plattform.logg.verifisering import verifiser

if TYPE_CHECKING:
    from uuid import UUID

    import psycopg

RADER = 12
MED_HASH = "set hash = sha256('falsk')"


@pytest.fixture
def kontor(loggbase: Loggbase) -> UUID:
    nytt = loggbase.kontor()
    loggbase.fyll(nytt, RADER)
    return nytt


def funn(base: Loggbase, *kontorer: UUID) -> list[tuple[str, int, int]]:
    return [(ett.slag.value, ett.fra, ett.til) for ett in verifiser(base.program, kontorer).funn]


def sett_inn(base: Loggbase, kontor: UUID, nr: int, forrige: bytes = b"") -> str:
    tekst = innhold(kontor, detalj="ekstra")
    hash_ = neste_hash(forrige, nr, tekst.encode()).hex()
    return f"insert into logg_rad (kontor_id, nr, innhold, hash) values ({{kontor}}, {nr}, '{tekst}', '\\x{hash_}')"


def test_en_urort_logg_har_ingen_funn(loggbase: Loggbase, kontor: UUID) -> None:
    tomt = loggbase.kontor()
    svar = verifiser(loggbase.program, [kontor, tomt])
    assert (svar.rader, svar.funn) == (RADER, [])


@pytest.mark.parametrize("nr", [1, 6, RADER])
def test_hver_endret_rad_blir_funnet(loggbase: Loggbase, kontor: UUID, nr: int) -> None:
    loggbase.skad(kontor, f"update logg_rad set innhold = replace(innhold, 'nr ', 'Nr ') where kontor_id = {{kontor}} and nr = {nr}")
    assert funn(loggbase, kontor) == [("endret", nr, nr)]


def test_endret_hvem_blir_funnet_selv_om_kolonnene_folger_med(loggbase: Loggbase, kontor: UUID) -> None:
    endring = f"update logg_rad set innhold = replace(innhold, '{INGEN}', '11111111-1111-1111-1111-111111111111')"
    loggbase.skad(kontor, f"{endring} where kontor_id = {{kontor}} and nr in (3, 9)")
    assert funn(loggbase, kontor) == [("endret", 3, 3), ("endret", 9, 9)]


def test_endret_rad_med_ny_hash_roper_paa_den_neste(loggbase: Loggbase, kontor: UUID) -> None:
    loggbase.skad(
        kontor,
        "update logg_rad r set innhold = replace(innhold, 'nr ', 'Nr '), hash = sha256(f.hash || int8send(r.nr) || "
        "convert_to(replace(innhold, 'nr ', 'Nr '), 'UTF8')) "
        "from (select hash from logg_rad where kontor_id = {kontor} and nr = 4) f where kontor_id = {kontor} and nr = 5",
    )
    assert funn(loggbase, kontor) == [("endret", 6, 6)]


@pytest.mark.parametrize(("nr", "fra", "til"), [("1", 1, 1), ("4", 4, 4), ("4, 5, 6", 4, 6), ("12", 12, 12), ("11, 12", 11, 12)])
def test_fjernede_rader_blir_funnet_ogsaa_til_slutt(loggbase: Loggbase, kontor: UUID, nr: str, fra: int, til: int) -> None:
    loggbase.skad(kontor, f"delete from logg_rad where kontor_id = {{kontor}} and nr in ({nr})")
    assert ("mangler", fra, til) in funn(loggbase, kontor)


def test_en_tom_logg_der_hodet_staar_igjen_blir_funnet(loggbase: Loggbase, kontor: UUID) -> None:
    loggbase.skad(kontor, "delete from logg_rad where kontor_id = {kontor}")
    assert funn(loggbase, kontor) == [("mangler", 1, RADER)]


def test_rader_som_har_byttet_plass_blir_funnet(loggbase: Loggbase, kontor: UUID) -> None:
    bytte = "update logg_rad set nr = {} where kontor_id = {{kontor}} and nr = {}"
    loggbase.skad(kontor, bytte.format(100, 4), bytte.format(4, 8), bytte.format(8, 100))
    assert {nr for _, nr, _ in funn(loggbase, kontor)} >= {4, 8}


def test_en_rad_som_er_fjernet_og_resten_flyttet_opp_blir_funnet(loggbase: Loggbase, kontor: UUID) -> None:
    loggbase.skad(
        kontor,
        "delete from logg_rad where kontor_id = {kontor} and nr = 5",
        *(f"update logg_rad set nr = {nr - 1} where kontor_id = {{kontor}} and nr = {nr}" for nr in range(6, RADER + 1)),
        f"update logg_hode set nr = {RADER - 1} where kontor_id = {{kontor}}",
    )
    assert [nr for _, nr, _ in funn(loggbase, kontor)] == list(range(5, RADER))


@pytest.mark.parametrize("nr", [-3, 0, RADER + 1])
def test_tillagte_rader_blir_funnet(loggbase: Loggbase, kontor: UUID, nr: int) -> None:
    with loggbase.som(kontor) as kobling:
        (siste,) = kobling.execute("select hash from logg_hode").fetchone() or (b"",)
    loggbase.skad(kontor, sett_inn(loggbase, kontor, nr, siste))
    assert funn(loggbase, kontor) == [("lagt_til", nr, nr)]


def test_to_rader_med_samme_nummer_blir_funnet(skadebase: Loggbase) -> None:
    kontor = skadebase.kontor()
    skadebase.fyll(kontor, RADER)
    skadebase.skad(kontor, "alter table logg_rad drop constraint logg_rad_nr_en_gang", sett_inn(skadebase, kontor, 4))
    assert ("lagt_til", 4, 4) in funn(skadebase, kontor)


def test_et_hode_som_er_skrevet_om_blir_funnet(loggbase: Loggbase, kontor: UUID) -> None:
    loggbase.skad(kontor, f"update logg_hode {MED_HASH} where kontor_id = {{kontor}}")
    assert funn(loggbase, kontor) == [("hode", RADER, RADER)]


def test_en_hash_som_er_skrevet_om_blir_funnet(loggbase: Loggbase, kontor: UUID) -> None:
    loggbase.skad(kontor, f"update logg_rad {MED_HASH} where kontor_id = {{kontor}} and nr = 7")
    assert funn(loggbase, kontor) == [("endret", 7, 7), ("endret", 8, 8)]


@pytest.mark.parametrize("hash_", ["''", "'\\x00'", "repeat('x', 200)::bytea"])
def test_en_hash_av_feil_lengde_stopper_ikke_verifiseringen(loggbase: Loggbase, kontor: UUID, hash_: str) -> None:
    loggbase.skad(kontor, f"update logg_rad set hash = {hash_} where kontor_id = {{kontor}} and nr = 7")
    assert funn(loggbase, kontor) == [("endret", 7, 7), ("endret", 8, 8)]


def test_kjeden_til_et_kontor_kan_ikke_settes_inn_hos_et_annet(skadebase: Loggbase) -> None:
    kontor, annet = skadebase.kontor(), skadebase.kontor()
    skadebase.fyll(kontor, RADER)
    skadebase.skad(
        kontor,
        "alter table logg_rad drop constraint logg_rad_ett_kontor",
        f"update logg_rad set kontor_id = '{annet}' where kontor_id = {{kontor}}",
        f"update logg_hode set kontor_id = '{annet}' where kontor_id = {{kontor}}",
    )
    assert len(funn(skadebase, annet)) == RADER


def test_en_kolonne_som_sier_noe_annet_enn_teksten_blir_funnet(skadebase: Loggbase) -> None:
    """As when the owner has made ordinary columns of the generated ones, so that a search finds somebody else."""
    kontor = skadebase.kontor()
    skadebase.fyll(kontor, RADER)
    loyn = {
        2: "ansatt_id = gen_random_uuid()",
        4: "person_id = null",
        6: "handling = 'sok'",
        8: "tid = 'i går'",
        10: "tid = replace(tid, '5', '6')",
    }
    skadebase.skad(
        kontor,
        *(f"alter table logg_rad alter {kolonne} drop expression" for kolonne in ("ansatt_id", "person_id", "handling", "tid")),
        *(f"update logg_rad set {endring} where kontor_id = {{kontor}} and nr = {nr}" for nr, endring in loyn.items()),
    )
    assert funn(skadebase, kontor) == [("kolonne", nr, nr) for nr in loyn]


def test_arbeidet_kan_deles_mellom_prosesser_som_ser_det_samme(loggbase: Loggbase, kontor: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifisering, "BOLK", 3)
    monkeypatch.setattr(verifisering, "VERDT_EN_PROSESS", 2)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert funn(loggbase, kontor) == []
    loggbase.skad(kontor, "delete from logg_rad where kontor_id = {kontor} and nr in (3, 4, 10)")
    assert funn(loggbase, kontor) == [("mangler", 3, 4), ("mangler", 10, 10)]


def test_det_som_skrives_mens_vi_leser_er_ikke_et_funn(loggbase: Loggbase, kontor: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    ekte = strom.arbeid_for

    def skriv_forst(kobling: psycopg.Connection, hvilket: UUID) -> None:
        ekte(kobling, hvilket)
        kobling.execute("select 1 from logg_hode").fetchone()
        loggbase.fyll(kontor, 1)

    monkeypatch.setattr(verifisering, "arbeid_for", skriv_forst)
    svar = verifiser(loggbase.program, [kontor])
    assert (svar.rader, svar.funn) == (RADER, [])
