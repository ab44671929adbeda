"""A review: who is found, who is found again, and who is not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from apper.kandidat.kandidater import kandidat, registrer
from apper.kandidat.kontorfiler import PER, filer, fodselsnummer, gjennomgang, last_opp
from skreddersom.apper.kandidat import handlinger, oppsummering, sporringer
from skreddersom.apper.kandidat.models import Gjennomgang, Kandidat, Person, Utfall, Vurdering
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning


def uten_linje(data: bytes, nr: int) -> bytes:
    linjer = data.splitlines(keepends=True)
    return b"".join(linjer[:nr] + linjer[nr + 1 :])


@pytest.mark.krav("R01")
def test_alle_i_filene_vurderes_og_kandidatene_kommer_paa_lista(bakken: Besetning) -> None:
    with som(bakken.kontekst("lena")):
        tall = oppsummering.av(Gjennomgang.objects.get())
        assert tall.personer == Vurdering.objects.count() == Person.objects.count() >= 60
        assert tall.kandidater == tall.nye == Kandidat.objects.count()
        assert tall.personer == tall.kandidater + sum(n for _id, _grunn, n in tall.utenfor)


def test_samme_gjennomgang_to_ganger_er_en(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        for_ = Vurdering.objects.count()
        handlinger.kjor_gjennomgang(vilde, Gjennomgang.objects.get().pk)
        assert Vurdering.objects.count() == for_


@pytest.mark.krav("R01")
def test_kandidaten_beholder_historikken_i_neste_gjennomgang(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "informert")
        for_ = kandidat(vilde)
        gjennomgang(vilde)
        etter = kandidat(vilde)
        assert (etter.pk, etter.siste_utfall_id, etter.siden, etter.versjon) == (for_.pk, for_.siste_utfall_id, for_.siden, for_.versjon)
        assert etter.siste_vurdering_id != for_.siste_vurdering_id
        assert len(sporringer.vurderinger(etter)) == 2


def test_den_som_ikke_er_i_filene_lenger_er_av_lista_men_ikke_borte(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        valgt = kandidat(vilde)
        nummer = valgt.person.fnr.encode()
        uten = {}
        for navn, data in filer().items():
            treff = [nr for nr, linje in enumerate(data.splitlines()) if nummer in linje]
            uten[navn] = uten_linje(data, treff[0]) if treff else data + b"\n"
        ider = [fil.pk for fil in last_opp(vilde, uten)]
        ny = gjennomgang(vilde, filer=ider)
        assert oppsummering.av(ny).borte == 1
        valgt.refresh_from_db()
        assert not valgt.paa_lista
    side = bakken.logg_inn(client, "vilde").get(f"/kandidater/{valgt.pk}/").content.decode()
    assert "Ble ikke funnet blant dem med sosialhjelp" in side
    assert "Ikke på lista nå" in client.get("/kandidater/?liste=borte").content.decode()
    with som(bakken.kontekst("vilde")) as vilde:
        gjennomgang(vilde, filer=[fil.pk for fil in last_opp(vilde)])
        valgt.refresh_from_db()
        assert valgt.paa_lista


def test_den_som_faar_nummer_senere_er_samme_person(folk: Besetning) -> None:
    data = filer()["11F_4203_2026.dat"]
    nummer = fodselsnummer(data)
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde, {"uten.dat": data.replace(nummer, nummer[:6] + b"00100", 1)})
        gjennomgang(vilde)
        uten = Person.objects.count()
        ny = last_opp(vilde, {"med.dat": data})[0]
        gjennomgang(vilde, filer=[ny.pk])
        assert Person.objects.count() == uten
        assert Person.objects.filter(fnr=nummer.decode()).count() == 1


def test_den_som_er_skjermet_blir_ikke_to_personer(bakken: Besetning) -> None:
    with som(bakken.kontekst("lena")) as lena:
        alle = Person.objects.count()
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=kandidat(lena).person_id, gradering="strengt_fortrolig")
    with som(bakken.kontekst("vilde")) as vilde:
        assert Person.objects.count() == alle - 1
        ny = gjennomgang(vilde)
        assert Person.objects.count() == alle - 1
        assert oppsummering.av(ny).personer == alle - 1


def test_dagen_kan_ikke_vaere_i_framtida(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match="etter i dag"):
        handlinger.start_gjennomgang(vilde, timezone.localdate() + timedelta(days=1))


def test_uten_11f_er_det_ingenting_aa_gaa_gjennom(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match="minst én 11F-fil"):
        handlinger.start_gjennomgang(vilde, PER)


def test_en_dag_filene_ikke_sier_noe_om_stopper_gjennomgangen_med_en_setning(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        stanset = gjennomgang(vilde, date(2019, 1, 1))
        assert (stanset.status, Vurdering.objects.count()) == ("feilet", 0)
        assert "--per" not in stanset.melding
    assert stanset.melding in folk.logg_inn(client, "vilde").get(f"/gjennomganger/{stanset.pk}/").content.decode()


def test_skjemaet_sier_hva_som_mangler_og_beholder_datoen(bakken: Besetning, client: Client) -> None:
    svar = bakken.logg_inn(client, "vilde").post("/gjennomganger/", {"per": "30.6.2026"}).content.decode()
    assert "Velg minst én 11F-fil." in svar
    assert 'value="2026-06-30"' in svar or "30.6.2026" in svar


def test_utfallene_overlever_at_samme_fil_er_lastet_opp_paa_nytt(bakken: Besetning) -> None:
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "tilbudt")
        gjennomgang(vilde)
        gjennomgang(vilde)
        assert Utfall.objects.count() == 1
