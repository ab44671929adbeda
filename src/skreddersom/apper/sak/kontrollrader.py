"""What the controls of theme 2 are asked of, row by row as it is read, and what an answer rests on."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from skreddersom.apper.sak.models import FERDIGE
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Fakta = Mapping[str, str | None]
    """Name of fact → id, or None where it was not known."""


class LestBehandling(NamedTuple):
    """A behandling with its application and its decision, as far as a control asks of them."""

    behandling: str
    sak_id: str
    slag: str
    status: str
    endrer: str | None
    """The decision that it is about."""
    soknad: str | None
    mottatt: date | None
    forelopig_svar: date | None
    vedtak: str | None
    utfall: str | None
    dato: date | None
    fra: date | None
    til: date | None
    start: date | None
    begrunnelse: str
    """Of a refusal; of the others it is not asked."""
    saksbehandler: str | None
    fattet_av: str | None
    aev_utfort: date | None
    """Of a decision: the first time it was done (L38)."""
    barn: int | None
    """Of an application."""
    barn_i_fila: int | None
    """What 11F told of the candidate."""


class LestSvar(NamedTuple):
    """An answer that counts."""

    id: str
    behandling: str
    vilkar: str
    svar: str
    grunn: str | None
    begrunnet: bool
    tekst: str
    """The reason of a no."""
    fakta: str
    """JSON: name of fact → id."""
    lovversjon: str
    av: str
    dag: date


class LestFaktum(NamedTuple):
    """A fact, and where it is from."""

    id: str
    sak_id: str
    navn: str
    kilde: str


class LestKlage(NamedTuple):
    """A complaint: the day it came, and the day it was settled."""

    id: str
    sak_id: str
    mottatt: date
    avgjort: date | None


DATOER: Final = frozenset({"mottatt", "forelopig_svar", "dato", "fra", "til", "start", "aev_utfort", "dag", "avgjort"})
"""What is a day in the rows above. In JSON it is text."""


class Lest(NamedTuple):
    """What is read: behandlinger (the oldest first), the answers that count in them, facts and complaints."""

    behandlinger: list[LestBehandling]
    svar: list[LestSvar]
    fakta: list[LestFaktum]
    klager: list[LestKlage]


def fra_json(slag: type[Any], rad: list[Any]) -> Any:  # noqa: ANN401 – a row of the kind
    """A row that has been JSON, where days are text."""
    return slag(*(date.fromisoformat(verdi) if navn in DATOER and verdi else verdi for navn, verdi in zip(slag._fields, rad, strict=True)))


class Hviler(NamedTuple):
    """What the answers rest on, in their order: how many facts, and how many of those have no source. ``utdatert`` are ids of answers.

    One is outdated in an open case when a fact it rests on, or the law, has changed since.
    """

    opplysninger: list[int]
    uten_kilde: list[int]
    utdatert: frozenset[str]


def hviler_paa(lest: Lest, per: date) -> Hviler:
    """What each answer rests on, on the day ``per``."""
    fakta, tomme = _fakta(lest.svar), {ett.id for ett in lest.fakta if not ett.kilde.strip()}
    kjente = [[pk for pk in ett.values() if pk] for ett in fakta]
    uten_kilde = [len(tomme.intersection(ett)) for ett in kjente] if tomme else [0] * len(kjente)
    return Hviler([len(ett) for ett in kjente], uten_kilde, frozenset(_utdatert(lest, fakta, versjon_paa(per).id)))


def _utdatert(lest: Lest, fakta: list[Fakta], versjon: str) -> Iterator[str]:
    apne = {ett.behandling: ett.sak_id for ett in lest.behandlinger if ett.status not in FERDIGE}
    nyeste = {(ett.sak_id, ett.navn): ett.id for ett in lest.fakta}
    for svar, brukt in zip(lest.svar, fakta, strict=True):
        sak = apne.get(svar.behandling)
        if sak and (svar.lovversjon != versjon or any(nyeste.get((sak, navn)) != pk for navn, pk in brukt.items())):
            yield svar.id


def _fakta(svar: Sequence[LestSvar]) -> list[Fakta]:
    """The facts of each answer. All are read at once: one by one takes several times as long."""
    funnet: list[Fakta] = json.loads(f"[{','.join(ett.fakta for ett in svar)}]")
    return funnet
