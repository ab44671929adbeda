"""A complaint at Bakken: Bjørg has granted Per a programme, and Per complains. Vilde has the complaint, Lena lets it go.

Each short way acts as the one it names, on the version that is newest, with a key of its own.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from uuid import UUID, uuid4

from apper.sak.saken import IDAG, Saken, lag_sak
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.models import Klage, Maate, Underretning, Vedtak
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rollebesetning import Besetning
    from skreddersom.apper.sak.klagetilstand import Klagetilstand

OPPFYLT: dict[str, Any] = {
    "part": True,
    "konkret": True,
    "underskrevet": True,
    "underretning": Underretning.PAPIR,
    "framkommet": IDAG,
}
UTKAST = h.Klageutkast(
    anforsler="Per mener at tolv måneder er for lite.",
    vurdering="Vedtaket kan ikke gjelde mer enn ett år om gangen.",
    vedlegg=("Klagen", "Vedtaket"),
    til_adresse=("Postboks 1", "4801 Bakken"),
    kopi_adresse=("Prøveveien 2", "4801 Bakken"),
)


@dataclass
class Klagen:
    """A complaint, and the case it is in."""

    saken: Saken
    klage_id: UUID

    @property
    def folk(self) -> Besetning:
        return self.saken.folk

    def gjor(self, navn: str, handling: Any, *mer: Any) -> Any:
        """``navn`` does something with the complaint."""
        with som(self.folk.kontekst(navn)) as hvem:
            return handling(hvem, self.klage_id, self.inn(), *mer)

    def inn(self) -> h.Innsending:
        """A form opened just now. Within somebody's context."""
        return h.Innsending(Klage.objects.values_list("versjon", flat=True).get(pk=self.klage_id), uuid4())

    def klage(self) -> Klage:
        """The complaint as it stands."""
        with som(self.folk.kontekst("lena")) as lena:
            return klagesporringer.med_alt(klagesporringer.klager(lena)).get(pk=self.klage_id)

    def tilstand(self) -> Klagetilstand:
        """All that decides what may happen next."""
        with som(self.folk.kontekst("lena")):
            return klagesporringer.tilstand(self.klage(), sporringer.idag())

    def formkrav(self, **mer: Any) -> Any:
        """Vilde looks at whether it can be taken up: it can, unless ``mer`` says otherwise."""
        return self.gjor("vilde", h.vurder_formkrav, h.Formkravsvar(**OPPFYLT | mer))

    def gjor_klar(self) -> None:
        """All that the covering letter takes is in place."""
        self.formkrav()
        self.gjor("vilde", h.lagre_klageutkast, UTKAST)

    def send(self) -> None:
        """Made ready and sent to another."""
        self.gjor_klar()
        self.gjor("vilde", h.send_klage)

    def i_behandlingen(self) -> Saken:
        """The behandling where it is reversed or dismissed, with the ways of a case."""
        behandling = self.klage().behandling_id
        assert behandling is not None
        return Saken(self.folk, self.saken.sak_id, behandling, self.saken.person_id)


def innvilg(saken: Saken) -> UUID:
    """Bjørg decides; the decision's id."""
    saken.send()
    saken.gjor("bjorg", h.ta)
    vedtak: Vedtak = saken.gjor("bjorg", h.fatt_vedtak)
    return vedtak.pk


def ny_klage(saken: Saken, vedtak_id: UUID, navn: str = "vilde", **mer: Any) -> Klagen:
    """Per complains today, in a talk, and ``navn`` writes it down."""
    felt: dict[str, Any] = {"mottatt": IDAG, "maate": Maate.SAMTALE, "innhold": "Jeg trenger to år.", "endring": "Lengre periode"}
    with som(saken.folk.kontekst(navn)) as hvem:
        klage = h.registrer_klage(hvem, saken.sak_id, h.NyKlage(uuid4(), vedtak_id, **felt | mer))
    return Klagen(saken, klage.pk)


def lag_klage(folk: Besetning, nokkel: str = "prove", **mer: Any) -> Klagen:
    """Per has been granted a programme, and complains."""
    saken = lag_sak(folk, nokkel)
    return ny_klage(saken, innvilg(saken), **mer)


@contextmanager
def om_dager(dager: int) -> Iterator[date]:
    """It is so many days from now at the office."""
    dag = IDAG + timedelta(days=dager)
    with patch.object(sporringer, "idag", return_value=dag):
        yield dag
