"""The components as template tags: ``{% load design %}``. One tag, one file in ``design/komponenter/``; how to use it stands at its top.

Arguments are named and checked: a misspelt one stops the page in its first test. Inside a component nothing of the page leaks in.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.forms import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.forms.boundfield import BoundWidget
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext_lazy

from skreddersom.plattform.design import tabell as tabellhode
from skreddersom.plattform.design import tegning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.paginator import Page
    from django.forms import BaseForm, BoundField
    from django.http import HttpRequest
    from django.template import Context
    from django.utils.safestring import SafeString

    from skreddersom.plattform.design.hode import Menypunkt
    from skreddersom.plattform.design.tegning import Maned

register = template.Library()

MAPPE = "design/komponenter/"
SVARORD = {"ja": "success", "nei": "danger", "ukjent": "neutral"}
SVARTEKST = {"ja": gettext_lazy("Ja"), "nei": gettext_lazy("Nei"), "ukjent": gettext_lazy("Ukjent")}
STORRELSER = {2: "sm", 3: "xs", 4: "2xs"}
LIKE = 4096
"""Drawn components that each process remembers; a few megabytes."""
NABOER = 2  # pages shown on each side of the current one


# ── Buttons and links ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.inclusion_tag(MAPPE + "knapp.html")
def knapp(tekst: str, *, slag: str = "submit", variant: str = "primary", farge: str = "", **attributter: object) -> dict[str, object]:
    """A button; other named arguments become attributes (``hx_post`` → ``hx-post``)."""
    return {"tekst": tekst, "slag": slag, "variant": variant, "farge": farge, "attributter": attributtekst(attributter)}


@register.inclusion_tag(MAPPE + "lenkeknapp.html")
def lenkeknapp(tekst: str, href: str, *, variant: str = "primary", farge: str = "", **attributter: object) -> dict[str, object]:
    """A link that looks like a button, for going somewhere."""
    return {"tekst": tekst, "href": href, "variant": variant, "farge": farge, "attributter": attributtekst(attributter)}


@register.inclusion_tag(MAPPE + "lenke.html")
def lenke(tekst: str, href: str, **attributter: object) -> dict[str, object]:
    """A link in running text or a table."""
    return {"tekst": tekst, "href": href, "attributter": attributtekst(attributter)}


def attributtekst(attributter: dict[str, object]) -> SafeString:
    """Named arguments as HTML attributes, escaped. Raises ``ValueError`` for what the content security policy forbids."""
    navngitt = {navn.rstrip("_").replace("_", "-"): verdi for navn, verdi in attributter.items()}
    if forbudt := [navn for navn in navngitt if navn == "style" or navn.startswith("on")]:
        raise ValueError(f"innebygd stil og skript er ikke lov: {forbudt}")
    return flatatt(navngitt)


# ── Words with a colour ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.simple_tag
def merke(tekst: str, farge: str = "neutral") -> SafeString:
    """A tag: one or two words about a state."""
    return _tegnet("merke.html", get_language(), tekst=str(tekst), farge=farge)


@register.simple_tag
def svarmerke(svar: str) -> SafeString:
    """JA, NEI or UKJENT to a condition, with a sign, a word and a colour. ``svar`` is read without regard to case."""
    valgt = str(svar).lower()
    return _tegnet("svarmerke.html", get_language(), svar=valgt, tekst=SVARTEKST[valgt], farge=SVARORD[valgt])


@lru_cache(maxsize=LIKE, typed=True)  # typed: text that is safe and text that is not are different, however alike
def _tegnet(mal: str, _sprak: str | None, **innhold: object) -> SafeString:
    """A component drawn once for each content and language: in a long list the same few stand on row after row."""
    return render_to_string(MAPPE + mal, innhold)


@register.simple_block_tag
def varsel(content: str, farge: str = "info", tittel: str = "", *, rolle: str = "") -> SafeString:
    """A message box; ``rolle="alert"`` only for what has just happened and must be read at once."""
    return render_to_string(MAPPE + "varsel.html", {"innhold": content, "farge": farge, "tittel": tittel, "rolle": rolle})


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.inclusion_tag(MAPPE + "felt.html")
def felt(felt: BoundField) -> dict[str, object]:
    """A field of a Django form with label, help and error, whatever its widget."""
    slag = _feltslag(felt)
    enkelt = felt.as_widget(attrs={"class": "ds-input"}) if slag in ("enkelt", "avkryssing") else ""
    return {"felt": felt, "slag": slag, "inndata": enkelt, "valg": _valg(felt) if slag == "valg" else ()}


def _feltslag(felt: BoundField) -> str:
    widget = felt.field.widget
    if widget.is_hidden:
        return "skjult"
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "valg"
    return "avkryssing" if isinstance(widget, CheckboxInput) else "enkelt"


def _valg(felt: BoundField) -> list[dict[str, object]]:
    """The choices of a group: the input with its class, and the id its label points to."""
    widget = felt.field.widget
    attributter = felt.build_widget_attrs({"id": felt.auto_id, "class": "ds-input"})
    attributter.pop("aria-invalid", None)  # belongs to the group, not to each choice
    data = [{**valg, "wrap_label": False} for valg in widget.subwidgets(felt.html_name, felt.value(), attrs=attributter)]
    return [{"inndata": BoundWidget(widget, ett, felt.form.renderer), "id": ett["attrs"]["id"], "tekst": ett["label"]} for ett in data]


@register.inclusion_tag(MAPPE + "feiloppsummering.html")
def feiloppsummering(skjema: BaseForm) -> dict[str, object]:
    """All errors of a form with links to the fields; nothing when there are none."""
    return {"felter": [ett for ett in skjema if ett.errors], "felles": skjema.non_field_errors()}


# ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.simple_block_tag
def tabell(content: str, tittel: str, *, vis_tittel: bool = False) -> SafeString:
    """A table that scrolls by itself on narrow screens."""
    return render_to_string(MAPPE + "tabell.html", {"innhold": content, "tittel": tittel, "vis_tittel": vis_tittel})


@register.inclusion_tag(MAPPE + "kolonne.html", takes_context=True)
def kolonne(context: Context, tekst: str, sorter: str = "", *, gjeldende: object = "", tall: bool = False) -> dict[str, object]:
    """A column head; with ``sorter`` it is a link that sorts, kept in the address."""
    na = str(gjeldende)
    lenke = tabellhode.adresse(_request(context).GET, sorter=tabellhode.neste(sorter, na), side=None) if sorter else ""
    return {"tekst": tekst, "tall": tall, "lenke": lenke, "aria": tabellhode.aria_sort(sorter, na)}


@register.inclusion_tag(MAPPE + "sidevalg.html", takes_context=True)
def sidevalg(context: Context, side: Page[object]) -> dict[str, object]:
    """Links to the other pages of a list; nothing when there is only one."""
    query = _request(context).GET
    nummer = side.paginator.get_elided_page_range(side.number, on_each_side=NABOER, on_ends=1)
    lenker = [(str(nr), tabellhode.adresse(query, side=nr) if isinstance(nr, int) else "", nr == side.number) for nr in nummer]
    forrige = tabellhode.adresse(query, side=side.number - 1) if side.has_previous() else ""
    neste = tabellhode.adresse(query, side=side.number + 1) if side.has_next() else ""
    return {"lenker": lenker, "forrige": forrige, "neste": neste, "flere": side.paginator.num_pages > 1}


def _request(context: Context) -> HttpRequest:
    request: HttpRequest = context["request"]
    return request


@register.inclusion_tag(MAPPE + "visning.html")
def visning(vist: int, i_alt: int, ting: str, *, skjult_av_filter: int = 0) -> dict[str, object]:
    """«Viser n av m», and how many the filter hides."""
    return {"vist": vist, "i_alt": i_alt, "ting": ting, "skjult": skjult_av_filter}


@register.simple_block_tag
def tomt(content: str, tittel: str) -> SafeString:
    """Where a list would have stood: why it is empty, and what to do next."""
    return render_to_string(MAPPE + "tomt.html", {"innhold": content, "tittel": tittel})


# ── Finding the way ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.inclusion_tag(MAPPE + "brodsmuler.html")
def brodsmuler(*tekst_og_adresse: str) -> dict[str, object]:
    """Text and address by turns, the current page last and without address."""
    *ledd, her = tekst_og_adresse
    return {"ledd": list(zip(ledd[::2], ledd[1::2], strict=True)), "her": her}


@register.inclusion_tag(MAPPE + "faner.html")
def faner(punkter: Sequence[Menypunkt], gjeldende: str, tittel: str) -> dict[str, object]:
    """Tabs that are links; ``gjeldende`` is the address of the open one."""
    return {"punkter": punkter, "gjeldende": gjeldende, "tittel": tittel}


@register.filter
def er_under(adresse: str, forelder: str) -> bool:
    """True when the page at ``adresse`` belongs below ``forelder`` in the menu; nothing but itself belongs below the front page."""
    return adresse == forelder or (forelder.count("/") > 1 and adresse.startswith(forelder))


@register.simple_block_tag
def sidehode(content: str, tittel: str, *, overtekst: str = "", ingress: str = "") -> SafeString:
    """The top of a page: its only ``h1``, one sentence, and the actions of the page."""
    innhold = {"innhold": content if content.strip() else "", "tittel": tittel, "overtekst": overtekst, "ingress": ingress}
    return render_to_string(MAPPE + "sidehode.html", innhold)


@register.inclusion_tag(MAPPE + "overskrift.html")
def overskrift(tekst: str, niva: int = 2, *, id_: str = "") -> dict[str, object]:
    """A heading inside the page; its size follows its level."""
    return {"tekst": tekst, "niva": niva, "storrelse": STORRELSER[niva], "id": id_}


@register.simple_block_tag
def punkter(content: str) -> SafeString:
    """A list of points; its rows are plain ``<li>``."""
    return render_to_string(MAPPE + "punkter.html", {"innhold": content})


# ── Surfaces ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.simple_block_tag
def kort(content: str, tittel: str = "", *, niva: int = 2, variant: str = "default", farge: str = "") -> SafeString:
    """A card; ``niva`` is the level of its heading."""
    innhold = {"innhold": content, "tittel": tittel, "niva": niva, "variant": variant, "farge": farge}
    return render_to_string(MAPPE + "kort.html", innhold)


@register.simple_block_tag
def detaljer(content: str, tittel: str, *, apen: bool = False) -> SafeString:
    """Something that can be folded out."""
    return render_to_string(MAPPE + "detaljer.html", {"innhold": content, "tittel": tittel, "apen": apen})


@register.simple_block_tag
def opplysninger(content: str) -> SafeString:
    """A list of terms and values; its rows are ``{% opplysning %}``."""
    return render_to_string(MAPPE + "opplysninger.html", {"innhold": content})


@register.inclusion_tag(MAPPE + "opplysning.html")
def opplysning(navn: str, verdi: object, *, kilde: str = "") -> dict[str, object]:
    """One term and its value; an empty value is told as such."""
    return {"navn": navn, "verdi": verdi, "kilde": kilde}


# ── Numbers to look at ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


@register.filter
def tusener(tall: object) -> object:
    """A number as it is written in Norwegian: «12 345», and never broken at the end of a line. What is no number is left as it is."""
    return f"{tall:,}".replace(",", "\N{NO-BREAK SPACE}") if isinstance(tall, int) else tall


@register.inclusion_tag(MAPPE + "framdrift.html")
def framdrift(tekst: str, verdi: int, av: int) -> dict[str, object]:
    """How far something has come, as a bar and in words."""
    return {"tekst": tekst, "verdi": verdi, "av": av}


@register.simple_tag
def maanedsstolpe(maneder: Sequence[Maned], *, tabell: bool = False) -> SafeString:
    """Months of support as small bars; with ``tabell`` the same as a table one press away."""
    return _stolpene(tuple(maneder), get_language(), tabell=tabell)


@lru_cache(maxsize=LIKE)
def _stolpene(maneder: tuple[Maned, ...], _sprak: str | None, *, tabell: bool) -> SafeString:
    """As ``_tegnet``: most people share their months with many others."""
    fikk = sum(1 for maned in maneder if maned.fikk)
    bredde = len(maneder) * tegning.STEG - (tegning.STEG - tegning.BREDDE)
    mal = {"bredde": bredde, "hoyde": tegning.HOYDE, "stolpebredde": tegning.BREDDE}
    innhold = {"stolper": tegning.stolper(maneder), "fikk": fikk, "antall": len(maneder), "tabell": tabell, "mal": mal}
    return render_to_string(MAPPE + "maanedsstolpe.html", innhold)


@register.simple_tag
def andel(k: int, n: int, lav: float | None = None, hoy: float | None = None, *, farge: str = "accent") -> SafeString:
    """«k av n» with the interval around it; ``lav`` and ``hoy`` are shares 0–1."""
    return _andelen(k, n, lav, hoy, get_language(), farge=farge)


@lru_cache(maxsize=LIKE)
def _andelen(k: int, n: int, lav: float | None, hoy: float | None, _sprak: str | None, *, farge: str) -> SafeString:
    """As ``_tegnet``: a county's offices are seen many times between each time their numbers change."""
    innhold = {"k": k, "n": n, "prosent": tegning.prosent(k, n, lav, hoy), "tegning": tegning.andel(k, n, lav, hoy), "farge": farge}
    return render_to_string(MAPPE + "andel.html", innhold)
