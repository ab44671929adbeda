# ruff: noqa: SLF001 - the library leaves table heads, borders and alternative text to those who write its XML
"""The document for Word: real headings, table heads that repeat, alternative text, and the language set, so that it can be read aloud."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor

from skreddersom.kjerne.dokument import Avsnitt, Figur, Funn, Overskrift, Punkter, Tabell, Varsel
from skreddersom.plattform.dokument.pdf import som_png

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from docx.document import Document as Ordfil
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

    from skreddersom.kjerne.dokument import Blokk, Celle, Dokument, Sprak

BREDDE: Final = Cm(16.6)
SKRIFT: Final = "Calibri"
"""Stands on every machine with Word, and has a twin of equal width where there is none."""
BLEKK, DEMPET, MERKE, VARSEL = (RGBColor.from_string(farge) for farge in ("292C30", "5B5D60", "0B6A53", "80540F"))
LINJEFARGE, MERKEFARGE, VARSELFARGE = "BBBCBD", "0D7A5F", "A56D13"
SPRAKKODE: Final[Mapping[Sprak, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def som_docx(dokument: Dokument, dag: date) -> bytes:
    """The Word document, dated ``dag``."""
    fil = Document()
    _sett_opp(fil, dokument, dag)
    if dokument.overtekst:
        _farget(fil.add_paragraph(), dokument.overtekst, MERKE).bold = True
    fil.add_paragraph(dokument.tittel, style="Title")
    if dokument.ingress:
        fil.add_paragraph(dokument.ingress, style="Subtitle")
    for blokk in dokument.blokker:
        _blokk(fil, blokk)
    om = " · ".join(f"{ett.navn}: {ett.verdi}" for ett in dokument.opplysninger)
    _farget(fil.add_paragraph(), om, DEMPET).font.size = Pt(8.5)
    ut = BytesIO()
    fil.save(ut)
    return ut.getvalue()


def _sett_opp(fil: Ordfil, dokument: Dokument, dag: date) -> None:
    """Page, styles, language and what the file says of itself."""
    side = fil.sections[0]
    side.page_width, side.page_height = Cm(21), Cm(29.7)
    side.left_margin = side.right_margin = Cm(2.2)
    side.top_margin = side.bottom_margin = Cm(2.2)
    om = fil.core_properties
    om.title, om.author, om.language, om.comments = dokument.tittel, "Skreddersøm", SPRAKKODE[dokument.sprak], ""
    om.created = om.modified = datetime.combine(dag, time(), UTC)
    om.last_modified_by = om.author
    _stiler(fil, SPRAKKODE[dokument.sprak])


def _stiler(fil: Ordfil, sprak: str) -> None:
    for navn, storrelse, farge, fet in (
        ("Normal", 10.5, BLEKK, False),
        ("Title", 26, BLEKK, False),
        ("Subtitle", 13, DEMPET, False),
        ("Heading 1", 17, BLEKK, False),
        ("Heading 2", 12.5, BLEKK, True),
        ("Caption", 9, DEMPET, False),
        ("List Bullet", 10.5, BLEKK, False),
    ):
        _stil(fil.styles[navn], storrelse, farge, fet=fet)
    avstand = fil.styles["Normal"].paragraph_format
    avstand.space_after, avstand.line_spacing = Pt(6), 1.15
    fil.styles["Heading 1"].paragraph_format.space_before = Pt(22)
    fil.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    fil.styles["Heading 2"].paragraph_format.space_before = Pt(14)
    fil.styles["Caption"].paragraph_format.keep_with_next = True
    _sprak(fil.styles.element, sprak)


def _stil(stil: Any, storrelse: float, farge: RGBColor, *, fet: bool) -> None:  # noqa: ANN401 - styles are untyped below BaseStyle
    skrift = stil.font
    skrift.name, skrift.size, skrift.bold, skrift.italic, skrift.color.rgb = SKRIFT, Pt(storrelse), fet, False, farge
    egenskaper = stil.element.get_or_add_rPr()
    skrifter = egenskaper.find(qn("w:rFonts"))
    for slag in [ett for ett in skrifter.attrib if ett.lower().endswith("theme")]:
        del skrifter.attrib[slag]
    for slag in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
        skrifter.set(qn(slag), SKRIFT)
    for pynt in stil.element.xpath("./w:pPr/w:pBdr | ./w:rPr/w:spacing"):
        pynt.getparent().remove(pynt)


def _sprak(stiler: Any, sprak: str) -> None:  # noqa: ANN401 - as above
    """The language of the whole document: what spelling and screen readers go by."""
    for ett in stiler.iter(qn("w:lang")):
        for slag in ("w:val", "w:eastAsia"):
            ett.set(qn(slag), sprak)


def _blokk(fil: Ordfil, blokk: Blokk) -> None:
    match blokk:
        case Overskrift():
            fil.add_heading(blokk.tekst, blokk.niva - 1).paragraph_format.keep_with_next = True
        case Avsnitt():
            fil.add_paragraph(blokk.tekst)
        case Punkter():
            for punkt in blokk.punkter:
                fil.add_paragraph(punkt, style="List Bullet")
        case Varsel():
            _varsel(fil, blokk)
        case Funn():
            _funn(fil, blokk)
        case Figur():
            _figur(fil, blokk)
        case Tabell():
            _tabell(fil, blokk)


def _farget(avsnitt: Paragraph, tekst: str, farge: RGBColor) -> Any:  # noqa: ANN401 - a run
    lop = avsnitt.add_run(tekst)
    lop.font.color.rgb = farge
    return lop


def _varsel(fil: Ordfil, varsel: Varsel) -> None:
    avsnitt = fil.add_paragraph()
    viktig = varsel.tone == "advarsel"
    _kant(avsnitt, VARSELFARGE if viktig else LINJEFARGE)
    _farget(avsnitt, f"{varsel.tittel}: ", VARSEL if viktig else BLEKK).bold = True
    avsnitt.add_run(varsel.tekst)


def _funn(fil: Ordfil, funn: Funn) -> None:
    avsnitt = fil.add_paragraph()
    _kant(avsnitt, MERKEFARGE if funn.framhevet else LINJEFARGE)
    _farget(avsnitt, funn.merke, MERKE).bold = True
    avsnitt.add_run().add_break(WD_BREAK.LINE)
    avsnitt.add_run(funn.tekst).font.size = Pt(14 if funn.framhevet else 10.5)
    if funn.forbehold:
        avsnitt.add_run().add_break(WD_BREAK.LINE)
        _farget(avsnitt, funn.forbehold, VARSEL)
    avsnitt.add_run().add_break(WD_BREAK.LINE)
    _farget(avsnitt, _belegg(funn), DEMPET).font.size = Pt(9)


def _belegg(funn: Funn) -> str:
    if not funn.belegg:
        return funn.belegg_tittel
    return f"{funn.belegg_tittel}: {'; '.join(f'{ett.sted} «{ett.ord}»' for ett in funn.belegg)}."


def _kant(avsnitt: Paragraph, farge: str) -> None:
    """A line down the left side, kept on one page."""
    avsnitt.paragraph_format.keep_together = True
    avsnitt.paragraph_format.left_indent = Cm(0.3)
    ramme = _merke("w:pBdr")
    ramme.append(_merke("w:left", val="single", sz="18", space="8", color=farge))
    avsnitt._p.get_or_add_pPr().insert_element_before(ramme, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _figur(fil: Ordfil, figur: Figur) -> None:
    fil.add_paragraph(figur.tekst, style="Caption")
    bilde = fil.add_picture(BytesIO(som_png(figur)), width=Cm(9.5))
    bilde._inline.docPr.set("descr", figur.alt)


def _tabell(fil: Ordfil, tabell: Tabell) -> None:
    fil.add_paragraph(tabell.tekst, style="Caption")
    ut = fil.add_table(rows=0, cols=len(tabell.hode))
    ut.autofit = False
    _hoderad(ut.add_row(), tabell.hode)
    for rad in tabell.rader:
        for nr, (celle, rute) in enumerate(zip(rad, ut.add_row().cells, strict=True)):
            _celle(rute.paragraphs[0], celle, fet=nr == 0)
    for kolonne, andel in zip(ut.columns, tabell.bredder, strict=True):
        kolonne.width = Emu(int(BREDDE * andel))
    for linje in ut.rows:
        _linje(linje, tabell.bredder)
    _navngi(ut, tabell.tekst)
    fil.add_paragraph()


def _hoderad(rad: _Row, hode: tuple[str, ...]) -> None:
    """The head: repeated on every page, and named as head to those who listen."""
    for tekst, rute in zip(hode, rad.cells, strict=True):
        lop = _farget(rute.paragraphs[0], tekst, DEMPET)
        lop.bold, lop.font.size = True, Pt(9)
    rad._tr.get_or_add_trPr().append(_merke("w:tblHeader", val="true"))


def _celle(avsnitt: Paragraph, celle: Celle, *, fet: bool) -> None:
    lop = _farget(avsnitt, celle.tekst, DEMPET if celle.dempet else BLEKK)
    lop.bold, lop.font.size = fet, Pt(9)
    avsnitt.paragraph_format.space_after = Pt(2)
    if celle.ordrett:
        avsnitt.add_run().add_break(WD_BREAK.LINE)
        _farget(avsnitt, f"«{celle.ordrett}»", DEMPET).font.size = Pt(8)


def _linje(rad: _Row, bredder: tuple[float, ...]) -> None:
    """A row: its widths, a thin line below, and never split over two pages."""
    rad._tr.get_or_add_trPr().append(_merke("w:cantSplit", val="true"))
    for rute, andel in zip(rad.cells, bredder, strict=True):
        rute.width = Emu(int(BREDDE * andel))
        kanter = _merke("w:tcBorders")
        kanter.append(_merke("w:bottom", val="single", sz="4", color=LINJEFARGE))
        rute._tc.get_or_add_tcPr().append(kanter)


def _navngi(tabell: Table, tekst: str) -> None:
    """What the table is, for those who do not see it; and that its first row and column are heads."""
    egenskaper = tabell._tbl.tblPr
    for utseende in egenskaper.findall(qn("w:tblLook")):
        egenskaper.remove(utseende)
    egenskaper.append(_merke("w:tblLook", val="00A0", firstRow="1", firstColumn="1", lastRow="0", lastColumn="0", noHBand="1", noVBand="1"))
    egenskaper.append(_merke("w:tblCaption", val=tekst))


def _merke(navn: str, **felt: str) -> BaseOxmlElement:
    """An element of Word's own language, for what the library has no word for."""
    merke = OxmlElement(navn)
    for slag, verdi in felt.items():
        merke.set(qn(f"w:{slag}"), verdi)
    return merke
