"""What the application's own database role may do: work with rows, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db import connection, connections, transaction

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

ROLLE: Final = "skreddersom_app"
"""The role that every login role of the application is a member of."""

TATT_BORT: Final = {"logg_hode": "insert, update, delete, truncate", "django_migrations": "insert, update, delete, truncate"}
"""Tables where only a trigger or the owner writes. From those that are only added to, the rest is taken away below."""

GI: Final = """
grant usage on schema public to {rolle};
revoke create on schema public from public;
grant select, insert, update, delete on all tables in schema public to {rolle};
grant usage on all sequences in schema public to {rolle};
grant execute on all functions in schema public to {rolle};
"""

BARE_TILFOYD: Final = "select tgrelid::regclass::text from pg_trigger where tgname = 'bare_tilfoy'"
UTLOSERE: Final = """
select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype
"""
"""Functions that run by themselves. Nobody may hang one on a table of their own: one of them works by the owner's right."""

FOR_MEKTIG: Final = """
select case
  when r.rolsuper then 'er superbruker'
  when r.rolbypassrls then 'kan gå forbi radsikkerheten (BYPASSRLS)'
  when exists (select from pg_class k where k.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, k.relowner, 'MEMBER'))
    then 'eier tabellene, eller er medlem av rollen som gjør det'
  when not pg_has_role(r.oid, '{rolle}', 'USAGE') then 'er ikke medlem av {rolle}'
  end
from pg_roles r where r.rolname = current_user
"""


def gi(**_: object) -> None:
    """Give the application's role what it needs on the tables as they now are. Run by the owner after each migration."""
    finnes = set(connection.introspection.table_names())
    with transaction.atomic(), connection.cursor() as peker:
        peker.execute(GI.format(rolle=ROLLE))
        for tabell in TATT_BORT.keys() & finnes:
            peker.execute(f"revoke {TATT_BORT[tabell]} on {tabell} from {ROLLE}")
        for tabell in _liste(peker, BARE_TILFOYD):
            peker.execute(f"revoke update, delete, truncate on {tabell} from {ROLLE}")
        for funksjon in _liste(peker, UTLOSERE):
            peker.execute(f"revoke execute on function {funksjon} from public, {ROLLE}")


def _liste(peker: CursorWrapper, sporring: str) -> list[str]:
    peker.execute(sporring)
    return [rad[0] for rad in peker.fetchall()]


def krev_liten_rolle(alias: str = "default") -> None:
    """Refuse to start as a role that row-level security does not hold. Raises ``Brukerfeil``."""
    with connections[alias].cursor() as peker:
        peker.execute("select to_regrole(%s) is null or to_regclass('public.logg_hode') is null", [ROLLE])
        if peker.fetchone()[0]:
            raise Brukerfeil("databasen er ikke satt opp ennå. Kjør «drift migrer» som eieren av databasen først.")
        peker.execute(FOR_MEKTIG.format(rolle=ROLLE))
        hvorfor = peker.fetchone()[0]
    if hvorfor:
        raise Brukerfeil(f"databasebrukeren {hvorfor}. Bruk en egen bruker for programmet, som docs/drift.md viser.")
