"""What an independent implementation of the screening must be told: where the fields stand, the codes and the weights. Not measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from skreddersom.benk.barn import Arbeid
from skreddersom.kjerne.kostra import koder as kode
from skreddersom.kjerne.kostra.oppsett import MANED, Oppsett, oppsett
from skreddersom.kjerne.screening.rekkefolge import LANGTID, LENGST, UNG, VEKTER
from skreddersom.kjerne.screening.saksmengde import FOLKETRYGD
from skreddersom.kjerne.screening.utenfor import GRUNNER

if TYPE_CHECKING:
    from collections.abc import Mapping

FELT: Final = (
    "VERSION",
    "FODSELSDATO",
    "PERSON_JOURNALNR",
    "PERSON_FODSELSNR",
    "VKLO",
    "TRYGDESIT",
    "ARBSIT",
    "BU18",
    "ANTBU18",
    "VILKARSOSLOV",
    *(f"STMND_{nr}" for nr in range(1, 13)),
)

KODER: Final[Mapping[str, int | list[int]]] = {
    "kursstonad": int(kode.KURSSTONAD),
    "trygd": int(kode.TRYGD),
    "sosialhjelp": int(kode.SOSIALHJELP),
    "introduksjonsstonad": int(kode.INTRODUKSJONSSTONAD),
    "kvalifiseringsstonad": int(kode.KVALIFISERINGSSTONAD),
    "i_introduksjonsordning": int(kode.I_INTRODUKSJONSORDNING),
    "i_kvalifiseringsprogram": int(kode.I_KVALIFISERINGSPROGRAM),
    "folketrygd": [int(en) for en in FOLKETRYGD],
    "ingen_trygd": int(kode.INGEN_TRYGD),
    "barnetrygd": int(kode.BARNETRYGD),
}


def forbered(oppdrag: Mapping[str, Any]) -> Arbeid[dict[str, Any]]:
    """For 11F of the year ``oppdrag["aar"]``."""
    return Arbeid(lambda: regler(oppdrag["aar"]), dict)


def regler(aar: int) -> dict[str, Any]:
    """Fields as offset and length in the record, and codes and weights as parameters."""
    form = oppsett("11F", aar)
    return {
        "aar": aar,
        "linjelengde": form.lengde,
        "felt": {navn: (form[navn].fra - 1, form[navn].lengde) for navn in FELT} | _belop(form),
        "grunner": [grunn.id for grunn in GRUNNER],
        "parametre": {
            "poeng": {vekt.id: vekt.poeng for vekt in VEKTER},
            "grenser": {"langtid": LANGTID, "lengst": LENGST, "ung": UNG},
            "koder": KODER,
        },
    }


def _belop(form: Oppsett) -> dict[str, tuple[int, int]]:
    """The two amounts of each month, side by side."""
    par = [(form[f"BIDRAG_{maned}"], form[f"LAAN_{maned}"]) for maned in MANED]
    return {f"BELOP_{nr}": (bidrag.fra - 1, bidrag.lengde + laan.lengde) for nr, (bidrag, laan) in enumerate(par, 1)}
