"""How often one may ask: the same count for all processes, and it tells nobody who it was."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from django.test import Client, RequestFactory

from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang.grense import klientadresse
from skreddersom.plattform.tilgang.models import Forsok
from skreddersom.plattform.tilgang.regler import Grense

if TYPE_CHECKING:
    from pytest_django import Settings

    from rollebesetning import Besetning

BYTT, KORT = (SIDER[side].grense or Grense(0) for side in ("velg_rolle", "rollekort"))


@pytest.fixture
def stille(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time stands still; the test moves it."""
    naa = [time.time() // 60 * 60 + 1]
    monkeypatch.setattr(time, "time", lambda: naa[0])
    return naa


def test_for_mange_forsok_gir_429_med_raad_til_minuttet_er_ute(folk: Besetning, client: Client, stille: list[float]) -> None:
    folk.logg_inn(client, "vilde")
    data = {"stilling": str(folk["vilde"].pk)}
    svar = [client.post("/velg-rolle/", data).status_code for _ in range(BYTT.antall + 2)]
    assert svar == [302] * BYTT.antall + [429, 429]
    stoppet = client.post("/velg-rolle/", data)
    assert stoppet["Retry-After"] == "60"
    assert "Vent ett minutt" in stoppet.content.decode()
    assert client.get("/velg-rolle/").status_code == 200
    stille[0] += 60
    assert client.post("/velg-rolle/", data).status_code == 302


def test_en_som_er_stoppet_stopper_ikke_andre(folk: Besetning, stille: list[float]) -> None:
    vilde, viggo = folk.logg_inn(Client(), "vilde"), folk.logg_inn(Client(), "viggo")
    for _ in range(BYTT.antall + 1):
        vilde.post("/velg-rolle/", {"stilling": str(folk["vilde"].pk)})
    assert vilde.post("/velg-rolle/", {"stilling": str(folk["vilde"].pk)}).status_code == 429
    assert viggo.post("/velg-rolle/", {"stilling": str(folk["viggo"].pk)}).status_code == 302


def test_for_innlogging_telles_adressen_ogsaa_i_ny_nettleser(folk: Besetning, stille: list[float]) -> None:
    sti = f"/rollekort/{folk['vilde'].pk}/"
    svar = [Client().post(sti, headers={"x-forwarded-for": "203.0.113.7"}).status_code for _ in range(KORT.antall + 1)]
    assert svar == [302] * KORT.antall + [429]
    assert Client().post(sti, headers={"x-forwarded-for": "203.0.113.8"}).status_code == 302


def test_det_star_ingen_adresse_og_ingen_ansatt_i_tellingen(folk: Besetning, client: Client, stille: list[float]) -> None:
    client.post(f"/rollekort/{folk['vilde'].pk}/", headers={"x-forwarded-for": "203.0.113.7"})
    rad = Forsok.objects.get()
    assert (len(rad.nokkel), rad.antall) == (64, 1)


def test_gamle_tellinger_ryddes_bort(folk: Besetning, client: Client, stille: list[float]) -> None:
    folk.logg_inn(client, "vilde")
    client.post("/velg-rolle/")
    stille[0] += 3600
    client.post("/velg-rolle/")
    assert Forsok.objects.count() == 1


@pytest.mark.parametrize(
    ("mellomtjenere", "sendt", "adresse"),
    [
        (0, "203.0.113.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "loyn, 203.0.113.7", "203.0.113.7"),
        (2, "loyn, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
        (3, "203.0.113.7", "127.0.0.1"),
    ],
)
def test_klienten_kan_ikke_dikte_opp_adressen_sin(settings: Settings, mellomtjenere: int, sendt: str, adresse: str) -> None:
    settings.MELLOMTJENERE = mellomtjenere
    assert klientadresse(RequestFactory().get("/", headers={"x-forwarded-for": sendt})) == adresse
