"""The leader's page of the log: by person, by member of staff, by days; and it is logged that the leader looked."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from skreddersom.apper.kandidat.models import Person
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.logg.sporringer import Utvalg, rader
from skreddersom.plattform.tilgang import handlinger
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

FNR = "018190" + "12345"


@pytest.fixture
def per(folk: Besetning) -> Person:
    """Vilde has looked at Per, Viggo at somebody else."""
    with som(folk.kontekst("vilde")) as vilde:
        person = Person.objects.create(kontor_id=vilde.kontor, nokkel="journal:1", navn="Per Prøve", fnr=FNR)
        annen = Person.objects.create(kontor_id=vilde.kontor, nokkel="journal:2", navn="Anne Annen")
        skriv(vilde, [Notat(Handling.LES, person.pk, "kandidat/x")])
    with som(folk.kontekst("viggo")) as viggo:
        skriv(viggo, [Notat(Handling.LES, annen.pk)])
    return person


def vist(klient: Client, sporring: str = "") -> str:
    svar = klient.get(f"/logg/{sporring}")
    assert svar.status_code == 200
    return svar.content.decode()


def test_lederen_ser_hvem_som_har_sett_paa_hvem(folk: Besetning, client: Client, per: Person) -> None:
    folk.logg_inn(client, "lena")
    alt, bare_per = vist(client), vist(client, f"?person={per.pk}")
    assert "Per Prøve" in alt
    assert "Anne Annen" in alt
    assert "Loggen gjelder Per Prøve." in bare_per
    assert "Anne Annen" not in bare_per
    bare_viggo = vist(client, f"?ansatt={folk['viggo'].ansatt_id}")
    assert "Anne Annen" in bare_viggo
    assert "Per Prøve" not in bare_viggo


def test_soket_staar_selv_i_loggen_med_formaal(folk: Besetning, client: Client, per: Person) -> None:
    folk.logg_inn(client, "lena")
    vist(client, f"?person={per.pk}&ansatt={folk['vilde'].ansatt_id}&fra=2026-01-01")
    with som(folk.kontekst("lena")):
        rad = json.loads(Rad.objects.latest("nr").innhold)
    assert (rad["handling"], rad["formal"], rad["person"], rad["tillatt"]) == ("sok", Formal.INTERNKONTROLL, str(per.pk), True)
    assert rad["detalj"] == f"ansatt {folk['vilde'].ansatt_id}, 2026-01-01–"


def test_et_fodselsnummer_sendes_i_skjemaet_og_blir_aldri_adresse(folk: Besetning, client: Client, per: Person) -> None:
    folk.logg_inn(client, "lena")
    for tekst in (FNR, f"{FNR[:6]} {FNR[6:]}", str(per.pk)):
        assert client.post("/logg/", {"finn-person": tekst})["Location"] == f"/logg/?person={per.pk}"
    ukjent = client.post("/logg/", {"finn-person": "018190" + "99999"})
    assert "Vi finner ingen med dette" in ukjent.content.decode()


def test_lederen_uten_klarering_finner_ikke_den_vernede_i_loggen(folk: Besetning, client: Client, per: Person) -> None:
    with som(folk.kontekst("adrian")) as adrian:
        handlinger.skjerm(adrian, per.pk, Gradering.STRENGT_FORTROLIG)
    folk.logg_inn(client, "lena")
    assert "Per Prøve" not in vist(client)
    assert "Ingen rader" in vist(client, f"?person={per.pk}")
    assert client.post("/logg/", {"finn-person": FNR}).status_code == 200
    stilling = folk["lena"]
    stilling.klareringer = [Gradering.STRENGT_FORTROLIG]
    stilling.save()
    assert "Loggen gjelder Per Prøve." in vist(client, f"?person={per.pk}")


def test_dager_er_norske_og_begge_er_med(folk: Besetning, per: Person) -> None:
    idag = timezone.localdate()
    with som(folk.kontekst("lena")) as lena:
        assert rader(lena, Utvalg(fra=idag, til=idag)).count() == 2
        assert rader(lena, Utvalg(fra=idag + timedelta(days=1))).count() == 0
        assert rader(lena, Utvalg(til=idag - timedelta(days=1))).count() == 0


def test_midnatt_i_norge_er_ikke_midnatt_i_loggen(folk: Besetning, per: Person) -> None:
    with som(folk.kontekst("lena")) as lena:
        sommer = str(rader(lena, Utvalg(fra=date(2026, 7, 1))).query)
        vinter = str(rader(lena, Utvalg(til=date(2026, 1, 1))).query)
    assert "2026-06-30T22:00:00" in sommer
    assert "2026-01-01T23:00:00" in vinter


@pytest.mark.parametrize("sporring", ["?person=tull", "?ansatt=tull", "?fra=tull", "?side=tull", "?side=999"])
def test_en_adresse_som_ikke_gir_mening_stopper_ikke_siden(folk: Besetning, client: Client, per: Person, sporring: str) -> None:
    folk.logg_inn(client, "lena")
    vist(client, sporring)


def test_siden_koster_like_mye_med_faa_som_med_mange_rader(
    folk: Besetning, client: Client, per: Person, django_assert_max_num_queries: object
) -> None:
    folk.logg_inn(client, "lena")
    with som(folk.kontekst("vilde")) as vilde:
        skriv(vilde, [Notat(Handling.LES, per.pk)] * 120)
    with django_assert_max_num_queries(10 + 3):  # type: ignore[operator]  # the test's own transaction makes savepoints of ours
        side = vist(client, f"?person={per.pk}")
    assert "Viser 50 av 121 rader" in side
    assert "Viser 22 av 122 rader" in vist(client, f"?person={per.pk}&side=3")
