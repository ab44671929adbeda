"""Run the controls over one file: first SSB's two pre-controls, then every control as an expression over all records at once."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.felt import TEKST
from skreddersom.kjerne.kostra.kontroll.egne_11cf import EGNE_11CF
from skreddersom.kjerne.kostra.kontroll.egne_11f import egne_11f
from skreddersom.kjerne.kostra.kontroll.egne_felles import egne_felles
from skreddersom.kjerne.kostra.kontroll.egne_felt import egne_felt
from skreddersom.kjerne.kostra.kontroll.forkontroll import ett_tegn, k000, k001
from skreddersom.kjerne.kostra.kontroll.grunnlag import grunnlag
from skreddersom.kjerne.kostra.kontroll.modell import MELDING, MERKET, Kontroll, synlig, uten_merker
from skreddersom.kjerne.kostra.kontroll.rapport import Kontrollrapport, om_bydelsfeilen, samlet_alvorlighet, tom_rapport
from skreddersom.kjerne.kostra.kontroll.ssb_11cf import KONTROLLER_11CF
from skreddersom.kjerne.kostra.kontroll.ssb_11f import KONTROLLER_11F
from skreddersom.kjerne.kostra.les import BOM, LesFeil, finn_oppsett
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, oppsett
from skreddersom.kjerne.setning import fra_merket, setning
from skreddersom.kjerne.setning import merket as merket_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skreddersom.kjerne.kostra.les import Linjefil
    from skreddersom.kjerne.kostra.oppsett import Oppsett, Skjema

Regler = Literal[2025, 2026]

FORKONTROLLER = 2
SSB_FRA = 2025
"""Statistics Norway's program knows one layout of each form, the one in use since this year."""


def kontroller(
    fil: Linjefil,
    skjema: Skjema | None = None,
    aar: int | None = None,
    region: str | None = None,
    regler: Regler | None = None,
    *,
    vedlegg: bool = True,
    merket: bool = False,
) -> Kontrollrapport:
    """Control one file as Statistics Norway does, and with our own stricter controls.

    ``skjema`` and ``aar`` (four digits) are found from the file when left out, ``region`` (four or six digits) from its first record,
    ``regler`` from the year; only 11F has two rule profiles. ``vedlegg`` is false when the form says that there is nothing to deliver,
    ``merket`` true for messages with the columns of ``MERKET``.
    Raises ``Brukerfeil`` when form and year cannot be found, or an option does not fit.
    """
    region, kolonner = _seks_siffer(region), MERKET if merket else MELDING
    bare_ett_tegn = ett_tegn(fil)
    stans = k000(vedlegg=vedlegg, ett_tegn=bare_ett_tegn)
    if stans.height:
        return _stanset(fil, skjema, aar, region, stans.select(*kolonner), antall=0 if bare_ett_tegn else fil.linjer.height)
    if not fil.linjer.height:
        return tom_rapport(fil.sti, skjema, aar, region)
    plan = _velg_oppsett(fil, skjema, aar)
    region = region or _region_i_fila(fil)
    stans = k001(fil.linjer, plan)
    if not stans.height:
        return _kontrollert(fil, plan, region, regler, kolonner)
    if plan.aar < SSB_FRA:
        raise LesFeil(setning("Linje {linje}: {hva}", linje=stans["linje"][0], hva=fra_merket(stans["merket_tekst"][0])))
    return _stanset(fil, plan.skjema, plan.aar, region, stans.select(*kolonner), antall=fil.linjer.height)


def kontrolltabell(plan: Oppsett, regler: int) -> tuple[Kontroll, ...]:
    """Every control that is run on one layout: Statistics Norway's under the rule profile (none when 0), then ours."""
    return (*_ssb(plan.skjema, regler), *_egne(plan.skjema, plan.aar))


def _kontrollert(fil: Linjefil, plan: Oppsett, region: str, onsket: Regler | None, kolonner: Mapping[str, Any]) -> Kontrollrapport:
    regler = _profil(plan, onsket)
    fra_linjer = partial(grunnlag, oppsett=plan, aargang=plan.aar, region=region, regler=regler)
    meldinger = vurder(fil.linjer, fra_linjer, kontrolltabell(plan, regler), kolonner)
    return Kontrollrapport(
        sti=fil.sti,
        skjema=plan.skjema,
        aar=plan.aar,
        region=region,
        antall_recorder=fil.linjer.height,
        antall_kontroller=fil.linjer.height * _per_record(_ssb(plan.skjema, regler)),
        meldinger=meldinger,
        merknader=(*_om_regler(plan, onsket), *_om_gamle_oppsett(plan, regler), *om_bydelsfeilen(meldinger)),
        alvorlighet=samlet_alvorlighet(meldinger),
    )


def _per_record(tabell: tuple[Kontroll, ...]) -> int:
    """Controls of each record as Statistics Norway counts them: the two pre-controls too, and control 002 once for all its fields."""
    av_felt = [k for k in tabell if k.id == "K002"]
    return FORKONTROLLER + len(tabell) - len(av_felt) + bool(av_felt) if tabell else 0


def vurder(
    linjer: pl.DataFrame,
    fra_linjer: Callable[[pl.DataFrame], pl.LazyFrame],
    tabell: tuple[Kontroll, ...],
    felt: Mapping[str, Any] = MELDING,
) -> pl.DataFrame:
    """All messages, by line and then in the order of the table. Sentences are only made for the records that are hit."""
    betingelser = {str(nr): kontroll.slar_ut.fill_null(value=False) for nr, kontroll in enumerate(tabell)}
    treff = fra_linjer(linjer).select(**betingelser).collect(engine="streaming")
    slatt_ut = [nr for nr in range(len(tabell)) if treff[str(nr)].any()]
    kolonner = {"linje", "PERSON_JOURNALNR"}.union(*[tabell[nr].tekst.meta.root_names() for nr in slatt_ut], map(str, slatt_ut))
    med_funn = linjer.hstack(treff).filter(pl.any_horizontal(treff.columns))
    ramme = fra_linjer(med_funn).select(*sorted(kolonner)).collect(engine="streaming").lazy()
    deler = [_meldinger(ramme.filter(pl.col(str(nr))), tabell[nr], nr).select(*felt, "rekke") for nr in slatt_ut]
    tom = pl.DataFrame(schema={**felt, "rekke": pl.Int32})
    return pl.concat([tom, *pl.collect_all(deler)]).sort("linje", "rekke", nulls_last=False, maintain_order=True).drop("rekke")


def _meldinger(ramme: pl.LazyFrame, kontroll: Kontroll, rekke: int) -> pl.LazyFrame:
    linje = pl.lit(None, dtype=pl.UInt32) if kontroll.hele_fila else pl.col("linje").cast(pl.UInt32)
    journalnr = pl.lit(None, dtype=pl.String) if kontroll.hele_fila else synlig(pl.col("PERSON_JOURNALNR"))
    return ramme.select(
        pl.lit(kontroll.id).alias("kontroll"),
        pl.lit(kontroll.alvorlighet.name).alias("alvorlighet"),
        linje.alias("linje"),
        journalnr.alias("journalnr"),
        uten_merker(kontroll.tekst).alias("tekst"),
        pl.lit(kontroll.vaar).alias("vaar"),
        pl.lit(str(kontroll.tittel)).alias("tittel"),
        kontroll.tekst.alias("merket_tekst"),
        pl.lit(merket_tekst(kontroll.tittel)).alias("merket_tittel"),
        pl.lit(rekke, dtype=pl.Int32).alias("rekke"),
    )


def _stanset(
    fil: Linjefil, skjema: Skjema | None, aar: int | None, region: str | None, meldinger: pl.DataFrame, *, antall: int
) -> Kontrollrapport:
    return Kontrollrapport(fil.sti, skjema, aar, region, antall, FORKONTROLLER, meldinger, (), samlet_alvorlighet(meldinger))


def _ssb(skjema: Skjema, regler: int) -> tuple[Kontroll, ...]:
    if not regler:
        return ()
    return KONTROLLER_11F[regler] if skjema == "11F" else KONTROLLER_11CF


@cache
def _egne(skjema: Skjema, aar: int) -> tuple[Kontroll, ...]:
    """Our controls whose fields the layout has."""
    plan = oppsett(skjema, aar)
    alle = (*egne_felles(plan), *egne_felt(plan), *(egne_11f(plan) if plan.skjema == "11F" else EGNE_11CF))
    kolonner = set(
        grunnlag(pl.DataFrame(schema={"linje": pl.UInt32, TEKST: pl.String}), plan, aargang=plan.aar, region="", regler=0).collect_schema()
    )
    return tuple(k for k in alle if k.kolonner <= kolonner)


def _velg_oppsett(fil: Linjefil, skjema: Skjema | None, aar: int | None) -> Oppsett:
    """The layout asked for, or the one most lines have. A known form is kept even when no line has its length: K001 then says so.

    A year that cannot be known is taken to be the newest: the controls of VERSION say the rest.
    """
    linjer = _uten_bom(fil)
    valgt_aar = aar or _aar_i(linjer)
    if skjema:
        return oppsett(skjema, valgt_aar or AARGANGER[-1])
    return finn_oppsett(linjer, aar=aar) if valgt_aar else _etter_lengden(linjer) or finn_oppsett(linjer)


def _uten_bom(fil: Linjefil) -> pl.DataFrame:
    """The lines without a byte order mark. It makes the first line too long, which K001 says; it must not hide what the line is."""
    return fil.linjer.with_columns(pl.col(TEKST).str.strip_prefix(BOM))


def _aar_i(linjer: pl.DataFrame) -> int | None:
    """The commonest year in VERSION; None when it is not a year whose layout is known."""
    versjon = _vanligst(linjer, pl.col(TEKST).str.slice(4, 2))
    aar = 2000 + int(versjon) if versjon.isascii() and versjon.isdecimal() else None
    return aar if aar in AARGANGER else None


def _etter_lengden(linjer: pl.DataFrame) -> Oppsett | None:
    """The newest layout that is as long as most lines; None when none is."""
    lengde = _vanligst(linjer, pl.col(TEKST).str.len_chars())
    mulige = (oppsett(skjema, aar) for aar in reversed(AARGANGER) for skjema in SKJEMAER)
    return next((mulig for mulig in mulige if mulig.lengde == lengde), None)


def _vanligst(linjer: pl.DataFrame, hva: pl.Expr) -> Any:  # noqa: ANN401 - a value of the kind that the expression gives
    talt = linjer.select(hva.alias("hva")).group_by("hva", maintain_order=True).len()
    return talt.sort("len", descending=True, maintain_order=True)["hva"][0]


def _region_i_fila(fil: Linjefil) -> str:
    return f"{_uten_bom(fil)[TEKST][0][:4]}00"


def _seks_siffer(region: str | None) -> str | None:
    if region is None:
        return None
    if not (region.isascii() and region.isdecimal() and len(region) in {4, 6}):
        raise Brukerfeil(f"Region «{region}» er ikke et kommunenummer; oppgi fire eller seks sifre, for eksempel 420300.")
    return region.ljust(6, "0")


def _profil(plan: Oppsett, regler: Regler | None) -> int:
    """The rule profile, from the year unless asked for; 0 for layouts Statistics Norway no longer controls."""
    if plan.aar >= SSB_FRA:
        return regler or plan.aar
    if regler and plan.skjema == "11F":
        raise Brukerfeil(f"SSBs regler for {regler} kan ikke brukes på oppsettet fra {plan.aar}; la --regler være, eller oppgi riktig år.")
    return 0


def _om_regler(plan: Oppsett, onsket: Regler | None) -> tuple[str, ...]:
    return ("--regler gjelder bare 11F og er ikke brukt på denne fila.",) if onsket and plan.skjema == "11CF" else ()


def _om_gamle_oppsett(plan: Oppsett, regler: int) -> tuple[str, ...]:
    if regler:
        return ()
    return (setning("SSBs kontrollprogram tar ikke imot oppsettet fra {aar}. Bare Skreddersøms egne kontroller er kjørt.", aar=plan.aar),)
