"""Complaints: only the office sees them, they belong to their case, and go only the ways that the law has."""

from typing import ClassVar, Final

from django.db import migrations

from skreddersom.plattform.tilgang.rls import bare_tilfoy, beskytt

BARE_TILFOYES: Final = ("formkrav", "klagetillegg", "klageretur", "oversendelse")
PERSON: Final = ("person_id", "kontor_id")
HOLDES_SAMMEN: Final = (
    ("klage", ("sak_id", *PERSON), "sak_sak", ("id", *PERSON)),
    ("klage", ("vedtak_id", "sak_id"), "sak_vedtak", ("id", "sak_id")),
    ("klage", ("behandling_id", "sak_id"), "sak_behandling", ("id", "sak_id")),
    *((navn, ("klage_id", *PERSON), "sak_klage", ("id", *PERSON)) for navn in BARE_TILFOYES),
    ("hendelse", ("klage_id", "sak_id"), "sak_klage", ("id", "sak_id")),
)
"""Table, its columns, and the row they must be found in together, as in 0003."""


def _navn(tabell: str, kolonner: tuple[str, ...]) -> str:
    return "_".join((tabell, *(kolonne.removesuffix("_id") for kolonne in kolonner)))


def _hold_sammen(fra: str, kolonner: tuple[str, ...], til: str, der: tuple[str, ...]) -> migrations.RunSQL:
    navn = f"sak_{_navn(fra, kolonner)}_samme"
    return migrations.RunSQL(
        f"alter table sak_{fra} add constraint {navn} foreign key ({', '.join(kolonner)}) references {til} ({', '.join(der)}) not valid;",
        f"alter table sak_{fra} drop constraint {navn};",
    )


UNIKE: Final = """
alter table sak_klage add constraint sak_klage_id_person_kontor_sammen unique (id, person_id, kontor_id);
alter table sak_klage add constraint sak_klage_id_sak_sammen unique (id, sak_id);
"""
UNIKE_TILBAKE: Final = """
alter table sak_klage drop constraint sak_klage_id_sak_sammen;
alter table sak_klage drop constraint sak_klage_id_person_kontor_sammen;
"""

# What came is never changed and never removed. What is sent on or withdrawn stays so; what is being reversed or dismissed waits for it.
KLAGE: Final = """
create trigger ikke_fjern before delete on sak_klage for each row execute function tilgang_bare_tilfoy();
create trigger ikke_fjern_alt before truncate on sak_klage for each statement execute function tilgang_bare_tilfoy();
create trigger sak_bare_felt before update on sak_klage for each row execute function sak_bare_felt(
  'status', 'saksbehandler_id', 'behandling_id', 'arsak', 'arsak_tekst', 'trukket', 'anforsler', 'vurdering', 'vedlegg',
  'til_adresse', 'kopi_adresse', 'versjon');
create function sak_klagestatus() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.status in ('oversendt', 'trukket') then
    raise exception 'klagen er ferdig' using errcode = 'integrity_constraint_violation', constraint = 'klage_ferdig';
  end if;
  if old.status = 'i_behandling' and (new.status, new.behandling_id) is distinct from (old.status, old.behandling_id)
     and not exists (select from sak_behandling where id = old.behandling_id and status = 'henlagt') then
    raise exception 'avgjøres i behandlingen' using errcode = 'integrity_constraint_violation', constraint = 'klage_venter_paa_behandling';
  end if;
  if (old.status, new.status) in (('under_arbeid', 'oversendt'), ('i_behandling', 'oversendt'), ('til_beslutning', 'i_behandling')) then
    raise exception 'fra % til %', old.status, new.status
      using errcode = 'integrity_constraint_violation', constraint = 'klage_overgang';
  end if;
  if new.status = 'oversendt' and not exists (select from sak_oversendelse where klage_id = new.id) then
    raise exception 'oversendt uten oversendelse' using errcode = 'integrity_constraint_violation', constraint = 'klage_uten_oversendelse';
  end if;
  return new;
end $$;
create trigger sak_klagestatus before update on sak_klage for each row execute function sak_klagestatus();
"""
KLAGE_TILBAKE: Final = """
drop trigger sak_klagestatus on sak_klage; drop function sak_klagestatus(); drop trigger sak_bare_felt on sak_klage;
drop trigger ikke_fjern on sak_klage; drop trigger ikke_fjern_alt on sak_klage;
"""

# By another than the one who made it, and than the one who decided unless nobody else at the office can.
OVERSENDELSE: Final = """
create function sak_oversendelse() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare bestemte uuid;
begin
  select vedtak.av_id into bestemte from sak_klage klage join sak_vedtak vedtak on vedtak.id = klage.vedtak_id
    where klage.id = new.klage_id and klage.status = 'til_beslutning' and klage.saksbehandler_id = new.forberedt_av_id;
  if not found then
    raise exception 'ikke sendt' using errcode = 'integrity_constraint_violation', constraint = 'oversendelse_ikke_sendt';
  end if;
  if bestemte = new.av_id and not new.egen_avgjorelse then
    raise exception 'eget vedtak' using errcode = 'integrity_constraint_violation', constraint = 'oversendelse_av_annen';
  end if;
  return new;
end $$;
create trigger sak_oversendelse before insert on sak_oversendelse for each row execute function sak_oversendelse();
"""


class Migration(migrations.Migration):
    """See the module."""

    dependencies: ClassVar = [("sak", "0004_klage")]

    operations: ClassVar = [
        *(beskytt(f"sak_{navn}", person="person_id") for navn in ("klage", *BARE_TILFOYES)),
        *(bare_tilfoy(f"sak_{navn}") for navn in BARE_TILFOYES),
        migrations.RunSQL(UNIKE, UNIKE_TILBAKE),
        *(_hold_sammen(*rad) for rad in HOLDES_SAMMEN),
        migrations.RunSQL(KLAGE, KLAGE_TILBAKE),
        migrations.RunSQL(OVERSENDELSE, "drop trigger sak_oversendelse on sak_oversendelse; drop function sak_oversendelse()"),
    ]
