"""The demo's people: offices and staff, and everybody in the files, taken in the way an office would do it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.apper.kandidat import handlinger
from skreddersom.demo import brevhoder, historie, saker
from skreddersom.demo.folk import DIREKTORATET, STATSFORVALTEREN, ansatte, epost, navn_til
from skreddersom.demo.kontorer import HOVEDKONTOR, KONTORER, MED_SAKER, Demokontor
from skreddersom.kjerne.kostra.felt import raa
from skreddersom.kjerne.kostra.les import les_poster
from skreddersom.kjerne.kostra.linjer import tolk
from skreddersom.plattform.tilgang import okt
from skreddersom.plattform.tilgang.kontekst import som
from skreddersom.plattform.tilgang.models import Ansatt, Kontor, Kontorkommune, Stilling
from skreddersom.plattform.tilgang.roller import Enhetsslag, Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ANSATT_FRA: Final = date(2024, 1, 1)
HOLDT_FOR: Final = timedelta(days=40)
"""So long ago were the reviews held: some candidates have waited too long, as they do in life."""
SISTE_DAG: Final = date(2026, 12, 31)
"""The files tell nothing after this day."""


def last_inn(kontor: Demokontor, mappe: Path, idag: date) -> None:
    """One office: its files and a review of its caseload, as its leder would have done it, and what came of it."""
    ansatte_her = {rolle: historie.ved(kontor.navn, rolle, stillinger()) for rolle in Rolle}
    leder, holdt = ansatte_her[Rolle.LEDER][0], idag - HOLDT_FOR
    _gjennomga(kontor, mappe, leder, holdt)
    antall = len(historie.HENDELSER) if kontor.navn == HOVEDKONTOR else historie.saa_langt_kom(kontor.navn)
    historie.fortell(leder, ansatte_her[Rolle.VEILEDER], holdt, antall)
    brevhoder.skriv(leder)
    if kontor.navn in MED_SAKER:
        saker.lag(leder, ansatte_her, idag, saker.VED[kontor.navn])


def arbeid(kontor: Demokontor, mappe: Path) -> tuple[bool, int]:
    """How much there is to do at the office: the greater, the longer it takes."""
    return kontor.navn in MED_SAKER, sum(sti.stat().st_size for sti in _filer(kontor, mappe))


def stillinger() -> list[Stilling]:
    """Everybody's roles."""
    return list(Stilling.objects.filter(til=None).select_related("kontor", "ansatt"))


def lag_kontorer() -> Mapping[str, Kontor]:
    """The units by name; those that stand already are kept."""
    slag = {kontor.navn: Enhetsslag.NAVKONTOR for kontor in KONTORER}
    slag |= {STATSFORVALTEREN: Enhetsslag.STATSFORVALTER, DIREKTORATET: Enhetsslag.DIREKTORAT}
    kontorer = {}
    for nr, (navn, ett_slag) in enumerate(slag.items()):
        kontorer[navn], _ = Kontor.objects.get_or_create(navn=navn, defaults={"slag": ett_slag, "rekkefolge": nr})
    for kontor in KONTORER:
        for kommunenr in kontor.kommuner:
            Kontorkommune.objects.get_or_create(kontor=kontorer[kontor.navn], kommunenr=kommunenr)
    return kontorer


def lag_ansatte(kontorer: Mapping[str, Kontor]) -> None:
    """Staff and their roles; those that stand already are kept."""
    for ansatt in ansatte():
        adresse = epost(ansatt.navn)
        finnes = Ansatt.objects.filter(epost=adresse).first()
        person = finnes or Ansatt.objects.create_user(adresse, ansatt.navn)
        stilling = {"ansatt": person, "kontor": kontorer[ansatt.kontor], "rolle": ansatt.rolle, "til": None}
        Stilling.objects.get_or_create(**stilling, defaults={"fra": ANSATT_FRA})


def _gjennomga(kontor: Demokontor, mappe: Path, leder: Stilling, holdt: date) -> None:
    """Take the office's files in and hold its review. A municipality with nobody to report has made a file that is one space."""
    kontekst = okt.kontekst(leder)
    filer = [(sti.name, data) for sti in _filer(kontor, mappe) if (data := sti.read_bytes()).strip()]
    with som(kontekst):
        for navn, data in [*filer, ("Navneliste.csv", navneliste([data for navn, data in filer if navn.startswith("11F_")]))]:
            fil = handlinger.ta_imot_fil(kontekst, navn, data, i_bakgrunnen=False)
            handlinger.kontroller_fil(kontekst, fil.pk)
        gjennomgang = handlinger.start_gjennomgang(kontekst, min(holdt, SISTE_DAG), dato=holdt, i_bakgrunnen=False)
        handlinger.kjor_gjennomgang(kontekst, gjennomgang.pk)


def _filer(kontor: Demokontor, mappe: Path) -> list[Path]:
    return [sti for nr in kontor.kommuner for skjema in ("11F", "11CF") for sti in sorted(mappe.glob(f"{skjema}_{nr}_*.dat"))]


def navneliste(filer: Sequence[bytes]) -> bytes:
    """A made-up name for everybody in the 11F ``filer``, as the list an office can export from its own system."""
    numre: dict[str, None] = {}
    for data in filer:
        fil = les_poster(tolk(Path("11F.dat"), data))
        numre |= dict.fromkeys(fil.linjefil.lat.select(raa(fil.oppsett["PERSON_FODSELSNR"])).collect().to_series().drop_nulls())
    linjer = ["Fødselsnummer;Navn", *(f"{nummer};{navn_til(nummer)}" for nummer in numre if nummer.strip())]
    return "\n".join(linjer).encode()
