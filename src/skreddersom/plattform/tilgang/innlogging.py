"""What django-allauth may do here: log in staff that are registered, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest


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
        """Connect the login with the member of staff who has this e-mail address; somebody unknown comes no further."""
        if sociallogin.is_existing:
            return
        ansatt = Ansatt.objects.filter(epost__iexact=_epost(sociallogin), is_active=True).first()
        if ansatt is None:
            raise ImmediateHttpResponse(redirect("/logg-inn/?ukjent=1"))
        sociallogin.connect(request, ansatt)

    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: SocialLogin) -> bool:
        """Never."""
        return False


class Tjeneste(NamedTuple):
    """A way to log in: what the button says, and where it leads."""

    navn: str
    adresse: str


def tjenester(request: HttpRequest) -> list[Tjeneste]:
    """The login providers that the settings name; none in the demo."""
    apper = get_adapter().list_apps(request, provider="openid_connect")
    mal = _("Logg inn med {navn}")
    return [Tjeneste(mal.format(navn=app.name), reverse("openid_connect_login", args=[app.provider_id])) for app in apper]


def _epost(innlogging: SocialLogin) -> str:
    """The address the provider vouches for; empty when it does not vouch for any."""
    opplysninger: dict[str, Any] = innlogging.account.extra_data
    opplysninger = opplysninger.get("userinfo", opplysninger)
    return str(opplysninger.get("email", "")) if opplysninger.get("email_verified") else ""
