"""Theme 2 on Kontoret: each breach shows as one of so many, and leads to the case; mending it closes the finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from django.utils.translation import gettext, override

from apper.sak.bruddene import AVSLAG, BRUDD, OKONOMI, SENERE, alle_ja, om, sokt_for, uten_vern, utredet, vedtatt
from apper.sak.saken import IDAG, JA_FAKTA, lag_sak
from skreddersom import cli
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Henleggelse, Sak, Slag, Svar
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.tabeller import TABELLER
from skreddersom.plattform.kontroller import telling as kontroller
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning
    from skreddersom.plattform.kontroller.telling import Tall

PAA_LISTE = 12
LIKE_ORD = {"nn": ["Har den enkelte fått informasjon i samtale, brev eller melding?"], "en": []}
"""Questions that are the same in bokmål."""


@pytest.fixture
def uvernet(django_db_setup: None, django_db_blocker: Any, administrator: str) -> Iterator[None]:
    """See ``uten_vern``. Asked for before ``folk``."""
    with django_db_blocker.unblock():
        base = connection.settings_dict["NAME"]
    with uten_vern(administrator, base):
        yield


def tall(folk: Besetning, hvem: str = "lena") -> dict[str, Tall]:
    with som(folk.kontekst(hvem)) as kontekst:
        return {ett.kontroll.id: ett for ett in kontroller.tell(kontekst)}


def funn(folk: Besetning) -> set[str]:
    """The controls of theme 2 that find something."""
    return {nr for nr, ett in tall(folk).items() if ett.k and nr.startswith("2")}


def test_hver_kontroll_i_temaet_er_provd() -> None:
    assert list(BRUDD) == [kontroll.id for kontroll in KATALOG if kontroll.tema == 2]


def test_hver_tabell_i_katalogen_har_en_kilde(folk: Besetning) -> None:
    with som(folk.kontekst("lena")) as lena:
        alle = [navn for kilde in kontroller.kilder() for navn in kilde.tabeller(lena, IDAG)]
    assert sorted(alle) == sorted(TABELLER)


@pytest.mark.krav("R03", "R14", "R26")
@pytest.mark.parametrize("kontroll", BRUDD)
def test_bruddet_vises_paa_kontoret_og_forer_til_saken(
    kontroll: str, uvernet: None, folk: Besetning, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    saken = BRUDD[kontroll](folk)
    folk.logg_inn(client, "lena")
    with om(SENERE.get(kontroll, 0), monkeypatch):
        assert funn(folk) == {kontroll}
        kontoret = client.get("/kontoret/").content.decode()
        tallet = tall(folk)[kontroll]
        siden = client.get(f"/kontoret/{kontroll}/")
        i_saken = client.get(f"/sak/{saken.sak_id}/")
    assert f"{tallet.k} av {tallet.n}" in kontoret
    assert tallet.k == 1
    assert f'href="/kontoret/{kontroll}/"' in kontoret
    assert [sak.pk for sak, _funn in siden.context["rader"]] == [saken.sak_id]
    assert "Brudd på loven" in siden.content.decode()
    assert [(ett.nr, ett.alvor) for ett in i_saken.context["funnene"]] == [(kontroll, "Brudd på loven")]


def test_en_ren_sak_gir_ingen_funn_hele_veien_til_vedtak(saken: Saken) -> None:
    saken.send()
    assert funn(saken.folk) == set()
    saken.gjor("bjorg", handlinger.ta)
    saken.gjor("bjorg", handlinger.fatt_vedtak)
    assert funn(saken.folk) == set()
    vurdert = {nr: ett.n for nr, ett in tall(saken.folk).items() if nr.startswith("2")}
    assert vurdert == {"201": 1, "202": 0, "203": 1, "204": 1, "205": 1, "206": 7, "207": 0, "208": 1, "209": 1, "210": 0}


@pytest.mark.krav("R03")
def test_et_tilbud_lukker_201(saken: Saken, monkeypatch: pytest.MonkeyPatch) -> None:
    saken.send()
    saken.gjor("vilde", handlinger.registrer_forelopig_svar, IDAG)
    with om(15, monkeypatch):
        assert funn(saken.folk) == {"201"}
    saken.gjor("bjorg", handlinger.ta)
    saken.gjor("bjorg", handlinger.fatt_vedtak)
    with om(15, monkeypatch):
        assert funn(saken.folk) == set()


def test_et_ja_som_er_utdatert_er_ikke_lenger_en_rett_uten_tilbud(folk: Besetning, monkeypatch: pytest.MonkeyPatch) -> None:
    saken = alle_ja(folk)
    saken.fakta(lovlig_opphold=False)
    with om(15, monkeypatch):
        tallet = tall(folk)["201"]
    assert (tallet.k, tallet.n, tallet.ikke_vurderbare) == (0, 0, 1)


def test_et_forelopig_svar_lukker_204(folk: Besetning) -> None:
    saken = sokt_for(40)(folk)
    assert funn(folk) == {"204"}
    saken.gjor("vilde", handlinger.registrer_forelopig_svar, IDAG)
    assert funn(folk) == set()


def test_barn_i_fila_er_kjent_ogsaa_naar_saken_ikke_begynte_med_kandidaten(uvernet: None, folk: Besetning) -> None:
    saken = BRUDD["207"](folk)
    Sak.objects.filter(pk=saken.sak_id).update(kandidat=None)
    assert funn(folk) == {"207"}


def test_205_varsler_for_det_er_for_sent(folk: Besetning, client: Client) -> None:
    sokt_for(160, registrer_forelopig_svar=IDAG)(folk)
    tallet = tall(folk)["205"]
    assert (tallet.k, tallet.n, tallet.risiko) == (0, 1, 1)
    folk.logg_inn(client, "lena")
    assert "1 til blir brudd på loven om ingen gjør noe." in client.get("/kontoret/").content.decode()
    assert "Blir brudd om ingen gjør noe" in client.get("/kontoret/205/").content.decode()


def test_kommandoen_sier_det_samme(folk: Besetning, capsys: pytest.CaptureFixture[str]) -> None:
    sokt_for(160, registrer_forelopig_svar=IDAG)(folk)
    assert cli.main(["kontroller", "--kontor", "Bakken", "--som", "lena@eksempel.no"]) == 1
    (linje,) = (linje for linje in capsys.readouterr().out.splitlines() if linje.startswith("205"))
    assert "0 av 1" in linje
    assert "1 til blir brudd om ingen gjør noe" in linje


def test_en_trukket_soknad_er_ikke_med(folk: Besetning) -> None:
    saken = sokt_for(200)(folk)
    saken.gjor("vilde", handlinger.henlegg, handlinger.Henlegging(Henleggelse.TRUKKET, IDAG))
    assert funn(folk) == set()
    assert tall(folk)["204"].n == 0


def test_et_avslag_paa_det_som_kan_slaas_opp_trenger_ingen_arbeidsevnevurdering(saken: Saken) -> None:
    saken.fakta(**JA_FAKTA | {"lovlig_opphold": False})
    saken.vurder("opphold", Svar.NEI, grunn="ikke_lovlig_opphold")
    vedtatt(saken, **AVSLAG)
    assert tall(saken.folk)["203"].n == 0


def test_en_omgjoring_lukker_funnene_i_vedtaket_den_endrer(folk: Besetning, monkeypatch: pytest.MonkeyPatch) -> None:
    saken = vedtatt(utredet(folk), **AVSLAG, begrunnelse=OKONOMI)
    assert funn(folk) == {"202"}
    with som(folk.kontekst("vilde")):
        gammelt = saken.behandling().vedtak
    hendelse = saken.i_saken("vilde", handlinger.apne_behandling, Slag.OMGJORING, gammelt.pk)
    saken.behandling_id = hendelse.data["behandling"]
    vedtatt(saken)
    assert funn(folk) == set()
    assert tall(folk)["205"].n == 1  # the application is granted after all, and has a start


@pytest.mark.parametrize(("sprak", "tittel"), [("nn", "Rett utan tilbod"), ("en", "Right without an offer")])
def test_kontrollene_har_leserens_sprak(folk: Besetning, client: Client, sprak: str, tittel: str) -> None:
    folk.logg_inn(client, "lena")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = sprak
    kontoret, siden = (client.get(adresse).content.decode() for adresse in ("/kontoret/", "/kontoret/201/"))
    assert tittel in kontoret
    assert tittel in siden
    with override(sprak):
        assert [ett.sporsmal for ett in KATALOG if escape(gettext(ett.sporsmal)) not in kontoret] == []
        assert [ett.sporsmal for ett in KATALOG if gettext(ett.sporsmal) == ett.sporsmal] == LIKE_ORD[sprak]


def test_den_skjermede_telles_ikke_for_den_som_ikke_kan_se_saken(folk: Besetning, client: Client) -> None:
    saken = sokt_for(40)(folk)
    assert tall(folk)["204"].k == 1
    with som(folk.kontekst("lena")) as lena:
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=saken.person_id, gradering="fortrolig")
    assert (tall(folk)["204"].k, tall(folk)["204"].n) == (0, 0)
    assert folk.logg_inn(client, "lena").get("/kontoret/204/").context["rader"] == []


def test_et_annet_kontor_ser_verken_tallet_eller_saken(folk: Besetning, client: Client) -> None:
    sokt_for(40)(folk)
    assert tall(folk, "leif")["204"].n == 0
    assert folk.logg_inn(client, "leif").get("/kontoret/204/").context["rader"] == []


@pytest.mark.parametrize("nr", ["101", "102", "999", "tull"])
def test_bare_kontroller_av_saker_har_en_slik_side(folk: Besetning, client: Client, nr: str) -> None:
    assert folk.logg_inn(client, "lena").get(f"/kontoret/{nr}/").status_code == 404


def test_veilederen_har_ikke_kontoret(folk: Besetning, client: Client) -> None:
    assert folk.logg_inn(client, "vilde").get("/kontoret/204/").status_code == 404


def test_visningen_staar_i_loggen(folk: Besetning, client: Client) -> None:
    sokt_for(40)(folk)
    folk.logg_inn(client, "lena").get("/kontoret/204/")
    with som(folk.kontekst("lena")):
        assert Rad.objects.filter(innhold__contains="kontroll 204, 1 vist").count() == 1


@pytest.mark.parametrize("adresse", ["/kontoret/", "/kontoret/204/"])
def test_mange_saker_koster_ikke_flere_sporringer_enn_faa(folk: Besetning, client: Client, adresse: str) -> None:
    folk.logg_inn(client, "lena")
    antall = []
    for nr in range(4):
        saken = lag_sak(folk, nokkel=f"prove{nr}")
        saken.vurder_alle()
        client.get(adresse)
        with CaptureQueriesContext(connection) as fanget:
            assert client.get(adresse).status_code == 200
        antall.append(sum("SAVEPOINT" not in ett["sql"] for ett in fanget.captured_queries))
    assert antall[0] == antall[-1] <= PAA_LISTE
