"""Somebody at the counter whom no file has told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from apper.kandidat.kontorfiler import filer, fodselsnummer
from skreddersom.apper.kandidat.handlinger import NyPerson, registrer_person
from skreddersom.apper.kandidat.models import Person
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Skjerming
from skreddersom.plattform.tilgang.roller import Gradering

if TYPE_CHECKING:
    from rollebesetning import Besetning

FNR = fodselsnummer(next(iter(filer().values()))).decode()


def test_en_ny_person_faar_fodselsdato_av_nummeret_og_staar_i_loggen(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        ny = registrer_person(vilde, NyPerson(f"{FNR[:6]} {FNR[6:]}", " Per Prøve "))
        assert (ny.fnr, ny.navn, ny.nokkel) == (FNR, "Per Prøve", FNR)
        assert f"{ny.fodselsdato:%d%y}" == FNR[:2] + FNR[4:6]
        rad = Rad.objects.get(handling="opprett", person_id=ny.pk)
        assert FNR not in rad.innhold


def test_den_som_er_kjent_fra_for_blir_ikke_en_til(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        forste = registrer_person(vilde, NyPerson(FNR, "Per Prøve"))
        assert registrer_person(vilde, NyPerson(FNR, "Noe annet")).pk == forste.pk
        assert Person.objects.get().navn == "Per Prøve"


def test_et_navn_som_mangler_fylles_inn(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as vilde:
        Person.objects.create(kontor_id=vilde.kontor, nokkel=FNR, fnr=FNR)
        registrer_person(vilde, NyPerson(FNR, "Per Prøve"))
        assert Person.objects.get().navn == "Per Prøve"


@pytest.mark.parametrize(("fnr", "navn", "ord_"), [("12345678901", "Per", "ikke riktig"), ("", "Per", "ikke riktig"), (FNR, " ", "navnet")])
def test_feil_nummer_og_navn_som_mangler_gir_en_setning(folk: Besetning, fnr: str, navn: str, ord_: str) -> None:
    with som(folk.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil, match=ord_):
        registrer_person(vilde, NyPerson(fnr, navn))


def test_svaret_om_en_vernet_person_sier_ikke_hvorfor(folk: Besetning) -> None:
    klarert = replace(folk.kontekst("lena"), klareringer=(Gradering.FORTROLIG.value,))
    with som(klarert):
        person = registrer_person(klarert, NyPerson(FNR, "Per Prøve"))
        Skjerming.objects.create(kontor_id=klarert.kontor, person_id=person.pk, gradering=Gradering.FORTROLIG)
    with som(folk.kontekst("vilde")) as vilde, pytest.raises(Brukerfeil) as feil:
        registrer_person(vilde, NyPerson(FNR, "Per Prøve"))
    assert "fortrolig" not in str(feil.value).lower()
