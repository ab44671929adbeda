"""One case at Bakken for each control of theme 2, with exactly that breach in it. What the domain refuses is written straight in."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import psycopg
from django.utils import timezone

from apper.kandidat.kontorfiler import gjennomgang, last_opp
from apper.sak.klagen import lag_klage
from apper.sak.saken import IDAG, Saken, lag_sak, person, soknad
from apper.sak.test_databasen import ny, vedtak, vurdering
from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.kandidat.sporringer import kandidater
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Aev, Barn, Behandling, Faktum, Maate
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from rollebesetning import Besetning


class Brudd(Protocol):
    """Makes a case with a breach in it, about somebody of their own."""

    def __call__(self, folk: Besetning, nokkel: str = "prove", /) -> Saken:
        """The case."""


OKONOMI = "Kommunen har ikke penger til flere i programmet i år."
AVSLAG: dict[str, Any] = {"utfall": "avslatt", "fra": None, "til": None, "start": None, "timer_uke": None}


def vedtatt(saken: Saken, av: str = "bjorg", **felt: Any) -> Saken:
    """The case is decided, by rows and not by the domain."""
    with som(saken.folk.kontekst("lena")):
        vedtak(saken, av, **felt)
        Behandling.objects.filter(pk=saken.behandling_id).update(status="vedtatt")
    return saken


@contextmanager
def uten_vern(administrator: str, database: str) -> Iterator[None]:
    """The database does not hold four eyes and one year, as in one that was filled by others. What was put in meanwhile may stay."""
    regler = ("vedtak_hoyst_ett_aar", "vedtak_fire_oyne")
    with psycopg.connect(administrator, dbname=database, autocommit=True) as eier:
        sok = "select conname, pg_get_constraintdef(oid) from pg_constraint where conname = any(%s)"
        slik = eier.execute(sok, [list(regler)]).fetchall()
        assert len(slik) == len(regler)
        eier.execute("alter table sak_vedtak drop constraint vedtak_hoyst_ett_aar, drop constraint vedtak_fire_oyne")
        eier.execute("alter table sak_vedtak disable trigger sak_fire_oyne")
        yield
        eier.execute("alter table sak_vedtak enable trigger sak_fire_oyne")
        for navn, regel in slik:
            eier.execute(f"alter table sak_vedtak add constraint {navn} {regel} not valid")


@contextmanager
def om(dager: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So many days from now."""
    ekte = timezone.localdate

    def dag(verdi: Any = None, sone: Any = None) -> date:
        return ekte(verdi, sone) if verdi else IDAG + timedelta(days=dager)

    with monkeypatch.context() as endret:
        endret.setattr(timezone, "localdate", dag)
        yield


def utredet(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Per has applied, the arbeidsevnevurdering is done, and there are no children."""
    saken = lag_sak(folk, nokkel)
    with som(folk.kontekst("vilde")):
        ny(saken, Aev, nr=1, utfort=IDAG)
        ny(saken, Barn, nr=1, dato=IDAG, antall=0)
    return saken


def vurdert(saken: Saken, vilkar: str, faktum: str, verdi: bool, kilde: str = "legen", **felt: Any) -> None:
    """Vilde has answered one condition from one fact."""
    with som(saken.folk.kontekst("vilde")):
        rad = ny(saken, Faktum, navn=faktum, nr=1, verdi=verdi, kilde=kilde, dato=IDAG)
        vurdering(saken, vilkar=vilkar, fakta={faktum: str(rad.pk)}, **felt)


def sokt_for(dager: int, **mer: Any) -> Brudd:
    """Per applied so many days ago."""

    def gjor(folk: Besetning, nokkel: str = "prove") -> Saken:
        hvem = person(folk, nokkel=nokkel)
        tatt = soknad(folk, hvem, mottatt=IDAG - timedelta(days=dager))
        with som(folk.kontekst("vilde")):
            saken = Saken(folk, tatt.sak_id, tatt.behandling.pk, hvem.pk)
        for handling, data in mer.items():
            saken.gjor("vilde", getattr(handlinger, handling), data)
        return saken

    return gjor


def alle_ja(folk: Besetning, nokkel: str = "prove") -> Saken:
    """All conditions are met, and nothing has been decided."""
    saken = lag_sak(folk, nokkel)
    saken.vurder_alle()
    saken.gjor("vilde", handlinger.registrer_forelopig_svar, IDAG)
    return saken


def ulovlig_avslag(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Refused on a lawful ground, but for another reason."""
    saken = utredet(folk, nokkel)
    vurdert(saken, "arbeidsevne", "nedsatt_arbeidsevne", verdi=False, svar="NEI", grunn="ikke_vesentlig_nedsatt")
    return vedtatt(saken, **AVSLAG, begrunnelse=OKONOMI)


def uten_aev(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Granted without an arbeidsevnevurdering."""
    saken = lag_sak(folk, nokkel)
    with som(folk.kontekst("vilde")):
        ny(saken, Barn, nr=1, dato=IDAG, antall=0)
    return vedtatt(saken)


def uten_kilde(folk: Besetning, nokkel: str = "prove") -> Saken:
    """A condition is answered from something that nobody says where is from."""
    saken = utredet(folk, nokkel)
    vurdert(saken, "opphold", "lovlig_opphold", verdi=True, kilde=" ")
    return saken


def barn_i_fila(folk: Besetning, _nokkel: str = "prove") -> Saken:
    """11F tells of children, nobody has written of them in the case, and it is decided."""
    with som(folk.kontekst("vilde")) as vilde:
        if not Kandidat.objects.exists():
            last_opp(vilde)
            gjennomgang(vilde)
        hvem = kandidater(vilde).filter(siste_vurdering__fakta__barn__gt=0, siste_utfall=None).order_by("rang")[0].person
        tatt = handlinger.registrer_soknad(vilde, handlinger.NySoknad(uuid4(), IDAG, Maate.PAPIR, hvem.pk))
        saken = Saken(folk, tatt.sak_id, tatt.behandling.pk, hvem.pk)
        ny(saken, Aev, nr=1, utfort=IDAG)
    return vedtatt(saken)


def over_ett_aar(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Granted for more than a year."""
    return vedtatt(utredet(folk, nokkel), til=IDAG + timedelta(days=400))


def eget_arbeid(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Vilde has decided what she prepared."""
    return vedtatt(utredet(folk, nokkel), "vilde")


def klage_ligger(folk: Besetning, nokkel: str = "prove") -> Saken:
    """Per has complained, and nobody has answered."""
    return lag_klage(folk, nokkel).saken


BRUDD: dict[str, Brudd] = {
    "201": alle_ja,
    "202": ulovlig_avslag,
    "203": uten_aev,
    "204": sokt_for(40),
    "205": sokt_for(200, registrer_forelopig_svar=IDAG),
    "206": uten_kilde,
    "207": barn_i_fila,
    "208": over_ett_aar,
    "209": eget_arbeid,
    "210": klage_ligger,
}
"""Control → the case with that breach."""
SENERE = {"201": 15, "210": 31}
"""Days that must pass before it is a breach."""
