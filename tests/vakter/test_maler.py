"""Guards on the templates and the style sheet: nothing inline, nothing from elsewhere, nothing unescaped, no colours of our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from vakter.filer import ROT, filer_i, tekst, vis

if TYPE_CHECKING:
    from pathlib import Path

STILARK = ROT / "src/skreddersom/plattform/design/static/design/app.css"
KOMMENTAR = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
FORBUDT = {
    "innebygd skript": re.compile(r"""<script(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*["'{]|javascript:""", re.IGNORECASE),
    "innebygd stil": re.compile(r"<style|\sstyle\s*=", re.IGNORECASE),
    "noe utenfra": re.compile(r"""(?:src|href|action|url\()\s*=?\s*["']?(?:https?:)?//""", re.IGNORECASE),
    "tekst som ikke vaskes": re.compile(r"\|\s*safe\b|autoescape\s+off"),
}
EGEN_FARGE = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b", re.IGNORECASE)


def maler() -> tuple[Path, ...]:
    return filer_i("src", slutt=".html")


def brudd(innhold: str) -> set[str]:
    """Which of the forbidden things stand in a template."""
    return {navn for navn, monster in FORBUDT.items() if monster.search(KOMMENTAR.sub("", innhold))}


def test_ingen_mal_har_noe_innebygd_eller_noe_utenfra() -> None:
    assert {vis(mal): funnet for mal in maler() if (funnet := brudd(tekst(mal)))} == {}


@pytest.mark.parametrize(
    ("mal", "funnet"),
    [
        ("<script>alert()</script>", "innebygd skript"),
        ('<a onclick="gaa()">', "innebygd skript"),
        ('<p style="color: red">', "innebygd stil"),
        ('<img src="https://eksempel.no/x.png">', "noe utenfra"),
        ('<link href="//eksempel.no/x.css">', "noe utenfra"),
        ("{{ navn|safe }}", "tekst som ikke vaskes"),
    ],
)
def test_vakten_kjenner_igjen_det_forbudte(mal: str, funnet: str) -> None:
    assert brudd(mal) == {funnet}


@pytest.mark.parametrize(
    "mal", ['<script src="{% static "x.js" %}" defer></script>', '{% comment %}style="x"{% endcomment %}', "{% with ondt=1 %}"]
)
def test_vakten_lar_det_lovlige_vaere(mal: str) -> None:
    assert brudd(mal) == set()


def test_stilarket_er_kort_og_har_ingen_egne_farger() -> None:
    assert len(tekst(STILARK).splitlines()) <= 300
    assert EGEN_FARGE.findall(tekst(STILARK)) == []
