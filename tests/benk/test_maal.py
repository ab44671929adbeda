"""The goals: who is judged against whom, and where the line goes."""

from __future__ import annotations

import pytest

from benk.deltakere import maling, malinger
from skreddersom.benk.maal import MAAL, Dom, dommer, uoppnaelige


def dom(hvem: str, **tall: float) -> Dom:
    """The only judgement on one contestant alone."""
    (en,) = dommer(malinger(maling(hvem, 0, [tall.get("arbeid", 1.0)], ende=tall.get("ende", 1.0))))
    return en


@pytest.mark.parametrize(("arbeid", "malt", "tegn"), [(2.4, "2,40 ×", "✓"), (2.5, "2,50 ×", "✓"), (2.51, "2,51 ×", "✗")])
def test_screening_kan_bruke_to_og_en_halv_gang_gulvet_men_ikke_mer(arbeid: float, malt: str, tegn: str) -> None:
    (en,) = dommer(malinger(maling("skjerm", 10, [arbeid]), maling("gulv", 10, [1.0])))
    assert (en.maal, en.malt, en.tegn) == ("høyst 2,5 × gulvet", malt, tegn)
    assert en.hvem == "Skjerm, 10"


def test_mot_openfisca_gjelder_hele_prosessen_og_minnet() -> None:
    vaar = maling("skjerm", 10, [9.0], ende=1.0, minne=49)
    fart, minne = dommer(malinger(vaar, maling("openfisca", 10, [0.1], ende=1.5, minne=100)))
    assert (fart.malt, fart.naadd) == ("0,67 ×", True)
    assert (minne.malt, minne.naadd) == ("0,49 ×", True)


def test_like_fort_er_ikke_raskere_og_halvparten_er_ikke_under_halvparten() -> None:
    vaar = maling("skjerm", 10, [1.0], ende=1.5, minne=50)
    assert [en.naadd for en in dommer(malinger(vaar, maling("openfisca", 10, [1.0], ende=1.5, minne=100)))] == [False, False]


def test_ukjent_minne_gir_ingen_dom_om_minne() -> None:
    vaar = maling("skjerm", 10, [1.0], minne=None)
    assert [en.maal for en in dommer(malinger(vaar, maling("openfisca", 10, [1.0])))] == ["raskere enn OpenFisca, hele prosessen"]


def test_storrelsene_holdes_fra_hverandre() -> None:
    assert list(dommer(malinger(maling("skjerm", 10, [1.0]), maling("gulv", 20, [1.0])))) == []


@pytest.mark.parametrize(
    ("hvem", "under", "paa"),
    [
        ("kontroll", {"arbeid": 0.99}, {"arbeid": 1.0}),
        ("hjelp", {"ende": 0.39}, {"ende": 0.4}),
        ("forklar", {"arbeid": 50e-6}, {"arbeid": 51e-6}),
        ("brev", {"arbeid": 0.05}, {"arbeid": 0.051}),
    ],
)
def test_de_faste_grensene(hvem: str, under: dict[str, float], paa: dict[str, float]) -> None:
    assert dom(hvem, **under).naadd
    assert not dom(hvem, **paa).naadd


def test_en_person_vises_i_mikrosekunder() -> None:
    assert dom("forklar", arbeid=37.44e-6).malt == "37,4 µs"


def test_hvert_maal_staar_i_tabellen_en_gang() -> None:
    assert len({(maal.hvem, maal.tekst) for maal in MAAL}) == len(MAAL) == 10


def test_maal_under_det_polars_selv_tar_faar_en_setning_og_staar_fortsatt() -> None:
    liten, stor = maling("openfisca", 10, [1.0], minne=117), maling("openfisca", 1000, [1.0], minne=575)
    (setning,) = uoppnaelige(malinger(maling("tomgang", 0, [1.0], minne=62), maling("skjerm", 10, [1.0], minne=110), liten, stor))
    assert setning == (
        "Halve minnet til OpenFisca ved 10 recorder er 58 MB. Bare å laste Polars og spørre om én rad tar 62 MB, "
        "så det målet kan ikke nås der uten å bytte ut Polars."
    )
    assert [en.naadd for en in dommer(malinger(maling("skjerm", 10, [1.0], minne=110), liten))] == [False, False]


def test_uten_tomgang_eller_kjent_minne_sies_ingenting_om_hva_som_kan_naas() -> None:
    ukjent = maling("openfisca", 10, [1.0], minne=None)
    assert list(uoppnaelige(malinger(maling("openfisca", 10, [1.0], minne=100)))) == []
    assert list(uoppnaelige(malinger(maling("tomgang", 0, [1.0], minne=62), ukjent))) == []
    assert list(uoppnaelige(malinger(maling("tomgang", 0, [1.0], minne=None), maling("openfisca", 10, [1.0])))) == []
