"""What is asked, whom, and by when: until it is sent. From then on it lies fast."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.handlinger.felles import SPOR, bare, fortell, med_runde
from skreddersom.apper.omradeovervaking.models import (
    Kodelisteversjon,
    Kontorsvar,
    Runde,
    Slag,
    Sporreskjema,
    Sporsmal,
    Status,
    Utvalg,
)
from skreddersom.apper.omradeovervaking.port import kan_endres, kan_sendes
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal
from skreddersom.plattform.tilgang.sporringer import kontorer_under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.kandidat.port import Port
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FOLDET: Final = str.maketrans("æøåÆØÅ", "aoaAOA")
MED_KODER: Final = (Slag.ETT_VALG, Slag.FLERE_VALG)
"""Kinds where each answer one can choose is a code of its own."""


@dataclass(frozen=True, slots=True)
class Oppsett:
    """What the round is called, its deadline, whom it asks and how they were picked, and how many code it."""

    tittel: str
    frist: date
    utvalg: str = Utvalg.ALLE
    kodere: int = 2
    kontorer: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class NyttSporsmal:
    """A question as it is written. ``kode`` is made of ``navn`` when it is empty, and stays as it was first."""

    slag: str
    navn: str
    tekst: str
    navn_nn: str = ""
    tekst_nn: str = ""
    hjelp: str = ""
    valg: list[str] = field(default_factory=list)
    rader: list[str] = field(default_factory=list)
    hjelp_nn: str = ""
    valg_nn: list[str] = field(default_factory=list)
    rader_nn: list[str] = field(default_factory=list)
    paakrevd: bool = True
    hvis_kode: str = ""
    hvis_svar: str = ""
    tall: str = ""
    kode: str = ""


def kode_av(tekst: str, lengst: int = 60) -> str:
    """A code made of words: «Særlige vansker» → ``sarlige_vansker``."""
    return re.sub(r"[^a-z0-9]+", "_", tekst.translate(FOLDET).lower()).strip("_")[:lengst] or "sporsmal"


def krev(port: Port) -> None:
    """Raise ``Brukerfeil`` with the reasons, unless the port is open."""
    if not port.apen:
        raise Brukerfeil(" ".join(port.hindringer))


@bare(SPOR)
def lag_runde(kontekst: Kontekst, oppsett: Oppsett, etter: UUID | None = None) -> Runde:
    """A draft, empty, or with the questions of an earlier round as a new version of its questionnaire."""
    forrige = sporringer.runde(kontekst, etter).skjema if etter else None
    mine = {"kontor_id": kontekst.kontor, "av_id": kontekst.ansatt}
    skjema = Sporreskjema.objects.create(**mine, nr=forrige.nr + 1 if forrige else 1, forrige=forrige)
    for gammelt in forrige.sporsmal.all() if forrige else ():
        felt = {navn: getattr(gammelt, navn) for navn in ("nr", *asdict(_tomt()))}
        Sporsmal.objects.create(kontor_id=kontekst.kontor, skjema=skjema, forrige=gammelt, **felt)
    runde = Runde.objects.create(**mine, skjema=skjema, **_felt(oppsett))
    fortell(kontekst, f"laget {runde.pk}", Formal.TILSYN)
    return runde


def _tomt() -> NyttSporsmal:
    return NyttSporsmal(Slag.FRITEKST, "", "")


def _felt(oppsett: Oppsett) -> dict[str, object]:
    return {**asdict(oppsett), "kontorer": list(oppsett.kontorer)}


@bare(SPOR)
def lagre_oppsett(kontekst: Kontekst, runde_id: UUID, versjon: int, oppsett: Oppsett) -> Runde:
    """Keep it. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_endres(runde))
        for navn, verdi in _felt(oppsett).items():
            setattr(runde, navn, verdi)
        return ""

    return med_runde(kontekst, runde_id, versjon, "oppsett", gjor)


@bare(SPOR)
def lagre_sporsmal(kontekst: Kontekst, runde_id: UUID, versjon: int, nytt: NyttSporsmal, nr: int | None = None) -> Runde:
    """Keep the question, in the place of number ``nr``, else last. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_endres(runde))
        _krev_like_mange(nytt)
        alle = runde.skjema.sporsmal
        gammelt = alle.filter(nr=nr).first() if nr else None
        rad = gammelt or Sporsmal(kontor_id=kontekst.kontor, skjema=runde.skjema, nr=(alle.aggregate(nr=Max("nr"))["nr"] or 0) + 1)
        for navn, verdi in {**asdict(nytt), "kode": rad.kode or nytt.kode or kode_av(nytt.navn)}.items():
            setattr(rad, navn, verdi)
        rad.save()
        return nytt.navn

    return med_runde(kontekst, runde_id, versjon, "sporsmal", gjor)


def _krev_like_mange(nytt: NyttSporsmal) -> None:
    """Nynorsk stands line by line beside bokmål, or not at all: the answer is kept by its words in bokmål."""
    if any(nynorsk and len(nynorsk) != len(bokmal) for bokmal, nynorsk in ((nytt.valg, nytt.valg_nn), (nytt.rader, nytt.rader_nn))):
        raise Brukerfeil(_("Skriv like mange linjer som på bokmål, eller ingen."))


@bare(SPOR)
def fjern_sporsmal(kontekst: Kontekst, runde_id: UUID, versjon: int, nr: int) -> Runde:
    """Take it out of the draft; the others keep their order. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_endres(runde))
        runde.skjema.sporsmal.filter(nr=nr).delete()
        for plass, ett in enumerate(runde.skjema.sporsmal.all(), 1):
            runde.skjema.sporsmal.filter(pk=ett.pk).update(nr=plass)
        return ""

    return med_runde(kontekst, runde_id, versjon, "fjernet", gjor)


@bare(SPOR)
def flytt_sporsmal(kontekst: Kontekst, runde_id: UUID, versjon: int, nr: int, *, opp: bool) -> Runde:
    """Let number ``nr`` change place with the one before it (``opp``) or after it. Raises as ``med_runde``, and for one at the end."""

    def gjor(runde: Runde) -> str:
        krev(kan_endres(runde))
        alle = list(runde.skjema.sporsmal.all())
        plass = nr - 1 if opp else nr
        if not 0 < plass < len(alle):
            raise Brukerfeil(_("Spørsmålet står alt ytterst."))
        for_, etter = alle[plass - 1 : plass + 1]
        if etter.hvis_kode == for_.kode:
            navn = {"navn": etter.navn, "styrer": for_.navn}
            raise Brukerfeil(_("«%(navn)s» henger på svaret på «%(styrer)s», og må stå etter det.") % navn)
        for ett, ny in ((for_, len(alle) + 1), (etter, plass), (for_, plass + 1)):  # a number is never on two at once
            runde.skjema.sporsmal.filter(pk=ett.pk).update(nr=ny)
        return (etter if opp else for_).navn

    return med_runde(kontekst, runde_id, versjon, "flyttet", gjor)


@bare(SPOR)
def send_runde(kontekst: Kontekst, runde_id: UUID, versjon: int, idag: date) -> Runde:
    """Ask the offices. Raises as ``med_runde``, and ``Brukerfeil`` when the port is closed."""

    def gjor(runde: Runde) -> str:
        alle = sporringer.sporsmal(runde)
        krev(kan_sendes(runde, [sporringer.punkt(ett) for ett in alle], idag))
        naa = timezone.now()
        Sporreskjema.objects.filter(pk=runde.skjema_id).update(sendt=naa)
        mine = {"av_id": kontekst.ansatt, "runde": runde}
        for nr, kontor in enumerate(_som_paa_kartet(kontekst, runde), 1):
            Kontorsvar.objects.create(**mine, kontor_id=kontor, eier_id=kontekst.kontor, nr=nr)
        Kodelisteversjon.objects.create(**mine, kontor_id=kontekst.kontor, nr=1, koder=_valg_som_koder(alle))
        runde.status, runde.sendt = Status.SENDT, naa
        return ""

    return med_runde(kontekst, runde_id, versjon, "sendt", gjor)


def _som_paa_kartet(kontekst: Kontekst, runde: Runde) -> list[UUID]:
    """The chosen offices in the order of the map. Raises ``Brukerfeil`` for one that the unit cannot ask."""
    kan = [ett.pk for ett in kontorer_under(kontekst.kontor)]
    if set(runde.kontorer) - set(kan):
        raise Brukerfeil(_("Et av kontorene hører ikke til dere. Velg kontorer på nytt."))
    return [ett for ett in kan if ett in set(runde.kontorer)]


def _valg_som_koder(alle: Sequence[Sporsmal]) -> list[dict[str, object]]:
    return [
        {"sporsmal": ett.kode, "kode": kode_av(valg), "navn": {"nb": valg, "nn": nynorsk}, "synonym": list(dict.fromkeys((valg, nynorsk)))}
        for ett in alle
        if ett.slag in MED_KODER
        for valg, nynorsk in zip(ett.valg, ett.valg_nn or ett.valg, strict=True)
    ]
