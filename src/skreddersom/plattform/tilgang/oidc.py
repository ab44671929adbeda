"""Login with an OpenID Connect provider: out to it and back. django-allauth does the protocol; what it leaves open is closed here.

Every login has a nonce, PKCE and a state; the ID token's signature, issuer, audience and subject are checked; and nothing of what the
provider tells is kept but who it was, and who said so. What stands in the address when one sets out (scope, process) is not listened to.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import Http404
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from skreddersom.plattform.tilgang.adresser import trygg
from skreddersom.plattform.tilgang.id_token import UgyldigToken, les
from skreddersom.plattform.tilgang.innlogging import stopp, tilbake

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest, HttpResponse


class Oidc(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """The protocol, with every check that can be made."""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **svar: Any) -> SocialLogin:  # noqa: ANN401 – allauth's
        """Who it was. Raises ``OAuth2Error`` when the provider's two answers do not tell of the same one."""
        id_token = self._les_id_token(app, svar["response"].get("id_token") or "")
        opplysninger = self._fetch_user_info(token.token) if app.settings.get("fetch_userinfo", True) else id_token
        if opplysninger.get("sub") != id_token["sub"]:
            raise OAuth2Error("userinfo og id_token gjelder ikke samme person")
        _krev_samme_utsteder(self.provider_id, id_token)
        innlogging = self.get_provider().sociallogin_from_response(request, {"userinfo": opplysninger, "id_token": id_token})
        innlogging.nonce = id_token.get("nonce")
        innlogging.epost = bekreftet_epost(app, id_token | opplysninger)
        innlogging.har_epost = bool(opplysninger.get("email"))
        innlogging.account.extra_data, innlogging.email_addresses = {"iss": id_token["iss"]}, []
        return innlogging

    def _les_id_token(self, app: SocialApp, token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as okt:
            svar = okt.get(self.openid_config["jwks_uri"])
            svar.raise_for_status()
        try:
            return les(token, svar.json(), utsteder=self.openid_config["issuer"], klient=app.client_id)
        except UgyldigToken as feil:
            raise OAuth2Error(str(feil)) from feil


def _krev_samme_utsteder(tilbyder: str, id_token: dict[str, Any]) -> None:
    """Two issuers may have the same name for two persons: what was bound with one, does not let in those of another."""
    konto = SocialAccount.objects.filter(provider=tilbyder, uid=id_token["sub"]).first()
    if konto is not None and konto.extra_data.get("iss") != id_token["iss"]:
        stopp("utsteder")


def bekreftet_epost(app: SocialApp, opplysninger: dict[str, Any]) -> str:
    """The address that the provider vouches for; empty when it does not vouch for any.

    Entra ID says nothing of whether an address is confirmed. ``epost_fra`` names a claim that the municipality's own tenant decides
    over, and that can be trusted for that reason.
    """
    if felt := app.settings.get("epost_fra"):
        return str(opplysninger.get(felt) or "")
    return str(opplysninger.get("email") or "") if opplysninger.get("email_verified") is True else ""


@require_POST
def ut(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to the provider."""
    tilbyder = _tilbyder(request, provider_id)
    nonce = secrets.token_urlsafe(32)
    try:
        svar: HttpResponse = tilbyder.redirect(
            request,
            AuthProcess.LOGIN,
            next_url=trygg(request, request.POST.get("next")) or None,
            auth_params=tilbyder.get_auth_params() | {"nonce": nonce},
            nonce=nonce,
        )
    except RequestException:
        return tilbake("nede")
    return svar


@require_GET
def inn(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the provider, as somebody or as nobody."""
    _tilbyder(request, provider_id)
    try:
        svar: HttpResponse = OAuth2CallbackView.adapter_view(Oidc(request, provider_id))(request)
    except ImmediateHttpResponse as unntak:
        return unntak.response  # type: ignore[no-any-return]
    return svar


def _tilbyder(request: HttpRequest, navn: str) -> Any:  # noqa: ANN401 – allauth has no types
    try:
        return get_adapter().get_provider(request, provider=navn)
    except SocialApp.DoesNotExist:
        raise Http404 from None
