"""What can be done with a behandling now, and why the rest cannot: the port, in words and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse

from skreddersom.apper.sak.port import Handling, porter
from skreddersom.apper.sak.visning.ord import EGEN_SIDE, GJOR
from skreddersom.plattform.oppsett.sider import SIDER

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.port import Port
    from skreddersom.apper.sak.tilstand import Tilstand
    from skreddersom.plattform.tilgang.kontekst import Kontekst

DIREKTE: Final = frozenset({Handling.GJENOPPTA, Handling.OVERTA, Handling.LEGG_TILBAKE})
"""Actions that ask for nothing: the button does it."""


@dataclass(frozen=True, slots=True)
class Apen:
    """An action that is open: what the button says, and where it leads. ``direkte``: the button does it."""

    tekst: str
    adresse: str
    direkte: bool
    variant: str


@dataclass(frozen=True, slots=True)
class Stengt:
    """An action that is closed, and why."""

    tekst: str
    hvorfor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naa:
    """All actions, in the order of the way."""

    apne: tuple[Apen, ...]
    stengte: tuple[Stengt, ...]


def naa(behandling: Behandling, tilstand: Tilstand, hvem: Kontekst, dag: date) -> Naa:
    """Exactly what the port says."""
    alle = porter(tilstand, hvem, dag)
    apne = [handling for handling, port in alle.items() if port.apen]
    return Naa(
        tuple(_apen(handling, behandling, "secondary" if nr else "primary") for nr, handling in enumerate(apne)),
        tuple(_stengt(handling, port) for handling, port in alle.items() if not port.apen),
    )


def _apen(handling: Handling, behandling: Behandling, variant: str) -> Apen:
    return Apen(str(GJOR[handling]), adresse(handling, behandling), handling in DIREKTE, variant)


def _stengt(handling: Handling, port: Port) -> Stengt:
    return Stengt(str(GJOR[handling]), port.hindringer)


def adresse(handling: Handling, behandling: Behandling) -> str:
    """Where it is done."""
    egen = EGEN_SIDE.get(handling, "")
    if egen in SIDER:
        return reverse(egen, kwargs={"behandling_id": behandling.pk})
    return reverse("sak:arbeid", kwargs={"behandling_id": behandling.pk, "hva": handling.value})
