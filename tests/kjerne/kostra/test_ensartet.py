"""Lines that are all alike are told of without being read; those that are not, are never taken for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kjerne.kostra.recorder import record
from skreddersom.kjerne.kostra.ensartet import Ensartet, Ettersyn
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.kostra.linjer import les_linjer

if TYPE_CHECKING:
    from pathlib import Path

EN = b"420326abc"
TRE = EN + b"\n" + EN + b"\n" + EN + b"\n"


def sett(innhold: bytes, lengde: int) -> Ensartet | None:
    """What is seen when the file comes in pieces of ``lengde`` bytes."""
    ettersyn = Ettersyn()
    for fra in range(0, len(innhold), lengde):
        ettersyn.se(innhold[fra : fra + lengde])
    return ettersyn.svar()


@pytest.mark.parametrize("lengde", range(10, 31))
def test_like_linjer_er_like_hvor_enn_fila_deles(lengde: int) -> None:
    assert sett(TRE, lengde) == sett(TRE[:-1], lengde) == Ensartet(9, "26", 3)


@pytest.mark.parametrize(
    "innhold",
    [
        b"",
        b"\n\n\n",
        b"42032\n42032\n",
        EN,
        TRE + b"42",
        TRE + b"\n",
        b"\n" + TRE,
        TRE + EN + b"d\n",
        TRE + b"420325abc\n",
        TRE + b"420336abc\n",
        TRE + b"42032\nabc\n",
        TRE + b"4203\n6abc\n",
    ],
)
@pytest.mark.parametrize("lengde", [10, 13, 100])
def test_ulike_linjer_er_aldri_like(innhold: bytes, lengde: int) -> None:
    assert sett(innhold, lengde) is None


@pytest.mark.parametrize("slutt", ["\n", ""])
def test_fila_blir_den_samme_enten_linjene_er_sett_eller_talt(tmp_path: Path, slutt: str) -> None:
    like, med_tom_linje = tmp_path / "like.dat", tmp_path / "tom.dat"
    like.write_text("\n".join([record(), record(), record()]) + slutt)
    med_tom_linje.write_text("\n" + like.read_text())
    assert les_linjer(like).kilde.ensartet == Ensartet(338, "26", 3)
    assert les_linjer(med_tom_linje).kilde.ensartet is None
    sett, talt = les(like), les(med_tom_linje)
    assert (sett.oppsett, sett.antall) == (talt.oppsett, talt.antall)
    assert sett.raa().equals(talt.raa())


def test_linjer_med_crlf_telles(tmp_path: Path) -> None:
    sti = tmp_path / "crlf.dat"
    sti.write_bytes(f"{record()}\r\n{record()}\r\n".encode())
    assert les_linjer(sti).kilde.ensartet is None
    assert les(sti).antall == 2
