"""Production's settings, but for the style sheets: they are not measured, and so need not be fetched and gathered."""

from __future__ import annotations

from skreddersom.plattform.oppsett.drift import *  # noqa: F403 – this is how Django's settings build on one another

STATICFILES_DIRS = []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
