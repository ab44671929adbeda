"""An office's decisions are found together: the controls read all of them."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0014_varsel_for_ugunst")]

    operations: ClassVar = [
        migrations.AddIndex(model_name="vedtak", index=models.Index(fields=["kontor"], name="vedtak_kontor")),
    ]
