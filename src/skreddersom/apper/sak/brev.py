"""From a behandling to the letter that tells of it: the one place that knows both the case and the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext

from skreddersom.apper.sak.grunnlag import verdi_av
from skreddersom.apper.sak.models import Brevhode, Slag, Svar, Utfall
from skreddersom.kjerne.lov import brevkrav
from skreddersom.kjerne.lov.alder import alder
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.kjerne.lov.fakta import DATOFAKTUM
from skreddersom.kjerne.lov.satser import UNG_UNDER_AAR, UtenforSatsene
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.brev import beregning
from skreddersom.plattform.brev import handlinger as brevhandlinger
from skreddersom.plattform.brev.felt import sjekk
from skreddersom.plattform.brev.handlinger import NyttBrev
from skreddersom.plattform.brev.lag import Brevfil, lag
from skreddersom.plattform.brev.vern import uten_adresse
from skreddersom.plattform.ferdig import IDER, Ferdig
from skreddersom.plattform.tilgang.models import Ansatt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.grunnlag import Grunnlag
    from skreddersom.apper.sak.models import Behandling, Sak, Vilkarsvurdering
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Egne = Callable[[Behandling, Grunnlag, date], dict[str, Any]]

SLAG: Final = {
    Utfall.INNVILGET: Brevslag.INNVILGELSE,
    Utfall.AVSLATT: Brevslag.AVSLAG,
    Utfall.AVVIST: Brevslag.AVVISNING,
    Utfall.AVBRUTT: Brevslag.AVBRUDD,
    Utfall.AVSLUTTET: Brevslag.AVSLUTNING,
    Utfall.STANSET: Brevslag.STANS,
    Utfall.OPPHEVET: Brevslag.OPPHEVELSE,
    Utfall.KLAGE_AVVIST: Brevslag.KLAGEAVVISNING,
}
"""What a decision says → the letter that tells it."""

AV_SAKEN: Final = frozenset(
    {
        *("dato", "referanse", "hilsen", "vilkar", "stonad", "mottatt", "fra", "til", "start", "slutt", "timer_uke", "begrunnelse"),
        *("erstatter", "opphevet"),
    }
)
"""Fields that the case fills in; the draft cannot say something else."""


def slag_for(utfall: Utfall | None) -> Brevslag | None:
    """The kind of letter that tells of this outcome, if there is one."""
    return SLAG.get(utfall) if utfall else None


def krev_gyldig(utfall: Utfall | None, brevfelt: Mapping[str, Any]) -> None:
    """Raise ``UgyldigBrev`` when the draft has a field that the letter does not have, or of a wrong kind."""
    slag = slag_for(utfall)
    if slag is not None:
        sjekk(slag, {navn: verdi for navn, verdi in brevfelt.items() if navn not in AV_SAKEN})


def mangler(behandling: Behandling, bak: Grunnlag, dag: date) -> tuple[str, ...]:
    """What the law demands of the letter and the draft does not say yet."""
    slag = SLAG[Utfall(behandling.utfall)]
    return tuple(gettext(krav.setning) for krav in brevkrav.mangler(slag, data(behandling, bak, dag), dag))


def avledet() -> frozenset[str]:
    """What is said of a letter when the case itself lacks what it would be filled with: whoever mends the case, mends the letter."""
    alle = (krav for slag in SLAG.values() for krav in brevkrav.krav_til(slag))
    return frozenset(gettext(krav.setning) for krav in alle if krav.felt and all(_av_saken(felt) for felt in krav.felt))


def _av_saken(felt: str) -> bool:
    return felt.partition("[")[0].partition(".")[0] in AV_SAKEN


def lag_brev(behandling: Behandling, bak: Grunnlag, dag: date, *, beslutter: Ansatt | None = None, utkast: bool = False) -> Brevfil:
    """The letter as it stands, for a preview (``utkast``) or for the decision. Raises ``KeyError`` when no outcome is chosen."""
    slag = SLAG[Utfall(behandling.utfall)]
    return lag(slag, malform(behandling), data(behandling, bak, dag, beslutter=beslutter), utkast=utkast)


def lagre(kontekst: Kontekst, behandling: Behandling, bak: Grunnlag, dag: date) -> Brev:
    """Make the letter of the decision that ``kontekst`` makes, and keep it, ready to be sent. Raises ``BrevMangler``, ``UgyldigBrev``."""
    beslutter = Ansatt.objects.get(pk=kontekst.ansatt)
    slag = SLAG[Utfall(behandling.utfall)]
    innhold = data(behandling, bak, dag, beslutter=beslutter)
    nytt = NyttBrev(behandling.person_id, slag, malform(behandling), innhold, sak=behandling.sak_id)
    return brevhandlinger.lagre(kontekst, nytt, dag)


def malform(behandling: Behandling) -> brevkrav.Malform:
    """The written form of Norwegian of the case's letters."""
    return "nn" if behandling.sak.malform == "nn" else "nb"


def data(behandling: Behandling, bak: Grunnlag, dag: date, *, beslutter: Ansatt | None = None) -> dict[str, Any]:
    """Everything the letter is made of: what the draft says of the letter, and over it what the case says."""
    slag = SLAG[Utfall(behandling.utfall)]
    fritt = {navn: verdi for navn, verdi in behandling.brevfelt.items() if navn not in AV_SAKEN}
    return _fra_for(behandling, bak) | fritt | _hode(behandling, bak, dag, beslutter) | EGNE[slag](behandling, bak, dag)


def _fra_for(behandling: Behandling, bak: Grunnlag) -> dict[str, Any]:
    """What the draft may say better: the applicant's own words, the children, what was replaced."""
    ord_ = bak.egne_ord
    felt: dict[str, Any] = {"begrunnelse": behandling.begrunnelse}
    if ord_ is not None:
        felt["deltakers_syn"] = ord_.tekst or INGEN_ORD[malform(behandling)]
    if bak.varsel is not None and bak.varsel.frist is not None:
        felt["deltakers_syn"] = _svart(bak, malform(behandling))
    if bak.barn is not None:
        felt |= {"har_barn": bool(bak.barn.antall), "barn": bak.barn.hva_gjores}
    if behandling.slag == Slag.OMGJORING and behandling.gjelder is not None:
        felt["opphevet" if behandling.utfall == Utfall.OPPHEVET else "erstatter"] = behandling.gjelder.dato.isoformat()
    return felt


def _svart(bak: Grunnlag, malform: brevkrav.Malform) -> str:
    """What the participant answered to the notice; the decision must answer that, not what was said when they applied."""
    if not bak.uttalelser:
        return IKKE_SVART[malform] % {"dato": f"{bak.varsel.dato:%d.%m.%Y}"}
    return "\n\n".join(ett.tekst or INGEN_ORD[malform] for ett in reversed(bak.uttalelser))


IKKE_SVART: Final = {
    "nb": "Vi varslet deg i brev %(dato)s, og har ikke fått noe svar.",
    "nn": "Vi varsla deg i brev %(dato)s, og har ikkje fått noko svar.",
}
INGEN_ORD: Final = {"nb": "Du har ikke ønsket å uttale deg.", "nn": "Du har ikkje ønskt å uttale deg."}


def _hode(behandling: Behandling, bak: Grunnlag, dag: date, beslutter: Ansatt | None) -> dict[str, Any]:
    """Head, foot, and whom it is to; a protected address is in no letter, nor in what is shown of one."""
    mottaker = {"navn": behandling.person.navn} | behandling.brevfelt.get("mottaker", {})
    if bak.vern.sperret_adresse:
        mottaker = uten_adresse(mottaker)
    return hode(behandling.sak, dag, ((behandling.saksbehandler, "saksbehandler"), (beslutter, "beslutter"))) | {"mottaker": mottaker}


def hode(sak: Sak, dag: date, hilsen: Iterable[tuple[Ansatt | None, str]]) -> dict[str, Any]:
    """The head and foot of every letter of the case: the office, the day, the reference, and who stands for it, each in a role."""
    return hodet(sak.kontor_id, sak.referanse, dag, hilsen)


def hodet(kontor_id: UUID, referanse: str, dag: date, hilsen: Iterable[tuple[Ansatt | None, str]]) -> dict[str, Any]:
    """The same, also for a letter to somebody who has no case yet."""
    return {
        **kontoret(kontor_id),
        "dato": dag.isoformat(),
        "referanse": referanse,
        "hilsen": [{"navn": str(hvem), "rolle": rolle} for hvem, rolle in hilsen if hvem is not None],
    }


def kontoret(kontor_id: UUID) -> dict[str, Any]:
    """The office as it stands at the head of its letters, and who decides on complaints about it."""
    fra = next(iter(_HODET(kontor=kontor_id)), None) or Brevhode(kontor_id=kontor_id)
    return {
        "kontor": {
            "navn": str(fra.kontor),
            "adresse": list(fra.adresse),
            "telefon": fra.telefon,
            "epost": fra.epost,
            "apningstid": fra.apningstid,
        },
        "statsforvalter": fra.statsforvalter,
    }


_HODET: Final = Ferdig(lambda kontor: Brevhode.objects.filter(kontor_id=kontor).select_related("kontor"), kontor=IDER)


def _mottatt(behandling: Behandling) -> dict[str, Any]:
    """When the application came that this, or what it changes, answers."""
    if behandling.soknad is None:
        return _mottatt(behandling.gjelder.behandling) if behandling.gjelder else {}
    return {"mottatt": behandling.soknad.mottatt.isoformat()}


def _gjelder(behandling: Behandling) -> dict[str, Any]:
    return {"gjelder": "forlengelse" if behandling.slag == Slag.FORLENGELSE else "soknad"}


def _innvilgelse(behandling: Behandling, bak: Grunnlag, dag: date) -> dict[str, Any]:
    timer = {"timer_uke": float(behandling.timer_uke)} if behandling.timer_uke else {}
    dager = _dager(behandling, "fra", "til", "start")
    mottatt = {} if behandling.slag == Slag.FORLENGELSE else _mottatt(behandling)
    return dager | timer | _gjelder(behandling) | mottatt | {"vilkar": _vilkar(bak, dag), "stonad": _stonad(behandling, bak, dag)}


def _dager(behandling: Behandling, *navn: str) -> dict[str, Any]:
    return {ett: dato.isoformat() for ett in navn if (dato := getattr(behandling, ett))}


def _stonad(behandling: Behandling, bak: Grunnlag, dag: date) -> dict[str, Any]:
    """The rates, when start and date of birth are known; else nothing, and the checklist asks for them."""
    fodt = verdi_av(bak.fakta[DATOFAKTUM]) if DATOFAKTUM in bak.fakta else None
    if behandling.start is None or fodt is None or isinstance(fodt, bool):
        return {}
    under_25 = alder(fodt, behandling.start) < UNG_UNDER_AAR
    try:
        return beregning.stonad(behandling.start, dag, under_25=under_25, antall_barn=bak.barn.antall if bak.barn else 0)
    except UtenforSatsene:
        return {}


def _avslag(behandling: Behandling, bak: Grunnlag, dag: date) -> dict[str, Any]:
    aev = dict(behandling.brevfelt.get("aev", {}))
    if bak.aev is not None and bak.aev.utfort is not None:
        aev["dato"] = bak.aev.utfort.isoformat()
    return _gjelder(behandling) | _mottatt(behandling) | {"aev": aev, "vilkar": _vilkar(bak, dag)}


def _avslutning(behandling: Behandling, _bak: Grunnlag, _dag: date) -> dict[str, Any]:
    return {"slutt": behandling.til.isoformat()} if behandling.til else {}


def _avbrudd(behandling: Behandling, _bak: Grunnlag, _dag: date) -> dict[str, Any]:
    senest = {"avslutt_senest": beregning.avslutt_senest(behandling.fra)} if behandling.fra else {}
    return _dager(behandling, "fra", "til") | senest


def _klageavvisning(behandling: Behandling, _bak: Grunnlag, _dag: date) -> dict[str, Any]:
    """Which complaint, about which decision, and what it lacks."""
    klage = behandling.av_klage
    krav = klage.formkrav.first()
    felt: dict[str, Any] = {"klage_mottatt": klage.mottatt.isoformat(), "vedtak_dato": klage.vedtak.dato.isoformat()}
    if krav is None:
        return felt
    felt |= {"for_sent": not krav.tas_opp_i_tide, "mangler": not (krav.konkret and krav.underskrevet), "uten_klagerett": not krav.part}
    return felt | ({"frist": krav.frist.isoformat()} if krav.frist else {})


EGNE: Final[Mapping[Brevslag, Egne]] = {
    Brevslag.INNVILGELSE: _innvilgelse,
    Brevslag.AVSLAG: _avslag,
    Brevslag.AVVISNING: lambda behandling, _bak, _dag: _mottatt(behandling),
    Brevslag.AVBRUDD: _avbrudd,
    Brevslag.AVSLUTNING: _avslutning,
    Brevslag.STANS: lambda behandling, _bak, _dag: _dager(behandling, "fra", "til"),
    Brevslag.OPPHEVELSE: lambda _behandling, _bak, _dag: {},
    Brevslag.KLAGEAVVISNING: _klageavvisning,
}
"""Kind of letter → what the case says in it."""


def _vilkar(bak: Grunnlag, dag: date) -> list[dict[str, Any]]:
    """The conditions that are answered, in the statute's order."""
    return [_ett_vilkar(bak.vurderinger[ett.id]) for ett in versjon_paa(dag).vilkar if ett.id in bak.vurderinger]


def _ett_vilkar(vurdering: Vilkarsvurdering) -> dict[str, Any]:
    tekst = vurdering.mangler if vurdering.svar == Svar.UKJENT else vurdering.begrunnelse
    return {"id": vurdering.vilkar, "svar": vurdering.svar, "begrunnelse": tekst}
