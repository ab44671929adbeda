"""What happens in the case is told to the candidate, by the candidates' own actions, in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.handlinger import angre_utfall, utfall_av_saken
from skreddersom.apper.kandidat.handlinger.utfall import EndretAvAndre, Registrering
from skreddersom.apper.kandidat.models import Kandidat, Utfallsslag
from skreddersom.apper.kandidat.port import kan_registrere
from skreddersom.apper.sak.handlinger.felles import Konflikt
from skreddersom.apper.sak.models import Utfall
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.models import Vedtak
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def har_sokt(kontekst: Kontekst, kandidat: Kandidat, mottatt: date, nokkel: UUID, versjon: int | None) -> None:
    """«Søknad mottatt», unless it stands there already. ``versjon`` is that of the candidate the form was opened on, if it was.

    Raises ``Konflikt`` when the candidate has been changed since, ``Brukerfeil`` when somebody else follows them up.
    """
    if not kan_registrere(kandidat, Utfallsslag.SOKNAD).apen:
        return
    if not sporringer.kandidater(kontekst).filter(pk=kandidat.pk).exists():
        raise Brukerfeil(_("En annen veileder følger opp personen. Be den veilederen eller lederen registrere søknaden."))
    utfall = Registrering(Utfallsslag.SOKNAD, mottatt, kandidat.versjon if versjon is None else versjon, _av(nokkel))
    try:
        utfall_av_saken(kontekst, kandidat.pk, utfall)
    except EndretAvAndre as feil:
        raise Konflikt from feil


def er_avgjort(kontekst: Kontekst, vedtak: Vedtak) -> None:
    """«I program» when a programme is granted, with from when; taken back when an omgjøring takes the grant away."""
    kandidat = _laas(vedtak)
    if kandidat is None:
        return
    if vedtak.utfall == Utfall.INNVILGET:
        _er_i_program(kontekst, kandidat, vedtak)
    elif vedtak.utfall in (Utfall.AVSLATT, Utfall.OPPHEVET) and vedtak.behandling.gjelder is not None:
        _er_ikke_i_program(kontekst, kandidat, vedtak, vedtak.behandling.gjelder)


def _laas(vedtak: Vedtak) -> Kandidat | None:
    """The candidate, for us alone: its version is the newest until we are done."""
    alle = Kandidat.objects.filter(person_id=vedtak.person_id).select_related("siste_utfall", "siste_vurdering__gjennomgang")
    return alle.select_for_update(of=("self",)).first()


def _er_i_program(kontekst: Kontekst, kandidat: Kandidat, vedtak: Vedtak) -> None:
    if not kan_registrere(kandidat, Utfallsslag.I_PROGRAM).apen:
        return
    tekst = _("Program er innvilget fra %(fra)s til og med %(til)s.") % {"fra": f"{vedtak.fra:%d.%m.%Y}", "til": f"{vedtak.til:%d.%m.%Y}"}
    utfall_av_saken(kontekst, kandidat.pk, Registrering(Utfallsslag.I_PROGRAM, vedtak.dato, kandidat.versjon, _av(vedtak.pk), tekst=tekst))


def _er_ikke_i_program(kontekst: Kontekst, kandidat: Kandidat, vedtak: Vedtak, gjelder: Vedtak) -> None:
    """Only what that very decision told, and only when nothing has happened since."""
    siste = kandidat.siste_utfall
    if siste is not None and siste.nokkel == _av(gjelder.pk):
        angre_utfall(kontekst, kandidat.pk, kandidat.versjon, _av(vedtak.pk))


def _av(nokkel: UUID) -> UUID:
    """The key of the outcome that something in the case brings: always the same."""
    return uuid5(nokkel, "kandidat")
