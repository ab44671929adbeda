"""The whole benchmark for real, on a few hundred records: plan, fresh processes, rounds, report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.benk.gjennomforing import gjennomfor

if TYPE_CHECKING:
    from pathlib import Path


def test_vi_og_gulvet_maales_i_egne_prosesser(fil_11f: Path) -> None:
    sagt: list[str] = []
    rapport = gjennomfor(["skjerm"], [300], 1, sagt.append)
    assert fil_11f.exists()
    assert [rad[:2] for rad in rapport.rader] == [
        ("Tomgang: bare laste Polars", ""),
        ("Finne kandidatene", "300"),
        ("Gulvet: bare lese de samme feltene", "300"),
    ]
    assert [dom.maal for dom in rapport.dommer] == ["høyst 2,5 × gulvet"]
    assert (rapport.alt_likt, rapport.merknader, rapport.runder) == (True, [], 1)
    assert "polars" in rapport.pakker
    assert sagt[-1] == "Sammenligner svarene"
