"""The few words of a log row, in the language of the one who reads it.

The log itself is evidence and keeps one language, bokmål, as it was written; so does what is taken out of it. Only the page says it in
another, where the words are known again.
"""

from __future__ import annotations

import re
from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

MALER: Final = (
    _("liste"),
    _("brevhode"),
    _("oversendelse av klage"),
    _("{antall} treff"),
    _("benk, {antall} vist"),
    _("til kontroll, {antall} vist"),
    _("åpnede saker, {antall} vist"),
    _("utenfor lista, {antall} vist"),
    _("kontroll {nr}, {antall} vist"),
    _("liste over kandidater, {antall} vist, {utenfor} utenfor lista"),
    _("liste over kandidater, {antall} vist"),
    _("kontroller på kommandolinja"),
    _("avsluttet {dato}"),
    _("{slag}, {antall} linjer"),
    _("{antall} personer vurdert"),
    _("tatt inn på lista mot «{grunn}»"),
)
"""What is written, with what changes from row to row in braces."""

VERDI: Final = re.compile(r"\\\{(\w+)\\\}")
MONSTRE: Final = tuple((re.compile(VERDI.sub(r"(?P<\1>[^,]+)", re.escape(mal))), mal) for mal in MALER)


def vis(detalj: str) -> str:
    """``detalj`` as the page says it; as it stands when nobody knows it."""
    for monster, mal in MONSTRE:
        treff = monster.fullmatch(detalj)
        if treff:
            return gettext(mal).format(**treff.groupdict())
    return detalj
