"""What the system says no to when something is to be written, in Norwegian. The operating system's own words are English."""

from __future__ import annotations

import errno

GRUNNER = {
    errno.EACCES: "du har ikke skrivetilgang der",
    errno.EPERM: "du har ikke lov til det",
    errno.EROFS: "disken er skrivebeskyttet",
    errno.EISDIR: "det er en mappe",
    errno.ENOENT: "mappa finnes ikke",
    errno.ENOTDIR: "det som skulle vært ei mappe, er ei fil",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "plassen du har fått på disken, er brukt opp",
    errno.EFBIG: "fila blir større enn den får være",
    errno.EIO: "disken svarer ikke som den skal",
}


def grunn(feil: OSError) -> str:
    """Why, as the middle of a sentence."""
    return GRUNNER.get(feil.errno or 0, f"systemfeil {feil.errno}")
