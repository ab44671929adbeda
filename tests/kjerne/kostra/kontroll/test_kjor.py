"""A whole file: the pre-controls, what is found out from the file, and the report."""

from pathlib import Path

import polars as pl
import pytest

from kjerne.kostra.kontroll.poster import kontrollert, linje, personer, skriv, ssb
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kontroll import MELDING, Alvorlighet, Kontrollrapport, kontroller, uleselig
from skreddersom.kjerne.kostra.les import LesFeil, les_linjer
from skreddersom.kjerne.kostra.oppsett import Skjema, UkjentOppsett


def fra_bytes(
    mappe: Path, innhold: bytes, skjema: Skjema | None = "11CF", aar: int | None = 2026, *, vedlegg: bool = True
) -> Kontrollrapport:
    sti = mappe / "fil.dat"
    sti.write_bytes(innhold)
    return kontroller(les_linjer(sti), skjema, aar, vedlegg=vedlegg)


RECORD = linje("11CF").encode()


@pytest.mark.parametrize(
    ("innhold", "vedlegg", "alvorlighet"),
    [
        (RECORD, True, []),
        (b" ", True, ["FATAL"]),
        (b"\n", True, ["FATAL"]),
        (b"X", True, ["FATAL"]),
        ("æ".encode(), True, ["FATAL"]),
        (b" ", False, ["OK"]),
        (b"\n", False, ["OK"]),
        (RECORD, False, ["FATAL"]),
        (b"", False, ["FATAL"]),
        (b"  ", False, ["FATAL"]),
    ],
)
def test_filuttrekket_stemmer_med_skjemaet(tmp_path: Path, innhold: bytes, *, vedlegg: bool, alvorlighet: list[str]) -> None:
    rapport = fra_bytes(tmp_path, innhold, vedlegg=vedlegg)
    assert rapport.meldinger["alvorlighet"].to_list() == alvorlighet
    assert set(rapport.meldinger["kontroll"]) <= {"K000"}
    assert rapport.antall_kontroller == (2 if alvorlighet else 34)


def test_ett_mellomrom_uten_vedlegg_er_i_orden(tmp_path: Path) -> None:
    rapport = fra_bytes(tmp_path, b" ", None, None, vedlegg=False)
    assert (rapport.alvorlighet, rapport.returkode, rapport.antall_recorder) == (Alvorlighet.OK, 0, 0)
    assert (rapport.skjema, rapport.aar, rapport.region) == (None, None, None)
    assert rapport.meldinger.select("linje", "journalnr", "vaar").rows() == [(None, None, False)]


@pytest.mark.parametrize("innhold", [b"", b"\n\n", b"\r\n\r\n"])
def test_en_tom_fil_er_en_feil_uten_meldinger(tmp_path: Path, innhold: bytes) -> None:
    rapport = fra_bytes(tmp_path, innhold)
    assert (rapport.alvorlighet, rapport.returkode, rapport.meldinger.height, rapport.antall_kontroller) == (Alvorlighet.ERROR, 2, 0, 0)
    assert rapport.merknader[0].startswith("Fila er tom: den har ingen recorder")


@pytest.mark.parametrize(
    ("innhold", "linjer", "aarsak"),
    [
        (RECORD[:-1], [1], "Linja har 151 tegn, men en record i 11CF for 2026 har 152. Rett fila"),
        (b"\n".join([RECORD, RECORD + b" ", RECORD, b" ", RECORD]), [2, 4], "Linja har 153 tegn"),
        (RECORD + b"\n\n" + RECORD[:-1], [2], "Linja har 151 tegn"),
        (RECORD[:-1] + b"\t", [1], "Linja har tabulator. Bruk mellomrom."),
        (b"\xef\xbb\xbf" + RECORD, [1], "Fila begynner med et usynlig merke (BOM). Lagre den uten."),
        (RECORD + b"\r" + RECORD, [1], "Linja har 305 tegn"),
        (RECORD + b"\n\x1a", [2], "Linja har 1 tegn"),
        (linje("11F").encode(), [1], "338 tegn er lengden til 11F for 2026."),
    ],
)
def test_feil_recordlengde_stanser_resten(tmp_path: Path, innhold: bytes, linjer: list[int], aarsak: str) -> None:
    rapport = fra_bytes(tmp_path, innhold)
    assert rapport.meldinger["linje"].to_list() == linjer
    assert set(rapport.meldinger["kontroll"]) == {"K001"}
    assert aarsak in rapport.meldinger["tekst"][0]
    assert (rapport.alvorlighet, rapport.antall_kontroller) == (Alvorlighet.FATAL, 2)


@pytest.mark.parametrize("slutt", [b"", b"\n", b"\r\n", b"\n\n"])
def test_linjeskift_og_tomme_linjer_betyr_ikke_noe(tmp_path: Path, slutt: bytes) -> None:
    skift = b"\r\n" if slutt == b"\r\n" else b"\n"
    fil = skift.join(post.encode() for post in personer("11CF", 2026, [{}, {"KJONN": "9"}]))
    rapport = fra_bytes(tmp_path, skift + fil + slutt)
    assert rapport.meldinger.select("kontroll", "linje").rows() == [("K08", 2)]


@pytest.mark.parametrize("skjema", ["11F", "11CF"])
@pytest.mark.parametrize("aar", [2022, 2025, 2026])
def test_skjema_aar_og_region_finnes_fra_fila(tmp_path: Path, skjema: Skjema, aar: int) -> None:
    rapport = kontroller(les_linjer(skriv(tmp_path, personer(skjema, aar, [{}]))))
    assert (rapport.skjema, rapport.aar, rapport.region, rapport.antall_recorder) == (skjema, aar, "420300", 1)


@pytest.mark.parametrize(("region", "vises"), [("4204", "420400"), ("420401", "420401")])
def test_regionen_kan_oppgis(tmp_path: Path, region: str, vises: str) -> None:
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{}]), "11CF", region=region)
    assert (rapport.region, ssb(rapport)) == (vises, ["K03"])


@pytest.mark.parametrize("region", ["42", "42030", "Risør", "４２０３", "4203000"])
def test_en_region_som_ikke_er_et_nummer_gir_en_setning(tmp_path: Path, region: str) -> None:
    with pytest.raises(Brukerfeil, match=r"oppgi fire eller seks sifre, for eksempel 420300\."):
        kontrollert(tmp_path, personer("11CF", 2026, [{}]), "11CF", region=region)


def test_aaret_kan_oppgis_mot_fila(tmp_path: Path) -> None:
    """The layouts of 2025 and 2026 are alike, so the records can be read, and K04 says that they are the other year's."""
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{}]), "11CF", 2025)
    assert (rapport.aar, ssb(rapport)) == (2025, ["K04", "K16"])


def test_de_fleste_linjene_avgjor_aaret_og_en_kort_linje_meldes(tmp_path: Path) -> None:
    poster = personer("11CF", 2026, [{}, {}, {}])
    sti = skriv(tmp_path, [poster[0][:100], *poster[1:]])
    rapport = kontroller(les_linjer(sti), "11CF")
    assert (rapport.aar, rapport.meldinger["linje"].to_list()) == (2026, [1])


def test_kjent_skjema_med_bare_feil_lengde_far_k001_paa_hver_linje(tmp_path: Path) -> None:
    sti = skriv(tmp_path, [post[:-2] for post in personer("11CF", 2026, [{}, {}])])
    assert kontroller(les_linjer(sti), "11CF").meldinger["kontroll"].to_list() == ["K001", "K001"]


@pytest.mark.parametrize("version", ["  ", "xx", "19", "２６"])
@pytest.mark.parametrize("skjema", ["11F", "11CF"])
def test_uten_kjent_aar_gjelder_det_nyeste_naar_skjemaet_er_kjent_eller_lengden_sier_det(
    tmp_path: Path, version: str, skjema: Skjema
) -> None:
    sti = skriv(tmp_path, [linje(skjema, 2026, {"VERSION": version})])
    for oppgitt in (skjema, None):
        rapport = kontroller(les_linjer(sti), oppgitt)
        assert (rapport.skjema, rapport.aar, rapport.returkode) == (skjema, 2026, 2)


def test_uten_kjent_aar_og_lengde_gis_en_setning(tmp_path: Path) -> None:
    for innhold, setning in (("Hei på deg", "oppgi året med --aar"), (" ", "Linje 1 har 1 tegn og er ikke en record")):
        with pytest.raises(LesFeil, match=setning):
            kontroller(les_linjer(skriv(tmp_path, [innhold])))


@pytest.mark.parametrize("oppgitt", ["11F", None])
def test_bom_i_den_eneste_linja_er_ett_tegn_for_mye(tmp_path: Path, oppgitt: Skjema | None) -> None:
    rapport = kontroller(les_linjer(skriv(tmp_path, ["\ufeff" + linje("11F", 2025)])), oppgitt)
    assert (rapport.skjema, rapport.aar, rapport.region) == ("11F", 2025, "420300")
    assert rapport.meldinger.select("kontroll", "alvorlighet", "linje").rows() == [("K001", "FATAL", 1)]
    assert "Linja har 339 tegn" in rapport.meldinger["tekst"][0]
    assert "usynlig merke (BOM)" in rapport.meldinger["tekst"][0]


def test_regler_for_11cf_blir_ikke_brukt_og_det_sies(tmp_path: Path) -> None:
    for aar in (2023, 2026):
        fil = les_linjer(skriv(tmp_path, personer("11CF", aar, [{}])))
        uten, med = kontroller(fil), kontroller(fil, regler=2025)
        assert med.meldinger.equals(uten.meldinger)
        assert med.merknader == ("--regler gjelder bare 11F og er ikke brukt på denne fila.", *uten.merknader)


def test_et_ukjent_aar_gir_en_setning(tmp_path: Path) -> None:
    with pytest.raises(UkjentOppsett, match="2019"):
        kontrollert(tmp_path, personer("11CF", 2026, [{}]), "11CF", 2019)


def test_feil_lengde_i_gamle_oppsett_gir_en_setning_med_linje(tmp_path: Path) -> None:
    poster = personer("11CF", 2024, [{}, {}])
    with pytest.raises(LesFeil, match=r"Linje 2: Linja har 135 tegn, men en record i 11CF for 2024 har 136\."):
        kontrollert(tmp_path, [poster[0], poster[1][:-1]], "11CF", 2024)


def test_ssbs_regler_kan_ikke_brukes_paa_gamle_oppsett(tmp_path: Path) -> None:
    with pytest.raises(Brukerfeil, match=r"SSBs regler for 2025 kan ikke brukes på oppsettet fra 2024; la --regler være"):
        kontrollert(tmp_path, personer("11F", 2024, [{}]), "11F", 2024, regler=2025)


def test_meldingene_har_faste_kolonner_ogsaa_uten_funn(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11CF", 2026, [{}]), "11CF")
    assert rapport.meldinger.schema == pl.Schema(MELDING)
    assert rapport.meldinger.is_empty()
    assert (rapport.alvorlighet, rapport.returkode, rapport.merknader) == (Alvorlighet.OK, 0, ())


def test_iso_8859_1_leses_med_riktig_lengde(tmp_path: Path) -> None:
    record = linje("11CF", 2026, {"SAKSBEHANDLER": "Åse"}).encode("iso-8859-1")
    assert fra_bytes(tmp_path, record).meldinger["kontroll"].to_list() == ["S09"]


def test_en_fil_som_ikke_kan_leses_har_sin_egen_rapport(tmp_path: Path) -> None:
    rapport = uleselig(tmp_path / "borte.dat", "Fant ikke fila.", "11CF", None, None)
    assert (rapport.alvorlighet, rapport.returkode, rapport.meldinger["vaar"].to_list()) == (Alvorlighet.FATAL, 2, [True])


def test_graden_folger_ssbs_rekkefolge() -> None:
    assert [grad.returkode for grad in Alvorlighet] == [0, 1, 2, 2]
    assert max(Alvorlighet) is Alvorlighet.FATAL


def test_oslo_og_andre_i_samme_fil_kontrolleres_hver_for_seg(tmp_path: Path) -> None:
    fil = personer("11CF", 2026, [{"KOMMUNE_NR": "0301", "BYDELSNR": "01", "REG_DATO": "X"}, {"REG_DATO": "X"}])
    rapport = kontrollert(tmp_path, fil, "11CF")
    assert [ssb(rapport, nr) for nr in (1, 2)] == [["K03"], ["K14"]]
