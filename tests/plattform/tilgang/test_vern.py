"""Protected persons are not there for those who may not see them: in no list, no count, no search, no join. With clearance they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from sideobjekter import lag_kandidat
from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.handlinger.utfall import Registrering, registrer_utfall
from skreddersom.apper.kandidat.katalog import Katalog
from skreddersom.apper.kandidat.models import Gjennomgang, Kanal, Kandidat, Person, Utfall, Utfallsslag, Vurdering
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang import handlinger
from skreddersom.plattform.tilgang.handlinger import NyttInnsyn
from skreddersom.plattform.tilgang.kontekst import Kontekst, alle_personer, som
from skreddersom.plattform.tilgang.roller import Gradering
from skreddersom.plattform.tilgang.sporringer import skjerminger
from stengt import krev_lik_ukjent, prov_objektside

if TYPE_CHECKING:
    from rollebesetning import Besetning

Vern = Callable[["Besetning", UUID], None]


def gradert(gradering: Gradering) -> Vern:
    def vern(folk: Besetning, person: UUID) -> None:
        with som(folk.kontekst("adrian")) as adrian:
            handlinger.skjerm(adrian, person, gradering)

    return vern


def inhabil(folk: Besetning, person: UUID) -> None:
    with som(folk.kontekst("adrian")) as adrian:
        handlinger.meld_inhabil(adrian, folk["vilde"].ansatt_id, person, "slekt")


ALLE_VERN = {
    "skjermet": gradert(Gradering.SKJERMET),
    "fortrolig": gradert(Gradering.FORTROLIG),
    "strengt": gradert(Gradering.STRENGT_FORTROLIG),
    "inhabil": inhabil,
}
PAR = pytest.mark.parametrize("vern", ALLE_VERN.values(), ids=ALLE_VERN)


@pytest.fixture
def kari(folk: Besetning) -> Kandidat:
    """A candidate at Bakken, given to Vilde."""
    with som(folk.kontekst("lena")) as lena:
        kandidat = lag_kandidat(lena)
        kandidat.veileder_id = folk["vilde"].ansatt_id
        kandidat.save()
        Person.objects.filter(pk=kandidat.person_id).update(navn="Kari Vernet")
    return kandidat


def sett(kontekst: Kontekst, kari: Kandidat) -> dict[str, bool]:
    """Every way there is to Kari, and whether it leads to her."""
    person, gjennomgang = kari.person_id, Gjennomgang.objects.get()
    return {
        "person": Person.objects.filter(pk=person).exists(),
        "kandidat": sporringer.kandidater(kontekst).filter(pk=kari.pk).exists(),
        "i lista": kari.pk in {ett.pk for ett in sporringer.med_alt(sporringer.kandidater(kontekst))},
        "vurdering": Vurdering.objects.filter(person_id=person).exists(),
        "baklengs": gjennomgang.vurderinger.filter(person_id=person).exists(),
        "join": Gjennomgang.objects.filter(vurderinger__person__navn="Kari Vernet").exists(),
        "sok": Katalog().finn(str(kari.pk)) is not None,
        "navn": bool(Katalog().navn([person])),
        "adresse": bool(Katalog().adresse(person)),
        "utfall": Utfall.objects.filter(kandidat=kari).exists(),
        "logg": Rad.objects.filter(person_id=person).exists(),
    }


def fyll(folk: Besetning, kari: Kandidat) -> None:
    with som(folk.kontekst("lena")) as lena:
        versjon = Kandidat.objects.get(pk=kari.pk).versjon
        registrer_utfall(
            lena, kari.pk, Registrering(Utfallsslag.INFORMERT, timezone.localdate(), versjon, kari.pk, Kanal.BREV, tekst="Brev.")
        )
    folk.logg_inn(Client(), "lena").get(f"/kandidater/{kari.pk}/")


def antall(folk: Besetning, navn: str) -> tuple[int, int, int]:
    """Counts, also inside a join."""
    with som(folk.kontekst(navn)):
        vurdert = Gjennomgang.objects.annotate(n=Count("vurderinger")).get().n
        return Person.objects.count(), Kandidat.objects.count(), vurdert


@PAR
def test_den_vernede_er_borte_paa_alle_veier_og_i_alle_tall(folk: Besetning, kari: Kandidat, vern: Vern) -> None:
    fyll(folk, kari)
    for_ = antall(folk, "vilde")
    with som(folk.kontekst("vilde")) as vilde:
        assert all(sett(vilde, kari).values())
    vern(folk, kari.person_id)
    with som(folk.kontekst("vilde")) as vilde:
        assert not any(sett(vilde, kari).values())
    assert antall(folk, "vilde") == tuple(tall - 1 for tall in for_)


@PAR
def test_sidene_er_som_om_den_vernede_ikke_fantes(folk: Besetning, kari: Kandidat, vern: Vern) -> None:
    vern(folk, kari.person_id)
    vilde = folk.logg_inn(Client(), "vilde")
    krev_lik_ukjent(vilde, f"/kandidater/{kari.pk}/")
    krev_lik_ukjent(vilde, f"/kandidater/{kari.pk}/informert/")
    for sti in ("/kandidater/?liste=alle", "/benk/", "/kandidater/?sorter=navn"):
        assert "Kari Vernet" not in vilde.get(sti).content.decode()
    sok = vilde.post("/kandidater/sok/", {"tekst": "Kari Vernet"}, follow=True)
    assert str(kari.pk) not in sok.content.decode()


def test_vernet_gjelder_fra_det_settes_ogsaa_i_det_som_alt_er_i_gang(folk: Besetning, kari: Kandidat) -> None:
    """Whom one may not see is worked out when the context is set; a protection set after that counts all the same."""
    with som(folk.kontekst("adrian")) as adrian:
        assert Person.objects.filter(pk=kari.person_id).exists()
        handlinger.skjerm(adrian, kari.person_id, Gradering.SKJERMET)
        assert not Person.objects.filter(pk=kari.person_id).exists()


@pytest.mark.parametrize("gradering", [Gradering.SKJERMET, Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG])
def test_bare_den_klareringen_som_trengs_slipper_inn(folk: Besetning, kari: Kandidat, gradering: Gradering) -> None:
    gradert(gradering)(folk, kari.person_id)
    stilling = folk["vilde"]
    for klarering in (Gradering.SKJERMET, Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG):
        stilling.klareringer = [klarering]
        stilling.save()
        svar = folk.logg_inn(Client(), "vilde").get(f"/kandidater/{kari.pk}/")
        assert svar.status_code == (200 if klarering is gradering else 404)


def test_inhabiliteten_gjelder_bare_den_ene_og_ingen_klarering_hjelper(folk: Besetning, kari: Kandidat) -> None:
    inhabil(folk, kari.person_id)
    with som(folk.kontekst("lena")):
        Kandidat.objects.filter(pk=kari.pk).update(veileder=None)
    stilling = folk["vilde"]
    stilling.klareringer = [Gradering.SKJERMET, Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG]
    stilling.save()
    assert folk.logg_inn(Client(), "vilde").get(f"/kandidater/{kari.pk}/").status_code == 404
    assert folk.logg_inn(Client(), "viggo").get(f"/kandidater/{kari.pk}/").status_code == 200


def test_oppheves_vernet_er_personen_der_igjen(folk: Besetning, kari: Kandidat) -> None:
    gradert(Gradering.FORTROLIG)(folk, kari.person_id)
    with som(folk.kontekst("adrian")) as adrian:
        (skjerming,) = skjerminger(adrian)
        handlinger.opphev_skjerming(adrian, skjerming.pk)
    assert folk.logg_inn(Client(), "vilde").get(f"/kandidater/{kari.pk}/").status_code == 200


def test_en_jobb_ser_alle_men_bare_paa_sitt_eget_kontor(folk: Besetning, kari: Kandidat) -> None:
    gradert(Gradering.STRENGT_FORTROLIG)(folk, kari.person_id)
    with som(folk.kontekst("vilde")) as vilde:
        with alle_personer(vilde):
            assert Person.objects.filter(pk=kari.person_id).exists()
        assert not Person.objects.filter(pk=kari.person_id).exists()
    with som(folk.kontekst("stine")) as stine, alle_personer(stine):
        assert not Person.objects.exists()


def test_kandidatsiden_for_den_rette_den_med_andre_saker_den_et_annet_sted_og_den_fremmede(folk: Besetning, kari: Kandidat) -> None:
    rett, feil = ["vilde", "kjersti", "bjorg", "lena"], ["viggo", "stine", "leif", "adrian", "fredrik", "dina"]
    prov_objektside(folk, f"/kandidater/{kari.pk}/", rett=rett, feil=feil)


def gi_innsyn(folk: Besetning, kari: Kandidat, fra: int = 0, til: int = 7, grunn: str = "Klagesak") -> str:
    idag = timezone.localdate()
    with som(folk.kontekst("lena")) as lena:
        dager = idag + timedelta(days=fra), idag + timedelta(days=til)
        return str(handlinger.gi_innsyn(lena, NyttInnsyn(kari.person_id, folk["fredrik"].ansatt_id, *dager, grunn)).pk)


def test_en_aapnet_sak_ses_av_den_ene_og_bare_den_saken(folk: Besetning, kari: Kandidat) -> None:
    with som(folk.kontekst("lena")) as lena:
        annen = sporringer.kandidater(lena).exclude(pk=kari.pk).first()
        assert annen is not None
    rett = gi_innsyn(folk, kari)
    fredrik = folk.logg_inn(Client(), "fredrik")
    krev_lik_ukjent(fredrik, f"/kandidater/{kari.pk}/")
    assert fredrik.post("/innsyn/", {"rett": rett})["Location"] == f"/kandidater/{kari.pk}/"
    side = fredrik.get(f"/kandidater/{kari.pk}/")
    assert side.status_code == 200
    assert "Kari Vernet" in side.content.decode()
    krev_lik_ukjent(fredrik, f"/kandidater/{annen.pk}/")
    krev_lik_ukjent(fredrik, f"/kandidater/{kari.pk}/informert/")
    krev_lik_ukjent(fredrik, "/kandidater/")
    dina = folk.logg_inn(Client(), "dina")
    dina.post("/innsyn/", {"rett": rett})
    krev_lik_ukjent(dina, f"/kandidater/{kari.pk}/")


def test_kontoret_ser_i_sin_egen_logg_at_statsforvalteren_har_sett(folk: Besetning, kari: Kandidat) -> None:
    fredrik = folk.logg_inn(Client(), "fredrik")
    fredrik.post("/innsyn/", {"rett": gi_innsyn(folk, kari)})
    fredrik.get(f"/kandidater/{kari.pk}/")
    with som(folk.kontekst("lena")):
        rad = json.loads(Rad.objects.latest("nr").innhold)
    assert (rad["ansatt"], rad["rolle"], rad["person"]) == (str(folk["fredrik"].ansatt_id), "statsforvalter", str(kari.person_id))


def test_saken_lukkes_naar_tiden_er_ute_eller_lederen_lukker_den(folk: Besetning, kari: Kandidat) -> None:
    rett = gi_innsyn(folk, kari)
    fredrik = folk.logg_inn(Client(), "fredrik")
    fredrik.post("/innsyn/", {"rett": rett})
    assert fredrik.get(f"/kandidater/{kari.pk}/").status_code == 200
    with som(folk.kontekst("lena")) as lena:
        handlinger.avslutt_innsyn(lena, UUID(rett))
    krev_lik_ukjent(fredrik, f"/kandidater/{kari.pk}/")
    for fra, til in ((-9, -1), (1, 9)):
        fredrik.post("/innsyn/", {"rett": gi_innsyn(folk, kari, fra, til)})
        krev_lik_ukjent(fredrik, f"/kandidater/{kari.pk}/")


def test_en_vernet_sak_kan_ikke_ses_uten_klarering_selv_om_den_er_aapnet(folk: Besetning, kari: Kandidat) -> None:
    rett = gi_innsyn(folk, kari)
    gradert(Gradering.FORTROLIG)(folk, kari.person_id)
    fredrik = folk.logg_inn(Client(), "fredrik")
    fredrik.post("/innsyn/", {"rett": rett})
    krev_lik_ukjent(fredrik, f"/kandidater/{kari.pk}/")
