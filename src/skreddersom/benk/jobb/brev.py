"""The longest letter, made again and again, each time with other words; and the floor, which is an empty document set in the same way.

The typesetter remembers what it has seen, so the same letter twice would cost nothing the second time.
"""

from __future__ import annotations

import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev.beregning import stonad
from skreddersom.plattform.brev.lag import Brevfil, lag
from skreddersom.plattform.dokument.pdf import sett

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GANGER: Final = 40
DAG: Final = date(2026, 11, 22)
START: Final = date(2026, 12, 1)
TOMT: Final = b'#set document(title: sys.inputs.nr)\n#set text(lang: "nb")\n'
BEGRUNNELSE: Final = "Du har vært lenge uten arbeid. Tiltakene du har prøvd, har stoppet opp fordi ingen samordnet dem. " * 4


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[list[float]]:
    """``oppdrag["hva"]`` is ``brev`` or ``gulv``. The answer is seconds for one, the median of many."""
    gjor: Callable[[int], object] = {"brev": _brev, "gulv": _gulv}[oppdrag["hva"]]
    return Arbeid(lambda: _tider(gjor), lambda tider: {"sekunder": median(tider), "lengst": max(tider)}, ("typst",))


def _tider(gjor: Callable[[int], object]) -> list[float]:
    """Seconds for each; the first, which reads the fonts, is not counted."""
    gjor(0)
    tider = []
    for nr in range(1, GANGER + 1):
        start = time.perf_counter()
        gjor(nr)
        tider.append(time.perf_counter() - start)
    return tider


def _brev(nr: int) -> Brevfil:
    return lag(Brevslag.INNVILGELSE, "nn" if nr % 2 else "nb", innvilgelse(nr))


def _gulv(nr: int) -> bytes:
    return sett(TOMT, {"nr": str(nr)})


def innvilgelse(nr: int) -> dict[str, Any]:
    """A grant with a long reason for every condition. Nobody in it exists."""
    grunn = f"{BEGRUNNELSE}Samtale nummer {nr}."
    return {
        "kontor": {"navn": "Nav Eksempel", "adresse": ["Eksempelgata 1", "4800 Eksempel"], "telefon": "55 00 00 00"},
        "mottaker": {"navn": f"Person {nr}", "adresse": ["Eksempelveien 2", "4800 Eksempel"]},
        "hilsen": [{"navn": "Vilde", "rolle": "saksbehandler"}, {"navn": "Bjørg", "rolle": "beslutter"}],
        "dato": DAG.isoformat(),
        "referanse": f"2026/{nr}",
        "statsforvalter": "Agder",
        "gjelder": "soknad",
        "mottatt": "2026-10-20",
        "fra": START.isoformat(),
        "til": "2027-11-30",
        "start": START.isoformat(),
        "timer_uke": 37.5,
        "vilkar": [{"id": vilkar.id, "begrunnelse": grunn} for vilkar in versjon_paa(DAG).vilkar],
        "deltakers_syn": grunn,
        "har_barn": True,
        "barn": grunn,
        "evalueringer": ["2027-03-01", "2027-06-01", "2027-09-01"],
        "stonad": stonad(START, DAG, under_25=False, antall_barn=2),
    }
