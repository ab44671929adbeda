import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kandidat", "0002_radsikkerhet"),
        ("sak", "0003_regler"),
        ("tilgang", "0002_radsikkerhet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="behandling",
            name="slag",
            field=models.CharField(
                choices=[
                    ("soknad", "Søknad"),
                    ("forlengelse", "Forlengelse"),
                    ("avbrudd", "Avbrudd"),
                    ("stans", "Stans"),
                    ("avslutning", "Avslutning"),
                    ("omgjoring", "Omgjøring"),
                    ("klage", "Avvisning av klage"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="behandling",
            name="utfall",
            field=models.CharField(
                blank=True,
                choices=[
                    ("innvilget", "Innvilget"),
                    ("avslatt", "Avslått"),
                    ("avvist", "Avvist"),
                    ("avbrutt", "Programmet avbrytes for en tid"),
                    ("stanset", "Stønaden stanses"),
                    ("avsluttet", "Programmet avsluttes"),
                    ("opphevet", "Vedtaket oppheves"),
                    ("klage_avvist", "Klagen avvises"),
                ],
                max_length=20,
            ),
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
        migrations.AlterField(
            model_name="vedtak",
            name="utfall",
            field=models.CharField(
                blank=True,
                choices=[
                    ("innvilget", "Innvilget"),
                    ("avslatt", "Avslått"),
                    ("avvist", "Avvist"),
                    ("avbrutt", "Programmet avbrytes for en tid"),
                    ("stanset", "Stønaden stanses"),
                    ("avsluttet", "Programmet avsluttes"),
                    ("opphevet", "Vedtaket oppheves"),
                    ("klage_avvist", "Klagen avvises"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Klage",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("mottatt", models.DateField(help_text="when it came in, or was put in the post")),
                (
                    "maate",
                    models.CharField(choices=[("papir", "På papir"), ("samtale", "I samtale"), ("digital", "Digitalt")], max_length=10),
                ),
                (
                    "klager",
                    models.CharField(
                        choices=[
                            ("parten", "Den vedtaket gjelder"),
                            ("fullmektig", "En fullmektig for den vedtaket gjelder"),
                            ("annen", "En annen"),
                        ],
                        default="parten",
                        max_length=10,
                    ),
                ),
                ("klager_navn", models.CharField(blank=True, help_text="empty when it is the party", max_length=120)),
                ("innhold", models.TextField(help_text="what it says, in their words; a talk as it was written down")),
                ("endring", models.TextField(blank=True, help_text="what they want changed")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("under_arbeid", "Under arbeid"),
                            ("til_beslutning", "Oversendelsen venter på en annen"),
                            ("i_behandling", "Avgjøres i en egen behandling"),
                            ("oversendt", "Oversendt"),
                            ("trukket", "Trukket"),
                        ],
                        default="under_arbeid",
                        max_length=16,
                    ),
                ),
                (
                    "arsak",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("feil_lovanvendelse", "Feil lovanvendelse"),
                            ("feil_faktum", "Feil faktum"),
                            ("saksbehandlingsfeil", "Saksbehandlingsfeil"),
                            ("nye_opplysninger", "Nye opplysninger"),
                            ("annet", "Annet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("arsak_tekst", models.TextField(blank=True)),
                ("trukket", models.DateField(blank=True, null=True)),
                ("anforsler", models.TextField(blank=True)),
                ("vurdering", models.TextField(blank=True)),
                (
                    "vedlegg",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "til_adresse",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                    ),
                ),
                (
                    "kopi_adresse",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "behandling",
                    models.OneToOneField(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="av_klage", to="sak.behandling"
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="klager", to="sak.sak")),
                (
                    "saksbehandler",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("vedtak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="klager", to="sak.vedtak")),
            ],
            options={
                "ordering": ["-mottatt", "-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Formkrav",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("nr", models.PositiveIntegerField()),
                ("part", models.BooleanField(help_text="by the party, or by somebody with authority from the party")),
                ("konkret", models.BooleanField(help_text="says which decision and what is wanted changed")),
                ("underskrevet", models.BooleanField(help_text="signed, or authenticated")),
                ("begrunnelse", models.TextField(blank=True)),
                ("rettefrist", models.DateField(blank=True, null=True)),
                (
                    "underretning",
                    models.CharField(
                        choices=[
                            ("papir", "På papir, eller muntlig"),
                            ("elektronisk", "Digitalt, med varsel"),
                            ("ukjent", "Vi kan ikke vise når"),
                        ],
                        max_length=12,
                    ),
                ),
                ("framkommet", models.DateField(blank=True, null=True)),
                ("tilgjengelig", models.DateField(blank=True, null=True)),
                ("varslet", models.DateField(blank=True, null=True)),
                ("frist", models.DateField(blank=True, null=True)),
                ("i_tide", models.BooleanField()),
                (
                    "unntak",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kan_ikke_lastes", "Ja: klageren kan ikke lastes for at det gikk over tiden"),
                            ("saerlige_grunner", "Ja: særlige grunner gjør det rimelig at klagen blir prøvd"),
                            ("ingen", "Nei: ingen av delene"),
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
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
                ("klage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="formkrav", to="sak.klage")),
            ],
            options={
                "ordering": ["-nr"],
            },
        ),
        migrations.AddField(
            model_name="hendelse",
            name="klage",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hendelser", to="sak.klage"
            ),
        ),
        migrations.CreateModel(
            name="Klageretur",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "arsaker",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mangelfull_begrunnelse", "Mangelfull begrunnelse"),
                                ("manglende_utredning", "Manglende utredning"),
                                ("feil_lovanvendelse", "Feil lovanvendelse"),
                                ("ikke_individuell_og_konkret", "Ikke individuell og konkret"),
                                ("manglende_kildehenvisning", "Manglende kildehenvisning"),
                                ("skrivefeil", "Skrivefeil"),
                                ("annet", "Annet"),
                            ],
                            max_length=30,
                        ),
                        size=None,
                    ),
                ),
                ("tekst", models.TextField(blank=True)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("klage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="returer", to="sak.klage")),
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
                "ordering": ["-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Klagetillegg",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("dato", models.DateField()),
                ("tekst", models.TextField()),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("klage", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tillegg", to="sak.klage")),
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
                "ordering": ["dato", "tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Oversendelse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("dato", models.DateField()),
                ("egen_avgjorelse", models.BooleanField(default=False)),
                ("vurdering", models.TextField()),
                ("brev", models.UUIDField(help_text="the covering letter")),
                ("brev_sha256", models.CharField(max_length=64)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "forberedt_av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("klage", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="oversendelse", to="sak.klage")),
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
                "ordering": ["-dato", "-tid", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="klage",
            index=models.Index(fields=["kontor", "status", "mottatt"], name="klage_status"),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(("innhold", ""), _negated=True),
                name="klage_har_innhold",
                violation_error_message="Skriv hva det klages over. Kom klagen i en samtale, skriver du ned det som ble sagt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("klager", "parten"), ("klager_navn", "")),
                    models.Q(models.Q(("klager", "parten"), _negated=True), models.Q(("klager_navn", ""), _negated=True)),
                    _connector="OR",
                ),
                name="klage_har_navn",
                violation_error_message="Skriv hvem som klager, når det ikke er den vedtaket gjelder.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(("trukket__isnull", True), ("trukket__gte", models.F("mottatt")), _connector="OR"),
                name="klage_trukket_etter_mottatt",
                violation_error_message="Klagen kan ikke være trukket før den kom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "trukket"), ("trukket__isnull", False)),
                    models.Q(models.Q(("status", "trukket"), _negated=True), ("trukket__isnull", True)),
                    _connector="OR",
                ),
                name="klage_trukket_har_dag",
                violation_error_message="Skriv når klagen ble trukket.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("status", "i_behandling"), _negated=True), ("behandling__isnull", False), _connector="OR"),
                name="klage_i_behandling",
                violation_error_message="En klage som avgjøres i en egen behandling, må ha den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "til_beslutning"), _negated=True), ("saksbehandler__isnull", False), _connector="OR"
                ),
                name="klage_har_hvem",
                violation_error_message="En oversendelse som venter på en annen, må ha en som har laget den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arsak", "annet"), _negated=True), models.Q(("arsak_tekst", ""), _negated=True), _connector="OR"
                ),
                name="klage_arsak_annet",
                violation_error_message="Skriv hva «annet» er.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("arsak", ""),
                    ("arsak__in", ["annet", "feil_faktum", "feil_lovanvendelse", "nye_opplysninger", "saksbehandlingsfeil"]),
                    _connector="OR",
                ),
                name="klage_arsak_i_lista",
                violation_error_message="Velg årsak fra lista.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.UniqueConstraint(
                fields=("klage", "nr"),
                name="formkrav_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("konkret", True), ("part", True), ("underskrevet", True)),
                    models.Q(("begrunnelse", ""), _negated=True),
                    _connector="OR",
                ),
                name="formkrav_begrunnet",
                violation_error_message="Skriv hva som mangler ved klagen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("rettefrist__isnull", True),
                    models.Q(("konkret", True), ("part", True), ("underskrevet", True), _negated=True),
                    _connector="OR",
                ),
                name="formkrav_rettefrist",
                violation_error_message="Det er ikke noe å rette. Ta bort fristen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("framkommet__isnull", False), ("tilgjengelig__isnull", True), ("underretning", "papir"), ("varslet__isnull", True)
                    ),
                    models.Q(
                        ("framkommet__isnull", True),
                        ("tilgjengelig__isnull", False),
                        ("underretning", "elektronisk"),
                        ("varslet__isnull", False),
                    ),
                    models.Q(
                        ("framkommet__isnull", True), ("tilgjengelig__isnull", True), ("underretning", "ukjent"), ("varslet__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="formkrav_underretning",
                violation_error_message="Skriv når vedtaket kom fram, eller når det ble gjort tilgjengelig og varslet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("frist__isnull", True), ("i_tide", True), ("underretning", "ukjent")),
                    models.Q(models.Q(("underretning", "ukjent"), _negated=True), ("frist__isnull", False)),
                    _connector="OR",
                ),
                name="formkrav_frist",
                violation_error_message="Klagefristen følger av når vedtaket kom fram.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("i_tide", True), ("unntak", "")),
                    models.Q(("i_tide", False), models.Q(("unntak", ""), _negated=True)),
                    _connector="OR",
                ),
                name="formkrav_unntak",
                violation_error_message="Ta stilling til om klagen likevel tas opp.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formkrav",
            constraint=models.CheckConstraint(
                condition=models.Q(("unntak", ""), models.Q(("unntak_begrunnelse", ""), _negated=True), _connector="OR"),
                name="formkrav_unntak_begrunnet",
                violation_error_message="Skriv hvorfor klagen tas opp, eller ikke.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klageretur",
            constraint=models.CheckConstraint(
                condition=models.Q(("arsaker", []), _negated=True),
                name="klageretur_arsak",
                violation_error_message="Velg hvorfor saken sendes tilbake.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klageretur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arsaker__contains", ["annet"]), _negated=True), models.Q(("tekst", ""), _negated=True), _connector="OR"
                ),
                name="klageretur_annet",
                violation_error_message="Skriv hva «annet» er.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klageretur",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "arsaker__contained_by",
                        [
                            "annet",
                            "feil_lovanvendelse",
                            "ikke_individuell_og_konkret",
                            "mangelfull_begrunnelse",
                            "manglende_kildehenvisning",
                            "manglende_utredning",
                            "skrivefeil",
                        ],
                    )
                ),
                name="klageretur_liste",
                violation_error_message="Velg årsaker fra lista.",
            ),
        ),
        migrations.AddConstraint(
            model_name="klagetillegg",
            constraint=models.CheckConstraint(
                condition=models.Q(("tekst", ""), _negated=True),
                name="klagetillegg_har_tekst",
                violation_error_message="Skriv hva som kom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="oversendelse",
            constraint=models.CheckConstraint(
                condition=models.Q(("av", models.F("forberedt_av")), _negated=True),
                name="oversendelse_fire_oyne",
                violation_error_message="Den som har laget oversendelsen, kan ikke sende den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="oversendelse",
            constraint=models.CheckConstraint(
                condition=models.Q(("vurdering", ""), _negated=True),
                name="oversendelse_begrunnet",
                violation_error_message="Skriv hvorfor vedtaket blir stående.",
            ),
        ),
    ]
