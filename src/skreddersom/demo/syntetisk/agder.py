"""Synthetic Agder: the municipalities and their share of the recipients.

The populations are demonstration data: rounded numbers from general knowledge (about 2024), good enough to make large municipalities large.
They are not statistics and must not be used as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Mapping

INNBYGGERE: Final = {
    "4201": 6_700, "4202": 25_000, "4203": 46_500, "4204": 117_000, "4205": 23_500, "4206": 9_800, "4207": 9_200, "4211": 2_450,
    "4212": 2_150, "4213": 6_200, "4214": 6_100, "4215": 11_600, "4216": 5_400, "4217": 1_850, "4218": 1_350, "4219": 3_750,
    "4220": 1_150, "4221": 1_200, "4222": 1_000, "4223": 15_300, "4224": 900, "4225": 11_000, "4226": 1_750, "4227": 6_100,
    "4228": 1_900,
}  # fmt: skip
"""Demonstration data, see above: municipality -> inhabitants."""

MOTTAKERE_I_AGDER: Final = 6_000
"""Recipients of social assistance in a year in the whole of synthetic Agder. Demonstration data."""

UTEN_KVP: Final = frozenset({"4217"})
"""Municipalities without participants: Åmli, as in Statsforvalteren's area monitoring in 2020."""


def fordel_etter_innbyggere(antall: int) -> Mapping[str, int]:
    """``antall`` recipients on the 25 municipalities by population, at least one each; the largest remainders take what is left.

    Raises ``Brukerfeil`` when there are fewer recipients than municipalities.
    """
    if antall < len(INNBYGGERE):
        raise Brukerfeil(f"--antall {antall} er for lite for hele Agder; velg minst {len(INNBYGGERE)}, én mottaker per kommune.")
    rest = antall - len(INNBYGGERE)
    kvote = {kode: rest * innbyggere / sum(INNBYGGERE.values()) for kode, innbyggere in INNBYGGERE.items()}
    hele = {kode: int(k) for kode, k in kvote.items()}
    storst_rest = sorted(kvote, key=lambda kode: hele[kode] - kvote[kode])[: rest - sum(hele.values())]
    return {kode: 1 + hele[kode] + (kode in storst_rest) for kode in INNBYGGERE}
