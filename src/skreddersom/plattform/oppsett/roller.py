"""The database's roles and a new database, made once by its administrator: one role owns, a lesser one works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from skreddersom.plattform.tilgang.rettigheter import ROLLE

EIER: Final = "skreddersom_eier"
PROGRAM: Final = "skreddersom_program"


@dataclass(frozen=True, slots=True)
class Passord:
    """What the two login roles show to be let in."""

    eier: str
    program: str


@dataclass(frozen=True, slots=True)
class Adresser:
    """Where the database is, as its owner (migrations only) and as the program."""

    eier: str
    program: str


def opprett_database(administrator: str, navn: str, passord: Passord, mal: str = "template0") -> Adresser:
    """Make the database ``navn`` and its roles. ``administrator`` is the address of a superuser. Raises ``psycopg.Error``."""
    sikre_roller(administrator, passord)
    with psycopg.connect(administrator, autocommit=True) as kobling:
        lag = sql.SQL("create database {} owner {} template {}")
        kobling.execute(lag.format(sql.Identifier(navn), sql.Identifier(EIER), sql.Identifier(mal)))
    return adresser(administrator, navn, passord)


def sikre_roller(administrator: str, passord: Passord) -> None:
    """Make the roles that are missing, and let the two that log in have these passwords. Raises ``psycopg.Error``."""
    with psycopg.connect(administrator, autocommit=True) as kobling:
        for rolle, valg in ((ROLLE, "nologin"), (EIER, "login"), (PROGRAM, "login")):
            _sikre_rolle(kobling, rolle, valg)
        for rolle, hemmelig in ((EIER, passord.eier), (PROGRAM, passord.program)):
            kobling.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(rolle), sql.Literal(hemmelig)))
        kobling.execute(sql.SQL("grant {} to {}").format(sql.Identifier(ROLLE), sql.Identifier(PROGRAM)))


def adresser(administrator: str, navn: str, passord: Passord) -> Adresser:
    """Where the database ``navn`` is, for each of the two."""
    return Adresser(_adresse(administrator, navn, EIER, passord.eier), _adresse(administrator, navn, PROGRAM, passord.program))


def _sikre_rolle(kobling: psycopg.Connection, rolle: str, valg: str) -> None:
    finnes = kobling.execute("select from pg_roles where rolname = %s", [rolle]).fetchone()
    if finnes is None:
        kobling.execute(
            sql.SQL("create role {} " + valg + " nosuperuser nobypassrls nocreatedb nocreaterole").format(sql.Identifier(rolle))
        )


def _adresse(administrator: str, navn: str, rolle: str, passord: str) -> str:
    deler = {nokkel: verdi for nokkel, verdi in conninfo_to_dict(administrator).items() if nokkel in ("host", "port")}
    return make_conninfo("", dbname=navn, user=rolle, password=passord, **deler)
