"""One more kind of event: a letter is written in the case."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [
        ("sak", "0012_soknad_kontor"),
    ]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="hendelse",
            name="slag",
            field=models.CharField(
                choices=[
                    ("soknad", "Søknad mottatt"),
                    ("aev", "Arbeidsevnevurdering registrert"),
                    ("behov", "Behov kartlagt"),
                    ("behov_bortfalt", "Behov falt bort"),
                    ("egenvurdering", "Egenvurdering registrert"),
                    ("faktum", "Opplysning registrert"),
                    ("barn", "Barna i husstanden vurdert"),
                    ("malform", "Målform endret"),
                    ("apnet", "Behandling åpnet"),
                    ("avsluttet", "Saken avsluttet"),
                    ("gjenapnet", "Saken åpnet igjen"),
                    ("innsyn", "Innsyn gitt i saken"),
                    ("brev", "Brev skrevet"),
                    ("forelopig_svar", "Foreløpig svar gitt"),
                    ("vurder", "Vilkår vurdert"),
                    ("utkast", "Utkast til vedtak lagret"),
                    ("kvalitetssikre", "Vilkår kvalitetssikret"),
                    ("varsle", "Forhåndsvarsel gitt"),
                    ("uttalelse", "Uttalelse fra deltakeren registrert"),
                    ("sett_paa_vent", "Satt på vent"),
                    ("gjenoppta", "Gjenopptatt"),
                    ("overta", "Overtatt"),
                    ("tildel", "Tildelt"),
                    ("legg_tilbake", "Lagt tilbake"),
                    ("send", "Sendt til beslutning"),
                    ("angre", "Sending angret"),
                    ("ta", "Tatt til beslutning"),
                    ("gi_tilbake", "Gitt tilbake til køen"),
                    ("returner", "Returnert"),
                    ("fatt_vedtak", "Vedtak fattet"),
                    ("henlegg", "Henlagt"),
                    ("klage", "Klage mottatt"),
                    ("klage_formkrav", "Formkravene til klagen vurdert"),
                    ("klage_tillegg", "Tillegg til klagen mottatt"),
                    ("klage_utkast", "Utkast til oversendelse lagret"),
                    ("klage_overta", "Klagen overtatt"),
                    ("klage_tildel", "Klagen tildelt"),
                    ("klage_send", "Oversendelsen sendt til en annen"),
                    ("klage_angre", "Sendingen av oversendelsen angret"),
                    ("klage_returner", "Oversendelsen returnert"),
                    ("klage_oversend", "Klagen oversendt til Statsforvalteren"),
                    ("klage_omgjor", "Omgjøring etter klage begynt"),
                    ("klage_avvis", "Avvisning av klagen begynt"),
                    ("klage_trekk", "Klagen trukket"),
                ],
                max_length=20,
            ),
        ),
    ]
