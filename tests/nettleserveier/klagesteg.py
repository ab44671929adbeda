"""The steps of a complaint in the browser, each by the one whose work it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from playwright.sync_api import expect

from apper.sak.saken import IDAG, Saken
from skreddersom.apper.sak import klagesporringer
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from playwright.sync_api import Page


def lagre(side: Page, knapp: str = "Lagre") -> None:
    """Press the button; the page that comes has nothing to complain of."""
    with side.expect_navigation():
        side.locator("main").get_by_role("button", name=knapp, exact=True).click()
    expect(side.locator("main .ds-error-summary")).to_have_count(0)


def klag(side: Page, hva: str) -> None:
    """A talk, written down as it was said."""
    side.get_by_role("link", name="Registrer klage").click()
    side.get_by_label("I samtale").check()
    side.get_by_label("Hva sier klagen?").fill(hva)
    lagre(side)
    side.locator("tbody a").first.click()
    expect(side.get_by_text(hva)).to_be_visible()


def vurder_formkravene(side: Page) -> None:
    """Nothing can be sent on before it is known whether it can be taken up; then everything is in order."""
    expect(side.get_by_text("Vurder formkravene først.").first).to_be_attached()
    side.get_by_role("link", name="Vurder formkravene").click()
    for sporsmal in ("Kommer klagen fra en som kan klage?", "Sier klagen hvilket vedtak", "Er den underskrevet"):
        side.get_by_role("group", name=sporsmal).get_by_label("Ja", exact=True).check()
    side.get_by_label("På papir, eller muntlig").check()
    side.get_by_label("Når kom brevet fram?").fill(IDAG.isoformat())
    lagre(side)
    expect(side.get_by_text("Oppfylt", exact=True)).to_be_visible()


def skriv_oversendelsen(side: Page) -> None:
    """What the letter lacks stands on the page until it lacks nothing; then another must see it."""
    side.get_by_role("link", name="Skriv oversendelsen").click()
    side.get_by_label("Hva anfører klageren?").fill("Klageren mener at ett år er for lite.")
    side.get_by_label("Hvorfor blir vedtaket stående?").fill("Et vedtak kan ikke gjelde mer enn ett år om gangen.")
    side.get_by_label("Vedlegg").fill("Klagen\nVedtaket")
    lagre(side, "Lagre utkastet")
    expect(side.get_by_text("Skriv adressen til Statsforvalteren.").last).to_be_visible()
    side.get_by_role("link", name="Skriv oversendelsen").click()
    side.get_by_label("Adressen til Statsforvalteren").fill("Postboks 1\n4801 Bakken")
    side.get_by_label("Adressen til klageren").fill("Prøveveien 2\n4801 Bakken")
    lagre(side, "Lagre utkastet")
    side.get_by_role("link", name="Send oversendelsen til en annen").click()
    lagre(side, "Send")
    expect(side.get_by_text("Oversendelsen venter på en annen").first).to_be_visible()


def se_hvorfor_ikke(side: Page) -> None:
    """The one who decided is shown the complaint, and why it is for another to let it go."""
    side.locator("main a[href^='/klage/']").first.click()
    expect(side.get_by_role("link", name="Oversend til Statsforvalteren")).to_have_count(0)
    side.get_by_text("Hvorfor kan ikke resten gjøres nå?").click()
    expect(side.get_by_text("Du fattet vedtaket det klages på.")).to_be_visible()


def oversend(side: Page) -> None:
    """The leader lets it go, and fetches the letter as it went."""
    side.get_by_role("link", name="Oversend til Statsforvalteren").click()
    lagre(side, "Oversend klagen")
    expect(side.get_by_text("Oversendt til Statsforvalteren").first).to_be_visible()
    with side.expect_download() as lasting:
        side.get_by_role("link", name="Hent brevet").click()
    assert "oversendelse" in lasting.value.suggested_filename


def omgjor(side: Page) -> None:
    """The office finds that it was wrong, and opens the work towards a new decision."""
    side.get_by_role("link", name="Omgjør vedtaket").click()
    side.get_by_label("Feil faktum").check()
    lagre(side, "Åpne behandlingen")
    side.get_by_role("link", name="Åpne behandlingen").click()
    expect(side.get_by_role("heading", name="Vedtak", level=2).or_(side.get_by_text("Omgjøring").first).first).to_be_visible()


def gjor_klar(saken: Saken) -> None:
    """The conditions are assessed and looked over, and the draft is written, as in every case."""
    with som(saken.folk.kontekst("lena")) as lena:
        behandling = klagesporringer.klager(lena).get(sak=saken.sak_id, behandling__isnull=False).behandling_id
    assert isinstance(behandling, UUID)
    ny = Saken(saken.folk, saken.sak_id, behandling, saken.person_id)
    ny.sikre(*(ny.vurder(ett.id) for ett in ny.tilstand().vilkar))
    ny.utkast()
