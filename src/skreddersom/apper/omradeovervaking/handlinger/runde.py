"""A round while answers come in: remind, send back, close and open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.handlinger.felles import SPOR, bare, med_runde
from skreddersom.apper.omradeovervaking.handlinger.skjema import krev
from skreddersom.apper.omradeovervaking.models import Melding, Runde, Status
from skreddersom.apper.omradeovervaking.port import kan_folges, kan_returneres

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


@bare(SPOR)
def minn(kontekst: Kontekst, runde_id: UUID, versjon: int, tekst: str) -> Runde:
    """Remind every office that has not answered. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_folges(runde))
        venter = [ett.rad for ett in sporringer.stand(runde) if not ett.sendt]
        for rad in venter:
            Melding.objects.create(
                kontor_id=rad.kontor_id, eier_id=kontekst.kontor, av_id=kontekst.ansatt, kontorsvar=rad, slag="paaminnelse", tekst=tekst
            )
        hvem = ngettext("%(n)s kontor", "%(n)s kontorer", len(venter)) % {"n": len(venter)}
        return f"{hvem}: «{tekst}»" if tekst else hvem

    return med_runde(kontekst, runde_id, versjon, "paaminnelse", gjor)


@bare(SPOR)
def returner(kontekst: Kontekst, runde_id: UUID, versjon: int, kontorsvar: UUID, grunn: str) -> Runde:
    """Send the answers of an office back for more, and say why. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        valgt = next((ett for ett in sporringer.stand(runde) if ett.rad.pk == kontorsvar), None)
        krev(kan_returneres(runde, valgt))
        assert valgt is not None  # noqa: S101 – the port is closed without one
        Melding.objects.create(
            kontor_id=valgt.rad.kontor_id,
            eier_id=kontekst.kontor,
            av_id=kontekst.ansatt,
            kontorsvar=valgt.rad,
            slag="retur",
            levering=valgt.levert,
            tekst=grunn,
        )
        return f"{valgt.rad.kontor.navn}: {grunn}"

    return med_runde(kontekst, runde_id, versjon, "retur", gjor)


@bare(SPOR)
def sett_frist(kontekst: Kontekst, runde_id: UUID, versjon: int, frist: date) -> Runde:
    """Give everybody another deadline. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_folges(runde))
        runde.frist = frist
        return f"{frist:%d.%m.%Y}"

    return med_runde(kontekst, runde_id, versjon, "frist", gjor)


@bare(SPOR)
def lukk(kontekst: Kontekst, runde_id: UUID, versjon: int) -> Runde:
    """Take no more answers. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        krev(kan_folges(runde))
        runde.status = Status.LUKKET
        return ""

    return med_runde(kontekst, runde_id, versjon, "lukket", gjor)


@bare(SPOR)
def apne(kontekst: Kontekst, runde_id: UUID, versjon: int) -> Runde:
    """Take answers again. Raises as ``med_runde``."""

    def gjor(runde: Runde) -> str:
        runde.status = Status.SENDT
        return ""

    return med_runde(kontekst, runde_id, versjon, "apnet", gjor)
