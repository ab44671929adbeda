"""The rules of procedure by topic and date: the act of 1967 now, the act of 2025 from the day it comes into force (lovvalg L25)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.hjemmel import Hjemmel, Rettskilde

if TYPE_CHECKING:
    from collections.abc import Mapping

FIL: Final = "saksbehandlingslov.toml"


class Tema(StrEnum):
    """What a rule of procedure is about. The value is its name in the data."""

    VEILEDNING = "veiledning"
    SAKSBEHANDLINGSTID = "saksbehandlingstid"
    FORELOPIG_SVAR = "forelopig_svar"
    NEDTEGNING = "nedtegning"
    FULLMEKTIG = "fullmektig"
    FORHANDSVARSEL = "forhandsvarsel"
    UTREDNING = "utredning"
    FORELEGGING = "forelegging"
    INNSYN = "innsyn"
    UNNTAK_FRA_INNSYN = "unntak_fra_innsyn"
    INTERNT_DOKUMENT = "internt_dokument"
    VEDTAKETS_FORM = "vedtakets_form"
    BEGRUNNELSE = "begrunnelse"
    BEGRUNNELSENS_INNHOLD = "begrunnelsens_innhold"
    UNDERRETNING = "underretning"
    UNDERRETNINGENS_INNHOLD = "underretningens_innhold"
    FRITT_RETTSRAD = "fritt_rettsrad"
    KONTAKTPERSON = "kontaktperson"
    KLAGERETT = "klagerett"
    KLAGEFRIST = "klagefrist"
    KLAGEFRIST_ELEKTRONISK = "klagefrist_elektronisk"
    NY_VARSLING = "ny_varsling"
    KLAGE_I_TIDE = "klage_i_tide"
    FRISTREGNING = "fristregning"
    OVERSITTET_KLAGEFRIST = "oversittet_klagefrist"
    SISTE_KLAGEDAG = "siste_klagedag"
    KLAGENS_FORM = "klagens_form"
    KLAGEBEHANDLING = "klagebehandling"
    OVERSENDELSE = "oversendelse"
    KLAGEINSTANS = "klageinstans"
    OMGJORING = "omgjoring"
    SAKSKOSTNADER = "sakskostnader"
    UTSATT_IVERKSETTING = "utsatt_iverksetting"


class IngenRegel(Brukerfeil):
    """The act in force that day has no such rule, or no act of procedure was in force."""


@dataclass(frozen=True, slots=True)
class Saksbehandlingslov:
    """One act: in force from ``fra`` until the day before the next one; never while ``fra`` is None."""

    id: str
    kilde: Rettskilde
    fra: date | None
    til: date | None


@dataclass(frozen=True, slots=True)
class Lovbok:
    """The acts in order of age, and where each topic stands in each of them."""

    lover: tuple[Saksbehandlingslov, ...]
    regler: Mapping[tuple[Tema, str], Hjemmel]

    def lov_paa(self, dag: date) -> Saksbehandlingslov:
        """The act in force on ``dag``.

        Raises:
            IngenRegel: before the oldest of them.

        """
        for lov in reversed(self.lover):
            if lov.fra is not None and lov.fra <= dag:
                return lov
        melding = f"Ingen forvaltningslov er kjent for {dag:%d.%m.%Y}. Velg en senere dato."
        raise IngenRegel(melding)

    def hjemmel(self, tema: Tema, dag: date) -> Hjemmel:
        """Where the rule about ``tema`` stands on ``dag``.

        Raises:
            IngenRegel: when the act of that day has no such rule.

        """
        lov = self.lov_paa(dag)
        regel = self.regler.get((tema, lov.id))
        if regel is None or not regel.gjelder(dag):
            melding = f"{lov.kilde.navn} ({lov.kilde.nummer}) har ingen regel om {tema.value}. Ta den ut av det som gjelder {dag:%d.%m.%Y}."
            raise IngenRegel(melding)
        return regel

    def har(self, tema: Tema, dag: date) -> bool:
        """Whether the act of that day has a rule about ``tema``."""
        regel = self.regler.get((tema, self.lov_paa(dag).id))
        return regel is not None and regel.gjelder(dag)


def les(tekst: str) -> Lovbok:
    """The book from TOML. Every topic of ``Tema`` stands in it, and no other.

    Raises:
        ValueError: for a topic that is missing or unknown; the data is ours, so this is a fault of the house.

    """
    data = tomllib.loads(tekst)
    if set(data["tema"]) != set(Tema):
        melding = f"Temaene i {FIL} er ikke de samme som i koden: {sorted(set(data['tema']) ^ set(Tema))}"
        raise ValueError(melding)
    lover = _lover(data["lov"])
    steder = [(Tema(tema), lov, rad[lov.id]) for tema, rad in data["tema"].items() for lov in lover if lov.id in rad]
    return Lovbok(lover, {(tema, lov.id): _hjemmel(sted, lov, data["forskrift"]) for tema, lov, sted in steder})


def _lover(data: dict[str, dict[str, Any]]) -> tuple[Saksbehandlingslov, ...]:
    """Each act ends the day before the next one begins; without a beginning, the next ends nothing."""
    rader = sorted(data.items())
    neste = [*(rad.get("fra") for _, rad in rader[1:]), None]
    return tuple(
        Saksbehandlingslov(id_, _kilde(rad), rad.get("fra"), etter and etter - timedelta(days=1))
        for (id_, rad), etter in zip(rader, neste, strict=True)
    )


def _kilde(rad: dict[str, Any]) -> Rettskilde:
    return Rettskilde(rad["navn"], rad["nummer"])


def _hjemmel(sted: dict[str, Any], lov: Saksbehandlingslov, forskrifter: dict[str, Any]) -> Hjemmel:
    """In force with its act, and not before the regulation that has it. An act without a beginning begins on the last day there is."""
    forskrift = forskrifter[sted["kilde"]] if "kilde" in sted else None
    fra = lov.fra or date.max
    kilde, fra = (_kilde(forskrift), max(fra, forskrift["fra"])) if forskrift else (lov.kilde, fra)
    return Hjemmel(kilde, sted["paragraf"], fra, lov.til, sted.get("ledd"))


@cache
def lovbok() -> Lovbok:
    """The book of the house, read once."""
    return les((files("skreddersom.kjerne.lov") / FIL).read_text(encoding="utf-8"))


def hjemmel(tema: Tema, dag: date) -> Hjemmel:
    """Where the rule about ``tema`` stands on ``dag``.

    Raises:
        IngenRegel: when no act was in force, or the act of that day has no such rule.

    """
    return lovbok().hjemmel(tema, dag)
