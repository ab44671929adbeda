"""Codes that are read from one screen and typed on another: made, read as people type them, and kept only as a print."""

from __future__ import annotations

import secrets
from typing import Final

from django.utils.crypto import salted_hmac

TEGN: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No characters that look like others: neither 0 nor O, neither 1, I nor L."""
LENGDE: Final = 12
"""Characters; with 31 to choose from they are 59 bits, far beyond what the limits on attempts let anybody try."""
GRUPPE: Final = 4


def ny() -> str:
    """A code that nobody can guess, in groups that can be read aloud."""
    tegn = "".join(secrets.choice(TEGN) for _ in range(LENGDE))
    return "-".join(tegn[fra : fra + GRUPPE] for fra in range(0, LENGDE, GRUPPE))


def avtrykk(kode: str) -> str:
    """The print of the code, whatever the letters' size and the signs between them. It takes the server's secret to make one."""
    rent = "".join(tegn for tegn in kode.upper() if tegn.isalnum())
    return salted_hmac("skreddersom.invitasjon", rent, algorithm="sha256").hexdigest()
