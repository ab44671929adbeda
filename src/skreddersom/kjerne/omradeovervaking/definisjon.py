"""The definition of a report as data: what was asked, in which order the offices stand, the sections, the claims, whom to follow up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.omradeovervaking.kodeliste import Kodeliste, felles_kodeliste, les_kode
from skreddersom.kjerne.omradeovervaking.paastand import Paastand
from skreddersom.kjerne.omradeovervaking.svar import Rute
from skreddersom.kjerne.omradeovervaking.tomlfil import Felt, les_toml
from skreddersom.kjerne.tekst import Tekst, lik

if TYPE_CHECKING:
    from datetime import date

    from skreddersom.kjerne.omradeovervaking.svar import Svarsett

E = TypeVar("E", bound=Enum)


class Utvalg(Enum):
    """How the offices came to be asked; it decides what may be said of others."""

    ALLE = "alle"
    TILFELDIG = "tilfeldig"
    UTPLUKKET = "utplukket"
    IKKE_OPPGITT = "ikke oppgitt"


class Del(Enum):
    """The parts of a report, in the order they stand."""

    HOVEDFUNN = "hovedfunn"
    BAKGRUNN = "bakgrunn"
    RESULTAT = "resultat"
    VURDERING = "vurdering"


@dataclass(frozen=True, slots=True)
class Sporsmal:
    """A question: its code in the answers, a short name for the matrix, and how it was asked."""

    kode: str
    navn: Tekst
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """Words that rest on something else than the answers."""

    del_: Del
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Oppfolging:
    """An office to follow up: which answer, why, who does it, and by when. Who and when may not be settled yet."""

    rute: Rute
    hvorfor: Tekst
    ansvarlig: Tekst | None
    frist: date | None


@dataclass(frozen=True, slots=True)
class Retting:
    """A sentence of an earlier report that is taken back, with the cells it should have rested on."""

    dato: date | None
    paastand: Paastand
    grunn: Tekst


@dataclass(frozen=True, slots=True)
class Definisjon:
    """Everything about a report that is not answers or codes."""

    tittel: Tekst
    ingress: Tekst | None
    avsender: Tekst | None
    runde: Tekst | None
    utvalg: Utvalg
    sporsmal: tuple[Sporsmal, ...]
    kontorer: tuple[str, ...]
    rekkefolge: Tekst | None
    kodeliste: Kodeliste
    avsnitt: tuple[Avsnitt, ...]
    paastander: tuple[tuple[Del, Paastand], ...]
    oppfolging: tuple[Oppfolging, ...]
    rettinger: tuple[Retting, ...]


def uten_definisjon(svar: Svarsett) -> Definisjon:
    """What can be said of answers when nobody has written a definition: the matrix and the counts, no claims."""
    sporsmal = tuple(Sporsmal(kode, lik(_som_navn(kode)), lik(_som_navn(kode))) for kode in svar.sporsmal)
    tittel = Tekst("Områdeovervåking", "Områdeovervaking")
    return Definisjon(tittel, None, None, None, Utvalg.IKKE_OPPGITT, sporsmal, svar.kontorer, None, felles_kodeliste(), (), (), (), ())


def les_definisjon(innhold: bytes, navn: str, svar: Svarsett) -> Definisjon:
    """The definition in a TOML file, for the report on ``svar``.

    Raises:
        Brukerfeil: when a key is missing, unknown or of another kind, or the questions are not those that were answered.

    """
    with les_toml(innhold, navn) as felt:
        definisjon = tolk_definisjon(felt, svar)
    _krev_samsvar(definisjon, svar, navn)
    return definisjon


def definisjon_av(data: dict[str, object], navn: str, svar: Svarsett) -> Definisjon:
    """The same from data that were kept elsewhere than in a file; days are ``date``.

    Raises:
        Brukerfeil: as ``les_definisjon``.

    """
    felt = Felt(data, navn)
    definisjon = tolk_definisjon(felt, svar)
    felt.krev_brukt()
    _krev_samsvar(definisjon, svar, navn)
    return definisjon


def tolk_definisjon(felt: Felt, svar: Svarsett) -> Definisjon:
    """The definition in ``felt``, wherever it came from.

    Raises:
        Brukerfeil: when a key is missing, unknown or of another kind.

    """
    return Definisjon(
        tittel=felt.tekst("tittel"),
        ingress=felt.valgfri_tekst("ingress"),
        avsender=felt.valgfri_tekst("avsender"),
        runde=felt.valgfri_tekst("runde"),
        utvalg=_en_av(Utvalg, felt, "utvalg", Utvalg.IKKE_OPPGITT),
        sporsmal=tuple(felt.hver("sporsmal", _sporsmal)),
        kontorer=felt.ordliste("kontorer") or svar.kontorer,
        rekkefolge=felt.valgfri_tekst("rekkefolge"),
        kodeliste=felles_kodeliste().med(felt.ord("versjon"), felt.hver("kode", les_kode)),
        avsnitt=tuple(felt.hver("avsnitt", lambda ett: Avsnitt(_en_av(Del, ett, "del"), ett.tekst("tekst")))),
        paastander=tuple(felt.hver("paastand", lambda ett: (_en_av(Del, ett, "del"), _paastand(ett)))),
        oppfolging=tuple(felt.hver("oppfolging", _oppfolging)),
        rettinger=tuple(felt.hver("retting", lambda ett: Retting(ett.valgfri_dato("dato"), _paastand(ett), ett.tekst("grunn")))),
    )


def _som_navn(kode: str) -> str:
    ord_ = kode.replace("_", " ")
    return ord_[:1].upper() + ord_[1:]


def _en_av(slag: type[E], felt: Felt, navn: str, ellers: E | None = None) -> E:
    verdi = felt.ord(navn) if ellers is None else felt.valgfritt_ord(navn) or ellers.value
    if verdi not in {ett.value for ett in slag}:
        raise Brukerfeil(f"{felt.hvor}: «{navn}» er «{verdi}», men kan bare være {', '.join(ett.value for ett in slag)}.")
    return slag(verdi)


def _sporsmal(felt: Felt) -> Sporsmal:
    return Sporsmal(felt.ord("kode"), felt.tekst("navn"), felt.tekst("tekst"))


def _paastand(felt: Felt) -> Paastand:
    koder = felt.ordliste("koder")
    if not koder:
        raise Brukerfeil(f"{felt.hvor}: «koder» mangler. En påstand må vise til kodene den bygger på.")
    return Paastand(felt.ord("id"), felt.tekst("tekst"), felt.ord("sporsmal"), koder, felt.ordliste("kontorer"))


def _oppfolging(felt: Felt) -> Oppfolging:
    rute = Rute(felt.ord("kontor"), felt.ord("sporsmal"))
    return Oppfolging(rute, felt.tekst("hvorfor"), felt.valgfri_tekst("ansvarlig"), felt.valgfri_dato("frist"))


def _krev_samsvar(definisjon: Definisjon, svar: Svarsett, navn: str) -> None:
    koder = tuple(ett.kode for ett in definisjon.sporsmal)
    if koder != svar.sporsmal:
        raise Brukerfeil(
            f"{navn} har spørsmålene {', '.join(koder) or '(ingen)'}, men svarfila har {', '.join(svar.sporsmal)}. De skal være like."
        )
    if fremmed := [ett.rute for ett in definisjon.oppfolging if ett.rute not in svar.ord]:
        raise Brukerfeil(f"{navn}: oppfølging av {fremmed[0].kontor}, «{fremmed[0].sporsmal}», viser til et svar som ikke finnes.")
    idene = [paastand.id for _, paastand in definisjon.paastander]
    if dobbelt := next((ett for ett in idene if idene.count(ett) > 1), None):
        raise Brukerfeil(f"{navn}: to påstander heter «{dobbelt}». Gi hver sin egen id, så rettelser kan følges.")
