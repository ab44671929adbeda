"""The only place that writes in a round."""

from skreddersom.apper.omradeovervaking.handlinger.felles import Konflikt
from skreddersom.apper.omradeovervaking.handlinger.koding import NyKode, bli_enige, kod_svar, ny_kode, slaa_sammen
from skreddersom.apper.omradeovervaking.handlinger.rapport import folg_opp, lagre_del, lagre_innledning, publiser
from skreddersom.apper.omradeovervaking.handlinger.runde import apne, lukk, minn, returner, sett_frist
from skreddersom.apper.omradeovervaking.handlinger.skjema import (
    NyttSporsmal,
    Oppsett,
    fjern_sporsmal,
    flytt_sporsmal,
    lag_runde,
    lagre_oppsett,
    lagre_sporsmal,
    send_runde,
)
from skreddersom.apper.omradeovervaking.handlinger.svar import lagre_svar, lever

__all__ = [
    "Konflikt",
    "NyKode",
    "NyttSporsmal",
    "Oppsett",
    "apne",
    "bli_enige",
    "fjern_sporsmal",
    "flytt_sporsmal",
    "folg_opp",
    "kod_svar",
    "lag_runde",
    "lagre_del",
    "lagre_innledning",
    "lagre_oppsett",
    "lagre_sporsmal",
    "lagre_svar",
    "lever",
    "lukk",
    "minn",
    "ny_kode",
    "publiser",
    "returner",
    "send_runde",
    "sett_frist",
    "slaa_sammen",
]
