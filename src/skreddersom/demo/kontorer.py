"""The 15 Nav offices of Agder as they answered in 2020, and the municipalities each serves here.

The names are those of the County Governor's report. Which office serves which municipality, and the order from west to east, is
demonstration data: put together for this demo, not taken from a register.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Demokontor(NamedTuple):
    """One office: its name, its municipalities, and the people who work there besides a veileder and a leder."""

    navn: str
    kommuner: tuple[str, ...]


KONTORER: Final = (
    Demokontor("NAV Lister", ("4206", "4207", "4225", "4226", "4227", "4228")),
    Demokontor("NAV Lindesnes", ("4205",)),
    Demokontor("NAV Evje og Hornnes", ("4219", "4220", "4221", "4222")),
    Demokontor("NAV Midt Agder", ("4218", "4223", "4224")),
    Demokontor("NAV Kristiansand", ("4204",)),
    Demokontor("NAV Birkenes", ("4216",)),
    Demokontor("NAV Lillesand", ("4215",)),
    Demokontor("NAV Grimstad", ("4202",)),
    Demokontor("NAV Froland", ("4214",)),
    Demokontor("NAV Arendal", ("4203",)),
    Demokontor("NAV Åmli", ("4217",)),
    Demokontor("NAV Tvedestrand", ("4213",)),
    Demokontor("NAV Vegårshei", ("4212",)),
    Demokontor("NAV Gjerstad", ("4211",)),
    Demokontor("NAV Risør", ("4201",)),
)
"""From west to east."""

HOVEDKONTOR: Final = "NAV Arendal"
"""The office with one of every role; the others have a veileder and a leder."""

MED_SAKER: Final = (HOVEDKONTOR, "NAV Kristiansand", "NAV Lister")
"""The offices with cases (``saker.VED``): those that also have somebody to look them over and to decide."""
