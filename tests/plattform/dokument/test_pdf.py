"""The PDF is tagged (PDF/UA-1), can be kept (PDF/A-2a), is the same every time, and refuses a picture that says nothing."""

from __future__ import annotations

import dataclasses

import pytest
import typst

from plattform.dokument.dokumenter import DAG, DOKUMENT, SVG
from skreddersom.kjerne.dokument import Celle, Figur, Tabell
from skreddersom.plattform.dokument import pdf
from skreddersom.plattform.dokument.pdf import som_pdf, som_png


def test_pdf_en_sier_at_den_er_pdf_ua_og_pdf_a_og_hvilket_sprak_den_har() -> None:
    ut = som_pdf(DOKUMENT, DAG)
    assert ut.startswith(b"%PDF-")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in ut
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in ut
    assert b"/Lang(nn-NO)" in ut
    assert b"/Marked true" in ut


def test_det_samme_dokumentet_gir_de_samme_bytene() -> None:
    assert som_pdf(DOKUMENT, DAG) == som_pdf(DOKUMENT, DAG)


def test_en_pdf_med_et_bilde_uten_alternativ_tekst_nektes() -> None:
    stum = Figur(SVG, "noe", "En stolpe.")
    object.__setattr__(stum, "alt", "")
    with pytest.raises(typst.TypstError, match="alt"):
        som_pdf(dataclasses.replace(DOKUMENT, blokker=(stum,)), DAG)


def test_en_tabell_med_mange_kolonner_faar_et_liggende_ark() -> None:
    bred = Tabell("Bred", tuple("abcdefgh"), (tuple(map(Celle, "12345678")),), (0.125,) * 8)
    assert b"/MediaBox[0 0 841.8898 595.2756]" in som_pdf(dataclasses.replace(DOKUMENT, blokker=(bred,)), DAG)


def test_tegningen_blir_et_bilde_for_word() -> None:
    assert som_png(Figur(SVG, "noe", "En stolpe.")).startswith(b"\x89PNG")


def test_uten_pakken_med_skrifttypen_brukes_den_typst_har_med(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda _: None)
    assert b"Libertinus" in som_pdf(DOKUMENT, DAG)


def test_skrifttypen_er_produktets_egen() -> None:
    assert b"Inter" in som_pdf(DOKUMENT, DAG)


def test_noe_annet_enn_en_fil_er_en_feil_i_programmet() -> None:
    with pytest.raises(TypeError, match="ventet én fil, fikk list"):
        pdf._en_fil([b""])
