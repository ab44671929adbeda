"""Two rounds of the demo: Agder in 2020, with the real answers and published, and one that is open now, with answers that are made up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from skreddersom.apper.omradeovervaking import handlinger, sporringer
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.handlinger import NyKode, NyttSporsmal, Oppsett
from skreddersom.apper.omradeovervaking.models import Egettall, Runde, Slag
from skreddersom.demo.omradeovervaking import runde as filene
from skreddersom.kjerne.omradeovervaking.definisjon import les_definisjon
from skreddersom.kjerne.omradeovervaking.koding import kod, les_koder
from skreddersom.kjerne.omradeovervaking.svar import les_svar
from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from skreddersom.plattform.tilgang.models import Stilling

AGDER: Final = "agder-2020"
FRIST_2020: Final = date(2020, 12, 31)
"""Made up: the report does not say when the answers were due."""
SVARFRIST: Final = timedelta(days=12)
VANSKE: Final = "spesielle_utfordringer"
HAR_SVART: Final = 9
"""So many of the offices have answered the open round."""

NYE: Final = (
    NyttSporsmal(
        Slag.ETT_VALG,
        "Fast veileder",
        "Har kontoret en fast veileder for programmet?",
        "Fast rettleiar",
        "Har kontoret ein fast rettleiar for programmet?",
        valg=["Ja", "Nei, flere deler på det", "Nei, ingen har det"],
    ),
    NyttSporsmal(
        Slag.FRITEKST,
        "Deler på det",
        "Hvordan deler dere på det?",
        "Deler på det",
        "Korleis deler de på det?",
        hvis_kode="fast_veileder",
        hvis_svar="Nei, flere deler på det",
    ),
    NyttSporsmal(
        Slag.TALL,
        "Kandidater",
        "Hvor mange kan være i målgruppa nå?",
        "Kandidatar",
        "Kor mange kan vere i målgruppa no?",
        tall=Egettall.KANDIDATER,
    ),
    NyttSporsmal(
        Slag.DATO,
        "Siste gjennomgang",
        "Når gikk dere sist gjennom alle som får økonomisk stønad?",
        "Siste gjennomgang",
        "Når gjekk de sist gjennom alle som får økonomisk stønad?",
        tall=Egettall.SISTE_GJENNOMGANG,
    ),
    NyttSporsmal(
        Slag.MATRISE,
        "Tilbudet",
        "Hva kan kontoret tilby i programmet i dag?",
        "Tilbodet",
        "Kva kan kontoret tilby i programmet i dag?",
        "Svar for det som faktisk er ledig, ikke for det som står i avtalene.",
        valg=["Ja", "Etter ventetid", "Nei"],
        rader=["Arbeidspraksis", "Norskopplæring", "Gjeldsrådgivning"],
        paakrevd=False,
    ),
)
PAASTANDER_OM_NAA: Final = ("Som før", "Flere enn før", "Vi mangler praksisplasser", "nei", "Venter på plass i tiltak")


@dataclass(frozen=True, slots=True)
class Runden:
    """A round, and short ways to act on it as it now is."""

    statsforvalter: Stilling
    ledere: Mapping[str, Stilling]
    runde: UUID

    def gjor(self, handling: Callable[..., Any], *mer: object) -> None:
        """The County Governor's advisor does something with the round."""
        with som(okt.kontekst(self.statsforvalter)) as hvem:
            handling(hvem, self.runde, Runde.objects.values_list("versjon", flat=True).get(pk=self.runde), *mer)

    def svar(self, kontor: str, verdier: Mapping[str, Any], minutter: int | None) -> None:
        """The leader of the office answers, and sends."""
        with som(okt.kontekst(self.ledere[kontor])) as hvem:
            pk = next(ett.rad.pk for ett in sporringer.spurt_om(hvem) if ett.rad.runde_id == self.runde)
            utkast = handlinger.lagre_svar(hvem, pk, 0, verdier, {})
            handlinger.lever(hvem, pk, utkast.versjon, minutter)


def _begynn(statsforvalter: Stilling, ledere: Mapping[str, Stilling], oppsett: Oppsett, etter: UUID | None = None) -> Runden:
    with som(okt.kontekst(statsforvalter)) as hvem:
        return Runden(statsforvalter, ledere, handlinger.lag_runde(hvem, oppsett, etter).pk)


def lag_agder(statsforvalter: Stilling, ledere: Mapping[str, Stilling]) -> UUID:
    """The round of 2020: asked, answered, coded, reported."""
    filer = filene(AGDER)
    data = tomllib.loads(filer["rapport.toml"].decode())
    kontorer = [ett.kontor_id for ett in ledere.values()]
    runden = _begynn(statsforvalter, ledere, Oppsett(data["tittel"]["nb"], FRIST_2020, "alle", 1, kontorer))
    for ett in data["sporsmal"]:
        navn, tekst = ett["navn"], ett["tekst"]
        runden.gjor(
            handlinger.lagre_sporsmal, NyttSporsmal(Slag.FRITEKST, navn["nb"], tekst["nb"], navn["nn"], tekst["nn"], kode=ett["kode"])
        )
    runden.gjor(handlinger.send_runde, FRIST_2020)
    svar = les_svar(filer["svar.csv"], "svar.csv")
    for kontor in svar.kontorer:
        runden.svar(kontor, {rute.sporsmal: ord_ for rute, ord_ in svar.ord.items() if rute.kontor == kontor}, None)
    _kod(runden, filer, data)
    deler = {navn: data[navn] for navn in ("tittel", "ingress", "avsender", "runde", "avsnitt", "paastand", "oppfolging", "retting")}
    runden.gjor(handlinger.lagre_innledning, deler)
    runden.gjor(handlinger.lukk)
    runden.gjor(handlinger.publiser, "nb")
    return runden.runde


def _kod(runden: Runden, filer: Mapping[str, bytes], data: Mapping[str, Any]) -> None:
    """The codes that the product carries, as the advisor would have given them."""
    for ett in data["kode"]:
        runden.gjor(handlinger.ny_kode, NyKode(ett["sporsmal"], ett["navn"]["nb"], ett["navn"]["nn"], [], ett["kode"]))
    svar = les_svar(filer["svar.csv"], "svar.csv")
    liste = les_definisjon(filer["rapport.toml"], "rapport.toml", svar).kodeliste
    koder = kod(svar, liste, les_koder(filer["koder.csv"], "koder.csv"))
    with som(okt.kontekst(runden.statsforvalter)) as hvem:
        rader = Rundegrunnlag(sporringer.runde(hvem, runden.runde)).svarrader
        valg = {rad.pk: kode for rute, rad in rader.items() if (kode := koder.kode(rute))}
        handlinger.kod_svar(hvem, runden.runde, valg)


def lag_naa(raadgiver: Stilling, kollega: Stilling, ledere: Mapping[str, Stilling], forrige: UUID, idag: date) -> None:
    """A round that is open: the questions of 2020 again, some new ones, and not everybody has answered. It is coded by two."""
    kontorer = [ett.kontor_id for ett in ledere.values()]
    oppsett = Oppsett(f"Kvalifiseringsprogrammet i Agder {idag.year}", idag + SVARFRIST, "alle", 2, kontorer)
    runden = _begynn(raadgiver, ledere, oppsett, forrige)
    for ett in NYE:
        runden.gjor(handlinger.lagre_sporsmal, ett)
    runden.gjor(handlinger.send_runde, idag)
    for kontor in sorted(ledere, key=_trekk)[:HAR_SVART]:
        runden.svar(kontor, _svar_naa(kontor, idag), 10 + _trekk(kontor) % 50)
    runden.gjor(handlinger.ny_kode, NyKode(VANSKE, "For få plasser", "For få plassar", ["Vi mangler praksisplasser"], "arenaer"))
    runden.gjor(handlinger.ny_kode, NyKode(VANSKE, "Lang ventetid", "Lang ventetid", [], "ventetid"))
    for koder, ventetid in ((raadgiver, "ventetid"), (kollega, "arenaer")):
        _kod_vanske(runden, koder, ventetid)


def _kod_vanske(runden: Runden, koder: Stilling, ventetid: str) -> None:
    """What one of two says of what is difficult: they agree on all but those who wait."""
    with som(okt.kontekst(koder)) as hvem:
        grunnlag = Rundegrunnlag(sporringer.runde(hvem, runden.runde))
        rader = {rute: rad for rute, rad in grunnlag.svarrader.items() if rute.sporsmal == VANSKE}
        valg = {rad.pk: grunnlag.kodeliste.foresla(VANSKE, rad.ord) or ventetid for rad in rader.values()}
        handlinger.kod_svar(hvem, runden.runde, valg)


def _trekk(kontor: str) -> int:
    """Always the same for the same office. The one with every role has not answered: its leader can try."""
    from skreddersom.demo.kontorer import HOVEDKONTOR

    return 10**9 if kontor == HOVEDKONTOR else int.from_bytes(sha256(kontor.encode()).digest()[:3])


def _svar_naa(kontor: str, idag: date) -> dict[str, Any]:
    nr = _trekk(kontor)
    return {
        "identifisert_og_informert": "Gjennomgang av kandidater hver tredje måned",
        "tilbud_om_program": "Til alle i målgruppen",
        "corona_og_program": PAASTANDER_OM_NAA[nr % 2],
        "spesielle_utfordringer": PAASTANDER_OM_NAA[2 + nr % 3],
        "fast_veileder": NYE[0].valg[nr % 3],
        "deler_pa_det": "Alle veilederne har noen hver.",
        "kandidater": str(5 + nr % 40),
        "siste_gjennomgang": (idag - timedelta(days=20 + nr % 90)).isoformat(),
        "tilbudet": dict(zip(NYE[4].rader, (NYE[4].valg[(nr + plass) % 3] for plass in range(3)), strict=True)),
    }
