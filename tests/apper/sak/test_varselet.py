"""Before a programme is interrupted, stopped or ended early: a notice, a deadline, and the participant's own words in the decision."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.saken import IDAG, Saken
from apper.sak.test_endringene import HENDT, brevet, ny_behandling, slutt, vurder_paa_nytt
from apper.sak.test_vedtaket import innvilget
from skreddersom.apper.sak import benk, brev, grunnlag, krav, sporringer
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Henleggelse, Maate, Slag, Utfall, Varselunntak, Vedtak
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.test import Client

    from skreddersom.apper.sak.models import Hendelse

FRIST = IDAG + timedelta(days=14)
INNHOLD = h.Varselinnhold("Du har ikke møtt siden juli.", "Programmet skal gi deg noe.", FRIST, None, ("Prøveveien 2", "4801 Bakken"))


@pytest.fixture
def stans(saken: Saken) -> Vedtak:
    """The payment may be stopped: the decision it is about. All but the notice is in place."""
    forste = innvilget(saken)
    ny_behandling(saken, Slag.STANS, forste)
    saken.utkast(Utfall.STANSET, fra=IDAG, til=FRIST, brevfelt=HENDT)
    return forste


def varsle(saken: Saken, innhold: h.Varselinnhold = INNHOLD, *, sendt: bool = True) -> UUID:
    brevet_: UUID = saken.gjor("vilde", h.varsle, innhold).data["brev"]
    if sendt:
        with som(saken.folk.kontekst("vilde")) as vilde:
            h.merk_brev_sendt(vilde, saken.sak_id, brevet_)
    return brevet_


def mangler(saken: Saken, dag: date = IDAG) -> tuple[str, ...]:
    with som(saken.folk.kontekst("lena")):
        return krav.mangler(sporringer.tilstand(saken.behandling(), dag), dag)


def svar(saken: Saken, tekst: str, *, ferdig: bool = False) -> Hendelse:
    ny: Hendelse = saken.gjor("vilde", h.registrer_uttalelse, h.Uttalt(IDAG, Maate.SAMTALE, tekst, ferdig))
    return ny


@pytest.mark.usefixtures("stans")
def test_uten_varsel_kan_stonaden_ikke_stanses(saken: Saken) -> None:
    with pytest.raises(h.Stengt, match=r"må varsles først.*§ 16"):
        saken.gjor("vilde", h.send)


@pytest.mark.usefixtures("stans")
def test_varselet_gjelder_fra_det_er_sendt_og_vedtaket_venter_paa_fristen(saken: Saken) -> None:
    varsle(saken, sendt=False)
    assert "ikke sendt" in mangler(saken, FRIST + timedelta(days=1))[0]
    varsle(saken)
    assert f"{FRIST:%d.%m.%Y}" in mangler(saken, FRIST)[0]
    assert mangler(saken, FRIST + timedelta(days=1)) == ()


@pytest.mark.krav("R16")
@pytest.mark.usefixtures("stans")
def test_deltakerens_egne_ord_staar_i_brevet_om_vedtaket(saken: Saken) -> None:
    varsle(saken)
    svar(saken, "Jeg har vært innlagt.")
    assert mangler(saken) != ()
    svar(saken, "Mer har jeg ikke å si.", ferdig=True)
    saken.gjor("vilde", h.send)
    saken.gjor("bjorg", h.ta)
    vedtaket = saken.gjor("bjorg", h.fatt_vedtak)
    assert brevet(saken, vedtaket, "stans")["deltakers_syn"] == "Jeg har vært innlagt.\n\nMer har jeg ikke å si."


@pytest.mark.usefixtures("stans")
def test_den_som_ikke_svarer_er_varslet_og_brevet_sier_det(saken: Saken) -> None:
    varsle(saken)
    with som(saken.folk.kontekst("lena")):
        behandling = saken.behandling()
        data = brev.data(behandling, grunnlag.hent([behandling])[behandling.pk], FRIST + timedelta(days=1))
    assert data["deltakers_syn"].startswith("Vi varslet deg i brev")


@pytest.mark.usefixtures("stans")
def test_varselbrevet_sier_hva_hvorfor_og_til_naar(saken: Saken) -> None:
    brev_id = varsle(saken)
    with som(saken.folk.kontekst("lena")):
        data = Brev.objects.get(pk=brev_id).data
    assert (data["hva"], data["frist"], data["mottaker"]["adresse"]) == ("stans", FRIST.isoformat(), ["Prøveveien 2", "4801 Bakken"])
    assert data["fakta"] == INNHOLD.fakta


@pytest.mark.usefixtures("stans")
def test_en_for_kort_frist_nektes(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="minst 7 dager"):
        varsle(saken, h.Varselinnhold("Du har ikke møtt.", "Derfor.", IDAG + timedelta(days=6)))


@pytest.mark.usefixtures("stans")
def test_loven_lar_noen_ganger_varselet_vaere_og_da_sies_det_hvorfor(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="Skriv hvorfor"):
        saken.gjor("vilde", h.la_vaere_aa_varsle, Varselunntak.UNODVENDIG, " ")
    saken.slipp_varsel()
    assert mangler(saken) == ()
    with pytest.raises(h.Stengt, match="ikke gitt noe forhåndsvarsel"):
        svar(saken, "Jeg ba om det selv.")


def test_et_fullfort_program_avsluttes_uten_varsel_men_ikke_for_tiden(saken: Saken) -> None:
    forste = innvilget(saken)
    ny_behandling(saken, Slag.AVSLUTNING, forste)
    felt: dict[str, Any] = HENDT | {"alternativer": "Ring oss."}
    for gjelder, trengs in (("for_tiden", True), ("fullfort", False)):
        saken.utkast(Utfall.AVSLUTTET, til=IDAG, brevfelt=felt | {"gjelder": gjelder})
        assert any("varsles" in setning for setning in mangler(saken)) == trengs
    saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.IKKE_AKTUELL, IDAG))
    assert slutt(saken, forste, IDAG).utfall == Utfall.AVSLUTTET


@pytest.mark.usefixtures("stans")
def test_et_ubesvart_varsel_er_en_oppgave_naar_fristen_er_ute(saken: Saken) -> None:
    def faner(dag: date) -> list[str]:
        with som(saken.folk.kontekst("vilde")) as vilde:
            return [ett.slag.id for ett in benk.oppgaver(vilde, dag)]

    varsle(saken)
    assert "varslet" not in faner(FRIST)
    assert "varslet" in faner(FRIST + timedelta(days=1))
    svar(saken, "Jeg har vært syk.")
    assert "varslet" not in faner(FRIST + timedelta(days=1))


@pytest.mark.usefixtures("stans")
def test_siden_viser_brevet_ved_siden_av_og_sender_det(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/behandling/{saken.behandling_id}/varsle/"
    forst = client.get(adresse)
    skjema = forst.context["skjema"]
    assert "skal til behandling i tolv uker" in forst.content.decode()  # from the draft of the decision
    sendt = {navn: skjema[navn].value() or "" for navn in ("versjon", "nokkel")} | {
        "fakta": "Du har ikke møtt siden juli.",
        "begrunnelse": "Programmet skal gi deg noe.",
        "frist": FRIST.isoformat(),
        "adresse": "Prøveveien 2\n4801 Bakken",
    }
    vist = client.post(adresse, sendt | {"som": "vis"})
    assert "Du har ikke møtt siden juli." in vist.content.decode()
    assert vist.context["brev"].mangler == []
    assert client.post(adresse, sendt | {"unntak": "ukjent_adresse"}).context["skjema"].errors.keys() == {"unntak_begrunnelse"}
    assert client.post(adresse, sendt).url == f"/sak/{saken.sak_id}/brev/"  # type: ignore[attr-defined]
    side = client.get(f"/vedtak/{saken.behandling_id}/").content.decode()
    assert "Forhåndsvarselet er ikke sendt." in side
    assert "Deltakeren har ikke svart." in side
    svarside = f"/behandling/{saken.behandling_id}/uttalelse/"
    nokler = client.get(svarside).context["skjema"]
    ord_ = {"versjon": nokler["versjon"].value(), "nokkel": nokler["nokkel"].value(), "dato": IDAG.isoformat(), "maate": "samtale"}
    assert client.post(svarside, ord_).context["skjema"].errors.keys() == {"tekst"}
    client.post(svarside, ord_ | {"tekst": "Jeg vil fortsette."})
    assert "Deltakeren kan uttale seg" in client.get(f"/sak/{saken.sak_id}/").content.decode()
    assert "Jeg vil fortsette." in client.get(f"/vedtak/{saken.behandling_id}/").content.decode()


@pytest.mark.usefixtures("stans")
def test_ord_som_ligner_en_ulovlig_grunn_maa_besvares_ogsaa_i_varselet(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/behandling/{saken.behandling_id}/varsle/"
    skjema = client.get(adresse).context["skjema"]
    sendt = {navn: skjema[navn].value() for navn in ("versjon", "nokkel")}
    felt = {"fakta": "Vi har ikke råd til flere.", "begrunnelse": "Budsjettet er brukt opp.", "frist": FRIST.isoformat()}
    svaret = client.post(adresse, sendt | felt)
    assert svaret.context["skjema"].sporsmal


@pytest.mark.krav("R16")
def test_en_omgjoring_til_ugunst_krever_varsel_og_en_til_gunst_ikke(saken: Saken, client: Client) -> None:
    forste = innvilget(saken)
    assert forste.til is not None
    ny_behandling(saken, Slag.OMGJORING, forste)
    vurder_paa_nytt(saken)
    for dager, trengs in ((-30, True), (0, False)):
        saken.utkast(Utfall.INNVILGET, til=forste.til + timedelta(days=dager))
        assert any("varsles" in setning for setning in mangler(saken)) == trengs
    saken.utkast(Utfall.OPPHEVET, brevfelt=HENDT | {"virkning": "Du får ikke program."})
    with pytest.raises(h.Stengt, match=r"må varsles først.*§ 16"):
        saken.gjor("vilde", h.send)
    saken.folk.logg_inn(client, "vilde")
    siden = client.get(f"/sak/{saken.sak_id}/").context["videre"]
    assert (siden.apne[0].tekst, siden.apne[0].adresse) == ("Gi forhåndsvarsel", f"/behandling/{saken.behandling_id}/varsle/")
    varsle(saken)
    svar(saken, "Jeg er uenig.", ferdig=True)
    saken.gjor("vilde", h.send)
    saken.gjor("bjorg", h.ta)
    vedtaket = saken.gjor("bjorg", h.fatt_vedtak)
    assert brevet(saken, vedtaket, "opphevelse")["deltakers_syn"] == "Jeg er uenig."
