import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tilgang", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hode",
            fields=[
                (
                    "kontor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="tilgang.kontor",
                    ),
                ),
                ("nr", models.BigIntegerField()),
                ("hash", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Rad",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("nr", models.BigIntegerField(default=0, help_text="set by the database")),
                ("innhold", models.TextField()),
                ("hash", models.BinaryField(default=b"", help_text="SHA-256, set by the database")),
                (
                    "ansatt_id",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.expressions.RawSQL("((innhold::jsonb) ->> 'ansatt')", []), models.UUIDField()
                        ),
                        output_field=models.UUIDField(),
                    ),
                ),
                (
                    "person_id",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.expressions.RawSQL("((innhold::jsonb) ->> 'person')", []), models.UUIDField(null=True)
                        ),
                        output_field=models.UUIDField(null=True),
                    ),
                ),
                (
                    "handling",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.expressions.RawSQL("((innhold::jsonb) ->> 'handling')", []), models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "tid",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.expressions.RawSQL("((innhold::jsonb) ->> 'tid')", []), models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["kontor", "nr"],
                "indexes": [
                    models.Index(fields=["kontor", "person_id", "-nr"], name="logg_rad_person"),
                    models.Index(fields=["kontor", "ansatt_id", "-nr"], name="logg_rad_ansatt"),
                    models.Index(fields=["kontor", "tid"], name="logg_rad_tid"),
                ],
                "constraints": [models.UniqueConstraint(fields=("kontor", "nr"), name="logg_rad_nr_en_gang")],
            },
        ),
    ]
