"""Guards on the core and the door: what is true whoever asks knows no clock and no network."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

import pytest

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


def klokkeoppslag(kode: ast.Module) -> Iterator[str]:
    """Line and text of every look at the clock."""
    for ledd in ast.walk(kode):
        if isinstance(ledd, ast.Attribute) and ledd.attr in KLOKKE and ast.unparse(ledd.value).split(".")[-1] in KLOKKEEIERE:
            yield f"{ledd.lineno}: {ast.unparse(ledd)}"


def test_kjernen_ser_aldri_paa_klokka() -> None:
    assert {vis(fil): oppslag for fil in kjernefiler() if (oppslag := list(klokkeoppslag(tre(fil))))} == {}


@pytest.mark.parametrize("uttrykk", ["date.today", "datetime.now", "datetime.datetime.utcnow", "time.time"])
def test_vakten_kjenner_igjen_et_blikk_paa_klokka(uttrykk: str) -> None:
    assert list(klokkeoppslag(ast.parse(f"frist = {uttrykk}()"))) == [f"1: {uttrykk}"]


def test_vakten_lar_en_dato_som_gis_inn_vaere_i_fred() -> None:
    assert list(klokkeoppslag(ast.parse("frist = per.replace(day=1)"))) == []


def test_kjernen_har_ikke_nett() -> None:
    assert [f"{vis(fil)}: {navn}" for fil in kjernefiler() for navn in importer(fil) if navn.split(".")[0] in NETT] == []


def test_inngangen_klarer_seg_med_standardbiblioteket() -> None:
    """It runs before anything is installed; so does what it borrows from the package."""
    inngang = [ROT / "skreddersom.py", *(fil for fil in filer_i("src") if fil.parent.name == "inngang" and fil.suffix == ".py")]
    laant = [ROT / "src/skreddersom" / navn for navn in ("__init__.py", "kjerne/__init__.py", "kjerne/feil.py", "kjerne/systemfeil.py")]
    tillatt = sys.stdlib_module_names | {"skreddersom.kjerne.feil", "skreddersom.kjerne.systemfeil"}
    brukt = {navn for fil in [*inngang, *laant] for navn in importer(fil) if not navn.startswith("skreddersom.inngang")}
    assert {navn for navn in brukt if navn not in tillatt and navn.split(".")[0] not in tillatt} == set()
