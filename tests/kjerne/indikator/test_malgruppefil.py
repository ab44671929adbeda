"""A target group of one's own: read as it is meant, and refused with a sentence when it cannot be one."""

import polars as pl
import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.indikator.malgruppefil import les_malgruppe, uten_deltakerne

PERSONER = pl.DataFrame({"kommune": ["4203"] * 3 + ["4204"], "aar": [2026] * 4}, schema={"kommune": pl.String, "aar": pl.Int32})


def lest(tekst: str) -> list[tuple[object, ...]]:
    return les_malgruppe(tekst.encode(), "gruppe.csv").rows()


@pytest.mark.krav("R25")
@pytest.mark.parametrize("hode", ["kommune;ar;antall", "Kommune;År;Antall", "kommune,aar,antall"])
def test_fila_leses_slik_den_er_ment(hode: str) -> None:
    skille = ";" if ";" in hode else ","
    assert lest("\n".join([hode, *(ett.replace(";", skille) for ett in ("4203;2026;40", "0301;2025;1 200"))])) == [
        ("4203", 2026, 40),
        ("0301", 2025, 1200),
    ]
    assert lest("antall;kommune;ar\n7;301;2026\n") == [("0301", 2026, 7)]


@pytest.mark.parametrize(
    ("tekst", "setning"),
    [
        ("kommune;antall\n4203;4", r"overskriftene skal være kommune;ar;antall, men er kommune;antall"),
        ("kommune;ar;antall\n", "har ingen tall"),
        ("kommune;ar;antall\nArendal;2026;4", r"linje 2: «Arendal» er ikke et kommunenummer"),
        ("kommune;ar;antall\n4203;26;4", "linje 2: «26» er ikke et år"),
        ("kommune;ar;antall\n4203;2026;4,5", "linje 2: «4,5» er ikke et antall"),
        ("kommune;ar;antall\n4203;2026;4\n4203;2026;5", "kommune 4203 står for 2026 både på linje 2 og 3"),
    ],
)
def test_det_som_ikke_kan_vaere_en_maalgruppe_sies_i_en_setning(tekst: str, setning: str) -> None:
    with pytest.raises(Brukerfeil, match=setning):
        lest(tekst)


def test_deltakerne_er_med_i_maalgruppa() -> None:
    gruppe = les_malgruppe(b"kommune;ar;antall\n4203;2026;10\n4201;2026;9\n4203;2025;8\n", "gruppe.csv")
    assert uten_deltakerne(gruppe, PERSONER, "gruppe.csv").rows() == [("4203", 2026, 7)]


def test_flere_deltakere_enn_maalgruppa_har_kan_ikke_stemme() -> None:
    gruppe = les_malgruppe(b"kommune;ar;antall\n4203;2026;2\n", "gruppe.csv")
    with pytest.raises(Brukerfeil, match="målgruppa i kommune 4203 er 2 i 2026, men det var 3 deltakere"):
        uten_deltakerne(gruppe, PERSONER, "gruppe.csv")
