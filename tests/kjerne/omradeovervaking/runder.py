"""A small round to try things on: three offices, two questions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from skreddersom.kjerne.omradeovervaking.definisjon import les_definisjon, uten_definisjon
from skreddersom.kjerne.omradeovervaking.koding import les_koder
from skreddersom.kjerne.omradeovervaking.rapport import lag_rapport
from skreddersom.kjerne.omradeovervaking.svar import les_svar

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport

DAG = date(2026, 11, 21)

SVAR = """\
kontor;endring;vanske
Vest;Som før;nei
Midt;Program utsatt;
Øst;som før.;Eget team
"""

DEFINISJON = """\
versjon = "p1"
tittel = { nb = "Prøverunden", nn = "Prøverunden" }

[[sporsmal]]
kode = "endring"
navn = "Endring"
tekst = { nb = "Hva er endret?", nn = "Kva er endra?" }

[[sporsmal]]
kode = "vanske"
navn = { nb = "Vansker", nn = "Vanskar" }
tekst = { nb = "Hva er vanskelig?", nn = "Kva er vanskeleg?" }

[[kode]]
kode = "utsatt"
sporsmal = "endring"
navn = { nb = "Utsatt", nn = "Utsett" }
synonym = ["program utsatt"]
"""


def paastand(tekst: str, *, id_: str = "P1", koder: str = '["uendret"]', del_: str = "resultat", mer: str = "") -> str:
    """One claim on the first question, as it is written in a definition."""
    return f'\n[[paastand]]\nid = "{id_}"\ndel = "{del_}"\ntekst = "{tekst}"\nsporsmal = "endring"\nkoder = {koder}\n{mer}'


def rapport(svar: str = SVAR, koder: str = "", definisjon: str | None = None) -> Rapport:
    """The report on the answers, codes and definition as they are written in files."""
    lest = les_svar(svar.encode(), "svar.csv")
    linjer = les_koder(koder.encode(), "koder.csv") if koder else []
    d = uten_definisjon(lest) if definisjon is None else les_definisjon(definisjon.encode(), "rapport.toml", lest)
    return lag_rapport(lest, linjer, d, DAG)
