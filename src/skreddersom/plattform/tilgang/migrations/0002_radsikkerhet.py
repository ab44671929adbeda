"""The functions that row-level security and the append-only tables rest on, and the protection of the access tables themselves."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import beskytt, beskytt_gitt

SPERREDE = """
create function tilgang_sperrede() returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select case when 'alle' = any (current_setting('skreddersom.klareringer')::text[]) then '{}'::uuid[] else array(
    select person_id from tilgang_skjerming
     where kontor_id = current_setting('skreddersom.kontor')::uuid
       and not gradering = any (current_setting('skreddersom.klareringer')::text[])
    union
    select person_id from tilgang_inhabil
     where kontor_id = current_setting('skreddersom.kontor')::uuid
       and ansatt_id = current_setting('skreddersom.ansatt')::uuid
  ) end
$$;
"""

BARE_TILFOY = """
create function tilgang_bare_tilfoy() returns trigger language plpgsql as $$
begin
  raise exception 'rader i % kan ikke endres eller fjernes', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
"""

EN_PERSON = "create unique index innlogging_en_person on socialaccount_socialaccount ((extra_data ->> 'iss'), uid)"
"""Who logs in is told by the issuer and its name for the person, whatever we call the way there: never two of our staff."""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("tilgang", "0001_initial"), ("socialaccount", "0006_alter_socialaccount_extra_data")]

    operations: ClassVar = [
        migrations.RunSQL(SPERREDE, "drop function tilgang_sperrede()"),
        migrations.RunSQL(BARE_TILFOY, "drop function tilgang_bare_tilfoy()"),
        beskytt("tilgang_skjerming"),
        beskytt("tilgang_inhabil"),
        beskytt_gitt("tilgang_innsynsrett"),
        migrations.RunSQL(EN_PERSON, "drop index innlogging_en_person"),
    ]
