"""The visits to the rounds of områdeovervåking: what they are about, and who opens which page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from apper.omradeovervaking.runden import lag_runde
from skreddersom.apper.omradeovervaking import handlinger

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from rollebesetning import Besetning


def alt_apent(side: Page, _folk: Besetning) -> None:
    """Open every answer and every piece of evidence."""
    side.locator("main details > summary").evaluate_all("alle => alle.forEach(ett => ett.click())")


def uten_valg(side: Page, _folk: Besetning) -> None:
    """A question of choice with nothing to choose."""
    side.get_by_label("Tabell med ett valg på hver linje").check()
    with side.expect_navigation():
        side.get_by_role("button", name="Lagre", exact=True).click()


def send_uten_svar(side: Page, _folk: Besetning) -> None:
    """Send, and answer nothing."""
    with side.expect_navigation():
        side.get_by_role("button", name="Send svarene").click()


def se(_side: Page, _folk: Besetning) -> None:
    """Look."""


PAASTAND: Final = {
    "id": "P1",
    "del": "hovedfunn",
    "tekst": {"nb": "Alle kontorene sier at noe er endret.", "nn": "Alle kontora seier at noko er endra."},
    "sporsmal": "endring",
    "koder": ["ja"],
}
RUNDEBESOK: Final[tuple[tuple[str, str, str, str, Callable[[Page, Besetning], None]], ...]] = (
    ("runder", "omradeovervaking:runder", "fredrik", "/runder/", se),
    ("runde-utkast", "omradeovervaking:runde", "fredrik", "/runder/{rundeutkast}/", se),
    ("runde", "omradeovervaking:runde", "fredrik", "/runder/{runde}/", se),
    ("runde-sporsmal-feil", "omradeovervaking:gjor", "fredrik", "/runder/{rundeutkast}/sporsmal/", uten_valg),
    ("koding", "omradeovervaking:koding", "fredrik", "/runder/{runde}/koding/", alt_apent),
    ("matrise", "omradeovervaking:matrise", "fredrik", "/runder/{runde}/matrise/", alt_apent),
    ("rapport", "omradeovervaking:rapport", "fredrik", "/runder/{runde}/rapport/", alt_apent),
    ("rapporter", "omradeovervaking:rapporter", "dina", "/rapporter/", se),
    ("sporsmal", "omradeovervaking:sporsmal", "lena", "/sporsmal/", se),
    ("svar-feil", "omradeovervaking:svar", "leif", "/sporsmal/{spurt}/", send_uten_svar),
    ("svar-sendt", "omradeovervaking:svar", "lena", "/sporsmal/{besvart}/", se),
)
"""Name, page, who, address, and what is done there: as ``Besok``."""


def runder(folk: Besetning) -> dict[str, str]:
    """One round as a draft, and one that Bakken has answered and Stranda has been reminded of, with a claim that says too much."""
    utkast, runden = lag_runde(folk, sendt=False), lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.gjor(handlinger.minn, "Fristen er om to uker.")
    runden.kod({"Bakken": "uendret"})
    runden.gjor(handlinger.lagre_del, "paastand", None, PAASTAND)
    runden.legg_ut()
    return {
        "rundeutkast": str(utkast.runde_id),
        "runde": str(runden.runde_id),
        "spurt": str(runden.kontorsvar("Stranda")),
        "besvart": str(runden.kontorsvar("Bakken")),
    }
