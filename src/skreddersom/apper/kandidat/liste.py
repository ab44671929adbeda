"""The list of candidates as the address asks for it: filters, order and page. What it does not know, it does as usual."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat import kontrolltall, sok, sporringer
from skreddersom.apper.kandidat.models import Utfallsslag
from skreddersom.plattform.design.tabell import Utsnitt, les_sortering

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.core.paginator import Page
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise

    from skreddersom.apper.kandidat.models import Kandidat
    from skreddersom.plattform.design.tabell import Sortering
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel

PER_SIDE: Final = 25
STANDARD: Final = "rang"
KOLONNER: Final[Mapping[str, str]] = {
    "rang": "rang",
    "navn": "person__navn",
    "alder": "siste_vurdering__alder",
    "maneder": "siste_vurdering__maneder_siste_12",
    "siden": "siden",
    "utfall": "siste_utfall__dato",
}
"""How a column is called in the address → what it is sorted by."""

LISTE: Final[tuple[tuple[str, _StrPromise], ...]] = (("", _("På lista nå")), ("borte", _("Ikke på lista lenger")), ("alle", _("Alle")))
ALDER: Final[tuple[tuple[str, _StrPromise], ...]] = (
    ("", _("Alle")),
    ("-29", _("Under 30 år")),
    ("30-49", _("30–49 år")),
    ("50-", _("50 år og over")),
)
UTFALL: Final[tuple[tuple[str, object], ...]] = (
    ("", _("Alle")),
    ("ingen", _("Ikke informert")),
    *((slag.value, slag.label) for slag in Utfallsslag if slag is not Utfallsslag.ANGRET),
)
INGEN: Final = "ingen"
MEG: Final = "meg"


def _utfall(verdi: str, _request: Foresporsel) -> Q:
    return Q(siste_utfall=None) if verdi == INGEN else Q(siste_utfall__slag=verdi)


def _veileder(verdi: str, request: Foresporsel) -> Q:
    if verdi == INGEN:
        return Q(veileder=None)
    return Q(veileder_id=request.kontekst.ansatt if verdi == MEG else _uuid(verdi))


def _kommune(verdi: str, _request: Foresporsel) -> Q:
    return Q(kommunenr=verdi)


def _alder(verdi: str, _request: Foresporsel) -> Q:
    fra, _strek, til = verdi.partition("-")
    grenser = Q(siste_vurdering__alder__gte=int(fra)) if fra.isdecimal() else Q()
    return grenser & Q(siste_vurdering__alder__lte=int(til)) if til.isdecimal() else grenser


def _treff(verdi: str, request: Foresporsel) -> Q:
    return Q(pk__in=sok.treff(request, verdi).kandidater)


def _journal(verdi: str, _request: Foresporsel) -> Q:
    return Q(siste_vurdering__journalnr__in={verdi, verdi.zfill(8)})


def _funn(verdi: str, request: Foresporsel) -> Q:
    return Q(pk__in=kontrolltall.kandidater_med_funn(request.kontekst, verdi))


FILTRE: Final[Mapping[str, Callable[[str, Foresporsel], Q]]] = {
    "utfall": _utfall,
    "veileder": _veileder,
    "kommune": _kommune,
    "alder": _alder,
    "treff": _treff,
    "journal": _journal,
    "funn": _funn,
}
"""Name in the address → what it asks of a candidate."""


def _liste(verdi: str) -> Q:
    return {"alle": Q(), "borte": Q(paa_lista=False)}.get(verdi, Q(paa_lista=True))


def _uuid(tekst: str) -> UUID:
    """The id, or one that nobody has: an address somebody has edited finds nothing, and does not fail."""
    try:
        return UUID(tekst)
    except ValueError:
        return UUID(int=0)


@dataclass(frozen=True, slots=True)
class Liste:
    """One page of the list, and the numbers that make it honest."""

    side: Page[Kandidat]
    treff: int
    i_alt: int
    sortering: Sortering
    valgt: dict[str, str] = field(default_factory=dict)

    @property
    def skjult(self) -> int:
        """How many the filters hide."""
        return self.i_alt - self.treff

    @property
    def skjulte_filtre(self) -> list[tuple[str, str]]:
        """What came with the address and has no field of its own; the form must carry it on."""
        return [(navn, self.valgt[navn]) for navn in ("treff", "journal", "funn") if self.valgt[navn]] + [("sorter", str(self.sortering))]


def les(request: Foresporsel) -> Liste:
    """The page that the address asks for. A fixed number of queries, however long the list."""
    valgt = valg(request)
    sorter = les_sortering(request, KOLONNER, STANDARD)
    synlige = sporringer.kandidater(request.kontekst).filter(_liste(valgt["liste"]))
    vilkar = Q()
    for navn, lag in FILTRE.items():
        if valgt[navn]:
            vilkar &= lag(valgt[navn], request)
    telt = synlige.aggregate(i_alt=Count("pk"), treff=Count("pk", filter=vilkar))
    ider = synlige.filter(vilkar).order_by(_rekkefolge(sorter), "rang", "pk").values_list("pk", flat=True)
    utsnitt = Utsnitt(lambda fra, antall: sporringer.paa_en_side(list(ider[fra : fra + antall])), telt["treff"])
    side = Paginator(utsnitt, PER_SIDE).get_page(request.GET.get("side"))
    return Liste(side, telt["treff"], telt["i_alt"], sorter, valgt)


def valg(request: HttpRequest) -> dict[str, str]:
    """The filters in the address; empty where they are not set. No database takes a null character."""
    return {navn: request.GET.get(navn, "").replace("\0", "").strip() for navn in ("liste", *FILTRE)}


def _rekkefolge(sorter: Sortering) -> Any:  # noqa: ANN401 – what order_by takes
    """The order of the column; those without a value come last both ways, as they do by themselves in the ascending one."""
    kolonne = F(KOLONNER[sorter.kolonne])
    return kolonne.desc(nulls_last=True) if sorter.synkende else kolonne.asc()
