"""Whether the peers did the same work: the same answer as ours in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skreddersom.benk.maling import Id
from skreddersom.benk.plan import POSTER_PARAGRAF29
from skreddersom.benk.prosess import barn, kjor

if TYPE_CHECKING:
    from skreddersom.benk.maling import Maling, Malinger
    from skreddersom.benk.plan import Plan


def likhet(plan: Plan, malinger: Malinger) -> dict[Id, bool]:
    """Contestant → whether it answered as we do; only those that have something to be compared with."""
    return _mot_openfisca(malinger) | _paragraf29(plan, malinger)


def _mot_openfisca(malinger: Malinger) -> dict[Id, bool]:
    deres = {id_: maling for id_, maling in malinger.items() if id_.hvem == "openfisca"}
    return {id_: like(maling, malinger[Id("skjerm", id_.poster)]) for id_, maling in deres.items()}


def like(deres: Maling, vaar: Maling) -> bool:
    """Whether every run of both gave one and the same answer."""
    fasit = vaar.kjoringer[0].svar
    return all(kjoring.svar == fasit for kjoring in [*vaar.kjoringer, *deres.kjoringer])


def _paragraf29(plan: Plan, malinger: Malinger) -> dict[Id, bool]:
    """Row by row, over the files that the engines have written."""
    id_er = {motor: Id(f"paragraf29-{motor}", POSTER_PARAGRAF29) for motor in plan.svarfiler if motor != "polars"}
    par = {
        motor: list(zip(plan.svarfiler["polars"], plan.svarfiler[motor], strict=True)) for motor, id_ in id_er.items() if id_ in malinger
    }
    return {id_er[motor]: lik for motor, lik in kjor(barn("sammenlign", par)).svar.items()} if par else {}
