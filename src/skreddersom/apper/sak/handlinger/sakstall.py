"""The indicators that the cases tell today, for those who look from outside: counted as somebody without clearance would count."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from skreddersom.apper.kandidat.handlinger.kontortall import uten_klarering
from skreddersom.apper.kandidat.indikatormodeller import Sakstall
from skreddersom.apper.sak import sporringer
from skreddersom.apper.sak.models import Barn, Behandling, Periode, Utfall, Vedtak
from skreddersom.kjerne.indikator.saker import Program, tell_saker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


def tell_sakene(kontekst: Kontekst) -> None:
    """Put the numbers of today in the place of those that stood. Three queries to count, however many cases there are."""
    dag = sporringer.idag()
    with uten_klarering(kontekst):
        tall = tell_saker(_programmer(kontekst, dag), dag)
    Sakstall.objects.filter(kontor_id=kontekst.kontor).delete()
    Sakstall.objects.bulk_create(
        Sakstall(kontor_id=kontekst.kontor, per=dag, indikator=navn, teller=ett.teller, nevner=ett.nevner) for navn, ett in tall.items()
    )


def _programmer(kontekst: Kontekst, dag: date) -> Iterator[Program]:
    """What stands of what has been granted, application by application, where some of it is in the year of ``dag``."""
    i_aaret = Periode.objects.filter(kontor_id=kontekst.kontor, gjelder=True, til__year__gte=dag.year).values("vedtak__sak_id")
    perioder = Periode.objects.filter(kontor_id=kontekst.kontor, gjelder=True, vedtak__sak_id__in=i_aaret)
    alle = list(perioder.select_related("person", "vedtak__behandling", "endret_av__behandling"))
    if not alle:
        return
    saker = {ett.vedtak.sak_id for ett in alle}
    soknader, barn = _soknader(saker), _barn(saker)
    av_soknaden: defaultdict[UUID, list[Periode]] = defaultdict(list)
    for periode in alle:
        av_soknaden[_rot(periode.vedtak.behandling_id, soknader)].append(periode)
    for rot, egne in av_soknaden.items():
        mottatt = soknader[rot][1]
        if mottatt is not None:
            yield _program(sorted(egne, key=lambda ett: ett.fra), mottatt, barn)


def _program(perioder: Sequence[Periode], mottatt: date, barn: Mapping[UUID, int]) -> Program:
    """Periods of one application, in time: an extension goes on with what the first began."""
    forste, siste = perioder[0], perioder[-1]
    fodt = forste.person.fodselsdato
    return Program(
        person=str(forste.person_id),
        fodselsaar=fodt.year if fodt else None,
        mottatt=mottatt,
        vedtatt=min(ett.vedtak.dato for ett in perioder),
        start=forste.vedtak.start or forste.fra,
        slutt=siste.til,
        barn=barn.get(forste.vedtak.sak_id),
        fullfort=fullfort(siste.endret_av),
    )


def fullfort(endret_av: Vedtak | None) -> bool:
    """Whether it ended as agreed: by its own last day, or by a decision that says it is completed."""
    if endret_av is None or endret_av.utfall != Utfall.AVSLUTTET:
        return True
    return bool(endret_av.behandling.brevfelt.get("gjelder") == "fullfort")


Soknader = dict["UUID", tuple["UUID | None", "date | None"]]
"""Behandling → the one whose decision it is about, and when the application came in, where it is of one."""


def _soknader(saker: Collection[UUID]) -> Soknader:
    rader = Behandling.objects.filter(sak_id__in=saker).values_list("pk", "gjelder__behandling_id", "soknad__mottatt")
    return {pk: (gjelder, mottatt) for pk, gjelder, mottatt in rader.order_by()}


def _rot(behandling: UUID, soknader: Soknader) -> UUID:
    """The behandling of the application that it all goes back to."""
    while (gjelder := soknader[behandling][0]) is not None:
        behandling = gjelder
    return behandling


def _barn(saker: Collection[UUID]) -> dict[UUID, int]:
    """Case → children in the household, as last assessed."""
    return dict(Barn.objects.filter(sak_id__in=saker).order_by("nr").values_list("sak_id", "antall"))
