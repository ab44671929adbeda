"""One case at Bakken for each control of theme 2, with exactly that breach in it. What the domain refuses is written straight in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from apper.kandidat.kontorfiler import gjennomgang, last_opp
from apper.sak.saken import IDAG, Saken, lag_sak, person, soknad
from apper.sak.test_databasen import ny, vedtak, vurdering
from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.models import Aev, Barn, Behandling, Faktum, Maate
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable

    from rollebesetning import Besetning

OKONOMI = "Kommunen har ikke penger til flere i programmet i år."
AVSLAG: dict[str, Any] = {"utfall": "avslatt", "fra": None, "til": None, "start": None, "timer_uke": None}


def vedtatt(saken: Saken, av: str = "bjorg", **felt: Any) -> Saken:
    """The case is decided, by rows and not by the domain."""
    with som(saken.folk.kontekst("lena")):
        vedtak(saken, av, **felt)
        Behandling.objects.filter(pk=saken.behandling_id).update(status="vedtatt")
    return saken


def utredet(folk: Besetning) -> Saken:
    """Per has applied, the arbeidsevnevurdering is done, and there are no children."""
    saken = lag_sak(folk)
    with som(folk.kontekst("vilde")):
        ny(saken, Aev, nr=1, utfort=IDAG)
        ny(saken, Barn, nr=1, dato=IDAG, antall=0)
    return saken


def vurdert(saken: Saken, vilkar: str, faktum: str, verdi: bool, kilde: str = "legen", **felt: Any) -> None:
    """Vilde has answered one condition from one fact."""
    with som(saken.folk.kontekst("vilde")):
        rad = ny(saken, Faktum, navn=faktum, nr=1, verdi=verdi, kilde=kilde, dato=IDAG)
        vurdering(saken, vilkar=vilkar, fakta={faktum: str(rad.pk)}, **felt)


def sokt_for(dager: int, *, nokkel: str = "prove", **mer: Any) -> Callable[[Besetning], Saken]:
    """Per applied so many days ago."""

    def gjor(folk: Besetning) -> Saken:
        hvem = person(folk, nokkel=nokkel)
        tatt = soknad(folk, hvem, mottatt=IDAG - timedelta(days=dager))
        with som(folk.kontekst("vilde")):
            saken = Saken(folk, tatt.sak_id, tatt.behandling.pk, hvem.pk)
        for handling, data in mer.items():
            saken.gjor("vilde", getattr(handlinger, handling), data)
        return saken

    return gjor


def alle_ja(folk: Besetning) -> Saken:
    """All conditions are met, and nothing has been decided."""
    saken = lag_sak(folk)
    saken.vurder_alle()
    saken.gjor("vilde", handlinger.registrer_forelopig_svar, IDAG)
    return saken


def ulovlig_avslag(folk: Besetning) -> Saken:
    """Refused on a lawful ground, but for another reason."""
    saken = utredet(folk)
    vurdert(saken, "arbeidsevne", "nedsatt_arbeidsevne", verdi=False, svar="NEI", grunn="ikke_vesentlig_nedsatt")
    return vedtatt(saken, **AVSLAG, begrunnelse=OKONOMI)


def uten_aev(folk: Besetning) -> Saken:
    """Granted without an arbeidsevnevurdering."""
    saken = lag_sak(folk)
    with som(folk.kontekst("vilde")):
        ny(saken, Barn, nr=1, dato=IDAG, antall=0)
    return vedtatt(saken)


def uten_kilde(folk: Besetning) -> Saken:
    """A condition is answered from something that nobody says where is from."""
    saken = utredet(folk)
    vurdert(saken, "opphold", "lovlig_opphold", verdi=True, kilde=" ")
    return saken


def barn_i_fila(folk: Besetning) -> Saken:
    """11F tells of children, nobody has written of them in the case, and it is decided."""
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde)
        hvem = Kandidat.objects.filter(siste_vurdering__fakta__barn__gt=0).order_by("rang")[0].person
        tatt = handlinger.registrer_soknad(vilde, handlinger.NySoknad(uuid4(), IDAG, Maate.PAPIR, hvem.pk))
        saken = Saken(folk, tatt.sak_id, tatt.behandling.pk, hvem.pk)
        ny(saken, Aev, nr=1, utfort=IDAG)
    return vedtatt(saken)


def over_ett_aar(folk: Besetning) -> Saken:
    """Granted for more than a year."""
    return vedtatt(utredet(folk), til=IDAG + timedelta(days=400))


def eget_arbeid(folk: Besetning) -> Saken:
    """Vilde has decided what she prepared."""
    return vedtatt(utredet(folk), "vilde")


BRUDD: dict[str, Callable[[Besetning], Saken]] = {
    "201": alle_ja,
    "202": ulovlig_avslag,
    "203": uten_aev,
    "204": sokt_for(40),
    "205": sokt_for(200, registrer_forelopig_svar=IDAG),
    "206": uten_kilde,
    "207": barn_i_fila,
    "208": over_ett_aar,
    "209": eget_arbeid,
}
"""Control → the case with that breach. There are no complaints to keep yet, so 210 is not here."""
