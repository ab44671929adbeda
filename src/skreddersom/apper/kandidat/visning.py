"""A candidate as the pages show them: everything worked out before the template, so that a row costs no query and no thought."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat.models import Utfallsslag as Slag
from skreddersom.kjerne.lov.fakta import FAKTA
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.kjerne.screening.kandidat import forklar, linje
from skreddersom.kjerne.screening.maneder import som_maneder
from skreddersom.kjerne.screening.utenfor import TEKST
from skreddersom.plattform.adresser import til
from skreddersom.plattform.design.setninger import paa_leserens, paa_sprak
from skreddersom.plattform.design.tegning import Maned

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any
    from uuid import UUID

    from skreddersom.apper.kandidat.models import Inntak, Kandidat, Person, Utfall, Vurdering

FARGE: Final = {
    Slag.INFORMERT: "info",
    Slag.TILBUDT: "success",
    Slag.SOKNAD: "accent",
    Slag.AVSLAG: "neutral",
    Slag.AVVIST: "neutral",
    Slag.HENLAGT: "neutral",
    Slag.TAKKET_NEI: "neutral",
    Slag.IKKE_I_MALGRUPPEN: "neutral",
    Slag.I_PROGRAM: "success",
    Slag.AVSLUTTET: "neutral",
    Slag.FLYTTET: "neutral",
    Slag.ANGRET: "neutral",
}
VIST_I_LISTA: Final = ("alder", "ytelser")
"""The conditions that 11F can tell of; the others are for the conversation."""
LIKE: Final = 4096
"""So many different lines and rows of months each process remembers."""
HISTORIE: Final = 24
"""Months on the page of one person."""


@dataclass(frozen=True, slots=True)
class Rad:
    """One line of the list."""

    id: UUID
    adresse: str
    navn: str
    journalnr: str
    kommunenr: str
    alder: int | None
    plass: int | None
    kort: str
    svar: tuple[tuple[str, str], ...]
    ukjente: int
    maneder: tuple[Maned, ...]
    utfall: str
    farge: str
    dato: date | None
    veileder: str
    siden: date
    paa_lista: bool


@dataclass(frozen=True, slots=True)
class Vilkarsvisning:
    """A condition of § 29 on the page of one person."""

    krav: str
    sporsmal: str
    hjemmel: str
    svar: str
    forklaring: str


def navn_paa(person: Person, journalnr: str) -> str:
    """The name; without one, the journal."""
    return person.navn or (_("Journal %(nr)s") % {"nr": journalnr} if journalnr else _("Uten navn"))


def rad(kandidat: Kandidat) -> Rad:
    """``kandidat`` comes with all that is shown (``sporringer.med_alt``)."""
    vurdering = _vurdering(kandidat)
    kort, svar = linje(vurdering.fakta, vurdering.gjennomgang.per)
    utfall = kandidat.siste_utfall
    return Rad(
        id=kandidat.pk,
        adresse=til("kandidat:kandidat", kandidat.pk),
        navn=navn_paa(kandidat.person, vurdering.journalnr),
        journalnr=vurdering.journalnr,
        kommunenr=vurdering.kommunenr,
        alder=vurdering.alder,
        plass=kandidat.rang,
        kort=_sagt(kort, get_language()),
        svar=tuple((navn, svar[navn]) for navn in VIST_I_LISTA if navn in svar),
        ukjente=sum(ett == "UKJENT" for ett in svar.values()),
        maneder=maneder(vurdering),
        utfall=str(Slag(utfall.slag).label) if utfall else _("Ikke informert"),
        farge=FARGE[Slag(utfall.slag)] if utfall else "warning",
        dato=utfall.dato if utfall else None,
        veileder=kandidat.veileder.navn if kandidat.veileder else "",
        siden=kandidat.siden,
        paa_lista=kandidat.paa_lista,
    )


@lru_cache(maxsize=LIKE)
def _sagt(kort: str, _sprak: str | None) -> str:
    """As ``paa_sprak``: most lines say what many others do."""
    return paa_sprak(kort)


def maneder(vurdering: Vurdering, siste: int = 12) -> tuple[Maned, ...]:
    """The last months before the day of assessment, oldest first."""
    gjennomgang = vurdering.gjennomgang
    return _maneder(vurdering.maske, gjennomgang.per, tuple(gjennomgang.aar), siste)


@lru_cache(maxsize=LIKE)
def _maneder(maske: int, per: date, aar: tuple[int, ...], siste: int) -> tuple[Maned, ...]:
    return tuple(Maned(dag, fikk) for dag, fikk in som_maneder(maske, per, aar, siste))


def _vurdering(kandidat: Kandidat) -> Vurdering:
    """The last assessment: a candidate always has one. Raises ``ValueError`` otherwise."""
    if kandidat.siste_vurdering is None:
        raise ValueError(f"kandidat {kandidat.pk} har ingen vurdering")
    return kandidat.siste_vurdering


def en(kandidat: Kandidat) -> dict[str, Any]:
    """Everything on the page of one candidate that comes from the assessment."""
    return av_vurdering(_vurdering(kandidat), kandidat.person)


def av_vurdering(vurdering: Vurdering, person: Person) -> dict[str, Any]:
    """What an assessment says of the person, on the list or outside it."""
    per = vurdering.gjennomgang.per
    hele = forklar(vurdering.fakta, per)
    return {
        "vurdering": vurdering,
        "navn": navn_paa(person, vurdering.journalnr),
        "grunner": [paa_sprak(grunn) for grunn in hele["grunner"]],
        "merknader": [paa_sprak(merknad) for merknad in hele["merknader"]],
        "vilkar": _vilkar(hele["vilkar"], per),
        "mangler": [paa_sprak(FAKTA[navn].mangler) for navn in hele["avgjorende_mangler"]],
        "maneder": maneder(vurdering, HISTORIE),
        "utenfor": paa_sprak(TEKST.get(vurdering.utenfor, "")),
    }


def _vilkar(svar: Iterable[dict[str, Any]], per: date) -> list[Vilkarsvisning]:
    """Answer by answer, with the words of the law version of the day."""
    av_id = {vilkar.id: vilkar for vilkar in versjon_paa(per).vilkar}
    return [
        Vilkarsvisning(
            paa_sprak(av_id[ett["id"]].krav),
            paa_sprak(av_id[ett["id"]].sporsmal),
            paa_leserens(ett["hjemmel"]),
            ett["svar"],
            paa_sprak(ett["forklaring"].verdier["hvorfor"]),
        )
        for ett in svar
    ]


def utenfor(vurderinger: Iterable[Vurdering]) -> list[dict[str, Any]]:
    """Those outside the list, each with name, reason and months."""
    return [
        {
            "vurdering": ett,
            "navn": navn_paa(ett.person, ett.journalnr),
            "grunn": paa_sprak(TEKST.get(ett.utenfor, ett.utenfor)),
            "maneder": maneder(ett),
        }
        for ett in vurderinger
    ]


def etter_grunn(rader: Iterable[dict[str, Any]]) -> list[tuple[str, int]]:
    """How many of them stand outside for each reason, the most common first."""
    return Counter(rad["grunn"] for rad in rader).most_common()


def historikk(utfall: Iterable[Utfall], vurderinger: Iterable[Vurdering], inntak: Iterable[Inntak] = ()) -> list[dict[str, Any]]:
    """Outcomes, reviews and what was judged against them in one list, the last first."""
    alt = [(ett.tid, hendelse(ett)) for ett in utfall]
    alt += [(ett.gjennomgang.startet, {"vurdering": ett, "utenfor": paa_sprak(TEKST.get(ett.utenfor, ""))}) for ett in vurderinger]
    alt += [(ett.tid, {"inntak": ett, "mot": paa_sprak(TEKST.get(ett.mot, ett.mot))}) for ett in inntak]
    return [vist for _tid, vist in sorted(alt, key=lambda par: par[0], reverse=True)]


def hendelse(utfall: Utfall) -> dict[str, Any]:
    """One event of the history."""
    return {
        "vurdering": None,
        "utfall": utfall,
        "angrer": utfall.angrer.get_slag_display() if utfall.angrer else "",
        "farge": FARGE[Slag(utfall.slag)],
        "kanal": utfall.get_kanal_display() if utfall.kanal else "",
        "vilkar": _krav(utfall),
        "angret": utfall.er_angret,
    }


def _krav(utfall: Utfall) -> str:
    return paa_sprak(next((vilkar.krav for vilkar in versjon_paa(utfall.dato).vilkar if vilkar.id == utfall.vilkar), ""))
