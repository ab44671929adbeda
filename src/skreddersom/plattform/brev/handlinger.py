"""What is done with letters: drafted, made ready, sent, marked as sent. Each leaves a row in the log of the unit.

Sending holds the letter for as long as it takes, so two cannot send it at once, and uses the letter's id as key, so that an answer
that got lost, or a transaction that was undone, does not become a second letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.brevkrav import Brevslag, Krav, Malform, mangler
from skreddersom.plattform.brev.felt import sjekk
from skreddersom.plattform.brev.lag import lag, malversjon
from skreddersom.plattform.brev.models import SLAGNAVN, Brev, Kanal, Status
from skreddersom.plattform.brev.sendere.nedlasting import Nedlasting
from skreddersom.plattform.brev.sendere.port import Forsendelse, Sendefeil, Sender, sender
from skreddersom.plattform.brev.tegn import rens, rens_tekst
from skreddersom.plattform.brev.vern import har_sperret_adresse, uten_adresse
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.tilgang.kontekst import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from skreddersom.plattform.tilgang.kontekst import Kontekst

TIL_PARTEN: Final = frozenset(Brevslag) - {Brevslag.OVERSENDELSE}
"""The letters that go to the one they are about; a covering letter goes to the County Governor."""
MEST_FORSOK: Final = 8
"""After so many attempts the letter is given up until a person lets it go again."""


ALT_SENDT: Final = gettext_lazy("Brevet er alt sendt.")
SKAL_IKKE_SENDES: Final = gettext_lazy("Det er bestemt at brevet ikke skal sendes. Lag et nytt.")
HVORFOR_IKKE: Final = gettext_lazy("Skriv hvorfor brevet ikke skal sendes.")


class BrevMangler(Brukerfeil):
    """The letter lacks what the law demands; ``krav`` says what, and the text is their sentences."""

    def __init__(self, krav: Sequence[Krav]) -> None:
        super().__init__(" ".join(gettext(ett.setning) for ett in krav))
        self.krav = tuple(krav)


class AnnenMal(Brukerfeil):
    """The letter was made with other texts, or another typesetter, than today's, so it cannot be made again byte for byte."""


@dataclass(frozen=True, slots=True)
class NyttBrev:
    """A letter to be kept. ``kopi_til`` are others who get the same letter: ``{"navn": …, "adresse": […]}`` for each."""

    person: UUID
    slag: Brevslag
    malform: Malform
    data: Mapping[str, Any]
    sak: UUID | None = None
    kopi_til: Sequence[Mapping[str, Any]] = field(default=())


@transaction.atomic
def lagre(kontekst: Kontekst, nytt: NyttBrev, dag: date) -> Brev:
    """Make the letter, keep it with its data, and let it be ready to go; its copies too.

    Raises ``BrevMangler`` when the law demands more of it on ``dag``, and ``UgyldigBrev`` for data that cannot be a letter.
    """
    _krev_kopi(nytt)
    return _ferdig(kontekst, _rad(kontekst, nytt), nytt.kopi_til, dag)


def lagre_utkast(kontekst: Kontekst, nytt: NyttBrev) -> Brev:
    """Keep a letter that is not done yet. Raises ``UgyldigBrev``."""
    brev = _rad(kontekst, nytt)
    brev.save()
    _noter(kontekst, Handling.OPPRETT, brev, "utkast")
    return brev


@transaction.atomic
def endre_utkast(kontekst: Kontekst, brev_id: UUID, data: Mapping[str, Any]) -> Brev:
    """Let the draft say this instead. Raises ``Brev.DoesNotExist``, ``UgyldigBrev``, or ``Brukerfeil`` when it is no draft any more."""
    brev = _utkast(kontekst, brev_id)
    brev.data = _godt(NyttBrev(brev.person_id, Brevslag(brev.slag), _malform(brev), data))
    brev.mottaker = brev.data.get("mottaker") or {}
    brev.save(update_fields=["data", "mottaker"])
    _noter(kontekst, Handling.ENDRE, brev, "utkast")
    return brev


@transaction.atomic
def ferdigstill(kontekst: Kontekst, brev_id: UUID, dag: date, kopi_til: Sequence[Mapping[str, Any]] = ()) -> Brev:
    """Let the draft be ready to go. Raises as ``lagre`` and ``endre_utkast``."""
    brev = _utkast(kontekst, brev_id)
    _krev_kopi(NyttBrev(brev.person_id, Brevslag(brev.slag), _malform(brev), brev.data, brev.sak_id, kopi_til))
    return _ferdig(kontekst, brev, kopi_til, dag)


@transaction.atomic
def send(kontekst: Kontekst, brev_id: UUID, vei: Sender | None = None) -> Brev:
    """Try to send the letter; ``vei`` is by default the settings' own. One that has gone is not sent again.

    One to somebody with a protected address goes no other way than by the office's own hand, whatever ``vei`` is.
    What went wrong stands on the letter, and raises nothing: it is tried again, or given up and told of. Raises ``Brev.DoesNotExist``.
    """
    brev = _laas(kontekst, brev_id)
    if brev.status == Status.SENDT:
        return brev
    _krev_klar(brev)
    vei = Nedlasting() if har_sperret_adresse(brev.person_id) else vei or sender()
    brev.kanal = vei.kanal
    try:
        ekstern = vei.send(_forsendelse(brev))
    except Sendefeil as feil:
        return _ikke_sendt(kontekst, brev, feil)
    return brev if ekstern is None else _sendt(kontekst, brev, ekstern=ekstern)


@transaction.atomic
def merk_sendt(kontekst: Kontekst, brev_id: UUID) -> Brev:
    """Somebody has put the letter in the post. Twice is once. Raises ``Brev.DoesNotExist``, or ``Brukerfeil`` for a draft."""
    brev = _laas(kontekst, brev_id)
    if brev.status == Status.SENDT:
        return brev
    _krev_klar(brev)
    brev.kanal = Kanal.NEDLASTING
    brev.sendt_av_id = _ansatt(kontekst)
    return _sendt(kontekst, brev)


@transaction.atomic
def forkast(kontekst: Kontekst, brev_id: UUID, hvorfor: str) -> Brev:
    """The letter that is ready is not to be sent after all. It is kept, with why. Raises ``Brev.DoesNotExist``, ``Brukerfeil``."""
    brev = _laas(kontekst, brev_id)
    if brev.status == Status.FORKASTET:
        return brev
    _krev_klar(brev)
    if brev.status == Status.SENDT:
        raise Brukerfeil(str(ALT_SENDT))
    if not hvorfor.strip():
        raise Brukerfeil(str(HVORFOR_IKKE))
    brev.status, brev.feil = Status.FORKASTET, rens_tekst(hvorfor.strip())
    _flytt(brev)
    _noter(kontekst, Handling.ENDRE, brev, "skal ikke sendes")
    return brev


def gjenskap(brev: Brev) -> bytes:
    """The PDF made again from the kept data: the same bytes. Raises ``AnnenMal`` when texts or typesetter are others than then."""
    if brev.maler != malversjon():
        raise AnnenMal("Brevet ble laget med andre tekster enn i dag, og kan ikke lages likt på nytt. Bruk den lagrede fila.")
    return lag(Brevslag(brev.slag), _malform(brev), brev.data).pdf


def _rad(kontekst: Kontekst, nytt: NyttBrev) -> Brev:
    data = _godt(nytt)
    return Brev(
        kontor_id=kontekst.kontor,
        person_id=nytt.person,
        sak_id=nytt.sak,
        slag=nytt.slag,
        malform=nytt.malform,
        data=data,
        mottaker=data.get("mottaker") or {},
        laget_av_id=_ansatt(kontekst),
    )


def _godt(nytt: NyttBrev) -> dict[str, Any]:
    """Data of the right shape, fit for paper and for the database; a protected address is not kept."""
    sjekk(nytt.slag, nytt.data)
    rent: dict[str, Any] = rens(nytt.data)
    if nytt.slag in TIL_PARTEN and rent.get("mottaker") and har_sperret_adresse(nytt.person):
        rent["mottaker"] = uten_adresse(rent["mottaker"])
    return rent


def _krev_kopi(nytt: NyttBrev) -> None:
    """The party gets a copy of what is said to the appeal body (fvl § 33 fourth ledd)."""
    if nytt.slag is Brevslag.OVERSENDELSE and not nytt.kopi_til:
        raise Brukerfeil("Den som har klaget, skal ha kopi av oversendelsen. Fyll inn navn og adresse til kopien.")


def _ferdig(kontekst: Kontekst, brev: Brev, kopi_til: Sequence[Mapping[str, Any]], dag: date) -> Brev:
    savnet = mangler(Brevslag(brev.slag), brev.data, dag)
    if savnet:
        raise BrevMangler(savnet)
    fil = lag(Brevslag(brev.slag), _malform(brev), brev.data)
    brev.pdf, brev.sha256, brev.maler = fil.pdf, fil.sha256, malversjon()
    brev.status, brev.klar = Status.KLAR, timezone.now()
    brev.save()
    Brev.objects.bulk_create(_kopi(brev, rens(hvem)) for hvem in kopi_til)
    _noter(kontekst, Handling.OPPRETT, brev, "klar")
    return brev


def _kopi(brev: Brev, hvem: dict[str, Any]) -> Brev:
    like = ("kontor_id", "person_id", "sak_id", "slag", "malform", "data", "pdf", "sha256", "maler", "laget_av_id", "klar", "status")
    if har_sperret_adresse(brev.person_id):
        hvem = uten_adresse(hvem)
    return Brev(kopi_av=brev, mottaker=hvem, **{navn: getattr(brev, navn) for navn in like})


def _laas(kontekst: Kontekst, brev_id: UUID) -> Brev:
    """The letter, for us alone until the transaction ends."""
    return Brev.objects.select_for_update().get(kontor_id=kontekst.kontor, pk=brev_id)


def _utkast(kontekst: Kontekst, brev_id: UUID) -> Brev:
    brev = _laas(kontekst, brev_id)
    if brev.status != Status.UTKAST:
        raise Brukerfeil("Brevet er ferdig og kan ikke endres. Lag et nytt hvis noe er feil.")
    return brev


def _krev_klar(brev: Brev) -> None:
    if brev.status == Status.UTKAST:
        raise Brukerfeil("Brevet er et utkast. Gjør det ferdig før det sendes.")
    if brev.status == Status.FORKASTET:
        raise Brukerfeil(str(SKAL_IKKE_SENDES))


def _forsendelse(brev: Brev) -> Forsendelse:
    mottaker, tittel = brev.mottaker, str(SLAGNAVN[Brevslag(brev.slag)])
    return Forsendelse(brev.pk, tittel, brev.filnavn, bytes(brev.pdf), mottaker.get("navn", ""), tuple(mottaker.get("adresse") or ()))


def _sendt(kontekst: Kontekst, brev: Brev, ekstern: str = "") -> Brev:
    brev.status, brev.sendt, brev.ekstern, brev.feil = Status.SENDT, timezone.now(), ekstern, ""
    brev.forsok += 1
    _flytt(brev)
    _noter(kontekst, Handling.ENDRE, brev, f"sendt, {brev.kanal}")
    return brev


def _ikke_sendt(kontekst: Kontekst, brev: Brev, feil: Sendefeil) -> Brev:
    """Try again later while there is hope; else give it up until a person has looked at it."""
    brev.forsok += 1
    brev.feil = str(feil)
    brev.status = Status.KLAR if feil.midlertidig and brev.forsok < MEST_FORSOK else Status.FEILET
    _flytt(brev)
    _noter(kontekst, Handling.ENDRE, brev, f"ikke sendt, forsøk {brev.forsok}")
    return brev


def _flytt(brev: Brev) -> None:
    brev.save(update_fields=["status", "kanal", "forsok", "feil", "sendt", "sendt_av", "ekstern"])


def _malform(brev: Brev) -> Malform:
    return "nn" if brev.malform == "nn" else "nb"


def _ansatt(kontekst: Kontekst) -> UUID | None:
    return None if kontekst.ansatt == SYSTEM else kontekst.ansatt


def _noter(kontekst: Kontekst, handling: Handling, brev: Brev, detalj: str) -> None:
    notat = Notat(handling, brev.person_id, f"brev/{brev.pk}", Formal.SAKSBEHANDLING, detalj=f"{brev.slag}: {detalj}")
    skriv(kontekst, [notat], side="brev")
