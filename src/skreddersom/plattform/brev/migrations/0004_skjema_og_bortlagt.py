"""The form that one applies on is a kind of letter, and a letter that is ready can be put aside."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [
        ("brev", "0003_klageavvisning"),
    ]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="brev",
            name="feil",
            field=models.TextField(blank=True, help_text="why the last attempt did not work, or why it is not to be sent"),
        ),
        migrations.AlterField(
            model_name="brev",
            name="slag",
            field=models.CharField(
                choices=[
                    ("soknad", "Søknad om program"),
                    ("kvittering", "Kvittering på søknad"),
                    ("forelopig_svar", "Foreløpig svar"),
                    ("invitasjon", "Invitasjon til samtale"),
                    ("innvilgelse", "Innvilgelse"),
                    ("avslag", "Avslag"),
                    ("avvisning", "Avvisning"),
                    ("klageavvisning", "Avvisning av klage"),
                    ("forhandsvarsel", "Forhåndsvarsel"),
                    ("avbrudd", "Avbrudd av program"),
                    ("avslutning", "Avslutning av program"),
                    ("stans", "Stans av stønad"),
                    ("opphevelse", "Opphevelse av vedtak"),
                    ("oversendelse", "Oversendelse av klage"),
                    ("deltakerbevis", "Deltakerbevis"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="brev",
            name="status",
            field=models.CharField(
                choices=[
                    ("utkast", "Utkast"),
                    ("klar", "Klar til sending"),
                    ("sendt", "Sendt"),
                    ("feilet", "Sendingen feilet"),
                    ("forkastet", "Skal ikke sendes"),
                ],
                default="utkast",
                max_length=10,
            ),
        ),
    ]
