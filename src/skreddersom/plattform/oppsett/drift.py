"""Production: everything that is secret or local comes from the surroundings, and nothing can be left open."""

from __future__ import annotations

from skreddersom.plattform.oppsett.felles import *  # noqa: F403 – this is how Django's settings build on one another
from skreddersom.plattform.oppsett.omgivelser import antall, brevsender, database, hemmelighet, oidc, paakrevd, verter

DEBUG = False
SECRET_KEY = hemmelighet("SKREDDERSOM_HEMMELIGHET")
ALLOWED_HOSTS = verter("SKREDDERSOM_VERTER")
CSRF_TRUSTED_ORIGINS = [f"https://{vert}" for vert in ALLOWED_HOSTS]
DATABASES = {"default": database(paakrevd("DATABASE_URL", "Skriv den slik: postgresql://bruker:passord@tjener:5432/database"))}

# Style sheets and fonts get names with their hash in them, so that browsers may keep them for good; «drift tjen» gathers them.
STATIC_ROOT = paakrevd("SKREDDERSOM_DESIGN", "Start med python3 skreddersom.py, som henter stilarkene.") + "-samlet"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = ["^levende$", "^klar$"]  # asked for on the machine itself
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # to be on the browsers' own list is for the municipality to decide
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-skreddersom"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True
MELLOMTJENERE = antall("SKREDDERSOM_MELLOMTJENERE", 1)

SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc("SKREDDERSOM_OIDC"), "OAUTH_PKCE_ENABLED": True}}
BREVSENDER = brevsender("SKREDDERSOM_FORSENDELSE")
