import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tilgang", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Egengrense",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kontroll", models.CharField(max_length=3)),
                ("navn", models.CharField(max_length=40)),
                ("verdi", models.PositiveIntegerField()),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["kontroll", "navn"],
                "constraints": [models.UniqueConstraint(fields=("kontor", "kontroll", "navn"), name="egengrense_en")],
            },
        ),
    ]
