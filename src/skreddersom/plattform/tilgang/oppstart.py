"""The first steps of an installation, before there is anybody who could do them on a page: an office, and its administrator."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Kontorkommune, Stilling
from skreddersom.plattform.tilgang.roller import ROLLER_I, Enhetsslag


@transaction.atomic
def nytt_kontor(navn: str, slag: str, kommuner: list[str]) -> Kontor:
    """A unit with its municipalities; an office that stands already gets those it lacks. Raises ``Brukerfeil``."""
    kontor, _ = Kontor.objects.get_or_create(navn=navn, defaults={"slag": slag})
    for nr in kommuner:
        rad = Kontorkommune(kontor=kontor, kommunenr=nr)
        try:
            rad.clean_fields()
        except ValidationError:
            raise Brukerfeil(f"«{nr}» er ikke et kommunenummer. Skriv fire siffer, for eksempel 4203.") from None
        Kontorkommune.objects.get_or_create(kontor=kontor, kommunenr=nr)
    return kontor


@transaction.atomic
def ny_stilling(navn: str, epost: str, kontor: str, rolle: str) -> Stilling:
    """A role for somebody, who is made if the e-mail address is new. Raises ``Brukerfeil``."""
    hvor = Kontor.objects.filter(navn=kontor).first()
    if hvor is None:
        raise Brukerfeil(f"finner ikke kontoret «{kontor}». Legg det til først: drift kontor --navn «{kontor}»")
    mulige = ROLLER_I[Enhetsslag(hvor.slag)]
    if rolle not in mulige:
        raise Brukerfeil(f"«{rolle}» er ikke en rolle der. Velg en av: {', '.join(sorted(mulige))}.")
    ansatt = Ansatt.objects.filter(epost__iexact=epost).first() or Ansatt.objects.create_user(epost, navn)
    return Stilling.objects.get_or_create(ansatt=ansatt, kontor=hvor, rolle=rolle, til=None, defaults={"fra": timezone.localdate()})[0]
