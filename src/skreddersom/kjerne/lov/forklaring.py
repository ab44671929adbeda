"""The explanation of an answer as a ``Setning``, for readers of other languages than bokmål.

``vurdering`` makes the same words as plain text, which is several times faster; a test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.lov.alder import alder
from skreddersom.kjerne.lov.fakta import FAKTA, Opplysning, Vurdering
from skreddersom.kjerne.lov.vurdering import OPPLYSNING_OM, ORD
from skreddersom.kjerne.setning import og, rekke, setning

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.lov.fakta import Kjent
    from skreddersom.kjerne.lov.vurdering import Vilkarssvar
    from skreddersom.kjerne.setning import Setning


def forklaring(krav: str, svar: Vilkarssvar, per: date) -> Setning:
    """The requirement, the answer, and why."""
    return setning("{krav}: {svar}. {hvorfor}", krav=setning(krav), svar=setning(ORD[svar.svar]), hvorfor=hvorfor(svar, per))


def hvorfor(svar: Vilkarssvar, per: date) -> Setning:
    """What is known, and what is missing."""
    setninger = [_kjent(navn, kjent, per) for navn, kjent in svar.brukt]
    mangler = [_mangler(svar.mangler)] if svar.mangler else []
    return setning("{stor}.", stor=rekke("; ", [*setninger, *mangler]))


def _kjent(navn: str, kjent: Kjent, per: date) -> Setning:
    """One known fact with its source. The date of birth is shown as age only (sosialtjenesteloven § 44)."""
    if isinstance(kjent, Opplysning) and not isinstance(kjent.verdi, bool):
        return setning("{alder} år per {dato} ({kilde})", alder=alder(kjent.verdi, per), dato=f"{per:%d.%m.%Y}", kilde=kjent.kilde)
    return setning("{faktum} ({kilde})", faktum=setning(FAKTA[navn].ja if kjent.verdi else FAKTA[navn].nei), kilde=_kilde(kjent))


def _kilde(kjent: Kjent) -> str:
    if not isinstance(kjent, Vurdering):
        return kjent.kilde
    mal = "vurdert av {hvem} {dato}: «{begrunnelse}»"
    return setning(mal, hvem=kjent.forfatter, dato=f"{kjent.dato:%d.%m.%Y}", begrunnelse=kjent.begrunnelse)


def _mangler(mangler: tuple[str, ...]) -> Setning:
    """What to get hold of; «opplysning om» is said once for those that follow each other."""
    tekster = [FAKTA[navn].mangler for navn in mangler]
    gjentatt = [False, *(forrige.startswith(OPPLYSNING_OM) for forrige in tekster)]
    rad = [setning(tekst.removeprefix(OPPLYSNING_OM) if uten else tekst) for tekst, uten in zip(tekster, gjentatt, strict=False)]
    return setning("mangler {hva}", hva=og(rad))
