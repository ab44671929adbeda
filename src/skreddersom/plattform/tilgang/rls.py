"""Row-level security as migration steps, so that no table with persons can be made without deciding who sees its rows.

The rule is an equality on the active unit, which the index answers; measured, it costs nothing. Above it stand two narrow ones: the one
person opened to somebody from outside, and the protected persons that this member of staff may not see. The last is asked for once in
each query, not once in each row.
"""

from __future__ import annotations

from typing import Final

from django.db.migrations import RunSQL

# Each setting is asked for in a query of its own, which the database answers once: asked for directly, it is read anew for every row.
KONTOR: Final = "kontor_id = (select current_setting('skreddersom.kontor')::uuid)"
# Written so that the planner expects it to hold: it takes «is not null» to be nearly always true, but an equality, or an «or» with one,
# to be rare, and then fetches all the office's rows to sort them instead of following the index to the first page.
BARE_DENNE: Final = (
    "nullif(coalesce({kolonne} = (select nullif(current_setting('skreddersom.person'), '')::uuid), true), false) is not null"
)
IKKE_SPERRET: Final = (
    "{kolonne} <> all ((select coalesce(nullif(current_setting('skreddersom.sperrede', true), '')::uuid[], tilgang_sperrede()))::uuid[])"
)


def beskytt(tabell: str, person: str = "") -> RunSQL:
    """Close ``tabell``: only rows of the active unit, read or written. ``person`` is the column that says whom a row is about."""
    regel = " and ".join([KONTOR, *(del_.format(kolonne=person) for del_ in (BARE_DENNE, IKKE_SPERRET) if person)])
    return RunSQL(
        f"alter table {tabell} enable row level security; alter table {tabell} force row level security; "
        f"create policy eget_kontor on {tabell} using ({regel}) with check ({regel});",
        f"drop policy eget_kontor on {tabell}; alter table {tabell} no force row level security; "
        f"alter table {tabell} disable row level security;",
    )


def beskytt_gitt(tabell: str) -> RunSQL:
    """Close the table of opened cases: the office's own rows, and those that are given to oneself, wherever one works."""
    egen = "ansatt_id = (select current_setting('skreddersom.ansatt')::uuid)"
    return RunSQL(
        f"alter table {tabell} enable row level security; alter table {tabell} force row level security; "
        f"create policy eget_kontor on {tabell} using ({KONTOR}) with check ({KONTOR}); "
        f"create policy gitt_meg on {tabell} for select using ({egen});",
        f"drop policy eget_kontor on {tabell}; drop policy gitt_meg on {tabell}; "
        f"alter table {tabell} no force row level security; alter table {tabell} disable row level security;",
    )


def beskytt_logg(tabell: str) -> RunSQL:
    """Close the log: anything may be told of one's own unit, also of somebody one may not see; it is read as the persons are."""
    les = f"{KONTOR} and {BARE_DENNE} and (person_id is null or {IKKE_SPERRET})".replace("{kolonne}", "person_id")
    return RunSQL(
        f"alter table {tabell} enable row level security; alter table {tabell} force row level security; "
        f"create policy les on {tabell} for select using ({les}); "
        f"create policy skriv on {tabell} for insert with check ({KONTOR});",
        f"drop policy les on {tabell}; drop policy skriv on {tabell}; alter table {tabell} no force row level security; "
        f"alter table {tabell} disable row level security;",
    )


def bare_tilfoy(tabell: str) -> RunSQL:
    """Make ``tabell`` a record of what has happened: rows are added, never changed or removed, by anyone."""
    return RunSQL(
        f"create trigger bare_tilfoy before update or delete on {tabell} for each row execute function tilgang_bare_tilfoy(); "
        f"create trigger bare_tilfoy_alt before truncate on {tabell} for each statement execute function tilgang_bare_tilfoy();",
        f"drop trigger bare_tilfoy on {tabell}; drop trigger bare_tilfoy_alt on {tabell};",
    )
