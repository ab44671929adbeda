"""The tables of facts in ``data/``: semicolon-separated, UTF-8, one heading line."""

from __future__ import annotations

import csv
from importlib.resources import files


def tabell(navn: str) -> list[dict[str, str]]:
    """The rows of ``data/<navn>.csv``, each as heading -> text."""
    tekst = files(__package__).joinpath("data", f"{navn}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(tekst.splitlines(), delimiter=";"))
