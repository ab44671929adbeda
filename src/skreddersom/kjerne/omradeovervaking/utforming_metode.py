"""How the report came to be: who coded, how far they agreed, and what is not coded. Said in words, not hidden in a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from skreddersom.kjerne.dokument import Avsnitt, Celle, Overskrift, Punkter, Tabell
from skreddersom.kjerne.omradeovervaking.koding import Kilde, kodere, ulike_ord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.dokument import Blokk
    from skreddersom.kjerne.omradeovervaking.enighet import Koderenighet
    from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.omradeovervaking.svar import Rute
    from skreddersom.kjerne.statistikk.svar import KanIkkeBeregnes

VISTE_ORD: Final = 20
"""How many unknown words are named; the rest are counted."""
VERDI: Final = re.compile(r"(?:under )?\d+(?:[.,]\d+)?|\d{4}-\d\d-\d\d")
"""A number or a day: an answer that says what it says, and needs no code."""


def metode(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """The code list, the coders, what is not settled, and the rule for words of quantity."""
    yield Overskrift(si("metode"), 2, "metode")
    yield Avsnitt(si("kodeliste", versjon=rapport.koding.liste.versjon))
    if rapport.koding.av:
        yield Avsnitt(si("kodet_av", kodere=si.ramse(list(kodere(rapport.koding)))))
    if merknader := [*mangler(rapport, si), *_enige_etterpaa(rapport, si)]:
        yield Punkter(tuple(merknader))
    if rapport.enighet:
        yield _enighet(rapport, si)
    yield Avsnitt(si("mengdeord"))


def mangler(rapport: Rapport, si: Ordlyd) -> Iterator[str]:
    """What somebody should look at before the report is used, one sentence each."""
    koding, alle = rapport.koding, len(rapport.svar.ord)
    if ruter := [ett for ett in koding.med_kilde(Kilde.UKJENTE_ORD) if not VERDI.fullmatch(rapport.svar.ord[ett].strip())]:
        yield si("ukjente_ord", n=len(ruter), av=alle, ord=_noen_av(ulike_ord(ruter, rapport.svar), si))
    if ruter := koding.med_kilde(Kilde.UENIGE):
        yield si("uenige", n=len(ruter), av=alle, ruter="; ".join(_sted(rapport, rute, si) for rute in ruter))
    if ruter := koding.med_kilde(Kilde.UBESVART):
        yield si("ubesvart", n=len(ruter), av=alle)
    if ruter := koding.med_kilde(Kilde.FORSLAG):
        yield si("forslag", n=len(ruter), av=alle)
    if koder := koding.utenfor_lista():
        yield si("utenfor_lista", koder=si.ramse([f"«{kode}»" for _, kode in koder]))


def _noen_av(ord_: list[str], si: Ordlyd) -> str:
    """The first of them, and how many more there are: all stand in the matrix."""
    viste = [f"«{ett}»" for ett in ord_[:VISTE_ORD]]
    flere = len(ord_) - len(viste)
    return si.ramse([*viste, si("andre_svar", n=flere)] if flere else viste)


def _enige_etterpaa(rapport: Rapport, si: Ordlyd) -> Iterator[str]:
    for rute in rapport.koding.med_kilde(Kilde.ENIGHET):
        kodet = rapport.koding.ruter[rute]
        kode = si.av(rapport.koding.liste.navn(rute.sporsmal, kodet.kode or ""))
        yield si("enige_etterpaa", rute=_sted(rapport, rute, si), kode=kode, begrunnelse=kodet.begrunnelse)


def _sted(rapport: Rapport, rute: Rute, si: Ordlyd) -> str:
    return f"{rute.kontor}, {_navn(rapport, rute.sporsmal, si)}"


def _navn(rapport: Rapport, sporsmal: str, si: Ordlyd) -> str:
    return next(si.av(ett.navn) for ett in rapport.definisjon.sporsmal if ett.kode == sporsmal)


def _enighet(rapport: Rapport, si: Ordlyd) -> Tabell:
    rader = tuple((Celle(_navn(rapport, ett.sporsmal, si)), *_maal(ett, si)) for ett in rapport.enighet)
    return Tabell(si("enighet_tabell"), (si("sporsmal"), si("like"), "AC1", "κ"), rader, (0.4, 0.2, 0.2, 0.2))


def _maal(ett: Koderenighet, si: Ordlyd) -> tuple[Celle, ...]:
    enige = ett.samsvar.po
    like = Celle(si("akkurat", fra=enige.k, av=enige.n))
    return (like, *(_tall(maal, si) for maal in (ett.samsvar.ac1, ett.samsvar.kappa)))


def _tall(maal: float | KanIkkeBeregnes, si: Ordlyd) -> Celle:
    return (
        Celle(f"{maal:.2f}".replace(".", ",").replace("-", "−")) if isinstance(maal, float) else Celle(si("kan_ikke_beregnes"), dempet=True)
    )
