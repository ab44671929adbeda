"""The closed lists of a case. Codes are stored and stable; the words beside them are what people read."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from skreddersom.kjerne.lov.forhandsvarsel import Unntak


class Malform(models.TextChoices):
    """The written form of Norwegian that the applicant's letters are in."""

    BOKMAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")


class Maate(models.TextChoices):
    """How an application came."""

    PAPIR = "papir", _("På papir")
    SAMTALE = "samtale", _("I samtale")
    DIGITAL = "digital", _("Digitalt")


class Innsatsgruppe(models.TextChoices):
    """What the § 14 a decision of Nav ends in, by its new names."""

    GODE = "gode_muligheter", _("Gode muligheter")
    VEILEDNING = "trenger_veiledning", _("Trenger veiledning")
    NEDSATT = "trenger_veiledning_nedsatt_arbeidsevne", _("Trenger veiledning, nedsatt arbeidsevne")
    DELVIS = "jobbe_delvis", _("Jobbe delvis")
    LITEN = "liten_mulighet_til_a_jobbe", _("Liten mulighet til å jobbe")


GAMLE_NAVN: Final = {
    Innsatsgruppe.GODE: _("Standardinnsats"),
    Innsatsgruppe.VEILEDNING: _("Situasjonsbestemt innsats"),
    Innsatsgruppe.NEDSATT: _("Spesielt tilpasset innsats"),
    Innsatsgruppe.DELVIS: _("Gradert varig tilpasset innsats"),
    Innsatsgruppe.LITEN: _("Varig tilpasset innsats"),
}
"""What the same groups were called before: older papers say this."""


class Omrade(models.TextChoices):
    """The part of life that a mapped need is about; each need must later be answered by the programme."""

    ARBEID = "arbeid", _("Arbeid og arbeidserfaring")
    UTDANNING = "utdanning", _("Utdanning og kvalifisering")
    SPRAK = "sprak", _("Norsk og grunnleggende ferdigheter")
    DIGITAL = "digital", _("Digitale ferdigheter")
    HELSE = "helse", _("Helse")
    RUS = "rus", _("Rus eller annen avhengighet")
    BOLIG = "bolig", _("Bolig")
    OKONOMI = "okonomi", _("Økonomi og gjeld")
    FAMILIE = "familie", _("Familie og omsorg")
    NETTVERK = "nettverk", _("Nettverk og hverdag")
    ANNET = "annet", _("Annet")


class Aldersgruppe(models.TextChoices):
    """How old children in the household are. Groups, because more is not needed."""

    UNDER_SKOLEALDER = "0-5", _("0–5 år")
    BARNESKOLE = "6-12", _("6–12 år")
    UNGDOM = "13-17", _("13–17 år")


class Slag(models.TextChoices):
    """What a behandling is to decide."""

    SOKNAD = "soknad", _("Søknad")
    FORLENGELSE = "forlengelse", _("Forlengelse")
    AVBRUDD = "avbrudd", _("Avbrudd")
    STANS = "stans", _("Stans")
    AVSLUTNING = "avslutning", _("Avslutning")
    OMGJORING = "omgjoring", _("Omgjøring")
    KLAGE = "klage", _("Avvisning av klage")


class Status(models.TextChoices):
    """How far a behandling has come. The last two are the end."""

    UNDER_ARBEID = "under_arbeid", _("Under arbeid")
    TIL_BESLUTNING = "til_beslutning", _("Til beslutning")
    UNDER_BESLUTNING = "under_beslutning", _("Under beslutning")
    VEDTATT = "vedtatt", _("Vedtatt")
    HENLAGT = "henlagt", _("Henlagt")


FERDIGE: Final = (Status.VEDTATT, Status.HENLAGT)
"""A behandling that has come here is never changed again."""
APNE: Final = tuple(status for status in Status if status not in FERDIGE)
"""The others. An office's open ones are asked for by these, which an index answers; it does not answer for what is not ``FERDIGE``."""


class Utfall(models.TextChoices):
    """What a decision says."""

    INNVILGET = "innvilget", _("Innvilget")
    AVSLATT = "avslatt", _("Avslått")
    AVVIST = "avvist", _("Avvist")
    AVBRUTT = "avbrutt", _("Programmet avbrytes for en tid")
    STANSET = "stanset", _("Stønaden stanses")
    AVSLUTTET = "avsluttet", _("Programmet avsluttes")
    OPPHEVET = "opphevet", _("Vedtaket oppheves")
    KLAGE_AVVIST = "klage_avvist", _("Klagen avvises")


UTFALL: Final = {
    Slag.SOKNAD: (Utfall.INNVILGET, Utfall.AVSLATT, Utfall.AVVIST),
    Slag.FORLENGELSE: (Utfall.INNVILGET, Utfall.AVSLATT),
    Slag.AVBRUDD: (Utfall.AVBRUTT,),
    Slag.STANS: (Utfall.STANSET,),
    Slag.AVSLUTNING: (Utfall.AVSLUTTET,),
    Slag.OMGJORING: (Utfall.INNVILGET, Utfall.AVSLATT, Utfall.OPPHEVET),
    Slag.KLAGE: (Utfall.KLAGE_AVVIST,),
}
"""What each kind of behandling can end in."""


class Svar(models.TextChoices):
    """The answer to a condition."""

    JA = "JA", _("Ja")
    NEI = "NEI", _("Nei")
    UKJENT = "UKJENT", _("Vet ikke ennå")


class Retursaarsak(models.TextChoices):
    """Why something is sent back. Counted at each office, so the list is closed."""

    BEGRUNNELSE = "mangelfull_begrunnelse", _("Mangelfull begrunnelse")
    UTREDNING = "manglende_utredning", _("Manglende utredning")
    LOVANVENDELSE = "feil_lovanvendelse", _("Feil lovanvendelse")
    IKKE_INDIVIDUELL = "ikke_individuell_og_konkret", _("Ikke individuell og konkret")
    KILDE = "manglende_kildehenvisning", _("Manglende kildehenvisning")
    SKRIVEFEIL = "skrivefeil", _("Skrivefeil")
    ANNET = "annet", _("Annet")


class Ventegrunn(models.TextChoices):
    """What one can wait for. Not for a place, a queue or a budget: those are no reasons to wait (sosialtjenesteloven §§ 7 and 29)."""

    SOKER = "opplysninger_fra_soker", _("Opplysninger fra søkeren")
    LEGE = "medisinske_opplysninger", _("Medisinske opplysninger")
    ANDRE = "opplysninger_fra_andre", _("Opplysninger fra andre")
    AEV = "arbeidsevnevurdering", _("Arbeidsevnevurderingen blir gjort")
    UTTALELSE = "uttalelse_etter_varsel", _("Uttalelse etter forhåndsvarsel")
    UTSETTELSE = "soker_vil_vente", _("Søkeren har bedt om å vente")


class Henleggelse(models.TextChoices):
    """Why a behandling ends without a decision."""

    TRUKKET = "trukket", _("Søkeren har trukket søknaden")
    FEIL = "registrert_ved_feil", _("Registrert ved en feil")
    DOD = "dod", _("Søkeren er død")
    IKKE_AKTUELL = "ikke_aktuell", _("Ikke aktuell lenger (ikke for søknader)")


class Varselunntak(models.TextChoices):
    """Why a decision may be made without an advance notice; the codes are those of ``kjerne`` (fvl § 16, lovvalg L53)."""

    HAR_UTTALT_SEG = Unntak.HAR_UTTALT_SEG.value, _("Deltakeren har alt uttalt seg om det, eller har selv bedt om det")
    UKJENT_ADRESSE = Unntak.UKJENT_ADRESSE.value, _("Adressen er ikke kjent, og det vil ta for mye tid å finne den")
    IKKE_MULIG = Unntak.IKKE_MULIG.value, _("Det er ikke praktisk mulig å varsle, eller vedtaket kan da ikke gjennomføres")
    UNODVENDIG = Unntak.UNODVENDIG.value, _("Det er åpenbart unødvendig av andre grunner")


class Hendelsesslag(models.TextChoices):
    """What can happen in a case. The first are of the case, the next of a behandling, the last of a complaint."""

    SOKNAD = "soknad", _("Søknad mottatt")
    AEV = "aev", _("Arbeidsevnevurdering registrert")
    BEHOV = "behov", _("Behov kartlagt")
    BEHOV_BORTFALT = "behov_bortfalt", _("Behov falt bort")
    EGENVURDERING = "egenvurdering", _("Egenvurdering registrert")
    FAKTUM = "faktum", _("Opplysning registrert")
    BARN = "barn", _("Barna i husstanden vurdert")
    MALFORM = "malform", _("Målform endret")
    APNET = "apnet", _("Behandling åpnet")
    AVSLUTTET = "avsluttet", _("Saken avsluttet")
    GJENAPNET = "gjenapnet", _("Saken åpnet igjen")
    INNSYN = "innsyn", _("Innsyn gitt i saken")
    BREV = "brev", _("Brev skrevet")
    FORELOPIG_SVAR = "forelopig_svar", _("Foreløpig svar gitt")
    VURDER = "vurder", _("Vilkår vurdert")
    UTKAST = "utkast", _("Utkast til vedtak lagret")
    KVALITETSSIKRE = "kvalitetssikre", _("Vilkår kvalitetssikret")
    VARSLE = "varsle", _("Forhåndsvarsel gitt")
    UTTALELSE = "uttalelse", _("Uttalelse fra deltakeren registrert")
    SETT_PAA_VENT = "sett_paa_vent", _("Satt på vent")
    GJENOPPTA = "gjenoppta", _("Gjenopptatt")
    OVERTA = "overta", _("Overtatt")
    TILDEL = "tildel", _("Tildelt")
    LEGG_TILBAKE = "legg_tilbake", _("Lagt tilbake")
    SEND = "send", _("Sendt til beslutning")
    ANGRE = "angre", _("Sending angret")
    TA = "ta", _("Tatt til beslutning")
    GI_TILBAKE = "gi_tilbake", _("Gitt tilbake til køen")
    RETURNER = "returner", _("Returnert")
    FATT_VEDTAK = "fatt_vedtak", _("Vedtak fattet")
    HENLEGG = "henlegg", _("Henlagt")
    KLAGE = "klage", _("Klage mottatt")
    KLAGE_FORMKRAV = "klage_formkrav", _("Formkravene til klagen vurdert")
    KLAGE_TILLEGG = "klage_tillegg", _("Tillegg til klagen mottatt")
    KLAGE_UTKAST = "klage_utkast", _("Utkast til oversendelse lagret")
    KLAGE_OVERTA = "klage_overta", _("Klagen overtatt")
    KLAGE_TILDEL = "klage_tildel", _("Klagen tildelt")
    KLAGE_SEND = "klage_send", _("Oversendelsen sendt til en annen")
    KLAGE_ANGRE = "klage_angre", _("Sendingen av oversendelsen angret")
    KLAGE_RETURNER = "klage_returner", _("Oversendelsen returnert")
    KLAGE_OVERSEND = "klage_oversend", _("Klagen oversendt til Statsforvalteren")
    KLAGE_OMGJOR = "klage_omgjor", _("Omgjøring etter klage begynt")
    KLAGE_AVVIS = "klage_avvis", _("Avvisning av klagen begynt")
    KLAGE_TREKK = "klage_trekk", _("Klagen trukket")
