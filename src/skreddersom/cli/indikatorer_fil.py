"""The indicators as JSON and as a workbook: every municipality, year and indicator that was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skreddersom.kjerne.indikator.katalog import ETTER_ID
from skreddersom.kjerne.indikator.ordlyd import regionsdom
from skreddersom.kjerne.indikator.vedlegg import vedlegg
from skreddersom.kjerne.kostra.kommuner import KOMMUNER
from skreddersom.kjerne.statistikk.svar import ForLite
from skreddersom.plattform.dokument import regneark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skreddersom.kjerne.indikator.dom import Rad, Sammenlikning
    from skreddersom.kjerne.indikator.regioner import Regionsvar


def som_json(valgte: Sequence[Sammenlikning]) -> str:
    """One JSON object; characters outside ASCII are escaped, so that it can be printed in any terminal."""
    return json.dumps({"indikatorer": [_objekt(ett) for ett in valgte]}, indent=2)


def _objekt(ett: Sammenlikning) -> dict[str, Any]:
    indikator = ETTER_ID[ett.linje.indikator]
    return {
        "indikator": indikator.id,
        "tittel": indikator.tittel.nb,
        "slag": indikator.slag.value,
        "aar": ett.linje.aar,
        "kommuner": [{"kommunenr": rad.kommune, "kommune": KOMMUNER.get(rad.kommune, ""), **_rad(rad)} for rad in ett.rader],
        "samlet": {"kommunenr": list(ett.samlede), **_rad(ett.samlet)} if ett.samlet else None,
        "alle": _rad(ett.alle) if ett.alle else None,
        "regioner": _regioner(ett.region) if ett.region else None,
    }


def _regioner(region: Regionsvar) -> dict[str, Any]:
    """Both regions; the numbers are null where there are too few to tell."""
    svar, par = region.svar, (region.inndeling.forste, region.inndeling.andre)
    malt = (None, None) if isinstance(svar, ForLite) else (svar.forste, svar.andre)
    hver = [
        {"region": ett.navn.nb, "kommuner": antall, "teller": tall.k if tall else None, "nevner": tall.n if tall else None}
        for ett, antall, tall in zip(par, region.antall, malt, strict=True)
    ]
    forskjell = None if isinstance(svar, ForLite) else svar.forskjell
    sagt = {"forskjell": forskjell, "mid_p": region.mid_p, "vurdering": regionsdom(region, "nb")}
    return {"regioner": hver, **sagt, "kilde": region.inndeling.kilde.nb}


def _rad(rad: Rad) -> dict[str, Any]:
    teller, nevner = rad.tall or (None, None)
    intervall = list(rad.intervall) if rad.intervall else None
    return {"teller": teller, "nevner": nevner, "verdi": rad.verdi, "intervall": intervall, "vurdering": rad.dom.value if rad.dom else None}


def som_xlsx(valgte: Sequence[Sammenlikning]) -> bytes:
    """The workbook: the numbers, and what each indicator is."""
    return regneark.som_xlsx(vedlegg(valgte, "nb"))
