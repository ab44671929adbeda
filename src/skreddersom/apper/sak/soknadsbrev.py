"""The paper around an application: the form one applies on, what was registered, the receipt, at once, and the provisional reply.

The form and the registered application are made when somebody asks for them; the two letters are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skreddersom.apper.sak.brev import hode, kontoret
from skreddersom.kjerne.lov import brevkrav, frister
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import handlinger as brevhandlinger
from skreddersom.plattform.brev.handlinger import NyttBrev
from skreddersom.plattform.brev.lag import lag

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.models import Sak, Soknad
    from skreddersom.plattform.brev.lag import Brevfil
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Forelopig:
    """What a provisional reply says: why it takes time, when the answer can be expected, and what is needed from the applicant."""

    arsak: str
    forventet: date
    trengs: tuple[str, ...] = ()


def tomt_skjema(kontekst: Kontekst, malform: brevkrav.Malform, dag: date) -> Brevfil:
    """The form that one applies on, to be filled in by hand."""
    return lag(Brevslag.SOKNAD, malform, {"kontor": kontoret(kontekst.kontor)["kontor"], "dato": dag.isoformat()})


def registrert(soknad: Soknad, dag: date) -> Brevfil:
    """The application as it was registered."""
    sak = soknad.sak
    fodt = sak.person.fodselsdato
    innhold = {
        "kontor": kontoret(sak.kontor_id)["kontor"],
        "dato": dag.isoformat(),
        "referanse": sak.referanse,
        "soker": sak.person.navn,
        "fodt": fodt.isoformat() if fodt else "",
        "mottatt": soknad.mottatt.isoformat(),
        "maate": soknad.maate,
        "registrert_av": str(soknad.av),
        "innhold": soknad.innhold,
        "mangler": soknad.mangler,
    }
    return lag(Brevslag.SOKNAD, _malform(sak), innhold)


def kvitter(kontekst: Kontekst, soknad: Soknad, dag: date) -> Brev:
    """Make the receipt, ready to be sent. When the office or the person lacks what it must say, it is kept as a draft."""
    innhold = _felles(soknad, dag) | {
        "maate": soknad.maate,
        "svarfrist": frister.forelopig_svar(soknad.mottatt).dato.isoformat(),
        "startfrist": frister.seneste_start(soknad.mottatt).dato.isoformat(),
        "trengs": _linjer(soknad.mangler),
    }
    nytt = _nytt(soknad, Brevslag.KVITTERING, innhold)
    if brevkrav.mangler(nytt.slag, innhold, dag):
        return brevhandlinger.lagre_utkast(kontekst, nytt)
    return brevhandlinger.lagre(kontekst, nytt, dag)


def svar_forelopig(kontekst: Kontekst, soknad: Soknad, svar: Forelopig, dag: date) -> Brev:
    """Make the provisional reply, ready to be sent. Raises ``BrevMangler`` with what it lacks."""
    felt = {"arsak": svar.arsak, "forventet": svar.forventet.isoformat(), "trengs": list(svar.trengs)}
    return brevhandlinger.lagre(kontekst, _nytt(soknad, Brevslag.FORELOPIG_SVAR, _felles(soknad, dag) | felt), dag)


def gjor_ferdig(kontekst: Kontekst, sak: Sak, brev: Brev, dag: date) -> Brev:
    """The draft of a receipt with what the office and the person lacked then. Raises ``BrevMangler`` with what it lacks still."""
    brevhandlinger.endre_utkast(kontekst, brev.pk, brev.data | _hode(sak, dag))
    return brevhandlinger.ferdigstill(kontekst, brev.pk, dag)


def _felles(soknad: Soknad, dag: date) -> dict[str, Any]:
    return _hode(soknad.sak, dag) | {"mottatt": soknad.mottatt.isoformat()}


def _hode(sak: Sak, dag: date) -> dict[str, Any]:
    felt = hode(sak, dag, ((sak.saksbehandler, "saksbehandler"),)) | {"mottaker": {"navn": sak.person.navn}}
    felt.pop("statsforvalter")
    return felt


def _nytt(soknad: Soknad, slag: Brevslag, innhold: dict[str, Any]) -> NyttBrev:
    return NyttBrev(soknad.person_id, slag, _malform(soknad.sak), innhold, sak=soknad.sak_id)


def _malform(sak: Sak) -> brevkrav.Malform:
    return "nn" if sak.malform == "nn" else "nb"


def _linjer(tekst: str) -> list[str]:
    return [linje.strip() for linje in tekst.splitlines() if linje.strip()]
