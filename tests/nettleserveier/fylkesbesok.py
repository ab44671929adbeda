"""What the County Governor's pages show in the visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.kontekst import Kontekst

FYLKESBESOK: Final = (
    ("fylket", "kandidat:fylket", "fredrik", "/fylket/"),
    ("indikator", "kandidat:indikator", "fredrik", "/fylket/fullfort/"),
)


def lag_indikatorer(kontekst: Kontekst) -> None:
    """Municipalities in every place of the funnel, in two years; and what the office's cases tell today."""
    from django.utils import timezone

    from skreddersom.apper.kandidat.indikatormodeller import Indikatortall, Sakstall

    fullfort = {"4201": (6, 30), "4202": (2, 6), "4204": (40, 70), "4205": (30, 60), "4206": (10, 60)}
    rader = {(nr, aar): {"deltakere": (n, n), "fullfort": (k, n)} for aar in (2025, 2026) for nr, (k, n) in fullfort.items()}
    Indikatortall.objects.bulk_create(
        Indikatortall(kontor_id=kontekst.kontor, kommunenr=nr, aar=aar, indikator=navn, teller=k, nevner=n)
        for (nr, aar), tall in rader.items()
        for navn, (k, n) in tall.items()
    )
    saker = {"deltakere": (40, 40), "fullfort": (11, 40), "dager_vedtak": (720, 18), "barn": (3, 40)}
    felt = {"kontor_id": kontekst.kontor, "per": timezone.localdate()}
    Sakstall.objects.bulk_create(Sakstall(**felt, indikator=navn, teller=k, nevner=n) for navn, (k, n) in saker.items())
