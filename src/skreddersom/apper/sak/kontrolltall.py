"""The facts of theme 2 as the tables of the control catalogue, and which cases a finding is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from django.urls import reverse

from skreddersom.apper.sak import kontrollfakta
from skreddersom.apper.sak.krav import UTEN_AEV
from skreddersom.apper.sak.models import Slag, Status, Svar, Utfall
from skreddersom.kjerne.kontroll.katalog import KATALOG
from skreddersom.kjerne.kontroll.kjor import finn
from skreddersom.kjerne.kontroll.tabeller import TABELLER
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.kontroller import grenser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.kontrollfakta import Lest
    from skreddersom.kjerne.kontroll.modell import Kontroll
    from skreddersom.plattform.kontroller.grenser import Egne
    from skreddersom.plattform.tilgang.kontekst import Kontekst

EGNE: Final = ("soknad", "vedtak", "vilkarsvurdering", "klage")
"""The tables that are made here."""


class Kilde:
    """The tables of theme 2, for ``plattform/kontroller``."""

    def tabeller(self, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
        """The applications, the decisions, the assessments and the complaints of the cases one may see."""
        return tabeller(kontekst, per)

    def adresse(self, kontroll: Kontroll) -> str:
        """The cases that a finding is about."""
        return reverse("sak:funn", args=[kontroll.id])


@dataclass(frozen=True, slots=True)
class Funn:
    """A finding: of which control, in which case, how grave, and the evidence as name and value."""

    kontroll: Kontroll
    sak: str
    alvor: str
    bevis: tuple[tuple[str, str], ...]


def tabeller(kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    """Every table of ``EGNE`` as it is on the day ``per``. Five queries."""
    return _tabeller(kontrollfakta.ved_kontoret(kontekst, per), kontekst, per)


def _tabeller(lest: Lest, kontekst: Kontekst, per: date) -> dict[str, pl.DataFrame]:
    # Worked out in two goes: where there are few rows, it is each going to work that costs.
    svar = kontrollfakta.svar_med_fakta(lest, per)
    av_svarene, endringer = _av_svarene(svar.lazy(), per), _endringer(lest.behandlinger).lazy()
    alle = _med(_med(lest.behandlinger.lazy(), av_svarene, "behandling"), endringer, "vedtak").collect().lazy()
    rammer = {
        "soknad": alle.filter(pl.col("slag") == Slag.SOKNAD).select(SOKNAD_AV),
        "vedtak": alle.filter(pl.col("vedtak").is_not_null()).select(VEDTAK_AV),
        "vilkarsvurdering": _med(svar.lazy(), alle.select("behandling", "sak_id", "omgjort"), "behandling").filter(
            pl.col("omgjort").is_null()
        ),
        "klage": pl.LazyFrame(lest.klager, schema=dict(kontrollfakta.KLAGE), orient="row"),
    }
    return dict(zip(EGNE, pl.collect_all([_som(TABELLER[navn], rammer[navn], kontekst) for navn in EGNE]), strict=True))


def funn(kontekst: Kontekst, kontroll: Kontroll, per: date) -> list[Funn]:
    """What the control finds in the cases one may see, breaches first."""
    return _funn(tabeller(kontekst, per), per, [kontroll], grenser.egne(kontekst))


def funn_i_saken(kontekst: Kontekst, sak: UUID, per: date) -> list[Funn]:
    """What the controls find in one case, which one has been found to see, in their order."""
    lest, egne = kontrollfakta.i_saken(sak, per)
    return _funn(_tabeller(lest, kontekst, per), per, list(egne_kontroller().values()), egne)


def _funn(alle: Mapping[str, pl.DataFrame], per: date, katalog: Sequence[Kontroll], egne: Egne) -> list[Funn]:
    sak_av = {tabell: dict(kontrollfakta.verdier(alle[tabell], "id", "sak_id")) for tabell in {ett.tabell for ett in katalog}}
    av_id = {ett.id: ett for ett in katalog}
    return [
        Funn(av_id[rad["kontroll"]], sak_av[rad["tabell"]][rad["id"]], rad["alvor"], tuple(_delt(rad["bevis"])))
        for rad in finn(alle, per, egne, katalog=katalog).iter_rows(named=True)
    ]


def egne_kontroller() -> dict[str, Kontroll]:
    """The controls that are asked of these tables, by id."""
    return {kontroll.id: kontroll for kontroll in KATALOG if kontroll.tabell in EGNE}


def _delt(bevis: list[str]) -> Iterator[tuple[str, str]]:
    for ett in bevis:
        navn, _kolon, verdi = ett.partition(": ")
        yield navn, verdi


def _med(rader: pl.LazyFrame, mer: pl.LazyFrame, felles: str) -> pl.LazyFrame:
    """The same rows in the same order, with what more there is of each."""
    return rader.join(mer, on=felles, how="left", maintain_order="left")


def _som(skjema: Mapping[str, Any], ramme: pl.LazyFrame, kontekst: Kontekst) -> pl.LazyFrame:
    """The columns of the catalogue's table, in its types."""
    med_kontor = ramme.with_columns(pl.lit(str(kontekst.kontor)).alias("kontor_id"))
    return med_kontor.select(pl.col(navn).cast(slag) for navn, slag in skjema.items())


def _av_svarene(svar: pl.LazyFrame, per: date) -> pl.LazyFrame:
    """For each behandling: whether § 29 is met (null while a condition is open), since when, and what the answers no say."""
    vilkar = [ett.id for ett in versjon_paa(per).vilkar]
    teller = pl.col("gjelder") & pl.col("vilkar").is_in(vilkar)
    nei = pl.col("svar") == Svar.NEI
    return svar.group_by("behandling").agg(
        (teller & nei).any().alias("et_nei"),
        ((teller & (pl.col("svar") == Svar.JA)).sum() == len(vilkar)).alias("bare_ja"),
        pl.col("dag").max().alias("vilkar_siden"),
        pl.col("grunn").filter(nei).alias("grunner"),
        pl.col("tekst").filter(nei).str.join("\n\n").alias("nei_fordi"),
        (nei & pl.col("vilkar").is_in(UTEN_AEV)).any().alias("slaatt_opp"),
        pl.col("av").unique().sort().alias("forfattere"),
    )


def _endringer(behandlinger: pl.DataFrame) -> pl.DataFrame:
    """For each decision that a later one has changed: that it is so, and the first grant among those (also of a change of a change)."""
    endret = behandlinger.filter((pl.col("slag") == Slag.OMGJORING) & pl.col("vedtak").is_not_null())
    av = {rad["endrer"]: rad for rad in endret.iter_rows(named=True)}
    rader = [(vedtak, True, *_forste_tilbud(av, vedtak)) for vedtak in av]
    return pl.DataFrame(rader, schema={"vedtak": pl.String, "omgjort": pl.Boolean, "ny_dato": pl.Date, "ny_start": pl.Date}, orient="row")


def _forste_tilbud(av: Mapping[str, dict[str, Any]], vedtak: str) -> tuple[date | None, date | None]:
    """The day and the start of the first decision that grants, among those that followed; a decision is only changed by later ones."""
    neste = av.get(vedtak)
    while neste is not None and neste["utfall"] != Utfall.INNVILGET:
        neste = av.get(neste["vedtak"])
    return (neste["dato"], neste["start"]) if neste else (None, None)


INNVILGET: Final = pl.col("utfall") == Utfall.INNVILGET
MED_VILKAR: Final = (Slag.SOKNAD, Slag.FORLENGELSE, Slag.OMGJORING)
SOKNAD_AV: Final = (
    pl.col("soknad").alias("id"),
    "sak_id",
    "mottatt",
    "forelopig_svar",
    "utfall",
    "vilkar_siden",
    (pl.col("status") == Status.HENLAGT).alias("henlagt"),
    pl.col("dato").alias("vedtak"),
    pl.when(INNVILGET).then("dato").otherwise("ny_dato").alias("tilbud"),
    pl.when(INNVILGET).then("start").otherwise("ny_start").alias("start"),
    pl.when("et_nei").then(pl.lit(value=False)).when("bare_ja").then(pl.lit(value=True)).alias("alle_vilkar"),
    pl.col("barn").is_not_null().alias("barn_vurdert"),
    # None in the file is not known to be none in the household.
    pl.coalesce("barn", pl.col("barn_i_fila").replace(0, None)).alias("barn"),
)
VEDTAK_AV: Final = (
    pl.col("vedtak").alias("id"),
    *("sak_id", "utfall", "dato", "fra", "til", "aev_utfort", "saksbehandler", "fattet_av"),
    pl.col("omgjort").fill_null(value=False),
    (
        pl.col("slag").is_in(MED_VILKAR)
        & pl.col("utfall").is_in((Utfall.INNVILGET, Utfall.AVSLATT))
        & ~pl.col("slaatt_opp").fill_null(value=False)
    ).alias("trenger_aev"),
    pl.col("grunner").fill_null([]),
    pl.concat_str("begrunnelse", pl.col("nei_fordi").fill_null(""), separator="\n\n").alias("begrunnelse"),
    pl.col("forfattere").fill_null([]),
)
"""What each column of the catalogue's tables is made of."""
