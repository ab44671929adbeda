"""A review: everybody in the office's files held against § 29 on one day, and those one should look at put on the list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import navneliste
from skreddersom.apper.kandidat.handlinger.filer import sett_navn
from skreddersom.apper.kandidat.handlinger.indikatortall import tell_indikatorer
from skreddersom.apper.kandidat.handlinger.kontortall import tell_hele_kontoret
from skreddersom.apper.kandidat.handlinger.lagring import lagre
from skreddersom.apper.kandidat.models import Fil, Filslag, Filstatus, Gjennomgang
from skreddersom.apper.kandidat.ordlyd import for_nett
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.les import les_poster
from skreddersom.kjerne.kostra.linjer import tolk
from skreddersom.kjerne.screening.screening import screen
from skreddersom.kjerne.setning import setning
from skreddersom.plattform.design.setninger import som_data
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.kontekst import alle_personer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from uuid import UUID

    from skreddersom.kjerne.kostra.les import Kostrafil
    from skreddersom.kjerne.screening.screening import Screening
    from skreddersom.plattform.tilgang.kontekst import Kontekst

UFERDIG: Final = (Gjennomgang.Status.VENTER, Gjennomgang.Status.KJORER)


def start_gjennomgang(
    kontekst: Kontekst,
    per: date,
    filer: Collection[UUID] | None = None,
    *,
    dato: date | None = None,
    i_bakgrunnen: bool = True,
) -> Gjennomgang:
    """Order a review of the day ``per``, from the files named, or from all that are ready.

    ``dato`` is the day it is held, today when left out. Raises ``Brukerfeil`` when there is nothing to review, or the day is to come.
    """
    holdt = dato or timezone.localdate()
    if per > holdt:
        raise Brukerfeil(_("Datoen kan ikke være etter i dag. Velg dagen kontoret vil vite hvordan det sto til."))
    valgte = list(_klare(kontekst, filer))
    _krev_11f(valgte)
    ny = Gjennomgang.objects.create(kontor_id=kontekst.kontor, startet_av_id=kontekst.ansatt, per=per, dato=holdt)
    ny.filer.set(valgte)
    skriv(kontekst, [Notat(Handling.OPPRETT, sak=f"gjennomgang/{ny.pk}", formal=Formal.KARTLEGGING, detalj=f"per {per}")])
    if i_bakgrunnen:
        from skreddersom.apper.kandidat import jobber

        jobber.bestill_gjennomgang(kontekst, ny.pk)
    return ny


def _klare(kontekst: Kontekst, filer: Collection[UUID] | None) -> Iterable[Fil]:
    klare = Fil.objects.filter(kontor_id=kontekst.kontor, status=Filstatus.KLAR)
    return klare if filer is None else klare.filter(pk__in=filer)


def _krev_11f(filer: Iterable[Fil]) -> None:
    if not any(fil.slag == Filslag.F11 for fil in filer):
        raise Brukerfeil(
            _("En gjennomgang trenger minst én 11F-fil som er klar. Last opp 11F under Filer, og vent til den er kontrollert.")
        )


def marker_kjorer(kontekst: Kontekst, gjennomgang_id: UUID) -> None:
    """Say on the page that the work has begun."""
    venter = Gjennomgang.objects.filter(pk=gjennomgang_id, kontor_id=kontekst.kontor, status=Gjennomgang.Status.VENTER)
    venter.update(status=Gjennomgang.Status.KJORER, framdrift=30)


def gi_opp_gjennomgang(kontekst: Kontekst, gjennomgang_id: UUID) -> None:
    """Say that the review could not be done, and what to do about it."""
    gjennomgang = Gjennomgang.objects.select_for_update().get(pk=gjennomgang_id, kontor_id=kontekst.kontor)
    melding = setning("Gjennomgangen stoppet av en feil hos oss. Start den på nytt, eller meld fra til den som drifter Skreddersøm.")
    _stans(gjennomgang, melding)


def kjor_gjennomgang(kontekst: Kontekst, gjennomgang_id: UUID) -> Gjennomgang:
    """Do the review, in one piece: when it stops half-way, nothing of it is kept, and it can be done again. Once only."""
    gjennomgang = Gjennomgang.objects.select_for_update().get(pk=gjennomgang_id, kontor_id=kontekst.kontor)
    if gjennomgang.status not in UFERDIG:
        return gjennomgang
    try:
        screening = _screen(gjennomgang)
    except Brukerfeil as feil:
        return _stans(gjennomgang, for_nett(feil.setning))
    with alle_personer(kontekst):
        lagre(kontekst, gjennomgang, screening)
        sett_navn(kontekst, _navn(kontekst))
    _ferdig(kontekst, gjennomgang, screening)
    return gjennomgang


def _screen(gjennomgang: Gjennomgang) -> Screening:
    filer = list(gjennomgang.filer.select_related("innhold").order_by("aar", "kommunenr", "tid"))
    valgt = {slag: [_les(fil) for fil in _nyeste(filer) if fil.slag == slag] for slag in (Filslag.F11, Filslag.CF11)}
    gjennomgang.kommuner = sorted({fil.kommunenr for fil in filer if fil.slag == Filslag.F11})
    screening = screen(valgt[Filslag.F11], valgt[Filslag.CF11], gjennomgang.per, behold=("person", "maske"))
    gjennomgang.aar = sorted(screening.aar)
    return screening


def _nyeste(filer: list[Fil]) -> list[Fil]:
    """The newest file of each kind, year and municipality: an extract made again takes the place of the one before."""
    return list({(fil.slag, fil.aar, fil.kommunenr): fil for fil in filer}.values())


def _les(fil: Fil) -> Kostrafil:
    return les_poster(tolk(Path(fil.navn), bytes(fil.innhold.data)))


def _navn(kontekst: Kontekst) -> dict[str, str]:
    """All names the office has been given, the newest list last."""
    lister = Fil.objects.filter(kontor_id=kontekst.kontor, slag=Filslag.NAVN, status=Filstatus.KLAR).select_related("innhold")
    navn: dict[str, str] = {}
    for fil in lister.order_by("tid"):
        navn |= navneliste.les(bytes(fil.innhold.data)).navn
    return navn


def _stans(gjennomgang: Gjennomgang, melding: str) -> Gjennomgang:
    gjennomgang.status, gjennomgang.ferdig = Gjennomgang.Status.FEILET, timezone.now()
    gjennomgang.utsagn, gjennomgang.melding = [som_data(melding)], melding
    gjennomgang.save()
    return gjennomgang


def _ferdig(kontekst: Kontekst, gjennomgang: Gjennomgang, screening: Screening) -> None:
    gjennomgang.merknader = [som_data(for_nett(merknad)) for merknad in screening.merknader]
    gjennomgang.status, gjennomgang.framdrift, gjennomgang.ferdig = Gjennomgang.Status.FERDIG, 100, timezone.now()
    gjennomgang.save()
    tell_hele_kontoret(kontekst)
    tell_indikatorer(kontekst)
    hvor_mange = f"{screening.personer.height} personer vurdert"
    skriv(kontekst, [Notat(Handling.ENDRE, sak=f"gjennomgang/{gjennomgang.pk}", formal=Formal.KARTLEGGING, detalj=hvor_mange)])
