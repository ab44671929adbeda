"""The only place that writes about candidates. Each action takes the one who acts (``Kontekst``) and data, and needs no request.

All run inside a transaction in which the database has been told who acts: a request, or ``som(kontekst)`` in jobs and commands.
"""

from skreddersom.apper.kandidat.handlinger.filer import gi_opp_fil, kontroller_fil, marker_kontrolleres, ta_imot_fil
from skreddersom.apper.kandidat.handlinger.fordeling import fordel
from skreddersom.apper.kandidat.handlinger.gjennomgang import gi_opp_gjennomgang, kjor_gjennomgang, marker_kjorer, start_gjennomgang
from skreddersom.apper.kandidat.handlinger.inntak import ta_inn
from skreddersom.apper.kandidat.handlinger.kontortall import tell_kontoret
from skreddersom.apper.kandidat.handlinger.personer import NyPerson, registrer_person
from skreddersom.apper.kandidat.handlinger.utfall import angre_av_saken, angre_utfall, ny_nokkel, registrer_utfall, utfall_av_saken

__all__ = [
    "NyPerson",
    "angre_av_saken",
    "angre_utfall",
    "fordel",
    "gi_opp_fil",
    "gi_opp_gjennomgang",
    "kjor_gjennomgang",
    "kontroller_fil",
    "marker_kjorer",
    "marker_kontrolleres",
    "ny_nokkel",
    "registrer_person",
    "registrer_utfall",
    "start_gjennomgang",
    "ta_imot_fil",
    "ta_inn",
    "tell_kontoret",
    "utfall_av_saken",
]
