"""What the forms of a round have in common: the version they were opened on, and words in both norms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.sak.forms.felter import langtekst, linje
from skreddersom.apper.sak.forms.vedtak import Linjer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag

__all__ = ["Dag", "Linjer", "Rundeskjema", "langtekst", "linje", "par"]


class Dag(Dato):
    """Any day, before or after today."""

    def validate(self, value: date | None) -> None:
        """Only that there is one, when there must be."""
        forms.DateField.validate(self, value)


class Rundeskjema(forms.Form):
    """A form about a round. ``valgt`` is what the address points at: a question, an answer, a place in a list."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    kan_fjernes = False
    """Whether it is about something that is there, and can be taken away."""

    def __init__(self, grunnlag: Rundegrunnlag, valgt: Mapping[str, str], data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.grunnlag, self.valgt = grunnlag, valgt
        super().__init__(data, initial={"versjon": grunnlag.runde.versjon, **self.forslag()})
        self.still_inn()

    def forslag(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}

    def still_inn(self) -> None:
        """Put in the choices that depend on the round."""

    @property
    def plass(self) -> int | None:
        """The number in the address; None when there is none."""
        tekst = self.valgt.get("nr", "")
        return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 6 else None


def par(felt: Mapping[str, Any], navn: str) -> dict[str, str]:
    """The words of ``navn`` in both norms; those of bokmål where nynorsk is empty."""
    nb = felt[navn].strip()
    return {"nb": nb, "nn": felt.get(f"{navn}_nn", "").strip() or nb}


def nynorsk(*, lang: bool = False) -> forms.CharField:
    """The same words in nynorsk."""
    hjelp = _("Brukes når rapporten skrives på nynorsk. Uten den står ordene over.")
    return langtekst(_("På nynorsk"), hjelp, paakrevd=False, rader=2) if lang else linje(_("På nynorsk"), hjelp, paakrevd=False)
