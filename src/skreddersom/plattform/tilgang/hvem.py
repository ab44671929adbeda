"""Who a session belongs to, and as what: every request asks both, so one query answers both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Q
from django.utils import timezone

from skreddersom.plattform.ferdig import DAGER, IDER, Ferdig
from skreddersom.plattform.tilgang.models import Stilling

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from django.db.models import QuerySet

    from skreddersom.plattform.tilgang.models import Ansatt

BACKEND: Final = "skreddersom.plattform.tilgang.hvem.MedRoller"
"""What a session says that it was made by."""


class MedRoller(AuthenticationBackend):  # type: ignore[misc]
    """Finds the member of staff of a session together with the roles they have today."""

    def get_user(self, user_id: UUID) -> Ansatt | None:
        """The member of staff, with ``roller_i_dag`` filled in; ``None`` for one who is shut out or does not exist."""
        roller = _ROLLER(ansatt=user_id, idag=timezone.localdate())
        if not roller:
            return super().get_user(user_id)  # type: ignore[no-any-return]
        ansatt = roller[0].ansatt
        ansatt.roller_i_dag = roller
        return ansatt


def stillinger(ansatt_id: UUID) -> QuerySet[Stilling]:
    """The roles this member of staff has today."""
    return _roller(ansatt_id, timezone.localdate())


def _roller(ansatt: UUID, idag: date) -> QuerySet[Stilling]:
    gjeldende = Q(til__isnull=True) | Q(til__gte=idag)
    return Stilling.objects.filter(gjeldende, ansatt=ansatt, fra__lte=idag, ansatt__is_active=True).select_related("kontor", "ansatt")


_ROLLER: Final = Ferdig(_roller, ansatt=IDER, idag=DAGER)
