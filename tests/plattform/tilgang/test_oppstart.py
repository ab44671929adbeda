"""The first steps of an installation."""

import pytest

from rollebesetning import Besetning
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.models import Kontor, Kontorkommune, Stilling
from skreddersom.plattform.tilgang.oppstart import ny_stilling, nytt_kontor


@pytest.mark.django_db
def test_et_nytt_kontor_faar_kommunene_sine_en_gang() -> None:
    for _ in range(2):
        kontor = nytt_kontor("Odden", "navkontor", ["4203", "4204"])
    assert [k.kommunenr for k in kontor.kommuner.all()] == ["4203", "4204"]


@pytest.mark.django_db
@pytest.mark.parametrize("nr", ["403", "42o3", "", "42030"])
def test_et_galt_kommunenummer_legger_ikke_til_noe(nr: str) -> None:
    with pytest.raises(Brukerfeil, match="fire siffer"):
        nytt_kontor("Odden", "navkontor", ["4203", nr])
    assert not Kontor.objects.exists()
    assert not Kontorkommune.objects.exists()


def test_den_forste_administratoren_kan_gjentas_uten_at_noe_dobles(folk: Besetning) -> None:
    forste, andre = (ny_stilling("Ny Adm", "Ny@eksempel.no", "Bakken", "administrator") for _ in range(2))
    assert forste == andre
    assert forste.ansatt.epost == "Ny@eksempel.no"
    assert Stilling.objects.filter(ansatt=forste.ansatt).count() == 1


@pytest.mark.parametrize(
    ("kontor", "rolle", "raad"),
    [("Odden", "leder", "Legg det til først"), ("Bakken", "konge", "Velg en av"), ("Fylket", "leder", "Velg en av")],
)
def test_feil_kontor_eller_rolle_sies_med_raad(folk: Besetning, kontor: str, rolle: str, raad: str) -> None:
    with pytest.raises(Brukerfeil, match=raad):
        ny_stilling("Ny", "ny@eksempel.no", kontor, rolle)
