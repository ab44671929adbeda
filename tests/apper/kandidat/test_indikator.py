"""The indicators from upload to the County Governor's page: counted, hidden where they must be, drawn and given as a file."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from django.db import DatabaseError, transaction

from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
from apper.kandidat.test_sporringstall import PAA_LISTE, sporringer
from kjerne.kostra.kontroll.poster import personer, skriv
from skreddersom.apper.kandidat.indikator.aarene import bilder
from skreddersom.apper.kandidat.indikator.lesing import les
from skreddersom.apper.kandidat.indikatormodeller import Indikatortall
from skreddersom.apper.kandidat.models import Person
from skreddersom.kjerne.indikator.skjul import Linje, Tall, Telt, skjul
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Kontorkommune, Skjerming

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from rollebesetning import Besetning

DELTAKERE, FULLFORT = Linje("deltakere", 2026), Linje("fullfort", 2026)


def fil_11cf(mappe: Path, kommune: str, fullfort: int, alle: int, aar: int = 2026) -> dict[str, bytes]:
    """A file where so many of all have completed."""
    ferdig = {"STATUS": "3", "AVSL_DATO": f"0106{aar}", "AVSL_ORDINAERTARB": "01", "AVSL_VIKTIGSTE_INNTEKT": "01"}
    rader: list[Any] = [{"KOMMUNE_NR": kommune, **(ferdig if nr < fullfort else {})} for nr in range(alle)]
    sti = skriv(mappe, personer("11CF", aar, rader), f"11CF_{kommune}_{aar}_{alle}.dat")
    return {sti.name: sti.read_bytes()}


@pytest.fixture
def lastet(folk: Besetning, tmp_path: Path) -> Besetning:
    """Bakken has two municipalities and Stranda one; one of the three is far above the others."""
    Kontorkommune.objects.create(kontor=folk.kontorer["Bakken"], kommunenr="4201")
    with som(folk.kontekst("vilde")) as vilde:
        for aar in (2025, 2026):
            last_opp(vilde, fil_11cf(tmp_path, "4203", 10, 60, aar) | fil_11cf(tmp_path, "4201", 6, 30, aar))
    with som(folk.kontekst("stine")) as stine:
        last_opp(stine, fil_11cf(tmp_path, "4204", 40, 70))
    return folk


def enkelt(folk: Besetning, linje: Linje = FULLFORT, hvem: str = "fredrik") -> dict[str, Tall]:
    with som(folk.kontekst(hvem)) as kontekst:
        return les(kontekst).linjer[linje].enkelt


@pytest.mark.krav("R05")
def test_fylket_ser_kommunene_og_ingen_personer(lastet: Besetning) -> None:
    assert enkelt(lastet) == {"4201": Tall(6, 30), "4203": Tall(10, 60), "4204": Tall(40, 70)}
    with som(lastet.kontekst("fredrik")):
        assert not Person.objects.exists()


def test_et_nytt_uttrekk_tar_plassen_til_det_forrige(lastet: Besetning, tmp_path: Path) -> None:
    with som(lastet.kontekst("vilde")) as vilde:
        last_opp(vilde, fil_11cf(tmp_path, "4203", 8, 50))
    assert enkelt(lastet)["4203"] == (8, 50)
    assert enkelt(lastet, Linje("fullfort", 2025))["4203"] == (10, 60)


def test_kontoret_ser_bare_sine_egne_og_fylket_skriver_ingen(lastet: Besetning) -> None:
    with som(lastet.kontekst("leif")) as leif:
        assert set(Indikatortall.objects.values_list("kommunenr", flat=True)) == {"4204"}
        ny = {"kommunenr": "4204", "aar": 2020, "indikator": "deltakere", "teller": 1, "nevner": 1}
        with pytest.raises(DatabaseError), transaction.atomic():
            Indikatortall.objects.create(kontor=lastet.kontorer["Bakken"], **ny)
        Indikatortall.objects.create(kontor_id=leif.kontor, **ny)
    with som(lastet.kontekst("fredrik")), pytest.raises(DatabaseError), transaction.atomic():
        Indikatortall.objects.create(kontor=lastet.kontorer["Bakken"], **ny)


def test_statsforvalteren_ser_kommunene_i_sitt_fylke(lastet: Besetning) -> None:
    for nr in ("4201", "4204"):
        Kontorkommune.objects.create(kontor=lastet.kontorer["Fylket"], kommunenr=nr)
    assert set(enkelt(lastet)) == {"4201", "4204"}
    assert set(enkelt(lastet, hvem="dina")) == {"4201", "4203", "4204"}


def test_kommuner_med_flere_kontorer_er_en(lastet: Besetning, tmp_path: Path) -> None:
    Kontorkommune.objects.create(kontor=lastet.kontorer["Stranda"], kommunenr="4203")
    with som(lastet.kontekst("stine")) as stine:
        last_opp(stine, fil_11cf(tmp_path, "4203", 5, 20))
    assert enkelt(lastet)["4203"] == (15, 80)


@pytest.mark.krav("R25")
def test_gjennomgangen_gir_maalgruppa_og_den_som_er_vernet_telles_ikke(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        assert not Indikatortall.objects.filter(indikator="dekning").exists()
        gjennomgang(vilde)
    with som(folk.kontekst("lena")) as lena:
        for_ = Indikatortall.objects.get(indikator="dekning", aar=2026)
        assert for_.teller < for_.nevner
        felt = for_.teller
        deltaker = Person.objects.filter(fnr__in=_numre_i_11cf()).first()
        assert deltaker is not None
        Skjerming.objects.create(kontor_id=lena.kontor, person_id=deltaker.pk, gradering="strengt_fortrolig")
    with som(folk.kontekst("vilde")) as vilde:
        gjennomgang(vilde)
        assert Indikatortall.objects.get(indikator="deltakere", aar=2026).teller == felt - 1


def _numre_i_11cf() -> list[str]:
    from skreddersom.kjerne.kostra.oppsett import oppsett

    felt = oppsett("11CF", 2026)["PERSON_FODSELSNR"]
    return [linje[felt.fra - 1 : felt.til].decode() for linje in filer()["11CF_4203_2026.dat"].splitlines()]


@pytest.mark.krav("R05")
def test_siden_har_bilde_med_tittel_tabell_bak_og_ord_for_hver_kommune(lastet: Besetning, client: Client) -> None:
    tekst = lastet.logg_inn(client, "fredrik").get("/fylket/fullfort/").content.decode()
    assert re.search(r'<svg[^>]*role="img"[^>]*>\s*<title[^>]*>Fullført i hver kommune, 2026</title>\s*<desc', tekst)
    assert [tekst.index(f'<th scope="row">{navn}') for navn in ("Risør", "Arendal", "Kristiansand")] == sorted(
        tekst.index(f'<th scope="row">{navn}') for navn in ("Risør", "Arendal", "Kristiansand")
    )
    assert "følg opp: høyere enn felles andel" in tekst
    assert "De som fullførte eller avsluttet etter avtale, av deltakerne i året." in tekst
    assert "opptil 14 prosent sjanse" in tekst


@pytest.mark.krav("R06")
def test_aarene_staar_ved_siden_av_hverandre_med_det_som_hendte(lastet: Besetning, client: Client) -> None:
    lastet.logg_inn(client, "fredrik")
    tekst = client.get("/fylket/fullfort/?aar=2025").content.decode()
    assert "Kommunene 2025, fra 11CF" in tekst
    assert tekst.count("<polyline") == 3
    assert "Kommunene 2026, fra 11CF" in client.get("/fylket/fullfort/?aar=1999").content.decode()


@pytest.mark.krav("R06")
def test_hendelsene_hoerer_til_aarene_de_beroerte() -> None:
    telt: Telt = {Linje("fullfort", aar): {"4203": Tall(10, 40), "4204": Tall(10, 50)} for aar in (2022, 2024)}
    alle = bilder(skjul(telt), "nb")
    assert alle is not None
    assert alle.hendelser == ("Pandemien (2020–2022)", "Høyere stønad fra 1. juli (2,041 G) (2024)")
    assert [[ett.tekst for ett in serie.aar] for serie in alle.serier] == [["22 %", "", "22 %"], ["25 %", "", "25 %"], ["20 %", "", "20 %"]]
    assert all(serie.streker == () for serie in alle.serier), "nothing is drawn across a year without numbers"


def test_for_mange_kommuner_vises_bare_samlet() -> None:
    telt: Telt = {Linje("deltakere", aar): {f"{nr:04}": Tall(9, 9) for nr in range(70)} for aar in (2025, 2026)}
    alle = bilder(skjul(telt), "en")
    assert alle is not None
    assert (alle.for_mange, len(alle.serier)) == (True, 1)


@pytest.mark.parametrize("indikator", ["deltakere", "stonad", "dager_vedtak", "til_ufore", "nye"])
def test_hver_slags_indikator_har_en_side(lastet: Besetning, client: Client, indikator: str) -> None:
    svar = lastet.logg_inn(client, "fredrik").get(f"/fylket/{indikator}/")
    assert svar.status_code == 200
    assert "⟦" not in svar.content.decode()


def test_oversikten_viser_alle_samlet_og_lenker_videre(lastet: Besetning, client: Client) -> None:
    tekst = lastet.logg_inn(client, "dina").get("/fylket/").content.decode()
    assert 'href="/fylket/fullfort/"' in tekst
    assert "56 av 160" in tekst
    assert "følg opp 1" in tekst


def test_uten_filer_sier_siden_hva_som_mangler(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "fredrik")
    assert "11CF" in client.get("/fylket/fullfort/").content.decode()
    assert "Telt slik SSB gjør det" not in client.get("/fylket/").content.decode()


@pytest.mark.parametrize("adresse", ["/fylket/fullfort/", "/fylket/indikatorer.csv"])
def test_bare_de_som_ser_tall_slipper_inn(lastet: Besetning, client: Client, adresse: str) -> None:
    assert lastet.logg_inn(client, "lena").get(adresse).status_code == 404


@pytest.mark.parametrize("adresse", ["/fylket/tull/", "/fylket/indikatorer.exe"])
def test_det_som_ikke_finnes_finnes_ikke(lastet: Besetning, client: Client, adresse: str) -> None:
    assert lastet.logg_inn(client, "fredrik").get(adresse).status_code == 404


def test_csv_fila_har_de_samme_tallene_som_siden_og_ikke_flere(lastet: Besetning, tmp_path: Path, client: Client) -> None:
    with som(lastet.kontekst("stine")) as stine:
        last_opp(stine, fil_11cf(tmp_path, "4204", 2, 70))
    svar = lastet.logg_inn(client, "fredrik").get("/fylket/indikatorer.csv")
    assert "attachment" in svar["Content-Disposition"]
    alle = list(csv.reader(svar.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    rader, regioner = alle[: alle.index([])], alle[alle.index([]) + 1 :]
    assert (regioner[0], regioner[1][:3]) == (["Regioner"], ["Indikator", "År", "Region"])
    assert [rad[2] for rad in regioner if rad[:2] == ["Fullført", "2026"]] == ["Vest i Agder", "Øst i Agder"]
    fullfort = [rad[2:7] for rad in rader if rad[:2] == ["Fullført", "2026"]]
    assert fullfort == [
        ["4201", "Risør", "", "", ""],
        ["4203", "Arendal", "10", "60", "16,7"],
        ["4204", "Kristiansand", "", "", ""],
        ["", "De som ikke vises alene, samlet", "8", "100", "8,0"],
        ["", "Alle", "18", "160", "11,2"],
    ]


def test_regnearket_har_tallene_og_hva_de_er(lastet: Besetning, tmp_path: Path, client: Client) -> None:
    (tmp_path / "tall.xlsx").write_bytes(lastet.logg_inn(client, "fredrik").get("/fylket/indikatorer.xlsx").content)
    ark = pl.read_excel(tmp_path / "tall.xlsx", sheet_id=0, engine="calamine")
    assert list(ark) == ["Indikatorer", "Definisjoner", "Regioner"]
    assert ark["Indikatorer"].filter((pl.col("Indikator") == "Fullført") & (pl.col("År") == 2026)).height == 4


@pytest.mark.krav("R05")
def test_regionene_staar_mot_hverandre_med_kilde_og_hvor_mange_som_proves(lastet: Besetning, client: Client) -> None:
    side = lastet.logg_inn(client, "fredrik").get("/fylket/fullfort/").content.decode()
    for tekst in ("Regionene mot hverandre", "Vest i Agder", "For få til å si om regionene er ulike", "til og med 2019"):
        assert tekst in side
    assert "prosent sjanse for at minst én ser ulik ut" in side
    with som(lastet.kontekst("leif")) as leif:
        flere = {"4205": 40, "4206": 42, "4207": 45, "4211": 10, "4212": 12, "4213": 11}
        Indikatortall.objects.bulk_create(
            Indikatortall(kontor_id=leif.kontor, kommunenr=nr, aar=2026, indikator=navn, teller=k if navn == "fullfort" else 80, nevner=80)
            for nr, k in flere.items()
            for navn in ("deltakere", "fullfort")
        )
    side = client.get("/fylket/fullfort/").content.decode()
    assert "Større forskjell enn det tilfeldigheter som oftest gir" in side
    assert "mid-p 0,0" in side
    assert "prosentpoeng" in side


def test_sidene_koster_det_samme_uansett_hvor_mange_kommuner(lastet: Besetning, client: Client) -> None:
    lastet.logg_inn(client, "dina").get("/fylket/")
    assert sporringer(client, "/fylket/") <= PAA_LISTE
    assert sporringer(client, "/fylket/fullfort/") <= PAA_LISTE
