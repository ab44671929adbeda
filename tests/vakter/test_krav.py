"""The table of requirements and the marks on the tests keep in step, both ways."""

from __future__ import annotations

import ast
import re
from functools import cache

from vakter.filer import ROT, filer_i, tekst, tre, vis

STATUS = {"ja", "delvis", "ikke ennå"}


def tabell() -> dict[str, str]:
    """Requirement → status, from ``docs/krav.md``."""
    rader = re.findall(r"(?m)^\| (R\d\d) \|.*\| ([^|]+) \|$", tekst(ROT / "docs/krav.md"))
    return dict(rader)


@cache
def merker() -> dict[str, list[str]]:
    """Requirement → the test files that bear its mark."""
    funnet: dict[str, list[str]] = {}
    for fil in filer_i("tests", slutt=".py"):
        for ledd in ast.walk(tre(fil)):
            if isinstance(ledd, ast.Call) and ast.unparse(ledd.func) == "pytest.mark.krav":
                for krav in ledd.args:
                    funnet.setdefault(ast.literal_eval(krav), []).append(vis(fil))
    return funnet


def test_tabellen_har_alle_kravene_fra_kildene_en_gang() -> None:
    nummer = re.findall(r"(?m)^\| (R\d\d) \|", tekst(ROT / "docs/krav.md"))
    assert nummer == [f"R{nr:02}" for nr in range(1, 41)]


def test_hver_status_er_en_av_tre() -> None:
    assert set(tabell().values()) <= STATUS
    assert len(tabell()) == 40


def test_hvert_krav_som_er_mott_har_en_prove() -> None:
    assert [krav for krav, status in tabell().items() if status != "ikke ennå" and krav not in merker()] == []


def test_ingen_prove_er_merket_med_et_krav_som_ikke_er_mott() -> None:
    assert {krav: hvor for krav, hvor in merker().items() if tabell().get(krav, "ikke ennå") == "ikke ennå"} == {}
