"""The role cards of the demo: one office with every role first, the county and the Directorate, and then the other offices."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skreddersom.plattform.tilgang.models import Stilling
from skreddersom.plattform.tilgang.roller import SER_TALL, Rolle

if TYPE_CHECKING:
    from collections.abc import Iterable

REKKEFOLGE = {rolle: nr for nr, rolle in enumerate(Rolle)}


SPORSMAL: Final = {
    Rolle.VEILEDER: _("Hvem venter på meg, og hva haster mest?"),
    Rolle.KVALITETSSIKRER: _("Hva må jeg godkjenne eller sende tilbake?"),
    Rolle.BESLUTTER: _("Hva skal avgjøres, og er det godt nok opplyst?"),
    Rolle.LEDER: _("Finner vi alle, får de tilbud, og hvor glipper det?"),
    Rolle.ADMINISTRATOR: _("Hvem arbeider her, og hva får de se?"),
    Rolle.STATSFORVALTER: _("Hvor bør vi se nærmere, og er det mer enn tilfeldigheter?"),
    Rolle.DIREKTORAT: _("Får flere tilbud om program?"),
}
"""The one question each role comes with."""


class Kort(NamedTuple):
    """One card: whom one becomes. ``sted`` where the heading does not tell it, ``sporsmal`` where there is room."""

    stilling: Stilling
    sted: str = ""
    sporsmal: object = ""


class Gruppe(NamedTuple):
    """Cards under one heading; ``lukket`` until one asks for them."""

    tittel: str
    kort: tuple[Kort, ...]
    lukket: bool = False


def grupper() -> list[Gruppe]:
    """All cards. The office with most roles comes first, whole; of the others one sees who is veileder and leder."""
    alle = (
        Stilling.objects.filter(til=None).select_related("ansatt", "kontor").order_by("kontor__rekkefolge", "kontor__navn", "ansatt__navn")
    )
    ovenfra = [stilling for stilling in alle if stilling.rolle in SER_TALL]
    kontorene = [tuple(deres) for _kontor, deres in groupby((s for s in alle if s.rolle not in SER_TALL), key=lambda s: s.kontor_id)]
    if not kontorene:
        return []
    forst = max(kontorene, key=len)
    andre = (stilling for deres in kontorene if deres is not forst for stilling in deres)
    return [
        Gruppe(forst[0].kontor.navn, tuple(Kort(s, "", SPORSMAL[Rolle(s.rolle)]) for s in _etter_rolle(forst))),
        Gruppe(gettext("Fylket og landet"), tuple(Kort(s, s.kontor.navn, SPORSMAL[Rolle(s.rolle)]) for s in _etter_rolle(ovenfra))),
        Gruppe(gettext("Andre kontorer"), tuple(Kort(s, s.kontor.navn) for s in andre), lukket=True),
    ]


def _etter_rolle(stillinger: Iterable[Stilling]) -> tuple[Stilling, ...]:
    return tuple(sorted(stillinger, key=lambda stilling: (REKKEFOLGE[Rolle(stilling.rolle)], stilling.ansatt.navn)))
