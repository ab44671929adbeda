"""Sentences in the language of the one who reads: kept as template and values, said when they are shown.

The bokmål of the template is the msgid. One whose words have changed since it was kept is not found, and is shown in bokmål.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext, gettext_noop

from skreddersom.kjerne.setning import Setning, sett_sammen

if TYPE_CHECKING:
    from collections.abc import Iterable


def paa_sprak(tekst: str) -> str:
    """``tekst`` in the language that is active: a whole text of a table, or a ``Setning`` with the sentences inside it."""
    if not isinstance(tekst, Setning):
        return gettext(tekst) if tekst else ""
    mal = gettext(tekst.mal) if tekst.mal else ""
    if isinstance(tekst.verdier, Mapping):
        return sett_sammen(mal, {navn: _verdi(verdi) for navn, verdi in tekst.verdier.items()})
    return sett_sammen(mal, tuple(_verdi(verdi) for verdi in tekst.verdier))


def _verdi(verdi: object) -> object:
    """What is no sentence is somebody's own words, a name or a number."""
    return paa_sprak(verdi) if isinstance(verdi, Setning) else verdi


LOVER: Final = (
    gettext_noop("sosialtjenesteloven"),
    gettext_noop("forvaltningsloven"),
    gettext_noop("eForvaltningsforskriften"),
    gettext_noop("kommuneloven"),
    gettext_noop("NAV-loven"),
    gettext_noop("forskrift om kvalifiseringsprogram og kvalifiseringsstønad"),
    gettext_noop("forskrift om sosiale tjenester for personer uten fast bopel i Norge"),
)
"""Acts and regulations by the names that ``kjerne`` has for them; in nynorsk they have names of their own."""


def paa_leserens(hjemmel: object) -> str:
    """Where the law says so, with each act called what it is called in the language of the reader."""
    tekst = str(hjemmel)
    for navn in LOVER:
        tekst = tekst.replace(navn, gettext(navn))
    return tekst


def som_data(tekst: str) -> dict[str, Any]:
    """``tekst`` as JSON can keep it."""
    if not isinstance(tekst, Setning) or not tekst.verdier:
        return {"mal": str(tekst)}
    if isinstance(tekst.verdier, Mapping):
        return {"mal": tekst.mal, "navn": {navn: _som_data(verdi) for navn, verdi in tekst.verdier.items()}}
    return {"mal": tekst.mal, "deler": [_som_data(verdi) for verdi in tekst.verdier]}


def _som_data(verdi: object) -> object:
    return som_data(verdi) if isinstance(verdi, Setning) else verdi


def fra_data(data: str | Mapping[str, Any]) -> str:
    """What ``som_data`` kept; plain text, as was kept before, stays as it is."""
    if isinstance(data, str):
        return data
    verdier: Any = {n: _fra_data(v) for n, v in data["navn"].items()} if "navn" in data else tuple(map(_fra_data, data.get("deler", ())))
    return Setning(sett_sammen(data["mal"], verdier), data["mal"], verdier)


def _fra_data(verdi: Any) -> object:  # noqa: ANN401 – what JSON gives
    return fra_data(verdi) if isinstance(verdi, dict) else verdi


def sagt(utsagn: Iterable[str | Mapping[str, Any]], ellers: str = "") -> str:
    """What was kept, one sentence after the other; ``ellers`` is what stands there from before it was kept so."""
    return " ".join(paa_sprak(fra_data(ett)) for ett in utsagn) or ellers
