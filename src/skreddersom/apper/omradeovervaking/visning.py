"""How a round is shown: rows and words for the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from skreddersom.apper.omradeovervaking.models import Status
from skreddersom.kjerne.lov.trelogikk import NEI
from skreddersom.kjerne.omradeovervaking.koding import Kilde
from skreddersom.kjerne.omradeovervaking.matrise import Skille
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
from skreddersom.kjerne.omradeovervaking.svar import Rute, nokkel
from skreddersom.kjerne.omradeovervaking.utforming_tillit import anker, funn
from skreddersom.kjerne.statistikk.svar import KanIkkeBeregnes
from skreddersom.plattform.design.hode import Menypunkt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
    from skreddersom.apper.omradeovervaking.models import Koding, Runde, Sporsmal
    from skreddersom.kjerne.dokument import Funn
    from skreddersom.kjerne.omradeovervaking.enighet import Koderenighet
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform

STATUSFARGE: Final = {Status.UTKAST: "neutral", Status.SENDT: "info", Status.LUKKET: "success"}
SKILLER_IKKE: Final = {
    Skille.SAMME_ORD: gettext_lazy("Alle som har svart, har svart det samme, ord for ord. Spørsmålet skiller ikke mellom kontorene."),
    Skille.SAMME_KODE: gettext_lazy("Alle svarene har samme kode. Spørsmålet skiller ikke mellom kontorene."),
    Skille.FOR_FAA_SVAR: gettext_lazy("For få har svart til å si noe om forskjeller."),
}
HENDELSER: Final = {
    "oppsett": gettext_lazy("Endret hvem som spørres, eller hvordan"),
    "sporsmal": gettext_lazy("Skrev et spørsmål"),
    "fjernet": gettext_lazy("Tok bort et spørsmål"),
    "flyttet": gettext_lazy("Flyttet et spørsmål"),
    "sendt": gettext_lazy("Sendte runden"),
    "paaminnelse": gettext_lazy("Sendte påminnelse"),
    "retur": gettext_lazy("Sendte svar tilbake"),
    "frist": gettext_lazy("Satte ny frist"),
    "lukket": gettext_lazy("Lukket runden"),
    "apnet": gettext_lazy("Åpnet runden igjen"),
    "kode": gettext_lazy("La til en kode"),
    "sammen": gettext_lazy("Slo sammen koder"),
    "enighet": gettext_lazy("Koderne ble enige"),
    "innledning": gettext_lazy("Endret innledningen"),
    "avsnitt": gettext_lazy("Endret et avsnitt"),
    "paastand": gettext_lazy("Endret en påstand"),
    "oppfolging": gettext_lazy("Endret oppfølgingen"),
    "fulgt_opp": gettext_lazy("Fulgte opp"),
    "publisert": gettext_lazy("Publiserte rapporten"),
}
"""What was done → how it is told."""


def maalform() -> Maalform:
    """The norm that names are shown in: nynorsk for those who read nynorsk, else bokmål."""
    return "nn" if get_language() == "nn" else "nb"


def ordlyd(ett: Sporsmal) -> str:
    """The question in the norm of the reader, where it is written in it."""
    return ett.tekst_nn if maalform() == "nn" and ett.tekst_nn else ett.tekst


def hjelpen(ett: Sporsmal) -> str:
    """The help in the norm of the reader, where it is written in it."""
    return ett.hjelp_nn if maalform() == "nn" and ett.hjelp_nn else ett.hjelp


def svarord(ett: Sporsmal, svar: str) -> str:
    """One of the choices in the norm of the reader."""
    return dict(linjene(ett.valg, ett.valg_nn)).get(svar, svar)


def linjene(linjer: Sequence[str], nynorsk: Sequence[str]) -> list[tuple[str, str]]:
    """Each choice or row as it is kept, and in the norm of the reader."""
    return list(zip(linjer, nynorsk if maalform() == "nn" and nynorsk else linjer, strict=True))


def kortnavn(ett: Sporsmal) -> str:
    """What the question is called, in the same way."""
    return ett.navn_nn if maalform() == "nn" and ett.navn_nn else ett.navn


def faner(runde: Runde) -> list[Menypunkt]:
    """The pages of a round. A draft has only the first."""
    sider = [(_("Runden"), "runde"), (_("Koding"), "koding"), (_("Matrise"), "matrise"), (_("Rapport"), "rapport")]
    synlige = sider[:1] if runde.status == Status.UTKAST else sider
    return [Menypunkt(tekst, reverse(f"omradeovervaking:{navn}", kwargs={"runde_id": runde.pk})) for tekst, navn in synlige]


def hendelser(runde: Runde, etter: int = 0) -> list[tuple[str, object]]:
    """What has been done with the round, the newest first; only after the version ``etter``."""
    rader = runde.hendelser.filter(versjon__gt=etter).select_related("av")
    return [(str(HENDELSER.get(ett.hva, ett.hva)), ett) for ett in rader]


@dataclass(frozen=True, slots=True)
class Kodelinje:
    """One answer to be coded: whose, the words, what they suggest (name and code), what one has said, and what it is settled as."""

    svar_id: str
    kontor: str
    ord: str
    merknad: str
    forslag: str
    foreslatt: str
    valgt: str
    avklart: str


def kodelinjer(grunnlag: Rundegrunnlag, sporsmal: str, meg: UUID) -> Iterator[Kodelinje]:
    """The answers to the question, as on the map; those that are blank need no code."""
    navn, mine = dict(grunnlag.kodevalg(sporsmal, maalform())), grunnlag.kodet_av(meg)
    for rute in grunnlag.svar.ruter(sporsmal):
        if rute in grunnlag.svarrader and grunnlag.svar.besvart(rute):
            svar = grunnlag.svarrader[rute]
            forslag = grunnlag.kodeliste.foresla(sporsmal, svar.ord) or ""
            valgt = grunnlag.samlet(sporsmal, mine[rute].kode) if rute in mine else ""
            avklart = navn.get(grunnlag.koding.kode(rute) or "", "") if sporsmal in grunnlag.apnet else ""
            yield Kodelinje(str(svar.pk), rute.kontor, svar.ord, svar.merknad, navn.get(forslag, ""), forslag, valgt, avklart)


@dataclass(frozen=True, slots=True)
class Uenighet:
    """Two who have said different things of an answer."""

    svar_id: str
    kontor: str
    ord: str
    sagt: list[tuple[str, str]]
    enighet: Koding | None
    enig_om: str


def uenigheter(grunnlag: Rundegrunnlag, sporsmal: str) -> list[Uenighet]:
    """Those of the question, also the ones that are settled."""
    navn = dict(grunnlag.kodevalg(sporsmal, maalform()))
    ut = []
    for rute, ulike in grunnlag.uenige():
        if rute.sporsmal == sporsmal:
            sagt = [(grunnlag.kodere[ett.av_id], navn.get(kode := grunnlag.samlet(sporsmal, ett.kode), kode)) for ett in ulike]
            enig = grunnlag.enige.get(rute)
            enig_om = navn.get(grunnlag.samlet(sporsmal, enig.kode), enig.kode) if enig else ""
            ut.append(Uenighet(str(grunnlag.svarrader[rute].pk), rute.kontor, grunnlag.svar.ord[rute], sagt, enig, enig_om))
    return ut


@dataclass(frozen=True, slots=True)
class Enighet:
    """The agreement on a question, as it is shown: «kan ikke beregnes» where it cannot be."""

    like: int
    av: int
    ac1: str
    kappa: str


def enighet(funnet: Koderenighet) -> Enighet:
    """Numbers with two decimals and a comma."""
    maal = funnet.samsvar
    return Enighet(maal.po.k, maal.po.n, _tall(maal.ac1), _tall(maal.kappa))


def _tall(verdi: float | KanIkkeBeregnes) -> str:
    return verdi.setning if isinstance(verdi, KanIkkeBeregnes) else f"{verdi:.2f}".replace(".", ",").replace("-", "−")


@dataclass(frozen=True, slots=True)
class Celle:
    """One cell: the code, the exact words when they are others, and those of the round before. ``id`` is what a claim points at."""

    id: str
    kode: str
    ord: str
    merknad: str
    kilde: str
    dempet: bool
    forrige: str


@dataclass(frozen=True, slots=True)
class Kolonne:
    """The head of a column, and what it cannot tell."""

    navn: str
    tekst: str
    merknad: str


def kolonner(grunnlag: Rundegrunnlag, rapport: Rapport) -> list[Kolonne]:
    """One for each question."""
    par = zip(grunnlag.sporsmal, rapport.kolonner, strict=True)
    return [Kolonne(ett.navn, ett.tekst, str(SKILLER_IKKE.get(kolonne.skille, ""))) for ett, kolonne in par]


def matriserader(grunnlag: Rundegrunnlag, rapport: Rapport) -> list[tuple[str, list[Celle]]]:
    """Office → its cells, as on the map."""
    dempede = {ett.sporsmal for ett in rapport.kolonner if ett.skille is not Skille.SKILLER}
    svar = rapport.svar
    return [
        (kontor, [_celle(grunnlag, rapport, Rute(kontor, kode), kode in dempede) for kode in svar.sporsmal]) for kontor in svar.kontorer
    ]


def _celle(grunnlag: Rundegrunnlag, rapport: Rapport, rute: Rute, dempet: bool) -> Celle:  # noqa: FBT001 – of the column
    kodet, ord_ = rapport.koding.ruter[rute], rapport.svar.ord[rute].strip()
    merknad = grunnlag.svarrader[rute].merknad if rute in grunnlag.svarrader else ""
    si = Ordlyd(maalform())
    if kodet.kilde is Kilde.UKJENTE_ORD and rute.sporsmal in grunnlag.med_verdi:
        return Celle(anker(rapport, rute), _verdi(ord_), "", merknad, "", dempet, grunnlag.sist(rute))
    if kodet.kode is None:
        hva = si("ikke_besvart" if kodet.kilde is Kilde.UBESVART else "ikke_avklart")
        return Celle(anker(rapport, rute), hva, ord_, merknad, "", dempet=True, forrige=grunnlag.sist(rute))
    navn = si.av(rapport.koding.liste.navn(rute.sporsmal, kodet.kode))
    ordrett = "" if nokkel(navn) == nokkel(ord_) else ord_
    kilde = si(f"kilde_{kodet.kilde.name.lower()}")
    return Celle(anker(rapport, rute), navn, ordrett, merknad, kilde, dempet, grunnlag.sist(rute))


def _verdi(ord_: str) -> str:
    """A number as it stands, a day as one writes it."""
    try:
        return f"{date.fromisoformat(ord_):%d.%m.%Y}"
    except ValueError:
        return ord_


@dataclass(frozen=True, slots=True)
class Visstpaastand:
    """A claim of the draft: its place in the list, where it stands in the report, what it rests on, and whether that cannot carry it."""

    plass: int
    id: str
    del_: str
    funn: Funn
    for_sterk: bool


def paastander(rapport: Rapport) -> list[Visstpaastand]:
    """Every claim with «n of N», the words it rests on, and the mark when they do not carry it."""
    si = Ordlyd(maalform())
    return [
        Visstpaastand(plass, belegg.paastand.id, si(del_.value), funn(rapport, belegg, si), belegg.baerer() is NEI)
        for plass, (del_, belegg) in enumerate(rapport.paastander)
    ]
