"""The words of the pages: what each action is called before it is done, where it is done, and the colours of states."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from skreddersom.apper.sak.models import Status, Utfall
from skreddersom.apper.sak.port import Handling

GJOR: Final = {
    Handling.VURDER: _("Vurder vilkårene"),
    Handling.UTKAST: _("Skriv utkast til vedtak"),
    Handling.KVALITETSSIKRE: _("Kvalitetssikre vilkårene"),
    Handling.FORELOPIG_SVAR: _("Gi foreløpig svar"),
    Handling.VARSLE: _("Gi forhåndsvarsel"),
    Handling.UTTALELSE: _("Registrer uttalelse"),
    Handling.SETT_PAA_VENT: _("Sett på vent"),
    Handling.GJENOPPTA: _("Gjenoppta"),
    Handling.OVERTA: _("Overta saken"),
    Handling.TILDEL: _("Gi saken til en veileder"),
    Handling.LEGG_TILBAKE: _("Legg saken tilbake"),
    Handling.SEND: _("Send til beslutning"),
    Handling.ANGRE: _("Angre sendingen"),
    Handling.TA: _("Ta saken til beslutning"),
    Handling.GI_TILBAKE: _("Gi saken tilbake til køen"),
    Handling.RETURNER: _("Returner til saksbehandleren"),
    Handling.FATT_VEDTAK: _("Fatt vedtak"),
    Handling.HENLEGG: _("Henlegg, eller registrer at søknaden er trukket"),
}
"""Action → what the button says."""

EGEN_SIDE: Final = {
    Handling.VURDER: "sak:vilkar",
    Handling.UTKAST: "sak:vedtak",
    Handling.KVALITETSSIKRE: "sak:kontroll",
    Handling.SEND: "sak:vedtak",
    Handling.ANGRE: "sak:vedtak",
    Handling.TA: "sak:vedtak",
    Handling.GI_TILBAKE: "sak:vedtak",
    Handling.RETURNER: "sak:vedtak",
    Handling.FATT_VEDTAK: "sak:vedtak",
}
"""Action → the page of the behandling where it is done; the others have a form each (``sak:arbeid``)."""

STATUSFARGE: Final = {
    Status.UNDER_ARBEID: "info",
    Status.TIL_BESLUTNING: "accent",
    Status.UNDER_BESLUTNING: "accent",
    Status.VEDTATT: "success",
    Status.HENLAGT: "neutral",
}
UTFALLSFARGE: Final = {
    Utfall.INNVILGET: "success",
    Utfall.AVSLATT: "danger",
    Utfall.AVVIST: "warning",
    Utfall.AVBRUTT: "warning",
    Utfall.STANSET: "warning",
    Utfall.AVSLUTTET: "neutral",
    Utfall.OPPHEVET: "warning",
    Utfall.KLAGE_AVVIST: "warning",
}
