"""The address of a thing is the one that Django gives."""

from __future__ import annotations

import uuid

import pytest
from django.urls import NoReverseMatch, reverse

from skreddersom.plattform.adresser import til


@pytest.mark.parametrize("navn", ["kandidat:kandidat", "sak:sak", "sak:klage"])
def test_adressen_er_den_samme_som_django_lager_for_hver_ting(navn: str) -> None:
    for pk in (uuid.uuid4(), uuid.uuid4()):
        assert til(navn, pk) == reverse(navn, args=[pk])


def test_en_side_som_ikke_er_av_en_ting_har_ingen_adresse_her() -> None:
    with pytest.raises(NoReverseMatch):
        til("kandidat:kandidater", uuid.uuid4())
