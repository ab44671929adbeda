"""What the page header tells about the one who is logged in. ``plattform/tilgang`` fills it in; the base template shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Menypunkt:
    """One link in the main menu. ``antall`` is shown as a count beside the text when it is given."""

    tekst: str
    url: str
    antall: int | None = None


@dataclass(frozen=True, slots=True)
class Hode:
    """Who is logged in, as what, where, and which pages are open to them. Empty strings are left out of the header.

    ``bytt`` is the address for choosing another office or role, ``logg_ut`` the one to POST to.
    """

    bruker: str = ""
    kontor: str = ""
    rolle: str = ""
    meny: tuple[Menypunkt, ...] = ()
    bytt: str = ""
    logg_ut: str = ""
    hjelp: str = ""
    forside: str = "/"


INGEN: Final = Hode()


def hode(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``request.hode`` as the variable ``hode``; an empty header for the one who is not logged in."""
    return {"hode": getattr(request, "hode", INGEN)}
