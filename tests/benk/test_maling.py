"""Interleaved rounds, medians, and who may fall out."""

from __future__ import annotations

import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benk.deltakere import deltaker, leke, maling
from skreddersom.benk import maling as modul
from skreddersom.benk.maling import Id, mal, rekkefolge
from skreddersom.benk.prosess import PROV_IGJEN, Kjoring, Kommando, Malefeil

A, B, C = Id("a"), Id("b"), Id("c")
KNEKT = Kommando((sys.executable, "-c", "raise SystemExit('gikk i stykker')"))


def stille(_: str) -> None:
    """Nobody listens."""


def test_medianen_gjelder_ikke_den_beste_og_ikke_snittet() -> None:
    en = maling("skjerm", 0, [9.0, 1.0, 2.0])
    assert en.arbeid == 2.0
    assert en.spenn == (1.0, 9.0)
    assert en.ende == 2
    assert en.minne_mb == 100


def test_minne_som_ingen_kjenner_forblir_ukjent() -> None:
    assert maling("skjerm", 0, [1.0, 2.0], minne=None).minne_mb is None


def test_hver_runde_begynner_ett_hakk_senere() -> None:
    assert list(rekkefolge([A, B, C], 4)) == [A, B, C, B, C, A, C, A, B, A, B, C]


def test_ingen_deltakere_gir_ingen_kjoringer() -> None:
    assert list(rekkefolge([], 3)) == []


@given(antall=st.integers(1, 6), runder=st.integers(1, 8))
def test_alle_kjorer_like_mange_ganger_og_en_gang_i_hver_runde(antall: int, runder: int) -> None:
    alle = [Id("deltaker", nr) for nr in range(antall)]
    orden = list(rekkefolge(alle, runder))
    assert Counter(orden) == dict.fromkeys(alle, runder)
    assert all(set(orden[fra : fra + antall]) == set(alle) for fra in range(0, len(orden), antall))


def test_oppvarmingen_telles_ikke_og_rundene_gaar_om_hverandre(monkeypatch: pytest.MonkeyPatch) -> None:
    kjort: list[str] = []

    def noter(kommando: Kommando) -> Kjoring:
        kjort.append(kommando.argv[0])
        return Kjoring(1.0, float(len(kjort)))

    monkeypatch.setattr(modul, "kjor", noter)
    malt, merknader = mal([deltaker("a", kommando=Kommando(("a",))), deltaker("b", kommando=Kommando(("b",)))], 2, stille)
    assert "".join(kjort) == "ab" + "ab" + "ba"
    assert [k.arbeid for k in malt[A].kjoringer] == [3.0, 6.0]
    assert merknader == []


def test_en_valgfri_som_ikke_gaar_faar_en_setning_og_de_andre_fortsetter() -> None:
    malt, merknader = mal([deltaker("a"), deltaker("b", kommando=KNEKT, valgfri=True)], 1, stille)
    assert list(malt) == [A]
    assert merknader == [f"B: hoppet over. Målingen stoppet: gikk i stykker. {PROV_IGJEN}"]


def test_en_av_vaare_egne_som_ikke_gaar_stopper_alt() -> None:
    with pytest.raises(Malefeil, match="gikk i stykker"):
        mal([deltaker("a", kommando=KNEKT)], 1, stille)


def test_den_som_venter_faar_vite_hva_som_maales() -> None:
    sagt: list[str] = []
    mal([deltaker("a", kommando=leke({}))], 2, sagt.append)
    assert sagt == ["Varmer opp: A", "A", "A"]
