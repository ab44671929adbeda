"""What has been given out of a case: only the office sees it, it belongs to its case, and it is never changed."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt

SAMMEN = """
alter table sak_utlevering add constraint sak_utlevering_sak_person_kontor_samme
  foreign key (sak_id, person_id, kontor_id) references sak_sak (id, person_id, kontor_id) not valid;
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0006_utlevering")]

    operations: ClassVar = [
        beskytt("sak_utlevering", person="person_id"),
        bare_tilfoy("sak_utlevering"),
        migrations.RunSQL(SAMMEN, "alter table sak_utlevering drop constraint sak_utlevering_sak_person_kontor_samme"),
    ]
