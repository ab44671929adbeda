"""Our style sheet against the fetched one: a name that is misspelt gives no colour, and no warning either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nettleser import ROT

if TYPE_CHECKING:
    from pathlib import Path

DESIGN: Final = ROT / "src/skreddersom/plattform/design"
VARIABEL: Final = re.compile(r"var\((--[\w-]+)")
SATT: Final = re.compile(r"(--[\w-]+):")
KLASSE: Final = re.compile(r"\bds-[a-z-]+")


def test_hver_verdi_stilarket_bruker_er_satt_i_designsystemet(hentet: Path) -> None:
    satt = set(SATT.findall("".join(fil.read_text() for fil in (hentet / "design/lev").glob("*.css"))))
    assert set(VARIABEL.findall((DESIGN / "static/design/app.css").read_text())) - satt == set()


def test_hver_klasse_komponentene_bruker_finnes_i_designsystemet(hentet: Path) -> None:
    stilark = (hentet / "design/lev/designsystemet.css").read_text()
    brukt = {klasse for mal in (DESIGN / "templates").rglob("*.html") for klasse in KLASSE.findall(mal.read_text())}
    assert {klasse for klasse in brukt if f".{klasse}" not in stilark} == set()
