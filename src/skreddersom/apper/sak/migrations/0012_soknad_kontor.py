"""An office's applications are found together: its leader's page reads all of them."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0011_uten_kilde")]

    operations: ClassVar = [
        migrations.AddIndex(model_name="soknad", index=models.Index(fields=["kontor"], name="soknad_kontor")),
    ]
