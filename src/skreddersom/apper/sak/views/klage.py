"""Complaints: those of a case, one of them with what can be done now, a form for each action, and the covering letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak import handlinger, klagebrev, klagesporringer, sporringer
from skreddersom.apper.sak.forms import klage as skjemaer
from skreddersom.apper.sak.klageport import TAR_IMOT, Handling, port
from skreddersom.apper.sak.views.felles import hent_klage, hent_sak, rammen
from skreddersom.apper.sak.views.skjema import Skjemaside, svar
from skreddersom.apper.sak.visning.klage import GJOR, STANDFARGE, fristene, naa
from skreddersom.apper.sak.visning.tidslinje import linje
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.brev.vern import har_sperret_adresse
from skreddersom.plattform.logg.dagbok import Formal, Notat
from skreddersom.plattform.logg.dagbok import Handling as Logghandling

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from skreddersom.apper.sak.models import Klage
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


@dataclass(frozen=True, slots=True)
class Klageskritt:
    """One action: its form, its function, what to say when it is done, and what the button says when it is not «Lagre»."""

    skjema: type[skjemaer.Klageskjema]
    gjor: Callable[..., Any]
    gjort: _StrPromise
    knapp: _StrPromise | str = ""


SKRITT: Final = {
    Handling.KLAGE_FORMKRAV: Klageskritt(skjemaer.Formkravskjema, handlinger.vurder_formkrav, gettext_lazy("Formkravene er vurdert.")),
    Handling.KLAGE_TILLEGG: Klageskritt(skjemaer.Tilleggskjema, handlinger.registrer_tillegg, gettext_lazy("Tillegget er registrert.")),
    Handling.KLAGE_UTKAST: Klageskritt(
        skjemaer.Klageutkastskjema, handlinger.lagre_klageutkast, gettext_lazy("Utkastet er lagret."), gettext_lazy("Lagre utkastet")
    ),
    Handling.KLAGE_SEND: Klageskritt(
        skjemaer.Klageskjema, handlinger.send_klage, gettext_lazy("Oversendelsen venter på en annen."), gettext_lazy("Send")
    ),
    Handling.KLAGE_ANGRE: Klageskritt(
        skjemaer.Klageskjema, handlinger.angre_klage, gettext_lazy("Sendingen er angret."), gettext_lazy("Angre sendingen")
    ),
    Handling.KLAGE_RETURNER: Klageskritt(
        skjemaer.Klageretur, handlinger.returner_klage, gettext_lazy("Oversendelsen er sendt tilbake."), gettext_lazy("Returner")
    ),
    Handling.KLAGE_OVERSEND: Klageskritt(
        skjemaer.Klageskjema,
        handlinger.oversend,
        gettext_lazy("Klagen er oversendt. Brevet og kopien til klageren ligger klare til sending."),
        gettext_lazy("Oversend klagen"),
    ),
    Handling.KLAGE_OMGJOR: Klageskritt(
        skjemaer.Omgjorskjema,
        handlinger.omgjor,
        gettext_lazy("Behandlingen er åpnet. Klagen er avgjort når det nye vedtaket er fattet."),
        gettext_lazy("Åpne behandlingen"),
    ),
    Handling.KLAGE_AVVIS: Klageskritt(
        skjemaer.Klageskjema,
        handlinger.avvis,
        gettext_lazy("Behandlingen er åpnet. Klagen er avgjort når vedtaket om avvisning er fattet."),
        gettext_lazy("Åpne behandlingen"),
    ),
    Handling.KLAGE_OVERTA: Klageskritt(
        skjemaer.Klageskjema, handlinger.overta_klage, gettext_lazy("Du har overtatt klagen."), gettext_lazy("Overta")
    ),
    Handling.KLAGE_TILDEL: Klageskritt(skjemaer.Klagetildelskjema, handlinger.tildel_klage, gettext_lazy("Klagen er tildelt.")),
    Handling.KLAGE_TREKK: Klageskritt(skjemaer.Trekkskjema, handlinger.trekk_klage, gettext_lazy("Klagen er registrert som trukket.")),
}
"""Action → how it is done."""


@require_safe
def klager(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """The complaints of a case."""
    sak = hent_sak(request, sak_id)
    alle = klagesporringer.med_alt(sak.klager.all())
    innhold = {
        "ramme": rammen(sak, "sak:klager"),
        "klager": [(ett, STANDFARGE[ett.stand]) for ett in alle],
        "har_vedtak": sak.vedtak.exists(),
        "kan_registrere": request.kontekst.rolle in TAR_IMOT,
    }
    return render(request, "sak/klager.html", innhold)


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: Foresporsel, sak_id: UUID) -> HttpResponse:
    """Take a complaint in."""
    sak = hent_sak(request, sak_id)
    side = Skjemaside(
        om=sak,
        tittel=_("Registrer klage"),
        lag=lambda data: skjemaer.NyKlageskjema(sak, data),
        gjor=lambda skjema: handlinger.registrer_klage(request.kontekst, sak.pk, skjema.ny()),
        port=Port() if sak.vedtak.exists() else Port((_("Det er ikke fattet noe vedtak å klage på i saken."),)),
        tilbake=reverse("sak:klager", kwargs={"sak_id": sak.pk}),
        gjort=_("Klagen er registrert."),
    )
    return svar(request, side)


@require_safe
def klage(request: Foresporsel, klage_id: UUID) -> HttpResponse:
    """One complaint."""
    valgt, dag = hent_klage(request, klage_id), sporringer.idag()
    tilstand, krav = klagesporringer.tilstand(valgt, dag), klagesporringer.formkravet(valgt)
    oversendt = getattr(valgt, "oversendelse", None)
    innhold = {
        "ramme": rammen(valgt.sak, "sak:klager"),
        "klage": valgt,
        "klager": klagebrev.klager(valgt),
        "farge": STANDFARGE[valgt.stand],
        "krav": krav,
        "tillegg": list(valgt.tillegg.select_related("av")),
        "oversendt": oversendt,
        "omgjort": tilstand.omgjort,
        "har_utkast": bool(valgt.vurdering or valgt.anforsler),
        "mangler": tilstand.brev_mangler if valgt.vurdering and oversendt is None else (),
        "naa": naa(valgt, tilstand, request.kontekst, dag),
        "frister": fristene(valgt, krav, dag, valgt.grense),
        "linjer": [linje(ett) for ett in sporringer.hendelser(valgt.sak, klage=valgt)],
    }
    return render(request, "sak/klage.html", innhold)


@require_http_methods(["GET", "HEAD", "POST"])
def skjema(request: Foresporsel, klage_id: UUID, hva: str) -> HttpResponse:
    """The form of one action, and what it sends."""
    valgt, dag = hent_klage(request, klage_id), sporringer.idag()
    handling = next((ett for ett in SKRITT if ett.value == f"klage_{hva}"), None)
    if handling is None:
        raise Http404
    skritt = SKRITT[handling]
    side = Skjemaside(
        om=valgt,
        tittel=str(GJOR[handling]),
        lag=lambda data: skritt.skjema(request.kontekst, valgt, data),
        gjor=lambda sendt: skritt.gjor(request.kontekst, valgt.pk, sendt.innsending(), *sendt.argumenter()),
        port=port(handling, klagesporringer.tilstand(valgt, dag), request.kontekst, dag),
        tilbake=reverse("sak:klage", kwargs={"klage_id": valgt.pk}),
        gjort=str(skritt.gjort),
        knapp=str(skritt.knapp),
        innhold={"sperret": handling is Handling.KLAGE_UTKAST and har_sperret_adresse(valgt.person_id)},
    )
    return svar(request, side)


@require_safe
def brev(request: Foresporsel, klage_id: UUID) -> HttpResponse:
    """The covering letter: the very bytes that went, or the draft as it would be."""
    valgt = hent_klage(request, klage_id)
    request.dagbok.noter(
        Notat(Logghandling.EKSPORT, valgt.person_id, f"klage/{valgt.pk}", Formal.SAKSBEHANDLING, detalj="oversendelse av klage")
    )
    return _sendt(request, valgt) or _utkast(valgt)


def _sendt(request: Foresporsel, valgt: Klage) -> HttpResponse | None:
    oversendt = getattr(valgt, "oversendelse", None)
    if oversendt is None:
        return None
    funnet = brevene.brev(request.kontekst).get(pk=oversendt.brev)
    return _pdf(bytes(funnet.pdf), funnet.filnavn)


def _utkast(valgt: Klage) -> HttpResponse:
    fil = klagebrev.lag_utkast(valgt, klagesporringer.formkravet(valgt), sporringer.idag())
    return _pdf(fil.pdf, f"utkast-oversendelse-{str(valgt.pk)[:8]}.pdf")


def _pdf(innhold: bytes, filnavn: str) -> HttpResponse:
    return HttpResponse(innhold, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{filnavn}"'})
