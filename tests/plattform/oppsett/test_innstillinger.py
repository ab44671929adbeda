"""Production cannot be left open, whatever stands in the surroundings; and says in a sentence what is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from skreddersom.plattform.oppsett.omgivelser import adresse, database

KILDE = Path(__file__).resolve().parents[3] / "src"
RIKTIG = {
    "SKREDDERSOM_HEMMELIGHET": "en lang og tilfeldig tekst som bare finnes i denne prøven",
    "SKREDDERSOM_VERTER": "kvp.eksempel.no, kvp2.eksempel.no",
    "DATABASE_URL": "postgresql://ingen@127.0.0.1:9/ingen",
    "SKREDDERSOM_DESIGN": "trengs ikke her",
}
VIS = """
import json, django
django.setup()
from django.conf import settings
from django.urls import get_resolver
navn = ["DEBUG", "ROLLEKORT", "VIS_GALLERI", "ALLOWED_HOSTS", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
        "PASSWORD_HASHERS", "MELLOMTJENERE", "SOCIALACCOUNT_PROVIDERS"]
svar = {ett: getattr(settings, ett) for ett in navn}
svar["adresser"] = [ledd.name for ledd in get_resolver().url_patterns if hasattr(ledd, "name")]
print(json.dumps(svar))
"""
FRISTELSER = {
    "ROLLEKORT": "1", "SKREDDERSOM_ROLLEKORT": "true", "SKREDDERSOM_DEMO": "1", "SKREDDERSOM_DEMO_HEMMELIGHET": "x", "DEBUG": "1",
    "SKREDDERSOM_DEMO_DATABASE": "postgresql://x", "DJANGO_DEBUG": "1", "VIS_GALLERI": "1", "PYTEST_CURRENT_TEST": "x",
}  # fmt: skip


def start(kode: str, modul: str = "drift", **omgivelser: str) -> subprocess.CompletedProcess[str]:
    grunn = {"PATH": os.environ["PATH"], "PYTHONPATH": str(KILDE), "PYTHONIOENCODING": "utf-8"}
    valgt = {"DJANGO_SETTINGS_MODULE": f"skreddersom.plattform.oppsett.{modul}"}
    kommando = [sys.executable, "-P", "-c", kode]
    return subprocess.run(kommando, env=grunn | RIKTIG | valgt | omgivelser, capture_output=True, encoding="utf-8", check=False)


def test_rollekort_kan_ikke_slaas_paa_i_drift_med_noen_omgivelser() -> None:
    svar = json.loads(start(VIS, **FRISTELSER).stdout)
    assert (svar["DEBUG"], svar["ROLLEKORT"], svar["VIS_GALLERI"]) == (False, False, False)
    assert "rollekort" not in svar["adresser"]


def test_kapsler_kryptering_og_verter_er_strenge_i_drift() -> None:
    svar = json.loads(start(VIS, SKREDDERSOM_MELLOMTJENERE="2").stdout)
    assert (svar["SESSION_COOKIE_NAME"], svar["CSRF_COOKIE_NAME"]) == ("__Host-skreddersom", "__Host-csrf")
    assert all(svar[navn] for navn in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SECURE_SSL_REDIRECT"))
    assert svar["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert svar["ALLOWED_HOSTS"] == ["kvp.eksempel.no", "kvp2.eksempel.no"]
    assert svar["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert svar["MELLOMTJENERE"] == 2
    assert svar["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["OAUTH_PKCE_ENABLED"] is True


@pytest.mark.parametrize(
    ("feil", "setning"),
    [
        ({"SKREDDERSOM_HEMMELIGHET": ""}, "SKREDDERSOM_HEMMELIGHET er ikke satt"),
        ({"SKREDDERSOM_HEMMELIGHET": "kort"}, "SKREDDERSOM_HEMMELIGHET er for kort"),
        ({"SKREDDERSOM_VERTER": ""}, "SKREDDERSOM_VERTER er ikke satt"),
        ({"SKREDDERSOM_VERTER": " , "}, "hele vertsnavn"),
        ({"SKREDDERSOM_VERTER": "*"}, "hele vertsnavn"),
        ({"SKREDDERSOM_VERTER": ".no"}, "hele vertsnavn"),
        ({"SKREDDERSOM_VERTER": "https://kvp.no"}, "hele vertsnavn"),
        ({"DATABASE_URL": ""}, "DATABASE_URL er ikke satt"),
        ({"SKREDDERSOM_OIDC": "{"}, "SKREDDERSOM_OIDC kan ikke brukes"),
        ({"SKREDDERSOM_OIDC": '[{"name": "x"}]'}, "SKREDDERSOM_OIDC kan ikke brukes"),
        ({"SKREDDERSOM_OIDC": '{"a": 1}'}, "SKREDDERSOM_OIDC kan ikke brukes"),
        ({"SKREDDERSOM_MELLOMTJENERE": "mange"}, "må være et helt tall"),
    ],
)
def test_det_som_mangler_eller_er_galt_sies_i_en_setning(feil: dict[str, str], setning: str) -> None:
    svar = start("import django; django.setup()", **feil)
    assert svar.returncode != 0
    assert setning in svar.stderr.strip().splitlines()[-1]


def test_en_felles_leietaker_hos_entra_avvises() -> None:
    app = {"provider_id": "e", "name": "E", "client_id": "x", "settings": {"server_url": "https://login.microsoftonline.com/common/v2.0"}}
    svar = start("import django; django.setup()", SKREDDERSOM_OIDC=json.dumps([app]))
    assert "kommunens egen leietaker" in svar.stderr


def test_demoen_nekter_paa_en_oppgitt_database() -> None:
    svar = start("import django; django.setup()", "demo")
    assert "rollekort finnes bare i demoen" in svar.stderr


@pytest.mark.parametrize(
    "url", ["postgresql://a:b%40c@vert:5433/base?sslmode=require", "postgresql://a@/base?host=/mappe", "dbname=base user='en to'"]
)
def test_databaseadressen_kommer_tilbake_som_den_var(url: str) -> None:
    assert conninfo_to_dict(adresse(database(url))) == conninfo_to_dict(url)
