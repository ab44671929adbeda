"""The page of a case: what has happened, what is due, what can be done now; and its log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import grunnlag, handlinger, kontrolltall, krav, sporringer
from skreddersom.apper.sak.models import FERDIGE
from skreddersom.apper.sak.saksporringer import sakstilstand
from skreddersom.apper.sak.views.felles import hent_sak, rammen
from skreddersom.apper.sak.visning import funn
from skreddersom.apper.sak.visning.hode import fristene, ramme
from skreddersom.apper.sak.visning.naa import naa
from skreddersom.apper.sak.visning.tidslinje import datoer, linje, tidslinje
from skreddersom.apper.sak.visning.videre import videre

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.models import Behandling, Sak
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 50


@require_safe
def sak(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """The overview."""
    valgt, dag = hent_sak(request, sak_id), sporringer.idag()
    alle = sporringer.i_saken(valgt)
    vedtakene = [ett.vedtak for ett in alle if hasattr(ett, "vedtak")]
    innhold = {
        "behandlinger": alle,
        "funnene": funn.vis(kontrolltall.funn_i_saken(request.kontekst, valgt.pk, dag), dag),
        "linjer": tidslinje(sporringer.alt_som_har_skjedd(valgt), datoer(valgt.aev.all(), vedtakene)),
        "videre": videre(sakstilstand(valgt, alle), valgt.pk, request.kontekst, dag),
    }
    onsket = request.GET.get("behandling", "")
    framme = next((ett for ett in alle if str(ett.pk) == onsket), alle[0] if alle else None)
    return render(request, "sak/sak.html", innhold | _om_arbeidet(request, valgt, framme, dag))


def _om_arbeidet(request: Foresporsel, valgt: Sak, behandling: Behandling | None, dag: date) -> dict[str, object]:
    """What depends on the behandling that is on top."""
    if behandling is None:
        return {"ramme": ramme(valgt, None, "sak:sak", dag), "frister": [], "naa": None, "mangler": ()}
    behandling.sak = valgt
    bak = grunnlag.hent([behandling])[behandling.pk]
    tilstand = sporringer.tilstand_av(behandling, bak, dag)
    return {
        "ramme": ramme(valgt, behandling, "sak:sak", dag, bak.vent),
        "frister": fristene(behandling, bak.vent, dag),
        "dager": sporringer.behandlingsdager(behandling, dag),
        "naa": naa(behandling, tilstand, request.kontekst, dag),
        "nokkel": handlinger.ny_nokkel(),
        "mangler": () if behandling.status in FERDIGE else krav.mangler(tilstand, dag),
    }


@require_safe
def logg(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """Everything that has happened, as it was written."""
    valgt = hent_sak(request, sak_id)
    side = Paginator(valgt.hendelser.select_related("av"), PER_SIDE).get_page(request.GET.get("side"))
    kan_gi_innsyn = handlinger.innsynsport(valgt, request.kontekst).apen
    innhold = {"ramme": rammen(valgt, "sak:logg"), "side": side, "kan_gi_innsyn": kan_gi_innsyn}
    return render(request, "sak/logg.html", innhold | {"linjer": [linje(ett) for ett in side]})
