"""What the controls of theme 2 are asked of: every behandling with its decision and what it rests on, and the answers that count in it.

Five queries, however many cases. An office has thousands of answers, so each comes as a few plain values: no texts that are not read,
and no fact that is not doubted. One case is read in the same way, with SQL that is worked out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    JSONField,
    Min,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast

from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.kandidat.sporringer import fra_fila
from skreddersom.apper.sak import klagesporringer, sporringer
from skreddersom.apper.sak.kontrollrader import Lest, LestBehandling, LestFaktum, LestKlage, LestSvar, fra_json
from skreddersom.apper.sak.models import (
    APNE,
    FERDIGE,
    Aev,
    Barn,
    Behandling,
    Faktum,
    Klage,
    Sak,
    Slag,
    Status,
    Svar,
    Utfall,
    Vilkarsvurdering,
)
from skreddersom.plattform.ferdig import DAGER, IDER, LISTER, Ferdig, FerdigForRolle
from skreddersom.plattform.kontroller.grenser import samlet
from skreddersom.plattform.kontroller.models import Egengrense

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from skreddersom.plattform.kontroller.grenser import Egne
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Del = tuple[QuerySet[Any], Mapping[str, Combinable]]
    """A query, and what to read of each of its rows."""

AVSLAG: Final = (Utfall.AVSLATT, Utfall.AVVIST)
TOM: Final = r"^\s*$"


def ved_kontoret(kontekst: Kontekst, per: date) -> Lest:
    """All that the one who acts may see."""
    behandlinger = [LestBehandling._make(rad) for rad in _BEHANDLINGER(kontekst)]
    apne = [UUID(ett.sak_id) for ett in behandlinger if ett.status not in FERDIGE]
    fakta = [LestFaktum._make(rad) for spor in (_UTEN_KILDE, _I_APNE) for rad in spor(kontekst, apne=apne)]
    svar, klager = _SVAR(kontekst), _KLAGER(kontekst, per=per)
    return Lest(behandlinger, [LestSvar._make(rad) for rad in svar], fakta, [LestKlage._make(rad) for rad in klager])


def i_saken(sak: UUID, per: date) -> tuple[Lest, Egne]:
    """All in one case, which the one who acts has been found to see, and the office's own limits. One query."""
    ((*lister, egne),) = _I_SAKEN(sak=sak, per=per)
    slag = (LestBehandling, LestSvar, LestFaktum, LestKlage)
    return Lest(*([fra_json(ett, rad) for rad in rader] for ett, rader in zip(slag, lister, strict=True))), samlet(egne)


def _alt(sak: UUID, per: date) -> QuerySet[Any]:
    """One row with lists: the behandlinger of the case, the answers, the facts, the complaints, and the limits of the office."""
    her = {"sak_id": OuterRef("pk")}
    i_saken = Behandling.objects.filter(**her)
    svar = _svar(Behandling.objects.filter(sak_id=OuterRef(OuterRef("pk"))))
    klager = klagesporringer.til_kontroll_av(Klage.objects.filter(**her), per)
    egne = Egengrense.objects.order_by(), {navn: F(navn) for navn in ("kontroll", "navn", "verdi")}
    deler: tuple[Del, ...] = (_behandlinger(i_saken), svar, _fakta(Faktum.objects.filter(**her)), klager, egne)
    return Sak.objects.filter(pk=sak).values_list(*(ArraySubquery(rader.values(rad=_liste(kolonner))) for rader, kolonner in deler))


def _liste(kolonner: Mapping[str, Combinable]) -> Func:
    return Func(*kolonner.values(), function="jsonb_build_array", output_field=JSONField())


_I_SAKEN: Final = Ferdig(_alt, sak=IDER, per=DAGER)


def _rader(del_: tuple[QuerySet[Any], Mapping[str, Combinable]]) -> QuerySet[Any]:
    sporring, kolonner = del_
    return sporring.values_list(*kolonner.values())


def _behandlinger(synlige: QuerySet[Behandling]) -> Del:
    i_saken = {"sak": OuterRef("sak")}
    aev = Aev.objects.filter(**i_saken).order_by().values("sak").annotate(forst=Min("utfort")).values("forst")
    barn = Barn.objects.filter(**i_saken).order_by("-nr").values("antall")[:1]
    uttrykk: dict[str, Combinable] = {
        "behandling": _tekst("pk"),
        "sak_id": _tekst("sak"),
        "slag": F("slag"),
        "status": F("status"),
        "endrer": _tekst("gjelder"),
        "soknad": _tekst("soknad"),
        "mottatt": F("soknad__mottatt"),
        "forelopig_svar": F("soknad__forelopig_svar"),
        "vedtak": _tekst("vedtak__pk"),
        **{navn: F(f"vedtak__{navn}") for navn in ("utfall", "dato", "fra", "til", "start")},
        "begrunnelse": Case(When(vedtak__utfall__in=AVSLAG, then=F("vedtak__begrunnelse")), default=Value(""), output_field=TextField()),
        "saksbehandler": _tekst("vedtak__saksbehandler"),
        "fattet_av": _tekst("vedtak__av"),
        "aev_utfort": Case(When(vedtak__isnull=False, then=Subquery(aev)), default=None, output_field=DateField()),
        "barn": Case(When(slag=Slag.SOKNAD, then=Subquery(barn)), default=None, output_field=IntegerField()),
        "barn_i_fila": Case(When(I_FILA, then=Subquery(_barn_i_fila())), default=None, output_field=IntegerField()),
    }
    return synlige.order_by("apnet", "apnet_tid", "pk"), {navn: uttrykk[navn] for navn in LestBehandling._fields}


I_KRAFT: Final = (*APNE, Status.VEDTATT)
"""What ended without a decision is no breach of anything. Asked for by these, an index answers."""
I_FILA: Final = Q(slag=Slag.SOKNAD, status__in=I_KRAFT)
"""The applications where it is asked what the file tells: to look is dear, and an office has thousands of cases that have ended."""


def _barn_i_fila() -> QuerySet[Any]:
    av_kandidaten: QuerySet[Any] = Kandidat.objects.filter(kontor=OuterRef("kontor"), person=OuterRef("person")).order_by()
    return av_kandidaten.values(barn=fra_fila("barn", IntegerField()))


def _svar(synlige: QuerySet[Behandling]) -> Del:
    """Not where the case was ended without a decision."""
    i_sakene = Vilkarsvurdering.objects.filter(behandling__in=synlige.filter(status__in=I_KRAFT))
    gjeldende = i_sakene.order_by("behandling_id", "vilkar", "-nr").distinct("behandling_id", "vilkar")
    uttrykk: dict[str, Combinable] = {
        "id": _tekst("pk"),
        "behandling": _tekst("behandling"),
        **{navn: F(navn) for navn in ("vilkar", "svar", "grunn")},
        "begrunnet": ExpressionWrapper(~Q(begrunnelse__regex=TOM), output_field=BooleanField()),
        "tekst": Case(When(svar=Svar.NEI, then=F("begrunnelse")), default=Value(""), output_field=TextField()),
        "fakta": _tekst("fakta"),
        "lovversjon": F("lovversjon"),
        "av": _tekst("av"),
        "dag": Cast(F("tid__date"), DateField()),
    }
    return gjeldende, {navn: uttrykk[navn] for navn in LestSvar._fields}


def _fakta(valgte: QuerySet[Faktum]) -> Del:
    return valgte.order_by("nr"), {"id": _tekst("pk"), "sak_id": _tekst("sak"), "navn": F("navn"), "kilde": F("kilde")}


def _uten_kilde(kontekst: Kontekst, apne: list[UUID]) -> QuerySet[Any]:
    return _rader(_fakta(Faktum.objects.filter(kontor_id=kontekst.kontor, uten_kilde=True).exclude(sak_id__blant=apne)))


def _i_apne(kontekst: Kontekst, apne: list[UUID]) -> QuerySet[Any]:
    return _rader(_fakta(Faktum.objects.filter(kontor_id=kontekst.kontor, sak_id__blant=apne)))


def _i_kraft(kontekst: Kontekst) -> QuerySet[Behandling]:
    """Those that a control may be about."""
    return sporringer.behandlinger(kontekst).filter(status__in=I_KRAFT)


_BEHANDLINGER: Final[FerdigForRolle[Any]] = FerdigForRolle(lambda kontekst: _rader(_behandlinger(_i_kraft(kontekst))))
_SVAR: Final[FerdigForRolle[Any]] = FerdigForRolle(lambda kontekst: _rader(_svar(sporringer.behandlinger(kontekst))))
_KLAGER: Final[FerdigForRolle[Any]] = FerdigForRolle(lambda kontekst, per: _rader(klagesporringer.til_kontroll(kontekst, per)), per=DAGER)
_UTEN_KILDE: Final[FerdigForRolle[Any]] = FerdigForRolle(_uten_kilde, apne=LISTER)
_I_APNE: Final[FerdigForRolle[Any]] = FerdigForRolle(_i_apne, apne=LISTER)


def _tekst(felt: str) -> Cast:
    """An id as text: made by the database, so that it costs nothing here."""
    return Cast(F(felt), CharField())
