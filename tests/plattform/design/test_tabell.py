"""Sorting in the address: shared links work, and nonsense in the address does no harm."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from skreddersom.plattform.design.tabell import Sortering, les_sortering


@pytest.mark.parametrize(
    ("adresse", "sortering"),
    [
        ("/?sorter=-frist", "-frist"),
        ("/?sorter=navn", "navn"),
        ("/", "navn"),
        ("/?sorter=passord", "navn"),
        ("/?sorter=", "navn"),
        ("/?sorter=--navn", "navn"),
    ],
)
def test_ukjent_kolonne_gir_den_vanlige_rekkefolgen(adresse: str, sortering: str) -> None:
    assert str(les_sortering(RequestFactory().get(adresse), {"navn", "frist"}, "navn")) == sortering


@pytest.mark.parametrize("tekst", ["navn", "-navn"])
def test_sorteringen_skrives_som_den_leses(tekst: str) -> None:
    assert str(Sortering.les(tekst)) == tekst
