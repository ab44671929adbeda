"""The demo as a web site: opened with one command, ended with Ctrl-C, and as one left it the next time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from skreddersom.demo import tilstand as tilstander
from skreddersom.demo.nettsted import krev_ledig
from skreddersom.inngang.design import DESIGN, finn_eller_hent
from skreddersom.kjerne.feil import Brukerfeil

ROT = Path(__file__).resolve().parents[2]

# As the command does it, but without the people: they take their time, and have tests of their own.
PROGRAM = """
    import os, signal, sys, time
    from pathlib import Path
    from skreddersom.demo.nettsted import Nettsted
    def last_inn(self, prosesser):
        import django
        django.setup()
        from django.db import connection
        from skreddersom.demo.innlasting import lag_kontorer
        from skreddersom.plattform.tilgang.models import Kontor
        si("laster inn" if not Kontor.objects.exists() else "laster inn oppå noe halvferdig")
        lag_kontorer()
        connection.close()
        if "avbrytes" in sys.argv:
            os.kill(os.getpid(), signal.SIGINT)
    Nettsted._forbered = lambda self, prosesser: self.lag_filer()
    Nettsted._last_inn = last_inn
    si = lambda linje: print(linje, flush=True)
    Nettsted(Path(sys.argv[1]), int(sys.argv[2]), si, lambda: si("lager filer")).kjor(ny=False, start=time.monotonic())
"""
PAA_VEIEN = ["Lager tabellene …", "lager filer", "laster inn"]


def ledig_port() -> int:
    with closing(socket.socket()) as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        return int(sokkel.getsockname()[1])


class Demo:
    """One run of the demo, in a process of its own."""

    def __init__(self, mappe: Path, port: int, *mer: str) -> None:
        design = os.environ.get(DESIGN.variabel) or str(finn_eller_hent(ROT, DESIGN))
        omgivelser = {navn: verdi for navn, verdi in os.environ.items() if navn not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")}
        omgivelser |= {"PYTHONPATH": str(ROT / "src"), DESIGN.variabel: design}
        kommando = [sys.executable, "-P", "-c", textwrap.dedent(PROGRAM), str(mappe), str(port), *mer]
        self.prosess = subprocess.Popen(kommando, env=omgivelser, stdout=subprocess.PIPE, text=True)
        self.adresse = f"http://127.0.0.1:{port}"

    def vent_til_klar(self) -> list[str]:
        """What was said until one can open it."""
        sagt: list[str] = []
        assert self.prosess.stdout is not None
        for linje in self.prosess.stdout:
            sagt.append(linje.strip())
            if linje.startswith("Klart"):
                return sagt
        raise AssertionError(sagt)

    def hent(self, sti: str) -> str:
        with urllib.request.urlopen(self.adresse + sti, timeout=30) as svar:
            return str(svar.read().decode())

    def avslutt(self) -> str:
        self.prosess.send_signal(signal.SIGINT)
        ut, _ = self.prosess.communicate(timeout=60)
        assert self.prosess.returncode == 0
        return ut


def test_demoen_apnes_avsluttes_og_apnes_igjen_slik_den_ble_forlatt(tmp_path: Path) -> None:
    port = ledig_port()
    forste = Demo(tmp_path, port)
    sagt = forste.vent_til_klar()
    assert [linje for linje in sagt if linje in PAA_VEIEN] == PAA_VEIEN
    assert "Logg inn" in forste.hent("/logg-inn/")
    assert "tatt vare på" in forste.avslutt()
    krev_ledig(port)
    andre = Demo(tmp_path, port)
    assert not {*PAA_VEIEN} & {*andre.vent_til_klar()}
    assert andre.hent("/klar") == "klar\n"
    andre.avslutt()


def test_en_fylling_som_ble_avbrutt_begynner_forfra(tmp_path: Path) -> None:
    port = ledig_port()
    avbrutt = Demo(tmp_path, port, "avbrytes")
    sagt, _ = avbrutt.prosess.communicate(timeout=120)
    assert "laster inn" in sagt.splitlines()
    assert avbrutt.prosess.returncode != 0
    andre = Demo(tmp_path, port)
    assert {*PAA_VEIEN} <= {*andre.vent_til_klar()}
    andre.avslutt()


def test_en_opptatt_port_sies_for_noe_er_laget() -> None:
    with closing(socket.socket()) as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        sokkel.listen()
        with pytest.raises(Brukerfeil, match="--port"):
            krev_ledig(int(sokkel.getsockname()[1]))


def test_hemmelighetene_er_brukerens_alene_og_de_samme_neste_gang(tmp_path: Path) -> None:
    forste = tilstander.les(tmp_path)
    assert tilstander.les(tmp_path) == forste
    assert (tmp_path / tilstander.FIL).stat().st_mode & 0o777 == 0o600
    assert len({forste.hemmelighet, forste.eier, forste.program}) == 3


@pytest.mark.parametrize("innhold", ["", "{", "[]", '{"ukjent": 1}'])
def test_en_skadet_tilstand_begynner_paa_nytt(tmp_path: Path, innhold: str) -> None:
    (tmp_path / tilstander.FIL).write_text(innhold)
    ny = tilstander.les(tmp_path)
    assert not ny.lastet
    assert tilstander.les(tmp_path) == ny


def test_det_som_endres_staar_neste_gang(tmp_path: Path) -> None:
    tilstander.endre(tmp_path, tilstander.les(tmp_path), lastet=True, oppsett="x")
    assert tilstander.les(tmp_path).lastet
