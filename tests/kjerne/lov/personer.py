"""A small cast, so that every test tells of somebody."""

from datetime import date
from typing import Final

from skreddersom.kjerne.lov.fakta import Kjent, Opplysning, Vurdering

I_DAG: Final = date(2026, 12, 31)
SAKEN: Final = "saken"


def vurdert(svar: bool, begrunnelse: str = "samtale og epikrise") -> Vurdering:
    """Kari's judgement."""
    return Vurdering(svar, "Kari Veileder", date(2026, 11, 3), begrunnelse)


def opplyst(verdi: bool | date) -> Opplysning:
    """Something looked up in the case."""
    return Opplysning(verdi, SAKEN)


# Ola fulfils every condition.
OLA: Final[dict[str, Kjent]] = {
    "fodselsdato": opplyst(date(1990, 3, 12)),
    "nedsatt_arbeidsevne": vurdert(True),
    "ingen_ytelser": opplyst(True),
    "arbeidsevnevurdering": opplyst(True),
    "bistand_hensiktsmessig_og_nodvendig": vurdert(True),
    "uforholdsmessig_byrdefullt": vurdert(False),
    "lovlig_opphold": opplyst(True),
    "fast_bopel": opplyst(True),
}


def uten(*navn: str) -> dict[str, Kjent]:
    """Ola, but with some facts unknown."""
    return {faktum: kjent for faktum, kjent in OLA.items() if faktum not in navn}


def med(**kjente: Kjent) -> dict[str, Kjent]:
    """Ola, but with some facts changed."""
    return OLA | kjente
