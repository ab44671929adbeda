"""Guard: an application is never left without a case. The outcome that says somebody has applied, comes only from the case."""

from __future__ import annotations

import ast

from vakter.filer import filer_i, tre, vis

DOREN = "utfall_av_saken"
SLIPPER_INN = {
    "src/skreddersom/apper/kandidat/handlinger/__init__.py",
    "src/skreddersom/apper/kandidat/handlinger/utfall.py",
    "src/skreddersom/apper/sak/handlinger/kandidaten.py",
}
SKRIVER_UTFALL = {"src/skreddersom/apper/kandidat/handlinger/utfall.py", "src/skreddersom/benk/nett/saker.py"}
"""The action, and the rows of the measured country, which are not anybody's."""


def navnene(kode: ast.Module) -> set[str]:
    """Every name that is used or imported."""
    brukt = {ledd.id for ledd in ast.walk(kode) if isinstance(ledd, ast.Name)}
    return brukt | {navn.name for ledd in ast.walk(kode) if isinstance(ledd, ast.ImportFrom) for navn in ledd.names}


def lager_utfall(kode: ast.Module) -> bool:
    """Whether a row of the candidates' outcomes is made here."""
    fra_kandidat = any(
        isinstance(ledd, ast.ImportFrom) and (ledd.module or "").endswith("kandidat.models") and "Utfall" in {n.name for n in ledd.names}
        for ledd in ast.walk(kode)
    )
    kall = (ast.unparse(ledd.func) for ledd in ast.walk(kode) if isinstance(ledd, ast.Call))
    return fra_kandidat and any(ett in {"Utfall", "Utfall.objects.create", "Utfall.objects.bulk_create"} for ett in kall)


def test_bare_saken_kan_si_at_noen_har_sokt() -> None:
    assert {vis(fil) for fil in filer_i("src", slutt=".py") if DOREN in navnene(tre(fil))} <= SLIPPER_INN


def test_ingen_andre_skriver_utfall() -> None:
    assert {vis(fil) for fil in filer_i("src", slutt=".py") if lager_utfall(tre(fil))} <= SKRIVER_UTFALL


def test_vakten_ser_den_som_skriver_utfall_selv() -> None:
    assert lager_utfall(ast.parse("from skreddersom.apper.kandidat.models import Utfall\nUtfall.objects.create(slag='soknad')"))
    assert DOREN in navnene(ast.parse("from x import utfall_av_saken"))
