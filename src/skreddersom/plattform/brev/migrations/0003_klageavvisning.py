from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("brev", "0002_radsikkerhet"),
    ]

    operations = [
        migrations.AlterField(
            model_name="brev",
            name="slag",
            field=models.CharField(
                choices=[
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
    ]
