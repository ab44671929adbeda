"""The ID token is believed only when the provider's own key has signed it, for us, and just now."""

from __future__ import annotations

import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from skreddersom.plattform.tilgang.id_token import UgyldigToken, les

NOKKEL = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ANNEN = rsa.generate_private_key(public_exponent=65537, key_size=2048)
HVEM = "https://tilbyder.eksempel"


def offentlig(nokkel: rsa.RSAPrivateKey, kid: str) -> dict[str, Any]:
    jwk: dict[str, Any] = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(nokkel.public_key()))
    return jwk | {"kid": kid, "use": "sig"}


NOKLER = {"keys": [offentlig(NOKKEL, "a"), offentlig(ANNEN, "b")]}


def token(nokkel: Any = NOKKEL, alg: str = "RS256", kid: str | None = "a", **endret: Any) -> str:
    naa = int(time.time())
    innhold = {"iss": HVEM, "aud": "oss", "sub": "kari", "iat": naa, "exp": naa + 300} | endret
    innhold = {navn: verdi for navn, verdi in innhold.items() if verdi is not None}
    return jwt.encode(innhold, nokkel, algorithm=alg, headers={"kid": kid} if kid else None)


def prov(tekst: str, nokler: dict[str, Any] = NOKLER) -> dict[str, Any]:
    return les(tekst, nokler, utsteder=HVEM, klient="oss")


def test_et_riktig_token_blir_lest() -> None:
    assert prov(token())["sub"] == "kari"


def test_uten_nokkelnavn_godtas_den_eneste_nokkelen() -> None:
    assert prov(token(kid=None), {"keys": NOKLER["keys"][:1]})["sub"] == "kari"
    with pytest.raises(UgyldigToken):
        prov(token(kid=None))


@pytest.mark.parametrize(
    "endret",
    [
        {"iss": "https://en.annen"}, {"aud": "noen andre"}, {"exp": 1}, {"exp": None}, {"sub": None}, {"iat": None}, {"aud": None},
        {"azp": "noen andre"}, {"aud": ["oss", "andre"], "azp": "andre"},
    ],
)  # fmt: skip
def test_token_til_andre_fra_andre_eller_fra_for_i_tiden_avvises(endret: dict[str, Any]) -> None:
    with pytest.raises(UgyldigToken):
        prov(token(**endret))


@pytest.mark.parametrize("tekst", ["", "x", "a.b.c", token(ANNEN), token(kid="c"), token("hemmelig" * 8, "HS256"), token(None, "none")])
def test_token_uten_tilbyderens_signatur_avvises(tekst: str) -> None:
    with pytest.raises(UgyldigToken):
        prov(tekst)


def test_en_endret_paastand_avvises() -> None:
    hode, innhold, signatur = token().split(".")
    _, annet, _ = token(sub="ola").split(".")
    assert innhold != annet
    with pytest.raises(UgyldigToken):
        prov(f"{hode}.{annet}.{signatur}")
