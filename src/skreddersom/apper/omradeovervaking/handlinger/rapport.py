"""The report: a draft of claims and words, and what is published of it, which is never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.handlinger.felles import SPOR, bare, med_runde
from skreddersom.apper.omradeovervaking.handlinger.skjema import krev
from skreddersom.apper.omradeovervaking.models import Rapportutkast, Runde, Utgave, Utgavefil
from skreddersom.apper.omradeovervaking.port import kan_publiseres
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.rettelse import rett, som_data
from skreddersom.plattform.dokument.rapportfil import SKRIVERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FORMER: Final = ("html", "pdf", "docx", "xlsx")
"""What is published."""


@bare(SPOR)
def lagre_innledning(kontekst: Kontekst, runde_id: UUID, versjon: int, felt: dict[str, Any]) -> Runde:
    """Keep title, ingress and the like. Raises as ``med_runde``."""
    return _endre(kontekst, runde_id, versjon, "innledning", lambda innhold: innhold.update(felt))


@bare(SPOR)
def lagre_del(kontekst: Kontekst, runde_id: UUID, versjon: int, del_: str, plass: int | None, ny: dict[str, Any] | None) -> Runde:
    """Put ``ny`` in the place ``plass`` of the list ``del_``, last when there is none; None takes away what is there.

    Raises as ``med_runde``, and ``Brukerfeil`` for what does not fit the answers.
    """

    def endre(innhold: dict[str, Any]) -> None:
        liste = innhold.setdefault(del_, [])
        if plass is not None and plass >= len(liste):
            raise Brukerfeil(_("Det du ville endre, er ikke der lenger. Last siden på nytt."))
        if plass is None:
            liste.append(ny)
        else:
            liste[plass : plass + 1] = [] if ny is None else [ny]

    return _endre(kontekst, runde_id, versjon, del_, endre)


@bare(SPOR)
def folg_opp(kontekst: Kontekst, runde_id: UUID, versjon: int, plass: int, dato: date, tekst: str) -> Runde:
    """Keep what was done about the office in place ``plass`` of the list, and when. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        rad = Rapportutkast.objects.filter(runde=runde).first()
        liste = rad.innhold.get("oppfolging", []) if rad else []
        if rad is None or plass >= len(liste):
            raise Brukerfeil(_("Det du ville endre, er ikke der lenger. Last siden på nytt."))
        liste[plass].setdefault("gjort", []).append({"dato": dato.isoformat(), "tekst": tekst})
        rad.save()
        return f"{liste[plass]['kontor']}: {tekst}"

    return med_runde(kontekst, runde_id, versjon, "fulgt_opp", gjor)


def _endre(kontekst: Kontekst, runde_id: UUID, versjon: int, hva: str, endre: Callable[[dict[str, Any]], None]) -> Runde:
    def gjor(runde: Runde) -> str:
        rad = Rapportutkast.objects.filter(runde=runde).first() or Rapportutkast(kontor_id=kontekst.kontor, runde=runde)
        endre(rad.innhold)
        rad.av_id = kontekst.ansatt
        rad.save()
        Rundegrunnlag(runde).rapport(timezone.localdate())  # raises for what cannot be reported
        return ""

    return med_runde(kontekst, runde_id, versjon, hva, gjor)


@bare(SPOR)
def publiser(kontekst: Kontekst, runde_id: UUID, versjon: int, maalform: Maalform, grunn: str = "") -> Runde:
    """Publish the report as it now is. After the first time, ``grunn`` is why, and what is different is told in it.

    Raises as ``med_runde``, and ``Brukerfeil`` when a claim says too much, nothing is different, or the reason is missing.
    """

    def gjor(runde: Runde) -> str:
        forrige = runde.utgaver.first()
        rapport = _rettet(Rundegrunnlag(runde).rapport(timezone.localdate()), forrige, grunn)
        krev(kan_publiseres(rapport))
        mine = {"kontor_id": kontekst.kontor}
        nr = forrige.nr + 1 if forrige else 1
        utgave = Utgave.objects.create(
            **mine, av_id=kontekst.ansatt, runde=runde, nr=nr, maalform=maalform, grunn=grunn, data=som_data(rapport)
        )
        for form in FORMER:
            Utgavefil.objects.create(**mine, utgave=utgave, form=form, innhold=SKRIVERE[f".{form}"](rapport, maalform))
        return f"{nr}. {grunn}".strip()

    return med_runde(kontekst, runde_id, versjon, "publisert", gjor)


def _rettet(rapport: Rapport, forrige: Utgave | None, grunn: str) -> Rapport:
    if forrige is None:
        return rapport
    if not grunn:
        raise Brukerfeil(_("Rapporten er publisert før. Skriv hvorfor den rettes, så de som leser, ser hva som er endret og hvorfor."))
    navn = _("utgave %(nr)s") % {"nr": forrige.nr}
    return rett(rapport, json.dumps(forrige.data).encode(), navn, grunn)
