"""What the database refuses, as the sentence that a user can read."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


I_DATABASEN: Final = {
    "periode_overlapper_ikke": _(
        "Personen har alt program i en del av denne perioden. Endre datoene, eller endre det andre vedtaket først."
    ),
    "vedtak_hoyst_ett_aar": _("Et vedtak kan gjelde i høyst ett år."),
    "behandling_ferdig": _("Behandlingen er ferdig, og kan ikke endres."),
    "behandling_overgang": _("Det går ikke an å gå rett dit. Last siden på nytt, og se hva som er åpent."),
    "behandling_uten_vedtak": _("Behandlingen kan ikke være vedtatt uten et vedtak."),
    "behandling_gjelder_fast": _("Hva behandlingen gjelder, kan ikke endres."),
    "behandling_under_arbeid": _("Vilkår kan bare vurderes og sikres mens behandlingen er under arbeid."),
    "vedtak_av_beslutter": _("Bare beslutteren som har tatt saken, kan fatte vedtaket."),
    "vedtak_egen_vurdering": _("Du har vurdert vilkår i saken, og kan ikke beslutte i den."),
    "vedtak_uten_varsel": _("Deltakeren må varsles først, og få tid til å uttale seg, eller dere må skrive hvorfor det ikke trengs."),
    "klage_ferdig": _("Klagen er ferdig, og kan ikke endres."),
    "klage_overgang": _("Det går ikke an å gå rett dit. Last siden på nytt, og se hva som er åpent."),
    "klage_venter_paa_behandling": _("Klagen avgjøres i en egen behandling. Henlegg den først."),
    "klage_uten_oversendelse": _("Klagen kan ikke være oversendt uten et oversendelsesbrev."),
    "oversendelse_ikke_sendt": _("Oversendelsen må være laget og sendt av den som har klagen."),
    "oversendelse_av_annen": _("Du fattet vedtaket det klages på. En annen beslutter eller lederen skal se på klagen."),
    "sak_hendelse_nokkel_key": _("Skjemaet er brukt før. Last siden på nytt."),
    "sak_soknad_nokkel_key": _("Skjemaet er brukt før. Last siden på nytt."),
}
"""Name of what only the database holds → what to say."""


@cache
def setninger() -> Mapping[str, object]:
    """Every constraint of the case by name, with its sentence."""
    modeller = apps.get_app_config("sak").get_models()
    regler = (regel for modell in modeller for regel in modell._meta.constraints)  # noqa: SLF001 – a public name of Django's
    av_modellene: dict[str, object] = {regel.name: regel.violation_error_message for regel in regler}
    return {**av_modellene, **I_DATABASEN}


@contextmanager
def med_setning() -> Iterator[None]:
    """Do what is inside, or nothing of it. Raises ``Brukerfeil`` with the sentence of the constraint that refuses it."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        setning = setninger().get(_navn(feil))
        if setning is None:
            raise
        raise Brukerfeil(str(setning)) from feil


def _navn(feil: IntegrityError) -> str:
    diagnose = getattr(feil.__cause__, "diag", None)
    return getattr(diagnose, "constraint_name", None) or ""
