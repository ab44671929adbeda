"""Plain numbers of the statute, where they stand and from when."""

from datetime import date

from skreddersom.kjerne.lov.grenser import AKTIVITETSPLIKT_UNDER_AAR, AVBRUDD_MANEDER, STARTFRIST_MANEDER


def test_programmet_starter_senest_seks_maneder_etter_soknaden() -> None:
    assert STARTFRIST_MANEDER.verdi == 6
    assert str(STARTFRIST_MANEDER.hjemmel) == "sosialtjenesteloven § 31"
    assert STARTFRIST_MANEDER.hjemmel.fra == date(2010, 1, 1)


def test_aktivitetsplikten_gjelder_dem_under_30() -> None:
    assert AKTIVITETSPLIKT_UNDER_AAR.verdi == 30
    assert str(AKTIVITETSPLIKT_UNDER_AAR.hjemmel) == "sosialtjenesteloven § 20 a"
    assert AKTIVITETSPLIKT_UNDER_AAR.hjemmel.fra == date(2017, 1, 1)


def test_et_avbrudd_varer_under_et_aar() -> None:
    assert AVBRUDD_MANEDER.verdi == 12
    assert str(AVBRUDD_MANEDER.hjemmel) == "sosialtjenesteloven § 34 første ledd"
    assert AVBRUDD_MANEDER.hjemmel.fra == date(2010, 1, 1)
