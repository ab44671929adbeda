"""The log is written in one language; its page says the words it knows in the reader's."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from skreddersom.plattform.logg.detaljer import MALER, vis


@pytest.mark.parametrize(
    ("skrevet", "vist"),
    [
        ("liste over kandidater, 25 vist", "list of candidates, 25 shown"),
        ("liste over kandidater, 2 vist, 3 utenfor lista", "list of candidates, 2 shown, 3 outside the list"),
        ("kontroll 204, 3 vist", "check 204, 3 shown"),
        ("11F, 7000 linjer", "11F, 7000 lines"),
        ("skrevet av noen annen", "skrevet av noen annen"),
        ("", ""),
    ],
)
def test_siden_sier_det_loggen_har_skrevet_paa_leserens_sprak(skrevet: str, vist: str) -> None:
    with override("en"):
        assert vis(skrevet) == vist
    assert vis(skrevet) == skrevet


def test_hver_mal_kjenner_igjen_det_den_selv_skriver() -> None:
    skrevet = [mal.format(antall=1, utenfor=2, nr=101, slag="11F", grunn="alder", dato="2026-11-22") for mal in MALER]
    with override("nb"):
        assert [vis(ett) for ett in skrevet] == skrevet
