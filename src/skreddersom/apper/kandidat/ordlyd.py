"""The core speaks to the command line and the web alike; here its sentences become fit for a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from skreddersom.kjerne.setning import Setning, setning

BARE_KOMMANDOLINJE: Final = (
    (re.compile(r", eller oppgi året med --aar"), ""),
    (re.compile(r" og oppgi --uten-vedlegg| \(--uten-vedlegg\)|, eller oppgi at det ikke er noe å levere \(--uten-vedlegg\)"), ""),
    (re.compile(r" med --per"), ""),
)
"""What only the command line can do, and what a page says instead."""

LANGE_TALL: Final = re.compile(r"(?<!\d)\d{11,12}(?!\d)")
"""Eleven or twelve digits in a row: a fødselsnummer or a DUF number, whoever's it is."""


def for_nett(tekst: str) -> str:
    """``tekst`` without options of the command line and without anybody's number; a ``Setning`` stays one."""
    if not isinstance(tekst, Setning):
        return uten_nummer(uten_valg(tekst))
    if isinstance(tekst.verdier, Mapping):
        return setning(uten_valg(tekst.mal), **{navn: _verdi(verdi) for navn, verdi in tekst.verdier.items()})
    return setning(uten_valg(tekst.mal), *map(_verdi, tekst.verdier))


def _verdi(verdi: object) -> object:
    return for_nett(verdi) if isinstance(verdi, str) else verdi


def uten_valg(tekst: str) -> str:
    """``tekst`` without what only the command line can do."""
    for monster, nytt in BARE_KOMMANDOLINJE:
        tekst = monster.sub(nytt, tekst)
    return tekst


def uten_nummer(tekst: str) -> str:
    """``tekst`` with every fødselsnummer and DUF number hidden."""
    return LANGE_TALL.sub("(nummeret vises ikke)", tekst)
