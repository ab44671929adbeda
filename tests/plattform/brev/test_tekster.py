"""The text files: both målformer say the same things, no § is written by hand, and every field and topic exists."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, get_args

import pytest

from plattform.brev.brevene import DAG
from skreddersom.kjerne.lov.brevkrav import Brevslag, Malform, hjemmel, krav_til
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev.felt import felt_i
from skreddersom.plattform.brev.malfil import maltekst
from skreddersom.plattform.brev.tekst import FELT

if TYPE_CHECKING:
    from collections.abc import Iterator

MALFORMER: tuple[Malform, ...] = get_args(Malform)
NAVN = [*Brevslag, "felles"]
BARE_I_NYNORSK = r"\b(?:ikkje|eit|frå|vere|kva|korleis|dersom|berre|nokon|òg|saka|seinast|veke[nr]?)\b"
BARE_I_BOKMAL = r"\b(?:ikke|fra|være|hva|hvordan|hvis|bare|noen|også|saken|senest|uke[nr]?|et|en)\b"


IKKE_TRYKT = {"id", "om", "uten", "er", "ikke", "hver", "fri", "liste", "bruk", "foran"}
"""What is a name in the code, and never printed."""


def form(verdi: Any) -> Any:
    """The shape of a text file: everything but the words themselves, with the fields and topics that stand in them."""
    if isinstance(verdi, dict):
        return {navn: ett if navn in IKKE_TRYKT else form(ett) for navn, ett in verdi.items()}
    return [form(ett) for ett in verdi] if isinstance(verdi, list) else sorted(FELT.findall(str(verdi)))


def trykt(verdi: Any) -> Iterator[str]:
    """Every text that is printed."""
    if isinstance(verdi, dict):
        for navn, ett in verdi.items():
            yield from trykt(ett) if navn not in IKKE_TRYKT else ()
    elif isinstance(verdi, list):
        for ett in verdi:
            yield from trykt(ett)
    else:
        yield str(verdi)


@pytest.mark.parametrize("navn", NAVN)
def test_bokmaal_og_nynorsk_har_de_samme_delene_og_feltene(navn: str) -> None:
    assert form(maltekst("nb", navn)) == form(maltekst("nn", navn))


@pytest.mark.parametrize("slag", Brevslag)
def test_hvert_felt_og_tema_i_en_tekst_finnes(slag: Brevslag) -> None:
    felles = maltekst("nb", "felles")
    deler = [felles[del_["bruk"]] if "bruk" in del_ else del_ for del_ in maltekst("nb", slag)["del"]]
    for felt in (felt for tekst in trykt(deler) for felt in FELT.findall(tekst)):
        if felt.startswith("h."):
            assert hjemmel(felt.removeprefix("h."), DAG).gjelder(DAG)
        else:
            assert {felt, f"{felt}[]", f"vilkar[].{felt}"} & felt_i(slag).keys(), felt


@pytest.mark.parametrize("slag", Brevslag)
def test_hvert_krav_viser_til_en_del_av_brevet_og_til_felt_som_finnes(slag: Brevslag) -> None:
    deler = {"hode", "hilsen"} | {del_.get("id") or del_["bruk"] for del_ in maltekst("nb", slag)["del"]}
    if "klage" in deler:
        deler.add("hjelp_til_klage")
    for krav in krav_til(slag):
        assert krav.del_ in deler, krav.id
        for felt in filter(None, (*krav.felt, *krav.ett_av, krav.hvis)):
            assert {felt, f"{felt}[]"} & felt_i(slag).keys(), (krav.id, felt)


def test_hvert_vilkaar_i_loven_har_et_navn_i_brevene() -> None:
    for malform in MALFORMER:
        navn = maltekst(malform, "felles")["valg"]["vilkar"]
        assert set(navn) == {vilkar.id for vilkar in versjon_paa(DAG).vilkar}


def test_ingen_paragraf_er_skrevet_for_haand() -> None:
    mappe = files("skreddersom.plattform.brev") / "tekster"
    assert [str(fil) for malform in mappe.iterdir() for fil in malform.iterdir() if "§" in fil.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("navn", NAVN)
def test_maalformene_er_ikke_blandet(navn: str) -> None:
    bokmal, nynorsk = (FELT.sub("", " ".join(trykt(maltekst(malform, navn)))) for malform in MALFORMER)
    assert re.findall(BARE_I_NYNORSK, bokmal) == []
    assert re.findall(BARE_I_BOKMAL, nynorsk) == []
