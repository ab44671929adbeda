"""Dates, money and numbers as a letter writes them. The same in bokmål and nynorsk."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MANEDER: Final = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
FAST: Final = "\u00a0"
"""A blank where a line is never broken."""


def dato_i_ord(iso: str) -> str:
    """«2026-11-22» → «22. november 2026»."""
    dag = date.fromisoformat(iso)
    return f"{dag.day}.{FAST}{MANEDER[dag.month - 1]} {dag.year}"


def belop(kroner: str) -> str:
    """«278697» → «278 697», «1071.9» → «1 071,90»: øre only when there are any."""
    tallet = Decimal(kroner).quantize(Decimal("0.01"), ROUND_HALF_UP)
    hele, _, ore = f"{tallet:,}".partition(".")
    return hele.replace(",", FAST) + (f",{ore}" if int(ore) else "")


def tall(verdi: float) -> str:
    """37.5 → «37,5»; 30.0 → «30»."""
    return f"{verdi:g}".replace(".", ",")
