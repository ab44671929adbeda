"""The log for the office's leader: who has looked at whom, when and why. Looking here is logged as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.plattform.logg import detaljer
from skreddersom.plattform.logg.dagbok import Notat
from skreddersom.plattform.logg.forms import Finnskjema, Sokeskjema
from skreddersom.plattform.logg.koder import Formal, Handling
from skreddersom.plattform.logg.sporringer import linjer, rader
from skreddersom.plattform.tilgang.personer import katalog
from skreddersom.plattform.tilgang.roller import Rolle
from skreddersom.plattform.tilgang.sporringer import ansatte

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from skreddersom.plattform.logg.sporringer import Linje
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 50
GJORT: Final = {
    Handling.LES: _("Leste"),
    Handling.SOK: _("Søkte"),
    Handling.OPPRETT: _("La til"),
    Handling.ENDRE: _("Endret"),
    Handling.SLETT: _("Fjernet"),
    Handling.EKSPORT: _("Tok ut"),
}
HVORFOR: Final = {
    Formal.KARTLEGGING: _("Kartlegging"),
    Formal.OPPFOLGING: _("Oppfølging"),
    Formal.SAKSBEHANDLING: _("Saksbehandling"),
    Formal.INTERNKONTROLL: _("Internkontroll"),
    Formal.ADMINISTRASJON: _("Administrasjon"),
    Formal.TILSYN: _("Tilsyn"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def sok(request: Foresporsel) -> HttpResponse:
    """Search by person, member of staff and days. A number that is posted becomes an id in the address."""
    finn = Finnskjema(request.POST if request.method == "POST" else None, prefix="finn")
    if finn.is_valid():
        return redirect(f"{reverse('logg:sok')}?person={finn.cleaned_data['person']}")
    kjente = {str(ansatt.pk): ansatt.navn for ansatt in ansatte(request.kontekst)}
    skjema = Sokeskjema(list(kjente.items()), request.GET)
    utvalg = skjema.utvalg()
    request.dagbok.noter(Notat(Handling.SOK, utvalg.person, "logg", Formal.INTERNKONTROLL, detalj=str(utvalg)))
    side = Paginator(rader(request.kontekst, utvalg), PER_SIDE).get_page(request.GET.get("side"))
    viste = linjer(side, kjente)
    innhold = {"skjema": skjema, "finn": finn, "side": side, "rader": [_rad(ett) for ett in viste], "hvem": _hvem(utvalg.person, viste)}
    return render(request, "logg/sok.html", innhold)


def _rad(linje: Linje) -> dict[str, object]:
    """A row in words."""
    rad = linje.innhold
    return {
        "linje": linje,
        "gjort": GJORT[Handling(rad["handling"])],
        "formal": HVORFOR[Formal(rad["formal"])],
        "rolle": dict(Rolle.choices).get(rad["rolle"], rad["rolle"]),
        "hva": " ".join(filter(None, (rad["sak"], detaljer.vis(rad["detalj"])))),
    }


def _hvem(person: UUID | None, viste: list[Linje]) -> str:
    """Whose log is shown; empty when it is everyone's."""
    if person is None or viste:
        return viste[0].hvem_gjelder if person else ""
    return katalog().navn([person]).get(person, gettext("Skjult person"))
