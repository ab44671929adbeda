"""A later decision in the browser: a programme is ended with a letter by four eyes, and the case is put away and can still be read."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from apper.sak.saken import IDAG, lag_sak
from nettleserveier.besok import send
from vindu import FRIST

if TYPE_CHECKING:
    from nettleserveier.conftest import Huset

expect.set_options(timeout=FRIST)


def test_et_program_avsluttes_og_saken_legges_bort(huset: Huset) -> None:
    assert huset.sted is not None
    saken = lag_sak(huset.sted.folk, "avslutning")
    saken.vedta()
    vilde = huset.som("vilde", f"/sak/{saken.sak_id}/")
    vilde.get_by_role("link", name="Avslutt programmet").click()
    expect(vilde.get_by_label(re.compile("^Innvilget"))).to_be_checked()
    send(vilde, "Åpne behandlingen")
    vilde.get_by_label("Siste dag").fill((IDAG - timedelta(days=1)).isoformat())
    vilde.get_by_label("Hvordan slutter programmet?").select_option("fullfort")
    vilde.get_by_label("Hva har skjedd?").fill("Du har fått fast jobb i butikken der du hadde praksis.")
    expect(vilde.locator(".brev")).to_contain_text("Du har fått fast jobb i butikken")
    vilde.get_by_label("Begrunnelse", exact=True).fill("Målet er nådd.")
    vilde.get_by_label("Annen hjelp personen kan få").fill("Ring oss om noe endrer seg.")
    send(vilde, "Lagre utkastet")
    expect(vilde.get_by_text("Alt er på plass")).to_be_visible()
    vilde.get_by_role("button", name="Send til beslutning").click()
    expect(vilde.get_by_text("Saken er sendt til beslutning.")).to_be_visible()
    bjorg = huset.som("bjorg", vilde.url)
    send(bjorg, "Ta saken")
    send(bjorg, "Fatt vedtaket")
    expect(bjorg.get_by_text(re.compile("^Programmet avsluttes .* av Bjorg"))).to_be_visible()
    bjorg.get_by_role("link", name="Kvittering: hva vedtaket bygger på").click()
    expect(bjorg.get_by_text("er den samme som da vedtaket ble fattet")).to_be_visible()
    vilde.goto(f"/sak/{saken.sak_id}/brev/")
    send(vilde, "Merk som sendt: Avslutning av program")
    vilde.get_by_role("link", name="Oversikt").click()
    vilde.get_by_role("link", name="Avslutt saken").click()
    send(vilde, "Avslutt saken")
    expect(vilde.get_by_role("link", name="Åpne saken igjen")).to_be_visible()
    expect(vilde.get_by_text("Vedtak: programmet avsluttes")).to_be_visible()
