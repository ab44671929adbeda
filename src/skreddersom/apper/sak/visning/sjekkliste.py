"""What the law demands of the letter of a decision, point by point: there, or missing and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.kjerne.lov.brevkrav import krav_til
from skreddersom.plattform.design.setninger import paa_leserens

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.kjerne.lov.brevkrav import Brevslag, Krav

NAVN: Final = {
    "avsender": _("Hvem brevet er fra"),
    "mottaker": _("Hvem brevet er til"),
    "dato": _("Dato"),
    "referanse": _("Referanse"),
    "kontakt": _("Hvordan man får tak i kontoret"),
    "omgjort-vedtak": _("Hvorfor det erstatter et annet vedtak"),
    "soknad": _("Hvilken søknad det svarer på"),
    "periode": _("Hvor lenge vedtaket varer"),
    "start": _("Når programmet starter"),
    "timer": _("Timer i uka"),
    "regler": _("Reglene vedtaket bygger på"),
    "regler-avvisning": _("Reglene vedtaket bygger på"),
    "regler-avbrudd": _("Reglene vedtaket bygger på"),
    "arbeidsevnevurdering": _("Hva arbeidsevnevurderingen viste"),
    "arbeidsevnevurdering-dato": _("Når arbeidsevnevurderingen ble gjort"),
    "syn": _("Hva personen selv mener"),
    "vilkar": _("Begrunnelse for hvert vilkår"),
    "vilkar-svar": _("Svar på hvert vilkår"),
    "fakta": _("De faktiske forholdene"),
    "hovedhensyn": _("Hva det er lagt vekt på"),
    "barn": _("Hvordan barna er tenkt på"),
    "alternativer": _("Annen hjelp som finnes"),
    "full-tid": _("At programmet er på full tid"),
    "evaluering": _("Når programmet skal evalueres"),
    "belop": _("Hva stønaden er"),
    "barnetillegg": _("Hva barnetillegget er"),
    "utbetaling": _("Hvordan stønaden betales ut"),
    "fravaer": _("Hva fravær har å si"),
    "arbeidsinntekt": _("Hva lønn har å si"),
    "andre-ytelser": _("Hva andre ytelser har å si"),
    "trekk": _("At for mye utbetalt kan trekkes"),
    "avbrudd-fra": _("Når programmet avbrytes"),
    "avbrudd-ett-aar": _("Når programmet senest må avsluttes"),
    "avbrudd-stonad": _("At det ikke gis stønad i avbruddet"),
    "avslutning-dag": _("Når programmet slutter"),
    "bevis": _("Retten til deltakerbevis"),
    "regler-stans": _("Reglene vedtaket bygger på"),
    "stans-periode": _("Når stønaden er stanset"),
    "stans-igjen": _("Når personen får stønad igjen"),
    "regler-opphevelse": _("Reglene vedtaket bygger på"),
    "opphevet-vedtak": _("Hvilket vedtak som er opphevet"),
    "opphevet-virkning": _("Hva opphevelsen betyr for personen"),
    "hva-vurderes": _("Hva dere vurderer å gjøre"),
    "varsel-grunnlag": _("Hvorfor dere vurderer det"),
    "varsel-frist": _("Fristen for å uttale seg"),
    "mote": _("Når og hvor samtalen er"),
    "frivillig": _("At samtalen er frivillig"),
    "folge": _("Retten til å ha med seg noen"),
    "bevis-deltaker": _("Hvem beviset gjelder"),
    "bevis-tid": _("Når deltakeren var med"),
    "bevis-innhold": _("Hva deltakeren har gjort"),
    "bevis-utsteder": _("Hvem som har gitt beviset"),
    "kontaktperson": _("Hvem som har behandlet saken"),
    "klagerett": _("Retten til å klage"),
    "klagefrist": _("Klagefristen"),
    "klageinstans": _("Hvem som avgjør klagen"),
    "klageform": _("Hvordan man klager"),
    "klage-sted": _("Hvor klagen skal sendes"),
    "utsatt": _("Retten til å be om utsatt iverksetting"),
    "innsyn": _("Retten til innsyn"),
    "rettshjelp": _("Fritt rettsråd"),
    "avvist-klage": _("Hvilken klage det svarer på"),
    "regler-klageavvisning": _("Kravet klagen ikke oppfyller"),
    "sakskostnader": _("Dekning av sakskostnader"),
}
"""What each demand on a letter that one writes with the preview beside it is about, in a few words."""


@dataclass(frozen=True, slots=True)
class Punkt:
    """One demand: what it is about, where it stands, and what to do when it is not met (else empty)."""

    navn: str
    hjemmel: str
    mangler: str


def punkter(slag: Brevslag, data: Mapping[str, Any], dag: date) -> list[Punkt]:
    """Every demand that applies to this letter on ``dag``, in the order of the letter; what is missing first."""
    alle = [_punkt(krav, data, dag) for krav in krav_til(slag) if krav.gjelder(dag) and _aktuelt(krav, data)]
    return sorted(alle, key=lambda ett: not ett.mangler)


def _aktuelt(krav: Krav, data: Mapping[str, Any]) -> bool:
    """A demand that arises only from a field that is not there, is left out."""
    return not krav.hvis or bool(data.get(krav.hvis.partition(".")[0]))


def _punkt(krav: Krav, data: Mapping[str, Any], dag: date) -> Punkt:
    return Punkt(str(NAVN[krav.id]), paa_leserens(krav.hjemmel(dag)), gettext(krav.setning) if krav.mangler_i(data) else "")
