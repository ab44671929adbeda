"""§ 29 over a file of facts in one engine or another: what is the same for all of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from skreddersom.benk.barn import Arbeid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Filer(NamedTuple):
    """A Parquet file of facts, and where the answers go."""

    inn: str
    ut: str


def arbeid(
    oppdrag: Mapping[str, Any], vurder: Callable[[Filer, date], None], motor: str, slutt: Callable[[], None] | None = None
) -> Arbeid[None]:
    """The persons are measured; the combinations come after, to be compared. ``slutt`` closes the engine."""
    per = date.fromisoformat(oppdrag["per"])

    def resten(_: None) -> dict[str, Any]:
        vurder(Filer(**oppdrag["kombinasjoner"]), per)
        if slutt:
            slutt()
        return {}

    return Arbeid(lambda: vurder(Filer(**oppdrag["personer"]), per), resten, (motor, "narwhals"))
