"""The County Governor's way: four questions to 15 offices, their answers, codes, a report one can check – and a correction that is seen."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from django.test import Client, override_settings
from playwright.sync_api import expect

from nettleserveier.conftest import Huset, Sted
from rollebesetning import lag_besetning
from skreddersom.apper.omradeovervaking.models import Kontorsvar
from skreddersom.plattform.tilgang.kontekst import som
from vindu import FRIST, tjen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from rollebesetning import Besetning
    from skreddersom.plattform.oppsett.roller import Adresser

expect.set_options(timeout=FRIST)
SPORSMAL: Final = ("Har noe endret seg?", "Hva er vanskelig?", "Har dere nok plasser?", "Hvem følger opp?")
UENDRET: Final = 9
"""So many of the 15 say that nothing has changed; the others say that there are more."""


@pytest.fixture(scope="module")
def sted(egen_database: Adresser, hentet: Path) -> Iterator[Sted]:
    """Fylket, and 15 offices with a leader each: Bakken, Stranda and 13 more."""
    folk = lag_besetning()
    flere_kontorer(folk)
    with override_settings(STATICFILES_DIRS=[str(hentet)]), tjen() as adresse:
        yield Sted(adresse, folk)


def flere_kontorer(folk: Besetning) -> None:
    from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Stilling

    for nr in range(13):
        kontor = Kontor.objects.create(navn=f"Dalen {nr + 1:02}", rekkefolge=nr + 1)
        ansatt = Ansatt.objects.create_user(f"leder{nr}@eksempel.no", f"Leder {nr + 1:02}")
        folk.stillinger[f"leder{nr}"] = Stilling.objects.create(ansatt=ansatt, kontor=kontor, rolle="leder", fra=date(2020, 1, 1))


@pytest.mark.krav("R04", "R06", "R40")
def test_fra_sporsmal_til_rapport_og_rettelse(huset: Huset) -> None:
    fredrik = huset.som("fredrik", "/runder/")
    lag_runden(fredrik)
    lena = huset.som("lena", "/sporsmal/")
    svar_i_nettleseren(lena)
    svar_de_andre(huset.sted.folk)  # type: ignore[union-attr]
    kod_det_forste(fredrik)
    skriv_en_for_sterk_paastand(fredrik)
    rett_og_publiser(fredrik)
    folg_paastanden_til_ordene(fredrik)
    rett_det_publiserte(fredrik)
    les_som_kontor(lena)


def lag_runden(side: Page) -> None:
    side.get_by_label("Hva heter runden?").fill("Høsten 2026")
    side.get_by_label("Svarfrist").fill("2026-12-15")
    side.get_by_role("button", name="Lag runden").click()
    for tekst in SPORSMAL:
        side.get_by_role("link", name="Legg til et spørsmål").click()
        side.get_by_label("Spørsmålet", exact=True).fill(tekst)
        side.get_by_label("Kort navn", exact=True).fill(tekst.rstrip("?"))
        side.get_by_role("button", name="Lagre", exact=True).click()
        expect(side.get_by_text("Spørsmålet er lagret.")).to_be_visible()
    side.get_by_role("link", name="Endre", exact=True).last.click()
    side.get_by_label("Én", exact=True).check()
    side.get_by_role("button", name="Lagre", exact=True).click()
    side.get_by_role("link", name="Send runden").click()
    side.get_by_role("button", name="Send til kontorene").click()
    expect(side.get_by_text("0 av 15 kontorer har svart")).to_be_visible()


def svar_i_nettleseren(side: Page) -> None:
    side.reload()
    side.get_by_role("link", name="Høsten 2026").click()
    for tekst in SPORSMAL:
        side.get_by_label(tekst).fill("som før")
    side.get_by_role("button", name="Lagre utkast").click()
    expect(side.get_by_text("Bare kontoret ser det.")).to_be_visible()
    side.get_by_label("Hvor mange minutter har kontoret brukt?").fill("12")
    side.get_by_role("button", name="Send svarene").click()
    expect(side.get_by_text("Takk for hjelpen.")).to_be_visible()


def svar_de_andre(folk: Besetning) -> None:
    """The other 14, each as its own leader; one of them tries another's page, which is not there."""
    with som(folk.kontekst("fredrik")):
        spurt = {ett.kontor_id: ett.pk for ett in Kontorsvar.objects.all()}
    assert len(spurt) == 15
    for nr, navn in enumerate(["leif", *(f"leder{nr}" for nr in range(13))], start=2):
        klient, mitt = folk.logg_inn(Client(), navn), spurt[folk[navn].kontor_id]
        ord_ = "som før" if nr <= UENDRET else "flere enn før"
        skjema = {f"s_{kode}": ord_ for kode in ("har_noe_endret_seg", "hva_er_vanskelig", "har_dere_nok_plasser", "hvem_folger_opp")}
        assert klient.post(f"/sporsmal/{mitt}/", {"versjon": "0", "minutter": str(nr), "lever": "1", **skjema}).status_code == 302
    assert klient.get(f"/sporsmal/{spurt[folk['lena'].kontor_id]}/").status_code == 404


def kod_det_forste(side: Page) -> None:
    side.get_by_role("link", name="Koding").click()
    side.get_by_role("link", name="Ny kode").click()
    side.get_by_label("Hva heter koden?").fill("Flere")
    side.get_by_label("Ord som foreslår koden").fill("flere enn før")
    side.get_by_role("button", name="Lagre", exact=True).click()
    side.get_by_role("button", name="Bruk forslagene der jeg ikke har valgt").click()
    expect(side.get_by_text("15 svar er kodet.")).to_be_visible()


def skriv_en_for_sterk_paastand(side: Page) -> None:
    side.get_by_role("link", name="Rapport", exact=True).click()
    side.get_by_role("link", name="Legg til en påstand").click()
    side.get_by_label("Påstanden", exact=True).fill("Ingenting har endret seg for kontorene.")
    side.get_by_label(re.compile(r"Har noe endret seg: Uendret \(9\)")).check()
    side.get_by_role("button", name="Lagre", exact=True).click()
    expect(side.get_by_text("9 av 15 kontorer")).to_be_visible()
    expect(side.get_by_role("heading", name="Sier mer enn svarene")).to_be_visible()
    expect(side.get_by_role("link", name="Publiser", exact=True)).to_have_count(0)


def rett_og_publiser(side: Page) -> None:
    side.get_by_role("link", name="Endre P1").click()
    side.get_by_label("Påstanden", exact=True).fill("Flertallet av kontorene sier at ingenting har endret seg.")
    side.get_by_role("button", name="Lagre", exact=True).click()
    side.get_by_role("link", name="Publiser", exact=True).click()
    side.get_by_role("button", name="Publiser", exact=True).click()
    expect(side.get_by_text("Rapporten er publisert.")).to_be_visible()


def folg_paastanden_til_ordene(side: Page) -> None:
    side.get_by_text("Svarene påstanden bygger på (9)").click()
    side.get_by_role("link", name="Bakken").click()
    rute = side.locator("td:target")
    rute.locator("summary").click()
    expect(rute).to_contain_text("«som før»")


def rett_det_publiserte(side: Page) -> None:
    side.get_by_role("link", name="Rapport", exact=True).click()
    side.get_by_role("link", name="Endre P1").click()
    side.get_by_label("Påstanden", exact=True).fill("Ni kontorer sier at ingenting har endret seg.")
    side.get_by_role("button", name="Lagre", exact=True).click()
    side.get_by_role("link", name="Publiser en rettelse").click()
    side.get_by_label("Hvorfor rettes rapporten?").fill("Antallet skal stå i setningen.")
    side.get_by_role("button", name="Publiser", exact=True).click()
    expect(side.get_by_text("Rettet: Antallet skal stå i setningen.")).to_be_visible()


def les_som_kontor(side: Page) -> None:
    side.reload()
    side.get_by_role("link", name=re.compile("Nettside.*utgave 2")).click()
    expect(side.get_by_role("heading", name=re.compile("Antallet skal stå i setningen"))).to_be_visible()
    expect(side.get_by_text("Flertallet av kontorene sier at ingenting har endret seg. (9 av 15)")).to_be_visible()
