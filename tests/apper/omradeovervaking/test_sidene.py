"""The pages of a round: what is typed is never lost, what is missing is said, and each unit gets its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from apper.omradeovervaking.runden import IDAG, STORRELSE, TALL, TEAM, lag_runde
from skreddersom.apper.kandidat.models import Kontortall
from skreddersom.apper.omradeovervaking import handlinger
from skreddersom.apper.omradeovervaking.handlinger import NyttSporsmal
from skreddersom.apper.omradeovervaking.models import Runde, Slag, Svar, Svarutkast
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import som
from stengt import krev_lik_ukjent, prov_objektside

if TYPE_CHECKING:
    from uuid import UUID

    from rollebesetning import Besetning


def test_spoersmalene_til_bakken_ser_bare_lederen_paa_bakken(folk: Besetning) -> None:
    runden = lag_runde(folk)
    adresse = f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    prov_objektside(folk, adresse, rett=["lena"], feil=["vilde", "fredrik", "dina"])
    krev_lik_ukjent(folk.logg_inn(Client(), "leif"), adresse, ["GET", "POST"])


def test_runden_ser_bare_de_som_spor(folk: Besetning) -> None:
    runden = lag_runde(folk)
    prov_objektside(folk, f"/runder/{runden.runde_id}/", rett=["fredrik"], feil=["lena", "dina"])


def test_direktoratet_ser_publiserte_rapporter_og_kan_ikke_gjore_noe_med_runden(folk: Besetning) -> None:
    runden = lag_runde(folk)
    dina = folk.logg_inn(Client(), "dina")
    utkast = f"/runder/{runden.runde_id}/fil/html/"
    assert "Ingen rapporter ennå" in dina.get("/rapporter/").content.decode()
    assert dina.get(utkast).status_code == 404
    runden.legg_ut()
    side = dina.get("/rapporter/").content.decode()
    assert "Høsten 2026" in side
    assert "Fylket" in side
    assert f"{utkast}?utgave=1" in side
    assert dina.get(f"{utkast}?utgave=1").content == b"<!doctype html><title>Rapport</title>"
    assert dina.post(f"/runder/{runden.runde_id}/lukk/", {"versjon": "1"}).status_code in {403, 404}


def test_en_som_sender_uten_svar_faar_vite_hva_som_mangler_og_mister_ingenting(folk: Besetning) -> None:
    runden = lag_runde(folk)
    klient, adresse = folk.logg_inn(Client(), "lena"), f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    svar = klient.post(adresse, {"versjon": "0", "s_endring": "Færre plasser.", "lever": "1", "minutter": "5"})
    assert svar.status_code == 200
    tekst = svar.content.decode()
    assert "Svar på dette før dere sender." in tekst
    assert "Færre plasser." in tekst
    klient.post(adresse, {"versjon": "0", "s_endring": "Færre plasser.", "s_eget_team": "Nei", "lever": "1", "minutter": "5"})
    with som(folk.kontekst("fredrik")):
        assert Svar.objects.get(kode="endring").ord == "Færre plasser."


@pytest.mark.krav("R40")
def test_fri_tekst_kommer_fram_tegn_for_tegn(folk: Besetning) -> None:
    runden = lag_runde(folk)
    klient, ordrett = folk.logg_inn(Client(), "lena"), " Som  før – «nesten».\r\nMen: <b>se her</b> "
    svar = {"versjon": "0", "s_endring": ordrett, "s_eget_team": "Nei", "lever": "1", "minutter": "5"}
    klient.post(f"/sporsmal/{runden.kontorsvar('Bakken')}/", svar)
    with som(folk.kontekst("fredrik")):
        assert Svar.objects.get(kode="endring").ord == ordrett
    side = folk.logg_inn(Client(), "fredrik").get(f"/runder/{runden.runde_id}/koding/").content.decode()
    assert "&lt;b&gt;se her&lt;/b&gt;" in side


def test_tallet_fylles_ut_fra_kontorets_egne_tall_med_kilde_og_kan_rettes(folk: Besetning) -> None:
    runden = lag_runde(folk)
    with som(folk.kontekst("lena")) as lena:
        Kontortall.objects.create(kontor_id=lena.kontor, kandidater=47, personer=300)
    klient, adresse = folk.logg_inn(Client(), "lena"), f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    assert "Fylt ut med 47. Kilde: Skreddersøm, kandidater på lista" in klient.get(adresse).content.decode()
    svar = {
        "versjon": "0",
        "s_endring": "nei",
        "s_eget_team": "Nei",
        "s_kandidater": "45",
        "m_kandidater": "To er flyttet.",
        "minutter": "9",
    }
    klient.post(adresse, {**svar, "lever": "1"})
    with som(folk.kontekst("fredrik")):
        tall = Svar.objects.get(kode="kandidater")
        assert (tall.ord, tall.foreslatt, tall.merknad) == ("45", "47", "To er flyttet.")


@pytest.mark.parametrize(
    ("tall", "fylt"),
    [({"kandidater": 4, "personer": 60}, False), ({"kandidater": 47, "personer": 49}, False), ({"kandidater": 5, "personer": 60}, True)],
    ids=["lite", "liten rest", "stort nok"],
)
def test_smaa_tall_blir_verken_fylt_ut_eller_sendt(folk: Besetning, tall: dict[str, int], *, fylt: bool) -> None:
    runden = lag_runde(folk)
    with som(folk.kontekst("lena")) as lena:
        Kontortall.objects.create(kontor_id=lena.kontor, **tall)
    klient, adresse = folk.logg_inn(Client(), "lena"), f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    side = klient.get(adresse).content.decode()
    assert ("Fylt ut med" in side) is fylt
    assert ("så lite at det kan røpe noen" in side) is not fylt
    svar = {"versjon": "0", "s_endring": "nei", "s_eget_team": "Nei", "s_kandidater": str(tall["kandidater"]), "minutter": "9"}
    klient.post(adresse, {**svar, "lever": "1"})
    with som(folk.kontekst("fredrik")):
        sendt = Svar.objects.get(kode="kandidater")
        assert sendt.foreslatt == ("5" if fylt else "")
        assert (sendt.ord, sendt.verdi) == (("under 5",) * 2 if tall["kandidater"] < 5 else (str(tall["kandidater"]),) * 2)


def test_sporsmalet_staar_paa_lederens_malform(folk: Besetning) -> None:
    runden = lag_runde(folk, sporsmal=(NyttSporsmal(Slag.FRITEKST, "Endring", "Har noe endret seg?", tekst_nn="Har noko endra seg?"),))
    adresse = f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    nynorsk = folk.logg_inn(Client(headers={"accept-language": "nn"}), "lena").get(adresse).content.decode()
    assert "Har noko endra seg?" in nynorsk
    assert "Har noe endret seg?" not in nynorsk


def test_valg_linjer_og_hjelp_staar_paa_lederens_malform_og_svaret_er_det_samme(folk: Besetning) -> None:
    fredrik = folk.logg_inn(Client(), "fredrik")
    runden = lag_runde(folk, sendt=False, sporsmal=())
    sti = f"/runder/{runden.runde_id}/sporsmal/"
    nytt = {"slag": Slag.ETT_VALG, "navn": "Team", "tekst": "Har dere team?", "valg": "Ja\nVet ikke", "hvis": "", "tall": ""}
    nynorsk = {"valg_nn": "Ja\nVeit ikkje", "hjelp": "Tell alle.", "hjelp_nn": "Tel alle."}
    feil = fredrik.post(sti, {**nytt, "valg_nn": "Ja", "versjon": _versjon(folk, runden.runde_id)})
    assert "Skriv like mange linjer som på bokmål, eller ingen." in feil.content.decode()
    assert fredrik.post(sti, {**nytt, **nynorsk, "versjon": _versjon(folk, runden.runde_id)}).status_code == 302
    tabell = NyttSporsmal(Slag.MATRISE, "Tabell", "Hva?", valg=["A", "B"], rader=["Mer enn før"], rader_nn=["Meir enn før"])
    hvis = NyttSporsmal(Slag.FRITEKST, "Hvorfor", "Hvorfor?", hvis_kode="team", hvis_svar="Vet ikke", paakrevd=False)
    for ett in (tabell, hvis):
        runden.gjor(handlinger.lagre_sporsmal, ett)
    runden.gjor(handlinger.send_runde, IDAG)
    adresse = f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    lena = folk.logg_inn(Client(headers={"accept-language": "nn"}), "lena")
    side = lena.get(adresse).content.decode()
    for ord_ in ("Tel alle.", "Meir enn før", "Veit ikkje", "«Veit ikkje» på «Team»"):
        assert ord_ in side
    assert "Tell alle." not in side
    lena.post(adresse, {"s_team": "Vet ikke", "s_tabell_0": "A", "minutter": "5", "lever": "1", "versjon": "0"})
    with som(folk.kontekst("fredrik")):
        assert Svar.objects.get(kode="team").ord == "Vet ikke"


def test_alle_slag_sporsmal_kan_lages_og_besvares(folk: Besetning) -> None:
    runden = lag_runde(folk, sendt=False, sporsmal=(TEAM, STORRELSE))
    fredrik, sti = folk.logg_inn(Client(), "fredrik"), f"/runder/{runden.runde_id}/sporsmal/"
    for slag in (Slag.FLERE_VALG, Slag.DATO, Slag.MATRISE):
        nytt = {"slag": slag, "navn": str(slag.label), "tekst": "Hva?", "valg": "Ja\nNei", "rader": "Praksis\nNorsk"}
        assert fredrik.post(sti, {**nytt, "hvis": "", "tall": "", "versjon": _versjon(folk, runden.runde_id)}).status_code == 302
    runden.gjor(handlinger.send_runde, IDAG)
    svar = {"s_eget_team": "Ja", "s_teamet": "3", "s_flere_valg": ["Nei", "Ja"], "s_dato": "2026-10-01", "minutter": "5", "lever": "1"}
    tabell = {"s_tabell_med_ett_valg_pa_hver_linje_0": "Ja"}
    adresse = f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    assert folk.logg_inn(Client(), "lena").post(adresse, {"versjon": "0", **svar, **tabell}).status_code == 302
    with som(folk.kontekst("fredrik")):
        ord_ = dict(Svar.objects.values_list("kode", "ord"))
    assert ord_ == {
        "eget_team": "Ja",
        "teamet": "3",
        "flere_valg": "Ja; Nei",
        "dato": "2026-10-01",
        "tabell_med_ett_valg_pa_hver_linje": "Praksis: Ja",
    }


def test_et_tall_og_en_dato_staar_som_de_er_i_matrisen_og_venter_ikke_paa_en_kode(folk: Besetning) -> None:
    runden = lag_runde(folk, sporsmal=(TALL, NyttSporsmal(Slag.DATO, "Sist", "Når var siste gjennomgang?"), TEAM))
    runden.svar("Bakken", "", kandidater="47", sist="2026-10-01")
    fredrik = folk.logg_inn(Client(), "fredrik")
    rader = dict(fredrik.get(f"/runder/{runden.runde_id}/matrise/").context["rader"])
    assert [(celle.kode, celle.ord) for celle in rader["Bakken"][:2]] == [("47", ""), ("01.10.2026", "")]
    faner = {ett.tekst: ett.antall for ett in fredrik.get(f"/runder/{runden.runde_id}/koding/").context["sporsmalsfaner"]}
    assert faner == {"Kandidater": 0, "Sist": 0, "Eget team": 1}


def test_svar_paa_det_som_ikke_gjelder_tas_bort_og_det_sies(folk: Besetning) -> None:
    runden = lag_runde(folk)
    klient, adresse = folk.logg_inn(Client(), "lena"), f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    assert "Svar bare hvis dere svarte «Ja» på «Eget team»." in klient.get(adresse).content.decode()
    svar = {"versjon": "0", "s_endring": "nei", "s_eget_team": "Nei", "s_teamet": "3", "m_teamet": "Alle deltar."}
    side = klient.post(adresse, svar, follow=True).content.decode()
    assert "Svaret på «Teamet» er tatt bort. Det gjelder bare når dere svarer «Ja» på «Eget team»." in side
    assert "Alle deltar." not in side
    with som(folk.kontekst("lena")):
        assert set(Svarutkast.objects.get().verdier) == {"endring", "eget_team", "kandidater"}


def test_sporsmaal_bytter_plass_saa_lenge_det_gir_mening(folk: Besetning) -> None:
    runden = lag_runde(folk, sendt=False)
    klient, adresse = folk.logg_inn(Client(), "fredrik"), f"/runder/{runden.runde_id}/"
    for sted in ("flytt/?nr=2&vei=opp", "flytt/?nr=3&vei=ned"):
        klient.post(adresse + sted, {"versjon": _versjon(folk, runden.runde_id)})
    with som(folk.kontekst("fredrik")):
        assert [ett.kode for ett in runden.grunnlag().sporsmal] == ["eget_team", "endring", "kandidater", "teamet"]
    for nr in (2, 3):
        runden.gjor(partial(handlinger.flytt_sporsmal, opp=False), nr)
        runden.gjor(partial(handlinger.flytt_sporsmal, opp=True), nr + 1)
    runden.gjor(partial(handlinger.flytt_sporsmal, opp=True), 4)
    runden.gjor(partial(handlinger.flytt_sporsmal, opp=True), 3)
    with pytest.raises(Brukerfeil, match="«Teamet» henger på svaret på «Eget team», og må stå etter det"):
        runden.gjor(partial(handlinger.flytt_sporsmal, opp=False), 1)
    for nr, opp in ((1, True), (4, False), (9, True)):
        with pytest.raises(Brukerfeil, match="står alt ytterst"):
            runden.gjor(partial(handlinger.flytt_sporsmal, opp=opp), nr)


def test_to_skriver_samtidig_og_den_andre_ser_hva_som_er_nytt(folk: Besetning) -> None:
    runden = lag_runde(folk)
    gammel = _versjon(folk, runden.runde_id)
    runden.gjor(handlinger.minn, "Fristen er i morgen.")
    svar = folk.logg_inn(Client(), "fredrik").post(f"/runder/{runden.runde_id}/frist/", {"versjon": gammel, "frist": "2027-01-15"})
    assert svar.status_code == 409
    tekst = svar.content.decode()
    assert "Sendte påminnelse: 2 kontorer" in tekst
    assert "2027-01-15" in tekst


def test_forslagene_kan_brukes_samlet_bare_naar_en_koder(folk: Besetning) -> None:
    for kodere, ventet in ((1, 1), (2, 0)):
        runden = lag_runde(folk, kodere=kodere)
        runden.svar("Bakken", "som før")
        klient = folk.logg_inn(Client(), "fredrik")
        klient.post(f"/runder/{runden.runde_id}/koding/?sporsmal=endring", {"forslag": "1"})
        with som(folk.kontekst("fredrik")):
            assert len(runden.grunnlag().kodinger) == ventet


def _versjon(folk: Besetning, runde_id: UUID) -> int:
    with som(folk.kontekst("fredrik")):
        return Runde.objects.get(pk=runde_id).versjon
