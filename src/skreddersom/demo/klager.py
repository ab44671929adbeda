"""Complaints of the demo: one that is worked on, and one that has gone to the County Governor. All made up.

A decision of the demo is made today, and so is the complaint about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.sak import handlinger
from skreddersom.apper.sak.handlinger import Innsending, ny_nokkel
from skreddersom.apper.sak.models import Klage, Maate, Sak, Underretning
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable

    from skreddersom.demo.saker import Gang
    from skreddersom.plattform.tilgang.kontekst import Kontekst

UTKAST: Final = handlinger.Klageutkast(
    anforsler="Klageren mener at jobben ikke er sikker før arbeidsavtalen er underskrevet, og at vi burde ha ventet med vedtaket.",
    vurdering="Arbeidsgiveren har bekreftet tilbudet skriftlig, og klageren ønsker selv bare hjelp til å finne barnehageplass. Faller "
    "tilbudet bort, kan klageren søke på nytt når som helst. Vi kan ikke se at klagen gir grunn til å endre vedtaket.",
    vedlegg=("Klagen", "Vedtaket", "Søknaden", "Arbeidsevnevurderingen", "Bekreftelsen fra arbeidsgiveren"),
    til_adresse=("Eksempelveien 100", "4809 Arendal"),
    kopi_adresse=("Storgata 1", "4800 Arendal"),
)


def klaget(gang: Gang) -> None:
    """The party complains in a talk, and the veileder writes it down and finds that it can be taken up."""
    with som(gang.roller.veileder) as hvem:
        vedtak = Sak.objects.get(pk=gang.sak).vedtak.latest("tid")
        ny = handlinger.NyKlage(
            nokkel=ny_nokkel(),
            vedtak_id=vedtak.pk,
            mottatt=gang.idag,
            maate=Maate.SAMTALE,
            innhold="Jeg har ikke fått arbeidsavtalen ennå, og vet ikke om det blir noe av jobben. Dere kunne ha ventet.",
            endring="Jeg vil ha program fram til jobben er sikker.",
        )
        handlinger.registrer_klage(hvem, gang.sak, ny)
    svar = handlinger.Formkravsvar(part=True, konkret=True, underskrevet=True, underretning=Underretning.UKJENT)
    _gjor(gang, gang.roller.veileder, handlinger.vurder_formkrav, svar)


def oversendt(gang: Gang) -> None:
    """The decision stands. The leader lets the covering letter go, since the beslutter has decided the case before."""
    _gjor(gang, gang.roller.veileder, handlinger.lagre_klageutkast, UTKAST)
    _gjor(gang, gang.roller.veileder, handlinger.send_klage)
    _gjor(gang, gang.roller.leder, handlinger.oversend)


def _gjor(gang: Gang, hvem: Kontekst, handling: Callable[..., Any], *mer: object) -> None:
    """``hvem`` does something with the complaint of the case."""
    with som(hvem):
        klage, versjon = Klage.objects.values_list("pk", "versjon").get(sak=gang.sak)
        handling(hvem, klage, Innsending(versjon, ny_nokkel()), *mer)
