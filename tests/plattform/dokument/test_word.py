"""The Word document has real headings, table heads, alternative text and a language, so that it can be read aloud."""

from __future__ import annotations

import dataclasses
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from plattform.dokument.dokumenter import DAG, DOKUMENT, FARLIG
from skreddersom.plattform.dokument.word import som_docx

if TYPE_CHECKING:
    from docx.document import Document as Ordfil


@cache
def fil() -> Ordfil:
    return Document(BytesIO(som_docx(DOKUMENT, DAG)))


def test_overskriftene_er_overskrifter_og_ordene_staar() -> None:
    stiler = [(ett.style.name, ett.text) for ett in fil().paragraphs if ett.style and ett.style.name not in {"Normal", "Caption"}]
    assert stiler == [
        ("Title", "Prøverapport"),
        ("Subtitle", "Kort sagt."),
        ("Heading 1", "Funn"),
        ("Heading 2", "Mer"),
        ("List Bullet", "Én"),
        ("List Bullet", "To"),
    ]
    assert FARLIG in [ett.text for ett in fil().paragraphs]


def test_funnet_har_tallet_forbeholdet_og_svarene() -> None:
    (funn,) = [ett.text for ett in fil().paragraphs if "Alle er enige." in ett.text]
    assert funn == f"2 av 3 kontorer\nAlle er enige.\nHolder ikke.\nSvarene (2): Øst «{FARLIG}»."
    assert "0 av 3 kontorer\nIngen er enige.\nIngen svar." in [ett.text for ett in fil().paragraphs]


def test_tabellen_har_en_hoderad_som_gjentas_og_et_navn() -> None:
    (tabell,) = fil().tables
    assert [rad._tr.trPr is not None and rad._tr.trPr.find(qn("w:tblHeader")) is not None for rad in tabell.rows] == [True, False, False]
    assert tabell._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Svarene"
    assert [celle.text for celle in tabell.rows[1].cells] == ["Øst", "Uendret\n«som før»"]


def test_bildet_har_alternativ_tekst() -> None:
    (bilde,) = fil().inline_shapes
    assert bilde._inline.docPr.get("descr") == 'Grønn "stolpe"'


def test_spraket_og_tittelen_er_satt() -> None:
    assert {ett.get(qn("w:val")) for ett in fil().styles.element.iter(qn("w:lang"))} == {"nn-NO"}
    om = fil().core_properties
    assert (om.title, om.language, om.created and om.created.date()) == ("Prøverapport", "nn-NO", DAG)


def test_uten_overtekst_og_ingress_begynner_fila_med_tittelen() -> None:
    uten = Document(BytesIO(som_docx(dataclasses.replace(DOKUMENT, overtekst="", ingress=""), DAG)))
    assert [ett.text for ett in uten.paragraphs][:2] == ["Prøverapport", "Rettet: Se her."]
