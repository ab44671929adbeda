"""The made-up people of the demo: who works where, and names for those in the files. Any likeness is chance."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from skreddersom.demo.kontorer import HOVEDKONTOR, KONTORER, MED_SAKER
from skreddersom.plattform.tilgang.roller import Rolle

FORNAVN: Final = tuple((Path(__file__).parent / "fornavn.txt").read_text(encoding="utf-8").split())
ETTERNAVN: Final = tuple((Path(__file__).parent / "etternavn.txt").read_text(encoding="utf-8").split())
ASCII: Final = str.maketrans("æøå ", "aoa.")


class Demoansatt(NamedTuple):
    """One member of staff."""

    navn: str
    kontor: str
    rolle: Rolle


STATSFORVALTEREN: Final = "Statsforvalteren i Agder"
RAADGIVERE: Final = ("Stine Østby", "Steinar Haug")
"""They code the answers of the offices, each for themselves."""
DIREKTORATET: Final = "Arbeids- og velferdsdirektoratet"

AV_HVER_ROLLE: Final = (
    Demoansatt("Vilde Lunde", HOVEDKONTOR, Rolle.VEILEDER),
    Demoansatt("Viggo Stenvik", HOVEDKONTOR, Rolle.VEILEDER),
    Demoansatt("Kjersti Moe", HOVEDKONTOR, Rolle.KVALITETSSIKRER),
    Demoansatt("Bjørg Eide", HOVEDKONTOR, Rolle.BESLUTTER),
    Demoansatt("Lena Solheim", HOVEDKONTOR, Rolle.LEDER),
    Demoansatt("Adrian Vik", HOVEDKONTOR, Rolle.ADMINISTRATOR),
    *(Demoansatt(navn, STATSFORVALTEREN, Rolle.STATSFORVALTER) for navn in RAADGIVERE),
    Demoansatt("Dina Hagen", DIREKTORATET, Rolle.DIREKTORAT),
)


def ansatte() -> tuple[Demoansatt, ...]:
    """Everybody: one of each role, a veileder and a leder at each of the other offices, and those it takes where there are cases."""
    andre = [kontor.navn for kontor in KONTORER if kontor.navn != HOVEDKONTOR]
    return AV_HVER_ROLLE + tuple(Demoansatt(navn_til(f"{kontor} {rolle}"), kontor, rolle) for kontor in andre for rolle in _roller(kontor))


def _roller(kontor: str) -> tuple[Rolle, ...]:
    med_saker = (Rolle.KVALITETSSIKRER, Rolle.BESLUTTER) if kontor in MED_SAKER else ()
    return (Rolle.VEILEDER, Rolle.LEDER, *med_saker)


def navn_til(nokkel: str) -> str:
    """A made-up name, always the same for the same key."""
    tall = int.from_bytes(sha256(nokkel.encode()).digest()[:8])
    return f"{FORNAVN[tall % len(FORNAVN)]} {ETTERNAVN[tall // len(FORNAVN) % len(ETTERNAVN)]}"


def epost(navn: str) -> str:
    """The address that belongs to a made-up name; ``.example`` never leads anywhere."""
    return f"{navn.lower().translate(ASCII)}@nav.example"
