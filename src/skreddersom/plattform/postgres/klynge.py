"""A new data folder, made once: complete, or not there at all."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.postgres import fjerning
from skreddersom.plattform.postgres.forklaringer import IKKE_LAGET, PASSORD_BORTE, forklar
from skreddersom.plattform.postgres.omgivelser import RENE_OMGIVELSER

if TYPE_CHECKING:
    from pathlib import Path

    from skreddersom.plattform.postgres.binarer import Binarer
    from skreddersom.plattform.postgres.maate import Maate
    from skreddersom.plattform.postgres.mappe import Databasemappe

EIER = "postgres"
"""The database's owner, who may do everything. The application works as a lesser role."""

BARE_EIEREN = 0o600

# Text is compared by code point, the same on every machine and after every upgrade of its C library; letters have upper and lower
# case also outside ASCII. The alphabet's own order (æ, ø, å last) is a matter of display, and is asked for where names are shown.
TEGNTYPE = "UTF-8" if sys.platform == "darwin" else "C.UTF-8"
VALG = ("--encoding=UTF8", "--locale=C", f"--lc-ctype={TEGNTYPE}", "--data-checksums", "--auth=scram-sha-256", f"--username={EIER}")


def opprett(mappe: Databasemappe, binarer: Binarer, maate: Maate, laas: int) -> None:
    """Make the data folder. It gets its name when it is complete and on disk, so a start that is cut short leaves nothing of worth.

    Call it only while holding the lock ``laas``. Raises ``Brukerfeil``, ``OSError``.
    """
    fjerning.fjern_halvferdig(mappe)
    ny = fjerning.lag_halvferdig(mappe)
    maate.gi(mappe.halvferdig)
    passordfil = mappe.halvferdig / fjerning.PASSORD
    _skriv_hemmelig(passordfil, _nytt_passord(mappe))
    maate.gi(passordfil)
    svar = _kjor(maate.kommando(binarer.initdb, *VALG, f"--pwfile={passordfil}", "-D", str(ny)), laas)
    if svar.returncode == 0:
        ny.rename(mappe.data)
        os.fsync(laas)
    fjerning.fjern_halvferdig(mappe)
    if svar.returncode != 0:
        raise Brukerfeil(_setning(mappe, svar.stderr))


def _kjor(argv: list[str], laas: int) -> subprocess.CompletedProcess[str]:
    """Run ``initdb``. It inherits the lock: if we are killed, the next one waits until it is done."""
    return subprocess.run(
        argv,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        cwd="/",
        env=RENE_OMGIVELSER,
        pass_fds=(laas,),
        start_new_session=True,
        check=False,
    )


def les_passord(mappe: Databasemappe) -> str:
    """The password of ``EIER``. Raises ``Brukerfeil`` if it is gone."""
    try:
        return mappe.passord.read_text()
    except FileNotFoundError:
        raise Brukerfeil(PASSORD_BORTE.format(fil=mappe.passord)) from None


def _nytt_passord(mappe: Databasemappe) -> str:
    """A password nobody has chosen, written down before it is taken into use."""
    mappe.passord.unlink(missing_ok=True)
    _skriv_hemmelig(mappe.passord, secrets.token_urlsafe(24))
    return les_passord(mappe)


def _skriv_hemmelig(fil: Path, tekst: str) -> None:
    with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, BARE_EIEREN), "w") as ut:
        ut.write(tekst)
        ut.flush()
        os.fsync(ut.fileno())


def _setning(mappe: Databasemappe, sagt: str) -> str:
    kjent = forklar(sagt)
    if kjent is not None:
        return f"databasen i «{mappe.rot}» kunne ikke lages: {kjent}"
    linjer = [linje for linje in sagt.splitlines() if "error" in linje.lower() or "FATAL" in linje]
    return IKKE_LAGET.format(grunn=(linjer or ["initdb stoppet uten å si hvorfor"])[0].rstrip("."))
