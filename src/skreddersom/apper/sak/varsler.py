"""Words in a case that sound like an unlawful ground: found, shown with why, and answered for. They never stop the case."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from skreddersom.apper.sak.tilstand import Advarsel
from skreddersom.kjerne.lov import grunner
from skreddersom.kjerne.lov.ulovlig_grunn import Treff, finn
from skreddersom.plattform.brev.felt import blader

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Behandling


def advarsler(behandling: Behandling, bak: Grunnlag, dag: date) -> tuple[Advarsel, ...]:
    """Every place in what the office itself has written that sounds like an unlawful ground, and whether somebody has answered for it."""
    return tuple(ett for felt, tekst in _tekster(behandling, bak) for ett in i_teksten(felt, tekst, bak.besvarte, dag))


def i_vilkaret(vilkar: str, begrunnelse: str, mangler: str, besvarte: Collection[str], dag: date) -> tuple[Advarsel, ...]:
    """The same in what somebody is about to answer to a condition. ``besvarte`` are the marks that are answered for already."""
    return i_teksten(*_om_vilkaret(vilkar, begrunnelse, mangler), besvarte, dag)


def i_forelopig_svar(arsak: str, besvarte: Collection[str], dag: date) -> tuple[Advarsel, ...]:
    """The same in why an answer takes time: waiting for a place or a budget is no lawful reason to wait."""
    return i_teksten("forelopig_svar", arsak, besvarte, dag)


def i_varselet(fakta: str, begrunnelse: str, besvarte: Collection[str], dag: date) -> tuple[Advarsel, ...]:
    """The same in an advance notice."""
    return i_teksten("varsel", f"{fakta}\n\n{begrunnelse}", besvarte, dag)


def i_teksten(felt: str, tekst: str, besvarte: Collection[str], dag: date) -> tuple[Advarsel, ...]:
    """The same in one text."""
    ulovlige = {ett.kode: ett for ett in grunner.ulovlige(dag)}
    return tuple(
        Advarsel(merke, felt, treff.grunn, treff.utdrag, gettext(ulovlige[treff.grunn].hvorfor.nb), merke in besvarte)
        for treff in finn(tekst)
        if treff.grunn in ulovlige and (merke := _merke(felt, treff))
    )


def _om_vilkaret(vilkar: str, begrunnelse: str, mangler: str) -> tuple[str, str]:
    return f"vilkar.{vilkar}", f"{begrunnelse}\n\n{mangler}"


def _tekster(behandling: Behandling, bak: Grunnlag) -> Iterator[tuple[str, str]]:
    """What the office has written, by field; never what the applicant has said, who may say what they like."""
    for vilkar, vurdering in bak.vurderinger.items():
        yield _om_vilkaret(vilkar, vurdering.begrunnelse, vurdering.mangler)
    yield "begrunnelse", behandling.begrunnelse
    yield "alternativ_uten_kvp", behandling.alternativ_uten_kvp
    if bak.barn is not None:
        yield "barn", f"{bak.barn.behov}\n\n{bak.barn.hva_gjores}"
    if bak.vent is not None:
        yield "vent", bak.vent.tekst
    for sti, verdi in blader(behandling.brevfelt):
        if isinstance(verdi, str) and sti != "deltakers_syn":
            yield f"brev.{sti}", verdi


def _merke(felt: str, treff: Treff) -> str:
    """The same for the same words in the same field, so that an answer stands until the words are changed."""
    return hashlib.sha256("\0".join((felt, treff.grunn, treff.utdrag)).encode()).hexdigest()
