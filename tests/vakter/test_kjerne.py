"""Guards on the core and the door: what is true whoever asks knows no clock and no network."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

from vakter.filer import ROT, filer_i, tre, vis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NETT = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp", "urllib3", "fsspec"}
KLOKKE = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
KLOKKEEIERE = {"date", "datetime", "time", "dt"}


def kjernefiler() -> list[Path]:
    return [fil for fil in filer_i("src", slutt=".py") if "kjerne" in fil.parts]


def importer(fil: Path) -> Iterator[str]:
    """The full name of every module that ``fil`` imports, also inside functions."""
    for ledd in ast.walk(tre(fil)):
        if isinstance(ledd, ast.Import):
            yield from (navn.name for navn in ledd.names)
        elif isinstance(ledd, ast.ImportFrom):
            yield ledd.module or ""


def klokkeoppslag(fil: Path) -> Iterator[str]:
    for ledd in ast.walk(tre(fil)):
        if isinstance(ledd, ast.Attribute) and ledd.attr in KLOKKE and ast.unparse(ledd.value).split(".")[-1] in KLOKKEEIERE:
            yield f"{vis(fil)}:{ledd.lineno} {ast.unparse(ledd)}"


def test_kjernen_ser_aldri_paa_klokka() -> None:
    assert [oppslag for fil in kjernefiler() for oppslag in klokkeoppslag(fil)] == []


def test_klokkevakten_kjenner_igjen_et_oppslag() -> None:
    assert {"date", "datetime", "time"} <= KLOKKEEIERE
    assert "today" in KLOKKE


def test_kjernen_har_ikke_nett() -> None:
    assert [f"{vis(fil)}: {navn}" for fil in kjernefiler() for navn in importer(fil) if navn.split(".")[0] in NETT] == []


def test_inngangen_klarer_seg_med_standardbiblioteket() -> None:
    """It runs before anything is installed; so does what it borrows from the package."""
    inngang = [ROT / "skreddersom.py", *(fil for fil in filer_i("src") if fil.parent.name == "inngang" and fil.suffix == ".py")]
    laant = [ROT / "src/skreddersom" / navn for navn in ("__init__.py", "kjerne/__init__.py", "kjerne/feil.py")]
    tillatt = sys.stdlib_module_names | {"skreddersom.kjerne.feil"}
    brukt = {navn for fil in [*inngang, *laant] for navn in importer(fil) if not navn.startswith("skreddersom.inngang")}
    assert {navn for navn in brukt if navn not in tillatt and navn.split(".")[0] not in tillatt} == set()
