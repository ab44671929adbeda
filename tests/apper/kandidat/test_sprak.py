"""What the machine has said of files, reviews and candidates is read in the reader's language, also when it was said long ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils.html import escape
from django.utils.text import capfirst
from django.utils.translation import gettext, override

from apper.kandidat.kandidater import kandidat
from apper.kandidat.kontorfiler import filer, fodselsnummer, last_opp
from skreddersom.apper.kandidat import handlinger
from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Vurdering
from skreddersom.kjerne.screening.utenfor import TEKST
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

F11 = filer()["11F_4203_2026.dat"]
NAVN = "fødselsnummer;navn\n;Kari\n".encode()


def les(folk: Besetning, client: Client, sprak: str, adresse: str) -> str:
    """The words of the page, as ``lena`` reads them in that language."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = sprak
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", folk.logg_inn(client, "lena").get(adresse).content.decode()))


@pytest.mark.parametrize(
    ("sprak", "setning"),
    [
        ("nb", "PERSON_FODSELSNR har kontrollsifre som ikke stemmer. Rett nummeret"),
        ("nn", "PERSON_FODSELSNR har kontrollsiffer som ikkje stemmer. Rett nummeret"),
        ("en", "PERSON_FODSELSNR has check digits that are not right. Correct the number"),
    ],
)
def test_merknadene_til_en_fil_har_leserens_sprak(folk: Besetning, client: Client, sprak: str, setning: str) -> None:
    with som(folk.kontekst("lena")) as lena:
        fil = last_opp(lena, {"11F.dat": F11.replace(fodselsnummer(F11), b"12345678901", 1)})[0]
    tekst = les(folk, client, sprak, f"/filer/{fil.pk}/")
    assert setning in tekst
    assert "12345678901" not in tekst


def test_en_avvist_liste_og_en_fil_som_stoppet_har_leserens_sprak(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("lena")) as lena:
        liste, fil = last_opp(lena, {"navn.csv": NAVN, "11F.dat": F11})
        handlinger.gi_opp_fil(lena, fil.pk)
    avvist = les(folk, client, "en", f"/filer/{liste.pk}/")
    assert "No names have been taken in." in avvist
    assert "The first field is not a national identity number" in avvist
    assert "Kontrollen stoppa av ein feil hos oss." in les(folk, client, "nn", f"/filer/{fil.pk}/")


def test_en_fil_fra_for_sier_det_den_sa(folk: Besetning, client: Client) -> None:
    with som(folk.kontekst("lena")) as lena:
        fil = last_opp(lena, {"11F.dat": F11})[0]
        funn = [{"linje": 1, "alvorlighet": "ERROR", "tittel": "Kjønn", "tekst": "Skrevet i fjor.", "journalnr": ""}]
        Fil.objects.filter(pk=fil.pk).update(utsagn=[], melding="Sagt i fjor.", funn=funn, antall_funn=1)
    tekst = les(folk, client, "en", f"/filer/{fil.pk}/")
    assert all(ord_ in tekst for ord_ in ("Sagt i fjor.", "Skrevet i fjor.", "Sex"))


def test_en_gjennomgang_sier_hva_en_maa_vite_paa_leserens_sprak(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("lena")) as lena:
        valgt = Gjennomgang.objects.get()
        handlinger.gi_opp_gjennomgang(lena, valgt.pk)
    assert "The review stopped because of a fault on our side." in les(bakken, client, "en", f"/gjennomganger/{valgt.pk}/")


def test_grunnene_og_vilkarene_til_en_kandidat_har_leserens_sprak(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("lena")) as lena:
        adresse = f"/kandidater/{kandidat(lena).pk}/"
    engelsk = les(bakken, client, "en", adresse)
    assert "of the last 12 months" in engelsk
    assert "Has turned 18 and not 67" in engelsk
    assert "years old on" in engelsk
    assert "Missing: " in engelsk
    assert "Vesentleg nedsett arbeids- og inntektsevne" in les(bakken, client, "nn", adresse)


def test_grunnen_til_aa_staa_utenfor_har_leserens_sprak(bakken: Besetning, client: Client) -> None:
    with som(bakken.kontekst("lena")):
        valgt = Vurdering.objects.exclude(utenfor="").order_by("utenfor", "pk")[0]
    with override("en"):
        grunn = capfirst(gettext(TEKST[valgt.utenfor]))
    assert grunn != capfirst(TEKST[valgt.utenfor])
    assert escape(grunn) in les(bakken, client, "en", f"/gjennomganger/utenfor/{valgt.pk}/")
