"""argparse in Norwegian: its English words are replaced where it looks them up."""

from __future__ import annotations

import argparse
from typing import NoReturn

from skreddersom.cli.ordlyd import synlig

ORD = {
    "usage: ": "bruk: ",
    "options": "valg",
    "positional arguments": "argumenter",
    "show this help message and exit": "vis denne hjelpen",
    "the following arguments are required: %s": "mangler: %s",
    "unrecognized arguments: %s": "ukjent: %s",
    "expected one argument": "mangler en verdi",
    "expected at least one argument": "mangler minst én verdi",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r er ikke et valg; velg mellom %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r er ikke en gyldig verdi (%(type)s)",
    "not allowed with argument %s": "kan ikke brukes sammen med %s",
    "one of the arguments %s is required": "ett av disse må være med: %s",
    "ignored explicit argument %r": "%r er en verdi for mye",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s er tvetydig; mente du %(matches)s?",
}


def _oversett(tekst: str) -> str:
    return ORD.get(tekst, tekst)


# argparse looks its words up through this module-level name; there is no public hook.
setattr(argparse, "_", _oversett)  # noqa: B010


class NorskParser(argparse.ArgumentParser):
    """A parser that ends wrong usage with one Norwegian sentence and exit code 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is found."""
        self.exit(2, f"Feil: {synlig(message)}. Skriv «{self.prog} --help» for hjelp.\n")
