"""Before a decision to somebody's harm they are told, and have time to answer."""

from __future__ import annotations

from datetime import date

import pytest

from skreddersom.kjerne.lov.forhandsvarsel import Hinder, Innvilget, Varsel, for_kort, hinder, til_ugunst, uttalefrist

SENDT = date(2026, 3, 2)
FRIST = date(2026, 3, 16)
VARSLET = Varsel(frist=FRIST, sendt=SENDT)


@pytest.mark.parametrize(
    ("varsel", "dag", "ventet"),
    [
        (None, FRIST, Hinder.IKKE_VARSLET),
        (Varsel(unntak=True), SENDT, None),
        (Varsel(frist=FRIST), date(2026, 4, 1), Hinder.IKKE_SENDT),
        (Varsel(frist=FRIST, ferdig_uttalt=True), SENDT, Hinder.IKKE_SENDT),
        (VARSLET, SENDT, Hinder.FRISTEN_LOPER),
        (VARSLET, FRIST, Hinder.FRISTEN_LOPER),
        (VARSLET, date(2026, 3, 17), None),
        (Varsel(frist=FRIST, sendt=SENDT, ferdig_uttalt=True), SENDT, None),
        (Varsel(frist=FRIST, sendt=date(2026, 3, 10)), date(2026, 4, 1), Hinder.FOR_KORT_FRIST),
        (Varsel(frist=FRIST, sendt=date(2026, 3, 9)), date(2026, 4, 1), None),
    ],
    ids=str,
)
def test_det_kan_bestemmes_naar_varselet_er_sendt_og_fristen_er_ute(varsel: Varsel | None, dag: date, ventet: Hinder | None) -> None:
    assert hinder(varsel, dag) is ventet


def test_den_siste_dagen_er_i_tide() -> None:
    assert not VARSLET.forfalt(FRIST)
    assert VARSLET.forfalt(date(2026, 3, 17))
    assert not Varsel().forfalt(FRIST)


def test_fristen_er_to_uker_og_ender_paa_en_virkedag() -> None:
    assert uttalefrist(SENDT) == FRIST
    assert uttalefrist(date(2026, 3, 21)) == date(2026, 4, 7)  # 4 April is the Saturday before Easter Day; Monday is a holiday


def test_sju_dager_er_det_minste() -> None:
    assert for_kort(date(2026, 3, 8), SENDT)
    assert not for_kort(date(2026, 3, 9), SENDT)


ETT_AAR = Innvilget(SENDT, date(2027, 3, 1), SENDT)
SENERE = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("gammelt", "nytt", "ventet"),
    [
        (ETT_AAR, None, True),
        (ETT_AAR, ETT_AAR, False),
        (ETT_AAR, Innvilget(SENDT, date(2027, 2, 28), SENDT), True),
        (ETT_AAR, Innvilget(SENERE, date(2027, 3, 1), SENERE), True),
        (ETT_AAR, Innvilget(SENDT, date(2027, 3, 1), SENERE), True),
        (ETT_AAR, Innvilget(SENDT, date(2027, 6, 1), SENDT), False),
        (ETT_AAR, Innvilget(), False),
        (None, None, False),
        (None, ETT_AAR, False),
    ],
    ids=str,
)
def test_en_omgjoring_er_til_ugunst_naar_det_innvilgede_blir_mindre(
    gammelt: Innvilget | None, nytt: Innvilget | None, ventet: bool
) -> None:
    assert til_ugunst(gammelt, nytt) is ventet
