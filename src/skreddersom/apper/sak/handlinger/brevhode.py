"""What stands at the head of the office's letters: written by those who run the office."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from django.db import connection
from django.utils.translation import gettext as _

from skreddersom.apper.sak.handlinger.felles import Konflikt
from skreddersom.apper.sak.models import Brevhode
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

STELLER: Final = frozenset({Rolle.LEDER, Rolle.ADMINISTRATOR})
LAAS: Final = "select pg_advisory_xact_lock(hashtextextended('sak_brevhode ' || %s, 0))"


@dataclass(frozen=True, slots=True)
class Hode:
    """The head of a letter: ``adresse`` line by line, ``statsforvalter`` the county, as in «Agder»."""

    adresse: tuple[str, ...] = ()
    telefon: str = ""
    epost: str = ""
    apningstid: str = ""
    statsforvalter: str = ""

    @property
    def avtrykk(self) -> str:
        """What a form was opened on: the same words give the same mark, others another."""
        return sha256(repr(self).encode()).hexdigest()[:16]


def hodet(kontor: UUID) -> Hode:
    """The head as it stands; empty when nobody has written it."""
    rad = Brevhode.objects.filter(kontor_id=kontor).first()
    if rad is None:
        return Hode()
    return Hode(tuple(rad.adresse), rad.telefon, rad.epost, rad.apningstid, rad.statsforvalter)


def lagre_brevhode(kontekst: Kontekst, nytt: Hode, avtrykk: str) -> None:
    """Keep the head for the letters to come; those that are made keep theirs. ``avtrykk`` is that of the head the form was opened on.

    Raises ``Konflikt`` when somebody has changed it since, and ``Brukerfeil`` for a role that may not, or a head that letters cannot use.
    """
    if kontekst.rolle not in STELLER:
        raise Brukerfeil(_("Brevhodet skrives av lederen eller en administrator."))
    krev_brukbart(nytt)
    with connection.cursor() as peker:
        peker.execute(LAAS, [str(kontekst.kontor)])
    naa = hodet(kontekst.kontor)
    if naa == nytt:
        return
    if naa.avtrykk != avtrykk:
        raise Konflikt
    Brevhode.objects.update_or_create(kontor_id=kontekst.kontor, defaults=asdict(nytt) | {"adresse": list(nytt.adresse)})
    skriv(kontekst, [Notat(Handling.ENDRE, formal=Formal.ADMINISTRASJON, detalj="brevhode")])


def krev_brukbart(hode: Hode) -> None:
    """Raise ``Brukerfeil`` when letters would lack what only the head can say: where to complain, to whom, and whom to ask."""
    if not hode.adresse:
        raise Brukerfeil(_("Skriv adressen. Brevene må si hvor en klage kan sendes."))
    if not (hode.telefon or hode.epost):
        raise Brukerfeil(_("Skriv telefonnummer eller e-postadresse. Brevene må si hvordan man får tak i dere."))
    if not hode.statsforvalter:
        raise Brukerfeil(_("Skriv hvilken statsforvalter det er. Brevene må si hvem som avgjør en klage."))
