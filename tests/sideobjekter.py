"""For each address with something in it: a real one, which Bakken's staff may see. A new object page must be given a line here."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from apper.omradeovervaking.runden import Runden
    from rollebesetning import Besetning
    from skreddersom.apper.kandidat.models import Fil, Gjennomgang, Kandidat, Vurdering
    from skreddersom.plattform.tilgang.kontekst import Kontekst
    from skreddersom.plattform.tilgang.models import Innsynsrett


def lag_kandidat(kontekst: Kontekst) -> Kandidat:
    """The first candidate of a small review; to be called with ``kontekst`` active."""
    from apper.kandidat.kontorfiler import filer, gjennomgang, last_opp
    from skreddersom.apper.kandidat import sporringer

    last_opp(kontekst, filer(antall=15))
    gjennomgang(kontekst)
    kandidat = sporringer.med_alt(sporringer.kandidater(kontekst)).order_by("siste_vurdering__rang").first()
    assert kandidat is not None
    return kandidat


def lag_gjennomgang(kontekst: Kontekst) -> Gjennomgang:
    """A review that is done."""
    from skreddersom.apper.kandidat.models import Gjennomgang

    dag = date(2026, 1, 31)
    return Gjennomgang.objects.create(kontor_id=kontekst.kontor, per=dag, dato=dag, status="ferdig", startet_av_id=kontekst.ansatt)


def lag_fil(kontekst: Kontekst) -> Fil:
    """A file."""
    from skreddersom.apper.kandidat.models import Fil

    return Fil.objects.create(
        kontor_id=kontekst.kontor, navn="11F.dat", sha256=uuid.uuid4().hex * 2, storrelse=1, lastet_opp_av_id=kontekst.ansatt
    )


def _bakken(folk: Besetning, lag: Callable[[Kontekst], Any]) -> str:
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("lena")) as kontekst:
        return str(lag(kontekst).pk)


def _inhabil(folk: Besetning) -> int:
    from skreddersom.plattform.tilgang.kontekst import som
    from skreddersom.plattform.tilgang.models import Inhabil

    with som(folk.kontekst("adrian")) as kontekst:
        rad = Inhabil(kontor_id=kontekst.kontor, ansatt_id=folk["vilde"].ansatt_id, person_id=uuid.uuid4(), grunn="slekt")
        rad.save()
    return rad.pk


def lag_innsyn(kontekst: Kontekst) -> Innsynsrett:
    """A case that Bakken has opened to Fredrik, of a person nobody knows."""
    from django.utils import timezone

    from skreddersom.plattform.tilgang.handlinger import NyttInnsyn, gi_innsyn
    from skreddersom.plattform.tilgang.sporringer import tilsynsfolk

    idag = timezone.localdate()
    fredrik = tilsynsfolk(kontekst, idag, idag).get(ansatt__navn="Fredrik")
    return gi_innsyn(kontekst, NyttInnsyn(uuid.uuid4(), fredrik.ansatt_id, idag, idag, "Klage"))


def lag_utenfor(kontekst: Kontekst) -> Vurdering:
    """Somebody whom a review has left outside the list."""
    from skreddersom.apper.kandidat import sporringer

    lag_kandidat(kontekst)
    vurdering = sporringer.utenfor(kontekst).first()
    assert vurdering is not None
    return vurdering


def _invitert(folk: Besetning) -> dict[str, object]:
    """A candidate, and the invitation to them."""
    from django.utils import timezone

    from skreddersom.apper.sak import handlinger
    from skreddersom.apper.sak.models import Brevhode
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("lena")) as lena:
        Brevhode.objects.get_or_create(kontor_id=lena.kontor, defaults={"telefon": "55 00 00 00"})
        kandidat, ny = lag_kandidat(lena), handlinger.Invitasjon(timezone.localdate(), "10.30", "Bakkegata 1", navn="Kari Prøve")
        brev = handlinger.inviter_kandidat(lena, kandidat.pk, handlinger.Innsending(kandidat.versjon, uuid.uuid4()), ny, "nb")
    return {"kandidat_id": kandidat.pk, "brev_id": brev.pk}


def _saken(folk: Besetning) -> dict[str, object]:
    from apper.sak.saken import lag_sak

    return {"sak_id": lag_sak(folk).sak_id}


def _ny_sak(folk: Besetning) -> dict[str, object]:
    """The behandling of an application that Vilde has."""
    from apper.sak.saken import lag_sak

    return {"behandling_id": lag_sak(folk).behandling_id}


def _med_brev_og_soknad(folk: Besetning, hva: str) -> dict[str, object]:
    """The receipt of an application, or the application."""
    from apper.sak.saken import lag_sak
    from skreddersom.apper.sak.models import Soknad
    from skreddersom.plattform.brev.models import Brev
    from skreddersom.plattform.tilgang.kontekst import som

    sak_id = lag_sak(folk).sak_id
    with som(folk.kontekst("lena")):
        rad: Brev | Soknad = Brev.objects.get(sak_id=sak_id) if hva == "brev_id" else Soknad.objects.get(sak_id=sak_id)
    return {"sak_id": sak_id, hva: rad.pk}


def _vedtatt(folk: Besetning) -> dict[str, object]:
    """A behandling that has come to a decision."""
    from apper.sak.saken import lag_sak

    saken = lag_sak(folk)
    saken.vedta()
    return {"behandling_id": saken.behandling_id}


def _klagen(folk: Besetning) -> dict[str, object]:
    from apper.sak.klagen import lag_klage

    klagen = lag_klage(folk)
    klagen.gjor_klar()
    return {"klage_id": klagen.klage_id}


def _runde(folk: Besetning) -> Runden:
    """A round of one question, which Bakken and Stranda are asked."""
    from apper.omradeovervaking.runden import SPORSMAL, lag_runde

    return lag_runde(folk, sporsmal=SPORSMAL[:1])


def _runden(folk: Besetning) -> dict[str, object]:
    return {"runde_id": _runde(folk).runde_id}


def _publisert(folk: Besetning) -> dict[str, object]:
    runden = _runde(folk)
    runden.legg_ut()
    return {"runde_id": runden.runde_id, "form": "html"}


DELER: dict[str, Callable[[Besetning], dict[str, object]]] = {
    **{f"sak:{side}": _ny_sak for side in ("kontroll", "vedtak", "forhandsvis", "send", "returner")},
    **{f"sak:{side}": _vedtatt for side in ("brev", "merk_sendt", "kvittering")},
    "sak:steg": lambda folk: {**_ny_sak(folk), "hva": "ta"},
    "tilgang:avslutt": lambda folk: {"stilling": folk["viggo"].pk},
    "tilgang:frigi": lambda folk: {"ansatt": folk["viggo"].ansatt_id},
    "tilgang:inviter": lambda folk: {"ansatt": folk["viggo"].ansatt_id},
    "tilgang:opphev": lambda folk: {"hva": "habilitet", "id_": _inhabil(folk)},
    "tilgang:lukk": lambda folk: {"rett": _bakken(folk, lag_innsyn)},
    "rollekort": lambda folk: {"stilling": folk["vilde"].pk},
    "openid_connect_login": lambda _: {"provider_id": "entra"},
    "openid_connect_callback": lambda _: {"provider_id": "entra"},
    "design:galleri-feil": lambda _: {"kode": 404},
    "kandidat:kandidat": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat)},
    "kandidat:angre": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat)},
    "kandidat:utfall": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat), "slag": "informert"},
    "kandidat:fil": lambda folk: {"fil_id": _bakken(folk, lag_fil)},
    "kandidat:indikator": lambda _: {"indikator": "fullfort"},
    "kandidat:indikatorfil": lambda _: {"slag": "csv"},
    "kandidat:utenfor": lambda folk: {"gjennomgang_id": _bakken(folk, lag_gjennomgang)},
    "kandidat:utenfor_en": lambda folk: {"vurdering_id": _bakken(folk, lag_utenfor)},
    "kandidat:ta_inn": lambda folk: {"vurdering_id": _bakken(folk, lag_utenfor)},
    "kandidat:gjennomgang": lambda folk: {"gjennomgang_id": _bakken(folk, lag_gjennomgang)},
    "sak:ny": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat)},
    "sak:for_kandidat": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat)},
    "sak:inviter": lambda folk: {"kandidat_id": _bakken(folk, lag_kandidat)},
    "sak:invitasjonen": _invitert,
    "sak:sak": _saken,
    "sak:grunnlag": _saken,
    "sak:logg": _saken,
    "sak:innsyn": _saken,
    "sak:klager": _saken,
    "sak:ny_klage": _saken,
    "sak:klage": _klagen,
    "sak:klagebrev": _klagen,
    "sak:klageskjema": lambda folk: _klagen(folk) | {"hva": "formkrav"},
    "sak:skriv": lambda folk: _saken(folk) | {"hva": "aev"},
    "sak:soknadsskjema": lambda _: {"malform": "nb"},
    "sak:soknaden": lambda folk: _med_brev_og_soknad(folk, "soknad_id"),
    "sak:brevene": _saken,
    "sak:ett_brev": lambda folk: _med_brev_og_soknad(folk, "brev_id"),
    "sak:videre": lambda folk: _saken(folk) | {"hva": "avslutt"},
    "sak:vilkar": _ny_sak,
    "sak:vurder": lambda folk: _ny_sak(folk) | {"vilkar_id": "arbeidsevne"},
    "sak:arbeid": lambda folk: _ny_sak(folk) | {"hva": "henlegg"},
    "sak:funn": lambda _: {"kontroll_id": "204"},
    **{f"omradeovervaking:{side}": _runden for side in ("runde", "koding", "matrise", "rapport")},
    "omradeovervaking:gjor": lambda folk: _runden(folk) | {"hva": "minn"},
    "omradeovervaking:fil": _publisert,
    "omradeovervaking:svar": lambda folk: {"kontorsvar_id": _runde(folk).kontorsvar("Bakken")},
}

SENDES: dict[str, dict[str, str]] = {
    "kandidat:angre": {"versjon": "1", "nokkel": str(uuid.uuid4())},
    "sak:ett_brev": {"gjor": "sendt"},
    "sak:invitasjonen": {"gjor": "sendt"},
}
"""What must be posted to a page that takes nothing less. The others show the form again."""
