"""What is known in a case: the arbeidsevnevurdering, needs, the applicant's own words, facts, the children. Added to, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.sak.grunnlag import KILDE_AEV
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.handlinger.felles import Innsending, med_sak
from skreddersom.apper.sak.models import (
    Aev,
    Barn,
    Behov,
    Egenvurdering,
    Faktum,
    Hendelse,
    Hendelsesslag,
    Innsatsgruppe,
    Malform,
    Omrade,
    Sak,
)
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, FAKTA

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

AEV_FAKTUM = "arbeidsevnevurdering"


@dataclass(frozen=True, slots=True)
class Arbeidsevne:
    """The dates of the arbeidsevnevurdering, and what it ended in."""

    bestilt: date | None = None
    utfort: date | None = None
    vedtak_14a: date | None = None
    innsatsgruppe: Innsatsgruppe | None = None


@dataclass(frozen=True, slots=True)
class Kartlagt:
    """A need, on the day it was mapped."""

    omrade: Omrade
    tekst: str
    kartlagt: date


@dataclass(frozen=True, slots=True)
class Egne:
    """The applicant's own words, or that they did not want to say anything."""

    dato: date
    tekst: str = ""
    onsket_ikke: bool = False


@dataclass(frozen=True, slots=True)
class Opplyst:
    """A fact that can be looked up, and where. ``verdi`` is None when it is no longer known."""

    navn: str
    verdi: bool | date | None
    kilde: str
    dato: date


@dataclass(frozen=True, slots=True)
class Barnevurdering:
    """The children in the household. None at all is an answer too."""

    dato: date
    antall: int
    aldersgrupper: tuple[str, ...] = ()
    behov: str = ""
    hva_gjores: str = ""


def registrer_aev(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Arbeidsevne) -> Hendelse:
    """Keep the dates of the arbeidsevnevurdering; when it is done, that is a fact of § 29. Raises as ``med_sak``."""
    for dato in (ny.bestilt, ny.utfort, ny.vedtak_14a):
        if dato is not None:
            felles.krev_ikke_framtid(dato)

    def gjor(sak: Sak) -> dict[str, Any]:
        rad = _legg_til(kontekst, sak, Aev, **_felter(ny), nr=felles.neste_nr(sak.aev))
        if ny.utfort is not None:
            kilde = KILDE_AEV % {"dato": f"{ny.utfort:%d.%m.%Y}"}
            _faktum(kontekst, sak, Opplyst(AEV_FAKTUM, True, kilde, ny.utfort))  # noqa: FBT003
        return {"aev": str(rad.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.AEV, gjor, ny.utfort or ny.bestilt)


def kartlegg_behov(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Kartlagt) -> Hendelse:
    """Keep a need. Raises as ``med_sak``."""
    felles.krev_ikke_framtid(ny.kartlagt)

    def gjor(sak: Sak) -> dict[str, Any]:
        rad = _legg_til(kontekst, sak, Behov, omrade=ny.omrade, tekst=felles.ren(ny.tekst), kartlagt=ny.kartlagt)
        return {"behov": str(rad.pk), "omrade": ny.omrade}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.BEHOV, gjor, ny.kartlagt)


def behov_bortfalt(kontekst: Kontekst, sak_id: UUID, inn: Innsending, behov_id: UUID, dato: date, hvorfor: str) -> Hendelse:
    """Say that a need is no longer there, and why. Raises as ``med_sak``, and ``Behov.DoesNotExist``."""
    felles.krev_ikke_framtid(dato)

    def gjor(sak: Sak) -> dict[str, Any]:
        behov = sak.behov.get(pk=behov_id)
        if behov.bortfalt is not None:
            raise Brukerfeil(_("Behovet er alt registrert som falt bort."))
        behov.bortfalt, behov.bortfalt_hvorfor = dato, felles.ren(hvorfor)
        behov.save(update_fields=["bortfalt", "bortfalt_hvorfor"])
        return {"behov": str(behov.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.BEHOV_BORTFALT, gjor, dato)


def registrer_egenvurdering(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Egne) -> Hendelse:
    """Keep what the applicant says of their own situation. Raises as ``med_sak``."""
    felles.krev_ikke_framtid(ny.dato)

    def gjor(sak: Sak) -> dict[str, Any]:
        rad = _legg_til(kontekst, sak, Egenvurdering, dato=ny.dato, tekst=felles.ren(ny.tekst), onsket_ikke=ny.onsket_ikke)
        return {"egenvurdering": str(rad.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.EGENVURDERING, gjor, ny.dato)


def registrer_faktum(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Opplyst) -> Hendelse:
    """Keep a fact with its source; assessments that used an older one are stale from now on.

    Raises as ``med_sak``, and ``Brukerfeil`` for what is no fact of § 29, or is a judgement: those are made under the condition.
    """
    _krev_opplysning(ny)
    felles.krev_ikke_framtid(ny.dato)
    return med_sak(kontekst, sak_id, inn, Hendelsesslag.FAKTUM, lambda sak: _faktum(kontekst, sak, ny), ny.dato)


def _krev_opplysning(ny: Opplyst) -> None:
    faktum = FAKTA.get(ny.navn)
    if faktum is None:
        raise Brukerfeil(_("Dette er ikke et faktum etter § 29."))
    if faktum.skjonn:
        raise Brukerfeil(_("Dette er en vurdering, og gjøres under vilkåret den hører til."))
    if ny.verdi is not None and isinstance(ny.verdi, bool) is (ny.navn == DATOFAKTUM):
        raise Brukerfeil(_("Opplysningen har feil slags verdi. Fødselsdatoen er en dato, og alt annet er ja eller nei."))


def vurder_barn(kontekst: Kontekst, sak_id: UUID, inn: Innsending, ny: Barnevurdering) -> Hendelse:
    """Keep the assessment of the children in the household. Raises as ``med_sak``."""
    felles.krev_ikke_framtid(ny.dato)

    def gjor(sak: Sak) -> dict[str, Any]:
        felter = _felter(ny) | {"aldersgrupper": sorted(set(ny.aldersgrupper)), "nr": felles.neste_nr(sak.barn)}
        rad = _legg_til(kontekst, sak, Barn, **felter)
        return {"barn": str(rad.pk)}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.BARN, gjor, ny.dato)


def velg_malform(kontekst: Kontekst, sak_id: UUID, inn: Innsending, malform: Malform) -> Hendelse:
    """Let the letters of the case be in the applicant's written form. Raises as ``med_sak``."""

    def gjor(sak: Sak) -> dict[str, Any]:
        sak.malform = malform
        return {"malform": malform}

    return med_sak(kontekst, sak_id, inn, Hendelsesslag.MALFORM, gjor)


def skriv_faktum(kontekst: Kontekst, sak: Sak, ny: Opplyst) -> Faktum:
    """Add a fact as the newest of its name."""
    verdi = ny.verdi.isoformat() if isinstance(ny.verdi, date) else ny.verdi
    nr = felles.neste_nr(sak.fakta.filter(navn=ny.navn))
    felt = {"navn": ny.navn, "nr": nr, "verdi": verdi, "kilde": felles.ren(ny.kilde), "dato": ny.dato}
    return Faktum.objects.create(**felles.felles(kontekst, sak), sak=sak, av_id=kontekst.ansatt, **felt)


def _faktum(kontekst: Kontekst, sak: Sak, ny: Opplyst) -> dict[str, Any]:
    return {"faktum": str(skriv_faktum(kontekst, sak, ny).pk), "navn": ny.navn}


def _legg_til(kontekst: Kontekst, sak: Sak, modell: Any, **felter: Any) -> Any:  # noqa: ANN401 – any of the tables above
    return modell.objects.create(**felles.felles(kontekst, sak), sak=sak, av_id=kontekst.ansatt, **felter)


def _felter(ny: Arbeidsevne | Barnevurdering) -> dict[str, Any]:
    verdier = {navn: getattr(ny, navn) for navn in ny.__slots__}
    return {navn: felles.ren(verdi) if isinstance(verdi, str) else verdi for navn, verdi in verdier.items() if verdi is not None}
