"""Errors that a user can mend. Each carries one Norwegian sentence that says what is wrong, where, and the cure."""


class Brukerfeil(Exception):
    """Wrong input from a user. ``str(feil)`` is a Norwegian sentence that names the cure; never shown as a traceback."""
