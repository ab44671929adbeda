"""Outcomes: what happened with a candidate, added and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.handlinger.kontortall import tell_kontoret
from skreddersom.apper.kandidat.models import AVGJORT, Kanal, Kandidat, Utfall, Utfallsslag
from skreddersom.apper.kandidat.port import Port, kan_angre, kan_registrere
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.kontekst import Kontekst

LENGSTE_TEKST: Final = 4000
AV_SAKEN: Final = frozenset({Utfallsslag.SOKNAD, *AVGJORT})
"""Outcomes that only a case can bring: an application that has no case would never be decided, and only a decision settles one."""


class Stengt(Brukerfeil):
    """The outcome cannot be registered now; the sentence says why."""


class EndretAvAndre(Exception):
    """Somebody has changed the candidate since the form was opened."""


@dataclass(frozen=True, slots=True)
class Registrering:
    """What somebody has written in the form. ``nokkel`` belongs to the form, ``versjon`` to the candidate it was opened on."""

    slag: Utfallsslag
    dato: date
    versjon: int
    nokkel: UUID
    kanal: Kanal | None = None
    vilkar: str = ""
    tekst: str = ""


def registrer_utfall(kontekst: Kontekst, kandidat_id: UUID, ny: Registrering) -> Utfall:
    """Add the outcome. The same form twice is one outcome, and the same answer.

    Raises ``Kandidat.DoesNotExist`` for one that may not be seen, ``EndretAvAndre`` when the version is not the newest, ``Stengt`` or
    ``Brukerfeil`` when the outcome cannot be registered; an application is registered as a case.
    """
    if ny.slag in AV_SAKEN:
        raise Stengt(_("En søknad registreres som en sak, så den blir avgjort med vedtak. Bruk «Registrer søknad»."))
    return _registrer(kontekst, _laas(sporringer.kandidater(kontekst), kandidat_id), ny)


def utfall_av_saken(kontekst: Kontekst, kandidat_id: UUID, ny: Registrering) -> Utfall:
    """The same, also for what only a case brings, and whoever follows the candidate up.

    Only the actions of a case call it, in the transaction where the case is written.
    """
    return _registrer(kontekst, _laas(_ved_kontoret(kontekst), kandidat_id), ny)


def _registrer(kontekst: Kontekst, kandidat: Kandidat, ny: Registrering) -> Utfall:
    fra_for = Utfall.objects.filter(nokkel=ny.nokkel, kandidat=kandidat).first()
    if fra_for is not None:
        return fra_for
    if ny.versjon != kandidat.versjon:
        raise EndretAvAndre
    _krev_apen(kan_registrere(kandidat, ny.slag))
    _krev_gyldig(ny)
    return _legg_til(kontekst, kandidat, _fra(ny))


def angre_utfall(kontekst: Kontekst, kandidat_id: UUID, versjon: int, nokkel: UUID) -> Utfall:
    """Take back the last outcome, as an event of its own. Raises as ``registrer_utfall``."""
    return _angre(kontekst, _laas(sporringer.kandidater(kontekst), kandidat_id), versjon, nokkel, kan_angre)


def angre_av_saken(kontekst: Kontekst, kandidat_id: UUID, versjon: int, nokkel: UUID) -> Utfall:
    """The same, also for what a case has settled. Only the actions of a case call it, when the decision behind it falls away."""
    return _angre(kontekst, _laas(_ved_kontoret(kontekst), kandidat_id), versjon, nokkel, lambda _kandidat: Port())


def _angre(kontekst: Kontekst, kandidat: Kandidat, versjon: int, nokkel: UUID, kan: Callable[[Kandidat], Port]) -> Utfall:
    fra_for = Utfall.objects.filter(nokkel=nokkel, kandidat=kandidat).first()
    if fra_for is not None:
        return fra_for
    if versjon != kandidat.versjon:
        raise EndretAvAndre
    _krev_apen(kan(kandidat))
    angrer = Utfall(slag=Utfallsslag.ANGRET, dato=timezone.localdate(), nokkel=nokkel, angrer=kandidat.siste_utfall)
    return _legg_til(kontekst, kandidat, angrer)


def _ved_kontoret(kontekst: Kontekst) -> QuerySet[Kandidat]:
    return Kandidat.objects.filter(kontor_id=kontekst.kontor)


def _laas(synlige: QuerySet[Kandidat], kandidat_id: UUID) -> Kandidat:
    """The candidate, for us alone until the transaction ends: two forms at once come one after the other."""
    med_utfall = synlige.select_related("siste_utfall", "siste_vurdering__gjennomgang")
    return med_utfall.select_for_update(of=("self",)).get(pk=kandidat_id)


def _krev_apen(port: Port) -> None:
    if not port.apen:
        raise Stengt(" ".join(port.hindringer))


def _krev_gyldig(ny: Registrering) -> None:
    """What the form checks too, kept here for those who come without one. Raises ``Brukerfeil``."""
    if ny.dato > timezone.localdate():
        raise Brukerfeil(_("Datoen kan ikke være etter i dag. Registrer det når det har skjedd."))
    if ny.slag == Utfallsslag.INFORMERT and ny.kanal is None:
        raise Brukerfeil(_("Velg hvordan personen ble informert."))
    if ny.slag == Utfallsslag.IKKE_I_MALGRUPPEN and ny.vilkar not in {vilkar.id for vilkar in versjon_paa(ny.dato).grunner_for_nei}:
        raise Brukerfeil(_("Velg hvilket vilkår i § 29 som ikke er oppfylt. Andre grunner er ikke lovlige."))
    if ny.slag in (Utfallsslag.IKKE_I_MALGRUPPEN, Utfallsslag.TAKKET_NEI) and not ny.tekst.strip():
        raise Brukerfeil(_("Skriv grunnen."))


def _fra(ny: Registrering) -> Utfall:
    """The outcome, with the fields that belong to its kind and no others."""
    kanal = ny.kanal.value if ny.kanal and ny.slag == Utfallsslag.INFORMERT else ""
    vilkar = ny.vilkar if ny.slag == Utfallsslag.IKKE_I_MALGRUPPEN else ""
    return Utfall(slag=ny.slag, dato=ny.dato, nokkel=ny.nokkel, kanal=kanal, vilkar=vilkar, tekst=ny.tekst.strip()[:LENGSTE_TEKST])


def _legg_til(kontekst: Kontekst, kandidat: Kandidat, utfall: Utfall) -> Utfall:
    utfall.kontor_id, utfall.av_id = kontekst.kontor, kontekst.ansatt
    utfall.kandidat, utfall.person_id = kandidat, kandidat.person_id
    kandidat.versjon += 1
    utfall.versjon = kandidat.versjon
    utfall.save(force_insert=True)
    kandidat.siste_utfall = _gjeldende(kandidat) if utfall.angrer_id else utfall
    kandidat.save(update_fields=["siste_utfall", "versjon"])
    notat = Notat(Handling.ENDRE, kandidat.person_id, f"kandidat/{kandidat.pk}", Formal.OPPFOLGING, detalj=utfall.slag)
    tell_kontoret(kontekst)
    skriv(kontekst, [notat])
    return utfall


def _gjeldende(kandidat: Kandidat) -> Utfall | None:
    """The last outcome that has not been taken back."""
    staar = kandidat.utfall.exclude(slag=Utfallsslag.ANGRET).filter(angret_av=None)
    return staar.order_by("-tid").first()


def ny_nokkel() -> UUID:
    """A key for a form that is about to be shown."""
    return uuid4()
