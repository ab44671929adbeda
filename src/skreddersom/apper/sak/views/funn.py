"""The cases that a control has found something in, with the evidence; reached from the numbers on Kontoret."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from skreddersom.apper.sak import kontrolltall, sporringer
from skreddersom.apper.sak.models import Svar
from skreddersom.kjerne.kontroll.modell import Alvor
from skreddersom.kjerne.lov.grunner import ulovlige
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpResponse

    from skreddersom.apper.sak.kontrolltall import Funn
    from skreddersom.kjerne.tekst import Maalform
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 25
NAVN: Final[Mapping[str, object]] = {
    "mottatt": _("Mottatt"),
    "vilkar_siden": _("Siste vilkår vurdert"),
    "dato": _("Vedtatt"),
    "vedtak": _("Vedtatt"),
    "ulovlig": _("Kan leses som"),
    "aev_utfort": _("Arbeidsevnevurderingen utført"),
    "frist": _("Frist"),
    "start": _("Programstart"),
    "vilkar": _("Vilkår"),
    "svar": _("Svar"),
    "uten_kilde": _("Opplysninger uten kilde"),
    "barn": _("Barn i husstanden"),
    "fra": _("Fra og med"),
    "til": _("Til og med"),
    "siste_dag": _("Lengste lovlige periode, til og med"),
}
"""Column of evidence → what the page calls it."""
INGEN: Final = "ingen"
FARGE: Final = {Alvor.BRUDD: "danger", Alvor.RISIKO: "warning", Alvor.KVALITET: "info"}
ALVOR: Final = {Alvor.BRUDD: _("Brudd på loven"), Alvor.RISIKO: _("Blir brudd om ingen gjør noe"), Alvor.KVALITET: _("Kunne vært bedre")}


@require_safe
def funn(request: Foresporsel, kontroll_id: str) -> HttpResponse:
    """What one control finds, breaches first, each with its case."""
    kontroll = kontrolltall.egne_kontroller().get(kontroll_id)
    if kontroll is None:
        raise Http404
    idag = timezone.localdate()
    alle = kontrolltall.funn(request.kontekst, kontroll, idag)
    side = Paginator(alle, PER_SIDE).get_page(request.GET.get("side"))
    rader = _rader(request, list(side), idag)
    request.dagbok.noter(Notat(Handling.LES, formal=Formal.INTERNKONTROLL, detalj=f"kontroll {kontroll.id}, {len(rader)} vist"))
    return render(request, "sak/funn.html", {"kontroll": kontroll, "side": side, "rader": rader, "i_alt": len(alle)})


def _rader(request: Foresporsel, alle: Sequence[Funn], idag: date) -> list[dict[str, Any]]:
    saker = sporringer.saker(request.kontekst).filter(pk__in={ett.sak for ett in alle}).select_related("person", "saksbehandler")
    av_id = {str(sak.pk): sak for sak in saker}
    ord_ = _ord(idag)
    return [_rad(av_id[ett.sak], ett, ord_) for ett in alle if ett.sak in av_id]


def _rad(sak: Any, ett: Funn, ord_: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401 – a Sak with what is shown of it
    alvor = Alvor[ett.alvor]
    bevis = [(NAVN[navn], _verdi(verdi, ord_)) for navn, verdi in ett.bevis]
    return {"sak": sak, "alvor": ALVOR[alvor], "farge": FARGE[alvor], "bevis": bevis}


def _verdi(verdi: str, ord_: Mapping[str, str]) -> str:
    """A value of evidence in words: a date as people write it, a code as what it stands for."""
    try:
        return date_format(date.fromisoformat(verdi), "j. F Y")
    except ValueError:
        return ", ".join(ord_.get(del_, del_) for del_ in verdi.split(", "))


def _ord(idag: date) -> dict[str, str]:
    """Code → its words: grounds, conditions and answers."""
    malform: Maalform = "nn" if get_language() == "nn" else "nb"
    grunner = {ett.kode: ett.tekst.paa(malform) for ett in ulovlige(idag)}
    vilkar = {ett.id: ett.krav for ett in versjon_paa(idag).vilkar}
    return grunner | vilkar | {svar.value: str(svar.label) for svar in Svar} | {INGEN: str(_("ingen"))}
