"""From the rows of a round to what the core counts and words: answers, codes, and the report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.models import Kodelisteversjon, Koding, Rapportutkast, Slag, Svar
from skreddersom.kjerne.omradeovervaking.definisjon import definisjon_av
from skreddersom.kjerne.omradeovervaking.koding import ENIGHET, Kodelinje, kod
from skreddersom.kjerne.omradeovervaking.rapport import lag_rapport
from skreddersom.kjerne.omradeovervaking.svar import Rute, Svarsett
from skreddersom.plattform.tilgang.sporringer import kontorer_under

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from uuid import UUID

    from skreddersom.apper.omradeovervaking.models import Runde, Sporsmal, Utgave
    from skreddersom.kjerne.omradeovervaking.kodeliste import Kodeliste
    from skreddersom.kjerne.omradeovervaking.koding import Koding as Kodede
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform

REKKEFOLGE: Final = {"nb": "som på kartet, fra vest mot øst", "nn": "som på kartet, frå vest mot aust"}
AVSENDER: Final = {"nb": "Områdeovervåking", "nn": "Områdeovervaking"}
DELER: Final = ("avsnitt", "paastand", "oppfolging", "retting")
"""The lists of a draft."""


@dataclass
class Rundegrunnlag:
    """One round with all that is known of it, each thing read once."""

    runde: Runde

    @cached_property
    def sporsmal(self) -> list[Sporsmal]:
        """What is asked."""
        return sporringer.sporsmal(self.runde)

    @cached_property
    def med_verdi(self) -> set[str]:
        """The questions that are answered with a number or a day, which says what it says without a code."""
        return {ett.kode for ett in self.sporsmal if ett.slag in (Slag.TALL, Slag.DATO)}

    @cached_property
    def kan_sporres(self) -> list[tuple[Any, str]]:
        """The offices that the unit can ask, as on the map."""
        return list(kontorer_under(self.runde.kontor_id).values_list("pk", "navn"))

    @cached_property
    def utgaver(self) -> list[Utgave]:
        """What is published, the newest first."""
        return sporringer.utgaver(self.runde)

    @cached_property
    def stand(self) -> list[sporringer.Stand]:
        """Every office, as on the map."""
        return sporringer.stand(self.runde)

    @cached_property
    def svarrader(self) -> dict[Rute, Svar]:
        """Cell → the answer that counts there: of the last delivery."""
        navn = {ett.levert.pk: ett.rad.kontor.navn for ett in self.stand if ett.levert}
        return {Rute(navn[svar.levering_id], svar.kode): svar for svar in Svar.objects.filter(levering__in=navn)}

    @cached_property
    def svar(self) -> Svarsett:
        """The answers, word for word. An office that has not answered is there too, blank."""
        koder = tuple(ett.kode for ett in self.sporsmal)
        kontorer = tuple(ett.rad.kontor.navn for ett in self.stand)
        ruter = [Rute(kontor, kode) for kontor in kontorer for kode in koder]
        return Svarsett(kontorer, koder, {rute: self.svarrader[rute].ord if rute in self.svarrader else "" for rute in ruter})

    @cached_property
    def forrige(self) -> Svarsett | None:
        """The answers of the round that this one's questions were made from."""
        eldre = self.runde.skjema.forrige
        return Rundegrunnlag(eldre.runde).svar if eldre else None

    def sist(self, rute: Rute) -> str:
        """What the office answered then to the question that this one takes the place of; blank when nothing."""
        gammelt = next((ett.forrige for ett in self.sporsmal if ett.kode == rute.sporsmal), None)
        return self.forrige.ord.get(Rute(rute.kontor, gammelt.kode), "").strip() if self.forrige and gammelt else ""

    @cached_property
    def listeversjon(self) -> Kodelisteversjon:
        """The code list that counts."""
        return Kodelisteversjon.objects.filter(runde=self.runde).first() or Kodelisteversjon(runde=self.runde, nr=0)

    @cached_property
    def kodinger(self) -> list[Koding]:
        """Every coding of the answers that count, as they came."""
        ider = [svar.pk for svar in self.svarrader.values()]
        return list(Koding.objects.filter(svar__in=ider).select_related("svar", "av"))

    @cached_property
    def rute_for(self) -> dict[Any, Rute]:
        """Answer → its cell."""
        return {svar.pk: rute for rute, svar in self.svarrader.items()}

    def samlet(self, sporsmal: str, kode: str) -> str:
        """What the code is called after codes have been put together."""
        for ett in self.listeversjon.slatt_sammen:
            if (ett["sporsmal"], ett["fra"]) == (sporsmal, kode):
                return str(ett["til"])
        return kode

    @cached_property
    def kodere(self) -> dict[UUID, str]:
        """Those who code, the first first, and what each is called. Two of the same name are two: the second gets a number."""
        ut: dict[UUID, str] = {}
        for ett in self.kodinger:
            if not ett.enighet and ett.av_id not in ut:
                ut[ett.av_id] = _eget_navn(ett.av.navn, {ENIGHET, *ut.values()})
        return ut

    def kodet_av(self, koder: UUID) -> dict[Rute, Koding]:
        """Cell → what ``koder`` last said of it."""
        return {self.rute_for[ett.svar_id]: ett for ett in self.kodinger if not ett.enighet and ett.av_id == koder}

    @cached_property
    def enige(self) -> dict[Rute, Koding]:
        """Cell → what they agreed on."""
        return {self.rute_for[ett.svar_id]: ett for ett in self.kodinger if ett.enighet}

    def ferdig(self, koder: UUID, sporsmal: str) -> bool:
        """Whether ``koder`` has coded every answer to the question."""
        har = self.kodet_av(koder)
        return all(rute in har for rute in self.svar.ruter(sporsmal) if self.svar.besvart(rute))

    @cached_property
    def apnet(self) -> frozenset[str]:
        """The questions whose codes may be seen: those that as many have finished as the round asks for. With one coder, all."""
        if self.runde.kodere == 1:
            return frozenset(self.svar.sporsmal)
        ferdige = {kode: sum(self.ferdig(koder, kode) for koder in self.kodere) for kode in self.svar.sporsmal}
        return frozenset(kode for kode, antall in ferdige.items() if antall >= self.runde.kodere)

    def kodelinjer(self) -> list[Kodelinje]:
        """The codes that may be seen, as the core reads them: one line for each coder and cell, and those they agreed on."""
        siste: dict[tuple[str, Rute], Koding] = {}
        for ett in self.kodinger:
            rute = self.rute_for[ett.svar_id]
            if rute.sporsmal in self.apnet:
                siste[ENIGHET if ett.enighet else self.kodere[ett.av_id], rute] = ett
        return [
            Kodelinje(nr, rute.sporsmal, rute.kontor, "", self.samlet(rute.sporsmal, ett.kode), hvem, ett.begrunnelse)
            for nr, ((hvem, rute), ett) in enumerate(siste.items(), 1)
        ]

    @cached_property
    def utkast(self) -> dict[str, Any]:
        """The draft of the report; empty lists where nothing is written."""
        rad = Rapportutkast.objects.filter(runde=self.runde).first()
        innhold: dict[str, Any] = rad.innhold if rad else {}
        return {**{del_: [] for del_ in DELER}, **innhold}

    def definisjonsdata(self) -> dict[str, Any]:
        """All of the definition: what the round says, and what is written."""
        nb = self.runde.tittel
        return {
            "versjon": f"{self.listeversjon.nr}",
            "tittel": {"nb": nb, "nn": nb},
            "avsender": AVSENDER,
            "utvalg": self.runde.utvalg,
            "rekkefolge": REKKEFOLGE,
            **{navn: verdi for navn, verdi in self.utkast.items() if navn not in DELER},
            "sporsmal": [_sporsmal(ett) for ett in self.sporsmal],
            "kode": [dict(ett) for ett in self.listeversjon.koder],
            "avsnitt": self.utkast["avsnitt"],
            "paastand": [self._samlede_koder(ett) for ett in self.utkast["paastand"]],
            "oppfolging": [_med_dag(_uten_gjort(ett), "frist") for ett in self.utkast["oppfolging"]],
            "retting": [_med_dag(self._samlede_koder(ett), "dato") for ett in self.utkast["retting"]],
        }

    def _samlede_koder(self, paastand: dict[str, Any]) -> dict[str, Any]:
        koder = dict.fromkeys(self.samlet(paastand["sporsmal"], kode) for kode in paastand["koder"])
        return {**paastand, "koder": list(koder)}

    @cached_property
    def kodeliste(self) -> Kodeliste:
        """The code list: that which is always there, and the round's own."""
        return definisjon_av(self.definisjonsdata(), "Rapporten", self.svar).kodeliste

    @cached_property
    def koding(self) -> Kodede:
        """The codes that may be seen."""
        return kod(self.svar, self.kodeliste, self.kodelinjer())

    def rapport(self, idag: date) -> Rapport:
        """The report as it would be today. Raises ``Brukerfeil`` when the draft speaks of what is not there."""
        definisjon = definisjon_av(self.definisjonsdata(), "Rapporten", self.svar)
        return lag_rapport(self.svar, self.kodelinjer(), definisjon, idag)

    def uenige(self) -> Iterator[tuple[Rute, list[Koding]]]:
        """The cells where two have said different things, also those that are settled since."""
        sagt: dict[Rute, list[Koding]] = defaultdict(list)
        for koder in self.kodere:
            for rute, ett in self.kodet_av(koder).items():
                if rute.sporsmal in self.apnet:
                    sagt[rute].append(ett)
        for rute in self.svar.ruter():
            if len({self.samlet(rute.sporsmal, ett.kode) for ett in sagt[rute]}) > 1:
                yield rute, sagt[rute]

    def kodevalg(self, sporsmal: str, maalform: Maalform) -> Sequence[tuple[str, str]]:
        """The codes of the question with their names: its own first."""
        egne = [ett for ett in self.kodeliste.koder if ett.sporsmal == sporsmal]
        felles = [ett for ett in self.kodeliste.koder if ett.sporsmal is None and ett.kode not in {en.kode for en in egne}]
        return [(ett.kode, ett.navn.paa(maalform)) for ett in (*egne, *felles)]


def _eget_navn(navn: str, brukt: Collection[str]) -> str:
    return next(ett for ett in chain([navn], (f"{navn} ({nr})" for nr in count(2))) if ett not in brukt)


def _sporsmal(ett: Sporsmal) -> dict[str, Any]:
    navn = {"nb": ett.navn, "nn": ett.navn_nn or ett.navn}
    return {"kode": ett.kode, "navn": navn, "tekst": {"nb": ett.tekst, "nn": ett.tekst_nn or ett.tekst}}


def _uten_gjort(ett: Mapping[str, Any]) -> dict[str, Any]:
    """The report says what is to be done; what has been done since is kept with it, and shown on the page."""
    return {navn: verdi for navn, verdi in ett.items() if navn != "gjort"}


def _med_dag(ett: Mapping[str, Any], felt: str) -> dict[str, Any]:
    return {navn: date.fromisoformat(verdi) if navn == felt else verdi for navn, verdi in ett.items()}
