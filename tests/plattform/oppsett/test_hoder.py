"""The headers of every answer, and that no page needs what they forbid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from django.db import OperationalError

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as TestResponse

    from rollebesetning import Besetning

SIDER = [
    ("", "/logg-inn/"),
    ("", "/finnes/ikke/"),
    ("vilde", "/kandidater/"),
    ("adrian", "/ansatte/"),
    ("adrian", "/vern/"),
    ("lena", "/logg/"),
]


def hent(folk: Besetning, client: Client, hvem: str, sti: str) -> TestResponse:
    if hvem:
        folk.logg_inn(client, hvem)
    return client.get(sti)


@pytest.mark.parametrize(("hvem", "sti"), SIDER)
def test_hver_side_laases_ned_og_lagres_ikke(folk: Besetning, client: Client, hvem: str, sti: str) -> None:
    svar = hent(folk, client, hvem, sti)
    regler = svar["Content-Security-Policy"]
    assert "default-src 'none'" in regler
    assert "script-src 'self';" in regler
    assert "unsafe" not in regler
    assert svar["Cache-Control"] == "no-store"
    assert (svar["X-Frame-Options"], svar["X-Content-Type-Options"], svar["Referrer-Policy"]) == ("DENY", "nosniff", "same-origin")
    assert svar["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize(("hvem", "sti"), SIDER)
def test_ingen_side_har_skript_eller_stil_i_seg(folk: Besetning, client: Client, hvem: str, sti: str) -> None:
    innhold = hent(folk, client, hvem, sti).content.decode()
    assert re.findall(r"<style|<script(?![^>]* src=)|\son\w+=|\sstyle=|javascript:", innhold) == []


def test_kapslene_kan_ikke_leses_av_skript(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    client.get("/kandidater/")
    assert {navn: bool(kapsel["httponly"]) for navn, kapsel in client.cookies.items()} == {"skreddersom": True, "csrftoken": True}
    assert {kapsel["samesite"] for kapsel in client.cookies.values()} == {"Lax"}


def test_levende_svarer_uten_database_og_klar_sier_at_den_er_borte(client: Client, db: None) -> None:
    assert client.get("/klar").status_code == 200
    with patch("django.db.backends.utils.CursorWrapper.execute", side_effect=OperationalError):
        assert client.get("/levende").content == b"levende\n"
        assert (client.get("/klar").status_code, client.get("/klar").content) == (503, b"databasen svarer ikke\n")
