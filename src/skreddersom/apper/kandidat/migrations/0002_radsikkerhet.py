"""Every table here is about persons: only the active office sees its rows, and outcomes are never changed."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("kandidat", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        beskytt("kandidat_fil"),
        beskytt("kandidat_filinnhold"),
        beskytt("kandidat_gjennomgang"),
        beskytt("kandidat_person", person="id"),
        beskytt("kandidat_kandidat", person="person_id"),
        beskytt("kandidat_vurdering", person="person_id"),
        beskytt("kandidat_utfall", person="person_id"),
        bare_tilfoy("kandidat_utfall"),
    ]
