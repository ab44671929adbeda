"""Files as an office makes them, with invented people, and the way from file to list without a browser."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from skreddersom.demo.syntetisk import lag

if TYPE_CHECKING:
    from skreddersom.apper.kandidat.models import Fil, Gjennomgang
    from skreddersom.plattform.tilgang.kontekst import Kontekst

PER = date(2026, 6, 30)


@cache
def filer(kommune: str = "4203", antall: int = 60, aar: tuple[int, ...] = (2025, 2026), fro: int = 1) -> dict[str, bytes]:
    """Name → content of 11F and 11CF for a municipality; the same every time."""
    with TemporaryDirectory() as mappe:
        return {sti.name: sti.read_bytes() for sti in lag(kommune, antall, aar, fro, Path(mappe))}


def fodselsnummer(data: bytes, nr: int = 0) -> bytes:
    """The number on line ``nr`` of an 11F file of 2026."""
    from skreddersom.kjerne.kostra.oppsett import oppsett

    felt = oppsett("11F", 2026)["PERSON_FODSELSNR"]
    return data.splitlines()[nr][felt.fra - 1 : felt.til]


def last_opp(kontekst: Kontekst, innhold: dict[str, bytes] | None = None) -> list[Fil]:
    """Take the files in and control them, as the worker would."""
    from skreddersom.apper.kandidat import handlinger

    tatt = [handlinger.ta_imot_fil(kontekst, navn, data, i_bakgrunnen=False) for navn, data in (innhold or filer()).items()]
    return [handlinger.kontroller_fil(kontekst, fil.pk) for fil in tatt]


def gjennomgang(kontekst: Kontekst, per: date = PER, **valg: object) -> Gjennomgang:
    """Hold a review of everything that is ready."""
    from skreddersom.apper.kandidat import handlinger

    ny = handlinger.start_gjennomgang(kontekst, per, i_bakgrunnen=False, **valg)  # type: ignore[arg-type]
    return handlinger.kjor_gjennomgang(kontekst, ny.pk)
