"""What the office is asked, on the bench of its leader: until it is answered, and again when it is sent back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.utils import timezone

from apper.omradeovervaking.runden import lag_runde
from skreddersom.apper.omradeovervaking import handlinger

if TYPE_CHECKING:
    from rollebesetning import Besetning


def benken(folk: Besetning, hvem: str, fane: str = "kontoret") -> list[Any]:
    """The rows of a tab."""
    svar = folk.logg_inn(Client(), hvem).get("/benk/", {"fane": fane})
    return [rad for rad in svar.context["rader"] if rad.adresse.startswith("/sporsmal/")]


def test_lederen_ser_runden_med_frist_til_den_er_besvart(folk: Besetning) -> None:
    runden = lag_runde(folk)
    idag = timezone.localdate()
    runden.gjor(handlinger.sett_frist, idag + timedelta(days=3))
    (rad,) = benken(folk, "lena")
    assert (rad.navn, rad.gjor, rad.frist, rad.merke) == ("Høsten 2026", "Svar på spørsmålene", idag + timedelta(days=3), "Ikke svart")
    assert rad.adresse == f"/sporsmal/{runden.kontorsvar('Bakken')}/"
    assert benken(folk, "lena", "forfalt") == benken(folk, "vilde") == []
    runden.gjor(handlinger.minn, "Bare noen dager igjen.")
    assert [ett.merke for ett in benken(folk, "lena")] == ["Minnet om fristen"]
    runden.svar("Bakken", "som før")
    assert benken(folk, "lena") == []
    runden.gjor(handlinger.returner, runden.kontorsvar("Bakken"), "Hva er endret?")
    assert [(ett.merke, ett.gjor) for ett in benken(folk, "lena")] == [("Sendt tilbake", "Svar på det dere fikk tilbake")]
    runden.gjor(handlinger.lukk)
    assert benken(folk, "lena") == []


def test_en_runde_over_fristen_staar_blant_det_som_er_forfalt(folk: Besetning) -> None:
    runden = lag_runde(folk)
    runden.gjor(handlinger.sett_frist, timezone.localdate() - timedelta(days=2))
    (rad,) = benken(folk, "leif", "forfalt")
    assert rad.over == 2
    assert benken(folk, "viggo", "forfalt") == []
