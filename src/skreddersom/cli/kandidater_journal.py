"""One person as a caseworker reads them: the conditions in the statute's order, why they stand where they do, and what is missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from skreddersom.cli.kandidater_json import journal_som_json
from skreddersom.cli.kandidater_tabell import BREDDE_UTEN_TERMINAL, kommune
from skreddersom.cli.ordlyd import mengde, synlig, tall
from skreddersom.cli.skjerm import konsoll
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.screening.kandidat import med_journal
from skreddersom.kjerne.screening.utenfor import TEKST

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.screening.screening import Screening

MERKE = {"JA": ("✓ ja", "green"), "NEI": ("✗ nei", "red"), "UKJENT": ("? ikke avgjort", "yellow")}


def vis_journal(screening: Screening, journalnr: str, *, som_json: bool, med_fnr: bool) -> None:
    """Print everyone with the journal number; one per municipality as a rule.

    Raises:
        Brukerfeil: when nobody has it.

    """
    personer = med_journal(screening, journalnr, med_fnr=med_fnr)
    if not personer:
        raise Brukerfeil(f"Ingen i filene har journalnummer «{journalnr}». Skriv det slik det står i lista, også nullene foran.")
    if som_json:
        journal_som_json(sys.stdout, screening, personer)
        return
    skjerm = konsoll(BREDDE_UTEN_TERMINAL)
    for person in personer:
        skjerm.print(_person(person, screening))


def _person(person: dict[str, Any], screening: Screening) -> Group:
    hode = Text(f"\nJournal {synlig(str(person['journalnr']))} i {kommune(person['kommune'])}", style="bold")
    hode.append(f" · {synlig(person['fnr'])}" if "fnr" in person else "", style="not bold")
    hode.append(f"\n{_plass(person, screening)}\n", style="not bold")
    for grunn in [*person["grunner"], *person["merknader"]]:
        hode.append(f"  – {synlig(grunn)}\n", style="not bold")
    return Group(hode, Text("§ 29, vilkår for vilkår\n", style="bold"), _vilkar(person["vilkar"], screening.per))


def _plass(person: dict[str, Any], screening: Screening) -> str:
    if person["utenfor"]:
        return f"Står utenfor lista: {TEKST[person['utenfor']]}"
    return f"Nummer {tall(person['rang'])} av {mengde(screening.kandidater.height, 'kandidat', 'kandidater')}"


def _vilkar(vilkar: list[dict[str, Any]], per: date) -> Table:
    sporsmal = _skjonnssporsmal(per)
    tabell = Table.grid(padding=(0, 2, 1, 0))
    for ett in vilkar:
        merke, farge = MERKE[ett["svar"]]
        tekst = Text(f"{ett['forklaring']}\n")
        if ett["svar"] == "UKJENT" and ett["id"] in sporsmal:
            tekst.append(f"Spørsmål å avklare: {sporsmal[ett['id']]}\n", style="yellow")
        tabell.add_row(Text(merke, style=farge), tekst.append(ett["hjemmel"], style="dim"))
    return tabell


def _skjonnssporsmal(per: date) -> dict[str, str]:
    """Condition -> what a caseworker must answer, where the answer is a judgement and not something to look up."""
    return {v.id: v.sporsmal for v in versjon_paa(per).vilkar if any(FAKTA[navn].skjonn for navn in v.fakta)}
