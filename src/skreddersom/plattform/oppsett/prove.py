"""The tests: as in production, but on a database that the tests make, and with the pages that only the demo has."""

from __future__ import annotations

from typing import Any

from skreddersom.plattform.oppsett.felles import *  # noqa: F403 – this is how Django's settings build on one another

DEBUG = False
SECRET_KEY = "bare for prøver, ingen hemmelighet"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
# Named by tests/web/conftest.py when the server runs.
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "ingen", "OPTIONS": {}}}
ROLLEKORT = True
VIS_GALLERI = True
MELLOMTJENERE = 1
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {"openid_connect": {"APPS": [], "OAUTH_PKCE_ENABLED": True}}
