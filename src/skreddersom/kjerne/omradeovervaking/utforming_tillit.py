"""What makes a report one can trust: claims with their cells, what is to be followed up, and what is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Celle, Funn, Henvisning, Overskrift, Tabell, Varsel
from skreddersom.kjerne.lov.trelogikk import JA, NEI
from skreddersom.kjerne.omradeovervaking.ordlyd import dato

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.dokument import Blokk
    from skreddersom.kjerne.omradeovervaking.definisjon import Oppfolging
    from skreddersom.kjerne.omradeovervaking.kvantor import Krav
    from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
    from skreddersom.kjerne.omradeovervaking.paastand import Belegg
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.omradeovervaking.rettelse import Rettelse
    from skreddersom.kjerne.omradeovervaking.svar import Rute


def anker(rapport: Rapport, rute: Rute) -> str:
    """The address of a cell inside the document."""
    return f"rute-{rapport.svar.kontorer.index(rute.kontor) + 1}-{rapport.svar.sporsmal.index(rute.sporsmal) + 1}"


def funn(rapport: Rapport, belegg: Belegg, si: Ordlyd, *, framhevet: bool = False) -> Funn:
    """A claim with «n of N», the words it rests on, and the mark when they do not carry it."""
    sted = [Henvisning(r.kontor, rapport.svar.ord[r].strip(), anker(rapport, r)) for r in belegg.belegg]
    tittel = si("belegg", n=belegg.n) if sted else si("ingen_belegg")
    return Funn(si.av(belegg.paastand.tekst), _omfang(rapport, belegg, si), tittel, tuple(sted), forbehold(belegg, si), framhevet)


def _omfang(rapport: Rapport, belegg: Belegg, si: Ordlyd) -> str:
    """One named office is one of all; several named ones are so many of those named."""
    alle = len(rapport.svar.kontorer)
    if belegg.av in {1, alle}:
        return si("n_av", n=belegg.n, av=alle)
    return si("n_av_nevnte", n=belegg.n, av=belegg.av)


def forbehold(belegg: Belegg, si: Ordlyd) -> str:
    """What is wrong with the claim; blank when the cells carry it."""
    svar = belegg.baerer()
    if svar is JA:
        return ""
    usikre = [ett for ett in belegg.krav(si.maalform) if not belegg.holder_uansett(ett)]
    if not usikre:
        return si("annen_maalform")
    krav = _krav(usikre, belegg.av, si)
    if svar is NEI:
        return si("baerer_ikke", krav=krav, n=belegg.n)
    return si("kan_ikke_avgjores", krav=krav, n=belegg.n, uavklart=len(belegg.uavklart))


def _krav(krav: list[Krav], av: int, si: Ordlyd) -> str:
    return "; ".join(
        si("krever" if ett.ord else "krever_uten_ord", ord=ett.ord, hvor_mange=_hvor_mange(ett.tillatt, av, si)) for ett in krav
    )


def _hvor_mange(tillatt: range, av: int, si: Ordlyd) -> str:
    if not tillatt:
        return si("aldri", av=av)
    fra, til = tillatt[0], tillatt[-1]
    form = "akkurat" if fra == til else "minst" if til == av else "hoyst" if fra == 0 else "mellom"
    return si(form, fra=fra, til=til, av=av)


def oppfolging(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """Whom to follow up, why, who does it and by when; what is not settled is said."""
    liste = rapport.definisjon.oppfolging
    if not liste:
        return
    yield Overskrift(si("oppfolging"), 2, "oppfolging")
    uten = sum(ett.ansvarlig is None or ett.frist is None for ett in liste)
    if uten:
        yield Varsel(si("uten_ansvarlig", n=uten, av=len(liste)), si("ikke_satt"))
    hode = (si("kontor"), si("svar"), si("hvorfor"), si("ansvarlig"), si("frist"))
    yield Tabell(si("oppfolging_tabell"), hode, tuple(_rad(rapport, ett, si) for ett in liste), (0.17, 0.2, 0.33, 0.17, 0.13))


def _rad(rapport: Rapport, ett: Oppfolging, si: Ordlyd) -> tuple[Celle, ...]:
    ikke_satt = Celle(si("ikke_satt"), dempet=True)
    ansvarlig = Celle(si.av(ett.ansvarlig)) if ett.ansvarlig else ikke_satt
    frist = Celle(dato(ett.frist)) if ett.frist else ikke_satt
    return Celle(ett.rute.kontor), Celle(f"«{rapport.svar.ord[ett.rute].strip()}»"), Celle(si.av(ett.hvorfor)), ansvarlig, frist


def rettelser(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """What is taken back from what was said before, and what is changed since an earlier version."""
    if not (rapport.rettinger or rapport.rettelser):
        return
    yield Overskrift(si("rettelser"), 2, "rettelser")
    for retting, belegg in rapport.rettinger:
        sagt = funn(rapport, belegg, si)
        grunn = " ".join(ett for ett in (sagt.forbehold, si.av(retting.grunn)) if ett)
        tittel = si("tatt_tilbake", tekst=sagt.tekst)
        yield Funn(tittel, sagt.merke, sagt.belegg_tittel, sagt.belegg, grunn)
    for ett in rapport.rettelser:
        yield from _rettelse(ett, si)


def _rettelse(rettelse: Rettelse, si: Ordlyd) -> Iterator[Blokk]:
    yield Overskrift(si("rettelse_tittel", dato=dato(rettelse.dato), grunn=rettelse.grunn), 3)
    mangler = si("sto_ikke")
    rader = tuple(
        (Celle(si.av(ett.hva)), Celle(si.av(ett.sto) or mangler), Celle(si.av(ett.star) or mangler)) for ett in rettelse.endringer
    )
    tekst = si("rettelse_tabell", forrige=rettelse.forrige[:16])
    yield Tabell(tekst, (si("hva"), si("sto"), si("star")), rader, (0.24, 0.38, 0.38))
