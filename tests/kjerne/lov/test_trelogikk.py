"""Three-valued logic: what is missing stays missing."""

import pytest

from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT, Tre, tre

ALLE = (JA, NEI, UKJENT)


@pytest.mark.parametrize(
    ("a", "b", "begge", "minst_en"),
    [
        (JA, JA, JA, JA),
        (JA, UKJENT, UKJENT, JA),
        (JA, NEI, NEI, JA),
        (UKJENT, UKJENT, UKJENT, UKJENT),
        (UKJENT, NEI, NEI, UKJENT),
        (NEI, NEI, NEI, NEI),
    ],
)
def test_kleenes_tabeller_gjelder_begge_veier(a: Tre, b: Tre, begge: Tre, minst_en: Tre) -> None:
    assert a & b is begge
    assert b & a is begge
    assert a | b is minst_en
    assert b | a is minst_en


def test_ikke_snur_svaret_men_lar_det_ukjente_staa() -> None:
    assert [~svar for svar in ALLE] == [NEI, JA, UKJENT]


def test_svar_kan_ikke_brukes_som_sannhetsverdi() -> None:
    for svar in ALLE:
        with pytest.raises(TypeError, match="ingen sannhetsverdi: sammenlign med «is JA»"):
            bool(svar)


def test_manglende_verdi_blir_aldri_nei() -> None:
    assert [tre(verdi) for verdi in (True, False, None)] == [JA, NEI, UKJENT]
