"""Every choice in the law stands in docs/lovvalg.md, and every one that the code cites stands there too."""

import re
from collections.abc import Iterator
from pathlib import Path

ROT = Path(__file__).parents[2]
LOVVALG = (ROT / "docs" / "lovvalg.md").read_text(encoding="utf-8")


def kode() -> Iterator[str]:
    for fil in (ROT / "src").rglob("*"):
        if fil.suffix in {".py", ".toml"}:
            yield fil.read_text(encoding="utf-8")


def nummer_i_lista() -> list[str]:
    return re.findall(r"^\| (L\d\d) \|", LOVVALG, re.MULTILINE)


def test_lovvalgene_er_nummerert_uten_hull() -> None:
    assert nummer_i_lista() == [f"L{nr:02}" for nr in range(1, len(nummer_i_lista()) + 1)]


def test_hvert_lovvalg_er_nevnt_i_koden_der_det_virker_og_omvendt() -> None:
    nevnt = {nr for tekst in kode() for nr in re.findall(r"\bL\d\d\b", tekst)}
    assert nevnt == set(nummer_i_lista())


def test_hvert_lovvalg_sier_hva_det_bygger_paa() -> None:
    for rad in re.findall(r"^\| L\d\d \|.*$", LOVVALG, re.MULTILINE):
        assert rad.rsplit("|", 2)[1].strip().split(",")[0] in {"lest", "lesning", "kunnskap"}, rad
