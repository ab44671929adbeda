"""A case for everybody in the country, made by the database itself: two hundred thousand are too many to send in row by row.

One in seven is open, and one is decided; the rest were withdrawn. All the decisions are refusals: a grant would be a programme with a
life of its own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from skreddersom.apper.sak.models import Hendelsesslag, Maate, Status, Svar, Utfall
from skreddersom.kjerne.lov.versjoner import versjon_paa
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from datetime import date

    from psycopg import Connection

APNE: Final = 7
"""One in so many cases is open."""
VEDTATTE: Final = 1
"""So many of the same are decided."""
NEI_TIL: Final = "arbeidsevne"
NEI_FORDI: Final = "ikke_vesentlig_nedsatt"
"""The condition that those who are refused do not meet, and on what ground."""
FAKTA: Final = ("nedsatt_arbeidsevne", "ingen_ytelser", "arbeidsevnevurdering")
TEKST: Final = "Oppdiktet, som personen: fortalt i samtale og skrevet ned av veilederen samme dag."

SAKER: Final = """
insert into sak_sak (id, kontor_id, person_id, kandidat_id, malform, saksbehandler_id, versjon, apnet, avsluttet)
select s.id, s.kontor_id, s.person_id, s.kandidat_id, 'nb', s.saksbehandler_id, 3, s.apnet,
  case when abs(hashtext(s.id::text)) %% %(apne)s = 0 then null else s.apnet + 11 end
from (
  select md5(p.id || 'sak')::uuid as id, p.kontor_id, p.id as person_id, k.id as kandidat_id,
    coalesce(k.veileder_id, v.ansatt_id) as saksbehandler_id, %(dag)s::date - 20 - abs(hashtext(p.id::text)) %% 60 as apnet
  from kandidat_person p left join kandidat_kandidat k on k.person_id = p.id and k.kontor_id = p.kontor_id
  join lateral (select ansatt_id from tilgang_stilling where kontor_id = p.kontor_id and rolle = %(veileder)s order by id limit 1) v on true
) s
"""
SOKNADER: Final = """
insert into sak_soknad (id, kontor_id, person_id, sak_id, av_id, tid, mottatt, maate, innhold, mangler, trukket, nokkel)
select md5(id || 'soknad')::uuid, kontor_id, person_id, id, saksbehandler_id, apnet, apnet, 'samtale', %(tekst)s, '',
  case when abs(hashtext(id::text)) %% %(apne)s > %(vedtatte)s then apnet + 10 end, md5(id || 'skjema')::uuid from sak_sak
"""
BEHANDLINGER: Final = """
insert into sak_behandling (id, kontor_id, person_id, sak_id, soknad_id, slag, status, saksbehandler_id, beslutter_id, henlagt_fordi,
  versjon, apnet, apnet_tid, brevfelt, utfall, begrunnelse, alternativ_uten_kvp)
select md5(s.id || 'behandling')::uuid, s.kontor_id, s.person_id, s.id, n.id, 'soknad',
  case when s.avsluttet is null then %(under_arbeid)s when n.trukket is null then %(vedtatt)s else %(henlagt)s end, s.saksbehandler_id,
  case when s.avsluttet is not null and n.trukket is null then f.ansatt_id end,
  case when n.trukket is null then '' else 'trukket' end, 6, s.apnet, s.apnet, '{}', '', '', ''
from sak_sak s join sak_soknad n on n.sak_id = s.id
join lateral (select ansatt_id from tilgang_stilling where kontor_id = s.kontor_id and rolle = %(beslutter)s order by id limit 1) f on true
"""
AEV: Final = """
insert into sak_aev (id, kontor_id, person_id, sak_id, av_id, tid, nr, bestilt, utfort, innsatsgruppe)
select md5(id || 'aev')::uuid, kontor_id, person_id, id, saksbehandler_id, apnet, 1, apnet + 1, apnet + 8, '' from sak_sak
"""
FAKTARADER: Final = """
insert into sak_faktum (id, kontor_id, person_id, sak_id, av_id, tid, navn, nr, verdi, kilde, dato)
select md5(s.id || f.navn)::uuid, s.kontor_id, s.person_id, s.id, s.saksbehandler_id, s.apnet, f.navn, 1, 'true', %(tekst)s, s.apnet
from sak_sak s cross join unnest(%(fakta)s::text[]) f (navn)
"""
VURDERINGER: Final = """
insert into sak_vilkarsvurdering (id, kontor_id, person_id, behandling_id, av_id, tid, vilkar, nr, svar, grunn, begrunnelse, mangler, hvem,
  fakta, lovversjon)
select md5(b.id || v.vilkar)::uuid, b.kontor_id, b.person_id, b.id, b.saksbehandler_id, b.apnet, v.vilkar, 1, n.svar,
  case n.svar when 'JA' then '' else %(grunn)s end, %(tekst)s, '', '', '{}', %(lovversjon)s
from sak_behandling b cross join unnest(%(vilkar)s::text[]) v (vilkar)
cross join lateral (select case when b.status = %(vedtatt)s and v.vilkar = %(nei_til)s then 'NEI' else 'JA' end as svar) n
"""
VEDTAK: Final = """
insert into sak_vedtak (id, kontor_id, person_id, sak_id, behandling_id, av_id, saksbehandler_id, tid, dato, utfall, begrunnelse,
  alternativ_uten_kvp, kvittering, kvittering_sha256, brev, brev_sha256)
select md5(b.id || 'vedtak')::uuid, b.kontor_id, b.person_id, b.sak_id, b.id, b.beslutter_id, b.saksbehandler_id, b.apnet + 11,
  b.apnet + 11, %(avslatt)s, %(tekst)s, '', ''::bytea, encode(sha256(''::bytea), 'hex'), md5(b.id || 'brev')::uuid,
  encode(sha256(''::bytea), 'hex')
from sak_behandling b where b.status = %(vedtatt)s
"""
HENDELSER: Final = """
insert into sak_hendelse (id, kontor_id, person_id, sak_id, behandling_id, av_id, tid, slag, dato, versjon, nokkel, data)
select md5(b.id || h.slag)::uuid, b.kontor_id, b.person_id, b.sak_id, b.id, b.saksbehandler_id, b.apnet + h.nr::int, h.slag, b.apnet,
  h.nr, md5(b.id || h.slag || 'skjema')::uuid, h.data::jsonb
from sak_behandling b cross join unnest(%(slag)s::text[], %(data)s::text[]) with ordinality h (slag, data, nr)
"""
HENDELSER_I_SAKEN: Final = {
    Hendelsesslag.SOKNAD: {"maate": Maate.SAMTALE},
    Hendelsesslag.AEV: {},
    Hendelsesslag.FAKTUM: {"navn": FAKTA[0]},
    Hendelsesslag.VURDER: {"vilkar": "alder", "svar": Svar.JA},
}
"""What has happened in each case, and what the event keeps."""
RADER: Final = (SAKER, SOKNADER, BEHANDLINGER, AEV, FAKTARADER, VURDERINGER, VEDTAK, HENDELSER)
"""What is made, in the order of the way."""


def lag_saker(kobling: Connection, dag: date) -> None:
    """Make the cases of all the persons in the database, as of ``dag``. ``kobling``: see ``kopi``."""
    versjon = versjon_paa(dag)
    verdier = {
        "dag": dag,
        "veileder": Rolle.VEILEDER,
        "tekst": TEKST,
        "apne": APNE,
        "vedtatte": VEDTATTE,
        "under_arbeid": Status.UNDER_ARBEID,
        "henlagt": Status.HENLAGT,
        "vedtatt": Status.VEDTATT,
        "avslatt": Utfall.AVSLATT,
        "beslutter": Rolle.BESLUTTER,
        "nei_til": NEI_TIL,
        "grunn": NEI_FORDI,
        "fakta": list(FAKTA),
        "vilkar": [vilkar.id for vilkar in versjon.vilkar],
        "lovversjon": versjon.id,
        "slag": [slag.value for slag in HENDELSER_I_SAKEN],
        "data": [json.dumps(data) for data in HENDELSER_I_SAKEN.values()],
    }
    for sporring in RADER:
        kobling.execute(sporring.encode(), verdier)
