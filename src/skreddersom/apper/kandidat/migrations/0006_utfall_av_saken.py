"""More outcomes: what a case says of an application and of a programme."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [
        ("kandidat", "0005_indikatorregler"),
    ]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="utfall",
            name="slag",
            field=models.CharField(
                choices=[
                    ("informert", "Informert"),
                    ("tilbudt", "Tilbudt program"),
                    ("soknad", "Søknad mottatt"),
                    ("avslag", "Søknad avslått"),
                    ("avvist", "Søknad avvist"),
                    ("henlagt", "Søknad henlagt"),
                    ("takket_nei", "Takket nei"),
                    ("ikke_i_malgruppen", "Ikke i målgruppen"),
                    ("i_program", "I program"),
                    ("avsluttet", "Program avsluttet"),
                    ("flyttet", "Flyttet"),
                    ("angret", "Angret"),
                ],
                max_length=20,
            ),
        ),
    ]
