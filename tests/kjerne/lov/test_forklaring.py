"""The explanation as a sentence says what the plain text says, and knows its parts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kjerne.lov.personer import I_DAG, OLA, med, opplyst, uten
from skreddersom.kjerne.lov.forklaring import forklaring
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.lov.vurdering import vurder
from skreddersom.kjerne.setning import Setning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.lov.fakta import Kjent

PERSONER: dict[str, Mapping[str, Kjent]] = {
    "ingenting er kjent": {},
    "alt er kjent": OLA,
    "alderen mangler": uten("fodselsdato"),
    "oppholdet mangler": uten("lovlig_opphold", "fast_bopel"),
    "ytelsen er kjent": med(ingen_ytelser=opplyst(False)),
}


@pytest.mark.parametrize("dag", [I_DAG, date(2015, 6, 1)], ids=str)
@pytest.mark.parametrize("kjente", PERSONER.values(), ids=PERSONER.keys())
def test_setningen_sier_det_samme_som_teksten(kjente: Mapping[str, Kjent], dag: date) -> None:
    krav = {vilkar.id: vilkar.krav for vilkar in versjon_paa(dag).vilkar}
    svar = vurder(kjente, dag).vilkar
    assert [forklaring(krav[ett.id], ett, dag) for ett in svar] == [ett.forklaring for ett in svar]


def test_setningen_kan_deles_i_krav_svar_og_hvorfor() -> None:
    svar = next(ett for ett in vurder(OLA, I_DAG).vilkar if ett.id == "alder")
    verdier = forklaring("Fylt 18 år", svar, I_DAG).verdier
    assert verdier == {"krav": "Fylt 18 år", "svar": "oppfylt", "hvorfor": "36 år per 31.12.2026 (saken)."}
    assert isinstance(verdier["hvorfor"], Setning)
