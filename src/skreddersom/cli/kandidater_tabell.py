"""The top of the list on a terminal: calm, in the order one should look, and with what to do next."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import polars as pl
from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from skreddersom.cli.ordlyd import mengde, synlig, tall, vist
from skreddersom.cli.skjerm import konsoll
from skreddersom.cli.veiledning import GRUNNLAG, IKKE_VEDTAK, MAA_VURDERES
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.screening.kandidat import kandidater
from skreddersom.kjerne.screening.rekkefolge import LANGTID
from skreddersom.kjerne.screening.utenfor import TEKST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console, RenderableType

    from skreddersom.cli.lesing import Lest
    from skreddersom.kjerne.screening.screening import Screening

    Person = dict[str, Any]

BREDDE_UTEN_TERMINAL = 130
SMAL = 90
"""Below this width the reasons would be a column of single syllables; they get a line of their own."""
FNR_BREDDE = 14


def vis(screening: Screening, filer: Sequence[Lest], *, antall: int, alle: bool, med_fnr: bool, ut: Path | None) -> None:
    """Print heading, table, summary and next step; with ``alle`` also the first of those outside."""
    skjerm = konsoll(BREDDE_UTEN_TERMINAL)
    toppen = list(islice(kandidater(screening, med_fnr=med_fnr), antall))
    skjerm.print(_overskrift(screening, filer))
    if toppen:
        skjerm.print(_liste(skjerm, toppen, med_fnr=med_fnr))
    skjerm.print(_oppsummering(screening, vist_antall=len(toppen)))
    if alle:
        _vis_utenfor(skjerm, screening, antall=antall, med_fnr=med_fnr)
    for linje in _videre(toppen, ut):
        skjerm.print(linje)


def _vis_utenfor(skjerm: Console, screening: Screening, *, antall: int, med_fnr: bool) -> None:
    """A table of its own: those outside stand behind every candidate, and would else never be reached."""
    bare_utenfor = replace(screening, personer=screening.personer.filter(pl.col("utenfor").is_not_null()))
    viste = list(islice(kandidater(bare_utenfor, alle=True, med_fnr=med_fnr), antall))
    if viste:
        skjerm.print(Text("Utenfor lista", style="bold"))
        skjerm.print(_liste(skjerm, viste, med_fnr=med_fnr))
        skjerm.print(Text(f"Viser {tall(len(viste))} av {tall(bare_utenfor.personer.height)} utenfor lista.\n", style="dim"))


def _overskrift(screening: Screening, filer: Sequence[Lest]) -> Text:
    lest = sum(1 for fil in filer if fil.skjema == "11F" and not fil.feil)
    hvem = f"{mengde(screening.personer.height, 'person', 'personer')} i {mengde(lest, 'fil', 'filer')}"
    tekst = Text("\nHvem bør få vurdert retten til kvalifiseringsprogram?\n", style="bold")
    return tekst.append(f"{hvem}, vurdert per {screening.per:%d.%m.%Y}\n", style="not bold")


def _liste(skjerm: Console, personer: Sequence[Person], *, med_fnr: bool) -> RenderableType:
    if skjerm.width < SMAL + (FNR_BREDDE if med_fnr else 0):
        return Group(*(_under_hverandre(person) for person in personer))
    return _tabell(personer, med_fnr=med_fnr)


def _under_hverandre(person: Person) -> Group:
    """One person on a narrow screen: who, then the months, then the reasons; words are never cut."""
    fnr = [person["fnr"]] if "fnr" in person else []
    hvem = [_nr(person), kommune(person["kommune"]), f"journal {_celle(person['journalnr'])}", *fnr]
    maneder = f"{person['maneder_siste_12']} av 12 md., {person['sammenhengende_maneder']} på rad"
    linjer = [f"{_celle(person['alder'])} år · {maneder}", _celle(_hvorfor(person))]
    hode = Text(synlig(" · ".join(hvem)), style="bold")
    return Group(hode, *(Padding(Text(linje), (0, 0, 0, 2)) for linje in linjer), Text())


def _nr(person: Person) -> str:
    return f"Nr {tall(person['rang'])}" if person["rang"] is not None else "Utenfor"


def _tabell(personer: Sequence[Person], *, med_fnr: bool) -> Table:
    tabell = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for navn, justering in (("Nr", "right"), ("Kommune", "left"), ("Journal", "left")):
        tabell.add_column(navn, justify=justering, no_wrap=True)  # type: ignore[arg-type]
    if med_fnr:
        tabell.add_column("Fødselsnr", no_wrap=True)
    for navn in ("Alder", "Md. av 12", "På rad"):
        tabell.add_column(navn, justify="right", no_wrap=True)
    tabell.add_column("Hvorfor her", ratio=1)
    for person in personer:
        tabell.add_row(*(Text(_celle(celle)) for celle in _rad(person)))
    return tabell


def _rad(person: Person) -> list[object]:
    fnr = [person["fnr"]] if "fnr" in person else []
    maneder = [person["alder"], person["maneder_siste_12"], person["sammenhengende_maneder"]]
    return [person["rang"], kommune(person["kommune"]), person["journalnr"], *fnr, *maneder, _hvorfor(person)]


def _celle(verdi: object) -> str:
    return "–" if verdi is None else synlig(str(verdi))


def kommune(nummer: str) -> str:
    """Number and first name: the longest Sámi and Kven names would fill the table."""
    navn = KOMMUNER.get(nummer, "").split(" - ")[0]
    return synlig(f"{nummer} {navn}".strip())


def _hvorfor(person: Person) -> str | None:
    """The reasons that the columns do not already tell, and what else one should know."""
    if person["utenfor"]:
        return f"Utenfor: {TEKST[person['utenfor']]}"
    return ". ".join(del_ for del_ in (person["kort"], *person["merknader"]) if del_) or None


def _oppsummering(screening: Screening, *, vist_antall: int) -> Text:
    utenfor = screening.utenfor
    kandidat_antall = screening.personer.height - sum(utenfor.values())
    tekst = Text(f"Viser {tall(vist_antall)} av ", style="dim")
    tekst.append(mengde(kandidat_antall, "kandidat", "kandidater"), style="not dim bold")
    tekst.append(f". {tall(screening.langtidsmottakere)} har stønad i minst {LANGTID} av de siste 12 månedene.\n", style="not dim")
    tekst.append(f"{tall(sum(utenfor.values()))} står utenfor lista:\n", style="not dim")
    for id_, antall in utenfor.items():
        tekst.append(f"  {tall(antall):>9}  {TEKST[id_]}\n", style="not dim")
    for merknad in screening.merknader:
        tekst.append(f"\nMerk: {merknad}\n", style="not dim yellow")
    return tekst


def _videre(toppen: Sequence[Person], ut: Path | None) -> list[Text]:
    skrevet = f"Hele lista er skrevet til {vist(ut)}." if ut else ""
    if not toppen:
        return [Text(f"Ingen står på lista. Kontroller at fila er for riktig kommune og år.\n{skrevet}")]
    lista = skrevet or "Skriv hele lista til regneark: legg til --ut kandidater.xlsx"
    rad = (f"Begynn øverst. {IKKE_VEDTAK}", MAA_VURDERES, GRUNNLAG, lista)
    return [Text("Slik går du videre", style="bold"), *(Text(f"{nr}. {ett}") for nr, ett in enumerate(rad, start=1)), Text()]
