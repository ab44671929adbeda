"""From a complaint to the covering letter that goes with it to the County Governor, in copy to the one who complains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db.models import Max
from django.utils.translation import gettext as _

from skreddersom.apper.sak.brev import hode
from skreddersom.apper.sak.models import Behandling, Slag, Utfall
from skreddersom.kjerne.lov import brevkrav
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import handlinger as brevhandlinger
from skreddersom.plattform.brev.handlinger import NyttBrev
from skreddersom.plattform.brev.lag import Brevfil, lag
from skreddersom.plattform.brev.vern import har_sperret_adresse
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skreddersom.apper.sak.models import Formkrav, Klage
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

VEDTAK_OM: Final[Mapping[str, Mapping[Utfall, str]]] = {
    "nb": {
        Utfall.INNVILGET: "innvilgelse av kvalifiseringsprogram",
        Utfall.AVSLATT: "avslag på søknad om kvalifiseringsprogram",
        Utfall.AVVIST: "avvisning av søknad om kvalifiseringsprogram",
        Utfall.AVBRUTT: "avbrudd av kvalifiseringsprogram",
        Utfall.STANSET: "stans av kvalifiseringsstønad",
        Utfall.AVSLUTTET: "avslutning av kvalifiseringsprogram",
        Utfall.OPPHEVET: "oppheving av vedtak om kvalifiseringsprogram",
        Utfall.KLAGE_AVVIST: "avvisning av klage på vedtak om kvalifiseringsprogram",
    },
    "nn": {
        Utfall.INNVILGET: "innvilging av kvalifiseringsprogram",
        Utfall.AVSLATT: "avslag på søknad om kvalifiseringsprogram",
        Utfall.AVVIST: "avvising av søknad om kvalifiseringsprogram",
        Utfall.AVBRUTT: "avbrot av kvalifiseringsprogram",
        Utfall.STANSET: "stans av kvalifiseringsstønad",
        Utfall.AVSLUTTET: "avslutning av kvalifiseringsprogram",
        Utfall.OPPHEVET: "oppheving av vedtak om kvalifiseringsprogram",
        Utfall.KLAGE_AVVIST: "avvising av klage på vedtak om kvalifiseringsprogram",
    },
}
"""Målform → what a decision said → what it is called in the letter."""

INGEN: Final = (None, "")
"""Nobody has let it go yet."""


def mangler(klage: Klage, krav: Formkrav | None, dag: date) -> tuple[str, ...]:
    """What the law demands of the covering letter and the draft does not say yet."""
    savnet = [_(ett.setning) for ett in brevkrav.mangler(Brevslag.OVERSENDELSE, data(klage, krav, dag), dag)]
    if not klage.til_adresse:
        savnet.append(_("Skriv adressen til Statsforvalteren."))
    if not klage.kopi_adresse and not har_sperret_adresse(klage.person_id):
        savnet.append(_("Skriv adressen til den som skal ha kopi."))
    return tuple(savnet)


def lag_utkast(klage: Klage, krav: Formkrav | None, dag: date) -> Brevfil:
    """The letter as it stands, marked as a draft."""
    return lag(Brevslag.OVERSENDELSE, malform(klage), data(klage, krav, dag), utkast=True)


def lagre(kontekst: Kontekst, klage: Klage, krav: Formkrav | None, dag: date) -> Brev:
    """Make the letter that ``kontekst`` lets go, and its copy, and keep them, ready to be sent. Raises ``BrevMangler``, ``UgyldigBrev``."""
    innhold = data(klage, krav, dag, slipper=(Ansatt.objects.get(pk=kontekst.ansatt), kontekst.rollekode))
    kopi = {"navn": klager(klage), "adresse": list(klage.kopi_adresse)}
    nytt = NyttBrev(klage.person_id, Brevslag.OVERSENDELSE, malform(klage), innhold, sak=klage.sak_id, kopi_til=[kopi])
    return brevhandlinger.lagre(kontekst, nytt, dag)


def malform(klage: Klage) -> brevkrav.Malform:
    """The written form of Norwegian of the case's letters."""
    return "nn" if klage.sak.malform == "nn" else "nb"


def klager(klage: Klage) -> str:
    """The one who complains, by name."""
    return klage.klager_navn or klage.person.navn


def data(klage: Klage, krav: Formkrav | None, dag: date, *, slipper: tuple[Ansatt | None, str] = INGEN) -> dict[str, Any]:
    """Everything the letter is made of. ``slipper``: who lets it go, in which role."""
    felt = hode(klage.sak, dag, ((klage.saksbehandler, "saksbehandler"), slipper))
    fylke = felt.pop("statsforvalter")
    navn = {"nb": f"Statsforvalteren i {fylke}", "nn": f"Statsforvaltaren i {fylke}"}[malform(klage)]
    return (
        felt
        | _om_fristen(krav)
        | {
            "mottaker": {"navn": navn if fylke else "", "adresse": list(klage.til_adresse)},
            "klager": klager(klage),
            "vedtak_dato": klage.vedtak.dato.isoformat(),
            "vedtak_om": VEDTAK_OM[malform(klage)][Utfall(klage.vedtak.utfall)],
            "klage_mottatt": klage.mottatt.isoformat(),
            "anforsler": klage.anforsler,
            **_om_omgjoringen(klage),
            "begrunnelse": klage.vurdering,
            "vedlegg": list(klage.vedlegg),
        }
    )


def omgjort(klage: Klage) -> date | None:
    """The day the office last changed the decision itself after the complaint came; then only the rest is sent on (lovvalg L55)."""
    if hasattr(klage, "omgjort_dato"):
        kjent: date | None = klage.omgjort_dato
        return kjent
    nye = Behandling.objects.filter(slag=Slag.OMGJORING, gjelder=klage.vedtak_id, vedtak__dato__gte=klage.mottatt)
    siste: date | None = nye.aggregate(siste=Max("vedtak__dato"))["siste"]
    return siste


def _om_omgjoringen(klage: Klage) -> dict[str, Any]:
    dato = omgjort(klage)
    return {"omgjort": dato.isoformat(), "omgjort_del": klage.omgjort_del} if dato else {}


def _om_fristen(krav: Formkrav | None) -> dict[str, Any]:
    """Whether it came in time; if not, why it is taken up all the same."""
    if krav is None:
        return {}
    return {"i_tide": krav.i_tide} | ({} if krav.i_tide else {"for_sent_fordi": krav.unntak_begrunnelse})
