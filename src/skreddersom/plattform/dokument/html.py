"""The document as one page that stands alone: its style inside it, no script, nothing fetched from anywhere."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.dokument import Avsnitt, Figur, Funn, Overskrift, Punkter, Tabell, Varsel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.dokument import Blokk, Celle, Dokument, Henvisning, Sprak

ORD: Final[Mapping[Sprak, tuple[str, str]]] = {
    "nb": ("Hopp til innholdet", "Innhold"),
    "nn": ("Hopp til innhaldet", "Innhald"),
    "en": ("Skip to content", "Contents"),
}
"""The words of the frame: the skip link, and the name of the table of contents."""


def som_html(dokument: Dokument) -> str:
    """The page."""
    hopp, innhold = ORD[dokument.sprak]
    kropp = "\n".join(_blokk(blokk) for blokk in dokument.blokker)
    return f"""<!doctype html>
<html lang="{dokument.sprak}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{escape(dokument.tittel)}</title>
<style>
{_stil()}</style>
</head>
<body>
<a class="hopp" href="#innhold">{hopp}</a>
<header>
{_avsnitt("overtekst", dokument.overtekst)}<h1>{escape(dokument.tittel)}</h1>
{_avsnitt("ingress", dokument.ingress)}<div class="som"></div>
<nav class="innhold" aria-label="{innhold}"><ol>{"".join(map(_lenke, dokument.overskrifter))}</ol></nav>
</header>
<main id="innhold">
{kropp}
</main>
<footer><dl>{"".join(f"<div><dt>{escape(o.navn)}</dt><dd>{escape(o.verdi)}</dd></div>" for o in dokument.opplysninger)}</dl></footer>
</body>
</html>
"""


def _stil() -> str:
    return (files("skreddersom.plattform.dokument") / "side.css").read_text(encoding="utf-8")


def _avsnitt(klasse: str, tekst: str) -> str:
    return f'<p class="{klasse}">{escape(tekst)}</p>\n' if tekst else ""


def _lenke(overskrift: Overskrift) -> str:
    return f'<li><a href="#{overskrift.anker}">{escape(overskrift.tekst)}</a></li>'


def _blokk(blokk: Blokk) -> str:
    match blokk:
        case Overskrift():
            ut = f"<h{blokk.niva}{_id(blokk.anker)}>{escape(blokk.tekst)}</h{blokk.niva}>"
        case Avsnitt():
            ut = f"<p>{escape(blokk.tekst)}</p>"
        case Punkter():
            ut = f"<ul>{''.join(f'<li>{escape(punkt)}</li>' for punkt in blokk.punkter)}</ul>"
        case Varsel():
            ut = f'<div class="varsel {blokk.tone}"><p class="tittel">{escape(blokk.tittel)}</p><p>{escape(blokk.tekst)}</p></div>'
        case Funn():
            ut = _funn(blokk)
        case Figur():
            ut = f"<figure>{_svg(blokk)}<figcaption>{escape(blokk.tekst)}</figcaption></figure>"
        case Tabell():
            ut = _tabell(blokk)
    return ut


def _id(anker: str) -> str:
    return f' id="{anker}"' if anker else ""


def _svg(figur: Figur) -> str:
    """The drawing as an image with its alternative text; its own words are in that text too."""
    return figur.svg.replace("<svg ", f'<svg role="img" aria-label="{escape(figur.alt)}" ', 1)


def _funn(funn: Funn) -> str:
    klasse = "funn framhevet" if funn.framhevet else "funn"
    setning = f'<p class="merke">{escape(funn.merke)}</p><p class="setning">{escape(funn.tekst)}</p>'
    return f'<div class="{klasse}">{setning}{_avsnitt("forbehold", funn.forbehold)}{_belegg(funn)}</div>'


def _belegg(funn: Funn) -> str:
    if not funn.belegg:
        return _avsnitt("dempet", funn.belegg_tittel)
    punkter = "".join(map(_henvisning, funn.belegg))
    return f'<details><summary>{escape(funn.belegg_tittel)}</summary><ul class="belegg">{punkter}</ul></details>'


def _henvisning(ett: Henvisning) -> str:
    return f'<li><a href="#{ett.anker}">{escape(ett.sted)}</a>: <span class="ordrett">«{escape(ett.ord)}»</span></li>'


def _tabell(tabell: Tabell) -> str:
    """In a frame that scrolls by keyboard too where the screen is narrow."""
    hode = "".join(f'<th scope="col">{escape(ett)}</th>' for ett in tabell.hode)
    rader = "\n".join(f"<tr>{_rad(rad)}</tr>" for rad in tabell.rader)
    innmat = f"<caption>{escape(tabell.tekst)}</caption><thead><tr>{hode}</tr></thead><tbody>\n{rader}\n</tbody>"
    return f'<div class="tabellramme" role="region" aria-label="{escape(tabell.tekst)}" tabindex="0"><table>{innmat}</table></div>'


def _rad(rad: tuple[Celle, ...]) -> str:
    forste, *resten = rad
    return f'<th scope="row">{escape(forste.tekst)}</th>' + "".join(map(_celle, resten))


def _celle(celle: Celle) -> str:
    klasse = ' class="dempet"' if celle.dempet else ""
    return f"<td{_id(celle.anker)}{klasse}>{_innhold(celle)}</td>"


def _innhold(celle: Celle) -> str:
    """What the cell says; the exact words one key away."""
    if not celle.ordrett:
        return escape(celle.tekst)
    return f'<details><summary>{escape(celle.tekst)}</summary><span class="ordrett">«{escape(celle.ordrett)}»</span></details>'
