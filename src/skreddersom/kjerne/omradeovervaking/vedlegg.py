"""The report as sheets: what a reader may want to count again. The words are those of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.kjerne.dokument import Ark, Kolonne
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd, dato
from skreddersom.kjerne.omradeovervaking.svar import Rute
from skreddersom.kjerne.omradeovervaking.utforming_metode import mangler
from skreddersom.kjerne.omradeovervaking.utforming_tillit import forbehold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.dokument import Dokument
    from skreddersom.kjerne.omradeovervaking.rapport import Rapport

Rad = tuple[str | int | None, ...]


def vedlegg(rapport: Rapport, dokument: Dokument) -> list[Ark]:
    """The sheets, in the norm of ``dokument``, which is the same report in words."""
    si = Ordlyd("nn" if dokument.sprak == "nn" else "nb")
    return [
        _matrise(rapport, si),
        _svar(rapport, si),
        _paastander(rapport, si),
        _oppfolging(rapport, si),
        _rettelser(rapport, si),
        _kodeliste(rapport, si),
        _om(rapport, dokument, si),
    ]


def _kolonner(si: Ordlyd, *navn: tuple[str, int]) -> tuple[Kolonne, ...]:
    return tuple(Kolonne(si(hva), bredde) for hva, bredde in navn)


def _sporsmalsnavn(rapport: Rapport, si: Ordlyd) -> dict[str, str]:
    return {ett.kode: si.av(ett.navn) for ett in rapport.definisjon.sporsmal}


def _kodenavn(rapport: Rapport, rute: Rute, si: Ordlyd) -> str | None:
    kode = rapport.koding.kode(rute)
    return None if kode is None else si.av(rapport.koding.liste.navn(rute.sporsmal, kode))


def _matrise(rapport: Rapport, si: Ordlyd) -> Ark:
    kolonner = (Kolonne(si("kontor"), 24), *(Kolonne(navn, 28) for navn in _sporsmalsnavn(rapport, si).values()))
    svar = rapport.svar
    rader = tuple((kontor, *(_kodenavn(rapport, Rute(kontor, ett), si) for ett in svar.sporsmal)) for kontor in svar.kontorer)
    return Ark(si("ark_matrise"), kolonner, rader)


def _svar(rapport: Rapport, si: Ordlyd) -> Ark:
    """One row for each cell: the words exactly as they were given, and what became of them."""
    kolonner = _kolonner(si, ("kontor", 24), ("sporsmal", 28), ("ordrett", 40), ("kode", 28), ("kilde", 28), ("begrunnelse", 50))
    return Ark(si("ark_svar"), kolonner, tuple(_svarrad(rapport, rute, si) for rute in rapport.svar.ruter()))


def _svarrad(rapport: Rapport, rute: Rute, si: Ordlyd) -> Rad:
    kodet, navn = rapport.koding.ruter[rute], _sporsmalsnavn(rapport, si)[rute.sporsmal]
    kilde = si(f"kilde_{kodet.kilde.name.lower()}")
    return rute.kontor, navn, rapport.svar.ord[rute], _kodenavn(rapport, rute, si), kilde, kodet.begrunnelse or None


def _paastander(rapport: Rapport, si: Ordlyd) -> Ark:
    kolonner = _kolonner(si, ("paastand", 90), ("antall", 8), ("av", 8), ("forbehold", 60), ("svar", 90))
    alle = [(ett, si.av(ett.paastand.tekst)) for _, ett in rapport.paastander]
    alle += [(ett, si("tatt_tilbake", tekst=si.av(ett.paastand.tekst))) for _, ett in rapport.rettinger]
    rader = tuple((tekst, ett.n, ett.av, forbehold(ett, si) or None, "; ".join(rute.kontor for rute in ett.belegg)) for ett, tekst in alle)
    return Ark(si("ark_paastander"), kolonner, rader)


def _oppfolging(rapport: Rapport, si: Ordlyd) -> Ark:
    kolonner = _kolonner(si, ("kontor", 24), ("svar", 36), ("hvorfor", 70), ("ansvarlig", 24), ("frist", 18))
    rader = tuple(
        (
            ett.rute.kontor,
            rapport.svar.ord[ett.rute],
            si.av(ett.hvorfor),
            si.av(ett.ansvarlig) if ett.ansvarlig else None,
            dato(ett.frist) if ett.frist else None,
        )
        for ett in rapport.definisjon.oppfolging
    )
    return Ark(si("oppfolging"), kolonner, rader)


def _rettelser(rapport: Rapport, si: Ordlyd) -> Ark:
    kolonner = _kolonner(si, ("rettet_tittel", 20), ("begrunnelse", 40), ("hva", 40), ("sto", 60), ("star", 60))
    rader = tuple(
        (dato(ett.dato), ett.grunn, si.av(endring.hva), si.av(endring.sto), si.av(endring.star))
        for ett in rapport.rettelser
        for endring in ett.endringer
    )
    return Ark(si("rettelser"), kolonner, rader)


def _kodeliste(rapport: Rapport, si: Ordlyd) -> Ark:
    kolonner = _kolonner(si, ("sporsmal", 28), ("kode", 28), ("foreslaas_av", 90))
    navn = _sporsmalsnavn(rapport, si)
    rader = tuple((navn.get(ett.sporsmal or ""), si.av(ett.navn), "; ".join(ett.synonym)) for ett in rapport.koding.liste.koder)
    return Ark(si("ark_kodeliste"), kolonner, rader)


def _om(rapport: Rapport, dokument: Dokument, si: Ordlyd) -> Ark:
    return Ark(si("ark_om"), (Kolonne(dokument.tittel, 36), Kolonne(dokument.overtekst, 100)), tuple(_om_rader(rapport, dokument, si)))


def _om_rader(rapport: Rapport, dokument: Dokument, si: Ordlyd) -> Iterator[Rad]:
    yield from ((ett.navn, ett.verdi) for ett in dokument.opplysninger)
    yield from ((si("metode"), setning) for setning in mangler(rapport, si))
