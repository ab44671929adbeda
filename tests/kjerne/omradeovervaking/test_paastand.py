"""A claim cites its cells, gets its number by itself, and is marked when it says more than they carry."""

from __future__ import annotations

import pytest

from kjerne.omradeovervaking.runder import DEFINISJON, SVAR, paastand, rapport
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
from skreddersom.kjerne.omradeovervaking.utforming_tillit import forbehold, funn

NB, NN = Ordlyd("nb"), Ordlyd("nn")


def med(tekst: str, svar: str = SVAR, **felt: str):  # type: ignore[no-untyped-def]
    r = rapport(svar, definisjon=DEFINISJON + paastand(tekst, **felt))
    return r, r.paastander[0][1]


@pytest.mark.krav("R04", "R06")
def test_paastanden_faar_selv_tallet_og_ordene_den_bygger_paa() -> None:
    r, belegg = med("De fleste kontorene melder ingen endring.")
    ut = funn(r, belegg, NB)
    assert (ut.merke, ut.forbehold) == ("2 av 3 kontorer", "")
    assert [(ett.sted, ett.ord, ett.anker) for ett in ut.belegg] == [("Vest", "Som før", "rute-1-1"), ("Øst", "som før.", "rute-3-1")]
    assert r.for_sterke() == []


@pytest.mark.krav("R04")
def test_en_setning_som_er_sterkere_enn_rutene_merkes() -> None:
    r, belegg = med("Kontorene melder ingen endring.")
    assert belegg.baerer() is NEI
    assert r.for_sterke() == [belegg]
    assert forbehold(belegg, NB) == (
        "Svarene bærer ikke setningen: uten et mengdeord leses setningen som «alle», og det krever 3 av 3, og rutene gir 2."
    )
    assert forbehold(belegg, NN).startswith("Svara ber ikkje setninga")


def test_en_setning_som_henger_paa_ruter_som_ikke_er_avklart_er_ikke_avgjort() -> None:
    _, belegg = med("Alle kontorene er som før.", SVAR.replace("Program utsatt", "litt av hvert"))
    assert belegg.baerer() is UKJENT
    assert forbehold(belegg, NB) == "Kan ikke avgjøres ennå: «alle» krever 3 av 3. Rutene gir 2, og 1 til er ikke avklart."


def test_en_setning_som_holder_uansett_trenger_ikke_de_uavklarte() -> None:
    _, belegg = med("De fleste kontorene er som før.", SVAR.replace("Program utsatt", "litt av hvert"))
    assert belegg.baerer() is JA


def test_begge_maalformer_maa_holde() -> None:
    tekst = 'tekst = { nb = "To kontorer er som før.", nn = "Alle kontora er som før." }'
    r = rapport(definisjon=DEFINISJON + paastand("x").replace('tekst = "x"', tekst))
    (belegg,) = r.for_sterke()
    assert belegg.baerer() is NEI
    assert "«alle» krev 3 av 3" in forbehold(belegg, NN)
    assert forbehold(belegg, NB) == "Svarene bærer ikke setningen på den andre målformen."


@pytest.mark.parametrize(
    ("tekst", "krever"),
    [
        ("Minst: mange kontorer er som før.", "«mange» krever 3 av 3"),
        ("Ingen av kontorene er som før.", "«ingen» krever 0 av 3"),
        ("Under halvparten av kontorene er som før.", "«under halvparten» krever høyst 1 av 3"),
        ("Alle 12 kontorene er som før.", "«alle» krever et antall som ikke finnes blant 3"),
    ],
)
def test_kravet_sies_i_tall(tekst: str, krever: str) -> None:
    assert krever in forbehold(med(tekst)[1], NB)


def test_krav_med_to_grenser_og_med_bare_en_nedre_sies_i_tall() -> None:
    svar = "kontor;endring;vanske\n" + "".join(f"K{nr};{'som før' if nr < 5 else 'program utsatt'};\n" for nr in range(10))
    assert "«enkelte» krever 2 til 3 av 10" in forbehold(med("Enkelte kontorer er som før.", svar)[1], NB)
    assert "«de fleste» krever minst 7 av 10" in forbehold(med("De fleste kontorene er som før.", svar)[1], NB)


def test_ett_navngitt_kontor_er_ett_av_alle_og_flere_er_saa_mange_av_de_nevnte() -> None:
    r, belegg = med("Kontoret i vest er som før.", mer='kontorer = ["Vest"]')
    assert (funn(r, belegg, NB).merke, belegg.baerer()) == ("1 av 3 kontorer", JA)
    r, belegg = med("Ett kontor er som før.", mer='kontorer = ["Vest", "Midt"]')
    assert (funn(r, belegg, NB).merke, belegg.baerer()) == ("1 av 2 nevnte kontorer", JA)


def test_en_paastand_om_ingen_har_ingen_ruter_aa_vise() -> None:
    r, belegg = med("Ingen av kontorene vet ikke.", koder='["vet_ikke"]')
    assert (funn(r, belegg, NB).belegg_tittel, belegg.baerer()) == ("Ingen svar bygger opp under setningen.", JA)


@pytest.mark.parametrize(
    ("endring", "setning"),
    [
        (('sporsmal = "endring"\nkoder', 'sporsmal = "endringer"\nkoder'), "viser til spørsmålet «endringer»"),
        (('koder = ["uendret"]', 'koder = ["uendra"]'), "viser til koden «uendra», som verken er brukt eller står i kodelista"),
        (('koder = ["uendret"]', "koder = []"), "«koder» mangler"),
        (('koder = ["uendret"]', 'koder = ["uendret"]\nkontorer = ["Nord"]'), "viser til «Nord», som ikke er blant kontorene"),
    ],
)
def test_en_paastand_som_viser_til_noe_som_ikke_finnes_nektes(endring: tuple[str, str], setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        rapport(definisjon=DEFINISJON + paastand("Alle kontorene er som før.").replace(*endring))
