"""When one has reached an age: birthdays, leap days and both ends of the range."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skreddersom.kjerne.lov.alder import alder, fodt_senest, fylt
from skreddersom.kjerne.lov.fakta import Skalardato
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT

DATOER = st.dates(date(1900, 1, 1), date(2100, 12, 31))
AAR = st.integers(0, 110)


def bursdag(fodt: date, aar: int) -> date:
    """The birthday, written out the long way: the 29th of February moves to the 28th when there is no 29th."""
    try:
        return fodt.replace(year=fodt.year + aar)
    except ValueError:
        return date(fodt.year + aar, 2, 28)


@given(fodt=DATOER, aar=AAR)
def test_man_har_fylt_aaret_fra_og_med_bursdagen(fodt: date, aar: int) -> None:
    dagen = bursdag(fodt, aar)
    assert fylt(aar, Skalardato(fodt), dagen) is JA
    assert fylt(aar, Skalardato(fodt), dagen - timedelta(days=1)) is NEI


@given(fodt=DATOER, dager=st.integers(0, 40_000))
def test_alder_er_antall_bursdager(fodt: date, dager: int) -> None:
    per = fodt + timedelta(days=dager)
    assert alder(fodt, per) == max(aar for aar in range(112) if bursdag(fodt, aar) <= per)


@given(aar=AAR, per=DATOER)
def test_fodt_senest_er_den_siste_som_har_fylt_aaret(aar: int, per: date) -> None:
    grense = fodt_senest(aar, per)
    assert bursdag(grense, aar) <= per
    assert bursdag(grense + timedelta(days=1), aar) > per


def test_skuddaarsbarn_fyller_aar_28_februar_naar_det_ikke_er_skuddaar() -> None:
    skuddaarsbarn = Skalardato(date(2008, 2, 29))
    assert fylt(18, skuddaarsbarn, date(2026, 2, 27)) is NEI
    assert fylt(18, skuddaarsbarn, date(2026, 2, 28)) is JA
    assert fylt(16, skuddaarsbarn, date(2024, 2, 28)) is NEI
    assert fylt(16, skuddaarsbarn, date(2024, 2, 29)) is JA


def test_fodt_28_februar_har_bursdag_dagen_for_skuddagen() -> None:
    assert fodt_senest(18, date(2024, 2, 29)) == date(2006, 2, 28)
    assert fodt_senest(18, date(2026, 2, 28)) == date(2008, 2, 29)
    assert fodt_senest(20, date(2024, 2, 28)) == date(2004, 2, 28)
    assert fodt_senest(20, date(2024, 2, 29)) == date(2004, 2, 29)


def test_ukjent_fodselsdato_gir_ukjent_alder() -> None:
    assert fylt(18, Skalardato(None), date(2026, 1, 1)) is UKJENT


def test_alder_er_negativ_for_fodselen() -> None:
    assert alder(date(2026, 6, 1), date(2026, 5, 31)) == -1
    assert alder(date(2027, 1, 1), date(2026, 5, 31)) == -1
