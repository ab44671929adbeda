"""The letter as a file: what the law demands is on the paper, the PDF can be kept and read aloud, and is the same every time."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pypdf import PdfReader

from plattform.brev.brevene import DAG, data
from plattform.brev.papir import flat, overskrifter, paa_papiret
from skreddersom.kjerne.lov.brevkrav import Brevslag, Krav, Malform, krav_til
from skreddersom.plattform.brev.felt import UgyldigBrev
from skreddersom.plattform.brev.lag import _blokktekst, lag, malversjon
from skreddersom.plattform.brev.tekst import Brevtekst

if TYPE_CHECKING:
    from collections.abc import Iterator

MALFORMER: tuple[Malform, ...] = get_args(Malform)
ALLE = [(slag, malform) for slag in Brevslag for malform in MALFORMER]
UTENFOR_DELENE = {"hode", "hilsen"}


def svar(krav: Krav, tekst: Brevtekst) -> Iterator[str]:
    """The words in the letter that answer a demand."""
    yield from (ord_ for malform, ord_ in krav.ord if malform == tekst.malform)
    if not krav.hvis or tekst._sann(krav.hvis):
        for felt in (*krav.felt, *krav.ett_av):
            yield from (flat(ett) for ett in tekst._viste(felt) if ett not in ("True", "False"))


@pytest.mark.parametrize(("slag", "malform"), ALLE)
def test_alt_loven_krever_staar_paa_papiret_der_det_skal(slag: Brevslag, malform: Malform) -> None:
    tekst = Brevtekst(slag, malform, data(slag), DAG)
    papir = paa_papiret(lag(slag, malform, data(slag)).pdf)
    deler = {navn: flat("\n".join(map(_blokktekst, blokker))) for navn, blokker in tekst.deler()}
    for krav in krav_til(slag):
        for ord_ in svar(krav, tekst):
            assert ord_ in papir, (krav.id, ord_)
            assert krav.del_ in UTENFOR_DELENE or ord_ in deler[krav.del_], (krav.id, ord_)


@pytest.mark.parametrize(("slag", "malform"), ALLE)
def test_pdf_en_kan_tas_vare_paa_og_leses_opp(slag: Brevslag, malform: Malform) -> None:
    brev = lag(slag, malform, data(slag))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in brev.pdf
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in brev.pdf
    fil = PdfReader(io.BytesIO(brev.pdf))
    assert str(fil.root_object["/Lang"]) == f"{malform}-NO"
    assert fil.metadata is not None
    assert fil.metadata.title == brev.tittel
    assert fil.metadata.author == "Nav Bakken"


@pytest.mark.parametrize(("slag", "malform"), ALLE)
def test_teksten_ved_siden_av_er_den_samme_som_paa_papiret(slag: Brevslag, malform: Malform) -> None:
    brev = lag(slag, malform, data(slag))
    papir = paa_papiret(brev.pdf)
    for linje in brev.tekst.splitlines():
        for bit in re.split(": |, ", flat(linje).removeprefix("– ")):
            assert bit in papir, bit
    assert "[" not in brev.tekst


def test_den_som_hoerer_brevet_finner_tittelen_delene_og_vilkaarene_som_overskrifter() -> None:
    niva = overskrifter(lag(Brevslag.AVSLAG, "nb", data(Brevslag.AVSLAG)).pdf)
    assert niva == ["H1", *["H2"] * 4, *["H3"] * 3, *["H2"] * 6]


def test_de_samme_opplysningene_gir_de_samme_bytene() -> None:
    to = [lag(Brevslag.AVSLAG, "nb", data(Brevslag.AVSLAG)) for _ in range(2)]
    assert to[0] == to[1]
    assert to[0].sha256 != lag(Brevslag.AVSLAG, "nb", data(Brevslag.AVSLAG) | {"begrunnelse": "Noe annet."}).sha256


def test_malversjonen_er_den_samme_til_noen_endrer_en_tekst() -> None:
    assert malversjon() == malversjon()
    assert " typst " in malversjon()


def test_et_utkast_sier_at_det_er_et_utkast_og_hva_som_mangler() -> None:
    papir = paa_papiret(lag(Brevslag.AVSLAG, "nn", {"dato": DAG.isoformat()}, utkast=True).pdf)
    assert "Utkast – ikkje sendt" in papir
    assert "som vi fekk [Her manglar noko]" in papir


def test_et_ferdig_brev_sier_ikke_at_det_er_et_utkast() -> None:
    assert "Utkast" not in paa_papiret(lag(Brevslag.AVSLAG, "nb", data(Brevslag.AVSLAG)).pdf)


def test_uten_dato_blir_det_ikke_noe_brev() -> None:
    with pytest.raises(UgyldigBrev, match="ingen dato"):
        lag(Brevslag.AVSLAG, "nb", {})


@pytest.mark.parametrize(
    ("felt", "verdi", "sagt"),
    [
        ("begrunelse", "x", "ikke noe felt som heter «begrunelse»"),
        ("mottatt", "20.10.2026", "datoen slik: 2026-11-22"),
        ("mottatt", "2026-02-30", "datoen slik: 2026-11-22"),
        ("mottatt", "20261020", "datoen slik: 2026-11-22"),
        ("begrunnelse", 7, "Skriv tekst"),
        ("har_barn", "ja", "true eller false"),
        ("kontor", "Nav Bakken", "ikke noe felt som heter «kontor»"),
        ("referanse", "018406 99478", "ser ut som et fødselsnummer"),
        ("hilsen", [{"navn": "Vilde", "rolle": "sjef"}], "kan ikke være «sjef». Velg saksbehandler"),
        ("vilkar", [{"id": "flaks", "begrunnelse": "x"}], "kan ikke være «flaks». Velg alder, arbeidsevne"),
    ],
)
def test_en_feil_i_opplysningene_gir_setning_med_raad(felt: str, verdi: Any, sagt: str) -> None:
    with pytest.raises(UgyldigBrev, match=sagt):
        lag(Brevslag.AVSLAG, "nb", data(Brevslag.AVSLAG) | {felt: verdi})


@pytest.mark.parametrize("verdi", ["-1", "mange", "NaN", "Infinity", 7, None])
def test_et_belop_er_et_tall_fra_null_og_opp(verdi: Any) -> None:
    hel = data(Brevslag.INNVILGELSE)
    hel["stonad"] = hel["stonad"] | {"dag": verdi}
    if verdi is None:
        assert "[Her mangler noe] kroner per dag" in flat(lag(Brevslag.INNVILGELSE, "nb", hel).tekst)
        return
    with pytest.raises(UgyldigBrev, match="beløpet slik"):
        lag(Brevslag.INNVILGELSE, "nb", hel)


@pytest.mark.parametrize("verdi", [-1, True, float("inf"), "37,5"])
def test_timer_er_et_tall_fra_null_og_opp(verdi: Any) -> None:
    with pytest.raises(UgyldigBrev, match="et tall fra null og opp"):
        lag(Brevslag.INNVILGELSE, "nb", data(Brevslag.INNVILGELSE) | {"timer_uke": verdi})


def test_deltakerbeviset_er_ikke_til_noen_og_sier_ingenting_om_saken() -> None:
    papir = paa_papiret(lag(Brevslag.DELTAKERBEVIS, "nb", data(Brevslag.DELTAKERBEVIS)).pdf)
    assert "Prøveveien" not in papir
    assert "2026/1234" not in papir
    assert "Med vennlig hilsen" not in papir


def test_en_forlengelse_heter_noe_annet_enn_en_ny_innvilgelse() -> None:
    hel = data(Brevslag.INNVILGELSE) | {"gjelder": "forlengelse", "mottatt": ""}
    brev = lag(Brevslag.INNVILGELSE, "nb", hel)
    assert brev.tittel == "Du får fortsette i kvalifiseringsprogrammet"
    assert "innvilget søknaden" not in brev.tekst


def test_en_ansatt_uten_rolle_og_et_brev_uten_referanse_er_ingen_hindring() -> None:
    hel = data(Brevslag.FORHANDSVARSEL) | {"hilsen": [{"navn": "Vilde"}], "referanse": ""}
    tekst = lag(Brevslag.FORHANDSVARSEL, "nb", hel).tekst
    assert "\nVilde\n" in tekst
    assert "referanse:" not in tekst
