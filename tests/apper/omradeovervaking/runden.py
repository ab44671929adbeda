"""A round of the cast's: Fredrik at Fylket asks Bakken and Stranda, and Lena and Leif answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from skreddersom.apper.omradeovervaking import handlinger, sporringer
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.handlinger import NyttSporsmal, Oppsett
from skreddersom.apper.omradeovervaking.models import Runde, Slag
from skreddersom.kjerne.omradeovervaking.svar import Rute
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from rollebesetning import Besetning

IDAG = date(2026, 11, 22)
ENDRING = NyttSporsmal(Slag.FRITEKST, "Endring", "Har noe endret seg i programmet?")
TEAM = NyttSporsmal(Slag.ETT_VALG, "Eget team", "Har kontoret et eget team?", valg=["Ja", "Nei"])
STORRELSE = NyttSporsmal(Slag.TALL, "Teamet", "Hvor mange er i teamet?", hvis_kode="eget_team", hvis_svar="Ja")
TALL = NyttSporsmal(Slag.TALL, "Kandidater", "Hvor mange kandidater har dere?", paakrevd=False, tall="kandidater")
SPORSMAL = (ENDRING, TEAM, STORRELSE, TALL)
LEDER = {"Bakken": "lena", "Stranda": "leif"}


@dataclass
class Runden:
    """The round, and short ways to act on it as it now is."""

    folk: Besetning
    runde_id: UUID

    def gjor(self, handling: Callable[..., Any], *mer: object, hvem: str = "fredrik") -> Any:
        with som(self.folk.kontekst(hvem)) as kontekst:
            return handling(kontekst, self.runde_id, sporringer.runde(kontekst, self.runde_id).versjon, *mer)

    def kontorsvar(self, kontor: str) -> UUID:
        with som(self.folk.kontekst(LEDER[kontor])) as kontekst:
            return next(ett.rad.pk for ett in sporringer.spurt_om(kontekst) if ett.rad.runde_id == self.runde_id)

    def svar(self, kontor: str, endring: str, *, team: str = "Nei", minutter: int = 12, **mer: str) -> None:
        """The office writes, and sends."""
        verdier = {"endring": endring, "eget_team": team, **mer}
        with som(self.folk.kontekst(LEDER[kontor])) as kontekst:
            pk = self.kontorsvar(kontor)
            stand = sporringer.spurt(kontekst, pk)
            utkast = getattr(stand.rad, "utkast", None)
            versjon = handlinger.lagre_svar(kontekst, pk, utkast.versjon if utkast else 0, verdier, {}).versjon
            handlinger.lever(kontekst, pk, versjon, minutter)

    def grunnlag(self) -> Rundegrunnlag:
        """To be called in a context of Fylket's."""
        return Rundegrunnlag(Runde.objects.get(pk=self.runde_id))

    def kod(self, koder: dict[str, str], hvem: str = "fredrik", sporsmal: str = "endring") -> None:
        """Office → code, as ``hvem`` sees it."""
        with som(self.folk.kontekst(hvem)) as kontekst:
            rader = self.grunnlag().svarrader
            handlinger.kod_svar(kontekst, self.runde_id, {rader[Rute(kontor, sporsmal)].pk: kode for kontor, kode in koder.items()})

    def legg_ut(self) -> None:
        """A published report, without the work of making its files."""
        from skreddersom.apper.omradeovervaking.models import Utgave, Utgavefil

        with som(self.folk.kontekst("fredrik")) as kontekst:
            mine = {"kontor_id": kontekst.kontor}
            data = {"tittel": {"nb": "Høsten 2026", "nn": "Hausten 2026"}, "paastander": []}
            utgave = Utgave.objects.create(**mine, av_id=kontekst.ansatt, runde_id=self.runde_id, nr=1, maalform="nb", data=data)
            Utgavefil.objects.create(**mine, utgave=utgave, form="html", innhold=b"<!doctype html><title>Rapport</title>")


def lag_runde(folk: Besetning, *, kodere: int = 1, sendt: bool = True, sporsmal: Sequence[NyttSporsmal] = SPORSMAL) -> Runden:
    """A round of four questions, unless told, to two offices."""
    kontorer = [folk.kontorer[navn].pk for navn in LEDER]
    with som(folk.kontekst("fredrik")) as kontekst:
        runde = handlinger.lag_runde(kontekst, Oppsett("Høsten 2026", IDAG + timedelta(days=14), "alle", kodere, kontorer))
    runden = Runden(folk, runde.pk)
    for ett in sporsmal:
        runden.gjor(handlinger.lagre_sporsmal, ett)
    if sendt:
        runden.gjor(handlinger.send_runde, IDAG)
    return runden
