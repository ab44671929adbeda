"""What django-allauth may do here: log in staff that are registered, and nothing else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base.constants import AuthError
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.plattform.tilgang import okt, ukjent
from skreddersom.plattform.tilgang.hvem import stillinger
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Hvorfor:
    """Why somebody is not inside: a heading, and what to do."""

    tittel: _StrPromise
    raad: _StrPromise


HVORFOR: Final = {
    "ukjent": Hvorfor(
        gettext_lazy("Du er ikke registrert her"),
        gettext_lazy("Be administratoren på kontoret legge deg til med den e-postadressen du logget inn med, eller om en kode."),
    ),
    "ubekreftet": Hvorfor(
        gettext_lazy("E-postadressen din er ikke bekreftet"),
        gettext_lazy("Innloggingstjenesten går ikke god for e-postadressen. Be den som drifter innloggingen, om å bekrefte den."),
    ),
    "utsteder": Hvorfor(
        gettext_lazy("Innloggingstjenesten er en annen enn før"),
        gettext_lazy("Be administratoren på kontoret om å slippe den gamle brukerkontoen din, og logg inn på nytt."),
    ),
    "opptatt": Hvorfor(
        gettext_lazy("E-postadressen brukes av en annen innlogging"),
        gettext_lazy("Har du fått ny brukerkonto, så be administratoren på kontoret om å åpne for den."),
    ),
    "ingen_rolle": Hvorfor(
        gettext_lazy("Du har ingen rolle nå"), gettext_lazy("Rollen din er avsluttet. Be administratoren på kontoret om å gi deg en ny.")
    ),
    "rolle": Hvorfor(
        gettext_lazy("Rollen din er avsluttet"), gettext_lazy("Du er logget ut. Har du en annen rolle, kan du logge inn igjen med den.")
    ),
    "avbrutt": Hvorfor(gettext_lazy("Innloggingen ble avbrutt"), gettext_lazy("Ingenting er gjort. Prøv igjen når du vil.")),
    "feil": Hvorfor(
        gettext_lazy("Innloggingen gikk ikke"),
        gettext_lazy("Start på nytt herfra. Hjelper ikke det, så si fra til den som drifter Skreddersøm."),
    ),
    "nede": Hvorfor(
        gettext_lazy("Innloggingstjenesten svarer ikke"), gettext_lazy("Vent litt og prøv igjen. Andre systemer kan også være berørt.")
    ),
}
"""Reason in the address of the login page → what it says."""


class IngenEgenRegistrering(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account for themselves; the office's administrator does."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """Never."""
        return False

    def login(self, request: HttpRequest, user: Ansatt) -> None:
        """Log in, and start the clocks of the session."""
        super().login(request, user)
        okt.aapne(request)


class Adapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Login with the municipality's own provider."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Connect the login with the member of staff who has this e-mail address; anyone else comes no further."""
        if not secrets.compare_digest(str(sociallogin.state.get("nonce", "")), str(sociallogin.nonce)):
            stopp("feil")
        ansatt = sociallogin.user if sociallogin.is_existing else _den_som_har(request, sociallogin)
        if not ansatt.is_active or not stillinger(ansatt.pk).exists():
            stopp("ingen_rolle")
        if not sociallogin.is_existing:
            sociallogin.connect(request, ansatt)

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, **_: Any) -> None:  # noqa: ANN401, ARG002
        """Back to the login page, with a sentence and no details."""
        stopp("avbrutt" if error == AuthError.CANCELLED else "feil")


def _den_som_har(request: HttpRequest, innlogging: SocialLogin) -> Ansatt:
    """The member of staff with the address that the provider vouches for.

    The first login with an address takes it. A later one, by somebody else who has been given the same address, does not.
    Who is not known by an address, is remembered for a while: a code may tell who it is.
    """
    ansatt = Ansatt.objects.filter(epost__iexact=innlogging.epost).first() if innlogging.epost else None
    if ansatt is None:
        ukjent.husk(request, innlogging)
        stopp("ukjent" if innlogging.epost else "ubekreftet" if innlogging.har_epost else "")
    konto = innlogging.account
    samme = Q(user=ansatt, provider=konto.provider) | Q(uid=konto.uid, extra_data__iss=konto.extra_data["iss"])
    if SocialAccount.objects.filter(samme).exists():
        stopp("opptatt")
    return ansatt


def stopp(hvorfor: str) -> NoReturn:
    """End the login here."""
    raise ImmediateHttpResponse(tilbake(hvorfor))


def tilbake(hvorfor: str) -> HttpResponse:
    """To the login page, which says why; to the page that asks for a code, when there is nothing else to say."""
    if not hvorfor:
        return redirect("kode")
    return redirect(f"{reverse('logg_inn')}?hvorfor={hvorfor}")


class Tjeneste(NamedTuple):
    """A way to log in: what the button says, and where it leads."""

    navn: str
    adresse: str


def tjenester(request: HttpRequest) -> list[Tjeneste]:
    """The login providers that the settings name; none in the demo."""
    apper = get_adapter().list_apps(request, provider="openid_connect")
    mal = _("Logg inn med {navn}")
    return [Tjeneste(mal.format(navn=app.name), reverse("openid_connect_login", args=[app.provider_id])) for app in apper]


def innloggingssteder(request: HttpRequest) -> list[str]:
    """The origins that the login form may lead to: the browser follows it there only when the page's own policy says so."""
    apper = get_adapter().list_apps(request, provider="openid_connect")
    return sorted({sted for app in apper for sted in (_opphav(app.settings["server_url"]), *app.settings.get("innlogging_hos", ()))})


def _opphav(adresse: str) -> str:
    deler = urlsplit(adresse)
    return f"{deler.scheme}://{deler.netloc}"
