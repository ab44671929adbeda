"""The rows, the page and the terminal say the same."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from benk.deltakere import deltaker, maling, malinger
from skreddersom.benk.dokument import dokument
from skreddersom.benk.maling import Id, Maling
from skreddersom.benk.maskin import maskin
from skreddersom.benk.prosess import Kjoring, Kommando
from skreddersom.benk.rapport import KOLONNER, Rapport, lag_rapport
from skreddersom.benk.tabell import vis
from skreddersom.benk.tall import heltall, megabyte, tid

UTEN_JAVA = "PySpark: hoppet over. Java finnes ikke på maskinen."


def rapport() -> Rapport:
    """Two sizes, a peer that answers otherwise on the smaller, a door, and someone who could not come."""
    hjelp = Maling(deltaker("hjelp", kommando=Kommando((), forteller=False)), [Kjoring(0.35, 0.35)])
    alle = malinger(
        hjelp,
        maling("openfisca", 10, [0.5], minne=50),
        maling("skjerm", 1_000_000, [2.0, 3.0, 4.0]),
        maling("skjerm", 10, [0.01]),
        maling("gulv", 10, [0.008]),
    )
    return lag_rapport(alle, {Id("openfisca", 10): False}, [UTEN_JAVA], 3)


def test_radene_staar_storrelse_for_storrelse_og_vi_forst() -> None:
    assert [rad[:2] for rad in rapport().rader] == [
        ("Skjerm", "10"),
        ("Gulv", "10"),
        ("Openfisca", "10"),
        ("Skjerm", heltall(1_000_000)),
        ("Hjelp", ""),
    ]


def test_raden_har_median_spenn_minne_og_om_svaret_er_likt() -> None:
    rader = rapport().rader
    assert rader[3] == ("Skjerm", heltall(1_000_000), "3,00 s", "2,00 s–4,00 s", "2,00 s", "100 MB", "")
    assert rader[2][-2:] == ("50 MB", "nei")
    assert rader[4] == ("Hjelp", "", "", "0,35 s–0,35 s", "0,35 s", "–", "")
    assert all(len(rad) == len(KOLONNER) for rad in rader)


def test_ett_ulikt_svar_merker_hele_rapporten() -> None:
    assert not rapport().alt_likt
    assert lag_rapport(malinger(maling("openfisca", 10, [1.0])), {Id("openfisca", 10): True}, [], 1).alt_likt


def test_sida_har_radene_maalene_maskinen_og_datoen() -> None:
    side = dokument(rapport(), {"Prosessor": "Regnemaskin"}, date(2026, 12, 31))
    assert side.startswith("# Ytelse\n")
    assert "    python3 skreddersom.py benk --skriv docs/ytelse.md\n" in side
    assert (
        "| Hva | Recorder | Arbeidet | Minst–mest | Hele prosessen | Minne | Likt |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |"
        in side
    )
    assert "| Openfisca | 10 | 0,50 s | 0,50 s–0,50 s | 2,00 s | 50 MB | nei |" in side
    assert "| ✓ | høyst 2,5 × gulvet | 1,25 × | Skjerm, 10 |" in side
    assert "| ✗ | under halve minnet til OpenFisca | 2,00 × | Skjerm, 10 |" in side
    assert "| ✓ | under 0,4 s | 0,35 s | Hjelp |" in side
    assert UTEN_JAVA in side
    assert "| Prosessor | Regnemaskin |" in side
    assert "| Pakker | leke 1.0 |\n| Målt | 31.12.2026 |" in side


def test_ingen_linje_paa_sida_er_lang_uten_aa_vaere_en_tabellrad() -> None:
    side = dokument(rapport(), {}, date(2026, 12, 31))
    assert [linje for linje in side.splitlines() if len(linje) > 140 and not linje.startswith("|")] == []


def test_terminalen_viser_det_samme() -> None:
    ut = StringIO()
    vis(Console(file=ut, width=140), rapport())
    tekst = ut.getvalue()
    assert "Median av 3 kjøringer om hverandre" in tekst
    assert all(celle in tekst for rad in rapport().rader for celle in rad)
    assert "✗" in tekst
    assert "✓" in tekst
    assert UTEN_JAVA in tekst


def test_uten_maal_vises_ingen_tom_tabell() -> None:
    ut = StringIO()
    vis(Console(file=ut, width=140), lag_rapport(malinger(maling("gulv", 10, [1.0])), {}, [], 1))
    assert "Mål " not in ut.getvalue()


@pytest.mark.parametrize(
    ("sekunder", "vist"), [(2.414, "2,41 s"), (0.1, "0,10 s"), (0.0384, "38 ms"), (0.0009, "900,0 µs"), (37.44e-6, "37,4 µs")]
)
def test_tid_vises_i_den_enheten_som_passer(sekunder: float, vist: str) -> None:
    assert tid(sekunder) == vist


def test_tall_paa_norsk() -> None:
    assert heltall(1_000_000) == "1\u00a0000\u00a0000"
    assert megabyte(511.4) == "511 MB"
    assert megabyte(None) == "–"


def test_maskinen_beskrives_uten_navn_eller_stier() -> None:
    beskrevet = maskin()
    assert list(beskrevet) == ["Prosessor", "Kjerner", "Minne", "Operativsystem", "Python"]
    assert all(beskrevet.values())
    assert not any("/home" in verdi or "\\" in verdi for verdi in beskrevet.values())
