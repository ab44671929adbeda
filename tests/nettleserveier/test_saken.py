"""The way of a case in the browser: a candidate applies, one looks into it, another looks it over, a third decides; granted and refused.

And the way of a complaint: one is sent on with a letter, the next is followed by a new decision. Last, what the controls find in cases
that went another way.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import expect

from apper.sak.bruddene import BRUDD, SENERE, om, uten_vern
from apper.sak.klagen import innvilg
from apper.sak.saken import Saken, lag_sak
from nettleserveier import klagesteg
from nettleserveier.klagesteg import lagre
from skreddersom.kjerne.lov.versjoner import versjon_paa
from vindu import FRIST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Page

    from nettleserveier.conftest import Huset
    from rollebesetning import Besetning

IDAG = timezone.localdate()
KAN_SLAAS_OPP = ("ingen_ytelser", "lovlig_opphold", "fast_bopel")
expect.set_options(timeout=FRIST)


@pytest.mark.parametrize(
    ("veileder", "utfall", "javascript"),
    [("vilde", "Innvilget", True), ("viggo", "Avslått", False)],
    ids=["innvilget, med JavaScript", "avslått, uten JavaScript"],
)
def test_fra_kandidat_til_vedtak(huset: Huset, veileder: str, utfall: str, javascript: bool) -> None:
    assert huset.sted is not None
    kandidat, navn = en_kandidat(huset.sted.folk, veileder)
    saksbehandler = huset.som(veileder, f"/kandidater/{kandidat}/", java_script_enabled=javascript)
    sok(saksbehandler)
    utred(saksbehandler)
    vurder_alle(saksbehandler, nei="bistand" if utfall == "Avslått" else "")
    sikrer = huset.som("kjersti", java_script_enabled=javascript)
    godkjenn_alt(sikrer, navn)
    skriv_utkast(saksbehandler, utfall)
    saksbehandler.get_by_role("button", name="Send til beslutning").click()
    expect(saksbehandler.get_by_text("Saken er sendt til beslutning.")).to_be_visible()
    beslutter = huset.som("bjorg", java_script_enabled=javascript)
    fatt_vedtak(beslutter, navn, utfall)
    send_brevet(saksbehandler)


def test_klagen_gaar_til_statsforvalteren_med_brev_og_den_neste_omgjores(huset: Huset) -> None:
    assert huset.sted is not None
    saken = lag_sak(huset.sted.folk, "klageveien")
    innvilg(saken)
    veileder = huset.som("vilde", f"/sak/{saken.sak_id}/klager/")
    klagesteg.klag(veileder, "Jeg trenger to år, og ikke ett.")
    klagesteg.vurder_formkravene(veileder)
    klagesteg.skriv_oversendelsen(veileder)
    beslutter = huset.som("bjorg", "/til-kontroll/")
    klagesteg.se_hvorfor_ikke(beslutter)
    klagesteg.oversend(huset.som("lena", veileder.url))
    veileder.goto(f"/sak/{saken.sak_id}/klager/")
    klagesteg.klag(veileder, "Dere har regnet feil periode.")
    klagesteg.vurder_formkravene(veileder)
    klagesteg.omgjor(veileder)
    klagesteg.gjor_klar(saken)
    veileder.reload()
    lagre(veileder, "Send til beslutning")
    fatt_vedtak(beslutter, "Per Prøve", "Innvilget")
    send_brevet(veileder)
    veileder.goto(f"/sak/{saken.sak_id}/klager/")
    for stand in ("Vedtaket er omgjort", "Oversendt til Statsforvalteren"):
        expect(veileder.get_by_text(stand)).to_be_visible()


def test_hver_kontroll_av_saker_vises_paa_kontoret_og_i_saken(huset: Huset, bruddene: Mapping[str, Saken], en_maaned_senere: None) -> None:
    leder = huset.som("lena", "/kontoret/")
    for nr, saken in bruddene.items():
        leder.goto("/kontoret/")
        leder.locator(f"main a[href='/kontoret/{nr}/']").click()
        leder.locator(f"main a[href='/sak/{saken.sak_id}/']").first.click()
        expect(leder.get_by_text("Kontrollene har funnet noe i saken")).to_be_visible()
        expect(leder.get_by_text(f"Kontroll {nr}.")).to_be_visible()


@pytest.fixture
def bruddene(huset: Huset, administrator: str) -> Mapping[str, Saken]:
    """One case with each breach."""
    assert huset.sted is not None
    folk = huset.sted.folk
    with uten_vern(administrator, connection.settings_dict["NAME"]):
        return {nr: brudd(folk, f"brudd {nr}") for nr, brudd in BRUDD.items()}


@pytest.fixture
def en_maaned_senere(bruddene: Mapping[str, Saken], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """So long after that all of them are breaches."""
    with om(max(SENERE.values()), monkeypatch):
        yield


def en_kandidat(folk: Besetning, veileder: str) -> tuple[str, str]:
    """Somebody whom the veileder follows up, and whom nothing has happened with; the office's letters have a head."""
    from skreddersom.apper.kandidat import sporringer
    from skreddersom.apper.sak.models import Brevhode
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst(veileder)) as hvem:
        hode = {"adresse": ["Bakkegata 1", "4801 Bakken"], "telefon": "55 00 00 00", "statsforvalter": "Agder"}
        Brevhode.objects.get_or_create(kontor_id=hvem.kontor, defaults=hode)
        mine = sporringer.kandidater(hvem).filter(veileder_id=hvem.ansatt, siste_utfall=None, paa_lista=True)
        valgt = mine.filter(person__fodselsdato__isnull=False).exclude(person__navn="").select_related("person").order_by("rang")[0]
        return str(valgt.pk), valgt.person.navn


def sok(side: Page) -> None:
    side.locator("main").get_by_role("link", name="Registrer søknad").click()
    side.get_by_label("I samtale").check()
    side.get_by_label("Hva søkes det om?").fill("Jeg vil prøve å komme i arbeid.")
    lagre(side, "Registrer søknaden")
    expect(side.get_by_text("Søknad mottatt").first).to_be_visible()


def gaa_til(side: Page, fane: str) -> None:
    side.get_by_role("navigation", name="Sidene i saken").get_by_role("link", name=fane).click()


def utred(side: Page) -> None:
    """What the decision must rest on: the arbeidsevnevurdering, own words, the children and the facts."""
    gaa_til(side, "Grunnlag")
    side.get_by_role("link", name="Registrer datoer").click()
    side.get_by_label("Når ble den utført?").fill(IDAG.isoformat())
    lagre(side)
    side.get_by_role("link", name="Skriv egenvurdering").click()
    side.get_by_label("Hva sier personen selv?").fill("Jeg vil arbeide i butikk.")
    lagre(side)
    side.get_by_role("link", name="Vurder barna").click()
    side.get_by_label("Hvor mange barn er det i husstanden?").fill("0")
    lagre(side)
    for faktum in KAN_SLAAS_OPP:
        side.locator(f"main a[href$='navn={faktum}']").click()
        side.get_by_label("Ja", exact=True).check()
        side.get_by_label("Hvor har du det fra?").fill("Folkeregisteret i dag")
        lagre(side)


def vurder_alle(side: Page, nei: str) -> None:
    """Every condition answered yes, but for ``nei``."""
    gaa_til(side, "Vilkår")
    for vilkar in versjon_paa(IDAG).vilkar:
        side.locator(f"main a[href$='/vilkar/{vilkar.id}/']").click()
        side.get_by_label("Nei" if vilkar.id == nei else "Ja", exact=True).check()
        if vilkar.id == nei:
            side.get_by_label("Mindre eller annen hjelp er nok").check()
        side.get_by_label("Begrunnelse").fill(f"Det står i samtalereferatet fra i dag ({vilkar.id}).")
        lagre(side, "Lagre vurderingen")


def godkjenn_alt(side: Page, navn: str) -> None:
    """Condition by condition, until nothing waits."""
    side.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Til kontroll").click()
    side.locator("tbody").get_by_role("link", name=navn).click()
    for _vilkar in versjon_paa(IDAG).vilkar:
        with side.expect_navigation():
            side.get_by_role("button", name=re.compile("^Godkjenn")).first.click()
        expect(side.get_by_text("Vurderingen er godkjent.")).to_be_visible()
    expect(side.get_by_text("Ingenting venter på deg")).to_be_visible()


def skriv_utkast(side: Page, utfall: str) -> None:
    """The draft; beside it stands the real letter, and what the law demands of it."""
    gaa_til(side, "Vedtak")
    side.get_by_role("link", name=utfall, exact=True).click()
    side.get_by_label("Begrunnelse", exact=True).fill("Vi har lagt vekt på det du har fortalt oss.")
    side.get_by_label("Hva ville vært alternativet").fill("Økonomisk stønad uten plan.")
    if utfall == "Innvilget":
        for felt, dager in (("Første dag", 0), ("Siste dag", 300), ("Programmet starter", 14)):
            side.get_by_label(felt).fill((IDAG + timedelta(days=dager)).isoformat())
        side.get_by_label("Timer i uka").fill("37,5")
        side.get_by_label("Når dere skal se på").fill(f"{IDAG + timedelta(days=90):%d.%m.%Y}")
    else:
        side.get_by_label("Hva arbeidsevnevurderingen viste").fill("At du kan arbeide.")
        side.get_by_label("Annen hjelp personen kan få").fill("Hjelp til å finne barnehage.")
    lagre(side, "Lagre utkastet")
    expect(side.locator(".brev")).to_contain_text("Vi har lagt vekt på det du har fortalt oss.")
    expect(side.get_by_text("Alt er på plass")).to_be_visible()


def fatt_vedtak(side: Page, navn: str, utfall: str) -> None:
    side.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Til kontroll").click()
    side.locator("tbody").get_by_role("link", name=navn).click()
    lagre(side, "Ta saken")
    lagre(side, "Fatt vedtaket")
    expect(side.get_by_text("Vedtaket er fattet, og brevet er klart.")).to_be_visible()
    expect(side.get_by_text(re.compile(f"^{utfall} .* av Bjorg"))).to_be_visible()


def send_brevet(side: Page) -> None:
    """The one who prepared it fetches the letter, and puts it in the post."""
    side.reload()
    with side.expect_download() as lasting:
        side.get_by_role("link", name="Last ned brevet").click()
    assert lasting.value.suggested_filename.endswith(".pdf")
    lagre(side, "Merk som sendt")
    expect(side.get_by_text("Brevet er merket som sendt.")).to_be_visible()
