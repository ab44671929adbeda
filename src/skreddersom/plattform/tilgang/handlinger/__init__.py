"""What is done with roles, protection and opened cases. Each leaves a row in the log of the unit, in the same transaction."""

from skreddersom.plattform.tilgang.handlinger.innsyn import NyttInnsyn, avslutt_innsyn, gi_innsyn
from skreddersom.plattform.tilgang.handlinger.knytting import FeilKode, Innlogging, inviter, knytt
from skreddersom.plattform.tilgang.handlinger.roller import NyRolle, avslutt_rolle, frigi_innlogging, gi_rolle
from skreddersom.plattform.tilgang.handlinger.vern import meld_inhabil, opphev_inhabil, opphev_skjerming, skjerm

__all__ = [
    "FeilKode",
    "Innlogging",
    "NyRolle",
    "NyttInnsyn",
    "avslutt_innsyn",
    "avslutt_rolle",
    "frigi_innlogging",
    "gi_innsyn",
    "gi_rolle",
    "inviter",
    "knytt",
    "meld_inhabil",
    "opphev_inhabil",
    "opphev_skjerming",
    "skjerm",
]
