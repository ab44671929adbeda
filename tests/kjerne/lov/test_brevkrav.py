"""The checklist of what the law demands of a letter: it speaks when something is missing, and cites the rule of the day."""

from __future__ import annotations

import copy
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest

from plattform.brev.brevene import DAG, data
from skreddersom.kjerne.lov import brevkrav, saksbehandlingslov
from skreddersom.kjerne.lov.brevkrav import VEDTAK, Brevslag, Krav, er_tom, hjemmel, krav_til, mangler, verdier
from skreddersom.kjerne.lov.saksbehandlingslov import les

if TYPE_CHECKING:
    from collections.abc import Mapping

ALLE_KRAV = [(slag, krav) for slag in Brevslag for krav in krav_til(slag)]
NYTT = date(2030, 1, 1)
MED_DATA = [(slag, krav) for slag, krav in ALLE_KRAV if krav.felt or krav.ett_av]


def uten(innhold: Mapping[str, Any], sti: str, *, bare_siste: bool = False) -> dict[str, Any]:
    """The data with nothing at ``sti``; in every row of a list, or only in the last."""
    kopi = copy.deepcopy(dict(innhold))
    foran, _, navn = sti.rpartition(".")
    alle = list(verdier(kopi, foran)) if foran else [kopi]
    for rad in alle[-1:] if bare_siste else alle:
        rad.pop(navn, None)
    return kopi


def navn(funnet: tuple[Krav, ...]) -> set[str]:
    return {krav.id for krav in funnet}


@pytest.mark.parametrize("slag", Brevslag)
def test_et_helt_brev_mangler_ingenting(slag: Brevslag) -> None:
    assert mangler(slag, data(slag), DAG) == ()


@pytest.mark.parametrize("slag", Brevslag)
def test_et_tomt_brev_mangler_alt_som_ma_fylles_inn_uten_vilkaar(slag: Brevslag) -> None:
    ventet = {krav.id for s, krav in MED_DATA if s is slag and not krav.hvis and krav.gjelder(DAG)}
    assert navn(mangler(slag, {}, DAG)) == ventet


@pytest.mark.parametrize(("slag", "krav"), MED_DATA, ids=lambda ett: getattr(ett, "id", ett))
def test_uten_opplysningen_sier_lista_fra(slag: Brevslag, krav: Krav) -> None:
    """Each field alone; of those where one is enough, all of them."""
    bare_noen = {"har_barn": True, "barn": "Vi har spurt.", "erstatter": "2026-10-01", "omgjort": "2026-10-01", "omgjort_del": "Timene."}
    hel = {"begrunnelse": "Nye opplysninger."} | data(slag) | bare_noen
    assert not krav.mangler_i(hel)
    for felt in krav.felt:
        assert krav.mangler_i(uten(hel, felt)), felt
    if krav.ett_av:
        assert krav.mangler_i(reduce(uten, krav.ett_av, hel))


@pytest.mark.parametrize(("slag", "krav"), ALLE_KRAV, ids=lambda ett: getattr(ett, "id", ett))
def test_hvert_krav_kan_svares_paa_og_har_en_setning_med_raad(slag: Brevslag, krav: Krav) -> None:
    assert krav.felt or krav.ett_av or [malform for malform, _ in krav.ord] == ["nb", "nn"]
    assert krav.setning.endswith(".")


def test_ett_vilkaar_uten_begrunnelse_er_nok() -> None:
    hull = uten(data(Brevslag.AVSLAG), "vilkar[].begrunnelse", bare_siste=True)
    assert navn(mangler(Brevslag.AVSLAG, hull, DAG)) == {"vilkar"}


def test_bare_mellomrom_er_ingen_begrunnelse() -> None:
    assert navn(mangler(Brevslag.AVSLAG, data(Brevslag.AVSLAG) | {"begrunnelse": " \n "}, DAG)) == {"hovedhensyn"}


def test_uten_barn_kreves_verken_barnetillegg_eller_vurdering_av_barna() -> None:
    barnlos = data(Brevslag.INNVILGELSE) | {"har_barn": False, "barn": ""}
    barnlos["stonad"] = barnlos["stonad"] | {"antall_barn": 0, "barnetillegg": "", "barnetillegg_dag": ""}
    assert mangler(Brevslag.INNVILGELSE, barnlos, DAG) == ()


def test_at_klagen_kom_for_sent_er_ogsaa_et_svar() -> None:
    assert mangler(Brevslag.OVERSENDELSE, data(Brevslag.OVERSENDELSE) | {"i_tide": False}, DAG) == ()


def test_telefon_eller_epost_er_nok() -> None:
    hel = data(Brevslag.KVITTERING)
    uten_telefon = uten(hel, "kontor.telefon")
    assert mangler(Brevslag.KVITTERING, uten_telefon, DAG) == ()
    assert navn(mangler(Brevslag.KVITTERING, uten(uten_telefon, "kontor.epost"), DAG)) == {"kontakt"}


def test_deltakerbeviset_er_ikke_et_brev_og_krever_ikke_det_et_brev_krever() -> None:
    felles = {krav.id for slag in Brevslag if slag is not Brevslag.DELTAKERBEVIS for krav in krav_til(slag)}
    assert navn(krav_til(Brevslag.DELTAKERBEVIS)).isdisjoint(felles)


@pytest.mark.parametrize("slag", sorted(VEDTAK))
def test_hvert_vedtak_maa_si_alt_om_klage(slag: Brevslag) -> None:
    assert {"klagerett", "klagefrist", "klageinstans", "klageform", "utsatt", "innsyn", "rettshjelp", "sakskostnader"} <= navn(
        krav_til(slag)
    )


def test_kravet_viser_til_loven_som_gjelder_den_dagen() -> None:
    (frist,) = [krav for krav in krav_til(Brevslag.AVSLAG) if krav.id == "klagefrist"]
    assert str(frist.hjemmel(DAG)) == "forvaltningsloven § 29 første ledd"
    assert str(hjemmel("vilkar", DAG)) == "sosialtjenesteloven § 29"


def test_et_tema_som_ikke_finnes_er_en_feil_i_programmet() -> None:
    with pytest.raises(ValueError, match="gjettet"):
        hjemmel("gjettet", DAG)


def test_naar_den_nye_loven_trer_i_kraft_kreves_navn_paa_saksbehandleren(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.resources import files

    tekst = (files("skreddersom.kjerne.lov") / saksbehandlingslov.FIL).read_text(encoding="utf-8")
    ny = les(tekst.replace('nummer = "LOV-2025-06-20-81"', 'nummer = "LOV-2025-06-20-81"\nfra = 2029-01-01'))
    monkeypatch.setattr(brevkrav, "lovbok", lambda: ny)
    monkeypatch.setattr(saksbehandlingslov, "lovbok", lambda: ny)
    navnlos = data(Brevslag.AVSLAG) | {"hilsen": []}
    assert mangler(Brevslag.AVSLAG, navnlos, DAG) == ()
    assert navn(mangler(Brevslag.AVSLAG, navnlos, NYTT)) == {"kontaktperson"}
    assert hjemmel("klagefrist", NYTT).kilde.nummer == "LOV-2025-06-20-81"


@pytest.mark.parametrize("verdi", [None, "", "  ", [], {}])
def test_ingenting_er_tomt(verdi: object) -> None:
    assert er_tom(verdi)


@pytest.mark.parametrize("verdi", [0, False, "x", [""]])
def test_null_og_nei_er_svar(verdi: object) -> None:
    assert not er_tom(verdi)


def test_en_sti_gjennom_noe_som_ikke_er_en_liste_gir_ingenting() -> None:
    assert list(verdier({"vilkar": "x"}, "vilkar[].id")) == []
    assert list(verdier({"stonad": 3}, "stonad.aar")) == []
