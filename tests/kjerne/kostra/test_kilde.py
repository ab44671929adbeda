"""Where the characters come from: the disk as often as asked, and never another file than the one that was looked at."""

import os
from pathlib import Path

import polars as pl
import pytest

from kjerne.kostra.recorder import lagre, record
from skreddersom.kjerne.kostra.kilde import BIT, Diskkilde, Minnekilde, paa_disk
from skreddersom.kjerne.kostra.les import LesFeil, les
from skreddersom.kjerne.kostra.linjer import les_linjer


def disk(sti: Path) -> Diskkilde:
    kilde = paa_disk(sti)
    assert kilde is not None
    return kilde


def test_ren_ascii_blir_liggende_paa_disken(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record(), record())
    kilde = les_linjer(sti).kilde
    assert isinstance(kilde, Diskkilde)
    assert (kilde.storrelse, kilde.hele(), kilde.begynnelse(6)) == (2 * 339, sti.read_bytes(), sti.read_bytes()[:6])


def test_bokstaver_utenfor_ascii_leses_til_minnet(tmp_path: Path) -> None:
    kilde = les_linjer(lagre(tmp_path, record(SAKSBEHANDLER="Åse"))).kilde
    assert isinstance(kilde, Minnekilde)
    assert (kilde.storrelse, kilde.begynnelse(6)) == (340, kilde.hele()[:6])


def test_navn_som_ikke_er_tekst_leses_til_minnet(tmp_path: Path) -> None:
    sti = tmp_path / os.fsdecode(b"\xff.dat")
    sti.write_text(record())
    assert les(sti).antall == 1


@pytest.mark.parametrize("navn", ["*.dat", "[ab].dat", "med mellomrom.dat", "æøå.dat", "s3:"])
def test_filnavn_er_bare_navn(tmp_path: Path, navn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.dat").write_text(record() + "\n" + record())
    (tmp_path / navn).write_text(record())
    monkeypatch.chdir(tmp_path)
    assert les(Path(navn)).antall == 1


def test_styretegn_finnes_ogsaa_langt_ute_i_fila(tmp_path: Path) -> None:
    sti = tmp_path / "stor.dat"
    sti.write_bytes(b"a" * BIT + b"\t\n")
    kilde = disk(sti)
    assert (kilde.har(b"\t"), kilde.har(b"\r")) == (True, False)
    sti.write_bytes(b"a" * BIT + b"\xe6\n")
    assert paa_disk(sti) is None


def test_fil_som_endres_etter_at_den_er_sett_paa_gir_setning_med_raad(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record(), record())
    fil = les(sti)
    sti.write_text(record())
    with pytest.raises(LesFeil) as feil:
        fil.typet("VKLO")
    assert str(feil.value) == f"{sti} ble endret mens den ble lest; vent til den er ferdig skrevet, og prøv igjen."


def test_fil_som_blir_til_noe_annet_enn_tekst_gir_den_samme_setningen(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record())
    fil = les(sti)
    sti.write_bytes(b"\xff\xfe\n" * 400)
    with pytest.raises(LesFeil, match="ble endret mens den ble lest"):
        fil.typet("VKLO")


def test_fil_som_forsvinner_gir_setning_med_raad(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record())
    fil = les(sti)
    kilde = disk(sti)
    sti.unlink()
    for lesing in (lambda: fil.typet("VKLO"), kilde.hele):
        with pytest.raises(LesFeil, match=r"^Fant ikke "):
            lesing()


def test_fil_som_forsvinner_idet_lesingen_er_ferdig_gir_setning_med_raad(tmp_path: Path) -> None:
    sti = lagre(tmp_path, record())
    kilde = disk(sti)
    with pytest.raises(LesFeil, match=r"^Fant ikke "), kilde.lesing():
        sti.unlink()


def test_fil_som_forsvinner_mens_oppsettet_letes_fram_nevnes_en_gang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sti = lagre(tmp_path, record())
    sett = les_linjer(sti)
    sti.unlink()
    monkeypatch.setattr("skreddersom.kjerne.kostra.les.les_linjer", lambda _: sett)
    with pytest.raises(LesFeil) as feil:
        les(sti)
    assert str(feil.value) == f"Fant ikke {sti}; sjekk at navnet og mappa er riktig."


def test_en_feil_i_sporringen_er_ikke_filas_skyld(tmp_path: Path) -> None:
    fil = les_linjer(lagre(tmp_path, record()))
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        fil.hent(fil.lat.select("finnes ikke"))


def test_innholdet_staar_ikke_i_det_som_skrives_ut() -> None:
    assert "4203" not in repr(Minnekilde(b"4203"))
