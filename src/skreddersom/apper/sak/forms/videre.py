"""The forms of what comes next in a case: which decision it is about, or nothing but to be sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.forms.felter import Skjema, valg
from skreddersom.apper.sak.visning.videre import vedtaket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django import forms

    from skreddersom.apper.sak.models import Sak
    from skreddersom.apper.sak.sakport import Vedtakstilstand


class Apneskjema(Skjema):
    """Which decision the new one is about; the newest is chosen beforehand."""

    vedtak = valg(_("Hvilket vedtak gjelder det?"), ())

    def __init__(self, om: Sak, mulige: Sequence[Vedtakstilstand], data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data, vedtak=str(mulige[0].id) if mulige else "")
        cast("forms.ChoiceField", self.fields["vedtak"]).choices = [(str(ett.id), vedtaket(ett)) for ett in mulige]

    @property
    def vedtak_id(self) -> UUID:
        """The decision."""
        return UUID(self.cleaned_data["vedtak"])
