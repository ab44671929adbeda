"""From a behandling to the advance notice of it: the letter that says what is considered, why, and until when one can answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.sak.brev import hode, malform
from skreddersom.apper.sak.models import Slag
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import handlinger as brevhandlinger
from skreddersom.plattform.brev.handlinger import NyttBrev
from skreddersom.plattform.brev.vern import har_sperret_adresse, uten_adresse

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

HVA: Final = {Slag.AVBRUDD: "avbrudd", Slag.STANS: "stans", Slag.AVSLUTNING: "avslutning", Slag.OMGJORING: "omgjoring"}
"""Kind of behandling → what the notice says is considered."""


@dataclass(frozen=True, slots=True)
class Varselinnhold:
    """What the notice says: what has happened, what the office puts weight on, from when, and until when one can answer."""

    fakta: str = ""
    begrunnelse: str = ""
    frist: date | None = None
    fra: date | None = None
    adresse: tuple[str, ...] = field(default=())


def data(behandling: Behandling, innhold: Varselinnhold, dag: date) -> dict[str, Any]:
    """Everything the letter is made of. Its behandling has case, person and saksbehandler with it."""
    felt = hode(behandling.sak, dag, ((behandling.saksbehandler, "saksbehandler"),))
    felt.pop("statsforvalter")
    dager = {navn: verdi.isoformat() for navn in ("frist", "fra") if (verdi := getattr(innhold, navn))}
    mottaker: dict[str, Any] = {"navn": behandling.person.navn, "adresse": list(innhold.adresse)}
    if har_sperret_adresse(behandling.person_id):
        mottaker = uten_adresse(mottaker)
    fritt = {"hva": HVA[Slag(behandling.slag)], "fakta": innhold.fakta, "begrunnelse": innhold.begrunnelse}
    return felt | dager | fritt | {"mottaker": mottaker}


def lagre(kontekst: Kontekst, behandling: Behandling, innhold: Varselinnhold, dag: date) -> Brev:
    """Make the letter, ready to be sent. Raises ``BrevMangler`` with what it lacks."""
    nytt = NyttBrev(
        behandling.person_id, Brevslag.FORHANDSVARSEL, malform(behandling), data(behandling, innhold, dag), sak=behandling.sak_id
    )
    return brevhandlinger.lagre(kontekst, nytt, dag)
