"""Small numbers in a table stay hidden, also for one who adds and subtracts."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kjerne.statistikk.angrep import Loser, ved_subtraksjon
from skreddersom.kjerne.statistikk.krysstabell import Tall, Vist, undertrykk_tabell
from skreddersom.kjerne.statistikk.undertrykk import for_lite

VERDI = st.one_of(st.integers(0, 5), st.integers(0, 40))
TABELL = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda form: st.lists(st.lists(VERDI, min_size=form[1], max_size=form[1]), min_size=form[0], max_size=form[0])
)


def med_summer(tabell: list[list[int]]) -> list[list[int]]:
    rader = [[*rad, sum(rad)] for rad in tabell]
    return [*rader, [sum(kolonne) for kolonne in zip(*rader, strict=True)]]


def bare_de_smaa(tabell: list[list[int]]) -> Tall:
    """What one gets without secondary suppression."""
    return tuple(tuple(None if for_lite(verdi) else verdi for verdi in rad) for rad in med_summer(tabell))


def smaa_sammen(alt: list[list[int]]) -> list[list[tuple[int, int]]]:
    """Every small number alone, and those on one line that are few persons even together."""
    rader, kolonner = range(len(alt)), range(len(alt[0]))
    linjer = [[(rad, kol) for kol in kolonner[:-1]] for rad in rader] + [[(rad, kol) for rad in rader[:-1]] for kol in kolonner]
    smaa = [[celle for celle in linje if for_lite(alt[celle[0]][celle[1]])] for linje in linjer]
    lette = [gruppe for gruppe in smaa if for_lite(sum(alt[rad][kol] for rad, kol in gruppe))]
    return lette + [[(rad, kol)] for rad in rader for kol in kolonner if for_lite(alt[rad][kol])]


def test_angrepet_finner_et_tall_som_bare_er_skjult_for_seg_selv() -> None:
    """Otherwise the tests below would prove nothing."""
    tabell = [[3, 20, 30], [10, 20, 30]]
    assert ved_subtraksjon(bare_de_smaa(tabell)) == {(0, 0): 3}
    assert Loser(bare_de_smaa(tabell)).mulig([(0, 0)]) == (3, 3)


def test_angrepet_finner_enere_som_bare_kan_vaere_enere() -> None:
    tabell = [[1, 1, 30], [1, 1, 30], [30, 30, 30]]
    alt = bare_de_smaa(tabell)
    assert ved_subtraksjon(alt) == {}
    assert Loser(alt).mulig([(0, 0)]) == (1, 1)
    assert Loser(alt).avslort([[(0, 0)], [(1, 1)]]) == [[(0, 0)], [(1, 1)]]


@settings(max_examples=40)
@given(TABELL)
@example([[1] * 5] * 5)
@example([[3]])
@example([[3, 10, 20]])
@example([[7, 0], [0, 3]])
@example([[1, 2, 0, 0, 30], [20, 20, 0, 0, 30], [0, 0, 9, 9, 30], [30, 30, 30, 30, 30]])
@example([[1, 2, 9, 9], [9, 9, 0, 0], [0, 0, 9, 1]])
@example([[1, 1], [1, 2]])
@example([[2, 3], [1, 1], [1, 0]])
def test_ingen_smaa_tall_kan_regnes_ut_igjen(tabell: list[list[int]]) -> None:
    vist = undertrykk_tabell(tabell).alt
    assert ved_subtraksjon(vist).keys() & {celle for gruppe in smaa_sammen(med_summer(tabell)) for celle in gruppe} == set()
    assert Loser(vist).avslort(smaa_sammen(med_summer(tabell))) == []


@settings(max_examples=50)
@given(TABELL)
def test_det_som_vises_er_sant_og_alle_smaa_er_skjult_og_ingen_nuller(tabell: list[list[int]]) -> None:
    for rad, fasit in zip(undertrykk_tabell(tabell).alt, med_summer(tabell), strict=True):
        for verdi, riktig in zip(rad, fasit, strict=True):
            assert verdi == riktig or (verdi is None and riktig > 0)
            assert verdi is None or not for_lite(verdi)


def test_en_tabell_uten_smaa_tall_vises_hel() -> None:
    vist = undertrykk_tabell([[5, 0, 9], [12, 7, 0]])
    assert vist.celler == ((5, 0, 9), (12, 7, 0))
    assert (vist.radsummer, vist.kolonnesummer, vist.sum) == ((14, 19), (17, 7, 9), 33)


def test_det_billigste_skjules_i_tillegg() -> None:
    vist = undertrykk_tabell([[3, 40, 8, 60], [50, 40, 30, 60], [6, 50, 7, 80]])
    assert vist.celler == ((None, 40, None, 60), (50, 40, 30, 60), (None, 50, None, 80))
    assert None not in (*vist.radsummer, *vist.kolonnesummer, vist.sum)


def test_eierens_egen_grense_gjelder() -> None:
    assert undertrykk_tabell([[3, 20], [20, 20]], minst=3).celler == ((3, 20), (20, 20))


def test_tomme_tabeller_er_tabeller() -> None:
    assert undertrykk_tabell([]) == Vist(((0,),))
    assert undertrykk_tabell([[0, 0]]).sum == 0


@pytest.mark.parametrize("tabell", [[[1, 2], [3]], [[1, -2]]])
def test_skjeve_tabeller_og_negative_tall_avvises(tabell: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="like lange rader"):
        undertrykk_tabell(tabell)


def test_ei_stor_tabell_lar_seg_verne() -> None:
    """A hundred municipalities and four columns: all small numbers lie on rings, so subtraction finds none of them."""
    tabell = [[(nr * 7 + kol * 5) % 13 for kol in range(4)] for nr in range(100)]
    vist = undertrykk_tabell(tabell).alt
    assert ved_subtraksjon(vist) == {}
