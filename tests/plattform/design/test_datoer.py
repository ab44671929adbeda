"""A date is written as the reader's language writes it, and never with the month first."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

DAG = date(2026, 4, 3)
MAL = '{{ dag|date:"j. F Y" }} | {{ dag|date:"j. F" }} | {{ dag|date:"j.n.Y" }} | {{ dag|date:"SHORT_DATE_FORMAT" }} | {{ dag|date }}'


@pytest.mark.parametrize(
    ("sprak", "skrevet"),
    [
        ("nb", "3. april 2026 | 3. april | 3.4.2026 | 03.04.2026 | 3. april 2026"),
        ("nn", "3. april 2026 | 3. april | 3.4.2026 | 03.04.2026 | 3. april 2026"),
        ("en", "3 April 2026 | 3 April | 3.4.2026 | 03.04.2026 | 3 April 2026"),
    ],
)
def test_datoen_skrives_slik_leseren_skriver_den(sprak: str, skrevet: str) -> None:
    with override(sprak):
        assert Template(MAL).render(Context({"dag": DAG})) == skrevet


@pytest.mark.parametrize("sprak", ["nb", "nn", "en"])
def test_en_dato_som_skrives_med_punktum_leses_likt_paa_alle_sprak(sprak: str) -> None:
    with override(sprak):
        assert forms.DateField().clean("03.04.2026") == DAG


def test_ingen_dato_er_ingenting() -> None:
    assert Template('{{ dag|date:"j. F Y" }}').render(Context({"dag": None})) == ""
