"""The only place that writes about cases. Each action takes the one who acts (``Kontekst``) and data, and needs no request.

All run inside a transaction in which the database has been told who acts: a request, or ``som(kontekst)`` in jobs and commands.
"""

from skreddersom.apper.sak.handlinger.arbeid import (
    Henlegging,
    Utkast,
    Venting,
    gjenoppta,
    henlegg,
    lagre_utkast,
    legg_tilbake,
    overta,
    registrer_forelopig_svar,
    sett_paa_vent,
    tildel,
)
from skreddersom.apper.sak.handlinger.beslutning import MaaBesvares, angre, gi_tilbake, returner, send, ta
from skreddersom.apper.sak.handlinger.felles import Innsending, Konflikt, Stengt, ny_nokkel, sakens_port
from skreddersom.apper.sak.handlinger.grunnlag import (
    Arbeidsevne,
    Barnevurdering,
    Egne,
    Kartlagt,
    Opplyst,
    behov_bortfalt,
    kartlegg_behov,
    registrer_aev,
    registrer_egenvurdering,
    registrer_faktum,
    velg_malform,
    vurder_barn,
)
from skreddersom.apper.sak.handlinger.sak import apne_behandling, avslutt_sak
from skreddersom.apper.sak.handlinger.soknad import NySoknad, registrer_soknad, registrer_soknad_fra
from skreddersom.apper.sak.handlinger.vedtak import fatt_vedtak
from skreddersom.apper.sak.handlinger.vilkar import Dom, Vilkarssvar, kvalitetssikre, vurder

__all__ = [
    "Arbeidsevne",
    "Barnevurdering",
    "Dom",
    "Egne",
    "Henlegging",
    "Innsending",
    "Kartlagt",
    "Konflikt",
    "MaaBesvares",
    "NySoknad",
    "Opplyst",
    "Stengt",
    "Utkast",
    "Venting",
    "Vilkarssvar",
    "angre",
    "apne_behandling",
    "avslutt_sak",
    "behov_bortfalt",
    "fatt_vedtak",
    "gi_tilbake",
    "gjenoppta",
    "henlegg",
    "kartlegg_behov",
    "kvalitetssikre",
    "lagre_utkast",
    "legg_tilbake",
    "ny_nokkel",
    "overta",
    "registrer_aev",
    "registrer_egenvurdering",
    "registrer_faktum",
    "registrer_forelopig_svar",
    "registrer_soknad",
    "registrer_soknad_fra",
    "returner",
    "sakens_port",
    "send",
    "sett_paa_vent",
    "ta",
    "tildel",
    "velg_malform",
    "vurder",
    "vurder_barn",
]
