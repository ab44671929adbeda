"""Who does what with a round, in the domain itself: every action × every role. The table of pages says the same of the addresses."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from skreddersom.apper.omradeovervaking import handlinger
from skreddersom.apper.sak.port import ikke_rollen
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import Kontekst
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable

AV_LEDEREN = {"lagre_svar", "lever"}
ALLE = [navn for navn in handlinger.__all__ if inspect.isfunction(getattr(handlinger, navn))]


def prov(navn: str, rolle: Rolle) -> Exception:
    """Call the action with nothing it can use, where there is no database: whoever is let in, falls on that."""
    handling: Callable[..., Any] = getattr(handlinger, navn)
    antall = sum(ett.default is ett.empty for ett in inspect.signature(handling).parameters.values())
    with pytest.raises(Exception) as feil:  # noqa: PT011 – what it falls on is not the point
        handling(Kontekst(uuid4(), uuid4(), rolle), *[None] * (antall - 1))
    return feil.value


@pytest.mark.parametrize("rolle", list(Rolle))
@pytest.mark.parametrize("navn", ALLE)
def test_hver_handling_gjores_bare_av_den_rollen_som_har_den(navn: str, rolle: Rolle) -> None:
    rett = Rolle.LEDER if navn in AV_LEDEREN else Rolle.STATSFORVALTER
    feil = prov(navn, rolle)
    assert (isinstance(feil, Brukerfeil) and str(feil) == ikke_rollen({rett})) is (rolle is not rett), repr(feil)


def test_tabellen_har_alle_handlingene() -> None:
    assert set(ALLE) >= AV_LEDEREN | {"lag_runde", "kod_svar", "publiser"}
