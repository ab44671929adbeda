"""What the database itself holds: nobody answers for another office, reads another county's round, or hangs a row on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, transaction

from apper.omradeovervaking.runden import IDAG, Runden, lag_runde
from skreddersom.apper.omradeovervaking.models import (
    Hendelse,
    Kodelisteversjon,
    Koding,
    Kontorsvar,
    Levering,
    Melding,
    Runde,
    Sporreskjema,
    Sporsmal,
    Svar,
    Svarutkast,
    Utgave,
    Utgavefil,
)
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.db.models import Model

    from rollebesetning import Besetning

ALT: tuple[type[Model], ...] = (
    Runde, Sporreskjema, Sporsmal, Hendelse, Kontorsvar, Levering, Svar, Melding, Kodelisteversjon, Koding, Svarutkast, Utgave, Utgavefil,
)  # fmt: skip


@pytest.fixture
def runden(folk: Besetning) -> Runden:
    """Bakken has answered, and it is coded and published; Stranda has not. Another county looks on."""
    from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Stilling

    nabo = Kontor.objects.create(navn="Nabofylket", slag="statsforvalter")
    ansatt = Ansatt.objects.create_user("nora@eksempel.no", "Nora")
    folk.stillinger["nora"] = Stilling.objects.create(ansatt=ansatt, kontor=nabo, rolle="statsforvalter", fra=IDAG.replace(year=2020))
    runden = lag_runde(folk)
    runden.svar("Bakken", "som før")
    runden.kod({"Bakken": "uendret"})
    runden.legg_ut()
    return runden


def test_nabofylket_ser_ingenting_av_runden(folk: Besetning, runden: Runden) -> None:
    with som(folk.kontekst("nora")):
        assert [modell.__name__ for modell in ALT if modell._default_manager.exists()] == []


def test_kontoret_ser_ikke_kodene_eller_hva_som_er_gjort_med_runden(folk: Besetning, runden: Runden) -> None:
    with som(folk.kontekst("lena")):
        assert {modell.__name__ for modell in ALT if modell._default_manager.exists()} == {
            "Runde", "Sporreskjema", "Sporsmal", "Kontorsvar", "Levering", "Svar", "Svarutkast", "Utgave", "Utgavefil",
        }  # fmt: skip


def test_direktoratet_leser_det_som_er_publisert_og_ingenting_annet(folk: Besetning, runden: Runden) -> None:
    with som(folk.kontekst("dina")):
        assert {modell.__name__ for modell in ALT if modell._default_manager.exists()} == {"Utgave", "Utgavefil"}
        for modell in (Utgave, Utgavefil):
            with pytest.raises(DatabaseError), transaction.atomic():
                modell.objects.update(kontor=folk.kontorer["Direktoratet"])


def test_ingen_svarer_for_et_annet_kontor(folk: Besetning, runden: Runden) -> None:
    fylket, stranda = folk.kontorer["Fylket"], folk.kontorer["Stranda"]
    with som(folk.kontekst("lena")) as lena:
        bakkens = Kontorsvar.objects.get()
        felles = {"av_id": lena.ansatt, "eier": fylket, "nr": 1, "minutter": 1}
        for kontor, kontorsvar in ((stranda, runden.kontorsvar("Stranda")), (lena.kontor, runden.kontorsvar("Stranda"))):
            with som(folk.kontekst("lena")), pytest.raises(DatabaseError), transaction.atomic():
                Levering.objects.create(**felles, kontor_id=getattr(kontor, "pk", kontor), kontorsvar_id=kontorsvar)
        assert Levering.objects.get().kontorsvar_id == bakkens.pk


def test_ingen_spor_i_en_annens_runde_og_ingen_endrer_den(folk: Besetning, runden: Runden) -> None:
    with som(folk.kontekst("nora")) as nora, pytest.raises(DatabaseError), transaction.atomic():
        Kontorsvar.objects.create(av_id=nora.ansatt, eier_id=nora.kontor, kontor=folk.kontorer["Stranda"], runde_id=runden.runde_id, nr=9)
    with som(folk.kontekst("lena")):
        assert Runde.objects.update(tittel="Noe annet") == 0


def test_en_runde_som_er_sendt_faar_ikke_andre_kontorer_eller_en_annen_tittel(folk: Besetning, runden: Runden) -> None:
    endringer: tuple[dict[str, object], ...] = ({"tittel": "Noe annet"}, {"kontorer": []}, {"status": "utkast"})
    for endring in endringer:
        with som(folk.kontekst("fredrik")), pytest.raises(DatabaseError, match="runden er sendt"), transaction.atomic():
            Runde.objects.filter(pk=runden.runde_id).update(**endring)


def test_ingen_leverer_i_en_lukket_runde(folk: Besetning, runden: Runden) -> None:
    from skreddersom.apper.omradeovervaking import handlinger
    from skreddersom.kjerne.feil import Brukerfeil

    runden.gjor(handlinger.lukk)
    with pytest.raises(Brukerfeil, match="Runden er lukket"):
        runden.svar("Stranda", "som før")
    spurt, fylket = runden.kontorsvar("Stranda"), folk.kontorer["Fylket"]
    with som(folk.kontekst("leif")) as leif, pytest.raises(DatabaseError, match="runden er ikke aapen"), transaction.atomic():
        Levering.objects.create(av_id=leif.ansatt, eier=fylket, nr=1, kontor_id=leif.kontor, kontorsvar_id=spurt)
