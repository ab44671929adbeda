"""How every action on a round is done: it is locked, an old version is refused, what happened is kept, and the log is told."""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.models import Hendelse, Runde
from skreddersom.apper.sak.port import ikke_rollen
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst


P = ParamSpec("P")
R = TypeVar("R")
SPOR: Final = frozenset({Rolle.STATSFORVALTER})
"""Who asks, codes and reports."""
SVARER: Final = frozenset({Rolle.LEDER})
"""Who answers for an office."""


def bare(
    roller: frozenset[Rolle],
) -> Callable[[Callable[Concatenate[Kontekst, P], R]], Callable[Concatenate[Kontekst, P], R]]:
    """An action of these roles only: it raises ``Brukerfeil`` for anybody else, before it reads or writes anything.

    The table role × page says the same of the addresses; this holds for jobs and commands too, and the day somebody forgets a row there.
    """

    def pynt(gjor: Callable[Concatenate[Kontekst, P], R]) -> Callable[Concatenate[Kontekst, P], R]:
        @wraps(gjor)
        def sjekket(kontekst: Kontekst, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if kontekst.rolle not in roller:
                raise Brukerfeil(ikke_rollen(roller))
            return gjor(kontekst, *args, **kwargs)

        return sjekket

    return pynt


class Konflikt(Exception):
    """Somebody has changed it since the form was opened."""


I_DATABASEN: Final = {
    "skjema_sendt": _("Spørsmålene er sendt, og kan ikke endres. Lag en ny runde med dem som utgangspunkt."),
    "runde_sendt": _("Runden er sendt, og det du ville endre, ligger fast."),
    "levering_runde_apen": _("Runden er lukket. Ta kontakt med dem som har sendt spørsmålene."),
    "levering_nr_en_gang": _("Svarene er alt sendt."),
    "sporsmal_kode_en_gang": _("Et annet spørsmål har samme korte navn. Velg et annet."),
}
"""Name of what the database holds → what to say."""


@contextmanager
def med_setning() -> Iterator[None]:
    """Do what is inside, or nothing of it. Raises ``Brukerfeil`` with a sentence for what the database refuses."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        setning = I_DATABASEN.get(getattr(getattr(feil.__cause__, "diag", None), "constraint_name", "") or "")
        if setning is None:
            raise
        raise Brukerfeil(str(setning)) from feil


def med_runde(kontekst: Kontekst, runde_id: UUID, versjon: int, hva: str, gjor: Callable[[Runde], str]) -> Runde:
    """Do ``gjor``, which gives the words to keep of it, on the round as it was when the form was opened.

    Raises ``Http404`` for a round that is not the unit's, ``Konflikt`` for an old version, ``Brukerfeil`` for what cannot be done.
    """
    sporringer.runde(kontekst, runde_id)
    valgt = Runde.objects.select_for_update(of=("self",)).select_related("skjema").get(pk=runde_id)
    if valgt.versjon != versjon:
        raise Konflikt
    with med_setning():
        tekst = gjor(valgt)
        valgt.versjon += 1
        valgt.save()
        Hendelse.objects.create(kontor_id=kontekst.kontor, av_id=kontekst.ansatt, runde=valgt, versjon=valgt.versjon, hva=hva, tekst=tekst)
    fortell(kontekst, f"{hva} {valgt.pk}", Formal.TILSYN)
    return valgt


def fortell(kontekst: Kontekst, detalj: str, formal: Formal) -> None:
    """Tell the log: there are no persons here, but who did what is kept all the same."""
    skriv(kontekst, [Notat(Handling.ENDRE, formal=formal, detalj=f"områdeovervåking: {detalj}")])
