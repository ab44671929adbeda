"""The indicators are read across offices, as ``kandidat_kontortall`` is: numbers only, each office's written by itself alone."""

from typing import ClassVar

from django.db import migrations

TALL = """
alter table kandidat_indikatortall enable row level security; alter table kandidat_indikatortall force row level security;
create policy eget_kontor on kandidat_indikatortall
  using (kontor_id = (select current_setting('skreddersom.kontor')::uuid))
  with check (kontor_id = (select current_setting('skreddersom.kontor')::uuid));
create policy les_tall on kandidat_indikatortall for select
  using ((select current_setting('skreddersom.rolle')) in ('statsforvalter', 'direktorat'));
"""

TALL_TILBAKE = """
drop policy les_tall on kandidat_indikatortall; drop policy eget_kontor on kandidat_indikatortall;
alter table kandidat_indikatortall no force row level security; alter table kandidat_indikatortall disable row level security;
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("kandidat", "0004_indikatortall")]

    operations: ClassVar = [migrations.RunSQL(TALL, TALL_TILBAKE)]
