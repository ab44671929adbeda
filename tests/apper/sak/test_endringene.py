"""Decisions that change a decision: each all the way to a letter and a receipt, and what becomes of the period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from apper.sak.saken import IDAG, Saken
from apper.sak.test_vedtaket import AVSLAG, avslag, innvilget
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import kvittering
from skreddersom.apper.sak.models import Periode, Slag, Svar, Utfall, Vedtak
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.frister import lengste_vedtak
from skreddersom.plattform.brev.handlinger import gjenskap
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.tilgang.kontekst import som, systemet

if TYPE_CHECKING:
    from collections.abc import Sequence

ADRESSE = {"mottaker": {"adresse": ["Prøveveien 2", "4801 Bakken"]}}
HENDT: dict[str, Any] = ADRESSE | {"fakta": "Du skal til behandling i tolv uker."}
I_MORGEN = IDAG + timedelta(days=1)


def ny_behandling(saken: Saken, slag: Slag, vedtak: Vedtak) -> None:
    hendelse = saken.i_saken("vilde", h.apne_behandling, slag, vedtak.pk)
    saken.behandling_id = UUID(hendelse.data["behandling"])


def vurder_paa_nytt(saken: Saken) -> None:
    saken.sikre(*(saken.vurder(ett.id) for ett in saken.tilstand().vilkar))


def avgjor(saken: Saken, utfall: Utfall, **utkast: Any) -> Vedtak:
    """The draft, sent by Vilde, taken and decided by Bjørg."""
    saken.utkast(utfall, **utkast)
    saken.gjor("vilde", h.send)
    saken.gjor("bjorg", h.ta)
    vedtak: Vedtak = saken.gjor("bjorg", h.fatt_vedtak)
    return vedtak


def endre(saken: Saken, vedtak: Vedtak, slag: Slag, utfall: Utfall, **utkast: Any) -> Vedtak:
    ny_behandling(saken, slag, vedtak)
    if slag in (Slag.AVBRUDD, Slag.STANS, Slag.OMGJORING):
        saken.slipp_varsel()
    return avgjor(saken, utfall, **utkast)


def brevet(saken: Saken, vedtak: Vedtak, slag: str) -> dict[str, Any]:
    """The data of the letter, which is of this kind, has the hash the decision says, and can be made again; so can every receipt."""
    with som(saken.folk.kontekst("lena")):
        brev = Brev.objects.get(pk=vedtak.brev)
        assert (brev.slag, brev.sha256, gjenskap(brev)) == (slag, vedtak.brev_sha256, bytes(brev.pdf))
    with som(systemet(saken.folk.kontekst("lena").kontor)) as system:
        assert [ett.feil for ett in kvittering.kjor_om(system) if ett.vedtak == vedtak.pk] == [""]
    innhold: dict[str, Any] = brev.data
    return innhold


def perioder(saken: Saken) -> Sequence[tuple[date, date]]:
    """What is granted as it stands."""
    with som(saken.folk.kontekst("lena")):
        return list(Periode.objects.filter(gjelder=True).values_list("fra", "til"))


def test_et_program_kan_forlenges_fra_dagen_etter_det_forste_aaret(saken: Saken) -> None:
    saken.gjor_klar()
    siste = lengste_vedtak(IDAG).dato
    forste = avgjor(saken, Utfall.INNVILGET, til=siste)
    fra = siste + timedelta(days=1)
    ny_behandling(saken, Slag.FORLENGELSE, forste)
    vurder_paa_nytt(saken)
    andre = avgjor(saken, Utfall.INNVILGET, fra=fra, til=lengste_vedtak(fra).dato, start=fra)
    data = brevet(saken, andre, "innvilgelse")
    assert (data["gjelder"], data.get("mottatt"), data["fra"]) == ("forlengelse", None, fra.isoformat())
    assert perioder(saken) == [(IDAG, siste), (fra, andre.til)]


def test_en_forlengelse_kan_ikke_overlappe_perioden_den_forlenger(saken: Saken) -> None:
    forste = innvilget(saken)
    assert forste.til is not None
    ny_behandling(saken, Slag.FORLENGELSE, forste)
    vurder_paa_nytt(saken)
    saken.utkast(fra=forste.til, til=forste.til + timedelta(days=30), start=forste.til)
    saken.gjor("vilde", h.send)
    saken.gjor("bjorg", h.ta)
    with pytest.raises(Brukerfeil, match="alt program"):
        saken.gjor("bjorg", h.fatt_vedtak)
    assert len(perioder(saken)) == 1


def test_et_nei_til_forlengelse_sier_at_programmet_ikke_forlenges(saken: Saken) -> None:
    forste = innvilget(saken)
    ny_behandling(saken, Slag.FORLENGELSE, forste)
    saken.sikre(saken.vurder("arbeidsevne", Svar.NEI, grunn="ikke_vesentlig_nedsatt", begrunnelse="Du arbeider fullt."))
    nei = avgjor(saken, Utfall.AVSLATT, brevfelt=AVSLAG)
    assert brevet(saken, nei, "avslag")["gjelder"] == "forlengelse"
    assert perioder(saken) == [(forste.fra, forste.til)]


@pytest.mark.parametrize(
    ("slag", "utfall", "brev"), [(Slag.AVBRUDD, Utfall.AVBRUTT, "avbrudd"), (Slag.STANS, Utfall.STANSET, "stans")], ids=["avbrudd", "stans"]
)
def test_avbrudd_og_stans_har_brev_og_lar_perioden_staa(saken: Saken, slag: Slag, utfall: Utfall, brev: str) -> None:
    forste = innvilget(saken)
    til = I_MORGEN + timedelta(days=14)
    pause = endre(saken, forste, slag, utfall, fra=I_MORGEN, til=til, brevfelt=HENDT)
    data = brevet(saken, pause, brev)
    assert (data["fra"], data["til"], data["fakta"]) == (I_MORGEN.isoformat(), til.isoformat(), HENDT["fakta"])
    assert perioder(saken) == [(forste.fra, forste.til)]


def slutt(saken: Saken, vedtak: Vedtak, siste: date) -> Vedtak:
    felt = ADRESSE | {"fakta": "Du har fått fast jobb.", "alternativer": "Ring oss.", "gjelder": "fullfort"}
    return endre(saken, vedtak, Slag.AVSLUTNING, Utfall.AVSLUTTET, til=siste, brevfelt=felt)


def test_en_avslutning_korter_perioden_og_lar_vedtaket_staa(saken: Saken) -> None:
    forste = innvilget(saken)
    siste = IDAG + timedelta(days=30)
    avsluttet = slutt(saken, forste, siste)
    assert brevet(saken, avsluttet, "avslutning")["slutt"] == siste.isoformat()
    with som(saken.folk.kontekst("lena")):
        periode = Periode.objects.get(vedtak=forste)
        assert (periode.til, periode.gjelder, periode.endret_av_id) == (siste, True, avsluttet.pk)
        assert Vedtak.objects.get(pk=forste.pk).til == forste.til


def test_en_omgjoering_erstatter_perioden_og_sier_hvilket_vedtak_den_erstatter(saken: Saken) -> None:
    forste = innvilget(saken)
    ny_behandling(saken, Slag.OMGJORING, forste)
    vurder_paa_nytt(saken)
    saken.slipp_varsel()
    til = IDAG + timedelta(days=200)
    andre = avgjor(saken, Utfall.INNVILGET, til=til)
    data = brevet(saken, andre, "innvilgelse")
    assert (data["erstatter"], data["gjelder"]) == (forste.dato.isoformat(), "soknad")
    assert data["mottatt"]
    assert perioder(saken) == [(IDAG, til)]
    with som(saken.folk.kontekst("lena")):
        assert Periode.objects.get(vedtak=forste).endret_av_id == andre.pk


def test_et_avslag_kan_omgjoeres_til_en_innvilgelse(saken: Saken) -> None:
    avslag(saken)
    saken.gjor("bjorg", h.ta)
    nei = saken.gjor("bjorg", h.fatt_vedtak)
    ny_behandling(saken, Slag.OMGJORING, nei)
    saken.sikre(*saken.vurder_alle())
    ja = avgjor(saken, Utfall.INNVILGET)
    assert brevet(saken, ja, "innvilgelse")["erstatter"] == nei.dato.isoformat()
    assert perioder(saken) == [(ja.fra, ja.til)]


def test_en_omgjoering_til_avslag_svarer_paa_den_foerste_soknaden_og_tar_bort_perioden(saken: Saken) -> None:
    forste = innvilget(saken)
    ny_behandling(saken, Slag.OMGJORING, forste)
    saken.sikre(saken.vurder("arbeidsevne", Svar.NEI, grunn="ikke_vesentlig_nedsatt", begrunnelse="Du arbeider fullt."))
    saken.slipp_varsel()
    nei = avgjor(saken, Utfall.AVSLATT, brevfelt=AVSLAG)
    assert brevet(saken, nei, "avslag")["mottatt"]
    assert perioder(saken) == []


OPPHEVET: dict[str, Any] = ADRESSE | {"fakta": "Saken var ikke opplyst.", "virkning": "Vi behandler saken på nytt."}


def test_en_opphevelse_tar_bort_perioden_og_har_eget_brev(saken: Saken) -> None:
    forste = innvilget(saken)
    opphevet = endre(saken, forste, Slag.OMGJORING, Utfall.OPPHEVET, brevfelt=OPPHEVET)
    data = brevet(saken, opphevet, "opphevelse")
    assert (data["opphevet"], data["virkning"]) == (forste.dato.isoformat(), OPPHEVET["virkning"])
    assert perioder(saken) == []


def test_oppheves_en_avslutning_gjelder_hele_perioden_igjen(saken: Saken) -> None:
    forste = innvilget(saken)
    avsluttet = slutt(saken, forste, IDAG + timedelta(days=30))
    endre(saken, avsluttet, Slag.OMGJORING, Utfall.OPPHEVET, brevfelt=OPPHEVET)
    assert perioder(saken) == [(forste.fra, forste.til)]


@pytest.mark.parametrize(
    ("slag", "utfall", "felt", "setning"),
    [
        (Slag.STANS, Utfall.STANSET, {"brevfelt": ADRESSE}, "hva som har skjedd"),
        (Slag.OMGJORING, Utfall.OPPHEVET, {"brevfelt": ADRESSE | {"fakta": "Noe."}}, "hva opphevelsen betyr"),
    ],
)
def test_et_brev_som_ikke_sier_alt_stopper_vedtaket(saken: Saken, slag: Slag, utfall: Utfall, felt: Any, setning: str) -> None:
    ny_behandling(saken, slag, innvilget(saken))
    saken.utkast(utfall, **felt)
    with pytest.raises(h.Stengt, match=setning):
        saken.gjor("vilde", h.send)
