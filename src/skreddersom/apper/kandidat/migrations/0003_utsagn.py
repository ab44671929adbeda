"""What is said of a file and of a review is kept as template and values, so that each reader gets it in their own language."""

from typing import ClassVar

from django.db import migrations, models

FIL = "the same, as it is said in the language of the reader: see ``design/setninger``"
GJENNOMGANG = "the same, as it is said in the language of the reader"


class Migration(migrations.Migration):
    """Rows from before keep their bokmål."""

    dependencies: ClassVar = [("kandidat", "0002_radsikkerhet")]

    operations: ClassVar = [
        migrations.AddField("fil", "utsagn", models.JSONField(default=list, help_text=FIL)),
        migrations.AddField("gjennomgang", "utsagn", models.JSONField(default=list, help_text=GJENNOMGANG)),
        migrations.AlterField("fil", "melding", models.TextField(blank=True, help_text="why it was refused, or what to know, in bokmål")),
        migrations.AlterField("gjennomgang", "melding", models.TextField(blank=True, help_text="why it stopped, in bokmål")),
    ]
