"""Corrections leave a trace: what an earlier report said, what this one says, why, and the fingerprint of the one that is replaced."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.tekst import Tekst, lik

if TYPE_CHECKING:
    from skreddersom.kjerne.omradeovervaking.paastand import Belegg
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.omradeovervaking.svar import Rute

FORM: Final = "skreddersom/omradeovervaking/1"
"""What the first field of the file says: what it is, and the version of its shape."""

KAN_IKKE_RETTES: Final = "{} er ikke en rapport som kan rettes. Bruk fila som ble laget med --ut ….json, uten å endre den."


@dataclass(frozen=True, slots=True)
class Endring:
    """One place that reads differently: what it is, how it read, how it reads. Blank is «was not there»."""

    hva: Tekst
    sto: Tekst
    star: Tekst


@dataclass(frozen=True, slots=True)
class Rettelse:
    """One correction: its day, its reason, the fingerprint of the report it replaces, and every difference."""

    dato: date
    grunn: str
    forrige: str
    endringer: tuple[Endring, ...]


def som_data(rapport: Rapport) -> dict[str, Any]:
    """The report as it is kept: everything needed to see what a later one changes."""
    navn = {ett.kode: ett.navn for ett in rapport.definisjon.sporsmal}
    return {
        "form": FORM,
        "dato": rapport.dato.isoformat(),
        "tittel": _par(rapport.definisjon.tittel),
        "kodeliste": rapport.koding.liste.versjon,
        "svar": [_rute(rapport, rute, navn) for rute in rapport.svar.ruter()],
        "paastander": [_paastand(ett) for _, ett in rapport.paastander],
        "rettelser": [_rettelse(ett) for ett in rapport.rettelser],
    }


def avtrykk(data: dict[str, Any]) -> str:
    """SHA-256 over the kept report."""
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def rett(rapport: Rapport, tidligere: bytes, navn: str, grunn: str) -> Rapport:
    """The report with a correction of ``tidligere`` in front of those that were made before.

    Raises:
        Brukerfeil: when the earlier file is not a kept report, or nothing is different.

    """
    forrige = _les(tidligere, navn)
    endringer, tidligere_rettelser = _tolk(forrige, som_data(rapport), navn)
    if not endringer:
        raise Brukerfeil(f"Ingenting er endret siden {navn}. Lag rapporten uten --retter.")
    ny = Rettelse(rapport.dato, grunn, avtrykk(forrige), endringer)
    return replace(rapport, rettelser=(ny, *tidligere_rettelser))


def _les(innhold: bytes, navn: str) -> dict[str, Any]:
    try:
        data = json.loads(innhold)
    except (UnicodeDecodeError, json.JSONDecodeError):
        data = None
    if not isinstance(data, dict) or data.get("form") != FORM:
        raise Brukerfeil(KAN_IKKE_RETTES.format(navn))
    return data


def _tolk(forrige: dict[str, Any], ny: dict[str, Any], navn: str) -> tuple[tuple[Endring, ...], list[Rettelse]]:
    try:
        return tuple(_endringer(forrige, ny)), [_som_rettelse(ett) for ett in forrige["rettelser"]]
    except (KeyError, TypeError, ValueError) as feil:
        raise Brukerfeil(KAN_IKKE_RETTES.format(navn)) from feil


@dataclass(frozen=True, slots=True)
class _Sted:
    """A place that can read differently: what it is called, how it reads, and what decides whether it is the same."""

    hva: Tekst
    verdi: Tekst
    nokkel: object


def _endringer(forrige: dict[str, Any], ny: dict[str, Any]) -> list[Endring]:
    """Every difference, named as the newer report names it."""
    sto, star = _steder(forrige), _steder(ny)
    par = [(sto.get(navn), star.get(navn)) for navn in dict.fromkeys([*star, *sto])]
    return [_endring(for_, naa) for for_, naa in par if (for_ and for_.nokkel) != (naa and naa.nokkel)]


def _endring(for_: _Sted | None, naa: _Sted | None) -> Endring:
    tomt = lik("")
    hva = next(ett.hva for ett in (naa, for_) if ett)
    return Endring(hva, for_.verdi if for_ else tomt, naa.verdi if naa else tomt)


def _steder(data: dict[str, Any]) -> dict[tuple[str, ...], _Sted]:
    tittel = _tekst(data["tittel"])
    steder: dict[tuple[str, ...], _Sted] = {("tittel",): _Sted(lik("Tittel"), tittel, tittel)}
    for ett in data["paastander"]:
        omfang, tekst = f" ({ett['n']} av {ett['av']})", _tekst(ett["tekst"])
        verdi = Tekst(tekst.nb + omfang, tekst.nn + omfang)
        steder["paastand", ett["id"]] = _Sted(lik(f"Påstand {ett['id']}"), verdi, verdi)
    for rute in data["svar"]:
        steder |= _rutesteder(rute)
    return steder


def _rutesteder(rute: dict[str, Any]) -> dict[tuple[str, ...], _Sted]:
    """The words of a cell and its code. An older report keeps no names of question and code."""
    kontor, kode = rute["kontor"], rute["kode"] or ""
    navn = _tekst(rute["navn"]) if "navn" in rute else lik(rute["sporsmal"])
    kodenavn = _tekst(rute["kodenavn"]) if rute.get("kodenavn") else lik(kode)
    svar, koding = (Tekst(f"{hva}: {kontor}, {navn.nb}", f"{hva}: {kontor}, {navn.nn}") for hva in ("Svar", "Kode"))
    sted = (kontor, rute["sporsmal"])
    ut = {("svar", *sted): _Sted(svar, lik(rute["ord"]), rute["ord"] or None)}
    return ut | {("kode", *sted): _Sted(koding, kodenavn, kode or None)}


def _rute(rapport: Rapport, rute: Rute, navn: dict[str, Tekst]) -> dict[str, Any]:
    kode = rapport.koding.kode(rute)
    kodenavn = None if kode is None else _par(rapport.koding.liste.navn(rute.sporsmal, kode))
    felt = {"kontor": rute.kontor, "sporsmal": rute.sporsmal, "navn": _par(navn[rute.sporsmal])}
    return {**felt, "ord": rapport.svar.ord[rute], "kode": kode, "kodenavn": kodenavn}


def _paastand(ett: Belegg) -> dict[str, Any]:
    paastand = ett.paastand
    ruter = [rute.kontor for rute in ett.belegg]
    return {
        "id": paastand.id,
        "tekst": _par(paastand.tekst),
        "sporsmal": paastand.sporsmal,
        "koder": list(paastand.koder),
        "n": ett.n,
        "av": ett.av,
        "kontorer": ruter,
        "baerer": ett.baerer().name,
    }


def _rettelse(ett: Rettelse) -> dict[str, Any]:
    endringer = [{"hva": _par(e.hva), "sto": _par(e.sto), "star": _par(e.star)} for e in ett.endringer]
    return {"dato": ett.dato.isoformat(), "grunn": ett.grunn, "forrige": ett.forrige, "endringer": endringer}


def _som_rettelse(data: dict[str, Any]) -> Rettelse:
    endringer = tuple(Endring(_tekst(e["hva"]), _tekst(e["sto"]), _tekst(e["star"])) for e in data["endringer"])
    return Rettelse(date.fromisoformat(data["dato"]), data["grunn"], data["forrige"], endringer)


def _par(tekst: Tekst) -> dict[str, str]:
    return {"nb": tekst.nb, "nn": tekst.nn}


def _tekst(par: dict[str, str]) -> Tekst:
    return Tekst(par["nb"], par["nn"])
