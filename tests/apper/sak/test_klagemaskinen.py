"""Every stage of a complaint × every action × everybody: what the port closes, the action refuses; what it opens, works. Generated."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from apper.sak.klagen import UTKAST, lag_klage, ny_klage, om_dager
from apper.sak.saken import IDAG
from apper.sak.test_maskinen import ALLE, FREMMEDE, RETUR, kontekst
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.klageport import HANDLINGER, Handling, port
from skreddersom.apper.sak.models import Fristunntak, Henleggelse, Klage, Omgjoringsarsak, Underretning
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable

    from apper.sak.klagen import Klagen
    from rollebesetning import Besetning
    from skreddersom.apper.sak.klagetilstand import Klagetilstand
    from skreddersom.plattform.tilgang.kontekst import Kontekst

MANGLER: dict[str, Any] = {"underskrevet": False, "begrunnelse": "Klagen er ikke underskrevet."}


def kan_rettes(klagen: Klagen) -> None:
    klagen.formkrav(**MANGLER)


def har_rettefrist(klagen: Klagen) -> None:
    klagen.formkrav(**MANGLER, rettefrist=sporringer.idag())


def trukket(klagen: Klagen) -> None:
    klagen.gjor("vilde", h.trekk_klage, sporringer.idag())


def omgjores(klagen: Klagen) -> None:
    klagen.formkrav()
    klagen.gjor("vilde", h.omgjor, Omgjoringsarsak.FAKTUM)


def henlagt(klagen: Klagen) -> None:
    omgjores(klagen)
    klagen.i_behandlingen().gjor("vilde", h.henlegg, h.Henlegging(Henleggelse.FEIL, IDAG))


def oversendt(klagen: Klagen) -> None:
    klagen.send()
    klagen.gjor("lena", h.oversend)


def for_sent(klagen: Klagen) -> Klagen:
    """Another complaint about the same decision, a month after Per was told."""
    with som(klagen.folk.kontekst("lena")):
        vedtak = klagen.klage().vedtak_id
    sen = ny_klage(klagen.saken, vedtak, mottatt=sporringer.idag())
    sen.formkrav(unntak=Fristunntak.INGEN, unntak_begrunnelse="Ingenting hindret ham.")
    return sen


def uten_saksbehandler(klagen: Klagen) -> None:
    with som(klagen.folk.kontekst("lena")):
        Klage.objects.update(saksbehandler=None)


TILSTANDER: dict[str, Callable[[Klagen], Klagen | None]] = {
    "ny": lambda klagen: klagen,
    "for sent": for_sent,
    "uten saksbehandler": uten_saksbehandler,
    "kan rettes": kan_rettes,
    "har frist til å rette": har_rettefrist,
    "klar": lambda klagen: klagen.gjor_klar(),
    "til beslutning": lambda klagen: klagen.send(),
    "under omgjøring": omgjores,
    "omgjøringen henlagt": henlagt,
    "oversendt": oversendt,
    "trukket": trukket,
}

GJOR: dict[Handling, tuple[Any, ...]] = {
    Handling.KLAGE_FORMKRAV: (h.vurder_formkrav, h.Formkravsvar(True, True, True, Underretning.UKJENT)),
    Handling.KLAGE_TILLEGG: (h.registrer_tillegg, IDAG, "Mer å si."),
    Handling.KLAGE_UTKAST: (h.lagre_klageutkast, UTKAST),
    Handling.KLAGE_SEND: (h.send_klage,),
    Handling.KLAGE_ANGRE: (h.angre_klage,),
    Handling.KLAGE_RETURNER: (h.returner_klage, RETUR),
    Handling.KLAGE_OVERSEND: (h.oversend,),
    Handling.KLAGE_OMGJOR: (h.omgjor, Omgjoringsarsak.NYTT),
    Handling.KLAGE_AVVIS: (h.avvis,),
    Handling.KLAGE_OVERTA: (h.overta_klage,),
    Handling.KLAGE_TREKK: (h.trekk_klage, IDAG + timedelta(days=30)),
}


class Angre(Exception):
    """Takes back what was tried."""


def provd(klagen: Klagen, tilstand: Klagetilstand, handling: Handling, hvem: Kontekst) -> str:
    """What comes of trying: empty when it worked, else why not. It is taken back."""
    svar = ""
    gjor, *mer = GJOR.get(handling) or (h.tildel_klage, klagen.folk["viggo"].ansatt_id)
    with suppress(Angre), transaction.atomic():
        try:
            with som(hvem):
                gjor(hvem, klagen.klage_id, h.Innsending(tilstand.versjon, h.ny_nokkel()), *mer)
        except (h.Stengt, Klage.DoesNotExist) as feil:
            svar = str(feil) or "stengt"
        raise Angre
    return svar


def ser(klagen: Klagen, hvem: Kontekst) -> bool:
    """The port does not know who sees what: nobody gets so far as to it with what they do not see."""
    with som(hvem):
        return klagesporringer.klager(hvem).filter(pk=klagen.klage_id).exists()


@pytest.mark.parametrize("navn", TILSTANDER)
def test_porten_og_handlingen_er_enige_for_alle(folk: Besetning, navn: str) -> None:
    klagen = lag_klage(folk)
    uenige = []
    with om_dager(30) as dag:
        klagen = TILSTANDER[navn](klagen) or klagen
        tilstand = klagen.tilstand()
        for person in ALLE:
            hvem = kontekst(folk, person)
            sett = ser(klagen, hvem)
            for handling in HANDLINGER:
                svar = provd(klagen, tilstand, handling, hvem)
                apen = sett and port(handling, tilstand, hvem, dag).apen
                if apen == bool(svar):
                    uenige.append((person, handling.value, apen, svar))
    assert uenige == []


def test_hver_handling_er_apen_for_noen_en_gang(folk: Besetning) -> None:
    apne = set()
    for nr, gjor in enumerate(TILSTANDER.values()):
        klagen = lag_klage(folk, f"prove {nr}")
        with om_dager(30) as dag:
            tilstand = (gjor(klagen) or klagen).tilstand()
        apne |= {ett for person in ALLE for ett in HANDLINGER if port(ett, tilstand, kontekst(folk, person), dag).apen}
    assert apne == set(HANDLINGER)


def test_ingen_andre_kontorer_ser_klagen(folk: Besetning) -> None:
    klagen = lag_klage(folk)
    assert [navn for navn in ALLE if ser(klagen, kontekst(folk, navn)) and navn in FREMMEDE] == []
    assert ser(klagen, folk.kontekst("bjorg"))
