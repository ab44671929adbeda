"""The facts that § 29 asks for: their names, their words, and what is known of one person.

A fact is an ``Opplysning`` (something that can be looked up, with its source) or a ``Vurdering`` (a judgement, with its
author, date and reason). Discretion is never computed: a fact marked ``skjonn`` takes a ``Vurdering`` or stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Final, Generic

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.trelogikk import UKJENT, S, Tre, tre

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skreddersom.kjerne.lov.alder import Dato


@dataclass(frozen=True, slots=True)
class Fakta(Generic[S]):
    """Every fact of § 29, in the statute's order: answers for one person (``Tre``) or columns for many."""

    fodselsdato: Dato[S]
    nedsatt_arbeidsevne: S
    ingen_ytelser: S
    svaert_begrensede_ytelser: S
    arbeidsevnevurdering: S
    bistand_hensiktsmessig_og_nodvendig: S
    uforholdsmessig_byrdefullt: S
    lovlig_opphold: S
    fast_bopel: S
    eos_opphold: S
    annet_unntak_fra_bopel: S


@dataclass(frozen=True, slots=True)
class Faktum:
    """How a fact is spoken of: the phrase when it is so, when it is not, and what to get hold of when it is unknown."""

    ja: str
    nei: str
    mangler: str
    skjonn: bool = False


FAKTA: Final[Mapping[str, Faktum]] = {
    "fodselsdato": Faktum("", "", "fødselsdato"),
    "nedsatt_arbeidsevne": Faktum(
        "arbeids- og inntektsevnen er vesentlig nedsatt",
        "arbeids- og inntektsevnen er ikke vesentlig nedsatt",
        "vurdering av om arbeids- og inntektsevnen er vesentlig nedsatt",
        skjonn=True,
    ),
    "ingen_ytelser": Faktum(
        "mottar ingen ytelse til livsopphold etter folketrygdloven eller arbeidsmarkedsloven",
        "mottar en ytelse etter folketrygdloven eller arbeidsmarkedsloven",
        "opplysning om ytelser etter folketrygdloven og arbeidsmarkedsloven",
    ),
    "svaert_begrensede_ytelser": Faktum(
        "ytelsen er svært begrenset",
        "ytelsen er ikke svært begrenset",
        "vurdering av om ytelsen er svært begrenset",
        skjonn=True,
    ),
    "arbeidsevnevurdering": Faktum(
        "har gjennomgått arbeidsevnevurdering",
        "har ikke gjennomgått arbeidsevnevurdering",
        "opplysning om arbeidsevnevurdering er gjennomgått",
    ),
    "bistand_hensiktsmessig_og_nodvendig": Faktum(
        "tett og koordinert bistand er hensiktsmessig og nødvendig",
        "tett og koordinert bistand er ikke hensiktsmessig og nødvendig",
        "vurdering av om tett og koordinert bistand er hensiktsmessig og nødvendig",
        skjonn=True,
    ),
    "uforholdsmessig_byrdefullt": Faktum(
        "å tilby program er uforholdsmessig byrdefullt",
        "å tilby program er ikke uforholdsmessig byrdefullt",
        "vurdering av om det er uforholdsmessig byrdefullt å tilby program",
        skjonn=True,
    ),
    "lovlig_opphold": Faktum("har lovlig opphold", "har ikke lovlig opphold", "opplysning om lovlig opphold"),
    "fast_bopel": Faktum("har fast bopel i Norge", "har ikke fast bopel i Norge", "opplysning om fast bopel i Norge"),
    "eos_opphold": Faktum(
        "har lovlig opphold etter EØS-reglene",
        "har ikke opphold etter EØS-reglene",
        "opplysning om opphold etter EØS-reglene",
    ),
    "annet_unntak_fra_bopel": Faktum(
        "er unntatt fra kravet om fast bopel",
        "er ikke ellers unntatt fra kravet om fast bopel",
        "opplysning om andre unntak fra kravet om fast bopel",
    ),
}

# The only fact that is a date; all others are answered JA or NEI.
DATOFAKTUM: Final = "fodselsdato"
FAKTANAVN: Final = tuple(felt.name for felt in fields(Fakta))


class UgyldigFaktum(Brukerfeil):
    """A fact that does not exist, has the wrong kind of value, or lacks what makes it a fact."""


@dataclass(frozen=True, slots=True)
class Opplysning:
    """Something one can look up, and where it was looked up. ``kilde`` is shown to the caseworker."""

    verdi: bool | date
    kilde: str


@dataclass(frozen=True, slots=True)
class Vurdering:
    """A person's judgement: the answer, who, when and why (forvaltningsloven §§ 24–25).

    Raises:
        UgyldigFaktum: when author or reason is empty; a judgement without them cannot be tried by anyone.

    """

    svar: bool
    forfatter: str
    dato: date
    begrunnelse: str

    def __post_init__(self) -> None:
        if not self.forfatter.strip() or not self.begrunnelse.strip():
            melding = "En vurdering må ha navn på den som har vurdert og en begrunnelse. Fyll ut begge."
            raise UgyldigFaktum(melding)

    @property
    def verdi(self) -> bool:
        """The answer, under the name that an ``Opplysning`` has it."""
        return self.svar

    @property
    def kilde(self) -> str:
        """Who judged, when, and why, in one phrase."""
        return f"vurdert av {self.forfatter} {self.dato:%d.%m.%Y}: «{self.begrunnelse}»"


Kjent = Opplysning | Vurdering


class Skalardato:
    """One date of birth, or none. Answers «on or before» with JA, NEI or UKJENT."""

    __slots__ = ("dato",)

    def __init__(self, dato: date | None) -> None:
        self.dato = dato

    def __le__(self, annen: date) -> Tre:
        """UKJENT when the date is missing."""
        return UKJENT if self.dato is None else tre(self.dato <= annen)


def fakta_om(kjente: Mapping[str, Kjent]) -> Fakta[Tre]:
    """The facts of one person as answers; whatever is not in ``kjente`` is UKJENT.

    Raises:
        UgyldigFaktum: for a name that is no fact, a value of the wrong kind, or discretion without a ``Vurdering``.

    """
    for navn, kjent in kjente.items():
        _krev_gyldig(navn, kjent)
    return fakta_av_verdier({navn: kjent.verdi for navn, kjent in kjente.items()})


def fakta_av_verdier(verdier: Mapping[str, bool | date]) -> Fakta[Tre]:
    """The facts of one person from bare values, without sources: for tests and for rows of a frame."""
    fodt = verdier.get(DATOFAKTUM)
    dato = Skalardato(fodt if isinstance(fodt, date) else None)
    return Fakta(dato, *(_svar(verdier.get(navn)) for navn in FAKTANAVN if navn != DATOFAKTUM))


def _svar(verdi: object) -> Tre:
    return tre(verdi) if isinstance(verdi, bool) else UKJENT


def _krev_gyldig(navn: str, kjent: Kjent) -> None:
    faktum = FAKTA.get(navn)
    if faktum is None:
        melding = f"«{navn}» er ikke et faktum etter § 29. Velg blant: {', '.join(FAKTANAVN)}."
        raise UgyldigFaktum(melding)
    if faktum.skjonn and not isinstance(kjent, Vurdering):
        melding = f"«{navn}» er en skjønnsmessig vurdering og kan ikke slås opp. Oppgi hvem som har vurdert, når og hvorfor."
        raise UgyldigFaktum(melding)
    if isinstance(kjent.verdi, bool) is (navn == DATOFAKTUM):
        melding = f"«{navn}» har feil slags verdi. Bruk {'en dato' if navn == DATOFAKTUM else 'ja eller nei'}."
        raise UgyldigFaktum(melding)
