"""The grounds for saying NEI to a condition of § 29: those that the law knows, and those that it does not (lovvalg L32).

A refusal takes its ground from the closed list of its condition. What may never be a ground cannot be chosen; it is named
here with why, for the one who is about to write it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.hjemmel import NAV_LOVEN, SOSIALTJENESTELOVEN, Hjemmel
from skreddersom.kjerne.lov.paragraf29 import I_KRAFT
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.tekst import Tekst

LOVER: Final = {lov.navn: lov for lov in (SOSIALTJENESTELOVEN, NAV_LOVEN)}


class UlovligValg(Brukerfeil):
    """The ground does not exist, does not belong to the condition, or cannot be used on the day."""


@dataclass(frozen=True, slots=True)
class Grunn:
    """A lawful ground of one condition.

    ``tekst`` is what the caseworker chooses, ``i_brev`` what the applicant reads, ``dokumenter`` what must be on record.
    """

    kode: str
    vilkar: str
    tekst: Tekst
    i_brev: Tekst
    dokumenter: Tekst
    hjemmel: Hjemmel


@dataclass(frozen=True, slots=True)
class UlovligGrunn:
    """What may not be a ground: ``hvorfor``, ``kilde`` (who says so) and the rules it breaks."""

    kode: str
    tekst: Tekst
    hvorfor: Tekst
    kilde: str
    hjemler: tuple[Hjemmel, ...]


def grunner(vilkar: str, dag: date) -> tuple[Grunn, ...]:
    """The lawful grounds for NEI to the condition with the id ``vilkar`` on ``dag``; none for arbeidsevnevurdering (L24).

    Raises:
        ForLoven: before the act.

    """
    steder = {ett.id: ett.hjemmel for ett in versjon_paa(dag).grunner_for_nei}
    rader = [rad for rad in _data()["lovlig"] if rad["vilkar"] == vilkar and vilkar in steder and _gjelder(rad, dag)]
    return tuple(
        Grunn(rad["kode"], vilkar, _tekst(rad["tekst"]), _tekst(rad["i_brev"]), _tekst(rad["dokumenter"]), steder[vilkar]) for rad in rader
    )


def grunn(vilkar: str, kode: str, dag: date) -> Grunn:
    """The ground with the code ``kode`` of that condition.

    Raises:
        UlovligValg: when it is not one of the lawful grounds of the condition on the day.

    """
    lovlige = grunner(vilkar, dag)
    valgt = next((ett for ett in lovlige if ett.kode == kode), None)
    if valgt is not None:
        return valgt
    koder = ", ".join(ett.kode for ett in lovlige)
    raad = f"Velg blant: {koder}." if koder else "Dette vilkåret kan ikke være grunn til å si nei."
    melding = f"«{kode}» er ikke en lovlig grunn under vilkåret «{vilkar}». {raad}"
    raise UlovligValg(melding)


def ulovlige(dag: date) -> tuple[UlovligGrunn, ...]:
    """Every ground that the law does not know on ``dag``."""
    return tuple(
        UlovligGrunn(rad["kode"], _tekst(rad["tekst"]), _tekst(rad["hvorfor"]), rad["kilde"], _hjemler(rad["hjemler"], dag))
        for rad in _data()["ulovlig"]
        if _gjelder(rad, dag)
    )


@cache
def ulovlige_koder() -> frozenset[str]:
    """The codes of all unlawful grounds, whatever the day."""
    return frozenset(rad["kode"] for rad in _data()["ulovlig"])


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((files("skreddersom.kjerne.lov") / "grunner.toml").read_text(encoding="utf-8"))


def _gjelder(rad: dict[str, Any], dag: date) -> bool:
    return bool(rad.get("fra", date.min) <= dag <= rad.get("til", date.max))


def _tekst(rad: dict[str, str]) -> Tekst:
    return Tekst(rad["nb"], rad["nn"])


def _hjemler(rader: list[dict[str, Any]], dag: date) -> tuple[Hjemmel, ...]:
    return tuple(
        hjemmel(Tema(rad["tema"]), dag)
        if "tema" in rad
        else Hjemmel(LOVER[rad["lov"]], rad["paragraf"], rad.get("fra", I_KRAFT), ledd=rad.get("ledd"))
        for rad in rader
    )
