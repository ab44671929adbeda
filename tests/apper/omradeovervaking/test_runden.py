"""A round from questions to a published report, by the product's own actions: who sees what, and what is never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client

from apper.omradeovervaking.runden import ENDRING, IDAG, lag_runde
from skreddersom.apper.omradeovervaking import handlinger, sporringer
from skreddersom.apper.omradeovervaking.models import Koding, Kontorsvar, Levering, Runde, Sporsmal, Svar, Svarutkast, Utgave
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.koding import Kilde
from skreddersom.kjerne.omradeovervaking.svar import Rute
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning

PAASTAND = {
    "id": "P1",
    "del": "hovedfunn",
    "tekst": {"nb": "Alle kontorene sier at ingenting er endret.", "nn": "Alle kontora seier at ingenting er endra."},
    "sporsmal": "endring",
    "koder": ["uendret"],
}


@pytest.mark.krav("R04")
def test_et_kontor_ser_bare_sine_egne_svar_og_fylket_ser_alle(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.svar("Stranda", "Ja, mye.")
    with som(folk.kontekst("lena")):
        assert [ett.kontor.navn for ett in Kontorsvar.objects.all()] == ["Bakken"]
        assert set(Svar.objects.values_list("ord", flat=True)) == {"som før", "Nei", ""}
        assert Sporsmal.objects.count() == 4
        assert Runde.objects.get().tittel == "Høsten 2026"
    with som(folk.kontekst("fredrik")):
        assert {"som før", "Ja, mye."} <= set(Svar.objects.values_list("ord", flat=True))
        assert not Svarutkast.objects.exists()
    with som(folk.kontekst("dina")):
        assert not any(modell.objects.exists() for modell in (Runde, Sporsmal, Kontorsvar, Levering, Svar))


def test_et_annet_kontors_sporsmal_finnes_ikke(folk: Besetning) -> None:
    runden = lag_runde(folk)
    andres = runden.kontorsvar("Stranda")
    with som(folk.kontekst("lena")) as lena, pytest.raises(Http404):
        handlinger.lagre_svar(lena, andres, 0, {"endring": "tull"}, {})


def test_sporsmalene_ligger_fast_naar_de_er_sendt(folk: Besetning) -> None:
    runden = lag_runde(folk)
    with pytest.raises(Brukerfeil, match="ligger fast"):
        runden.gjor(handlinger.lagre_sporsmal, ENDRING, 1)
    with som(folk.kontekst("fredrik")), pytest.raises(IntegrityError, match="sendt"), transaction.atomic():
        Sporsmal.objects.filter(kode="endring").update(tekst="Et annet spørsmål?")


def test_svar_som_er_sendt_endres_aldri(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    with pytest.raises(Brukerfeil, match="er sendt"):
        runden.svar("Bakken", "noe annet")
    with som(folk.kontekst("lena")), pytest.raises(Exception, match="permission denied"), transaction.atomic():
        Svar.objects.update(ord="noe annet")


def test_det_som_sendes_tilbake_kan_leveres_igjen_og_det_nye_teller(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "tja", minutter=5)
    runden.gjor(handlinger.returner, runden.kontorsvar("Bakken"), "Hva er endret?")
    runden.svar("Bakken", "Færre plasser.", minutter=10)
    with som(folk.kontekst("fredrik")):
        grunnlag = runden.grunnlag()
        assert grunnlag.svar.ord[Rute("Bakken", "endring")] == "Færre plasser."
        assert [levering.nr for levering in grunnlag.stand[0].leveringer] == [2, 1]
        assert sporringer.bruk(grunnlag.stand).i_alt == 15


def test_et_sporsmal_som_ikke_gjelder_kontoret_blir_ikke_stilt(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før", teamet="3")
    with pytest.raises(Brukerfeil, match="1 spørsmål mangler svar"):
        runden.svar("Stranda", "som før", team="Ja")
    with som(folk.kontekst("fredrik")):
        assert not Svar.objects.filter(kode="teamet").exists()


def test_to_kodere_ser_ikke_hverandres_koder_for_begge_er_ferdige(folk: Besetning) -> None:
    frida = _frida(folk)
    runden = lag_runde(folk, kodere=2)
    runden.svar("Bakken", "Ingen store endringer.")
    runden.svar("Stranda", "som før")
    runden.kod({"Bakken": "uendret", "Stranda": "uendret"})
    with som(folk.kontekst("fredrik")):
        assert "endring" not in runden.grunnlag().apnet
        assert not runden.grunnlag().kodelinjer()
    runden.kod({"Bakken": "vet_ikke", "Stranda": "uendret"}, frida)
    with som(folk.kontekst("fredrik")):
        grunnlag = runden.grunnlag()
        assert grunnlag.koding.ruter[Rute("Bakken", "endring")].kilde is Kilde.UENIGE
        ((rute, _ulike),) = grunnlag.uenige()
        svar = grunnlag.svarrader[rute].pk
    runden.gjor(handlinger.bli_enige, svar, "uendret", "Svaret sier ingen store endringer.")
    with som(folk.kontekst("fredrik")):
        assert runden.grunnlag().koding.kode(Rute("Bakken", "endring")) == "uendret"
        assert Koding.objects.filter(kode="vet_ikke").exists()


def test_en_tredje_koder_slipper_ikke_til(folk: Besetning) -> None:
    frida = _frida(folk)
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.kod({"Bakken": "uendret"})
    with pytest.raises(Brukerfeil, match="kodes av Fredrik"):
        runden.kod({"Bakken": "nei"}, frida)


def test_to_kodere_med_samme_navn_er_to_og_den_samme_er_aldri_begge(folk: Besetning) -> None:
    navnesoster = _frida(folk, "Fredrik")
    runden = lag_runde(folk, kodere=2)
    runden.svar("Bakken", "Ingen store endringer.")
    for kode in ("ja", "uendret"):
        runden.kod({"Bakken": kode})
    with som(folk.kontekst("fredrik")):
        assert "endring" not in runden.grunnlag().apnet
    runden.kod({"Bakken": "vet_ikke"}, navnesoster)
    with som(folk.kontekst("fredrik")):
        grunnlag = runden.grunnlag()
        assert list(grunnlag.kodere.values()) == ["Fredrik", "Fredrik (2)"]
        assert {ett.koder for ett in grunnlag.kodelinjer()} == {"Fredrik", "Fredrik (2)"}
        ((_rute, ulike),) = grunnlag.uenige()
        assert [ett.kode for ett in ulike] == ["uendret", "vet_ikke"]
    _frida(folk, "Fredrik", "enda-en")
    with pytest.raises(Brukerfeil, match=r"kodes av Fredrik og Fredrik \(2\)"):
        runden.kod({"Bakken": "nei"}, "enda-en")


def test_koder_som_slaas_sammen_endrer_ingen_gammel_koding(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "Flere venter.")
    for navn in ("Utsatt", "Forlenget"):
        runden.gjor(handlinger.ny_kode, handlinger.NyKode("endring", navn, synonym=[f"program {navn.lower()}"]))
    runden.kod({"Bakken": "utsatt"})
    runden.gjor(handlinger.slaa_sammen, "endring", "utsatt", "forlenget", "Ingen forskjell på dem i svarene.")
    with som(folk.kontekst("fredrik")):
        grunnlag = runden.grunnlag()
        assert Koding.objects.get().kode == "utsatt"
        assert grunnlag.koding.kode(Rute("Bakken", "endring")) == "forlenget"
        assert grunnlag.kodeliste.foresla("endring", "Program utsatt") == "forlenget"


@pytest.mark.krav("R06")
def test_en_paastand_som_sier_for_mye_stopper_publiseringen(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.svar("Stranda", "Ja, mye.")
    runden.kod({"Bakken": "uendret", "Stranda": "ja"})
    runden.gjor(handlinger.lagre_del, "paastand", None, PAASTAND)
    with pytest.raises(Brukerfeil, match="Påstand P1 sier mer enn svarene bærer"):
        runden.gjor(handlinger.publiser, "nb")


def test_tekster_som_mangler_nynorsk_nevnes_for_rapporten_publiseres(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.gjor(handlinger.lagre_del, "paastand", None, {**PAASTAND, "tekst": {"nb": "Ett kontor.", "nn": "Eitt kontor."}})
    side = folk.logg_inn(Client(), "fredrik").get(f"/runder/{runden.runde_id}/publiser/").content.decode()
    assert "5 tekster er like på bokmål og nynorsk." in side
    assert "«Har noe endret seg i programmet?»" in side
    assert "«Ett kontor.»" not in side


@pytest.mark.krav("R07")
def test_en_rettelse_etterlater_spor_og_den_gamle_utgaven_staar(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.svar("Stranda", "uendret")
    runden.gjor(handlinger.lagre_del, "paastand", None, PAASTAND)
    runden.gjor(handlinger.publiser, "nb")
    sterkere: dict[str, Any] = {**PAASTAND, "tekst": {"nb": "To kontorer sier at ingenting er endret.", "nn": "To kontor seier det."}}
    runden.gjor(handlinger.lagre_del, "paastand", 0, sterkere)
    with pytest.raises(Brukerfeil, match="Skriv hvorfor"):
        runden.gjor(handlinger.publiser, "nb")
    runden.gjor(handlinger.publiser, "nb", "Overskriften var for bred.")
    with som(folk.kontekst("lena")) as lena:
        ny, gammel = Utgave.objects.all()
        assert "Alle kontorene" in gammel.data["paastander"][0]["tekst"]["nb"]
        assert ny.data["rettelser"][0]["grunn"] == "Overskriften var for bred."
        assert b"Overskriften var for bred." in bytes(sporringer.fil(lena, runden.runde_id, "html", 2).innhold)
    with som(folk.kontekst("dina")) as dina:
        assert b"Overskriften var for bred." in bytes(sporringer.fil(dina, runden.runde_id, "html").innhold)


@pytest.mark.krav("R07")
def test_det_som_er_gjort_etterpaa_staar_ved_oppfolgingen_og_ikke_i_rapporten(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.svar("Bakken", "Flere venter.")
    oppfolging = {"kontor": "Bakken", "sporsmal": "endring", "hvorfor": {"nb": "Hvem venter?", "nn": "Kven ventar?"}}
    runden.gjor(handlinger.lagre_del, "oppfolging", None, oppfolging)
    runden.gjor(handlinger.folg_opp, 0, IDAG, "Møte med lederen. To starter i januar.")
    side = folk.logg_inn(Client(), "fredrik").get(f"/runder/{runden.runde_id}/rapport/").content.decode()
    assert "22. november 2026: Møte med lederen. To starter i januar." in side
    with som(folk.kontekst("fredrik")):
        (ett,) = runden.grunnlag().rapport(IDAG).definisjon.oppfolging
        assert ett.hvorfor.nb == "Hvem venter?"
    with pytest.raises(Brukerfeil, match="ikke der lenger"):
        runden.gjor(handlinger.folg_opp, 7, IDAG, "Ingenting.")


def test_en_ny_runde_med_de_samme_sporsmalene_viser_til_de_gamle(folk: Besetning) -> None:
    runden = lag_runde(folk)
    with som(folk.kontekst("fredrik")) as fredrik:
        ny = handlinger.lag_runde(fredrik, handlinger.Oppsett("Våren 2027", IDAG), etter=runden.runde_id)
        assert [(ett.kode, ett.forrige.kode) for ett in sporringer.sporsmal(ny) if ett.forrige] == [
            (kode, kode) for kode in ("endring", "eget_team", "teamet", "kandidater")
        ]
        assert ny.skjema.nr == 2


def test_to_samtidig_den_andre_faar_vite_det(folk: Besetning) -> None:
    runden = lag_runde(folk, sendt=False)
    with som(folk.kontekst("fredrik")) as fredrik, pytest.raises(handlinger.Konflikt):
        handlinger.send_runde(fredrik, runden.runde_id, 1, IDAG)


def _frida(folk: Besetning, navn: str = "Frida", hvem: str = "frida") -> str:
    """Another at Fylket."""
    from skreddersom.plattform.tilgang.models import Ansatt, Stilling

    ansatt = Ansatt.objects.create_user(f"{hvem}@eksempel.no", navn)
    folk.stillinger[hvem] = Stilling.objects.create(
        ansatt=ansatt, kontor=folk.kontorer["Fylket"], rolle="statsforvalter", fra=IDAG.replace(year=2020)
    )
    return hvem
