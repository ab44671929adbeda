"""What a grant says of money: the rates of the start day, or of today with a word about it when those are not set yet."""

from __future__ import annotations

from datetime import date

import pytest

from plattform.brev.brevene import data
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.kjerne.lov.satser import UtenforSatsene
from skreddersom.plattform.brev.beregning import avslutt_senest, stonad
from skreddersom.plattform.brev.lag import lag
from skreddersom.plattform.brev.ordlyd import belop, dato_i_ord, tall

DAG, START = date(2026, 11, 22), date(2026, 12, 1)


def test_full_stonad_og_to_barn() -> None:
    assert stonad(START, DAG, under_25=False, antall_barn=2) == {
        "aar": "278697",
        "dag": "1071.91",
        "satsdato": "2026-12-01",
        "under_25": False,
        "antall_barn": 2,
        "barnetillegg": "38.00",
        "barnetillegg_dag": "76.00",
    }


def test_under_25_faar_to_tredeler_og_brevet_sier_det() -> None:
    brev = lag(Brevslag.INNVILGELSE, "nn", data(Brevslag.INNVILGELSE) | {"stonad": stonad(START, DAG, under_25=True)})
    assert "185\u00a0798 kroner i året, 714,61 kroner per dag" in brev.tekst
    assert "to tredelar av full stønad" in brev.tekst
    assert "Barnetillegg:" not in brev.tekst


def test_barnetillegget_for_neste_aar_er_ikke_bestemt_og_det_sier_brevet() -> None:
    belopene = stonad(date(2027, 1, 11), DAG, under_25=False, antall_barn=1)
    assert belopene["satsdato"] == "2027-01-11"
    assert belopene["barnetillegg_satsdato"] == "2026-11-22"
    brev = lag(Brevslag.INNVILGELSE, "nb", data(Brevslag.INNVILGELSE) | {"stonad": belopene})
    assert "er ikke bestemt ennå. Beløpet over er satsen 22.\u00a0november 2026." in brev.tekst


def test_foer_g_er_bestemt_brukes_satsen_i_dag() -> None:
    assert stonad(date(2027, 5, 3), DAG, under_25=False)["satsdato"] == "2026-11-22"


def test_et_avbrudd_maa_avsluttes_etter_et_aar() -> None:
    assert avslutt_senest(date(2027, 1, 4)) == "2028-01-04"
    assert avslutt_senest(date(2028, 2, 29)) == "2029-02-28"


def test_uten_kjente_satser_blir_det_ingen_belop() -> None:
    with pytest.raises(UtenforSatsene):
        stonad(date(2031, 1, 1), date(2031, 1, 1), under_25=False)


def test_tall_datoer_og_kroner_skrives_som_i_et_brev() -> None:
    assert [belop(ett) for ett in ("278697", "1071.9", "38.00", "0", "1234567.005")] == [
        "278\u00a0697",
        "1\u00a0071,90",
        "38",
        "0",
        "1\u00a0234\u00a0567,01",
    ]
    assert dato_i_ord("2026-05-01") == "1.\u00a0mai 2026"
    assert [tall(37.5), tall(30.0), tall(2)] == ["37,5", "30", "2"]
