"""How a database is removed. The only place in the package that removes a folder with what is in it.

What is removed that way always stands as ``data.ny/data`` in a folder that bears our mark, beside a second mark that says it is worth
nothing. No path comes from a file, from the environment or from the folder one stands in. Marks count by being there: a full disk
makes files empty, and an empty file has once been read as a path.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres.forklaringer import HAR_ANNET, IKKE_DATABASE
from skreddersom.plattform.postgres.mappe import VERSJONSFIL, er_fil, er_mappe

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.plattform.postgres.mappe import Databasemappe

KASTES, INDRE, PASSORD = "kan-kastes", "data", "passord"
INNHOLD = {KASTES, INDRE, PASSORD}
KJENNETEGN = (VERSJONSFIL, "global/pg_control")
FREMMED = ".git"


def fjern(mappe: Databasemappe) -> None:
    """Remove the database from ``mappe``, and leave what is not ours. Call it only while holding the lock, with the server stopped.

    Everything is looked at before anything is removed. Raises ``Brukerfeil`` and removes nothing if the data are not PostgreSQL's.
    """
    mappe.krev_vaar()
    _krev_halvferdig(mappe)
    har_data = os.path.lexists(mappe.data)
    if har_data:
        _krev_klynge(mappe.data)
    mappe.fjern_kjoremappe()
    fjern_halvferdig(mappe)
    if har_data:
        mappe.data.rename(lag_halvferdig(mappe))
        fjern_halvferdig(mappe)
    for fil in (mappe.logg, mappe.forrige_logg, mappe.passord, mappe.flyktig):
        fil.unlink(missing_ok=True)
    if [sti.name for sti in mappe.rot.iterdir()] == [mappe.eiermerke.name]:
        mappe.eiermerke.unlink()


def lag_halvferdig(mappe: Databasemappe) -> Path:
    """Make the folder for what may be thrown away, and return the path in it where a data folder can be made or put."""
    mappe.halvferdig.mkdir(mode=0o700)
    (mappe.halvferdig / KASTES).touch()
    return mappe.halvferdig / INDRE


def fjern_halvferdig(mappe: Databasemappe) -> None:
    """Remove what ``lag_halvferdig`` made, the mark last, so that a removal that is cut short can be taken up again."""
    mappe.krev_vaar()
    _krev_halvferdig(mappe)
    rest = mappe.halvferdig
    if not er_mappe(rest):
        return
    if er_mappe(rest / INDRE):
        shutil.rmtree(rest / INDRE)
    (rest / PASSORD).unlink(missing_ok=True)
    (rest / KASTES).unlink(missing_ok=True)
    rest.rmdir()


def _krev_halvferdig(mappe: Databasemappe) -> None:
    """Raise ``Brukerfeil`` if something other than our left-over, or nothing, stands in its place."""
    rest = mappe.halvferdig
    if not os.path.lexists(rest):
        return
    if not er_mappe(rest):
        raise Brukerfeil(IKKE_DATABASE.format(sti=rest))
    innhold = {sti.name for sti in rest.iterdir()}
    if innhold and (not innhold <= INNHOLD or not er_fil(rest / KASTES)):
        raise Brukerfeil(IKKE_DATABASE.format(sti=rest))
    if INDRE in innhold:
        _krev_bare_vaart(rest / INDRE)


def _krev_klynge(data: Path) -> None:
    """Raise ``Brukerfeil`` unless ``data`` is a folder that PostgreSQL has made."""
    if not er_mappe(data) or not all(er_fil(data / navn) for navn in KJENNETEGN):
        raise Brukerfeil(IKKE_DATABASE.format(sti=data))
    _krev_bare_vaart(data)


def _krev_bare_vaart(data: Path) -> None:
    """Raise ``Brukerfeil`` if somebody has put a repository, or another disk, among the data. Links in it are never followed."""
    if not er_mappe(data):
        raise Brukerfeil(IKKE_DATABASE.format(sti=data))
    for her, mapper, filer in os.walk(data, onerror=_stans):
        annet = FREMMED in (*mapper, *filer) or os.path.ismount(her)
        if annet:
            raise Brukerfeil(HAR_ANNET.format(sti=her))


def _stans(feil: OSError) -> None:
    """What cannot be looked at is not removed."""
    raise feil
