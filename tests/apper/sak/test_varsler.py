"""Words that sound like an unlawful ground: a warning with its why, never a block, answered once, and the answer kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils.translation import override

from apper.sak.saken import BREVFELT, IDAG
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Bekreftelse, Status, Ventegrunn
from skreddersom.apper.sak.port import Handling, port
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from apper.sak.saken import Saken

ULOVLIG = "Kommunen har dessverre ikke penger til flere deltakere i år."


def klar_med(saken: Saken, tekst: str) -> None:
    saken.gjor_klar()
    saken.utkast(begrunnelse=tekst)


def test_teksten_gir_en_advarsel_med_grunn_og_stenger_ikke(saken: Saken) -> None:
    klar_med(saken, ULOVLIG)
    (advarsel,) = saken.tilstand().advarsler
    assert (advarsel.felt, advarsel.grunn, advarsel.besvart) == ("begrunnelse", "okonomi", False)
    ett = port(Handling.SEND, saken.tilstand(), saken.folk.kontekst("vilde"), IDAG)
    assert ett.apen
    assert ULOVLIG.rstrip(".") in ett.advarsler[0]
    assert advarsel.hvorfor in ett.advarsler[0]


def test_advarselen_maa_besvares_og_svaret_blir_staaende(saken: Saken) -> None:
    klar_med(saken, ULOVLIG)
    with pytest.raises(h.MaaBesvares) as feil:
        saken.gjor("vilde", h.send)
    (advarsel,) = feil.value.advarsler
    with pytest.raises(h.MaaBesvares):
        saken.gjor("vilde", h.send, {advarsel.merke: "  "})
    saken.gjor("vilde", h.send, {advarsel.merke: "Sitat fra brevet fra Stranda."})
    assert saken.behandling().status == Status.TIL_BESLUTNING
    with som(saken.folk.kontekst("lena")):
        rad = Bekreftelse.objects.get()
        assert (rad.grunn, rad.svar, str(rad.av)) == ("okonomi", "Sitat fra brevet fra Stranda.", "Vilde")


def test_et_svar_staar_til_ordene_endres(saken: Saken) -> None:
    klar_med(saken, ULOVLIG)
    saken.gjor("vilde", h.send, {saken.tilstand().advarsler[0].merke: "Sitat."})
    saken.gjor("vilde", h.angre)
    saken.gjor("vilde", h.send)
    saken.gjor("vilde", h.angre)
    saken.utkast(begrunnelse="Det er ventetid på plass i programmet, så du må vente på ledig plass.")
    with pytest.raises(h.MaaBesvares):
        saken.gjor("vilde", h.send)


def test_alt_kontoret_har_skrevet_leses_og_ikke_det_soekeren_sier(saken: Saken) -> None:
    saken.vurder("arbeidsevne", begrunnelse=ULOVLIG)
    saken.utkast(alternativ_uten_kvp=ULOVLIG, brevfelt=BREVFELT | {"deltakers_syn": ULOVLIG, "barn": ULOVLIG})
    saken.gjor("vilde", h.sett_paa_vent, h.Venting(Ventegrunn.SOKER, IDAG, ULOVLIG))
    felt = [ett.felt for ett in saken.tilstand().advarsler]
    assert felt == ["vilkar.arbeidsevne", "alternativ_uten_kvp", "vent", "brev.barn"]


def test_advarselen_er_paa_nynorsk_for_den_som_leser_nynorsk(saken: Saken) -> None:
    klar_med(saken, ULOVLIG)
    with override("nn"):
        nynorsk = saken.tilstand().advarsler[0].hvorfor
    assert nynorsk != saken.tilstand().advarsler[0].hvorfor


def test_lister_leser_ikke_tekstene(saken: Saken) -> None:
    from skreddersom.apper.sak import sporringer

    klar_med(saken, ULOVLIG)
    with som(saken.folk.kontekst("lena")):
        alle = sporringer.tilstander([saken.behandling()], IDAG)
    assert alle[saken.behandling_id].advarsler == ()
