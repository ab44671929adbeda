"""The settings that are the same everywhere: in production, in the demo and in the tests."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

PAKKE = Path(__file__).resolve().parents[2]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "skreddersom.plattform.design",
    "skreddersom.plattform.tilgang",
    "skreddersom.plattform.logg",
    "skreddersom.plattform.brev",
    "skreddersom.plattform.kontroller",
    "skreddersom.apper.kandidat",
    "skreddersom.apper.sak",
    "skreddersom.apper.omradeovervaking",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "skreddersom.plattform.oppsett.hoder.Sikkerhetshoder",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "skreddersom.plattform.tilgang.mellomvare.Innenfor",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "skreddersom.plattform.design.hode.hode",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "skreddersom.plattform.design.templatetags.dato",
            ],
        },
    }
]

ROOT_URLCONF = "skreddersom.plattform.oppsett.urls"
WSGI_APPLICATION = "skreddersom.plattform.oppsett.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PAKKE / "plattform" / "design" / "locale"]
FORMAT_MODULE_PATH = ["skreddersom.plattform.design.formater"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
# What npm has fetched; set by the front door. Without it the pages work, but are bare.
STATICFILES_DIRS = [os.environ["SKREDDERSOM_DESIGN"]] if os.environ.get("SKREDDERSOM_DESIGN") else []
WHITENOISE_USE_FINDERS = True

AUTH_USER_MODEL = "tilgang.Ansatt"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["skreddersom.plattform.tilgang.hvem.MedRoller"]
LOGIN_URL = "/logg-inn/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/logg-inn/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "epost"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_ONLY = True
SOCIALACCOUNT_ADAPTER = "skreddersom.plattform.tilgang.innlogging.Adapter"
ACCOUNT_ADAPTER = "skreddersom.plattform.tilgang.innlogging.IngenEgenRegistrering"
SOCIALACCOUNT_LOGIN_ON_GET = False

PERSONKATALOG = "skreddersom.apper.kandidat.katalog.Katalog"
"""Who knows the persons: see ``tilgang/personer.py``."""

KONTROLLKILDER = ["skreddersom.apper.kandidat.kontrolltall.Kilde", "skreddersom.apper.sak.kontrolltall.Kilde"]
"""Who keeps the facts that the controls are asked of: see ``plattform/kontroller/telling.py``."""

KONTORTELLERE = ["skreddersom.apper.sak.handlinger.sakstall.tell_sakene"]
"""Who counts too whenever all of an office is counted: see ``apper/kandidat/handlinger/kontortall.py``."""

KONTOROPPGAVER = ["skreddersom.apper.omradeovervaking.benk.oppgaver"]
"""Who puts tasks of the office itself on the bench: see ``apper/sak/kontorbenk.py``."""

BREVSENDER = {"sender": "skreddersom.plattform.brev.sendere.nedlasting.Nedlasting"}
"""How letters go out: the class, and its options. See ``brev/sendere``."""
BREV_ALARM = timedelta(hours=24)
"""A letter that is ready and has not gone in so long is alarmed about."""

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobber"

ROLLEKORT = False
"""Whether anyone may log in as a made-up person. Only the demo's settings turn it on."""
VIS_GALLERI = False

SESSION_ENGINE = "skreddersom.plattform.tilgang.oktlager"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "skreddersom"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 10 * 60 * 60  # seconds; a session that nobody uses is cleared away from the database after that
OKT_UVIRKSOM = timedelta(minutes=30)
"""A session ends when nothing has been asked for in so long."""
OKT_LENGST = timedelta(hours=10)
"""A session ends so long after login, whatever happens in it."""

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
MELLOMTJENERE = 0
"""How many proxies of our own stand between the client and us."""
CSRF_FAILURE_VIEW = "skreddersom.plattform.design.feil.for_gammelt"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
STORSTE_OPPLASTING = 60_000_000
"""Bytes in one uploaded file; 11F for the whole of Oslo is about a sixth of it."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"feil": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["feil"], "level": "WARNING"},
}
