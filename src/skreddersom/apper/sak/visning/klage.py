"""A complaint as its page shows it: what can be done now, in words and addresses, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak.klagebenk import kontorets_frist
from skreddersom.apper.sak.klageport import Handling, porter
from skreddersom.apper.sak.models import FERDIG_KLAGE, Klagestand
from skreddersom.apper.sak.visning.hode import Fristvisning, fristvisning
from skreddersom.apper.sak.visning.naa import Apen, Naa, Stengt

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.klagetilstand import Klagetilstand
    from skreddersom.apper.sak.models import Formkrav, Klage
    from skreddersom.plattform.tilgang.kontekst import Kontekst

GJOR: Final = {
    Handling.KLAGE_FORMKRAV: gettext_lazy("Vurder formkravene"),
    Handling.KLAGE_TILLEGG: gettext_lazy("Registrer tillegg"),
    Handling.KLAGE_UTKAST: gettext_lazy("Skriv oversendelsen"),
    Handling.KLAGE_SEND: gettext_lazy("Send oversendelsen til en annen"),
    Handling.KLAGE_ANGRE: gettext_lazy("Angre sendingen"),
    Handling.KLAGE_RETURNER: gettext_lazy("Returner til saksbehandleren"),
    Handling.KLAGE_OVERSEND: gettext_lazy("Oversend til Statsforvalteren"),
    Handling.KLAGE_OMGJOR: gettext_lazy("Omgjør vedtaket"),
    Handling.KLAGE_AVVIS: gettext_lazy("Avvis klagen"),
    Handling.KLAGE_OVERTA: gettext_lazy("Overta klagen"),
    Handling.KLAGE_TILDEL: gettext_lazy("Gi klagen til en veileder"),
    Handling.KLAGE_TREKK: gettext_lazy("Klagen er trukket"),
}
"""Action → what the button says."""

STANDFARGE: Final = {
    Klagestand.UNDER_ARBEID: "info",
    Klagestand.TIL_BESLUTNING: "accent",
    Klagestand.OMGJORES: "accent",
    Klagestand.AVVISES: "accent",
    Klagestand.OMGJORT: "success",
    Klagestand.AVVIST: "warning",
    Klagestand.OVERSENDT: "success",
    Klagestand.TRUKKET: "neutral",
}
"""Stage → colour."""


def naa(klage: Klage, tilstand: Klagetilstand, hvem: Kontekst, dag: date) -> Naa:
    """Exactly what the port says. Every action has a form that asks to be sure."""
    alle = porter(tilstand, hvem, dag)
    apne = [handling for handling, port in alle.items() if port.apen]
    return Naa(
        tuple(
            Apen(str(GJOR[ett]), adresse(ett, klage), direkte=False, variant="secondary" if nr else "primary")
            for nr, ett in enumerate(apne)
        ),
        tuple(Stengt(str(GJOR[handling]), port.hindringer) for handling, port in alle.items() if not port.apen),
    )


def adresse(handling: Handling, klage: Klage) -> str:
    """Where it is done."""
    return reverse("sak:klageskjema", kwargs={"klage_id": klage.pk, "hva": handling.value.removeprefix("klage_")})


def fristene(klage: Klage, krav: Formkrav | None, dag: date, dager: int) -> list[Fristvisning]:
    """What is due while it waits for the office, the first on top. ``dager`` are those the office has."""
    if klage.stand in FERDIG_KLAGE:
        return []
    siste = kontorets_frist(klage, dager)
    alle = [fristvisning(_("Klagen skal være oversendt eller tatt til følge"), siste, _("kontorets egen frist"), dag)]
    if krav is not None and krav.rettefrist is not None and not krav.oppfylt:
        alle.append(fristvisning(_("Klageren kan rette klagen"), krav.rettefrist, "", dag))
    return sorted(alle, key=lambda ett: ett.dato)
