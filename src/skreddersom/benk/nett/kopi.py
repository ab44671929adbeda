"""Many rows into the database at once: model instances through COPY, as a restore would do it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import AutoField
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Field, Model
    from psycopg import Connection


def kopier(kobling: Connection, rader: Iterable[Model]) -> int:
    """Copy ``rader``, all of one model, every field as it stands in the instance; says how many.

    ``kobling`` is that of a superuser: COPY is not for those whom row-level security holds.
    """
    alle = iter(rader)
    forste = next(alle, None)
    if forste is None:
        return 0
    felt = [ett for ett in forste._meta.concrete_fields if not _settes_av_basen(ett, forste)]  # noqa: SLF001 – Django's own way to them
    kolonner = sql.SQL(", ").join([sql.Identifier(str(ett.column)) for ett in felt])
    inn = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(forste._meta.db_table), kolonner)  # noqa: SLF001
    antall = 0
    with kobling.cursor() as peker, peker.copy(inn) as ut:
        for rad in chain([forste], alle):
            ut.write_row([ett.get_db_prep_save(getattr(rad, ett.attname), connection) for ett in felt])
            antall += 1
    return antall


def _settes_av_basen(felt: Field[Any, Any], rad: Model) -> bool:
    return felt.generated or (isinstance(felt, AutoField) and getattr(rad, felt.attname) is None)
