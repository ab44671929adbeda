"""The tables of theme 2 for the control catalogue, made of what is read of the cases.

In plain Python: an office has some hundreds of cases, and a page often looks at one; of so few, the going to work of a frame costs more
than the work.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from skreddersom.apper.sak.kontrollrader import svar_med_fakta
from skreddersom.apper.sak.krav import UTEN_AEV
from skreddersom.apper.sak.models import Slag, Status, Svar, Utfall
from skreddersom.kjerne.kontroll.tabeller import TABELLER
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from skreddersom.apper.sak.kontrollrader import Lest, LestBehandling, SvarMedFakta
    from skreddersom.kjerne.kontroll.tabeller import Skjema
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Rad = Mapping[str, Any]
    """A row by the names of its columns."""

EGNE: Final = ("soknad", "vedtak", "vilkarsvurdering", "klage")
"""The tables that are made here."""


def av(lest: Lest, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    """Every table of ``EGNE`` as it is on the day ``per``."""
    svar, endret = svar_med_fakta(lest, per), _endret(lest.behandlinger)
    alle = [Behandlet(ett, _samlet(svar.get(ett.behandling, ()), per), endret.get(ett.vedtak or "")) for ett in lest.behandlinger]
    rader: dict[str, list[Rad]] = {
        "soknad": [_soknad(ett) for ett in alle if ett.lest.slag == Slag.SOKNAD],
        "vedtak": [_vedtak(ett) for ett in alle if ett.lest.vedtak],
        "vilkarsvurdering": [_vilkarsvurdering(ett, en) for ett in alle if not ett.endret for en in svar.get(ett.lest.behandling, ())],
        "klage": [ett._asdict() for ett in lest.klager],
    }
    return {navn: _ramme(TABELLER[navn], rader[navn], kontekst) for navn in EGNE}


@dataclass(frozen=True, slots=True)
class Svarene:
    """What the answers to a behandling say together: of § 29 as it is on the day, and of each no."""

    alle_vilkar: bool | None = None
    """Whether § 29 is met; None while a condition is open."""
    siden: date | None = None
    grunner: tuple[str | None, ...] = ()
    nei_fordi: str = ""
    slaatt_opp: bool = False
    """There is a no that could be looked up."""
    forfattere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endring:
    """That a later decision has changed one, and the first grant among those that followed (also a change of a change)."""

    tilbud: date | None = None
    start: date | None = None


@dataclass(frozen=True, slots=True)
class Behandlet:
    """A behandling, what the answers say, and how its decision has been changed."""

    lest: LestBehandling
    svar: Svarene
    endret: Endring | None


def _samlet(svar: Sequence[SvarMedFakta], per: date) -> Svarene:
    vilkar = [ett.id for ett in versjon_paa(per).vilkar]
    nei = [ett.lest for ett in svar if ett.lest.svar == Svar.NEI]
    teller = [ett.lest.svar for ett in svar if ett.gjelder and ett.lest.vilkar in vilkar]
    return Svarene(
        alle_vilkar=False if Svar.NEI in teller else True if teller.count(Svar.JA) == len(vilkar) else None,
        siden=max((ett.lest.dag for ett in svar), default=None),
        grunner=tuple(ett.grunn for ett in nei),
        nei_fordi="\n\n".join(ett.tekst for ett in nei),
        slaatt_opp=any(ett.vilkar in UTEN_AEV for ett in nei),
        forfattere=tuple(sorted({ett.lest.av for ett in svar})),
    )


def _endret(behandlinger: Sequence[LestBehandling]) -> dict[str, Endring]:
    """By decision, how later ones have changed it."""
    av = {ett.endrer: ett for ett in behandlinger if ett.slag == Slag.OMGJORING and ett.vedtak and ett.endrer}
    return {vedtak: _forste_tilbud(av, vedtak) for vedtak in av}


def _forste_tilbud(av: Mapping[str, LestBehandling], vedtak: str) -> Endring:
    """The first decision that grants, among those that followed; a decision is only changed by later ones."""
    neste = av.get(vedtak)
    while neste is not None and neste.utfall != Utfall.INNVILGET:
        neste = av.get(neste.vedtak or "")
    return Endring(neste.dato, neste.start) if neste else Endring()


MED_VILKAR: Final = (Slag.SOKNAD, Slag.FORLENGELSE, Slag.OMGJORING)


def _soknad(ett: Behandlet) -> Rad:
    lest, innvilget = ett.lest, ett.lest.utfall == Utfall.INNVILGET
    gitt = Endring(lest.dato, lest.start) if innvilget else ett.endret or Endring()
    return {
        "id": lest.soknad,
        "sak_id": lest.sak_id,
        "mottatt": lest.mottatt,
        "henlagt": lest.status == Status.HENLAGT,
        "forelopig_svar": lest.forelopig_svar,
        "vedtak": lest.dato,
        "utfall": lest.utfall,
        "tilbud": gitt.tilbud,
        "start": gitt.start,
        "alle_vilkar": ett.svar.alle_vilkar,
        "vilkar_siden": ett.svar.siden,
        # None in the file is not known to be none in the household.
        "barn": (lest.barn_i_fila or None) if lest.barn is None else lest.barn,
        "barn_vurdert": lest.barn is not None,
    }


def _vedtak(ett: Behandlet) -> Rad:
    lest, svar = ett.lest, ett.svar
    return {
        "id": lest.vedtak,
        "sak_id": lest.sak_id,
        "utfall": lest.utfall,
        "dato": lest.dato,
        "fra": lest.fra,
        "til": lest.til,
        "omgjort": ett.endret is not None,
        "trenger_aev": lest.slag in MED_VILKAR and lest.utfall in (Utfall.INNVILGET, Utfall.AVSLATT) and not svar.slaatt_opp,
        "aev_utfort": lest.aev_utfort,
        "grunner": svar.grunner,
        "begrunnelse": f"{lest.begrunnelse}\n\n{svar.nei_fordi}",
        "saksbehandler": lest.saksbehandler,
        "fattet_av": lest.fattet_av,
        "forfattere": svar.forfattere,
    }


def _vilkarsvurdering(ett: Behandlet, en: SvarMedFakta) -> Rad:
    return {
        "id": en.lest.id,
        "sak_id": ett.lest.sak_id,
        "vilkar": en.lest.vilkar,
        "svar": en.lest.svar,
        "begrunnet": en.lest.begrunnet,
        "opplysninger": en.opplysninger,
        "uten_kilde": en.uten_kilde,
    }


def _ramme(skjema: Skjema, rader: Sequence[Rad], kontekst: Kontekst) -> pl.DataFrame:
    """The catalogue's table of these rows, all at the office of the one who acts."""
    felles = {"kontor_id": [str(kontekst.kontor)] * len(rader)}
    return pl.DataFrame({navn: felles.get(navn) or [rad[navn] for rad in rader] for navn in skjema}, schema=dict(skjema))
