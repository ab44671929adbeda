"""Min benk: what waits in the cases and among the candidates in one row of tabs, with counts, for a fixed number of queries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apper.kandidat.kandidater import kandidat, registrer
from apper.kandidat.kontorfiler import gjennomgang, last_opp
from apper.sak.saken import IDAG, person, soknad
from skreddersom.apper.kandidat import handlinger as kandidathandlinger
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Retursaarsak, Svar
from skreddersom.apper.sak.views import benk
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

RETUR = handlinger.Dom(godkjent=False, arsaker=(Retursaarsak.KILDE,))


@pytest.fixture
def bakken(folk: Besetning) -> Besetning:
    """Sixty candidates; Vilde follows up ten, and has waited too long with two."""
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde)
        kandidathandlinger.fordel(vilde, [kandidat(vilde, nr).pk for nr in range(10)], vilde.ansatt)
        for nr in (0, 1):
            registrer(vilde, "informert", nr, dato=IDAG - timedelta(days=50))
    return folk


def faner(klient: Client, sti: str = "/benk/") -> dict[str, int]:
    """The words of each tab, and the number in it."""
    return {punkt.tekst: punkt.antall for punkt in klient.get(sti).context["faner"]}


def test_sakenes_faner_staar_mellom_kandidatenes_med_antall(bakken: Besetning, saken: Saken, client: Client) -> None:
    saken.sikre(saken.vurder("alder"), dom=RETUR)
    vist = faner(bakken.logg_inn(client, "vilde"))
    assert next(iter(vist)) == "Forfalt"
    assert (vist["Uten svar"], vist["Sendt tilbake"], vist["Informert, uten tilbud"]) == (1, 1, 2)
    assert "Ventet nok" not in vist
    assert "Ventet nok" in faner(client, "/benk/?fane=vent")


def test_forfalt_har_sakene_forst_og_saa_kandidatene(bakken: Besetning, client: Client) -> None:
    soknad(bakken, person(bakken, nokkel="gammel"), mottatt=IDAG - timedelta(days=60))
    svar = bakken.logg_inn(client, "vilde").get("/benk/")
    assert [rad.gjor for rad in svar.context["rader"]] == ["Vedtak eller foreløpig svar", "Vurder tilbud", "Vurder tilbud"]
    assert "§ 11 a" in svar.context["rader"][0].hjemmel
    assert "dager over" in svar.content.decode()


def test_sidene_av_en_felles_fane_henger_sammen(bakken: Besetning, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for nr in range(3):
        soknad(bakken, person(bakken, nokkel=f"p{nr}"), mottatt=IDAG - timedelta(days=60 + nr))
    bakken.logg_inn(client, "vilde")
    hele = [rad.adresse for rad in client.get("/benk/?fane=forfalt").context["rader"]]
    monkeypatch.setattr(benk, "PER_SIDE", 2)
    delt = [rad.adresse for side in (1, 2, 3) for rad in client.get(f"/benk/?fane=forfalt&side={side}").context["rader"]]
    assert delt == hele
    assert len(hele) == 5


def test_det_ingen_har_staar_i_en_fane(bakken: Besetning, saken: Saken, client: Client) -> None:
    for_ = faner(bakken.logg_inn(client, "lena"))["Ufordelt"]
    saken.gjor("vilde", handlinger.legg_tilbake)
    assert faner(client)["Ufordelt"] == for_ + 1


@pytest.mark.parametrize(("hvem", "adresse"), [("vilde", "/benk/"), ("kjersti", "/til-kontroll/")])
def test_mange_saker_koster_ikke_flere_sporringer_enn_en(bakken: Besetning, client: Client, hvem: str, adresse: str) -> None:
    bakken.logg_inn(client, hvem)
    antall = []
    for nokler in ("a", "bcdef"):
        for nokkel in nokler:
            ny = soknad(bakken, person(bakken, nokkel=nokkel), mottatt=IDAG - timedelta(days=60))
            with som(bakken.kontekst("vilde")) as vilde:
                inn = handlinger.Innsending(ny.behandling.versjon, handlinger.ny_nokkel())
                svar = handlinger.Vilkarssvar("alder", Svar.JA, "Født i 1990.")
                handlinger.vurder(vilde, ny.behandling.pk, inn, svar)
        client.get(adresse)
        with CaptureQueriesContext(connection) as fanget:
            assert client.get(adresse).status_code == 200
        antall.append(sum("SAVEPOINT" not in ett["sql"] for ett in fanget.captured_queries))
    assert antall[0] == antall[1] <= 12


def test_lederen_ser_hvorfor_arbeid_er_sendt_tilbake(saken: Saken, client: Client) -> None:
    saken.fakta(ingen_ytelser=True)
    dom = handlinger.Dom(godkjent=False, arsaker=(Retursaarsak.UTREDNING, Retursaarsak.KILDE))
    saken.sikre(saken.vurder("ytelser"), dom=dom)
    benken = saken.folk.logg_inn(client, "lena").get("/benk/")
    assert "Hvorfor arbeid er sendt tilbake" in benken.content.decode()
    assert dict(client.get(benken.context["om_returer"]).context["returer"]) == {str(arsak.label): 1 for arsak in dom.arsaker}
    vildes = saken.folk.logg_inn(client, "vilde").get(benken.context["om_returer"])
    assert vildes.context["returer"] == []
    assert "Hvorfor arbeid er sendt tilbake" not in vildes.content.decode()
