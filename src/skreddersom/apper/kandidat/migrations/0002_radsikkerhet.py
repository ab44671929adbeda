"""Every table here is about persons: only the active office sees its rows, and outcomes are never changed."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt

TALL = """
alter table kandidat_kontortall enable row level security; alter table kandidat_kontortall force row level security;
create policy eget_kontor on kandidat_kontortall using (kontor_id = current_setting('skreddersom.kontor')::uuid)
  with check (kontor_id = current_setting('skreddersom.kontor')::uuid);
create policy les_tall on kandidat_kontortall for select using (current_setting('skreddersom.rolle') in ('statsforvalter', 'direktorat'));
"""
"""The one table that is read across offices: it holds numbers only. It is written by each office alone."""

TALL_TILBAKE = """
drop policy les_tall on kandidat_kontortall; drop policy eget_kontor on kandidat_kontortall;
alter table kandidat_kontortall no force row level security; alter table kandidat_kontortall disable row level security;
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("kandidat", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        beskytt("kandidat_fil"),
        beskytt("kandidat_filinnhold"),
        beskytt("kandidat_gjennomgang"),
        beskytt("kandidat_person", person="id"),
        beskytt("kandidat_kandidat", person="person_id"),
        beskytt("kandidat_vurdering", person="person_id"),
        beskytt("kandidat_inntak", person="person_id"),
        bare_tilfoy("kandidat_inntak"),
        beskytt("kandidat_utfall", person="person_id"),
        bare_tilfoy("kandidat_utfall"),
        migrations.RunSQL(TALL, TALL_TILBAKE),
    ]
