"""The demo's people are taken in several offices at a time, and nothing goes on when that is over."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from skreddersom.demo import basseng, fylling
from skreddersom.demo.kontorer import KONTORER, MED_SAKER
from skreddersom.demo.syntetisk import lag

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IDAG = date(2026, 11, 2)


class Straks(Executor):
    """Does everything at once, here."""

    def submit(self, gjor: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        ferdig: Future[Any] = Future()
        try:
            ferdig.set_result(gjor(*args, **kwargs))
        except OSError as feil:
            ferdig.set_exception(feil)
        return ferdig


@pytest.fixture
def gjort(monkeypatch: pytest.MonkeyPatch, db: None) -> list[object]:
    """What was done, in order."""
    gjort: list[object] = []
    monkeypatch.setattr("skreddersom.demo.innlasting.last_inn", lambda kontor, _mappe, _idag: gjort.append(kontor.navn))
    monkeypatch.setattr("skreddersom.demo.runder.lag_agder", lambda *_: gjort.append("2020"))
    monkeypatch.setattr("skreddersom.demo.runder.lag_naa", lambda *_: gjort.append("nå"))
    return gjort


def test_kontorene_med_mest_aa_gjore_tas_forst_og_runden_som_er_apen_til_slutt(tmp_path: Path, gjort: list[object]) -> None:
    lag("4201", 300, (2026,), 1, tmp_path)
    sagt: list[str] = []
    fylling.fyll(Straks(), tmp_path, sagt.append, IDAG)
    assert gjort[0] == "2020"
    assert set(gjort[1:4]) == set(MED_SAKER)
    assert gjort[4] == "NAV Risør"
    assert sorted(map(str, gjort[1:-1])) == sorted(kontor.navn for kontor in KONTORER)
    assert gjort[-1] == "nå"
    assert any(linje.endswith(f"({len(KONTORER)} av {len(KONTORER)}) …") for linje in sagt)


def test_et_kontor_som_ikke_kan_leses_stanser_det_hele(tmp_path: Path, gjort: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    def umulig(*_: object) -> None:
        raise PermissionError("fila kan ikke leses")

    monkeypatch.setattr("skreddersom.demo.innlasting.last_inn", umulig)
    with pytest.raises(PermissionError):
        fylling.fyll(Straks(), tmp_path, lambda _: None, IDAG)
    assert gjort == ["2020"]


def test_prosessene_har_sluttet_naar_bassenget_lukkes() -> None:
    with basseng.basseng() as prosesser:
        andre = prosesser.submit(os.getpid).result()
        assert andre != os.getpid()
        os.kill(andre, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(andre, 0)
