"""Legal references are data and write themselves as a lawyer would."""

from datetime import date

from skreddersom.kjerne.lov.hjemmel import BOPELFORSKRIFTEN, SOSIALTJENESTELOVEN, Hjemmel

FRA, TIL = date(2010, 1, 1), date(2018, 12, 31)


def test_hjemmel_skrives_med_ledd_og_bokstav_naar_de_finnes() -> None:
    assert str(Hjemmel(SOSIALTJENESTELOVEN, "29", FRA)) == "sosialtjenesteloven § 29"
    assert str(Hjemmel(SOSIALTJENESTELOVEN, "29", FRA, ledd=3)) == "sosialtjenesteloven § 29 tredje ledd"
    assert str(Hjemmel(SOSIALTJENESTELOVEN, "29", FRA, ledd=2, bokstav="a")) == "sosialtjenesteloven § 29 andre ledd bokstav a"
    assert str(Hjemmel(BOPELFORSKRIFTEN, "1 a", FRA)).endswith("uten fast bopel i Norge § 1 a")


def test_ordene_for_ledd_er_riktige() -> None:
    ord_ = [str(Hjemmel(SOSIALTJENESTELOVEN, "29", FRA, ledd=nr)).split()[3] for nr in range(1, 7)]
    assert ord_ == ["første", "andre", "tredje", "fjerde", "femte", "sjette"]


def test_kildene_har_sitt_nummer_hos_lovdata() -> None:
    assert SOSIALTJENESTELOVEN.nummer == "LOV-2009-12-18-131"
    assert BOPELFORSKRIFTEN.nummer == "FOR-2011-12-16-1251"


def test_hjemmel_gjelder_til_og_med_siste_dag() -> None:
    gammel = Hjemmel(SOSIALTJENESTELOVEN, "29", FRA, TIL)
    assert gammel.gjelder(FRA)
    assert gammel.gjelder(TIL)
    assert not gammel.gjelder(date(2009, 12, 31))
    assert not gammel.gjelder(date(2019, 1, 1))
    assert Hjemmel(SOSIALTJENESTELOVEN, "29", FRA).gjelder(date(2099, 1, 1))
