"""The letters that a veileder writes: the invitation to a talk, with or without a case, and the certificate of a programme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from apper.sak.saken import IDAG, MOTTATT
from apper.sak.test_endringene import slutt
from apper.sak.test_soknadsbrev import BREVHODE, brevene, paa_papiret
from apper.sak.test_vedtaket import innvilget
from apper.sak.test_vern_i_saken import skjerm
from apper.sak.test_videre import DAG, ETT_AAR, I_PROGRAM, En, hvorfor, med, vedtak
from sideobjekter import lag_kandidat
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Brevhode, Maate, Slag
from skreddersom.apper.sak.sakport import Videre, port, programmet
from skreddersom.plattform.brev.models import Status
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning

DAGEN = IDAG + timedelta(days=7)
MOTE = {"dato": f"{DAGEN:%d.%m.%Y}", "klokkeslett": "10:30", "sted": "Bakkegata 1, 2. etasje", "med": "Vilde", "adresse": "Prøveveien 2"}
INVITASJON = h.Invitasjon(DAGEN, "10.30", "Bakkegata 1, 2. etasje", navn="Kari Prøve", adresse=("Prøveveien 2",))


def fyll_ut(klient: Client, hvor: str, **felt: str) -> Any:
    """Open the form, and send it with this in it."""
    skjema = klient.get(hvor).context["skjema"]
    return klient.post(hvor, {navn: skjema[navn].value() for navn in ("versjon", "nokkel")} | felt, follow=True)


@pytest.fixture
def kandidaten(folk: Besetning) -> UUID:
    with som(folk.kontekst("lena")) as lena:
        Brevhode.objects.create(kontor_id=lena.kontor, **BREVHODE)
        return lag_kandidat(lena).pk


@pytest.mark.krav("R02")
def test_en_kandidat_inviteres_fra_sin_egen_side_og_brevet_kan_sendes_derfra(folk: Besetning, client: Client, kandidaten: UUID) -> None:
    folk.logg_inn(client, "lena")
    adresse = f"/sak/kandidat/{kandidaten}/invitasjon/"
    assert adresse in client.get(f"/kandidater/{kandidaten}/").content.decode()
    svar = fyll_ut(client, adresse, **MOTE, navn="Kari Prøve", malform="nn", hvorfor="Du sa at du vil arbeide i butikk.")
    (brev,) = brevene(folk, "invitasjon")
    (rad,) = svar.context["rader"]
    assert (rad.brev.pk, brev.sak_id, brev.status, brev.malform) == (brev.pk, None, Status.KLAR, "nn")
    tekst = paa_papiret(client.get(rad.sted).content)
    assert all(ord_ in tekst for ord_ in ("Kari Prøve", "Prøveveien 2", "klokka 10.30", "Bakkegata 1", "arbeide i butikk", "frivillig"))
    (linje,) = client.get("/benk/?fane=brev").context["rader"]
    assert (linje.adresse, linje.kort) == (adresse, "Invitasjon til samtale")
    assert "Brevet er merket som sendt." in client.post(rad.sted, {"gjor": "sendt"}, follow=True).content.decode()
    assert brevene(folk, "invitasjon")[0].status == Status.SENDT


def test_samme_invitasjon_to_ganger_er_ett_brev_og_en_annen_er_ett_til(folk: Besetning, kandidaten: UUID) -> None:
    with som(folk.kontekst("lena")) as lena:
        for ny in (INVITASJON, INVITASJON, replace(INVITASJON, sted="Biblioteket")):
            h.inviter_kandidat(lena, kandidaten, _inn(kandidaten), ny, "nb")
    assert len(brevene(folk, "invitasjon")) == 2


def _inn(kandidat: UUID) -> h.Innsending:
    from skreddersom.apper.kandidat.models import Kandidat

    return h.Innsending(Kandidat.objects.values_list("versjon", flat=True).get(pk=kandidat), h.ny_nokkel())


def test_en_gammel_side_inviterer_ingen_og_den_som_har_en_sak_inviteres_fra_saken(
    folk: Besetning, client: Client, kandidaten: UUID
) -> None:
    with som(folk.kontekst("lena")) as lena, pytest.raises(h.Konflikt):
        h.inviter_kandidat(lena, kandidaten, h.Innsending(99, UUID(int=1)), INVITASJON, "nb")
    with som(folk.kontekst("lena")) as lena:
        ny = h.NySoknad(nokkel=UUID(int=2), mottatt=IDAG, maate=Maate.PAPIR, kandidat_id=kandidaten)
        h.registrer_soknad(lena, ny)
    with som(folk.kontekst("lena")) as lena, pytest.raises(h.Stengt, match="fra saken"):
        h.inviter_kandidat(lena, kandidaten, _inn(kandidaten), INVITASJON, "nb")


def test_i_en_sak_sier_invitasjonen_hvilken_soknad_det_gjelder(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/sak/{saken.sak_id}/videre/invitasjon/"
    assert adresse in client.get(f"/sak/{saken.sak_id}/").content.decode()
    svar = fyll_ut(client, adresse, **MOTE)
    (brev,) = brevene(saken.folk, "invitasjon")
    assert svar.redirect_chain[-1][0] == f"/sak/{saken.sak_id}/brev/"
    assert (brev.sak_id, brev.data["mottatt"]) == (saken.sak_id, MOTTATT.isoformat())
    assert "Vi avgjør søknaden din også om du ikke kommer" in paa_papiret(bytes(brev.pdf))
    assert "Invitasjon til samtale" in client.get(f"/sak/{saken.sak_id}/").content.decode()


def test_det_som_mangler_staar_ved_siden_av_og_ulovlige_ord_faar_en_advarsel(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/sak/{saken.sak_id}/videre/invitasjon/"
    tomt = client.get(adresse).context["brev"]
    assert [ett.navn for ett in tomt.mangler] == ["Når og hvor samtalen er"]
    vist = client.post(adresse, MOTE | {"som": "vis", "hvorfor": "Det er venteliste nå, og vi har ikke budsjett."}).context["brev"]
    assert (vist.mangler, bool(vist.advarsler)) == ([], True)
    assert brevene(saken.folk, "invitasjon") == []
    feil = fyll_ut(client, adresse, **MOTE | {"klokkeslett": "halv elleve", "sted": ""}).context["skjema"].errors
    assert set(feil) == {"klokkeslett", "sted"}


def test_en_sperret_adresse_staar_ikke_i_invitasjonen(saken: Saken) -> None:
    skjerm(saken, Gradering.FORTROLIG, "vilde", "lena")
    saken.i_saken("vilde", h.inviter, INVITASJON)
    (brev,) = brevene(saken.folk, "invitasjon")
    assert "adresse" not in brev.mottaker


def test_beviset_lages_naar_programmet_er_slutt_og_sier_hva_deltakeren_har_gjort(saken: Saken, client: Client) -> None:
    forste = innvilget(saken)
    saken.folk.logg_inn(client, "vilde")
    adresse = f"/sak/{saken.sak_id}/videre/deltakerbevis/"
    assert "Programmet varer til og med" in client.get(adresse).content.decode()
    slutt(saken, forste, IDAG)
    svar = fyll_ut(client, adresse, innhold="Praksis i butikk\nKurs i kassearbeid", ferdigheter="Møter presis")
    (brev,) = brevene(saken.folk, "deltakerbevis")
    assert svar.redirect_chain[-1][0] == f"/sak/{saken.sak_id}/brev/"
    assert (date.fromisoformat(brev.data["fra"]), brev.data["til"], brev.mottaker) == (forste.start, IDAG.isoformat(), {})
    tekst = paa_papiret(bytes(brev.pdf))
    assert all(ord_ in tekst for ord_ in ("Deltakerbevis", "Praksis i butikk", "Kurs i kassearbeid", "Møter presis"))
    assert brev.data["referanse"] not in tekst


def test_et_bevis_uten_innhold_lages_ikke(saken: Saken, client: Client) -> None:
    slutt(saken, innvilget(saken), IDAG)
    saken.folk.logg_inn(client, "vilde")
    svar = fyll_ut(client, f"/sak/{saken.sak_id}/videre/deltakerbevis/", innhold="", ferdigheter="")
    assert "Før opp tiltakene" in svar.content.decode()
    assert brevene(saken.folk, "deltakerbevis") == []


SLUTT = date(2027, 3, 1)


def test_beviset_gis_ogsaa_i_en_sak_som_er_lagt_bort_og_saken_minner_om_det() -> None:
    assert port(Videre.BEVIS, med(avsluttet=True), En(), SLUTT).apen
    assert "ikke innvilget noe" in hvorfor(Videre.BEVIS, med(vedtak=()))
    assert "Overta den først" in hvorfor(Videre.BEVIS, med(saksbehandlere=frozenset()))
    etterpaa = SLUTT + timedelta(days=1)
    assert "deltakerbevis" in " ".join(port(Videre.AVSLUTT, I_PROGRAM, En(), etterpaa).advarsler)
    assert port(Videre.AVSLUTT, med(har_bevis=True), En(), etterpaa).advarsler == ()


def test_den_som_er_i_program_inviteres_ikke_til_en_frivillig_samtale() -> None:
    assert "Avtal samtalen" in hvorfor(Videre.INVITASJON, I_PROGRAM)
    assert port(Videre.INVITASJON, med(vedtak=(), apne=frozenset({Slag.SOKNAD})), En(), DAG).apen


def test_beviset_gjelder_det_siste_programmet_med_forlengelsene_og_ikke_et_tidligere() -> None:
    tidligere = replace(ETT_AAR, id=UUID(int=1), fra=date(2020, 1, 1), til=date(2020, 12, 31))
    forlenget = replace(ETT_AAR, id=UUID(int=2), fra=date(2027, 3, 2), til=date(2027, 9, 1))
    assert programmet(med(vedtak=(forlenget, ETT_AAR, tidligere))) == (ETT_AAR, forlenget)
    assert programmet(vedtak(fra=None, til=None)) == ()
