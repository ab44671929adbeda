"""Words of a report as the pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import template
from django.utils.translation import gettext_lazy

from skreddersom.apper.omradeovervaking.visning import kortnavn, maalform, ordlyd, svarord
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.tekst import Maalform

register = template.Library()

register.filter(ordlyd)
register.filter(kortnavn)
register.filter(svarord)

FORMNAVN: Final = {"html": gettext_lazy("Nettside"), "pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


@register.simple_tag
def paa(ord_: Mapping[str, str], norm: Maalform) -> str:
    """Words that are kept in both norms, in one of them."""
    return ord_[norm]


@register.simple_tag
def delnavn(avsnitt: Mapping[str, Any]) -> str:
    """The part of the report that a paragraph stands in."""
    return Ordlyd(maalform())(avsnitt["del"])


@register.simple_tag
def formnavn(form: str) -> str:
    """What a form of the report is called."""
    return str(FORMNAVN[form])
