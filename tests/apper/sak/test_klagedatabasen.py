"""What the database holds of complaints by itself, tried as the program's own role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from apper.sak.klagebrudd import FORMKRAV, KLAGE, KLAGEBRUDD, klage, ny, oversendelse, vedtaket
from apper.sak.saken import lag_sak, person
from apper.sak.test_databasen import brytes
from skreddersom.apper.sak.models import Formkrav, Klage
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from apper.sak.saken import Saken


@pytest.mark.parametrize("navn", KLAGEBRUDD)
def test_hver_regel_om_klager_nekter_det_den_skal(saken: Saken, navn: str) -> None:
    with som(saken.folk.kontekst("lena")), brytes(navn):
        KLAGEBRUDD[navn](saken)


def test_en_klage_kan_ikke_handle_om_en_annen_person_eller_et_annet_vedtak(saken: Saken) -> None:
    annen, nabosaken = person(saken.folk, nokkel="en annen"), lag_sak(saken.folk, "naboen")
    with som(saken.folk.kontekst("lena")):
        with brytes("sak_klage_sak_person_kontor_samme"):
            klage(saken, person_id=annen.pk)
        with brytes("sak_klage_vedtak_sak_samme"):
            ny(nabosaken, Klage, sak_id=nabosaken.sak_id, vedtak=vedtaket(saken), **KLAGE)
        with brytes("sak_formkrav_klage_person_kontor_samme"):
            ny(nabosaken, Formkrav, klage=klage(saken), **FORMKRAV)


def test_oversendelsen_kan_verken_endres_eller_fjernes(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        oversendelse(saken)
        for sporring in ("update sak_oversendelse set vurdering = 'noe annet'", "delete from sak_oversendelse", "delete from sak_klage"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as peker:
                peker.execute(sporring)
