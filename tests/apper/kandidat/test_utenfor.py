"""Those outside the list can be seen, with the reason; and whoever should be looked at, is taken in by a person who says why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from apper.kandidat.kandidater import kandidat
from apper.kandidat.kontorfiler import gjennomgang
from apper.kandidat.test_sporringstall import PAA_LISTE, PAA_OBJEKT, sporringer
from skreddersom.apper.kandidat import handlinger, oppsummering
from skreddersom.apper.kandidat import sporringer as sporringene
from skreddersom.apper.kandidat.models import Gjennomgang, Inntak, Kandidat, Kontortall, Vurdering
from skreddersom.apper.kandidat.views import utenfor as siden
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.screening.utenfor import TEKST
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang import handlinger as tilgang
from skreddersom.plattform.tilgang.handlinger import NyttInnsyn
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.roller import Gradering
from stengt import krev_lik_ukjent, prov_objektside

if TYPE_CHECKING:
    from rollebesetning import Besetning

GRUNN = "Trygden er et lite tillegg. Vil gjerne ha program."


def en_utenfor(folk: Besetning, nr: int = 0) -> Vurdering:
    """Somebody outside the list, and why."""
    with som(folk.kontekst("lena")) as lena:
        return sporringene.utenfor(lena).select_related("person").order_by("person__nokkel")[nr]


def listen(folk: Besetning) -> str:
    with som(folk.kontekst("lena")):
        return f"/gjennomganger/{Gjennomgang.objects.latest('startet').pk}/utenfor/"


def siden_til(vurdering: Vurdering) -> str:
    return f"/gjennomganger/utenfor/{vurdering.pk}/"


def kandidaten(folk: Besetning, vurdering: Vurdering) -> Kandidat | None:
    with som(folk.kontekst("lena")):
        return Kandidat.objects.select_related("siste_vurdering").filter(person_id=vurdering.person_id).first()


def test_alle_utenfor_staar_paa_lista_over_dem_med_grunn(bakken: Besetning, client: Client) -> None:
    svar = bakken.logg_inn(client, "vilde").get(listen(bakken))
    with som(bakken.kontekst("vilde")):
        tall = oppsummering.av(Gjennomgang.objects.get())
    assert svar.context["i_alt"] == sum(n for _id, _tekst, n in tall.utenfor) > 0
    assert {rad["grunn"] for rad in svar.context["rader"]} <= set(TEKST.values())


def test_grunnen_i_gjennomgangen_forer_til_dem_den_gjelder(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    bakken.logg_inn(client, "vilde")
    adresse = f"{listen(bakken)}?grunn={vurdering.utenfor}"
    assert adresse in client.get(f"/gjennomganger/{vurdering.gjennomgang_id}/").content.decode()
    svar = client.get(adresse)
    with som(bakken.kontekst("vilde")):
        antall = Vurdering.objects.filter(utenfor=vurdering.utenfor).count()
    assert svar.context["side"].paginator.count == antall
    assert svar.context["skjult"] == svar.context["i_alt"] - antall
    assert {rad["vurdering"].utenfor for rad in svar.context["rader"]} == {vurdering.utenfor}
    assert client.get(f"{listen(bakken)}?grunn=finnes-ikke").context["skjult"] == 0


def test_siden_sier_det_samme_som_om_en_kandidat_og_star_i_loggen(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    svar = bakken.logg_inn(client, "kjersti").get(siden_til(vurdering))
    side = svar.content.decode()
    assert TEKST[vurdering.utenfor] in side.replace("&#x27;", "'") or TEKST[vurdering.utenfor].capitalize() in side
    assert [ord_ in side for ord_ in ("Vilkårene i § 29", "Sosialhjelp måned for måned", "Det er ikke et nei etter § 29.")] == [True] * 3
    assert "Ta inn på lista" not in side
    with som(bakken.kontekst("lena")):
        rad = json.loads(Rad.objects.latest("nr").innhold)
    assert (rad["person"], rad["sak"]) == (str(vurdering.person_id), f"vurdering/{vurdering.pk}")


def test_veilederen_tar_personen_inn_og_grunnen_staar(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    svar = bakken.logg_inn(client, "vilde").post(f"{siden_til(vurdering)}ta-inn/", {"grunn": GRUNN})
    ny = kandidaten(bakken, vurdering)
    assert ny is not None
    assert svar["Location"] == f"/kandidater/{ny.pk}/"
    assert (ny.paa_lista, ny.rang, ny.siden, ny.siste_vurdering_id) == (True, None, timezone.localdate(), vurdering.pk)
    side = client.get(f"/kandidater/{ny.pk}/").content.decode()
    assert GRUNN in side
    assert "Tatt inn på lista av Vilde" in side
    assert f"/kandidater/{ny.pk}/" in client.get("/kandidater/?side=99").content.decode()
    with som(bakken.kontekst("lena")) as lena:
        inntak = Inntak.objects.get()
        assert (inntak.av_id, inntak.mot, inntak.grunn) == (bakken["vilde"].ansatt_id, vurdering.utenfor, GRUNN)
        rad = json.loads(Rad.objects.filter(handling="opprett", person_id=vurdering.person_id).latest("nr").innhold)
        assert rad["sak"] == f"kandidat/{ny.pk}"
        assert Kontortall.objects.get(kontor_id=lena.kontor).kandidater == Kandidat.objects.filter(paa_lista=True).count()
        assert oppsummering.av(Gjennomgang.objects.get()).nye == Kandidat.objects.count() - 1


def test_to_ganger_er_en_og_den_forste_grunnen_staar(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    for hvem, grunn in (("vilde", GRUNN), ("viggo", "En annen grunn")):
        assert bakken.logg_inn(client, hvem).post(f"{siden_til(vurdering)}ta-inn/", {"grunn": grunn}).status_code == 302
    with som(bakken.kontekst("lena")):
        assert [ett.grunn for ett in Inntak.objects.all()] == [GRUNN]
        assert Kandidat.objects.get(person_id=vurdering.person_id).versjon == 1


@pytest.mark.parametrize("grunn", ["", "   "])
def test_uten_grunn_blir_ingen_tatt_inn(bakken: Besetning, client: Client, grunn: str) -> None:
    vurdering = en_utenfor(bakken)
    svar = bakken.logg_inn(client, "vilde").post(f"{siden_til(vurdering)}ta-inn/", {"grunn": grunn})
    assert "Skriv noen ord her." in svar.content.decode()
    with som(bakken.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match="Skriv hvorfor"):
        handlinger.ta_inn(vilde, UUID(str(vurdering.pk)), grunn)
    assert kandidaten(bakken, vurdering) is None


@pytest.mark.parametrize("hvem", ["kjersti", "bjorg"])
def test_den_som_kontrollerer_tar_ingen_inn(bakken: Besetning, client: Client, hvem: str) -> None:
    vurdering = en_utenfor(bakken)
    assert bakken.logg_inn(client, hvem).post(f"{siden_til(vurdering)}ta-inn/", {"grunn": GRUNN}).status_code == 404
    with som(bakken.kontekst(hvem)) as kontekst, pytest.raises(Brukerfeil, match="Bare veiledere og lederen"):
        handlinger.ta_inn(kontekst, UUID(str(vurdering.pk)), GRUNN)


def test_den_som_er_tatt_inn_blir_paa_lista_etter_neste_gjennomgang(bakken: Besetning) -> None:
    vurdering, annen = en_utenfor(bakken), en_utenfor(bakken, 1)
    with som(bakken.kontekst("vilde")) as vilde:
        for ett in (vurdering, annen):
            handlinger.ta_inn(vilde, UUID(str(ett.pk)), GRUNN)
        Kandidat.objects.filter(person_id=annen.person_id).update(inntatt_mot="noe annet")
        gjennomgang(vilde)
    etter, andre = kandidaten(bakken, vurdering), kandidaten(bakken, annen)
    assert etter is not None
    assert andre is not None
    assert (etter.paa_lista, etter.siste_vurdering_id != vurdering.pk) == (True, True)
    assert andre.paa_lista is False


def test_en_gammel_vurdering_kan_ikke_overproves_naar_det_finnes_en_ny(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        gjennomgang(vilde)
    svar = bakken.logg_inn(client, "vilde").post(f"{siden_til(vurdering)}ta-inn/", {"grunn": GRUNN}).content.decode()
    assert "vurdert på nytt siden" in svar
    assert kandidaten(bakken, vurdering) is None


def test_kandidaten_som_falt_utenfor_kan_tas_inn_igjen(bakken: Besetning) -> None:
    vurdering = en_utenfor(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        valgt = handlinger.ta_inn(vilde, UUID(str(vurdering.pk)), GRUNN)
        Kandidat.objects.filter(pk=valgt.pk).update(inntatt_mot="")
        gjennomgang(vilde)
        siste = sporringene.siste_vurdering(valgt.person_id)
        assert siste is not None
        igjen = handlinger.ta_inn(vilde, siste.pk, "Fortsatt")
        assert (igjen.pk, igjen.paa_lista, igjen.versjon) == (valgt.pk, True, 2)
        assert Inntak.objects.count() == 2


def test_den_vernede_er_ikke_der_og_kan_ikke_tas_inn(bakken: Besetning, client: Client) -> None:
    vurdering = en_utenfor(bakken)
    for_ = bakken.logg_inn(client, "vilde").get(listen(bakken)).context["i_alt"]
    with som(bakken.kontekst("adrian")) as adrian:
        tilgang.skjerm(adrian, vurdering.person_id, Gradering.FORTROLIG)
    assert client.get(listen(bakken)).context["i_alt"] == for_ - 1
    krev_lik_ukjent(client, siden_til(vurdering), ["GET"])
    krev_lik_ukjent(client, f"{siden_til(vurdering)}ta-inn/", ["POST"])
    assert client.post(f"{siden_til(vurdering)}ta-inn/", {"grunn": GRUNN}).status_code == 404


def test_en_annens_kandidat_ses_heller_ikke_her(bakken: Besetning) -> None:
    vurdering = en_utenfor(bakken)
    with som(bakken.kontekst("lena")) as lena:
        valgt = handlinger.ta_inn(lena, UUID(str(vurdering.pk)), GRUNN)
        handlinger.fordel(lena, [valgt.pk], bakken["viggo"].ansatt_id)
    prov_objektside(bakken, siden_til(vurdering), rett=["viggo", "lena", "kjersti"], feil=["vilde", "stine", "leif", "adrian", "fredrik"])


def test_en_aapnet_sak_viser_ogsaa_den_som_ikke_er_kandidat(bakken: Besetning) -> None:
    vurdering, idag = en_utenfor(bakken), timezone.localdate()
    with som(bakken.kontekst("lena")) as lena:
        rett = tilgang.gi_innsyn(lena, NyttInnsyn(vurdering.person_id, bakken["fredrik"].ansatt_id, idag, idag, "Klage"))
    fredrik = bakken.logg_inn(Client(), "fredrik")
    assert fredrik.post("/innsyn/", {"rett": rett.pk})["Location"] == siden_til(vurdering)
    assert fredrik.get(siden_til(vurdering)).status_code == 200
    krev_lik_ukjent(fredrik, siden_til(en_utenfor(bakken, 1)), ["GET"])


def test_inntaket_kan_ikke_endres_eller_staa_uten_grunn(bakken: Besetning) -> None:
    vurdering = en_utenfor(bakken)
    with som(bakken.kontekst("vilde")) as vilde:
        handlinger.ta_inn(vilde, UUID(str(vurdering.pk)), GRUNN)
        with pytest.raises(DatabaseError), transaction.atomic():
            Inntak.objects.update(grunn="En annen")
        felt = Inntak.objects.values().get()
        with pytest.raises(IntegrityError, match="inntak_en_gang"), transaction.atomic():
            Inntak.objects.create(**felt | {"id": vurdering.pk})
        valgt = kandidat(vilde)
        with pytest.raises(IntegrityError, match="inntak_har_grunn"), transaction.atomic():
            Inntak.objects.create(**felt | {"id": valgt.pk, "kandidat_id": valgt.pk, "grunn": ""})


def test_fem_rader_koster_det_samme_som_alle(bakken: Besetning, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    adresse = listen(bakken)
    bakken.logg_inn(client, "vilde").get(adresse)
    antall = []
    for per_side in (5, 50):
        monkeypatch.setattr(siden, "PER_SIDE", per_side)
        antall.append(sporringer(client, adresse))
    assert antall[0] == antall[1] <= PAA_LISTE
    assert sporringer(client, siden_til(en_utenfor(bakken))) <= PAA_OBJEKT
