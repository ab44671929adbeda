"""Addresses that come from the user: to be followed only when they are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django.http import HttpRequest


def trygg(request: HttpRequest, adresse: str | None) -> str:
    """The address to go on to, if it is one of ours; else nothing."""
    ok = adresse and url_has_allowed_host_and_scheme(adresse, {request.get_host()}, require_https=request.is_secure())
    return adresse if adresse and ok else ""
