"""Long work, done by the worker: ordered in the same transaction as what it is about, and safe to do again after a crash."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from skreddersom.plattform.tilgang.kontekst import Kontekst, som
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from procrastinate import JobContext

MEST_FORSOK: Final = 5
IGJEN: Final = RetryStrategy(max_attempts=MEST_FORSOK, exponential_wait=2)
STRANDET: Final = 30
"""Seconds without a sign of life from a worker, before its work is taken up by another."""


def bestill_kontroll(kontekst: Kontekst, fil_id: UUID) -> None:
    """Let the worker control the file, once this transaction is kept."""
    kontroller.configure(lock=str(kontekst.kontor)).defer(fil=str(fil_id), **_argumenter(kontekst))


def bestill_gjennomgang(kontekst: Kontekst, gjennomgang_id: UUID) -> None:
    """Let the worker do the review; after the files that were sent before it, since the office's work goes in order."""
    gaa_gjennom.configure(lock=str(kontekst.kontor)).defer(gjennomgang=str(gjennomgang_id), **_argumenter(kontekst))


@app.task(name="kandidat.kontroller", retry=IGJEN, pass_context=True)
def kontroller(context: JobContext, fil: str, kontor: str, ansatt: str, rolle: str) -> None:
    """Control one file."""
    from skreddersom.apper.kandidat import handlinger

    kontekst = _kontekst(kontor, ansatt, rolle)
    with som(kontekst):
        handlinger.marker_kontrolleres(kontekst, UUID(fil))
    with _siste_gang(context, lambda: handlinger.gi_opp_fil(kontekst, UUID(fil)), kontekst), som(kontekst):
        handlinger.kontroller_fil(kontekst, UUID(fil))


@app.task(name="kandidat.gaa_gjennom", retry=IGJEN, pass_context=True)
def gaa_gjennom(context: JobContext, gjennomgang: str, kontor: str, ansatt: str, rolle: str) -> None:
    """Do one review."""
    from skreddersom.apper.kandidat import handlinger

    kontekst = _kontekst(kontor, ansatt, rolle)
    with som(kontekst):
        handlinger.marker_kjorer(kontekst, UUID(gjennomgang))
    with _siste_gang(context, lambda: handlinger.gi_opp_gjennomgang(kontekst, UUID(gjennomgang)), kontekst), som(kontekst):
        handlinger.kjor_gjennomgang(kontekst, UUID(gjennomgang))


@contextmanager
def _siste_gang(context: JobContext, gi_opp: Callable[[], None], kontekst: Kontekst) -> Iterator[None]:
    """Work that has failed for the last time says so on the page; until then it is tried again."""
    try:
        yield
    except Exception:
        if context.job.attempts + 1 >= MEST_FORSOK:
            with som(kontekst):
                gi_opp()
        raise


@app.periodic(cron="* * * * *")
@app.task(name="kandidat.ta_opp_strandede", queueing_lock="kandidat.ta_opp_strandede", pass_context=True)
async def ta_opp_strandede(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 – procrastinate gives the time by name
    """Put back the jobs of workers that have died."""
    for jobb in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STRANDET):
        await app.job_manager.retry_job(jobb)


def _argumenter(kontekst: Kontekst) -> dict[str, str]:
    """Who ordered it: identifiers only, nothing about persons."""
    return {"kontor": str(kontekst.kontor), "ansatt": str(kontekst.ansatt), "rolle": kontekst.rolle.value}


def _kontekst(kontor: str, ansatt: str, rolle: str) -> Kontekst:
    return Kontekst(UUID(ansatt), UUID(kontor), Rolle(rolle))
