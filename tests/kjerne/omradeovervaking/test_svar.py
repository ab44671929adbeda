"""Answers are read word for word, and what cannot be read is said with its line."""

from __future__ import annotations

import pytest

from kjerne.omradeovervaking.runder import SVAR
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.svar import Rute, les_svar


@pytest.mark.krav("R40")
def test_ordene_bevares_tegn_for_tegn() -> None:
    svar = les_svar(b'kontor;vanske\nVest;"  Eget Team ; og  mer.\nTo linjer "\n', "svar.csv")
    assert svar.ord[Rute("Vest", "vanske")] == "  Eget Team ; og  mer.\nTo linjer "


@pytest.mark.parametrize("skilletegn", [";", ",", "\t"])
def test_skilletegnet_finnes_av_overskriften(skilletegn: str) -> None:
    svar = les_svar(SVAR.replace(";", skilletegn).encode(), "svar.csv")
    assert (svar.kontorer, svar.sporsmal) == (("Vest", "Midt", "Øst"), ("endring", "vanske"))


@pytest.mark.parametrize("tegnsett", ["utf-8", "utf-8-sig", "cp1252"])
def test_bokstavene_er_rette_ogsaa_fra_et_regneark_paa_windows(tegnsett: str) -> None:
    assert les_svar(SVAR.encode(tegnsett), "svar.csv").kontorer[2] == "Øst"


def test_et_tomt_svar_er_ikke_besvart() -> None:
    svar = les_svar(SVAR.encode(), "svar.csv")
    assert [rute for rute in svar.ruter() if not svar.besvart(rute)] == [Rute("Midt", "vanske")]


def test_rekkefolgen_paa_kontorene_endrer_ikke_avtrykket_men_et_ord_gjor_det() -> None:
    svar = les_svar(SVAR.encode(), "svar.csv")
    assert svar.i_rekkefolge(["Øst", "Midt", "Vest"]).avtrykk == svar.avtrykk
    assert les_svar(SVAR.replace("Som før", "Som  før").encode(), "svar.csv").avtrykk != svar.avtrykk


@pytest.mark.parametrize("rekkefolge", [["Vest", "Midt"], ["Vest", "Midt", "Nord"], ["Vest", "Midt", "Øst", "Øst"]])
def test_en_rekkefolge_som_ikke_er_de_samme_kontorene_nektes(rekkefolge: list[str]) -> None:
    with pytest.raises(Brukerfeil, match="Nevn hvert kontor én gang"):
        les_svar(SVAR.encode(), "svar.csv").i_rekkefolge(rekkefolge)


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [
        ("", "er tom. Første linje skal ha overskriftene"),
        (" \n\n", "er tom"),
        ("kontor\nVest\n", "har ingen svar"),
        ("kontor;a\n", "har ingen svar"),
        ("kontor;a;\nVest;1;2\n", "kolonne 3 mangler overskrift"),
        ("kontor;a;a\nVest;1;2\n", "overskriften «a» står flere ganger"),
        ("kontor;a\nVest;1;2\n", "linje 2: 3 felt, men overskriften har 2"),
        ("kontor;a\n\n\nVest;1;2\n", "linje 4: 3 felt"),
        ("kontor;a\n ;ja\n", "linje 2: linja har svar, men ikke navn på kontoret"),
        ("kontor;a\nVest;ja\nMidt;ja\n vest. ;nei\n", "vest. står både på linje 2 og 4"),
        ('kontor;a\nVest;"ja\n', "et anførselstegn mangler makkeren sin"),
        ("kontor;a\nVest;ja\x07\n", r"linje 2: et usynlig styretegn \(U\+0007\)"),
        ("kontor;a\nVest;\u202eja\n", r"styretegn \(U\+202E\)"),
    ],
)
def test_det_som_ikke_kan_leses_sies_med_sted_og_raad(innhold: str, setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        les_svar(innhold.encode(), "svar.csv")


def test_en_fil_i_utf_16_faar_sitt_eget_raad() -> None:
    with pytest.raises(Brukerfeil, match="lagret som UTF-16"):
        les_svar(SVAR.encode("utf-16"), "svar.csv")
