"""A whole country in the database: made by a screening of made-up people, dealt out to the offices, and copied in."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

import psycopg
from django.utils import timezone

from skreddersom.apper.kandidat.handlinger.kontortall import tell_kontoret
from skreddersom.apper.kandidat.handlinger.lagring import funnet_i
from skreddersom.benk.nett import saker
from skreddersom.benk.nett.kontorer import lag_kontorer
from skreddersom.benk.nett.kopi import kopier
from skreddersom.benk.nett.saksrader import lag_saker
from skreddersom.benk.testfil import hent
from skreddersom.kjerne.kostra.les import les_poster
from skreddersom.kjerne.kostra.linjer import tolk
from skreddersom.kjerne.screening.screening import screen
from skreddersom.plattform.logg import kjede
from skreddersom.plattform.logg.models import Hode, Rad
from skreddersom.plattform.tilgang.kontekst import Kontekst, som
from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Kontorkommune, Stilling
from skreddersom.plattform.tilgang.roller import Enhetsslag, Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from django.db.models import Model

    from skreddersom.apper.kandidat.handlinger.lagring import Funnet
    from skreddersom.benk.nett.kontorer import Kontoret
    from skreddersom.benk.nett.omfang import Omfang

RADER: Final = ("filer", "gjennomganger", "personer", "vurderinger", "kandidater", "utfall", "skjermet", "inhabile")


def fyll(administrator: str, omfang: Omfang, meld: Callable[[str], None]) -> list[Kontoret]:
    """Make the country in an empty, migrated database. ``administrator`` is a superuser's address, for COPY. Raises ``Brukerfeil``."""
    tilfeldig = Random(omfang.fro)  # noqa: S311 – made-up people, the same every time
    kontorer = lag_kontorer(omfang, tilfeldig)
    funnet = _screen(omfang.personer, meld)
    tilfeldig.shuffle(funnet)
    meld("Deler ut personer til kontorene")
    kontorets = list(_saker(kontorer, funnet, tilfeldig))
    meld(f"Legger {omfang.personer} personer i databasen")
    with psycopg.connect(administrator) as kobling:
        # As a restore does: what is copied is whole, and need not be checked or chained row by row.
        kobling.execute("set session_replication_role = replica")
        _kopier_alt(kobling, kontorer, kontorets)
        lag_saker(kobling, timezone.localdate())
    _tell(kontorer)
    _rydd(administrator)
    return kontorer


def _screen(personer: int, meld: Callable[[str], None]) -> list[Funnet]:
    fil = hent("11F", personer, meld)
    meld(f"Går gjennom {personer} personer")
    return list(funnet_i(screen([les_poster(tolk(fil, fil.read_bytes()))], [], saker.PER, behold=("person", "maske"))))


def _saker(kontorer: Sequence[Kontoret], funnet: list[Funnet], tilfeldig: Random) -> Iterator[saker.Kontorets]:
    fra = 0
    for kontor in kontorer:
        if kontor.slag is Enhetsslag.NAVKONTOR:
            deres = sorted(funnet[fra : fra + kontor.personer], key=lambda ett: (ett.rad["rang"] is None, ett.rad["rang"]))
            yield saker.lag_saker(kontor, deres, timezone.localdate(), tilfeldig)
            fra += kontor.personer


def _kopier_alt(kobling: psycopg.Connection, kontorer: Sequence[Kontoret], kontorets: list[saker.Kontorets]) -> None:
    kopier(kobling, (Kontor(id=ett.id, navn=ett.navn, slag=ett.slag, rekkefolge=nr) for nr, ett in enumerate(kontorer)))
    kopier(kobling, _kommuner(kontorer))
    kopier(kobling, _ansatte(kontorer))
    kopier(kobling, _stillinger(kontorer))
    for navn in RADER:
        kopier(kobling, saker.alle(kontorets, navn))
    kopier(kobling, _filbruk(kontorets))
    for rader in _kjeder(kontorer, kontorets):
        kopier(kobling, rader)


def _kommuner(kontorer: Sequence[Kontoret]) -> Iterator[Kontorkommune]:
    yield from (Kontorkommune(kontor_id=ett.id, kommunenr=nummer) for ett in kontorer for nummer in ett.kommuner)


def _ansatte(kontorer: Sequence[Kontoret]) -> Iterator[Ansatt]:
    for kontor in kontorer:
        for nr, ett in enumerate(kontor.tilsatte):
            hvem = f"{kontor.navn.lower().replace(' ', '-')}-{nr}"
            yield Ansatt(id=ett.ansatt, navn=f"{ett.rolle.label} {nr} {kontor.navn}", epost=f"{hvem}@nav.example", password="!")  # noqa: S106


def _stillinger(kontorer: Sequence[Kontoret]) -> Iterator[Stilling]:
    for kontor in kontorer:
        for ett in kontor.tilsatte:
            yield Stilling(id=ett.stilling, ansatt_id=ett.ansatt, kontor_id=kontor.id, rolle=ett.rolle, fra=saker.PER)


def _filbruk(kontorets: list[saker.Kontorets]) -> Iterator[Model]:
    from skreddersom.apper.kandidat.models import Gjennomgang

    bruk = Gjennomgang.filer.through
    yield from (bruk(gjennomgang_id=ett.gjennomganger[0].pk, fil_id=fil.pk) for ett in kontorets for fil in ett.filer)


def _kjeder(kontorer: Sequence[Kontoret], kontorets: list[saker.Kontorets]) -> tuple[list[Rad], list[Hode]]:
    """Each office's log, chained as the database's trigger would have done it row by row, and the end of each chain."""
    rader, hoder = [], []
    for kontor, ett in zip(kontorer, kontorets, strict=False):
        ende = kjede.start(kontor.id)
        for _, innhold in ett.logg:
            nr = ende.nr + 1
            ende = kjede.Ledd(nr, kjede.neste_hash(ende.hash, nr, innhold.encode()))
            rader.append(Rad(kontor_id=kontor.id, nr=nr, innhold=innhold, hash=ende.hash))
        hoder.append(Hode(kontor_id=kontor.id, nr=ende.nr, hash=ende.hash))
    return rader, hoder


def _tell(kontorer: Sequence[Kontoret]) -> None:
    """The numbers that are seen from outside, by the product's own counting."""
    for kontor in kontorer:
        if kontor.slag is Enhetsslag.NAVKONTOR:
            leder = kontor.i_rollen(Rolle.LEDER)[0]
            with som(Kontekst(leder.ansatt, kontor.id, Rolle.LEDER)) as kontekst:
                tell_kontoret(kontekst)


def _rydd(administrator: str) -> None:
    """What the database does by itself when it has had time: statistics, and pages marked as seen by all."""
    with psycopg.connect(administrator, autocommit=True) as kobling:
        kobling.execute("vacuum analyze")
        # A database that is in use has written down what came in months ago; while it does, everybody waits for the disk.
        kobling.execute("checkpoint")
