"""A letter from its data: the PDF and the same words as plain text. Pure: the same data gives the same bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import typst

from skreddersom.kjerne.lov.brevkrav import Brevslag, Malform, er_tom
from skreddersom.plattform.brev.felt import UgyldigBrev, sjekk
from skreddersom.plattform.brev.ordlyd import dato_i_ord
from skreddersom.plattform.brev.tegn import VANLIGE, rens, uten, uvisbare
from skreddersom.plattform.brev.tekst import Brevtekst
from skreddersom.plattform.dokument.pdf import sett

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.plattform.brev.tekst import Blokk

UTEN_ADRESSE: Final = frozenset({Brevslag.DELTAKERBEVIS, Brevslag.SOKNAD})
"""What the office sends to nobody: no address, no reference and nobody's greetings."""


@dataclass(frozen=True, slots=True)
class Brevfil:
    """A letter that is made. ``sha256`` (hex) is of the PDF; ``tekst`` has the same words, for previews and for those who search."""

    pdf: bytes
    tekst: str
    sha256: str
    tittel: str


def lag(slag: Brevslag, malform: Malform, data: Mapping[str, Any], *, utkast: bool = False) -> Brevfil:
    """The letter of ``slag`` in ``malform`` (nb or nn); what is not filled in yet stands as «[Her mangler noe]».

    ``utkast`` marks every page as a draft. Raises ``UgyldigBrev`` for data that cannot be a letter of this kind.
    """
    skrevet = _skrevet(slag, malform, data, utkast=utkast)
    pdf, pa_arket = _pdf(skrevet), json.loads(skrevet)
    return Brevfil(pdf, som_tekst(pa_arket), hashlib.sha256(pdf).hexdigest(), pa_arket["tittel"])


def ark(slag: Brevslag, malform: Malform, data: Mapping[str, Any], *, utkast: bool = False) -> dict[str, Any]:
    """All that stands in the letter, piece by piece, for a page that shows it (``brev/ark.html``). Raises as ``lag``."""
    innhold: dict[str, Any] = json.loads(_skrevet(slag, malform, data, utkast=utkast))
    return innhold


def _skrevet(slag: Brevslag, malform: Malform, data: Mapping[str, Any], *, utkast: bool) -> str:
    """The sheet as it goes to the typesetter, with what cannot be set left out."""
    sjekk(slag, data)
    if er_tom(data.get("dato")):
        raise UgyldigBrev("Brevet har ingen dato. Fyll inn dagen det er fra.")
    rent: dict[str, Any] = rens(data)
    tekst = Brevtekst(slag, malform, rent, date.fromisoformat(rent["dato"]))
    skrevet = json.dumps(_ark(tekst, utkast=utkast), ensure_ascii=False)
    return uten(skrevet, uvisbare(skrevet))


@cache
def malversjon() -> str:
    """What, besides the data, decides the bytes: our texts and layout, and the typesetter. Kept with a letter."""
    mappe = files("skreddersom.plattform.brev")
    filer = [mappe / "brev.typ", *(fil for malform in ("nb", "nn") for fil in sorted((mappe / "tekster" / malform).iterdir(), key=str))]
    innhold = hashlib.sha256(b"\0".join(fil.read_bytes() for fil in filer)).hexdigest()[:16]
    return f"{innhold} typst {version('typst')}"


def _pdf(ark: str) -> bytes:
    """Set it; should a sign that is known alone not go together with its neighbours, only the usual ones are kept."""
    try:
        return sett(_mal(), {"brev": ark})
    except typst.TypstError:
        return sett(_mal(), {"brev": uten(ark, frozenset(set(ark) - VANLIGE))})


@cache
def _mal() -> bytes:
    return (files("skreddersom.plattform.brev") / "brev.typ").read_bytes()


def _ark(tekst: Brevtekst, *, utkast: bool) -> dict[str, Any]:
    """All that stands on the paper, as ``brev.typ`` reads it."""
    data, ord_ = tekst.data, tekst.ord
    uten, skjema = tekst.slag in UTEN_ADRESSE, tekst.slag is Brevslag.SOKNAD
    navn = [] if skjema else _underskrift(tekst)
    return {
        "sprak": tekst.malform,
        "tittel": tekst.tittel,
        "utkast": ord_["utkast"] if utkast else "",
        "bevis": tekst.slag is Brevslag.DELTAKERBEVIS,
        "skjema": skjema,
        "dato": [tekst.dag.year, tekst.dag.month, tekst.dag.day],
        "kontor": _kontor(data.get("kontor") or {}),
        "mottaker": [] if uten else _linjer(data.get("mottaker") or {}),
        "opplysninger": [] if skjema else _opplysninger(tekst, uten=uten),
        "blokker": [blokk for _, blokker in tekst.deler() for blokk in blokker],
        "hilsen": {"ord": "" if uten else ord_["hilsen"], "navn": navn, "merknad": "" if uten else ord_["godkjent"]},
        "side": [ord_["side"], ord_["av"]],
    }


def _kontor(kontor: Mapping[str, Any]) -> dict[str, Any]:
    kontakt = [str(kontor[navn]) for navn in ("telefon", "epost") if not er_tom(kontor.get(navn))]
    return {"navn": kontor.get("navn") or "", "linjer": [*(kontor.get("adresse") or []), *kontakt]}


def _linjer(hvem: Mapping[str, Any]) -> list[str]:
    return [linje for linje in [hvem.get("navn") or "", *(hvem.get("adresse") or [])] if linje]


def _opplysninger(tekst: Brevtekst, *, uten: bool) -> list[list[str]]:
    referanse = tekst.data.get("referanse")
    rader = [[tekst.ord["dato"], dato_i_ord(tekst.data["dato"])]]
    return rader if uten or er_tom(referanse) else [*rader, [tekst.ord["referanse"], str(referanse)]]


def _underskrift(tekst: Brevtekst) -> list[list[str]]:
    """Who stands behind the letter: name and role. A certificate is signed by hand, and says nothing of who may decide what."""
    hilsen = tekst.data.get("hilsen") or []
    return [[ett.get("navn") or "", tekst.rolle(ett.get("rolle") or "")] for ett in hilsen]


def som_tekst(ark: Mapping[str, Any]) -> str:
    """The words of the sheet in order, a blank line between blocks."""
    hode = [ark["kontor"]["navn"], *ark["mottaker"], *(f"{navn}: {verdi}" for navn, verdi in ark["opplysninger"])]
    under = [", ".join(filter(None, ett)) for ett in ark["hilsen"]["navn"]]
    fot = [ark["hilsen"]["ord"], *under, ark["kontor"]["navn"], ark["hilsen"]["merknad"]]
    biter = ["\n".join(filter(None, hode)), ark["tittel"], *map(_blokktekst, ark["blokker"]), "\n".join(filter(None, fot))]
    return "\n\n".join(filter(None, biter)) + "\n"


def _blokktekst(blokk: Blokk) -> str:
    match blokk["slag"]:
        case "punkter":
            return "\n".join(f"– {punkt}" for punkt in blokk["punkter"])
        case "rader":
            return "\n".join(f"{navn}: {verdi}" for navn, verdi in blokk["rader"])
        case "skriv":
            return "\n".join([blokk["navn"], *blokk["kryss"]])
        case "vurdering":
            hode = f"{blokk['navn']}: {blokk['merke']}" if blokk["merke"] else blokk["navn"]
            return "\n\n".join([hode, *blokk["avsnitt"]])
        case _:
            return str(blokk["tekst"])
