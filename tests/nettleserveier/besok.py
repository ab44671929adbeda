"""Every page there is, with who opens it and in which state: what the tests of accessibility and the pictures go through."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Final, NamedTuple

from nettleserveier.fylkesbesok import FYLKESBESOK, lag_indikatorer
from nettleserveier.rundebesok import RUNDEBESOK, runder
from nettleserveier.saksbesok import SENERE, klager, paa_veien, saker, vurder_imens
from skreddersom.apper.kandidat.models import Utfallsslag

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FilePayload, Page

    from rollebesetning import Besetning


class Besok(NamedTuple):
    """``hvem`` opens the page ``side`` (its name in ``SIDER``) at ``sti``, and does ``gjor`` there; no ``hvem``, nobody logged in.

    ``{ny}`` and the like in the address are what ``tilstand`` has made.
    """

    navn: str
    side: str
    hvem: str
    sti: str
    gjor: Callable[[Page, Besetning], None] = lambda _side, _folk: None


def send(side: Page, knapp: str) -> None:
    """Press the button, and wait for the page that comes."""
    with side.expect_navigation():
        side.locator("main").get_by_role("button", name=knapp, exact=True).click()


def tomt_skjema(side: Page, _folk: Besetning) -> None:
    """Send a form with nothing in it."""
    side.get_by_label("Når skjedde det?").fill("")
    send(side, "Registrer")


def noen_var_forst(side: Page, folk: Besetning) -> None:
    """Write; meanwhile the leader registers something on the same candidate; send."""
    side.get_by_label("Samtale").check()
    side.get_by_label("Hva ble sagt?").fill("Avtalte å møtes igjen på torsdag.")
    lena_registrerer(folk, side.url.split("/")[-3])
    send(side, "Registrer")


def lena_registrerer(folk: Besetning, kandidat: str) -> None:
    """The leader writes that a letter was sent today."""
    from django.utils import timezone

    from skreddersom.apper.kandidat import handlinger, sporringer
    from skreddersom.apper.kandidat.handlinger.utfall import Registrering
    from skreddersom.apper.kandidat.models import Kanal
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("lena")) as lena:
        valgt = sporringer.kandidater(lena).get(pk=kandidat)
        tekst = "Sendte brev om programmet, med time til samtale."
        ny = Registrering(Utfallsslag.INFORMERT, timezone.localdate(), valgt.versjon, uuid.uuid4(), Kanal.BREV, tekst=tekst)
        handlinger.registrer_utfall(lena, valgt.pk, ny)


def tom_soknad(side: Page, _folk: Besetning) -> None:
    """Take in an application that came at no time."""
    side.get_by_label("Når kom søknaden inn?").fill("")
    send(side, "Registrer søknaden")


def lagre(side: Page, _folk: Besetning) -> None:
    """Save the form as it stands."""
    send(side, "Lagre")


def svar_uten_grunn(side: Page, _folk: Besetning) -> None:
    """Answer no, and say nothing more."""
    side.get_by_label("Nei", exact=True).check()
    send(side, "Lagre vurderingen")


def ulovlig_grunn(side: Page, _folk: Besetning) -> None:
    """Answer with a ground that the law does not know."""
    side.get_by_label("Nei", exact=True).check()
    side.get_by_label("Mindre eller annen hjelp er nok").check()
    side.get_by_label("Begrunnelse").fill("Kommunen har ikke budsjett til flere programmer i år.")
    send(side, "Lagre vurderingen")


def noen_vurderte_forst(side: Page, folk: Besetning) -> None:
    """Write; meanwhile another window of Vilde's answers another condition; send."""
    side.get_by_label("Ja", exact=True).check()
    side.get_by_label("Begrunnelse").fill("Ingen slike forhold er kjent.")
    vurder_imens(folk, side.url.split("/")[-4])
    send(side, "Lagre vurderingen")


def ugyldig_fil(side: Page, _folk: Besetning) -> None:
    """Upload something else than a file of ours."""
    brev: FilePayload = {"name": "brev.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    side.get_by_label("Velg én eller flere filer").set_input_files(brev)
    send(side, "Last opp")


def ingen_filer_valgt(side: Page, _folk: Besetning) -> None:
    """Start a review of nothing."""
    for valg in side.locator("input[name=filer]").all():
        valg.uncheck()
    send(side, "Start gjennomgang")


def tom_rolle(side: Page, _folk: Besetning) -> None:
    """Give a role to nobody."""
    send(side, "Gi rollen")


def tom_apning(side: Page, _folk: Besetning) -> None:
    """Open no case to nobody."""
    send(side, "Åpne saken")


def feil_kode(side: Page, _folk: Besetning) -> None:
    """Type a code that nobody has made."""
    side.get_by_label("Koden").fill("AAAA-BBBB-CCCC")
    send(side, "Bekreft")


def lag_kode(side: Page, _folk: Besetning) -> None:
    """Make a code for Viggo."""
    alt_apent(side, _folk)
    send(side, "Lag en kode til Viggo")


def gammelt_skjema(side: Page, _folk: Besetning) -> None:
    """Send a form that is not ours."""
    side.locator("main input[name=csrfmiddlewaretoken]").first.evaluate("felt => { felt.value = 'x' }")
    send(side, "Finn")


def sok_uten_treff(side: Page, _folk: Besetning) -> None:
    """Search for somebody who is not there."""
    side.get_by_label("Finn en person").fill("Finnes Ikke")
    send(side, "Finn")


def registrer(side: Page, _folk: Besetning) -> None:
    """An outcome, so that the page of the candidate tells that it is kept."""
    send(side, "Registrer")


def uten_grunn(side: Page, _folk: Besetning) -> None:
    """Take somebody in, and say nothing of why."""
    send(side, "Ta inn på lista")


def ta_inn(side: Page, folk: Besetning) -> None:
    """Take somebody in on the list, and see them as a candidate."""
    side.get_by_label("Hvorfor bør dere se på personen?").fill("Har bare en liten ytelse, og vil gjerne i arbeid.")
    send(side, "Ta inn på lista")
    alt_apent(side, folk)


def alt_apent(side: Page, _folk: Besetning) -> None:
    """Open all that can be unfolded in the page."""
    side.locator("main details > summary, main .ds-details > summary").evaluate_all("alle => alle.forEach(ett => ett.click())")


def ugyldig_utkast(side: Page, _folk: Besetning) -> None:
    """Save a draft that cannot be read."""
    side.get_by_label("Når dere skal se på hvordan programmet virker").fill("neste uke")
    send(side, "Lagre utkastet")


def tomt_brevhode(side: Page, _folk: Besetning) -> None:
    """Leave out what letters must say."""
    side.get_by_label("Adresse", exact=True).fill("")
    send(side, "Lagre brevhodet")


def for_vid_grense(side: Page, _folk: Besetning) -> None:
    """Give a breach of law more days than the catalogue does."""
    side.get_by_label("Klage ligger").fill("90")
    send(side, "Lagre grensene")


def vis_brevet(side: Page, _folk: Besetning) -> None:
    """The letter by itself, as without JavaScript."""
    send(side, "Vis brevet")


def retur_uten_aarsak(side: Page, _folk: Besetning) -> None:
    """Send an assessment back, and not say why."""
    side.locator("summary", has_text="Send tilbake").first.click()
    with side.expect_navigation():
        side.get_by_role("button", name="Send tilbake").first.click()


SKJEMAER: Final = (Utfallsslag.INFORMERT, Utfallsslag.TILBUDT, Utfallsslag.TAKKET_NEI, Utfallsslag.IKKE_I_MALGRUPPEN)
"""One outcome for each kind of form."""
BESOK: Final[tuple[Besok, ...]] = (
    Besok("logg-inn", "logg_inn", "", "/logg-inn/"),
    Besok("logg-inn-ukjent", "logg_inn", "", "/logg-inn/?hvorfor=ukjent", alt_apent),
    Besok("finnes-ikke-utenfor", "", "", "/finnes/ikke/"),
    Besok("velg-rolle", "velg_rolle", "vilde", "/velg-rolle/"),
    Besok("velg-rolle-uten", "velg_rolle", "uten_rolle", "/velg-rolle/"),
    Besok("kode", "kode", "ukjent", "/kode/"),
    Besok("kode-feil", "kode", "ukjent", "/kode/", feil_kode),
    Besok("hjem", "hjem", "vilde", "/"),
    Besok("benk", "sak:benk", "vilde", "/benk/"),
    Besok("benk-informert", "sak:benk", "vilde", "/benk/?fane=tilby"),
    Besok("kandidater", "kandidat:kandidater", "vilde", "/kandidater/"),
    Besok("kandidater-filtrert", "kandidat:kandidater", "vilde", "/kandidater/?utfall=informert&sorter=-alder"),
    Besok("kandidater-ingen-treff", "kandidat:kandidater", "vilde", "/kandidater/", sok_uten_treff),
    Besok("skjema-for-gammelt", "kandidat:sok", "vilde", "/kandidater/", gammelt_skjema),
    Besok("kandidat", "kandidat:kandidat", "vilde", "/kandidater/{ny}/", alt_apent),
    Besok("kandidat-med-historie", "kandidat:kandidat", "vilde", "/kandidater/{tilbudt}/", alt_apent),
    *(Besok(f"utfall-{slag.value}", "kandidat:utfall", "vilde", f"/kandidater/{{ny}}/{slag.value}/") for slag in SKJEMAER),
    Besok("utfall-med-feil", "kandidat:utfall", "vilde", "/kandidater/{ny}/ikke_i_malgruppen/", tomt_skjema),
    Besok("utfall-sammenligning", "kandidat:utfall", "vilde", "/kandidater/{delt}/informert/", noen_var_forst),
    Besok("kandidat-registrert", "kandidat:utfall", "vilde", "/kandidater/{ny}/tilbudt/", registrer),
    Besok("finnes-ikke", "kandidat:kandidat", "vilde", f"/kandidater/{uuid.UUID(int=0)}/"),
    Besok("vedtak-utkast", "sak:vedtak", "vilde", "/vedtak/{under_arbeid}/", alt_apent),
    Besok("vedtak-avslag", "sak:vedtak", "vilde", "/vedtak/{under_arbeid}/?utfall=avslatt"),
    Besok("vedtak-feil", "sak:vedtak", "vilde", "/vedtak/{under_arbeid}/", ugyldig_utkast),
    Besok("vedtak-brevet", "sak:vedtak", "vilde", "/vedtak/{klar_sak}/", vis_brevet),
    Besok("vedtak-fattet", "sak:vedtak", "vilde", "/vedtak/{vedtatt}/", alt_apent),
    Besok("til-kontroll", "sak:til_kontroll", "kjersti", "/til-kontroll/"),
    Besok("kontroll", "sak:kontroll", "kjersti", "/til-kontroll/{under_arbeid}/", alt_apent),
    Besok("kontroll-feil", "sak:kontroll", "kjersti", "/til-kontroll/{under_arbeid}/", retur_uten_aarsak),
    Besok("til-beslutning", "sak:til_kontroll", "bjorg", "/til-kontroll/?fane=til_beslutning"),
    Besok("vedtak-beslutte", "sak:vedtak", "bjorg", "/vedtak/{til_beslutning}/", alt_apent),
    Besok("filer", "kandidat:filer", "vilde", "/filer/"),
    Besok("filer-avvist", "kandidat:filer", "vilde", "/filer/", ugyldig_fil),
    Besok("fil-11f", "kandidat:fil", "vilde", "/filer/{klar}/"),
    Besok("fil-avvist", "kandidat:fil", "vilde", "/filer/{avvist}/"),
    Besok("fil-venter", "kandidat:fil", "vilde", "/filer/{venter}/"),
    Besok("gjennomganger", "kandidat:gjennomganger", "vilde", "/gjennomganger/"),
    Besok("gjennomganger-feil", "kandidat:gjennomganger", "vilde", "/gjennomganger/", ingen_filer_valgt),
    Besok("gjennomgang", "kandidat:gjennomgang", "vilde", "/gjennomganger/{ferdig}/"),
    Besok("gjennomgang-venter", "kandidat:gjennomgang", "vilde", "/gjennomganger/{i_gang}/"),
    Besok("utenfor", "kandidat:utenfor", "vilde", "/gjennomganger/{ferdig}/utenfor/"),
    Besok("utenfor-ingen", "kandidat:utenfor", "vilde", "/gjennomganger/{i_gang}/utenfor/"),
    Besok("utenfor-en", "kandidat:utenfor_en", "vilde", "/gjennomganger/utenfor/{utenfor}/", alt_apent),
    Besok("utenfor-feil", "kandidat:utenfor_en", "vilde", "/gjennomganger/utenfor/{utenfor}/", uten_grunn),
    Besok("tatt-inn", "kandidat:utenfor_en", "vilde", "/gjennomganger/utenfor/{utenfor}/", ta_inn),
    Besok("kontoret", "kandidat:kontoret", "lena", "/kontoret/"),
    Besok("kontoret-funn", "sak:funn", "lena", "/kontoret/204/"),
    Besok("kontoret-brudd-og-varsel", "sak:funn", "lena", "/kontoret/205/"),
    Besok("grenser", "kontroller:grenser", "lena", "/grenser/"),
    Besok("grenser-feil", "kontroller:grenser", "lena", "/grenser/", for_vid_grense),
    Besok("leder-benk", "sak:benk", "lena", "/benk/"),
    Besok("leder-kandidater", "kandidat:kandidater", "lena", "/kandidater/?funn=104"),
    Besok("leser-kandidater", "kandidat:kandidater", "kjersti", "/kandidater/"),
    Besok("leser-kandidat", "kandidat:kandidat", "kjersti", "/kandidater/{ny}/"),
    Besok("leser-filer", "kandidat:filer", "kjersti", "/filer/"),
    Besok("ansatte", "tilgang:ansatte", "adrian", "/ansatte/", alt_apent),
    Besok("ansatte-feil", "tilgang:ansatte", "adrian", "/ansatte/", tom_rolle),
    Besok("ny-kode", "tilgang:ansatte", "adrian", "/ansatte/", lag_kode),
    Besok("brevhode", "sak:brevhode", "adrian", "/brevhode/"),
    Besok("brevhode-feil", "sak:brevhode", "lena", "/brevhode/", tomt_brevhode),
    Besok("vern", "tilgang:vern", "adrian", "/vern/"),
    Besok("innsyn", "tilgang:innsyn", "fredrik", "/innsyn/"),
    Besok("apnede-saker", "tilgang:gitt", "lena", "/innsyn/gitt/"),
    Besok("apnede-saker-feil", "tilgang:gitt", "lena", "/innsyn/gitt/", tom_apning),
    Besok("logg", "logg:sok", "lena", "/logg/", alt_apent),
    Besok("logg-person", "logg:sok", "lena", "/logg/?person={person}"),
    Besok("logg-tom", "logg:sok", "lena", "/logg/?fra=2001-01-01&til=2001-01-02"),
    Besok("innsyn-tomt", "tilgang:innsyn", "dina", "/innsyn/"),
    *(Besok(*ett) for ett in FYLKESBESOK),
    Besok("sak-ny", "sak:ny", "vilde", "/sak/ny/{ny}/"),
    Besok("sak-ny-feil", "sak:ny", "vilde", "/sak/ny/{ny}/", tom_soknad),
    Besok("sak-ny-person", "sak:ny_person", "vilde", "/sak/ny/"),
    Besok("sak-ingen", "sak:for_kandidat", "vilde", "/sak/kandidat/{ny}/"),
    Besok("sak", "sak:sak", "vilde", "/sak/{sak}/", alt_apent),
    Besok("sak-midt-i", "sak:sak", "vilde", "/sak/{midt}/", alt_apent),
    Besok("sak-med-funn", "sak:sak", "vilde", "/sak/{forsinket}/"),
    Besok("sak-leses", "sak:sak", "kjersti", "/sak/{midt}/", alt_apent),
    *(Besok(navn, side, "vilde", sti, alt_apent) for navn, side, sti in SENERE),
    Besok("sak-grunnlag", "sak:grunnlag", "vilde", "/sak/{sak}/grunnlag/"),
    Besok("sak-grunnlag-midt-i", "sak:grunnlag", "vilde", "/sak/{midt}/grunnlag/"),
    Besok("sak-grunnlag-leses", "sak:grunnlag", "lena", "/sak/{midt}/grunnlag/"),
    Besok("sak-logg", "sak:logg", "vilde", "/sak/{midt}/logg/"),
    *(Besok(f"sak-skriv-{hva}", "sak:skriv", "vilde", f"/sak/{{midt}}/{hva}/") for hva in ("aev", "bortfalt", "barn", "faktum")),
    Besok("sak-skriv-feil", "sak:skriv", "vilde", "/sak/{sak}/aev/", lagre),
    *(Besok(f"sak-{hva}", "sak:arbeid", "vilde", f"/behandling/{{behandling}}/{hva}/") for hva in ("sett_paa_vent", "overta", "henlegg")),
    Besok("sak-tildel", "sak:arbeid", "lena", "/behandling/{behandling}/tildel/"),
    Besok("vilkar", "sak:vilkar", "vilde", "/behandling/{behandling}/vilkar/"),
    Besok("vilkar-midt-i", "sak:vilkar", "vilde", "/behandling/{midt_behandling}/vilkar/"),
    Besok("vilkar-leses", "sak:vilkar", "kjersti", "/behandling/{midt_behandling}/vilkar/"),
    Besok("vilkar-vurder", "sak:vurder", "vilde", "/behandling/{behandling}/vilkar/bistand/", alt_apent),
    Besok("vilkar-vurder-feil", "sak:vurder", "vilde", "/behandling/{behandling}/vilkar/arbeidsevne/", svar_uten_grunn),
    Besok("vilkar-ulovlig-grunn", "sak:vurder", "vilde", "/behandling/{behandling}/vilkar/bistand/", ulovlig_grunn),
    Besok("vilkar-sammenligning", "sak:vurder", "vilde", "/behandling/{behandling}/vilkar/unntak/", noen_vurderte_forst),
    Besok("vilkar-vurder-igjen", "sak:vurder", "vilde", "/behandling/{midt_behandling}/vilkar/arbeidsevne/"),
    Besok("klager", "sak:klager", "vilde", "/sak/{klagesak}/klager/"),
    Besok("klager-ingen", "sak:klager", "vilde", "/sak/{sak}/klager/"),
    Besok("klage-ny", "sak:ny_klage", "vilde", "/sak/{klagesak}/klager/ny/"),
    Besok("klage-ny-feil", "sak:ny_klage", "vilde", "/sak/{klagesak}/klager/ny/", lagre),
    Besok("klage", "sak:klage", "vilde", "/klage/{klage}/", alt_apent),
    Besok("klage-mangler", "sak:klage", "vilde", "/klage/{mangelfull_klage}/", alt_apent),
    Besok("klage-hos-en-annen", "sak:klage", "bjorg", "/klage/{sendt_klage}/", alt_apent),
    *(Besok(f"klage-{hva}", "sak:klageskjema", "vilde", f"/klage/{{klage}}/{hva}/") for hva in ("formkrav", "utkast", "send", "omgjor")),
    Besok("klage-returner", "sak:klageskjema", "lena", "/klage/{sendt_klage}/returner/"),
    Besok("klage-oversend", "sak:klageskjema", "lena", "/klage/{sendt_klage}/oversend/"),
    Besok("benk-usendte-brev", "sak:benk", "vilde", "/benk/?fane=brev"),
    Besok("leder-usendte-brev", "sak:benk", "lena", "/benk/?fane=brev"),
    Besok("benk-klage", "sak:benk", "vilde", "/benk/?fane=klage"),
    Besok("innsyn", "sak:innsyn", "vilde", "/sak/{klagesak}/innsyn/"),
    Besok("tom-benk", "sak:benk", "stine", "/benk/"),
    Besok("tomme-kandidater", "kandidat:kandidater", "stine", "/kandidater/"),
    Besok("tomme-filer", "kandidat:filer", "stine", "/filer/"),
    Besok("tomme-gjennomganger", "kandidat:gjennomganger", "stine", "/gjennomganger/"),
    Besok("tomt-kontor", "kandidat:kontoret", "leif", "/kontoret/"),
    Besok("kontoret-uten-funn", "sak:funn", "leif", "/kontoret/204/"),
    *(Besok(*ett) for ett in RUNDEBESOK),
)

IKKE_SIDER: Final = {
    "kandidat:indikatorfil": "en fil som lastes ned",
    "omradeovervaking:fil": "rapporten, som prøves for seg i plattform/dokument",
    **{f"sak:{side}": "en fil som lastes ned" for side in ("brev", "klagebrev", "ett_brev", "invitasjonen", "soknaden", "soknadsskjema")},
    "design:galleri": "prøves for seg, i plattform/design",
    "design:galleri-feil": "prøves for seg, i plattform/design",
    "logg_ut": "tar bare imot POST",
    "rollekort": "tar bare imot POST",
    "design:sprak": "tar bare imot POST",
    "levende": "én linje tekst, for maskiner",
    "klar": "én linje tekst, for maskiner",
    "openid_connect_login": "sender videre til den som logger inn",
    "openid_connect_callback": "der den som logger inn, sender tilbake",
}
"""Names in ``SIDER`` that no person looks at, and why."""


def tilstand(folk: Besetning) -> dict[str, str]:
    """What the addresses are about: candidates and files of each kind. Makes what the history lacks."""
    from apper.kandidat.kontorfiler import filer, last_opp
    from skreddersom.apper.kandidat import handlinger, sporringer
    from skreddersom.apper.kandidat.models import Fil, Gjennomgang
    from skreddersom.plattform.tilgang.kontekst import som

    with som(folk.kontekst("vilde")) as vilde:
        mine = sporringer.kandidater(vilde).filter(veileder_id=vilde.ansatt).order_by("siste_vurdering__rang")
        uten = [str(pk) for pk in mine.filter(siste_utfall=None).values_list("pk", flat=True)]
        (avvist,) = last_opp(vilde, {"navneliste_med_feil.csv": b"fodselsnummer;navn\n123;Kari\n"})
        (navn, data), *_ = filer(antall=5, fro=9).items()
        venter = handlinger.ta_imot_fil(vilde, navn, data, i_bakgrunnen=False)
        i_gang = handlinger.start_gjennomgang(vilde, venter.tid.date(), i_bakgrunnen=False)
        funnet = {
            "ny": uten[0],
            "delt": uten[1],
            "ledig": str(sporringer.kandidater(vilde).filter(veileder_id=None)[0].pk),
            "tilbudt": str(mine.filter(siste_utfall__slag=Utfallsslag.TILBUDT)[0].pk),
            "klar": str(Fil.objects.filter(status="klar", slag="11F").order_by("-antall_funn")[0].pk),
            "ferdig": str(Gjennomgang.objects.filter(status="ferdig")[0].pk),
        }
        alle_utenfor = sporringer.utenfor(vilde).order_by("-pk")
        funnet["utenfor"] = str(alle_utenfor[0].pk)
        lag_indikatorer(vilde)
    funnet |= paa_veien(folk)
    funnet["person"] = _vern_og_innsyn(folk, funnet["tilbudt"])
    funnet |= saker(folk) | klager(folk) | runder(folk)
    return funnet | {"avvist": str(avvist.pk), "venter": str(venter.pk), "i_gang": str(i_gang.pk)}


def _vern_og_innsyn(folk: Besetning, kandidat: str) -> str:
    """Somebody is protected, somebody is too near, and a case is open to Fredrik; gives the id of the person it is about."""
    from datetime import timedelta

    from django.utils import timezone

    from skreddersom.apper.kandidat.models import Kandidat, Vurdering
    from skreddersom.plattform.tilgang import handlinger
    from skreddersom.plattform.tilgang.handlinger import NyttInnsyn
    from skreddersom.plattform.tilgang.kontekst import som
    from skreddersom.plattform.tilgang.roller import Gradering

    with som(folk.kontekst("adrian")) as adrian:
        skjermet, naer = Vurdering.objects.exclude(utenfor="").order_by("pk").values_list("person_id", flat=True)[:2]
        handlinger.meld_inhabil(adrian, folk["vilde"].ansatt_id, naer, "slekt")
        handlinger.skjerm(adrian, skjermet, Gradering.FORTROLIG)
    idag = timezone.localdate()
    with som(folk.kontekst("lena")) as lena:
        person = Kandidat.objects.get(pk=kandidat).person_id
        for til, grunn in ((7, "Klage på avslaget."), (0, "Tilsyn.")):
            handlinger.gi_innsyn(lena, NyttInnsyn(person, folk["fredrik"].ansatt_id, idag, idag + timedelta(days=til), grunn))
    return str(person)
