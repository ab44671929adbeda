"""The way as a veileder walks it in the browser, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apper.kandidat.kontorfiler import PER, filer, gjennomgang, last_opp
from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Kandidat
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning


def _forste(folk: Besetning, hvem: str = "lena") -> Kandidat:
    with som(folk.kontekst(hvem)) as kontekst:
        kandidat = sporringer.med_alt(sporringer.kandidater(kontekst)).order_by("rang").first()
        assert kandidat is not None
        return kandidat


@pytest.fixture
def bakken(folk: Besetning) -> Besetning:
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde)
    return folk


@pytest.mark.parametrize("side", ["benk", "kandidater", "filer", "gjennomganger"])
def test_tom_side_sier_hva_en_gjor_videre(folk: Besetning, client: Client, side: str) -> None:
    svar = folk.logg_inn(client, "vilde").get(f"/{side}/")
    assert svar.status_code == 200
    assert 'class="tomt"' in svar.content.decode()


def test_opplasting_til_gjennomgang(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    sendt = [SimpleUploadedFile(navn, data) for navn, data in filer().items()]
    svar = client.post("/filer/", {"filer": sendt}, follow=True)
    assert svar.content.decode().count("er mottatt og blir kontrollert") == len(sendt)
    with som(folk.kontekst("vilde")) as vilde:
        from skreddersom.apper.kandidat import handlinger

        alle = [handlinger.kontroller_fil(vilde, fil.pk) for fil in Fil.objects.all()]
    svar = client.post("/gjennomganger/", {"per": str(PER), "filer": [str(fil.pk) for fil in alle]})
    assert svar.status_code == 302, svar.content.decode()
    with som(folk.kontekst("vilde")) as vilde:
        handlinger.kjor_gjennomgang(vilde, Gjennomgang.objects.get().pk)
    assert "Personer vurdert" in client.get(svar.headers["Location"]).content.decode()


@pytest.mark.parametrize("side", ["/benk/", "/kandidater/", "/filer/", "/gjennomganger/", "/kontoret/"])
def test_sidene_med_innhold(bakken: Besetning, client: Client, side: str) -> None:
    assert bakken.logg_inn(client, "lena").get(side).status_code == 200


def test_fra_kandidat_til_informert(bakken: Besetning, client: Client) -> None:
    bakken.logg_inn(client, "vilde")
    kandidat = _forste(bakken)
    assert client.get(f"/kandidater/{kandidat.pk}/").status_code == 200
    adresse = f"/kandidater/{kandidat.pk}/informert/"
    skjema = client.get(adresse).context["skjema"]
    data = {"versjon": skjema["versjon"].value(), "nokkel": skjema["nokkel"].value(), "dato": str(PER), "kanal": "samtale", "tekst": ""}
    svar = client.post(adresse, data, follow=True)
    assert "Informert er registrert." in svar.content.decode()


def test_fylket_ser_kontorene(bakken: Besetning, client: Client) -> None:
    tekst = bakken.logg_inn(client, "fredrik").get("/fylket/").content.decode()
    assert "Bakken" in tekst
    assert "Ingen tall ennå" in tekst
