"""PostgreSQL without an administrator: a server of our own for one folder, or the database that ``DATABASE_URL`` names.

>>> with kjorende(Path(".demo/postgres")) as database:
...     psycopg.connect(database.dsn())

``tjener`` is where to begin reading. Only a private Unix socket, never TCP; the decisions stand in ``docs/adr/0003``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skreddersom.plattform.postgres.tilkobling import Database
    from skreddersom.plattform.postgres.tjener import Tjener, kjorende, slett

__all__ = ["Database", "Tjener", "kjorende", "slett"]


def __getattr__(navn: str) -> object:
    """Load the driver only for those who connect: the watcher shares this package and must be small and quick to start."""
    if navn not in __all__:
        raise AttributeError(navn)
    from importlib import import_module

    hvor = "tilkobling" if navn == "Database" else "tjener"
    return getattr(import_module(f"{__name__}.{hvor}"), navn)
