"""Every request inside one transaction: the database is told who acts, the page's rule is held, the log is written, and then: commit.

The answer leaves only when the commit is done, so what is acknowledged is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import resolve

from skreddersom.plattform.design.feil import ikke_funnet
from skreddersom.plattform.logg.dagbok import Dagbok
from skreddersom.plattform.oppsett.meny import hode
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang import grense, okt
from skreddersom.plattform.tilgang.kontekst import sett

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.urls import ResolverMatch

    from skreddersom.plattform.tilgang.models import Stilling
    from skreddersom.plattform.tilgang.regler import Side


LESER: Final = frozenset({"GET", "HEAD"})
"""Requests that write nothing but the log, so that there is nothing to undo. One that breaks leaves no log either (see ``Dagbok``)."""


class Innenfor:
    """Hold the rule of the page. «Forbidden» and «does not exist» look the same from outside: 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request in, or not, and close its log. Open pages see no person, and have no transaction unless they ask for one."""
        treff = _treff(request)
        regel = SIDER.get(treff.view_name) if treff else None
        if regel is None or treff is None:
            return self._ukjent(request)
        if regel.grense and grense.overskredet(request, treff.view_name, regel.grense):
            return grense.for_mange(request, regel.grense)
        if regel.apen:
            return self.get_response(request)
        with transaction.atomic():
            return self._innlogget(request, regel, treff)

    def _ukjent(self, request: HttpRequest) -> HttpResponse:
        """As a page that is closed looks to the same user."""
        with transaction.atomic():
            stilling = okt.stilling(request) if okt.gjelder(request) else None
            if stilling is not None:
                request.hode = hode(stilling)  # type: ignore[attr-defined]
            return ikke_funnet(request)

    def _innlogget(self, request: HttpRequest, regel: Side, treff: ResolverMatch) -> HttpResponse:
        if not okt.gjelder(request):
            return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        if regel.innlogget:
            return self._svar(request)
        stilling = okt.stilling(request)
        if stilling is not None:
            return self._i_rollen(request, regel, treff, stilling)
        if okt.har_valgt(request):
            logout(request)
            return redirect("/logg-inn/?hvorfor=rolle")
        return redirect("velg_rolle")

    def _i_rollen(self, request: HttpRequest, regel: Side, treff: ResolverMatch, stilling: Stilling) -> HttpResponse:
        kontekst = okt.kontekst(stilling)
        sett(kontekst)
        if regel.gitt and (apnet := okt.apnet_sak(request, stilling)) is not None:
            kontekst = apnet
            sett(kontekst)
        kontekst = replace(kontekst, foresporsel=uuid4())
        request.hode = hode(stilling)  # type: ignore[attr-defined]
        request.stilling = stilling  # type: ignore[attr-defined]
        request.kontekst = kontekst  # type: ignore[attr-defined]
        request.dagbok = dagbok = Dagbok(kontekst, treff, request)  # type: ignore[attr-defined]
        tillatt = regel.slipper_inn(request.method or "", kontekst.rolle, gitt=kontekst.person is not None)
        svar = self._svar(request) if tillatt else ikke_funnet(request)
        dagbok.lukk(regel, svar, tillatt=tillatt)
        return svar

    def _svar(self, request: HttpRequest) -> HttpResponse:
        """The page. When it ends in an error, everything it wrote is undone, but the log of it stays."""
        punkt = None if request.method in LESER else transaction.savepoint()
        svar = self.get_response(request)
        if svar.streaming:
            raise RuntimeError("en side kan ikke skrives etter at transaksjonen er slutt; lag hele svaret først")
        if punkt is not None:
            (transaction.savepoint_commit if svar.status_code < 400 else transaction.savepoint_rollback)(punkt)
        elif svar.status_code >= 500:
            transaction.set_rollback(True)
        return svar


def _treff(request: HttpRequest) -> ResolverMatch | None:
    try:
        return resolve(request.path_info)
    except Http404:
        return None
