"""The letters that a veileder writes from the page of a case: the form beside the letter it becomes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from skreddersom.apper.sak import handlinger, skrevetbrev, sporringer
from skreddersom.apper.sak.forms.skrevetbrev import Bevisskjema, Invitasjonsskjema
from skreddersom.apper.sak.sakport import Videre
from skreddersom.apper.sak.views.skjema import Skjemaside
from skreddersom.apper.sak.visning import brev as brevvisning
from skreddersom.apper.sak.visning.videre import GJOR

if TYPE_CHECKING:
    from skreddersom.apper.sak.models import Sak
    from skreddersom.apper.sak.sakport import Sakstilstand
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


def invitasjon(request: Foresporsel, sak: Sak, tilstand: Sakstilstand) -> partial[Skjemaside[Any]]:
    """An invitation to the one the case is about."""
    skjema = Invitasjonsskjema(sak, sak.person, request.POST or None)
    if request.POST:
        skjema.full_clean()
    ny = skjema.invitasjon if request.POST else skrevetbrev.Invitasjon()
    brev = skrevetbrev.invitasjonen(request.kontekst, skrevetbrev.i_saken(sak, tilstand), ny, sporringer.idag())
    return partial(
        _siden(sak, Videre.INVITASJON),
        lag=lambda data: Invitasjonsskjema(sak, sak.person, data),
        gjor=lambda skjema: handlinger.inviter(request.kontekst, sak.pk, skjema.innsending(), skjema.invitasjon),
        gjort=_("Invitasjonen er klar til å sendes."),
        knapp=_("Lag invitasjonen"),
        innhold={"brev": brevvisning.skrevet(brev, ny.hvorfor, sporringer.idag())},
    )


def bevis(request: Foresporsel, sak: Sak, tilstand: Sakstilstand) -> partial[Skjemaside[Any]]:
    """The certificate of the programme of the case."""
    planlagt = skrevetbrev.planlagt(tilstand)
    skjema = Bevisskjema(sak, planlagt, request.POST or None)
    if request.POST:
        skjema.full_clean()
    nytt = skjema.bevis if request.POST else skrevetbrev.Bevis(planlagt)
    brev = skrevetbrev.beviset(request.kontekst, skrevetbrev.i_saken(sak, tilstand), tilstand, nytt, sporringer.idag())
    return partial(
        _siden(sak, Videre.BEVIS),
        lag=lambda data: Bevisskjema(sak, planlagt, data),
        gjor=lambda skjema: handlinger.gi_bevis(request.kontekst, sak.pk, skjema.innsending(), skjema.bevis),
        gjort=_("Deltakerbeviset er klart. Skriv det ut, skriv under, og gi det til deltakeren."),
        knapp=_("Lag beviset"),
        innhold={"brev": brevvisning.skrevet(brev, "", sporringer.idag())},
    )


def _siden(sak: Sak, hva: Videre) -> partial[Skjemaside[Any]]:
    """When it is made, one goes to the letters, where it is sent from."""
    return partial(
        Skjemaside,
        om=sak,
        tittel=str(GJOR[hva]),
        tilbake=reverse("sak:sak", kwargs={"sak_id": sak.pk}),
        videre=lambda _hendelse: reverse("sak:brevene", kwargs={"sak_id": sak.pk}),
        mal="sak/brevskjema.html",
    )
