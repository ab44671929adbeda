"""What an administrator can do with roles, protection and the list of who must not handle whom; and what none can do alone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from skreddersom.apper.kandidat.models import Person
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang import handlinger
from skreddersom.plattform.tilgang.handlinger import NyRolle, NyttInnsyn
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Ansatt, Inhabil, Skjerming, Stilling
from skreddersom.plattform.tilgang.roller import Gradering, Rolle

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

IDAG = date(2026, 5, 5)
NORA = {"navn": "Nora Ny", "epost": "nora@eksempel.no", "rolle": "veileder", "fra": "2026-01-01", "klareringer": ["fortrolig"]}


def siste(folk: Besetning) -> dict[str, object]:
    with som(folk.kontekst("lena")):
        rad: dict[str, object] = json.loads(Rad.objects.latest("nr").innhold)
    return rad


def test_en_ny_ansatt_faar_rolle_og_klarering_og_det_staar_i_loggen(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "adrian")
    assert client.post("/ansatte/", NORA)["Location"] == "/ansatte/"
    stilling = Stilling.objects.get(ansatt__epost="nora@eksempel.no")
    assert (stilling.kontor, stilling.rolle, stilling.klareringer) == (folk.kontorer["Bakken"], "veileder", ["fortrolig"])
    rad = siste(folk)
    assert (rad["handling"], rad["formal"], rad["sak"]) == ("opprett", "administrasjon", f"stilling/{stilling.pk}")
    assert rad["detalj"] == f"veileder til {stilling.ansatt_id}, 2026-01-01–, fortrolig"
    assert "Nora Ny" in client.get("/ansatte/").content.decode()


def test_den_som_alt_er_ansatt_et_sted_blir_ikke_to(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "adrian")
    client.post("/ansatte/", NORA | {"epost": "STINE@eksempel.no"})
    assert Ansatt.objects.filter(epost__iexact="stine@eksempel.no").count() == 1
    assert Stilling.objects.filter(ansatt=folk["stine"].ansatt).count() == 2


@pytest.mark.parametrize(
    ("endret", "setning"),
    [
        ({"epost": "adrian@eksempel.no"}, "Du kan ikke endre dine egne roller"),
        ({"epost": "vilde@eksempel.no"}, "har allerede rollen"),
        ({"til": "2025-01-01"}, "Siste dag kan ikke være før første dag."),
        ({"rolle": "statsforvalter"}, "Velg et gyldig valg"),
        ({"epost": "ikke en adresse"}, "gyldig e-postadresse"),
    ],
)
def test_det_som_ikke_gaar_sies_i_skjemaet(folk: Besetning, client: Client, endret: dict[str, str], setning: str) -> None:
    folk.logg_inn(client, "adrian")
    for_ = Stilling.objects.count(), Ansatt.objects.count()
    svar = client.post("/ansatte/", NORA | endret)
    assert (svar.status_code, setning in svar.content.decode()) == (200, True)
    assert (Stilling.objects.count(), Ansatt.objects.count()) == for_


def test_en_rolle_avsluttes_men_ikke_ens_egen_og_ikke_et_annet_kontors(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "adrian")
    igaar = timezone.localdate() - timedelta(days=1)
    for hvem, status in (("viggo", 302), ("stine", 404), ("adrian", 302)):
        assert client.post(f"/ansatte/rolle/{folk[hvem].pk}/avslutt/", {"siste_dag": str(igaar)}).status_code == status
    assert {navn for navn in ("viggo", "adrian", "stine") if Stilling.objects.get(pk=folk[navn].pk).til} == {"viggo"}
    assert "Du kan ikke endre dine egne" in client.get("/ansatte/").content.decode()


def test_en_ny_brukerkonto_kan_ta_over_adressen(folk: Besetning, client: Client) -> None:
    SocialAccount.objects.create(user=folk["vilde"].ansatt, provider="prove", uid="gammel")
    folk.logg_inn(client, "adrian")
    client.post(f"/ansatte/{folk['vilde'].ansatt_id}/frigi/")
    assert not SocialAccount.objects.exists()
    assert siste(folk)["detalj"] == "innlogging frigitt"
    assert client.post(f"/ansatte/{folk['stine'].ansatt_id}/frigi/").status_code == 404


def test_skjerming_og_habilitet_settes_og_oppheves_paa_siden(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("adrian")) as adrian:
        person = Person.objects.create(kontor_id=adrian.kontor, nokkel="journal:1", navn="Per Prøve").pk
    folk.logg_inn(client, "adrian")
    inhabil = {
        "hva": "habilitet",
        "habilitet-person": str(person),
        "habilitet-ansatt": str(folk["vilde"].ansatt_id),
        "habilitet-grunn": "slekt",
    }
    assert client.post("/vern/", inhabil).status_code == 302
    assert (siste(folk)["sak"], siste(folk)["person"]) == ("habilitet", str(person))
    assert "Per Prøve" in client.get("/vern/").content.decode()
    assert (
        client.post("/vern/", {"hva": "skjerming", "skjerming-person": str(person), "skjerming-gradering": "skjermet"}).status_code == 302
    )
    side = client.get("/vern/").content.decode()
    assert "Per Prøve" not in side
    assert "Skjult person" in side
    with som(folk.kontekst("adrian")):
        rader = ("skjerming", Skjerming.objects.get().pk), ("habilitet", Inhabil.objects.get().pk)
    for hva, id_ in rader:
        assert client.post(f"/vern/{hva}/{id_}/opphev/").status_code == 302
    assert "Per Prøve" not in client.get("/vern/").content.decode()
    with som(folk.kontekst("adrian")):
        assert not Skjerming.objects.exists()
        assert not Inhabil.objects.exists()


def test_et_annet_kontors_skjerming_kan_ikke_oppheves(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("leif")) as leif:
        handlinger.skjerm(leif, uuid4(), Gradering.FORTROLIG)
        skjerming = Skjerming.objects.get()
    folk.logg_inn(client, "adrian")
    assert client.post(f"/vern/skjerming/{skjerming.pk}/opphev/").status_code == 404
    assert client.post(f"/vern/noe-annet/{skjerming.pk}/opphev/").status_code == 404


def test_ingen_kan_ta_seg_selv_av_lista(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("adrian")) as adrian:
        handlinger.meld_inhabil(adrian, folk["adrian"].ansatt_id, uuid4(), "egen_sak")
        egen = Inhabil.objects.get()
    folk.logg_inn(client, "adrian")
    client.post(f"/vern/habilitet/{egen.pk}/opphev/")
    with som(folk.kontekst("adrian")):
        assert Inhabil.objects.exists()


def test_roller_som_ikke_finnes_der_kan_ikke_gis(folk: Besetning) -> None:
    with som(folk.kontekst("fredrik")) as fredrik, pytest.raises(Brukerfeil, match="finnes ikke her"):
        handlinger.gi_rolle(fredrik, NyRolle("X", "x@eksempel.no", Rolle.VEILEDER, IDAG))


def test_en_rolle_kan_gis_igjen_etter_at_den_er_slutt(folk: Besetning) -> None:
    with som(folk.kontekst("adrian")) as adrian:
        handlinger.avslutt_rolle(adrian, folk["viggo"].pk, IDAG)
        with pytest.raises(Brukerfeil, match="allerede"):
            handlinger.gi_rolle(adrian, NyRolle("Viggo", "viggo@eksempel.no", Rolle.VEILEDER, IDAG))
        handlinger.gi_rolle(adrian, NyRolle("Viggo", "viggo@eksempel.no", Rolle.VEILEDER, IDAG + timedelta(days=1)))


@pytest.mark.parametrize(
    ("hvem", "til", "grunn", "dager", "setning"),
    [
        ("vilde", "fredrik", "Klage", 1, "Bare lederen"),
        ("lena", "stine", "Klage", 1, "Statsforvalteren eller direktoratet"),
        ("lena", "fredrik", "  ", 1, "Skriv hvorfor"),
        ("lena", "fredrik", "Klage", -1, "før første dag"),
    ],
)
def test_en_sak_aapnes_bare_av_lederen_for_tilsynet_med_grunn_og_dager(
    folk: Besetning, hvem: str, til: str, grunn: str, dager: int, setning: str
) -> None:
    nytt = NyttInnsyn(uuid4(), folk[til].ansatt_id, IDAG, IDAG + timedelta(days=dager), grunn)
    with som(folk.kontekst(hvem)) as kontekst, pytest.raises(Brukerfeil, match=setning):
        handlinger.gi_innsyn(kontekst, nytt)
