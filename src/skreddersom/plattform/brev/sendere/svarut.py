"""Over HTTP to a service that delivers digitally or prints and posts, such as KS SvarUt behind the municipality's own gateway.

One request for each letter: JSON with the PDF in it, the letter's own id as ``Idempotency-Key``, and an id of the delivery back. The
service must answer a key that it has seen with the same delivery, so a letter whose answer was lost can safely be sent again.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import requests

from skreddersom.plattform.brev.models import Kanal
from skreddersom.plattform.brev.sendere.port import Sendefeil

if TYPE_CHECKING:
    from skreddersom.plattform.brev.sendere.port import Forsendelse

PROV_IGJEN: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
"""Answers that say «not now»; those from 500 up do too."""


@dataclass(frozen=True)
class SvarUt:
    """``adresse`` takes the letters; ``token`` says who we are. ``kobling`` and ``svar`` are seconds to wait for each."""

    adresse: str
    token: str = ""
    kobling: float = 5
    svar: float = 20

    @property
    def kanal(self) -> Kanal:
        """What the letter is marked with."""
        return Kanal.SVARUT

    def send(self, forsendelse: Forsendelse) -> str:
        """Send it, and give the id of the delivery. Raises ``Sendefeil``."""
        hode = {"Idempotency-Key": str(forsendelse.nokkel)} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        try:
            svar = requests.post(
                self.adresse, json=_innhold(forsendelse), headers=hode, timeout=(self.kobling, self.svar), allow_redirects=False
            )
        except requests.RequestException as feil:
            raise Sendefeil(f"Fikk ikke kontakt med forsendelsestjenesten ({type(feil).__name__}).", midlertidig=True) from feil
        return _levert(svar)


def _innhold(forsendelse: Forsendelse) -> dict[str, Any]:
    return {
        "tittel": forsendelse.tittel,
        "mottaker": {"navn": forsendelse.navn, "adresse": list(forsendelse.adresse)},
        "dokument": {"filnavn": forsendelse.filnavn, "type": "application/pdf", "innhold": b64encode(forsendelse.pdf).decode("ascii")},
    }


def _levert(svar: requests.Response) -> str:
    """The id in the answer. What the service says besides is not kept: it may repeat what was sent."""
    if svar.status_code not in (HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.ACCEPTED):
        igjen = svar.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or svar.status_code in PROV_IGJEN
        raise Sendefeil(f"Forsendelsestjenesten svarte {svar.status_code}.", midlertidig=igjen)
    try:
        id_ = str(svar.json()["id"])
    except (ValueError, KeyError, TypeError):
        raise Sendefeil("Forsendelsestjenesten svarte uten å si hva forsendelsen heter.", midlertidig=True) from None
    return id_[:100]
