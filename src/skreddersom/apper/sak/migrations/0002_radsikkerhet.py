"""Every table here is about persons: only the active office sees its rows. What has happened is added to, and nothing is ever removed."""

from typing import ClassVar, Final

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt

BARE_TILFOYES: Final = (
    "hendelse",
    "aev",
    "egenvurdering",
    "faktum",
    "barn",
    "vilkarsvurdering",
    "kvalitetssikring",
    "retur",
    "bekreftelse",
    "vedtak",
)
ENDRES: Final = ("sak", "soknad", "behov", "behandling", "vent", "periode")


def _ikke_fjern(tabell: str) -> migrations.RunSQL:
    """Let the rows of ``tabell`` be changed, and never removed."""
    return migrations.RunSQL(
        f"create trigger ikke_fjern before delete on {tabell} for each row execute function tilgang_bare_tilfoy(); "
        f"create trigger ikke_fjern_alt before truncate on {tabell} for each statement execute function tilgang_bare_tilfoy();",
        f"drop trigger ikke_fjern on {tabell}; drop trigger ikke_fjern_alt on {tabell};",
    )


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0001_initial"), ("kandidat", "0002_radsikkerhet"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        *(beskytt(f"sak_{navn}", person="person_id") for navn in (*BARE_TILFOYES, *ENDRES)),
        beskytt("sak_brevhode"),
        *(bare_tilfoy(f"sak_{navn}") for navn in BARE_TILFOYES),
        *(_ikke_fjern(f"sak_{navn}") for navn in ENDRES),
    ]
