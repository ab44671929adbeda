"""The counts of the controls, one on a line or as JSON, in one of the three languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.plattform.kontroller.telling import Tall


def vis(alle: list[Tall], form: str, sprak: str) -> None:
    """Print them as ``form`` says, in the language ``sprak``."""
    with translation.override(sprak):
        _skriv(alle, form)


def _skriv(alle: list[Tall], form: str) -> None:
    if form == "json":
        print(json.dumps([_objekt(tall) for tall in alle], ensure_ascii=False, indent=2))
        return
    bredest = max((len(gettext(tall.kontroll.tittel)) for tall in alle), default=0)
    for tall in alle:
        felt = {"k": tall.k, "n": tall.n}
        deler = (f"{tall.kontroll.id}  {gettext(tall.kontroll.tittel):<{bredest}} {gettext('%(k)s av %(n)s') % felt}", *_mer(tall))
        print("  ".join(deler))


def _objekt(tall: Tall) -> dict[str, Any]:
    kontroll = tall.kontroll
    felles = {"kontroll": kontroll.id, "tittel": gettext(kontroll.tittel), "alvor": kontroll.alvor.name, "k": tall.k, "n": tall.n}
    return felles | {"lav": tall.lav, "hoy": tall.hoy, "risiko": tall.risiko, "ikke_vurderbare": tall.ikke_vurderbare}


def _mer(tall: Tall) -> Iterator[str]:
    """The interval of a share (a single office has none), what is about to become a breach, and what nobody can tell of."""
    if tall.lav is not None and tall.hoy is not None and tall.kontroll.tabell != "kontor":
        mellom = {"lav": f"{100 * tall.lav:.0f}", "hoy": f"{100 * tall.hoy:.0f}"}
        yield gettext("(trolig mellom %(lav)s og %(hoy)s prosent)") % mellom
    if tall.risiko:
        yield gettext("%(n)s til blir brudd om ingen gjør noe") % {"n": tall.risiko}
    if tall.ikke_vurderbare:
        yield gettext("%(n)s kan ikke vurderes") % {"n": tall.ikke_vurderbare}
