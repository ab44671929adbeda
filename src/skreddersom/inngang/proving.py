"""``python3 skreddersom.py test``: everything that must pass, step by step, each announced and timed; none stops the next.

Runs inside the environment. The caches of the tools stand there too, so the checkout stays clean and may be read-only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from skreddersom.inngang.steg import sekunder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROT = Path(__file__).resolve().parents[3]

HJELP = """\
bruk: python3 skreddersom.py test [prøver og valg til pytest]

Kjører alt som må gå grønt: ruff, mypy, import-linter og prøvene, med krav om full grendekning av kjernen.
Nevner du prøver eller valg, går de til pytest, og dekningen måles ikke. Eksempel:

  python3 skreddersom.py test tests/kjerne -k alder
"""

IMPORTREGLER = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports({!r}, cache_dir={!r}, no_logo=True))"
ARBEIDERE = str((os.cpu_count() or 1) + 1)
"""One more than there are cores: much of the time goes to waiting for a disk, a browser or a server that is to be killed."""
PARALLELT = ("-n", ARBEIDERE, "--maxprocesses", "5", "--dist", "worksteal")
KJERNEN = "tests/kjerne"
DEKNING = ("--cov=skreddersom.kjerne", "--cov-branch", "--cov-fail-under=100", "--cov-report=term")
"""The core is measured by its own tests. The others run without: to be watched line by line makes all of Python slower."""


@dataclass(frozen=True, slots=True)
class Steg:
    """One thing that must pass: its name, the arguments to Python, and the folder to run it in."""

    navn: str
    argumenter: tuple[str, ...]
    mappe: Path

    def kjor(self, omgivelser: dict[str, str]) -> bool:
        """Announce it, run it, tell the time. True if it passed."""
        print(f"── {self.navn}", flush=True)
        start = time.monotonic()
        kode = subprocess.run([sys.executable, "-P", *self.argumenter], cwd=self.mappe, env=omgivelser, check=False).returncode
        print(f"   {'i orden' if kode == 0 else 'FEILET'}, {sekunder(time.monotonic() - start)}\n", flush=True)
        return kode == 0


def alle_steg(rot: Path, lager: Path, til_pytest: Sequence[str]) -> tuple[Steg, ...]:
    """The steps in order, the quickest first. ``lager`` is where the tools may keep their caches."""
    importregler = IMPORTREGLER.format(str(rot / "pyproject.toml"), str(lager / "importregler"))
    return (
        Steg("ruff: stil og vanlige feil", ("-m", "ruff", "check", "."), rot),
        Steg("ruff: form", ("-m", "ruff", "format", "--check", "."), rot),
        # In the root, ``import skreddersom`` would find the front door instead of the package.
        Steg("import-linter: hvem kan bruke hva", ("-c", importregler), rot / "src"),
        # The door bears the same module name as the package, so mypy must see it alone.
        Steg("mypy: inngangsdøra", ("-m", "mypy", "--cache-dir", str(lager / "mypy-dor"), "skreddersom.py"), rot),
        Steg("mypy: typer", ("-m", "mypy"), rot),
        *provene(rot, lager, til_pytest),
    )


def provene(rot: Path, lager: Path, til_pytest: Sequence[str]) -> tuple[Steg, ...]:
    """The tests that are named; else all of them, the core first, with its branches counted."""
    pytest = ("-m", "pytest", "-o", f"cache_dir={lager / 'pytest'}")
    if til_pytest:
        return (Steg("pytest: prøvene", (*pytest, *til_pytest), rot),)
    return (
        Steg("pytest: kjernen, hver gren", (*pytest, *PARALLELT, *DEKNING, KJERNEN), rot),
        Steg("pytest: resten", (*pytest, *PARALLELT, f"--ignore={KJERNEN}"), rot),
    )


def main(argv: Sequence[str], rot: Path = ROT) -> int:
    """Run every step. Returns 0 if all passed, else 1."""
    if argv and argv[-1] in ("-h", "--help"):
        print(HJELP, end="")
        return 0
    start = time.monotonic()
    with mellomlager() as lager:
        omgivelser = os.environ | _lagerplasser(lager)
        steg = alle_steg(rot, lager, argv)
        feilet = [ett.navn for ett in steg if not ett.kjor(omgivelser)]
    tid = sekunder(time.monotonic() - start)
    print(f"FEILET etter {tid}: {'; '.join(feilet)}" if feilet else f"Alt i orden: {len(steg)} steg på {tid}")
    return 1 if feilet else 0


@contextmanager
def mellomlager() -> Iterator[Path]:
    """The folder for the tools' caches: beside the packages, or a temporary one if the environment belongs to another user."""
    if os.access(sys.prefix, os.W_OK):
        lager = Path(sys.prefix) / "lager"
        lager.mkdir(exist_ok=True)
        yield lager
    else:
        with tempfile.TemporaryDirectory(prefix="skreddersom-") as mappe:
            yield Path(mappe)


def _lagerplasser(lager: Path) -> dict[str, str]:
    return {
        "RUFF_CACHE_DIR": str(lager / "ruff"),
        "MYPY_CACHE_DIR": str(lager / "mypy"),
        "COVERAGE_FILE": str(lager / "dekning"),
        "HYPOTHESIS_STORAGE_DIRECTORY": str(lager / "hypothesis"),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
