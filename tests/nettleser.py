"""A real browser for the tests: the system's Chromium, driven by Playwright. Where there is none, one line says so.

Ask for the fixture ``nettleser`` (the browser) or ``axe`` (a function that returns what axe finds on a page).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import sync_playwright

from skreddersom.inngang.design import AXE, DESIGN, finn_eller_hent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

ROT: Final = Path(__file__).resolve().parents[1]
NAVN: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM: Final = next(filter(None, map(shutil.which, NAVN)), None)
UTEN: Final = (
    # What Playwright turns off and we need off: a switch that is given twice counts once, as it was given last.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable"),
    *("LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    # The browser's own buttons are web pages, made anew for each window: three times the work of a page of ours, and nobody looks at them.
    *("InitialWebUI", "PreloadTopChromeWebUI", "WebUIReloadButton", "WebUIToolbar"),
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup"),
)
"""Parts of the browser that are left out."""
VALG: Final = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
FARGE: Final = {**VALG, "runOnly": ["color-contrast", "link-in-text-block", "target-size"]}
"""What the colours decide, and the size of what one presses: the only rules with another answer when nothing but the scheme is changed."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none."""
    if CHROMIUM is None:
        uten = [prove for prove in items if "nettleser" in getattr(prove, "fixturenames", ())]
        config.hook.pytest_deselected(items=uten)
        items[:] = [prove for prove in items if prove not in uten]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it, so that nobody believes that the pages were looked at."""
    if CHROMIUM is None:
        terminalreporter.write_line("Prøvene i nettleser er ikke kjørt: finner ikke Chromium på denne maskinen.")


@pytest.fixture(scope="session")
def nettleser() -> Iterator[Browser]:
    """One browser for the whole run. It needs no display and reaches nothing outside this machine."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop running in the thread where the tests use the database
    rot = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        norsk: dict[str, str | float | bool] = {
            **os.environ,
            "LANGUAGE": "nb",
        }  # so that dates and file fields are in Norwegian, as the readers have them
        brytere = [*rot, "--disable-dev-shm-usage", "--disable-gpu", f"--disable-features={','.join(UTEN)}"]
        leser = playwright.chromium.launch(executable_path=CHROMIUM, args=brytere, env=norsk)
        yield leser
        leser.close()


@pytest.fixture(scope="session")
def hentet() -> Path:
    """The folder with what npm has fetched for the pages."""
    return Path(os.environ.get(DESIGN.variabel) or finn_eller_hent(ROT))


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """``axe(side)``: one line per hindrance that axe finds on the page, with where it is; ``axe(side, FARGE)`` asks those rules only."""
    mappe = Path(os.environ.get(AXE.variabel) or finn_eller_hent(ROT, AXE))
    kode = (mappe / "axe.min.js").read_text(encoding="utf-8")

    def finn(side: Page, valg: dict[str, Any] = VALG) -> list[str]:
        if not side.evaluate("'axe' in window"):
            side.evaluate(kode)
        funn: list[dict[str, Any]] = side.evaluate("valg => axe.run(document, valg)", valg)["violations"]
        return [f"{ett['id']}: {node['target']} {node['failureSummary']}" for ett in funn for node in ett["nodes"]]

    return finn
