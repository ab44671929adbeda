"""The facts of § 29 as they are known in a case: in words, with source, day and who wrote it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from skreddersom.apper.sak.grunnlag import KILDE_AEV, KILDE_FODT, verdi_av
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTA, FAKTANAVN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from skreddersom.apper.sak.models import Faktum


@dataclass(frozen=True, slots=True)
class Faktumvisning:
    """One fact. ``kjent`` is false when nothing is known; then ``tekst`` says what to get hold of. ``skjema`` is where it is written."""

    navn: str
    tekst: str
    kjent: bool
    kilde: str
    dato: date | None
    av: str
    skjonn: bool
    skjema: str


def vis(fakta: Mapping[str, Faktum], navn: Iterable[str] = FAKTANAVN) -> list[Faktumvisning]:
    """Those called ``navn``, in that order. Each row has ``av`` with it."""
    return [_ett(ett, fakta.get(ett)) for ett in navn]


def _ett(navn: str, rad: Faktum | None) -> Faktumvisning:
    kjent = rad is not None and rad.verdi is not None
    return Faktumvisning(
        navn=navn,
        tekst=capfirst(ord_for(rad) if rad is not None and kjent else _(FAKTA[navn].mangler)),
        kjent=kjent,
        kilde=kilden(rad) if rad else "",
        dato=rad.dato if rad else None,
        av=rad.av.navn if rad else "",
        skjonn=FAKTA[navn].skjonn,
        skjema="fodselsdato" if navn == DATOFAKTUM else "faktum",
    )


def kilden(rad: Faktum) -> str:
    """Where it is known from. What the program itself wrote, in the language of the page; what somebody wrote, as it stands."""
    felt = {"dato": f"{rad.dato:%d.%m.%Y}"}
    return next((_(ett) % felt for ett in PROGRAMMETS if ett % felt == rad.kilde), rad.kilde)


PROGRAMMETS: Final = (KILDE_FODT, KILDE_AEV)
"""The sources that the program writes."""


def ord_for(rad: Faktum) -> str:
    """What a fact that is known says, in a phrase."""
    verdi = verdi_av(rad)
    if rad.navn == DATOFAKTUM:
        return _("født %(dato)s") % {"dato": f"{verdi:%d.%m.%Y}"}
    return _(FAKTA[rad.navn].ja if verdi else FAKTA[rad.navn].nei)
