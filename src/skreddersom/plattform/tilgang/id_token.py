"""The ID token: what the provider says of who it was, believed only with a signature that its published keys confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import jwt

if TYPE_CHECKING:
    from collections.abc import Mapping

ALGORITMER: Final = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
"""Signatures that only the provider can make. Never «none», and none that is made with a secret we share."""
KLOKKESLINGRING: Final = 60  # seconds that the two machines' clocks may differ


class UgyldigToken(Exception):
    """The token is not what it should be; why is of interest only to whoever sent it."""


def les(token: str, nokler: Mapping[str, Any], *, utsteder: str, klient: str) -> dict[str, Any]:
    """What the token says. ``nokler`` is the provider's published key set (JWKS). Raises ``UgyldigToken``."""
    try:
        hode = jwt.get_unverified_header(token)
        if hode.get("alg") not in ALGORITMER:
            raise UgyldigToken("signaturen er av et slag vi ikke godtar")
        innhold = jwt.decode(
            token,
            _nokkel(hode, nokler).key,
            algorithms=[hode["alg"]],
            audience=klient,
            issuer=utsteder,
            leeway=KLOKKESLINGRING,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError, KeyError) as feil:
        raise UgyldigToken(str(feil)) from feil
    if innhold.get("azp", klient) != klient:
        raise UgyldigToken("utstedt til en annen")
    return innhold


def _nokkel(hode: Mapping[str, Any], nokler: Mapping[str, Any]) -> jwt.PyJWK:
    """The key that the token names; the only one there is, when it names none."""
    mulige = [ett for ett in nokler["keys"] if ett.get("use", "sig") == "sig" and hode.get("kid") in (None, ett.get("kid"))]
    if len(mulige) != 1:
        raise UgyldigToken("tokenet sier ikke hvilken nøkkel det er signert med")
    return jwt.PyJWK(mulige[0], algorithm=hode["alg"])
