"""The codes of 11F and 11CF that more than one part asks about, by name. The full lists with labels are in the layouts."""

from __future__ import annotations

from typing import Final

JA: Final = "1"

# VKLO, 11F: the most important source of livelihood at the last contact.
KURSSTONAD, TRYGD, SOSIALHJELP, INTRODUKSJONSSTONAD, KVALIFISERINGSSTONAD = "2", "3", "5", "6", "8"

# TRYGDESIT, 11F: the benefit worth most at the last contact.
UFORETRYGD, OVERGANGSSTONAD, ALDERSPENSJON, AAP, INGEN_TRYGD, BARNETRYGD = "04", "05", "07", "11", "12", "13"

# ARBSIT, 11F: the most important situation at the last contact.
I_INTRODUKSJONSORDNING, I_KVALIFISERINGSPROGRAM = "09", "10"

# STATUS, 11CF: the programme on the last day of the year.
FORTSATT_I_PROGRAM, PERMISJON, FULLFORT, FLYTTET_BYDEL = "1", "2", "3", "6"
AVSLUTTET: Final = ("3", "4", "5", "7")
"""The programme is over, and the form must say when."""
