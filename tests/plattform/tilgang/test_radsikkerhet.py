"""The database itself keeps one office's persons from another's staff."""

import importlib
from types import SimpleNamespace

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.conninfo import make_conninfo

from rollebesetning import Besetning
from skreddersom.apper.kandidat.models import Person
from skreddersom.plattform.tilgang.kontekst import sett, som
from skreddersom.plattform.tilgang.rls import IKKE_SPERRET, KONTOR

UTEN_REGEL = {
    "tilgang_stilling": "about staff only; read to find out who somebody is, before any office is active",
    "tilgang_invitasjon": "about staff only; the code is looked up before anybody is logged in",
    "tilgang_kontorkommune": "about offices only",
}
"""Tables with ``kontor_id`` that are open on purpose, and why."""


def _person(folk: Besetning, hvem: str, navn: str) -> Person:
    with som(folk.kontekst(hvem)) as kontekst:
        return Person.objects.create(kontor_id=kontekst.kontor, nokkel=f"journal:{navn}", navn=navn)


def test_hver_tabell_med_kontor_er_lukket_eller_staar_paa_lista(db: None) -> None:
    with connection.cursor() as peker:
        peker.execute(
            "select c.relname, c.relrowsecurity and c.relforcerowsecurity from pg_class c join pg_attribute a on a.attrelid = c.oid "
            "where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'kontor_id' and not a.attisdropped"
        )
        lukket = dict(peker.fetchall())
    assert {tabell for tabell, er in lukket.items() if not er} == set(UTEN_REGEL)
    assert sum(lukket.values()) >= 10


def test_reglene_i_en_eldre_database_skrives_om_til_de_nye(administrator: str, db: None) -> None:
    """A database from before whom one may not see was worked out once: its policies become those that new tables get."""
    skriv_om = importlib.import_module("skreddersom.plattform.tilgang.migrations.0003_sperrede").Migration.operations[1].sql
    gammel = "kontor_id = (select current_setting('skreddersom.kontor')::uuid) and person_id <> all ((select tilgang_sperrede())::uuid[])"
    ny = f"{KONTOR} and {IKKE_SPERRET.format(kolonne='person_id')}"
    basen = connection.settings_dict["NAME"]
    with psycopg.connect(make_conninfo(administrator, dbname=basen)) as kobling:
        for tabell, regel in (("gammel", gammel), ("ny", ny)):
            kobling.execute(f"create table prove_{tabell} (kontor_id uuid, person_id uuid)")
            kobling.execute(f"create policy eget_kontor on prove_{tabell} using ({regel}) with check ({regel})")
        kobling.execute(skriv_om)
        regler = kobling.execute("select tablename, qual, with_check from pg_policies where tablename like 'prove_%' order by 1").fetchall()
        kobling.rollback()
    assert regler[0][1:] == regler[1][1:]
    assert "skreddersom.sperrede" in regler[0][1]


def test_stine_ser_ikke_bakkens_person(folk: Besetning) -> None:
    _person(folk, "vilde", "Per")
    with som(folk.kontekst("vilde")):
        assert [person.navn for person in Person.objects.all()] == ["Per"]
    with som(folk.kontekst("stine")):
        assert not Person.objects.exists()


def test_stine_kan_ikke_skrive_i_bakkens_tabell(folk: Besetning) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), som(folk.kontekst("stine")):
        Person.objects.create(kontor=folk.kontorer["Bakken"], nokkel="journal:1")


def test_uten_kontekst_svarer_ikke_databasen(folk: Besetning) -> None:
    """There must be a row to ask about: of an empty table the planner may answer without asking whose it is."""
    _person(folk, "vilde", "Per")
    with connection.cursor() as peker:
        peker.execute("reset skreddersom.kontor")  # as when the transaction that set it has ended
    with pytest.raises(DatabaseError, match=r"skreddersom\.kontor|uuid"), transaction.atomic():
        Person.objects.exists()


def test_konteksten_krever_en_transaksjon(folk: Besetning, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skreddersom.plattform.tilgang.kontekst.connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="transaksjon"):
        sett(folk.kontekst("vilde"))
