"""``python -m skreddersom.plattform.oppsett.tabeller``: make the tables in an empty database quickly, for the demo and the tests.

As ``migrate``, step by step and with the same tables in the end. Nearly all its time goes to making Python's picture of the tables anew
after each constraint; here the constraints that stand together are one step.
"""

from __future__ import annotations

import gc
import signal
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Final

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddConstraint, AddIndex
from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState

SAMLES: Final = (AddConstraint, AddIndex)
"""Steps that need nothing from the one before."""


class Samlet(Operation):
    """Several steps after which the picture is made once."""

    def __init__(self, steg: Sequence[Operation]) -> None:
        self.steg = steg

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Forget the picture before it is changed: it is made when it is asked for."""
        state.__dict__.pop("apps", None)
        for ett in self.steg:
            ett.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Each of them, on the tables as they are when all are done."""
        for ett in self.steg:
            ett.database_forwards(app_label, schema_editor, from_state, to_state)


def samlet(operasjoner: Sequence[Operation]) -> list[Operation]:
    """The same steps in the same order, with those that stand together as one."""
    grupper = [(samles, list(steg)) for samles, steg in groupby(operasjoner, lambda ett: isinstance(ett, SAMLES))]
    return [ett for samles, steg in grupper for ett in ([Samlet(steg)] if samles else steg)]


def lag() -> None:
    """Make the tables. Nobody looks for garbage meanwhile: there is much, and it is soon over."""
    from django.core.management import call_command

    gc.disable()
    try:
        with _samlede_steg():
            call_command("migrate", verbosity=0, skip_checks=True)
    finally:
        gc.enable()


@contextmanager
def _samlede_steg() -> Iterator[None]:
    """Whoever reads the migrations inside, finds the constraints together."""
    klasser = {type(ett): type(ett).operations for ett in MigrationLoader(None).disk_migrations.values()}
    for klasse, operasjoner in klasser.items():
        klasse.operations = samlet(operasjoner)
    try:
        yield
    finally:
        for klasse, operasjoner in klasser.items():
            klasse.operations = operasjoner


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word

    import django

    django.setup()
    lag()
