"""Everything in a case as rows that can each be given out or withheld.

Names of staff are not in the rows: who signs is in the letters, and the party has a right to know that somebody of the office looked, in
which role and when, but not as a rule who (lovvalg L48). Drafts of decisions that are not made are no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import Aldersgruppe, Forhandsvarsel, Vilkarsvurdering
from skreddersom.apper.sak.visning.fakta import kilden, ord_for
from skreddersom.apper.sak.visning.tidslinje import linje
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.ordlyd import tall
from skreddersom.plattform.logg import sporringer as loggen
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skreddersom.apper.sak.models import Faktum, Sak
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Verdi = str | int | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Rad:
    """One thing that is known or has happened: its own id, the day, the short of it, and its fields by name in order."""

    id: str
    dato: date
    tittel: str
    felt: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Del:
    """The rows of one kind."""

    id: str
    tittel: str
    rader: tuple[Rad, ...]


def deler(kontekst: Kontekst, sak: Sak) -> list[Del]:
    """The whole case, kind by kind; kinds with nothing in them too, so that one sees that there is nothing."""
    return [*valgbare(kontekst, sak), *(Del(id_, str(tittel), tuple(hent(kontekst, sak))) for id_, tittel, hent in FASTE)]


def valgbare(kontekst: Kontekst, sak: Sak) -> list[Del]:
    """What somebody has written, and so may hold what is not the party's to see."""
    return [Del(id_, str(tittel), tuple(hent(kontekst, sak))) for id_, tittel, hent in DELER]


def _rad(slag: str, nr: object, dato: date | datetime, tittel: object, **felt: Verdi) -> Rad:
    dag = timezone.localtime(dato).date() if isinstance(dato, datetime) else dato
    return Rad(
        f"{slag}/{nr}", dag, str(tittel), {str(LEDETEKST[navn]): _ord(verdi) for navn, verdi in felt.items() if verdi not in (None, "")}
    )


def _ord(verdi: Verdi) -> str:
    if isinstance(verdi, bool):
        return _("Ja") if verdi else _("Nei")
    if isinstance(verdi, datetime):
        return f"{timezone.localtime(verdi):%d.%m.%Y %H:%M}"
    return f"{verdi:%d.%m.%Y}" if isinstance(verdi, date) else str(verdi)


LEDETEKST: Final = {
    "maate": gettext_lazy("Hvordan"),
    "innhold": gettext_lazy("Innhold"),
    "mangler": gettext_lazy("Mangler"),
    "svar": gettext_lazy("Svar"),
    "forelopig_svar": gettext_lazy("Foreløpig svar"),
    "uttalefrist": gettext_lazy("Frist for å uttale seg"),
    "unntak": gettext_lazy("Ikke varslet fordi"),
    "trukket": gettext_lazy("Trukket"),
    "bestilt": gettext_lazy("Bestilt"),
    "utfort": gettext_lazy("Utført"),
    "vedtak_14a": gettext_lazy("Vedtak etter NAV-loven § 14 a"),
    "gruppe": gettext_lazy("Innsatsgruppe"),
    "bortfalt": gettext_lazy("Ikke der lenger fra"),
    "hvorfor": gettext_lazy("Hvorfor"),
    "antall": gettext_lazy("Antall"),
    "alder": gettext_lazy("Alder"),
    "behov": gettext_lazy("Hva de trenger"),
    "gjores": gettext_lazy("Hva som gjøres"),
    "kilde": gettext_lazy("Kilde"),
    "begrunnelse": gettext_lazy("Begrunnelse"),
    "sikret": gettext_lazy("Kvalitetssikret av en annen"),
    "merknad": gettext_lazy("Merknad"),
    "fra": gettext_lazy("Fra"),
    "til": gettext_lazy("Til"),
    "start": gettext_lazy("Start"),
    "timer": gettext_lazy("Timer i uka"),
    "alternativ": gettext_lazy("Alternativet uten program"),
    "status": gettext_lazy("Status"),
    "fil": gettext_lazy("Fil"),
    "klager": gettext_lazy("Hvem klager"),
    "endring": gettext_lazy("Vil ha endret"),
    "frist": gettext_lazy("Siste dag for å klage"),
    "i_tide": gettext_lazy("I tide"),
    "mer": gettext_lazy("Mer"),
    "rolle": gettext_lazy("Rolle"),
    "kontor": gettext_lazy("Kontor"),
    "tid": gettext_lazy("Når"),
    "formal": gettext_lazy("Formål"),
}
"""Name of a field → what it is called on paper."""


def _soknader(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.soknader.all():
        felt = {"innhold": ett.innhold, "mangler": ett.mangler, "forelopig_svar": ett.forelopig_svar, "trukket": ett.trukket}
        yield _rad("soknad", ett.pk, ett.mottatt, _("Søknad"), maate=ett.get_maate_display(), **felt)


def _aev(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.aev.all():
        dager = {"bestilt": ett.bestilt, "utfort": ett.utfort, "vedtak_14a": ett.vedtak_14a}
        yield _rad("aev", ett.pk, ett.tid, _("Arbeidsevnevurdering"), **dager, gruppe=ett.get_innsatsgruppe_display())


def _egne(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.egenvurderinger.all():
        tekst = _("Ønsket ikke å uttale seg") if ett.onsket_ikke else ett.tekst
        yield _rad("egenvurdering", ett.pk, ett.dato, _("Egenvurdering"), innhold=tekst)


def _behov(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.behov.all():
        felt = {"innhold": ett.tekst, "bortfalt": ett.bortfalt, "hvorfor": ett.bortfalt_hvorfor}
        yield _rad("behov", ett.pk, ett.kartlagt, ett.get_omrade_display(), **felt)


def _barn(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.barn.all():
        aldre = ", ".join(str(Aldersgruppe(gruppe).label) for gruppe in ett.aldersgrupper)
        yield _rad("barn", ett.pk, ett.dato, _("Barn i husstanden"), antall=ett.antall, alder=aldre, behov=ett.behov, gjores=ett.hva_gjores)


def _fakta(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.fakta.all():
        yield _rad("faktum", ett.pk, ett.dato, capfirst(_(FAKTA[ett.navn].mangler)), svar=_faktumord(ett), kilde=kilden(ett))


def _faktumord(faktum: Faktum) -> str:
    return _("Ikke kjent lenger") if faktum.verdi is None else ord_for(faktum)


def _vilkar(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    krav = {ett.id: _(ett.krav) for ett in versjon_paa(sporringer.idag()).vilkar}
    alle = Vilkarsvurdering.objects.filter(behandling__sak=sak).select_related("kvalitetssikring").order_by("tid", "pk")
    for ett in alle:
        sikring = getattr(ett, "kvalitetssikring", None)
        sett = {"sikret": sikring.godkjent, "merknad": sikring.tekst} if sikring else {}
        felt = {"begrunnelse": ett.begrunnelse, "mangler": ett.mangler}
        yield _rad("vilkar", ett.pk, ett.tid, krav.get(ett.vilkar, ett.vilkar), svar=ett.get_svar_display(), **felt, **sett)


def _vedtak(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.vedtak.all():
        periode = {"fra": ett.fra, "til": ett.til, "start": ett.start, "timer": tall(float(ett.timer_uke)) if ett.timer_uke else None}
        grunner = {"begrunnelse": ett.begrunnelse, "alternativ": ett.alternativ_uten_kvp}
        yield _rad("vedtak", ett.pk, ett.dato, ett.get_utfall_display(), **periode, **grunner)


def _varsler(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in Forhandsvarsel.objects.filter(behandling__sak=sak).prefetch_related("uttalelser").order_by("tid", "pk"):
        felt = {"uttalefrist": ett.frist, "unntak": ett.get_unntak_display(), "begrunnelse": ett.unntak_begrunnelse}
        yield _rad("varsel", ett.pk, ett.dato, _("Forhåndsvarsel"), **felt)
        for svar in ett.uttalelser.all():
            tekst = _("Ønsket ikke å uttale seg") if svar.onsket_ikke else svar.tekst
            yield _rad("uttalelse", svar.pk, svar.dato, _("Uttalelse"), maate=svar.get_maate_display(), innhold=tekst)


def _brev(hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in brevene.brev_i_saken(hvem, sak.pk).exclude(status="utkast").filter(kopi_av=None):
        yield _rad("brev", ett.pk, ett.klar or ett.tid, ett.get_slag_display(), status=ett.get_status_display(), fil=f"brev/{ett.filnavn}")


def _klager(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in sak.klager.select_related("behandling", "oversendelse").prefetch_related("formkrav", "tillegg"):
        sendt = getattr(ett, "oversendelse", None)
        felt = {"innhold": ett.innhold, "endring": ett.endring, "status": str(ett.stand.label), "begrunnelse": sendt and sendt.vurdering}
        yield _rad("klage", ett.pk, ett.mottatt, _("Klage"), maate=ett.get_maate_display(), klager=ett.get_klager_display(), **felt)
        for krav in ett.formkrav.all():
            hvorfor = "\n".join(tekst for tekst in (krav.begrunnelse, krav.unntak_begrunnelse) if tekst)
            yield _rad("formkrav", krav.pk, krav.tid, _("Formkrav"), frist=krav.frist, i_tide=krav.i_tide, begrunnelse=hvorfor)
        for tillegg in ett.tillegg.all():
            yield _rad("klagetillegg", tillegg.pk, tillegg.dato, _("Tillegg til klagen mottatt"), innhold=tillegg.tekst)


def _hendelser(_hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    for ett in reversed(sporringer.hendelser(sak)):
        vist = linje(ett)
        yield _rad("hendelse", ett.pk, ett.dato, vist.tittel, mer=vist.mer)


def _sett(hvem: Kontekst, sak: Sak) -> Iterator[Rad]:
    """Who has looked or written: role, office and when, from the log of the office; a page that was opened is one row."""
    rader = loggen.linjer(loggen.rader(hvem, loggen.Utvalg(person=sak.person_id)), {})
    sett = {ett.innhold["foresporsel"]: ett for ett in rader if ett.innhold["tillatt"]}
    for foresporsel, ett in sett.items():
        formal = str(ett.innhold["formal"]).capitalize()
        yield _rad("sett", foresporsel, ett.tid, _rolle(ett.innhold["rolle"]), tid=ett.tid, kontor=str(sak.kontor), formal=formal)


def _rolle(kode: str) -> str:
    return str(Rolle(kode).label) if kode in Rolle.values else _("Systemet")


if TYPE_CHECKING:
    Deler = tuple[tuple[str, Any, Callable[[Kontekst, Sak], Iterator[Rad]]], ...]

DELER: Final[Deler] = (
    ("soknader", gettext_lazy("Søknader"), _soknader),
    ("aev", gettext_lazy("Arbeidsevnevurdering"), _aev),
    ("egenvurdering", gettext_lazy("Egenvurdering"), _egne),
    ("behov", gettext_lazy("Kartlagte behov"), _behov),
    ("barn", gettext_lazy("Barn i husstanden"), _barn),
    ("opplysninger", gettext_lazy("Opplysninger om vilkårene i § 29"), _fakta),
    ("vilkar", gettext_lazy("Vilkårene"), _vilkar),
    ("varsel", gettext_lazy("Forhåndsvarsel og uttalelser"), _varsler),
    ("vedtak", gettext_lazy("Vedtak"), _vedtak),
    ("brev", gettext_lazy("Brev"), _brev),
    ("klage", gettext_lazy("Klage"), _klager),
)
"""Every kind of row that can be withheld: id, heading, and where it comes from."""

FASTE: Final[Deler] = (
    ("hendelser", gettext_lazy("Hva som har skjedd"), _hendelser),
    ("sett", gettext_lazy("Hvem som har sett på saken"), _sett),
)
"""What the program itself has written: there is nothing of others in it."""
