"""An advance notice and what was answered to it; and what part of a decision the office has changed itself after a complaint."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [
        ("kandidat", "0006_utfall_av_saken"),
        ("sak", "0008_gjenapnet"),
        ("tilgang", "0002_radsikkerhet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="klage",
            name="omgjort_del",
            field=models.TextField(blank=True, help_text="what the office has changed itself, when the rest is sent on"),
        ),
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
        migrations.CreateModel(
            name="Forhandsvarsel",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("nr", models.PositiveIntegerField()),
                ("dato", models.DateField()),
                ("brev", models.UUIDField(blank=True, help_text="the letter; empty when there is none", null=True)),
                ("frist", models.DateField(blank=True, help_text="the last day to answer", null=True)),
                (
                    "unntak",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("har_uttalt_seg", "Deltakeren har alt uttalt seg om det, eller har selv bedt om det"),
                            ("ukjent_adresse", "Adressen er ikke kjent, og det vil ta for mye tid å finne den"),
                            ("ikke_mulig", "Det er ikke praktisk mulig å varsle, eller vedtaket kan da ikke gjennomføres"),
                            ("unodvendig", "Det er åpenbart unødvendig av andre grunner"),
                        ],
                        max_length=20,
                    ),
                ),
                ("unntak_begrunnelse", models.TextField(blank=True)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("behandling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="varsler", to="sak.behandling")),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
            ],
            options={
                "ordering": ["-nr"],
            },
        ),
        migrations.CreateModel(
            name="Uttalelse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("dato", models.DateField()),
                (
                    "maate",
                    models.CharField(choices=[("papir", "På papir"), ("samtale", "I samtale"), ("digital", "Digitalt")], max_length=10),
                ),
                ("tekst", models.TextField(blank=True)),
                ("onsket_ikke", models.BooleanField(default=False)),
                ("ferdig", models.BooleanField(default=False)),
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
                (
                    "varsel",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="uttalelser", to="sak.forhandsvarsel"),
                ),
            ],
            options={
                "ordering": ["-dato", "-tid", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="forhandsvarsel",
            constraint=models.UniqueConstraint(
                fields=("behandling", "nr"),
                name="varsel_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forhandsvarsel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("brev__isnull", False), ("frist__isnull", False), ("unntak", "")),
                    models.Q(models.Q(("unntak", ""), _negated=True), ("brev__isnull", True), ("frist__isnull", True)),
                    _connector="OR",
                ),
                name="varsel_brev_eller_unntak",
                violation_error_message="Et forhåndsvarsel må ha et brev med en frist, eller en grunn til at det ikke trengs.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forhandsvarsel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unntak", ""),
                    models.Q(
                        ("unntak__in", ["har_uttalt_seg", "ikke_mulig", "ukjent_adresse", "unodvendig"]),
                        models.Q(("unntak_begrunnelse", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="varsel_unntak_begrunnet",
                violation_error_message="Skriv hvorfor deltakeren ikke trenger å varsles først.",
            ),
        ),
        migrations.AddConstraint(
            model_name="uttalelse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("onsket_ikke", False), models.Q(("tekst", ""), _negated=True)),
                    models.Q(("onsket_ikke", True), ("tekst", "")),
                    _connector="OR",
                ),
                name="uttalelse_ord_eller_nei",
                violation_error_message="Skriv hva personen selv sier, eller velg at personen ikke ønsket å si noe. Ikke begge deler.",
            ),
        ),
    ]
