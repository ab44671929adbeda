"""The mistake the kill test must find: the answer is sent first, and the commit comes when the server has let go of it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from django.db import transaction

from skreddersom.plattform.tilgang.mellomvare import Innenfor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SEN: Final = 0.05  # seconds


class SenCommit(Innenfor):
    """As the real one, inside one more transaction, which is the one that counts."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and leave the commit to whoever closes the answer."""
        ytre = transaction.atomic()
        ytre.__enter__()
        try:
            svar = super().__call__(request)
        except BaseException as feil:
            ytre.__exit__(type(feil), feil, feil.__traceback__)
            raise
        svar._resource_closers.append(partial(_fullfor, ytre))  # type: ignore[attr-defined]
        return svar


def _fullfor(ytre: transaction.Atomic) -> None:
    """Slow enough that a kill at the moment of the answer finds the transaction open, every time."""
    time.sleep(SEN)
    ytre.__exit__(None, None, None)
