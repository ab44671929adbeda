"""The page of a case: what has happened, what is due, what can be done now; and its log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import grunnlag, handlinger, kontrolltall, saksporringer, sporringer
from skreddersom.apper.sak.views.felles import hent_sak, rammen
from skreddersom.apper.sak.visning import funn
from skreddersom.apper.sak.visning.hode import fristene, ramme
from skreddersom.apper.sak.visning.mangler import mangler
from skreddersom.apper.sak.visning.naa import naa
from skreddersom.apper.sak.visning.tidslinje import datoer, linje, tidslinje
from skreddersom.apper.sak.visning.videre import varsling, videre

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Behandling, Sak
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 50


@require_safe
def sak(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """The overview. ``behandling`` in the address says which one it is about, when several are worked on."""
    valgt, dag = hent_sak(request, sak_id, saksporringer.sak), sporringer.idag()
    alle = sporringer.i_saken(valgt)
    onsket = request.GET.get("behandling", "")
    framme = next((ett for ett in alle if str(ett.pk) == onsket), alle[0] if alle else None)
    bak = grunnlag.hent([framme])[framme.pk] if framme else grunnlag.Grunnlag()
    vedtakene = [ett.vedtak for ett in alle if hasattr(ett, "vedtak")]
    om = _om_arbeidet(request, valgt, framme, bak)
    innhold = {
        "behandlinger": alle,
        "funnene": funn.vis(kontrolltall.funn_i_saken(request.kontekst, valgt.pk, dag), dag),
        "linjer": tidslinje(sporringer.alt_som_har_skjedd(valgt), datoer(bak.alle_aev, vedtakene)),
        "videre": videre(saksporringer.sakstilstand(valgt, alle), valgt.pk, request.kontekst, dag, om.pop("varsling", ())),
    }
    return render(request, "sak/sak.html", innhold | om)


def _om_arbeidet(request: Foresporsel, valgt: Sak, behandling: Behandling | None, bak: Grunnlag) -> dict[str, Any]:
    """What depends on the behandling that is in front."""
    if behandling is None:
        return {"ramme": rammen(valgt, "sak:sak"), "frister": [], "naa": None, "mangler": ()}
    behandling.sak, dag = valgt, sporringer.idag()
    tilstand = sporringer.tilstand_av(behandling, bak, dag)
    return {
        "ramme": ramme(valgt, behandling, "sak:sak", dag, bak),
        "frister": fristene(behandling, bak.vent, dag, bak.varslet),
        "dager": sporringer.behandlingsdager(behandling, dag),
        "naa": naa(behandling, tilstand, request.kontekst, dag),
        "nokkel": handlinger.ny_nokkel(),
        "mangler": mangler(behandling, tilstand, dag),
        "varsling": varsling(behandling, tilstand, request.kontekst, dag),
    }


@require_safe
def logg(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """Everything that has happened, as it was written."""
    valgt = hent_sak(request, sak_id)
    side = Paginator(valgt.hendelser.select_related("av"), PER_SIDE).get_page(request.GET.get("side"))
    kan_gi_innsyn = handlinger.innsynsport(valgt, request.kontekst).apen
    innhold = {"ramme": rammen(valgt, "sak:logg"), "side": side, "kan_gi_innsyn": kan_gi_innsyn}
    return render(request, "sak/logg.html", innhold | {"linjer": [linje(ett) for ett in side]})
