"""Whoever is killed with SIGKILL, and whenever: what somebody has been told is kept, is kept, once; and the log's chain is whole."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

import pytest

from drap.forsok import forsok, lagret
from drap.nettsted import nettsted
from drap.sen_commit import SEN
from skreddersom.plattform.logg.verifisering import verifiser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from drap.forsok import Resultat
    from drap.nettsted import Nettsted

DRAP = 30
FRO = int(os.environ.get("DRAP_FRO", random.SystemRandom().randrange(10**6)))
"""Another one each time; a run that fails says which, and ``DRAP_FRO`` repeats its choices."""


@pytest.fixture(scope="module")
def sted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nettsted]:
    """The site; no database of the developer's own is touched."""
    with pytest.MonkeyPatch.context() as miljo:
        for navn in ("DATABASE_URL", "PGHOST", "PGHOSTADDR", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGPORT", "PGSERVICE"):
            miljo.delenv(navn, raising=False)
        with nettsted(tmp_path_factory.mktemp("drap")) as stedet:
            yield stedet


def test_ingen_bekreftet_registrering_tapes_eller_dobles(sted: Nettsted) -> None:
    print(f"DRAP_FRO={FRO}")
    sted.start()
    resultat = forsok(sted, FRO, DRAP)
    sted.stopp()
    sted.fullfor_jobbene()
    print(resultat.drept, len(resultat.bekreftet), "utfall,", len(resultat.filer), "filer")
    assert sum(resultat.drept.values()) == DRAP
    assert resultat.tapt == set()
    assert sorted(resultat.lagret) == sorted(resultat.bekreftet)
    assert _uenige_om_versjonen(sted) == []
    assert _uenige_om_loggen(sted) == []
    assert _ikke_behandlet_en_gang(sted, resultat) == []
    assert verifiser(sted.administrator, _kontorer(sted)).funn == []


def test_en_commit_etter_svaret_blir_funnet(sted: Nettsted) -> None:
    """Else the test above would prove nothing."""
    print(f"DRAP_FRO={FRO}")
    sted.start(sen_commit=True)
    resultat = forsok(sted, FRO, DRAP, nok=lambda hittil: _er_tapt(sted, hittil))
    sted.stopp()
    print(resultat.drept, len(resultat.bekreftet), "utfall")
    assert resultat.tapt


def _er_tapt(sted: Nettsted, hittil: Resultat) -> bool:
    """Something acknowledged is not there, nor a while later, when what was only late has come."""
    if not hittil.bekreftet - set(lagret(sted)):
        return False
    time.sleep(40 * SEN)
    return bool(hittil.bekreftet - set(lagret(sted)))


def _kontorer(sted: Nettsted) -> list[UUID]:
    return [kontor for (kontor,) in sted.sql("select id from tilgang_kontor")]  # type: ignore[misc]


def _uenige_om_versjonen(sted: Nettsted) -> list[tuple[object, ...]]:
    """Candidates that have not been changed exactly as many times as they have outcomes."""
    return sted.sql(
        "select k.id, k.versjon, count(u.id) from kandidat_kandidat k left join kandidat_utfall u on u.kandidat_id = k.id "
        "group by k.id having k.versjon <> 1 + count(u.id)"
    )


def _uenige_om_loggen(sted: Nettsted) -> list[tuple[object, ...]]:
    """Candidates that the log does not tell of exactly as many outcomes of."""
    return sted.sql(
        "select u.kandidat_id, count(*) from kandidat_utfall u group by 1 having count(*) <> (select count(*) from logg_rad r "
        "where r.innhold::jsonb ->> 'sak' = 'kandidat/' || u.kandidat_id::text and r.handling = 'endre')"
    )


IKKE_EN_GANG = """
with sendt as (
  select navn, array(select status::text from kandidat_fil f where f.navn = n.navn) as filer, array(
    select r.handling from logg_rad r join kandidat_fil f on r.innhold::jsonb ->> 'sak' = 'fil/' || f.id::text where f.navn = n.navn
  ) as logg, exists (
    select from procrastinate_jobs j join kandidat_fil f on f.id::text = j.args ->> 'fil' where f.navn = n.navn and j.status <> 'succeeded'
  ) as jobb_igjen
  from unnest(%s::text[]) as n (navn)
)
select * from sendt where filer <> array['klar'] or logg <> array['opprett'] or jobb_igjen
"""


def _ikke_behandlet_en_gang(sted: Nettsted, resultat: Resultat) -> list[tuple[object, ...]]:
    """Acknowledged files that are not there once, controlled, told of once in the log, with nothing left to do."""
    return sted.sql(IKKE_EN_GANG, resultat.filer)
