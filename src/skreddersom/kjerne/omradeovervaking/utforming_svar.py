"""The chapters that show the answers: what was asked, what each question shows, and the whole matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Avsnitt, Celle, Figur, Overskrift, Tabell, Varsel
from skreddersom.kjerne.omradeovervaking.definisjon import Del, Utvalg
from skreddersom.kjerne.omradeovervaking.figur import fordelingsfigur
from skreddersom.kjerne.omradeovervaking.koding import Kilde
from skreddersom.kjerne.omradeovervaking.matrise import Skille
from skreddersom.kjerne.omradeovervaking.svar import Rute, nokkel
from skreddersom.kjerne.omradeovervaking.utforming_tillit import anker, funn
from skreddersom.kjerne.statistikk.intervall import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.dokument import Blokk
    from skreddersom.kjerne.omradeovervaking.definisjon import Sporsmal
    from skreddersom.kjerne.omradeovervaking.matrise import Kolonne
    from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport


def spurt(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """What was asked, and of whom."""
    yield Overskrift(si("spurt"), 2, "spurt")
    kontorer = si.kontorer(len(rapport.svar.kontorer))
    yield Avsnitt(si(f"utvalg_{rapport.definisjon.utvalg.value.replace(' ', '_')}", kontorer=kontorer))
    rader = tuple((Celle(si.av(ett.navn)), Celle(si.av(ett.tekst))) for ett in rapport.definisjon.sporsmal)
    yield Tabell(si("sporsmal_tabell"), (si("sporsmal"), si("ordlyd")), rader, (0.3, 0.7))


def resultat(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """Question by question: what the column tells, drawn, and the claims that rest on it."""
    yield Overskrift(si("resultat"), 2, "resultat")
    for ett in rapport.definisjon.avsnitt:
        if ett.del_ is Del.RESULTAT:
            yield Avsnitt(si.av(ett.tekst))
    for sporsmal, kolonne in zip(rapport.definisjon.sporsmal, rapport.kolonner, strict=True):
        yield Overskrift(si.av(sporsmal.navn), 3)
        yield from _kolonne(rapport, sporsmal, kolonne, si)
        yield from (funn(rapport, ett, si) for ett in rapport.i_del(Del.RESULTAT) if ett.paastand.sporsmal == sporsmal.kode)


def _kolonne(rapport: Rapport, sporsmal: Sporsmal, kolonne: Kolonne, si: Ordlyd) -> Iterator[Blokk]:
    if kolonne.skille is not Skille.SKILLER:
        tittel = "for_faa_svar_tittel" if kolonne.skille is Skille.FOR_FAA_SVAR else "skiller_ikke_tittel"
        yield Varsel(_skiller_ikke(rapport, kolonne, si), si(tittel), "noytral")
        return
    rader = _fordeling(rapport, kolonne, si)
    fordeling = ", ".join(si("andel", navn=navn, n=n, av=kolonne.kontorer) for navn, n in rader)
    navn = si.av(sporsmal.navn)
    alt = si("figur_alt", navn=navn, fordeling=fordeling)
    yield Figur(fordelingsfigur(rader, kolonne.kontorer), alt, si("figur_tekst", navn=navn))
    if rapport.definisjon.utvalg is Utvalg.TILFELDIG:
        yield Avsnitt(_usikkerhet(rader, kolonne.kontorer, si))


def _skiller_ikke(rapport: Rapport, kolonne: Kolonne, si: Ordlyd) -> str:
    ruter = [rute for rute in rapport.svar.ruter(kolonne.sporsmal) if rapport.svar.besvart(rute)]
    verdier: dict[str, object] = {"n": len(ruter), "av": kolonne.kontorer}
    if kolonne.skille is Skille.SAMME_ORD:
        verdier["ord"] = rapport.svar.ord[ruter[0]].strip()
    if kolonne.skille is Skille.SAMME_KODE:
        verdier["ord"] = si.av(rapport.koding.liste.navn(kolonne.sporsmal, next(iter(kolonne.antall))))
    return si(kolonne.skille.value.replace(" ", "_").replace("å", "aa"), **verdier)


def _fordeling(rapport: Rapport, kolonne: Kolonne, si: Ordlyd) -> list[tuple[str, int]]:
    liste = rapport.koding.liste
    rader = [(si.av(liste.navn(kolonne.sporsmal, kode)), n) for kode, n in kolonne.antall.items()]
    return [*rader, (si("ikke_avklart"), kolonne.uavklart)] if kolonne.uavklart else rader


def _usikkerhet(rader: list[tuple[str, int]], av: int, si: Ordlyd) -> str:
    """The intervals of a random sample, in words."""
    return si("usikkerhet", andeler=", ".join(si("andel_usikker", navn=navn, **_grenser(n, av)) for navn, n in rader))


def _grenser(n: int, av: int) -> dict[str, int]:
    """Wilson's limits in whole per cent. There is always somebody to ask about."""
    lav, hoy = wilson(n, av) or (0.0, 1.0)
    return {"lav": round(100 * lav), "hoy": round(100 * hoy)}


def matrise(rapport: Rapport, si: Ordlyd) -> Iterator[Blokk]:
    """Offices × questions: the code, and the exact words where they are others."""
    yield Overskrift(si("matrise"), 2, "matrise")
    rekkefolge = rapport.definisjon.rekkefolge
    yield Avsnitt(si("rekkefolge", rekkefolge=si.av(rekkefolge)) if rekkefolge else si("rekkefolge_fil"))
    hode = (si("kontor"), *(si.av(ett.navn) for ett in rapport.definisjon.sporsmal))
    rader = tuple(
        (Celle(kontor), *(_celle(rapport, Rute(kontor, ett), si) for ett in rapport.svar.sporsmal)) for kontor in rapport.svar.kontorer
    )
    bredde = 0.8 / len(rapport.svar.sporsmal)
    yield Tabell(si("matrise_tabell"), hode, rader, (0.2, *(bredde for _ in rapport.svar.sporsmal)))


def _celle(rapport: Rapport, rute: Rute, si: Ordlyd) -> Celle:
    kodet, ord_ = rapport.koding.ruter[rute], rapport.svar.ord[rute].strip()
    if kodet.kode is not None:
        navn = si.av(rapport.koding.liste.navn(rute.sporsmal, kodet.kode))
        ordrett = "" if nokkel(navn) == nokkel(ord_) else ord_
        return Celle(navn, ordrett, anker(rapport, rute), dempet=rute.sporsmal in _dempede(rapport))
    hva = "ikke_besvart" if kodet.kilde is Kilde.UBESVART else "ikke_avklart"
    return Celle(si(hva), ord_, anker(rapport, rute), dempet=True)


def _dempede(rapport: Rapport) -> set[str]:
    """Questions whose column says nothing of differences: shown, and shown to be so."""
    return {kolonne.sporsmal for kolonne in rapport.kolonner if kolonne.skille is not Skille.SKILLER}
