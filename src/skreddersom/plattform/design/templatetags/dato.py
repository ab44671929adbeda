"""Dates as the reader's language writes them: built in, so that every template's ``date`` is this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django import template
from django.template.defaultfilters import date
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

if TYPE_CHECKING:
    import datetime as dt

register = template.Library()

SKREVET: Final = (_("j. F Y"), _("j. F Y H:i"), _("j. F"))
"""The ways with a full stop after the day, as Norwegian has it. Other ways are the same in every language."""


@register.filter("date", expects_localtime=True, is_safe=False)
def dato(verdi: dt.date | str | None, form: str | None = None) -> str:
    """Django's own, with the form in the reader's language."""
    return date(verdi, gettext(form) if form else None)
