"""What is to be measured: the contestants of each part, with the files and environments they need."""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.benk.maling import Deltaker, Id
from skreddersom.benk.miljo import miljo
from skreddersom.benk.prosess import Kommando, barn, kjor
from skreddersom.benk.testfil import AAR, hent, lager
from skreddersom.inngang import ROT
from skreddersom.inngang.installasjon import BASE
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PER: Final = f"{AAR}-12-31"
POSTER_11CF: Final = 100_000
POSTER_PARAGRAF29: Final = 130_000
MOTPART: Final = Path(__file__).with_name("motpart_openfisca.py")

INGEN_JAVA: Final = "Java finnes ikke på maskinen. Installer Java 17 eller nyere, eller sett JAVA_HOME, og kjør igjen."
INGEN_DUCKDB: Final = "Pakken er et tillegg og finnes ikke i miljøet. Kjør «python3 skreddersom.py test» først, så kommer den med."

INGEN_TYPST: Final = "Pakken som setter brevene, finnes ikke i miljøet. Kjør «python3 skreddersom.py benk» eller «test», så kommer den med."


class Mangler(Brukerfeil):
    """Something a peer needs is not on this machine."""


@dataclass(frozen=True)
class Plan:
    """The contestants by id, a sentence about each that cannot take part, and the files where the engines write their answers on § 29."""

    poster: Sequence[int]
    meld: Callable[[str], None]
    deltakere: dict[Id, Deltaker] = field(default_factory=dict)
    merknader: list[str] = field(default_factory=list)
    svarfiler: dict[str, list[str]] = field(default_factory=dict)

    def ta_med(self, deltaker: Deltaker) -> None:
        """Add a contestant; one that is there already, for another part, is not run twice."""
        self.deltakere.setdefault(deltaker.id, deltaker)

    @contextmanager
    def valgfritt(self, navn: str) -> Iterator[None]:
        """A peer that cannot be set up is told of in one line, and the others go on."""
        try:
            yield
        except Brukerfeil as feil:
            self.merknader.append(f"{navn}: hoppet over. {feil}")


def lag_plan(deler: Sequence[str], poster: Sequence[int], meld: Callable[[str], None]) -> Plan:
    """Everything for the ``deler`` asked for, in the order of ``DELER``. Raises ``Brukerfeil``."""
    plan = Plan(poster, meld)
    for del_, legg_til in DELER.items():
        if del_ in deler:
            legg_til(plan)
    return plan


def _skjerm(plan: Plan) -> None:
    plan.ta_med(Deltaker(Id("tomgang"), "Tomgang: bare laste Polars", barn("tomgang", {})))
    for poster in plan.poster:
        fil = str(hent("11F", poster, plan.meld))
        plan.ta_med(_screening(poster, fil))
        gulv = barn("gulv", {"fil": fil, "aar": AAR})
        plan.ta_med(Deltaker(Id("gulv", poster), "Gulvet: bare lese de samme feltene", gulv))


def _screening(poster: int, fil: str) -> Deltaker:
    return Deltaker(Id("skjerm", poster), "Finne kandidatene", barn("screening", {"fil": fil}))


def _openfisca(plan: Plan) -> None:
    with plan.valgfritt("OpenFisca"):
        plan.meld("Gjør klar OpenFisca")
        python = miljo("openfisca")
        regler = kjor(barn("regler", {"aar": AAR})).svar
        for poster in plan.poster:
            fil = str(hent("11F", poster, plan.meld))
            plan.ta_med(_screening(poster, fil))
            motpart = Kommando((str(python), "-P", str(MOTPART), json.dumps({**regler, "fil": fil})))
            plan.ta_med(Deltaker(Id("openfisca", poster), "De samme reglene i OpenFisca", motpart, valgfri=True))


def _kontroll(plan: Plan) -> None:
    fil = hent("11CF", POSTER_11CF, plan.meld)
    plan.ta_med(Deltaker(Id("kontroll", POSTER_11CF), "Kontrollere 11CF", barn("kontroll", {"fil": str(fil)})))


def _forklar(plan: Plan) -> None:
    plan.ta_med(Deltaker(Id("forklar"), "Forklare én person", barn("forklaring", {})))


def _brev(plan: Plan) -> None:
    with plan.valgfritt("Brev"):
        if find_spec("typst") is None:
            raise Mangler(INGEN_TYPST)
        plan.ta_med(Deltaker(Id("brev"), "Lage ett brev", barn("brev", {"hva": "brev"})))
        plan.ta_med(Deltaker(Id("brev-gulv"), "Gulvet: et tomt dokument", barn("brev", {"hva": "gulv"})))


def _fylket(plan: Plan) -> None:
    with plan.valgfritt("Fylket"):
        if find_spec("typst") is None:
            raise Mangler(INGEN_TYPST)
        for hva, navn in FYLKET.items():
            plan.ta_med(Deltaker(Id(f"fylket-{hva}"), navn, barn("fylket", {"hva": hva})))


FYLKET: Final = {
    "trakt": "Trakten for alle kommunene",
    "rapport": "Rapporten med matrise, som side",
    "pdf": "Rapporten med matrise, som PDF",
}
"""What the County Governor waits for, and what it is called."""


def _hjelp(plan: Plan) -> None:
    dor = Kommando((BASE, str(ROT / "skreddersom.py"), "kandidater", "--help"), forteller=False)
    plan.ta_med(Deltaker(Id("hjelp"), "kandidater --help", dor))


def _paragraf29(plan: Plan) -> None:
    mappe, fil = lager(), str(hent("11F", POSTER_PARAGRAF29, plan.meld))
    inn = {sett: str(mappe / f"{sett}.parquet") for sett in ("personer", "kombinasjoner")}
    kjor(barn("fakta", {"fil": fil, "per": PER, **inn}))
    for motor, (navn, python) in MOTORER.items():
        with plan.valgfritt(navn):
            filer = {sett: {"inn": sti, "ut": str(mappe / f"{sett}-{motor}.parquet")} for sett, sti in inn.items()}
            kommando = barn(f"paragraf29_{motor}", {"per": PER, **filer}, python())
            plan.ta_med(Deltaker(Id(f"paragraf29-{motor}", POSTER_PARAGRAF29), f"§ 29 i {navn}", kommando, valgfri=motor != "polars"))
            plan.svarfiler[motor] = [par["ut"] for par in filer.values()]


def _python_duckdb() -> Path:
    if find_spec("duckdb") is None:
        raise Mangler(INGEN_DUCKDB)
    return Path(sys.executable)


def _python_spark() -> Path:
    java = Path(os.environ.get("JAVA_HOME", "")) / "bin/java"
    if not (shutil.which("java") or ("JAVA_HOME" in os.environ and java.exists())):
        raise Mangler(INGEN_JAVA)
    return miljo("spark")


MOTORER: Final[Mapping[str, tuple[str, Callable[[], Path]]]] = {
    "polars": ("Polars", lambda: Path(sys.executable)),
    "duckdb": ("DuckDB", _python_duckdb),
    "spark": ("PySpark", _python_spark),
}

DELER: Final[Mapping[str, Callable[[Plan], None]]] = {
    "skjerm": _skjerm,
    "openfisca": _openfisca,
    "kontroll": _kontroll,
    "forklar": _forklar,
    "brev": _brev,
    "fylket": _fylket,
    "hjelp": _hjelp,
    "spark": _paragraf29,
}
"""The parts, by the words of ``--bare``."""
