"""The top of the list on a terminal: calm, in the order one should look, and with what to do next."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.screening.kandidat import kandidater, med_journal
from skreddersom.kjerne.screening.rekkefolge import LANGTID
from skreddersom.kjerne.screening.utenfor import TEKST

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from skreddersom.cli.lesing import Lest
    from skreddersom.kjerne.screening.screening import Screening

BREDDE_UTEN_TERMINAL = 130


def vis(screening: Screening, filer: Sequence[Lest], *, antall: int, alle: bool, med_fnr: bool, ut: Path | None) -> None:
    """Print heading, table, summary and next step."""
    konsoll = Console(highlight=False)
    if not konsoll.is_terminal:
        konsoll.width = BREDDE_UTEN_TERMINAL
    toppen = list(islice(kandidater(screening, alle=alle, med_fnr=med_fnr), antall))
    konsoll.print(_overskrift(screening, filer))
    if toppen:
        konsoll.print(_tabell(toppen, med_fnr=med_fnr))
    konsoll.print(_oppsummering(screening, vist=len(toppen), alle=alle))
    for linje in _videre(toppen, ut):
        konsoll.print(linje)


MERKE = {"JA": ("✓ ja", "green"), "NEI": ("✗ nei", "red"), "UKJENT": ("? ikke avgjort", "yellow")}


def vis_journal(screening: Screening, journalnr: str, *, med_fnr: bool) -> None:
    """Print one person: the conditions in the statute's order, why they stand where they do, and what is missing.

    Raises:
        Brukerfeil: when nobody has the journal number.

    """
    personer = med_journal(screening, journalnr, med_fnr=med_fnr)
    if not personer:
        raise Brukerfeil(f"Ingen i filene har journalnummer «{journalnr}». Skriv det slik det står i lista, også nullene foran.")
    konsoll = Console(highlight=False)
    for person in personer:
        konsoll.print(_person(person, screening))


def _person(person: dict[str, Any], screening: Screening) -> Group:
    hode = Text(f"\nJournal {_synlig(person['journalnr'])} i {_kommune(person['kommune'])}", style="bold")
    hode.append(f" · {person['fnr']}" if "fnr" in person else "", style="not bold")
    hode.append(f"\n{_plass(person, screening)}\n", style="not bold")
    for grunn in [*person["grunner"], *person["merknader"]]:
        hode.append(f"  – {_synlig(grunn)}\n", style="not bold")
    vilkar = Table.grid(padding=(0, 2, 1, 0))
    for ett in person["vilkar"]:
        merke, farge = MERKE[ett["svar"]]
        vilkar.add_row(Text(merke, style=farge), Text(f"{ett['forklaring']}\n").append(ett["hjemmel"], style="dim"))
    return Group(hode, Text("§ 29, vilkår for vilkår\n", style="bold"), vilkar)


def _plass(person: dict[str, Any], screening: Screening) -> str:
    if person["utenfor"]:
        return f"Står utenfor lista: {TEKST[person['utenfor']]}"
    return f"Nummer {tall(person['rang'])} av {tall(screening.kandidater.height)} kandidater"


def _overskrift(screening: Screening, filer: Sequence[Lest]) -> Text:
    lest = sum(1 for fil in filer if fil.skjema == "11F" and not fil.feil)
    hvor = "1 fil" if lest == 1 else f"{lest} filer"
    tekst = Text("\nHvem bør få vurdert retten til kvalifiseringsprogram?\n", style="bold")
    return tekst.append(f"{tall(screening.personer.height)} personer i {hvor}, vurdert per {screening.per:%d.%m.%Y}\n", style="not bold")


def _tabell(toppen: Sequence[dict[str, Any]], *, med_fnr: bool) -> Table:
    tabell = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for navn, justering in (("Nr", "right"), ("Kommune", "left"), ("Journal", "left")):
        tabell.add_column(navn, justify=justering, no_wrap=True)  # type: ignore[arg-type]
    if med_fnr:
        tabell.add_column("Fødselsnr", no_wrap=True)
    for navn in ("Alder", "Md. av 12", "På rad"):
        tabell.add_column(navn, justify="right", no_wrap=True)
    tabell.add_column("Hvorfor her", ratio=1)
    for kandidat in toppen:
        tabell.add_row(*_rad(kandidat, med_fnr=med_fnr))
    return tabell


def _rad(kandidat: dict[str, Any], *, med_fnr: bool) -> list[Text]:
    fnr = [kandidat["fnr"]] if med_fnr else []
    celler = [kandidat["rang"], _kommune(kandidat["kommune"]), kandidat["journalnr"], *fnr]
    celler += [kandidat["alder"], kandidat["maneder_siste_12"], kandidat["sammenhengende_maneder"], _hvorfor(kandidat)]
    return [Text("–" if celle is None else _synlig(str(celle))) for celle in celler]


def _synlig(tekst: str) -> str:
    """With control characters shown as a mark: what stands in a file must not steer the terminal."""
    return "".join(tegn if tegn.isprintable() else "�" for tegn in tekst)


def _kommune(nummer: str) -> str:
    """Number and first name: the longest Sámi and Kven names would fill the table."""
    navn = KOMMUNER.get(nummer, "").split(" - ")[0]
    return _synlig(f"{nummer} {navn}".strip())


def _hvorfor(kandidat: dict[str, Any]) -> str | None:
    """The reasons that the columns do not already tell, and what else one should know."""
    if kandidat["utenfor"]:
        return f"Utenfor: {TEKST[kandidat['utenfor']]}"
    return ". ".join(del_ for del_ in (kandidat["kort"], *kandidat["merknader"]) if del_) or None


def _oppsummering(screening: Screening, *, vist: int, alle: bool) -> Text:
    utenfor = screening.utenfor
    kandidat_antall = screening.personer.height - sum(utenfor.values())
    av = screening.personer.height if alle else kandidat_antall
    tekst = Text(f"Viser {tall(vist)} av {tall(av)}. ", style="dim")
    tekst.append(f"{tall(kandidat_antall)} kandidater", style="not dim bold")
    tekst.append(f", {tall(screening.langtidsmottakere)} av dem med stønad i minst {LANGTID} av de siste 12 månedene.\n", style="not dim")
    tekst.append(f"{tall(sum(utenfor.values()))} står utenfor lista:\n", style="not dim")
    for id_, antall in utenfor.items():
        tekst.append(f"  {tall(antall):>9}  {TEKST[id_]}\n", style="not dim")
    for merknad in screening.merknader:
        tekst.append(f"\nMerk: {merknad}\n", style="not dim yellow")
    return tekst


def _videre(toppen: Sequence[dict[str, Any]], ut: Path | None) -> list[str]:
    if not toppen:
        return ["Ingen står på lista. Kontroller at fila er for riktig kommune og år.\n"]
    lista = f"Hele lista er skrevet til {ut}." if ut else "Skriv hele lista til regneark: legg til --ut kandidater.xlsx"
    return [
        "[bold]Slik går du videre[/bold]",
        "1. Begynn øverst. Å stå på lista er ikke et vedtak: den sier hvem som bør få informasjon og en vurdering etter § 29.",
        "2. 11F kjenner bare alder og ytelser. Resten av § 29 må noen vurdere: arbeidsevnen, arbeidsevnevurderingen og bistandsbehovet.",
        f"3. {lista}\n",
    ]


def tall(antall: int) -> str:
    """A whole number with a hard space between the thousands, as Norwegian writes it."""
    return f"{antall:,}".replace(",", "\u00a0")
