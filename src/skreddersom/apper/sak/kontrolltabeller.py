"""The tables of theme 2 for the control catalogue, made of what is read of the cases.

In plain Python: an office has some hundreds of cases, and a page often looks at one; of so few, the going to work of a frame costs more
than the work.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import polars as pl

from skreddersom.apper.sak.kontrollrader import hviler_paa
from skreddersom.apper.sak.krav import UTEN_AEV
from skreddersom.apper.sak.models import Slag, Status, Svar, Utfall
from skreddersom.kjerne.kontroll.tabeller import KLAGE, SOKNAD, TABELLER, VEDTAK
from skreddersom.kjerne.lov.versjoner import versjon_paa

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from skreddersom.apper.sak.kontrollrader import Hviler, Lest, LestBehandling, LestSvar
    from skreddersom.kjerne.kontroll.tabeller import Skjema
    from skreddersom.plattform.tilgang.kontekst import Kontekst

    Rad = Mapping[str, Any]
    """A row by the names of its columns."""
    Kolonner = Mapping[str, list[Any]]

EGNE: Final = ("soknad", "vedtak", "vilkarsvurdering", "klage")
"""The tables that are made here."""
JA, NEI = Svar.JA.value, Svar.NEI.value


def av(lest: Lest, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    """Every table of ``EGNE`` as it is on the day ``per``."""
    hviler, endret = hviler_paa(lest, per), _endret(lest.behandlinger)
    svarene = _svarene(lest.svar, hviler.utdatert, per)
    alle = [Behandlet(ett, svarene.get(ett.behandling, INGEN), endret.get(ett.vedtak or "")) for ett in lest.behandlinger]
    kolonner = {
        "soknad": _kolonner(SOKNAD, [_soknad(ett) for ett in alle if ett.lest.slag == Slag.SOKNAD]),
        "vedtak": _kolonner(VEDTAK, [_vedtak(ett) for ett in alle if ett.lest.vedtak]),
        "vilkarsvurdering": _vilkarsvurderinger(lest.svar, hviler, alle),
        "klage": _kolonner(KLAGE, [ett._asdict() for ett in lest.klager]),
    }
    return {navn: _ramme(TABELLER[navn], kolonner[navn], kontekst) for navn in EGNE}


class Svarene(NamedTuple):
    """What the answers to a behandling say together: of § 29 as it is on the day, and of each no."""

    alle_vilkar: bool | None
    """Whether § 29 is met; None while a condition is open."""
    siden: date | None
    nei: list[LestSvar]
    forfattere: list[str]


INGEN: Final = Svarene(None, None, [], [])


class Endring(NamedTuple):
    """That a later decision has changed one, and the first grant among those that followed (also a change of a change)."""

    tilbud: date | None = None
    start: date | None = None


class Behandlet(NamedTuple):
    """A behandling, what the answers say, and how its decision has been changed."""

    lest: LestBehandling
    svar: Svarene
    endret: Endring | None


def _svarene(svar: Sequence[LestSvar], utdatert: Collection[str], per: date) -> dict[str, Svarene]:
    """By behandling."""
    vilkar = frozenset(ett.id for ett in versjon_paa(per).vilkar)
    i_hver: defaultdict[str, list[LestSvar]] = defaultdict(list)
    for ett in svar:
        i_hver[ett.behandling].append(ett)
    return {behandling: _samlet(alle, utdatert, vilkar) for behandling, alle in i_hver.items()}


def _samlet(alle: list[LestSvar], utdatert: Collection[str], vilkar: Collection[str]) -> Svarene:
    teller = [ett.svar for ett in alle if ett.vilkar in vilkar and ett.id not in utdatert]
    return Svarene(
        alle_vilkar=False if NEI in teller else True if teller.count(JA) == len(vilkar) else None,
        siden=max([ett.dag for ett in alle]),
        nei=[ett for ett in alle if ett.svar == NEI],
        forfattere=sorted({ett.av for ett in alle}),
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
    slaatt_opp = any(ett.vilkar in UTEN_AEV for ett in svar.nei)
    return {
        "id": lest.vedtak,
        "sak_id": lest.sak_id,
        "utfall": lest.utfall,
        "dato": lest.dato,
        "fra": lest.fra,
        "til": lest.til,
        "omgjort": ett.endret is not None,
        "trenger_aev": lest.slag in MED_VILKAR and lest.utfall in (Utfall.INNVILGET, Utfall.AVSLATT) and not slaatt_opp,
        "aev_utfort": lest.aev_utfort,
        "grunner": SKILLE.join(ett.grunn or "" for ett in svar.nei),
        "begrunnelse": "\n\n".join((lest.begrunnelse, *(ett.tekst for ett in svar.nei))),
        "saksbehandler": lest.saksbehandler,
        "fattet_av": lest.fattet_av,
        "forfattere": SKILLE.join(svar.forfattere),
    }


def _vilkarsvurderinger(svar: Sequence[LestSvar], hviler: Hviler, alle: Sequence[Behandlet]) -> Kolonner:
    """Not those of a decision that a later one has changed. By column at once: an office has thousands."""
    sak_av = {ett.lest.behandling: ett.lest.sak_id for ett in alle if ett.endret is None}
    rader = [(en, n, uten) for en, n, uten in zip(svar, hviler.opplysninger, hviler.uten_kilde, strict=True) if en.behandling in sak_av]
    return {
        "id": [en.id for en, _n, _uten in rader],
        "sak_id": [sak_av[en.behandling] for en, _n, _uten in rader],
        "vilkar": [en.vilkar for en, _n, _uten in rader],
        "svar": [en.svar for en, _n, _uten in rader],
        "begrunnet": [en.begrunnet for en, _n, _uten in rader],
        "opplysninger": [n for _en, n, _uten in rader],
        "uten_kilde": [uten for _en, _n, uten in rader],
    }


def _kolonner(skjema: Skjema, rader: Sequence[Mapping[str, Any]]) -> Kolonner:
    return {navn: [rad[navn] for rad in rader] for navn in skjema if navn != KONTOR}


KONTOR: Final = "kontor_id"
SKILLE: Final = ","
"""Between the values of a list, none of which has it: of text, Polars makes lists much faster than of lists."""


def _ramme(skjema: Skjema, kolonner: Kolonner, kontekst: Kontekst) -> pl.DataFrame:
    """The catalogue's table with these columns, all at the office of the one who acts."""
    lister = [navn for navn, slag in skjema.items() if slag == pl.List(pl.String)]
    ramme = pl.DataFrame(kolonner, schema={navn: pl.String if navn in lister else slag for navn, slag in skjema.items() if navn != KONTOR})
    delt = [pl.col(navn).str.extract_all(f"[^{SKILLE}]+") for navn in lister]
    return ramme.with_columns(pl.lit(str(kontekst.kontor)).alias(KONTOR), *delt).select(*skjema)
