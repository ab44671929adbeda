"""What has happened at the demo's offices before one opens it: who follows up whom, and what came out of it. All made up."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from skreddersom.apper.kandidat import handlinger, sporringer
from skreddersom.apper.kandidat.handlinger.utfall import Registrering, ny_nokkel
from skreddersom.apper.kandidat.models import Kanal, Utfallsslag
from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.models import Stilling
    from skreddersom.plattform.tilgang.roller import Rolle

FORDELT: Final = 0.6
"""Share of the candidates that have a veileder; the rest are still nobody's."""


class Hendelse(NamedTuple):
    """An outcome on one of the candidates, so many days after the review."""

    kandidat: int
    dager: int
    slag: Utfallsslag
    kanal: Kanal | None = None
    tekst: str = ""
    vilkar: str = ""


HENDELSER: Final = (
    Hendelse(0, 3, Utfallsslag.INFORMERT, Kanal.SAMTALE, "Samtale på kontoret om hva programmet er, og hva stønaden blir."),
    Hendelse(0, 10, Utfallsslag.TILBUDT, None, "Vil gjerne prøve, men er spent på om det går med to barn hjemme."),
    Hendelse(1, 4, Utfallsslag.INFORMERT, Kanal.SAMTALE, "Ringte og avtalte møte. Forklarte programmet i møtet."),
    Hendelse(1, 12, Utfallsslag.TILBUDT),
    Hendelse(2, 5, Utfallsslag.INFORMERT, Kanal.BREV, "Sendte brev om programmet med innkalling til samtale."),
    Hendelse(3, 6, Utfallsslag.INFORMERT, Kanal.SAMTALE, "Samtale med tolk."),
    Hendelse(3, 14, Utfallsslag.TILBUDT),
    Hendelse(3, 20, Utfallsslag.TAKKET_NEI, None, "«Jeg har fått deltidsjobb på lageret og vil se om den kan bli større først.»"),
    Hendelse(4, 7, Utfallsslag.INFORMERT, Kanal.GENERELL, "Fikk brosjyren i mottaket."),
    Hendelse(5, 8, Utfallsslag.IKKE_I_MALGRUPPEN, None, "Fikk innvilget arbeidsavklaringspenger i forrige måned.", "ytelser"),
    Hendelse(6, 9, Utfallsslag.INFORMERT, Kanal.MELDING, "Skrev i aktivitetsplanen og fikk svar samme dag."),
    Hendelse(7, 11, Utfallsslag.FLYTTET, None, "Flyttet til Grimstad 1. i måneden."),
    Hendelse(8, 13, Utfallsslag.INFORMERT, Kanal.SAMTALE, "Hjemmebesøk sammen med ungdomskontakten."),
)
"""In the order of the list, so that both veiledere have some of each kind."""


def saa_langt_kom(kontor: str) -> int:
    """How many of the events happened at an office: always the same for the same name, none at some."""
    return sha256(kontor.encode()).digest()[0] % len(HENDELSER)


def fortell(leder: Stilling, veiledere: Sequence[Stilling], holdt: date, antall: int) -> None:
    """Give the first candidates to ``veiledere`` in turn, and let the first ``antall`` events happen after the review of ``holdt``."""
    kontekst = okt.kontekst(leder)
    with som(kontekst):
        rekke = list(sporringer.kandidater(kontekst).order_by("rang").values_list("pk", flat=True))
        eiere = _fordel(leder, veiledere, rekke)
    for hendelse in HENDELSER[:antall]:
        if hendelse.kandidat < len(rekke):
            kandidat = rekke[hendelse.kandidat]
            _registrer(eiere[kandidat], kandidat, hendelse, holdt)


def _fordel(leder: Stilling, veiledere: Sequence[Stilling], rekke: Sequence[UUID]) -> Mapping[UUID, Stilling]:
    skal_ha = rekke[: max(int(len(rekke) * FORDELT), 1 + max(h.kandidat for h in HENDELSER))]
    for nr, veileder in enumerate(veiledere):
        handlinger.fordel(okt.kontekst(leder), skal_ha[nr :: len(veiledere)], veileder.ansatt_id)
    return {kandidat: veiledere[nr % len(veiledere)] for nr, kandidat in enumerate(skal_ha)}


def _registrer(veileder: Stilling, kandidat: UUID, hendelse: Hendelse, holdt: date) -> None:
    kontekst = okt.kontekst(veileder)
    with som(kontekst):
        versjon = sporringer.kandidater(kontekst).get(pk=kandidat).versjon
        dato = holdt + timedelta(days=hendelse.dager)
        ny = Registrering(hendelse.slag, dato, versjon, ny_nokkel(), hendelse.kanal, hendelse.vilkar, hendelse.tekst)
        handlinger.registrer_utfall(kontekst, kandidat, ny)


def ved(kontor: str, rolle: Rolle, blant: Sequence[Stilling]) -> list[Stilling]:
    """Those of ``blant`` with this role at this office."""
    return [stilling for stilling in blant if stilling.kontor.navn == kontor and stilling.rolle == rolle]
