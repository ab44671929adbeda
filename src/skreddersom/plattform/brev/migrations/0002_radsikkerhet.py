"""Letters are about persons, and one that is ready stands as it is."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import beskytt

FASTE = """
create function brev_urorlig() returns trigger language plpgsql as $$
declare flyttbare text[] := array['status', 'kanal', 'forsok', 'feil', 'sendt', 'sendt_av_id', 'ekstern'];
begin
  if old.status = 'utkast' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'et brev som er klart, kan ikke fjernes' using errcode = 'integrity_constraint_violation';
  end if;
  if old.status = 'sendt' or new.status = 'utkast' or (to_jsonb(old) - flyttbare) is distinct from (to_jsonb(new) - flyttbare) then
    raise exception 'et brev som er klart, kan ikke endres' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger brev_urorlig before update or delete on brev_brev for each row execute function brev_urorlig();
"""
SUM = """
alter table brev_brev add constraint brev_sum_stemmer check (status = 'utkast' or sha256 = encode(sha256(pdf), 'hex'));
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("brev", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        beskytt("brev_brev", person="person_id"),
        migrations.RunSQL(FASTE, "drop trigger brev_urorlig on brev_brev; drop function brev_urorlig()"),
        migrations.RunSQL(SUM, "alter table brev_brev drop constraint brev_sum_stemmer"),
    ]
