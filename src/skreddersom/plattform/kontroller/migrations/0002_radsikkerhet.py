"""An office sees and sets its own limits only."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import beskytt


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("kontroller", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [beskytt("kontroller_egengrense")]
