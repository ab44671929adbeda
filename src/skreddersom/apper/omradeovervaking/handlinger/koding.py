"""What the answers count as. A coding is never changed: a new one stands after it, and the list of codes has versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.grunnlag import Rundegrunnlag
from skreddersom.apper.omradeovervaking.handlinger.felles import SPOR, bare, fortell, med_runde
from skreddersom.apper.omradeovervaking.handlinger.skjema import kode_av, krev
from skreddersom.apper.omradeovervaking.models import Kodelisteversjon, Koding, Runde
from skreddersom.apper.omradeovervaking.port import kan_kodes
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class NyKode:
    """A code of one question, and the words that suggest it."""

    sporsmal: str
    navn: str
    navn_nn: str = ""
    synonym: list[str] = field(default_factory=list)
    kode: str = ""


@bare(SPOR)
def kod_svar(kontekst: Kontekst, runde_id: UUID, valg: Mapping[UUID, str]) -> int:
    """Keep what the one who acts says that each answer counts as; gives how many that were new.

    Raises ``Http404``, and ``Brukerfeil`` when others code the round, or for a code that is not in the list. The version of the round is
    not touched: what one codes never makes the other load the page again.
    """
    Runde.objects.select_for_update().filter(pk=runde_id).first()  # else two could become the second coder at once
    grunnlag = Rundegrunnlag(sporringer.runde(kontekst, runde_id))
    krev(kan_kodes(grunnlag.runde, grunnlag.kodere, kontekst.ansatt))
    har = {ett.svar_id: ett.kode for ett in grunnlag.kodet_av(kontekst.ansatt).values()}
    nye = {svar: kode for svar, kode in valg.items() if har.get(svar) != kode}
    for svar, kode in nye.items():
        _kod(kontekst, grunnlag, svar, kode)
    if nye:
        fortell(kontekst, f"kodet {len(nye)} svar i {runde_id}", Formal.TILSYN)
    return len(nye)


def _kod(kontekst: Kontekst, grunnlag: Rundegrunnlag, svar: UUID, kode: str, begrunnelse: str = "") -> None:
    rute = grunnlag.rute_for.get(svar)
    if rute is None:
        raise Brukerfeil(_("Svaret er ikke lenger det som gjelder. Last siden på nytt."))
    if kode not in grunnlag.kodeliste.koder_for(rute.sporsmal):
        raise Brukerfeil(_("Koden står ikke i kodelista for spørsmålet. Last siden på nytt."))
    Koding.objects.create(
        kontor_id=kontekst.kontor,
        av_id=kontekst.ansatt,
        svar_id=svar,
        kode=kode,
        liste_nr=grunnlag.listeversjon.nr,
        enighet=bool(begrunnelse),
        begrunnelse=begrunnelse,
    )


@bare(SPOR)
def bli_enige(kontekst: Kontekst, runde_id: UUID, versjon: int, svar: UUID, kode: str, begrunnelse: str) -> Runde:
    """Settle what two have said differently, with the reason. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        grunnlag = Rundegrunnlag(runde)
        if svar not in {grunnlag.svarrader[rute].pk for rute, _ulike in grunnlag.uenige()}:
            raise Brukerfeil(_("Koderne er ikke uenige om dette svaret."))
        _kod(kontekst, grunnlag, svar, kode, begrunnelse)
        rute = grunnlag.rute_for[svar]
        return f"{rute.kontor}, {rute.sporsmal}: {kode}"

    return med_runde(kontekst, runde_id, versjon, "enighet", gjor)


@bare(SPOR)
def ny_kode(kontekst: Kontekst, runde_id: UUID, versjon: int, ny: NyKode) -> Runde:
    """A new version of the code list, with one code more. Raises as ``med_runde``, and ``Brukerfeil`` for one that stands there."""

    def gjor(runde: Runde) -> str:
        grunnlag = Rundegrunnlag(runde)
        forrige, kode = grunnlag.listeversjon, ny.kode or kode_av(ny.navn)
        if ny.sporsmal not in {ett.kode for ett in grunnlag.sporsmal}:
            raise Brukerfeil(_("Velg spørsmålet koden gjelder."))
        egen = {"sporsmal": ny.sporsmal, "kode": kode, "navn": {"nb": ny.navn, "nn": ny.navn_nn or ny.navn}, "synonym": ny.synonym}
        _neste_liste(kontekst, runde, [*forrige.koder, egen], forrige.slatt_sammen, "")
        return ny.navn

    return med_runde(kontekst, runde_id, versjon, "kode", gjor)


@bare(SPOR)
def slaa_sammen(kontekst: Kontekst, runde_id: UUID, versjon: int, sporsmal: str, fra: str, til: str, grunn: str) -> Runde:
    """From now on ``fra`` counts as ``til``; what was coded ``fra`` stays as it was written. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        grunnlag = Rundegrunnlag(runde)
        forrige = grunnlag.listeversjon
        if fra == til or not {fra, til} <= grunnlag.kodeliste.koder_for(sporsmal):
            raise Brukerfeil(_("Velg to ulike koder som står i lista for spørsmålet."))
        koder = [
            _uten(ett, sporsmal, fra, til, forrige.koder) for ett in forrige.koder if (ett["sporsmal"], ett["kode"]) != (sporsmal, fra)
        ]
        sammen = [_videre(ett, sporsmal, fra, til) for ett in forrige.slatt_sammen]
        _neste_liste(kontekst, runde, koder, [*sammen, {"sporsmal": sporsmal, "fra": fra, "til": til}], grunn)
        return f"{sporsmal}: {fra} → {til}. {grunn}"

    return med_runde(kontekst, runde_id, versjon, "sammen", gjor)


def _uten(ett: dict[str, Any], sporsmal: str, fra: str, til: str, alle: list[dict[str, Any]]) -> dict[str, Any]:
    """``til`` takes over the words that suggested ``fra``."""
    if (ett["sporsmal"], ett["kode"]) != (sporsmal, til):
        return ett
    arvet = [ord_ for en in alle if (en["sporsmal"], en["kode"]) == (sporsmal, fra) for ord_ in en["synonym"]]
    return {**ett, "synonym": [*ett["synonym"], *arvet]}


def _videre(ett: dict[str, str], sporsmal: str, fra: str, til: str) -> dict[str, str]:
    return {**ett, "til": til} if (ett["sporsmal"], ett["til"]) == (sporsmal, fra) else ett


def _neste_liste(kontekst: Kontekst, runde: Runde, koder: list[dict[str, Any]], sammen: list[dict[str, str]], grunn: str) -> None:
    forrige = Rundegrunnlag(runde).listeversjon
    Kodelisteversjon.objects.create(
        kontor_id=kontekst.kontor, av_id=kontekst.ansatt, runde=runde, nr=forrige.nr + 1, koder=koder, slatt_sammen=sammen, grunn=grunn
    )
    Rundegrunnlag(runde).kodeliste.foresla("", "")  # raises for a list that says two things
