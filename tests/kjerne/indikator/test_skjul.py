"""What is hidden stays hidden, also from the one who subtracts: within a year, across indicators and across years."""

from random import Random

import pytest

from kjerne.indikator.angrep import ANDELER, Angriper, panel
from skreddersom.kjerne.indikator.skjul import Linje, Tall, Telt, skjul, trengs, vis_alt

DELTAKERE = Linje("deltakere", 2026)


def deltakere(**antall: int) -> Telt:
    return {DELTAKERE: {f"42{navn[1:]}": Tall(n, n) for navn, n in antall.items()}}


def andel(navn: str, **tall: tuple[int, int]) -> Telt:
    return {Linje(navn, 2026): {f"42{kommune[1:]}": Tall(*ett) for kommune, ett in tall.items()}}


def test_store_tall_staar_alene_og_summen_er_alle() -> None:
    vist = skjul(deltakere(k01=12, k02=30, k03=8))[DELTAKERE]
    assert (sorted(vist.enkelt), vist.samlede, vist.samlet, vist.alle) == (["4201", "4202", "4203"], (), None, Tall(50, 50))


def test_smaa_tall_staar_samlet_og_summen_er_fortsatt_alle() -> None:
    vist = skjul(deltakere(k01=12, k02=3, k03=2, k04=30))[DELTAKERE]
    assert (sorted(vist.enkelt), vist.samlede, vist.samlet, vist.alle) == (["4201", "4204"], ("4202", "4203"), Tall(5, 5), Tall(47, 47))


def test_ett_lite_tall_tar_med_seg_det_minste_av_de_andre() -> None:
    vist = skjul(deltakere(k01=12, k02=3, k03=9))[DELTAKERE]
    assert vist.samlede == ("4202", "4203")


@pytest.mark.parametrize("tall", [{"k01": 1, "k02": 1, "k03": 1, "k04": 1, "k05": 1}, {"k01": 4, "k02": 4}])
def test_en_sum_som_bare_kan_lages_paa_en_maate_roper_ikke_tallene(tall: dict[str, int]) -> None:
    vist = skjul(deltakere(**tall, k09=20))[DELTAKERE]
    assert "4209" in vist.samlede


def test_naar_ingen_er_igjen_aa_gjemme_seg_bak_vises_ikke_summen_heller() -> None:
    vist = skjul(deltakere(k01=3, k02=0))[DELTAKERE]
    assert (vist.enkelt, vist.samlet, vist.alle) == ({}, None, None)


def test_de_faa_som_mangler_det_de_fleste_har_er_ogsaa_faa() -> None:
    telt = deltakere(k01=20, k02=30, k03=40) | andel("barn", k01=(18, 20), k02=(10, 30), k03=(20, 40))
    assert skjul(telt)[Linje("barn", 2026)].samlede == ("4201", "4202")


def test_den_som_er_skjult_blant_deltakerne_er_skjult_overalt() -> None:
    telt = deltakere(k01=3, k02=4, k03=40, k04=50) | andel("under_25", k01=(0, 3), k02=(0, 4), k03=(10, 40), k04=(20, 50))
    assert skjul(telt)[Linje("under_25", 2026)].samlede == ("4201", "4202")


def test_er_summen_av_deltakerne_skjult_er_summen_av_dem_med_barn_det_ogsaa() -> None:
    telt = deltakere(k01=3) | andel("barn", k01=(0, 3))
    assert skjul(telt)[Linje("barn", 2026)].alle is None


def test_den_som_har_filene_ser_alt() -> None:
    vist = vis_alt(deltakere(k01=3, k02=1))[DELTAKERE]
    assert (vist.enkelt, vist.alle) == ({"4201": Tall(3, 3), "4202": Tall(1, 1)}, Tall(4, 4))


def test_avbrutte_kan_ikke_regnes_ut_av_aaret_etter() -> None:
    """20 participants, 10 completed; the year after 17 are there and 9 are new: so 8 went on, and 2 were interrupted."""
    telt: Telt = {}
    for nr in range(3):
        for navn, aar, tall in (
            ("deltakere", 2025, (20, 20)),
            ("fullfort", 2025, (10, 20)),
            ("i_program", 2025, (8, 20)),
            ("avbrutt", 2025, (2, 20)),
            ("deltakere", 2026, (17, 17)),
            ("nye", 2026, (9, 17)),
        ):
            telt.setdefault(Linje(navn, aar), {})[f"420{nr}"] = Tall(*tall)
    vist = skjul(telt)
    assert len(vist[Linje("fullfort", 2025)].enkelt) == 3
    assert not vist[Linje("nye", 2026)].enkelt


@pytest.mark.krav("R05")
@pytest.mark.parametrize("fro", range(7))
def test_ingen_smaa_tall_kan_finnes_med_subtraksjon_over_summer_indikatorer_og_aar(fro: int) -> None:
    terning = Random(fro)
    telt = panel(terning, terning.randint(3, 6), range(2024, 2027))
    angriper = Angriper(skjul(telt))
    funnet = []
    for linje, rad in telt.items():
        for kommune, (teller, nevner) in rad.items():
            k, n = (linje, kommune, 0), (linje, kommune, 1)
            if 0 < nevner < 5 and angriper.kan_finne((n, 1)):
                funnet.append((linje, kommune, "hvor mange"))
            if linje.indikator in ANDELER and 0 < teller < 5 and angriper.kan_finne((k, 1)):
                funnet.append((linje, kommune, "de som har det"))
            if linje.indikator in ANDELER and 0 < nevner - teller < 5 and angriper.kan_finne((n, 1), (k, -1)):
                funnet.append((linje, kommune, "de andre"))
    assert funnet == []


def test_angriperen_finner_det_som_bare_er_skjult_hver_for_seg() -> None:
    """The attack bites: without the other years and lines in view, what is left over in one gives the small number in another."""
    telt = panel(Random(3), 6, range(2024, 2027))
    hver_for_seg = {linje: skjul({linje: rad})[linje] for linje, rad in telt.items()}
    angriper = Angriper(hver_for_seg)
    smaa = [(linje, kommune, 0) for linje, rad in telt.items() for kommune, tall in rad.items() if 0 < tall.teller < 5]
    assert any(angriper.kan_finne((ukjent, 1)) for ukjent in smaa)


@pytest.mark.parametrize(
    ("indikator", "alle"),
    [
        ("deltakere", {"deltakere"}),
        ("til_arbeid", {"til_arbeid", "fullfort", "deltakere"}),
        ("vedtak_30", {"vedtak_30", "dager_vedtak", "nye", "fullfort", "deltakere"}),
        ("avbrutt", {"avbrutt", "i_program", "nye", "fullfort", "deltakere"}),
    ],
)
def test_en_indikator_alene_skjules_som_naar_alle_er_med(indikator: str, alle: set[str]) -> None:
    telt = panel(Random(7), 6, range(2024, 2027))
    assert trengs(indikator) == alle
    bare_disse = skjul({linje: rad for linje, rad in telt.items() if linje.indikator in alle})
    med_alle = skjul(telt)
    assert all(bare_disse[linje] == med_alle[linje] for linje in telt if linje.indikator == indikator)
