"""Short ways for the tests: the first candidate, and an outcome for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from apper.kandidat.kontorfiler import PER

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning
    from skreddersom.apper.kandidat.models import Kandidat, Utfall
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def kandidat(kontekst: Kontekst, nr: int = 0) -> Kandidat:
    """The candidate at place ``nr`` of the list, as ``kontekst`` sees it."""
    from skreddersom.apper.kandidat import sporringer

    return sporringer.med_alt(sporringer.kandidater(kontekst)).order_by("rang")[nr]


def id_paa(folk: Besetning, nr: int = 0) -> UUID:
    """The id of the candidate at place ``nr``."""
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("lena")) as lena:
        return UUID(str(kandidat(lena, nr).pk))


def registrer(kontekst: Kontekst, slag: str, nr: int = 0, **mer: Any) -> Utfall:
    """An outcome of candidate ``nr``, with what its kind needs."""
    from skreddersom.apper.kandidat import handlinger
    from skreddersom.apper.kandidat.handlinger.utfall import Registrering
    from skreddersom.apper.kandidat.models import Kanal, Utfallsslag

    valgt = kandidat(kontekst, nr)
    felt: dict[str, Any] = {
        "dato": PER,
        "versjon": valgt.versjon,
        "nokkel": uuid4(),
        "kanal": Kanal.SAMTALE,
        "vilkar": "arbeidsevne",
        "tekst": "Fordi.",
    }
    gjor = handlinger.utfall_av_saken if slag == "soknad" else handlinger.registrer_utfall
    return gjor(kontekst, valgt.pk, Registrering(Utfallsslag(slag), **felt | mer))


def skjema(klient: Client, adresse: str, **mer: object) -> dict[str, object]:
    """What the browser would send from the form at ``adresse``."""
    felt = klient.get(adresse).context["skjema"]
    return {"versjon": felt["versjon"].value(), "nokkel": str(felt["nokkel"].value()), "dato": str(PER), **mer}
