"""The page stands alone, says everything to those who listen, and lets no word become markup."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

from plattform.dokument.dokumenter import DOKUMENT, FARLIG
from skreddersom.plattform.dokument.html import som_html


class Leser(HTMLParser):
    """Every element with its attributes, and the text."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self.elementer: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""
        self.feed(side)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementer.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.tekst += data

    def felt(self, tag: str, navn: str) -> list[str | None]:
        return [attrs[navn] for ett, attrs in self.elementer if ett == tag and navn in attrs]


SIDE = som_html(DOKUMENT)


def test_siden_henter_ingenting_utenfra_og_har_ikke_skript() -> None:
    side = Leser(SIDE)
    assert {tag for tag, _ in side.elementer} & {"script", "link", "img", "iframe"} == set()
    assert re.findall(r"url\(|https?://(?!www\.w3\.org/2000/svg)", SIDE) == []
    assert "default-src 'none'" in str(side.felt("meta", "content"))


def test_spraket_tittelen_og_overskriftene_er_merket() -> None:
    side = Leser(SIDE)
    assert side.felt("html", "lang") == ["nn"]
    assert [tag for tag, _ in side.elementer if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h3"]
    assert "Hopp til innhaldet" in side.tekst


def test_hver_lenke_i_siden_leder_til_et_sted_i_siden() -> None:
    side = Leser(SIDE)
    steder = {attrs["id"] for _, attrs in side.elementer if "id" in attrs}
    assert {str(maal).removeprefix("#") for maal in side.felt("a", "href")} <= steder


def test_ordene_blir_aldri_til_kode() -> None:
    side = Leser(SIDE)
    assert side.tekst.count(FARLIG) == 2
    assert "b" not in {tag for tag, _ in side.elementer}
    assert side.felt("svg", "aria-label") == ['Grønn "stolpe"']


def test_tabellen_har_hode_for_rader_og_kolonner_og_ordene_ett_tastetrykk_unna() -> None:
    side = Leser(SIDE)
    assert side.felt("th", "scope") == ["col", "col", "row", "row"]
    assert '<td id="rute-1-1"><details><summary>Uendret</summary><span class="ordrett">«som før»</span></details></td>' in SIDE


def test_uten_overtekst_og_ingress_staar_det_ingen_tomme_avsnitt() -> None:
    assert '<p class="ingress">' not in som_html(dataclasses.replace(DOKUMENT, overtekst="", ingress=""))
