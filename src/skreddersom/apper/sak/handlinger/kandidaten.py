"""What happens in the case is told to the candidate, by the candidates' own actions, in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from skreddersom.apper.kandidat import sporringer
from skreddersom.apper.kandidat.handlinger import angre_av_saken, utfall_av_saken
from skreddersom.apper.kandidat.handlinger.utfall import EndretAvAndre, Registrering
from skreddersom.apper.kandidat.models import Kandidat, Utfallsslag
from skreddersom.apper.kandidat.port import kan_registrere
from skreddersom.apper.sak.handlinger.felles import Konflikt
from skreddersom.apper.sak.models import Henleggelse, Slag, Utfall
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.apper.sak.models import Soknad, Vedtak
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
    """What a decision means for the candidate, as an event: granted, refused, dismissed, ended, or taken back when it is lifted.

    A refusal to extend changes nothing: the programme runs as it was granted.
    """
    kandidat = _laas(vedtak.person_id)
    if kandidat is None:
        return
    behandling = vedtak.behandling
    if behandling.slag == Slag.OMGJORING and behandling.gjelder is not None and vedtak.utfall != Utfall.INNVILGET:
        _falt_bort(kontekst, kandidat, vedtak, behandling.gjelder)
    slag = UTFALL_AV.get(Utfall(vedtak.utfall))
    if slag is None or (behandling.slag == Slag.FORLENGELSE and slag is not Utfallsslag.I_PROGRAM):
        return
    _skriv(kontekst, kandidat, Registrering(slag, vedtak.dato, kandidat.versjon, _av(vedtak.pk), tekst=_om_vedtaket(vedtak)))


UTFALL_AV: Final[Mapping[Utfall, Utfallsslag]] = {
    Utfall.INNVILGET: Utfallsslag.I_PROGRAM,
    Utfall.AVSLATT: Utfallsslag.AVSLAG,
    Utfall.AVVIST: Utfallsslag.AVVIST,
    Utfall.AVSLUTTET: Utfallsslag.AVSLUTTET,
}
"""What a decision says → what it means for the candidate; the others leave it as it was."""


def er_henlagt(kontekst: Kontekst, soknad: Soknad, grunn: Henleggelse, dato: date) -> None:
    """The application will not be decided: an event of its own, or taken back when it was registered by a mistake."""
    kandidat = _laas(soknad.person_id)
    if kandidat is None:
        return
    if grunn is Henleggelse.FEIL:
        _angre(kontekst, kandidat, _av(soknad.nokkel), soknad.pk)
    else:
        ny = Registrering(Utfallsslag.HENLAGT, dato, kandidat.versjon, _av(soknad.pk), tekst=str(grunn.label))
        _skriv(kontekst, kandidat, ny)


def _laas(person_id: UUID) -> Kandidat | None:
    """The candidate, for us alone: its version is the newest until we are done."""
    alle = Kandidat.objects.filter(person_id=person_id).select_related("siste_utfall", "siste_vurdering__gjennomgang")
    return alle.select_for_update(of=("self",)).first()


def _skriv(kontekst: Kontekst, kandidat: Kandidat, ny: Registrering) -> None:
    if kan_registrere(kandidat, ny.slag).apen:
        utfall_av_saken(kontekst, kandidat.pk, ny)


def _om_vedtaket(vedtak: Vedtak) -> str:
    felt = {"fra": f"{vedtak.fra:%d.%m.%Y}" if vedtak.fra else "", "til": f"{vedtak.til:%d.%m.%Y}" if vedtak.til else ""}
    if vedtak.utfall == Utfall.INNVILGET:
        return _("Program er innvilget fra %(fra)s til og med %(til)s.") % felt
    if vedtak.utfall == Utfall.AVSLUTTET:
        return _("Siste dag i programmet er %(til)s.") % felt
    return ""


def _falt_bort(kontekst: Kontekst, kandidat: Kandidat, vedtak: Vedtak, gjelder: Vedtak) -> None:
    """What a lifted decision told, is taken back: only that, and only when nothing has happened since."""
    _angre(kontekst, kandidat, _av(gjelder.pk), vedtak.pk)
    kandidat.refresh_from_db(fields=["siste_utfall", "versjon"])


def _angre(kontekst: Kontekst, kandidat: Kandidat, gjelder: UUID, av: UUID) -> None:
    siste = kandidat.siste_utfall
    if siste is not None and siste.nokkel == gjelder:
        angre_av_saken(kontekst, kandidat.pk, kandidat.versjon, uuid5(av, "kandidat angret"))


def _av(nokkel: UUID) -> UUID:
    """The key of the outcome that something in the case brings: always the same."""
    return uuid5(nokkel, "kandidat")
