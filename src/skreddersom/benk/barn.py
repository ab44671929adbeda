"""The child's side of a measurement: one job in a fresh process, told as one line of JSON on standard output.

``python -P -m skreddersom.benk.barn <job> <json>``. Standard library only until the job is loaded: peers run it with their own Python.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from skreddersom.benk.minne import toppminne

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")

JOBBER = "skreddersom.benk.jobb"


class Arbeid(NamedTuple, Generic[T]):
    """A job that is ready to run: only ``gjor`` is measured; ``hovedtall`` sums up what came out of it.

    Work that is many calls may give its own ``sekunder`` for one of them there.
    """

    gjor: Callable[[], T]
    hovedtall: Callable[[T], dict[str, Any]]
    pakker: tuple[str, ...] = ("polars",)


def mal(arbeid: Arbeid[T]) -> dict[str, Any]:
    """Run the job once: seconds, peak memory in MB, what came out, and the versions of the packages that did it."""
    start = time.perf_counter()
    resultat = arbeid.gjor()
    sekunder = time.perf_counter() - start
    minne = toppminne()
    svar = arbeid.hovedtall(resultat)
    pakker = {pakke: version(pakke) for pakke in arbeid.pakker}
    return {"sekunder": svar.pop("sekunder", sekunder), "minne_mb": minne, "svar": svar, "pakker": pakker}


def forbered(jobb: str, oppdrag: Mapping[str, Any]) -> Arbeid[Any]:
    """Load the job's module, and let it make itself ready; what it imports is not part of the measured work."""
    arbeid: Arbeid[Any] = import_module(f"{JOBBER}.{jobb}").forbered(oppdrag)
    return arbeid


def main(argv: Sequence[str]) -> None:
    """Run the job that ``argv`` names and print the line."""
    jobb, oppdrag = argv
    print(json.dumps(mal(forbered(jobb, json.loads(oppdrag)))))


if __name__ == "__main__":
    main(sys.argv[1:])
