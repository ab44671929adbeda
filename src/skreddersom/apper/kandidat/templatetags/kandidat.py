"""Filters of the candidates' pages: ``{% load kandidat %}``."""

from __future__ import annotations

from django import template

from skreddersom.kjerne.kostra.kommuner import KOMMUNER

register = template.Library()


@register.filter
def kommunenavn(nummer: str) -> str:
    """The name of a municipality; its number when it is not known."""
    return KOMMUNER.get(nummer, nummer)
