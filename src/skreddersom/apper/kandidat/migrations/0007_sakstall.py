"""The indicators that the cases tell: read across offices, as those of the files are; each office's written by itself alone."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

TALL = """
alter table kandidat_sakstall enable row level security; alter table kandidat_sakstall force row level security;
create policy eget_kontor on kandidat_sakstall
  using (kontor_id = (select current_setting('skreddersom.kontor')::uuid))
  with check (kontor_id = (select current_setting('skreddersom.kontor')::uuid));
create policy les_tall on kandidat_sakstall for select
  using ((select current_setting('skreddersom.rolle')) in ('statsforvalter', 'direktorat'));
"""

TALL_TILBAKE = """
drop policy les_tall on kandidat_sakstall; drop policy eget_kontor on kandidat_sakstall;
alter table kandidat_sakstall no force row level security; alter table kandidat_sakstall disable row level security;
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("kandidat", "0006_utfall_av_saken"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Sakstall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("per", models.DateField(help_text="the day they were counted; the numbers are of that year, so far")),
                ("indikator", models.CharField(max_length=30)),
                ("teller", models.BigIntegerField()),
                ("nevner", models.BigIntegerField()),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tilgang.kontor"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kontor", "indikator"), name="sakstall_en_gang", violation_error_message="Tallet finnes allerede."
                    )
                ],
            },
        ),
        migrations.RunSQL(TALL, TALL_TILBAKE),
    ]
