"""What the controls of theme 2 are asked of, row by row as it is read, and what an answer rests on."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from skreddersom.apper.sak.models import FERDIGE
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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


class SvarMedFakta(NamedTuple):
    """An answer with what it rests on."""

    lest: LestSvar
    opplysninger: int
    """How many facts."""
    uten_kilde: int
    """How many of them have no source."""
    gjelder: bool
    """False in an open case when a fact it rests on, or the law, has changed since."""


def svar_med_fakta(lest: Lest, per: date) -> Mapping[str, list[SvarMedFakta]]:
    """The answers to each behandling, with what they rest on."""
    behandlinger = {ett.behandling: ett for ett in lest.behandlinger}
    nyeste = {(ett.sak_id, ett.navn): ett.id for ett in lest.fakta}
    tomme, versjon = {ett.id for ett in lest.fakta if not ett.kilde.strip()}, versjon_paa(per).id
    svarene: defaultdict[str, list[SvarMedFakta]] = defaultdict(list)
    for svar, fakta in zip(lest.svar, _fakta(lest.svar), strict=True):
        til = behandlinger[svar.behandling]
        kjente = [pk for pk in fakta.values() if pk]
        gjelder = til.status in FERDIGE or (svar.lovversjon == versjon and _er_nyest(fakta, til.sak_id, nyeste))
        uten_kilde = len(tomme.intersection(kjente)) if tomme else 0
        svarene[svar.behandling].append(SvarMedFakta(svar, len(kjente), uten_kilde, gjelder))
    return svarene


def _fakta(svar: Sequence[LestSvar]) -> list[Mapping[str, str | None]]:
    """Name of fact → id, or None where it was not known, for each answer. All are read at once: one by one takes several times as long."""
    funnet: list[Mapping[str, str | None]] = json.loads(f"[{','.join(ett.fakta for ett in svar)}]")
    return funnet


def _er_nyest(fakta: Mapping[str, str | None], sak: str, nyeste: Mapping[tuple[str, str], str]) -> bool:
    return all(nyeste.get((sak, navn)) == pk for navn, pk in fakta.items())
