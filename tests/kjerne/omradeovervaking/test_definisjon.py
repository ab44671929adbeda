"""A definition is data that a person writes: what is missing, misspelt or of the wrong kind is said with its place."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from kjerne.omradeovervaking.runder import DEFINISJON, paastand, rapport
from skreddersom.demo.omradeovervaking import runde
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.definisjon import Utvalg, definisjon_av, les_definisjon
from skreddersom.kjerne.omradeovervaking.svar import Rute, les_svar

OPPFOLGING = '\n[[oppfolging]]\nkontor = "Øst"\nsporsmal = "vanske"\nhvorfor = "Spør"\nfrist = 2027-01-15\n'


def test_uten_definisjon_heter_sporsmalene_som_i_svarfila_og_ingenting_paastas() -> None:
    d = rapport().definisjon
    assert [(ett.kode, ett.navn.nb) for ett in d.sporsmal] == [("endring", "Endring"), ("vanske", "Vanske")]
    assert (d.paastander, d.utvalg) == ((), Utvalg.IKKE_OPPGITT)


def test_oppfolging_leses_med_frist_og_uten_ansvarlig() -> None:
    (ett,) = rapport(definisjon=DEFINISJON + OPPFOLGING).definisjon.oppfolging
    assert (ett.rute, ett.frist, ett.ansvarlig) == (Rute("Øst", "vanske"), date(2027, 1, 15), None)


def test_kontorene_staar_i_definisjonens_rekkefolge() -> None:
    definisjon = DEFINISJON.replace("\n\n", '\nkontorer = ["Øst", "Vest", "Midt"]\nutvalg = "alle"\n\n', 1)
    r = rapport(definisjon=definisjon)
    assert (r.svar.kontorer, r.definisjon.utvalg) == (("Øst", "Vest", "Midt"), Utvalg.ALLE)


@pytest.mark.parametrize(
    ("definisjon", "setning"),
    [
        ("versjon = \n", r"rapport.toml, linje 1, kan ikke leses som TOML"),
        (DEFINISJON.replace('versjon = "p1"', ""), "rapport.toml: «versjon» mangler"),
        (DEFINISJON.replace('"p1"', "1"), "«versjon» skal være tekst i anførselstegn"),
        (DEFINISJON.replace('"p1"', '" "'), "«versjon» skal være tekst i anførselstegn, og ikke tom"),
        (DEFINISJON.replace('"p1"', '"\\u0007"'), "«versjon» skal være tekst"),
        (DEFINISJON.replace('versjon = "p1"', 'versjon = "p1"\ntitel = "x"'), "«titel» er ikke i bruk her. Det som kan stå, er avsender,"),
        (DEFINISJON.replace(', nn = "Prøverunden"', ""), "«tittel» skal ha begge målformer"),
        (DEFINISJON.replace('{ nb = "Prøverunden", nn = "Prøverunden" }', "3"), "«tittel» skal ha begge målformer"),
        (DEFINISJON.replace('tittel = { nb = "Prøverunden", nn = "Prøverunden" }', ""), "«tittel» mangler"),
        (DEFINISJON.replace('navn = "Endring"', 'navn = "Endring"\nhjelp = "x"'), "rapport.toml, sporsmal 1: «hjelp» er ikke i bruk"),
        (DEFINISJON.replace('["program utsatt"]', '"program utsatt"'), "kode 1: «synonym» skal være en liste"),
        (DEFINISJON.replace("versjon", 'utvalg = "noen"\nversjon'), "«utvalg» er «noen», men kan bare være alle, tilfeldig, utplukket"),
        (DEFINISJON.replace("versjon", 'avsnitt = "x"\nversjon'), r"«avsnitt» skal skrives som \[\[avsnitt\]\]"),
        (DEFINISJON.replace("versjon", 'avsnitt = ["x"]\nversjon'), r"skal skrives som \[\[avsnitt\]\]"),
        (DEFINISJON + OPPFOLGING.replace("2027-01-15", '"15.1.2027"'), "«frist» skal være en dato uten anførselstegn"),
        (DEFINISJON + OPPFOLGING.replace("2027-01-15", "2027-01-15T10:00:00"), "«frist» skal være en dato"),
        (DEFINISJON + OPPFOLGING.replace("Øst", "Nord"), "oppfølging av Nord, «vanske», viser til et svar som ikke finnes"),
        (DEFINISJON.replace("vanske", "vansker"), "har spørsmålene endring, vansker, men svarfila har endring, vanske"),
        ('versjon = "1"\ntittel = "x"\n', r"har spørsmålene \(ingen\)"),
        (DEFINISJON + paastand("Alle er like.") * 2, "to påstander heter «P1»"),
        (DEFINISJON + paastand("Alle er like.", del_="slutt"), "«del» er «slutt», men kan bare være hovedfunn,"),
    ],
)
def test_en_definisjon_med_feil_faar_en_setning_med_sted_og_raad(definisjon: str, setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        rapport(definisjon=definisjon)


def test_bytes_som_ikke_er_tekst_er_ikke_toml() -> None:
    from skreddersom.kjerne.omradeovervaking.tomlfil import les_toml

    with pytest.raises(Brukerfeil, match=r"d\.toml kan ikke leses som TOML"), les_toml(b"\xff\xfe\xfa", "d.toml"):
        pass


def test_et_tall_skal_vaere_helt_og_over_null() -> None:
    from skreddersom.kjerne.omradeovervaking.tomlfil import Felt

    assert Felt({"minst": 3}, "d").valgfritt_tall("minst") == 3
    with pytest.raises(Brukerfeil, match="«minst» skal være et helt tall over null"):
        Felt({"minst": 0}, "d").valgfritt_tall("minst")


def test_en_definisjon_som_er_tatt_vare_paa_som_data_leses_som_en_fil() -> None:
    filer = runde("agder-2020")
    svar = les_svar(filer["svar.csv"], "svar.csv")
    data = tomllib.loads(filer["rapport.toml"].decode())
    assert definisjon_av(data, "Rapporten", svar) == les_definisjon(filer["rapport.toml"], "rapport.toml", svar)


def test_data_med_noe_ingen_spor_etter_avvises() -> None:
    svar = les_svar(b"kontor;endring\nBakken;nei\n", "svar.csv")
    with pytest.raises(Brukerfeil, match="farge"):
        definisjon_av({"versjon": "1", "tittel": "Runden", "farge": "grønn"}, "Rapporten", svar)
