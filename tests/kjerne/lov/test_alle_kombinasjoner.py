"""Everything that can be known or unknown at once, tried one by one: 177 147 combinations of facts per version of the law.

The truth is worked out here in a second, independent way – by filling in every unknown in every way on a plain table of
complete answers – and compared with what the product says.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

import narwhals as nw
import numpy as np
import polars as pl
import pytest

from skreddersom.kjerne.lov.fakta import FAKTA, FAKTANAVN, Kjent, Opplysning, Vurdering, fakta_av_verdier
from skreddersom.kjerne.lov.kolonner import vurder_kolonner
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT
from skreddersom.kjerne.lov.versjoner import VERSJONER, versjon_paa
from skreddersom.kjerne.lov.vurdering import vurder

DAGER = [date(2018, 12, 31), date(2025, 3, 6), date(2026, 12, 31)]
KATEGORIER = len(FAKTANAVN)
# The same three codes everywhere on a table: 0 is no, 1 is yes, 2 is unknown.
KODE = {NEI: 0, JA: 1, UKJENT: 2}
VERDI = {0: False, 1: True, 2: None}


def fodselsdatoer(per: date) -> list[date | None]:
    """Outside, inside, unknown; the edges of the age limits have their own tests."""
    return [per.replace(year=per.year - 67, day=1), per.replace(year=per.year - 40, day=1), None]


@cache
def kombinasjoner(per: date) -> pl.DataFrame:
    fodt = pl.DataFrame({"fodselsdato": fodselsdatoer(per)}, schema={"fodselsdato": pl.Date})
    resten = pl.DataFrame(
        list(product([False, True, None], repeat=KATEGORIER - 1)), schema=dict.fromkeys(FAKTANAVN[1:], pl.Boolean), orient="row"
    )
    return fodt.join(resten, how="cross", maintain_order="left_right")


def utfall_for_komplette(per: date) -> np.ndarray:
    """The outcome for complete facts, with one axis per fact, by the words of the statute and plain booleans."""
    form = (2,) * KATEGORIER
    akser = dict(zip(FAKTANAVN, np.indices(form), strict=True))
    ja = {navn: akse == 1 for navn, akse in akser.items()}
    bopel = ja["fast_bopel"] | ja["annet_unntak_fra_bopel"] | (ja["eos_opphold"] & (per >= date(2025, 3, 7)))
    rett: np.ndarray = (
        ja["fodselsdato"]
        & ja["nedsatt_arbeidsevne"]
        & (ja["ingen_ytelser"] | ja["svaert_begrensede_ytelser"])
        & ja["arbeidsevnevurdering"]
        & ja["bistand_hensiktsmessig_og_nodvendig"]
        & ~ja["uforholdsmessig_byrdefullt"]
        & ja["lovlig_opphold"]
        & bopel
    )
    return rett


def med_ukjent(tabell: np.ndarray, akser: range | list[int]) -> np.ndarray:
    """Add «unknown» as a last place on each axis: true there when it is true for some way the unknown turns out."""
    for akse in akser:
        tabell = np.concatenate([tabell, tabell.any(axis=akse, keepdims=True)], axis=akse)
    return tabell


@cache
def fasit(per: date) -> np.ndarray:
    """JA when every way to fill in the unknowns gives the right, NEI when none does, else UKJENT; flat, in table order."""
    rett = utfall_for_komplette(per)
    kan_ja, kan_nei = (med_ukjent(t, range(KATEGORIER)) for t in (rett, np.logical_not(rett)))
    return np.where(kan_ja & kan_nei, 2, np.where(kan_ja, 1, 0)).ravel()


def fasit_avgjorende(per: date, nr: int) -> np.ndarray:
    """Whether fact number ``nr``, when unknown, can still change the outcome; over all states of the others."""
    rett = utfall_for_komplette(per)
    betyr_noe = rett.any(axis=nr, keepdims=True) & np.logical_not(rett).any(axis=nr, keepdims=True)
    andre = [akse for akse in range(KATEGORIER) if akse != nr]
    return med_ukjent(betyr_noe, andre)


@cache
def kolonnesvar(per: date) -> pl.DataFrame:
    return vurder_kolonner(kombinasjoner(per), per)


def som_kode(kolonne: pl.Series) -> np.ndarray:
    koder: np.ndarray = kolonne.cast(pl.Int8).fill_null(2).to_numpy()
    return koder


@pytest.mark.parametrize("per", DAGER)
def test_kolonnene_svarer_som_loven_for_alle_kombinasjoner(per: date) -> None:
    assert (som_kode(kolonnesvar(per)["utfall"]) == fasit(per)).all()


@pytest.mark.parametrize("per", DAGER)
def test_loven_gir_det_samme_gjennom_narwhals(per: date) -> None:
    ramme: nw.DataFrame[pl.DataFrame] = nw.from_native(kombinasjoner(per))
    assert nw.to_native(vurder_kolonner(ramme, per), pass_through=True).equals(kolonnesvar(per))


@pytest.mark.parametrize("per", DAGER)
def test_kolonner_og_enkeltperson_er_enige_om_hvert_vilkar_for_alle_kombinasjoner(per: date) -> None:
    ramme = kolonnesvar(per)
    for vilkar in versjon_paa(per).vilkar:
        for rad in ramme.select(*vilkar.fakta, "vilkar_" + vilkar.id).unique().iter_rows(named=True):
            ventet = rad.pop("vilkar_" + vilkar.id)
            svar = vilkar.regel(fakta_av_verdier({navn: verdi for navn, verdi in rad.items() if verdi is not None}), per)
            assert VERDI[KODE[svar]] is ventet, (vilkar.id, rad)


@pytest.mark.parametrize("per", DAGER)
def test_aa_fylle_inn_et_ukjent_faktum_snur_aldri_et_svar(per: date) -> None:
    koder = som_kode(kolonnesvar(per)["utfall"]).reshape((3,) * KATEGORIER)
    for akse in range(KATEGORIER):
        ukjent = np.take(koder, [-1], axis=akse)
        kjent = np.take(koder, range(koder.shape[akse] - 1), axis=akse)
        assert ((ukjent == 2) | (kjent == ukjent)).all(), FAKTANAVN[akse]


class Enkeltsvar(NamedTuple):
    """What the scalar evaluator said, kept small: outcome codes, missing facts, and which sets of conditions were seen."""

    utfall: np.ndarray
    mangler: list[tuple[str, ...]]
    forklart: set[tuple[str, ...]]


@cache
def enkeltsvar() -> Enkeltsvar:
    """Every combination through the scalar evaluator, with explanation, under the law in force."""
    per = DAGER[-1]
    utfall, mangler, forklart = [], [], set()
    for rad in kombinasjoner(per).iter_rows(named=True):
        svar = vurder(_kjente(rad), per)
        utfall.append(KODE[svar.utfall])
        mangler.append(svar.avgjorende_mangler)
        forklart.add(tuple(v.id for v in svar.vilkar if v.forklaring.endswith(".") and ": " in v.forklaring))
    return Enkeltsvar(np.array(utfall), mangler, forklart)


def _kjente(rad: dict[str, bool | date | None]) -> dict[str, Kjent]:
    return {navn: _kjent(navn, verdi) for navn, verdi in rad.items() if verdi is not None}


@cache
def _kjent(navn: str, verdi: bool | date) -> Kjent:
    if FAKTA[navn].skjonn and isinstance(verdi, bool):
        return Vurdering(verdi, "Kari", date(2026, 1, 1), "sett")
    return Opplysning(verdi, "saken")


@pytest.mark.no_cover
@pytest.mark.krav("R09")
def test_enkeltperson_svarer_som_loven_for_alle_kombinasjoner() -> None:
    """One test, so that the answers are worked out once however the tests are shared; not watched line by line, others see to that."""
    svarer_som_loven()
    sier_noyaktig_de_ukjente_som_kan_endre_utfallet()
    nevner_hvert_vilkar_noyaktig_en_gang_uansett_svar()


def svarer_som_loven() -> None:
    assert (enkeltsvar().utfall == fasit(DAGER[-1])).all()
    assert len(enkeltsvar().utfall) == 3**KATEGORIER


def sier_noyaktig_de_ukjente_som_kan_endre_utfallet() -> None:
    mangler = enkeltsvar().mangler
    form = (3,) * KATEGORIER
    for nr, navn in enumerate(FAKTANAVN):
        sagt = np.array([navn in m for m in mangler]).reshape(form)
        ventet = fasit_avgjorende(DAGER[-1], nr)
        assert (np.take(sagt, [-1], axis=nr) == ventet).all(), navn
        assert not np.take(sagt, range(form[nr] - 1), axis=nr).any(), f"{navn} er kjent og kan ikke mangle"


def nevner_hvert_vilkar_noyaktig_en_gang_uansett_svar() -> None:
    assert enkeltsvar().forklart == {tuple(vilkar.id for vilkar in VERSJONER[-1].vilkar)}
