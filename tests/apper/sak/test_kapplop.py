"""Two who really write at the same moment, each on a connection of their own, in a database where what is written is kept."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import connection

from apper.sak.saken import IDAG, lag_sak, soknad
from rollebesetning import Besetning, lag_besetning
from skreddersom.apper.kandidat.models import Person
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Behandling, Soknad, Ventegrunn
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.plattform.oppsett.roller import Adresser

VENTING = h.Venting(Ventegrunn.SOKER, IDAG + timedelta(days=7))


@pytest.fixture(scope="module")
def folket(egen_database: Adresser) -> Besetning:
    """The cast, in a database of this module's own."""
    return lag_besetning()


def samtidig(gjor: Callable[[], None]) -> None:
    """Two do it, and both are done when this is."""
    traader = [Thread(target=gjor) for _ in range(2)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join(30)


def test_to_skjemaer_som_sendes_i_samme_oyeblikk_blir_en_soknad(folket: Besetning) -> None:
    folk = folket
    with som(folk.kontekst("vilde")) as vilde:
        hvem = Person.objects.create(kontor_id=vilde.kontor, nokkel="samtidig", navn="Per Prøve")
    nokkel, port = uuid4(), Barrier(2)
    svar: list[object] = []

    def send() -> None:
        try:
            port.wait(10)
            svar.append(soknad(folk, hvem, nokkel=nokkel).pk)
        finally:
            connection.close()

    samtidig(send)
    with som(folk.kontekst("lena")):
        assert svar == [Soknad.objects.get().pk] * 2
        assert Behandling.objects.count() == 1


def test_to_som_skriver_paa_samme_versjon_samtidig_den_ene_vinner(folket: Besetning) -> None:
    folk = folket
    saken = lag_sak(folk, "kappløp")
    port, svar = Barrier(2), []

    def vent() -> None:
        try:
            with som(folk.kontekst("vilde")) as vilde:
                port.wait(10)
                h.sett_paa_vent(vilde, saken.behandling_id, h.Innsending(1, uuid4()), VENTING)
            svar.append("gjort")
        except h.Konflikt:
            svar.append("konflikt")
        finally:
            connection.close()

    samtidig(vent)
    assert sorted(svar) == ["gjort", "konflikt"]
