"""The form of the office's answers, made from the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.omradeovervaking.forms.felter import Dag, langtekst
from skreddersom.apper.omradeovervaking.models import Slag
from skreddersom.apper.omradeovervaking.sporringer import punkt
from skreddersom.apper.omradeovervaking.visning import hjelpen, linjene, ordlyd
from skreddersom.kjerne.omradeovervaking.sporreskjema import bortfalt, ubesvart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from django.forms import BoundField

    from skreddersom.apper.omradeovervaking.egnetall import Egnetall, Forslag
    from skreddersom.apper.omradeovervaking.models import Sporsmal, Svarutkast

INGEN_SVAR = ("", _("Ikke besvart"))
MANGLER = _("Svar på dette før dere sender.")


class Heltall(forms.IntegerField):
    """A whole number from 0 on."""

    def __init__(self, **valg: Any) -> None:  # noqa: ANN401 – what a form field takes
        meldinger = {
            "invalid": _("Skriv et helt tall."),
            "min_value": _("Tallet kan ikke være under null."),
            "max_value": _("Tallet er for stort."),
        }
        super().__init__(min_value=0, max_value=1_000_000, error_messages=meldinger, **valg)


class Svarskjema(forms.Form):
    """One question after the other. What must be answered, must be so when it is sent (``lever``), not when it is saved."""

    versjon = forms.IntegerField(widget=forms.HiddenInput)
    minutter = Heltall(
        label=_("Hvor mange minutter har kontoret brukt?"),
        help_text=_("Regn med alle som har bidratt. De som spør, ser hva runden koster dere."),
    )

    def __init__(self, sporsmal: Sequence[Sporsmal], utkast: Svarutkast, tall: Egnetall, data: Any = None) -> None:  # noqa: ANN401
        self.sporsmal, self.tall = sporsmal, tall
        super().__init__(data, initial={"versjon": utkast.versjon, **self._utfylt(utkast)})
        for ett in sporsmal:
            self.fields |= _felter(ett)

    def _utfylt(self, utkast: Svarutkast) -> dict[str, object]:
        """What is written; before anything is, the office's own numbers."""
        ut: dict[str, object] = {}
        for ett in self.sporsmal:
            forslag = self.tall.forslag(ett)
            verdi = utkast.verdier.get(ett.kode, forslag.verdi if forslag else "")
            ut |= {f"s_{ett.kode}_{nr}": verdi[rad] for nr, rad in enumerate(ett.rader) if rad in verdi} if ett.slag == Slag.MATRISE else {}
            ut |= {f"s_{ett.kode}": verdi, f"m_{ett.kode}": utkast.merknader.get(ett.kode, "")}
        return ut

    def deler(self) -> Iterator[tuple[Sporsmal, list[BoundField], BoundField, Forslag | None, Sporsmal | None]]:
        """Each question with its fields, the room for a remark, the number it is filled in from, and the question it hangs on."""
        med_kode = {ett.kode: ett for ett in self.sporsmal}
        for ett in self.sporsmal:
            felt = [self[navn] for navn in _felter(ett) if not navn.startswith("m_")]
            yield ett, felt, self[f"m_{ett.kode}"], self.tall.forslag(ett), med_kode.get(ett.hvis_kode)

    def full_clean(self) -> None:
        """A draft may lack anything; ``clean`` holds what is sent to the rest."""
        paakrevd = [felt for felt in self.fields.values() if felt.required and not felt.widget.is_hidden]
        for felt in paakrevd:
            felt.required = False
        super().full_clean()
        for felt in paakrevd:
            felt.required = True

    def clean(self) -> dict[str, Any]:
        """What is sent has an answer to every question that is asked of an office that answers so."""
        if "lever" in self.data and not self.errors:
            punkter = {ett.kode: punkt(ett) for ett in self.sporsmal}
            for kode in ubesvart(list(punkter.values()), self.verdier()):
                self.add_error(next(navn for navn in self.fields if navn.startswith(f"s_{kode}")), MANGLER)
        return self.cleaned_data

    def clean_minutter(self) -> int | None:
        """Needed to send, not to save."""
        minutter: int | None = self.cleaned_data["minutter"]
        if minutter is None and "lever" in self.data:
            raise forms.ValidationError(_("Skriv omtrent hvor mange minutter det tok."))
        return minutter

    def verdier(self) -> dict[str, Any]:
        """The answers as they are kept."""
        return {ett.kode: self._verdi(ett) for ett in self.sporsmal}

    def _verdi(self, ett: Sporsmal) -> Any:  # noqa: ANN401 – text, choices, or row → choice
        if ett.slag == Slag.MATRISE:
            svart = {rad: self.cleaned_data[f"s_{ett.kode}_{nr}"] for nr, rad in enumerate(ett.rader)}
            return {rad: svar for rad, svar in svart.items() if svar}
        verdi = self.cleaned_data[f"s_{ett.kode}"]
        return verdi if isinstance(verdi, list) else "" if verdi is None else str(verdi)

    def bortfalt(self) -> list[tuple[Sporsmal, Sporsmal]]:
        """Each question that is answered and is not asked of those who answer so, with the one it hangs on; not what was only filled in."""
        med_kode = {ett.kode: ett for ett in self.sporsmal}
        verdier = self.verdier()
        falt = [med_kode[ett.kode] for ett in bortfalt([punkt(ett) for ett in self.sporsmal], verdier)]
        return [(ett, med_kode[ett.hvis_kode]) for ett in falt if not self._bare_utfylt(ett, verdier[ett.kode])]

    def _bare_utfylt(self, ett: Sporsmal, verdi: object) -> bool:
        forslag = self.tall.forslag(ett)
        return forslag is not None and forslag.verdi == verdi

    def merknader(self) -> Mapping[str, str]:
        """The remarks."""
        return {ett.kode: tekst for ett in self.sporsmal if (tekst := self.cleaned_data[f"m_{ett.kode}"].strip())}


def _felter(ett: Sporsmal) -> dict[str, forms.Field]:
    """The fields of a question, by name."""
    merknad = langtekst(_("Merknad"), paakrevd=False, rader=2)
    return {**_svarfelter(ett), f"m_{ett.kode}": merknad}


def _svarfelter(ett: Sporsmal) -> dict[str, forms.Field]:
    navn, valg = f"s_{ett.kode}", linjene(ett.valg, ett.valg_nn)
    if ett.slag == Slag.MATRISE:
        rader = [rad for _bokmal, rad in linjene(ett.rader, ett.rader_nn)]
        return {f"{navn}_{nr}": _ett_valg(valg, rad, paakrevd=ett.paakrevd) for nr, rad in enumerate(rader)}
    lag: dict[str, Callable[[], forms.Field]] = {
        Slag.FRITEKST: _fritekst,
        Slag.ETT_VALG: lambda: _ett_valg(valg),
        Slag.FLERE_VALG: lambda: forms.MultipleChoiceField(choices=valg, widget=forms.CheckboxSelectMultiple, required=False),
        Slag.TALL: lambda: Heltall(required=False),
        Slag.DATO: lambda: Dag(required=False),
    }
    felt = lag[ett.slag]()
    felt.label, felt.help_text, felt.required = ordlyd(ett), hjelpen(ett), ett.paakrevd
    return {navn: felt}


def _ett_valg(valg: list[tuple[str, str]], merke: str = "", *, paakrevd: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=merke, choices=[*valg, INGEN_SVAR], widget=forms.RadioSelect, required=paakrevd)


def _fritekst() -> forms.CharField:
    """Kept as it is typed: not a space is taken from it."""
    felt = langtekst("", paakrevd=False, rader=4)
    felt.strip = False
    return felt
