"""Run the mutants of a cosmic-ray session, each in a fork of a process that has loaded everything but the code under test.

Use, instead of ``cosmic-ray exec``: ``python tests/mutasjon/kjor.py tests/mutasjon/cosmic-ray.toml session.sqlite [how many]``. No file is
changed: the mutated source is given to the import of its module. The tests of the module's own name are asked first, then all the others.
The mutants come in an order drawn by lot, the same each time, so that the first so many tell of them all.
"""

from __future__ import annotations

import os
import random
import shlex
import sys
import time
import tomllib
from importlib.abc import MetaPathFinder
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import hypothesis
import narwhals
import polars as pl
import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from cosmic_ray.work_item import MutationSpec, WorkItem

ROT: Final = Path(__file__).resolve().parents[2]
LASTET: Final = (duckdb, hypothesis, narwhals, pl)
"""Slow to import, and not under test: loaded once, before the forks."""
FRO: Final = 29
UTEN: Final = ("-c", os.devnull, "--rootdir", str(ROT), "--noconftest", "--import-mode=importlib", *("-p", "no:django"), "-q")
"""The law needs nothing of what the other tests share."""


class Kilde(SourceFileLoader):
    """Loads a module from another source than the one in its file."""

    kilde: str

    def get_code(self, _fullname: str) -> CodeType:
        """The other source, compiled; nothing is kept on disk."""
        return compile(self.kilde, self.path, "exec")


class Mutert(MetaPathFinder):
    """Finds one module, and gives it another source."""

    def __init__(self, fil: Path, kilde: str) -> None:
        """``kilde`` stands for what is in ``fil``."""
        self.navn = ".".join(fil.with_suffix("").parts[1:]).removesuffix(".__init__")
        self.laster = Kilde(self.navn, str(ROT / fil))
        self.laster.kilde = kilde

    def find_spec(self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """The module, when it is asked for."""
        return spec_from_file_location(fullname, self.laster.path, loader=self.laster) if fullname == self.navn else None


def egne_forst(fil: Path, prover: Path) -> list[str]:
    """The tests of the module's own name or folder, and then the whole folder, where they stand again."""
    egne = (prover / f"test_{fil.stem}.py", prover / fil.parent.name)
    return [*(str(ett) for ett in egne if ett.exists() and ett != prover), str(prover)]


def kilde_til(mutant: MutationSpec) -> str:
    """The source of the mutant's module with the mutation in it."""
    operator = get_operator(mutant.operator_name)(**(mutant.operator_args or {}))
    kilde: str | None = mutate_code((ROT / mutant.module_path).read_text(encoding="utf-8"), operator, mutant.occurrence)
    assert kilde is not None, mutant
    return kilde


def overlever(fil: Path, kilde: str, prover: Path, utvalg: Sequence[str]) -> bool:
    """Whether no test notices. Called in a process of its own, where nothing of ours is loaded yet."""
    sys.meta_path.insert(0, Mutert(fil, kilde))
    hypothesis.settings.register_profile("mutant", deadline=None, database=None, derandomize=True)
    hypothesis.settings.load_profile("mutant")
    return all(pytest.main([*UTEN, "-x", *utvalg, sti]) == pytest.ExitCode.OK for sti in egne_forst(fil, prover))


def prov(fil: Path, kilde: str, prover: Path, utvalg: Sequence[str], frist: float) -> TestOutcome:
    """Try the source in a fork, that is ended after ``frist`` seconds: one that hangs is noticed."""
    barn = os.fork()
    if barn == 0:
        ingensteds = os.open(os.devnull, os.O_RDWR)
        os.dup2(ingensteds, 1)
        os.dup2(ingensteds, 2)
        kode = 1
        try:
            kode = 0 if overlever(fil, kilde, prover, utvalg) else 1
        finally:
            os._exit(kode)
    return TestOutcome.SURVIVED if _vent(barn, time.monotonic() + frist) == 0 else TestOutcome.KILLED


def _vent(barn: int, slutt: float) -> int:
    while time.monotonic() < slutt:
        ferdig, status = os.waitpid(barn, os.WNOHANG)
        if ferdig:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(barn, 9)
    os.waitpid(barn, 0)
    return 1


def _plass(arbeid: WorkItem) -> tuple[str, str, int]:
    (mutant,) = arbeid.mutations
    return str(mutant.module_path), mutant.operator_name, mutant.occurrence


def kjor(oppsett: Path, sesjon: Path, antall: int | None = None) -> None:
    """Run what the session has not run yet, or ``antall`` of it, and keep each result as it comes."""
    valg = tomllib.loads(oppsett.read_text(encoding="utf-8"))["cosmic-ray"]
    ledd = shlex.split(valg["test-command"])
    prover, utvalg = next(Path(ett) for ett in ledd if ett.startswith("tests/")), ledd[ledd.index("-k") :]
    frist = float(valg["timeout"])
    sys.path[:0] = [str(ROT / "src"), str(ROT / "tests")]
    fil = Path(valg["module-path"]) / "hjemmel.py"
    uendret = prov(fil, (ROT / fil).read_text(encoding="utf-8"), prover, utvalg, frist)
    assert uendret is TestOutcome.SURVIVED, "prøvene feiler uten noen mutant, eller er ikke ferdige innen fristen"
    with use_db(str(sesjon), WorkDB.Mode.open) as base:
        rest = random.Random(FRO).sample(ventende := sorted(base.pending_work_items, key=_plass), len(ventende))
        for nr, arbeid in enumerate(rest[:antall], 1):
            (mutant,) = arbeid.mutations
            utfall = prov(Path(mutant.module_path), kilde_til(mutant), prover, utvalg, frist)
            base.set_result(arbeid.job_id, WorkResult(worker_outcome=WorkerOutcome.NORMAL, output="", test_outcome=utfall, diff=""))
            if utfall is TestOutcome.SURVIVED:
                print(f"{nr}: {mutant.module_path}:{mutant.start_pos[0]} {mutant.operator_name} {mutant.occurrence} lever", flush=True)


if __name__ == "__main__":
    os.chdir(ROT)
    kjor(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
