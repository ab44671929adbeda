"""``docs/ytelse.md``: the report with the machine, what each row is, and how to repeat it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.benk.rapport import KOLONNER, TALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from skreddersom.benk.rapport import Rapport

INNLEDNING: Final = """\
# Ytelse

Tallene her er målt av programmet selv, som også har skrevet denne sida. Lag den på nytt med

    python3 skreddersom.py benk --skriv docs/ytelse.md

Menneskene i testfilene er oppdiktet. Hver kjøring skjer i en fersk prosess, og deltakerne kjører om hverandre, runde for runde,
slik at en travel maskin rammer alle likt. Den første kjøringen av hver telles ikke. **Arbeidet** er tiden inne i prosessen, fra
fila åpnes til svaret er klart. **Hele prosessen** er tiden fra den startes til den er borte, med Python og pakker. **Minne** er
det meste prosessen har holdt på. Alle tall er medianer; *minst–mest* gjelder arbeidet (for `--help` hele prosessen). Et mål som
ikke er nådd, står med ✗.
"""

FORKLARING: Final = """\
## Hva radene er

- **Finne kandidatene:** lese en 11F-fil for 2026, holde alle opp mot § 29 og ha lista klar i rekkefølge, som `kandidater` gjør.
  En fil med bare ASCII leses bit for bit rett fra disken, det som beholdes for hver person, er smale kolonner, og Polars får beskjed
  om å gi brukt minne tilbake etter en tidels sekund.
- **Tomgang:** en prosess som laster Polars og spør om én rad. Det er det minste noe program som leser en fil med Polars, kan holde
  på. Et mål som er lavere, kan ikke nås uten å bytte ut Polars; det står likevel blant målene, med en setning om det.
- **Gulvet:** Polars leser den samme fila, skjærer ut hvert av feltene som screeningen leser, og summerer lengdene. Ingenting
  tolkes.
- **De samme reglene i OpenFisca:** `benk/motpart_openfisca.py` i et eget miljø: alder, ytelser, måneder, lengste rekke, grunner
  til å stå utenfor, poeng og rekkefølge som OpenFisca-variabler. Fila leses med NumPy rett fra bytene. Motparten slipper å
  avgjøre hvem som er samme person (den avviser en fil der et nummer står flere ganger), flere år og tegnsett. *Likt* er ja når
  antall kandidater, antall for hver grunn, summen av poeng og hele rekkefølgen er de samme i alle kjøringer.
- **Kontrollere 11CF:** lese fila, og kjøre SSBs kontroller og våre egne.
- **Forklare én person:** § 29 med hele forklaringen, for den tregeste av tre: en vi ikke vet noe om, en vi kjenner fra 11F, og en
  der alt er kjent.
- **Lage ett brev:** en lang innvilgelse på tre–fire sider, fra opplysningene til ferdig PDF/A-2a og PDF/UA-1, med nye ord hver gang.
  Skrifttypene er lest på forhånd, slik de er når nettstedet går. Gulvet er et tomt dokument satt av det samme programmet.
- **Trakten for alle kommunene:** skjule små tall i 357 kommuner og tre år, holde hver av dem mot felles andel, og regne ut bildet.
  Tallene er oppdiktet, og databasen er ikke med.
- **Rapporten med matrise:** runden fra Agder, fra svarfil til ferdig side og til PDF/UA.
- **kandidater --help:** `python3 skreddersom.py kandidater --help`, gjennom inngangsdøra.
- **§ 29 i Polars, DuckDB og PySpark:** den samme koden på personene i en 11F-fil, fra fil til fil. *Likt* er ja når hver rad er
  lik svaret fra Polars, også for alle kombinasjoner av det som kan være kjent og ukjent. Minnet til PySpark er Python og Java
  sammen.
"""


def dokument(rapport: Rapport, maskin: Mapping[str, str], dato: date) -> str:
    """The whole page as Markdown."""
    deler = [
        INNLEDNING,
        f"## Målinger\n\nMedian av {rapport.runder} kjøringer.\n",
        markdowntabell(KOLONNER, rapport.rader, TALL),
        "## Mål\n",
        markdowntabell(("", "Mål", "Målt", "Hva"), [(dom.tegn, dom.maal, dom.malt, dom.hvem) for dom in rapport.dommer], (2,)),
        *(f"{merknad}\n" for merknad in rapport.merknader),
        FORKLARING,
        "## Maskinen\n",
        markdowntabell(("", ""), [*maskin.items(), *_pakker(rapport), ("Målt", f"{dato:%d.%m.%Y}")], ()),
    ]
    return "\n".join(deler)


def _pakker(rapport: Rapport) -> list[tuple[str, str]]:
    return [("Pakker", ", ".join(f"{pakke} {versjon}" for pakke, versjon in rapport.pakker.items()))]


def markdowntabell(kolonner: Sequence[str], rader: Iterable[Sequence[str]], tall: Iterable[int]) -> str:
    """A table in Markdown; the columns in ``tall`` are numbers, and stand to the right."""
    hoyre = set(tall)
    strek = ["---:" if nr in hoyre else "---" for nr in range(len(kolonner))]
    return "".join(f"| {' | '.join(rad)} |\n" for rad in (kolonner, strek, *rader))
