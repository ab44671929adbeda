"""``docs/ytelse-nett.md``: the report of ``benk web``, with what was measured, how, and on which machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.benk.dokument import markdowntabell
from skreddersom.benk.nett.rapport import KOLONNER, PRISKOLONNER
from skreddersom.benk.tall import heltall, med_komma, tid

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.benk.nett.rapport import Nettrapport

INNLEDNING: Final = """\
# Ytelse på nett

Tallene her er målt av programmet selv, som også har skrevet denne sida. Lag den på nytt med

    python3 skreddersom.py benk web --skriv docs/ytelse-nett.md

Et helt land av oppdiktede mennesker legges i en egen PostgreSQL med innstillinger som i drift: {personer} personer fordelt på
{kontorer} kontorer i alle størrelser, med vurderinger, kandidater, utfall og logg. Alle har en sak: én av sju saker er åpen, én av sju har
et vedtak, og de andre er trukket. Sidene serveres som i drift, bak en sokkel som en mellomtjener ville spurt, og alle ansatte er logget
inn. Så kommer det i gjennomsnitt {takt} forespørsler i sekundet i {sekunder} sekunder, etter en oppvarming på {oppvarming} sekunder som
ikke telles. Når hver forespørsel skal sendes, er bestemt på forhånd, med
tilfeldige mellomrom som når mange bruker sidene uavhengig av hverandre. Tida regnes fra da den skulle vært sendt til siste byte er
mottatt, så kø telles med. Databasen, nettjeneren og den som sender, deler den samme maskinen.
Belastningen på maskinen (load average) var {for_} før og {etter} etter.
"""

RADSIKKERHET: Final = """\
## Hva radsikkerhet koster

De samme lesespørringene stilles om hverandre av programmets rolle, som radsikkerheten gjelder for, og av en som den ikke gjelder
for. Spørringene har selv filteret på kontor, så forskjellen er prisen for radsikkerhet og for å skjerme vernede personer. Begge beholder
planene sine, slik sidene gjør. Den uten radsikkerhet får det valget av plan som PostgreSQL finner best, og det er ikke alltid det raskeste:
derfor kan forholdet være under 1. Tallene er summen av medianene over {runder} runder.
"""

LOGGEN: Final = """\
## Å verifisere loggen

`logg verifiser` regner hver rad om igjen og holder den opp mot kjeden. Her har landets logger {rader} rader, og hele kommandoen,
med oppstart, tok {sekunder} (medianen av tre kjøringer).
"""


def dokument(rapport: Nettrapport, maskin: Mapping[str, str], dato: date) -> str:
    """The whole page as Markdown."""
    deler = [
        INNLEDNING.format(**_omfang(rapport)),
        "## Ventetid\n",
        markdowntabell(KOLONNER, rapport.sider, range(1, len(KOLONNER))),
        RADSIKKERHET.format(runder=rapport.omfang.runder),
        markdowntabell(PRISKOLONNER, rapport.priser, range(1, len(PRISKOLONNER))),
        LOGGEN.format(rader=heltall(rapport.loggen.rader), sekunder=tid(rapport.loggen.sekunder)),
        "## Mål\n",
        markdowntabell(("", "Mål", "Målt", "Hva"), [(dom.tegn, dom.maal, dom.malt, dom.hvem) for dom in rapport.dommer], (2,)),
        "## Maskinen\n",
        markdowntabell(("", ""), [*maskin.items(), ("Målt", f"{dato:%d.%m.%Y}")], ()),
    ]
    return "\n".join(deler)


def _omfang(rapport: Nettrapport) -> dict[str, str]:
    omfang, (for_, etter) = rapport.omfang, rapport.belastning
    tall = {navn: heltall(getattr(omfang, navn)) for navn in ("personer", "kontorer", "takt", "sekunder", "oppvarming")}
    return tall | {"for_": med_komma(for_, 1), "etter": med_komma(etter, 1)}
