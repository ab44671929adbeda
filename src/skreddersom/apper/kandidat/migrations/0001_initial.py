import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tilgang", "0002_radsikkerhet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Fil",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("navn", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("storrelse", models.PositiveBigIntegerField(help_text="bytes")),
                (
                    "slag",
                    models.CharField(
                        blank=True,
                        choices=[("11F", "11F, sosialhjelp"), ("11CF", "11CF, kvalifiseringsprogram"), ("navn", "Navneliste")],
                        max_length=4,
                    ),
                ),
                ("aar", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("kommunenr", models.CharField(blank=True, max_length=4)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("mottatt", "Mottatt"),
                            ("kontrolleres", "Kontrolleres"),
                            ("klar", "Klar til gjennomgang"),
                            ("avvist", "Avvist"),
                        ],
                        default="mottatt",
                        max_length=20,
                    ),
                ),
                ("linjer", models.PositiveIntegerField(default=0)),
                ("framdrift", models.PositiveSmallIntegerField(default=0, help_text="per cent")),
                ("melding", models.TextField(blank=True, help_text="why it was refused, or what to know")),
                (
                    "funn",
                    models.JSONField(default=list, help_text="what the controls said, by line, the first of them; never a fødselsnummer"),
                ),
                ("antall_funn", models.PositiveIntegerField(default=0)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
                (
                    "lastet_opp_av",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ["-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Kontortall",
            fields=[
                (
                    "kontor",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="tilgang.kontor",
                    ),
                ),
                ("personer", models.PositiveIntegerField(default=0, help_text="in the last review")),
                ("kandidater", models.PositiveIntegerField(default=0, help_text="on the list now")),
                ("med_utfall", models.PositiveIntegerField(default=0)),
                ("informert", models.PositiveIntegerField(default=0)),
                ("tilbudt", models.PositiveIntegerField(default=0, help_text="offered, applied or in programme")),
                ("siste_gjennomgang", models.DateField(blank=True, null=True)),
                ("oppdatert", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="Gjennomgang",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("per", models.DateField(help_text="the day everybody is assessed on")),
                ("dato", models.DateField(help_text="the day the review was held: from then on the office knows of its candidates")),
                (
                    "status",
                    models.CharField(
                        choices=[("venter", "Venter"), ("kjorer", "Går gjennom"), ("ferdig", "Ferdig"), ("feilet", "Stoppet")],
                        default="venter",
                        max_length=20,
                    ),
                ),
                ("framdrift", models.PositiveSmallIntegerField(default=0, help_text="per cent")),
                ("melding", models.TextField(blank=True)),
                ("kommuner", models.JSONField(default=list, help_text="the municipalities whose 11F was part of it")),
                ("aar", models.JSONField(default=list, help_text="the years that its 11F files tell of")),
                ("merknader", models.JSONField(default=list, help_text="what one must know before trusting the list")),
                ("startet", models.DateTimeField(auto_now_add=True)),
                ("ferdig", models.DateTimeField(blank=True, null=True)),
                ("filer", models.ManyToManyField(related_name="gjennomganger", to="kandidat.fil")),
                ("kontor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor")),
                (
                    "startet_av",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ["-dato", "-startet", "id"],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("nokkel", models.CharField(max_length=60)),
                ("fnr", models.CharField(blank=True, max_length=11)),
                ("navn", models.CharField(blank=True, max_length=120)),
                ("fodselsdato", models.DateField(blank=True, null=True)),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Kandidat",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("siden", models.DateField(help_text="when the office could first know")),
                (
                    "paa_lista",
                    models.BooleanField(default=True, help_text="whether the last review of the municipality found them a candidate"),
                ),
                (
                    "rang",
                    models.PositiveIntegerField(
                        blank=True, help_text="place in the last review that found them, kept here to sort by", null=True
                    ),
                ),
                ("kommunenr", models.CharField(help_text="of the last assessment", max_length=4)),
                ("versjon", models.PositiveIntegerField(default=1, help_text="counts what people have changed; reviews do not count")),
                (
                    "borte_i",
                    models.ForeignKey(
                        blank=True,
                        help_text="the review that did not find them",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kandidat.gjennomgang",
                    ),
                ),
                (
                    "funnet_i",
                    models.ForeignKey(
                        help_text="the first review that found them",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kandidat.gjennomgang",
                    ),
                ),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "veileder",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person")),
            ],
        ),
        migrations.CreateModel(
            name="Utfall",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "slag",
                    models.CharField(
                        choices=[
                            ("informert", "Informert"),
                            ("tilbudt", "Tilbudt program"),
                            ("soknad", "Søknad mottatt"),
                            ("takket_nei", "Takket nei"),
                            ("ikke_i_malgruppen", "Ikke i målgruppen"),
                            ("i_program", "I program"),
                            ("flyttet", "Flyttet"),
                            ("angret", "Angret"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dato", models.DateField(help_text="when it happened")),
                (
                    "kanal",
                    models.CharField(
                        blank=True,
                        choices=[("samtale", "Samtale"), ("brev", "Brev"), ("melding", "Melding"), ("generell", "Generell informasjon")],
                        max_length=10,
                    ),
                ),
                ("vilkar", models.CharField(blank=True, help_text="the condition of § 29 that is not met", max_length=40)),
                ("tekst", models.TextField(blank=True, help_text="what was said, or the reason, in their words")),
                ("versjon", models.PositiveIntegerField(help_text="of the candidate, when this had happened")),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("nokkel", models.UUIDField(help_text="of the form it came with: the same form twice is one event", unique=True)),
                (
                    "angrer",
                    models.OneToOneField(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="angret_av", to="kandidat.utfall"
                    ),
                ),
                ("av", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kandidat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="utfall", to="kandidat.kandidat")),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person")),
            ],
            options={
                "ordering": ["-dato", "-tid"],
            },
        ),
        migrations.AddField(
            model_name="kandidat",
            name="siste_utfall",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.utfall"
            ),
        ),
        migrations.CreateModel(
            name="Vurdering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "rang",
                    models.PositiveIntegerField(blank=True, help_text="place in the order; empty for those outside the list", null=True),
                ),
                (
                    "utenfor",
                    models.CharField(blank=True, help_text="why the person is not on the list; empty for candidates", max_length=40),
                ),
                ("kommunenr", models.CharField(max_length=4)),
                ("journalnr", models.CharField(max_length=20)),
                ("alder", models.SmallIntegerField(blank=True, null=True)),
                ("maneder_siste_12", models.PositiveSmallIntegerField()),
                ("sammenhengende_maneder", models.PositiveSmallIntegerField()),
                (
                    "maske",
                    models.BigIntegerField(
                        default=0, help_text="months with support, a bit each; bit 0 is the month of the day of assessment"
                    ),
                ),
                ("fakta", models.JSONField(default=dict, help_text="what the explanation is made from")),
                (
                    "gjennomgang",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="vurderinger", to="kandidat.gjennomgang"),
                ),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="vurderinger", to="kandidat.person"),
                ),
            ],
        ),
        migrations.AddField(
            model_name="kandidat",
            name="siste_vurdering",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.vurdering"),
        ),
        migrations.CreateModel(
            name="Filinnhold",
            fields=[
                (
                    "fil",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="innhold",
                        serialize=False,
                        to="kandidat.fil",
                    ),
                ),
                ("data", models.BinaryField()),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="fil",
            constraint=models.UniqueConstraint(
                fields=("kontor", "sha256"), name="fil_en_gang", violation_error_message="Denne fila er lastet opp før."
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["kontor", "fnr"], name="person_fnr"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("kontor", "nokkel"), name="person_en_gang", violation_error_message="Personen finnes allerede på kontoret."
            ),
        ),
        migrations.AddIndex(
            model_name="utfall",
            index=models.Index(
                models.F("kontor"), models.F("kandidat"), models.OrderBy(models.F("tid"), descending=True), name="utfall_kandidat"
            ),
        ),
        migrations.AddConstraint(
            model_name="utfall",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("slag", "informert"), _negated=True), models.Q(("kanal", ""), _negated=True), _connector="OR"),
                name="utfall_informert_hvordan",
                violation_error_message="Velg hvordan personen ble informert.",
            ),
        ),
        migrations.AddConstraint(
            model_name="utfall",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("slag", "ikke_i_malgruppen"), _negated=True),
                    models.Q(models.Q(("vilkar", ""), _negated=True), models.Q(("tekst", ""), _negated=True)),
                    _connector="OR",
                ),
                name="utfall_vilkar_og_grunn",
                violation_error_message="Velg hvilket vilkår i § 29 som ikke er oppfylt, og skriv hvorfor.",
            ),
        ),
        migrations.AddConstraint(
            model_name="utfall",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("slag", "takket_nei"), _negated=True), models.Q(("tekst", ""), _negated=True), _connector="OR"
                ),
                name="utfall_hvorfor_nei",
                violation_error_message="Skriv grunnen slik personen selv sa den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="utfall",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("angrer__isnull", False), ("slag", "angret")),
                    models.Q(models.Q(("slag", "angret"), _negated=True), ("angrer__isnull", True)),
                    _connector="OR",
                ),
                name="utfall_angrer_noe",
                violation_error_message="Velg hva som skal angres.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vurdering",
            constraint=models.UniqueConstraint(
                fields=("gjennomgang", "person"), name="vurdering_en_gang", violation_error_message="Personen er allerede vurdert."
            ),
        ),
        migrations.AddIndex(
            model_name="kandidat",
            index=models.Index(fields=["kontor", "veileder"], name="kandidat_veileder"),
        ),
        migrations.AddIndex(
            model_name="kandidat",
            index=models.Index(fields=["kontor", "paa_lista", "rang", "id"], name="kandidat_rekkefolge"),
        ),
        migrations.AddConstraint(
            model_name="kandidat",
            constraint=models.UniqueConstraint(
                fields=("kontor", "person"), name="kandidat_en_gang", violation_error_message="Personen er allerede kandidat."
            ),
        ),
        migrations.AddField(
            model_name="kandidat",
            name="inntatt_mot",
            field=models.CharField(
                blank=True,
                help_text="the reason for standing outside that somebody has overruled: it keeps them off no longer",
                max_length=40,
            ),
        ),
        migrations.CreateModel(
            name="Inntak",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("mot", models.CharField(help_text="why the person stood outside", max_length=40)),
                ("grunn", models.TextField(help_text="why they should be looked at")),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("av", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("kandidat", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="inntak", to="kandidat.kandidat")),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person")),
                (
                    "vurdering",
                    models.ForeignKey(
                        help_text="the assessment that was overruled",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kandidat.vurdering",
                    ),
                ),
            ],
            options={
                "ordering": ["-tid", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kandidat", "vurdering"),
                        name="inntak_en_gang",
                        violation_error_message="Personen er alt tatt inn på lista.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("grunn", ""), _negated=True),
                        name="inntak_har_grunn",
                        violation_error_message="Skriv hvorfor dere bør se på personen.",
                    ),
                ],
            },
        ),
    ]
