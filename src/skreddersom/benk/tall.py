"""Numbers as they are read in Norwegian: decimal comma, and a space between thousands."""

from __future__ import annotations

HARDT_MELLOMROM = "\u00a0"


def med_komma(tall: float, desimaler: int) -> str:
    """``2,41``."""
    return f"{tall:.{desimaler}f}".replace(".", ",")


def heltall(tall: float) -> str:
    """``1 000 000``, with spaces that keep it on one line."""
    return f"{tall:,.0f}".replace(",", HARDT_MELLOMROM)


def tid(sekunder: float) -> str:
    """``2,41 s``; below a tenth of a second ``38 ms``, below a millisecond ``37,4 µs``."""
    if sekunder >= 0.1:
        return f"{med_komma(sekunder, 2)} s"
    return f"{heltall(sekunder * 1e3)} ms" if sekunder >= 0.001 else f"{med_komma(sekunder * 1e6, 1)} µs"


def ganger(forhold: float) -> str:
    """``2,41 ×``."""
    return f"{med_komma(forhold, 2)} ×"


def megabyte(minne: float | None) -> str:
    """``511 MB``, or a dash when it is not known."""
    return "–" if minne is None else f"{heltall(minne)} MB"
