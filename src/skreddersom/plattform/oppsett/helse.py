"""For the one who looks after the server: is it alive, is it ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_safe
def levende(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("levende\n", content_type="text/plain")


@require_safe
def klar(_request: HttpRequest) -> HttpResponse:
    """The process answers, and so does the database."""
    try:
        with connection.cursor() as peker:
            peker.execute("select 1")
    except DatabaseError:
        return HttpResponse("databasen svarer ikke\n", content_type="text/plain", status=503)
    return HttpResponse("klar\n", content_type="text/plain")
