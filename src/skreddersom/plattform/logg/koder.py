"""What was done, and why: the codes of the log."""

from __future__ import annotations

from enum import StrEnum


class Handling(StrEnum):
    """What was done to what is known of a person."""

    LES = "les"
    SOK = "sok"
    OPPRETT = "opprett"
    ENDRE = "endre"
    SLETT = "slett"
    EKSPORT = "eksport"


LESING = frozenset({Handling.LES, Handling.SOK})
"""What changes nothing, and so has happened even when what was to be written is undone."""


class Formal(StrEnum):
    """The purpose code: why it was done."""

    KARTLEGGING = "kartlegging"
    OPPFOLGING = "oppfolging"
    SAKSBEHANDLING = "saksbehandling"
    INTERNKONTROLL = "internkontroll"
    ADMINISTRASJON = "administrasjon"
    TILSYN = "tilsyn"
