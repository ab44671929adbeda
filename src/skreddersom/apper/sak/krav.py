"""What must be in place before a decision, for each thing a decision can say. Each demand gives the sentences of what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from skreddersom.apper.sak.models.koder import FERDIGE, UTFALL, Svar, Utfall
from skreddersom.kjerne.lov.forhandsvarsel import MINSTE_UTTALEFRIST_DAGER, Hinder, Innvilget, hinder, til_ugunst
from skreddersom.kjerne.lov.frister import lengste_vedtak, seneste_start
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.design.setninger import paa_leserens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from skreddersom.apper.sak.tilstand import Tilstand, Vilkarstilstand

    Krav = Callable[[Tilstand, date], Iterator[str]]

UTEN_AEV: Final = frozenset({"alder", "ytelser", "opphold"})
"""Conditions that can be answered no without an arbeidsevnevurdering: they rest on what can be looked up (lovvalg L39)."""


def mangler(tilstand: Tilstand, dag: date) -> tuple[str, ...]:
    """Everything that is missing before a decision as the draft has it, or as it seems to become; empty when all is in place."""
    return tuple(setning for krav in _kravene(tilstand, dag) for setning in krav(tilstand, dag))


def per_side(tilstand: Tilstand, dag: date) -> dict[str, tuple[str, ...]]:
    """The same by the name of the page where it is mended, in the order of the way; nothing when the behandling is done."""
    if tilstand.status in FERDIGE:
        return {}
    funnet: dict[str, list[str]] = {side: [] for side in (VILKARENE, GRUNNLAGET, VARSLINGEN, VEDTAKET)}
    for krav in _kravene(tilstand, dag):
        funnet[SIDE.get(krav, VEDTAKET)] += krav(tilstand, dag)
    return {side: tuple(setninger) for side, setninger in funnet.items() if setninger}


def antatt(tilstand: Tilstand, dag: date) -> Utfall:
    """What the draft says. Before it says anything: a refusal when a condition is lawfully answered no, else what one works towards."""
    if tilstand.utkast.utfall is not None:
        return tilstand.utkast.utfall
    mulige = UTFALL[tilstand.slag]
    return Utfall.AVSLATT if Utfall.AVSLATT in mulige and not [*et_lovlig_nei(tilstand, dag)] else mulige[0]


def _kravene(tilstand: Tilstand, dag: date) -> tuple[Krav, ...]:
    return (utfallet_valgt, *KRAV[antatt(tilstand, dag)])


def utfallet_valgt(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """The draft says what the decision is."""
    if tilstand.utkast.utfall is None:
        yield _("Velg hva vedtaket skal gå ut på, i utkastet.")


def alle_vilkar_oppfylt(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """A grant: every condition is answered yes."""
    for ett in tilstand.vilkar:
        if ett.svar is None:
            yield _("Vilkåret «%(vilkar)s» er ikke vurdert.") % {"vilkar": ett.krav}
        elif ett.svar is Svar.UKJENT:
            yield _("Vilkåret «%(vilkar)s» er ikke avgjort.") % {"vilkar": ett.krav}
        elif ett.svar is Svar.NEI:
            yield _("Vilkåret «%(vilkar)s» er ikke oppfylt. Da kan programmet ikke innvilges.") % {"vilkar": ett.krav}


def et_lovlig_nei(tilstand: Tilstand, dag: date) -> Iterator[str]:
    """A refusal: one condition at least is answered no, and not the one that the office owes the applicant."""
    grunner = {vilkar.id for vilkar in versjon_paa(dag).grunner_for_nei}
    if not any(ett.svar is Svar.NEI and ett.id in grunner for ett in tilstand.vilkar):
        yield _("Et avslag må bygge på at et vilkår i § 29 ikke er oppfylt. Vurder vilkårene, eller velg et annet utfall.")


def vurderingene_gjelder(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """No answer rests on something that has changed since."""
    for ett in tilstand.vilkar:
        if ett.utdatert:
            yield _("Noe vilkåret «%(vilkar)s» bygger på, er endret siden det ble vurdert. Vurder det på nytt.") % {"vilkar": ett.krav}


def kvalitetssikret(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """Every yes and no is approved by another. «Not known yet» settles nothing, and needs nobody to (lovvalg L41)."""
    for ett in tilstand.vilkar:
        if ett.godkjent is False:
            yield _("Vurderingen av «%(vilkar)s» er sendt tilbake. Rett den.") % {"vilkar": ett.krav}
        elif ett.avgjort and ett.godkjent is None and not ett.utdatert:
            yield _("Vurderingen av «%(vilkar)s» er ikke kvalitetssikret av en annen.") % {"vilkar": ett.krav}


def aev_for_vedtak(tilstand: Tilstand, dag: date) -> Iterator[str]:
    """The arbeidsevnevurdering is done before the decision, unless the refusal rests only on what can be looked up."""
    if _avslag_uten_aev(tilstand.vilkar):
        return
    if tilstand.aev_utfort is None or tilstand.aev_utfort > dag:
        yield _("Arbeidsevnevurderingen må være gjort før vedtaket. Det er kontorets ansvar å få den gjort.")


def _avslag_uten_aev(vilkar: tuple[Vilkarstilstand, ...]) -> bool:
    return any(ett.svar is Svar.NEI and ett.id in UTEN_AEV for ett in vilkar)


def barna_vurdert(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """It is known whether there are children in the household, and their needs are assessed when there are."""
    if tilstand.barn is None:
        yield _("Skriv om det er barn i husstanden, og hva de trenger.")


def begrunnet(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """The decision has reasons."""
    if not tilstand.utkast.begrunnelse.strip():
        yield _("Skriv begrunnelsen i utkastet.")


def alternativet_vurdert(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """Somebody has asked what the alternative would have been."""
    if not tilstand.utkast.alternativ_uten_kvp.strip():
        yield _("Skriv hva som ville vært alternativet uten kvalifiseringsprogram.")


def start_og_timer(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """A grant says when it starts and how many hours a week."""
    utkast = tilstand.utkast
    if utkast.start is None or not utkast.timer_uke:
        yield _("Skriv startdato og timer i uka i utkastet.")
    elif utkast.fra and utkast.til and not utkast.fra <= utkast.start <= utkast.til:
        yield _("Programmet må starte i perioden som er innvilget.")


def har_periode(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """The draft has a first and a last day, in that order."""
    fra, til = tilstand.utkast.fra, tilstand.utkast.til
    if fra is None or til is None:
        yield _("Skriv første og siste dag i utkastet.")
    elif til < fra:
        yield _("Siste dag kan ikke være før første.")


def hoyst_ett_aar(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """A grant is for a year at most.

    The longest duration of § 32 (two years, a third for special reasons) is not asked for here: leave and interruptions do not count,
    and they are known where the programme is followed.
    """
    fra, til = tilstand.utkast.fra, tilstand.utkast.til
    if fra and til and til > (siste := lengste_vedtak(fra)).dato:
        yield _("Et vedtak kan gjelde i høyst ett år, her til og med %(dato)s (%(hjemmel)s).") % {
            "dato": f"{siste.dato:%d.%m.%Y}",
            "hjemmel": paa_leserens(siste.hjemmel),
        }


def siste_dag(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """The draft says which day is the last."""
    if tilstand.utkast.til is None:
        yield _("Skriv siste dag i programmet, i utkastet.")


def varslet(tilstand: Tilstand, dag: date) -> Iterator[str]:
    """Before a decision to somebody's harm they are told of it, and have had time to answer, unless the programme is simply done."""
    if tilstand.utkast.fullfort or (i_veien := hinder(tilstand.varsel, dag)) is None:
        return
    frist = tilstand.varsel.frist if tilstand.varsel else None
    yield _(VARSELET[i_veien]) % {
        "dato": f"{frist:%d.%m.%Y}" if frist else "",
        "hjemmel": paa_leserens(hjemmel(Tema.FORHANDSVARSEL, dag)),
        "dager": MINSTE_UTTALEFRIST_DAGER,
    }


VARSELET: Final[Mapping[Hinder, str]] = {
    Hinder.IKKE_VARSLET: gettext_noop("Deltakeren må varsles først, og få en frist til å uttale seg (%(hjemmel)s). Gi forhåndsvarsel."),
    Hinder.IKKE_SENDT: gettext_noop("Forhåndsvarselet er ikke sendt. Send det, og merk det som sendt under Brev."),
    Hinder.FOR_KORT_FRIST: gettext_noop(
        "Forhåndsvarselet ble sendt mindre enn %(dager)s dager før fristen %(dato)s. Gi et nytt varsel (%(hjemmel)s)."
    ),
    Hinder.FRISTEN_LOPER: gettext_noop(
        "Deltakeren har frist til og med %(dato)s til å uttale seg (%(hjemmel)s). Registrer uttalelsen når den kommer."
    ),
}
"""What stands in the way → what to say."""


def varslet_om_ugunst(tilstand: Tilstand, dag: date) -> Iterator[str]:
    """The same before a reversal that takes away or shortens what was granted; one to the good needs no notice."""
    utkast = tilstand.utkast
    nytt = Innvilget(utkast.fra, utkast.til, utkast.start) if antatt(tilstand, dag) is Utfall.INNVILGET else None
    if til_ugunst(tilstand.omgjores, nytt):
        yield from varslet(tilstand, dag)


def brevet_har_alt(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """The letter has all that the law demands of it."""
    yield from tilstand.brev_mangler


OM_VILKARENE: Final = (vurderingene_gjelder, kvalitetssikret, aev_for_vedtak, barna_vurdert)
KRAV: Final[Mapping[Utfall, tuple[Krav, ...]]] = {
    Utfall.INNVILGET: (
        alle_vilkar_oppfylt,
        *OM_VILKARENE,
        har_periode,
        hoyst_ett_aar,
        start_og_timer,
        begrunnet,
        alternativet_vurdert,
        varslet_om_ugunst,
        brevet_har_alt,
    ),
    Utfall.AVSLATT: (et_lovlig_nei, *OM_VILKARENE, begrunnet, alternativet_vurdert, varslet_om_ugunst, brevet_har_alt),
    Utfall.AVVIST: (begrunnet, brevet_har_alt),
    Utfall.AVBRUTT: (varslet, har_periode, begrunnet, brevet_har_alt),
    Utfall.STANSET: (varslet, har_periode, begrunnet, brevet_har_alt),
    Utfall.AVSLUTTET: (varslet, siste_dag, begrunnet, brevet_har_alt),
    Utfall.OPPHEVET: (varslet_om_ugunst, begrunnet, brevet_har_alt),
    Utfall.KLAGE_AVVIST: (begrunnet, brevet_har_alt),
}
"""What a decision says → what must be in place before it."""

VILKARENE: Final = "sak:vilkar"
GRUNNLAGET: Final = "sak:grunnlag"
VARSLINGEN: Final = "sak:arbeid"
VEDTAKET: Final = "sak:vedtak"
SIDE: Final[Mapping[Krav, str]] = {
    **dict.fromkeys((alle_vilkar_oppfylt, et_lovlig_nei, vurderingene_gjelder, kvalitetssikret), VILKARENE),
    **dict.fromkeys((aev_for_vedtak, barna_vurdert), GRUNNLAGET),
    **dict.fromkeys((varslet, varslet_om_ugunst), VARSLINGEN),
}
"""Demand → the page where it is met; the others are met in the draft."""


def sen_start(tilstand: Tilstand, _dag: date) -> Iterator[str]:
    """Worth a warning: the start is later than the law allows. The grant is not withheld for it (lovvalg L40)."""
    start, mottatt = tilstand.utkast.start, tilstand.mottatt
    if start and mottatt and (frist := seneste_start(mottatt)).ute(start):
        yield _("Programmet skal starte senest %(dato)s (%(hjemmel)s). Finn en tidligere start.") % {
            "dato": f"{frist.dato:%d.%m.%Y}",
            "hjemmel": paa_leserens(frist.hjemmel),
        }
