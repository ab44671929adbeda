"""Files as people send them: the right ones, the wrong ones, and the hostile ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apper.kandidat.kontorfiler import filer, fodselsnummer, gjennomgang, last_opp
from skreddersom.apper.kandidat import gjenkjenning, handlinger, ordlyd
from skreddersom.apper.kandidat.models import Fil, Filinnhold, Person
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

F11 = filer()["11F_4203_2026.dat"]


@pytest.mark.parametrize(
    ("data", "ord_"),
    [
        (b"", "er tom"),
        (b"\r\n\n", "er tom"),
        (b"PK\x03\x04xlsx", "Pakk ut"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "Pakk den ut"),
        (b"  <!DOCTYPE html><p>logg inn</p>", "nettside"),
        ("4203".encode("utf-16"), "UTF-16"),
        (b"4203\x00\x00", "nullbyte"),
        (b" ", "ingen å rapportere"),
        (b"hei\n", "uttrekket"),
        (F11[:-40], "tegn"),
        (F11.replace(b"4203", b"4204", 1), "flere kommuner"),
        (filer("4204", 5, (2026,))["11F_4204_2026.dat"], "Kontoret ditt betjener"),
    ],
)
def test_det_som_ikke_kan_brukes_avvises_med_en_setning_som_sier_hva_en_gjor(folk: Besetning, data: bytes, ord_: str) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        with pytest.raises(Brukerfeil, match=ord_) as feil:
            handlinger.ta_imot_fil(vilde, "uttrekk.dat", data)
        assert "--" not in str(feil.value)
        assert not Fil.objects.exists()


def test_for_stor_fil_avvises_foer_den_leses(folk: Besetning, client: Client, settings: object) -> None:
    settings.STORSTE_OPPLASTING = 1000  # type: ignore[attr-defined]
    svar = folk.logg_inn(client, "vilde").post("/filer/", {"filer": SimpleUploadedFile("stor.dat", F11)})
    assert "større enn" in svar.content.decode()


def test_en_avvist_fil_stopper_ikke_de_andre(folk: Besetning, client: Client) -> None:
    sendt = [SimpleUploadedFile("side.html", b"<html>"), SimpleUploadedFile("11F.dat", F11)]
    tekst = folk.logg_inn(client, "vilde").post("/filer/", {"filer": sendt}).content.decode()
    assert "side.html er en nettside" in tekst
    assert "11F.dat er mottatt" in tekst


def test_uten_valgt_fil_sier_siden_det(folk: Besetning, client: Client) -> None:
    assert "Velg minst én fil" in folk.logg_inn(client, "vilde").post("/filer/").content.decode()


@pytest.mark.parametrize(
    ("sendt", "vist"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\kari\\11F.dat", "11F.dat"),
        ("a\nb\x1b[31m.dat", "ab[31m.dat"),
        ("", "fil uten navn"),
        ("01840699478.dat", "(nummeret vises ikke).dat"),
        ("x" * 300, "x" * 200),
    ],
)
def test_navnet_paa_fila_er_bare_til_aa_vise(sendt: str, vist: str) -> None:
    assert gjenkjenning.trygt_navn(sendt) == vist


def test_slag_aar_og_kommune_kjennes_igjen_av_innholdet(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        kjent = {
            (fil.slag, fil.aar, fil.kommunenr) for fil in last_opp(vilde, {f"{nr}.txt": data for nr, data in enumerate(filer().values())})
        }
    assert kjent == {(slag, aar, "4203") for slag in ("11F", "11CF") for aar in (2025, 2026)}


def test_merknadene_staar_etter_linje_og_uten_fodselsnummer(folk: Besetning, client: Client) -> None:
    nummer = fodselsnummer(F11)
    feil = F11.replace(nummer, b"12345678901", 1)
    with som(folk.kontekst("vilde")) as vilde:
        fil = last_opp(vilde, {"11F.dat": feil})[0]
    assert fil.status == "klar"
    assert any(funn["linje"] == 1 for funn in fil.funn)
    side = folk.logg_inn(client, "vilde").get(f"/filer/{fil.pk}/").content.decode()
    assert "12345678901" not in side


def test_et_nummer_i_en_setning_vises_ikke() -> None:
    assert ordlyd.for_nett("Linje 3: «01840699478» og 201234567891, ikke 4203.") == (
        "Linje 3: «(nummeret vises ikke)» og (nummeret vises ikke), ikke 4203."
    )


def test_samme_fil_igjen_endrer_ingenting_og_sier_det(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde")
    for _ in range(2):
        tekst = client.post("/filer/", {"filer": SimpleUploadedFile("11F.dat", F11)}, follow=True).content.decode()
    assert "11F.dat er lastet opp før. Ingenting er endret." in tekst
    with som(folk.kontekst("vilde")):
        assert Fil.objects.count() == Filinnhold.objects.count() == 1


def test_kontrollen_gjores_en_gang(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        fil = last_opp(vilde, {"11F.dat": F11})[0]
        Fil.objects.update(melding="rørt")
        assert handlinger.kontroller_fil(vilde, fil.pk).melding == "rørt"


def test_siden_spor_paa_nytt_mens_fila_kontrolleres(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "vilde").post("/filer/", {"filer": SimpleUploadedFile("11F.dat", F11)})
    assert "every 2s" in client.get("/filer/").content.decode()
    bit = client.get("/filer/", headers={"HX-Request": "true"}).content.decode()
    assert "every 2s" in bit
    assert "<html" not in bit
    with som(folk.kontekst("vilde")) as vilde:
        handlinger.kontroller_fil(vilde, Fil.objects.get().pk)
    assert "every 2s" not in client.get("/filer/").content.decode()


def test_tilbakeknappen_faar_hele_siden(folk: Besetning, client: Client) -> None:
    hoder = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in folk.logg_inn(client, "vilde").get("/kandidater/", headers=hoder).content.decode()


def _navn(folk: Besetning) -> dict[str, str]:
    with som(folk.kontekst("lena")):
        return {person.fnr: person.navn for person in Person.objects.exclude(fnr="")}


def test_navnelista_gir_navn_til_dem_kontoret_har_og_lager_ingen_andre(bakken: Besetning) -> None:
    forste, *resten = sorted(_navn(bakken))
    with som(bakken.kontekst("vilde")) as vilde:
        liste = f"\ufefffødselsnummer;navn\n{forste};Åse  Øvrebø\n01840699478;Ukjent Person\n".encode()
        fil = last_opp(vilde, {"navn.csv": liste})[0]
    assert fil.melding == "Lista har 2 navn. 1 av dem er personer kontoret har fra 11F."
    assert _navn(bakken) == {forste: "Åse Øvrebø"} | dict.fromkeys(resten, "")


def test_navneliste_med_en_feil_linje_tas_ikke_inn(bakken: Besetning) -> None:
    forste, *_ = sorted(_navn(bakken))
    with som(bakken.kontekst("vilde")) as vilde:
        fil = last_opp(vilde, {"navn.csv": f"{forste};Åse\n1840699478;Uten null\n{forste}\n".encode()})[0]
        assert not Filinnhold.objects.filter(pk=fil.pk).exists()
    assert fil.status == "avvist"
    assert [funn["linje"] for funn in fil.funn] == [2, 3]
    assert "1840699478" not in str(fil.funn)
    assert set(_navn(bakken).values()) == {""}


def test_navn_som_kom_foer_gjennomgangen_brukes_i_den(folk: Besetning) -> None:
    nummer = fodselsnummer(F11).decode()
    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        last_opp(vilde, {"navn.csv": f"{nummer};Åse".encode()})
        gjennomgang(vilde)
    assert _navn(folk)[nummer] == "Åse"
