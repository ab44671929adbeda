"""The peer: the rules of the screening as an OpenFisca tax-benefit system, run by the Python of an environment of its own.

It stands alone and is never imported by the program. Codes, weights and field positions come in as JSON, the answer goes out as one line
of JSON. The file is read with NumPy straight from its bytes. OpenFisca has no third value, so what may be unknown is an ``Enum``.
Less is done here than in Skreddersøm: one year only, no joining of persons who stand twice (such a file is refused), no character sets.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.model_api import ETERNITY, MONTH, YEAR, Variable
from openfisca_core.parameters import ParameterNode
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

Tabell: TypeAlias = Any
"""A NumPy array with one place per person; what its operators give is untyped."""
Felt = Mapping[str, tuple[int, int]]
"""Field → first byte in the record, and length."""

NEI, UKJENT, JA = range(3)
"""The places of the answers in ``SVAR``: «and» is the lowest of two."""
SVAR: Any = Enum("Svar", "NEI UKJENT JA")
ALLE_SVAR = tuple(SVAR)


class Periode(Protocol):
    """What the formulas ask of an OpenFisca period."""

    stop: date

    def get_subperiods(self, enhet: object) -> Iterable[Periode]:
        """The months of a year."""


class Person(Protocol):
    """OpenFisca's population of persons, as the formulas use it."""

    count: int

    def __call__(self, variabel: str, periode: Periode) -> Tabell:
        """The values of a variable, computed if need be."""


class Satser(Protocol):
    """OpenFisca's parameters, as the formulas use them."""

    def __call__(self, periode: Periode) -> Mapping[str, Mapping[str, Any]]:
        """The parameters in force."""


INNDATA: Mapping[str, tuple[type, object]] = {
    "fodselsdato": (date, ETERNITY),
    "vklo": (int, YEAR),
    "trygdesit": (int, YEAR),
    "arbsit": (int, YEAR),
    "barn_i_husstanden": (bool, YEAR),
    "antall_barn": (int, YEAR),
    "vilkar_stilt": (bool, YEAR),
    "kryss": (bool, MONTH),
    "utbetalt": (bool, MONTH),
}
LISTA = ("utenfor", "poeng", "utfall", "alder", "maneder_siste_12", "sammenhengende_maneder", "barn")
"""The variables that the ranked list shows."""

FORMLER: dict[str, tuple[object, object, Callable[..., Tabell]]] = {}


def variabel(slag: object, periode: object = YEAR) -> Callable[[Callable[..., Tabell]], None]:
    """Make a variable with the function's name of the formula below."""

    def legg_til(formel: Callable[..., Tabell]) -> None:
        FORMLER[formel.__name__] = (slag, periode, formel)

    return legg_til


@variabel(int)
def alder(person: Person, period: Periode) -> Tabell:
    """Age in whole years on the last day of the year."""
    fodt = person("fodselsdato", period)
    forste_i_maneden = fodt.astype("datetime64[M]")
    fodselsar, maned = 1970 + fodt.astype("datetime64[Y]").astype(int), forste_i_maneden.astype(int) % 12 + 1
    dag = (fodt - forste_i_maneden).astype(int) + 1
    senere_i_aret = (maned > period.stop.month) | ((maned == period.stop.month) & (dag > period.stop.day))
    return period.stop.year - fodselsar - senere_i_aret


@variabel(bool, MONTH)
def stonad(person: Person, period: Periode) -> Tabell:
    """A tick or an amount above zero."""
    return person("kryss", period) | person("utbetalt", period)


@variabel(int)
def maneder_siste_12(person: Person, period: Periode) -> Tabell:
    """How many months of the year have support."""
    return sum((person("stonad", maned) for maned in period.get_subperiods(MONTH)), np.zeros(person.count, np.int32))


@variabel(int)
def sammenhengende_maneder(person: Person, period: Periode) -> Tabell:
    """The longest unbroken run of months."""
    rekke = lengst = np.zeros(person.count, np.int32)
    for maned in period.get_subperiods(MONTH):
        rekke = (rekke + 1) * person("stonad", maned)
        lengst = np.maximum(lengst, rekke)
    return lengst


@variabel(int)
def maneder_pa_rad(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """As many months without a break as tell something; one month alone is no row."""
    rekke = person("sammenhengende_maneder", period)
    return np.where(rekke > 1, np.minimum(rekke, parameters(period)["grenser"]["lengst"]), 0)


@variabel(bool)
def lever_av_sosialhjelp(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """Social assistance is the main livelihood."""
    return person("vklo", period) == parameters(period)["koder"]["sosialhjelp"]


@variabel(bool)
def lever_av_trygd(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """A benefit under folketrygdloven is the main livelihood."""
    return person("folketrygd", period) & (person("vklo", period) == parameters(period)["koder"]["trygd"])


@variabel(bool)
def folketrygd(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """Some benefit under folketrygdloven."""
    return np.isin(person("trygdesit", period), parameters(period)["koder"]["folketrygd"])


@variabel(bool)
def i_program(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """In kvalifiseringsprogram already."""
    koder = parameters(period)["koder"]
    return (person("arbsit", period) == koder["i_kvalifiseringsprogram"]) | (person("vklo", period) == koder["kvalifiseringsstonad"])


@variabel(bool)
def introduksjonsprogram(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """In the introduction programme."""
    koder = parameters(period)["koder"]
    return (person("arbsit", period) == koder["i_introduksjonsordning"]) | (person("vklo", period) == koder["introduksjonsstonad"])


@variabel(SVAR)
def vilkar_ytelser(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """No benefit is JA; with one it is UKJENT, as it may be very limited."""
    koder, trygd, vklo = parameters(period)["koder"], person("trygdesit", period), person("vklo", period)
    uten = (trygd == koder["barnetrygd"]) | ((trygd == koder["ingen_trygd"]) & (vklo != koder["trygd"]))
    ja = uten & (vklo != koder["kursstonad"]) & ~person("folketrygd", period)
    return np.where(ja, JA, UKJENT)


@variabel(SVAR)
def vilkar_alder(person: Person, period: Periode) -> Tabell:
    """From the 18th birthday to the day before the 67th."""
    ar = person("alder", period)
    return np.where((ar >= 18) & (ar < 67), JA, NEI)


@variabel(SVAR)
def utfall(person: Person, period: Periode) -> Tabell:
    """All conditions together; the five that 11F tells nothing of are UKJENT."""
    kjente = np.minimum(np.asarray(person("vilkar_alder", period)), np.asarray(person("vilkar_ytelser", period)))
    return np.minimum(kjente, UKJENT)


@variabel(int)
def utenfor(person: Person, period: Periode) -> Tabell:
    """The number of the first reason for standing outside the list; 0 for a candidate."""
    grunner = [
        person("i_program", period),
        person("introduksjonsprogram", period),
        np.asarray(person("vilkar_alder", period)) == NEI,
        person("lever_av_trygd", period),
    ]
    return np.select(grunner, range(1, len(grunner) + 1), 0)


@variabel(int)
def barn(person: Person, period: Periode) -> Tabell:
    """Children in the household: at least one when it has any."""
    return np.where(person("barn_i_husstanden", period), np.maximum(person("antall_barn", period), 1), 0)


@variabel(int)
def poeng(person: Person, period: Periode, parameters: Satser) -> Tabell:
    """The sum of the weights of the reasons."""
    vekt, grense, maneder = parameters(period)["poeng"], parameters(period)["grenser"], person("maneder_siste_12", period)
    return (
        vekt["langtid"] * (maneder >= grense["langtid"])
        + vekt["maneder"] * maneder
        + vekt["sammenheng"] * person("maneder_pa_rad", period)
        + vekt["hovedinntekt"] * person("lever_av_sosialhjelp", period)
        + vekt["ung"] * ((person("alder", period) < grense["ung"]) & person("vilkar_stilt", period))
        + vekt["barn"] * (person("barn", period) > 0)
        + vekt["ingen_ytelser"] * (np.asarray(person("vilkar_ytelser", period)) == JA)
    )


def system(parametre: Mapping[str, Mapping[str, object]], fra: date) -> TaxBenefitSystem:
    """The tax-benefit system: one entity, the input and the formulas above, codes and weights as parameters."""
    person = build_entity("person", "persons", "En mottaker av sosialhjelp", is_person=True)
    lov = TaxBenefitSystem([person])
    lov.parameters = ParameterNode("", data=_datert(parametre, fra))
    for navn, (type_, enhet) in INNDATA.items():
        lov.add_variable(_variabel(navn, type_, {"entity": person, "definition_period": enhet}))
    for navn, (slag, periode, formel) in FORMLER.items():
        lov.add_variable(_variabel(navn, slag, {"entity": person, "definition_period": periode, "formula": formel}))
    return lov


def _variabel(navn: str, slag: object, felt: dict[str, object]) -> type:
    svar = {"possible_values": SVAR, "default_value": ALLE_SVAR[UKJENT]} if slag is SVAR else {}
    return type(navn, (Variable,), {"value_type": Enum if slag is SVAR else slag} | felt | svar)


def _datert(parametre: Mapping[str, Mapping[str, object]], fra: date) -> dict[str, object]:
    """Each parameter as OpenFisca wants it: a value from a date."""
    return {gruppe: {navn: {"values": {fra.isoformat(): {"value": verdi}}} for navn, verdi in i.items()} for gruppe, i in parametre.items()}


def les(oppdrag: Mapping[str, Any]) -> Tabell:
    """The file as a table of bytes, one row per record. Raises ``ValueError`` when it is not whole records of one year and one each."""
    tabell = np.frombuffer(Path(oppdrag["fil"]).read_bytes(), np.uint8).reshape(-1, oppdrag["linjelengde"] + 1)
    nummer = _tall(tabell, oppdrag["felt"]["PERSON_FODSELSNR"], np.int64)
    ett_aar = (_tall(tabell, oppdrag["felt"]["VERSION"]) == oppdrag["aar"] % 100).all()
    if not (ett_aar and (tabell[:, -1] == ord("\n")).all() and len(np.unique(nummer)) == len(nummer)):
        raise ValueError("fila har linjer som ikke passer, eller personer som står flere ganger")
    return tabell


def inndata(tabell: Tabell, felt: Felt) -> dict[str, Tabell]:
    """The input variables that are the same the whole year."""
    return {
        "fodselsdato": _dato(tabell, felt["FODSELSDATO"]),
        "vklo": _tall(tabell, felt["VKLO"]),
        "trygdesit": _tall(tabell, felt["TRYGDESIT"]),
        "arbsit": _tall(tabell, felt["ARBSIT"]),
        "barn_i_husstanden": _tall(tabell, felt["BU18"]) == 1,
        "antall_barn": _tall(tabell, felt["ANTBU18"]),
        "vilkar_stilt": _tall(tabell, felt["VILKARSOSLOV"]) == 1,
    }


def maned_for_maned(tabell: Tabell, felt: Felt, nr: int) -> dict[str, Tabell]:
    """The input variables of one month: the tick, and whether one of the two amounts has a digit above zero."""
    fra, lengde = felt[f"BELOP_{nr}"]
    return {
        "kryss": _tall(tabell, felt[f"STMND_{nr}"]) == nr,
        "utbetalt": (tabell[:, fra : fra + lengde] > ord("0")).any(axis=1),
    }


def _tall(tabell: Tabell, felt: tuple[int, int], slag: type = np.int32) -> Tabell:
    """A whole number: digits have their value in the lowest four bits, a blank has nothing there."""
    fra, lengde = felt
    tall: Tabell = np.zeros(len(tabell), slag)
    for nr in range(fra, fra + lengde):
        tall = tall * 10 + (tabell[:, nr] & 15)
    return tall


def _tekst(tabell: Tabell, felt: tuple[int, int]) -> Tabell:
    """The characters as they stand."""
    fra, lengde = felt
    return np.ascontiguousarray(tabell[:, fra : fra + lengde]).view(f"S{lengde}").ravel()


def _dato(tabell: Tabell, felt: tuple[int, int]) -> Tabell:
    """A date written as ddMMyyyy."""
    fra, _ = felt
    dag, maned, ar = (_tall(tabell, (fra + hopp, lengde)) for hopp, lengde in ((0, 2), (2, 2), (4, 4)))
    return ((ar - 1970) * 12 + maned - 1).astype("datetime64[M]").astype("datetime64[D]") + (dag - 1)


def screen(oppdrag: Mapping[str, Any]) -> tuple[Tabell, Tabell, dict[str, Tabell]]:
    """The whole job: from file to the line numbers of the candidates in order, the reasons of the others, and the columns of the list."""
    tabell, felt, ar = les(oppdrag), oppdrag["felt"], oppdrag["aar"]
    simulering = SimulationBuilder().build_default_simulation(system(oppdrag["parametre"], date(ar, 1, 1)), count=len(tabell))
    for navn, verdier in inndata(tabell, felt).items():
        simulering.set_input(navn, f"{ar}" if navn != "fodselsdato" else "ETERNITY", verdier)
    for nr in range(1, 13):
        for navn, verdier in maned_for_maned(tabell, felt, nr).items():
            simulering.set_input(navn, f"{ar}-{nr:02}", verdier)
    svar = {navn: np.asarray(simulering.calculate(navn, f"{ar}")) for navn in LISTA}
    plass = np.argsort(np.where(svar["utenfor"] == 0, -svar["poeng"], 1), kind="stable")
    kandidater = plass[: np.count_nonzero(svar["utenfor"] == 0)]
    kolonner = svar | {navn: _tekst(tabell, felt[navn]) for navn in ("PERSON_JOURNALNR", "PERSON_FODSELSNR")}
    return kandidater + 1, svar["utenfor"], {navn: verdier[kandidater] for navn, verdier in kolonner.items()}


def hovedtall(linjer: Tabell, grunner: Tabell, liste: Mapping[str, Tabell], navn: list[str]) -> dict[str, object]:
    """What is compared with Skreddersøm: how many, why the others are not, the points, and the very order."""
    telt = np.bincount(grunner, minlength=len(navn) + 1)[1:].tolist()
    return {
        "kandidater": len(linjer),
        "utenfor": dict(zip(navn, telt, strict=True)),
        "poeng": int(liste["poeng"].sum()),
        "uavklart": int((liste["utfall"] == UKJENT).sum()),
        "rekkefolge": sha256(linjer.astype("<u4").tobytes()).hexdigest(),
    }


def toppminne() -> float | None:
    """The most memory in MB (10⁶ bytes) this process has held; None where the system does not tell."""
    status = Path("/proc/self/status")
    linjer = status.read_text().splitlines() if status.exists() else []
    return next((int(linje.split()[1]) * 1024 / 1e6 for linje in linjer if linje.startswith("VmHWM")), None)


def main(oppdrag: Mapping[str, Any]) -> None:
    """Do the job, measure it, and print one line of JSON."""
    start = time.perf_counter()
    linjer, grunner, liste = screen(oppdrag)
    sekunder, minne = time.perf_counter() - start, toppminne()
    svar = hovedtall(linjer, grunner, liste, oppdrag["grunner"])
    pakker = {pakke: version(pakke) for pakke in ("openfisca-core", "numpy")}
    print(json.dumps({"sekunder": sekunder, "minne_mb": minne, "svar": svar, "pakker": pakker}))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
