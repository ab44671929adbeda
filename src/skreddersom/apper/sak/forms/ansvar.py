"""Forms where words that sound like an unlawful ground must be answered for, each in a field of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.sak.forms.felter import Skjema, langtekst
from skreddersom.kjerne.lov.grunner import ulovlige

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.forms import BoundField

    from skreddersom.apper.sak.tilstand import Advarsel

LIKEVEL: Final = "likevel-"
"""How the fields begin that ask why words are right all the same."""


class MedAnsvar(Skjema):
    """A form that asks for each warning without an answer why the words are right all the same."""

    @property
    def bekreftet(self) -> dict[str, str]:
        """Mark of a warning → what was answered, when it was."""
        svar = {navn.removeprefix(LIKEVEL): self.data.get(navn, "").strip() for navn in self.fields if navn.startswith(LIKEVEL)}
        return {merke: tekst for merke, tekst in svar.items() if tekst}

    @property
    def sporsmal(self) -> list[BoundField]:
        """The fields that ask."""
        return [self[navn] for navn in self.fields if navn.startswith(LIKEVEL)]

    def spor(self, advarsler: Iterable[Advarsel]) -> None:
        """Ask for each that nobody has answered, in this form or before."""
        for ett in advarsler:
            if not ett.besvart:
                self._spor(ett)

    def _spor(self, advarsel: Advarsel) -> None:
        navn = LIKEVEL + advarsel.merke
        kilde = next(ett.kilde for ett in ulovlige(timezone.localdate()) if ett.kode == advarsel.grunn)
        ledetekst = _("Hvorfor er det likevel riktig å skrive «%(utdrag)s»?") % {"utdrag": advarsel.utdrag}
        self.fields[navn] = langtekst(ledetekst, f"{advarsel.hvorfor} ({kilde})", rader=3)
        if not self.data.get(navn, "").strip():
            self.add_error(navn, _("Endre teksten, eller skriv hvorfor den likevel er riktig."))
