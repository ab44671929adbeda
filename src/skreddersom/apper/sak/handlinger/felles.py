"""How every action is done, in the transaction that is open.

The case is locked, the same form counts once, an old version is refused, the port is asked; what happened is an event, and in the log.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak import grunnlag, sporringer
from skreddersom.apper.sak.handlinger.brudd import med_setning
from skreddersom.apper.sak.models import FERDIGE, Behandling, Bekreftelse, Hendelse, Hendelsesslag, Klage, Sak
from skreddersom.apper.sak.port import Handling, Port, port, port_for_sak
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal, Notat, skriv
from skreddersom.plattform.logg.dagbok import Handling as Logghandling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.tilstand import Advarsel, Tilstand
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Data = dict[str, Any]

INGEN_SVAR: Final[Mapping[str, str]] = {}
LENGSTE_TEKST: Final = 20_000
"""Signs in one text. The forms stop at the same; nothing is ever cut."""
FOR_LANG: Final = gettext_lazy("Teksten er på %(show_value)d tegn. Skriv den kortere: høyst %(limit_value)d tegn.")
"""What is said of a text that is too long, with the names of Django's own check, so that the forms say the same."""
BRUKT: Final = gettext_lazy("Skjemaet er brukt til noe annet. Last siden på nytt.")
MED_BREV: Final = (Handling.SEND, Handling.FATT_VEDTAK)
"""Actions that must know what the letter lacks."""


class Stengt(Brukerfeil):
    """The action is closed now; the sentences say why."""

    def __init__(self, port: Port) -> None:
        super().__init__(" ".join(port.hindringer))
        self.port = port


class Konflikt(Exception):
    """Somebody has changed it since the form was opened. ``sporringer.hendelser(…, etter=versjon)`` tells what they did."""


@dataclass(frozen=True, slots=True)
class Innsending:
    """What every form carries: the version it was opened on, and a key of its own."""

    versjon: int
    nokkel: UUID


@dataclass(frozen=True, slots=True)
class Arbeid:
    """One behandling, locked, as an action finds it."""

    kontekst: Kontekst
    behandling: Behandling
    bak: Grunnlag
    tilstand: Tilstand
    dag: date


def ny_nokkel() -> UUID:
    """A key for a form that is about to be shown."""
    return uuid4()


def med_behandling(
    kontekst: Kontekst, behandling_id: UUID, inn: Innsending, handling: Handling, gjor: Callable[[Arbeid], Data], dato: date | None = None
) -> Hendelse:
    """Do ``handling`` by ``gjor``, which gives what to keep in the event; the same form twice is one event.

    Raises ``Behandling.DoesNotExist`` for one that may not be seen, ``Konflikt`` for an old version, ``Stengt`` when the port is closed,
    and ``Brukerfeil`` for what the database refuses.
    """
    behandling = _laas_behandling(kontekst, behandling_id)
    gjort = gjort_for(inn.nokkel, handling, sak_id=behandling.sak_id, behandling_id=behandling.pk)
    if gjort is not None:
        return gjort
    if inn.versjon != behandling.versjon:
        raise Konflikt
    arbeid = _arbeid(kontekst, behandling, handling)
    krev_apen(port(handling, arbeid.tilstand, kontekst, arbeid.dag))
    with med_setning():
        data = gjor(arbeid)
        behandling.versjon += 1
        behandling.save()
        return skriv_hendelse(kontekst, behandling.sak, handling, inn.nokkel, data, dato or arbeid.dag, behandling)


def med_sak(
    kontekst: Kontekst,
    sak_id: UUID,
    inn: Innsending,
    slag: Hendelsesslag,
    gjor: Callable[[Sak], Data],
    dato: date | None = None,
    kan: Callable[[Sak, Kontekst], Port] | None = None,
) -> Hendelse:
    """Write in the case itself, as ``med_behandling``, by ``sakens_port`` or by ``kan``.

    Raises as ``med_behandling``, and ``Sak.DoesNotExist`` for one that may not be seen.
    """
    sak = laas_sak(kontekst, sak_id)
    gjort = gjort_for(inn.nokkel, slag, sak_id=sak.pk, behandling_id=None)
    if gjort is not None:
        return gjort
    if inn.versjon != sak.versjon:
        raise Konflikt
    krev_apen((kan or sakens_port)(sak, kontekst))
    with med_setning():
        data = gjor(sak)
        sak.versjon += 1
        sak.save()
        return skriv_hendelse(kontekst, sak, slag, inn.nokkel, data, dato or sporringer.idag())


def sakens_port(sak: Sak, kontekst: Kontekst) -> Port:
    """Whether the one who acts can write in the case itself."""
    i_behandlinger = sak.behandlinger.exclude(status__in=FERDIGE).values_list("saksbehandler_id", flat=True)
    return port_for_sak({sak.saksbehandler_id, *i_behandlinger}, kontekst, avsluttet=sak.avsluttet is not None)


def skriv_hendelse(
    kontekst: Kontekst, sak: Sak, slag: Hendelsesslag, nokkel: UUID, data: Data, dato: date, gjelder: Behandling | Klage | None = None
) -> Hendelse:
    """Keep what happened, in the case itself or in what it is about, and tell the log."""
    hendelse = Hendelse.objects.create(
        **felles(kontekst, sak),
        sak=sak,
        behandling=gjelder if isinstance(gjelder, Behandling) else None,
        klage=gjelder if isinstance(gjelder, Klage) else None,
        slag=slag,
        dato=dato,
        versjon=(gjelder or sak).versjon,
        nokkel=nokkel,
        data=data,
        av_id=kontekst.ansatt,
    )
    skriv(kontekst, [Notat(Logghandling.ENDRE, sak.person_id, f"sak/{sak.pk}", Formal.SAKSBEHANDLING, detalj=slag)])
    return hendelse


def felles(kontekst: Kontekst, sak: Sak) -> Data:
    """The columns that every row of a case has."""
    return {"kontor_id": kontekst.kontor, "person_id": sak.person_id}


def neste_nr(rader: Any) -> int:  # noqa: ANN401 – the rows of any of the tables that count versions
    """The number of the next version."""
    return (rader.aggregate(nr=Max("nr"))["nr"] or 0) + 1


def behold_svar(arbeid: Arbeid, advarsler: Iterable[Advarsel], bekreftet: Mapping[str, str]) -> None:
    """Keep why words that sound like an unlawful ground are right all the same: the answers in ``bekreftet``, by mark."""
    for ett in advarsler:
        if not ett.besvart and bekreftet.get(ett.merke, "").strip():
            Bekreftelse.objects.create(
                **felles(arbeid.kontekst, arbeid.behandling.sak),
                behandling=arbeid.behandling,
                merke=ett.merke,
                felt=ett.felt,
                grunn=ett.grunn,
                utdrag=ett.utdrag,
                svar=ren(bekreftet[ett.merke]),
                av_id=arbeid.kontekst.ansatt,
            )


def krev_apen(port: Port) -> None:
    """Raise ``Stengt`` with the reasons, unless the port is open."""
    if not port.apen:
        raise Stengt(port)


def krev_ikke_framtid(dato: date) -> None:
    """Raise ``Brukerfeil`` for a day that has not come."""
    if dato > sporringer.idag():
        raise Brukerfeil(_("Datoen kan ikke være etter i dag. Registrer det når det har skjedd."))


def ren(tekst: str) -> str:
    """A text as it is kept: no blanks around it. Raises ``Brukerfeil`` for one that is longer than anybody reads."""
    kort = tekst.strip()
    if len(kort) > LENGSTE_TEKST:
        raise Brukerfeil(FOR_LANG % {"show_value": len(kort), "limit_value": LENGSTE_TEKST})
    return kort


def gjort_for(nokkel: UUID, slag: Hendelsesslag, *, sak_id: UUID, behandling_id: UUID | None) -> Hendelse | None:
    """The event that this form has left already. Raises ``Brukerfeil`` when its key was used for something else."""
    gjort = Hendelse.objects.filter(nokkel=nokkel).first()
    if gjort is not None and (gjort.slag, gjort.sak_id, gjort.behandling_id) != (slag, sak_id, behandling_id):
        raise Brukerfeil(str(BRUKT))
    return gjort


def laas_sak(kontekst: Kontekst, sak_id: UUID) -> Sak:
    """The case, for us alone until the transaction ends: two forms at once come one after the other."""
    return sporringer.saker(kontekst).select_for_update(of=("self",)).get(pk=sak_id)


def _laas_behandling(kontekst: Kontekst, behandling_id: UUID) -> Behandling:
    """Its case is locked, so that what it rests on does not change either; then it is read."""
    synlige = sporringer.behandlinger(kontekst)
    sak_id = synlige.values_list("sak_id", flat=True).get(pk=behandling_id)
    Sak.objects.select_for_update(of=("self",)).get(pk=sak_id)
    return synlige.select_related("sak", "soknad", "person", "gjelder", "saksbehandler").get(pk=behandling_id)


def _arbeid(kontekst: Kontekst, behandling: Behandling, handling: Handling) -> Arbeid:
    dag = sporringer.idag()
    bak = grunnlag.hent([behandling])[behandling.pk]
    return Arbeid(kontekst, behandling, bak, sporringer.tilstand_av(behandling, bak, dag, med_brev=handling in MED_BREV), dag)
