"""As much of OpenFisca as the peer program uses, so that its rules can be tried where OpenFisca itself never comes.

Values are kept by variable and period as in the real one: a formula is computed the first time somebody asks.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from types import ModuleType, SimpleNamespace
from typing import Any

MONTH, YEAR, ETERNITY = "month", "year", "eternity"


class Periode:
    """A year, or one of its months as text: ``2026-03``."""

    def __init__(self, aar: str) -> None:
        self.stop = date(int(aar), 12, 31)

    def get_subperiods(self, _enhet: str) -> list[str]:
        return [f"{self.stop.year}-{nr:02}" for nr in range(1, 13)]


class System:
    """The variables by name, and the parameters."""

    def __init__(self, _enheter: list[object]) -> None:
        self.variabler: dict[str, dict[str, Any]] = {}
        self.parameters: Any = None

    def add_variable(self, variabel: type) -> None:
        self.variabler[variabel.__name__] = dict(vars(variabel))


class Simulering:
    """Persons with values."""

    def __init__(self, system: System, count: int) -> None:
        self.system, self.count = system, count
        self.verdier: dict[tuple[str, str], Any] = {}

    def set_input(self, navn: str, periode: str, verdier: Any) -> None:
        assert "formula" not in self.system.variabler[navn], f"{navn} regnes ut og kan ikke settes"
        self.verdier[navn, periode] = verdier

    def calculate(self, navn: str, periode: str) -> Any:
        variabel = self.system.variabler[navn]
        nokkel = (navn, "ETERNITY" if variabel["definition_period"] == ETERNITY else periode)
        if nokkel not in self.verdier:
            self.verdier[nokkel] = self._regn_ut(variabel["formula"], periode)
        return self.verdier[nokkel]

    def __call__(self, navn: str, periode: Periode | str) -> Any:
        return self.calculate(navn, str(periode.stop.year) if isinstance(periode, Periode) else periode)

    def _regn_ut(self, formel: Any, periode: str) -> Any:
        nar = Periode(periode) if len(periode) == 4 else periode
        med_parametre = formel.__code__.co_argcount == 3
        return formel(self, nar, self.system.parameters) if med_parametre else formel(self, nar)


def parametre(_navn: str, data: dict[str, Any]) -> Any:
    """The parameters at any time: each has one value from the year's first day."""
    verdier = {gruppe: {navn: next(iter(p["values"].values()))["value"] for navn, p in i.items()} for gruppe, i in data.items()}
    return lambda _periode: verdier


def moduler() -> dict[str, ModuleType]:
    """What stands in for ``openfisca_core`` in ``sys.modules``."""
    bygger = SimpleNamespace(build_default_simulation=Simulering)
    innhold: dict[str, dict[str, object]] = {
        "": {},
        ".entities": {"build_entity": lambda *_, **__: None},
        ".indexed_enums": {"Enum": Enum},
        ".model_api": {"ETERNITY": ETERNITY, "MONTH": MONTH, "YEAR": YEAR, "Variable": object},
        ".parameters": {"ParameterNode": parametre},
        ".simulations": {"SimulationBuilder": lambda: bygger},
        ".taxbenefitsystems": {"TaxBenefitSystem": System},
    }
    laget = {f"openfisca_core{navn}": ModuleType(f"openfisca_core{navn}") for navn in innhold}
    for navn, attributter in innhold.items():
        vars(laget[f"openfisca_core{navn}"]).update(attributter)
    return laget
