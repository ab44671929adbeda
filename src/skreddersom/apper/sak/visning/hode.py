"""The head of a case: who it is about, how far it has come, what is due, and the way to its other pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from skreddersom.apper.kandidat.visning import navn_paa
from skreddersom.apper.sak.models import FERDIGE, Malform, Slag, Status
from skreddersom.apper.sak.tilstand import MED_VILKAR
from skreddersom.apper.sak.visning.ord import STATUSFARGE
from skreddersom.kjerne.lov import frister
from skreddersom.kjerne.lov.alder import alder
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag, Vern
    from skreddersom.apper.sak.models import Behandling, Sak, Soknad, Vent
    from skreddersom.kjerne.lov.forhandsvarsel import Varsel
    from skreddersom.kjerne.lov.frister import Frist

SNART: Final = 7
"""Days before a deadline when it is marked."""

FANER: Final = (
    ("sak:sak", "sak_id", gettext_lazy("Oversikt")),
    ("sak:vilkar", "behandling_id", gettext_lazy("Vilkår")),
    ("sak:grunnlag", "sak_id", gettext_lazy("Grunnlag")),
    ("sak:vedtak", "behandling_id", gettext_lazy("Vedtak")),
    ("sak:brevene", "sak_id", gettext_lazy("Brev")),
    ("sak:klager", "sak_id", gettext_lazy("Klage")),
    ("sak:logg", "sak_id", gettext_lazy("Logg")),
)
"""The pages of a case, in their order: name, what its address is about, and what the tab says."""


@dataclass(frozen=True, slots=True)
class Ramme:
    """What stands at the top of every page of a case. ``merker``: word and colour; ``sperret``: where the person lives is protected."""

    sak: Sak
    behandling: Behandling | None
    navn: str
    overtekst: str
    merker: tuple[tuple[str, str], ...]
    faner: list[Menypunkt]
    her: str
    sperret: bool


@dataclass(frozen=True, slots=True)
class Fristvisning:
    """A deadline: what, when, by which rule (none when the office has set it), and how long it is to it."""

    hva: str
    dato: date
    hjemmel: str
    igjen: str
    farge: str


def ramme(sak: Sak, behandling: Behandling | None, side: str, dag: date, bak: Grunnlag) -> Ramme:
    """The frame around the page ``side`` (its name). ``sak`` has its person and saksbehandler with it; of ``bak``, wait and protection."""
    return Ramme(
        sak=sak,
        behandling=behandling,
        navn=sakens_navn(sak),
        overtekst=_overtekst(sak, dag),
        merker=(*_vernet(bak.vern), *_merker(sak, behandling, bak.vent)),
        faner=[Menypunkt(str(ord_), _adresse(navn, om, sak, behandling)) for navn, om, ord_ in FANER if _finnes(navn, om, behandling)],
        her=_adresse(side, {navn: om for navn, om, _ord in FANER}[side], sak, behandling),
        sperret=bak.vern.sperret_adresse,
    )


def sakens_navn(sak: Sak) -> str:
    """Who the case is about, in words."""
    return navn_paa(sak.person, "")


def _finnes(navn: str, om: str, behandling: Behandling | None) -> bool:
    if behandling is None:
        return om == "sak_id"
    return navn != "sak:vilkar" or behandling.slag in MED_VILKAR


def _adresse(navn: str, om: str, sak: Sak, behandling: Behandling | None) -> str:
    return reverse(navn, kwargs={om: sak.pk if om == "sak_id" or behandling is None else behandling.pk})


def _overtekst(sak: Sak, dag: date) -> str:
    fodt = sak.person.fodselsdato
    aar = _("%(n)s år") % {"n": alder(fodt, dag)} if fodt else _("Alderen er ikke kjent")
    return _("Sak %(nr)s, %(alder)s") % {"nr": sak.referanse, "alder": aar.lower()}


def _vernet(vern: Vern) -> Iterator[tuple[str, str]]:
    """First of all: what those who may see the person must take care of. The others do not see the page."""
    if vern.gradering is not Gradering.INGEN:
        yield str(vern.gradering.label), "danger"
    if vern.inhabile:
        yield _("Inhabil: %(hvem)s") % {"hvem": ", ".join(vern.inhabile)}, "warning"


def _merker(sak: Sak, behandling: Behandling | None, vent: Vent | None) -> Iterator[tuple[str, str]]:
    """How far it has come, and what one must know before one writes or calls."""
    if sak.avsluttet is not None:
        yield _("Avsluttet"), "neutral"
    if behandling is not None:
        yield f"{behandling.get_slag_display()}: {behandling.get_status_display().lower()}", STATUSFARGE[Status(behandling.status)]
    if vent is not None:
        yield _("På vent til %(dato)s") % {"dato": f"{vent.frist:%d.%m.%Y}"}, "warning"
    if behandling is not None and behandling.status not in FERDIGE and behandling.saksbehandler_id is None:
        yield _("Ingen har saken"), "warning"
    if sak.malform == Malform.NYNORSK:
        yield _("Nynorsk"), "neutral"


def fristene(behandling: Behandling | None, vent: Vent | None, dag: date, varsel: Varsel | None = None) -> list[Fristvisning]:
    """What is due in a behandling that is not done, the first on top."""
    if behandling is None or behandling.status in FERDIGE:
        return []
    alle = list(_av_soknaden(behandling.soknad, dag)) if behandling.slag == Slag.SOKNAD and behandling.soknad else []
    if vent is not None:
        alle.append(fristvisning(_("Satt på vent: %(grunn)s") % {"grunn": vent.get_grunn_display().lower()}, vent.frist, "", dag))
    if varsel is not None and varsel.frist is not None and not varsel.ferdig_uttalt:
        alle.append(fristvisning(_("Deltakeren kan uttale seg"), varsel.frist, paa_leserens(hjemmel(Tema.FORHANDSVARSEL, dag)), dag))
    return sorted(alle, key=lambda ett: ett.dato)


def _av_soknaden(soknad: Soknad, dag: date) -> Iterator[Fristvisning]:
    if soknad.forelopig_svar is None:
        yield _av_loven(_("Vedtak eller foreløpig svar"), frister.forelopig_svar(soknad.mottatt), dag)
    yield _av_loven(_("Programmet skal ha startet"), frister.seneste_start(soknad.mottatt), dag)


def _av_loven(hva: str, frist: Frist, dag: date) -> Fristvisning:
    return fristvisning(hva, frist.dato, paa_leserens(frist.hjemmel), dag)


def fristvisning(hva: str, dato: date, hjemmel: str, dag: date) -> Fristvisning:
    """One deadline, with how long it is to it."""
    dager = (dato - dag).days
    farge = "danger" if dager < 0 else "warning" if dager <= SNART else "neutral"
    return Fristvisning(hva, dato, hjemmel, om_dager(dager), farge)


def om_dager(dager: int) -> str:
    """How long it is, in words."""
    if dager == 0:
        return _("i dag")
    if dager < 0:
        return ngettext("%(n)s dag over", "%(n)s dager over", -dager) % {"n": -dager}
    return ngettext("%(n)s dag igjen", "%(n)s dager igjen", dager) % {"n": dager}
