"""What is kept of a person, and the explanation made anew from it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from skreddersom.demo.syntetisk import lag
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.screening.kandidat import fakta, forklar, kandidater, linje
from skreddersom.kjerne.screening.maneder import som_maneder
from skreddersom.kjerne.screening.screening import Screening, screen

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def screening(tmp_path_factory: pytest.TempPathFactory) -> Screening:
    stier: list[Path] = lag("4203", 150, (2025, 2026), 3, tmp_path_factory.mktemp("filer"))
    sosialhjelp, deltakere = ([les(sti) for sti in stier if sti.name.startswith(slag)] for slag in ("11F_", "11CF_"))
    return screen(sosialhjelp, deltakere, date(2026, 6, 30), behold=("maske",))


def test_forklaringen_blir_den_samme_etter_en_tur_i_lageret(screening: Screening) -> None:
    lagret = [json.loads(json.dumps(ett)) for ett in fakta(screening)]
    assert [forklar(ett, screening.per) for ett in lagret] == list(kandidater(screening, alle=True))


def test_det_som_lagres_har_verken_nummer_eller_fodselsdato(screening: Screening) -> None:
    assert not {"fnr", "fodselsdato", "person", "nummer"} & set(next(iter(fakta(screening))))


def test_bare_det_en_ber_om_beholdes(screening: Screening) -> None:
    assert "maske" in screening.personer.columns
    assert "nummer" not in screening.personer.columns


def test_maanedene_leses_bakover_fra_dagen_og_ukjente_aar_er_ukjent() -> None:
    maneder = som_maneder(0b101, date(2026, 2, 15), {2026}, 4)
    assert maneder == [(date(2025, 11, 1), None), (date(2025, 12, 1), True), (date(2026, 1, 1), False), (date(2026, 2, 1), True)]


def test_linja_i_en_liste_sier_det_samme_som_hele_forklaringen(screening: Screening) -> None:
    for ett in fakta(screening):
        hele = forklar(ett, screening.per)
        assert linje(ett, screening.per) == (hele["kort"], {vilkar["id"]: vilkar["svar"] for vilkar in hele["vilkar"]})
