"""What every page asks, is planned once for each connection."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import connection

from skreddersom.apper.kandidat.models import Person
from skreddersom.plattform.forberedt import ETTER
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning

SPURT_IGJEN = 3


def test_en_sporring_som_gjentas_planlegges_en_gang_og_radene_er_de_riktige_for_hver(folk: Besetning) -> None:
    """The plan is kept, not the answer: the next one who asks, at another office, sees their own persons with it."""
    for navn, hvem in (("Per", "vilde"), ("Pål", "stine")):
        with som(folk.kontekst(hvem)) as kontekst:
            Person.objects.create(kontor_id=kontekst.kontor, nokkel=f"journal:{uuid.uuid4()}", navn=navn)
    sett = []
    for hvem in ("vilde", "stine") * (ETTER + SPURT_IGJEN):
        with som(folk.kontekst(hvem)) as kontekst:
            sett.append(list(Person.objects.filter(kontor_id=kontekst.kontor).values_list("navn", flat=True)))
    assert sett == [["Per"], ["Pål"]] * (ETTER + SPURT_IGJEN)
    with connection.cursor() as peker:
        peker.execute(
            "select generic_plans >= %s, custom_plans from pg_prepared_statements where statement like %s",
            [SPURT_IGJEN, "%navn%kandidat_person%"],
        )
        assert peker.fetchall() == [(True, 0)]
