"""The answers to § 29: with reason, by lawful grounds, never against the facts, stale when a fact changes, looked over by another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.saken import FODT, IDAG, MOTTATT
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import skjonn, sporringer
from skreddersom.apper.sak.models import Faktum, Hendelse, Retursaarsak, Svar
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import grunner
from skreddersom.kjerne.lov.trelogikk import Tre
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from apper.sak.saken import Saken

VILKAR = {ett.id: ett for ett in versjon_paa(IDAG).vilkar}


def utdaterte(saken: Saken) -> list[str]:
    return [ett.id for ett in saken.tilstand().vilkar if ett.utdatert]


@pytest.mark.parametrize("svar", [Svar.JA, Svar.NEI])
def test_et_ja_og_et_nei_maa_begrunnes(saken: Saken, svar: Svar) -> None:
    with pytest.raises(Brukerfeil, match="begrunnelsen"):
        saken.vurder("arbeidsevne", svar, begrunnelse="  ", grunn="ikke_vesentlig_nedsatt")


def test_et_nei_maa_ha_en_lovlig_grunn_for_det_vilkaaret(saken: Saken) -> None:
    for grunn in ("", "okonomi", "venteliste", "under_18", "annen_hjelp_er_nok"):
        with pytest.raises(Brukerfeil):
            saken.vurder("arbeidsevne", Svar.NEI, grunn=grunn)
    saken.vurder("arbeidsevne", Svar.NEI, grunn="ikke_vesentlig_nedsatt")
    assert saken.tilstand().vilkar[1].svar is Svar.NEI


def test_ingen_ulovlig_grunn_kan_velges_for_noe_vilkaar(saken: Saken) -> None:
    for vilkar in VILKAR:
        for kode in grunner.ulovlige_koder():
            with pytest.raises(Brukerfeil):
                saken.vurder(vilkar, Svar.NEI, grunn=kode)


def test_at_arbeidsevnevurderingen_mangler_er_aldri_et_nei(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="ikke være grunn til å si nei"):
        saken.vurder("arbeidsevnevurdering", Svar.NEI, grunn="mangler")


def test_vet_ikke_sier_hva_som_mangler_og_hvem_som_skaffer_det(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="hvem som skaffer"):
        saken.vurder("arbeidsevne", Svar.UKJENT, hvem=" ")
    saken.vurder("arbeidsevne", Svar.UKJENT)
    rad = sporringer.vurderinger(saken.behandling())["arbeidsevne"]
    assert (rad.mangler, rad.hvem, rad.begrunnelse) == ("en erklæring", "Vilde", "")


def test_svaret_kan_ikke_si_noe_annet_enn_opplysningene(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="gir ja"):
        saken.vurder("alder", Svar.NEI, grunn="under_18")
    with pytest.raises(Brukerfeil, match="opplysning om lovlig opphold"):
        saken.vurder("opphold")
    saken.fakta(lovlig_opphold=False)
    with pytest.raises(Brukerfeil, match="gir nei"):
        saken.vurder("opphold")
    with pytest.raises(Brukerfeil, match="gir nei"):
        saken.vurder("opphold", Svar.UKJENT)


def test_et_skjoenn_blir_et_faktum_med_forfatter_og_grunn(saken: Saken) -> None:
    saken.vurder("unntak", begrunnelse="Ingenting hos søkeren gjør det byrdefullt.")
    with som(saken.folk.kontekst("vilde")):
        fakta = sporringer.fakta(saken.behandling().sak)
        rad = fakta["uforholdsmessig_byrdefullt"]
        assert (rad.verdi, rad.kilde, str(rad.av)) == (False, "Ingenting hos søkeren gjør det byrdefullt.", "Vilde")


def test_et_skjoenn_kan_ikke_skrives_som_en_opplysning(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="gjøres under vilkåret"):
        saken.fakta(nedsatt_arbeidsevne=True)


@pytest.mark.parametrize("verdi", [True, IDAG])
def test_et_faktum_maa_ha_riktig_slags_verdi(saken: Saken, verdi: bool | date) -> None:
    navn = "fodselsdato" if verdi is True else "fast_bopel"
    with pytest.raises(Brukerfeil, match="feil slags verdi"):
        saken.fakta(**{navn: verdi})


def test_ingen_ytelser_trenger_ikke_skjoenn(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    saken.vurder("ytelser")
    with som(saken.folk.kontekst("vilde")):
        assert not Faktum.objects.filter(navn="svaert_begrensede_ytelser").exists()


def test_fodselsdatoen_er_et_faktum_fra_starten(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")):
        assert sporringer.fakta(saken.behandling().sak)["fodselsdato"].verdi == FODT.isoformat()


@pytest.mark.parametrize(("vilkar", "verdier", "svar", "dom"), [
    ("arbeidsevne", {}, Svar.JA, True),
    ("arbeidsevne", {"nedsatt_arbeidsevne": True}, Svar.NEI, False),
    ("arbeidsevne", {"nedsatt_arbeidsevne": True}, Svar.UKJENT, None),
    ("unntak", {}, Svar.JA, False),
    ("ytelser", {"ingen_ytelser": True}, Svar.JA, None),
    ("ytelser", {"ingen_ytelser": False}, Svar.JA, True),
    ("ytelser", {"ingen_ytelser": False}, Svar.NEI, False),
    ("ytelser", {}, Svar.UKJENT, None),
])  # fmt: skip
def test_dommen_er_den_som_gir_svaret(vilkar: str, verdier: dict[str, Any], svar: Svar, dom: bool | None) -> None:
    assert skjonn.dom(VILKAR[vilkar], verdier, svar, IDAG) is dom


def test_dommen_kan_ikke_gi_det_opplysningene_utelukker() -> None:
    with pytest.raises(skjonn.SierNoeAnnet) as feil:
        skjonn.dom(VILKAR["ytelser"], {"ingen_ytelser": True}, Svar.NEI, IDAG)
    assert feil.value.gir is Tre.JA


def test_endret_faktum_gjor_vurderingene_som_brukte_det_utdatert_og_ingen_andre(saken: Saken) -> None:
    saken.vurder_alle()
    assert utdaterte(saken) == []
    saken.fakta(fast_bopel=True)
    assert utdaterte(saken) == ["opphold"]
    saken.utkast()
    with pytest.raises(h.Stengt, match="er endret siden det ble vurdert"):
        saken.gjor("vilde", h.send)
    saken.vurder("opphold")
    assert utdaterte(saken) == []


def test_en_opplysning_som_ikke_fantes_da_gjor_ogsaa_vurderingen_utdatert(saken: Saken) -> None:
    saken.vurder("ytelser", Svar.UKJENT)
    saken.fakta(ingen_ytelser=True)
    assert utdaterte(saken) == ["ytelser"]


def test_ny_arbeidsevnevurdering_gjor_bare_sitt_vilkaar_utdatert(saken: Saken) -> None:
    saken.vurder_alle()
    saken.aev(IDAG)
    assert utdaterte(saken) == ["arbeidsevnevurdering"]


def test_en_vurdering_etter_en_eldre_lov_er_utdatert(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    saken.vurder("ytelser")
    with som(saken.folk.kontekst("vilde")):
        behandling = saken.behandling()
        for_2025 = sporringer.tilstand(behandling, date(2024, 5, 2))
    assert [ett.id for ett in for_2025.vilkar if ett.utdatert] == ["ytelser"]


def test_egen_vurdering_kan_ikke_sikres_av_en_selv_i_en_annen_rolle(saken: Saken) -> None:
    from dataclasses import replace

    from skreddersom.plattform.tilgang.roller import Rolle

    saken.fakta(ingen_ytelser=True)
    vurdering = saken.vurder("ytelser")
    selv = replace(saken.folk.kontekst("vilde"), rolle=Rolle.KVALITETSSIKRER)
    with som(selv), pytest.raises(h.Stengt):
        h.kvalitetssikre(selv, saken.behandling_id, saken.inn(), vurdering, h.Dom(godkjent=True))


def test_en_gammel_vurdering_kan_ikke_sikres(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    gammel = saken.vurder("ytelser")
    saken.vurder("ytelser", begrunnelse="Undersøkt på nytt.")
    with pytest.raises(h.Konflikt):
        saken.sikre(gammel)


def test_en_retur_maa_ha_aarsak_og_annet_maa_forklares(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    vurdering = saken.vurder("ytelser")
    for dom in (h.Dom(godkjent=False), h.Dom(godkjent=False, arsaker=(Retursaarsak.ANNET,))):
        with pytest.raises(Brukerfeil):
            saken.sikre(vurdering, dom=dom)


def test_returaarsakene_telles_for_kontoret(saken: Saken) -> None:
    saken.fakta(ingen_ytelser=True)
    to = (Retursaarsak.BEGRUNNELSE, Retursaarsak.KILDE)
    saken.sikre(saken.vurder("ytelser"), dom=h.Dom(godkjent=False, arsaker=to))
    saken.sikre(saken.vurder("ytelser"))
    saken.send()
    saken.gjor("bjorg", h.ta)
    saken.gjor("bjorg", h.returner, h.Dom(godkjent=False, arsaker=(Retursaarsak.BEGRUNNELSE,)))
    with som(saken.folk.kontekst("lena")) as lena:
        telt = sporringer.returaarsaker(lena, IDAG - timedelta(days=1), IDAG)
        assert {arsak: antall for arsak, antall in telt.items() if antall} == {Retursaarsak.BEGRUNNELSE: 2, Retursaarsak.KILDE: 1}
        assert sum(sporringer.returaarsaker(lena, MOTTATT, MOTTATT).values()) == 0
    with som(saken.folk.kontekst("leif")) as leif:
        assert sum(sporringer.returaarsaker(leif, MOTTATT, IDAG).values()) == 0


def test_hendelsene_har_koder_og_aldri_navn(saken: Saken) -> None:
    saken.send()
    with som(saken.folk.kontekst("lena")):
        assert "Per" not in "".join(str(ett.data) for ett in Hendelse.objects.all())
