"""Read a municipal KOSTRA file as records of one form and one year, strictly: every line must fit, or one sentence says which does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra import felt as uttrykk
from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.fil import IngenAaRapportere, LesFeil, visning
from skreddersom.kjerne.kostra.linjer import LINJE, Linjefil, les_linjer
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, Oppsett, Skjema, oppsett
from skreddersom.kjerne.setning import eller, setning

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from skreddersom.kjerne.kostra.oppsett import Felt

__all__ = ["LINJE", "IngenAaRapportere", "Kostrafil", "LesFeil", "Linjefil", "finn_oppsett", "les", "les_linjer", "les_poster"]

BOM = "\ufeff"
KJENTE_AAR = f"{AARGANGER[0]}–{AARGANGER[-1]}"
VERSJONSLENGDE = 2
TO_SIFRE = re.compile("[0-9]{2}")
AARHUNDRE = 2000
"""VERSION gives the reporting year with two digits."""


@dataclass(frozen=True, eq=False)
class Kostrafil:
    """A file whose every line is a record of ``oppsett``."""

    linjefil: Linjefil
    oppsett: Oppsett
    antall: int
    """Number of records."""

    @property
    def sti(self) -> Path:
        """Where the file was read."""
        return self.linjefil.sti

    def raa(self, *navn: str) -> pl.DataFrame:
        """``linje`` and the exact characters of the fields named; of all when none is. ``KeyError`` for an unknown field."""
        return self.linjefil.hent(self._velg([uttrykk.raa(felt) for felt in self._felt(navn)]))

    def typet(self, *navn: str) -> pl.DataFrame:
        """``linje`` and the values of the fields named; of all when none is. ``KeyError`` for an unknown field."""
        return self.linjefil.hent(self.typet_lat(*navn))

    def typet_lat(self, *navn: str) -> pl.LazyFrame:
        """As ``typet``, not yet read: what follows is fused with the reading when fetched with ``linjefil.hent``."""
        return self._velg([uttrykk.typet(felt) for felt in self._felt(navn)])

    def _felt(self, navn: Sequence[str]) -> list[Felt]:
        return [self.oppsett[n] for n in navn or self.oppsett.navn]

    def _velg(self, felt: list[pl.Expr]) -> pl.LazyFrame:
        return self.linjefil.lat.select(LINJE, *felt)


@dataclass(frozen=True, slots=True)
class Slag:
    """The lines that have the same length and the same VERSION."""

    lengde: int
    versjon: str
    antall: int
    forste: int
    """The first such line."""

    @property
    def aar(self) -> int | None:
        """The reporting year that VERSION gives; None when it is not two digits."""
        return AARHUNDRE + int(self.versjon) if TO_SIFRE.fullmatch(self.versjon) else None


def les(sti: Path, skjema: Skjema | None = None, aar: int | None = None) -> Kostrafil:
    """The file as records of ``skjema`` in ``aar``, both found from the file when not given. Raises ``LesFeil`` naming line and cure."""
    return les_poster(les_linjer(sti), skjema, aar)


def les_poster(linjefil: Linjefil, skjema: Skjema | None = None, aar: int | None = None) -> Kostrafil:
    """As ``les``, for lines that are fetched already."""
    try:
        _krev_rene_linjer(linjefil)
        slag = _slag(linjefil)
        _krev_linjer(slag)
        valgt = _velg_oppsett(slag, skjema, aar)
        _krev_lik_lengde(slag, valgt)
        if aar is None:
            _krev_ett_aar(slag, skjema)
    except LesFeil as feil:
        raise type(feil)(_med_navn(linjefil.sti, feil.setning)) from None
    return Kostrafil(linjefil, valgt, sum(s.antall for s in slag))


def _med_navn(sti: Path, feil: str) -> str:
    """What is wrong with the lines does not name the file; what is wrong with the disk does."""
    return feil if visning(sti) in feil else setning("{fil}: {feil}", fil=visning(sti), feil=feil)


def finn_oppsett(linjer: pl.DataFrame | pl.LazyFrame, skjema: Skjema | None = None, aar: int | None = None) -> Oppsett:
    """The layout of the lines, from the VERSION and the length that most of them have; ``skjema`` and ``aar`` override.

    When both are given any lines will do. Raises ``LesFeil`` when no layout fits, ``UkjentOppsett`` for an unknown form or year.
    """
    return _velg_oppsett(_som_slag(_tell_slag(linjer.lazy()).collect(engine="streaming")), skjema, aar)


def _slag(linjefil: Linjefil) -> list[Slag]:
    """The kinds of lines, the most common first; told without reading the lines when they are all alike."""
    alle = linjefil.kilde.ensartet
    return [Slag(alle.lengde, alle.versjon, alle.antall, 1)] if alle else _som_slag(linjefil.hent(_tell_slag(linjefil.lat)))


def _tell_slag(linjer: pl.LazyFrame) -> pl.LazyFrame:
    """The kinds of lines, the most common first."""
    slag = linjer.group_by(lengde=pl.col(TEKST).str.len_chars(), versjon=pl.col(TEKST).str.slice(4, VERSJONSLENGDE))
    return slag.agg(antall=pl.len(), forste=pl.col(LINJE).min()).sort(["antall", "forste"], descending=[True, False])


def _som_slag(telt: pl.DataFrame) -> list[Slag]:
    return [Slag(*rad) for rad in telt.iter_rows()]


def _velg_oppsett(slag: Sequence[Slag], skjema: Skjema | None, aar: int | None) -> Oppsett:
    if skjema and aar:
        return oppsett(skjema, aar)
    _krev_linjer(slag)
    vanligst = slag[0]
    valgt_aar = aar or _aar(vanligst, skjema)
    mulige = [oppsett(s, valgt_aar) for s in ((skjema,) if skjema else SKJEMAER)]
    for mulig in mulige:
        if mulig.lengde == vanligst.lengde:
            return mulig
    raise LesFeil(_ukjent_lengde(vanligst, mulige))


def _aar(slag: Slag, skjema: Skjema | None) -> int:
    if slag.aar in AARGANGER:
        return slag.aar
    if len(slag.versjon) < VERSJONSLENGDE:
        mal = "Linje {linje} har {lengde} tegn og er ikke en record; lag uttrekket på nytt uten å redigere linjene."
        raise LesFeil(setning(mal, linje=slag.forste, lengde=slag.lengde))
    mal = "Linje {linje} har «{aar}» som rapporteringsår (posisjon 5–6), og oppsettet er kjent for {kjente}; rett fila{eller}."
    raise LesFeil(setning(mal, linje=slag.forste, aar=slag.versjon, kjente=KJENTE_AAR, eller=_eller_oppgi_aar(skjema)))


def _eller_oppgi_aar(skjema: Skjema | None) -> str:
    """The other cure. Participants are told apart by the year in the file, so their year cannot be set from outside."""
    return "" if skjema == "11CF" else setning(", eller oppgi året med --aar")


def _ukjent_lengde(slag: Slag, mulige: Sequence[Oppsett]) -> str:
    ventet = eller(f"{mulig.lengde} ({mulig.skjema} {mulig.aar})" for mulig in mulige)
    mal = "Linje {linje} har {lengde} tegn, men skal ha {ventet}{kjennetegn}"
    return setning(mal, linje=slag.forste, lengde=slag.lengde, ventet=ventet, kjennetegn=_kjennetegn(slag.lengde))


def _kjennetegn(lengde: int) -> str:
    """The end of a sentence about a wrong length: what the length looks like, and the cure."""
    kjente = [o for o in (oppsett(s, a) for s in SKJEMAER for a in AARGANGER) if o.lengde == lengde]
    if not kjente:
        return setning("; lag uttrekket på nytt uten å redigere linjene.")
    aar = f"{kjente[0].aar}–{kjente[-1].aar}" if len(kjente) > 1 else f"{kjente[0].aar}"
    return setning(". Det er lengden til {skjema} {aar}: velg riktig fil, skjema og år.", skjema=kjente[0].skjema, aar=aar)


def _krev_linjer(slag: Sequence[Slag]) -> None:
    if not slag:
        raise LesFeil(setning("Fila har ingen linjer; lag uttrekket på nytt i fagsystemet."))


def _krev_lik_lengde(slag: Sequence[Slag], valgt: Oppsett) -> None:
    feil = [s for s in slag if s.lengde != valgt.lengde]
    if feil:
        raise LesFeil(_ukjent_lengde(min(feil, key=lambda s: s.forste), [valgt]))


def _krev_ett_aar(slag: Sequence[Slag], skjema: Skjema | None) -> None:
    if len(slag) > 1:
        mal = "Linje {linje} har «{aar}» som rapporteringsår (posisjon 5–6), men de fleste har «{ellers}»; {kur}{eller}."
        kur = setning("lag én fil per år, rett linja")
        ellers, avvik = slag[0].versjon, slag[1]
        raise LesFeil(setning(mal, linje=avvik.forste, aar=avvik.versjon, ellers=ellers, kur=kur, eller=_eller_oppgi_aar(skjema)))


def _krev_rene_linjer(linjefil: Linjefil) -> None:
    """No mark, tabulator or carriage return inside the lines: each shifts the positions. The bytes are searched first, which is quick."""
    kilde = linjefil.kilde
    if kilde.storrelse == 1 and kilde.begynnelse(1) == b" ":
        raise IngenAaRapportere(
            setning("Fila er bare ett mellomrom, som betyr at kommunen ikke har noen å rapportere; det er ingen personer å lese.")
        )
    if kilde.begynnelse(len(BOM.encode())) == BOM.encode():
        raise LesFeil(setning("Linje 1 begynner med et usynlig merke (BOM); lagre fila på nytt som UTF-8 uten BOM."))
    if kilde.har(b"\r"):
        _krev_uten(linjefil, "\r", setning("et linjeskift uten LF (bare CR); lagre fila med LF eller CRLF som linjeskift"))
    if kilde.har(b"\t"):
        _krev_uten(linjefil, "\t", setning("en tabulator; bytt den ut med mellomrom, slik at linja får riktig lengde"))


def _krev_uten(linjefil: Linjefil, tegn: str, rad: str) -> None:
    treff = linjefil.hent(linjefil.lat.filter(pl.col(TEKST).str.contains(tegn, literal=True)).head(1))
    if len(treff):
        raise LesFeil(setning("Linje {linje} har {rad}.", linje=treff[LINJE][0], rad=rad))
