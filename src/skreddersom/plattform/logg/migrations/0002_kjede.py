"""The chain: the database itself numbers and hashes each row, and lets nobody change one."""

from typing import ClassVar

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt, beskytt_logg

# Written by the owner's right, since nobody else may touch the head; so it must refuse to run for any other table than the log.
KJEDE = """
create function logg_kjed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare forrige public.logg_hode;
begin
  if tg_relid <> 'public.logg_rad'::regclass then
    raise exception 'logg_kjed gjelder bare logg_rad' using errcode = 'insufficient_privilege';
  end if;
  insert into public.logg_hode (kontor_id, nr, hash) values (new.kontor_id, 0, uuid_send(new.kontor_id)) on conflict (kontor_id) do nothing;
  select * into strict forrige from public.logg_hode where kontor_id = new.kontor_id for update;
  new.nr := forrige.nr + 1;
  new.hash := sha256(forrige.hash || int8send(new.nr) || convert_to(new.innhold, 'UTF8'));
  update public.logg_hode set nr = new.nr, hash = new.hash where kontor_id = new.kontor_id;
  return new;
end $$;
create trigger logg_kjed before insert on logg_rad for each row execute function logg_kjed();
"""
ETT_KONTOR = "alter table logg_rad add constraint logg_rad_ett_kontor check (((innhold::jsonb ->> 'kontor')::uuid = kontor_id) is true);"


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("logg", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        migrations.RunSQL(KJEDE, "drop trigger logg_kjed on logg_rad; drop function logg_kjed()"),
        migrations.RunSQL(ETT_KONTOR, "alter table logg_rad drop constraint logg_rad_ett_kontor"),
        beskytt_logg("logg_rad"),
        beskytt("logg_hode"),
        bare_tilfoy("logg_rad"),
    ]
