"""An application comes in: from a candidate or from somebody the office knows, once, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from apper.kandidat.conftest import bakken  # noqa: F401 – a fixture
from apper.kandidat.kandidater import kandidat, registrer
from apper.sak.saken import IDAG, MOTTATT, Saken, person, soknad
from apper.sak.test_endringene import OPPHEVET, endre
from skreddersom.apper.kandidat.models import Kandidat, Person, Utfall
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Behandling, Brevhode, Henleggelse, Maate, Sak, Slag, Soknad, Vedtak
from skreddersom.apper.sak.models import Utfall as Saksutfall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning


def av_kandidat(folk: Besetning, navn: str = "vilde", **mer: Any) -> Soknad:
    with som(folk.kontekst(navn)) as hvem:
        ett = kandidat(hvem)
        felt: dict[str, Any] = {
            "nokkel": uuid4(),
            "mottatt": IDAG,
            "maate": Maate.PAPIR,
            "kandidat_id": ett.pk,
            "kandidat_versjon": ett.versjon,
        }
        return h.registrer_soknad(hvem, h.NySoknad(**felt | mer))


def test_soknad_fra_en_kandidat_gir_utfallet_soknad_mottatt(bakken: Besetning) -> None:  # noqa: F811
    ny = av_kandidat(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        ett = kandidat(vilde)
        assert ett.siste_utfall is not None
        assert (ett.siste_utfall.slag, ett.siste_utfall.dato) == ("soknad", IDAG)
        assert (ny.sak.kandidat_id, ny.sak.person_id) == (ett.pk, ett.person_id)


def test_staar_utfallet_der_alt_skrives_det_ikke_igjen(bakken: Besetning) -> None:  # noqa: F811
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "soknad")
    av_kandidat(bakken)
    with som(bakken.kontekst("vilde")):
        assert Utfall.objects.filter(slag="soknad").count() == 1


def test_er_kandidaten_endret_av_andre_er_ingenting_skrevet(bakken: Besetning) -> None:  # noqa: F811
    with pytest.raises(h.Konflikt):
        av_kandidat(bakken, kandidat_versjon=99)
    with som(bakken.kontekst("lena")):
        assert (Sak.objects.count(), Soknad.objects.count(), Utfall.objects.count()) == (0, 0, 0)


def test_en_annens_kandidat_finnes_ikke(bakken: Besetning) -> None:  # noqa: F811
    with som(bakken.kontekst("lena")) as lena:
        Kandidat.objects.filter(pk=kandidat(lena).pk).update(veileder_id=bakken["viggo"].ansatt_id)
        forste = kandidat(lena)
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Kandidat.DoesNotExist):
        h.registrer_soknad(vilde, h.NySoknad(uuid4(), IDAG, Maate.PAPIR, kandidat_id=forste.pk))
    with pytest.raises(Brukerfeil, match="annen veileder"):
        soknad(bakken, forste.person)
    assert soknad(bakken, forste.person, "lena").sak.saksbehandler_id == bakken["viggo"].ansatt_id


def test_samme_skjema_to_ganger_er_en_soknad(folk: Besetning) -> None:
    hvem, nokkel = person(folk), uuid4()
    assert soknad(folk, hvem, nokkel=nokkel).pk == soknad(folk, hvem, nokkel=nokkel).pk
    with som(folk.kontekst("vilde")):
        assert (Soknad.objects.count(), Behandling.objects.count()) == (1, 1)


def test_en_ufullstendig_soknad_er_ogsaa_en_soknad(folk: Besetning) -> None:
    ny = soknad(folk, person(folk), innhold="", mangler="Inntekt og adresse")
    assert (ny.mangler, ny.innhold) == ("Inntekt og adresse", "")


def test_mens_en_soknad_behandles_legges_nytt_i_den(saken: Saken) -> None:
    with som(saken.folk.kontekst("vilde")):
        hvem = Person.objects.get(pk=saken.person_id)
    with pytest.raises(Brukerfeil, match="under behandling"):
        soknad(saken.folk, hvem)


def test_en_trukket_soknad_kan_folges_av_en_ny_i_samme_sak(saken: Saken) -> None:
    saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.TRUKKET, IDAG, "Fikk jobb."))
    with som(saken.folk.kontekst("vilde")):
        assert Soknad.objects.get().trukket == IDAG
        hvem = Person.objects.get(pk=saken.person_id)
    assert soknad(saken.folk, hvem).sak_id == saken.sak_id


def test_en_soknad_kan_ikke_henlegges_fordi_det_passer_kontoret(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="avgjøres med vedtak"):
        saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.IKKE_AKTUELL, IDAG))


@pytest.mark.parametrize("navn", ["kjersti", "bjorg", "adrian"])
def test_bare_veileder_og_leder_tar_imot_soknader(folk: Besetning, navn: str) -> None:
    hvem = person(folk)
    with pytest.raises(Brukerfeil, match="veileder eller lederen"):
        soknad(folk, hvem, navn)


def test_en_soknad_kan_ikke_komme_i_morgen(folk: Besetning) -> None:
    with pytest.raises(Brukerfeil, match="etter i dag"):
        soknad(folk, person(folk), mottatt=IDAG + timedelta(days=1))


def test_soknaden_staar_i_loggen_med_person(folk: Besetning) -> None:
    hvem = person(folk)
    soknad(folk, hvem)
    with som(folk.kontekst("lena")):
        assert Rad.objects.filter(handling="endre", person_id=hvem.pk).count() == 1


def test_en_avsluttet_sak_gir_en_ny_ved_neste_soknad(saken: Saken) -> None:
    saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.TRUKKET, MOTTATT))
    saken.i_saken("vilde", h.avslutt_sak)
    with som(saken.folk.kontekst("vilde")):
        hvem = Person.objects.get(pk=saken.person_id)
    assert soknad(saken.folk, hvem).sak_id != saken.sak_id


def innvilg(alle: Besetning) -> tuple[Saken, Kandidat]:
    """A candidate applies and is granted; the case, and the candidate as they stood."""
    ny = av_kandidat(alle, mottatt=MOTTATT)
    with som(alle.kontekst("lena")) as lena:
        hode = {"adresse": ["Bakkegata 1"], "telefon": "55 00 00 00", "statsforvalter": "Agder"}
        Brevhode.objects.create(kontor_id=lena.kontor, **hode)
        Person.objects.filter(pk=ny.person_id).update(navn="Per Prøve")
        forste = kandidat(lena)
    saken = Saken(alle, ny.sak_id, ny.behandling.pk, ny.person_id)
    saken.vedta()
    return saken, forste


def test_en_innvilgelse_gir_kandidaten_utfallet_i_program(bakken: Besetning) -> None:  # noqa: F811
    saken, forste = innvilg(bakken)
    with som(bakken.kontekst("vilde")):
        naa = Kandidat.objects.select_related("siste_utfall").get(pk=forste.pk)
        assert naa.siste_utfall is not None
        vedtak = Vedtak.objects.get(sak_id=saken.sak_id)
        assert (naa.siste_utfall.slag, naa.siste_utfall.dato, naa.siste_utfall.av_id) == ("i_program", vedtak.dato, vedtak.av_id)
        assert f"{vedtak.fra:%d.%m.%Y}" in naa.siste_utfall.tekst


def test_tas_innvilgelsen_bort_er_kandidaten_igjen_en_som_har_sokt(bakken: Besetning) -> None:  # noqa: F811
    saken, forste = innvilg(bakken)
    with som(bakken.kontekst("vilde")):
        vedtak = Vedtak.objects.get(sak_id=saken.sak_id)
    endre(saken, vedtak, Slag.OMGJORING, Saksutfall.OPPHEVET, brevfelt=OPPHEVET)
    with som(bakken.kontekst("vilde")):
        naa = Kandidat.objects.select_related("siste_utfall").get(pk=forste.pk)
        assert naa.siste_utfall is not None
        assert naa.siste_utfall.slag == "soknad"


def test_har_noen_registrert_noe_siden_blir_det_staaende(bakken: Besetning) -> None:  # noqa: F811
    saken, forste = innvilg(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        registrer(vilde, "flyttet", dato=IDAG)
        vedtak = Vedtak.objects.get(sak_id=saken.sak_id)
    endre(saken, vedtak, Slag.OMGJORING, Saksutfall.OPPHEVET, brevfelt=OPPHEVET)
    with som(bakken.kontekst("vilde")):
        naa = Kandidat.objects.select_related("siste_utfall").get(pk=forste.pk)
        assert naa.siste_utfall is not None
        assert naa.siste_utfall.slag == "flyttet"
