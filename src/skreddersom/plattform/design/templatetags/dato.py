"""Dates as the reader's language writes them: built in, so that every template's ``date`` is this one."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Final

from django import template
from django.template.defaultfilters import date
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

LIKE: Final = 5_000
register = template.Library()

SKREVET: Final = (_("j. F Y"), _("j. F Y H:i"), _("j. F"))
"""The ways with a full stop after the day, as Norwegian has it. Other ways are the same in every language."""


@register.filter("date", expects_localtime=True, is_safe=False)
def dato(verdi: dt.date | str | None, form: str | None = None) -> str:
    """Django's own, with the form in the reader's language."""
    if type(verdi) is dt.date:
        return _dagen(verdi, form, get_language())
    return date(verdi, gettext(form) if form else None)


@lru_cache(maxsize=LIKE)
def _dagen(dag: dt.date, form: str | None, _sprak: str | None) -> str:
    """Many lines of a list have the same days."""
    return date(dag, gettext(form) if form else None)
