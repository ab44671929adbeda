"""The two regions of a county as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.indikator.oversikt import som_verdi
from skreddersom.kjerne.indikator.dom import Rad
from skreddersom.kjerne.indikator.katalog import ETTER_ID
from skreddersom.kjerne.indikator.ordlyd import regionsdom
from skreddersom.kjerne.indikator.skjul import Tall
from skreddersom.kjerne.statistikk.svar import ForLite

if TYPE_CHECKING:
    from skreddersom.apper.kandidat.indikator.oversikt import Verdi
    from skreddersom.kjerne.dokument import Sprak
    from skreddersom.kjerne.indikator.dom import Sammenlikning
    from skreddersom.kjerne.statistikk.svar import Av


@dataclass(frozen=True, slots=True)
class Regionbilde:
    """What is said of the regions: ``rader`` are name, municipalities and numbers; the difference is in percentage points.

    It has limits only where it can be told whether they differ: of few municipalities they would look surer than they are.
    """

    rader: tuple[tuple[str, int, Verdi | None], ...]
    dom: str
    ulike: bool | None
    mid_p: str
    forskjell: str
    lav: str
    hoy: str
    utelatt: int
    prov: int
    sjanse: int
    kilde: str


def regionbilde(ett: Sammenlikning, sprak: Sprak) -> Regionbilde | None:
    """All that is shown; None where no regions are known."""
    region = ett.region
    if region is None:
        return None
    svar, par = region.svar, (region.inndeling.forste, region.inndeling.andre)
    malt: tuple[Av | None, ...] = (None, None) if isinstance(svar, ForLite) else (svar.forste, svar.andre)
    forskjell = None if isinstance(svar, ForLite) else svar.forskjell
    lav, hoy = region.grenser or (None, None)
    return Regionbilde(
        rader=tuple((r.navn.paa(sprak), n, _verdi(ett, tall)) for r, n, tall in zip(par, region.antall, malt, strict=True)),
        dom=regionsdom(region, sprak),
        ulike=region.ulike,
        mid_p="" if region.mid_p is None else _desimal(f"{region.mid_p:.3f}", sprak),
        forskjell=_poeng(forskjell, sprak),
        lav=_poeng(lav, sprak),
        hoy=_poeng(hoy, sprak),
        utelatt=region.utelatt,
        prov=region.prov,
        sjanse=round(100 * region.sjanse),
        kilde=region.inndeling.kilde.paa(sprak),
    )


def _verdi(ett: Sammenlikning, tall: Av | None) -> Verdi | None:
    rad = Rad("", Tall(tall.k, tall.n), tall.andel) if tall else None
    return som_verdi(ETTER_ID[ett.linje.indikator], rad)


def _poeng(del_: float | None, sprak: Sprak) -> str:
    return "" if del_ is None else _desimal(f"{100 * del_:.1f}", sprak)


def _desimal(tall: str, sprak: Sprak) -> str:
    return tall.replace("-", "−") if sprak == "en" else tall.replace("-", "−").replace(".", ",")
