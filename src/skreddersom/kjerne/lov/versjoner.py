"""The versions of § 29, each from its first to its last day. The date of assessment chooses; nothing falls through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import paragraf29 as p29
from skreddersom.kjerne.setning import setning

if TYPE_CHECKING:
    from skreddersom.kjerne.lov.vilkar import Vilkar

# Everything in force later than this day was not read (docs/lovvalg.md, L10).
KONTROLLERT: Final = date(2026, 7, 28)
KAN_VAERE_ENDRET: Final = setning(
    "Lovteksten er sist kontrollert {dato}. Undersøk om § 29 er endret siden.", dato=f"{KONTROLLERT:%d.%m.%Y}"
)


class ForLoven(Brukerfeil):
    """The date is before sosialtjenesteloven came into force."""


@dataclass(frozen=True, eq=False)
class Lovversjon:
    """§ 29 as it stood from ``fra`` to ``til``, both days included; ``til`` is None while it still stands.

    ``merknad`` is what this version leaves out and the reader must be told.
    """

    id: str
    fra: date
    til: date | None
    vilkar: tuple[Vilkar, ...]
    merknad: str = ""

    def gjelder(self, dato: date) -> bool:
        """Whether this version was in force on ``dato``."""
        return self.fra <= dato and (self.til is None or dato <= self.til)

    @property
    def grunner_for_nei(self) -> tuple[Vilkar, ...]:
        """The conditions that can be a reason to say that somebody is not in the target group.

        Not the arbeidsevnevurdering: that it is missing says what the office has left undone, nothing of the person (lovvalg L24).
        """
        return tuple(vilkar for vilkar in self.vilkar if vilkar is not p29.arbeidsevnevurdering)

    def merknader(self, per: date) -> tuple[str, ...]:
        """What the reader of an answer for the day ``per`` must know about this version."""
        return tuple(m for m in (self.merknad, KAN_VAERE_ENDRET if per > KONTROLLERT else "") if m)


VERSJONER: Final = (
    Lovversjon(
        "2010",
        p29.I_KRAFT,
        p29.SISTE_DAG_FOR_2019,
        (p29.alder_fra_19, p29.arbeidsevne, p29.ytelser, p29.arbeidsevnevurdering, p29.bistand, p29.unntak_for_2019, p29.opphold),
        merknad="Før 2019 kunne programmet bare gis én gang. Den regelen er ikke med i vurderingen.",
    ),
    Lovversjon(
        "2019",
        p29.ENDRET_2019,
        p29.SISTE_DAG_FOR_EOS_UNNTAKET,
        (p29.alder_fra_18, p29.arbeidsevne, p29.ytelser, p29.arbeidsevnevurdering, p29.bistand, p29.unntak, p29.opphold),
    ),
    Lovversjon(
        "2025",
        p29.EOS_UNNTAKET,
        None,
        (p29.alder_fra_18, p29.arbeidsevne, p29.ytelser, p29.arbeidsevnevurdering, p29.bistand, p29.unntak, p29.opphold_med_eos),
    ),
)


def versjon_paa(dato: date) -> Lovversjon:
    """The version of § 29 in force on ``dato``.

    Raises:
        ForLoven: before 1 January 2010, when sosialtjenesteloven came into force.

    """
    versjon = next((v for v in VERSJONER if v.gjelder(dato)), None)
    if versjon is not None:
        return versjon
    melding = f"Sosialtjenesteloven § 29 gjelder fra {p29.I_KRAFT:%d.%m.%Y}; {dato:%d.%m.%Y} er før det. Velg en senere dato."
    raise ForLoven(melding)
