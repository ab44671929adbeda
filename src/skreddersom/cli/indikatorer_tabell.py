"""The indicators on a terminal: all of them for the newest year, or one of them municipality by municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from skreddersom.cli.ordlyd import mengde, tall
from skreddersom.kjerne.indikator.dom import Dom, Ulikhet
from skreddersom.kjerne.indikator.katalog import ETTER_ID, Slag
from skreddersom.kjerne.indikator.ordlyd import ORD, definisjon, dom, regionsdom
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.svar import ForLite
from skreddersom.kjerne.statistikk.undertrykk import MINST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning
    from skreddersom.kjerne.indikator.regioner import Regionsvar

FARGE = {Dom.FOLG_OPP: "bold red", Dom.SE_NARMERE: "yellow", Dom.INNENFOR: "", Dom.FOR_FA: "dim", None: "dim"}
ULIKE = {
    Ulikhet.BARE_SAGT: "Kommunene er mer ulike enn tilfeldigheter gir, men for få til å gjøre grensene videre. Les avvikene med varsomhet.",
    Ulikhet.VIDERE: "Kommunene er mer ulike enn tilfeldigheter gir. Grensene er gjort videre, så færre havner utenfor.",
}
VIDERE = "Kommunene hver for seg: legg til --indikator og et av navnene til venstre. Alt på en gang: --ut indikatorer.xlsx"
SKJULT = f"Tall under {MINST} vises ikke, og heller ikke tall som ville røpet dem."
USKJULT = f"Her står også tall under {MINST}. Ikke gi dem til noen som ikke har tilgang til filene."


def vis(valgte: Sequence[Sammenlikning], skjerm: Console, *, indikator: str | None, alle_tall: bool) -> None:
    """Print the overview of the newest year, or every year of the one indicator."""
    if indikator is None:
        nyeste = max(ett.linje.aar for ett in valgte)
        skjerm.print(Text(f"Indikatorer for kvalifiseringsprogrammet, {nyeste}", style="bold"), "")
        skjerm.print(_oversikt([ett for ett in valgte if ett.linje.aar == nyeste]))
    else:
        for ett in sorted(valgte, key=lambda ett: ett.linje.aar):
            _vis_en(ett, skjerm)
    skjerm.print("", USKJULT if alle_tall else SKJULT, *([VIDERE] if indikator is None else []), sep="\n")


def _oversikt(valgte: Sequence[Sammenlikning]) -> Table:
    tabell = _tabell("Navn", "Indikator", ">Alle", ">Andel eller snitt", "Kommuner som skiller seg ut")
    rekke = list(ETTER_ID)
    for ett in sorted(valgte, key=lambda ett: rekke.index(ett.linje.indikator)):
        id_ = ett.linje.indikator
        tabell.add_row(id_, ETTER_ID[id_].tittel.nb, _antall(id_, ett.alle), _verdi(id_, ett.alle), _utenfor(ett))
    return tabell


def _tabell(*kolonner: str) -> Table:
    """Headings that begin with > are of numbers."""
    tabell = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for kolonne in kolonner:
        tabell.add_column(kolonne.removeprefix(">"), justify="right" if kolonne.startswith(">") else "left")
    return tabell


def _utenfor(ett: Sammenlikning) -> str:
    """How many, never which first: the names stand in the order of the map."""
    if ett.trakt is None:
        return ""
    deler = [f"{dom.value}: {_navn(ett, dom)}" for dom in (Dom.FOLG_OPP, Dom.SE_NARMERE) if ett.antall(dom)]
    return "; ".join(deler) or f"ingen av {len(ett.rader) - len(ett.samlede)}"


def _navn(ett: Sammenlikning, hvilken: Dom) -> str:
    return ", ".join(KOMMUNER.get(rad.kommune, rad.kommune) for rad in ett.rader if rad.dom is hvilken)


def _vis_en(ett: Sammenlikning, skjerm: Console) -> None:
    indikator = ETTER_ID[ett.linje.indikator]
    skjerm.print(Text(f"{indikator.tittel.nb}, {ett.linje.aar}", style="bold"), definisjon(indikator, "nb"), "", sep="\n")
    tabell = _tabell("Nr.", "Kommune", ">Antall", ">Andel eller snitt", ">95 %", "Vurdering")
    for rad in ett.rader:
        tabell.add_row(rad.kommune, KOMMUNER.get(rad.kommune, ""), *_celler(indikator.id, rad))
    for flere, navn in ((ett.samlet, "samlet"), (ett.alle, "alle")):
        if flere is not None:
            tabell.add_row("", ORD[navn].nb, *_celler(indikator.id, flere), style="italic")
    skjerm.print(tabell)
    for linje in _under(ett):
        skjerm.print("", linje, sep="\n")
    skjerm.print()


def _under(ett: Sammenlikning) -> list[str]:
    regioner = [_regioner(ett.region)] if ett.region else []
    if ett.trakt is None:
        return regioner
    om_mange = [ett.trakt.mangfold.setning.replace("kontorer", "kommuner")] if ett.trakt.mangfold.antall > 1 else []
    return [*om_mange, *([ULIKE[ett.ulikhet]] if ett.ulikhet in ULIKE else []), *regioner]


def _regioner(region: Regionsvar) -> str:
    """The two against each other, with the source and how many indicators are tried so."""
    svar, par = region.svar, (region.inndeling.forste, region.inndeling.andre)
    hver = [f"{ett.navn.nb}, {mengde(antall, 'kommune', 'kommuner')}" for ett, antall in zip(par, region.antall, strict=True)]
    if not isinstance(svar, ForLite):
        hver = [f"{navn}: {100 * tall.andel:.0f} %" for navn, tall in zip(hver, (svar.forste, svar.andre), strict=True)]
    p = f" (mid-p {region.mid_p:.3f})".replace(".", ",") if region.mid_p is not None else ""
    mange = f"{region.prov} indikatorer kan prøves slik hvert år; da er det opptil {100 * region.sjanse:.0f} prosent sjanse for at minst én"
    dom_ = regionsdom(region, "nb")
    return f"{'. '.join(hver)}. {dom_[0].upper()}{dom_[1:]}{p}. {region.inndeling.kilde.nb} {mange} ser ulik ut ved en tilfeldighet."


def _celler(id_: str, rad: Rad) -> tuple[str, str, str, Text]:
    grenser = f"{100 * rad.intervall.lav:.0f}–{100 * rad.intervall.hoy:.0f} %" if rad.intervall else ""
    return _antall(id_, rad), _verdi(id_, rad), grenser, Text(dom(rad, "nb"), style=FARGE[rad.dom])


def _antall(id_: str, rad: Rad | None) -> str:
    """«k av n» persons; of a mean, how many it is the mean of."""
    if rad is None or rad.tall is None:
        return "" if rad else "vises ikke"
    slag = ETTER_ID[id_].slag
    if slag is Slag.ANDEL:
        return f"{tall(rad.tall.teller)} av {tall(rad.tall.nevner)}"
    return mengde(rad.tall.nevner, "person", "personer")


def _verdi(id_: str, rad: Rad | None) -> str:
    if rad is None or rad.verdi is None:
        return ""
    if ETTER_ID[id_].slag is Slag.ANDEL:
        return f"{100 * rad.verdi:.0f} %"
    return f"{tall(round(rad.verdi))} kr" if id_ == "stonad" else f"{rad.verdi:.1f}".replace(".", ",")
