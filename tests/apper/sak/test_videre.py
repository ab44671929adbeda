"""What can come next in a case: every later decision is begun from its page, the case is put away and taken out again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from apper.sak.saken import IDAG
from apper.sak.test_endringene import slutt
from apper.sak.test_vedtaket import avslag, innvilget
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import sluttbenk
from skreddersom.apper.sak.models import Henleggelse, Slag, Utfall
from skreddersom.apper.sak.sakport import Sakstilstand, Vedtakstilstand, Videre, kan_gjelde, port, porter
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.brev import sporringer as brevsporringer
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from skreddersom.apper.sak.models import Sak

DAG = date(2026, 3, 2)
VILDE = UUID(int=1)
ETT_AAR = Vedtakstilstand(UUID(int=9), Utfall.INNVILGET, DAG, DAG, date(2027, 3, 1))
I_PROGRAM = Sakstilstand(frozenset({VILDE}), vedtak=(ETT_AAR,))
NYE = (Videre.FORLENGELSE, Videre.AVBRUDD, Videre.STANS, Videre.AVSLUTNING, Videre.OMGJORING)


@dataclass(frozen=True)
class En:
    ansatt: UUID = VILDE
    rolle: Rolle = Rolle.VEILEDER


def apne(tilstand: Sakstilstand, dag: date = DAG) -> list[Videre]:
    return [hva for hva, ett in porter(tilstand, En(), dag).items() if ett.apen]


def hvorfor(hva: Videre, tilstand: Sakstilstand, hvem: En | None = None) -> str:
    return " ".join(port(hva, tilstand, hvem or En(), DAG).hindringer)


def med(**felt: Any) -> Sakstilstand:
    return replace(I_PROGRAM, **felt)


def vedtak(**felt: Any) -> Sakstilstand:
    return med(vedtak=(replace(ETT_AAR, **felt),))


def test_i_et_program_kan_alle_senere_vedtak_begynnes_men_saken_ikke_legges_bort() -> None:
    assert apne(I_PROGRAM) == [*NYE]
    assert "innvilget program" in hvorfor(Videre.AVSLUTT, I_PROGRAM)


def test_er_perioden_over_kan_programmet_forlenges_og_avsluttes_men_ikke_avbrytes() -> None:
    etter = [Videre.FORLENGELSE, Videre.AVSLUTNING, Videre.OMGJORING, Videre.INVITASJON, Videre.BEVIS, Videre.AVSLUTT]
    assert apne(I_PROGRAM, date(2027, 3, 2)) == etter


STENGT: dict[str, tuple[Videre, Sakstilstand]] = {
    "en slik behandling": (Videre.STANS, med(apne=frozenset({Slag.STANS}))),
    "som kan forlenges": (Videre.FORLENGELSE, vedtak(avsluttet=True)),
    "varer nå eller senere": (Videre.AVBRUDD, vedtak(fra=None, til=None)),
    "som kan avsluttes": (Videre.AVSLUTNING, vedtak(avsluttet=True)),
    "som kan omgjøres": (Videre.OMGJORING, vedtak(omgjort=True)),
    "Saken er avsluttet": (Videre.OMGJORING, med(avsluttet=True)),
    "Overta den først": (Videre.OMGJORING, med(saksbehandlere=frozenset())),
    "ikke er ferdig": (Videre.AVSLUTT, Sakstilstand(frozenset({VILDE}), apne=frozenset({Slag.SOKNAD}))),
    "en klage": (Videre.AVSLUTT, Sakstilstand(frozenset({VILDE}), apen_klage=True)),
    "Saken er åpen": (Videre.GJENAPNE, I_PROGRAM),
    "nyere sak": (Videre.GJENAPNE, med(avsluttet=True, annen_apen_sak=True)),
    "En annen hadde saken": (Videre.GJENAPNE, med(avsluttet=True, saksbehandlere=frozenset())),
}


@pytest.mark.parametrize("ord_", STENGT)
def test_det_som_er_stengt_sier_hvorfor(ord_: str) -> None:
    assert ord_ in hvorfor(*STENGT[ord_])


@pytest.mark.parametrize("rolle", [rolle for rolle in Rolle if rolle is not Rolle.VEILEDER])
def test_ingen_andre_enn_en_veileder_tar_saken_videre(rolle: Rolle) -> None:
    assert not any(ett.apen for ett in porter(I_PROGRAM, En(rolle=rolle), DAG).values())


def test_en_avsluttet_sak_kan_bare_aapnes_igjen_og_gi_bevis() -> None:
    assert [*porter(med(avsluttet=True), En(), DAG)] == [Videre.BEVIS, Videre.GJENAPNE]
    assert apne(med(avsluttet=True)) == [Videre.GJENAPNE]


def test_usendte_brev_er_verdt_en_tanke_men_stenger_ikke() -> None:
    ett = port(Videre.AVSLUTT, Sakstilstand(frozenset({VILDE}), usendte_brev=True), En(), DAG)
    assert (ett.apen, len(ett.advarsler)) == (True, 1)


def test_et_program_forlenges_fra_den_siste_perioden() -> None:
    neste = Vedtakstilstand(UUID(int=10), Utfall.INNVILGET, date(2027, 2, 1), date(2027, 3, 2), date(2028, 3, 1))
    assert kan_gjelde(Slag.FORLENGELSE, med(vedtak=(neste, ETT_AAR)), DAG) == (neste,)


def sakens(saken: Saken) -> Sak:
    with som(saken.folk.kontekst("lena")):
        return saken.behandling().sak


def apne_paa_siden(saken: Saken, client: Client, hva: str, vedtak_id: UUID | None = None) -> Any:
    """Vilde opens the form, and sends it as it stands."""
    adresse = f"/sak/{saken.sak_id}/videre/{hva}/"
    skjema = saken.folk.logg_inn(client, "vilde").get(adresse).context["skjema"]
    felt = {"versjon": skjema["versjon"].value(), "nokkel": skjema["nokkel"].value(), "vedtak": str(vedtak_id) if vedtak_id else ""}
    return client.post(adresse, felt, follow=True)


@pytest.mark.krav("R39")
@pytest.mark.parametrize(("slag", "side"), [("forlengelse", "vilkar"), ("avslutning", "vedtak"), ("omgjoring", "vilkar")])
def test_et_senere_vedtak_begynner_paa_sakens_side_og_gaar_til_arbeidet(saken: Saken, client: Client, slag: str, side: str) -> None:
    forste = innvilget(saken)
    svar = apne_paa_siden(saken, client, slag, forste.pk)
    assert svar.status_code == 200
    ny = svar.context["ramme"].behandling
    assert svar.redirect_chain[-1][0] == {"vilkar": f"/behandling/{ny.pk}/vilkar/", "vedtak": f"/vedtak/{ny.pk}/"}[side]
    assert (ny.slag, ny.gjelder_id, ny.saksbehandler_id) == (slag, forste.pk, saken.folk["vilde"].ansatt_id)
    assert ny.brevfelt["mottaker"]["adresse"] == ["Prøveveien 2", "4801 Bakken"]


def test_en_forlengelse_begynner_med_dagen_etter_og_de_samme_timene(saken: Saken, client: Client) -> None:
    forste = innvilget(saken)
    assert forste.til is not None
    ny = apne_paa_siden(saken, client, "forlengelse", forste.pk).context["ramme"].behandling
    assert (ny.fra, ny.start, ny.timer_uke) == (forste.til + timedelta(days=1),) * 2 + (forste.timer_uke,)


def test_sakens_side_viser_hva_som_er_aapent_og_hvorfor_resten_ikke_er_det(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    for_vedtaket = client.get(f"/sak/{saken.sak_id}/").context["videre"]
    assert [ett.tekst for ett in for_vedtaket.apne] == ["Inviter til samtale"]
    assert {ett.tekst for ett in for_vedtaket.stengte} >= {"Forleng programmet", "Avslutt saken"}
    innvilget(saken)
    etter = client.get(f"/sak/{saken.sak_id}/")
    assert f"/sak/{saken.sak_id}/videre/forlengelse/" in etter.content.decode()
    assert [ett.tekst for ett in etter.context["videre"].stengte] == ["Inviter til samtale", "Lag deltakerbevis", "Avslutt saken"]


def test_to_behandlinger_samtidig_kan_begge_naas_fra_saken(saken: Saken, client: Client) -> None:
    forste = innvilget(saken)
    stans = apne_paa_siden(saken, client, "stans", forste.pk).context["ramme"].behandling
    omgjoring = apne_paa_siden(saken, client, "omgjoring", forste.pk).context["ramme"].behandling
    for ett in (stans, omgjoring):
        svar = client.get(f"/sak/{saken.sak_id}/?behandling={ett.pk}")
        assert svar.context["ramme"].behandling == ett
        assert f"/behandling/{ett.pk}/henlegg/" in svar.content.decode()


def test_etter_en_avslutning_legges_saken_bort_og_kan_fortsatt_leses(saken: Saken, client: Client) -> None:
    slutt(saken, innvilget(saken), IDAG - timedelta(days=1))
    assert sakens(saken).avsluttet is None
    assert apne_paa_siden(saken, client, "avslutt").status_code == 200
    assert sakens(saken).avsluttet == IDAG
    assert client.get(f"/sak/{saken.sak_id}/").status_code == 200
    apne_paa_siden(saken, client, "gjenapne")
    assert sakens(saken).avsluttet is None


@pytest.mark.parametrize("slutten", ["avslag", "trukket"])
def test_etter_avslag_og_trukket_soknad_kan_saken_legges_bort(saken: Saken, slutten: str) -> None:
    if slutten == "avslag":
        avslag(saken)
        saken.gjor("bjorg", h.ta)
        saken.gjor("bjorg", h.fatt_vedtak)
    else:
        saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.TRUKKET, IDAG))
    saken.i_saken("vilde", h.avslutt_sak)
    assert sakens(saken).avsluttet == IDAG


def test_en_sak_aapnes_ikke_igjen_naar_personen_har_en_nyere(saken: Saken) -> None:
    from apper.sak.saken import soknad
    from skreddersom.apper.kandidat.models import Person

    saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.TRUKKET, IDAG))
    saken.i_saken("vilde", h.avslutt_sak)
    with som(saken.folk.kontekst("vilde")):
        person = Person.objects.get(pk=saken.person_id)
    soknad(saken.folk, person)
    with pytest.raises(h.Stengt, match="nyere sak"):
        saken.i_saken("vilde", h.gjenapne_sak)


def test_handlingen_nekter_et_vedtak_som_ikke_kan_endres_slik(saken: Saken) -> None:
    forste = innvilget(saken)
    with pytest.raises(Brukerfeil, match="begynner når den blir registrert"):
        saken.i_saken("vilde", h.apne_behandling, Slag.SOKNAD, forste.pk)
    stans = saken.i_saken("vilde", h.apne_behandling, Slag.STANS, forste.pk)
    assert stans.data["slag"] == "stans"
    with pytest.raises(h.Stengt, match="alt en slik behandling"):
        saken.i_saken("vilde", h.apne_behandling, Slag.STANS, forste.pk)
    ferdig = slutt(saken, forste, IDAG - timedelta(days=1))
    with pytest.raises(Brukerfeil, match="innvilget noe program"):
        saken.i_saken("vilde", h.apne_behandling, Slag.AVBRUDD, ferdig.pk)


def test_en_som_ikke_har_saken_finner_den_ikke_og_ukjente_ord_finnes_ikke(saken: Saken, client: Client) -> None:
    innvilget(saken)
    assert saken.folk.logg_inn(client, "viggo").get(f"/sak/{saken.sak_id}/videre/stans/").status_code == 404
    assert saken.folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/videre/soknad/").status_code == 404


def test_en_sak_uten_noe_aapent_kan_avsluttes_naar_klagetida_er_ute(saken: Saken) -> None:
    def kan_avsluttes(dag: date, navn: str = "vilde") -> int:
        with som(saken.folk.kontekst(navn)) as hvem:
            return len(sluttbenk.oppgaver(hvem, dag))

    avslag(saken)
    saken.gjor("bjorg", h.ta)
    ferdig = saken.gjor("bjorg", h.fatt_vedtak)
    ute = frister.klagefrist(IDAG).dato + timedelta(days=1)
    assert kan_avsluttes(ute) == 0  # the letters have not gone
    with som(saken.folk.kontekst("vilde")) as vilde:
        for brev in brevsporringer.venter(vilde):
            h.merk_brev_sendt(vilde, saken.sak_id, brev.pk)
    assert [kan_avsluttes(dag) for dag in (IDAG, ute - timedelta(days=1), ute)] == [0, 0, 1]
    assert [kan_avsluttes(ute, navn) for navn in ("lena", "bjorg", "viggo")] == [1, 0, 0]
    saken.i_saken("vilde", h.apne_behandling, Slag.OMGJORING, ferdig.pk)
    assert kan_avsluttes(ute) == 0
