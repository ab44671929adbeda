"""What goes wrong with a database, as Norwegian sentences with the cure."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EGEN_BASE = "eller sett DATABASE_URL til en database dere har"
FULL = "disken er full. Rydd plass til omtrent 1 GB og prøv igjen."
KVOTE = "plassen du har fått på disken, er brukt opp. Rydd plass til omtrent 1 GB og prøv igjen."
IKKE_SKRIVBAR = "mappen kan ikke skrives i. Velg en mappe du eier og kan skrive i, og prøv igjen."
IKKE_MAPPE = "noe som ikke er en mappe, står i veien. Flytt det, eller velg en annen mappe."

INGEN = f"finner ikke PostgreSQL. Installer {{minste}} eller nyere («sudo apt install postgresql» på Debian og Ubuntu), {EGEN_BASE}."
FOR_GAMMEL = f"fant bare PostgreSQL {{funnet}}, og Skreddersøm trenger {{minste}} eller nyere. Installer en nyere, {EGEN_BASE}."
KAN_IKKE_KJORES = (
    "PostgreSQL i «{mappe}» kan ikke kjøres på denne maskinen ({grunn}). "
    f"Installer en som er laget for den («sudo apt install postgresql» på Debian og Ubuntu), {EGEN_BASE}."
)
ANDRE_DATA = (
    "dataene er laget med PostgreSQL {data_fra}, men her finnes bare {funnet}. "
    "Installer PostgreSQL {data_fra}, eller flytt datamappen bort for å begynne på nytt."
)
INGEN_MAATE = (
    "PostgreSQL nekter å kjøre som denne brukeren, og verken brukernavnerom eller bytte av bruker er tillatt her ({grunn}). "
    f"Kjør som en vanlig bruker, {EGEN_BASE}."
)
ANNEN_EIER = "dataene i «{data}» eies av en annen bruker (nummer {eier}). Kjør som den brukeren, eller velg en annen mappe."
INGEN_SOKKELMAPPE = "fant ingen mappe til databasens sokkel med kort nok navn. Sett TMPDIR til en mappe med et kort navn, som «/tmp»."
PASSORD_BORTE = (
    "passordet til databasen mangler i «{fil}». Hent det fra en sikkerhetskopi, eller flytt datamappen bort for å begynne på nytt."
)
FEIL_PASSORD = (
    "databasen godtar ikke passordet i «{fil}». Hent det fra en sikkerhetskopi, eller flytt datamappen bort for å begynne på nytt."
)
I_BRUK = "«{mappe}» er i bruk av en annen Skreddersøm som ikke svarer herfra. Avslutt den, og prøv igjen."
KAN_IKKE_SLETTES = "«{mappe}» er i bruk av en annen Skreddersøm. Avslutt den, og prøv igjen."
SVARTE_IKKE = "databasen svarte ikke innen {sekunder:.0f} sekunder. Se «{logg}», og prøv igjen."
STOPPET = "databasen kom ikke i gang ({grunn}). Se «{logg}», og prøv igjen."
IKKE_LAGET = "fikk ikke laget databasen: {grunn}. Prøv igjen; skjer det på nytt, så vis linjen til dem som lager Skreddersøm."

INGEN_MAPPE = "mappen til databasen mangler navn. Oppgi en egen mappe for den."
IKKE_VAAR = "«{mappe}» har noe annet i seg enn databasen til Skreddersøm. Velg en tom mappe, eller en som ikke finnes ennå."
ER_LENKE = "«{sti}» er en lenke. Velg databasemappen der dataene ligger."
IKKE_DATABASE = "«{sti}» er ikke laget av Skreddersøm, og slettes ikke. Flytt det bort, og prøv igjen."
HAR_ANNET = "«{sti}» har noe i seg som ikke hører databasen til. Ingenting er slettet. Flytt det bort, og prøv igjen."
HOLDBAR = "dataene i «{mappe}» skal vare, og kan ikke brukes til prøver som tåler å miste dem. Velg en annen mappe."
IKKE_FLYKTIG = "databasen i «{mappe}» er laget for prøver og kan miste data. Velg en annen mappe."
SKADET = "dataene i «{data}» er skadet. Hent dem fra en sikkerhetskopi, eller flytt datamappen bort for å begynne på nytt."

# Looked for in what PostgreSQL says when it cannot start; the first row that has a sign decides.
TEGN = (
    (("No space left on device", ": wrote only "), FULL),
    (("Disk quota exceeded",), KVOTE),
    (("Permission denied", "Read-only file system", "Operation not permitted"), IKKE_SKRIVBAR),
    (
        ("Cannot allocate memory", "could not create shared memory segment", "could not map anonymous shared memory"),
        "maskinen har for lite ledig minne til databasen. Lukk noe annet, og prøv igjen.",
    ),
    (
        ("invalid locale name",),
        "maskinen mangler tegnsettet C.UTF-8. Installer det («sudo apt install locales» på Debian og Ubuntu), og prøv igjen.",
    ),
    (
        ("could not locate a valid checkpoint record", "invalid checkpoint record", "invalid data in file"),
        "dataene er skadet. Hent dem fra en sikkerhetskopi, eller flytt datamappen bort for å begynne på nytt.",
    ),
)

KURER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: KVOTE,
    errno.EACCES: IKKE_SKRIVBAR,
    errno.EPERM: IKKE_SKRIVBAR,
    errno.EROFS: IKKE_SKRIVBAR,
    errno.ENOTDIR: IKKE_MAPPE,
    errno.EEXIST: IKKE_MAPPE,
    errno.ENOLCK: "disken kan ikke låse filer. Velg en mappe på en lokal disk.",
}
ANNEN_KUR = "{}. Velg en annen mappe, og prøv igjen."


def forklar(utskrift: str) -> str | None:
    """The sentence for what PostgreSQL said, or None when nothing in it is past hope."""
    return next((setning for tegn, setning in TEGN if any(ett in utskrift for ett in tegn)), None)


@contextmanager
def med_forklaring(mappe: Path) -> Iterator[None]:
    """Turn the operating system's refusals inside into ``Brukerfeil`` about ``mappe``."""
    try:
        yield
    except OSError as feil:
        kur = KURER.get(feil.errno or 0) or ANNEN_KUR.format(feil.strerror or feil)
        raise Brukerfeil(f"databasen i «{mappe}» kan ikke brukes: {kur}") from feil
