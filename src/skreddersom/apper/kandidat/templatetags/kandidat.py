"""Filters of the candidates' pages: ``{% load kandidat %}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.plattform.design import setninger

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()


@register.filter
def kommunenavn(nummer: str) -> str:
    """The name of a municipality; its number when it is not known."""
    return KOMMUNER.get(nummer, nummer)


@register.filter
def sagt(utsagn: str | Mapping[str, Any]) -> str:
    """A kept sentence in the language of the reader."""
    return setninger.sagt([utsagn])
