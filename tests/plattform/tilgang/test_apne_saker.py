"""The leader opens a case to somebody from outside, sees what is open, and closes it; and nobody else does."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from sideobjekter import lag_kandidat
from skreddersom.apper.kandidat.models import Kandidat, Person
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang import handlinger
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Innsynsrett, Kontorkommune
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from uuid import UUID

    from rollebesetning import Besetning

SIDE = "/innsyn/gitt/"


@pytest.fixture
def kari(folk: Besetning) -> Kandidat:
    """A candidate at Bakken."""
    with som(folk.kontekst("lena")) as lena:
        kandidat = lag_kandidat(lena)
        Person.objects.filter(pk=kandidat.person_id).update(navn="Kari Klager")
    return kandidat


def utfylt(folk: Besetning, person: UUID, **endret: object) -> dict[str, object]:
    idag = timezone.localdate()
    felt = {"person": person, "ansatt": folk["fredrik"].ansatt_id, "fra": idag, "til": idag + timedelta(days=7), "grunn": "Klage"}
    return felt | endret


def rettene(folk: Besetning) -> list[Innsynsrett]:
    with som(folk.kontekst("lena")):
        return list(Innsynsrett.objects.all())


def siste(folk: Besetning) -> dict[str, object]:
    with som(folk.kontekst("lena")):
        rad: dict[str, object] = json.loads(Rad.objects.latest("nr").innhold)
    return rad


def test_lederen_aapner_saken_ser_at_den_er_aapen_og_lukker_den_igjen(folk: Besetning, kari: Kandidat, client: Client) -> None:
    folk.logg_inn(client, "lena")
    assert client.post(SIDE, utfylt(folk, kari.person_id))["Location"] == SIDE
    (rett,) = rettene(folk)
    assert (siste(folk)["handling"], siste(folk)["person"], siste(folk)["formal"]) == ("opprett", str(kari.person_id), "tilsyn")
    side = client.get(SIDE).content.decode()
    assert [ord_ in side for ord_ in ("Kari Klager", "Fredrik", "Åpen", "Klage")] == [True] * 4
    fredrik = folk.logg_inn(Client(), "fredrik")
    fredrik.post("/innsyn/", {"rett": rett.pk})
    assert fredrik.get(f"/kandidater/{kari.pk}/").status_code == 200
    assert client.post(f"{SIDE}{rett.pk}/lukk/")["Location"] == SIDE
    assert (siste(folk)["detalj"], siste(folk)["sak"]) == ("avsluttet", f"innsyn/{rett.pk}")
    assert "Lukket" in client.get(SIDE).content.decode()
    assert fredrik.get(f"/kandidater/{kari.pk}/").status_code == 404


def test_en_lukket_sak_lukkes_ikke_en_gang_til(folk: Besetning, kari: Kandidat, client: Client) -> None:
    folk.logg_inn(client, "lena").post(SIDE, utfylt(folk, kari.person_id))
    (rett,) = rettene(folk)
    for _ in range(2):
        client.post(f"{SIDE}{rett.pk}/lukk/")
        (lukket,) = rettene(folk)
        rett.avsluttet = rett.avsluttet or lukket.avsluttet
        assert lukket.avsluttet == rett.avsluttet


@pytest.mark.parametrize(
    ("endret", "setning"),
    [
        ({"person": "12345678901"}, "Vi finner ingen"),
        ({"grunn": " "}, "Skriv hvorfor saken skal åpnes."),
        ({"ansatt": ""}, "Velg hvem som skal få se saken."),
        ({"til": "2020-01-01"}, "Siste dag har alt vært"),
        ({"fra": "2999-01-01"}, "Siste dag kan ikke være før første dag"),
    ],
)
def test_det_som_ikke_gaar_sies_i_skjemaet_og_det_skrevne_staar(
    folk: Besetning, kari: Kandidat, client: Client, endret: dict[str, object], setning: str
) -> None:
    svar = folk.logg_inn(client, "lena").post(SIDE, utfylt(folk, kari.person_id) | endret).content.decode()
    assert setning in svar
    assert ("Klage</textarea>" in svar) == ("grunn" not in endret)
    assert rettene(folk) == []


@pytest.mark.parametrize("hvem", ["stine", "lena", "vilde"])
def test_saken_aapnes_ikke_for_noen_som_arbeider_ved_et_kontor(folk: Besetning, kari: Kandidat, client: Client, hvem: str) -> None:
    svar = folk.logg_inn(client, "lena").post(SIDE, utfylt(folk, kari.person_id, ansatt=folk[hvem].ansatt_id))
    assert (svar.status_code, rettene(folk)) == (200, [])


def test_bare_det_tilsynet_som_ser_til_kontoret_kan_velges(folk: Besetning, kari: Kandidat, client: Client) -> None:
    Kontorkommune.objects.create(kontor=folk.kontorer["Fylket"], kommunenr="1101")
    folk.logg_inn(client, "lena")
    assert "Fredrik" not in client.get(SIDE).content.decode()
    client.post(SIDE, utfylt(folk, kari.person_id))
    assert rettene(folk) == []
    Kontorkommune.objects.create(kontor=folk.kontorer["Fylket"], kommunenr="4203")
    client.post(SIDE, utfylt(folk, kari.person_id))
    assert len(rettene(folk)) == 1


@pytest.mark.parametrize("hvem", ["vilde", "kjersti", "bjorg", "adrian", "stine", "fredrik", "dina"])
def test_andre_enn_lederen_aapner_ingenting(folk: Besetning, kari: Kandidat, client: Client, hvem: str) -> None:
    folk.logg_inn(client, hvem)
    assert client.get(SIDE).status_code == client.post(SIDE, utfylt(folk, kari.person_id)).status_code == 404
    assert rettene(folk) == []


def test_lederen_ved_et_annet_kontor_ser_og_lukker_ikke_saken(folk: Besetning, kari: Kandidat, client: Client) -> None:
    folk.logg_inn(Client(), "lena").post(SIDE, utfylt(folk, kari.person_id))
    (rett,) = rettene(folk)
    folk.logg_inn(client, "leif")
    assert "Ingen saker er åpnet" in client.get(SIDE).content.decode()
    assert client.post(SIDE, utfylt(folk, kari.person_id)).status_code == 200
    assert client.post(f"{SIDE}{rett.pk}/lukk/").status_code == 404
    assert [ett.avsluttet for ett in rettene(folk)] == [None]


def test_den_som_blir_vernet_etterpaa_staar_uten_navn(folk: Besetning, kari: Kandidat, client: Client) -> None:
    folk.logg_inn(client, "lena").post(SIDE, utfylt(folk, kari.person_id))
    with som(folk.kontekst("adrian")) as adrian:
        handlinger.skjerm(adrian, kari.person_id, Gradering.FORTROLIG)
    side = client.get(SIDE).content.decode()
    assert "Kari Klager" not in side
    assert "Skjult person" in side
    assert "Vi finner ingen" in client.post(SIDE, utfylt(folk, kari.person_id)).content.decode()


def test_kandidatsiden_viser_lederen_veien_og_bare_lederen(folk: Besetning, kari: Kandidat) -> None:
    lenke = f"{SIDE}?person={kari.person_id}"
    lena, vilde = folk.logg_inn(Client(), "lena"), folk.logg_inn(Client(), "vilde")
    assert lenke in lena.get(f"/kandidater/{kari.pk}/").content.decode()
    assert lenke not in vilde.get(f"/kandidater/{kari.pk}/").content.decode()
    assert f'value="{kari.person_id}"' in lena.get(lenke).content.decode()


def test_alt_en_foresporsel_skriver_i_loggen_har_samme_nummer(folk: Besetning, kari: Kandidat, client: Client) -> None:
    folk.logg_inn(client, "lena").get(f"/kandidater/{kari.pk}/informert/")
    skjema = client.get(f"/kandidater/{kari.pk}/informert/").context["skjema"]
    felt = {navn: skjema[navn].value() for navn in ("versjon", "nokkel", "dato")}
    client.post(f"/kandidater/{kari.pk}/informert/", felt | {"kanal": "brev", "tekst": ""})
    with som(folk.kontekst("lena")):
        rader = [json.loads(rad.innhold) for rad in Rad.objects.filter(person_id=kari.person_id).order_by("-nr")[:3]]
    assert {rad["handling"] for rad in rader[:2]} == {"les", "endre"}
    assert len({rad["foresporsel"] for rad in rader[:2]}) == 1
    assert rader[2]["foresporsel"] != rader[0]["foresporsel"]
