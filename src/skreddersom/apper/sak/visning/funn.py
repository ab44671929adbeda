"""What a control has found, in words: how grave, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models import Svar
from skreddersom.kjerne.kontroll.modell import Alvor
from skreddersom.kjerne.lov.grunner import ulovlige
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skreddersom.apper.sak.kontrolltall import Funn

NAVN: Final[Mapping[str, object]] = {
    "mottatt": _("Mottatt"),
    "vilkar_siden": _("Siste vilkår vurdert"),
    "dato": _("Vedtatt"),
    "vedtak": _("Vedtatt"),
    "ulovlig": _("Kan leses som"),
    "aev_utfort": _("Arbeidsevnevurderingen utført"),
    "frist": _("Frist"),
    "start": _("Programstart"),
    "vilkar": _("Vilkår"),
    "svar": _("Svar"),
    "uten_kilde": _("Opplysninger uten kilde"),
    "barn": _("Barn i husstanden"),
    "fra": _("Fra og med"),
    "til": _("Til og med"),
    "siste_dag": _("Lengste lovlige periode, til og med"),
}
"""Column of evidence → what the page calls it."""
INGEN: Final = "ingen"
FARGE: Final = {Alvor.BRUDD: "danger", Alvor.RISIKO: "warning", Alvor.KVALITET: "info"}
ALVOR: Final = {Alvor.BRUDD: _("Brudd på loven"), Alvor.RISIKO: _("Blir brudd om ingen gjør noe"), Alvor.KVALITET: _("Kunne vært bedre")}


@dataclass(frozen=True, slots=True)
class Funnvisning:
    """One finding. ``nr`` and ``tittel`` are those of its control."""

    sak: str
    nr: str
    tittel: str
    alvor: str
    farge: str
    bevis: tuple[tuple[str, str], ...]


def vis(alle: Iterable[Funn], idag: date) -> list[Funnvisning]:
    """The findings in words."""
    ord_ = _ord(idag)
    return [_ett(funn, ord_) for funn in alle]


def _ett(funn: Funn, ord_: Mapping[str, str]) -> Funnvisning:
    alvor = Alvor[funn.alvor]
    bevis = tuple((str(NAVN[navn]), _verdi(verdi, ord_)) for navn, verdi in funn.bevis)
    return Funnvisning(funn.sak, funn.kontroll.id, gettext(funn.kontroll.tittel), str(ALVOR[alvor]), FARGE[alvor], bevis)


def _verdi(verdi: str, ord_: Mapping[str, str]) -> str:
    """A value of evidence in words: a date as people write it, a code as what it stands for."""
    try:
        return date_format(date.fromisoformat(verdi), "j. F Y")
    except ValueError:
        return ", ".join(ord_.get(del_, del_) for del_ in verdi.split(", "))


def _ord(idag: date) -> dict[str, str]:
    """Code → its words: grounds, conditions and answers."""
    grunner = {ett.kode: gettext(ett.tekst.nb) for ett in ulovlige(idag)}
    vilkar = {ett.id: gettext(ett.krav) for ett in versjon_paa(idag).vilkar}
    return grunner | vilkar | {svar.value: str(svar.label) for svar in Svar} | {INGEN: str(_("ingen"))}
