"""The search finds those outside the list too: they are counted by reason, and can be opened; those one may not see are not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from apper.kandidat.kandidater import kandidat
from apper.kandidat.test_utenfor import GRUNN, en_utenfor, siden_til
from skreddersom.apper.kandidat import handlinger
from skreddersom.apper.kandidat.models import Person
from skreddersom.kjerne.screening.utenfor import TEKST
from skreddersom.plattform.tilgang import handlinger as tilgang
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning


def sok(klient: Client, tekst: str) -> Any:
    return klient.post("/kandidater/sok/", {"tekst": tekst})


@pytest.fixture
def navngitt(bakken: Besetning) -> Besetning:
    """Two outside the list and one on it share a name."""
    ute = [en_utenfor(bakken, nr).person_id for nr in range(2)]
    with som(bakken.kontekst("lena")) as lena:
        Person.objects.filter(pk__in=[*ute, kandidat(lena).person_id]).update(navn="Åse Øvrebø")
    return bakken


def test_fodselsnummeret_forer_til_siden_om_den_som_er_utenfor(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    adresse = sok(bakken.logg_inn(client, "vilde"), vurdering.person.fnr).headers["Location"]
    assert adresse == siden_til(vurdering)
    assert client.get(adresse).status_code == 200


def test_navnet_finner_dem_paa_lista_og_dem_utenfor_med_grunn(navngitt: Besetning, client: Client) -> None:
    adresse = sok(navngitt.logg_inn(client, "vilde"), "øvrebø").headers["Location"]
    assert "vreb" not in adresse
    svar = client.get(adresse)
    assert (svar.context["liste"].treff, len(svar.context["utenfor"])) == (1, 2)
    assert sum(antall for _grunn, antall in svar.context["etter_grunn"]) == 2
    assert {rad["grunn"] for rad in svar.context["utenfor"]} <= set(TEKST.values())
    assert all(siden_til(rad["vurdering"]) in svar.content.decode() for rad in svar.context["utenfor"])


def test_journalnummeret_finner_den_som_er_utenfor(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    adresse = sok(bakken.logg_inn(client, "vilde"), vurdering.journalnr.lstrip("0")).headers["Location"]
    svar = client.get(adresse)
    assert [rad["vurdering"].pk for rad in svar.context["utenfor"]] == [vurdering.pk]
    assert "Ingen passer til filteret" not in svar.content.decode()


def test_den_som_er_tatt_inn_finnes_som_kandidat(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        ny = handlinger.ta_inn(vilde, vurdering.pk, GRUNN)
    assert sok(bakken.logg_inn(client, "vilde"), vurdering.person.fnr).headers["Location"] == f"/kandidater/{ny.pk}/"


def test_den_skjermede_finnes_ikke_i_soket(navngitt: Besetning, client: Client) -> None:
    vurdering = en_utenfor(navngitt)
    with som(navngitt.kontekst("lena")) as lena:
        fra_for = sok(navngitt.logg_inn(client, "vilde"), "øvrebø").headers["Location"]
        tilgang.skjerm(lena, vurdering.person_id, Gradering.STRENGT_FORTROLIG)
    assert len(client.get(fra_for).context["utenfor"]) == 1
    adresser = [sok(client, tekst).headers["Location"] for tekst in (vurdering.person.fnr, vurdering.journalnr)]
    assert [client.get(adresse).context["utenfor"] for adresse in adresser] == [[], []]


@pytest.mark.parametrize("navn", ["stine", "adrian", "fredrik"])
def test_andre_kontorer_og_andre_roller_finner_ingen(navngitt: Besetning, client: Client, navn: str) -> None:
    vurdering = en_utenfor(navngitt)
    svar = sok(navngitt.logg_inn(client, navn), vurdering.person.fnr)
    assert siden_til(vurdering) not in svar.headers.get("Location", "")
    if svar.status_code == 302:
        assert client.get(svar.headers["Location"]).context["utenfor"] == []


def test_det_soket_husker_er_bare_hvem_ikke_hva(navngitt: Besetning, client: Client) -> None:
    sok(navngitt.logg_inn(client, "vilde"), "øvrebø")
    assert not re.search(r"vreb|(?<![0-9a-f-])\d{11}(?![0-9a-f-])", str(dict(client.session.items())))
