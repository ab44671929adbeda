"""Choices, rows and help of a question in nynorsk too. An answer is kept by its words in bokmål."""

from typing import ClassVar

import django.contrib.postgres.fields
from django.db import migrations, models


def _linjer(navn: str) -> migrations.AddField:
    felt = django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None)
    return migrations.AddField("sporsmal", navn, felt)


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("omradeovervaking", "0003_direktoratet_leser")]

    operations: ClassVar = [
        migrations.AddField("sporsmal", "hjelp_nn", models.TextField(blank=True, default=""), preserve_default=False),
        _linjer("valg_nn"),
        _linjer("rader_nn"),
    ]
