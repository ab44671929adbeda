"""Where the rules of procedure stand: the act of the day, and a switch that is a date in the data."""

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.saksbehandlingslov import IngenRegel, Tema, hjemmel, les, lovbok

TEKST = (files("skreddersom.kjerne.lov") / "saksbehandlingslov.toml").read_text(encoding="utf-8")
I_DAG = date(2026, 11, 22)
NUMMER_2025 = 'nummer = "LOV-2025-06-20-81"'
BEGGE = [tema for tema in Tema if tema is not Tema.KONTAKTPERSON]


def med_ikraft(dag: date) -> str:
    assert NUMMER_2025 in TEKST
    return TEKST.replace(NUMMER_2025, f"{NUMMER_2025}\nfra = {dag}")


@pytest.mark.parametrize(
    ("tema", "naa", "senere"),
    [
        (Tema.FORELOPIG_SVAR, "forvaltningsloven § 11 a", "forvaltningsloven § 17 andre ledd"),
        (Tema.FORHANDSVARSEL, "forvaltningsloven § 16", "forvaltningsloven § 42"),
        (Tema.UTREDNING, "forvaltningsloven § 17 første ledd", "forvaltningsloven § 44"),
        (Tema.BEGRUNNELSE, "forvaltningsloven § 24", "forvaltningsloven § 56"),
        (Tema.BEGRUNNELSENS_INNHOLD, "forvaltningsloven § 25", "forvaltningsloven § 57"),
        (Tema.UNDERRETNINGENS_INNHOLD, "forvaltningsloven § 27 tredje ledd", "forvaltningsloven § 59"),
        (Tema.KLAGEFRIST, "forvaltningsloven § 29 første ledd", "forvaltningsloven § 63 første ledd"),
        (Tema.KLAGEFRIST_ELEKTRONISK, "eForvaltningsforskriften § 11 andre ledd", "forvaltningsloven § 63 første ledd"),
        (Tema.KLAGEBEHANDLING, "forvaltningsloven § 33", "forvaltningsloven § 67"),
        (Tema.OMGJORING, "forvaltningsloven § 35", "forvaltningsloven § 71"),
    ],
)
def test_temaet_staar_i_den_loven_som_gjelder(tema: Tema, naa: str, senere: str) -> None:
    bok = les(med_ikraft(date(2027, 7, 1)))
    assert str(hjemmel(tema, I_DAG)) == naa
    assert str(bok.hjemmel(tema, date(2027, 6, 30))) == naa
    assert str(bok.hjemmel(tema, date(2027, 7, 1))) == senere


@given(dag=st.dates(date(1970, 1, 1), date(2999, 12, 31)))
def test_loven_uten_ikrafttredelse_gjelder_aldri(dag: date) -> None:
    assert lovbok().lov_paa(dag).id == "1967"


@given(dag=st.dates(date(2014, 2, 7), date(2100, 1, 1)), ikraft=st.dates(date(2026, 8, 1), date(2030, 1, 1)))
def test_hver_regel_gjelder_dagen_den_er_hentet_for(dag: date, ikraft: date) -> None:
    bok = les(med_ikraft(ikraft))
    assert (bok.lov_paa(dag).id == "2025") is (dag >= ikraft)
    for tema in BEGGE:
        assert bok.hjemmel(tema, dag).gjelder(dag)


def test_den_gamle_loven_slutter_dagen_for_den_nye() -> None:
    gammel, ny = les(med_ikraft(date(2027, 7, 1))).lover
    assert (gammel.til, ny.fra, ny.til) == (date(2027, 6, 30), date(2027, 7, 1), None)
    assert [lov.til for lov in lovbok().lover] == [None, None]


def test_en_plikt_som_bare_staar_i_den_nye_loven_finnes_ikke_for() -> None:
    with pytest.raises(IngenRegel, match=r"LOV-1967-02-10\) har ingen regel om kontaktperson. Ta den ut av det som gjelder 22.11.2026"):
        hjemmel(Tema.KONTAKTPERSON, I_DAG)
    assert not lovbok().har(Tema.KONTAKTPERSON, I_DAG)
    ny = les(med_ikraft(date(2027, 7, 1)))
    assert ny.har(Tema.KONTAKTPERSON, date(2027, 7, 1))
    assert str(ny.hjemmel(Tema.KONTAKTPERSON, date(2027, 7, 1))) == "forvaltningsloven § 59 andre ledd"


def test_elektronisk_underretning_har_ingen_regel_for_forskriften_kom() -> None:
    assert not lovbok().har(Tema.KLAGEFRIST_ELEKTRONISK, date(2014, 2, 6))
    with pytest.raises(IngenRegel):
        hjemmel(Tema.KLAGEFRIST_ELEKTRONISK, date(2014, 2, 6))


def test_for_den_forste_loven_finnes_det_ikke_noe_svar() -> None:
    with pytest.raises(IngenRegel, match=r"Ingen forvaltningslov er kjent for 31.12.1969. Velg en senere dato"):
        hjemmel(Tema.KLAGEFRIST, date(1969, 12, 31))
    assert issubclass(IngenRegel, Brukerfeil)


def test_et_tema_som_mangler_i_dataene_er_en_feil() -> None:
    with pytest.raises(ValueError, match="klagefrist"):
        les(TEKST.replace("[tema.klagefrist]", "[tema.noe_annet]"))
