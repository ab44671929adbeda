"""The paper around an application: the receipt at once, the provisional reply in time, the form to apply on, and letters that wait."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from pypdf import PdfReader

from apper.sak.saken import IDAG, MOTTATT, person, soknad
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Brevhode, Malform
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import frister
from skreddersom.plattform.brev.models import Brev, Status
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

BREVHODE: dict[str, Any] = {"adresse": ["Bakkegata 1"], "telefon": "55 00 00 00", "statsforvalter": "Agder"}
UTALELSE = "Vi venter på en uttalelse fra fastlegen din."


def brevene(folk: Besetning, slag: str) -> list[Brev]:
    """All of a kind at Bakken, the newest first."""
    with som(folk.kontekst("lena")):
        return list(Brev.objects.filter(slag=slag))


def paa_papiret(pdf: bytes) -> str:
    return " ".join("".join(side.extract_text() for side in PdfReader(io.BytesIO(pdf)).pages).split())


def post(klient: Client, saken: Saken, brev: Brev, **felt: str) -> str:
    """Do something with a letter on the page of the case; the page that comes."""
    return klient.post(f"/sak/{saken.sak_id}/brev/{brev.pk}/", felt, follow=True).content.decode()


def test_registreres_en_soknad_er_kvitteringen_klar_med_det_samme(saken: Saken) -> None:
    (brev,) = brevene(saken.folk, "kvittering")
    assert (brev.status, brev.sak_id, brev.person_id) == (Status.KLAR, saken.sak_id, saken.person_id)
    assert brev.data["svarfrist"] == frister.forelopig_svar(MOTTATT).dato.isoformat()
    assert brev.data["startfrist"] == frister.seneste_start(MOTTATT).dato.isoformat()
    assert "i en samtale med oss" in paa_papiret(bytes(brev.pdf))


def test_det_som_mangler_i_soknaden_staar_i_kvitteringen_paa_nynorsk_naar_den_er_valgt(folk: Besetning) -> None:
    with som(folk.kontekst("lena")) as lena:
        Brevhode.objects.create(kontor_id=lena.kontor, **BREVHODE)
    nokkel = uuid4()
    hvem = person(folk)
    for _ in range(2):
        soknad(folk, hvem, nokkel=nokkel, mangler="inntekt nå\n\nfastlege", malform=Malform.NYNORSK)
    (brev,) = brevene(folk, "kvittering")
    assert brev.data["trengs"] == ["inntekt nå", "fastlege"]
    assert "Vi har fått søknaden din" in paa_papiret(bytes(brev.pdf))
    assert brev.malform == "nn"


def test_mangler_kontoret_brevhode_blir_kvitteringen_et_utkast_som_kan_gjoeres_ferdig(folk: Besetning, client: Client) -> None:
    tatt = soknad(folk, person(folk))
    (brev,) = brevene(folk, "kvittering")
    assert brev.status == Status.UTKAST
    adresse = f"/sak/{tatt.sak_id}/brev/{brev.pk}/"
    folk.logg_inn(client, "vilde")
    assert client.get(adresse).status_code == 404
    assert "telefonnummer" in client.post(adresse, {"gjor": "ferdig"}, follow=True).content.decode()
    with som(folk.kontekst("lena")) as lena:
        Brevhode.objects.create(kontor_id=lena.kontor, **BREVHODE)
    assert "Brevet er klart til å sendes." in client.post(adresse, {"gjor": "ferdig"}, follow=True).content.decode()
    assert client.get(adresse).content.startswith(b"%PDF")


def test_usendte_brev_staar_paa_benken_til_de_er_sendt(saken: Saken, client: Client) -> None:
    (brev,) = brevene(saken.folk, "kvittering")
    saken.folk.logg_inn(client, "vilde")
    svar = client.get("/benk/?fane=brev")
    (linje,) = svar.context["rader"]
    assert (linje.gjor, linje.adresse, linje.over) == ("Send brevet", f"/sak/{saken.sak_id}/brev/", -1)
    assert "Brevet er merket som sendt." in post(client, saken, brev, gjor="sendt")
    assert "Usendte brev" not in client.get("/benk/").content.decode()


def test_et_brev_som_har_ventet_for_lenge_er_forfalt_ogsaa_for_lederen(saken: Saken, client: Client, settings: Any) -> None:
    settings.BREV_ALARM = timedelta(days=-2)
    for navn in ("vilde", "lena"):
        rader = saken.folk.logg_inn(client, navn).get("/benk/?fane=forfalt").context["rader"]
        assert "Send brevet" in {rad.gjor for rad in rader}
    assert not saken.folk.logg_inn(client, "viggo").get("/benk/?fane=brev").context["rader"]


def test_en_kvittering_kan_legges_bort_med_grunn_men_ikke_et_vedtaksbrev(saken: Saken, client: Client) -> None:
    (kvittering,) = brevene(saken.folk, "kvittering")
    saken.folk.logg_inn(client, "vilde")
    assert "Skriv hvorfor" in post(client, saken, kvittering, gjor="forkast", hvorfor=" ")
    assert "skal ikke sendes" in post(client, saken, kvittering, gjor="forkast", hvorfor="Registrert ved en feil.")
    assert brevene(saken.folk, "kvittering")[0].status == Status.FORKASTET
    assert "ikke skal sendes" in post(client, saken, kvittering, gjor="sendt")
    saken.vedta()
    (vedtaket,) = brevene(saken.folk, "innvilgelse")
    assert "Parten skal ha dette brevet" in post(client, saken, vedtaket, gjor="forkast", hvorfor="Nei.")


def test_en_som_ikke_sender_brev_kan_bare_lese_dem(saken: Saken, client: Client) -> None:
    (brev,) = brevene(saken.folk, "kvittering")
    saken.folk.logg_inn(client, "kjersti")
    assert "Merk som sendt" not in client.get(f"/sak/{saken.sak_id}/brev/").content.decode()
    assert client.get(f"/sak/{saken.sak_id}/brev/{brev.pk}/").status_code == 200
    with som(saken.folk.kontekst("kjersti")) as kjersti, pytest.raises(Brukerfeil, match="veileder, en beslutter"):
        h.merk_brev_sendt(kjersti, saken.sak_id, brev.pk)


def svar_skjema(klient: Client, saken: Saken, **felt: str) -> Any:
    """Vilde fills in the form of the provisional reply."""
    adresse = f"/behandling/{saken.behandling_id}/forelopig_svar/"
    skjema = saken.folk.logg_inn(klient, "vilde").get(adresse).context["skjema"]
    felles = {"versjon": skjema["versjon"].value(), "nokkel": skjema["nokkel"].value()}
    return klient.post(adresse, felles | felt, follow=True)


def test_foreloepig_svar_gir_et_brev_og_dagen_svaret_ble_gitt(saken: Saken, client: Client) -> None:
    forventet = (IDAG + timedelta(days=20)).isoformat()
    assert svar_skjema(client, saken, arsak=UTALELSE, forventet=forventet, trengs="samtykke").status_code == 200
    (brev,) = brevene(saken.folk, "forelopig_svar")
    assert (brev.status, brev.data["forventet"], brev.data["trengs"]) == (Status.KLAR, forventet, ["samtykke"])
    assert saken.behandling().soknad.forelopig_svar == IDAG  # type: ignore[union-attr]


def test_svaret_maa_si_hvorfor_og_naar_med_mindre_det_er_gitt_paa_en_annen_maate(saken: Saken, client: Client) -> None:
    assert {*svar_skjema(client, saken).context["skjema"].errors} == {"arsak", "forventet"}
    assert svar_skjema(client, saken, dato=IDAG.isoformat()).status_code == 200
    assert brevene(saken.folk, "forelopig_svar") == []
    assert saken.behandling().soknad.forelopig_svar == IDAG  # type: ignore[union-attr]


def test_ventelister_og_budsjett_maa_svares_for_foer_brevet_blir_laget(saken: Saken, client: Client) -> None:
    felt = {"arsak": "Det er venteliste, og vi har ikke budsjett til flere.", "forventet": (IDAG + timedelta(days=20)).isoformat()}
    skjema = svar_skjema(client, saken, **felt).context["skjema"]
    sporsmal = [ett.html_name for ett in skjema.sporsmal]
    assert sporsmal
    assert brevene(saken.folk, "forelopig_svar") == []
    svar_skjema(client, saken, **felt, **dict.fromkeys(sporsmal, "Ventelista gjelder kurset, ikke programmet."))
    assert len(brevene(saken.folk, "forelopig_svar")) == 1


def test_benken_viser_veien_til_foreloepig_svar(saken: Saken, client: Client) -> None:
    svar = saken.folk.logg_inn(client, "vilde").get("/benk/?fane=forelopig_svar").content.decode()
    assert f"/behandling/{saken.behandling_id}/forelopig_svar/" in svar


@pytest.mark.parametrize(("malform", "ord_"), [("nb", "Hva trenger du hjelp til?"), ("nn", "Kva treng du hjelp til?")])
def test_soknadsskjemaet_kan_skrives_ut_tomt(folk: Besetning, client: Client, malform: str, ord_: str) -> None:
    folk.logg_inn(client, "vilde")
    svar = client.get(f"/soknadsskjema/{malform}/")
    assert ord_ in paa_papiret(svar.content)
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in svar.content
    assert client.get("/soknadsskjema/en/").status_code == 404


def test_den_registrerte_soknaden_kan_skrives_ut(folk: Besetning, client: Client) -> None:
    tatt = soknad(folk, person(folk), innhold="Jeg vil arbeide i butikk.", mangler="inntekt")
    folk.logg_inn(client, "vilde")
    papir = paa_papiret(client.get(f"/sak/{tatt.sak_id}/soknad/{tatt.pk}/").content)
    for ord_ in ("Per Prøve", "Jeg vil arbeide i butikk.", "Det som mangler inntekt", "Registrert av Vilde"):
        assert ord_ in papir
    assert client.get(f"/sak/{tatt.sak_id}/soknad/{uuid4()}/").status_code == 404
