"""The receipt of a decision: gathered from the case, and every stored one made anew to see that it is the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from skreddersom.apper.sak.grunnlag import kjente
from skreddersom.apper.sak.models import Vedtak
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov import kvittering
from skreddersom.kjerne.lov.kvittering import Grunnlag as Kvitteringsgrunnlag
from skreddersom.kjerne.lov.kvittering import Medvirkende, Vurdert
from skreddersom.kjerne.lov.trelogikk import Tre

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Vilkarsvurdering
    from skreddersom.kjerne.lov.fakta import Kjent
    from skreddersom.plattform.tilgang.kontekst import Kontekst

AV_GANGEN: Final = 200


def lag(vedtak: Vedtak, bak: Grunnlag) -> bytes:
    """The receipt of a decision that is about to be kept: its facts, answers, people, what it says, and its letter."""
    grunnlag = Kvitteringsgrunnlag(
        dag=vedtak.dato,
        fakta=_fakta(bak),
        vurderinger=[_vurdert(rad) for rad in bak.vurderinger.values()],
        medvirkende=_medvirkende(vedtak, bak),
        vedtak=_vedtak(vedtak),
        brev_sha256=vedtak.brev_sha256,
    )
    return kvittering.lag(grunnlag)


def _fakta(bak: Grunnlag) -> dict[str, Kjent]:
    """Only what the conditions were answered from, and authors by id."""
    brukt = {navn for rad in bak.vurderinger.values() for navn, rad_id in rad.fakta.items() if rad_id}
    return kjente({navn: rad for navn, rad in bak.fakta.items() if navn in brukt}, forfatter=lambda rad: str(rad.av_id))


def _vurdert(rad: Vilkarsvurdering) -> Vurdert:
    sikring = getattr(rad, "kvalitetssikring", None)
    return Vurdert(
        rad.vilkar,
        Tre[rad.svar],
        rad.begrunnelse or rad.mangler,
        str(rad.av_id),
        rad.grunn or None,
        str(sikring.av_id) if sikring else None,
    )


def _medvirkende(vedtak: Vedtak, bak: Grunnlag) -> list[Medvirkende]:
    sikrere = {rad.kvalitetssikring.av_id for rad in bak.vurderinger.values() if hasattr(rad, "kvalitetssikring")}
    alle = [("saksbehandler", vedtak.saksbehandler_id), ("beslutter", vedtak.av_id), *(("kvalitetssikrer", en) for en in sikrere)]
    return [Medvirkende(rolle, str(en)) for rolle, en in alle]


def _vedtak(vedtak: Vedtak) -> dict[str, object]:
    felt = ("utfall", "dato", "fra", "til", "start", "timer_uke", "barn", "begrunnelse", "alternativ_uten_kvp")
    return {"id": vedtak.pk, "sak": vedtak.sak_id, "behandling": vedtak.behandling_id} | {navn: getattr(vedtak, navn) for navn in felt}


@dataclass(frozen=True, slots=True)
class Omkjort:
    """One stored receipt, made anew. ``feil`` is empty when it is byte for byte the same, else what is wrong."""

    vedtak: UUID
    person: UUID
    feil: str = ""


def kjor_om(kontekst: Kontekst) -> Iterator[Omkjort]:
    """Every stored receipt of the office made anew, one at a time: all that the database lets ``kontekst`` see."""
    alle = Vedtak.objects.filter(kontor_id=kontekst.kontor).order_by("dato", "tid", "pk")
    for vedtak in alle.iterator(chunk_size=AV_GANGEN):
        yield Omkjort(vedtak.pk, vedtak.person_id, _feil(bytes(vedtak.kvittering), vedtak))


def _feil(lagret: bytes, vedtak: Vedtak) -> str:
    if kvittering.sha256(lagret) != vedtak.kvittering_sha256:
        return "kvitteringen er endret etter at den ble skrevet"
    try:
        ny = kvittering.kjor_om(lagret)
    except Brukerfeil as feil:
        return str(feil)
    return "" if ny == lagret else "kvitteringen blir en annen når den lages på nytt: regelen er endret uten ny lovversjon"
