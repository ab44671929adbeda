"""The parent's side of a measurement: start a fresh process, wait, and read its line of JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skreddersom.inngang.omgivelser import rene_omgivelser
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping

KILDE = Path(__file__).resolve().parents[2]
"""The folder the package is imported from."""

PROV_IGJEN = "Prøv igjen, eller velg andre deler med --bare."


class Malefeil(Brukerfeil):
    """A measured process did not come through."""


@dataclass(frozen=True, slots=True)
class Kommando:
    """What to start. ``forteller`` is false for a program that is not ours to ask: then only the whole process is timed."""

    argv: tuple[str, ...]
    omgivelser: Mapping[str, str] = field(default_factory=dict)
    forteller: bool = True


@dataclass(frozen=True, slots=True)
class Kjoring:
    """One run. ``ende`` is seconds from start to exit of the process, ``arbeid`` seconds for the work inside it."""

    ende: float
    arbeid: float
    minne_mb: float | None = None
    svar: Mapping[str, Any] = field(default_factory=dict)
    pakker: Mapping[str, str] = field(default_factory=dict)


def barn(jobb: str, oppdrag: Mapping[str, Any], python: Path | None = None) -> Kommando:
    """The command for one of our jobs, run by our own Python or by that of another environment."""
    argv = (str(python or sys.executable), "-P", "-m", "skreddersom.benk.barn", jobb, json.dumps(oppdrag))
    return Kommando(argv, {"PYTHONPATH": str(KILDE)})


def kjor(kommando: Kommando) -> Kjoring:
    """Run it once in a fresh process. Raises ``Malefeil`` with the last thing it said."""
    start = time.perf_counter()
    try:
        ferdig = subprocess.run(
            kommando.argv, env=rene_omgivelser() | dict(kommando.omgivelser), capture_output=True, text=True, check=True
        )
    except OSError as feil:
        raise Malefeil(f"«{kommando.argv[0]}» kunne ikke startes: systemfeil {feil.errno}. Sjekk installasjonen og prøv igjen.") from feil
    except subprocess.CalledProcessError as feil:
        raise Malefeil(f"Målingen stoppet: {_siste_linje(feil.stderr)}. {PROV_IGJEN}") from feil
    ende = time.perf_counter() - start
    return _les(ferdig.stdout, ende) if kommando.forteller else Kjoring(ende, ende)


def _les(utskrift: str, ende: float) -> Kjoring:
    try:
        fortalt = json.loads(_siste_linje(utskrift))
        return Kjoring(ende, fortalt["sekunder"], fortalt["minne_mb"], fortalt["svar"], fortalt["pakker"])
    except (ValueError, KeyError, TypeError) as feil:
        raise Malefeil(f"Målingen ga ikke noe svar: {_siste_linje(utskrift)}. {PROV_IGJEN}") from feil


def _siste_linje(utskrift: str) -> str:
    return next((linje.strip().rstrip(".") for linje in reversed(utskrift.splitlines()) if linje.strip()), "uten å si hvorfor")
