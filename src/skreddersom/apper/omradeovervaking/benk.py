"""What the office is asked and has not answered, as a task of its leader: worked out, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.omradeovervaking.models import Kontorsvar, Levering, Melding, Status
from skreddersom.apper.sak.kontorbenk import Kontoroppgave
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def oppgaver(kontekst: Kontekst, _dag: date) -> list[Kontoroppgave]:
    """The rounds that wait for the office's answers. One query, and only for the leader, who is the one who answers."""
    if kontekst.rolle is not Rolle.LEDER:
        return []
    godtatt = Levering.objects.filter(kontorsvar=OuterRef("pk"), retur=None)
    venter = Kontorsvar.objects.filter(~Exists(godtatt), kontor_id=kontekst.kontor, runde__status=Status.SENDT)
    naar = {slag: Max("meldinger__tid", filter=Q(meldinger__slag=slag)) for slag in Melding.Slag.values}
    return [_oppgave(ett) for ett in venter.select_related("runde", "eier").annotate(**naar)]


def _oppgave(ett: Any) -> Kontoroppgave:  # noqa: ANN401 – a ``Kontorsvar`` with the moments of the last messages
    tilbake, minnet = ett.retur, ett.paaminnelse
    if tilbake and (not minnet or tilbake > minnet):
        merke, farge, naar = _("Sendt tilbake"), "warning", tilbake
    elif minnet:
        merke, farge, naar = _("Minnet om fristen"), "warning", minnet
    else:
        merke, farge, naar = _("Ikke svart"), "info", ett.tid
    return Kontoroppgave(
        adresse=reverse("omradeovervaking:svar", args=[ett.pk]),
        navn=ett.runde.tittel,
        kort=_("Spørsmål fra %(hvem)s") % {"hvem": ett.eier.navn},
        gjor=_("Svar på det dere fikk tilbake") if tilbake else _("Svar på spørsmålene"),
        frist=ett.runde.frist,
        merke=merke,
        farge=farge,
        merket=timezone.localdate(naar),
    )
