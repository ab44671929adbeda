"""The roles a member of staff can have, and what each kind of unit may give."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rolle(models.TextChoices):
    """What a person does at a unit; a person can have several, one at a time."""

    VEILEDER = "veileder", _("Veileder")
    KVALITETSSIKRER = "kvalitetssikrer", _("Kvalitetssikrer")
    BESLUTTER = "beslutter", _("Beslutter")
    LEDER = "leder", _("Leder")
    ADMINISTRATOR = "administrator", _("Administrator")
    STATSFORVALTER = "statsforvalter", _("Statsforvalter")
    DIREKTORAT = "direktorat", _("Direktorat")


class Enhetsslag(models.TextChoices):
    """The kinds of unit: an office has cases of its own, the others look at many offices from outside."""

    NAVKONTOR = "navkontor", _("Nav-kontor")
    STATSFORVALTER = "statsforvalter", _("Statsforvalter")
    DIREKTORAT = "direktorat", _("Direktorat")


ROLLER_I = {
    Enhetsslag.NAVKONTOR: frozenset({Rolle.VEILEDER, Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER, Rolle.ADMINISTRATOR}),
    Enhetsslag.STATSFORVALTER: frozenset({Rolle.STATSFORVALTER}),
    Enhetsslag.DIREKTORAT: frozenset({Rolle.DIREKTORAT}),
}
"""Kind of unit → the roles that exist there."""

SER_TALL = frozenset({Rolle.STATSFORVALTER, Rolle.DIREKTORAT})
"""Roles that see aggregates; a case only when it is granted to them."""


class Gradering(models.TextChoices):
    """Protection of a person. The first is the ordinary one; each of the others needs a clearance of its own to be seen."""

    INGEN = "ingen", _("Ingen")
    SKJERMET = "skjermet", _("Skjermet (egen ansatt)")
    FORTROLIG = "fortrolig", _("Fortrolig adresse")
    STRENGT_FORTROLIG = "strengt_fortrolig", _("Strengt fortrolig adresse")


class Naerhet(models.TextChoices):
    """Why somebody must not handle a person's case."""

    EGEN_SAK = "egen_sak", _("Egen sak")
    SLEKT = "slekt", _("Slekt eller partner")
    ANNET = "annet", _("Annen nærhet")
