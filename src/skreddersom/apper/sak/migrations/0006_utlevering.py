import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kandidat", "0002_radsikkerhet"),
        ("sak", "0005_klageregler"),
        ("tilgang", "0002_radsikkerhet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    ("innsyn", "Innsyn gitt i saken"),
                    ("forelopig_svar", "Foreløpig svar gitt"),
                    ("vurder", "Vilkår vurdert"),
                    ("utkast", "Utkast til vedtak lagret"),
                    ("kvalitetssikre", "Vilkår kvalitetssikret"),
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
        migrations.CreateModel(
            name="Utlevering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("dato", models.DateField()),
                ("antall", models.PositiveIntegerField()),
                ("tilbakeholdt", models.JSONField(default=dict)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="utleveringer", to="sak.sak")),
            ],
            options={
                "ordering": ["-dato", "-tid", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        name="utlevering_har_fil",
                        violation_error_message="En utlevering må ha en fil.",
                    )
                ],
            },
        ),
    ]
