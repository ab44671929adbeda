"""The address of a thing. A long list needs many that differ only in the id; Django works each out from the table of all addresses."""

from __future__ import annotations

from functools import cache
from typing import Final
from uuid import UUID

from django.urls import reverse

PLASS: Final = UUID(int=0)


def til(navn: str, pk: UUID) -> str:
    """The page ``navn`` of the thing ``pk``. Raises ``NoReverseMatch`` when the page is not of one thing alone."""
    return _rundt(navn).format(pk)


@cache
def _rundt(navn: str) -> str:
    """The address with a ``{}`` where the id belongs."""
    for_, etter = reverse(navn, args=[PLASS]).split(str(PLASS))
    return f"{for_}{{}}{etter}"
