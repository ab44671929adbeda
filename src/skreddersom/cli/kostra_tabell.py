"""The findings as a calm table in the terminal: one row per control, gravest first, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skreddersom.cli.ordlyd import mengde, synlig, tall, vist
from skreddersom.kjerne.kostra.kontroll import Alvorlighet
from skreddersom.kjerne.kostra.kontroll.ssb_11f_felt import BYDELSFEIL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport

VISTE_LINJER = 5
"""Line numbers shown of each control; the rest are counted."""

ORD = {"FATAL": "stanser alt", "ERROR": "feil", "WARNING": "advarsel", "OK": "i orden"}
FARGE = {"FATAL": "bold red", "ERROR": "red", "WARNING": "yellow", "OK": "green"}

RAD = {
    Alvorlighet.OK: "Fila er klar til innsending.",
    Alvorlighet.WARNING: "Fila kan sendes inn. Se over advarslene først: rett det som er feil, og la stå det som stemmer.",
    Alvorlighet.ERROR: "SSB tar ikke imot fila slik den er. Rett opplysningene i fagsystemet, lag uttrekket på nytt og kontroller igjen.",
    Alvorlighet.FATAL: "Ingen andre kontroller er kjørt. Rett dette først, og kontroller igjen.",
}
RAD_UTEN_SSB = "Kontrollen er til eget bruk: SSB tar ikke imot filer fra dette året nå."
RAD_BARE_BYDELSFEIL = "Det er ikke noe å rette i fila. Spør SSB om bydelskontrollen er rettet før innsendingen."


def vis(rapporter: Sequence[Kontrollrapport], konsoll: Console) -> None:
    """Every report after the other, a blank line between."""
    for nr, rapport in enumerate(rapporter):
        if nr:
            konsoll.print()
        _vis_en(rapport, konsoll)


def _vis_en(rapport: Kontrollrapport, konsoll: Console) -> None:
    konsoll.print(Text(vist(rapport.sti), style="bold"))
    konsoll.print(Text(synlig(_om_fila(rapport))))
    grupper = _grupper(rapport.meldinger)
    for vaar, overskrift in ((False, "SSBs kontroller"), (True, "Skreddersøms egne kontroller")):
        rader = grupper.filter(pl.col("vaar") == vaar)
        if rader.height:
            konsoll.print(Padding(Group(Text(overskrift, style="underline"), _tabell(rader)), (1, 0, 0, 0)))
    konsoll.print()
    for linje in (*[f"Merk: {merknad}" for merknad in rapport.merknader], _oppsummering(rapport), _rad(rapport)):
        konsoll.print(Text(linje))


def _om_fila(rapport: Kontrollrapport) -> str:
    deler = [
        f"KOSTRA {rapport.skjema}" if rapport.skjema else "Ukjent skjema",
        f"{rapport.aar}" if rapport.aar else "ukjent år",
        f"region {rapport.region}" if rapport.region else "",
        mengde(rapport.antall_recorder, "record", "recorder"),
        f"{mengde(rapport.antall_kontroller, 'kontroll', 'kontroller')} hos SSB" if rapport.antall_kontroller else "",
    ]
    return " · ".join(del_ for del_ in deler if del_)


def _grupper(meldinger: pl.DataFrame) -> pl.DataFrame:
    """One row per control: SSB's before ours, the gravest first."""
    grupper = meldinger.group_by("kontroll", "tittel", "alvorlighet", "vaar", maintain_order=True).agg(
        pl.len().alias("antall"), pl.col("linje").head(VISTE_LINJER).alias("linjer"), pl.col("tekst").first()
    )
    grad = pl.col("alvorlighet").replace_strict({g.name: int(g) for g in Alvorlighet}, return_dtype=pl.Int8)
    return grupper.sort(pl.col("vaar"), -grad, maintain_order=True)


def _tabell(grupper: pl.DataFrame) -> Table:
    tabell = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0))
    tabell.add_column("Kontroll", no_wrap=True)
    tabell.add_column("Grad", no_wrap=True)
    tabell.add_column("Antall", justify="right", no_wrap=True)
    tabell.add_column("Funn", ratio=1)
    for rad in grupper.iter_rows(named=True):
        grad = Text(ORD[rad["alvorlighet"]], style=FARGE[rad["alvorlighet"]])
        funn = Text.assemble((rad["tittel"], "bold"), (f" – {_linjer(rad['linjer'], rad['antall'])}\n", "dim"), _setning(rad))
        tabell.add_row(rad["kontroll"], grad, tall(rad["antall"]), funn)
    return tabell


def _setning(rad: dict[str, Any]) -> str:
    """What is said of the first line, which the other lines need not say the same of."""
    forste = rad["linjer"][0]
    return f"For eksempel linje {forste}: {rad['tekst']}" if rad["antall"] > 1 and forste is not None else str(rad["tekst"])


def _linjer(linjer: list[int | None], antall: int) -> str:
    if linjer[0] is None:
        return "hele fila"
    viste = ", ".join(str(linje) for linje in linjer)
    return f"linje {viste} …" if antall > len(linjer) else f"linje {viste}"


def _oppsummering(rapport: Kontrollrapport) -> str:
    ssb, vaare = (rapport.meldinger.filter(pl.col("vaar") == egen) for egen in (False, True))
    stanser = ssb.filter(pl.col("alvorlighet").is_in(["FATAL", "ERROR"])).height
    advarsler = ssb.filter(pl.col("alvorlighet") == "WARNING").height
    hos_ssb = (
        f"SSB: {_antall(stanser, 'feil', 'feil')} og {_antall(advarsler, 'advarsel', 'advarsler')}. " if rapport.antall_kontroller else ""
    )
    return f"{hos_ssb}Skreddersøm: {_antall(vaare.height, 'funn', 'funn')}."


def _rad(rapport: Kontrollrapport) -> str:
    """What to do next."""
    ssb = rapport.meldinger.filter(~pl.col("vaar") & (pl.col("alvorlighet") != "WARNING"))
    if ssb.height and ssb["tittel"].eq(BYDELSFEIL).all():
        return RAD_BARE_BYDELSFEIL
    if not rapport.antall_kontroller and rapport.alvorlighet <= Alvorlighet.WARNING:
        return RAD_UTEN_SSB
    return RAD[rapport.alvorlighet]


def _antall(antall: int, en: str, flere: str) -> str:
    return mengde(antall, en, flere) if antall else f"ingen {flere}"
