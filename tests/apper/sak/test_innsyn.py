"""Innsyn: the party's whole case in one file, less what the law withholds; and it is kept that it was given out."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4
from zipfile import ZipFile

import polib
import pytest
from django.utils import translation
from pypdf import PdfReader

from apper.sak.klagen import lag_klage
from apper.sak.saken import IDAG
from oversettelser import KODE
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.models import Egenvurdering, Hendelse, Maate, Slag, Tilbakehold, Utlevering
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from apper.sak.saken import Saken
    from rollebesetning import Besetning


@pytest.fixture
def saken(folk: Besetning) -> Saken:
    """Per has been granted a programme, and has complained."""
    klagen = lag_klage(folk)
    klagen.gjor_klar()
    varslet(klagen.saken)
    return klagen.saken


def varslet(saken: Saken) -> None:
    """The office considers to stop the payment, and Per has answered."""
    gjelder = saken.behandling().vedtak.pk
    saken.behandling_id = UUID(saken.i_saken("vilde", h.apne_behandling, Slag.STANS, gjelder).data["behandling"])
    innhold = h.Varselinnhold("Du møtte ikke.", "Stønaden gis for tida du deltar.", IDAG + timedelta(days=14), None, ("Veien 1",))
    saken.gjor("vilde", h.varsle, innhold)
    saken.gjor("vilde", h.registrer_uttalelse, h.Uttalt(IDAG, Maate.SAMTALE, "Jeg har vært innlagt."))


def gi(saken: Saken, navn: str = "vilde", nokkel: Any = None, **tilbake: Tilbakehold) -> ZipFile:
    """``navn`` gives the case out, less the rows in ``tilbake``."""
    with som(saken.folk.kontekst(navn)) as hvem:
        rader = {sted.replace("__", "/").replace("_", "-"): grunn for sted, grunn in tilbake.items()}
        return ZipFile(BytesIO(h.gi_innsyn(hvem, saken.sak_id, nokkel or uuid4(), rader).innhold))


def egenvurdering(saken: Saken) -> str:
    with som(saken.folk.kontekst("lena")):
        return f"egenvurdering__{Egenvurdering.objects.get().pk}".replace("-", "_")


def ordene(fil: ZipFile) -> tuple[str, str]:
    """The words of the PDF, and the JSON as text."""
    pdf = " ".join(side.extract_text() for side in PdfReader(BytesIO(fil.read("saken.pdf"))).pages)
    return " ".join(pdf.split()), fil.read("saken.json").decode()


def test_fila_har_alt_partens_og_brevene(saken: Saken) -> None:
    fil = gi(saken)
    pdf, tekst = ordene(fil)
    for ord_ in (
        "Jeg vil arbeide i butikk.",
        "Praksis i butikk",
        "samtale med søkeren",
        "Jeg trenger to år.",
        "Jeg har vært innlagt.",
        "Opplysning om fast bopel i Norge",
        "Kvalitetssikret av en annen",
    ):
        assert ord_ in pdf
        assert ord_ in tekst
    deler = json.loads(tekst)["deler"]
    assert [navn for navn, del_ in deler.items() if not del_["rader"]] == []
    assert [navn for navn in fil.namelist() if navn.startswith("brev/innvilgelse-")]


def test_utkast_er_ikke_med_for_de_er_gaatt_ut(saken: Saken) -> None:
    assert "Vedtaket kan ikke gjelde mer enn ett år om gangen." not in "".join(ordene(gi(saken)))


def test_pdf_en_er_laget_for_arkivet_og_for_dem_som_ikke_ser(saken: Saken) -> None:
    merket = gi(saken).read("saken.pdf")
    assert b"pdfaid" in merket
    assert b"pdfuaid" in merket


def test_det_som_holdes_tilbake_er_borte_fra_begge_og_fila_sier_hvor_mye_og_hvorfor(saken: Saken) -> None:
    pdf, tekst = ordene(gi(saken, **{egenvurdering(saken): Tilbakehold.TREDJEPERSON}))
    assert "Jeg vil arbeide i butikk." not in pdf + tekst
    assert "1 rad er holdt tilbake" in pdf
    assert "forvaltningsloven § 19" in pdf
    assert json.loads(tekst)["deler"]["egenvurdering"]["holdt_tilbake"][0]["hjemmel"] == "forvaltningsloven § 19"


def test_et_brev_som_holdes_tilbake_er_heller_ikke_i_fila(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        from skreddersom.plattform.brev.models import Brev

        brev = Brev.objects.get(slag="innvilgelse")
    fil = gi(saken, **{f"brev__{brev.pk}".replace("-", "_"): Tilbakehold.INTERNT})
    assert [navn.partition("-")[0] for navn in fil.namelist() if navn.startswith("brev/")] == ["brev/forhandsvarsel", "brev/kvittering"]


def test_ansatte_er_ikke_nevnt_ved_navn_i_radene(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "viggo").get(f"/sak/{saken.sak_id}/")
    saken.folk.logg_inn(client, "kjersti").get(f"/sak/{saken.sak_id}/")
    pdf, tekst = ordene(gi(saken))
    assert "Kvalitetssikrer" in pdf
    for navn in ("Vilde", "Kjersti", "Bjorg", "Lena"):
        assert navn not in pdf + tekst


def test_utleveringen_er_husket_og_staar_i_loggen(saken: Saken) -> None:
    gi(saken, **{egenvurdering(saken): Tilbakehold.HENSYN})
    with som(saken.folk.kontekst("lena")):
        assert list(Utlevering.objects.get().tilbakeholdt.values()) == ["hensyn"]
        assert Hendelse.objects.filter(slag="innsyn").count() == 1
        siste = Rad.objects.filter(handling="eksport").latest("nr")
        assert "utlevering til parten" in siste.innhold
        assert siste.person_id == saken.person_id


def test_det_samme_skjemaet_er_en_utlevering(saken: Saken) -> None:
    nokkel = uuid4()
    assert gi(saken, nokkel=nokkel).namelist() == gi(saken, nokkel=nokkel).namelist()
    with som(saken.folk.kontekst("lena")):
        assert Utlevering.objects.count() == 1


@pytest.mark.parametrize("navn", ["kjersti", "bjorg"])
def test_bare_lederen_og_den_som_har_saken_gir_innsyn(saken: Saken, navn: str) -> None:
    with pytest.raises(h.Stengt, match="lederen eller den som har saken"):
        gi(saken, navn)
    assert "saken.pdf" in gi(saken, "lena").namelist()


def test_en_rad_som_ikke_finnes_eller_ikke_kan_holdes_tilbake_nektes(saken: Saken) -> None:
    with som(saken.folk.kontekst("lena")):
        hendelse = Hendelse.objects.first()
    assert hendelse is not None
    for rad in ("faktum__borte", f"hendelse__{hendelse.pk}".replace("-", "_")):
        with pytest.raises(Brukerfeil, match="Last den på nytt"):
            gi(saken, **{rad: Tilbakehold.INTERNT})


def test_siden_lager_fila_og_navnet_paa_den_sier_ikke_hvem(saken: Saken, client: Client) -> None:
    saken.folk.logg_inn(client, "vilde")
    sted = f"/sak/{saken.sak_id}/innsyn/"
    svar = client.get(sted)
    assert "Jeg vil arbeide i butikk." in svar.content.decode()
    nokkel = svar.context["skjema"]["nokkel"].value()
    svar = client.post(sted, {"nokkel": str(nokkel)})
    assert svar.headers["Content-Type"] == "application/zip"
    assert "Per" not in svar.headers["Content-Disposition"]
    tekst = client.post(sted, {"nokkel": str(uuid4()), "hold:egenvurdering/x": "fordi"}, follow=True).content.decode()
    assert "Velg en grunn fra lista." in tekst


def test_nynorsk_sak_gir_nynorsk_fil(saken: Saken) -> None:
    from skreddersom.apper.sak.models import Malform

    saken.i_saken("vilde", h.velg_malform, Malform.NYNORSK)
    pdf, _tekst = ordene(gi(saken))
    assert "Saka di om kvalifiseringsprogram" in pdf


def skrevet(verdi: Any) -> Iterator[str]:
    """Every word in the JSON that is read by people: titles, headings and what stands in the fields; not the ids."""
    if isinstance(verdi, dict):
        for navn, mer in verdi.items():
            yield from skrevet(mer) if navn != "id" else ()
            yield from (navn,) if navn[:1].isupper() else ()
    elif isinstance(verdi, list):
        yield from (ett for mer in verdi for ett in skrevet(mer))
    elif isinstance(verdi, str):
        yield from (verdi, *verdi.split(", "), *verdi.split(": "))


def bokmaal(fil: ZipFile) -> set[str]:
    """What the program itself has written in the file, that has another wording in nynorsk."""
    nynorsk = {ett.msgid: ett.msgstr for po in sorted(KODE.glob("*/*/locale/nn/LC_MESSAGES/django.po")) for ett in polib.pofile(str(po))}
    return {ett for ett in skrevet(json.loads(fil.read("saken.json"))) if nynorsk.get(ett, ett) not in ("", ett)}


def test_fila_er_paa_sakens_maalform_ogsaa_naar_den_som_lager_den_bruker_den_andre(saken: Saken) -> None:
    with translation.override("nb"):
        assert "Barna i husstanden vurdert" in bokmaal(gi(saken))
        saken.i_saken("vilde", h.velg_malform, "nn")
        fil = gi(saken, **{egenvurdering(saken): Tilbakehold.HENSYN})
    assert bokmaal(fil) == set()
    pdf, tekst = ordene(fil)
    for ord_ in ("forvaltningslova § 18", "forvaltningslova § 19", "er halden tilbake", "37,5", "Timar i veka"):
        assert ord_ in pdf
    for ord_ in ("forvaltningsloven", "opplysningene kontoret", "37.50"):
        assert ord_ not in pdf + tekst
