"""What the worker does with the cases by itself."""

from __future__ import annotations

from procrastinate.contrib.django import app

from skreddersom.plattform.tilgang.kontekst import som, systemet
from skreddersom.plattform.tilgang.models import Kontor
from skreddersom.plattform.tilgang.roller import Enhetsslag


@app.periodic(cron="15 3 * * *")
@app.task(name="sak.tell_sakene", queueing_lock="sak.tell_sakene")
def tell_alle_kontorene(timestamp: int) -> None:  # noqa: ARG001 – procrastinate gives the time by name
    """Every night: programmes begin and end with the days, also where nobody has decided anything. Each office by itself."""
    from skreddersom.apper.sak.handlinger.sakstall import tell_sakene

    for kontor in Kontor.objects.filter(slag=Enhetsslag.NAVKONTOR).values_list("pk", flat=True):
        with som(systemet(kontor)) as system:
            tell_sakene(system)
