"""Above the database's own rules: who at the office sees which candidates, and what the log tells of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from apper.kandidat.kandidater import id_paa, kandidat, skjema
from skreddersom.apper.kandidat import handlinger, sporringer
from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Kandidat, Utfall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from rollebesetning import Besetning


@pytest.fixture
def viggos(bakken: Besetning) -> UUID:
    """The id of a candidate that Lena has given to Viggo."""
    with som(bakken.kontekst("lena")) as lena:
        handlinger.fordel(lena, [kandidat(lena).pk], bakken["viggo"].ansatt_id)
    return id_paa(bakken)


@pytest.mark.parametrize(
    ("hvem", "ser"),
    [
        ("viggo", True),
        ("lena", True),
        ("kjersti", True),
        ("bjorg", True),
        ("vilde", False),
        ("adrian", False),
        ("stine", False),
        ("dina", False),
    ],
)
def test_hvem_som_ser_viggos_kandidat(bakken: Besetning, viggos: UUID, client: Client, hvem: str, ser: bool) -> None:
    with som(bakken.kontekst(hvem)) as kontekst:
        assert sporringer.kandidater(kontekst).filter(pk=viggos).exists() == ser
    assert bakken.logg_inn(client, hvem).get(f"/kandidater/{viggos}/").status_code == (200 if ser else 404)


def likt(innhold: bytes) -> bytes:
    """The page without what differs from one request to the next: the token of its forms, and the address itself."""
    return re.sub(rb"[A-Za-z0-9]{64}|[0-9a-f-]{36}", b"", innhold)


def test_forbudt_og_ikke_til_ser_like_ut(bakken: Besetning, viggos: UUID, client: Client) -> None:
    bakken.logg_inn(client, "vilde")
    forbudt = client.get(f"/kandidater/{viggos}/")
    borte = client.get("/kandidater/00000000-0000-4000-8000-000000000000/")
    assert forbudt.status_code == borte.status_code == 404
    assert likt(forbudt.content) == likt(borte.content)


def test_vilde_kan_ikke_registrere_paa_viggos_kandidat(bakken: Besetning, viggos: UUID, client: Client) -> None:
    adresse = f"/kandidater/{viggos}/informert/"
    data = skjema(bakken.logg_inn(client, "viggo"), adresse, kanal="brev", tekst="")
    assert bakken.logg_inn(client, "vilde").post(adresse, data).status_code == 404
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Kandidat.DoesNotExist):
        handlinger.angre_utfall(vilde, viggos, 1, id_paa(bakken))
    with som(bakken.kontekst("lena")):
        assert not Utfall.objects.exists()


@pytest.mark.parametrize("hvem", ["kjersti", "bjorg"])
def test_den_som_kontrollerer_registrerer_ikke(bakken: Besetning, client: Client, hvem: str) -> None:
    valgt = id_paa(bakken)
    bakken.logg_inn(client, hvem)
    assert client.get(f"/kandidater/{valgt}/").status_code == 200
    assert client.get(f"/kandidater/{valgt}/informert/").status_code == 404
    assert client.post("/kandidater/fordel/", {"kandidat": str(valgt)}).status_code == 404


def test_fila_og_gjennomgangen_til_et_annet_kontor_finnes_ikke(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")):
        adresser = [f"/filer/{Fil.objects.all()[0].pk}/", f"/gjennomganger/{Gjennomgang.objects.get().pk}/"]
    assert [bakken.logg_inn(client, "stine").get(adresse).status_code for adresse in adresser] == [404, 404]
    assert [bakken.logg_inn(client, "vilde").get(adresse).status_code for adresse in adresser] == [200, 200]


def test_den_skjermede_er_borte_ogsaa_for_lederen_i_lister_og_tall(bakken: Besetning, client: Client) -> None:
    valgt = id_paa(bakken)
    for_ = bakken.logg_inn(client, "lena").get("/kandidater/").context["liste"].i_alt
    with som(bakken.kontekst("lena")) as lena:
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=kandidat(lena).person_id, gradering="fortrolig")
    assert client.get("/kandidater/").context["liste"].i_alt == for_ - 1
    assert client.get(f"/kandidater/{valgt}/").status_code == 404
    tall = client.get("/kontoret/").context["temaer"][0][1][0]["tall"]
    assert tall.n == for_ - 1


def test_hver_visning_av_en_person_staar_i_loggen(bakken: Besetning, client: Client) -> None:
    valgt = id_paa(bakken)
    bakken.logg_inn(client, "vilde")
    for adresse in (f"/kandidater/{valgt}/", f"/kandidater/{valgt}/informert/"):
        client.get(adresse)
    with som(bakken.kontekst("lena")) as lena:
        assert Rad.objects.filter(person_id=kandidat(lena).person_id, handling="les").count() == 2


def test_veilederen_tar_dem_ingen_har_og_gir_fra_seg_sine_egne(bakken: Besetning, client: Client) -> None:
    valgt = id_paa(bakken)
    bakken.logg_inn(client, "vilde").post("/kandidater/fordel/", {"kandidat": str(valgt), "veileder": str(bakken["vilde"].ansatt_id)})
    with som(bakken.kontekst("lena")) as lena:
        assert kandidat(lena).veileder_id == bakken["vilde"].ansatt_id
        assert kandidat(lena).versjon == 2
    with som(bakken.kontekst("vilde")) as vilde:
        assert handlinger.fordel(vilde, [valgt], None) == 1


def test_veilederen_gir_ikke_til_andre(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match="Bare lederen"):
        handlinger.fordel(vilde, [kandidat(vilde).pk], bakken["viggo"].ansatt_id)
    data = {"kandidat": str(id_paa(bakken)), "veileder": str(bakken["viggo"].ansatt_id), "neste": "https://ond.example/"}
    svar = bakken.logg_inn(client, "vilde").post("/kandidater/fordel/", data)
    assert svar.headers["Location"] == "/kandidater/"


@pytest.mark.parametrize("til", ["lena", "stine"])
def test_lederen_gir_bare_til_kontorets_veiledere(bakken: Besetning, til: str) -> None:
    with som(bakken.kontekst("lena")) as lena, pytest.raises(Brukerfeil, match="veileder ved kontoret"):
        handlinger.fordel(lena, [kandidat(lena).pk], bakken[til].ansatt_id)
