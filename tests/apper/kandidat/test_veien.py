"""The whole way, without a browser: file in, controlled, reviewed, informed, and the office's numbers move."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from apper.kandidat.kontorfiler import PER, filer, gjennomgang, last_opp
from skreddersom.apper.kandidat import handlinger, sporringer
from skreddersom.apper.kandidat.handlinger.utfall import Registrering
from skreddersom.apper.kandidat.models import Kanal, Kontortall, Utfallsslag, Vurdering
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning


@pytest.mark.krav("R03")
def test_fra_fil_til_utfall(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        assert {fil.status for fil in last_opp(vilde)} == {"klar"}
        ferdig = gjennomgang(vilde)
        assert ferdig.status == "ferdig", ferdig.melding
        alle = sporringer.kandidater(vilde)
        assert 0 < alle.count() < Vurdering.objects.count()
        forste = sporringer.med_alt(alle).order_by("rang").first()
        assert forste is not None
        ny = Registrering(Utfallsslag.INFORMERT, PER, forste.versjon, uuid4(), Kanal.SAMTALE)
        handlinger.registrer_utfall(vilde, forste.pk, ny)
        tall = Kontortall.objects.get()
        assert (tall.kandidater, tall.med_utfall, tall.informert) == (alle.count(), 1, 1)


def test_samme_fil_to_ganger_er_en_fil(folk: Besetning) -> None:
    navn, data = next(iter(filer().items()))
    with som(folk.kontekst("vilde")) as vilde:
        forste = handlinger.ta_imot_fil(vilde, navn, data)
        andre = handlinger.ta_imot_fil(vilde, "et annet navn.txt", data)
        assert (andre.pk, andre.var_her_fra_for, forste.var_her_fra_for) == (forste.pk, True, False)


def test_ny_gjennomgang_lager_ingen_nye_personer(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde, dato=date(2026, 7, 1))
        for_ = set(sporringer.kandidater(vilde).values_list("pk", flat=True))
        gjennomgang(vilde)
        assert set(sporringer.kandidater(vilde).values_list("pk", flat=True)) == for_
