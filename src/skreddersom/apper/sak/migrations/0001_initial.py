import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kandidat", "0002_radsikkerhet"),
        ("tilgang", "0002_radsikkerhet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Brevhode",
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
                (
                    "adresse",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                    ),
                ),
                ("telefon", models.CharField(blank=True, max_length=40)),
                ("epost", models.EmailField(blank=True, max_length=254)),
                ("apningstid", models.CharField(blank=True, max_length=120)),
                ("statsforvalter", models.CharField(blank=True, help_text="the County Governor's county, as in «Agder»", max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="Behandling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "utfall",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("innvilget", "Innvilget"),
                            ("avslatt", "Avslått"),
                            ("avvist", "Avvist"),
                            ("avbrutt", "Programmet avbrytes for en tid"),
                            ("stanset", "Stønaden stanses"),
                            ("avsluttet", "Programmet avsluttes"),
                            ("opphevet", "Vedtaket oppheves"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fra", models.DateField(blank=True, null=True)),
                ("til", models.DateField(blank=True, null=True)),
                ("start", models.DateField(blank=True, help_text="the day the programme starts", null=True)),
                ("timer_uke", models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True)),
                ("begrunnelse", models.TextField(blank=True)),
                (
                    "alternativ_uten_kvp",
                    models.TextField(blank=True, help_text="what would have been the alternative without the programme"),
                ),
                (
                    "slag",
                    models.CharField(
                        choices=[
                            ("soknad", "Søknad"),
                            ("forlengelse", "Forlengelse"),
                            ("avbrudd", "Avbrudd"),
                            ("stans", "Stans"),
                            ("avslutning", "Avslutning"),
                            ("omgjoring", "Omgjøring"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("under_arbeid", "Under arbeid"),
                            ("til_beslutning", "Til beslutning"),
                            ("under_beslutning", "Under beslutning"),
                            ("vedtatt", "Vedtatt"),
                            ("henlagt", "Henlagt"),
                        ],
                        default="under_arbeid",
                        max_length=20,
                    ),
                ),
                (
                    "brevfelt",
                    models.JSONField(
                        blank=True, default=dict, help_text="what the letter tells beyond the decision, by the letter's own fields"
                    ),
                ),
                (
                    "henlagt_fordi",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("trukket", "Søkeren har trukket søknaden"),
                            ("registrert_ved_feil", "Registrert ved en feil"),
                            ("dod", "Søkeren er død"),
                            ("ikke_aktuell", "Ikke aktuell lenger (ikke for søknader)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1)),
                ("apnet", models.DateField()),
                ("apnet_tid", models.DateTimeField(auto_now_add=True)),
                (
                    "beslutter",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ["-apnet", "-apnet_tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Sak",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("malform", models.CharField(choices=[("nb", "Bokmål"), ("nn", "Nynorsk")], default="nb", max_length=2)),
                ("versjon", models.PositiveIntegerField(default=1)),
                ("apnet", models.DateField(help_text="the day the first application came in")),
                ("avsluttet", models.DateField(blank=True, null=True)),
                (
                    "kandidat",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="saker", to="kandidat.kandidat"
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
            ],
            options={
                "ordering": ["-apnet", "id"],
            },
        ),
        migrations.CreateModel(
            name="Hendelse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "slag",
                    models.CharField(
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
                        ],
                        max_length=20,
                    ),
                ),
                ("dato", models.DateField()),
                ("versjon", models.PositiveIntegerField()),
                ("nokkel", models.UUIDField(unique=True)),
                ("data", models.JSONField(default=dict, help_text="codes and ids of what was done; never a name or a number of a person")),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "behandling",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="hendelser", to="sak.behandling"
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="hendelser", to="sak.sak")),
            ],
            options={
                "ordering": ["-tid", "-versjon", "id"],
            },
        ),
        migrations.CreateModel(
            name="Faktum",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("navn", models.CharField(max_length=60)),
                ("nr", models.PositiveIntegerField()),
                ("verdi", models.JSONField(null=True)),
                ("kilde", models.TextField()),
                ("dato", models.DateField(help_text="the day it was so")),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="fakta", to="sak.sak")),
            ],
            options={
                "ordering": ["navn", "-nr"],
            },
        ),
        migrations.CreateModel(
            name="Egenvurdering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("dato", models.DateField()),
                ("tekst", models.TextField(blank=True)),
                ("onsket_ikke", models.BooleanField(default=False)),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="egenvurderinger", to="sak.sak")),
            ],
            options={
                "ordering": ["-dato", "-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Behov",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "omrade",
                    models.CharField(
                        choices=[
                            ("arbeid", "Arbeid og arbeidserfaring"),
                            ("utdanning", "Utdanning og kvalifisering"),
                            ("sprak", "Norsk og grunnleggende ferdigheter"),
                            ("digital", "Digitale ferdigheter"),
                            ("helse", "Helse"),
                            ("rus", "Rus eller annen avhengighet"),
                            ("bolig", "Bolig"),
                            ("okonomi", "Økonomi og gjeld"),
                            ("familie", "Familie og omsorg"),
                            ("nettverk", "Nettverk og hverdag"),
                            ("annet", "Annet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tekst", models.TextField()),
                ("kartlagt", models.DateField()),
                ("bortfalt", models.DateField(blank=True, null=True)),
                ("bortfalt_hvorfor", models.TextField(blank=True)),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="behov", to="sak.sak")),
            ],
            options={
                "ordering": ["kartlagt", "tid", "id"],
            },
        ),
        migrations.AddField(
            model_name="behandling",
            name="sak",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="behandlinger", to="sak.sak"),
        ),
        migrations.CreateModel(
            name="Barn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("nr", models.PositiveIntegerField()),
                ("dato", models.DateField()),
                ("antall", models.PositiveSmallIntegerField()),
                (
                    "aldersgrupper",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(choices=[("0-5", "0–5 år"), ("6-12", "6–12 år"), ("13-17", "13–17 år")], max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("behov", models.TextField(blank=True)),
                ("hva_gjores", models.TextField(blank=True)),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="barn", to="sak.sak")),
            ],
            options={
                "ordering": ["-nr"],
            },
        ),
        migrations.CreateModel(
            name="Aev",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("nr", models.PositiveIntegerField()),
                ("bestilt", models.DateField(blank=True, null=True)),
                ("utfort", models.DateField(blank=True, null=True)),
                ("vedtak_14a", models.DateField(blank=True, null=True)),
                (
                    "innsatsgruppe",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gode_muligheter", "Gode muligheter"),
                            ("trenger_veiledning", "Trenger veiledning"),
                            ("trenger_veiledning_nedsatt_arbeidsevne", "Trenger veiledning, nedsatt arbeidsevne"),
                            ("jobbe_delvis", "Jobbe delvis"),
                            ("liten_mulighet_til_a_jobbe", "Liten mulighet til å jobbe"),
                        ],
                        max_length=40,
                    ),
                ),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="aev", to="sak.sak")),
            ],
            options={
                "ordering": ["-nr"],
            },
        ),
        migrations.CreateModel(
            name="Soknad",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("mottatt", models.DateField(help_text="when it came in; counts from here")),
                (
                    "maate",
                    models.CharField(choices=[("papir", "På papir"), ("samtale", "I samtale"), ("digital", "Digitalt")], max_length=10),
                ),
                ("innhold", models.TextField(blank=True, help_text="what it said, in their words")),
                ("mangler", models.TextField(blank=True, help_text="what is missing, if anything; it is an application all the same")),
                ("forelopig_svar", models.DateField(blank=True, help_text="when the provisional reply was given", null=True)),
                ("trukket", models.DateField(blank=True, null=True)),
                (
                    "nokkel",
                    models.UUIDField(default=uuid.uuid4, help_text="of the form it came with: the same form twice is one", unique=True),
                ),
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
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="soknader", to="sak.sak")),
            ],
            options={
                "ordering": ["-mottatt", "-tid", "id"],
            },
        ),
        migrations.AddField(
            model_name="behandling",
            name="soknad",
            field=models.OneToOneField(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="behandling", to="sak.soknad"
            ),
        ),
        migrations.CreateModel(
            name="Vedtak",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "utfall",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("innvilget", "Innvilget"),
                            ("avslatt", "Avslått"),
                            ("avvist", "Avvist"),
                            ("avbrutt", "Programmet avbrytes for en tid"),
                            ("stanset", "Stønaden stanses"),
                            ("avsluttet", "Programmet avsluttes"),
                            ("opphevet", "Vedtaket oppheves"),
                        ],
                        max_length=10,
                    ),
                ),
                ("fra", models.DateField(blank=True, null=True)),
                ("til", models.DateField(blank=True, null=True)),
                ("start", models.DateField(blank=True, help_text="the day the programme starts", null=True)),
                ("timer_uke", models.DecimalField(blank=True, decimal_places=2, max_digits=4, null=True)),
                ("begrunnelse", models.TextField(blank=True)),
                (
                    "alternativ_uten_kvp",
                    models.TextField(blank=True, help_text="what would have been the alternative without the programme"),
                ),
                ("dato", models.DateField()),
                (
                    "barn",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="children in the household; empty when it is not known", null=True
                    ),
                ),
                ("kvittering", models.BinaryField()),
                ("kvittering_sha256", models.CharField(max_length=64)),
                ("brev", models.UUIDField(help_text="the letter that tells of it")),
                ("brev_sha256", models.CharField(max_length=64)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "behandling",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="vedtak", to="sak.behandling"),
                ),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
                ("sak", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="vedtak", to="sak.sak")),
                (
                    "saksbehandler",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-dato", "-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Periode",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("fra", models.DateField()),
                ("til", models.DateField()),
                ("gjelder", models.BooleanField(default=True, help_text="false when a later decision has taken all of it away")),
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
                (
                    "endret_av",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="avkortede", to="sak.vedtak"
                    ),
                ),
                ("vedtak", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="periode", to="sak.vedtak")),
            ],
            options={
                "ordering": ["fra", "id"],
            },
        ),
        migrations.AddField(
            model_name="behandling",
            name="gjelder",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="senere_behandlinger", to="sak.vedtak"
            ),
        ),
        migrations.CreateModel(
            name="Vent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                (
                    "grunn",
                    models.CharField(
                        choices=[
                            ("opplysninger_fra_soker", "Opplysninger fra søkeren"),
                            ("medisinske_opplysninger", "Medisinske opplysninger"),
                            ("opplysninger_fra_andre", "Opplysninger fra andre"),
                            ("arbeidsevnevurdering", "Arbeidsevnevurderingen blir gjort"),
                            ("uttalelse_etter_varsel", "Uttalelse etter forhåndsvarsel"),
                            ("soker_vil_vente", "Søkeren har bedt om å vente"),
                        ],
                        max_length=30,
                    ),
                ),
                ("tekst", models.TextField(blank=True)),
                ("fra", models.DateField()),
                ("frist", models.DateField()),
                ("gjenopptatt", models.DateField(blank=True, null=True)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("behandling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="venting", to="sak.behandling")),
                (
                    "gjenopptatt_av",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "ordering": ["-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Vilkarsvurdering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("vilkar", models.CharField(max_length=40)),
                ("nr", models.PositiveIntegerField()),
                ("svar", models.CharField(choices=[("JA", "Ja"), ("NEI", "Nei"), ("UKJENT", "Vet ikke ennå")], max_length=6)),
                ("grunn", models.CharField(blank=True, help_text="the lawful ground, when the answer is no", max_length=60)),
                ("begrunnelse", models.TextField(blank=True)),
                ("mangler", models.TextField(blank=True, help_text="what is missing, when it is not known")),
                ("hvem", models.CharField(blank=True, help_text="who gets hold of it", max_length=120)),
                ("fakta", models.JSONField(default=dict)),
                ("lovversjon", models.CharField(max_length=20)),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "behandling",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="vurderinger", to="sak.behandling"),
                ),
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
                "ordering": ["vilkar", "-nr"],
            },
        ),
        migrations.CreateModel(
            name="Kvalitetssikring",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("godkjent", models.BooleanField()),
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
                        blank=True,
                        default=list,
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
                (
                    "kontor",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tilgang.kontor"),
                ),
                (
                    "person",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kandidat.person"),
                ),
                (
                    "vurdert_av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vilkarsvurdering",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="kvalitetssikring", to="sak.vilkarsvurdering"
                    ),
                ),
            ],
            options={
                "ordering": ["-tid", "id"],
            },
        ),
        migrations.CreateModel(
            name="Bekreftelse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tid", models.DateTimeField(auto_now_add=True)),
                ("merke", models.CharField(help_text="of field, ground and words: the same words need no new answer", max_length=64)),
                ("felt", models.CharField(max_length=80)),
                ("grunn", models.CharField(max_length=60)),
                ("utdrag", models.TextField()),
                ("svar", models.TextField()),
                (
                    "av",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "behandling",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="bekreftelser", to="sak.behandling"),
                ),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("behandling", "merke"),
                        name="bekreftelse_en_gang",
                        violation_error_message="Denne advarselen er alt besvart.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("svar", ""), _negated=True),
                        name="bekreftelse_besvart",
                        violation_error_message="Skriv hvorfor teksten likevel er riktig.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Retur",
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
                ("behandling", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="returer", to="sak.behandling")),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("arsaker", []), _negated=True),
                        name="retur_arsak",
                        violation_error_message="Velg hvorfor saken sendes tilbake.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("arsaker__contains", ["annet"]), _negated=True),
                            models.Q(("tekst", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="retur_annet",
                        violation_error_message="Skriv hva «annet» er.",
                    ),
                    models.CheckConstraint(
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
                        name="retur_liste",
                        violation_error_message="Velg årsaker fra lista.",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="sak",
            index=models.Index(fields=["kontor", "saksbehandler"], name="sak_saksbehandler"),
        ),
        migrations.AddConstraint(
            model_name="sak",
            constraint=models.UniqueConstraint(
                condition=models.Q(("avsluttet__isnull", True)),
                fields=("kontor", "person"),
                name="sak_en_apen",
                violation_error_message="Personen har alt en åpen sak på kontoret.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sak",
            constraint=models.CheckConstraint(
                condition=models.Q(("avsluttet__isnull", True), ("avsluttet__gte", models.F("apnet")), _connector="OR"),
                name="sak_avsluttet_etter_apnet",
                violation_error_message="Saken kan ikke være avsluttet før den ble åpnet.",
            ),
        ),
        migrations.AddIndex(
            model_name="hendelse",
            index=models.Index(fields=["kontor", "slag", "dato"], name="hendelse_slag"),
        ),
        migrations.AddConstraint(
            model_name="faktum",
            constraint=models.UniqueConstraint(
                fields=("sak", "navn", "nr"),
                name="faktum_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="faktum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "navn__in",
                        [
                            "annet_unntak_fra_bopel",
                            "arbeidsevnevurdering",
                            "bistand_hensiktsmessig_og_nodvendig",
                            "eos_opphold",
                            "fast_bopel",
                            "fodselsdato",
                            "ingen_ytelser",
                            "lovlig_opphold",
                            "nedsatt_arbeidsevne",
                            "svaert_begrensede_ytelser",
                            "uforholdsmessig_byrdefullt",
                        ],
                    )
                ),
                name="faktum_finnes",
                violation_error_message="Dette er ikke et faktum etter § 29.",
            ),
        ),
        migrations.AddConstraint(
            model_name="faktum",
            constraint=models.CheckConstraint(
                condition=models.Q(("kilde", ""), _negated=True),
                name="faktum_har_kilde",
                violation_error_message="Skriv hvor opplysningen er hentet fra.",
            ),
        ),
        migrations.AddConstraint(
            model_name="egenvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("onsket_ikke", False), models.Q(("tekst", ""), _negated=True)),
                    models.Q(("onsket_ikke", True), ("tekst", "")),
                    _connector="OR",
                ),
                name="egenvurdering_ord_eller_nei",
                violation_error_message="Skriv hva personen selv sier, eller velg at personen ikke ønsket å si noe. Ikke begge deler.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behov",
            constraint=models.CheckConstraint(
                condition=models.Q(("tekst", ""), _negated=True), name="behov_har_tekst", violation_error_message="Skriv hva behovet er."
            ),
        ),
        migrations.AddConstraint(
            model_name="behov",
            constraint=models.CheckConstraint(
                condition=models.Q(("bortfalt__isnull", True), ("bortfalt__gte", models.F("kartlagt")), _connector="OR"),
                name="behov_bortfalt_etter",
                violation_error_message="Behovet kan ikke ha falt bort før det ble kartlagt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behov",
            constraint=models.CheckConstraint(
                condition=models.Q(("bortfalt__isnull", True), models.Q(("bortfalt_hvorfor", ""), _negated=True), _connector="OR"),
                name="behov_bortfalt_hvorfor",
                violation_error_message="Skriv hvorfor behovet ikke er der lenger.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barn",
            constraint=models.UniqueConstraint(
                fields=("sak", "nr"),
                name="barn_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="barn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("antall", 0),
                    models.Q(models.Q(("behov", ""), _negated=True), models.Q(("hva_gjores", ""), _negated=True)),
                    _connector="OR",
                ),
                name="barn_vurdert",
                violation_error_message="Er det barn i husstanden, må behovene deres vurderes, og det må stå hva som gjøres.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aev",
            constraint=models.UniqueConstraint(
                fields=("sak", "nr"),
                name="aev_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aev",
            constraint=models.CheckConstraint(
                condition=models.Q(("bestilt__isnull", False), ("utfort__isnull", False), _connector="OR"),
                name="aev_har_dato",
                violation_error_message="Skriv når vurderingen ble bestilt eller utført.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aev",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bestilt__isnull", True), ("utfort__isnull", True), ("utfort__gte", models.F("bestilt")), _connector="OR"
                ),
                name="aev_utfort_etter_bestilt",
                violation_error_message="Vurderingen kan ikke være utført før den ble bestilt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aev",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("vedtak_14a__isnull", True),
                    models.Q(("utfort__isnull", False), ("vedtak_14a__gte", models.F("utfort"))),
                    _connector="OR",
                ),
                name="aev_vedtak_etter_utfort",
                violation_error_message="Vedtaket etter § 14 a kan ikke være eldre enn vurderingen det bygger på.",
            ),
        ),
        migrations.AddConstraint(
            model_name="aev",
            constraint=models.CheckConstraint(
                condition=models.Q(("innsatsgruppe", ""), ("vedtak_14a__isnull", False), _connector="OR"),
                name="aev_gruppe_av_vedtak",
                violation_error_message="Innsatsgruppen følger av vedtaket. Skriv når det kom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="soknad",
            constraint=models.CheckConstraint(
                condition=models.Q(("trukket__isnull", True), ("trukket__gte", models.F("mottatt")), _connector="OR"),
                name="soknad_trukket_etter_mottatt",
                violation_error_message="Søknaden kan ikke være trukket før den ble mottatt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="soknad",
            constraint=models.CheckConstraint(
                condition=models.Q(("forelopig_svar__isnull", True), ("forelopig_svar__gte", models.F("mottatt")), _connector="OR"),
                name="soknad_svar_etter_mottatt",
                violation_error_message="Foreløpig svar kan ikke være gitt før søknaden ble mottatt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("av", models.F("saksbehandler")), _negated=True),
                name="vedtak_fire_oyne",
                violation_error_message="Den som har behandlet saken, kan ikke fatte vedtaket.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("utfall", ""), _negated=True),
                name="vedtak_har_utfall",
                violation_error_message="Velg hva vedtaket går ut på.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("begrunnelse", ""), _negated=True),
                name="vedtak_begrunnet",
                violation_error_message="Vedtaket må begrunnes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("utfall__in", ("innvilget", "avbrutt", "stanset")), _negated=True),
                    models.Q(("fra__isnull", False), ("til__isnull", False)),
                    _connector="OR",
                ),
                name="vedtak_har_periode",
                violation_error_message="Vedtaket må ha første og siste dag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("fra__isnull", True), ("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"),
                name="vedtak_periode_framover",
                violation_error_message="Siste dag kan ikke være før første.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("utfall", "innvilget"), _negated=True),
                    models.Q(("start__isnull", False), ("timer_uke__gt", 0)),
                    _connector="OR",
                ),
                name="vedtak_start_og_timer",
                violation_error_message="Vedtaket må ha startdato og timer i uka.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start__isnull", True), models.Q(("start__gte", models.F("fra")), ("start__lte", models.F("til"))), _connector="OR"
                ),
                name="vedtak_start_i_perioden",
                violation_error_message="Programmet må starte i perioden som er innvilget.",
            ),
        ),
        migrations.AddConstraint(
            model_name="periode",
            constraint=models.CheckConstraint(
                condition=models.Q(("til__gte", models.F("fra"))),
                name="periode_framover",
                violation_error_message="Siste dag kan ikke være før første.",
            ),
        ),
        migrations.AddIndex(
            model_name="behandling",
            index=models.Index(fields=["kontor", "status", "apnet"], name="behandling_status"),
        ),
        migrations.AddIndex(
            model_name="behandling",
            index=models.Index(fields=["kontor", "saksbehandler", "status"], name="behandling_saksbehandler"),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("vedtatt", "henlagt")), _negated=True),
                fields=("sak", "slag"),
                name="behandling_en_apen",
                violation_error_message="Det er alt en slik behandling under arbeid i saken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("slag", "soknad"), ("soknad__isnull", False)),
                    models.Q(models.Q(("slag", "soknad"), _negated=True), ("soknad__isnull", True)),
                    _connector="OR",
                ),
                name="behandling_soknad",
                violation_error_message="En behandling av en søknad må ha en søknad.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gjelder__isnull", True), ("slag", "soknad")),
                    models.Q(models.Q(("slag", "soknad"), _negated=True), ("gjelder__isnull", False)),
                    _connector="OR",
                ),
                name="behandling_gjelder",
                violation_error_message="Velg hvilket vedtak behandlingen gjelder.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("saksbehandler__isnull", True),
                    ("beslutter__isnull", True),
                    models.Q(("saksbehandler", models.F("beslutter")), _negated=True),
                    _connector="OR",
                ),
                name="behandling_fire_oyne",
                violation_error_message="Den som har behandlet saken, kan ikke beslutte i den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "under_arbeid"),
                    ("status", "henlagt"),
                    models.Q(("saksbehandler__isnull", False), ("status", "til_beslutning")),
                    models.Q(("beslutter__isnull", False), ("saksbehandler__isnull", False)),
                    _connector="OR",
                ),
                name="behandling_har_hvem",
                violation_error_message="En sak til beslutning må ha en saksbehandler, og en som besluttes, må ha en beslutter.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "henlagt"), models.Q(("henlagt_fordi", ""), _negated=True)),
                    models.Q(models.Q(("status", "henlagt"), _negated=True), ("henlagt_fordi", "")),
                    _connector="OR",
                ),
                name="behandling_henlagt_fordi",
                violation_error_message="Velg hvorfor saken henlegges.",
            ),
        ),
        migrations.AddConstraint(
            model_name="behandling",
            constraint=models.CheckConstraint(
                condition=models.Q(("henlagt_fordi", "ikke_aktuell"), ("slag", "soknad"), _negated=True),
                name="behandling_soknad_avgjores",
                violation_error_message="En søknad må avgjøres med vedtak, så lenge søkeren ikke har trukket den.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gjenopptatt__isnull", True)),
                fields=("behandling",),
                name="vent_en_om_gangen",
                violation_error_message="Saken er alt satt på vent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "grunn__in",
                        [
                            "arbeidsevnevurdering",
                            "medisinske_opplysninger",
                            "opplysninger_fra_andre",
                            "opplysninger_fra_soker",
                            "soker_vil_vente",
                            "uttalelse_etter_varsel",
                        ],
                    )
                ),
                name="vent_lovlig_grunn",
                violation_error_message="Velg en av grunnene i lista.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vent",
            constraint=models.CheckConstraint(
                condition=models.Q(("frist__gte", models.F("fra"))),
                name="vent_frist_framover",
                violation_error_message="Fristen kan ikke være før i dag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gjenopptatt__isnull", True), ("gjenopptatt_av__isnull", True)),
                    models.Q(("gjenopptatt__gte", models.F("fra")), ("gjenopptatt_av__isnull", False)),
                    _connector="OR",
                ),
                name="vent_gjenopptatt_av",
                violation_error_message="Saken kan ikke være gjenopptatt før den ble satt på vent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vilkarsvurdering",
            constraint=models.UniqueConstraint(
                fields=("behandling", "vilkar", "nr"),
                name="vilkarsvurdering_nr",
                violation_error_message="Noen andre lagret det samme samtidig. Se hva som er nytt, og lagre igjen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vilkarsvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(("svar", "UKJENT"), models.Q(("begrunnelse", ""), _negated=True), _connector="OR"),
                name="vilkarsvurdering_begrunnet",
                violation_error_message="Et ja eller et nei må begrunnes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vilkarsvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("svar", "NEI"), models.Q(("grunn", ""), _negated=True)),
                    models.Q(models.Q(("svar", "NEI"), _negated=True), ("grunn", "")),
                    _connector="OR",
                ),
                name="vilkarsvurdering_lovlig_grunn",
                violation_error_message="Et nei må ha en av de lovlige grunnene.",
            ),
        ),
        migrations.AddConstraint(
            model_name="vilkarsvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("svar", "UKJENT"), _negated=True),
                    models.Q(models.Q(("mangler", ""), _negated=True), models.Q(("hvem", ""), _negated=True)),
                    _connector="OR",
                ),
                name="vilkarsvurdering_hva_mangler",
                violation_error_message="Skriv hva som mangler, og hvem som skaffer det.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kvalitetssikring",
            constraint=models.CheckConstraint(
                condition=models.Q(("av", models.F("vurdert_av")), _negated=True),
                name="kvalitetssikring_annens",
                violation_error_message="Du kan ikke kvalitetssikre din egen vurdering.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kvalitetssikring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arsaker", []), ("godkjent", True)),
                    models.Q(("godkjent", False), models.Q(("arsaker", []), _negated=True)),
                    _connector="OR",
                ),
                name="kvalitetssikring_arsak",
                violation_error_message="Velg hvorfor vurderingen sendes tilbake.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kvalitetssikring",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("arsaker__contains", ["annet"]), _negated=True), models.Q(("tekst", ""), _negated=True), _connector="OR"
                ),
                name="kvalitetssikring_annet",
                violation_error_message="Skriv hva «annet» er.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kvalitetssikring",
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
                name="kvalitetssikring_liste",
                violation_error_message="Velg årsaker fra lista.",
            ),
        ),
    ]
