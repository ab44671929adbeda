"""What can be done with a round now, and why the rest cannot: one check, shared by the pages and the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.omradeovervaking.models import Runde, Status
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.trelogikk import NEI
from skreddersom.kjerne.omradeovervaking.sporreskjema import krev_brukbart, ubesvart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.omradeovervaking.sporringer import Stand
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.omradeovervaking.sporreskjema import Punkt, Verdi

VISTE = 5
"""So many texts are named; the rest are counted."""


def kan_endres(runde: Runde) -> Port:
    """Questions, offices and how it is coded: until it is sent."""
    return Port() if runde.status == Status.UTKAST else Port((_("Runden er sendt. Spørsmålene og hvem som er spurt, ligger fast."),))


def kan_sendes(runde: Runde, punkter: Sequence[Punkt], idag: date) -> Port:
    """With questions that can be answered, somebody to answer them, and time to do it."""
    hindringer = list(kan_endres(runde).hindringer)
    try:
        krev_brukbart(punkter)
    except Brukerfeil as feil:
        hindringer.append(str(feil))
    if not runde.kontorer:
        hindringer.append(_("Velg hvilke kontorer som skal svare."))
    advarsler = [_("Fristen er passert. Kontorene får beskjed om en frist som har vært.")] if runde.frist < idag else []
    return Port(tuple(hindringer), tuple(advarsler))


def kan_folges(runde: Runde) -> Port:
    """Reminders and sending back: while answers are taken."""
    return Port() if runde.status == Status.SENDT else Port((_("Runden tar ikke imot svar nå."),))


def kan_returneres(runde: Runde, stand: Stand | None) -> Port:
    """What has come in, once for each time it comes."""
    if stand is None or not stand.sendt:
        return Port((_("Kontoret har ikke sendt svar som kan sendes tilbake."),))
    return kan_folges(runde)


def kan_leveres(runde: Runde, stand: Stand, punkter: Sequence[Punkt], verdier: Mapping[str, Verdi]) -> Port:
    """When every question that must be answered, is."""
    hindringer = list(kan_skrives(runde, stand).hindringer)
    if antall := len(ubesvart(punkter, verdier)):
        hindringer.append(ngettext("%(n)s spørsmål mangler svar.", "%(n)s spørsmål mangler svar.", antall) % {"n": antall})
    return Port(tuple(hindringer))


def kan_skrives(runde: Runde, stand: Stand) -> Port:
    """By the office, until it is sent, and again when it is sent back."""
    if stand.sendt:
        return Port((_("Svarene er sendt, og kan ikke endres. Vil dere rette noe, ber dere om å få dem tilbake."),))
    if runde.status != Status.SENDT:
        return Port((_("Runden er lukket. Ta kontakt med dem som har sendt spørsmålene."),))
    return Port()


def kan_kodes(runde: Runde, kodere: Mapping[UUID, str], meg: UUID) -> Port:
    """By as many as the round says; the first to begin are those who do it."""
    if runde.status == Status.UTKAST:
        return Port((_("Runden er ikke sendt, og har ingen svar å kode."),))
    if meg not in kodere and len(kodere) >= runde.kodere:
        return Port((_("Runden kodes av %(hvem)s.") % {"hvem": _(" og ").join(kodere.values())},))
    return Port()


def kan_publiseres(rapport: Rapport) -> Port:
    """No claim may say more than its cells carry. One that hangs on cells not settled is marked in the report, and warned of."""
    sterke = rapport.for_sterke()
    nei = [ett.paastand.id for ett in sterke if ett.baerer() is NEI]
    uklare = [ett.paastand.id for ett in sterke if ett.paastand.id not in nei]
    hindringer = [_("Påstand %(id)s sier mer enn svarene bærer. Rett setningen, eller ta den bort.") % {"id": ett} for ett in nei]
    advarsler = [_("Påstand %(id)s henger på svar som ikke er avklart. Det blir stående i rapporten.") % {"id": ett} for ett in uklare]
    return Port(tuple(hindringer), (*advarsler, *_uten_nynorsk(rapport)))


def _uten_nynorsk(rapport: Rapport) -> Iterator[str]:
    """What reads alike in both norms: a report in nynorsk would hold it in bokmål, unless it is the same in both."""
    d = rapport.definisjon
    alle = [d.tittel, d.ingress, *(ett.tekst for ett in d.sporsmal), *(ett.tekst for ett in d.avsnitt)]
    alle += [*(ett.paastand.tekst for _del, ett in rapport.paastander), *(ett.hvorfor for ett in d.oppfolging)]
    like = list(dict.fromkeys(ett.nb for ett in alle if ett and ett.nb == ett.nn))
    if like:
        viste = "; ".join(f"«{ett}»" for ett in like[:VISTE])
        setning = ngettext(
            "%(n)s tekst er lik på bokmål og nynorsk. Publiserer du på nynorsk, se først om den bare er skrevet på bokmål: %(hvilke)s",
            "%(n)s tekster er like på bokmål og nynorsk. Publiserer du på nynorsk, se først om de bare er skrevet på bokmål: %(hvilke)s",
            len(like),
        )
        yield setning % {"n": len(like), "hvilke": viste + (" …" if len(like) > VISTE else "")}
