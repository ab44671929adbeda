"""One person held against § 29: an answer that explains itself."""

from __future__ import annotations

from functools import cache, reduce
from operator import and_
from typing import TYPE_CHECKING, Final, NamedTuple

from skreddersom.kjerne.lov.alder import alder
from skreddersom.kjerne.lov.fakta import FAKTA, Opplysning, fakta_om
from skreddersom.kjerne.lov.trelogikk import JA, NEI, UKJENT, Tre
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.lov.vilkar import avgjorende

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.kjerne.lov.fakta import Fakta, Kjent
    from skreddersom.kjerne.lov.hjemmel import Hjemmel
    from skreddersom.kjerne.lov.versjoner import Lovversjon
    from skreddersom.kjerne.lov.vilkar import Vilkar

ORD: Final = {JA: "oppfylt", NEI: "ikke oppfylt", UKJENT: "ikke avgjort"}
OPPLYSNING_OM: Final = "opplysning om "


class Vilkarssvar(NamedTuple):
    """The answer to one condition: why, from which sources, which unknown facts can still change it, and the facts it rests on."""

    id: str
    hjemmel: Hjemmel
    svar: Tre
    forklaring: str
    kilde: tuple[str, ...]
    mangler: tuple[str, ...]
    brukt: tuple[tuple[str, Kjent], ...]


class Svar(NamedTuple):
    """§ 29 as a whole on the day ``per``: every condition once, in the statute's order.

    ``avgjorende_mangler`` are the unknown facts that can still change the outcome; ``ikke_vurdert`` the judgements that
    nobody has made yet, whether or not they matter; ``merknader`` what the reader must know about the law version.
    """

    per: date
    versjon: str
    utfall: Tre
    vilkar: tuple[Vilkarssvar, ...]
    avgjorende_mangler: tuple[str, ...]
    ikke_vurdert: tuple[str, ...]
    merknader: tuple[str, ...]


def vurder(kjente: Mapping[str, Kjent], per: date) -> Svar:
    """Hold one person against § 29 as it stood on ``per``; facts that are not in ``kjente`` are unknown.

    Raises:
        ForLoven: when ``per`` is before the act.
        UgyldigFaktum: for a fact that does not exist, has the wrong kind of value, or is discretion without an author.

    """
    versjon = versjon_paa(per)
    fakta = fakta_om(kjente)
    svar = tuple(_svar_paa(vilkar, fakta, kjente, per) for vilkar in versjon.vilkar)
    utfall = reduce(and_, (s.svar for s in svar))
    mangler = () if utfall is NEI else tuple(navn for s in svar for navn in s.mangler)
    return Svar(per, versjon.id, utfall, svar, mangler, _ikke_vurdert(versjon, kjente), versjon.merknader(per))


def _svar_paa(vilkar: Vilkar, fakta: Fakta[Tre], kjente: Mapping[str, Kjent], per: date) -> Vilkarssvar:
    svar = vilkar.regel(fakta, per)
    brukt = [(navn, kjente[navn]) for navn in vilkar.fakta if navn in kjente]
    setninger = [_setning(navn, kjent, per) for navn, kjent in brukt]
    mangler: tuple[str, ...] = ()
    if svar is UKJENT:
        mangler = avgjorende(vilkar, tuple(_verdi(kjente, navn) for navn in vilkar.fakta))
        setninger.append(_mangelsetning(mangler))
    forklaring = f"{vilkar.krav}: {ORD[svar]}. {_stor_forbokstav('; '.join(setninger))}."
    return Vilkarssvar(vilkar.id, vilkar.hjemmel, svar, forklaring, tuple([kjent.kilde for _, kjent in brukt]), mangler, tuple(brukt))


def _verdi(kjente: Mapping[str, Kjent], navn: str) -> bool | None:
    kjent = kjente.get(navn)
    return kjent.verdi if kjent is not None and isinstance(kjent.verdi, bool) else None


def _setning(navn: str, kjent: Kjent, per: date) -> str:
    """One known fact as a phrase with its source. The date of birth is shown as age only (sosialtjenesteloven § 44)."""
    if isinstance(kjent, Opplysning) and not isinstance(kjent.verdi, bool):
        return f"{alder(kjent.verdi, per)} år per {_norsk_dato(per)} ({kjent.kilde})"
    return f"{FAKTA[navn].ja if kjent.verdi else FAKTA[navn].nei} ({kjent.kilde})"


@cache
def _mangelsetning(mangler: tuple[str, ...]) -> str:
    """What to get hold of, in a row that can be read aloud: «opplysning om» is said once for those that follow each other."""
    forst, *resten = tekster = [FAKTA[navn].mangler for navn in mangler]
    *forste, siste = [forst, *(_uten_gjentatt_ord(*par) for par in zip(tekster, resten, strict=False))]
    return f"mangler {', '.join(forste)} og {siste}" if forste else f"mangler {siste}"


def _uten_gjentatt_ord(forrige: str, tekst: str) -> str:
    return tekst.removeprefix(OPPLYSNING_OM) if forrige.startswith(OPPLYSNING_OM) else tekst


@cache
def _norsk_dato(dato: date) -> str:
    return f"{dato:%d.%m.%Y}"


def _stor_forbokstav(setning: str) -> str:
    return setning[:1].upper() + setning[1:]


def _ikke_vurdert(versjon: Lovversjon, kjente: Mapping[str, Kjent]) -> tuple[str, ...]:
    return tuple([navn for navn in _skjonn(versjon) if navn not in kjente])


@cache
def _skjonn(versjon: Lovversjon) -> tuple[str, ...]:
    return tuple(navn for vilkar in versjon.vilkar for navn in vilkar.fakta if FAKTA[navn].skjonn)
