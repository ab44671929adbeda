"""The tables that are made quickly are the ones the models speak of."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations import AddConstraint, AddIndex, RunSQL

from skreddersom.plattform.oppsett.tabeller import Samlet, samlet


def skranke(navn: str) -> AddConstraint:
    return AddConstraint("sak", models.UniqueConstraint(fields=["nr"], name=navn))


def test_skranker_og_indekser_som_staar_sammen_blir_ett_steg_og_rekkefolgen_er_den_samme() -> None:
    en, to, tre, imellom = skranke("en"), AddIndex("sak", models.Index(fields=["nr"], name="to")), skranke("tre"), RunSQL("select 1")
    forste, midten, siste = samlet([en, to, imellom, tre])
    assert isinstance(forste, Samlet)
    assert isinstance(siste, Samlet)
    assert [*forste.steg, midten, *siste.steg] == [en, to, imellom, tre]


@pytest.mark.django_db
def test_alle_skranker_og_indekser_i_modellene_finnes_i_databasen() -> None:
    with connection.cursor() as peker:
        peker.execute("select conname from pg_constraint union select indexname from pg_indexes where schemaname = 'public'")
        finnes = {navn for (navn,) in peker.fetchall()}
    skal = {ett.name for modell in apps.get_models() for ett in (*modell._meta.constraints, *modell._meta.indexes)}
    assert len(skal) > 100
    assert skal - finnes == set()
