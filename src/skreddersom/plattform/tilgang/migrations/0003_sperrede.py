"""Whom one may not see is worked out once for the request, not in every query, and anew when the protection changes underway."""

from typing import ClassVar

from django.db import migrations

ENDRET = """
create function tilgang_sperrede_endret() returns trigger language plpgsql as $$
begin
  perform set_config('skreddersom.sperrede', '', true);
  return null;
end $$;
create trigger sperrede_endret after insert or update or delete on tilgang_skjerming
  for each statement execute function tilgang_sperrede_endret();
create trigger sperrede_endret after insert or update or delete on tilgang_inhabil
  for each statement execute function tilgang_sperrede_endret();
"""
IKKE_ENDRET = """
drop trigger sperrede_endret on tilgang_skjerming; drop trigger sperrede_endret on tilgang_inhabil;
drop function tilgang_sperrede_endret();
"""

# The policies of a database that was made before this one; those made after it are right from the start.
SKRIV_OM = """
do $$
declare regel record;
begin
  for regel in select * from pg_policies where schemaname = 'public' and qual ~ '{fra}' and qual !~ '{ikke}' loop
    execute format('alter policy %I on %I using (%s)', regel.policyname, regel.tablename,
      regexp_replace(regel.qual, '{fra}', '{til}', 'g'));
    if regel.with_check is not null then
      execute format('alter policy %I on %I with check (%s)', regel.policyname, regel.tablename,
        regexp_replace(regel.with_check, '{fra}', '{til}', 'g'));
    end if;
  end loop;
end $$;
"""
HVER_GANG = r"\( SELECT tilgang_sperrede\(\) AS tilgang_sperrede\)"
EN_GANG = "( SELECT coalesce(nullif(current_setting(''skreddersom.sperrede'', true), '''')::uuid[], tilgang_sperrede()))"


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        migrations.RunSQL(ENDRET, IKKE_ENDRET),
        migrations.RunSQL(SKRIV_OM.format(fra=HVER_GANG, til=EN_GANG, ikke="skreddersom.sperrede"), migrations.RunSQL.noop),
    ]
