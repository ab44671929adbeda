"""What people have written, made fit for paper: no control characters, and nothing that the fonts cannot show.

A PDF that is to be kept may hold no sign without a shape, so the fonts are asked; whatever they lack becomes «□», where everybody sees
that something stood there. A name in another script than the fonts know is then seen to be missing, not silently gone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, Final

import typst

from skreddersom.plattform.dokument.pdf import sett

RUTE: Final = "□"
VANLIGE: Final = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x180)])) | frozenset("\n\u00a0–—‘’“”„«»…•€−□")
"""Signs that the letters' own fonts have: nobody needs to ask for them."""
FLEST_UVANLIGE: Final = 300
"""So many different unusual signs are looked up in one letter; a letter with more is no letter."""
LINJESKIFT: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
USYNLIG: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
TILLATT_USYNLIG: Final = frozenset("\n\u200c\u200d")
"""Line breaks, and the two that join letters in Persian and Arabic. What turns the direction of a line is not among them."""
ETT_TEGN: Final = b'#set text(font: ("Inter", "Libertinus Serif"))\n#set document(title: "x")\n#sys.inputs.tegn'


def rens(verdi: Any) -> Any:  # noqa: ANN401 - JSON in, the same JSON out
    """The same data with every text fit for paper."""
    if isinstance(verdi, str):
        return rens_tekst(verdi)
    if isinstance(verdi, dict):
        return {navn: rens(ett) for navn, ett in verdi.items()}
    return [rens(ett) for ett in verdi] if isinstance(verdi, list | tuple) else verdi


def rens_tekst(tekst: str) -> str:
    """Composed letters, plain line breaks, no tabs, and nothing invisible."""
    hel = LINJESKIFT.sub("\n", tekst).replace("\t", " ")
    return hel if VANLIGE.issuperset(hel) else unicodedata.normalize("NFC", "".join(map(_synlig, hel)))


def _synlig(tegn: str) -> str:
    slag = unicodedata.category(tegn)
    if slag not in USYNLIG or tegn in TILLATT_USYNLIG:
        return tegn
    return "" if slag in ("Cc", "Cf") else RUTE


def uvisbare(tekst: str) -> frozenset[str]:
    """The signs in ``tekst`` that no font of ours can show."""
    uvanlige = sorted(set(tekst) - VANLIGE)
    if len(uvanlige) > FLEST_UVANLIGE:
        return frozenset(uvanlige)
    return frozenset(tegn for tegn in uvanlige if not _vises(tegn))


def uten(tekst: str, tegnene: frozenset[str]) -> str:
    """``tekst`` with «□» for each of ``tegnene``."""
    return tekst.translate(dict.fromkeys(map(ord, tegnene), RUTE)) if tegnene else tekst


@cache
def _vises(tegn: str) -> bool:
    try:
        sett(ETT_TEGN, {"tegn": f"a{tegn}a"})
    except typst.TypstError:
        return False
    return True
