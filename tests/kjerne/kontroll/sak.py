"""A case as it should be: Per applied, got a provisional reply, was granted a programme and started in time. Berit was refused lawfully."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from skreddersom.kjerne.kontroll.kjor import finn, telling
from skreddersom.kjerne.kontroll.tabeller import TABELLER

I_DAG = date(2026, 11, 21)
HVEM = {"id": "Per", "kontor_id": "Bakken", "sak_id": "Pers sak"}
SOKNAD: dict[str, Any] = {
    "mottatt": date(2026, 9, 1),
    "henlagt": False,
    "forelopig_svar": date(2026, 9, 20),
    "vedtak": date(2026, 10, 15),
    "utfall": "innvilget",
    "tilbud": date(2026, 10, 15),
    "start": date(2026, 11, 1),
    "alle_vilkar": True,
    "vilkar_siden": date(2026, 10, 10),
    "barn": 2,
    "barn_vurdert": True,
}
VEDTAK: dict[str, Any] = {
    "utfall": "innvilget",
    "dato": date(2026, 10, 15),
    "fra": date(2026, 11, 1),
    "til": date(2027, 10, 31),
    "omgjort": False,
    "trenger_aev": True,
    "aev_utfort": date(2026, 9, 25),
    "grunner": [],
    "begrunnelse": "Per oppfyller alle vilkårene.",
    "saksbehandler": "Vilde",
    "fattet_av": "Bjørg",
    "forfattere": ["Vilde", "Viggo"],
}
AVSLAG: dict[str, Any] = {
    "utfall": "avslatt",
    "fra": None,
    "til": None,
    "grunner": ["ikke_vesentlig_nedsatt"],
    "begrunnelse": "Berit har nylig arbeidet i full stilling, og legen ser ingen hindringer.",
}
VILKARSVURDERING: dict[str, Any] = {
    "vilkar": "bistand",
    "svar": "JA",
    "begrunnet": True,
    "opplysninger": 2,
    "uten_kilde": 0,
}
KLAGE: dict[str, Any] = {"mottatt": date(2026, 10, 22), "avgjort": None}
RENE = {"soknad": SOKNAD, "vedtak": VEDTAK, "vilkarsvurdering": VILKARSVURDERING, "klage": KLAGE}


def tabeller(tabell: str, **endret: Any) -> dict[str, pl.DataFrame]:
    """The clean case, with some facts of one table changed. No candidates and no office."""
    rader = {navn: [HVEM | rad | (endret if navn == tabell else {})] for navn, rad in RENE.items()}
    return {navn: pl.DataFrame(rader.get(navn, []), schema=dict(skjema)) for navn, skjema in TABELLER.items()}


def funnet(tabell: str, per: date = I_DAG, **endret: Any) -> list[tuple[str, str]]:
    """Control and severity of every finding."""
    return [(rad["kontroll"], rad["alvor"]) for rad in finn(tabeller(tabell, **endret), per).iter_rows(named=True)]


def tall(kontroll: str, tabell: str, per: date = I_DAG, **endret: Any) -> tuple[int, int, int, int]:
    """Findings, assessed, not assessable and risks of one control."""
    rad = telling(tabeller(tabell, **endret), per).filter(pl.col("kontroll") == kontroll).row(0, named=True)
    return rad["funn"], rad["vurdert"], rad["ikke_vurderbare"], rad["risiko"]
