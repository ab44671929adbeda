"""Guards on the shape of the code: small functions, short files, clear rooms."""

from __future__ import annotations

import ast
from statistics import median, quantiles
from typing import TYPE_CHECKING

from vakter.filer import ROT, filer, filer_i, tekst, tre, vis

if TYPE_CHECKING:
    from pathlib import Path

STORSTE_FUNKSJON, STORSTE_FIL = 60, 400
AV_DJANGO = {"0001_initial.py", "0004_klage.py"}
MEDIAN, NITTI_PROSENT = 8, 24


def kildefiler() -> list[Path]:
    return [ROT / "skreddersom.py", *filer_i("src", slutt=".py")]


def lengder() -> dict[str, int]:
    """Length in lines of every function, docstring included."""
    return {
        f"{vis(fil)}:{ledd.lineno} {ledd.name}": (ledd.end_lineno or ledd.lineno) - ledd.lineno + 1
        for fil in kildefiler()
        for ledd in ast.walk(tre(fil))
        if isinstance(ledd, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_ingen_funksjon_er_lengre_enn_en_skjerm() -> None:
    assert {navn: linjer for navn, linjer in lengder().items() if linjer > STORSTE_FUNKSJON} == {}


def test_funksjonene_er_smaa_ogsaa_samlet() -> None:
    alle = list(lengder().values())
    assert median(alle) <= MEDIAN
    assert quantiles(alle, n=10)[-1] <= NITTI_PROSENT


def test_ingen_pythonfil_er_over_400_linjer() -> None:
    # These migrations are written by Django from the models, and are as long as they ask for.
    alle = [fil for fil in (*kildefiler(), *filer_i("tests", slutt=".py")) if fil.name not in AV_DJANGO]
    assert {vis(fil): linjer for fil in alle if (linjer := len(tekst(fil).splitlines())) > STORSTE_FIL} == {}


def test_ingen_fil_er_en_skuff_for_alt_mulig() -> None:
    assert [vis(fil) for fil in filer() if fil.stem in {"utils", "util", "helpers", "misc", "common"}] == []
