"""The log in the Common Event Format, as receivers read it."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils import timezone

from plattform.logg.loggbase import innhold
from skreddersom.plattform.logg.cef import linje
from skreddersom.plattform.logg.dagbok import Formal, Handling, Notat, skriv
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.logg.uttrekk import Periode, som_cef
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from rollebesetning import Besetning

KONTOR = uuid4()


def felter(cef: str) -> dict[str, str]:
    """The extension as a receiver splits it: a name is a word before an equals sign that is not escaped."""
    hale = re.split(r"(?<!\\)\|", cef, maxsplit=7)[7]
    deler = re.split(r"(?:^| )(\w+)(?<!\\)=", hale)[1:]
    return dict(zip(deler[::2], deler[1::2], strict=True))


def rad(**endret: object) -> str:
    return linje("Nav Bakken", 7, json.loads(innhold(KONTOR, **endret)))


def test_hvem_hva_hvorfor_og_naar_staar_der_mottakeren_leter() -> None:
    person, sak = str(uuid4()), str(uuid4())
    lest = felter(rad(person=person, sak=sak, tid="2026-05-05T08:00:00.123456+00:00"))
    assert rad().startswith("CEF:0|Skreddersom|Skreddersom|")
    assert "|audit:access|Read personal data|3|" in rad()
    assert (lest["end"], lest["externalId"], lest["duid"]) == ("1777968000123", "7", person)
    assert (lest["flexString1"], lest["flexString2"], lest["cs1"], lest["cs2"]) == ("Permit", sak, "veileder", "Nav Bakken")
    assert (lest["cs4Label"], lest["cs4"]) == ("Purpose", "oppfolging")


def test_et_avslag_er_deny_og_mer_alvorlig() -> None:
    nektet = rad(tillatt=False, handling="endre", person=None)
    assert "|audit:update|Changed personal data|6|" in nektet
    assert felter(nektet)["flexString1"] == "Deny"
    assert "duid" not in felter(nektet)


def test_tegn_som_betyr_noe_i_formatet_blir_ikke_nye_felter() -> None:
    tekst = "a=b\\c|d\nflexString1=Deny\r"
    cef = rad(detalj=tekst)
    assert "\n" not in cef
    assert "\r" not in cef
    assert felter(cef)["flexString1"] == "Permit"
    assert felter(cef)["msg"] == "a\\=b\\\\c|d\\nflexString1\\=Deny\\r"


def test_uttrekket_tar_med_perioden_og_skriver_seg_selv_i_loggen(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        skriv(kontekst, [Notat(Handling.LES, person=uuid4()), Notat(Handling.SOK, formal=Formal.KARTLEGGING)])
    kontor, idag = folk.kontorer["Bakken"], timezone.now().date()
    assert [felter(cef)["suid"] for cef in som_cef(kontor, Periode(fra=idag))] == [str(folk["vilde"].ansatt_id)] * 2
    assert list(som_cef(kontor, Periode(til=date(2020, 1, 1)))) == []
    assert len(list(som_cef(kontor, Periode(idag, idag)))) == 4
    with som(folk.kontekst("lena")):
        siste = json.loads(Rad.objects.latest("nr").innhold)
    assert (siste["handling"], siste["rolle"], siste["detalj"]) == ("eksport", "system", f"cef {idag}/{idag}")


def test_et_fodselsnummer_kommer_aldri_inn_i_loggen(folk: Besetning) -> None:
    nummer = "01" + "81" + "9012345"
    with som(folk.kontekst("vilde")) as kontekst:
        skriv(kontekst, [Notat(Handling.SOK, detalj=f"søkte på {nummer}, {nummer[:6]} {nummer[6:]}", sak=f"x/{nummer}")])
        tekst = Rad.objects.get().innhold
    assert nummer not in tekst
    assert nummer[6:] not in tekst
    assert json.loads(tekst)["detalj"] == "søkte på [nummer], [nummer]"


def test_ids_med_bare_sifre_blir_staaende(folk: Besetning) -> None:
    sak = "00000000-1111-4222-8333-123456789012"
    with som(folk.kontekst("vilde")) as kontekst:
        skriv(kontekst, [Notat(Handling.LES, sak=sak, detalj="nul\0l")])
        rad = json.loads(Rad.objects.get().innhold)
    assert (rad["sak"], rad["detalj"]) == (sak, "null")
