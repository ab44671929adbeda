"""The office in numbers, the bench, and what is seen from outside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from apper.kandidat.kandidater import kandidat, registrer
from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
from skreddersom.apper.kandidat import benk, fylket, handlinger, kontrolltall
from skreddersom.apper.kandidat.models import Gjennomgang, Kanal, Kandidat, Kontortall
from skreddersom.plattform.kontroller import telling as kontroller
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Kontorkommune

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning
    from skreddersom.plattform.tilgang.kontekst import Kontekst

I_DAG = timezone.localdate()


def funn(kontekst: Kontekst) -> dict[str, tuple[int, int]]:
    return {tall.kontroll.id: (tall.k, tall.n) for tall in kontroller.tell(kontekst) if tall.kontroll.tema != 2}


@pytest.mark.krav("R13")
def test_101_slaar_inn_etter_tretti_dager_og_lukkes_av_et_utfall(bakken: Besetning) -> None:
    with som(bakken.kontekst("lena")) as lena:
        n = Kandidat.objects.count()
        assert funn(lena)["101"] == (0, n)
        Kandidat.objects.update(siden=I_DAG - timedelta(days=31))
        assert funn(lena)["101"] == (n, n)
        registrer(lena, "informert")
        assert funn(lena)["101"] == (n - 1, n)
        assert len(kontrolltall.kandidater_med_funn(lena, "101")) == n - 1


@pytest.mark.krav("R02")
def test_103_ser_bare_paa_de_informerte(bakken: Besetning) -> None:
    with som(bakken.kontekst("lena")) as lena:
        registrer(lena, "informert", kanal=Kanal.GENERELL)
        registrer(lena, "informert", 1)
        assert funn(lena)["103"] == (1, 2)
        registrer(lena, "informert", kanal=Kanal.BREV)
        assert funn(lena)["103"] == (0, 2)


@pytest.mark.krav("R30")
def test_104_gjelder_unge_med_vilkaar_som_ikke_er_vurdert_for_program(bakken: Besetning) -> None:
    with som(bakken.kontekst("lena")) as lena:
        k, n = funn(lena)["104"]
        assert 0 < k == n
        valgt = Kandidat.objects.get(pk=kontrolltall.kandidater_med_funn(lena, "104")[0])
        vurdering: Any = valgt.siste_vurdering
        assert vurdering.alder < 30
        registrer(lena, "tilbudt", vurdering.rang - 1)
        assert funn(lena)["104"] == (n - 1, n)


@pytest.mark.krav("R13")
@pytest.mark.parametrize(("dager", "forventet"), [(90, 0), (91, 1)])
def test_102_naar_gjennomgangen_er_for_gammel(bakken: Besetning, dager: int, forventet: int) -> None:
    with som(bakken.kontekst("lena")) as lena:
        Gjennomgang.objects.update(dato=I_DAG - timedelta(days=dager))
        assert funn(lena)["102"] == (forventet, 1)


def test_103_er_ikke_noe_funn_naar_ingen_er_informert(bakken: Besetning, client: Client) -> None:
    assert "0 av 0" in bakken.logg_inn(client, "lena").get("/kontoret/").content.decode()


def test_kontoret_uten_noe_som_helst_er_stille_og_ikke_gjennomgatt(folk: Besetning) -> None:
    with som(folk.kontekst("lena")) as lena:
        assert funn(lena) == {"101": (0, 0), "102": (1, 1), "103": (0, 0), "104": (0, 0), "703": (1, 1)}


def test_fra_tallet_kommer_en_til_dem_det_gjelder(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("lena")) as lena:
        Kandidat.objects.update(siden=I_DAG - timedelta(days=31))
        registrer(lena, "informert")
        k = funn(lena)["101"][0]
    bakken.logg_inn(client, "lena")
    assert 'href="/kandidater/?funn=101"' in client.get("/kontoret/").content.decode()
    assert client.get("/kandidater/?funn=101").context["liste"].treff == k


def test_benken_utleder_oppgaver_av_det_som_har_skjedd(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        n = Kandidat.objects.count()
        registrer(vilde, "informert", dato=I_DAG - timedelta(days=31))
        registrer(vilde, "tilbudt", 1, dato=I_DAG - timedelta(days=15))
        registrer(vilde, "tilbudt", 2, dato=I_DAG - timedelta(days=14))
        registrer(vilde, "soknad", 3, dato=I_DAG)
        registrer(vilde, "flyttet", 4)
        handlinger.fordel(vilde, [kandidat(vilde, nr).pk for nr in (0, 1, 2, 3, 5)], vilde.ansatt)
        antall = benk.les(vilde, I_DAG).antall()
    assert antall == {"forfalt": 2, "informer": 1, "tilby": 1, "svar": 2, "ufordelt": n - 6}


def test_det_ingen_har_venter_paa_lederen_og_ikke_paa_hver_veileder(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert", dato=I_DAG - timedelta(days=31))
        assert benk.les(vilde, I_DAG).antall()["forfalt"] == 0
    with som(bakken.kontekst("lena")) as lena:
        assert benk.les(lena, I_DAG).antall()["forfalt"] == 1


def test_benken_viser_det_som_haster_mest_forst(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        handlinger.fordel(vilde, [kandidat(vilde, nr).pk for nr in (2, 3)], vilde.ansatt)
        registrer(vilde, "tilbudt", 3, dato=I_DAG - timedelta(days=50))
        registrer(vilde, "informert", 2, dato=I_DAG - timedelta(days=60))
    svar = bakken.logg_inn(client, "vilde").get("/benk/")
    assert [rad.over for rad in svar.context["rader"]] == [36, 30]
    assert "36 dager over" in svar.content.decode()
    assert client.get("/benk/?fane=finnes-ikke").status_code == 200


def test_benken_sier_fra_om_filer_som_venter_og_gjennomgang_som_er_forfalt(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        assert list(benk.for_kontoret(vilde, I_DAG)) == []
        assert list(benk.for_kontoret(vilde, I_DAG + timedelta(days=91))) == ["gjennomgang"]
        last_opp(vilde, {"ny.dat": filer(antall=7, aar=(2026,))["11F_4203_2026.dat"]})
        assert list(benk.for_kontoret(vilde, I_DAG)) == ["filer"]


def test_fylket_ser_tall_og_ingen_personer(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        for nr in range(6):
            registrer(vilde, "informert", nr)
    with som(bakken.kontekst("fredrik")) as fredrik:
        assert not Kandidat.objects.exists()
        rader = {rad.navn: rad for rad in fylket.rader(fredrik, I_DAG)}
        assert list(rader) == ["Bakken", "Stranda"]
        assert rader["Bakken"].utfall is not None
        assert rader["Bakken"].utfall.k == 6
        assert not rader["Stranda"].har_tall
    assert bakken.logg_inn(client, "lena").get("/fylket/").status_code == 404


def test_fylket_ser_ikke_smaa_tall(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
    with som(bakken.kontekst("fredrik")) as fredrik:
        rad = next(iter(fylket.rader(fredrik, I_DAG)))
        assert rad.utfall is None
        assert rad.kandidater is not None
    assert "skjult" in bakken.logg_inn(client, "dina").get("/fylket/").content.decode()


def test_fylket_kan_ikke_regne_seg_fram_til_faa_ved_aa_trekke_fra(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")):
        Kontortall.objects.update(personer=52, kandidater=50, med_utfall=20, tilbudt=17)
    with som(bakken.kontekst("fredrik")) as fredrik:
        rad = next(iter(fylket.rader(fredrik, I_DAG)))
        assert (rad.personer, rad.kandidater, rad.tilbudt) == (None, 50, None)
        assert rad.utfall is not None
    with som(bakken.kontekst("vilde")):
        Kontortall.objects.update(personer=60, tilbudt=15)
    with som(bakken.kontekst("fredrik")) as fredrik:
        rad = next(iter(fylket.rader(fredrik, I_DAG)))
        assert rad.personer == 60
        assert rad.tilbudt is not None


def test_statsforvalteren_ser_kontorene_i_sine_kommuner(bakken: Besetning) -> None:
    Kontorkommune.objects.create(kontor=bakken.kontorer["Fylket"], kommunenr="4204")
    with som(bakken.kontekst("fredrik")) as fredrik:
        assert [rad.navn for rad in fylket.rader(fredrik, I_DAG)] == ["Stranda"]
    with som(bakken.kontekst("dina")) as dina:
        assert [rad.navn for rad in fylket.rader(dina, I_DAG)] == ["Bakken", "Stranda"]


def test_kontoret_skriver_bare_sine_egne_tall(bakken: Besetning) -> None:
    with som(bakken.kontekst("leif")) as leif:
        assert not Kontortall.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Kontortall.objects.create(kontor=bakken.kontorer["Fylket"])
        handlinger.tell_kontoret(leif)
    with som(bakken.kontekst("fredrik")), pytest.raises(DatabaseError), transaction.atomic():
        Kontortall.objects.create(kontor=bakken.kontorer["Bakken"])


def test_tallene_folger_utfallene_ogsaa_naar_de_angres(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "soknad")
        assert Kontortall.objects.get().tilbudt == 1
        handlinger.angre_utfall(vilde, kandidat(vilde).pk, kandidat(vilde).versjon, uuid4())
        assert Kontortall.objects.get().tilbudt == 0


def test_gjennomgangen_oppdaterer_tallene(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        Kontortall.objects.update(personer=0)
        gjennomgang(vilde)
        assert Kontortall.objects.get().personer > 0
