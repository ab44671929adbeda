"""The directorate reads what is published, from every unit, and nothing else of a round: the report is made to be read.

A file is read by whoever reads its edition (``spurt`` on ``utgavefil``); nobody but the unit that asks writes either of them.
"""

from typing import ClassVar, Final

from django.db import migrations

LES: Final = """
create policy direktoratet on omradeovervaking_utgave for select
  using ((select current_setting('skreddersom.rolle')) = 'direktorat');
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("omradeovervaking", "0002_radsikkerhet")]

    operations: ClassVar = [migrations.RunSQL(LES, "drop policy direktoratet on omradeovervaking_utgave")]
