"""Queries that the database plans once for each connection. To plan one anew, with row-level security, takes longer than to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import psycopg
    from django.db.backends.base.base import BaseDatabaseWrapper

INNSTILLING: Final = {"server_side_binding": True}
"""What Django's ``OPTIONS`` must say: the values go beside the query, not in it, so that the same query is known again."""
ETTER: Final = 2
"""How many times a query is asked before its plan is kept: most are asked on every page, but a filter may be chosen only once."""
FLEST: Final = 500
"""Plans that a connection keeps. The pages ask some two hundred different queries."""
EN_PLAN: Final = "set plan_cache_mode = force_generic_plan"
"""One plan whatever the values: ours all begin with one office or one person, and none has so many that another plan would be better."""


def forbered(connection: BaseDatabaseWrapper, **_resten: Any) -> None:  # noqa: ANN401 – Django's signal
    """Let a new connection of Django's keep its plans."""
    behold_planene(connection.connection)


def behold_planene(kobling: psycopg.Connection[Any]) -> None:
    """Let ``kobling``, which has no transaction open, keep its plans."""
    kobling.prepare_threshold, kobling.prepared_max = ETTER, FLEST
    kobling.execute(EN_PLAN)
