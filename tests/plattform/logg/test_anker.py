"""The anchor, kept by somebody else, gives away a log that has been cut or made anew from the beginning."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.anker import les, les_av, mot_anker, skriv
from skreddersom.plattform.logg.verifisering import verifiser

if TYPE_CHECKING:
    from plattform.logg.loggbase import Loggbase

NAA = datetime(2026, 5, 5, 10, tzinfo=UTC)


def test_ankerfila_har_nummer_hash_og_tid_for_hvert_kontor(loggbase: Loggbase) -> None:
    kontor, tomt = loggbase.kontor(), loggbase.kontor()
    loggbase.fyll(kontor, 3)
    fester = les_av(loggbase.program, [kontor, tomt])
    linjer = skriv(fester, NAA).splitlines()
    assert linjer[:2] == ["skreddersom-anker 1", "tid 2026-05-05T10:00:00+00:00"]
    assert linjer[2].startswith(f"kontor {kontor} 3 {fester[0].ledd.hash.hex()} 2026-05-05T08")
    assert linjer[3].startswith("sha256 ")
    assert len(linjer) == 4
    assert les(skriv(fester, NAA)) == fester


def test_loggen_kan_vokse_uten_at_ankeret_sier_noe(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 3)
    fester = les_av(loggbase.program, [kontor])
    loggbase.fyll(kontor, 2)
    assert mot_anker(loggbase.program, fester) == []


def test_en_kuttet_slutt_ses_bare_mot_ankeret(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 5)
    fester = les_av(loggbase.program, [kontor])
    loggbase.skad(
        kontor,
        "delete from logg_rad where kontor_id = {kontor} and nr > 3",
        "update logg_hode h set nr = 3, hash = r.hash from logg_rad r where r.nr = 3 and r.kontor_id = {kontor} and h.kontor_id = {kontor}",
    )
    assert verifiser(loggbase.program, [kontor]).funn == []
    assert [(funn.slag, funn.fra) for funn in mot_anker(loggbase.program, fester)] == [("kuttet", 5)]


def test_en_logg_som_er_skrevet_paa_nytt_ses_bare_mot_ankeret(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 5)
    fester = les_av(loggbase.program, [kontor])
    loggbase.skad(kontor, "delete from logg_rad where kontor_id = {kontor}", "delete from logg_hode where kontor_id = {kontor}")
    loggbase.fyll(kontor, 5)
    assert verifiser(loggbase.program, [kontor]).funn == []
    assert [(funn.slag, funn.fra) for funn in mot_anker(loggbase.program, fester)] == [("omskrevet", 5)]


@pytest.mark.parametrize(
    ("fra", "til"), [(" 3 ", " 2 "), ("tid 2026", "tid 2025"), ("sha256 ", "sha256 0"), ("anker 1", "anker 2"), ("\n", "\r\n")]
)
def test_en_ankerfil_som_er_endret_avvises(loggbase: Loggbase, fra: str, til: str) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 3)
    tekst = skriv(les_av(loggbase.program, [kontor]), NAA)
    with pytest.raises(Brukerfeil, match="ikke slik den ble skrevet"):
        les(tekst.replace(fra, til))


@pytest.mark.parametrize("tekst", ["", "noe annet", "skreddersom-anker 1\n"])
def test_noe_som_ikke_er_en_ankerfil_avvises(tekst: str) -> None:
    with pytest.raises(Brukerfeil):
        les(tekst)
