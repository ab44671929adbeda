"""What may stand after an option: each kind says in a sentence what it wants. Nothing is read before all of them are right."""

from __future__ import annotations

import argparse
from datetime import date


def dato(tekst: str) -> date:
    """A day, year first."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{tekst}» er ikke en dato; skriv den som 2026-12-31") from None


def antall(tekst: str) -> int:
    """A whole number above zero."""
    if _sifre(tekst) and int(tekst) > 0:
        return int(tekst)
    raise argparse.ArgumentTypeError(f"«{tekst}» er ikke et antall; skriv et helt tall over null")


def rapporteringsaar(tekst: str) -> int:
    """A year whose layouts are known."""
    from skreddersom.kjerne.kostra.oppsett import AARGANGER

    if _sifre(tekst) and int(tekst) in AARGANGER:
        return int(tekst)
    raise argparse.ArgumentTypeError(f"«{tekst}» er ikke et rapporteringsår; skriv et år fra {AARGANGER[0]} til {AARGANGER[-1]}")


def regelsett(tekst: str) -> int:
    """A year whose rules Statistics Norway has published."""
    if tekst in {"2025", "2026"}:
        return int(tekst)
    raise argparse.ArgumentTypeError(f"«{tekst}» er ikke et regelsett; velg 2025 eller 2026")


def region(tekst: str) -> str:
    """A municipality, with or without its district."""
    if _sifre(tekst) and len(tekst) in {4, 6}:
        return tekst
    raise argparse.ArgumentTypeError(f"«{tekst}» er ikke et kommunenummer; skriv fire eller seks sifre, for eksempel 420300")


def _sifre(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdecimal()
