"""The table of pages is the truth: every address has its rule, every rule its address, and each role meets what the table says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sideobjekter import DELER, SENDES
from skreddersom.plattform.oppsett.meny import MENY
from skreddersom.plattform.oppsett.sider import SIDER
from skreddersom.plattform.tilgang.regler import Innsyn
from skreddersom.plattform.tilgang.roller import Rolle
from skreddersom.plattform.tilgang.views import FORSTE_SIDE
from stengt import krev_lik_ukjent, siste_rad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rollebesetning import Besetning

HVEM = {
    Rolle.VEILEDER: "vilde",
    Rolle.KVALITETSSIKRER: "kjersti",
    Rolle.BESLUTTER: "bjorg",
    Rolle.LEDER: "lena",
    Rolle.ADMINISTRATOR: "adrian",
    Rolle.STATSFORVALTER: "fredrik",
    Rolle.DIREKTORAT: "dina",
}
I_ROLLE = sorted(navn for navn, regel in SIDER.items() if not regel.apen and not regel.innlogget)
METODER = ("GET", "POST")


def adresser(nivaa: URLResolver | None = None, rom: str = "") -> Iterator[tuple[str, URLPattern]]:
    for ledd in (nivaa or get_resolver()).url_patterns:
        if isinstance(ledd, URLResolver):
            yield from adresser(ledd, f"{rom}{ledd.namespace}:" if ledd.namespace else rom)
        else:
            yield f"{rom}{ledd.name}", ledd


def adresse(folk: Besetning, navn: str) -> str:
    lag = DELER.get(navn)
    return reverse(navn, kwargs=lag(folk) if lag else None)


def test_hver_adresse_har_en_regel_og_hver_regel_en_adresse() -> None:
    assert {navn for navn, _ in adresser()} == set(SIDER)


def test_ingen_side_har_to_adresser() -> None:
    navn = [ett for ett, _ in adresser()]
    assert sorted(navn) == sorted(set(navn))


def test_hver_side_med_noe_i_adressen_har_noe_aa_prove_med() -> None:
    assert {navn for navn, ledd in adresser() if ledd.pattern.converters} == set(DELER)


def test_ingen_adresse_tar_imot_fri_tekst() -> None:
    """A name or a fødselsnummer must not fit in any address."""
    slag = {type(omformer).__name__ for _, ledd in adresser() for omformer in ledd.pattern.converters.values()}
    assert slag <= {"UUIDConverter", "SlugConverter", "IntConverter"}


def test_menyen_og_forstesidene_staar_i_tabellen() -> None:
    assert {navn for navn, _ in MENY} <= set(SIDER)
    for rolle, side in FORSTE_SIDE.items():
        assert SIDER[side].slipper_inn("GET", rolle), rolle


def test_apne_sider_viser_ingen_personer() -> None:
    assert [navn for navn, regel in SIDER.items() if (regel.apen or regel.innlogget) and regel.innsyn is not Innsyn.INGEN] == []


def test_fylket_og_direktoratet_slipper_ikke_til_personer_uten_at_saken_er_aapnet() -> None:
    med_person = [regel for regel in SIDER.values() if regel.innsyn is not Innsyn.INGEN]
    for metode in METODER:
        for rolle in (Rolle.STATSFORVALTER, Rolle.DIREKTORAT):
            assert not any(regel.slipper_inn(metode, rolle) for regel in med_person)


@pytest.mark.parametrize("side", I_ROLLE)
@pytest.mark.parametrize("rolle", list(Rolle))
def test_rolle_for_rolle_side_for_side_metode_for_metode(folk: Besetning, side: str, rolle: Rolle) -> None:
    klient, sti, regel = folk.logg_inn(Client(), HVEM[rolle]), adresse(folk, side), SIDER[side]
    for metode in METODER:
        if regel.slipper_inn(metode, rolle):
            svar = klient.post(sti, SENDES.get(side, {})) if metode == "POST" else klient.get(sti)
            assert svar.status_code not in {403, 404, 405}, (metode, sti)
        else:
            krev_lik_ukjent(klient, sti, [metode])
            rad = siste_rad(folk, HVEM[rolle])
            assert (rad["tillatt"], rad["side"], rad["rolle"]) == (False, side, rolle.value)


@pytest.mark.parametrize("side", I_ROLLE)
def test_den_som_ikke_er_logget_inn_sendes_til_innloggingen(folk: Besetning, side: str) -> None:
    sti = adresse(folk, side)
    for metode in METODER:
        svar = Client().generic(metode, sti)
        assert (svar.status_code, svar["Location"].partition("?")[0]) == (302, "/logg-inn/")


@pytest.mark.parametrize("metode", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_andre_metoder_finnes_ikke(folk: Besetning, metode: str) -> None:
    krev_lik_ukjent(folk.logg_inn(Client(), "vilde"), "/", [metode])


@pytest.mark.parametrize(
    "sti",
    [
        "/konto/login/", "/konto/signup/", "/konto/logout/", "/konto/inactive/", "/konto/password/reset/", "/konto/password/change/",
        "/konto/password/set/", "/konto/email/", "/konto/confirm-email/", "/konto/reauthenticate/", "/konto/3rdparty/",
        "/konto/3rdparty/signup/", "/konto/3rdparty/login/error/", "/konto/social/connections/", "/konto/login/code/", "/konto/",
    ],
)  # fmt: skip
def test_allauths_andre_sider_finnes_ikke(folk: Besetning, sti: str) -> None:
    for klient in (Client(), folk.logg_inn(Client(), "vilde")):
        krev_lik_ukjent(klient, sti, METODER)
