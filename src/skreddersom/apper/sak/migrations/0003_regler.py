"""What the database itself holds: rows belong to their case, periods do not overlap, four eyes, and only lawful steps.

The one who works in the database sees here what the domain refuses too: nobody gets round it by writing rows.
"""

from typing import ClassVar, Final

from django.db import migrations

PERSON: Final = ("person_id", "kontor_id")
UNIKE: Final = (
    ("kandidat_person", ("id", "kontor_id")),
    ("sak_sak", ("id", *PERSON)),
    ("sak_soknad", ("id", "sak_id")),
    ("sak_behandling", ("id", *PERSON)),
    ("sak_behandling", ("id", "sak_id")),
    ("sak_vilkarsvurdering", ("id", *PERSON)),
    ("sak_vilkarsvurdering", ("id", "av_id")),
    ("sak_vedtak", ("id", *PERSON)),
    ("sak_vedtak", ("id", "sak_id")),
)
"""Table and columns that others refer to together."""

I_SAKEN: Final = ("soknad", "hendelse", "aev", "behov", "egenvurdering", "faktum", "barn", "behandling", "vedtak")
I_BEHANDLINGEN: Final = ("vilkarsvurdering", "retur", "vent", "bekreftelse", "vedtak")
HOLDES_SAMMEN: Final = (
    ("sak_sak", PERSON, "kandidat_person", ("id", "kontor_id")),
    *((f"sak_{navn}", ("sak_id", *PERSON), "sak_sak", ("id", *PERSON)) for navn in I_SAKEN),
    *((f"sak_{navn}", ("behandling_id", *PERSON), "sak_behandling", ("id", *PERSON)) for navn in I_BEHANDLINGEN),
    ("sak_hendelse", ("behandling_id", "sak_id"), "sak_behandling", ("id", "sak_id")),
    ("sak_vedtak", ("behandling_id", "sak_id"), "sak_behandling", ("id", "sak_id")),
    ("sak_behandling", ("soknad_id", "sak_id"), "sak_soknad", ("id", "sak_id")),
    ("sak_behandling", ("gjelder_id", "sak_id"), "sak_vedtak", ("id", "sak_id")),
    ("sak_kvalitetssikring", ("vilkarsvurdering_id", *PERSON), "sak_vilkarsvurdering", ("id", *PERSON)),
    ("sak_kvalitetssikring", ("vilkarsvurdering_id", "vurdert_av_id"), "sak_vilkarsvurdering", ("id", "av_id")),
    ("sak_periode", ("vedtak_id", *PERSON), "sak_vedtak", ("id", *PERSON)),
)
"""Table, its columns, and the row they must be found in together: nothing in a case is about another person than the case."""


def _navn(tabell: str, kolonner: tuple[str, ...]) -> str:
    return "_".join((tabell, *(kolonne.removesuffix("_id") for kolonne in kolonner)))


def _unik(tabell: str, kolonner: tuple[str, ...]) -> migrations.RunSQL:
    navn = f"{_navn(tabell, kolonner)}_sammen"
    return migrations.RunSQL(
        f"alter table {tabell} add constraint {navn} unique ({', '.join(kolonner)});", f"alter table {tabell} drop constraint {navn};"
    )


def _hold_sammen(fra: str, kolonner: tuple[str, ...], til: str, der: tuple[str, ...]) -> migrations.RunSQL:
    """``not valid``: there are no rows yet to look through, and row-level security would hide them from the owner."""
    navn = f"{_navn(fra, kolonner)}_samme"
    return migrations.RunSQL(
        f"alter table {fra} add constraint {navn} foreign key ({', '.join(kolonner)}) references {til} ({', '.join(der)}) not valid;",
        f"alter table {fra} drop constraint {navn};",
    )


# A range of one id equals an id, so that «the same person» can stand in an exclusion constraint without an extension of the database.
PERIODER: Final = """
create type sak_uuidomrade as range (subtype = uuid);
alter table sak_periode add constraint periode_overlapper_ikke exclude using gist (
  sak_uuidomrade(person_id, person_id, '[]') with &&, daterange(fra, til, '[]') with &&) where (gjelder);
alter table sak_vedtak add constraint vedtak_hoyst_ett_aar check (utfall <> 'innvilget' or til < fra + interval '1 year');
"""
PERIODER_TILBAKE: Final = """
alter table sak_vedtak drop constraint vedtak_hoyst_ett_aar;
alter table sak_periode drop constraint periode_overlapper_ikke;
drop type sak_uuidomrade;
"""

# Which statuses follow which. What is done stays done.
STATUS: Final = """
create function sak_status() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status in ('vedtatt', 'henlagt') then
    raise exception 'behandlingen er ferdig' using errcode = 'integrity_constraint_violation', constraint = 'behandling_ferdig';
  end if;
  if new.status <> old.status and (old.status, new.status) not in (
      ('under_arbeid', 'til_beslutning'), ('under_arbeid', 'henlagt'),
      ('til_beslutning', 'under_arbeid'), ('til_beslutning', 'under_beslutning'), ('til_beslutning', 'henlagt'),
      ('under_beslutning', 'til_beslutning'), ('under_beslutning', 'under_arbeid'), ('under_beslutning', 'vedtatt')) then
    raise exception 'fra % til %', old.status, new.status
      using errcode = 'integrity_constraint_violation', constraint = 'behandling_overgang';
  end if;
  if new.status = 'vedtatt' and not exists (select from sak_vedtak where behandling_id = new.id) then
    raise exception 'vedtatt uten vedtak' using errcode = 'integrity_constraint_violation', constraint = 'behandling_uten_vedtak';
  end if;
  if (new.id, new.kontor_id, new.person_id, new.sak_id, new.slag, new.soknad_id, new.gjelder_id)
     is distinct from (old.id, old.kontor_id, old.person_id, old.sak_id, old.slag, old.soknad_id, old.gjelder_id) then
    raise exception 'hva behandlingen gjelder' using errcode = 'integrity_constraint_violation', constraint = 'behandling_gjelder_fast';
  end if;
  return new;
end $$;
create trigger sak_status before update on sak_behandling for each row execute function sak_status();
"""

# Assessed and looked over while it is worked on, and not after it has been sent.
UNDER_ARBEID: Final = """
create function sak_under_arbeid() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare hvilken uuid;
begin
  if tg_table_name = 'sak_vilkarsvurdering' then
    hvilken := new.behandling_id;
  else
    select behandling_id into strict hvilken from sak_vilkarsvurdering where id = new.vilkarsvurdering_id;
  end if;
  if not exists (select from sak_behandling where id = hvilken and status = 'under_arbeid') then
    raise exception 'ikke under arbeid' using errcode = 'integrity_constraint_violation', constraint = 'behandling_under_arbeid';
  end if;
  return new;
end $$;
create trigger sak_under_arbeid before insert on sak_vilkarsvurdering for each row execute function sak_under_arbeid();
create trigger sak_under_arbeid before insert on sak_kvalitetssikring for each row execute function sak_under_arbeid();
"""

# The decision: by the beslutter who has it, on what the saksbehandler sent, and never on an assessment of one's own.
VEDTAK: Final = """
create function sak_fire_oyne() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from sak_behandling where id = new.behandling_id and status = 'under_beslutning'
                    and beslutter_id = new.av_id and saksbehandler_id = new.saksbehandler_id) then
    raise exception 'ikke under beslutning' using errcode = 'integrity_constraint_violation', constraint = 'vedtak_av_beslutter';
  end if;
  if exists (select from (select distinct on (vilkar) av_id from sak_vilkarsvurdering where behandling_id = new.behandling_id
                            order by vilkar, nr desc) gjeldende where av_id = new.av_id) then
    raise exception 'egen vurdering' using errcode = 'integrity_constraint_violation', constraint = 'vedtak_egen_vurdering';
  end if;
  return new;
end $$;
create trigger sak_fire_oyne before insert on sak_vedtak for each row execute function sak_fire_oyne();
"""

# Rows where only a few fields change: the rest is what somebody has written.
FELT: Final = """
create function sak_bare_felt() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (to_jsonb(old) - tg_argv) is distinct from (to_jsonb(new) - tg_argv) then
    raise exception 'bare % kan endres', tg_argv using errcode = 'integrity_constraint_violation', constraint = 'bare_felt';
  end if;
  return new;
end $$;
create trigger sak_bare_felt before update on sak_soknad for each row execute function sak_bare_felt('trukket', 'forelopig_svar');
create trigger sak_bare_felt before update on sak_behov for each row execute function sak_bare_felt('bortfalt', 'bortfalt_hvorfor');
create trigger sak_bare_felt before update on sak_vent for each row execute function sak_bare_felt('gjenopptatt', 'gjenopptatt_av_id');
create trigger sak_bare_felt before update on sak_periode for each row execute function sak_bare_felt('til', 'gjelder', 'endret_av_id');
"""
FELT_TILBAKE: Final = """
drop trigger sak_bare_felt on sak_soknad; drop trigger sak_bare_felt on sak_behov; drop trigger sak_bare_felt on sak_vent;
drop trigger sak_bare_felt on sak_periode; drop function sak_bare_felt();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0002_radsikkerhet")]

    operations: ClassVar = [
        *(_unik(*rad) for rad in UNIKE),
        *(_hold_sammen(*rad) for rad in HOLDES_SAMMEN),
        migrations.RunSQL(PERIODER, PERIODER_TILBAKE),
        migrations.RunSQL(STATUS, "drop trigger sak_status on sak_behandling; drop function sak_status()"),
        migrations.RunSQL(
            UNDER_ARBEID,
            "drop trigger sak_under_arbeid on sak_vilkarsvurdering; drop trigger sak_under_arbeid on sak_kvalitetssikring; "
            "drop function sak_under_arbeid()",
        ),
        migrations.RunSQL(VEDTAK, "drop trigger sak_fire_oyne on sak_vedtak; drop function sak_fire_oyne()"),
        migrations.RunSQL(FELT, FELT_TILBAKE),
    ]
