"""Corrections leave a trace: what stood, what stands, why, and the fingerprint of what is replaced."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kjerne.omradeovervaking.runder import DEFINISJON, SVAR, paastand, rapport
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.rettelse import avtrykk, rett, som_data
from skreddersom.kjerne.omradeovervaking.utforming import utform

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport

FOR_STERK = DEFINISJON + paastand("Alle kontorene er som før.")
RETTET = DEFINISJON + paastand("De fleste kontorene er som før.")


def lagret(r: Rapport) -> bytes:
    return json.dumps(som_data(r)).encode()


@pytest.mark.krav("R04")
def test_en_rettelse_viser_hva_som_sto_hva_som_staar_og_hvorfor() -> None:
    forst = rapport(definisjon=FOR_STERK)
    ny = rett(rapport(definisjon=RETTET), lagret(forst), "forst.json", "Overskriften var for sterk.")
    (rettelse,) = ny.rettelser
    assert (rettelse.grunn, rettelse.forrige) == ("Overskriften var for sterk.", avtrykk(som_data(forst)))
    assert [(ett.hva.nb, ett.sto.nb, ett.star.nb) for ett in rettelse.endringer] == [
        ("Påstand P1", "Alle kontorene er som før. (2 av 3)", "De fleste kontorene er som før. (2 av 3)")
    ]


def test_ogsaa_ord_koder_og_paastander_som_kommer_og_gaar_spores() -> None:
    forst = rapport(definisjon=FOR_STERK)
    ny = rapport(SVAR.replace("Som før", "vet ikke"), definisjon=DEFINISJON + paastand("Ett kontor er som før.", id_="P2"))
    (rettelse,) = rett(ny, lagret(forst), "forst.json", "Vest har rettet svaret sitt.").rettelser
    assert {ett.hva.nb: (ett.sto.nb, ett.star.nb) for ett in rettelse.endringer} == {
        "Påstand P2": ("", "Ett kontor er som før. (1 av 3)"),
        "Påstand P1": ("Alle kontorene er som før. (2 av 3)", ""),
        "Svar: Vest, Endring": ("Som før", "vet ikke"),
        "Kode: Vest, Endring": ("Uendret", "Vet ikke"),
    }
    assert [ett.star.nn for ett in rettelse.endringer if ett.hva.nn == "Kode: Vest, Endring"] == ["Veit ikkje"]


def test_en_eldre_rapport_uten_navn_paa_koder_rettes_uten_at_alt_er_nytt() -> None:
    data = som_data(rapport(definisjon=FOR_STERK))
    for rute in data["svar"]:
        del rute["navn"], rute["kodenavn"]
    ny = rapport(SVAR.replace("Som før", "vet ikke"), definisjon=FOR_STERK)
    (rettelse,) = rett(ny, json.dumps(data).encode(), "forst.json", "Vest har rettet svaret sitt.").rettelser
    assert [(ett.hva.nb, ett.sto.nb, ett.star.nb) for ett in rettelse.endringer if ett.hva.nb.startswith("Kode")] == [
        ("Kode: Vest, Endring", "uendret", "Vet ikke")
    ]


def test_tidligere_rettelser_folger_med_og_den_nyeste_staar_forst() -> None:
    forst = rapport(definisjon=FOR_STERK)
    andre = rett(rapport(definisjon=RETTET), lagret(forst), "1.json", "Én.")
    tredje = rett(rapport(definisjon=DEFINISJON), lagret(andre), "2.json", "To.")
    assert [ett.grunn for ett in tredje.rettelser] == ["To.", "Én."]
    assert tredje.rettelser[1] == andre.rettelser[0]


def test_rettelsen_staar_i_rapporten() -> None:
    ny = rett(rapport(definisjon=RETTET), lagret(rapport(definisjon=FOR_STERK)), "forst.json", "For sterk.")
    tekst = str(utform(ny, "nn", "prøve").blokker)
    assert "Retta 21. november 2026: For sterk." in tekst
    assert "Alle kontorene er som før. (2 av 3)" in tekst


def test_uten_endringer_er_det_ingenting_aa_rette() -> None:
    forst = rapport(definisjon=FOR_STERK)
    with pytest.raises(Brukerfeil, match=r"Ingenting er endret siden forst.json"):
        rett(forst, lagret(forst), "forst.json", "Ingen grunn.")


@pytest.mark.parametrize("innhold", [b"", b"\xff", b"[]", b"{}", b'{"form": "skreddersom/omradeovervaking/1"}'])
def test_bare_en_lagret_rapport_kan_rettes(innhold: bytes) -> None:
    with pytest.raises(Brukerfeil, match=r"f.json er ikke en rapport som kan rettes"):
        rett(rapport(), innhold, "f.json", "Fordi.")
