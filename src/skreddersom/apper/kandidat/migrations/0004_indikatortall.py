import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kandidat", "0003_utsagn"),
        ("tilgang", "0002_radsikkerhet"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indikatortall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kommunenr", models.CharField(max_length=4)),
                ("aar", models.PositiveSmallIntegerField()),
                ("indikator", models.CharField(max_length=30)),
                ("teller", models.BigIntegerField()),
                ("nevner", models.BigIntegerField()),
                ("oppdatert", models.DateTimeField(auto_now_add=True)),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tilgang.kontor"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kontor", "kommunenr", "aar", "indikator"),
                        name="indikatortall_en_gang",
                        violation_error_message="Tallet finnes allerede.",
                    )
                ],
            },
        ),
    ]
