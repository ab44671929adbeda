"""A small cast for the controls: one correct record of each form, changed field by field. All persons are made up (month + 80)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from skreddersom.kjerne.kostra.kontroll import kontroller
from skreddersom.kjerne.kostra.kontroll.ssb_11f_felt import BYDELSFEIL
from skreddersom.kjerne.kostra.les import les_linjer
from skreddersom.kjerne.kostra.oppsett import MANED, Skjema, oppsett

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from skreddersom.kjerne.kostra.kontroll import Kontrollrapport, Regler
    from skreddersom.kjerne.kostra.oppsett import Felt

HJELPEENDELSER = ("00100", "00200", "99999")
VEKTER_1, VEKTER_2 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)

LARVIK_FODT = date(1985, 3, 15)
REGION = "420300"


def tenor(fodt: date, *, mann: bool = True, nr: int = 0) -> str:
    """The ``nr``-th synthetic number with right check digits for someone born that day."""
    start = 0 if fodt.year < 2000 else 500
    individer = [i for i in range(start, start + 500) if (i % 2 == 1) == mann]
    numre = (_med_kontrollsifre(f"{fodt:%d}{fodt.month + 80}{fodt:%y}{i:03d}") for i in individer)
    return next(islice((fnr for fnr in numre if fnr and not fnr.endswith(HJELPEENDELSER)), nr, None))


def _med_kontrollsifre(ni: str) -> str:
    """The number with its two check digits; empty when it has none."""
    k1 = -sum(int(s) * v for s, v in zip(ni, VEKTER_1[:9], strict=True)) % 11
    k2 = -sum(int(s) * v for s, v in zip(f"{ni}{k1}", VEKTER_2[:10], strict=False)) % 11
    return f"{ni}{k1}{k2}" if k1 < 10 and k2 < 10 else ""


def dag(verdi: date, felt: Felt) -> str:
    """A date as it is written in the field."""
    return f"{verdi:%d%m%Y}" if felt.lengde == 8 else f"{verdi:%d%m%y}"


def riktig(skjema: Skjema, aar: int) -> dict[str, str | date]:
    """The values of a record that no control has anything to say about, outside Oslo (11F 2026: except the district fault)."""
    felles: dict[str, str | date] = {
        "KOMMUNE_NR": "4203",
        "VERSION": f"{aar % 100:02d}",
        "FODSELSDATO": LARVIK_FODT,
        "PERSON_JOURNALNR": "J1",
        "PERSON_FODSELSNR": tenor(LARVIK_FODT),
        "KJONN": "1",
        "EKTSTAT": "1",
        "BU18": "2",
        "SAKSBEHANDLER": "SB1",
        **{f"STMND_{m}": f"{m:02d}" for m in (3, 4, 5)},
    }
    return felles | (_bare_11f() if skjema == "11F" else _bare_11cf(aar))


def _bare_11f() -> dict[str, str | date]:
    belop = {f"BIDRAG_{m}": "10000" for m in MANED[2:5]}
    svar = {"GITT_OKONOMIRAD": "2", "FAAT_INDIVIDUELL_PLAN": "2", "BOSIT": "1", "VILKARSOSLOV": "2", "VILKARSAMEKT": "2"}
    return {"VKLO": "5", "TRYGDESIT": "12", "ARBSIT": "07", "BIDRAG": "30000", "LAAN": "0", **belop, **svar}


def _bare_11cf(aar: int) -> dict[str, str | date]:
    datoer = {"REG_DATO": date(aar, 1, 10), "VEDTAK_DATO": date(aar, 2, 1), "BEGYNT_DATO": date(aar, 3, 1)}
    return {**datoer, "KVP_KOMM": "2", "KVP_MED_ASTONAD": "2", "KVP_STONAD": "60000", "STATUS": "1"}


def linje(skjema: Skjema, aar: int = 2026, endret: Mapping[str, str | date] | None = None) -> str:
    """One correct record with some fields changed. A field the layout of the year lacks is left out, unless it is among the changed."""
    plan = oppsett(skjema, aar)
    verdier = {navn: v for navn, v in riktig(skjema, aar).items() if navn in plan} | dict(endret or {})
    deler = {navn: _tegn(plan[navn], v) for navn, v in verdier.items()}
    return "".join(deler.get(felt.navn, " " * felt.lengde) for felt in plan.felt)


def _tegn(felt: Felt, verdi: str | date) -> str:
    tekst = verdi if isinstance(verdi, str) else dag(verdi, felt)
    assert len(tekst) <= felt.lengde, f"{tekst} is too wide for {felt.navn}"
    return tekst.rjust(felt.lengde) if felt.type == "heltall" else tekst.ljust(felt.lengde)


def personer(skjema: Skjema, aar: int, endringer: Sequence[Mapping[str, str | date]]) -> list[str]:
    """As many different persons as there are changes, each with a birthday, a number and a journal of their own, and then changed."""
    return [linje(skjema, aar, {**_person(skjema, aar, nr), **endret}) for nr, endret in enumerate(endringer)]


def _person(skjema: Skjema, aar: int, nr: int) -> dict[str, str | date]:
    fodt = LARVIK_FODT + timedelta(days=nr)
    sine: dict[str, str | date] = {"FODSELSDATO": fodt, "PERSON_JOURNALNR": f"J{nr}", "PERSON_FODSELSNR": tenor(fodt)}
    return {navn: verdi for navn, verdi in sine.items() if navn in oppsett(skjema, aar)}


def skriv(mappe: Path, linjer: Iterable[str], navn: str = "fil.dat") -> Path:
    """The lines as a file."""
    sti = mappe / navn
    sti.write_bytes("".join(f"{x}\n" for x in linjer).encode())
    return sti


def kontrollert(
    mappe: Path, linjer: Iterable[str], skjema: Skjema, aar: int = 2026, *, region: str | None = REGION, regler: Regler | None = None
) -> Kontrollrapport:
    """The report of a file with these lines."""
    return kontroller(les_linjer(skriv(mappe, linjer)), skjema, aar, region, regler)


def ssb(rapport: Kontrollrapport, linje: int | None = None) -> list[str]:
    """The ids of Statistics Norway's controls that hit, in order, of one line or all. The known district fault is left out."""
    return _id(rapport, linje, vaar=False)


def vaare(rapport: Kontrollrapport, linje: int | None = None) -> list[str]:
    """The ids of our own controls that hit, in order, of one line or all."""
    return _id(rapport, linje, vaar=True)


def _id(rapport: Kontrollrapport, bare: int | None, *, vaar: bool) -> list[str]:
    rader = rapport.meldinger.select("kontroll", "vaar", "tittel", "linje").iter_rows()
    return [
        kontroll for kontroll, egen, tittel, linje in rader if egen == vaar and tittel != BYDELSFEIL and (bare is None or linje == bare)
    ]
