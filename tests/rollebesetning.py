"""The cast: two offices and a County Governor, with one of each role, and how they log in.

Vilde and Viggo are veiledere at Bakken, Lena is its leder; Stine, also a veileder, works at Stranda; Fredrik is the County Governor's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from skreddersom.plattform.tilgang.roller import Enhetsslag, Rolle

if TYPE_CHECKING:
    from django.test import Client

    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Kontor, Stilling

FOLK = {
    "vilde": ("Bakken", Rolle.VEILEDER),
    "viggo": ("Bakken", Rolle.VEILEDER),
    "kjersti": ("Bakken", Rolle.KVALITETSSIKRER),
    "bjorg": ("Bakken", Rolle.BESLUTTER),
    "lena": ("Bakken", Rolle.LEDER),
    "adrian": ("Bakken", Rolle.ADMINISTRATOR),
    "stine": ("Stranda", Rolle.VEILEDER),
    "leif": ("Stranda", Rolle.LEDER),
    "fredrik": ("Fylket", Rolle.STATSFORVALTER),
    "dina": ("Direktoratet", Rolle.DIREKTORAT),
}
ENHETER = {
    "Bakken": Enhetsslag.NAVKONTOR,
    "Stranda": Enhetsslag.NAVKONTOR,
    "Fylket": Enhetsslag.STATSFORVALTER,
    "Direktoratet": Enhetsslag.DIREKTORAT,
}


@dataclass(frozen=True)
class Besetning:
    """Everybody by first name, and the units by name."""

    stillinger: dict[str, Stilling]
    kontorer: dict[str, Kontor]

    def __getitem__(self, navn: str) -> Stilling:
        return self.stillinger[navn]

    def kontekst(self, navn: str) -> Kontekst:
        """What the database is told when ``navn`` acts."""
        from skreddersom.plattform.tilgang.okt import kontekst

        return kontekst(self.stillinger[navn])

    def logg_inn(self, klient: Client, navn: str) -> Client:
        """``klient`` as ``navn``, through the role card, as in the demo."""
        svar = klient.post(f"/rollekort/{self[navn].pk}/")
        assert svar.status_code == 302, svar.status_code
        return klient


@pytest.fixture
def folk(db: None) -> Besetning:
    """The cast, in the database."""
    return lag_besetning()


def lag_besetning() -> Besetning:
    """Make the cast. Also for tests that have a database of their own."""
    from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Kontorkommune, Stilling

    kontorer = {navn: Kontor.objects.create(navn=navn, slag=slag) for navn, slag in ENHETER.items()}
    Kontorkommune.objects.create(kontor=kontorer["Bakken"], kommunenr="4203")
    Kontorkommune.objects.create(kontor=kontorer["Stranda"], kommunenr="4204")
    stillinger = {}
    for navn, (kontor, rolle) in FOLK.items():
        ansatt = Ansatt.objects.create_user(f"{navn}@eksempel.no", navn.capitalize())
        stillinger[navn] = Stilling.objects.create(ansatt=ansatt, kontor=kontorer[kontor], rolle=rolle, fra=date(2020, 1, 1))
    return Besetning(stillinger, kontorer)


def hent_besetning() -> Besetning:
    """The cast, where somebody has made it."""
    from skreddersom.plattform.tilgang.models import Kontor, Stilling

    alle = {ett.ansatt.epost: ett for ett in Stilling.objects.select_related("ansatt", "kontor")}
    kontorer = {ett.navn: ett for ett in Kontor.objects.all()}
    return Besetning({navn: alle[f"{navn}@eksempel.no"] for navn in FOLK}, {navn: kontorer[navn] for navn in ENHETER})
