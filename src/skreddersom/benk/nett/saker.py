"""The persons of an office and what has happened with them: from a screening of made-up people to the rows a year of work leaves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.kandidat.models import (
    Fil,
    Filslag,
    Filstatus,
    Gjennomgang,
    Kanal,
    Kandidat,
    Person,
    Utfall,
    Utfallsslag,
    Vurdering,
)
from skreddersom.benk.nett.kontorer import ny_id
from skreddersom.demo.folk import navn_til
from skreddersom.plattform.logg.dagbok import Formal, Handling
from skreddersom.plattform.logg.kjede import tekst
from skreddersom.plattform.tilgang.models import Inhabil, Skjerming
from skreddersom.plattform.tilgang.roller import Gradering, Rolle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random
    from uuid import UUID

    from skreddersom.apper.kandidat.handlinger.lagring import Funnet
    from skreddersom.benk.nett.kontorer import Kontoret, Tilsatt

Slag = Utfallsslag
PER: Final = date(2026, 6, 30)
SIDEN: Final = 80
"""Days since the review was held, and in which the outcomes have come."""

FORLOP: Final[tuple[tuple[int, tuple[Slag, ...]], ...]] = (
    (35, ()),
    (25, (Slag.INFORMERT,)),
    (13, (Slag.INFORMERT, Slag.TILBUDT)),
    (7, (Slag.INFORMERT, Slag.TILBUDT, Slag.SOKNAD)),
    (8, (Slag.INFORMERT, Slag.TAKKET_NEI)),
    (8, (Slag.IKKE_I_MALGRUPPEN,)),
    (4, (Slag.I_PROGRAM,)),
)
"""How many of a hundred candidates, and what has happened with them."""
UTEN_VEILEDER: Final = 0.2
SKJERMET: Final = 0.004
INHABIL: Final = 0.002


@dataclass(frozen=True, slots=True)
class Kontorets:
    """Every row of one office, by the order in which they can stand in the database."""

    filer: list[Fil] = field(default_factory=list)
    gjennomganger: list[Gjennomgang] = field(default_factory=list)
    personer: list[Person] = field(default_factory=list)
    vurderinger: list[Vurdering] = field(default_factory=list)
    kandidater: list[Kandidat] = field(default_factory=list)
    utfall: list[Utfall] = field(default_factory=list)
    skjermet: list[Skjerming] = field(default_factory=list)
    inhabile: list[Inhabil] = field(default_factory=list)
    logg: list[tuple[datetime, str]] = field(default_factory=list)
    """When, and the content of the row; see ``kjede``."""


def lag_saker(kontor: Kontoret, funnet: Sequence[Funnet], idag: date, tilfeldig: Random) -> Kontorets:
    """Everything of ``kontor``, from the persons that were ``funnet`` in its file, in the order of the list."""
    return _Kontorbok(kontor, idag - timedelta(days=SIDEN), tilfeldig).fyll(funnet)


class _Kontorbok:
    """An office under work."""

    def __init__(self, kontor: Kontoret, holdt: date, tilfeldig: Random) -> None:
        self.kontor = kontor
        self.holdt = holdt
        self.tilfeldig = tilfeldig
        self.veiledere = kontor.i_rollen(Rolle.VEILEDER)
        self.leder = kontor.i_rollen(Rolle.LEDER)[0]
        self.rader = Kontorets()

    def fyll(self, funnet: Sequence[Funnet]) -> Kontorets:
        gjennomgang = self._gjennomgang(len(funnet))
        rang = 0
        for ett in funnet:
            person = self._person(ett)
            rang += ett.rad["rang"] is not None
            vurdering = self._vurdering(gjennomgang, person, ett, rang if ett.rad["rang"] is not None else None)
            if vurdering.rang is not None:
                self._kandidat(person, vurdering)
        self.rader.logg.sort()
        return self.rader

    def _gjennomgang(self, linjer: int) -> Gjennomgang:
        for slag, antall in ((Filslag.F11, linjer), (Filslag.CF11, linjer // 15)):
            self.rader.filer.append(self._fil(slag, antall))
        naar = _klokka(self.holdt, 9)
        ny = Gjennomgang(id=self._id(), kontor_id=self.kontor.id, per=PER, dato=self.holdt, startet_av_id=self.leder.ansatt)
        ny.status, ny.framdrift, ny.startet, ny.ferdig = Gjennomgang.Status.FERDIG, 100, naar, naar
        ny.kommuner, ny.aar = [self.kontor.kommunenr], [PER.year]
        self.rader.gjennomganger.append(ny)
        return ny

    def _fil(self, slag: Filslag, linjer: int) -> Fil:
        navn = f"{slag}_{self.kontor.kommunenr}_{PER.year}.dat"
        fil = Fil(id=self._id(), kontor_id=self.kontor.id, navn=navn, slag=slag, aar=PER.year, kommunenr=self.kontor.kommunenr)
        fil.sha256, fil.storrelse, fil.linjer = f"{self.tilfeldig.getrandbits(256):064x}", linjer * 339, linjer
        fil.status, fil.framdrift, fil.lastet_opp_av_id, fil.tid = Filstatus.KLAR, 100, self.leder.ansatt, _klokka(self.holdt, 8)
        return fil

    def _person(self, ett: Funnet) -> Person:
        felles: dict[str, Any] = {"kontor_id": self.kontor.id, "fnr": ett.fnr, "fodselsdato": ett.fodselsdato}
        person = Person(id=self._id(), nokkel=ett.nokkel, navn=navn_til(ett.nokkel), **felles)
        self.rader.personer.append(person)
        self._vern(person)
        return person

    def _vern(self, person: Person) -> None:
        if self.tilfeldig.random() < SKJERMET:
            gradering = self.tilfeldig.choice([Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG, Gradering.SKJERMET])
            self.rader.skjermet.append(Skjerming(kontor_id=self.kontor.id, person_id=person.pk, gradering=gradering))
        elif self.tilfeldig.random() < INHABIL:
            ansatt = self.tilfeldig.choice(self.kontor.tilsatte).ansatt
            self.rader.inhabile.append(Inhabil(kontor_id=self.kontor.id, ansatt_id=ansatt, person_id=person.pk, grunn="slekt"))

    def _vurdering(self, gjennomgang: Gjennomgang, person: Person, ett: Funnet, rang: int | None) -> Vurdering:
        fakta = {**ett.rad, "kommune": self.kontor.kommunenr, "rang": rang}
        like: dict[str, Any] = {navn: fakta[navn] for navn in ("alder", "maneder_siste_12", "sammenhengende_maneder")}
        vurdering = Vurdering(
            id=self._id(),
            kontor_id=self.kontor.id,
            gjennomgang_id=gjennomgang.pk,
            person_id=person.pk,
            rang=rang,
            utenfor=fakta["utenfor"] or "",
            kommunenr=self.kontor.kommunenr,
            journalnr=fakta["journalnr"] or "",
            maske=ett.maske,
            fakta=fakta,
            **like,
        )
        self.rader.vurderinger.append(vurdering)
        return vurdering

    def _kandidat(self, person: Person, vurdering: Vurdering) -> None:
        veileder = None if self.tilfeldig.random() < UTEN_VEILEDER else self.tilfeldig.choice(self.veiledere)
        kandidat = Kandidat(id=self._id(), kontor_id=self.kontor.id, person_id=person.pk, siden=self.holdt, siste_vurdering_id=vurdering.pk)
        kandidat.veileder_id = veileder.ansatt if veileder else None
        kandidat.rang, kandidat.kommunenr = vurdering.rang, vurdering.kommunenr
        kandidat.funnet_i_id = vurdering.gjennomgang_id
        self.rader.kandidater.append(kandidat)
        slagene = self.tilfeldig.choices([slag for _, slag in FORLOP], [vekt for vekt, _ in FORLOP])[0]
        dager = sorted(self.tilfeldig.sample(range(1, SIDEN), len(slagene)))
        for slag, dag in zip(slagene, dager, strict=True):
            self._utfall(kandidat, slag, _klokka(self.holdt + timedelta(days=dag), 10), veileder or self.veiledere[0])

    def _utfall(self, kandidat: Kandidat, slag: Slag, tid: datetime, av: Tilsatt) -> None:
        kandidat.versjon += 1
        utfall = Utfall(id=self._id(), kontor_id=self.kontor.id, person_id=kandidat.person_id, kandidat_id=kandidat.pk, slag=slag, tid=tid)
        utfall.dato, utfall.av_id, utfall.nokkel, utfall.tekst = tid.date(), av.ansatt, self._id(), "Oppdiktet, slik som personen."
        utfall.kanal = Kanal.SAMTALE if slag == Slag.INFORMERT else ""
        utfall.vilkar = "arbeidsevne" if slag == Slag.IKKE_I_MALGRUPPEN else ""
        utfall.versjon = kandidat.versjon
        kandidat.siste_utfall_id = utfall.pk
        self.rader.utfall.append(utfall)
        self._loggfor(kandidat, Handling.LES, tid - timedelta(minutes=5), av)
        self._loggfor(kandidat, Handling.ENDRE, tid, av, slag)

    def _loggfor(self, kandidat: Kandidat, handling: Handling, tid: datetime, av: Tilsatt, detalj: str = "") -> None:
        innhold = {
            "kontor": str(self.kontor.id),
            "ansatt": str(av.ansatt),
            "rolle": av.rolle.value,
            "side": "kandidat:kandidat",
            "foresporsel": str(self._id()),
            "tid": tid.isoformat(timespec="microseconds"),
            "handling": handling.value,
            "person": str(kandidat.person_id),
            "sak": f"kandidat/{kandidat.pk}",
            "formal": Formal.OPPFOLGING.value,
            "tillatt": True,
            "detalj": detalj,
        }
        self.rader.logg.append((tid, tekst(innhold)))

    def _id(self) -> UUID:
        return ny_id(self.tilfeldig)


def alle(kontorets: Sequence[Kontorets], navn: str) -> Iterator[Any]:
    """One kind of row, of all the offices."""
    for ett in kontorets:
        yield from getattr(ett, navn)


def _klokka(dag: date, time_: int) -> datetime:
    return datetime.combine(dag, time(time_), UTC)
