"""No decision to somebody's harm without a notice that has run its time, or a written reason to do without: the database holds it too.

Beside the domain (``krav.varslet``, ``krav.varslet_om_ugunst``), as with the four eyes: nobody gets round it by writing rows.
"""

from typing import ClassVar, Final

from django.db import migrations

VARSLET: Final = """
create function sak_varslet() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare hva sak_behandling; gammelt sak_vedtak; varsel sak_forhandsvarsel;
begin
  select * into hva from sak_behandling where id = new.behandling_id;
  if hva.slag = 'avslutning' and hva.brevfelt ->> 'gjelder' = 'fullfort' then
    return new;
  end if;
  if hva.slag = 'omgjoring' then
    select * into gammelt from sak_vedtak where id = hva.gjelder_id;
    if gammelt.utfall <> 'innvilget' or (new.utfall = 'innvilget' and not coalesce(new.fra > gammelt.fra, false)
         and not coalesce(new.start > gammelt.start, false) and not coalesce(new.til < gammelt.til, false)) then
      return new;
    end if;
  elsif hva.slag not in ('avbrudd', 'stans', 'avslutning') then
    return new;
  end if;
  select * into varsel from sak_forhandsvarsel where behandling_id = hva.id order by nr desc limit 1;
  if varsel.unntak <> '' then
    return new;
  end if;
  if varsel.id is null or not exists (select from brev_brev where id = varsel.brev and status = 'sendt')
     or (varsel.frist >= new.dato and not exists (select from sak_uttalelse where varsel_id = varsel.id and ferdig)) then
    raise exception 'ikke varslet' using errcode = 'integrity_constraint_violation', constraint = 'vedtak_uten_varsel';
  end if;
  return new;
end $$;
create trigger sak_varslet before insert on sak_vedtak for each row execute function sak_varslet();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0013_skrevet_brev"), ("brev", "0004_skjema_og_bortlagt")]

    operations: ClassVar = [
        migrations.RunSQL(VARSLET, "drop trigger sak_varslet on sak_vedtak; drop function sak_varslet()"),
    ]
