"""What a word of quantity demands of n of N offices. A sentence may not say more than its cells carry."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.kvantor import krav, kvantorer

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.kvantor import Kvantor

ORD = sorted({ord_ for kvantor in kvantorer() for ord_ in kvantor.ord})


def tillatt(setning: str, antall: int = 15) -> list[tuple[int, int] | None]:
    """The smallest and largest number that carry each demand; None for a demand that nothing carries."""
    return [(ett.tillatt[0], ett.tillatt[-1]) if ett.tillatt else None for ett in krav(setning, antall)]


@pytest.mark.krav("R06")
def test_overskriften_fra_2020_krever_alle_15() -> None:
    assert tillatt("NAV-kontorene mener at pandemien ikke har betydd noe.") == [(15, 15)]


@pytest.mark.parametrize(
    ("setning", "grenser"),
    [
        ("Alle kontorene melder det.", (15, 15)),
        ("Alle 15 kontorene melder det.", (15, 15)),
        ("Nesten alle kontorer melder det.", (14, 15)),
        ("De fleste kontorene melder det.", (10, 15)),
        ("Dei fleste av kontora melder det.", (10, 15)),
        ("Flertallet av kontorene melder det.", (8, 15)),
        ("Litt over halvparten av kontorene melder det.", (8, 9)),
        ("Om lag halvparten av kontorene melder det.", (6, 9)),
        ("Under halvparten av kontorene melder det.", (0, 7)),
        ("Mange små kontorer melder det.", (5, 15)),
        ("Flere Nav-kontorer melder det.", (3, 15)),
        ("Noen av de 15 kontorene melder det.", (2, 7)),
        ("Enkelte NAV kontor melder det.", (2, 5)),
        ("Få kontorer melder det.", (1, 3)),
        ("Nesten ingen kontorer melder det.", (1, 1)),
        ("Ingen av kontorene melder det.", (0, 0)),
        ("Ikke alle kontorene melder det.", (0, 14)),
        ("Åtte kontorer melder det.", (8, 8)),
        ("8 av 15 kontorer melder det.", (8, 8)),
        ("Åtte av femten leiarar melder det.", (8, 8)),
        ("Det skjer hos 4 kommuner.", (4, 4)),
    ],
)
def test_mengdeordet_stiller_krav(setning: str, grenser: tuple[int, int]) -> None:
    assert tillatt(setning) == [grenser]


@pytest.mark.parametrize(
    "setning", ["8 av 12 kontorer melder det.", "Alle 12 kontorene melder det.", "Halvparten av kontorene melder det."]
)
def test_det_som_ikke_kan_stemme_med_15_baeres_av_ingenting(setning: str) -> None:
    assert tillatt(setning) == [None]


@pytest.mark.parametrize(
    "setning", ["Kontorene svarer «ingen endring».", "Pandemien ga ingen endring.", "I 2020 fikk mange deltakere tilbud."]
)
def test_ord_som_ikke_handler_om_kontorene_teller_ikke_og_da_leses_setningen_som_alle(setning: str) -> None:
    assert tillatt(setning) == [(15, 15)]


def test_flere_mengdeord_maa_holde_alle_sammen() -> None:
    assert tillatt("De fleste kontorene melder det, og tre kontorer noe annet.") == [(10, 15), (3, 3)]


def test_en_setning_om_ingen_kontorer_nektes() -> None:
    with pytest.raises(Brukerfeil, match="handler om ingen kontorer"):
        krav("Kontorene melder det.", 0)


@pytest.mark.parametrize("ord_", ORD)
@given(antall=st.integers(1, 400))
def test_hvert_mengdeord_er_en_sammenhengende_strekning_av_tall(ord_: str, antall: int) -> None:
    (kvantor,) = [ett for ett in kvantorer() if ord_ in ett.ord]
    holder = [n for n in range(antall + 1) if kvantor.holder(n, antall)]
    assert all(neste - n == 1 for n, neste in pairwise(holder))


def test_hvert_mengdeord_staar_ett_sted() -> None:
    alle = [ord_ for kvantor in kvantorer() for ord_ in kvantor.ord]
    assert len(alle) == len(set(alle))


def ord_for(kvantor: Kvantor) -> str:
    """What the word demands, as the guide says it."""
    if kvantor.fra == kvantor.til:
        return "N" if kvantor.fra == 1 else str(kvantor.fra)
    deler = [
        f"minst {kvantor.fra}" if kvantor.fra > 0 else "",
        f"over {kvantor.over}" if kvantor.over >= 0 else "",
        ("færre enn N" if kvantor.under == 1 else f"under {kvantor.under}") if kvantor.under <= 1 else "",
        f"høyst {kvantor.til}" if kvantor.til < 1 else "",
        f"minst {kvantor.minst} kontor{'er' if kvantor.minst > 1 else ''}" if kvantor.minst else "",
    ]
    return ", ".join(filter(None, deler))


def test_veiledningen_har_den_samme_tabellen() -> None:
    veiledning = (Path(__file__).parents[3] / "docs/omradeovervaking.md").read_text(encoding="utf-8")
    assert [f"| {', '.join(ett.ord)} | {ord_for(ett)} |" for ett in kvantorer()] == [
        linje for linje in veiledning.splitlines() if linje.startswith(tuple(f"| {ett.ord[0]}" for ett in kvantorer()))
    ]
