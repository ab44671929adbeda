"""The office in numbers: do we find, tell and offer, and where does it slip?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from skreddersom.kjerne.kontroll.modell import TEMA, Alvor
from skreddersom.plattform.design.setninger import paa_leserens
from skreddersom.plattform.kontroller import telling as kontroller
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.http import HttpResponse

    from skreddersom.kjerne.lov.hjemmel import Hjemmel
    from skreddersom.plattform.kontroller.telling import Tall
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

BEVIS: Final = {"siste_gjennomgang": _("Siste gjennomgang"), "siste_aktivitet": _("Siste registrering")}
AV: Final = {
    "kandidat": _("kandidater"),
    "soknad": _("søknader"),
    "vedtak": _("vedtak"),
    "vilkarsvurdering": _("vurderte vilkår"),
    "klage": _("klager"),
}
"""What the n of a control counts."""
FARGE: Final = {Alvor.BRUDD: "danger", Alvor.RISIKO: "warning", Alvor.KVALITET: "info"}


@require_safe
def kontoret(request: Foresporsel) -> HttpResponse:
    """The controls of the catalogue by theme, each as «k of n» with its interval, and the way to those it is about."""
    idag = timezone.localdate()
    alle = kontroller.tell(request.kontekst, idag)
    temaer = [
        (TEMA[nr], [_kort(tall, idag) for tall in alle if tall.kontroll.tema == nr]) for nr in sorted({t.kontroll.tema for t in alle})
    ]
    innhold = {
        "temaer": temaer,
        "funn": sum(tall.k + tall.risiko for tall in alle),
        "kan_sette_grenser": request.kontekst.rolle is Rolle.LEDER,
    }
    return render(request, "kandidat/kontoret.html", innhold)


def _kort(tall: Tall, idag: date) -> dict[str, object]:
    return {
        "tall": tall,
        "kontroll": tall.kontroll,
        "hjemler": _hjemler(tall.kontroll.hjemler(idag)),
        "farge": FARGE[tall.kontroll.alvor if tall.k else Alvor.RISIKO] if tall.k or tall.risiko else "success",
        "av": AV.get(tall.kontroll.tabell, ""),
        "om_kontoret": tall.kontroll.tabell == "kontor",
        "bevisnavn": BEVIS.get(tall.kontroll.bevis[0], ""),
    }


def _hjemler(hjemler: Iterable[Hjemmel]) -> str:
    """«Sosialtjenesteloven §§ 12, 17 og 29»: each act once."""
    per_lov: dict[str, list[str]] = {}
    for hjemmel in hjemler:
        lov, _skille, paragraf = paa_leserens(hjemmel).partition(" § ")
        per_lov.setdefault(lov, []).append(paragraf)
    return "; ".join(f"{lov} {'§§' if len(numre) > 1 else '§'}\N{NO-BREAK SPACE}{', '.join(numre)}" for lov, numre in per_lov.items())
