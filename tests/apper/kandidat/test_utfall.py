"""Outcomes: what is open when, once only, never overwritten, and nothing lost when two are at it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from apper.kandidat.kandidater import id_paa, kandidat, registrer, skjema
from apper.kandidat.kontorfiler import PER, gjennomgang
from skreddersom.apper.kandidat import handlinger
from skreddersom.apper.kandidat.forms import SKJEMA
from skreddersom.apper.kandidat.handlinger.utfall import EndretAvAndre, Registrering, Stengt
from skreddersom.apper.kandidat.models import AVGJORT, Kandidat, Kontortall, Utfall, Utfallsslag
from skreddersom.apper.kandidat.port import VANLIGE, kan_registrere
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

APNE = {
    "": "informert tilbudt soknad ikke_i_malgruppen i_program flyttet",
    "informert": "informert tilbudt soknad takket_nei ikke_i_malgruppen i_program flyttet",
    "tilbudt": "soknad takket_nei ikke_i_malgruppen i_program flyttet",
    "soknad": "takket_nei i_program flyttet",
    "takket_nei": "informert tilbudt soknad ikke_i_malgruppen i_program flyttet",
    "ikke_i_malgruppen": "informert tilbudt soknad i_program flyttet",
    "i_program": "flyttet",
    "flyttet": "",
    **dict.fromkeys((slag.value for slag in AVGJORT), "informert tilbudt soknad i_program flyttet"),
}


@pytest.mark.parametrize("forrige", APNE)
def test_hva_som_kan_skje_videre(forrige: str) -> None:
    utfall = Utfall(slag=forrige) if forrige else None
    apne = [slag.value for slag in VANLIGE if kan_registrere(Kandidat(paa_lista=False, siste_utfall=utfall), slag).apen]
    assert apne == APNE[forrige].split()


def test_den_som_kommer_paa_lista_igjen_kan_faa_nye_utfall(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "flyttet")
        with pytest.raises(Stengt, match="flyttet"):
            registrer(vilde, "informert")
        gjennomgang(vilde)
        assert registrer(vilde, "informert").slag == "informert"


def test_en_soknad_kan_ikke_avvises_uten_vedtak(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "soknad")
        with pytest.raises(Stengt, match="vedtak"):
            registrer(vilde, "ikke_i_malgruppen")


def test_en_soknad_kan_ikke_registreres_uten_sak(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        ett = kandidat(vilde)
        ny = Registrering(Utfallsslag.SOKNAD, PER, ett.versjon, uuid4())
        with pytest.raises(Stengt, match="registreres som en sak"):
            handlinger.registrer_utfall(vilde, ett.pk, ny)
        assert not Utfall.objects.exists()
    adresse = f"/kandidater/{ett.pk}/"
    klient = bakken.logg_inn(client, "vilde")
    assert klient.get(f"{adresse}soknad/").status_code == 404
    assert klient.post(f"{adresse}soknad/", {"dato": str(PER), "versjon": 1, "nokkel": str(uuid4())}).status_code == 404
    assert f'href="/sak/ny/{ett.pk}/"' in klient.get(adresse).content.decode()


@pytest.mark.krav("R26")
@pytest.mark.parametrize("grunn", ["okonomi", "venteliste", "arbeidsevnevurdering", ""])
def test_bare_vilkaarene_i_loven_er_grunner(bakken: Besetning, grunn: str) -> None:
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match="§ 29"):
        registrer(vilde, "ikke_i_malgruppen", vilkar=grunn)


@pytest.mark.parametrize(
    ("slag", "mer", "ord_"),
    [
        ("informert", {"kanal": None}, "hvordan"),
        ("ikke_i_malgruppen", {"tekst": " "}, "grunnen"),
        ("informert", {"dato": timezone.localdate() + timedelta(days=1)}, "etter i dag"),
    ],
)
@pytest.mark.krav("R02")
def test_et_utfall_maa_ha_det_som_hoerer_til(bakken: Besetning, slag: str, mer: dict[str, Any], ord_: str) -> None:
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match=ord_):
        registrer(vilde, slag, **mer)


def test_samme_skjema_to_ganger_er_ett_utfall_og_samme_svar(bakken: Besetning, client: Client) -> None:
    adresse = f"/kandidater/{id_paa(bakken)}/informert/"
    data = skjema(bakken.logg_inn(client, "vilde"), adresse, kanal="brev", tekst="")
    svar = [client.post(adresse, data) for _ in range(2)]
    assert {(ett.status_code, ett.headers["Location"]) for ett in svar} == {(302, f"/kandidater/{id_paa(bakken)}/")}
    with som(bakken.kontekst("vilde")):
        assert Utfall.objects.count() == 1
        assert Kontortall.objects.get().informert == 1


def test_nokkelen_til_en_annen_kandidat_kan_ikke_brukes(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        nokkel = registrer(vilde, "informert").nokkel
        with pytest.raises(DatabaseError), transaction.atomic():
            registrer(vilde, "informert", 1, nokkel=nokkel)


def test_den_andre_av_to_faar_se_hva_den_forste_gjorde_og_mister_ingenting(bakken: Besetning, client: Client) -> None:
    adresse = f"/kandidater/{id_paa(bakken)}/ikke_i_malgruppen/"
    data = skjema(bakken.logg_inn(client, "vilde"), adresse, vilkar="opphold", tekst="Har bare midlertidig <opphold>")
    with som(bakken.kontekst("viggo")) as viggo:
        registrer(viggo, "informert", tekst="Vi snakket på kontoret")
    svar = client.post(adresse, data)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert "Vi snakket på kontoret" in tekst
    assert "Viggo" in tekst
    assert "Har bare midlertidig &lt;opphold&gt;" in tekst
    assert svar.context["skjema"]["vilkar"].value() == "opphold"
    assert svar.context["skjema"]["nokkel"].value() == data["nokkel"]
    paa_nytt = client.post(adresse, data | {"versjon": svar.context["skjema"]["versjon"].value()})
    assert paa_nytt.status_code == 302
    with som(bakken.kontekst("lena")):
        assert list(Utfall.objects.order_by("tid").values_list("slag", flat=True)) == ["informert", "ikke_i_malgruppen"]


def test_det_som_vises_ved_kollisjon_staar_i_loggen(bakken: Besetning, client: Client) -> None:
    adresse = f"/kandidater/{id_paa(bakken)}/flyttet/"
    data = skjema(bakken.logg_inn(client, "vilde"), adresse)
    with som(bakken.kontekst("viggo")) as viggo:
        registrer(viggo, "informert")
    with som(bakken.kontekst("lena")):
        for_ = Rad.objects.filter(handling="les").exclude(person_id=None).count()
    assert client.post(adresse, data).status_code == 409
    with som(bakken.kontekst("lena")):
        assert Rad.objects.filter(handling="les").exclude(person_id=None).count() == for_ + 1


def test_angre_er_en_hendelse_og_det_forrige_gjelder_igjen(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
        registrer(vilde, "tilbudt")
        valgt = kandidat(vilde)
    bakken.logg_inn(client, "vilde")
    data = {"versjon": valgt.versjon, "nokkel": str(uuid4())}
    for _ in range(2):  # a press too many takes back nothing more
        assert client.post(f"/kandidater/{valgt.pk}/angre/", data).status_code == 302
    with som(bakken.kontekst("vilde")) as vilde:
        etter = kandidat(vilde)
        assert etter.siste_utfall is not None
        assert etter.siste_utfall.slag == "informert"
        assert Utfall.objects.count() == 3
    assert "(angret)" in client.get(f"/kandidater/{valgt.pk}/").content.decode()


def test_alt_kan_angres_til_det_ikke_er_mer(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
        handlinger.angre_utfall(vilde, kandidat(vilde).pk, kandidat(vilde).versjon, uuid4())
        assert kandidat(vilde).siste_utfall is None
        with pytest.raises(Stengt, match="ingenting å angre"):
            handlinger.angre_utfall(vilde, kandidat(vilde).pk, kandidat(vilde).versjon, uuid4())


def test_angre_paa_gammel_side_gjor_ingenting(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
        gammel = kandidat(vilde).versjon
        registrer(vilde, "tilbudt")
        with pytest.raises(EndretAvAndre):
            handlinger.angre_utfall(vilde, kandidat(vilde).pk, gammel, uuid4())
    svar = bakken.logg_inn(client, "vilde").post(
        f"/kandidater/{id_paa(bakken)}/angre/", {"versjon": gammel, "nokkel": str(uuid4())}, follow=True
    )
    assert "siden du åpnet siden" in svar.content.decode()


def test_utfall_kan_verken_endres_eller_slettes(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
        with pytest.raises(DatabaseError), transaction.atomic():
            Utfall.objects.update(tekst="noe annet")
        with pytest.raises(DatabaseError), transaction.atomic():
            Utfall.objects.all().delete()


def test_felt_som_ikke_hoerer_til_utfallet_lagres_ikke(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        lagret = registrer(vilde, "flyttet", vilkar="alder")
        assert (lagret.kanal, lagret.vilkar) == ("", "")


def test_hvert_utfall_staar_i_loggen_med_person(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        lagret = registrer(vilde, "informert")
        assert Rad.objects.filter(handling="endre", person_id=lagret.person_id).count() == 1


def test_siden_viser_bare_det_som_er_apent_og_sier_hvorfor_resten_ikke_er_det(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "soknad")
    adresse = f"/kandidater/{id_paa(bakken)}/"
    tekst = bakken.logg_inn(client, "vilde").get(adresse).content.decode()
    assert f'href="{adresse}takket_nei/"' in tekst
    assert f'href="{adresse}ikke_i_malgruppen/"' not in tekst
    assert "Søknaden må avgjøres med vedtak." in tekst
    stengt = client.get(f"{adresse}ikke_i_malgruppen/").content.decode()
    assert "Dette kan ikke registreres nå" in stengt
    assert ">Registrer<" not in stengt


@pytest.mark.parametrize("slag", [slag.value for slag in SKJEMA])
def test_hvert_skjema_tar_vare_paa_det_som_er_skrevet_naar_noe_mangler(bakken: Besetning, client: Client, slag: str) -> None:
    adresse = f"/kandidater/{id_paa(bakken)}/{slag}/"
    data = skjema(bakken.logg_inn(client, "vilde"), adresse, tekst="Dette skrev jeg") | {"dato": "31.02.2026"}
    svar = client.post(adresse, data)
    tekst = svar.content.decode()
    assert svar.status_code == 200
    assert "Dette skrev jeg" in tekst
    assert "Skriv datoen slik" in tekst
    with som(bakken.kontekst("vilde")):
        assert not Utfall.objects.exists()


def test_en_soknad_registreres_som_sak(bakken: Besetning, client: Client) -> None:
    hvem = id_paa(bakken)
    tekst = bakken.logg_inn(client, "vilde").get(f"/kandidater/{hvem}/").content.decode()
    assert f'href="/sak/ny/{hvem}/"' in tekst
    assert client.get(f"/kandidater/{hvem}/soknad/").status_code == 404


def test_ukjent_utfall_finnes_ikke(bakken: Besetning, client: Client) -> None:
    bakken.logg_inn(client, "vilde")
    assert client.get(f"/kandidater/{id_paa(bakken)}/{Utfallsslag.ANGRET}/").status_code == 404
    assert client.get(f"/kandidater/{id_paa(bakken)}/avslag/").status_code == 404


def test_datoen_i_skjemaet_er_i_dag_men_kan_endres(bakken: Besetning, client: Client) -> None:
    adresse = f"/kandidater/{id_paa(bakken)}/tilbudt/"
    assert f'value="{timezone.localdate()}"' in bakken.logg_inn(client, "vilde").get(adresse).content.decode()
    client.post(adresse, skjema(client, adresse, tekst=""))
    with som(bakken.kontekst("vilde")):
        assert Utfall.objects.get().dato == PER


@pytest.mark.parametrize("slag", AVGJORT)
def test_det_en_sak_har_avgjort_kan_verken_registreres_eller_angres_paa_kandidaten(bakken: Besetning, slag: Utfallsslag) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "soknad")
        with pytest.raises(Stengt, match="registreres som en sak"):
            registrer(vilde, slag)
        handlinger.utfall_av_saken(vilde, kandidat(vilde).pk, Registrering(slag, PER, kandidat(vilde).versjon, uuid4()))
        with pytest.raises(Stengt, match="følger av saken"):
            handlinger.angre_utfall(vilde, kandidat(vilde).pk, kandidat(vilde).versjon, uuid4())
        assert kandidat(vilde).siste_utfall.slag == slag  # type: ignore[union-attr]
        assert Kontortall.objects.get().tilbudt == 1
