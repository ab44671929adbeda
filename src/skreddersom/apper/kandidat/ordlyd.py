"""The core speaks to the command line and the web alike; here its sentences become fit for a page."""

from __future__ import annotations

import re
from typing import Final

BARE_KOMMANDOLINJE: Final = (
    (re.compile(r", eller oppgi året med --aar"), ""),
    (re.compile(r" og oppgi --uten-vedlegg| \(--uten-vedlegg\)|, eller oppgi at det ikke er noe å levere \(--uten-vedlegg\)"), ""),
    (re.compile(r" med --per"), ""),
)
"""What only the command line can do, and what a page says instead."""

LANGE_TALL: Final = re.compile(r"(?<!\d)\d{11,12}(?!\d)")
"""Eleven or twelve digits in a row: a fødselsnummer or a DUF number, whoever's it is."""


def for_nett(setning: str) -> str:
    """``setning`` without options of the command line and without anybody's number."""
    for monster, nytt in BARE_KOMMANDOLINJE:
        setning = monster.sub(nytt, setning)
    return uten_nummer(setning)


def uten_nummer(tekst: str) -> str:
    """``tekst`` with every fødselsnummer and DUF number hidden."""
    return LANGE_TALL.sub("(nummeret vises ikke)", tekst)
