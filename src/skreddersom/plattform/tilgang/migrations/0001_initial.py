import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Ansatt",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("navn", models.CharField(max_length=120)),
                ("epost", models.EmailField(max_length=254, unique=True)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["navn", "id"],
            },
        ),
        migrations.CreateModel(
            name="Kontor",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("navn", models.CharField(max_length=120, unique=True)),
                (
                    "slag",
                    models.CharField(
                        choices=[("navkontor", "Nav-kontor"), ("statsforvalter", "Statsforvalter"), ("direktorat", "Direktorat")],
                        default="navkontor",
                        max_length=20,
                    ),
                ),
                (
                    "rekkefolge",
                    models.PositiveSmallIntegerField(default=0, help_text="place on the map, west to east; lists are never by «best»"),
                ),
            ],
            options={
                "ordering": ["rekkefolge", "navn"],
            },
        ),
        migrations.CreateModel(
            name="Forsok",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nokkel", models.CharField(max_length=64)),
                ("utloper", models.BigIntegerField(help_text="seconds since 1970; the window ends then")),
                ("antall", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["utloper"], name="forsok_utloper")],
                "constraints": [models.UniqueConstraint(fields=("nokkel", "utloper"), name="forsok_en_gang")],
            },
        ),
        migrations.CreateModel(
            name="Invitasjon",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("avtrykk", models.CharField(max_length=64, unique=True)),
                ("utloper", models.DateTimeField()),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("brukt", models.DateTimeField(blank=True, null=True)),
                ("trukket", models.DateTimeField(blank=True, help_text="a newer one took its place", null=True)),
                ("ansatt", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("laget_av", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["-tid", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("brukt__isnull", True), ("trukket__isnull", True)),
                        fields=("ansatt",),
                        name="invitasjon_en_om_gangen",
                        violation_error_message="Den ansatte har alt en kode som ikke er brukt.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Innsynsrett",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("fra", models.DateField()),
                ("til", models.DateField()),
                ("grunn", models.TextField()),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("avsluttet", models.DateTimeField(blank=True, help_text="taken back before its time", null=True)),
                (
                    "ansatt",
                    models.ForeignKey(
                        help_text="who may read the case",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("gitt_av", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["-tid", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til__gte", models.F("fra"))),
                        name="innsyn_slutter_etter_start",
                        violation_error_message="Siste dag kan ikke være før første dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grunn", ""), _negated=True),
                        name="innsyn_har_grunn",
                        violation_error_message="Skriv hvorfor saken skal åpnes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inhabil",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person_id", models.UUIDField()),
                (
                    "grunn",
                    models.CharField(
                        choices=[("egen_sak", "Egen sak"), ("slekt", "Slekt eller partner"), ("annet", "Annen nærhet")], max_length=20
                    ),
                ),
                ("ansatt", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ansatt", "person_id"), name="inhabil_en_gang", violation_error_message="Dette står allerede på lista."
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kontorkommune",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kommunenr", models.CharField(max_length=4, validators=[django.core.validators.RegexValidator("^\\d{4}$")])),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="kommuner", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["kommunenr"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kontor", "kommunenr"),
                        name="kontorkommune_en_gang",
                        violation_error_message="Kontoret har allerede denne kommunen.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Skjerming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("person_id", models.UUIDField(unique=True)),
                (
                    "gradering",
                    models.CharField(
                        choices=[
                            ("ingen", "Ingen"),
                            ("skjermet", "Skjermet (egen ansatt)"),
                            ("fortrolig", "Fortrolig adresse"),
                            ("strengt_fortrolig", "Strengt fortrolig adresse"),
                        ],
                        max_length=20,
                    ),
                ),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gradering", "ingen"), _negated=True),
                        name="skjerming_har_gradering",
                        violation_error_message="Velg en gradering, eller fjern skjermingen.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stilling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "rolle",
                    models.CharField(
                        choices=[
                            ("veileder", "Veileder"),
                            ("kvalitetssikrer", "Kvalitetssikrer"),
                            ("beslutter", "Beslutter"),
                            ("leder", "Leder"),
                            ("administrator", "Administrator"),
                            ("statsforvalter", "Statsforvalter"),
                            ("direktorat", "Direktorat"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fra", models.DateField()),
                ("til", models.DateField(blank=True, null=True)),
                (
                    "klareringer",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ingen", "Ingen"),
                                ("skjermet", "Skjermet (egen ansatt)"),
                                ("fortrolig", "Fortrolig adresse"),
                                ("strengt_fortrolig", "Strengt fortrolig adresse"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "ansatt",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="stillinger", to=settings.AUTH_USER_MODEL),
                ),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="stillinger", to="tilgang.kontor")),
            ],
            options={
                "ordering": ["kontor__rekkefolge", "kontor__navn", "rolle"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("til__isnull", True)),
                        fields=("ansatt", "kontor", "rolle"),
                        name="stilling_en_om_gangen",
                        violation_error_message="Den ansatte har allerede denne rollen på kontoret.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"),
                        name="stilling_slutter_etter_start",
                        violation_error_message="Siste dag kan ikke være før første dag.",
                    ),
                ],
            },
        ),
    ]
