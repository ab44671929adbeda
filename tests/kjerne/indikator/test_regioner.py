"""West against east: told when it can be, never from hidden numbers, and with how many indicators were tried."""

import pytest

from skreddersom.kjerne.indikator.katalog import KATALOG, Slag
from skreddersom.kjerne.indikator.regioner import INNDELINGER, Regionsvar, q_verdier, regionsvar
from skreddersom.kjerne.indikator.skjul import Linje, Tall, Telt, skjul, vis_alt
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.mangfold import benjamini_hochberg
from skreddersom.kjerne.statistikk.svar import ForLite

FULLFORT, DELTAKERE = Linje("fullfort", 2026), Linje("deltakere", 2026)
VEST, OST = ["4204", "4205", "4206", "4207"], ["4201", "4202", "4203", "4211"]


def tallene(vest: int, ost: int, n: int = 40) -> dict[str, Tall]:
    """So many of ``n`` in each municipality, one more in each than in the one before."""
    par = [*((nr, vest + plass) for plass, nr in enumerate(VEST)), *((nr, ost + plass) for plass, nr in enumerate(OST))]
    return {nr: Tall(k, n) for nr, k in par}


def svaret(telt: Telt, linje: Linje = FULLFORT) -> Regionsvar:
    funnet = regionsvar(linje, vis_alt(telt)[linje])
    assert funnet is not None
    return funnet


def test_hver_kommune_i_fylket_er_i_en_region_og_bare_en() -> None:
    for ett in INNDELINGER:
        assert not ett.forste.kommuner & ett.andre.kommuner
        assert ett.forste.kommuner | ett.andre.kommuner == {nr for nr in KOMMUNER if nr.startswith(ett.fylke)}
        assert "2019" in ett.kilde.nb
    assert [ett.fylke for ett in INNDELINGER] == ["42", "34", "46"]


@pytest.mark.krav("R05")
@pytest.mark.parametrize(("vest", "ost", "ulike"), [(20, 8, True), (20, 20, False)])
def test_en_forskjell_er_stor_eller_det_tilfeldigheter_gir(vest: int, ost: int, *, ulike: bool) -> None:
    svar = svaret({FULLFORT: tallene(vest, ost)})
    assert (svar.antall, svar.utelatt, svar.ulike) == ((4, 4), 0, ulike)
    assert svar.mid_p is not None
    assert (svar.mid_p < 0.05) is ulike
    assert svar.grenser is not None
    assert (svar.grenser.lav > 0) is ulike


def test_for_faa_til_aa_si_er_et_svar() -> None:
    tall = tallene(20, 8)
    faa = {nr: tall[nr] for nr in ("4204", "4205", "4201", "4202")}
    svar = svaret({FULLFORT: faa})
    assert (svar.mid_p, svar.ulike, svar.grenser) == (None, None, None)
    tom = svaret({FULLFORT: {"4204": Tall(10, 40), "4201": Tall(0, 0)}})
    assert isinstance(tom.svar, ForLite)
    assert tom.ulike is None


def test_skjulte_kommuner_er_ikke_med_i_summen_for_regionen() -> None:
    telt = {FULLFORT: {**tallene(20, 8), "4206": Tall(2, 30), "4202": Tall(3, 40)}}
    vist = skjul(telt)[FULLFORT]
    svar = regionsvar(FULLFORT, vist)
    assert svar is not None
    assert (svar.antall, svar.utelatt) == ((3, 3), 2)
    assert not isinstance(svar.svar, ForLite)
    for region, sum_ in ((svar.inndeling.forste, svar.svar.forste), (svar.inndeling.andre, svar.svar.andre)):
        assert sum(tall.nevner for nr, tall in vist.enkelt.items() if nr in region.kommuner) == sum_.n


def test_bare_andeler_og_bare_der_begge_regionene_er_med() -> None:
    alle = {nr: Tall(40, 40) for nr in (*VEST, *OST)}
    assert regionsvar(DELTAKERE, vis_alt({DELTAKERE: alle})[DELTAKERE]) is None
    bare_vest = {nr: tall for nr, tall in tallene(20, 8).items() if nr in VEST}
    assert regionsvar(FULLFORT, vis_alt({FULLFORT: bare_vest})[FULLFORT]) is None


def test_naar_mange_indikatorer_proves_sies_det_og_q_tar_hoyde_for_det() -> None:
    linjer = {Linje(navn, 2026): tallene(20, ost) for navn, ost in (("fullfort", 8), ("nye", 20), ("barn", 14))}
    faa = {Linje("avbrutt", 2026): {"4204": Tall(10, 40), "4201": Tall(8, 40)}, Linje("nye", 2025): tallene(20, 9)}
    alle = {linje: regionsvar(linje, vist) for linje, vist in vis_alt({**linjer, **faa, DELTAKERE: tallene(20, 9)}).items()}
    p = {linje: ett.mid_p for linje, ett in alle.items() if ett and ett.mid_p is not None}
    q = q_verdier(alle)
    assert [q[linje] for linje in linjer] == list(benjamini_hochberg([p[linje] for linje in linjer]))
    assert set(q) == {*linjer, Linje("nye", 2025)}
    assert q[Linje("nye", 2025)] == p[Linje("nye", 2025)]
    svar = alle[FULLFORT]
    assert svar is not None
    assert svar.prov == sum(ett.slag is Slag.ANDEL and ett.kan_beregnes(2026) for ett in KATALOG)
    assert svar.sjanse == pytest.approx(1 - 0.95**svar.prov)
