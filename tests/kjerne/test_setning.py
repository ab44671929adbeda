"""Sentences that remember what they are made of."""

from __future__ import annotations

import pickle

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.setning import Setning, eller, fra_merket, merket, og, rekke, setning


def test_en_setning_er_teksten_sin() -> None:
    assert setning("Linje {linje} har {rad}.", linje=3, rad="en tabulator") == "Linje 3 har en tabulator."


def test_en_setning_husker_malen_og_verdiene() -> None:
    laget = setning("{} av {}", 2, 9)
    assert (laget.mal, laget.verdier) == ("{} av {}", (2, 9))


def test_en_setning_uten_verdier_kan_ha_krollparenteser() -> None:
    assert setning("skriv {}") == "skriv {}"


def test_stor_gir_stor_forbokstav_ogsaa_i_en_setning_i_setningen() -> None:
    assert setning("{krav}. {stor}.", krav="alder", stor=setning("mangler {hva}", hva="fødselsdato")) == "alder. Mangler fødselsdato."


def test_en_rekke_leses_hoyt() -> None:
    assert [og(["a"]), og(["a", "b"]), og("abc"), eller("abc"), rekke("; ", "abc")] == [
        "a",
        "a og b",
        "a, b og c",
        "a, b eller c",
        "a; b; c",
    ]


def test_merkene_viser_hvor_verdiene_staar_og_kan_leses_tilbake() -> None:
    laget = setning("{} mangler i {}", "ALDER", "fila")
    lest = fra_merket(merket(laget))
    assert (lest, lest.mal, lest.verdier) == (laget, laget.mal, laget.verdier)


def test_en_verdi_som_selv_er_en_setning_leses_som_en() -> None:
    lest = fra_merket("Linja har \x024\x03 tegn.\x02 \x025\x03 er riktig\x03 Rett den.")
    assert lest == "Linja har 4 tegn. 5 er riktig Rett den."
    assert lest.mal == "Linja har {} tegn.{} Rett den."
    inni = lest.verdier[1]  # type: ignore[index]
    assert isinstance(inni, Setning)
    assert (inni.mal, inni.verdier) == (" {} er riktig", ("5",))


def test_det_som_ikke_har_verdier_etter_plass_merkes_ikke() -> None:
    assert [merket("Kjønn"), merket(setning("Linje {nr}", nr=1))] == ["Kjønn", "Linje 1"]


def test_en_setning_taaler_a_sendes_til_en_annen_prosess() -> None:
    sendt = pickle.loads(pickle.dumps(setning("{n} av dem", n=2)))
    assert (sendt, sendt.mal, sendt.verdier) == ("2 av dem", "{n} av dem", {"n": 2})


def test_en_feil_har_setningen_den_ble_gitt() -> None:
    assert isinstance(Brukerfeil(setning("Linje {nr}", nr=1)).setning, Setning)
    assert [Brukerfeil("Rett fila.").setning, Brukerfeil().setning] == ["Rett fila.", ""]
