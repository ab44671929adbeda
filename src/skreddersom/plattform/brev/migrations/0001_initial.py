import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tilgang", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Brev",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("sak_id", models.UUIDField(blank=True, null=True)),
                (
                    "slag",
                    models.CharField(
                        choices=[
                            ("kvittering", "Kvittering på søknad"),
                            ("forelopig_svar", "Foreløpig svar"),
                            ("invitasjon", "Invitasjon til samtale"),
                            ("innvilgelse", "Innvilgelse"),
                            ("avslag", "Avslag"),
                            ("avvisning", "Avvisning"),
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
                ("malform", models.CharField(choices=[("nb", "Bokmål"), ("nn", "Nynorsk")], max_length=2)),
                ("data", models.JSONField(help_text="what the letter is made of: the fields of brev/felt.toml")),
                ("mottaker", models.JSONField(default=dict, help_text="who gets it: navn and adresse")),
                ("pdf", models.BinaryField(default=b"", help_text="empty while it is a draft")),
                ("sha256", models.CharField(blank=True, help_text="of the PDF, in hex", max_length=64)),
                ("maler", models.CharField(blank=True, help_text="the texts, layout and typesetter it was made with", max_length=60)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("klar", models.DateTimeField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("utkast", "Utkast"), ("klar", "Klar til sending"), ("sendt", "Sendt"), ("feilet", "Sendingen feilet")],
                        default="utkast",
                        max_length=10,
                    ),
                ),
                (
                    "kanal",
                    models.CharField(
                        blank=True,
                        choices=[("nedlasting", "Skrevet ut og sendt av kontoret"), ("svarut", "Digital post eller print")],
                        max_length=12,
                    ),
                ),
                ("forsok", models.PositiveSmallIntegerField(default=0)),
                ("feil", models.TextField(blank=True, help_text="why the last attempt did not work")),
                ("sendt", models.DateTimeField(blank=True, null=True)),
                ("ekstern", models.CharField(blank=True, help_text="what the channel calls it", max_length=100)),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "kopi_av",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="kopier", to="brev.brev"
                    ),
                ),
                (
                    "laget_av",
                    models.ForeignKey(
                        blank=True,
                        help_text="empty: the system",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sendt_av",
                    models.ForeignKey(
                        blank=True,
                        help_text="who put it in the post",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-tid", "id"],
                "indexes": [
                    models.Index(
                        models.F("kontor"), models.F("person_id"), models.OrderBy(models.F("tid"), descending=True), name="brev_person"
                    ),
                    models.Index(models.F("kontor"), models.F("sak_id"), name="brev_sak"),
                    models.Index(
                        models.F("kontor"), models.F("klar"), condition=models.Q(("status__in", ["klar", "feilet"])), name="brev_usendt"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("klar__isnull", True), ("pdf", b""), ("status", "utkast")),
                            models.Q(
                                models.Q(("status", "utkast"), _negated=True),
                                models.Q(("pdf", b""), _negated=True),
                                ("klar__isnull", False),
                                models.Q(("maler", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="brev_klar_har_fil",
                        violation_error_message="Et brev som er klart, må ha en fil.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sendt__isnull", False), ("status", "sendt"), models.Q(("kanal", ""), _negated=True)),
                            models.Q(models.Q(("status", "sendt"), _negated=True), ("sendt__isnull", True)),
                            _connector="OR",
                        ),
                        name="brev_sendt_har_tid",
                        violation_error_message="Et brev som er sendt, må ha tidspunkt og kanal.",
                    ),
                ],
            },
        ),
    ]
