"""Put new strings into the .po files and compile them: ``python tests/oversettelser.py``, then write the empty ``msgstr`` and run it again.

Source strings are bokmål. Each Django app has its own ``locale`` folder; strings outside the apps, and
those that the look has already, stand in the look's; so do those of kjerne (``kjernetekster``). GNU gettext is not needed.
"""

from __future__ import annotations

import ast
import re
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polib
from django.utils.translation.template import templatize

from kjernetekster import kjernetekster

if TYPE_CHECKING:
    from collections.abc import Iterator

KODE: Final = Path(__file__).resolve().parents[1] / "src" / "skreddersom"
FELLES: Final = KODE / "plattform" / "design"
MALFORMER: Final = ("nn", "en")
MERKER: Final = {"_", "gettext", "gettext_lazy", "gettext_noop", "setning"}
FLERTALL: Final = {"ngettext", "ngettext_lazy"}
STRENG: Final = r"""u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
KALL: Final = re.compile(rf"\b(n?gettext|_)\(\s*{STRENG}(?:\s*,\s*{STRENG})?", re.DOTALL)
HODE: Final = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


@dataclass(frozen=True, slots=True, order=True)
class Tekst:
    """A source string; ``flertall`` is empty when it has no plural."""

    entall: str
    flertall: str = ""


@dataclass(slots=True)
class Katalog:
    """The strings of one app, and the files each is used in."""

    app: Path
    tekster: dict[Tekst, set[str]] = field(default_factory=dict)

    def fil(self, malform: str) -> Path:
        """Where the translations to ``malform`` stand."""
        return self.app / "locale" / malform / "LC_MESSAGES" / "django.po"


def i_python(kilde: str) -> Iterator[Tekst]:
    """The marked strings of a Python file."""
    for ledd in ast.walk(ast.parse(kilde)):
        if isinstance(ledd, ast.Call) and isinstance(ledd.func, ast.Name) and ledd.func.id in MERKER | FLERTALL:
            ord_ = [arg.value for arg in ledd.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if ord_:
                yield Tekst(*ord_[: 2 if ledd.func.id in FLERTALL else 1])


def i_mal(kilde: str) -> Iterator[Tekst]:
    """The marked strings of a template, found by Django's own reader."""
    for kall, entall, flertall in KALL.findall(templatize(kilde)):
        yield Tekst(ast.literal_eval(entall), ast.literal_eval(flertall) if flertall and kall == "ngettext" else "")


def app_for(fil: Path) -> Path:
    """The folder of the Django app that ``fil`` belongs to, or the look's."""
    return next((mappe for mappe in fil.parents if (mappe / "apps.py").exists()), FELLES)


@cache
def kataloger() -> tuple[Katalog, ...]:
    """Every app with strings in it. The look's comes first, and what stands there is not repeated in the others."""
    alle = {FELLES: Katalog(FELLES)}
    for sted, ord_ in kjernetekster():
        alle[FELLES].tekster.setdefault(Tekst(ord_), set()).add(sted)
    for fil in sorted(fil for mappe in ("plattform", "apper") for fil in (KODE / mappe).rglob("*") if fil.suffix in (".py", ".html")):
        finn = i_python if fil.suffix == ".py" else i_mal
        for tekst in finn(fil.read_text(encoding="utf-8")):
            katalog = alle.setdefault(app_for(fil), Katalog(app_for(fil)))
            katalog.tekster.setdefault(tekst, set()).add(fil.relative_to(KODE).as_posix())
    for katalog in alle.values():
        if katalog.app != FELLES:
            katalog.tekster = {tekst: steder for tekst, steder in katalog.tekster.items() if tekst not in alle[FELLES].tekster}
    return tuple(katalog for katalog in alle.values() if katalog.tekster)


def oppdatert(katalog: Katalog, malform: str) -> polib.POFile:
    """The catalogue as it should be: new strings in, vanished ones out, translations kept."""
    fil = katalog.fil(malform)
    kjente = {Tekst(ett.msgid, ett.msgid_plural): ett for ett in (polib.pofile(str(fil)) if fil.exists() else ())}
    ny = polib.POFile(wrapwidth=140)
    ny.metadata = {**HODE, "Language": malform}
    for tekst, steder in sorted(katalog.tekster.items(), key=lambda par: (min(par[1]), par[0])):
        ny.append(_oppforing(tekst, steder, kjente.get(tekst)))
    return ny


def _oppforing(tekst: Tekst, steder: set[str], kjent: Any) -> polib.POEntry:
    oversatt: dict[str, Any] = {"msgstr": kjent.msgstr if kjent else ""}
    if tekst.flertall:
        oversatt = {"msgid_plural": tekst.flertall, "msgstr_plural": kjent.msgstr_plural if kjent else {0: "", 1: ""}}
    flagg = ["python-format"] if "%(" in tekst.entall + tekst.flertall else []
    return polib.POEntry(msgid=tekst.entall, occurrences=[(sted, "") for sted in sorted(steder)], flags=flagg, **oversatt)


def main() -> int:
    """Write all catalogues and tell what is not translated. Returns 1 if anything is missing."""
    mangler = 0
    for katalog in kataloger():
        for malform in MALFORMER:
            fil, po = katalog.fil(malform), oppdatert(katalog, malform)
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_text(f"{po}\n", encoding="utf-8")
            fil.with_suffix(".mo").write_bytes(po.to_binary())
            mangler += len(po.untranslated_entries())
            print(f"{fil.relative_to(KODE)}: {len(po)} tekster, {len(po.untranslated_entries())} uten oversettelse")
    return 1 if mangler else 0


if __name__ == "__main__":
    sys.exit(main())
