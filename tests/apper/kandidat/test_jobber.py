"""The worker's jobs: ordered with what they are about, safe to do again, and honest when they give up."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction

from apper.kandidat.kontorfiler import PER, filer, last_opp
from skreddersom.apper.kandidat import handlinger, jobber
from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Vurdering
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning

F11 = filer()["11F_4203_2026.dat"]


def bestilt() -> list[tuple[str, dict[str, Any]]]:
    with connection.cursor() as peker:
        peker.execute("select task_name, args::text from procrastinate_jobs where task_name like 'kandidat.%' order by id")
        return [(navn, json.loads(argumenter)) for navn, argumenter in peker.fetchall()]


def forsok(nr: int) -> Any:
    """What procrastinate tells a job: how many times it has been tried before."""
    return SimpleNamespace(job=SimpleNamespace(attempts=nr))


def argumenter(folk: Besetning) -> dict[str, str]:
    kontekst = folk.kontekst("vilde")
    return {"kontor": str(kontekst.kontor), "ansatt": str(kontekst.ansatt), "rolle": kontekst.rolle.value}


def test_jobben_bestilles_i_samme_transaksjon_som_fila(folk: Besetning) -> None:
    with transaction.atomic(), som(folk.kontekst("vilde")) as vilde:
        handlinger.ta_imot_fil(vilde, "11F.dat", F11)
        assert len(bestilt()) == 1
        transaction.set_rollback(True)
    assert bestilt() == []
    with som(folk.kontekst("vilde")):
        assert not Fil.objects.exists()


def test_jobben_vet_ingenting_om_noen_person(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        fil = handlinger.ta_imot_fil(vilde, "11F.dat", F11)
    assert bestilt() == [("kandidat.kontroller", {"fil": str(fil.pk), **argumenter(folk)})]


def test_jobbene_gjor_det_sidene_har_bestilt(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        fil = handlinger.ta_imot_fil(vilde, "11F.dat", F11)
    for _ in range(2):  # a worker that died is followed by one that does it again
        jobber.kontroller(forsok(0), str(fil.pk), **argumenter(folk))
    with som(folk.kontekst("vilde")) as vilde:
        ny = handlinger.start_gjennomgang(vilde, PER)
    for _ in range(2):
        jobber.gaa_gjennom(forsok(0), str(ny.pk), **argumenter(folk))
    with som(folk.kontekst("vilde")):
        assert Gjennomgang.objects.get().status == "ferdig"
        assert Vurdering.objects.count() == fil.linjer
    assert [navn for navn, _ in bestilt()] == ["kandidat.kontroller", "kandidat.gaa_gjennom"]


def velt(*_: object) -> None:
    raise OSError("disken er full")


@pytest.mark.parametrize(("nr", "status"), [(0, "kontrolleres"), (4, "avvist")])
def test_en_fil_som_ikke_lar_seg_kontrollere_sier_det_etter_siste_forsok(
    folk: Besetning, monkeypatch: pytest.MonkeyPatch, nr: int, status: str
) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        fil = handlinger.ta_imot_fil(vilde, "11F.dat", F11)
    monkeypatch.setattr(handlinger, "kontroller_fil", velt)
    with pytest.raises(OSError, match="full"):
        jobber.kontroller(forsok(nr), str(fil.pk), **argumenter(folk))
    with som(folk.kontekst("vilde")):
        fil.refresh_from_db()
    assert fil.status == status
    assert ("Last opp fila på nytt" in fil.melding) == (status == "avvist")


def test_fila_det_ble_gitt_opp_med_kan_lastes_opp_igjen(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        fil = handlinger.ta_imot_fil(vilde, "11F.dat", F11)
        handlinger.gi_opp_fil(vilde, fil.pk)
        assert last_opp(vilde, {"11F.dat": F11})[0].status == "klar"


@pytest.mark.parametrize(("nr", "status"), [(0, "kjorer"), (4, "feilet")])
def test_en_gjennomgang_som_velter_lar_ingenting_ligge_halvt(
    folk: Besetning, monkeypatch: pytest.MonkeyPatch, nr: int, status: str
) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        ny = handlinger.start_gjennomgang(vilde, PER)
    monkeypatch.setattr("skreddersom.apper.kandidat.handlinger.gjennomgang.sett_navn", velt)
    with pytest.raises(OSError, match="full"):
        jobber.gaa_gjennom(forsok(nr), str(ny.pk), **argumenter(folk))
    with som(folk.kontekst("vilde")):
        assert Gjennomgang.objects.get().status == status
        assert not Vurdering.objects.exists()


def test_jobber_etter_en_dod_arbeider_tas_opp_igjen(monkeypatch: pytest.MonkeyPatch) -> None:
    tatt_opp: list[object] = []

    async def strandede(**valg: object) -> list[str]:
        assert valg == {"seconds_since_heartbeat": jobber.STRANDET}
        return ["en jobb"]

    async def paa_nytt(jobb: object) -> None:
        tatt_opp.append(jobb)

    leder = SimpleNamespace(get_stalled_jobs=strandede, retry_job=paa_nytt)
    monkeypatch.setattr(jobber, "app", SimpleNamespace(job_manager=leder))
    asyncio.run(jobber.ta_opp_strandede(forsok(0), 0))
    assert tatt_opp == ["en jobb"]
