"""Controls of 11F and 11CF: Statistics Norway's own, exactly, and our stricter ones, kept apart."""

from skreddersom.kjerne.kostra.kontroll.kjor import Regler, kontroller, kontrolltabell
from skreddersom.kjerne.kostra.kontroll.modell import MELDING, Alvorlighet, Kontroll
from skreddersom.kjerne.kostra.kontroll.rapport import Kontrollrapport, uleselig

__all__ = ["MELDING", "Alvorlighet", "Kontroll", "Kontrollrapport", "Regler", "kontroller", "kontrolltabell", "uleselig"]
