"""Whether htmx has asked for a piece of a page, or somebody for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skreddersom.plattform.tilgang.foresporsel import Foresporsel


def bare_en_bit(request: Foresporsel) -> bool:
    """A piece is enough for htmx, except when the back button asks it for the page that was left."""
    return bool(request.htmx) and request.headers.get("HX-History-Restore-Request") != "true"
