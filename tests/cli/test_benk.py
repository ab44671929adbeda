"""``benk`` on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benk.deltakere import maling, malinger
from skreddersom.benk import gjennomforing
from skreddersom.benk.maling import Id
from skreddersom.benk.rapport import Rapport, lag_rapport
from skreddersom.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Bestillinger = list[tuple[list[str], list[int], int]]


@pytest.fixture
def bestilt(monkeypatch: pytest.MonkeyPatch) -> Bestillinger:
    """What was asked for. Nothing is measured: OpenFisca is said to have answered as we do."""
    return _uten_maaling(monkeypatch, likt=True)


def _uten_maaling(monkeypatch: pytest.MonkeyPatch, *, likt: bool) -> Bestillinger:
    bestillinger: Bestillinger = []

    def gjennomfor(deler: Sequence[str], poster: Sequence[int], runder: int, meld: Callable[[str], None]) -> Rapport:
        meld("Måler ingenting")
        bestillinger.append((list(deler), list(poster), runder))
        alle = malinger(maling("skjerm", 10, [1.0]), maling("openfisca", 10, [2.0]))
        return lag_rapport(alle, {Id("openfisca", 10): likt}, [], runder)

    monkeypatch.setattr(gjennomforing, "gjennomfor", gjennomfor)
    return bestillinger


def test_uten_valg_maales_alt_i_to_storrelser_og_fem_runder(bestilt: Bestillinger) -> None:
    assert main(["benk"]) == 0
    assert bestilt == [(["skjerm", "openfisca", "kontroll", "forklar", "brev", "fylket", "hjelp", "spark"], [130_000, 1_000_000], 5)]


def test_deler_storrelser_og_runder_kan_velges(bestilt: Bestillinger) -> None:
    assert main(["benk", "--bare", "hjelp", "forklar", "--poster", "500,300,500", "--runder", "2"]) == 0
    assert bestilt == [(["hjelp", "forklar"], [300, 500], 2)]


@pytest.mark.usefixtures("bestilt")
def test_resultatet_vises_og_skrives(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sti = tmp_path / "ytelse.md"
    assert main(["benk", "--skriv", str(sti)]) == 0
    assert "| Skjerm | 10 | 1,00 s |" in sti.read_text(encoding="utf-8")
    ut = capsys.readouterr().out
    assert "raskere enn OpenFisca" in ut
    assert f"Skrev {sti}." in ut


@pytest.mark.usefixtures("bestilt")
def test_et_maal_som_ikke_naas_er_ingen_feil(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["benk"]) == 0
    assert "✗" in capsys.readouterr().out


def test_et_ulikt_svar_gir_kode_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _uten_maaling(monkeypatch, likt=False)
    assert main(["benk"]) == 1
    assert "nei" in capsys.readouterr().out


@pytest.mark.usefixtures("bestilt")
def test_en_fil_som_ikke_kan_skrives_gir_en_setning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["benk", "--skriv", str(tmp_path / "finnes ikke" / "ytelse.md")]) == 2
    feil = capsys.readouterr().err
    assert "Fikk ikke skrevet" in feil
    assert "Velg en mappe som finnes" in feil


@pytest.mark.parametrize(
    ("valg", "setning"),
    [
        (["--runder", "0"], "«0» er ikke et antall; skriv et helt tall over null"),
        (["--poster", "130000,mange"], "«mange» er ikke et antall"),
        (["--bare", "alt"], "velg mellom"),
    ],
)
def test_feil_valg_gir_en_setning(valg: list[str], setning: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as slutt:
        main(["benk", *valg])
    assert slutt.value.code == 2
    assert setning in capsys.readouterr().err
