"""Letters that wait are sent by the worker, with longer and longer between the attempts; those that do not get away are alarmed about."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from skreddersom.plattform.brev.models import Brev

LOGG: Final = logging.getLogger(__name__)
FORSTE_VENTETID: Final = timedelta(minutes=5)


@app.periodic(cron="*/5 * * * *")
@app.task(name="brev.send_ventende", queueing_lock="brev.send_ventende")
def send_ventende(timestamp: int) -> None:  # noqa: ARG001 - procrastinate gives the time by name
    """Send what waits at every office, each letter in a transaction of its own, and tell of those that should have gone."""
    from skreddersom.plattform.brev.models import Kanal
    from skreddersom.plattform.brev.sendere.port import sender
    from skreddersom.plattform.tilgang.models import Kontor

    for kontor in Kontor.objects.values_list("pk", flat=True):
        if sender().kanal is not Kanal.NEDLASTING:
            _send_ved(kontor, timezone.now())
        varsle(kontor, timezone.now())


def _send_ved(kontor: UUID, naa: datetime) -> None:
    from skreddersom.plattform.brev import handlinger, sporringer
    from skreddersom.plattform.brev.models import Status
    from skreddersom.plattform.tilgang.kontekst import som, systemet

    with som(systemet(kontor)) as kontekst:
        klare = [brev.pk for brev in sporringer.venter(kontekst) if brev.status == Status.KLAR and neste_forsok(brev) <= naa]
    for pk in klare:
        with som(systemet(kontor)) as kontekst:
            handlinger.send(kontekst, pk)


def neste_forsok(brev: Brev) -> datetime:
    """When the letter may be tried: at once, then after 10, 20, 40 … minutes from when it was ready."""
    if brev.klar is None:
        raise ValueError("et utkast sendes ikke")
    return brev.klar + (FORSTE_VENTETID * 2**brev.forsok if brev.forsok else timedelta())


def varsle(kontor: UUID, naa: datetime) -> int:
    """Tell whoever looks after the server how many letters should have gone from the office, and give the number. No person is named."""
    from skreddersom.plattform.brev import sporringer
    from skreddersom.plattform.tilgang.kontekst import som, systemet

    with som(systemet(kontor)) as kontekst:
        antall = sporringer.usendte(kontekst, naa, settings.BREV_ALARM).count()
    if antall:
        LOGG.warning("%d brev er ikke sendt ved kontoret %s. Åpne lista over usendte brev.", antall, kontor)
    return antall
