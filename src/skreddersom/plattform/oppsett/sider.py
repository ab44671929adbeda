"""Who may open which page: role × page × method, in one table. A page without a row here cannot be opened, and fails the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from skreddersom.plattform.logg.koder import Formal
from skreddersom.plattform.tilgang.regler import ALLE, Grense, Innsyn, Side, side
from skreddersom.plattform.tilgang.roller import ROLLER_I, SER_TALL, Enhetsslag, Rolle

if TYPE_CHECKING:
    from collections.abc import Mapping

KONTORET: Final = ROLLER_I[Enhetsslag.NAVKONTOR]
SAKEN: Final = frozenset({Rolle.VEILEDER, Rolle.KVALITETSSIKRER, Rolle.BESLUTTER, Rolle.LEDER})
VEILEDER: Final = frozenset({Rolle.VEILEDER})
LEDER: Final = frozenset({Rolle.LEDER})
BESLUTTER: Final = frozenset({Rolle.BESLUTTER})
KONTROLL: Final = frozenset({Rolle.KVALITETSSIKRER, Rolle.BESLUTTER})
ADMINISTRATOR: Final = frozenset({Rolle.ADMINISTRATOR})
STATSFORVALTER: Final = frozenset({Rolle.STATSFORVALTER})
DIREKTORAT: Final = frozenset({Rolle.DIREKTORAT})

FOLGER_OPP: Final = frozenset({Rolle.VEILEDER, Rolle.LEDER})
KLAGEN: Final = frozenset({Rolle.VEILEDER, Rolle.BESLUTTER, Rolle.LEDER})
SER_KONTORET: Final = SAKEN - VEILEDER

APEN: Final = Side(apen=True)
INNLOGGET: Final = Side(innlogget=True)

INNLOGGING: Final = Grense(300, metoder=frozenset({"GET", "POST"}))
"""Wide, since a whole municipality can come from one address; the provider itself has the narrow one."""

SIDER: Final[Mapping[str, Side]] = {
    "hjem": side(les=ALLE),
    "logg_inn": APEN,
    "openid_connect_login": Side(apen=True, grense=INNLOGGING),
    "openid_connect_callback": Side(apen=True, grense=INNLOGGING),
    "kode": Side(apen=True, grense=Grense(30)),
    "logg_ut": INNLOGGET,
    "rollekort": Side(apen=True, grense=Grense(60)),
    "velg_rolle": Side(innlogget=True, grense=Grense(30)),
    "design:sprak": APEN,
    "design:galleri": APEN,
    "design:galleri-feil": APEN,
    "kandidat:kandidater": side(les=SAKEN, innsyn=Innsyn.LISTE),
    "kandidat:sok": side(skriv=SAKEN, innsyn=Innsyn.LISTE, grense=Grense(60)),
    "kandidat:fordel": side(skriv=FOLGER_OPP),
    "kandidat:kandidat": side(les=SAKEN, innsyn=Innsyn.PERSON, gitt=True),
    "kandidat:utfall": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON),
    "kandidat:angre": side(skriv=FOLGER_OPP, innsyn=Innsyn.PERSON),
    "kandidat:filer": side(les=SAKEN, skriv=FOLGER_OPP, grense=Grense(30)),
    "kandidat:fil": side(les=SAKEN, innsyn=Innsyn.LISTE),
    "kandidat:gjennomganger": side(les=SAKEN, skriv=FOLGER_OPP),
    "kandidat:gjennomgang": side(les=SAKEN),
    "kandidat:utenfor": side(les=SAKEN, innsyn=Innsyn.LISTE, formal=Formal.KARTLEGGING),
    "kandidat:utenfor_en": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.KARTLEGGING, gitt=True),
    "kandidat:ta_inn": side(skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.KARTLEGGING),
    "kandidat:kontoret": side(les=SER_KONTORET),
    "kontroller:grenser": side(les=LEDER, skriv=LEDER, formal=Formal.INTERNKONTROLL),
    "sak:funn": side(les=SER_KONTORET, innsyn=Innsyn.LISTE, formal=Formal.INTERNKONTROLL),
    "kandidat:fylket": side(les=SER_TALL),
    "kandidat:indikator": side(les=SER_TALL),
    "kandidat:indikatorfil": side(les=SER_TALL, grense=Grense(30)),
    "sak:benk": side(les=FOLGER_OPP, innsyn=Innsyn.LISTE),
    "sak:til_kontroll": side(les=KONTROLL, innsyn=Innsyn.LISTE, formal=Formal.SAKSBEHANDLING),
    "sak:kontroll": side(les=SER_KONTORET, skriv=KONTROLL, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:vedtak": side(les=SAKEN, skriv=VEILEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:forhandsvis": side(skriv=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, grense=Grense(120)),
    "sak:send": side(skriv=VEILEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:returner": side(skriv=BESLUTTER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:steg": side(skriv=VEILEDER | BESLUTTER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:kvittering": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:brev": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:merk_sendt": side(skriv=VEILEDER | BESLUTTER | LEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:ny": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:ny_person": side(les=FOLGER_OPP, skriv=FOLGER_OPP, formal=Formal.SAKSBEHANDLING, grense=Grense(60)),
    "sak:for_kandidat": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:inviter": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:invitasjonen": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:sak": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:grunnlag": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:logg": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:innsyn": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, grense=Grense(30)),
    "sak:klager": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:ny_klage": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:klage": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:klagebrev": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:klageskjema": side(les=KLAGEN, skriv=KLAGEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:vilkar": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:vurder": side(les=VEILEDER, skriv=VEILEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:skriv": side(les=VEILEDER, skriv=VEILEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:soknadsskjema": side(les=SAKEN, grense=Grense(60)),
    "sak:soknaden": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:brevene": side(les=SAKEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING, gitt=True),
    "sak:ett_brev": side(les=SAKEN, skriv=KLAGEN, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:videre": side(les=VEILEDER, skriv=VEILEDER, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:arbeid": side(les=FOLGER_OPP, skriv=FOLGER_OPP, innsyn=Innsyn.PERSON, formal=Formal.SAKSBEHANDLING),
    "sak:brevhode": side(les=LEDER | ADMINISTRATOR, skriv=LEDER | ADMINISTRATOR, formal=Formal.ADMINISTRASJON),
    "omradeovervaking:runder": side(les=STATSFORVALTER, skriv=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:runde": side(les=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:gjor": side(les=STATSFORVALTER, skriv=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:koding": side(les=STATSFORVALTER, skriv=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:matrise": side(les=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:rapport": side(les=STATSFORVALTER, formal=Formal.TILSYN),
    "omradeovervaking:fil": side(les=STATSFORVALTER | LEDER | DIREKTORAT, formal=Formal.TILSYN),
    "omradeovervaking:rapporter": side(les=DIREKTORAT, formal=Formal.TILSYN),
    "omradeovervaking:sporsmal": side(les=LEDER, formal=Formal.INTERNKONTROLL),
    "omradeovervaking:svar": side(les=LEDER, skriv=LEDER, formal=Formal.INTERNKONTROLL),
    "tilgang:ansatte": side(les=ADMINISTRATOR, skriv=ADMINISTRATOR, formal=Formal.ADMINISTRASJON),
    "tilgang:avslutt": side(skriv=ADMINISTRATOR, formal=Formal.ADMINISTRASJON),
    "tilgang:frigi": side(skriv=ADMINISTRATOR, formal=Formal.ADMINISTRASJON),
    "tilgang:inviter": side(skriv=ADMINISTRATOR, formal=Formal.ADMINISTRASJON, grense=Grense(60)),
    "tilgang:vern": side(les=ADMINISTRATOR, skriv=ADMINISTRATOR, innsyn=Innsyn.LISTE, formal=Formal.ADMINISTRASJON, grense=Grense(60)),
    "tilgang:opphev": side(skriv=ADMINISTRATOR, innsyn=Innsyn.LISTE, formal=Formal.ADMINISTRASJON),
    "tilgang:innsyn": side(les=SER_TALL, skriv=SER_TALL, formal=Formal.TILSYN),
    "tilgang:gitt": side(les=LEDER, skriv=LEDER, innsyn=Innsyn.LISTE, formal=Formal.TILSYN, grense=Grense(60)),
    "tilgang:lukk": side(skriv=LEDER, innsyn=Innsyn.LISTE, formal=Formal.TILSYN),
    "logg:sok": side(les=LEDER, skriv=LEDER, innsyn=Innsyn.LISTE, formal=Formal.INTERNKONTROLL, grense=Grense(60)),
    "levende": APEN,
    "klar": APEN,
}
