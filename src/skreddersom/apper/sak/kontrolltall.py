"""The facts of theme 2 as the tables of the control catalogue, and which cases a finding is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.urls import reverse

from skreddersom.apper.sak import kontrollfakta
from skreddersom.apper.sak.models import Slag, Status
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn
from skreddersom.kjerne.kontroll.tabeller import TABELLER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from skreddersom.apper.sak.kontrollfakta import Behandlet, Vurdert
    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.tilgang.kontekst import Kontekst

EGNE: Final = ("soknad", "vedtak", "vilkarsvurdering", "klage")
"""The tables that are made here."""


class Kilde:
    """The tables of theme 2, for ``plattform/kontroller``."""

    def tabeller(self, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
        """The applications, the decisions, the assessments and the complaints of the cases one may see."""
        return tabeller(kontekst, per)

    def adresse(self, kontroll: Kontroll) -> str:
        """The cases that a finding is about."""
        return reverse("sak:funn", args=[kontroll.id])


@dataclass(frozen=True, slots=True)
class Funn:
    """A finding: the case, how grave, and the evidence as name and value."""

    sak: str
    alvor: str
    bevis: tuple[tuple[str, str], ...]


def tabeller(kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    """Every table of ``EGNE`` as it is on the day ``per``. Three queries."""
    alle = kontrollfakta.hent(kontekst, per)
    felles = {"kontor_id": str(kontekst.kontor)}
    rader: dict[str, list[dict[str, Any]]] = {
        "soknad": [_soknad(ett, per) for ett in alle if ett.rad["slag"] == Slag.SOKNAD],
        "vedtak": [_vedtak(ett) for ett in alle if ett.rad["vedtak__pk"]],
        "vilkarsvurdering": [_vurdering(ett, vurdert) for ett in alle if not ett.senere for vurdert in ett.vurdert.values()],
        "klage": [],
    }
    return {navn: pl.DataFrame([felles | rad for rad in rader[navn]], schema=dict(TABELLER[navn]), orient="row") for navn in EGNE}


def funn(kontekst: Kontekst, kontroll: Kontroll, per: date) -> list[Funn]:
    """What the control finds in the cases one may see, breaches first."""
    alle = tabeller(kontekst, per)
    sak_av = dict(alle[kontroll.tabell].select("id", "sak_id").iter_rows())
    rader = finn(alle, per, katalog=[kontroll]).iter_rows(named=True)
    return [Funn(sak_av[rad["id"]], rad["alvor"], tuple(_delt(rad["bevis"]))) for rad in rader]


def egne_kontroller() -> dict[str, Kontroll]:
    """The controls that are asked of these tables, by id."""
    return {kontroll.id: kontroll for kontroll in KATALOG if kontroll.tabell in EGNE}


def _delt(bevis: list[str]) -> Iterator[tuple[str, str]]:
    for ett in bevis:
        navn, _kolon, verdi = ett.partition(": ")
        yield navn, verdi


def _soknad(behandlet: Behandlet, per: date) -> dict[str, Any]:
    rad, tilbud = behandlet.rad, behandlet.tilbud
    return {
        "id": str(rad["soknad_id"]),
        "sak_id": str(rad["sak_id"]),
        "mottatt": rad["soknad__mottatt"],
        "henlagt": rad["status"] == Status.HENLAGT,
        "forelopig_svar": rad["soknad__forelopig_svar"],
        "vedtak": rad["vedtak__dato"],
        "utfall": rad["vedtak__utfall"],
        "tilbud": tilbud and tilbud["vedtak__dato"],
        "start": tilbud and tilbud["vedtak__start"],
        "alle_vilkar": behandlet.alle_vilkar(per),
        "vilkar_siden": behandlet.siden,
        "barn": rad["barn_i_fila"] or None if rad["barn"] is None else rad["barn"],  # none in the file is not known to be none
        "barn_vurdert": rad["barn"] is not None,
    }


def _vedtak(behandlet: Behandlet) -> dict[str, Any]:
    rad, nei = behandlet.rad, behandlet.nei
    av_vedtaket = {navn: rad[f"vedtak__{navn}"] for navn in ("utfall", "dato", "fra", "til")}
    return av_vedtaket | {
        "id": str(rad["vedtak__pk"]),
        "sak_id": str(rad["sak_id"]),
        "omgjort": bool(behandlet.senere),
        "trenger_aev": behandlet.trenger_aev,
        "aev_utfort": rad["aev_utfort"],
        "grunner": [ett["grunn"] for ett in nei],
        "begrunnelse": "\n\n".join((rad["vedtak__begrunnelse"], *(ett["begrunnelse"] for ett in nei))),
        "saksbehandler": str(rad["vedtak__saksbehandler_id"]),
        "fattet_av": str(rad["vedtak__av_id"]),
        "forfattere": sorted({str(ett.rad["av_id"]) for ett in behandlet.vurdert.values()}),
    }


def _vurdering(behandlet: Behandlet, vurdert: Vurdert) -> dict[str, Any]:
    return {navn: vurdert.rad[navn] for navn in ("vilkar", "svar", "begrunnelse")} | {
        "id": str(vurdert.rad["pk"]),
        "sak_id": str(behandlet.rad["sak_id"]),
        "opplysninger": len(vurdert.brukt),
        "uten_kilde": vurdert.uten_kilde,
    }
