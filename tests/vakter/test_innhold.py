"""Guards on what must never stand in the repository: hosts, machine paths, workplaces and real people's numbers."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from vakter.filer import ROT, dokumenter, filer, filer_i, tekst, vis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Written with a bracket in the middle so that this file does not catch itself.
PAKKEVERTER = r"(?i)p[y]pi\.org|p[y]thonhosted|registry\.n[p]mjs|n[p]mjs\.com|deb[.]debian|crates[.]io"
MASKINSTIER = r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w|Use[r]s/\w|far[m]|tm[p]/\w)"
ARBEIDSPLASS = r"(?<![\w.])share[d]/|\.librar[y]\b"
KILDEADRESSE = r"(?m)https?://|git\+|file://|^-(?:i|f|-index-url|-extra-index-url|-find-links)\b"

# The test numbers of Statistics Norway's own published fact sheets that look like a real person's.
SSBS_TESTNUMRE = {"05011399292", "41011088188"}

VEKTER = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def treff(monster: str, sti: Path) -> list[str]:
    linjer = tekst(sti).splitlines()
    return [f"{vis(sti)}:{nummer} {funn[0]}" for nummer, linje in enumerate(linjer, 1) for funn in re.finditer(monster, linje)]


def kan_vaere_et_menneske(nummer: str) -> bool:
    """True if the eleven digits can be a real person's: valid check digits (mod 11), a day and a month of the calendar.

    d-numbers have 40 added to the day. Synthetic numbers have 40, 65 or 80 added to the month, and are nobody's.
    """
    dag, maned = int(nummer[:2]) % 40, int(nummer[2:4])
    kontroll = [sum(int(siffer) * vekt for siffer, vekt in zip(nummer, vekter, strict=True)) for vekter in VEKTER]
    return 1 <= dag <= 31 and int(nummer[0]) < 8 and 1 <= maned <= 12 and all(tall % 11 == 0 for tall in kontroll)


def menneskenumre(innhold: str) -> Iterator[str]:
    """Every eleven digits in a row that can be a real person's, also inside longer runs: records have no spaces.

    Runs of exactly twelve are the immigration authorities' DUF numbers and are left alone.
    """
    for rekke in re.findall(r"\d{11,}", innhold):
        numre = (rekke[fra : fra + 11] for fra in range(len(rekke) - 10) if len(rekke) != 12)
        yield from (nummer for nummer in numre if kan_vaere_et_menneske(nummer) and nummer not in SSBS_TESTNUMRE)


def test_ingen_fil_nevner_en_pakkevert() -> None:
    assert [ett for sti in filer() for ett in treff(PAKKEVERTER, sti)] == []


def test_ingen_fil_har_en_sti_fra_noens_maskin() -> None:
    assert [ett for sti in filer() for ett in treff(MASKINSTIER, sti)] == []


def test_ingen_fil_viser_til_arbeidsplassen_den_ble_skrevet_paa() -> None:
    assert [ett for sti in filer() for ett in treff(ARBEIDSPLASS, sti)] == []


def test_ingen_virkelige_fodselsnumre() -> None:
    mapper = filer_i("src", "tests", "docs") + dokumenter()
    assert {vis(sti): numre for sti in mapper if (numre := sorted(set(menneskenumre(tekst(sti)))))} == {}


@pytest.mark.parametrize("nummer", sorted(SSBS_TESTNUMRE))
def test_vakten_finner_et_menneske_ogsaa_inne_i_en_record(nummer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "SSBS_TESTNUMRE", set())
    assert list(menneskenumre(f"fnr {nummer}.")) == [nummer]
    assert nummer in menneskenumre(f"4203002026{nummer}12")


@pytest.mark.parametrize("nummer", ["01840699478", "00000000000", "01811088188", "12345612345"])
def test_vakten_slipper_forbi_det_som_ikke_kan_vaere_noen(nummer: str) -> None:
    assert not kan_vaere_et_menneske(nummer)


def laasefiler() -> tuple[Path, ...]:
    return tuple(sorted(ROT.glob("requirements*.lock")))


def versjoner(laas: Path) -> set[str]:
    return {linje.rstrip(" \\") for linje in tekst(laas).splitlines() if "==" in linje}


def test_hver_pakke_i_laasene_har_kontrollsum() -> None:
    uten = [
        f"{sti.name}: {blokk.split()[0]}"
        for sti in laasefiler()
        for blokk in re.split(r"(?m)^(?=[A-Za-z])", tekst(sti))
        if "==" in blokk and "--hash=sha256:" not in blokk
    ]
    assert uten == []


def test_laasene_sier_ikke_hvor_pakkene_hentes() -> None:
    assert [ett for sti in laasefiler() for ett in treff(KILDEADRESSE, sti)] == []


def test_provelaasen_er_programlaasen_med_mer() -> None:
    """Both go into the same environment, so they must agree on every version."""
    program, prover = (versjoner(ROT / navn) for navn in ("requirements.lock", "requirements-test.lock"))
    assert program - prover == set()
