"""Advance notices and answers: only the office sees them, they belong to their case, and are never changed.

The draft of a covering letter gets one more field that can be written: what part of the decision the office has changed itself.
"""

from typing import ClassVar, Final

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt

SAMMEN: Final = """
alter table sak_forhandsvarsel add constraint sak_forhandsvarsel_id_person_kontor_sammen unique (id, person_id, kontor_id);
alter table sak_forhandsvarsel add constraint sak_forhandsvarsel_behandling_person_kontor_samme
  foreign key (behandling_id, person_id, kontor_id) references sak_behandling (id, person_id, kontor_id) not valid;
alter table sak_uttalelse add constraint sak_uttalelse_varsel_person_kontor_samme
  foreign key (varsel_id, person_id, kontor_id) references sak_forhandsvarsel (id, person_id, kontor_id) not valid;
"""
SAMMEN_TILBAKE: Final = """
alter table sak_uttalelse drop constraint sak_uttalelse_varsel_person_kontor_samme;
alter table sak_forhandsvarsel drop constraint sak_forhandsvarsel_behandling_person_kontor_samme;
alter table sak_forhandsvarsel drop constraint sak_forhandsvarsel_id_person_kontor_sammen;
"""

KLAGEFELT: Final = (
    *("status", "saksbehandler_id", "behandling_id", "arsak", "arsak_tekst", "trukket", "anforsler", "vurdering", "vedlegg"),
    *("til_adresse", "kopi_adresse", "versjon"),
)


def _klagefelt(*felt: str) -> str:
    kan_endres = ", ".join(f"'{ett}'" for ett in felt)
    return (
        "drop trigger sak_bare_felt on sak_klage; "
        f"create trigger sak_bare_felt before update on sak_klage for each row execute function sak_bare_felt({kan_endres});"
    )


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0009_forhandsvarsel")]

    operations: ClassVar = [
        beskytt("sak_forhandsvarsel", person="person_id"),
        beskytt("sak_uttalelse", person="person_id"),
        bare_tilfoy("sak_forhandsvarsel"),
        bare_tilfoy("sak_uttalelse"),
        migrations.RunSQL(SAMMEN, SAMMEN_TILBAKE),
        migrations.RunSQL(_klagefelt(*KLAGEFELT, "omgjort_del"), _klagefelt(*KLAGEFELT)),
    ]
