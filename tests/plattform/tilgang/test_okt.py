"""How long a session lasts, and what ends it."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from skreddersom.plattform.tilgang.models import Ansatt, Stilling

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

TIME = 3600


class Klokke:
    """The time, which the test moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.naa = time.time()
        monkeypatch.setattr(time, "time", lambda: self.naa)

    def gaa(self, sekunder: float) -> None:
        self.naa += sekunder


@pytest.fixture
def klokke(monkeypatch: pytest.MonkeyPatch) -> Klokke:
    return Klokke(monkeypatch)


def er_inne(klient: Client) -> bool:
    return klient.get("/velg-rolle/").status_code == 200


def test_en_okt_som_ikke_brukes_slutter_etter_en_halv_time(folk: Besetning, client: Client, klokke: Klokke) -> None:
    folk.logg_inn(client, "vilde")
    klokke.gaa(29 * 60)
    assert er_inne(client)
    klokke.gaa(31 * 60)
    assert not er_inne(client)


def test_bruk_holder_okten_i_live_men_aldri_over_ti_timer(folk: Besetning, client: Client, klokke: Klokke) -> None:
    folk.logg_inn(client, "vilde")
    for _ in range(29):
        klokke.gaa(20 * 60)
        assert er_inne(client)
    klokke.gaa(29 * 60)
    assert not er_inne(client)


def test_en_utgaatt_okt_kan_ikke_vekkes_igjen(folk: Besetning, client: Client, klokke: Klokke) -> None:
    folk.logg_inn(client, "vilde")
    nokkel = client.cookies["skreddersom"].value
    klokke.gaa(2 * TIME)
    assert not er_inne(client)
    klokke.gaa(-2 * TIME)
    client.cookies["skreddersom"] = nokkel
    assert not er_inne(client)


def test_innlogging_gir_okten_ny_nokkel(folk: Besetning, client: Client) -> None:
    client.get("/logg-inn/")
    client.cookies["skreddersom"] = "a" * 32
    folk.logg_inn(client, "vilde")
    assert client.cookies["skreddersom"].value != "a" * 32


def test_utlogging_sletter_okten_i_databasen(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    assert Session.objects.count() == 1
    client.post("/logg-ut/")
    assert Session.objects.count() == 0


def test_innlogging_rydder_bort_gamle_okter(folk: Besetning, client: Client) -> None:
    Session.objects.create(session_key="gammel", session_data="", expire_date=timezone.now() - timedelta(days=1))
    folk.logg_inn(client, "vilde")
    assert not Session.objects.filter(session_key="gammel").exists()


def test_den_som_sperres_er_ute_med_en_gang(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    Ansatt.objects.filter(pk=folk["vilde"].ansatt_id).update(is_active=False)
    assert not er_inne(client)


@pytest.mark.parametrize(("fra", "til"), [(1, None), (-9, -1)])
def test_en_rolle_gjelder_fra_og_med_til_og_med(folk: Besetning, client: Client, fra: int, til: int | None) -> None:
    folk.logg_inn(client, "vilde")
    idag, stilling = timezone.localdate(), folk["vilde"]
    stilling.fra, stilling.til = idag + timedelta(days=fra), None if til is None else idag + timedelta(days=til)
    stilling.save()
    assert client.get("/")["Location"] == "/logg-inn/?hvorfor=rolle"


def test_siste_dag_er_med(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    Stilling.objects.filter(pk=folk["vilde"].pk).update(til=timezone.localdate())
    assert client.get("/").status_code == 302
    assert er_inne(client)


def test_man_kan_ikke_velge_en_annens_rolle(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    assert client.post("/velg-rolle/", {"stilling": str(folk["lena"].pk)}).status_code == 404
    assert client.post("/velg-rolle/", {"stilling": str(folk["vilde"].pk)}).status_code == 302


@pytest.mark.parametrize("stilling", ["", "tull", "00000000-0000-0000-0000-000000000000"])
def test_en_rolle_som_ikke_finnes_velges_ikke(folk: Besetning, client: Client, stilling: str) -> None:
    folk.logg_inn(client, "vilde")
    assert client.post("/velg-rolle/", {"stilling": stilling}).status_code == 404


def test_en_side_koster_faa_sporringer(folk: Besetning, client: Client, django_assert_max_num_queries: object) -> None:
    folk.logg_inn(client, "lena")
    client.get("/")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert client.get("/").status_code == 302
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert client.post("/fylket/").status_code == 404  # refused, and logged
