"""The receipt of a decision: everything it rested on, as bytes that anyone can make again.

The bytes are canonical: JSON in UTF-8 with sorted keys and no spaces, no fractions (a ``Decimal`` is written as text), lists
in the statute's order. ``kjor_om`` holds the facts of a receipt up to § 29 once more, in the version that the receipt names,
and gives the same bytes as long as neither the receipt nor the rules have been changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, reduce
from itertools import product
from operator import and_
from typing import TYPE_CHECKING, Any, Final, NoReturn
from uuid import UUID

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.alder import fodt_senest
from skreddersom.kjerne.lov.fakta import DATOFAKTUM, Kjent, Opplysning, UgyldigFaktum, Vurdering, fakta_av_verdier, fakta_om
from skreddersom.kjerne.lov.trelogikk import Tre
from skreddersom.kjerne.lov.versjoner import VERSJONER, versjon_paa

if TYPE_CHECKING:
    from skreddersom.kjerne.lov.versjoner import Lovversjon
    from skreddersom.kjerne.lov.vilkar import Vilkar

UTFORMING: Final = 1
"""The form of the receipt. A change of it is a new number, and the old one must still be read."""
ALDRE: Final = range(121)
AVTRYKK: Final = 16  # hexadecimal digits: enough to see that a rule was changed, short enough to read


class UgyldigKvittering(Brukerfeil):
    """What should be a receipt cannot be read, or what should become one cannot be written."""


class UkjentVersjon(Brukerfeil):
    """The receipt names a form or a version of the law that this program does not know."""


@dataclass(frozen=True, slots=True)
class Vurdert:
    """One condition as it was assessed: the answer, why, by whom, and who approved it. ``grunn`` is the code of a NEI."""

    vilkar: str
    svar: Tre
    begrunnelse: str
    av: str
    grunn: str | None = None
    kvalitetssikret_av: str | None = None


@dataclass(frozen=True, order=True, slots=True)
class Medvirkende:
    """Someone who took part, by role and id; never by name."""

    rolle: str
    id: str


@dataclass(frozen=True)
class Grunnlag:
    """What a decision rested on. ``dag`` is the day § 29 was held up against; ``vedtak`` is the decision as plain data.

    The values of ``vedtak`` are texts, whole numbers, ``Decimal``, dates, UUIDs, true, false, None, and lists and tables of them.
    """

    dag: date
    fakta: Mapping[str, Kjent]
    vurderinger: Sequence[Vurdert]
    medvirkende: Sequence[Medvirkende]
    vedtak: Mapping[str, object]
    brev_sha256: str
    lovversjon: str = field(default="")


def lag(grunnlag: Grunnlag) -> bytes:
    """The receipt of a decision, under the version of § 29 in force on ``grunnlag.dag`` unless it names another.

    Raises:
        UgyldigKvittering: for a value that has no canonical form, or an assessment of a condition that the law does not have.
        UkjentVersjon: when the version it names does not exist.
        UgyldigFaktum: for a fact that § 29 does not know, or discretion without an author.
        ForLoven: when the day is before the act.

    """
    versjon = _versjon(grunnlag.lovversjon) if grunnlag.lovversjon else versjon_paa(grunnlag.dag)
    innhold = {
        "utforming": UTFORMING,
        "dag": grunnlag.dag,
        "lovversjon": versjon.id,
        "regler": [{"vilkar": ett.id, "hjemmel": str(ett.hjemmel), "avtrykk": avtrykk(ett)} for ett in versjon.vilkar],
        "fakta": {navn: _faktum(kjent) for navn, kjent in grunnlag.fakta.items()},
        "svar": _svar(versjon, grunnlag),
        "vurderinger": _vurderinger(versjon, grunnlag),
        "medvirkende": [asdict(en) for en in sorted(grunnlag.medvirkende)],
        "vedtak": grunnlag.vedtak,
        "brev": grunnlag.brev_sha256,
    }
    return _bytes(innhold)


def kjor_om(kvittering: bytes) -> bytes:
    """The receipt made anew from what stands in it, by the rules as they are now. The same bytes when nothing was changed.

    Raises:
        UgyldigKvittering: when the bytes are no receipt.
        UkjentVersjon: when the form or the version of the law is unknown.

    """
    innhold = _les(kvittering)
    try:
        grunnlag = _grunnlag(innhold)
        return lag(grunnlag)
    except (KeyError, TypeError, ValueError, AttributeError, UgyldigFaktum) as feil:
        melding = f"Kvitteringen mangler noe eller har feil slags innhold ({type(feil).__name__}). Hent den på nytt fra vedtaket."
        raise UgyldigKvittering(melding) from feil


def sha256(kvittering: bytes) -> str:
    """The fingerprint of a receipt, as it is kept beside it."""
    return hashlib.sha256(kvittering).hexdigest()


@cache
def avtrykk(vilkar: Vilkar) -> str:
    """The fingerprint of a rule: its answers to everything that can be asked of it. A new wording in the code changes nothing."""
    per = vilkar.hjemmel.fra
    mulige = product(*(_mulige(navn, per) for navn in vilkar.fakta))
    kjente = ({navn: verdi for navn, verdi in zip(vilkar.fakta, verdier, strict=True) if verdi is not None} for verdier in mulige)
    svar = "".join(vilkar.regel(fakta_av_verdier(fakta), per).name[0] for fakta in kjente)
    return hashlib.sha256(f"{','.join(vilkar.fakta)}:{svar}".encode()).hexdigest()[:AVTRYKK]


def _mulige(navn: str, per: date) -> tuple[bool | date | None, ...]:
    """Yes, no and unknown; for the date of birth every birthday and the day after it, since that is where a rule of age can turn."""
    if navn != DATOFAKTUM:
        return True, False, None
    bursdager = [fodt_senest(alder, per) for alder in ALDRE]
    return *(dag for fodt in bursdager for dag in (fodt, date.fromordinal(fodt.toordinal() + 1))), None


def _versjon(id_: str) -> Lovversjon:
    versjon = next((ett for ett in VERSJONER if ett.id == id_), None)
    if versjon is None:
        melding = f"Kvitteringen bygger på lovversjon «{id_}», som dette programmet ikke kjenner. Bruk en nyere utgave av programmet."
        raise UkjentVersjon(melding)
    return versjon


def _svar(versjon: Lovversjon, grunnlag: Grunnlag) -> dict[str, object]:
    fakta = fakta_om(grunnlag.fakta)
    svar = {ett.id: ett.regel(fakta, grunnlag.dag) for ett in versjon.vilkar}
    return {"utfall": reduce(and_, svar.values()).name, "vilkar": {id_: ett.name for id_, ett in svar.items()}}


def _vurderinger(versjon: Lovversjon, grunnlag: Grunnlag) -> list[dict[str, object]]:
    """Each condition at most once, in the statute's order."""
    etter_vilkar = {ett.vilkar: ett for ett in grunnlag.vurderinger}
    rekkefolge = [ett.id for ett in versjon.vilkar if ett.id in etter_vilkar]
    if len(rekkefolge) != len(grunnlag.vurderinger):
        melding = "Hvert vilkår i lovversjonen kan vurderes én gang i en kvittering, og ingen andre. Se over vurderingene."
        raise UgyldigKvittering(melding)
    return [asdict(etter_vilkar[id_]) | {"svar": etter_vilkar[id_].svar.name} for id_ in rekkefolge]


def _faktum(kjent: Kjent) -> dict[str, object]:
    return {"slag": type(kjent).__name__.lower(), **asdict(kjent)}


def _bytes(innhold: Mapping[str, object]) -> bytes:
    try:
        tekst = json.dumps(_ren(innhold), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return tekst.encode("utf-8")
    except (UnicodeEncodeError, RecursionError) as feil:
        melding = "Kvitteringen kan ikke skrives: en tekst har ugyldige tegn, eller innholdet er for dypt. Se over vedtaket."
        raise UgyldigKvittering(melding) from feil


def _ren(verdi: object) -> object:
    """The value in the few kinds that have one form only."""
    match verdi:
        case str() | bool() | int() | None:
            return verdi
        case Decimal() if verdi.is_finite():
            return f"{verdi.normalize() + 0:f}"
        case date():
            return verdi.isoformat()
        case UUID():
            return str(verdi)
        case Mapping() if all(isinstance(navn, str) for navn in verdi):
            return {navn: _ren(ett) for navn, ett in verdi.items()}
        case list() | tuple():
            return [_ren(ett) for ett in verdi]
    melding = f"«{type(verdi).__name__}» kan ikke stå i en kvittering. Bruk tekst, hele tall, Decimal, dato, ja eller nei."
    raise UgyldigKvittering(melding)


def _les(kvittering: bytes) -> dict[str, Any]:
    try:
        innhold = json.loads(kvittering.decode("utf-8"), parse_float=_nekt, parse_constant=_nekt)
    except (ValueError, RecursionError) as feil:
        melding = "Dette er ikke en kvittering: innholdet kan ikke leses. Hent den på nytt fra vedtaket."
        raise UgyldigKvittering(melding) from feil
    if not isinstance(innhold, dict) or "utforming" not in innhold:
        melding = "Dette er ikke en kvittering: den sier ikke hvilken utforming den har. Hent den på nytt fra vedtaket."
        raise UgyldigKvittering(melding)
    if innhold["utforming"] != UTFORMING:
        melding = f"Kvitteringen har utforming {innhold['utforming']!r}, som dette programmet ikke kjenner. Bruk en nyere utgave."
        raise UkjentVersjon(melding)
    return innhold


def _nekt(tall: str) -> NoReturn:
    raise ValueError(tall)


def _grunnlag(innhold: dict[str, Any]) -> Grunnlag:
    return Grunnlag(
        date.fromisoformat(innhold["dag"]),
        {navn: _kjent(navn, rad) for navn, rad in innhold["fakta"].items()},
        [Vurdert(**rad | {"svar": Tre[rad["svar"]]}) for rad in innhold["vurderinger"]],
        [Medvirkende(**rad) for rad in innhold["medvirkende"]],
        dict(innhold["vedtak"]),
        innhold["brev"],
        innhold["lovversjon"] or _nekt("lovversjon"),
    )


def _kjent(navn: str, rad: dict[str, Any]) -> Kjent:
    if rad["slag"] == "vurdering":
        return Vurdering(rad["svar"], rad["forfatter"], date.fromisoformat(rad["dato"]), rad["begrunnelse"])
    return Opplysning(date.fromisoformat(rad["verdi"]) if navn == DATOFAKTUM else rad["verdi"], rad["kilde"])
