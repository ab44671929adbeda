"""The decision: at once or not at all, immutable, with a letter and a receipt that can be made again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.saken import IDAG, lag_sak
from skreddersom.apper.sak import brev as sakens_brev
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import kvittering
from skreddersom.apper.sak.models import Hendelse, Periode, Status, Svar, Utfall, Vedtak
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import kvittering as lovens
from skreddersom.plattform.brev.handlinger import gjenskap
from skreddersom.plattform.brev.models import Brev
from skreddersom.plattform.tilgang.kontekst import som, systemet

if TYPE_CHECKING:
    from apper.sak.saken import Saken

AVSLAG: dict[str, Any] = {
    "aev": {"resultat": "Du kan arbeide som før."},
    "alternativer": "Du kan gå på jobbsøkerkurs fra mandag.",
    "mottaker": {"adresse": ["Prøveveien 2"]},
}


def innvilget(saken: Saken) -> Vedtak:
    saken.send()
    saken.gjor("bjorg", h.ta)
    vedtak: Vedtak = saken.gjor("bjorg", h.fatt_vedtak)
    return vedtak


def test_vedtaket_har_brev_kvittering_og_periode(saken: Saken) -> None:
    vedtak = innvilget(saken)
    with som(saken.folk.kontekst("lena")):
        brev = Brev.objects.get(pk=vedtak.brev)
        assert (brev.slag, brev.sha256, brev.sak_id) == ("innvilgelse", vedtak.brev_sha256, saken.sak_id)
        assert gjenskap(brev) == bytes(brev.pdf)
        periode = Periode.objects.get(vedtak=vedtak)
        assert (periode.fra, periode.til, periode.gjelder) == (vedtak.fra, vedtak.til, True)
    innhold = json.loads(bytes(vedtak.kvittering))
    assert innhold["brev"] == vedtak.brev_sha256
    assert innhold["svar"]["utfall"] == "JA"
    assert {en["rolle"] for en in innhold["medvirkende"]} == {"saksbehandler", "kvalitetssikrer", "beslutter"}
    assert saken.behandling().status == Status.VEDTATT


def test_kvitteringen_nevner_ingen_ved_navn(saken: Saken) -> None:
    tekst = bytes(innvilget(saken).kvittering).decode()
    assert not [navn for navn in ("Vilde", "Kjersti", "Bjorg", "Per Prøve") if navn in tekst]


def test_brevet_sier_det_soekeren_selv_har_sagt(saken: Saken) -> None:
    vedtak = innvilget(saken)
    with som(saken.folk.kontekst("lena")):
        brev = Brev.objects.get(pk=vedtak.brev)
        assert brev.data["deltakers_syn"] == "Jeg vil arbeide i butikk."
        assert [ett["navn"] for ett in brev.data["hilsen"]] == ["Vilde", "Bjorg"]
        assert brev.data["stonad"]["under_25"] is False


def test_samme_skjema_to_ganger_er_ett_vedtak(saken: Saken) -> None:
    saken.send()
    saken.gjor("bjorg", h.ta)
    with som(saken.folk.kontekst("bjorg")) as bjorg:
        inn = saken.inn()
        forste, andre = (h.fatt_vedtak(bjorg, saken.behandling_id, inn) for _ in range(2))
        assert forste.pk == andre.pk
        assert (Vedtak.objects.count(), Brev.objects.exclude(slag="kvittering").count()) == (1, 1)


def test_feiler_kvitteringen_er_ingenting_skrevet(saken: Saken, monkeypatch: pytest.MonkeyPatch) -> None:
    saken.send()
    saken.gjor("bjorg", h.ta)

    def feil(*_: object) -> bytes:
        raise Brukerfeil("kan ikke skrives")

    monkeypatch.setattr(kvittering, "lag", feil)
    with pytest.raises(Brukerfeil):
        saken.gjor("bjorg", h.fatt_vedtak)
    with som(saken.folk.kontekst("lena")):
        assert not Brev.objects.exclude(slag="kvittering").exists()
        assert (Vedtak.objects.count(), Hendelse.objects.filter(slag="fatt_vedtak").count()) == (0, 0)
    assert saken.behandling().status == Status.UNDER_BESLUTNING


def avslag(saken: Saken, **mer: Any) -> None:
    """Refused, since the ability to work is not reduced."""
    saken.aev()
    saken.i_saken("vilde", h.vurder_barn, h.Barnevurdering(IDAG, 0))
    saken.i_saken("vilde", h.registrer_egenvurdering, h.Egne(IDAG, onsket_ikke=True))
    saken.sikre(saken.vurder("arbeidsevne", Svar.NEI, grunn="ikke_vesentlig_nedsatt", begrunnelse="Du arbeider fullt."))
    saken.utkast(Utfall.AVSLATT, brevfelt=AVSLAG, begrunnelse="Du kan forsørge deg ved arbeid.", **mer)
    saken.gjor("vilde", h.send)


def test_et_avslag_kan_bygge_paa_ett_vilkaar(saken: Saken) -> None:
    avslag(saken)
    saken.gjor("bjorg", h.ta)
    vedtak = saken.gjor("bjorg", h.fatt_vedtak)
    assert (vedtak.utfall, vedtak.fra, vedtak.start) == ("avslatt", None, None)
    innhold = json.loads(bytes(vedtak.kvittering))
    assert innhold["svar"]["utfall"] == "NEI"
    with som(saken.folk.kontekst("lena")):
        assert not Periode.objects.exists()
        assert Brev.objects.get(pk=vedtak.brev).data["deltakers_syn"] == sakens_brev.INGEN_ORD["nb"]


def test_et_avslag_uten_et_nei_kan_ikke_sendes(saken: Saken) -> None:
    saken.gjor_klar()
    saken.utkast(Utfall.AVSLATT, brevfelt=AVSLAG)
    with pytest.raises(h.Stengt, match="vilkår i § 29 ikke er oppfylt"):
        saken.gjor("vilde", h.send)


def test_hver_lagret_kvittering_blir_den_samme_paa_nytt(saken: Saken) -> None:
    innvilget(saken)
    andre = lag_sak(saken.folk, "en annen")
    avslag(andre)
    andre.gjor("bjorg", h.ta)
    andre.gjor("bjorg", h.fatt_vedtak)
    with som(systemet(saken.folk.kontekst("lena").kontor)) as system:
        svar = list(kvittering.kjor_om(system))
    assert [ett.feil for ett in svar] == ["", ""]


def test_en_endret_kvittering_og_en_endret_regel_blir_funnet(saken: Saken, monkeypatch: pytest.MonkeyPatch) -> None:
    vedtak = innvilget(saken)
    lagret = bytes(vedtak.kvittering)
    vedtak.kvittering = lagret.replace(b"37.5", b"37.0")
    assert "endret etter" in kvittering._feil(bytes(vedtak.kvittering), vedtak)
    monkeypatch.setattr(lovens, "avtrykk", lambda _vilkar: "en annen regel")
    assert "regelen er endret" in kvittering._feil(lagret, vedtak)


def test_en_soknad_i_program_er_ikke_over_saa_lenge_perioden_varer(saken: Saken) -> None:
    innvilget(saken)
    with pytest.raises(Brukerfeil, match="innvilget program"):
        saken.i_saken("vilde", h.avslutt_sak)
