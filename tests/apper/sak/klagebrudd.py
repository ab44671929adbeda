"""How to break each rule that the database holds for complaints. Written straight into the tables, past the domain."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from apper.sak.saken import IDAG, MOTTATT
from skreddersom.apper.sak.models import (
    Behandling,
    Formkrav,
    Klage,
    Klageretur,
    Klagetillegg,
    Oversendelse,
    Utlevering,
    Vedtak,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from apper.sak.saken import Saken

KLAGE: dict[str, Any] = {"mottatt": IDAG, "maate": "papir", "innhold": "Jeg er uenig.", "klager": "parten"}
FORMKRAV: dict[str, Any] = {"nr": 1, "part": True, "konkret": True, "underskrevet": True, "i_tide": True, "underretning": "ukjent"}
PAPIR: dict[str, Any] = FORMKRAV | {"underretning": "papir", "framkommet": IDAG, "frist": IDAG}
FOR_SENT: dict[str, Any] = PAPIR | {"i_tide": False}
OVERSENDT: dict[str, Any] = {"dato": IDAG, "vurdering": "Fordi.", "brev_sha256": "0" * 64}


def ny(saken: Saken, modell: Any, av: str = "vilde", **felt: Any) -> Any:
    """A row written straight into the table, by ``av``."""
    stilling = saken.folk[av]
    felles = {"kontor_id": stilling.kontor_id, "person_id": saken.person_id, "av_id": stilling.ansatt_id}
    return modell.objects.create(**felles | felt)


def vedtaket(saken: Saken) -> Any:
    """The decision that is complained of, made by Bjørg."""
    funnet = Vedtak.objects.filter(behandling_id=saken.behandling_id).first()
    if funnet is not None:
        return funnet
    from apper.sak.test_databasen import vedtak

    return vedtak(saken)


def klage(saken: Saken, **felt: Any) -> Any:
    verdier = KLAGE | {"saksbehandler_id": saken.folk["vilde"].ansatt_id} | felt
    return ny(saken, Klage, sak_id=saken.sak_id, vedtak=vedtaket(saken), **verdier)


def endret(saken: Saken, **felt: Any) -> Any:
    ett = klage(saken)
    Klage.objects.filter(pk=ett.pk).update(**felt)
    return ett


def formkrav(saken: Saken, **felt: Any) -> Any:
    return ny(saken, Formkrav, klage=klage(saken), **FORMKRAV | felt)


def oversendelse(saken: Saken, av: str = "lena", klagen: Any = None, **felt: Any) -> Any:
    ett = klagen or endret(saken, status="til_beslutning")
    verdier = OVERSENDT | {"forberedt_av_id": saken.folk["vilde"].ansatt_id, "brev": uuid4()} | felt
    return ny(saken, Oversendelse, av, klage=ett, **verdier)


def behandling(saken: Saken, slag: str = "omgjoring") -> Any:
    felt = {"kontor_id": saken.folk["lena"].kontor_id, "person_id": saken.person_id, "sak_id": saken.sak_id}
    return Behandling.objects.create(**felt, slag=slag, gjelder=vedtaket(saken), apnet=IDAG)


def i_behandling(saken: Saken) -> Any:
    return endret(saken, status="i_behandling", behandling=behandling(saken))


def alt_om_klagen(saken: Saken) -> None:
    """A row in every table about complaints."""
    ny(saken, Formkrav, klage=klage(saken), **FORMKRAV)
    ny(saken, Klagetillegg, klage=klage(saken), dato=IDAG, tekst="Mer.")
    ny(saken, Klageretur, klage=klage(saken), arsaker=["skrivefeil"])
    oversendelse(saken)
    ny(saken, Utlevering, sak_id=saken.sak_id, dato=IDAG, antall=1, sha256="0" * 64)


def oppdater(ett: Any, **felt: Any) -> int:
    return Klage.objects.filter(pk=ett.pk).update(**felt)


KLAGEBRUDD: dict[str, Callable[[Saken], object]] = {
    "klage_har_innhold": lambda s: klage(s, innhold=""),
    "klage_har_navn": lambda s: klage(s, klager="fullmektig"),
    "klage_trukket_etter_mottatt": lambda s: endret(s, status="trukket", trukket=MOTTATT),
    "klage_trukket_har_dag": lambda s: endret(s, status="trukket"),
    "klage_i_behandling": lambda s: endret(s, status="i_behandling"),
    "klage_har_hvem": lambda s: endret(s, status="til_beslutning", saksbehandler_id=None),
    "klage_arsak_annet": lambda s: klage(s, arsak="annet"),
    "klage_arsak_i_lista": lambda s: klage(s, arsak="budsjett"),
    "klage_ferdig": lambda s: oppdater(endret(s, status="trukket", trukket=IDAG), vurdering="mer"),
    "klage_overgang": lambda s: oppdater(endret(s, status="til_beslutning"), status="i_behandling", behandling=behandling(s)),
    "klage_venter_paa_behandling": lambda s: oppdater(i_behandling(s), status="trukket", trukket=IDAG),
    "klage_uten_oversendelse": lambda s: oppdater(endret(s, status="til_beslutning"), status="oversendt"),
    "formkrav_nr": lambda s: [ny(s, Formkrav, klage=Klage.objects.first() or klage(s), **FORMKRAV) for _ in range(2)],
    "formkrav_begrunnet": lambda s: formkrav(s, konkret=False),
    "formkrav_rettefrist": lambda s: formkrav(s, rettefrist=IDAG),
    "formkrav_underretning": lambda s: formkrav(s, underretning="papir", frist=IDAG),
    "formkrav_frist": lambda s: formkrav(s, **PAPIR | {"frist": None}),
    "formkrav_unntak": lambda s: formkrav(s, **FOR_SENT),
    "formkrav_unntak_begrunnet": lambda s: formkrav(s, **FOR_SENT | {"unntak": "ingen"}),
    "klagetillegg_har_tekst": lambda s: ny(s, Klagetillegg, klage=klage(s), dato=IDAG, tekst=""),
    "klageretur_arsak": lambda s: ny(s, Klageretur, klage=klage(s), arsaker=[]),
    "klageretur_annet": lambda s: ny(s, Klageretur, klage=klage(s), arsaker=["annet"]),
    "klageretur_liste": lambda s: ny(s, Klageretur, klage=klage(s), arsaker=["budsjett"]),
    "oversendelse_fire_oyne": lambda s: oversendelse(s, "vilde"),
    "oversendelse_begrunnet": lambda s: oversendelse(s, vurdering=""),
    "oversendelse_ikke_sendt": lambda s: oversendelse(s, klagen=klage(s)),
    "oversendelse_av_annen": lambda s: oversendelse(s, "bjorg"),
    "utlevering_har_fil": lambda s: ny(s, Utlevering, sak_id=s.sak_id, dato=IDAG, antall=1, sha256=""),
    "bare_felt": lambda s: endret(s, mottatt=IDAG - timedelta(days=1)),
}
"""Name of a rule → how to break it."""
