"""The closed lists of complaints. Codes are stored and stable; the words beside them are what people read."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Klager(models.TextChoices):
    """Who complains."""

    PARTEN = "parten", _("Den vedtaket gjelder")
    FULLMEKTIG = "fullmektig", _("En fullmektig for den vedtaket gjelder")
    ANNEN = "annen", _("En annen")


class Klagestatus(models.TextChoices):
    """How far a complaint has come, as it is kept. What it ended in is worked out (``Klagestand``)."""

    UNDER_ARBEID = "under_arbeid", _("Under arbeid")
    TIL_BESLUTNING = "til_beslutning", _("Oversendelsen venter på en annen")
    I_BEHANDLING = "i_behandling", _("Avgjøres i en egen behandling")
    OVERSENDT = "oversendt", _("Oversendt")
    TRUKKET = "trukket", _("Trukket")


class Klagestand(models.TextChoices):
    """How far a complaint has come, as one asks for it."""

    UNDER_ARBEID = "under_arbeid", _("Under arbeid")
    TIL_BESLUTNING = "til_beslutning", _("Oversendelsen venter på en annen")
    OMGJORES = "omgjores", _("Vedtaket er under omgjøring")
    AVVISES = "avvises", _("Avvisning er under arbeid")
    OMGJORT = "omgjort", _("Vedtaket er omgjort")
    AVVIST = "avvist", _("Klagen er avvist")
    OVERSENDT = "oversendt", _("Oversendt til Statsforvalteren")
    TRUKKET = "trukket", _("Klagen er trukket")


FERDIG_KLAGE: Final = frozenset({Klagestand.OMGJORT, Klagestand.AVVIST, Klagestand.OVERSENDT, Klagestand.TRUKKET})
"""A complaint that has come here waits for nobody at the office."""


class Underretning(models.TextChoices):
    """How the party was told of the decision; decides from which day the time to complain runs."""

    PAPIR = "papir", _("På papir, eller muntlig")
    ELEKTRONISK = "elektronisk", _("Digitalt, med varsel")
    UKJENT = "ukjent", _("Vi kan ikke vise når")


class Fristunntak(models.TextChoices):
    """Why a late complaint is taken up all the same, or that there is no reason to (fvl § 31)."""

    KAN_IKKE_LASTES = "kan_ikke_lastes", _("Ja: klageren kan ikke lastes for at det gikk over tiden")
    SAERLIGE_GRUNNER = "saerlige_grunner", _("Ja: særlige grunner gjør det rimelig at klagen blir prøvd")
    INGEN = "ingen", _("Nei: ingen av delene")


TAS_OPP: Final = frozenset({Fristunntak.KAN_IKKE_LASTES, Fristunntak.SAERLIGE_GRUNNER})


class Omgjoringsarsak(models.TextChoices):
    """What was wrong with the decision. Counted, so the list is closed."""

    LOVANVENDELSE = "feil_lovanvendelse", _("Feil lovanvendelse")
    FAKTUM = "feil_faktum", _("Feil faktum")
    SAKSBEHANDLING = "saksbehandlingsfeil", _("Saksbehandlingsfeil")
    NYTT = "nye_opplysninger", _("Nye opplysninger")
    ANNET = "annet", _("Annet")
