"""The party sees their case: what goes out is kept count of, and told to the log as given out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _

from skreddersom.apper.kandidat.port import Port
from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.handlinger import felles
from skreddersom.apper.sak.innsyn.fil import Innsyn, som_zip
from skreddersom.apper.sak.innsyn.rader import FASTE, deler
from skreddersom.apper.sak.models import Hendelse, Hendelsesslag, Tilbakehold, Utlevering
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.brev import sporringer as brevene
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from skreddersom.apper.sak.models import Sak
    from skreddersom.plattform.tilgang.kontekst import Kontekst


@dataclass(frozen=True, slots=True)
class Pakke:
    """The file, and what it is called."""

    innhold: bytes
    filnavn: str


def innsynsport(sak: Sak, kontekst: Kontekst) -> Port:
    """Whether the one who acts can give the case out: the leader, or the one who has it."""
    if kontekst.rolle is Rolle.LEDER or (kontekst.rolle is Rolle.VEILEDER and sak.saksbehandler_id == kontekst.ansatt):
        return Port()
    return Port((_("Innsyn gis av lederen eller den som har saken."),))


def gi_innsyn(kontekst: Kontekst, sak_id: UUID, nokkel: UUID, tilbake: Mapping[str, Tilbakehold]) -> Pakke:
    """Make the file, less the rows ``tilbake`` (id → why), and keep that it was given out. The same form twice is given out once.

    Raises ``Sak.DoesNotExist``, ``Stengt``, and ``Brukerfeil`` for a row that is not in the case any more.
    """
    sak = felles.laas_sak(kontekst, sak_id)
    felles.krev_apen(innsynsport(sak, kontekst))
    with translation.override(sak.malform):
        innsyn = _innsyn(kontekst, sak, tilbake)
        innhold = som_zip(innsyn)
    if not Hendelse.objects.filter(nokkel=nokkel, sak=sak, slag=Hendelsesslag.INNSYN).exists():
        _noter(kontekst, innsyn, nokkel, innhold)
    return Pakke(innhold, f"innsyn-{sak.referanse.replace('/', '-')}-{innsyn.dag:%Y-%m-%d}.zip")


def _innsyn(kontekst: Kontekst, sak: Sak, tilbake: Mapping[str, Tilbakehold]) -> Innsyn:
    alle, faste = deler(kontekst, sak), {id_ for id_, _tittel, _hent in FASTE}
    if tilbake.keys() - {rad.id for ett in alle if ett.id not in faste for rad in ett.rader}:
        raise Brukerfeil(_("Saken er endret siden du åpnet siden. Last den på nytt, og velg igjen hva som skal holdes tilbake."))
    brev = brevene.brev_i_saken(kontekst, sak.pk).exclude(status="utkast").filter(kopi_av=None)
    filer = {f"brev/{ett.filnavn}": bytes(ett.pdf) for ett in brev if f"brev/{ett.pk}" not in tilbake}
    return Innsyn(sak, sak.person.navn, sporringer.idag(), alle, dict(tilbake), filer)


def _noter(kontekst: Kontekst, innsyn: Innsyn, nokkel: UUID, innhold: bytes) -> None:
    sak, holdt = innsyn.sak, innsyn.tilbake
    antall = sum(len(innsyn.ut(ett)) for ett in innsyn.deler)
    Utlevering.objects.create(
        **felles.felles(kontekst, sak),
        sak=sak,
        dato=innsyn.dag,
        antall=antall,
        tilbakeholdt={rad: grunn.value for rad, grunn in holdt.items()},
        sha256=hashlib.sha256(innhold).hexdigest(),
        av_id=kontekst.ansatt,
    )
    felles.skriv_hendelse(kontekst, sak, Hendelsesslag.INNSYN, nokkel, {"antall": antall, "holdt": len(holdt)}, innsyn.dag)
    detalj = f"utlevering til parten: {antall} rader, {len(holdt)} holdt tilbake"
    skriv(kontekst, [Notat(Handling.EKSPORT, sak.person_id, f"sak/{sak.pk}", Formal.SAKSBEHANDLING, detalj=detalj)])
