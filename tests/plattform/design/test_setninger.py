"""A sentence is kept as template and values, and said in the language of the one who reads it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.utils.translation import override

from skreddersom.kjerne.lov import hjemmel as hjemler
from skreddersom.kjerne.lov.hjemmel import Rettskilde
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel, lovbok
from skreddersom.kjerne.setning import Setning, fra_merket, og, setning
from skreddersom.plattform.design.setninger import LOVER, fra_data, paa_leserens, paa_sprak, sagt, som_data

NESTET = setning("{fil}: {feil}", fil="blank.txt", feil=setning("Linje {linje} har {rad}.", linje=4, rad=setning("en mann")))
MERKET = fra_merket("KJONN er \x02«1»\x03, men fødselsnummeret tilhører \x02en kvinne\x03. Kontroller begge mot folkeregisteret.")


@pytest.mark.parametrize(
    ("sprak", "forste", "andre"),
    [
        (
            "nb",
            "blank.txt: Linje 4 har en mann.",
            "KJONN er «1», men fødselsnummeret tilhører en kvinne. Kontroller begge mot folkeregisteret.",
        ),
        (
            "nn",
            "blank.txt: Linje 4 har ein mann.",
            "KJONN er «1», men fødselsnummeret høyrer til ei kvinne. Kontroller begge mot folkeregisteret.",
        ),
        (
            "en",
            "blank.txt: Line 4 has a man.",
            "KJONN is «1», but the national identity number belongs to a woman. Check both against the population register.",
        ),
    ],
)
def test_setningen_og_setningene_i_den_sies_paa_leserens_sprak(sprak: str, forste: str, andre: str) -> None:
    with override(sprak):
        assert [paa_sprak(NESTET), paa_sprak(MERKET)] == [forste, andre]


def test_folks_egne_ord_oversettes_ikke() -> None:
    mal = "vurdert av {hvem} {dato}: «{begrunnelse}»"
    with override("en"):
        assert paa_sprak(setning(mal, hvem="Vilde", dato="1.2.2026", begrunnelse="oppfylt")) == "assessed by Vilde on 1.2.2026: «oppfylt»"


@pytest.mark.parametrize("tekst", [NESTET, MERKET, setning("Kjønn"), "Navneliste", og([2024, 2025])])
def test_det_som_er_lagret_er_det_som_ble_sagt(tekst: str) -> None:
    lest = fra_data(json.loads(json.dumps(som_data(tekst))))
    assert (lest, som_data(lest)) == (tekst, som_data(tekst))
    assert isinstance(lest, Setning)


def test_det_som_ble_lagret_som_ren_tekst_vises_som_for() -> None:
    with override("en"):
        assert [paa_sprak(fra_data("Skrevet i fjor.")), sagt([], "Skrevet i fjor."), paa_sprak("")] == ["Skrevet i fjor."] * 2 + [""]


def test_flere_setninger_staar_etter_hverandre() -> None:
    with override("nn"):
        assert (
            sagt([som_data(setning("{} mangler", "KJONN")), {"mal": "Kjønn mot fødselsnummer"}]) == "KJONN manglar Kjønn mot fødselsnummer"
        )


DAG = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sprak", "navn"), [("nb", "forvaltningsloven § 16"), ("nn", "forvaltningslova § 16"), ("en", "forvaltningsloven § 16")]
)
def test_lova_heiter_det_ho_heiter_paa_spraaket_til_leseren(sprak: str, navn: str) -> None:
    with override(sprak):
        assert paa_leserens(hjemmel(Tema.FORHANDSVARSEL, DAG)) == navn


def test_hver_lov_det_vises_til_har_et_navn_paa_nynorsk() -> None:
    brukt = {ett.navn for ett in vars(hjemler).values() if isinstance(ett, Rettskilde)} | {
        ett.kilde.navn for ett in lovbok().regler.values()
    }
    assert brukt == set(LOVER)
