"""The pages of a case, as each role meets them in the browser, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from apper.kandidat.kontorfiler import filer, fodselsnummer
from apper.sak.saken import IDAG, MOTTATT
from sideobjekter import lag_kandidat
from skreddersom.apper.kandidat.handlinger import registrer_utfall
from skreddersom.apper.kandidat.handlinger.utfall import Registrering
from skreddersom.apper.kandidat.models import Kanal, Person, Utfallsslag
from skreddersom.apper.sak.models import Behandling, Bekreftelse, Faktum, Sak, Status, Ventegrunn, Vilkarsvurdering
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som
from stengt import prov_objektside, siste_rad

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

FNR = fodselsnummer(next(iter(filer().values()))).decode()
I_SAKEN = ["", "grunnlag/", "logg/"]


def fyll(client: Client, adresse: str, **felt: Any) -> Any:
    """Open the form, fill in ``felt`` over what stands there, and send it."""
    skjema = client.get(adresse).context["skjema"]
    staar = {navn: verdi for navn in skjema.fields if (verdi := skjema[navn].value()) not in (None, False)}
    return client.post(adresse, staar | felt)


@pytest.mark.parametrize("hvem", ["vilde", "kjersti", "bjorg", "lena"])
@pytest.mark.parametrize("side", I_SAKEN)
def test_saken_kan_leses_av_alle_som_arbeider_med_saker(saken: Saken, client: Client, hvem: str, side: str) -> None:
    svar = saken.folk.logg_inn(client, hvem).get(f"/sak/{saken.sak_id}/{side}")
    assert svar.status_code == 200
    assert "Per Prøve" in svar.content.decode()


def test_vilkarene_staar_i_lovens_rekkefolge(saken: Saken, client: Client) -> None:
    tekst = saken.folk.logg_inn(client, "vilde").get(f"/behandling/{saken.behandling_id}/vilkar/").content.decode()
    assert tekst.count("Ikke vurdert ennå") == 7
    adresser = [f"/behandling/{saken.behandling_id}/vilkar/{vilkar.id}/" for vilkar in versjon_paa(IDAG).vilkar]
    assert sorted(adresser, key=tekst.index) == adresser


@pytest.mark.krav("R29", "R38")
def test_sporsmaalet_om_alternativet_og_formaalet_staar_ved_siden_av_skjoennet(saken: Saken, client: Client) -> None:
    tekst = saken.folk.logg_inn(client, "vilde").get(f"/behandling/{saken.behandling_id}/vilkar/bistand/").content.decode()
    assert "Hva ville vært alternativet uten KVP?" in tekst
    assert "Formålet i § 1:" in tekst


@pytest.mark.krav("R16", "R24")
@pytest.mark.parametrize(
    ("hva", "felt", "synlig"),
    [
        ("aev", {"utfort": str(IDAG), "vedtak_14a": str(IDAG), "innsatsgruppe": "jobbe_delvis"}, "Jobbe delvis (gradert"),
        ("behov", {"omrade": "helse", "tekst": "Trenger ro til å gjøre ferdig behandlingen."}, "Trenger ro"),
        ("egenvurdering", {"tekst": "Jeg vil arbeide med mat."}, "Jeg vil arbeide med mat."),
        ("egenvurdering", {"onsket_ikke": "on"}, "Personen ønsket ikke å si noe."),
        ("barn", {"antall": "2", "aldersgrupper": ["0-5", "6-12"], "behov": "Barnehage.", "hva_gjores": "Søkt plass."}, "0–5 år, 6–12 år"),
        ("faktum", {"navn": "lovlig_opphold", "verdi": "ja", "kilde": "folkeregisteret"}, "Har lovlig opphold"),
        ("fodselsdato", {"fodselsdato": "1991-02-03", "kilde": "pass"}, "Født 03.02.1991"),
        ("malform", {"malform": "nn"}, "Nynorsk"),
    ],
)  # fmt: skip
def test_det_som_skrives_staar_i_grunnlaget(saken: Saken, client: Client, hva: str, felt: dict[str, Any], synlig: str) -> None:
    saken.folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/sak/{saken.sak_id}/{hva}/", **felt)
    assert svar.status_code == 302, svar.context["skjema"].errors
    assert synlig in client.get(svar.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("hva", "felt", "setning"),
    [
        ("aev", {}, "Skriv når vurderingen ble bestilt eller utført."),
        ("aev", {"bestilt": "32.13.2026"}, "Skriv datoen slik: 31.12.2026."),
        ("aev", {"bestilt": str(IDAG), "utfort": str(MOTTATT)}, "Vurderingen kan ikke være utført før den ble bestilt."),
        ("behov", {"tekst": "Ro"}, "Velg ett av alternativene."),
        ("egenvurdering", {"tekst": "Jeg vil.", "onsket_ikke": "True"}, "Ikke begge deler."),
        ("barn", {"antall": "1"}, "Er det barn i husstanden, skal dette vurderes."),
        ("barn", {"antall": "mange"}, "Skriv antallet med tall."),
        ("faktum", {"navn": "nedsatt_arbeidsevne", "verdi": "ja", "kilde": "meg"}, "Velg ett av alternativene i lista."),
        ("faktum", {"navn": "lovlig_opphold", "verdi": "ja"}, "Skriv noen ord her."),
    ],
)
def test_feil_i_skjemaet_gir_en_setning_og_det_skrevne_staar(
    saken: Saken, client: Client, hva: str, felt: dict[str, str], setning: str
) -> None:
    saken.folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/sak/{saken.sak_id}/{hva}/", **felt)
    assert svar.status_code == 200
    assert setning in svar.content.decode()
    for navn, verdi in felt.items():
        assert str(svar.context["skjema"][navn].value()) == verdi


@pytest.mark.parametrize(
    ("hva", "felt", "etter"),
    [
        ("forelopig_svar", {"dato": str(IDAG)}, "Foreløpig svar gitt"),
        ("sett_paa_vent", {"grunn": Ventegrunn.LEGE.value, "frist": str(IDAG)}, "På vent til"),
        ("legg_tilbake", {}, "Ingen har saken"),
        ("henlegg", {"grunn": "trukket", "tekst": "Søkeren har fått arbeid."}, "Henlagt"),
    ],
)
def test_arbeidet_med_saken_staar_paa_sakssiden(saken: Saken, client: Client, hva: str, felt: dict[str, str], etter: str) -> None:
    saken.folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/behandling/{saken.behandling_id}/{hva}/", **felt)
    assert svar.status_code == 302, svar.context["skjema"].errors
    assert etter in client.get(svar.headers["Location"]).content.decode()


def test_sak_ingen_har_kan_overtas_fra_sakssiden(saken: Saken, client: Client) -> None:
    fyll(saken.folk.logg_inn(client, "vilde"), f"/behandling/{saken.behandling_id}/legg_tilbake/")
    saken.folk.logg_inn(client, "viggo")
    side = client.get(f"/sak/{saken.sak_id}/")
    overta = next(ett for ett in side.context["naa"].apne if ett.direkte)
    data = {"versjon": saken.behandling().versjon, "nokkel": str(side.context["nokkel"])}
    svar = client.post(overta.adresse, data, follow=True)
    assert "Du har overtatt saken." in svar.content.decode()
    assert saken.behandling().saksbehandler_id == saken.folk["viggo"].ansatt_id


def test_lederen_gir_saken_til_en_annen(saken: Saken, client: Client) -> None:
    ny = saken.folk["viggo"].ansatt_id
    fyll(saken.folk.logg_inn(client, "lena"), f"/behandling/{saken.behandling_id}/tildel/", ansatt=str(ny))
    assert saken.behandling().saksbehandler_id == ny


def test_siden_viser_det_porten_sier(saken: Saken, client: Client) -> None:
    side = saken.folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/")
    naa = side.context["naa"]
    assert "Vurder vilkårene" in [ett.tekst for ett in naa.apne]
    hvorfor = {ett.tekst: ett.hvorfor for ett in naa.stengte}
    assert "Dette gjøres av en beslutter." in hvorfor["Fatt vedtak"]
    assert "Velg hva vedtaket skal gå ut på, i utkastet." in side.content.decode()


@pytest.mark.krav("R09", "R28")
def test_vilkaret_vurderes_og_staar_med_grunn_og_forfatter(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/behandling/{saken.behandling_id}/vilkar/arbeidsevne/"
    svar = fyll(client, adresse, svar="NEI", grunn="ikke_vesentlig_nedsatt", begrunnelse="Har arbeidet fullt i to år.")
    assert svar.status_code == 302, svar.context["skjema"].errors
    tekst = client.get(svar.headers["Location"]).content.decode()
    for ord_ in ("Arbeids- og inntektsevnen er ikke vesentlig nedsatt", "Har arbeidet fullt i to år.", "Vurdert av Vilde"):
        assert ord_ in tekst


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({}, "Velg ett av alternativene."),
        ({"svar": "JA"}, "Skriv begrunnelsen. Den skal kunne prøves av andre."),
        ({"svar": "NEI", "begrunnelse": "Nei."}, "Velg en av de lovlige grunnene"),
        ({"svar": "NEI", "begrunnelse": "Nei.", "grunn": "mangler_budsjett"}, "Velg ett av alternativene i lista."),
        ({"svar": "UKJENT", "mangler": "Erklæring"}, "Skriv hvem som skaffer det."),
    ],
)
def test_svaret_maa_vaere_helt(saken: Saken, client: Client, felt: dict[str, str], setning: str) -> None:
    saken.folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/behandling/{saken.behandling_id}/vilkar/arbeidsevne/", **felt)
    assert svar.status_code == 200
    assert setning in svar.content.decode()
    with som(saken.folk.kontekst("vilde")):
        assert not Vilkarsvurdering.objects.exists()


def test_svar_som_opplysningene_ikke_gir_sier_hva_som_mangler(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/behandling/{saken.behandling_id}/vilkar/opphold/", svar="JA", begrunnelse="Bor her.")
    assert "Dette må være registrert først" in svar.content.decode()
    assert svar.context["skjema"]["begrunnelse"].value() == "Bor her."


def test_endret_opplysning_viser_at_vurderingen_maa_gjores_paa_nytt(saken: Saken, client: Client) -> None:
    saken.fakta(lovlig_opphold=True, fast_bopel=True)
    saken.vurder("opphold")
    saken.fakta(fast_bopel=False)
    tekst = saken.folk.logg_inn(client, "vilde").get(f"/behandling/{saken.behandling_id}/vilkar/").content.decode()
    assert tekst.count("Må vurderes på nytt") == 1


def test_den_andre_faar_sammenligningen_og_mister_ingenting(saken: Saken, client: Client) -> None:
    adresse = f"/behandling/{saken.behandling_id}/vilkar/arbeidsevne/"
    saken.folk.logg_inn(client, "vilde")
    gammel = client.get(adresse).context["skjema"]
    saken.vurder("bistand")
    felt = {
        "versjon": gammel["versjon"].value(),
        "nokkel": str(gammel["nokkel"].value()),
        "svar": "JA",
        "begrunnelse": "Tre avbrutte jobber.",
    }
    svar = client.post(adresse, felt)
    assert svar.status_code == 409
    assert "Tre avbrutte jobber." in svar.content.decode()
    assert "Tett og koordinert bistand er hensiktsmessig og nødvendig: ja" in svar.content.decode()
    assert client.post(adresse, felt | {"versjon": svar.context["skjema"]["versjon"].value()}).status_code == 302


def test_samme_skjema_to_ganger_er_en_registrering(saken: Saken, client: Client) -> None:
    adresse = f"/sak/{saken.sak_id}/faktum/"
    skjema = saken.folk.logg_inn(client, "vilde").get(adresse).context["skjema"]
    felt = {navn: str(skjema[navn].value()) for navn in ("versjon", "nokkel")}
    felt |= {"navn": "fast_bopel", "verdi": "ja", "kilde": "folkeregisteret", "dato": str(IDAG)}
    assert [client.post(adresse, felt).status_code for _ in range(2)] == [302, 302]
    with som(saken.folk.kontekst("vilde")):
        assert Faktum.objects.filter(navn="fast_bopel").count() == 1


def test_en_annens_sak_finnes_ikke_for_veilederen(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "viggo")
    for adresse in (f"/sak/{saken.sak_id}/", f"/behandling/{saken.behandling_id}/vilkar/", f"/behandling/{saken.behandling_id}/henlegg/"):
        assert client.get(adresse).status_code == 404
    assert client.post(f"/behandling/{saken.behandling_id}/henlegg/", {"grunn": "trukket"}).status_code == 404
    assert saken.behandling().status == Status.UNDER_ARBEID


@pytest.mark.parametrize(
    "adresse", ["/sak/{sak}/finnes-ikke/", "/behandling/{behandling}/send/", "/behandling/{behandling}/vilkar/formue/"]
)
def test_ukjent_skjema_finnes_ikke(saken: Saken, client: Client, adresse: str) -> None:
    saken.folk.logg_inn(client, "vilde")
    assert client.get(adresse.format(sak=saken.sak_id, behandling=saken.behandling_id)).status_code == 404


def test_ferdig_sak_viser_hva_som_er_stengt(saken: Saken, client: Client) -> None:
    fyll(saken.folk.logg_inn(client, "vilde"), f"/behandling/{saken.behandling_id}/henlegg/", grunn="trukket")
    tekst = client.get(f"/behandling/{saken.behandling_id}/sett_paa_vent/").content.decode()
    assert "Behandlingen er henlagt." in tekst
    assert 'type="submit" data-variant="primary"' not in tekst.partition("<main")[2]
    with som(saken.folk.kontekst("vilde")):
        assert (Sak.objects.count(), Behandling.objects.count()) == (1, 1)


def test_ord_som_ligner_en_ulovlig_grunn_maa_svares_for_og_svaret_blir_staaende(saken: Saken, client: Client) -> None:
    adresse = f"/behandling/{saken.behandling_id}/vilkar/bistand/"
    saken.folk.logg_inn(client, "vilde")
    felt = {"svar": "NEI", "grunn": "annen_hjelp_er_nok", "begrunnelse": "Kommunen har ikke budsjett til flere programmer i år."}
    svar = fyll(client, adresse, **felt)
    tekst = svar.content.decode()
    assert svar.status_code == 200
    assert "Program er en rett. Kommunen har plikt til å sette av midlene som trengs. (Arbeids- og velferdsdirektoratet" in tekst
    (sporsmal,) = svar.context["skjema"].sporsmal
    assert fyll(client, adresse, **felt, **{sporsmal.html_name: "Dette sier søkeren."}).status_code == 302
    with som(saken.folk.kontekst("vilde")):
        assert [ett.svar for ett in Bekreftelse.objects.all()] == ["Dette sier søkeren."]
    assert [ett.besvart for ett in saken.tilstand().advarsler] == [True]
    assert fyll(client, adresse, **felt).status_code == 302


def test_den_som_ikke_staar_i_noen_fil_kan_soke(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    svar = fyll(client, "/sak/ny/", fnr=FNR, navn="Nora Ny", maate="samtale", innhold="Jeg vil gjerne arbeide.")
    assert svar.status_code == 302, svar.context["skjema"].errors
    assert "Nora Ny" in client.get(svar.headers["Location"]).content.decode()
    with som(folk.kontekst("vilde")):
        assert not any(FNR in rad.innhold for rad in Rad.objects.all())


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"fnr": "12345678901"}, "Fødselsnummeret er ikke riktig."),
        ({"fnr": ""}, "Skriv noen ord her."),
        ({"mottatt": "2199-01-01"}, "Datoen kan ikke være etter i dag."),
    ],
)
def test_feil_i_soknaden_lager_verken_person_eller_sak(folk: Besetning, client: Client, felt: dict[str, str], setning: str) -> None:
    folk.logg_inn(client, "vilde")
    svar = fyll(client, "/sak/ny/", **{"fnr": FNR, "navn": "Nora Ny", "maate": "samtale"} | felt)
    assert svar.status_code == 200
    assert setning in svar.content.decode()
    assert svar.context["skjema"]["navn"].value() == "Nora Ny"
    with som(folk.kontekst("vilde")):
        assert not Person.objects.exists()


def test_ny_soknad_mens_en_er_under_behandling_avvises_og_personen_lages_ikke_en_gang_til(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    felt = {"fnr": FNR, "navn": "Nora Ny", "maate": "papir"}
    assert [fyll(client, "/sak/ny/", **felt).status_code for _ in range(2)] == [302, 200]
    with som(folk.kontekst("vilde")):
        assert (Person.objects.count(), Sak.objects.count()) == (1, 1)


def test_kandidaten_som_soker_faar_en_sak_og_utfallet(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        kandidat = lag_kandidat(vilde)
    folk.logg_inn(client, "vilde")
    svar = fyll(client, f"/sak/ny/{kandidat.pk}/", maate="papir", mangler="Underskrift")
    assert svar.status_code == 302, svar.context["skjema"].errors
    side = client.get(f"/kandidater/{kandidat.pk}/").content.decode()
    assert "Gå til saken" in side
    assert client.get(f"/sak/kandidat/{kandidat.pk}/").headers["Location"] == svar.headers["Location"]
    assert "Underskrift" in client.get(f"{svar.headers['Location']}grunnlag/").content.decode()


def test_soknad_paa_gammel_kandidat_gir_sammenligningen(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        kandidat = lag_kandidat(vilde)
    adresse = f"/sak/ny/{kandidat.pk}/"
    gammel = folk.logg_inn(client, "vilde").get(adresse).context["skjema"]
    with som(folk.kontekst("vilde")) as vilde:
        ny = Registrering(Utfallsslag.INFORMERT, IDAG, kandidat.versjon, uuid4(), Kanal.BREV)
        registrer_utfall(vilde, kandidat.pk, ny)
    svar = fyll(client, adresse, versjon=str(gammel["versjon"].value()), maate="papir", innhold="Jeg vil.")
    assert svar.status_code == 409
    assert "Informert" in svar.content.decode()
    assert svar.context["skjema"]["innhold"].value() == "Jeg vil."


def test_tidslinja_forteller_naar_og_hva_det_ble_til(saken: Saken, client: Client) -> None:
    saken.vedta()
    tekst = saken.folk.logg_inn(client, "vilde").get(f"/sak/{saken.sak_id}/").content.decode()
    for ord_ in ("Vedtak: innvilget", f"Fra {IDAG:%d.%m.%Y} til", f"Utført {MOTTATT:%d.%m.%Y}", "Søknad mottatt"):
        assert ord_ in tekst
    assert tekst.index("Vedtak: innvilget") < tekst.index("Søknad mottatt")


@pytest.mark.parametrize("side", ["/sak/{sak}/", "/sak/{sak}/grunnlag/", "/sak/{sak}/logg/", "/behandling/{behandling}/vilkar/"])
def test_sakens_sider_er_for_dem_som_har_med_saken(saken: Saken, side: str) -> None:
    adresse = side.format(sak=saken.sak_id, behandling=saken.behandling_id)
    prov_objektside(saken.folk, adresse, rett=["vilde", "kjersti", "bjorg", "lena"], feil=["viggo", "stine", "leif", "adrian", "fredrik"])


def test_den_som_ser_paa_saken_staar_i_loggen(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "kjersti").get(f"/behandling/{saken.behandling_id}/vilkar/")
    rad = siste_rad(saken.folk, "kjersti")
    assert (rad["sak"], rad["person"], rad["formal"]) == (f"sak/{saken.sak_id}", str(saken.person_id), "saksbehandling")
