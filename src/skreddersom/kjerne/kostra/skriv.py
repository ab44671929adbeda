"""Write KOSTRA records: canonical lines from values, and a file back byte for byte, with only the changed fields rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kostra.felt import AARHUNDRE, TEKST, raa
from skreddersom.kjerne.kostra.linjer import LINJE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.kostra.les import Kostrafil
    from skreddersom.kjerne.kostra.oppsett import Felt, Oppsett

BRUDD = r"[\t\r\n\x00]"
"""Characters that would break a record apart."""

SOM_TEKST = (pl.String, pl.Categorical, pl.Enum, pl.Null)
"""Column types that are written as they stand, whatever the field."""


def formater(ramme: pl.DataFrame, oppsett: Oppsett) -> pl.Series:
    """One record line per row of ``ramme``, whose columns are fields of ``oppsett``, typed or as text; missing columns become blanks.

    Text stands left, whole numbers right, dates as ddMMyyyy (ddMMyy to 2024), null as blanks; a column ``linje`` is passed over. Raises
    ``Brukerfeil`` for a value that has no place in its field, ``ValueError`` for an unknown column, ``TypeError`` for one of a wrong type.
    """
    navn = _kjente_felt(ramme, oppsett)
    tegn = ramme.select(_tegn(ramme.schema[n], oppsett[n]) for n in navn)
    _krev_plass(tegn, oppsett)
    deler = [pl.col(felt.navn) if felt.navn in navn else pl.lit(" " * felt.lengde) for felt in oppsett.felt]
    linjer = tegn.with_columns(pl.concat_str(deler).alias(TEKST))[TEKST]
    _krev_hele(linjer, tegn)
    return linjer


def til_bytes(fil: Kostrafil, endret: pl.DataFrame | None = None) -> bytes:
    """The file byte for byte as it was read; with ``endret``, one row per record, only the fields whose value differs are rewritten.

    Raises as ``formater``, and ``ValueError`` when ``endret`` has not one row per record.
    """
    navn = [] if endret is None else _kjente_felt(endret, fil.oppsett)
    if endret is None or not navn:
        return fil.linjefil.innhold
    linjer = _endre(fil, endret, navn)
    try:
        return fil.linjefil.kod(_bytt_linjer(fil.linjefil.utf8, linjer))
    except UnicodeEncodeError as feil:
        tegn, tegnsett = feil.object[feil.start], fil.linjefil.tegnsett.upper()
        raise Brukerfeil(f"Tegnet «{tegn}» finnes ikke i {tegnsett}, som {fil.sti.name} er lagret i; skriv verdien uten det.") from None


def _kjente_felt(ramme: pl.DataFrame, oppsett: Oppsett) -> list[str]:
    navn = [n for n in ramme.columns if n != LINJE]
    ukjente = [n for n in navn if n not in oppsett]
    if ukjente:
        raise ValueError(f"{oppsett.skjema} {oppsett.aar} har ikke {', '.join(ukjente)}")
    return navn


def _tegn(type_: pl.DataType, felt: Felt) -> pl.Expr:
    """The column as text that fills its field."""
    verdi = pl.col(felt.navn)
    if type_ == pl.Date and felt.type == "dato":
        tekst = _dato(verdi, felt.lengde)
    elif isinstance(type_, SOM_TEKST) or (type_.is_integer() and felt.type == "heltall"):
        tekst = verdi.cast(pl.String)
    else:
        raise TypeError(f"{felt.navn} er {felt.type} og kan ikke skrives fra {type_}")
    fylt = tekst.fill_null("").str
    return fylt.pad_start(felt.lengde) if felt.type == "heltall" else fylt.pad_end(felt.lengde)


def _dato(verdi: pl.Expr, lengde: int) -> pl.Expr:
    """A year that two digits cannot carry keeps all four, and so has no place in a short field."""
    hel = verdi.dt.to_string("%d%m%Y")
    if lengde == 8:
        return hel
    kort = pl.concat_str(hel.str.slice(0, 4), hel.str.slice(6))
    return pl.when(hel.str.slice(4, 2) == AARHUNDRE).then(kort).otherwise(hel)


def _krev_plass(tegn: pl.DataFrame, oppsett: Oppsett) -> None:
    """The sentence never quotes the value: it may be a person's."""
    for navn in tegn.columns:
        lengder, plass = tegn[navn].str.len_chars(), oppsett[navn].lengde
        for_lange = (lengder > plass).arg_true()
        if len(for_lange):
            rad = int(for_lange[0])
            raise Brukerfeil(f"Rad {rad + 1}: verdien i {navn} har {lengder[rad]} tegn, men feltet har plass til {plass}; rett verdien.")


def _krev_hele(linjer: pl.Series, tegn: pl.DataFrame) -> None:
    brutt = linjer.str.contains(BRUDD).arg_true()
    if len(brutt):
        rad = int(brutt[0])
        navn = next(n for n in tegn.columns if tegn[n].str.contains(BRUDD)[rad])
        raise Brukerfeil(f"Rad {rad + 1}: verdien i {navn} har linjeskift eller tabulator; skriv den uten.")


def _endre(fil: Kostrafil, endret: pl.DataFrame, navn: Sequence[str]) -> pl.Series:
    """The record lines with the new characters where the value is new, the old ones elsewhere."""
    gammel = fil.typet(*navn).drop(LINJE)
    if len(gammel) != len(endret):
        raise ValueError(f"{len(endret)} rader kan ikke erstatte {len(gammel)} recorder")
    ny = endret.select(pl.col(n).cast(gammel.schema[n]) for n in navn)
    nye_tegn = pl.DataFrame({TEKST: formater(ny, fil.oppsett)}).select(raa(fil.oppsett[n]) for n in navn)
    bare_endret = [nye_tegn[n].set(ny[n].eq_missing(gammel[n]), None) for n in navn]
    deler = [pl.coalesce(felt.navn, raa(felt)) if felt.navn in navn else raa(felt) for felt in fil.oppsett.felt]
    return fil.linjefil.linjer.with_columns(bare_endret).select(pl.concat_str(deler).alias(TEKST))[TEKST]


def _bytt_linjer(utf8: bytes, linjer: pl.Series) -> bytes:
    """``utf8`` with its non-empty lines exchanged for ``linjer``; line ends and empty lines stay.

    ``scan_lines`` takes one CR off the end of each line; one more is put there first, so that the one of the file is seen.
    """
    med_cr = utf8.replace(b"\r\n", b"\r\r\n") + (b"\r" if utf8.endswith(b"\r") else b"")
    alle = pl.scan_lines(med_cr, name=TEKST).collect(engine="streaming")[TEKST]
    tom, cr = alle.is_in(["", "\r"]), alle.str.ends_with("\r")
    nummer = (~tom).cum_sum().cast(pl.Int64) - 1
    ny = linjer.gather(nummer) + cr.replace_strict({True: "\r", False: ""}, return_dtype=pl.String)
    hele: str = alle.zip_with(tom, ny).str.join("\n").item()
    return hele.encode("utf-8") + (b"\n" if utf8.endswith(b"\n") else b"")
