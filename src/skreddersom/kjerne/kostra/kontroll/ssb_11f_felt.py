"""Control 002 of 11F, new in the 2026 rules: each field filled in, of its type, with a code from its list. One row per field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.kostra.kontroll.dato import er_romslig_dato
from skreddersom.kjerne.kostra.kontroll.grunnlag import er_en_av, i_oslo
from skreddersom.kjerne.kostra.kontroll.modell import ERROR, Kontroll, blank, setning
from skreddersom.kjerne.setning import setning as tittel

if TYPE_CHECKING:
    from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett

BYDELSFEIL = "Bydel mangler (kjent feil i SSBs regler)"
"""The title of the K002 that hits every record outside Oslo; SSB marks a district as mandatory that control 03 then forbids."""

OM_BYDELSFEILEN = (
    "BYDELSNR er blankt, slik det skal være utenfor Oslo, men SSBs regler for 2026 krever det likevel utfylt. "
    "Det er en kjent feil i SSBs regelsett. Ikke rett fila for å bli kvitt meldingen."
)


def kontroller_002(oppsett: Oppsett) -> tuple[Kontroll, ...]:
    """Control 002 for every field that has something to control, in the order of the record."""
    felt = [f for f in oppsett.felt if f.obligatorisk or f.koder or f.type != "tekst"]
    return tuple(kontroll for f in felt for kontroll in (_bydel(f) if f.navn == "BYDELSNR" else (_kontroll(f),)))


def _kontroll(felt: Felt) -> Kontroll:
    mangler = blank(felt.navn) & felt.obligatorisk
    slar_ut = mangler | (~blank(felt.navn) & ~_kan_leses(felt))
    tekst = pl.when(mangler).then(_om_mangel(felt)).otherwise(_om_innhold(felt))
    return Kontroll("K002", ERROR, tittel("{} mangler eller er feil", felt.navn), slar_ut, tekst)


def _bydel(felt: Felt) -> tuple[Kontroll, Kontroll]:
    """A missing district is a real fault in Oslo, and only there."""
    mangler = blank(felt.navn)
    return (
        Kontroll("K002", ERROR, tittel("{} mangler", felt.navn), mangler & i_oslo(), _om_mangel(felt)),
        Kontroll("K002", ERROR, BYDELSFEIL, mangler & ~i_oslo(), setning(OM_BYDELSFEILEN)),
    )


def _kan_leses(felt: Felt) -> pl.Expr:
    if felt.type == "heltall":
        return pl.col(felt.navn.lower()).is_not_null()
    if felt.type == "dato":
        return er_romslig_dato(felt.navn)
    return er_en_av(felt.navn, list(felt.koder)) if felt.koder else pl.lit(value=True)


def _om_mangel(felt: Felt) -> pl.Expr:
    if felt.type == "heltall":
        return setning("{} er obligatorisk, men blankt. Skriv 0 når det ikke er utbetalt noe.", _plass(felt))
    return setning("{} er obligatorisk, men blankt. Fyll det ut.", _plass(felt))


def _om_innhold(felt: Felt) -> pl.Expr:
    return setning("{} er {}, men skal være {}.", _plass(felt), felt.navn, _forventet(felt))


def _plass(felt: Felt) -> pl.Expr:
    spenn = f"{felt.fra}" if felt.lengde == 1 else f"{felt.fra}–{felt.til}"
    return setning("{} (posisjon {})", pl.lit(felt.navn), pl.lit(spenn))


def _forventet(felt: Felt) -> pl.Expr:
    if felt.type == "heltall":
        return setning("et helt tall uten mellomrom og desimaltegn")
    if felt.type == "dato":
        return setning("en dato skrevet ddmmåååå")
    koder = list(felt.koder)
    if len(koder) == 1:
        return setning("{} når det er krysset av, ellers blankt", pl.lit(koder[0]))
    return setning("en av kodene {}", pl.lit(", ".join(koder)))
