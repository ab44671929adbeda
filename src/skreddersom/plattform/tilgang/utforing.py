"""From a form to an action, and back with what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.utils.translation import gettext as _

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


def gjort(request: Foresporsel, skjema: forms.Form, gjor: Callable[[], object]) -> bool:
    """Do it; what is refused stands in the form."""
    try:
        gjor()
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return False
    messages.success(request, _("Lagret."))
    return True


def utfor(request: Foresporsel, gjor: Callable[[], object]) -> None:
    """Do it, or say why not. What is not there for us is not there."""
    try:
        gjor()
    except ObjectDoesNotExist:
        raise Http404 from None
    except Brukerfeil as feil:
        messages.error(request, str(feil))
    else:
        messages.success(request, _("Lagret."))
