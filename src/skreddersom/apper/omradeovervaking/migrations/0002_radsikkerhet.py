"""Who sees what of a round, and what is never changed.

The unit that asks sees its rounds. An office sees the rounds it is asked in, what passes between the two, and no other office's answers.
Some tables have other rules than equality on ``kontor_id``, therefore: they hold no persons, and are between exactly two units.
"""

from typing import ClassVar, Final

from django.db import migrations

from skreddersom.plattform.tilgang.rls import KONTOR, bare_tilfoy, beskytt

EIER: Final = KONTOR.replace("kontor_id", "eier_id")
SPURT: Final = {
    "runde": "exists (select from omradeovervaking_kontorsvar k where k.runde_id = omradeovervaking_runde.id)",
    "sporreskjema": "exists (select from omradeovervaking_runde r where r.skjema_id = omradeovervaking_sporreskjema.id)",
    "sporsmal": "exists (select from omradeovervaking_runde r where r.skjema_id = omradeovervaking_sporsmal.skjema_id)",
    "utgave": "exists (select from omradeovervaking_kontorsvar k where k.runde_id = omradeovervaking_utgave.runde_id)",
    "utgavefil": "exists (select from omradeovervaking_utgave u where u.id = omradeovervaking_utgavefil.utgave_id)",
}
"""Table → when an office that is asked may read a row of the unit's. What stands in the query has its own rule, which decides."""
AV_EIER: Final = ("kontorsvar", "melding")
AV_KONTORET: Final = ("levering", "svar")
EGNE: Final = ("svarutkast", "hendelse", "kodelisteversjon", "koding", "rapportutkast")
BARE_TILFOYES: Final = ("hendelse", "kontorsvar", "levering", "svar", "melding", "kodelisteversjon", "koding", "utgave", "utgavefil")


def _spurt(tabell: str, regel: str) -> migrations.RunSQL:
    navn = f"omradeovervaking_{tabell}"
    return migrations.RunSQL(f"create policy spurt on {navn} for select using ({regel})", f"drop policy spurt on {navn}")


def _delt(tabell: str, skriver: str) -> migrations.RunSQL:
    """Read by both units, written by one."""
    navn = f"omradeovervaking_{tabell}"
    return migrations.RunSQL(
        f"alter table {navn} enable row level security; alter table {navn} force row level security; "
        f"create policy les on {navn} for select using ({KONTOR} or {EIER}); "
        f"create policy skriv on {navn} for insert with check ({skriver});",
        f"drop policy les on {navn}; drop policy skriv on {navn}; alter table {navn} no force row level security; "
        f"alter table {navn} disable row level security;",
    )


SAMMEN: Final = (
    ("kontorsvar", "runde_id, eier_id", "runde", "id, kontor_id"),
    *((navn, "kontorsvar_id, kontor_id, eier_id", "kontorsvar", "id, kontor_id, eier_id") for navn in ("levering", "melding")),
    ("svar", "levering_id, kontor_id, eier_id", "levering", "id, kontor_id, eier_id"),
    ("koding", "svar_id, kontor_id", "svar", "id, eier_id"),
    *((navn, "runde_id, kontor_id", "runde", "id, kontor_id") for navn in ("hendelse", "kodelisteversjon", "rapportutkast", "utgave")),
)
"""Table, its columns, and the row they must be found in together: nobody can hang a row on another unit's round."""


def _sammen(fra: str, kolonner: str, til: str, der: str) -> migrations.RunSQL:
    navn = f"omradeovervaking_{fra}_{til}_samme"
    return migrations.RunSQL(
        f"alter table omradeovervaking_{fra} add constraint {navn} foreign key ({kolonner}) references omradeovervaking_{til} ({der}) "
        "not valid",
        f"alter table omradeovervaking_{fra} drop constraint {navn}",
    )


# What has been asked is never another question afterwards.
SKJEMA: Final = """
create function omradeovervaking_skjema_sendt() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare gjelder uuid;
begin
  gjelder := case when tg_op = 'INSERT' then new.skjema_id else old.skjema_id end;
  if exists (select from omradeovervaking_sporreskjema where id = gjelder and sendt is not null) then
    raise exception 'skjemaet er sendt' using errcode = 'integrity_constraint_violation', constraint = 'skjema_sendt';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger skjema_sendt before insert or update or delete on omradeovervaking_sporsmal
  for each row execute function omradeovervaking_skjema_sendt();
create trigger skjema_sendt before update or delete on omradeovervaking_sporreskjema
  for each row when (old.sendt is not null) execute function tilgang_bare_tilfoy();
"""
SKJEMA_TILBAKE: Final = """
drop trigger skjema_sendt on omradeovervaking_sporreskjema; drop trigger skjema_sendt on omradeovervaking_sporsmal;
drop function omradeovervaking_skjema_sendt();
"""

# A round that is sent keeps whom it asked and how; it can be closed, opened again, and given another deadline.
RUNDE: Final = """
create function omradeovervaking_runde() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' or (new.kontor_id, new.skjema_id, new.tittel, new.utvalg, new.kodere, new.kontorer, new.sendt)
      is distinct from (old.kontor_id, old.skjema_id, old.tittel, old.utvalg, old.kodere, old.kontorer, old.sendt)
      or new.status = 'utkast' then
    raise exception 'runden er sendt' using errcode = 'integrity_constraint_violation', constraint = 'runde_sendt';
  end if;
  return new;
end $$;
create trigger runde_sendt before update or delete on omradeovervaking_runde
  for each row when (old.status <> 'utkast') execute function omradeovervaking_runde();
"""
RUNDE_TILBAKE: Final = "drop trigger runde_sendt on omradeovervaking_runde; drop function omradeovervaking_runde();"

# Answers are taken while the round is open: once, and again for each time they are sent back.
LEVERING: Final = """
create function omradeovervaking_levering() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from omradeovervaking_kontorsvar k join omradeovervaking_runde r on r.id = k.runde_id
                  where k.id = new.kontorsvar_id and r.status = 'sendt') then
    raise exception 'runden er ikke aapen' using errcode = 'integrity_constraint_violation', constraint = 'levering_runde_apen';
  end if;
  if new.nr <> 1 + (select count(*) from omradeovervaking_melding
                     where kontorsvar_id = new.kontorsvar_id and slag = 'retur') then
    raise exception 'alt levert' using errcode = 'integrity_constraint_violation', constraint = 'levering_nr_en_gang';
  end if;
  return new;
end $$;
create trigger levering_i_tur before insert on omradeovervaking_levering for each row execute function omradeovervaking_levering();
"""
LEVERING_TILBAKE: Final = "drop trigger levering_i_tur on omradeovervaking_levering; drop function omradeovervaking_levering();"


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("omradeovervaking", "0001_initial"), ("tilgang", "0002_radsikkerhet")]

    operations: ClassVar = [
        *(beskytt(f"omradeovervaking_{navn}") for navn in (*SPURT, *EGNE)),
        *(_delt(navn, EIER) for navn in AV_EIER),
        *(_delt(navn, KONTOR) for navn in AV_KONTORET),
        *(_spurt(tabell, regel) for tabell, regel in SPURT.items()),
        *(bare_tilfoy(f"omradeovervaking_{navn}") for navn in BARE_TILFOYES),
        *(_sammen(*rad) for rad in SAMMEN),
        migrations.RunSQL(SKJEMA, SKJEMA_TILBAKE),
        migrations.RunSQL(RUNDE, RUNDE_TILBAKE),
        migrations.RunSQL(LEVERING, LEVERING_TILBAKE),
    ]
