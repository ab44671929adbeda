"""Writing: canonical lines from values, and a file back byte for byte with only what is new rewritten."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kjerne.kostra.recorder import KARI, OLA, lagre, record
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.kostra.oppsett import oppsett
from skreddersom.kjerne.kostra.skriv import formater, til_bytes

I_2026 = oppsett("11F", 2026)
I_2024 = oppsett("11F", 2024)


def test_tekst_staar_til_venstre_tall_til_hoyre_dato_som_siffer_og_ukjent_som_blankt() -> None:
    ramme = pl.DataFrame(
        {
            "VERSION": ["26", "26"],
            "PERSON_FODSELSNR": [KARI, None],
            "PERSON_JOURNALNR": ["Åse 7", None],
            "BIDRAG": [20000, None],
            "LAAN": [-5, 0],
            "FODSELSDATO": [date(1999, 1, 5), None],
        }
    )
    assert formater(ramme, I_2026).to_list() == [
        record(FODSELSDATO="05011999", PERSON_JOURNALNR="Åse 7", PERSON_FODSELSNR=KARI, BIDRAG="  20000", LAAN="     -5"),
        record(LAAN="      0"),
    ]


def test_kolonnenes_rekkefolge_og_linjenummeret_har_ingenting_aa_si() -> None:
    rett, snudd = {"VERSION": ["26"], "KJONN": ["1"], "VKLO": ["5"]}, {"VKLO": ["5"], "linje": [1], "KJONN": ["1"], "VERSION": ["26"]}
    assert (
        formater(pl.DataFrame(rett), I_2026).to_list() == formater(pl.DataFrame(snudd), I_2026).to_list() == [record(KJONN="1", VKLO="5")]
    )


def test_tegn_kan_skrives_som_de_er() -> None:
    ramme = pl.DataFrame(
        {
            "VERSION": ["26"],
            "BIDRAG": [" +20000"],
            "LAAN": ["5"],
            "FODSELSDATO": ["31022025"],
            "KJONN": pl.Series(["1"], dtype=pl.Categorical),
        }
    )
    assert formater(ramme, I_2026).to_list() == [record(BIDRAG=" +20000", LAAN="      5", FODSELSDATO="31022025", KJONN="1")]


def test_ingen_rader_gir_ingen_linjer() -> None:
    assert formater(pl.DataFrame(schema={"VERSION": pl.String}), I_2026).to_list() == []


def test_kort_dato_har_seks_tegn() -> None:
    linje = formater(pl.DataFrame({"VERSION": ["24"], "UTBETDATO": [date(2024, 2, 29)]}), I_2024)
    assert linje.to_list() == [record("11F", 2024, UTBETDATO="290224")]


@pytest.mark.parametrize("verdi", [date(1999, 12, 31), date(2100, 1, 1)])
def test_kort_dato_utenfor_hundreaaret_skrives_ikke_som_en_annen_dag(verdi: date) -> None:
    with pytest.raises(Brukerfeil, match="Rad 1: verdien i UTBETDATO har 8 tegn, men feltet har plass til 6"):
        formater(pl.DataFrame({"UTBETDATO": [verdi]}), I_2024)


@pytest.mark.parametrize(
    ("navn", "verdi", "lengde", "plass"),
    [
        ("PERSON_FODSELSNR", KARI + "9", 12, 11),
        ("BIDRAG", 10_000_000, 8, 7),
        ("ANTBU18", -10, 3, 2),
        ("SAKSBEHANDLER", "Åse Bjørnæs", 11, 10),
    ],
)
def test_for_bred_verdi_navngir_feltet_og_lengden_men_ikke_verdien(navn: str, verdi: object, lengde: int, plass: int) -> None:
    with pytest.raises(Brukerfeil) as feil:
        formater(pl.DataFrame({navn: [None, verdi]}), I_2026)
    assert str(feil.value) == f"Rad 2: verdien i {navn} har {lengde} tegn, men feltet har plass til {plass}; rett verdien."


@pytest.mark.parametrize("tegn", ["\n", "\r", "\t", "\0"])
def test_tegn_som_deler_recorden_slipper_ikke_inn(tegn: str) -> None:
    ramme = pl.DataFrame({"VERSION": ["26", "26"], "SAKSBEHANDLER": ["Kari", f"Ka{tegn}i"]})
    with pytest.raises(Brukerfeil, match="Rad 2: verdien i SAKSBEHANDLER har linjeskift eller tabulator; skriv den uten"):
        formater(ramme, I_2026)


def test_ukjent_kolonne_forsvinner_ikke_i_stillhet() -> None:
    with pytest.raises(ValueError, match="11F 2024 har ikke FODSELSDATO, ALDER"):
        formater(pl.DataFrame({"FODSELSDATO": [None], "ALDER": [40]}), I_2024)


@pytest.mark.parametrize(
    ("navn", "verdi"), [("ARBSIT", 1), ("BIDRAG", 1.5), ("FODSELSDATO", 1), ("BIDRAG", date(2026, 1, 1)), ("KJONN", date(2026, 1, 1))]
)
def test_verdi_av_feil_type_skrives_ikke(navn: str, verdi: object) -> None:
    with pytest.raises(TypeError, match=f"{navn} er .* og kan ikke skrives fra"):
        formater(pl.DataFrame({navn: [verdi]}), I_2026)


RAR_FIL = (
    "\r\n\n" + record(BIDRAG=" +20000", SAKSBEHANDLER="Åse") + "\r\n" + record(BIDRAG="0000005", LAAN="XX") + "\n\r\n\n" + record() + "\r"
)


@pytest.mark.parametrize("tegnsett", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("slutt", ["", "\n", "\n\n", "\n\r\n\r"])
def test_fila_skrives_tilbake_byte_for_byte_og_bare_nye_verdier_endres(tmp_path: Path, tegnsett: str, slutt: str) -> None:
    sti = tmp_path / "rar.dat"
    sti.write_bytes((RAR_FIL + slutt).encode(tegnsett))
    fil = les(sti)
    verdier = fil.typet()
    assert til_bytes(fil) == til_bytes(fil, verdier) == til_bytes(fil, verdier.select("linje")) == sti.read_bytes()

    endret = verdier.with_columns(BIDRAG=pl.Series([20000, 5, 7]))
    ventet = (RAR_FIL[: -len(record() + "\r")] + record(BIDRAG="      7") + "\r" + slutt).encode(tegnsett)
    assert til_bytes(fil, endret) == til_bytes(fil, endret.select("BIDRAG")) == ventet


def test_verdi_kan_settes_byttes_og_tas_bort(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(PERSON_FODSELSNR=KARI, VKLO="5", ANTBU18=" 2"), record(PERSON_FODSELSNR=OLA)))
    endret = pl.DataFrame({"PERSON_FODSELSNR": [OLA, OLA], "VKLO": [None, "3"], "ANTBU18": pl.Series([3, None], dtype=pl.Int8)})
    assert til_bytes(fil, endret).decode().split("\n") == [
        record(PERSON_FODSELSNR=OLA, ANTBU18=" 3"),
        record(PERSON_FODSELSNR=OLA, VKLO="3"),
        "",
    ]


def test_ulesbart_innhold_blir_staaende_naar_verdien_fortsatt_er_ukjent(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(LAAN="XX", FODSELSDATO="31022025")))
    assert til_bytes(fil, pl.DataFrame({"LAAN": [None], "FODSELSDATO": [None]})) == fil.linjefil.innhold
    assert til_bytes(fil, pl.DataFrame({"LAAN": [1]})).decode() == record(LAAN="      1", FODSELSDATO="31022025") + "\n"


def test_verdi_som_ikke_finnes_i_filas_tegnsett_gir_setning_med_raad(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(SAKSBEHANDLER="Åse"), tegnsett="iso-8859-1"))
    with pytest.raises(Brukerfeil, match=r"Tegnet «Ł» finnes ikke i ISO-8859-1, som uttrekk.dat er lagret i; skriv verdien uten det\."):
        til_bytes(fil, pl.DataFrame({"SAKSBEHANDLER": ["Łukasz"]}))


def test_endring_maa_ha_en_rad_per_record_og_kjente_felt(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(), record()))
    with pytest.raises(ValueError, match="1 rader kan ikke erstatte 2 recorder"):
        til_bytes(fil, pl.DataFrame({"BIDRAG": [1]}))
    with pytest.raises(ValueError, match="har ikke DISTRIKTSNR"):
        til_bytes(fil, pl.DataFrame({"DISTRIKTSNR": ["01", "01"]}))
