"""What is written reads back equal, and what is read writes back equal: for any values, any line ends and both character sets."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skreddersom.kjerne.kostra.felt import TEKST, typet
from skreddersom.kjerne.kostra.les import les
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, Felt, Oppsett, Skjema, oppsett
from skreddersom.kjerne.kostra.skriv import formater, til_bytes

SKJEMA = st.sampled_from(SKJEMAER)
AAR = st.sampled_from(AARGANGER)
TEGN = st.characters(min_codepoint=32, max_codepoint=255, exclude_categories=["Cc"])
TYPER: dict[str, type[pl.DataType]] = {"tekst": pl.String, "heltall": pl.Int64, "dato": pl.Date}


def verdier(felt: Felt) -> st.SearchStrategy[object]:
    """What has a place in the field."""
    if felt.type == "heltall":
        return st.none() | st.integers(-(10 ** (felt.lengde - 1) - 1), 10**felt.lengde - 1)
    if felt.type == "dato":
        return st.none() | (st.dates() if felt.lengde == 8 else st.dates(date(2000, 1, 1), date(2099, 12, 31)))
    return st.none() | st.text(TEGN, min_size=1, max_size=felt.lengde).map(lambda t: t.strip(" ") or None)


@st.composite
def rammer(draw: st.DrawFn, layout: Oppsett) -> pl.DataFrame:
    """One to three rows of some of the fields."""
    felt = draw(st.lists(st.sampled_from(layout.felt), min_size=1, max_size=8, unique_by=lambda f: f.navn))
    antall = draw(st.integers(1, 3))
    return pl.DataFrame(
        [pl.Series(f.navn, draw(st.lists(verdier(f), min_size=antall, max_size=antall)), TYPER[f.type], strict=True) for f in felt]
    )


@settings(deadline=None)
@given(data=st.data(), skjema=SKJEMA, aar=AAR)
def test_alt_som_skrives_leses_likt_tilbake(data: st.DataObject, skjema: Skjema, aar: int) -> None:
    layout = oppsett(skjema, aar)
    ramme = data.draw(rammer(layout))
    linjer = formater(ramme, layout)
    assert set(linjer.str.len_chars()) == {layout.lengde}
    lest = linjer.to_frame(TEKST).select(typet(layout[navn]) for navn in ramme.columns)
    assert lest.equals(ramme)
    assert lest.schema == ramme.schema


@st.composite
def filer(draw: st.DrawFn, layout: Oppsett) -> bytes:
    """Records of any characters, with any line ends and empty lines, the last line ended or not, in either character set."""
    skift = st.sampled_from(["\n", "\r\n"])
    tomme = st.lists(skift, max_size=2).map("".join)
    linje = st.text(TEGN, min_size=layout.lengde - 6, max_size=layout.lengde - 6).map(lambda t: f"4203{layout.aar % 100}{t}")
    deler = [draw(tomme)]
    for _ in range(draw(st.integers(1, 3))):
        deler += [draw(linje), draw(skift), draw(tomme)]
    innhold = "".join(deler)
    innhold = innhold.rstrip("\r\n") if draw(st.booleans()) else innhold
    return innhold.encode(draw(st.sampled_from(["utf-8", "iso-8859-1"])))


@pytest.fixture(scope="module")
def mappe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filer")


@settings(max_examples=60, deadline=None)
@given(data=st.data(), skjema=SKJEMA, aar=AAR)
def test_alt_som_leses_skrives_likt_tilbake(mappe: Path, data: st.DataObject, skjema: Skjema, aar: int) -> None:
    innhold = data.draw(filer(oppsett(skjema, aar)))
    sti = mappe / "uttrekk.dat"
    sti.write_bytes(innhold)
    fil = les(sti, skjema, aar)
    assert til_bytes(fil) == innhold
    assert til_bytes(fil, fil.typet()) == innhold
