"""Facts that do not say where they are from are found without reading the office's others."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0010_varselregler")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="faktum",
            name="uten_kilde",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.ExpressionWrapper(models.Q(("kilde__regex", "^\\s*$")), output_field=models.BooleanField()),
                output_field=models.BooleanField(),
            ),
        ),
        migrations.AddIndex(
            model_name="faktum",
            index=models.Index(condition=models.Q(("uten_kilde", True)), fields=["kontor"], name="faktum_uten_kilde"),
        ),
    ]
