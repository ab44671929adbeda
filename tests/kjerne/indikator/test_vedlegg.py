"""The words and sheets that go with the numbers."""

from datetime import date

from skreddersom.kjerne.indikator.dom import ett_tall, sammenlikn
from skreddersom.kjerne.indikator.katalog import ETTER_ID, KATALOG
from skreddersom.kjerne.indikator.ordlyd import definisjon, dom
from skreddersom.kjerne.indikator.skjul import Linje, Tall, skjul, vis_alt
from skreddersom.kjerne.indikator.vedlegg import vedlegg

FULLFORT = Linje("fullfort", 2026)
STONAD = Linje("stonad", 2026)


def test_hver_rad_staar_i_arket_og_de_skjulte_uten_tall() -> None:
    telt = {FULLFORT: {"4201": Tall(2, 30), "4203": Tall(3, 20), "4205": Tall(55, 100), "9998": Tall(16, 50)}}
    tall, definisjoner, _regioner = vedlegg([sammenlikn(FULLFORT, skjul(telt)[FULLFORT])], "nb")
    assert [rad[2:7] + rad[9:] for rad in tall.rader] == [
        ("4201", "Risør", None, None, None, "vises ikke"),
        ("4203", "Arendal", None, None, None, "vises ikke"),
        ("4205", "Lindesnes", 55, 100, 55.0, "følg opp: høyere enn felles andel"),
        ("9998", "", 16, 50, 32.0, "innenfor"),
        ("", "De som ikke vises alene, samlet", 5, 50, 10.0, ""),
        ("", "Alle", 76, 200, 38.0, ""),
    ]
    assert len(definisjoner.rader) == len(KATALOG)
    assert definisjoner.rader[0][5] == "2022–2026"


def test_kroner_er_hele_og_andre_snitt_har_en_desimal() -> None:
    dager = Linje("dager_vedtak", 2026)
    telt = {STONAD: {"4203": Tall(1_000_000, 7)}, dager: {"4203": Tall(100, 7)}}
    tall, _ = vedlegg([sammenlikn(linje, ett) for linje, ett in vis_alt(telt).items()], "nn")
    assert [rad[6] for rad in tall.rader] == [142857, 142857, 14.3, 14.3]


def test_regionene_har_sitt_ark_med_forskjell_p_og_hvor_inndelingen_er_fra() -> None:
    vest, ost = {f"42{nr:02}": Tall(20 + nr, 60) for nr in (4, 5, 6, 7)}, {f"42{nr:02}": Tall(nr, 60) for nr in (11, 12, 13, 14)}
    faa = {"4204": Tall(10, 40), "4201": Tall(0, 0)}
    linjer = vis_alt({FULLFORT: vest | ost, Linje("barn", 2026): faa, STONAD: vest | ost})
    regioner = vedlegg([sammenlikn(linje, ett) for linje, ett in linjer.items()], "nb")[2]
    forste, andre, ingen, _ = regioner.rader
    assert forste[:7] == ("Fullført", 2026, "Vest i Agder", 4, 102, 240, 42.5)
    assert (forste[7], forste[10], forste[11]) == (21.7, 0.0143, 0.0143)
    assert forste[12] == "større forskjell enn det tilfeldigheter som oftest gir"
    assert "Vest-Agder" in str(forste[13])
    assert andre[2:9] == ("Øst i Agder", 4, 50, 240, 20.8, None, None)
    assert ingen[3:13] == (1, None, None, None, None, None, None, None, None, "for få til å si om regionene er ulike")


def test_definisjonen_sier_hva_som_telles_og_blant_hvem() -> None:
    assert definisjon(ETTER_ID["fullfort"], "nb") == "De som fullførte eller avsluttet etter avtale, av deltakerne i året."
    assert definisjon(ETTER_ID["dager_vedtak"], "en").startswith(
        "Days from the application was registered to the decision, on average for "
    )
    assert definisjon(ETTER_ID["deltakere"], "nn").endswith("Den som har delteke i to kommunar, tel i begge.")


def test_ordene_finnes_paa_hvert_sprak() -> None:
    rad = sammenlikn(FULLFORT, vis_alt({FULLFORT: {"4201": Tall(1, 3), "4202": Tall(30, 90)}})[FULLFORT]).rader[0]
    assert [dom(rad, sprak) for sprak in ("nb", "nn", "en")] == ["for få til å si", "for få til å seie", "too few to tell"]


def test_tallene_fra_sakene_har_et_ark_for_seg() -> None:
    linje = Linje("fullfort", 2026)
    saker = [(date(2026, 6, 15), linje, [("Bakken", ett_tall(linje, "b", Tall(10, 40))), ("Stranda", None)])]
    ark = vedlegg([], "nn", saker)[-1]
    assert (ark.navn, [kolonne.navn for kolonne in ark.kolonner[:3]]) == ("Frå sakene", ["Indikator", "Per", "Kontor"])
    assert ark.rader == (
        ("Fullført", "2026-06-15", "Bakken", 10, 40, 25.0, 14.2, 40.2, ""),
        ("Fullført", "2026-06-15", "Stranda", None, None, None, None, None, "blir ikkje vist"),
    )
