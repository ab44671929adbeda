"""A questionnaire: what makes it answerable, whom each question is put to, and how an answer reads."""

from __future__ import annotations

import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.sporreskjema import Betingelse, Punkt, Slag, bortfalt, gjeldende, i_ord, krev_brukbart, ubesvart

ENDRING = Punkt("endring", Slag.FRITEKST)
TEAM = Punkt("team", Slag.ETT_VALG, ("Ja", "Nei"))
HVEM = Punkt("hvem", Slag.FLERE_VALG, ("Veileder", "Leder"), hvis=Betingelse("team", "Ja"))
LEDEREN = Punkt("lederen", Slag.FRITEKST, hvis=Betingelse("hvem", "Leder"))
TILBUD = Punkt("tilbud", Slag.MATRISE, ("Ja", "Nei"), ("Praksis", "Norsk"), paakrevd=False)
SKJEMA = (ENDRING, TEAM, HVEM, LEDEREN, TILBUD)


def test_et_skjema_med_alle_slag_kan_brukes() -> None:
    krev_brukbart(SKJEMA)


@pytest.mark.parametrize(
    ("punkter", "setning"),
    [
        ((), "ingen spørsmål"),
        ((ENDRING, ENDRING), "Spørsmål 2: koden «endring» er brukt før"),
        ((Punkt("team", Slag.ETT_VALG, ("Ja", "Ja")),), "minst to ulike svar"),
        ((Punkt("tilbud", Slag.MATRISE, ("Ja", "Nei")),), "minst én linje"),
        ((HVEM, TEAM), "ingen tidligere spørsmål har det svaret"),
        ((ENDRING, Punkt("hva", Slag.FRITEKST, hvis=Betingelse("endring", "Ja"))), "ingen tidligere spørsmål har det svaret"),
        ((TEAM, Punkt("hva", Slag.FRITEKST, hvis=Betingelse("team", "Kanskje"))), "ingen tidligere spørsmål har det svaret"),
    ],
)
def test_et_skjema_ingen_kan_svare_paa_avvises_med_raad(punkter: tuple[Punkt, ...], setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        krev_brukbart(punkter)


@pytest.mark.parametrize(
    ("svart", "stilt"),
    [
        ({}, ["endring", "team", "tilbud"]),
        ({"team": "Nei", "hvem": ["Leder"]}, ["endring", "team", "tilbud"]),
        ({"team": "Ja", "hvem": ["Veileder"]}, ["endring", "team", "hvem", "tilbud"]),
        ({"team": "Ja", "hvem": ["Veileder", "Leder"]}, ["endring", "team", "hvem", "lederen", "tilbud"]),
    ],
)
def test_det_som_henger_paa_et_annet_svar_stilles_bare_naar_svaret_er_gitt(svart: dict[str, str | list[str]], stilt: list[str]) -> None:
    assert [ett.kode for ett in gjeldende(SKJEMA, svart)] == stilt


def test_svar_paa_det_som_ikke_stilles_faller_bort() -> None:
    svart = {"endring": "Nei", "team": "Nei", "hvem": ["Leder"], "lederen": " "}
    assert [ett.kode for ett in bortfalt(SKJEMA, svart)] == ["hvem"]
    assert bortfalt(SKJEMA, {**svart, "team": "Ja"}) == ()


def test_bare_det_som_maa_besvares_og_blir_stilt_mangler() -> None:
    assert ubesvart(SKJEMA, {"endring": "  ", "team": "Ja", "hvem": []}) == ("endring", "hvem")
    assert ubesvart(SKJEMA, {"endring": "Nei", "team": "Nei"}) == ()


def test_en_halvferdig_tabell_er_ikke_besvart() -> None:
    tabell = Punkt("tilbud", Slag.MATRISE, ("Ja", "Nei"), ("Praksis", "Norsk"))
    assert ubesvart((tabell,), {"tilbud": {"Praksis": "Ja"}}) == ("tilbud",)
    assert ubesvart((tabell,), {"tilbud": {"Praksis": "Ja", "Norsk": "Nei"}}) == ()


def test_fri_tekst_leses_tegn_for_tegn() -> None:
    assert i_ord(ENDRING, " Som før.\n ") == " Som før.\n "


def test_valg_leses_i_skjemaets_rekkefolge_og_tabeller_linje_for_linje() -> None:
    assert i_ord(HVEM, ["Leder", "Veileder"]) == "Veileder; Leder"
    assert i_ord(TILBUD, {"Norsk": "Nei", "Praksis": "Ja"}) == "Praksis: Ja; Norsk: Nei"
    assert i_ord(TILBUD, {"Norsk": "Nei"}) == "Norsk: Nei"
