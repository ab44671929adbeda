"""The office's answers: a draft that only the office sees, and what is sent, which nobody changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.apper.omradeovervaking import sporringer
from skreddersom.apper.omradeovervaking.egnetall import Egnetall, sendes_som
from skreddersom.apper.omradeovervaking.handlinger.felles import SVARER, Konflikt, bare, fortell, med_setning
from skreddersom.apper.omradeovervaking.handlinger.skjema import krev
from skreddersom.apper.omradeovervaking.models import Levering, Svar, Svarutkast
from skreddersom.apper.omradeovervaking.port import kan_leveres, kan_skrives
from skreddersom.kjerne.omradeovervaking.sporreskjema import gjeldende, i_ord
from skreddersom.plattform.logg.dagbok import Formal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from skreddersom.apper.omradeovervaking.models import Sporsmal
    from skreddersom.apper.omradeovervaking.sporringer import Stand
    from skreddersom.kjerne.omradeovervaking.sporreskjema import Verdi
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def utkastet(kontekst: Kontekst, stand: Stand) -> Svarutkast:
    """What the office has written so far; empty when nothing is."""
    funnet = Svarutkast.objects.filter(kontorsvar=stand.rad).first()
    return funnet or Svarutkast(kontor_id=kontekst.kontor, av_id=kontekst.ansatt, kontorsvar=stand.rad, versjon=0)


@bare(SVARER)
def lagre_svar(
    kontekst: Kontekst, kontorsvar_id: UUID, versjon: int, verdier: Mapping[str, Verdi], merknader: Mapping[str, str]
) -> Svarutkast:
    """Keep the draft, less what is not asked of an office that answers so.

    Raises ``Http404``, ``Konflikt`` for an old version, and ``Brukerfeil`` when it is sent or the round closed.
    """
    stand = sporringer.spurt(kontekst, kontorsvar_id)
    Svarutkast.objects.select_for_update().filter(kontorsvar=stand.rad).first()
    utkast = utkastet(kontekst, stand)
    if utkast.versjon != versjon:
        raise Konflikt
    krev(kan_skrives(stand.rad.runde, stand))
    stilt = _stilt(sporringer.sporsmal(stand.rad.runde), verdier)
    utkast.verdier, utkast.merknader = ({kode: ett for kode, ett in alle.items() if kode in stilt} for alle in (verdier, merknader))
    utkast.versjon, utkast.av_id = versjon + 1, kontekst.ansatt
    utkast.save()
    return utkast


@bare(SVARER)
def lever(kontekst: Kontekst, kontorsvar_id: UUID, versjon: int, minutter: int | None) -> Levering:
    """Send what is in the draft. Raises as ``lagre_svar``, and ``Brukerfeil`` when something must be answered first."""
    stand = sporringer.spurt(kontekst, kontorsvar_id)
    utkast = utkastet(kontekst, stand)
    if utkast.versjon != versjon:
        raise Konflikt
    alle = sporringer.sporsmal(stand.rad.runde)
    krev(kan_leveres(stand.rad.runde, stand, [sporringer.punkt(ett) for ett in alle], utkast.verdier))
    felles = {"kontor_id": kontekst.kontor, "eier_id": stand.rad.eier_id, "av_id": kontekst.ansatt}
    with med_setning():
        levering = Levering.objects.create(**felles, kontorsvar=stand.rad, nr=len(stand.leveringer) + 1, minutter=minutter)
        Svar.objects.bulk_create([Svar(**felles, levering=levering, **ett) for ett in _svarene(kontekst, alle, utkast)])
    fortell(kontekst, f"svar {levering.pk}", Formal.INTERNKONTROLL)
    return levering


def _svarene(kontekst: Kontekst, alle: list[Sporsmal], utkast: Svarutkast) -> list[dict[str, object]]:
    """An answer for each question that is asked of an office that has answered so."""
    stilt = _stilt(alle, utkast.verdier)
    tall = Egnetall(kontekst.kontor)
    return [_svaret(ett, utkast, tall) for ett in alle if ett.kode in stilt]


def _stilt(alle: list[Sporsmal], verdier: Mapping[str, Verdi]) -> set[str]:
    return {ett.kode for ett in gjeldende([sporringer.punkt(ett) for ett in alle], verdier)}


def _svaret(ett: Sporsmal, utkast: Svarutkast, tall: Egnetall) -> dict[str, object]:
    verdi, forslag = sendes_som(ett, utkast.verdier.get(ett.kode, "")), tall.forslag(ett)
    return {
        "kode": ett.kode,
        "verdi": verdi,
        "ord": i_ord(sporringer.punkt(ett), verdi),
        "merknad": utkast.merknader.get(ett.kode, ""),
        "foreslatt": forslag.verdi if forslag else "",
        "kilde": forslag.kilde if forslag else "",
    }
