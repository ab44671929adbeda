"""Strict reading: the layout found from the file, and a sentence with line and cure when a line does not fit."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kjerne.kostra.recorder import KARI, OLA, lagre, record
from skreddersom.kjerne.kostra.les import IngenAaRapportere, LesFeil, finn_oppsett, les, les_linjer
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, Skjema, UkjentOppsett, oppsett


def feilen(sti: Path, skjema: Skjema | None = None, aar: int | None = None) -> str:
    """The sentence after the name of the file."""
    with pytest.raises(LesFeil) as feil:
        les(sti, skjema, aar)
    assert str(feil.value).startswith(f"{sti}: ")
    return str(feil.value).removeprefix(f"{sti}: ")


@pytest.mark.parametrize("aar", AARGANGER)
@pytest.mark.parametrize("skjema", SKJEMAER)
def test_skjema_og_aar_finnes_fra_fila(tmp_path: Path, skjema: Skjema, aar: int) -> None:
    fil = les(lagre(tmp_path, record(skjema, aar), record(skjema, aar)))
    assert (fil.oppsett.skjema, fil.oppsett.aar) == (skjema, aar)
    assert fil.sti == tmp_path / "uttrekk.dat"


def test_verdier_leses_med_type_og_linjenummer(tmp_path: Path) -> None:
    kari = record(FODSELSDATO="05011999", PERSON_FODSELSNR=KARI, BIDRAG="  20000", STMND_1="01", VKLO="5")
    ola = record(FODSELSDATO="31022006", PERSON_FODSELSNR=OLA, BIDRAG="+5")
    fil = les(lagre(tmp_path, kari, "", ola), "11F")
    lest = fil.typet("FODSELSDATO", "PERSON_FODSELSNR", "BIDRAG", "STMND_1", "VKLO")
    assert lest.schema == {
        "linje": pl.UInt32,
        "FODSELSDATO": pl.Date,
        "PERSON_FODSELSNR": pl.String,
        "BIDRAG": pl.Int64,
        "STMND_1": pl.String,
        "VKLO": pl.String,
    }
    assert lest.rows() == [(1, date(1999, 1, 5), KARI, 20000, "01", "5"), (2, None, OLA, 5, None, None)]


def test_raa_gir_tegnene_og_alle_felt_naar_ingen_er_nevnt(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(BIDRAG="  20000")))
    assert fil.raa("BIDRAG", "LAAN").rows() == [(1, "  20000", "       ")]
    assert fil.raa().columns == ["linje", *fil.oppsett.navn]
    assert fil.typet().columns == ["linje", *fil.oppsett.navn]
    assert fil.raa().select(pl.concat_str(pl.exclude("linje"))).item() == record(BIDRAG="  20000")
    with pytest.raises(KeyError, match="BIDRAGG"):
        fil.typet("BIDRAGG")


def test_lat_lesing_gir_det_samme(tmp_path: Path) -> None:
    fil = les(lagre(tmp_path, record(BIDRAG="100"), record(BIDRAG="200")))
    assert fil.typet_lat("BIDRAG").select(pl.sum("BIDRAG")).collect(engine="streaming").item() == 300


def test_2022_og_2024_skilles_paa_aaret_for_lengden_er_lik(tmp_path: Path) -> None:
    assert oppsett("11F", 2022).lengde == oppsett("11F", 2024).lengde
    tidlig = les(lagre(tmp_path, record("11F", 2023, KJONN="2"))).typet("KJONN")
    sen = les(lagre(tmp_path, record("11F", 2024, KJONN="2"))).typet("KJONN")
    assert tidlig["KJONN"].to_list() == sen["KJONN"].to_list() == ["2"]


def test_aaret_kan_overstyres(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record("11F", 2025), record("11F", 2026))
    assert les(sti, aar=2025).oppsett == les(sti, "11F", 2025).oppsett == oppsett("11F", 2025)
    with pytest.raises(UkjentOppsett, match="velg et år fra 2022 til 2026"):
        les(sti, aar=2019)


def test_tom_fil_gir_setning_med_raad(tmp_path: Path) -> None:
    for innhold in (b"", b"\n\n", b"\r\n"):
        (tmp_path / "tom.dat").write_bytes(innhold)
        assert feilen(tmp_path / "tom.dat") == "Fila har ingen linjer; lag uttrekket på nytt i fagsystemet."
        assert "ingen linjer" in feilen(tmp_path / "tom.dat", "11F", 2026)


def test_fila_for_ingen_aa_rapportere_forklares(tmp_path: Path) -> None:
    assert feilen(lagre(tmp_path, " ", slutt="")).startswith("Fila er bare ett mellomrom, som betyr at kommunen ikke har noen å rapportere")


@pytest.mark.parametrize("endring", [record()[:-1], record() + "X", "x"])
def test_feil_lengde_navngir_forste_linje_lengden_og_den_riktige(tmp_path: Path, endring: str) -> None:
    sti = lagre(tmp_path, record(), record(), endring, record(), endring)
    ventet = f"Linje 3 har {len(endring)} tegn, men skal ha 338 (11F 2026); lag uttrekket på nytt uten å redigere linjene."
    assert feilen(sti) == feilen(sti, "11F") == feilen(sti, "11F", 2026) == ventet


def test_den_forste_gale_linja_navngis_ogsaa_naar_andre_lengder_er_vanligere(tmp_path: Path) -> None:
    assert feilen(lagre(tmp_path, *[record()] * 4, "xx", "y", "y")).startswith("Linje 5 har 2 tegn")
    assert feilen(lagre(tmp_path, record(), "xx", "y", "y"), "11F", 2026).startswith("Linje 2 har 2 tegn")


def test_lengden_telles_i_tegn_ogsaa_med_bokstaver_utenfor_ascii(tmp_path: Path) -> None:
    assert les(lagre(tmp_path, record(SAKSBEHANDLER="Åse Bjørnæ"))).typet("SAKSBEHANDLER")["SAKSBEHANDLER"].to_list() == ["Åse Bjørnæ"]
    assert feilen(lagre(tmp_path, *[record(SAKSBEHANDLER="Åse")] * 3, record() + "Å")).startswith("Linje 4 har 339 tegn")


def test_feil_skjema_gir_raad_om_skjema(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record("11CF", 2026))
    assert feilen(sti, "11F") == (
        "Linje 1 har 152 tegn, men skal ha 338 (11F 2026). Det er lengden til 11CF 2025–2026: velg riktig fil, skjema og år."
    )
    assert "Det er lengden til 11CF 2025–2026" in feilen(sti, "11F", 2026)
    assert "Det er lengden til 11CF 2022:" in feilen(lagre(tmp_path, record("11CF", 2022)), "11F")


def test_aar_og_lengde_i_strid_gir_begge_lengdene(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record("11F", 2026, VERSION="24"))
    assert feilen(sti) == (
        "Linje 1 har 338 tegn, men skal ha 324 (11F 2024) eller 136 (11CF 2024). "
        "Det er lengden til 11F 2025–2026: velg riktig fil, skjema og år."
    )
    assert les(sti, aar=2026).oppsett.aar == 2026


@pytest.mark.parametrize("versjon", ["XX", "  ", "19", "27", "2 ", "+6", "²6"])
def test_ukjent_aar_gir_raad_om_aa_oppgi_det(tmp_path: Path, versjon: str) -> None:
    sti = lagre(tmp_path, record(VERSION=versjon))
    assert feilen(sti) == (
        f"Linje 1 har «{versjon}» som rapporteringsår (posisjon 5–6), og oppsettet er kjent for 2022–2026; "
        "rett fila, eller oppgi året med --aar."
    )
    assert les(sti, aar=2026).oppsett.aar == 2026


def test_blandede_aar_navngir_den_forste_som_avviker(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record("11F", 2026), record("11F", 2026), record("11F", 2025))
    assert feilen(sti) == (
        "Linje 3 har «25» som rapporteringsår (posisjon 5–6), men de fleste har «26»; "
        "lag én fil per år, rett linja, eller oppgi året med --aar."
    )
    assert len(les(sti, aar=2026).typet("VERSION")) == 3


def test_bom_gir_raad_om_lagring(tmp_path: Path) -> None:
    assert (
        feilen(lagre(tmp_path, "\ufeff" + record()))
        == "Linje 1 begynner med et usynlig merke (BOM); lagre fila på nytt som UTF-8 uten BOM."
    )


def test_bare_cr_gir_raad_om_linjeskift(tmp_path: Path) -> None:
    raad = "et linjeskift uten LF (bare CR); lagre fila med LF eller CRLF som linjeskift."
    assert feilen(lagre(tmp_path, record(), record(), slutt="\r")) == f"Linje 1 har {raad}"
    assert feilen(lagre(tmp_path, record(), record()[:-1] + "\r", record(), slutt="\r\n")) == f"Linje 2 har {raad}"


def test_tabulator_navngir_linja(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record(), record(PERSON_JOURNALNR="12\t"))
    assert feilen(sti) == "Linje 2 har en tabulator; bytt den ut med mellomrom, slik at linja får riktig lengde."


def test_oppsettet_kan_finnes_ogsaa_naar_noen_linjer_er_feil(tmp_path: Path) -> None:
    linjer = les_linjer(lagre(tmp_path, "kort", record("11CF", 2025), record("11CF", 2025))).linjer
    assert finn_oppsett(linjer) == finn_oppsett(linjer.lazy(), "11CF") == oppsett("11CF", 2025)


def test_oppsettet_er_gitt_naar_skjema_og_aar_er_det(tmp_path: Path) -> None:
    ingen = les_linjer(lagre(tmp_path, "")).linjer
    assert finn_oppsett(ingen, "11CF", 2026) == oppsett("11CF", 2026)
    with pytest.raises(LesFeil, match="ingen linjer"):
        finn_oppsett(ingen, "11CF")


def test_ingen_aa_rapportere_kan_skilles_fra_andre_feil(tmp_path: Path) -> None:
    """So that a list can go on without it: it is a delivery, not a broken file."""
    with pytest.raises(IngenAaRapportere, match=r"x\.dat: Fila er bare ett mellomrom"):
        les(lagre(tmp_path, " ", slutt="").rename(tmp_path / "x.dat"))


def test_antall_er_antall_recorder(tmp_path: Path) -> None:
    assert les(lagre(tmp_path, record(), record())).antall == 2
