"""The report in words: one document in one norm, the same for page, PDF, Word and workbook."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Avsnitt, Dokument, Opplysning, Overskrift, Varsel
from skreddersom.kjerne.omradeovervaking import rettelse, utforming_metode, utforming_svar, utforming_tillit
from skreddersom.kjerne.omradeovervaking.definisjon import Del
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd, dato

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.dokument import Blokk
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform


def utform(rapport: Rapport, maalform: Maalform, program: str) -> Dokument:
    """The report as a document. ``program`` is the name and version of what made it."""
    si = Ordlyd(maalform)
    d = rapport.definisjon
    overtekst = " · ".join(si.av(ett) for ett in (d.avsender, d.runde) if ett)
    ingress = si.av(d.ingress) if d.ingress else ""
    blokker = tuple(chain.from_iterable(_kapitler(rapport, si)))
    return Dokument(si.av(d.tittel), overtekst, ingress, maalform, blokker, _opplysninger(rapport, si, program))


def _kapitler(rapport: Rapport, si: Ordlyd) -> Iterator[Iterator[Blokk]]:
    yield _rettet(rapport, si)
    yield _del(rapport, si, Del.HOVEDFUNN)
    yield _del(rapport, si, Del.BAKGRUNN)
    yield utforming_svar.spurt(rapport, si)
    yield utforming_svar.resultat(rapport, si)
    yield utforming_svar.matrise(rapport, si)
    yield _del(rapport, si, Del.VURDERING)
    yield utforming_tillit.oppfolging(rapport, si)
    yield utforming_tillit.rettelser(rapport, si)
    yield utforming_metode.metode(rapport, si)


def _rettet(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    if rapport.rettelser or rapport.rettinger:
        yield Varsel(si("rettet"), si("rettet_tittel"), "noytral")


def _del(rapport: Rapport, si: Ordlyd, del_: Del) -> Iterator[Blokk]:
    """A part with its paragraphs and claims; nothing where there is neither."""
    avsnitt = [Avsnitt(si.av(ett.tekst)) for ett in rapport.definisjon.avsnitt if ett.del_ is del_]
    funn = [utforming_tillit.funn(rapport, ett, si, framhevet=del_ is Del.HOVEDFUNN) for ett in rapport.i_del(del_)]
    if avsnitt or funn:
        yield Overskrift(si(del_.value), 2, del_.value)
        yield from avsnitt
        yield from funn


def _opplysninger(rapport: Rapport, si: Ordlyd, program: str) -> tuple[Opplysning, ...]:
    return (
        Opplysning(si("laget"), dato(rapport.dato)),
        Opplysning(si("program"), program),
        Opplysning(si("avtrykk_svar"), rapport.svar.avtrykk[:16]),
        Opplysning(si("avtrykk_rapport"), rettelse.avtrykk(rettelse.som_data(rapport))[:16]),
    )
