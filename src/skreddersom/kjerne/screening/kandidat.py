"""One person of the list as a caseworker reads them: the conditions one by one, what is missing, and why they stand there."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from skreddersom.kjerne.kostra.koder import INGEN_TRYGD
from skreddersom.kjerne.kostra.oppsett import oppsett
from skreddersom.kjerne.lov.alder import fodt_senest
from skreddersom.kjerne.lov.fakta import Opplysning
from skreddersom.kjerne.lov.forklaring import forklaring
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.lov.vurdering import vurder
from skreddersom.kjerne.screening.deltakelse import APENT, KOMMENDE
from skreddersom.kjerne.screening.rekkefolge import antall_per_vekt, grunner, kort
from skreddersom.kjerne.setning import rekke, setning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skreddersom.kjerne.lov.fakta import Kjent
    from skreddersom.kjerne.screening.screening import Screening

# Control rule 20_A, dropped for 2026, made offices write code 12 for everyone whose main income was something else (lovvalg L14).
SVAKERE_TIL_OG_MED: Final = 2025
FORKLARES_AV: Final = (
    *("kommune", "journalnr", "alder", "maneder_siste_12", "sammenhengende_maneder", "rang", "utenfor", "aar", "ingen_ytelser"),
    *("TRYGDESIT", "VKLO", "lever_av_sosialhjelp", "vilkar_stilt", "barn", "journaler", "fodselsdato_i_strid"),
    *("i_program", "kvp_aar", "kvp_fase", "kvp_status", "kvp_avsluttet"),
)
"""Columns that a person's explanation rests on, besides how much of each reason they have."""

KODER_FRA: Final = 2023  # the layout of 2022 has the same codes, but no list of them


def med_journal(screening: Screening, journalnr: str, *, med_fnr: bool = False) -> list[dict[str, Any]]:
    """Everyone with this journal number, also in a record that was joined with another; one per municipality as a rule."""
    andre = pl.col("journaler").list.eval(pl.element().str.ends_with(f"/{journalnr}")).list.any().fill_null(value=False)
    ramme = screening.personer.filter((pl.col("journalnr") == journalnr) | andre)
    return [_kandidat(rad, screening.per, med_fnr=med_fnr) for rad in ramme.with_columns(antall_per_vekt()).iter_rows(named=True)]


def kandidater(screening: Screening, *, alle: bool = False, med_fnr: bool = False) -> Iterator[dict[str, Any]]:
    """The candidates in order, each as plain data; with ``alle`` also those outside the list, after them.

    No fødselsnummer and no date of birth unless ``med_fnr`` asks for the number.
    """
    ramme = screening.personer if alle else screening.kandidater
    for rad in ramme.with_columns(antall_per_vekt()).iter_rows(named=True):
        yield _kandidat(rad, screening.per, med_fnr=med_fnr)


def fakta(screening: Screening) -> Iterator[dict[str, Any]]:
    """What the explanation of each person is made from, as plain data that can be kept as JSON; ``forklar`` is the other half.

    In the order of ``screening.personer``; no fødselsnummer and no date of birth.
    """
    ramme = screening.personer.with_columns(antall_per_vekt())
    dato = pl.col("kvp_avsluttet").dt.to_string("iso")
    yield from ramme.select(*FORKLARES_AV, pl.col("^vekt_.*$")).with_columns(dato, pl.col("utenfor").cast(pl.String)).iter_rows(named=True)


def forklar(fakta: Mapping[str, Any], per: date) -> dict[str, Any]:
    """One person anew from what ``fakta`` gave, in the law and the words of today: as ``kandidater`` gives it, without number."""
    slutt = fakta["kvp_avsluttet"]
    return _kandidat({**fakta, "kvp_avsluttet": slutt and date.fromisoformat(slutt)}, per, med_fnr=False)


def linje(fakta: Mapping[str, Any], per: date) -> tuple[str, dict[str, str]]:
    """What a line of a list says of the person: ``kort``, and each condition's answer by its id; as ``forklar``, and quicker."""
    vilkar, _mangler = _paragraf29(fakta["alder"], _ytelser(fakta), fakta["aar"], per)
    return kort(fakta), {ett["id"]: ett["svar"] for ett in vilkar}


def _kandidat(rad: dict[str, Any], per: date, *, med_fnr: bool) -> dict[str, Any]:
    vilkar, mangler = _paragraf29(rad["alder"], _ytelser(rad), rad["aar"], per)
    fnr = {"fnr": rad["fnr"]} if med_fnr else {}
    return {
        "kommune": rad["kommune"],
        "journalnr": rad["journalnr"],
        **fnr,
        "alder": rad["alder"],
        "maneder_siste_12": rad["maneder_siste_12"],
        "sammenhengende_maneder": rad["sammenhengende_maneder"],
        "rang": rad["rang"],
        "utenfor": rad["utenfor"],
        "grunner": grunner(rad),
        "kort": kort(rad),
        "merknader": merknader(rad),
        "vilkar": vilkar,
        "avgjorende_mangler": mangler,
    }


class _Ytelser(NamedTuple):
    """What 11F says of other benefits: the fact, and the two codes it rests on."""

    ingen: bool | None
    trygdesit: str
    vklo: str


def _ytelser(rad: Mapping[str, Any]) -> _Ytelser:
    return _Ytelser(rad["ingen_ytelser"], rad["TRYGDESIT"], rad["VKLO"])


@cache
def _paragraf29(alder: int | None, ytelser: _Ytelser, aar: int, per: date) -> tuple[list[dict[str, Any]], list[str]]:
    """§ 29 as far as 11F can tell. Persons who are alike in what it knows are worked out once."""
    kjente: dict[str, Kjent] = {}
    if alder is not None:
        kjente["fodselsdato"] = Opplysning(fodt_senest(alder, per), setning("KOSTRA 11F {aar}, fødselsdato", aar=aar))
    if ytelser.ingen is not None:
        kjente["ingen_ytelser"] = Opplysning(ytelser.ingen, _ytelseskilde(ytelser, aar))
    svar = vurder(kjente, per)
    krav = {vilkar.id: vilkar.krav for vilkar in versjon_paa(per).vilkar}
    vilkar = [
        {
            "id": v.id,
            "hjemmel": str(v.hjemmel),
            "svar": v.svar.name,
            "forklaring": forklaring(krav[v.id], v, per),
            "kilde": rekke("; ", v.kilde) or None,
        }
        for v in svar.vilkar
    ]
    return vilkar, list(svar.avgjorende_mangler)


def _ytelseskilde(ytelser: _Ytelser, aar: int) -> str:
    koder = oppsett("11F", max(aar, KODER_FRA))
    trygd, vklo = (_navn(koder[felt].koder, kode) for felt, kode in (("TRYGDESIT", ytelser.trygdesit), ("VKLO", ytelser.vklo)))
    svak = ytelser.trygdesit == INGEN_TRYGD and aar <= SVAKERE_TIL_OG_MED
    forbehold = setning("; et svakere tegn i filer fra {aar} og før", aar=SVAKERE_TIL_OG_MED) if svak else ""
    mal = "KOSTRA 11F {aar}, trygd: {trygd}, hovedkilde: {vklo}{forbehold}"
    return setning(mal, aar=aar, trygd=trygd, vklo=vklo, forbehold=forbehold)


def _navn(koder: Mapping[str, str], kode: str) -> str:
    """The label of a code, fit for the middle of a sentence; abbreviations keep their capitals."""
    navn = koder.get(kode)
    if navn is None:
        return setning("ukjent kode {kode}", kode=kode)
    return setning(navn if navn[1:2].isupper() else navn[:1].lower() + navn[1:])


def merknader(rad: dict[str, Any]) -> list[str]:
    """What else the caseworker should know: earlier programmes, journals that were joined, dates that disagree."""
    alle = (_program(rad), _journaler(rad), _strid(rad))
    return [merknad for merknad in alle if merknad]


def _program(rad: dict[str, Any]) -> str:
    """What 11CF says of a programme that does not run on the day. It is never a bar to a new one."""
    if rad["kvp_aar"] is None or rad["i_program"]:
        return ""
    if rad["kvp_fase"] == KOMMENDE:
        return setning("Har senere fått vedtak om program (11CF {aar})", aar=rad["kvp_aar"])
    if rad["kvp_fase"] == APENT:
        return setning("Var i program 31.12.{aar} (11CF); undersøk om det er avsluttet", aar=rad["kvp_aar"])
    slutt = setning(", avsluttet {dato}", dato=f"{rad['kvp_avsluttet']:%d.%m.%Y}") if rad["kvp_avsluttet"] else ""
    mal = "I program før (11CF {aar}: {status}{slutt}); ikke til hinder for nytt program"
    return setning(
        mal, aar=rad["kvp_aar"], status=setning(rad["kvp_status"]) if rad["kvp_status"] else setning("ukjent status"), slutt=slutt
    )


def _journaler(rad: dict[str, Any]) -> str:
    return setning("Står flere ganger, slått sammen: {journaler}", journaler=", ".join(rad["journaler"])) if rad["journaler"] else ""


def _strid(rad: dict[str, Any]) -> str:
    return setning("Fødselsdato og fødselsnummer er ulike: kontroller alderen") if rad["fodselsdato_i_strid"] else ""
