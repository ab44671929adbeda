"""The tables that the controls are asked of: one row for each subject, with the facts that tell. What is not known is null.

Every table has ``id`` (of the subject) and ``kontor_id``; those of cases have ``sak_id`` too, where the subject is to be found. Dates
are days, and both ends of a period are included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

    Skjema = Mapping[str, pl.DataType | type[pl.DataType]]

HVEM: Final[Skjema] = {"id": pl.String, "kontor_id": pl.String}
I_SAK: Final[Skjema] = {**HVEM, "sak_id": pl.String}

KANDIDAT: Final[Skjema] = {
    **HVEM,
    "kandidat_siden": pl.Date,  # when the office could first know
    "siste_utfall": pl.String,  # null when there is none
    "utfall_dato": pl.Date,
    "kanal": pl.String,  # how they were informed
    "alder": pl.Int32,  # whole years at the last review
    "vilkar_stilt": pl.Boolean,  # conditions of activity
    "program_vurdert_for_vilkar": pl.Boolean,
}
"""Those on the list now."""

KONTOR: Final[Skjema] = {**HVEM, "siste_gjennomgang": pl.Date, "siste_aktivitet": pl.Date}
"""The office itself: when it last reviewed its caseload, and when anything was last registered."""

SOKNAD: Final[Skjema] = {
    **I_SAK,
    "mottatt": pl.Date,
    "henlagt": pl.Boolean,  # withdrawn, or ended without a decision
    "forelopig_svar": pl.Date,
    "vedtak": pl.Date,  # the day it was decided
    "utfall": pl.String,  # what was decided
    "tilbud": pl.Date,  # the day a programme was granted on it, also when an earlier refusal was reversed
    "start": pl.Date,  # the day the programme starts
    "alle_vilkar": pl.Boolean,  # every condition of § 29 answered yes; false when one is no; null when some is open
    "vilkar_siden": pl.Date,  # the day the last of them was answered
    "barn": pl.Int32,  # children in the household, as far as anything the office has tells
    "barn_vurdert": pl.Boolean,  # their needs are assessed, or it is assessed that there are none
}
"""Applications, from the day they came in."""

VEDTAK: Final[Skjema] = {
    **I_SAK,
    "utfall": pl.String,  # innvilget, avslatt, avvist …
    "dato": pl.Date,
    "fra": pl.Date,
    "til": pl.Date,
    "omgjort": pl.Boolean,  # a later decision has changed it
    "trenger_aev": pl.Boolean,  # § 29 was assessed on more than what can be looked up (L24)
    "aev_utfort": pl.Date,  # the first time the arbeidsevnevurdering was done in the case
    "grunner": pl.List(pl.String),  # the codes of the grounds for each no
    "begrunnelse": pl.String,  # the reasons of a refusal, and of each no it rests on
    "saksbehandler": pl.String,
    "fattet_av": pl.String,
    "forfattere": pl.List(pl.String),  # who wrote the assessments it rests on
}
"""Decisions."""

VILKARSVURDERING: Final[Skjema] = {
    **I_SAK,
    "vilkar": pl.String,
    "svar": pl.String,  # JA, NEI or UKJENT
    "begrunnet": pl.Boolean,  # there are words, and not only blanks
    "opplysninger": pl.Int32,  # how many facts it was answered from
    "uten_kilde": pl.Int32,  # how many of them do not say where they are from
}
"""The answer that counts to each condition, in cases that are not ended without a decision."""

KLAGE: Final[Skjema] = {
    **I_SAK,
    "mottatt": pl.Date,
    "avgjort": pl.Date,  # sent on, reversed, rejected or withdrawn: the office has done its part
}
"""Complaints about decisions."""

TABELLER: Final[Mapping[str, Skjema]] = {
    "kandidat": KANDIDAT,
    "kontor": KONTOR,
    "soknad": SOKNAD,
    "vedtak": VEDTAK,
    "vilkarsvurdering": VILKARSVURDERING,
    "klage": KLAGE,
}
"""Every table by its name."""
