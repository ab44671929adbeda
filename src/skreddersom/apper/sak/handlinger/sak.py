"""The case as a whole: a new behandling of what was decided, its end, and a new beginning. ``sakport`` says what is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Innsending, med_sak
from skreddersom.apper.sak.models import UTFALL, Behandling, Hendelse, Hendelsesslag, Slag
from skreddersom.apper.sak.sakport import KAN_ENDRES, Videre, kan_gjelde, port
from skreddersom.apper.sak.saksporringer import sakstilstand
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from skreddersom.apper.kandidat.port import Port
    from skreddersom.apper.sak.models import Sak, Vedtak
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def apne_behandling(kontekst: Kontekst, sak_id: UUID, inn: Innsending, slag: Slag, vedtak_id: UUID) -> Hendelse:
    """Begin the work towards a decision that changes ``vedtak_id``; the event names it (``data["behandling"]``).

    Raises as ``avslutt_sak``, ``Vedtak.DoesNotExist``, and ``Brukerfeil`` for a decision that cannot be changed so.
    """
    if slag not in KAN_ENDRES:
        raise Brukerfeil(_("En søknad begynner når den blir registrert, og en klage avvises fra klagens egen side."))

    def gjor(sak: Sak) -> dict[str, Any]:
        idag = sporringer.idag()
        vedtak = sak.vedtak.get(pk=vedtak_id)
        if vedtak.pk not in {ett.id for ett in kan_gjelde(slag, sakstilstand(sak), idag)}:
            raise Brukerfeil(_("Dette vedtaket kan ikke endres slik. Velg et annet."))
        behandling = Behandling.objects.create(
            **felles.felles(kontekst, sak),
            **_utkast(slag, vedtak),
            sak=sak,
            slag=slag,
            gjelder=vedtak,
            saksbehandler_id=kontekst.ansatt,
            apnet=idag,
        )
        return {"behandling": str(behandling.pk), "slag": slag, "vedtak": str(vedtak.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.APNET, gjor, kan=porten(Videre(slag.value)))


def _utkast(slag: Slag, vedtak: Vedtak) -> dict[str, Any]:
    """What the draft begins with: the only outcome there is, the days and hours of what it changes, and where the last letter went."""
    mottaker = vedtak.behandling.brevfelt.get("mottaker")
    felt: dict[str, Any] = {"brevfelt": {"mottaker": mottaker} if mottaker else {}}
    if len(UTFALL[slag]) == 1:
        felt["utfall"] = UTFALL[slag][0]
    if slag is Slag.FORLENGELSE and vedtak.til is not None:
        neste = vedtak.til + timedelta(days=1)
        felt |= {"fra": neste, "start": neste, "timer_uke": vedtak.timer_uke}
    elif slag is Slag.OMGJORING:
        felt |= {navn: getattr(vedtak, navn) for navn in ("fra", "til", "start", "timer_uke")}
    return felt


def avslutt_sak(kontekst: Kontekst, sak_id: UUID, inn: Innsending) -> Hendelse:
    """End the case, when nothing is being worked on and no programme is granted from today on. Raises as ``med_sak``."""

    def gjor(sak: Sak) -> dict[str, Any]:
        sak.avsluttet = sporringer.idag()
        return {}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.AVSLUTTET, gjor, kan=porten(Videre.AVSLUTT))


def gjenapne_sak(kontekst: Kontekst, sak_id: UUID, inn: Innsending) -> Hendelse:
    """Open a case that was put away, so that a decision in it can be changed. Raises as ``med_sak``."""

    def gjor(sak: Sak) -> dict[str, Any]:
        sak.avsluttet = None
        return {}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.GJENAPNET, gjor, kan=porten(Videre.GJENAPNE))


def porten(hva: Videre) -> Callable[[Sak, Kontekst], Port]:
    """What ``med_sak`` asks for one thing that can come next."""
    return lambda sak, kontekst: port(hva, sakstilstand(sak), kontekst, sporringer.idag())
