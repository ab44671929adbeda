"""The case as a whole: a new behandling of what was decided, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Innsending, med_sak
from skreddersom.apper.sak.models import FERDIGE, Behandling, Hendelse, Hendelsesslag, Periode, Slag, Utfall, Vedtak
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from skreddersom.apper.sak.models import Sak
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def apne_behandling(kontekst: Kontekst, sak_id: UUID, inn: Innsending, slag: Slag, vedtak_id: UUID) -> Hendelse:
    """Begin the work towards a decision that changes ``vedtak_id``; the event names it (``data["behandling"]``).

    Raises as ``med_sak``, ``Vedtak.DoesNotExist``, and ``Brukerfeil`` for a decision that cannot be changed so.
    """

    def gjor(sak: Sak) -> dict[str, Any]:
        vedtak = sak.vedtak.get(pk=vedtak_id)
        _krev_kan_endres(vedtak, slag)
        behandling = Behandling.objects.create(
            **felles.felles(kontekst, sak), sak=sak, slag=slag, gjelder=vedtak, saksbehandler_id=kontekst.ansatt, apnet=sporringer.idag()
        )
        return {"behandling": str(behandling.pk), "slag": slag, "vedtak": str(vedtak.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.APNET, gjor)


def _krev_kan_endres(vedtak: Vedtak, slag: Slag) -> None:
    if slag is Slag.SOKNAD:
        raise Brukerfeil(_("En søknad begynner når den blir registrert."))
    if slag is Slag.KLAGE:
        raise Brukerfeil(_("En klage avvises fra klagens egen side."))
    if slag is not Slag.OMGJORING and vedtak.utfall != Utfall.INNVILGET:
        raise Brukerfeil(_("Velg et vedtak som innvilger program. Andre vedtak kan bare omgjøres."))


def avslutt_sak(kontekst: Kontekst, sak_id: UUID, inn: Innsending) -> Hendelse:
    """End the case, when nothing is being worked on and no programme is granted from today on. Raises as ``med_sak``."""

    def gjor(sak: Sak) -> dict[str, Any]:
        idag = sporringer.idag()
        if sak.behandlinger.exclude(status__in=FERDIGE).exists():
            raise Brukerfeil(_("Saken har en behandling som ikke er ferdig."))
        if klagesporringer.apne(sak.klager.all()).exists():
            raise Brukerfeil(_("Saken har en klage som ikke er ferdig."))
        if Periode.objects.filter(vedtak__sak=sak, gjelder=True, til__gte=idag).exists():
            raise Brukerfeil(_("Personen har innvilget program. Avslutt programmet med et vedtak først."))
        sak.avsluttet = idag
        return {}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.AVSLUTTET, gjor)
