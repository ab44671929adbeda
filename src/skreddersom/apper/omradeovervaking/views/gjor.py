"""A form for each thing that is done with a round: shown, refused with a sentence, compared when somebody was first, and done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.omradeovervaking import handlinger, sporringer, visning
from skreddersom.apper.omradeovervaking.forms import koding, rapport, runde
from skreddersom.apper.omradeovervaking.forms.felter import Rundeskjema
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.port import kan_endres, kan_folges, kan_publiseres, kan_returneres, kan_sendes
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.samtidig import paa_ny_versjon

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from skreddersom.plattform.tilgang.foresporsel import Foresporsel
    from skreddersom.plattform.tilgang.kontekst import Kontekst

Gjor = Callable[["Kontekst", "UUID", int, Any], object]
"""What does it: who acts, the round, the version the form was opened on, and the form."""


@dataclass(frozen=True, slots=True)
class Skritt:
    """One thing that is done: what the page is called, its form, what does it, what is said, and where one comes from and goes."""

    tittel: _StrPromise
    skjema: type[Any]
    gjor: Gjor
    gjort: _StrPromise
    knapp: _StrPromise = field(default=_("Lagre"))
    port: Callable[[Rundegrunnlag, Any], Port] = lambda _grunnlag, _skjema: Port()
    fjern: Gjor | None = None
    til: str = "runde"


def _endres(grunnlag: Rundegrunnlag, _skjema: object) -> Port:
    return kan_endres(grunnlag.runde)


def _sendes(grunnlag: Rundegrunnlag, _skjema: object) -> Port:
    return kan_sendes(grunnlag.runde, [sporringer.punkt(ett) for ett in grunnlag.sporsmal], timezone.localdate())


def _folges(grunnlag: Rundegrunnlag, _skjema: object) -> Port:
    return kan_folges(grunnlag.runde)


def _returneres(grunnlag: Rundegrunnlag, skjema: Rundeskjema) -> Port:
    return kan_returneres(grunnlag.runde, _stand(grunnlag, skjema))


def _stand(grunnlag: Rundegrunnlag, skjema: Rundeskjema) -> sporringer.Stand | None:
    return next((ett for ett in grunnlag.stand if str(ett.rad.pk) == skjema.valgt.get("kontor")), None)


def _returner(kontekst: Kontekst, pk: UUID, versjon: int, skjema: runde.Retur) -> object:
    stand = _stand(skjema.grunnlag, skjema)
    if stand is None:
        raise Http404
    return handlinger.returner(kontekst, pk, versjon, stand.rad.pk, skjema.cleaned_data["grunn"])


def _bli_enige(kontekst: Kontekst, pk: UUID, versjon: int, skjema: koding.Enighetskjema) -> object:
    if skjema.rute is None:
        raise Http404
    felt, svar = skjema.cleaned_data, skjema.grunnlag.svarrader[skjema.rute].pk
    return handlinger.bli_enige(kontekst, pk, versjon, svar, felt["kode"], felt["begrunnelse"])


def _slaa_sammen(kontekst: Kontekst, pk: UUID, versjon: int, skjema: koding.Sammenskjema) -> object:
    felt = skjema.cleaned_data
    return handlinger.slaa_sammen(kontekst, pk, versjon, skjema.valgt.get("sporsmal", ""), felt["fra"], felt["til"], felt["grunn"])


def _lagre_del(kontekst: Kontekst, pk: UUID, versjon: int, skjema: rapport.Delskjema) -> object:
    plass = skjema.plass if skjema.gammelt is not None else None
    return handlinger.lagre_del(kontekst, pk, versjon, skjema.liste, plass, skjema.ny())


def _fjern_del(kontekst: Kontekst, pk: UUID, versjon: int, skjema: rapport.Delskjema) -> object:
    return handlinger.lagre_del(kontekst, pk, versjon, skjema.liste, skjema.plass, None)


def _del(skjema: type[rapport.Delskjema], tittel: _StrPromise, gjort: _StrPromise) -> Skritt:
    return Skritt(tittel, skjema, _lagre_del, gjort, fjern=_fjern_del, til="rapport")


def _publiseres(grunnlag: Rundegrunnlag, _skjema: object) -> Port:
    return kan_publiseres(grunnlag.rapport(timezone.localdate()))


SKRITT: Final = {
    "oppsett": Skritt(
        _("Hvem skal svare?"),
        runde.Oppsettskjema,
        lambda hvem, pk, versjon, skjema: handlinger.lagre_oppsett(hvem, pk, versjon, skjema.oppsett()),
        _("Endringen er lagret."),
        port=_endres,
    ),
    "sporsmal": Skritt(
        _("Spørsmål"),
        runde.Sporsmalskjema,
        lambda hvem, pk, versjon, skjema: handlinger.lagre_sporsmal(hvem, pk, versjon, skjema.nytt(), skjema.plass),
        _("Spørsmålet er lagret."),
        port=_endres,
        fjern=lambda hvem, pk, versjon, skjema: handlinger.fjern_sporsmal(hvem, pk, versjon, skjema.plass or 0),
    ),
    "flytt": Skritt(
        _("Flytt spørsmålet"),
        Rundeskjema,
        lambda hvem, pk, versjon, skjema: handlinger.flytt_sporsmal(
            hvem, pk, versjon, skjema.plass or 0, opp=skjema.valgt.get("vei") != "ned"
        ),
        _("Spørsmålet er flyttet."),
        _("Flytt"),
        port=_endres,
    ),
    "send": Skritt(
        _("Send runden"),
        Rundeskjema,
        lambda hvem, pk, versjon, _skjema: handlinger.send_runde(hvem, pk, versjon, timezone.localdate()),
        _("Runden er sendt. Lederne ved kontorene ser spørsmålene nå."),
        _("Send til kontorene"),
        port=_sendes,
    ),
    "minn": Skritt(
        _("Minn om fristen"),
        runde.Paaminnelse,
        lambda hvem, pk, versjon, skjema: handlinger.minn(hvem, pk, versjon, skjema.cleaned_data["tekst"]),
        _("De som ikke har svart, er minnet om det."),
        _("Send påminnelse"),
        port=_folges,
    ),
    "returner": Skritt(
        _("Send svarene tilbake"), runde.Retur, _returner, _("Svarene er sendt tilbake til kontoret."), _("Send tilbake"), port=_returneres
    ),
    "frist": Skritt(
        _("Ny svarfrist"),
        runde.Fristskjema,
        lambda hvem, pk, versjon, skjema: handlinger.sett_frist(hvem, pk, versjon, skjema.cleaned_data["frist"]),
        _("Fristen er endret."),
        port=_folges,
    ),
    "lukk": Skritt(
        _("Lukk runden"),
        Rundeskjema,
        lambda hvem, pk, versjon, _skjema: handlinger.lukk(hvem, pk, versjon),
        _("Runden er lukket, og tar ikke imot flere svar."),
        _("Lukk runden"),
        port=_folges,
    ),
    "apne": Skritt(
        _("Åpne runden igjen"),
        Rundeskjema,
        lambda hvem, pk, versjon, _skjema: handlinger.apne(hvem, pk, versjon),
        _("Runden tar imot svar igjen."),
        _("Åpne runden igjen"),
    ),
    "kode": Skritt(
        _("Ny kode"),
        koding.Kodeskjema,
        lambda hvem, pk, versjon, skjema: handlinger.ny_kode(hvem, pk, versjon, skjema.ny()),
        _("Koden er lagt til i en ny versjon av kodelista."),
        til="koding",
    ),
    "sammen": Skritt(_("Slå sammen koder"), koding.Sammenskjema, _slaa_sammen, _("Kodene er slått sammen."), _("Slå sammen"), til="koding"),
    "enighet": Skritt(_("Bli enige"), koding.Enighetskjema, _bli_enige, _("Enigheten er lagret."), til="koding"),
    "innledning": Skritt(
        _("Innledning"),
        rapport.Innledningskjema,
        lambda hvem, pk, versjon, skjema: handlinger.lagre_innledning(hvem, pk, versjon, skjema.felt()),
        _("Innledningen er lagret."),
        til="rapport",
    ),
    "paastand": _del(rapport.Paastandskjema, _("Påstand"), _("Påstanden er lagret.")),
    "avsnitt": _del(rapport.Avsnittskjema, _("Avsnitt"), _("Avsnittet er lagret.")),
    "oppfolging": _del(rapport.Oppfolgingskjema, _("Oppfølging"), _("Oppfølgingen er lagret.")),
    "fulgt_opp": Skritt(
        _("Registrer hva som er gjort"),
        rapport.Gjortskjema,
        lambda hvem, pk, versjon, skjema: handlinger.folg_opp(
            hvem, pk, versjon, skjema.plass or 0, skjema.cleaned_data["dato"], skjema.cleaned_data["tekst"]
        ),
        _("Det er registrert."),
        til="rapport",
    ),
    "publiser": Skritt(
        _("Publiser rapporten"),
        rapport.Publiserskjema,
        lambda hvem, pk, versjon, skjema: handlinger.publiser(
            hvem, pk, versjon, skjema.cleaned_data["maalform"], skjema.cleaned_data.get("grunn", "")
        ),
        _("Rapporten er publisert. Kontorene kan lese den."),
        _("Publiser"),
        port=_publiseres,
        til="rapport",
    ),
}
"""What stands in the address → how it is done."""


@require_http_methods(["GET", "HEAD", "POST"])
def gjor(request: Foresporsel, runde_id: UUID, hva: str) -> HttpResponse:
    """The form, and what it sends."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, runde_id))
    skritt = SKRITT.get(hva)
    if skritt is None:
        raise Http404
    skjema = skritt.skjema(grunnlag, request.GET.dict(), request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _vis(request, skritt, skjema)
    return _send(request, skritt, skjema)


def _send(request: Foresporsel, skritt: Skritt, skjema: Any) -> HttpResponse:  # noqa: ANN401 – the form of the step
    fjern = skritt.fjern if "fjern" in request.POST and skjema.kan_fjernes else None
    gyldig = skjema.is_valid()
    if not gyldig and not (fjern and "versjon" in skjema.cleaned_data):
        return _vis(request, skritt, skjema)
    versjon = skjema.cleaned_data["versjon"]
    try:
        (fjern or skritt.gjor)(request.kontekst, skjema.grunnlag.runde.pk, versjon, skjema)
    except handlinger.Konflikt:
        return _sammenlign(request, skritt, skjema, versjon)
    except Brukerfeil as feil:
        skjema.add_error(None, str(feil))
        return _vis(request, skritt, skjema)
    messages.success(request, _("Det er tatt bort.") if fjern else skritt.gjort)
    return redirect(f"omradeovervaking:{skritt.til}", runde_id=skjema.grunnlag.runde.pk)


def _sammenlign(request: Foresporsel, skritt: Skritt, skjema: Rundeskjema, versjon: int) -> HttpResponse:
    """Somebody was first: what they did, above what was typed. Sent again, it counts on what is now shown."""
    grunnlag = Rundegrunnlag(sporringer.runde(request.kontekst, skjema.grunnlag.runde.pk))
    paa_nytt = skritt.skjema(grunnlag, skjema.valgt, paa_ny_versjon(request, grunnlag.runde.versjon))
    return _vis(request, skritt, paa_nytt, visning.hendelser(grunnlag.runde, versjon))


def _vis(request: Foresporsel, skritt: Skritt, skjema: Any, endringer: list[tuple[str, object]] | None = None) -> HttpResponse:  # noqa: ANN401
    grunnlag = skjema.grunnlag
    innhold = {
        "skritt": skritt,
        "skjema": skjema,
        "runde": grunnlag.runde,
        "port": skritt.port(grunnlag, skjema),
        "tilbake": f"omradeovervaking:{skritt.til}",
        "endringer": endringer,
    }
    return render(request, "omradeovervaking/skjema.html", innhold, status=200 if endringer is None else 409)
