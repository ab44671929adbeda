"""The gallery and the error pages in a browser, without access control and database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from vindu import Vindu, tjen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.conf import LazySettings
    from playwright.sync_api import Browser

MELLOMVARE: Final = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "skreddersom.plattform.oppsett.hoder.Sikkerhetshoder",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]


@pytest.fixture
def vindu(nettleser: Browser, hentet: Path, settings: LazySettings) -> Iterator[Vindu]:
    settings.STATICFILES_DIRS = [str(hentet)]
    settings.MIDDLEWARE = MELLOMVARE
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    with tjen() as adresse:
        vindu = Vindu(nettleser, adresse, "/galleri/")
        yield vindu
        vindu.lukk()
