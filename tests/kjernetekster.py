"""The texts of kjerne that pages show. Kjerne knows no gettext: the bokmål in it is the msgid, and the page translates it.

A text stands here once its table is named below; ``tests/oversettelser.py`` takes it in with the strings of the pages. In a template it
is shown with ``{% translate kontroll.tittel %}``, in Python with ``gettext(kontroll.tittel)``. Sentences with values in them are made with
``setning`` (``kjerne/setning.py``): their templates are read from the code, and ``design/setninger.paa_sprak`` shows them.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import skreddersom.kjerne
from skreddersom.apper.kandidat.ordlyd import uten_valg
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.modell import TEMA, Alvor
from skreddersom.kjerne.kostra.kontroll import kontrolltabell
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, oppsett
from skreddersom.kjerne.lov.brevkrav import Brevslag, krav_til
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.grunner import grunner, ulovlige
from skreddersom.kjerne.lov.versjoner import VERSJONER
from skreddersom.kjerne.lov.vurdering import OPPLYSNING_OM, ORD
from skreddersom.kjerne.screening.rekkefolge import VEKTER
from skreddersom.kjerne.screening.utenfor import GRUNNER
from skreddersom.kjerne.setning import Setning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from skreddersom.kjerne.kostra.oppsett import Skjema
    from skreddersom.kjerne.tekst import Tekst


def liten(navn: str) -> str:
    """With a small letter first."""
    return navn[:1].lower() + navn[1:]


KJERNE: Final = Path(skreddersom.kjerne.__file__).parent
I_SETNING: Final = {"setning": 0, "tittel": 0, "lovlig_kode": 4, "_rad": 0}
"""Function → which of its arguments is a text."""
KODENAVN: Final[Mapping[tuple[Skjema, str], tuple[Callable[[str], str], ...]]] = {
    ("11F", "TRYGDESIT"): (str, str.lower, liten),
    ("11F", "VKLO"): (str.lower, liten),
    ("11CF", "STATUS"): (str,),
}
"""Fields whose codes are named in sentences → how."""


def kjernetekster() -> Iterator[tuple[str, str]]:
    """Every text, with the file it stands in."""
    tabeller = {
        "kontroll/modell.py": _temaer(),
        "kontroll/katalog.py": _kontroller(),
        "lov/fakta.py": _fakta(),
        "lov/paragraf29.py": _vilkar(),
        "lov/grunner.toml": _grunner(),
        "lov/brevkrav.toml": (krav.setning for slag in Brevslag for krav in krav_til(slag)),
        "screening/utenfor.py": (grunn.tekst for grunn in GRUNNER),
        "screening/rekkefolge.py": (tekst for vekt in VEKTER for tekst in (vekt.tekst, vekt.kort)),
        "kostra/kontroll/kjor.py": _titler(),
        "kostra/oppsett.py": _kodenavn(),
    }
    for modul, tekster in tabeller.items():
        yield from ((f"kjerne/{modul}", tekst) for tekst in tekster if tekst)
    for fil in sorted(KJERNE.rglob("*.py")):
        kilde = fil.relative_to(KJERNE.parent).as_posix()
        yield from ((kilde, tekst) for tekst in maler(fil.read_text(encoding="utf-8")) if any(map(str.isalpha, _uten_verdier(tekst))))


def maler(kode: str) -> Iterator[str]:
    """The templates of a file, as a page shows them: what is given to ``setning``, there or by way of ``mal``."""
    for ledd in ast.walk(ast.parse(kode)):
        if isinstance(ledd, ast.Call) and isinstance(ledd.func, ast.Name) and ledd.func.id in I_SETNING:
            yield from _tekst(ledd.args[I_SETNING[ledd.func.id] :][:1])
        elif isinstance(ledd, ast.Assign) and [ast.unparse(maal) for maal in ledd.targets] == ["mal"]:
            yield from _tekst([ledd.value])


def _tekst(ledd: list[ast.expr]) -> Iterator[str]:
    yield from (uten_valg(ett.value) for ett in ledd if isinstance(ett, ast.Constant) and isinstance(ett.value, str))


def _uten_verdier(mal: str) -> str:
    return "".join(del_.partition("}")[2] if nr else del_ for nr, del_ in enumerate(mal.split("{")))


def _temaer() -> Iterator[str]:
    yield from TEMA.values()
    yield from (alvor.value for alvor in Alvor)


def _kontroller() -> Iterator[str]:
    for kontroll in KATALOG:
        yield from (kontroll.tittel, kontroll.sporsmal)


def _fakta() -> Iterator[str]:
    yield from ORD.values()
    for faktum in FAKTA.values():
        yield from (faktum.ja, faktum.nei, faktum.mangler, faktum.mangler.removeprefix(OPPLYSNING_OM))


def _vilkar() -> Iterator[str]:
    for versjon in VERSJONER:
        yield versjon.merknad
        for vilkar in versjon.vilkar:
            yield from (vilkar.krav, vilkar.sporsmal)


def _grunner() -> Iterator[str]:
    yield from (tekst.nb for tekst in grunntekster())


def grunntekster() -> Iterator[Tekst]:
    """What pages show of the grounds; the words in nynorsk stand beside those in bokmål."""
    for versjon in VERSJONER:
        for grunn in (ett for vilkar in versjon.vilkar for ett in grunner(vilkar.id, versjon.fra)):
            yield from (grunn.tekst, grunn.dokumenter)
        for ulovlig in ulovlige(versjon.fra):
            yield from (ulovlig.tekst, ulovlig.hvorfor)


def _titler() -> Iterator[str]:
    for skjema in SKJEMAER:
        for aar in AARGANGER:
            for regler in (2025, 2026):
                for kontroll in kontrolltabell(oppsett(skjema, aar), regler):
                    yield kontroll.tittel.mal if isinstance(kontroll.tittel, Setning) else kontroll.tittel


def _kodenavn() -> Iterator[str]:
    for (skjema, felt), skrevet in KODENAVN.items():
        for aar in AARGANGER:
            for navn in oppsett(skjema, aar)[felt].koder.values():
                yield from (maate(navn) for maate in skrevet)
