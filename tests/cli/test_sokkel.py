"""``drift tjen --sokkel``: the socket that a proxy on the same machine speaks to."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from skreddersom.cli.drift import ledig_sokkel
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from pathlib import Path


def test_en_sokkel_som_en_drept_tjener_lot_ligge_er_ikke_i_veien(tmp_path: Path) -> None:
    gammel = tmp_path / "nett"
    with socket.socket(socket.AF_UNIX) as drept:
        drept.bind(str(gammel))
    assert ledig_sokkel(gammel) == gammel
    assert not gammel.exists()


def test_en_fil_som_ikke_er_en_sokkel_slettes_ikke(tmp_path: Path) -> None:
    fil = tmp_path / "viktig"
    fil.write_text("ikke slett meg")
    with pytest.raises(Brukerfeil, match="noe annet enn en sokkel"):
        ledig_sokkel(fil)
    assert fil.read_text() == "ikke slett meg"


@pytest.mark.parametrize(("sti", "raad"), [("finnes/ikke/nett", "Lag den"), ("x" * 120, "for lang")])
def test_en_sti_som_ikke_kan_brukes_forklares(tmp_path: Path, sti: str, raad: str) -> None:
    with pytest.raises(Brukerfeil, match=raad):
        ledig_sokkel(tmp_path / sti)
