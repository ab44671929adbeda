"""What the case says of the candidate: every decision is an event of its own, and nobody waits as «Søknad mottatt» for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apper.kandidat.conftest import bakken  # noqa: F401 – a fixture
from apper.sak.saken import IDAG, Saken
from apper.sak.test_endringene import OPPHEVET, avgjor, endre, ny_behandling, slutt
from apper.sak.test_soknaden import av_kandidat, innvilg
from apper.sak.test_vedtaket import AVSLAG, avslag
from skreddersom.apper.kandidat.models import Utfall as Kandidatutfall
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Brevhode, Henleggelse, Slag, Svar, Utfall, Vedtak
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning


@pytest.fixture
def saken(bakken: Besetning) -> Saken:  # noqa: F811
    """The first candidate has applied, and Vilde has the case."""
    with som(bakken.kontekst("lena")) as lena:
        Brevhode.objects.create(kontor_id=lena.kontor, adresse=["Bakkegata 1"], telefon="55 00 00 00", statsforvalter="Agder")
    ny = av_kandidat(bakken)
    with som(bakken.kontekst("vilde")):
        type(ny.person).objects.filter(pk=ny.person_id).update(navn="Per Prøve")
        return Saken(bakken, ny.sak_id, ny.behandling.pk, ny.person_id)


def historien(saken: Saken) -> list[str]:
    """Every event of the candidate, as it was written."""
    with som(saken.folk.kontekst("lena")):
        return list(Kandidatutfall.objects.filter(person_id=saken.person_id).order_by("tid").values_list("slag", flat=True))


def naa(saken: Saken) -> str:
    """What counts."""
    from skreddersom.apper.kandidat.models import Kandidat

    with som(saken.folk.kontekst("lena")):
        siste = Kandidat.objects.select_related("siste_utfall").get(person_id=saken.person_id).siste_utfall
    return siste.slag if siste else ""


def avslaa(saken: Saken) -> Vedtak:
    avslag(saken)
    saken.gjor("bjorg", h.ta)
    vedtak: Vedtak = saken.gjor("bjorg", h.fatt_vedtak)
    return vedtak


def test_et_avslag_er_en_hendelse_og_soknaden_staar(saken: Saken) -> None:
    avslaa(saken)
    assert historien(saken) == ["soknad", "avslag"]


def test_et_avslag_som_oppheves_gir_soknaden_tilbake(saken: Saken) -> None:
    endre(saken, avslaa(saken), Slag.OMGJORING, Utfall.OPPHEVET, brevfelt=OPPHEVET)
    assert (historien(saken), naa(saken)) == (["soknad", "avslag", "angret"], "soknad")


def test_et_avslag_som_omgjoeres_til_innvilgelse_er_i_program(saken: Saken) -> None:
    nei = avslaa(saken)
    ny_behandling(saken, Slag.OMGJORING, nei)
    saken.sikre(*saken.vurder_alle())
    avgjor(saken, Utfall.INNVILGET)
    assert historien(saken) == ["soknad", "avslag", "i_program"]


def test_en_avvist_soknad_er_avvist(saken: Saken) -> None:
    felt = {"fakta": "Søknaden gjelder en annen kommune.", "regel": "sosialtjenesteloven § 3", "alternativer": "Ring oss."}
    avgjor(saken, Utfall.AVVIST, brevfelt=felt)
    assert historien(saken) == ["soknad", "avvist"]


@pytest.mark.parametrize(("grunn", "etter"), [(Henleggelse.TRUKKET, "henlagt"), (Henleggelse.DOD, "henlagt"), (Henleggelse.FEIL, "")])
def test_en_henlagt_soknad_venter_ikke_lenger(saken: Saken, grunn: Henleggelse, etter: str) -> None:
    saken.gjor("vilde", h.henlegg, h.Henlegging(grunn, IDAG))
    assert naa(saken) == etter


def test_den_som_henlegger_trenger_ikke_foelge_opp_kandidaten_selv(saken: Saken) -> None:
    from skreddersom.apper.kandidat.models import Kandidat

    with som(saken.folk.kontekst("lena")):
        Kandidat.objects.filter(person_id=saken.person_id).update(veileder=saken.folk["viggo"].ansatt)
    saken.gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.TRUKKET, IDAG))
    assert naa(saken) == "henlagt"


def test_et_avsluttet_program_er_avsluttet_og_et_nei_til_forlengelse_endrer_ingenting(bakken: Besetning) -> None:  # noqa: F811
    saken, _forste = innvilg(bakken)
    with som(bakken.kontekst("vilde")):
        ja = Vedtak.objects.get(sak_id=saken.sak_id)
    ny_behandling(saken, Slag.FORLENGELSE, ja)
    saken.sikre(saken.vurder("arbeidsevne", Svar.NEI, grunn="ikke_vesentlig_nedsatt", begrunnelse="Du arbeider fullt."))
    avgjor(saken, Utfall.AVSLATT, brevfelt=AVSLAG)
    assert naa(saken) == "i_program"
    slutt(saken, ja, IDAG)
    assert historien(saken) == ["soknad", "i_program", "avsluttet"]
