"""A file as lines: line ends, numbering and the two character sets."""

from pathlib import Path

import pytest

from kjerne.kostra.recorder import lagre, record
from skreddersom.kjerne.kostra.linjer import Tegnsett, les_linjer, tolk

STI = Path("uttrekk.dat")


def linjer(innhold: bytes) -> list[tuple[int, str]]:
    return list(tolk(STI, innhold).linjer.iter_rows())


@pytest.mark.parametrize("innhold", [b"a\nb\n", b"a\nb", b"a\r\nb\r\n", b"a\r\nb", b"a\nb\r", b"\n\na\n\r\n\nb\n\n"])
def test_linjeskift_kan_vaere_lf_eller_crlf_og_tomme_linjer_telles_ikke(innhold: bytes) -> None:
    assert linjer(innhold) == [(1, "a"), (2, "b")]


@pytest.mark.parametrize("innhold", [b"", b"\n", b"\r\n\r\n", b"\r"])
def test_fil_uten_annet_enn_linjeskift_har_ingen_linjer(innhold: bytes) -> None:
    assert linjer(innhold) == []


def test_linje_med_bare_mellomrom_er_en_linje() -> None:
    assert linjer(b" \na\n") == [(1, " "), (2, "a")]


def test_linjer_som_ikke_er_recorder_kan_ses_paa_likevel(tmp_path: Path) -> None:
    fil = les_linjer(lagre(tmp_path, "\ufeffkort", "med\ttabulator", "med\rCR", record()))
    assert fil.linjer["tekst"].to_list() == ["\ufeffkort", "med\ttabulator", "med\rCR", record()]
    assert fil.linjer["tekst"].str.len_chars().to_list() == [5, 13, 6, 338]
    assert [str(type_) for type_ in fil.linjer.schema.values()] == ["UInt32", "String"]


@pytest.mark.parametrize("tegnsett", ["utf-8", "iso-8859-1"])
def test_begge_tegnsett_kjennes_igjen_og_leses_likt(tegnsett: Tegnsett) -> None:
    linje = record(SAKSBEHANDLER="Åse Bjørnæ")
    fil = tolk(STI, linje.encode(tegnsett))
    assert fil.tegnsett == tegnsett
    assert fil.linjer["tekst"].to_list() == [linje]
    assert fil.innhold == linje.encode(tegnsett)


def test_ren_ascii_er_utf8() -> None:
    assert tolk(STI, record().encode()).tegnsett == "utf-8"


def test_byter_som_tilfeldigvis_er_utf8_leses_som_iso_naar_bare_det_gir_riktig_lengde() -> None:
    linje = record(SAKSBEHANDLER="SÃ¥")
    fil = tolk(STI, f"{linje}\n{record()}\n".encode("iso-8859-1"))
    assert fil.tegnsett == "iso-8859-1"
    assert fil.linjer["tekst"].to_list() == [linje, record()]


def test_flest_riktige_lengder_avgjor_tegnsettet() -> None:
    riktig = record(SAKSBEHANDLER="Åse")
    for_kort = riktig[:-1]  # has the bytes of a record, but lacks a character
    assert tolk(STI, f"{riktig}\n{riktig}\n{for_kort}".encode()).tegnsett == "utf-8"
    assert tolk(STI, f"{riktig}\n{for_kort}\n{for_kort}".encode()).tegnsett == "iso-8859-1"


def test_utf8_foretrekkes_naar_ingen_lengde_passer() -> None:
    assert tolk(STI, "Åse\n".encode()).tegnsett == "utf-8"


def test_filinnholdet_staar_ikke_i_det_som_skrives_ut() -> None:
    assert "4203" not in repr(tolk(STI, b"4203"))
