"""How every form of a case is shown and sent: refused with a sentence, compared when somebody was first, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.contrib import messages
from django.shortcuts import redirect, render

from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.forms.felter import Skjema
from skreddersom.apper.sak.handlinger import Konflikt
from skreddersom.apper.sak.models import Behandling, Klage, Sak
from skreddersom.apper.sak.visning.hode import sakens_navn
from skreddersom.apper.sak.visning.tidslinje import Linje, linje
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse, QueryDict

    from skreddersom.apper.kandidat.port import Port
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

S = TypeVar("S", bound=Skjema)
Om = Sak | Behandling | Klage | Kandidat


@dataclass(frozen=True, slots=True)
class Skjemaside(Generic[S]):
    """One form: what it is about (``om``), how it is made, what sends it, and where one comes from and goes.

    ``knapp`` is what the button says, when it is not «Lagre». ``videre`` says where one goes from what was done, when not ``tilbake``.
    ``lag`` makes the form from what was posted, ``gjor`` does the action; ``innhold`` is what the template shows besides.
    """

    om: Om
    tittel: str
    lag: Callable[[QueryDict | None], S]
    gjor: Callable[[S], object]
    port: Port
    tilbake: str
    gjort: str
    knapp: str = ""
    ingress: str = ""
    videre: Callable[[Any], str] | None = None
    mal: str = "sak/skjema.html"
    innhold: dict[str, object] | None = None


def svar(request: Foresporsel, side: Skjemaside[S]) -> HttpResponse:
    """The page of the form, or what comes when it is sent."""
    if request.method != "POST":
        return _vis(request, side, side.lag(None))
    skjema = side.lag(request.POST)
    if not skjema.is_valid():
        return _vis(request, side, skjema)
    try:
        gjort = side.gjor(skjema)
    except Konflikt:
        return _sammenlign(request, side, skjema)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, side, skjema)
    messages.success(request, side.gjort)
    return redirect(side.videre(gjort) if side.videre else side.tilbake)


def med_brevet(request: Foresporsel, side: Skjemaside[S]) -> HttpResponse:
    """As ``svar``, for a form beside the letter it becomes (``innhold["brev"]``); ``som=vis`` shows the letter, and keeps nothing."""
    if request.method != "POST" or request.POST.get("som") != "vis":
        return svar(request, side)
    if request.htmx:
        return render(request, "sak/forhandsvisning_bit.html", side.innhold)
    return _vis(request, side, _uten_dom(request, side))


def _uten_dom(request: Foresporsel, side: Skjemaside[S]) -> S:
    """The form with what was typed, and no judgement of it: somebody without scripts has asked to see the letter."""
    skjema = side.lag(None)
    skjema.initial.update({navn: request.POST.get(navn, "") for navn in skjema.fields if navn not in ("versjon", "nokkel")})
    return skjema


def _sammenlign(request: Foresporsel, side: Skjemaside[S], skjema: S) -> HttpResponse:
    """Somebody was first: what they did, above what was typed. Sent again, it counts on what is now shown."""
    side.om.refresh_from_db(fields=["versjon"])
    paa_nytt = side.lag(paa_ny_versjon(request, side.om.versjon))
    return _vis(request, side, paa_nytt, endringer=_siden(side.om, skjema.cleaned_data["versjon"]))


def _saken(om: Om) -> Sak | None:
    if isinstance(om, Kandidat):
        return None
    return om if isinstance(om, Sak) else om.sak


def _siden(om: Om, versjon: int) -> list[Linje]:
    """What others have done since ``versjon``."""
    if isinstance(om, Behandling):
        return [linje(ett) for ett in sporringer.hendelser(om.sak, behandling=om, etter=versjon)]
    if isinstance(om, Klage):
        return [linje(ett) for ett in sporringer.hendelser(om.sak, klage=om, etter=versjon)]
    return [linje(ett) for ett in sporringer.hendelser(om, etter=versjon)] if isinstance(om, Sak) else []


def _vis(request: Foresporsel, side: Skjemaside[S], skjema: S, *, endringer: list[Linje] | None = None) -> HttpResponse:
    sak = _saken(side.om)
    navn = sakens_navn(sak) if sak else ""
    innhold = {"side": side, "skjema": skjema, "sak": sak, "navn": navn, "endringer": endringer, **(side.innhold or {})}
    return render(request, side.mal, innhold, status=200 if endringer is None else 409)
