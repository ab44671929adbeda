"""Errors that a user can mend. Each carries one Norwegian sentence that says what is wrong, where, and the cure."""


class Brukerfeil(Exception):
    """Wrong input from a user. ``str(feil)`` is a Norwegian sentence that names the cure; never shown as a traceback."""

    @property
    def setning(self) -> str:
        """The sentence as it was given: a ``Setning`` knows what it is made of, which ``str(feil)`` does not."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)
