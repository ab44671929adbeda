"""Take out of a cosmic-ray session the mutants that no test can meet: in annotations, in imports for types only, and in what saves work.

Use, after ``cosmic-ray init``: ``python tests/mutasjon/utelat.py session.sqlite``. What is left is run and counted.
"""

from __future__ import annotations

import ast
import re
import sqlite3
import sys
from pathlib import Path

Plass = tuple[int, int]

# In a signature only operators can be met (``date | None``, ``/``); a default value is real and stays.
UTEN_VIRKNING = {"core/AddNot"}


def annotasjoner(kilde: str) -> list[tuple[Plass, Plass]]:
    """Where annotations, marks for positional-only parameters and imports for types stand: start and end as (row, column)."""
    funnet = []
    for node in ast.walk(ast.parse(kilde)):
        if isinstance(node, ast.FunctionDef):
            funnet.append(((node.lineno, node.col_offset), (node.body[0].lineno, node.body[0].col_offset)))
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            funnet.append(((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)))
        elif isinstance(node, ast.AnnAssign):
            slutt = node.annotation
            funnet.append(((slutt.lineno, slutt.col_offset), (slutt.end_lineno or 0, slutt.end_col_offset or 0)))
    return funnet


def sparer_arbeid(kilde: str, operator: str, plass: Plass) -> bool:
    """Whether the place makes the program lighter and no different: an answer that is kept, or a class with fixed places."""
    ledd = list(ast.walk(ast.parse(kilde)))
    husket = {ett.lineno for node in ledd if isinstance(node, ast.FunctionDef) for ett in node.decorator_list if _husker(ett)}
    faste = {(node.value.lineno, node.value.col_offset) for node in ledd if isinstance(node, ast.keyword) and node.arg == "slots"}
    return (operator == "core/RemoveDecorator" and plass[0] in husket) or (operator == "core/ReplaceTrueWithFalse" and plass in faste)


def _husker(pynt: ast.expr) -> bool:
    return re.match(r"(lru_)?cache\b", ast.unparse(pynt)) is not None


def i_signatur(kilde: str, plass: Plass) -> bool:
    """Whether the place is inside a signature or an annotation, and not in a default value or a decorator."""
    return any(start <= plass < slutt for start, slutt in annotasjoner(kilde))


def uten_virkning(kilde: str, operator: str, plass: Plass) -> bool:
    """Whether no test can meet the mutant."""
    av_typer = (operator in UTEN_VIRKNING or "BinaryOperator" in operator) and i_signatur(kilde, plass)
    return av_typer or sparer_arbeid(kilde, operator, plass)


def utelat(sesjon: Path) -> int:
    """Remove the mutants in annotations from the session; returns how many."""
    with sqlite3.connect(sesjon) as base:
        alle = base.execute("SELECT job_id, module_path, operator_name, start_pos_row, start_pos_col FROM mutation_specs").fetchall()
        borte = [
            (jobb,)
            for jobb, modul, operator, rad, kolonne in alle
            if uten_virkning(Path(modul).read_text(encoding="utf-8"), operator, (rad, kolonne))
        ]
        for tabell in ("mutation_specs", "work_items"):
            base.executemany(f"DELETE FROM {tabell} WHERE job_id = ?", borte)
    return len(borte)


if __name__ == "__main__":
    print(f"Utelatt {utelat(Path(sys.argv[1]))} mutanter som ikke har noen virkning når programmet kjører.")
