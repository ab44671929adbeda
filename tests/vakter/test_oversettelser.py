"""Every text a user can meet stands in nynorsk and English too, and what is served is what was written."""

from __future__ import annotations

import re

import polib
import pytest

from kjernetekster import grunntekster
from oversettelser import FELLES, MALFORMER, Katalog, Tekst, i_mal, i_python, kataloger, oppdatert

KUR = "kjør «python tests/oversettelser.py», oversett de tomme tekstene i .po-filene, og kjør den en gang til"
PLASS = re.compile(r"%\((\w+)\)s|(\{\w*\})")

alle = pytest.mark.parametrize("malform", MALFORMER)
hver_app = pytest.mark.parametrize("katalog", kataloger(), ids=lambda katalog: str(katalog.app.name))


@hver_app
@alle
def test_hver_tekst_er_oversatt(katalog: Katalog, malform: str) -> None:
    assert [ett.msgid for ett in oppdatert(katalog, malform).untranslated_entries()] == [], KUR


@hver_app
@alle
def test_po_filene_har_tekstene_i_koden_og_ingen_andre(katalog: Katalog, malform: str) -> None:
    assert katalog.fil(malform).read_text(encoding="utf-8") == f"{oppdatert(katalog, malform)}\n", KUR


@hver_app
@alle
def test_det_som_vises_er_det_som_er_oversatt(katalog: Katalog, malform: str) -> None:
    fil = katalog.fil(malform)
    assert fil.with_suffix(".mo").read_bytes() == polib.pofile(str(fil)).to_binary(), KUR


@hver_app
@alle
def test_oversettelsen_har_de_samme_verdiene_som_teksten(katalog: Katalog, malform: str) -> None:
    par = [(ett.msgid, ett.msgstr) for ett in oppdatert(katalog, malform) if not ett.msgid_plural]
    assert [fra for fra, til in par if sorted(PLASS.findall(fra)) != sorted(PLASS.findall(til))] == []


def test_nynorsken_paa_sidene_er_den_i_tabellene_til_loven() -> None:
    po = {ett.msgid: ett.msgstr for ett in polib.pofile(str(FELLES / "locale" / "nn" / "LC_MESSAGES" / "django.po"))}
    assert [tekst.nn for tekst in grunntekster() if po[tekst.nb] != tekst.nn] == []


@hver_app
def test_nynorsken_kaller_lovene_ved_nynorske_namn(katalog: Katalog) -> None:
    loven = re.compile(r"\w+loven\b", re.IGNORECASE)
    assert [ett.msgstr for ett in oppdatert(katalog, "nn") if loven.search(ett.msgstr)] == []


def test_vakten_finner_tekster_i_python() -> None:
    kode = 'from x import gettext_lazy as _\na = _("Navn")\nb = ngettext("én sak", "%(n)s saker", n)\nc = annet("ikke denne")'
    assert list(i_python(kode)) == [Tekst("Navn"), Tekst("én sak", "%(n)s saker")]


@pytest.mark.parametrize(
    ("mal", "tekst"),
    [
        ('{% load i18n %}{% translate "Neste" %}', Tekst("Neste")),
        ('{% knapp _("Lagre") variant="secondary" %}', Tekst("Lagre")),
        ('{% varsel tittel=_("Fristen er i morgen") %}x{% endvarsel %}', Tekst("Fristen er i morgen")),
        ("{% load i18n %}{% blocktranslate %}Side {{ nr }}{% endblocktranslate %}", Tekst("Side %(nr)s")),
        (
            "{% load i18n %}{% blocktranslate count n=n %}én sak{% plural %}{{ n }} saker{% endblocktranslate %}",
            Tekst("én sak", "%(n)s saker"),
        ),
    ],
)
def test_vakten_finner_tekster_i_maler(mal: str, tekst: Tekst) -> None:
    assert list(i_mal(mal)) == [tekst]
