"""Two who send the same letter at the same moment send one letter."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from django.db import connection

from plattform.brev.mottak import mottak
from plattform.brev.test_handlinger import lagret
from rollebesetning import lag_besetning
from skreddersom.plattform.brev import handlinger
from skreddersom.plattform.brev.models import Status
from skreddersom.plattform.brev.sendere.svarut import SvarUt
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from skreddersom.plattform.oppsett.roller import Adresser


def test_to_som_sender_samtidig_sender_ett_brev(egen_database: Adresser) -> None:
    folk = lag_besetning()
    brev = lagret(folk)
    konteksten = folk.kontekst("vilde")

    def send(adresse: str) -> str:
        try:
            with som(konteksten) as kontekst:
                return handlinger.send(kontekst, brev.pk, SvarUt(adresse)).status
        finally:
            connection.close()

    with mottak("tregt", "tregt") as hos, ThreadPoolExecutor(2) as traader:
        statuser = list(traader.map(send, [hos.adresse] * 2))
    assert statuser == [Status.SENDT, Status.SENDT]
    assert hos.forsok == [str(brev.pk)]
