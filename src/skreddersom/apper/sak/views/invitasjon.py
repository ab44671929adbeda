"""A candidate who has no case is invited to a talk: the form, the letter it becomes, and the invitations that are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from skreddersom.apper.kandidat.visning import rad
from skreddersom.apper.sak import handlinger, skrevetbrev, sporringer
from skreddersom.apper.sak.forms.skrevetbrev import Kandidatinvitasjon
from skreddersom.apper.sak.sakport import Videre
from skreddersom.apper.sak.views.felles import hent_kandidat
from skreddersom.apper.sak.views.sakens_brev import brevrader, hentet_eller_gjort
from skreddersom.apper.sak.views.skjema import Skjemaside, med_brevet
from skreddersom.apper.sak.visning import brev as brevvisning
from skreddersom.apper.sak.visning.videre import FORKLARING, GJOR
from skreddersom.plattform.brev import sporringer as brevene

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.apper.sak.views.sakens_brev import Gjoremaal
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

MULIG: Final[Gjoremaal] = {
    "sendt": (handlinger.merk_invitasjon, gettext_lazy("Brevet er merket som sendt.")),
    "forkast": (handlinger.forkast_invitasjon, gettext_lazy("Brevet er lagt bort, og skal ikke sendes.")),
}
"""What can be done with an invitation → how, and what to say when it is done."""


@require_http_methods(["GET", "HEAD", "POST"])
def inviter(request: Foresporsel, kandidat_id: UUID) -> HttpResponse:
    """The form, what it sends, and the invitations that are made."""
    kandidat = hent_kandidat(request, kandidat_id)
    her = reverse("sak:inviter", kwargs={"kandidat_id": kandidat.pk})
    side = Skjemaside(
        om=kandidat,
        tittel=str(GJOR[Videre.INVITASJON]),
        lag=lambda data: Kandidatinvitasjon(kandidat, kandidat.person, data),
        gjor=lambda skjema: handlinger.inviter_kandidat(
            request.kontekst, kandidat.pk, skjema.innsending(), skjema.invitasjon, skjema.valgt_malform
        ),
        port=handlinger.invitasjonsport(kandidat, request.kontekst),
        tilbake=reverse("kandidat:kandidat", kwargs={"kandidat_id": kandidat.pk}),
        videre=lambda _brev: her,
        gjort=_("Invitasjonen er klar til å sendes."),
        knapp=_("Lag invitasjonen"),
        ingress=str(FORKLARING[Videre.INVITASJON]),
        mal="sak/inviter.html",
        innhold=_innhold(request, kandidat),
    )
    return med_brevet(request, side)


def _innhold(request: Foresporsel, kandidat: Kandidat) -> dict[str, Any]:
    skjema = Kandidatinvitasjon(kandidat, kandidat.person, request.POST or None)
    if request.POST:
        skjema.full_clean()
    ny = skjema.invitasjon if request.POST else skrevetbrev.Invitasjon()
    malform = skjema.valgt_malform if request.POST else "nb"
    brev = skrevetbrev.invitasjonen(request.kontekst, skrevetbrev.fra_lista(kandidat, malform), ny, sporringer.idag())
    laget = brevene.om_personen(request.kontekst, kandidat.person_id)
    return {
        "brev": brevvisning.skrevet(brev, ny.hvorfor, sporringer.idag()),
        "kandidat": kandidat,
        "navn": rad(kandidat).navn,
        "rader": brevrader(request, laget, lambda ett: _sted(kandidat, ett)),
    }


def _sted(kandidat: Kandidat, brev: Brev) -> str:
    return reverse("sak:invitasjonen", kwargs={"kandidat_id": kandidat.pk, "brev_id": brev.pk})


@require_http_methods(["GET", "HEAD", "POST"])
def invitasjonen(request: Foresporsel, kandidat_id: UUID, brev_id: UUID) -> HttpResponse:
    """The very bytes of the letter; what is posted is done with it. Raises ``Http404`` for a letter that is not to this candidate."""
    kandidat = hent_kandidat(request, kandidat_id)
    valgt = brevene.om_personen(request.kontekst, kandidat.person_id).filter(pk=brev_id).first()
    return hentet_eller_gjort(request, valgt, MULIG, kandidat.pk, reverse("sak:inviter", kwargs={"kandidat_id": kandidat.pk}))
