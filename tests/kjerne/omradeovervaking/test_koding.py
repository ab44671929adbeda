"""Codes stand beside the words: suggested by a list, given by one coder or two, settled by consensus – and never in the words' place."""

from __future__ import annotations

import pytest

from kjerne.omradeovervaking.runder import DEFINISJON, SVAR, rapport
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.kodeliste import felles_kodeliste
from skreddersom.kjerne.omradeovervaking.koding import Kilde, kodere
from skreddersom.kjerne.omradeovervaking.svar import Rute

VEST, MIDT, OST = (Rute(kontor, "endring") for kontor in ("Vest", "Midt", "Øst"))
HODE = "sporsmal;kontor;svar;kode;kodet_av;begrunnelse\n"


@pytest.mark.parametrize("ord_", ["som før", "Uendret", "INGEN  endring", "Som før.", "ikkje endra"])
def test_ord_for_det_samme_foreslaar_uendret(ord_: str) -> None:
    assert felles_kodeliste().foresla("hva som helst", ord_) == "uendret"


@pytest.mark.parametrize("ord_", ["Uendret antall", "ikke som før", "", "ingen deltagere"])
def test_ord_som_bare_ligner_foreslaar_ingenting(ord_: str) -> None:
    assert felles_kodeliste().foresla("hva som helst", ord_) is None


def test_uten_kodefil_er_kodene_forslag_og_ukjente_ord_sies() -> None:
    koding = rapport().koding
    assert (koding.kode(VEST), koding.ruter[VEST].kilde) == ("uendret", Kilde.FORSLAG)
    assert koding.med_kilde(Kilde.UKJENTE_ORD) == [MIDT, Rute("Øst", "vanske")]
    assert koding.med_kilde(Kilde.UBESVART) == [Rute("Midt", "vanske")]


def test_en_koder_gaar_foran_forslaget_og_ordene_staar() -> None:
    koding = rapport(koder=f"{HODE}endring;Vest;;annet;Kari;leste feil\n").koding
    assert (koding.kode(VEST), koding.ruter[VEST].kilde, koding.ruter[VEST].begrunnelse) == ("annet", Kilde.EN_KODER, "leste feil")
    assert koding.svar.ord[VEST] == "Som før"
    assert koding.kode(OST) == "uendret"


def test_en_linje_med_svaret_gjelder_alle_som_svarte_det_og_kontoret_gaar_foran() -> None:
    koding = rapport(koder=f"{HODE}endring;;SOM FØR;likt;Kari;\nendring;Øst;;annet;Kari;\n").koding
    assert (koding.kode(VEST), koding.kode(OST)) == ("likt", "annet")


def test_to_kodere_som_er_uenige_avgjor_ingenting_for_de_blir_enige() -> None:
    begge = (
        f"{HODE}endring;Vest;;uendret;Kari;\nendring;Vest;;annet;Ola;jeg tviler\nendring;Øst;;uendret;Kari;\nendring;Øst;;uendret;Ola;\n"
    )
    koding = rapport(koder=begge).koding
    assert (koding.kode(VEST), koding.ruter[VEST].kilde) == (None, Kilde.UENIGE)
    assert koding.ruter[OST].kilde is Kilde.TO_KODERE
    enige = rapport(koder=f"{begge}endring;Vest;;uendret;enighet;Kari hadde rett\n")
    assert (enige.koding.kode(VEST), enige.koding.ruter[VEST].kilde) == ("uendret", Kilde.ENIGHET)
    assert enige.enighet[0].uenige == (VEST,)


def test_samsvaret_mellom_to_kodere_regnes_for_de_snakket_sammen() -> None:
    linjer = [
        f"endring;{kontor};;{kode};{hvem};"
        for hvem, koder in (("Kari", "aab"), ("Ola", "abb"))
        for kontor, kode in zip(("Vest", "Midt", "Øst"), koder, strict=True)
    ]
    (enighet,) = rapport(koder=HODE + "\n".join(linjer)).enighet
    assert (enighet.samsvar.po.k, enighet.samsvar.po.n, enighet.uenige) == (2, 3, (MIDT,))


def test_en_koder_alene_gir_ingen_enighet() -> None:
    assert rapport(koder=f"{HODE}endring;Vest;;annet;Kari;\n").enighet == ()


def test_en_koder_uten_navn_er_en_koder() -> None:
    assert list(kodere(rapport(koder="sporsmal;svar;kode\nendring;som før;likt\n").koding)) == ["uten navn"]


def test_koder_utenfor_lista_sies_og_vises_som_de_er_skrevet() -> None:
    koding = rapport(koder="sporsmal;kontor;kode\nendring;Midt;mye_utsatt\nendring;Vest;uendret\n").koding
    assert koding.utenfor_lista() == [("endring", "mye_utsatt")]
    assert koding.liste.navn("endring", "mye_utsatt").nn == "mye utsatt"


@pytest.mark.parametrize(
    ("koder", "setning"),
    [
        ("sporsmal;kontor;kode;farge\n", "kolonnen «farge» er ukjent"),
        ("sporsmal;kontor\n", "mangler kolonnen «kode»"),
        (f"{HODE}endring;;;a;Kari;\n", "linje 2: oppgi spørsmål og kode, og kontoret eller svaret"),
        (f"{HODE}endring;Vest;;a;Enighet;\n", "linje 2: når koderne er blitt enige, skal begrunnelsen stå"),
        (f"{HODE}endringer;Vest;;a;Kari;\n", "linje 2: spørsmålet «endringer» er ikke i svarfila. Der står endring, vanske"),
        (f"{HODE}endring;Nord;;a;Kari;\n", "linje 2: ingen svar på «endring» passer med «Nord»"),
        (f"{HODE}endring;Vest;nei;a;Kari;\n", "passer med «Vest» og «nei»"),
        (f"{HODE}endring;Vest;;a;Kari;\nendring;vest;som før;b;Kari;\n", "gir Vest to koder på «endring»: se linje 2 og 3"),
        (f"{HODE}endring;Vest;;a;Kari;\nendring;Vest;;a;Ola;\nendring;Vest;;a;Per;\n", "har 3 kodere"),
    ],
)
def test_en_kodefil_med_feil_faar_en_setning_med_linje_og_raad(koder: str, setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        rapport(koder=koder)


def test_samme_kode_to_ganger_fra_samme_koder_er_greit() -> None:
    assert rapport(koder=f"{HODE}endring;Vest;;a;Kari;\nendring;Vest;som før;a;Kari;\n").koding.kode(VEST) == "a"


@pytest.mark.parametrize(
    ("kode", "setning"),
    [
        ('[[kode]]\nkode = "utsatt"\nsporsmal = "endring"\nnavn = "Om igjen"\n', "Koden «utsatt» står to ganger"),
        (
            '[[kode]]\nkode = "vent"\nsporsmal = "endring"\nnavn = "Vent"\nsynonym = ["Program utsatt"]\n',
            "foreslår både «utsatt» og «vent»",
        ),
    ],
)
def test_en_kodeliste_som_sier_to_ting_nektes(kode: str, setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        rapport(definisjon=DEFINISJON + kode)


def test_definisjonens_koder_gjelder_bare_sitt_sporsmal_og_versjonen_sies() -> None:
    koding = rapport(SVAR.replace("Eget team", "program utsatt"), definisjon=DEFINISJON).koding
    assert (koding.kode(MIDT), koding.kode(Rute("Øst", "vanske"))) == ("utsatt", None)
    assert koding.liste.versjon == f"{felles_kodeliste().versjon}+p1"
