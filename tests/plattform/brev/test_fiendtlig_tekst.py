"""What people write is words and nothing else: no markup, no command, no sign that stops the letter."""

from __future__ import annotations

import io
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from plattform.brev.brevene import data
from plattform.brev.papir import flat, paa_papiret
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import lag as lagmodul
from skreddersom.plattform.brev.lag import Brevfil, lag
from skreddersom.plattform.brev.tegn import FLEST_UVANLIGE, rens, rens_tekst, uvisbare


def med(begrunnelse: str, **mer: Any) -> Brevfil:
    return lag(Brevslag.FORHANDSVARSEL, "nb", data(Brevslag.FORHANDSVARSEL) | {"begrunnelse": begrunnelse} | mer)


@pytest.mark.parametrize(
    "tekst",
    [
        '#panic("nå stopper det") #read("/etc/passwd") #import "x.typ": *',
        "*fet* _skrå_ $x^2$ = ikke overskrift <merke> @henvisning `kode` // ikke kommentar /* heller ikke */ ~ -- ---",
        '"]); #sys.inputs \\u{41} \\ \' " \\" {{7*7}} {begrunnelse} {h.klagefrist} %s',
        "- ikke punkt + ikke nummer / ikke: uttrykk",
        "<script>alert(1)</script> &amp; &#65;",
        "Sámegiella: čálli Áŋŋir Đorđe ŋ š ŧ ž",
        "Øyvind, Åse og Ærlend – «sitat» 100 € 37,5 %",
    ],
)
def test_det_noen_skriver_staar_ordrett_paa_papiret(tekst: str) -> None:
    assert flat(tekst) in paa_papiret(med(tekst).pdf)


def test_en_tittel_i_navnet_til_kontoret_er_ogsaa_bare_tekst() -> None:
    kontor = data(Brevslag.FORHANDSVARSEL)["kontor"] | {"navn": "#panic() *Nav*"}
    assert "#panic() *Nav*" in paa_papiret(med("Ja.", kontor=kontor).pdf)


def test_arabisk_vises() -> None:
    brev = med("مرحبا بك")
    assert "□" not in brev.tekst
    assert any("\u0600" <= tegn <= "\u06ff" or "\ufb50" <= tegn <= "\ufeff" for tegn in paa_papiret(brev.pdf))


def test_tegn_ingen_skrift_har_blir_til_en_rute_som_alle_ser() -> None:
    brev = med("Hei 😀 漢字 \ue000 \U0010ffff \ud800!")
    assert "Hei □ □□ □ □ □!" in brev.tekst
    assert "Hei □ □□ □ □ □!" in paa_papiret(brev.pdf)


def test_usynlige_tegn_og_tegn_som_snur_linja_fjernes() -> None:
    assert rens_tekst("a\x00b\x07c\u202ed\u2066e\u200bf\ufeffg\tø") == "abcdefg ø"
    assert rens_tekst("en\r\nto\rtre\u2028fire") == "en\nto\ntre\nfire"
    assert rens_tekst("A\u030a") == "Å"
    assert rens_tekst("می\u200cخواهم") == "می\u200cخواهم"


def test_rensing_lar_tall_og_svar_vaere() -> None:
    assert rens({"a": [1, True, None, "x\x00"], "b": {"c": 2.5}}) == {"a": [1, True, None, "x"], "b": {"c": 2.5}}


def test_et_veldig_langt_ord_gaar_ikke_utenfor_arket() -> None:
    sider = PdfReader(io.BytesIO(med("x" * 3000).pdf)).pages
    linjer = [linje for side in sider for linje in side.extract_text().replace("\u200b", "").splitlines() if "xxx" in linje]
    assert max(map(len, linjer)) < 100
    assert sum(linje.count("x") for linje in linjer) == 3000


def test_ti_tusen_linjer_blir_mange_sider_og_ingenting_blir_borte() -> None:
    brev = med("\n\n".join(f"Avsnitt {nr}." for nr in range(10_000)))
    sider = PdfReader(io.BytesIO(brev.pdf)).pages
    assert len(sider) > 100
    assert "Avsnitt 9999." in brev.tekst
    assert "Avsnitt 9999." in "".join(side.extract_text() for side in sider[-3:])


def test_linjeskift_inne_i_et_avsnitt_beholdes() -> None:
    assert "en\nto\n\ntre" in med("en\nto\n \ntre").tekst


def test_et_brev_med_hundrevis_av_ulike_uvanlige_tegn_slaar_dem_ikke_opp() -> None:
    mange = "".join(map(chr, range(0x4E00, 0x4E00 + FLEST_UVANLIGE + 1)))
    assert uvisbare(mange) == frozenset(mange)
    assert "□□□" in med(mange).tekst


def test_tegn_som_bare_sammen_er_umulige_gir_likevel_et_brev(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lagmodul, "uvisbare", lambda _: frozenset())
    assert "Hei □!" in paa_papiret(med("Hei 😀!").pdf)


def test_en_feil_i_malen_skjules_ikke(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lagmodul, "_mal", lambda: b"#panic(1)")
    with pytest.raises(typst.TypstError):
        med("Ja.")


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_hva_som_helst_kan_skrives(tekst: str) -> None:
    assert med(tekst).pdf.startswith(b"%PDF-")
    assert med(tekst) == med(tekst)
