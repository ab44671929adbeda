"""Files in: taken, recognised, controlled. A file is in the house whole, or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.db import IntegrityError, transaction

from skreddersom.apper.kandidat import gjenkjenning, navneliste
from skreddersom.apper.kandidat.handlinger.indikatortall import tell_fila
from skreddersom.apper.kandidat.models import Fil, Filinnhold, Filslag, Filstatus, Person
from skreddersom.apper.kandidat.ordlyd import for_nett
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.kontroll import kontroller
from skreddersom.kjerne.kostra.kontroll.ssb_11f_felt import BYDELSFEIL
from skreddersom.kjerne.kostra.linjer import tolk
from skreddersom.kjerne.setning import fra_merket, setning
from skreddersom.plattform.design.setninger import som_data
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.kontekst import alle_personer
from skreddersom.plattform.tilgang.models import Kontorkommune

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

MEST_FUNN: Final = 500
"""Findings kept for each file; the number of all is kept beside them."""
KORT_AV_GANGEN: Final = 1000
UFERDIG: Final = (Filstatus.MOTTATT, Filstatus.KONTROLLERES)


def ta_imot_fil(kontekst: Kontekst, navn: str, data: bytes, *, i_bakgrunnen: bool = True) -> Fil:
    """Keep the file, and let a job control it. The same bytes again give the file that is here, with ``var_her_fra_for``.

    Raises ``Brukerfeil`` for what is not a file the office can use; then nothing is kept.
    """
    trygt = gjenkjenning.trygt_navn(navn)
    hva = gjenkjenning.gjenkjenn(trygt, data, _kommuner(kontekst))
    fil = _ny(kontekst, trygt, data, hva)
    if fil is None:
        return _kjent(kontekst, data)
    skriv(kontekst, [Notat(Handling.OPPRETT, sak=f"fil/{fil.pk}", formal=Formal.KARTLEGGING, detalj=f"{hva.slag}, {hva.linjer} linjer")])
    if i_bakgrunnen:
        from skreddersom.apper.kandidat import jobber

        jobber.bestill_kontroll(kontekst, fil.pk)
    return fil


def _kommuner(kontekst: Kontekst) -> set[str]:
    return set(Kontorkommune.objects.filter(kontor_id=kontekst.kontor).values_list("kommunenr", flat=True))


def _ny(kontekst: Kontekst, navn: str, data: bytes, hva: gjenkjenning.Gjenkjent) -> Fil | None:
    """The file, kept; None when its bytes are here already. The constraint decides, so that two uploads at once are one file."""
    felt: dict[str, Any] = {"slag": hva.slag, "aar": hva.aar, "kommunenr": hva.kommunenr, "linjer": hva.linjer, "storrelse": len(data)}
    try:
        with transaction.atomic():
            fil = Fil.objects.create(kontor_id=kontekst.kontor, lastet_opp_av_id=kontekst.ansatt, navn=navn, sha256=_sum(data), **felt)
    except IntegrityError:
        return None
    Filinnhold.objects.create(fil=fil, kontor_id=kontekst.kontor, data=data)
    return fil


def _kjent(kontekst: Kontekst, data: bytes) -> Fil:
    fil = Fil.objects.get(kontor_id=kontekst.kontor, sha256=_sum(data))
    fil.var_her_fra_for = True
    return fil


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def marker_kontrolleres(kontekst: Kontekst, fil_id: UUID) -> None:
    """Say on the page that the work has begun."""
    Fil.objects.filter(pk=fil_id, kontor_id=kontekst.kontor, status__in=UFERDIG).update(status=Filstatus.KONTROLLERES, framdrift=20)


def gi_opp_fil(kontekst: Kontekst, fil_id: UUID) -> None:
    """Say that the controls could not be done, and what to do about it."""
    melding = setning("Kontrollen stoppet av en feil hos oss. Last opp fila på nytt, eller meld fra til den som drifter Skreddersøm.")
    fil = Fil.objects.select_for_update().get(pk=fil_id, kontor_id=kontekst.kontor)
    _avvis(fil, melding)
    fil.sha256 = f"{fil.sha256[:40]}-{fil.pk.hex[:20]}"  # so that the same bytes can be sent again
    fil.save()


def kontroller_fil(kontekst: Kontekst, fil_id: UUID) -> Fil:
    """Run the controls and say what they found. Once only: a file that is done, is done."""
    fil = Fil.objects.select_for_update().get(pk=fil_id, kontor_id=kontekst.kontor)
    if fil.status not in UFERDIG:
        return fil
    data = bytes(Filinnhold.objects.get(pk=fil_id).data)
    try:
        _kontroller_navn(kontekst, fil, data) if fil.slag == Filslag.NAVN else _kontroller_kostra(fil, data)
        if fil.slag == Filslag.CF11:
            tell_fila(kontekst, fil, data)
    except Brukerfeil as feil:
        _avvis(fil, for_nett(feil.setning))
    fil.framdrift = 100
    fil.save()
    return fil


def _kontroller_kostra(fil: Fil, data: bytes) -> None:
    """The known fault in Statistics Norway's rules is told of in one sentence, not once for each person."""
    rapport = kontroller(tolk(Path(fil.navn), data), merket=True)
    egne = rapport.meldinger.filter(pl.col("tittel") != BYDELSFEIL)
    fil.antall_funn = egne.height
    fil.funn = [_funn(rad) for rad in egne.head(MEST_FUNN).iter_rows(named=True)]
    _si(fil, *map(for_nett, rapport.merknader))
    fil.status = Filstatus.KLAR


def _funn(rad: dict[str, Any]) -> dict[str, Any]:
    journalnr = for_nett(rad["journalnr"] or "")
    felles = {navn: rad[navn] for navn in ("linje", "alvorlighet", "kontroll", "vaar")}
    sagt = {navn: som_data(for_nett(fra_merket(rad[f"merket_{navn}"]))) for navn in ("tittel", "tekst")}
    return felles | {"journalnr": journalnr} | sagt


def _kontroller_navn(kontekst: Kontekst, fil: Fil, data: bytes) -> None:
    """A name list counts when every line does; then the persons that are here get their names."""
    liste = navneliste.les(data)
    fil.antall_funn = len(liste.feil)
    felles = {"alvorlighet": "ERROR", "tittel": som_data(setning("Navneliste")), "journalnr": ""}
    fil.funn = [{"linje": nr, "tekst": som_data(tekst), **felles} for nr, tekst in liste.feil[:MEST_FUNN]]
    if liste.feil:
        _avvis(fil, setning("Ingen navn er tatt inn. Rett linjene under, og last opp lista på nytt."))
        return
    fil.status = Filstatus.KLAR
    with alle_personer(kontekst):
        kjente = sett_navn(kontekst, liste.navn)
    _si(fil, setning("Lista har {antall} navn. {kjente} av dem er personer kontoret har fra 11F.", antall=liste.antall, kjente=kjente))


def sett_navn(kontekst: Kontekst, navn: dict[str, str]) -> int:
    """Give the persons of the office their names; says how many of them the list knows."""
    kjente = list(Person.objects.filter(kontor_id=kontekst.kontor, fnr__in=navn.keys()))
    endres = [person for person in kjente if person.navn != navn[person.fnr]]
    for person in endres:
        person.navn = navn[person.fnr]
    Person.objects.bulk_update(endres, ["navn"], batch_size=KORT_AV_GANGEN)
    return len(kjente)


def _si(fil: Fil, *setninger: str) -> None:
    """What there is to say of the file, as data to be said in the language of the one who reads it, and in bokmål."""
    fil.utsagn, fil.melding = [som_data(ett) for ett in setninger], " ".join(setninger)


def _avvis(fil: Fil, melding: str) -> None:
    """Refuse the file, and do not keep what is in it."""
    fil.status = Filstatus.AVVIST
    _si(fil, melding)
    Filinnhold.objects.filter(pk=fil.pk).delete()
