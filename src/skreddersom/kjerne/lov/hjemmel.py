"""Legal references as data: act, §, ledd and letter, with the dates between which the wording stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

LEDD: Final = ("", "første", "andre", "tredje", "fjerde", "femte", "sjette")


@dataclass(frozen=True, slots=True)
class Rettskilde:
    """An act or a regulation. ``nummer`` is its number in Lovdata, e.g. ``LOV-2009-12-18-131``."""

    navn: str
    nummer: str


SOSIALTJENESTELOVEN: Final = Rettskilde("sosialtjenesteloven", "LOV-2009-12-18-131")
KVP_FORSKRIFTEN: Final = Rettskilde("forskrift om kvalifiseringsprogram og kvalifiseringsstønad", "FOR-2011-12-21-1471")
NAV_LOVEN: Final = Rettskilde("NAV-loven", "LOV-2006-06-16-20")
KOMMUNELOVEN: Final = Rettskilde("kommuneloven", "LOV-2018-06-22-83")
BOPELFORSKRIFTEN: Final = Rettskilde("forskrift om sosiale tjenester for personer uten fast bopel i Norge", "FOR-2011-12-16-1251")


@dataclass(frozen=True, slots=True)
class Hjemmel:
    """Where a rule stands. In force from ``fra`` to ``til``, both days included; ``til`` is None while it still stands.

    ``jf`` is a rule that it must be read together with.
    """

    kilde: Rettskilde
    paragraf: str
    fra: date
    til: date | None = None
    ledd: int | None = None
    bokstav: str | None = None
    jf: Hjemmel | None = None

    def gjelder(self, dato: date) -> bool:
        """Whether the wording was in force on ``dato``."""
        return self.fra <= dato and (self.til is None or dato <= self.til)

    def __str__(self) -> str:
        """As a lawyer writes it: «sosialtjenesteloven § 29 første ledd bokstav a»."""
        ledd = f" {LEDD[self.ledd]} ledd" if self.ledd else ""
        bokstav = f" bokstav {self.bokstav}" if self.bokstav else ""
        jf = f", jf. {self.jf}" if self.jf else ""
        return f"{self.kilde.navn} § {self.paragraf}{ledd}{bokstav}{jf}"
