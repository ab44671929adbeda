"""How much: the country that is made, and the load that is put on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Omfang:
    """The size of one measurement. ``takt`` is requests each second; ``oppvarming`` and ``sekunder`` how long they come."""

    kontorer: int = 300
    personer: int = 200_000
    takt: float = 50
    sekunder: int = 60
    oppvarming: int = 60
    runder: int = 20
    """Rounds of the comparison with and without row-level security."""
    fro: int = 1

    @property
    def loggrader(self) -> int:
        """Rows in the log that is verified: a million for 200 000 persons."""
        return 5 * self.personer
