"""The document as PDF, tagged for those who do not see it (PDF/UA-1) and made to be kept (PDF/A-2a).

The layout stands in ``rapport.typ``; it gets the words as data, so no word of anybody can become a command.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typst

from skreddersom.kjerne.dokument import Avsnitt, Figur, Funn, Overskrift, Punkter, Tabell, Varsel

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.dokument import Blokk, Dokument

STANDARDER: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]
PNG_PUNKTER: Final = 220
"""Dots per inch of a picture in a Word document."""


def som_pdf(dokument: Dokument, dag: date) -> bytes:
    """The PDF, the same bytes for the same document and day. Nothing of the machine is in it."""
    inn = {"dokument": json.dumps(_data(dokument), ensure_ascii=False), "dato": dag.isoformat()}
    kilde = (files("skreddersom.plattform.dokument") / "rapport.typ").read_bytes()
    return sett(kilde, inn)


def sett(kilde: bytes, inn: dict[str, str]) -> bytes:
    """The PDF of a layout of ours, with words in ``sys.inputs``. Raises ``typst.TypstError`` for what cannot be kept or read aloud."""
    return _en_fil(_kompilator(kilde, inn).compile(format="pdf", pdf_standards=STANDARDER))


def som_png(figur: Figur) -> bytes:
    """The drawing as a picture, for where SVG is not read."""
    kilde = (files("skreddersom.plattform.dokument") / "figur.typ").read_bytes()
    return _en_fil(_kompilator(kilde, {"svg": figur.svg}).compile(format="png", ppi=PNG_PUNKTER))


def _en_fil(ut: bytes | list[bytes] | None) -> bytes:
    """What was compiled; a PDF, and a drawing on its one page, is never several."""
    if not isinstance(ut, bytes):
        raise TypeError(f"ventet én fil, fikk {type(ut).__name__}")
    return ut


def _kompilator(kilde: bytes, inn: dict[str, str]) -> typst.Compiler:
    """With the fonts we bring and those that typst brings, so that a document looks the same wherever it is made."""
    return typst.Compiler(kilde, font_paths=_skrifter(_skriftmapper()), sys_inputs=inn)


@cache
def _skrifter(mapper: tuple[Path, ...]) -> typst.Fonts:
    """Read once: it takes ten times as long as to set a page."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(mapper))


def _skriftmapper() -> tuple[Path, ...]:
    """Where the package with Inter keeps its files; found without running any of it."""
    pakke = find_spec("fontpkg_inter")
    return tuple(Path(sted) / "files" for sted in (pakke.submodule_search_locations or ())) if pakke else ()


def _data(dokument: Dokument) -> dict[str, Any]:
    return {
        "tittel": dokument.tittel,
        "overtekst": dokument.overtekst,
        "ingress": dokument.ingress,
        "sprak": dokument.sprak,
        "blokker": [_blokk(blokk) for blokk in dokument.blokker],
        "opplysninger": [[ett.navn, ett.verdi] for ett in dokument.opplysninger],
    }


def _blokk(blokk: Blokk) -> dict[str, Any]:
    ut: dict[str, Any]
    match blokk:
        case Overskrift():
            ut = {"slag": "overskrift", "tekst": blokk.tekst, "niva": blokk.niva}
        case Avsnitt():
            ut = {"slag": "avsnitt", "tekst": blokk.tekst}
        case Punkter():
            ut = {"slag": "punkter", "punkter": list(blokk.punkter)}
        case Varsel():
            ut = {"slag": "varsel", "tekst": blokk.tekst, "tittel": blokk.tittel, "tone": blokk.tone}
        case Funn():
            belegg = [[ett.sted, ett.ord] for ett in blokk.belegg]
            felt = {navn: getattr(blokk, navn) for navn in ("tekst", "merke", "belegg_tittel", "forbehold", "framhevet")}
            ut = {"slag": "funn", "belegg": belegg, **felt}
        case Figur():
            ut = {"slag": "figur", "svg": blokk.svg, "alt": blokk.alt, "tekst": blokk.tekst}
        case Tabell():
            ut = _tabell(blokk)
    return ut


def _tabell(tabell: Tabell) -> dict[str, Any]:
    rader = [[{"tekst": ett.tekst, "ordrett": ett.ordrett, "dempet": ett.dempet} for ett in rad] for rad in tabell.rader]
    return {"slag": "tabell", "tekst": tabell.tekst, "hode": list(tabell.hode), "rader": rader, "bredder": list(tabell.bredder)}
