"""The report in words: every chapter in both norms, and what is missing is said."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from kjerne.omradeovervaking.runder import DEFINISJON, SVAR, paastand, rapport
from skreddersom.kjerne.dokument import Avsnitt, Dokument, Figur, Funn, Overskrift, Punkter, Tabell, Varsel
from skreddersom.kjerne.omradeovervaking.figur import fordelingsfigur
from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
from skreddersom.kjerne.omradeovervaking.utforming import utform
from skreddersom.kjerne.omradeovervaking.vedlegg import vedlegg
from skreddersom.kjerne.statistikk.intervall import wilson

HODE = "sporsmal;kontor;svar;kode;kodet_av;begrunnelse\n"
RIK = DEFINISJON.replace(
    "\n\n",
    '\ningress = "Kort"\navsender = "Statsforvalteren"\nrunde = "Høst"\nrekkefolge = "fra vest mot øst"\nutvalg = "alle"\n\n',
    1,
)
AVSNITT = '\n[[avsnitt]]\ndel = "{}"\ntekst = {{ nb = "Om {}", nn = "Om {} nn" }}\n'
OPPFOLGING = '\n[[oppfolging]]\nkontor = "Øst"\nsporsmal = "vanske"\nhvorfor = "Spør"\nansvarlig = "Kari"\nfrist = 2027-01-15\n'


def dokument(svar: str = SVAR, koder: str = "", definisjon: str | None = None, maalform: str = "nb") -> Dokument:
    return utform(rapport(svar, koder, definisjon), "nn" if maalform == "nn" else "nb", "prøve")


def av_slag(ut: Dokument, slag):  # type: ignore[no-untyped-def]
    return [blokk for blokk in ut.blokker if isinstance(blokk, slag)]


@pytest.mark.krav("R04", "R07")
def test_rapporten_har_alle_kapitlene_i_fast_rekkefolge() -> None:
    deler = "".join(AVSNITT.format(ett, ett, ett) for ett in ("bakgrunn", "resultat", "vurdering"))
    ut = dokument(definisjon=RIK + deler + paastand("To kontorer er som før.", del_="hovedfunn") + OPPFOLGING)
    assert [ett.tekst for ett in ut.overskrifter] == [
        *("Hovedfunn", "Bakgrunn", "Dette ble kontorene spurt om", "Hva svarene viser", "Alle svarene", "Vurdering", "Oppfølging"),
        "Slik er det gjort",
    ]
    assert (ut.overtekst, ut.ingress) == ("Statsforvalteren · Høst", "Kort")
    assert "fra vest mot øst, aldri etter hvem som er «best»" in str(ut.blokker)


def test_tomme_deler_har_ingen_overskrift() -> None:
    assert [ett.anker for ett in dokument().overskrifter] == ["spurt", "resultat", "matrise", "metode"]


@pytest.mark.krav("R07")
def test_oppfolging_uten_ansvarlig_eller_frist_sies() -> None:
    uten = OPPFOLGING.replace('ansvarlig = "Kari"\n', "")
    ut = dokument(definisjon=DEFINISJON + OPPFOLGING + uten)
    assert "ikke satt for 1 av 2" in str(av_slag(ut, Varsel))
    (tabell,) = [ett for ett in av_slag(ut, Tabell) if "følges opp" in ett.tekst]
    assert [celle.tekst for celle in tabell.rader[0]] == ["Øst", "«Eget team»", "Spør", "Kari", "15. januar 2027"]
    assert "ikke satt for" not in str(dokument(definisjon=DEFINISJON + OPPFOLGING).blokker)


@pytest.mark.krav("R40")
def test_matrisen_viser_koden_og_ordene_der_de_er_andre() -> None:
    (*_, matrise) = av_slag(dokument(definisjon=DEFINISJON), Tabell)
    assert [(celle.tekst, celle.ordrett) for celle in matrise.rader[0]] == [("Vest", ""), ("Uendret", "Som før"), ("Nei", "")]
    assert [(celle.tekst, celle.ordrett) for celle in matrise.rader[1]] == [
        ("Midt", ""),
        ("Utsatt", "Program utsatt"),
        ("Ikke besvart", ""),
    ]
    assert [(celle.tekst, celle.ordrett) for celle in matrise.rader[2]][2] == ("Ikke avklart", "Eget team")


@pytest.mark.parametrize(
    ("svar", "setning"),
    [
        ("K1;som før\nK2;Som før\n", "Alle som svarte, 2 av 2, har ordrett samme svar, «som før»"),
        ("K1;som før\nK2;uendret\n", "Alle som svarte, 2 av 2, har svar med samme kode, «Uendret»"),
        ("K1;som før\nK2;\n", "1 av 2 kontorer har svart"),
    ],
)
def test_en_kolonne_som_ikke_skiller_sies_med_ord_og_tegnes_ikke(svar: str, setning: str) -> None:
    ut = dokument(f"kontor;endring\n{svar}")
    assert setning in str(av_slag(ut, Varsel))
    assert av_slag(ut, Figur) == []


def test_figuren_har_en_alternativ_tekst_med_alle_tallene() -> None:
    figur = av_slag(dokument(definisjon=DEFINISJON), Figur)[0]
    assert figur.alt == "Stolper med én rute for hvert kontor. Endring: Uendret 2 av 3, Utsatt 1 av 3."
    rektangler = ET.fromstring(figur.svg).findall("{http://www.w3.org/2000/svg}rect")
    assert [ett.get("class") for ett in rektangler] == ["fylt", "fylt", "tom", "fylt", "tom", "tom"]


def test_figuren_taaler_mange_kontorer_og_tegn_som_betyr_noe_i_svg() -> None:
    rot = ET.fromstring(fordelingsfigur([("<b> & co", 200)], 357))
    assert rot.findtext("{http://www.w3.org/2000/svg}text") == "<b> & co"
    siste = rot.findall("{http://www.w3.org/2000/svg}rect")[-1]
    assert float(siste.get("x", "0")) + float(siste.get("width", "0")) <= 340


def test_en_figur_uten_alternativ_tekst_nektes() -> None:
    with pytest.raises(ValueError, match="mangler alternativ tekst"):
        Figur("<svg/>", " ", "x")


@pytest.mark.parametrize(
    ("utvalg", "setning"),
    [
        ("alle", "Alle 3 kontorer i området er spurt"),
        ("tilfeldig", "3 kontorer er trukket tilfeldig"),
        ("utplukket", "3 kontorer er plukket ut"),
        ("ikke oppgitt", "Det er ikke oppgitt om det er alle"),
    ],
)
def test_hvem_som_er_spurt_avgjor_hva_som_kan_sies_om_andre(utvalg: str, setning: str) -> None:
    ut = dokument(definisjon=DEFINISJON.replace("versjon", f'utvalg = "{utvalg}"\nversjon'))
    assert setning in str(ut.blokker)
    assert ("prosent" in str(av_slag(ut, Avsnitt)[1:])) is (utvalg == "tilfeldig")


def test_et_tilfeldig_utvalg_har_wilsons_grenser_i_prosent() -> None:
    lav, hoy = wilson(2, 3) or (0, 0)
    ut = dokument(definisjon=DEFINISJON.replace("versjon", 'utvalg = "tilfeldig"\nversjon'))
    assert f"Uendret {round(100 * lav)}–{round(100 * hoy)} prosent" in str(av_slag(ut, Avsnitt))


def test_det_noen_maa_se_paa_sies_i_rapporten() -> None:
    koder = f"{HODE}endring;Vest;;mye_utsatt;Kari;\nendring;Midt;;a;Kari;\nendring;Midt;;b;Ola;\nendring;Øst;;c;enighet;Snakket sammen.\n"
    (punkter,) = av_slag(dokument(koder=koder, definisjon=DEFINISJON), Punkter)
    assert punkter.punkter == (
        "1 av 6 ruter har ord som ikke er kodet: «Eget team».",
        "Koderne er uenige om 1 av 6 ruter, og de regnes som ikke avklart: Midt, Endring.",
        "1 av 6 ruter er ikke besvart.",
        "1 av 6 ruter har en kode som ordlista foreslår, og som ingen har bekreftet.",
        "Koder som ikke står i kodelista, og vises som de er skrevet: «mye_utsatt» og «c».",
        "Øst, Endring: koderne ble enige om «c». Snakket sammen.",
    )
    assert "Kodet av Kari og Ola." in str(dokument(koder=koder, definisjon=DEFINISJON).blokker)


def test_ukjente_ord_nevnes_en_gang_hver_og_resten_telles() -> None:
    svar = "kontor;a;b\n" + "".join(f"K{nr};svar {nr};Svar {nr}.\n" for nr in range(25))
    (punkter,) = av_slag(dokument(svar), Punkter)
    assert punkter.punkter[0].startswith("50 av 50 ruter har ord som ikke er kodet: «svar 0», «svar 1»,")
    assert punkter.punkter[0].endswith("«svar 19» og 5 andre svar.")


def test_tall_og_datoer_er_ikke_ord_som_skal_kodes() -> None:
    (punkter,) = av_slag(dokument("kontor;a;b\nVest;34;2026-10-13\nMidt;under 5;Som vi gjør\nØst;4,5;Ca. 34\n"), Punkter)
    assert punkter.punkter[0] == "2 av 6 ruter har ord som ikke er kodet: «Som vi gjør» og «Ca. 34»."


def test_samsvaret_vises_og_det_som_ikke_kan_beregnes_sies() -> None:
    koder = HODE + "".join(f"endring;{kontor};;a;{hvem};\n" for hvem in ("Kari", "Ola") for kontor in ("Vest", "Midt", "Øst"))
    (tabell,) = [ett for ett in av_slag(dokument(koder=koder, definisjon=DEFINISJON), Tabell) if "to kodere" in ett.tekst]
    assert [celle.tekst for celle in tabell.rader[0]] == ["Endring", "3 av 3", "1,00", "kan ikke beregnes"]


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_alle_faste_ord_finnes_i_begge_maalformer_og_ingen_klamme_staar_igjen(maalform: str) -> None:
    koder = f"{HODE}endring;Vest;;a;Kari;\nendring;Vest;;b;Ola;\n"
    r = rapport(SVAR, koder, RIK + paastand("Alle kontorene er som før.", del_="vurdering") + OPPFOLGING)
    ut = utform(r, "nn" if maalform == "nn" else "nb", "prøve")
    alt = str(ut.blokker) + str(vedlegg(r, ut))
    assert "{" not in alt
    assert ("kontorer" in alt) is (maalform == "nb")


def test_et_kontor_er_entall() -> None:
    assert Ordlyd("nb").kontorer(1) == "1 kontor"


def test_vedlegget_har_ordene_ordrett_og_hvor_koden_kommer_fra() -> None:
    r = rapport(SVAR.replace("Eget team", '" Eget  team"'), f"{HODE}endring;Midt;;utsatt;Kari;tydelig\n", DEFINISJON + OPPFOLGING)
    ark = {ett.navn: ett for ett in vedlegg(r, utform(r, "nb", "prøve"))}
    assert list(ark) == ["Matrise", "Svar", "Påstander", "Oppfølging", "Rettelser", "Kodeliste", "Om"]
    assert ark["Svar"].rader[2] == ("Midt", "Endring", "Program utsatt", "Utsatt", "én koder", "tydelig")
    assert ark["Svar"].rader[5] == ("Øst", "Vansker", " Eget  team", None, "ikke kodet", None)
    assert ark["Matrise"].rader[0] == ("Vest", "Uendret", "Nei")
    assert all(len(rad) == len(ett.kolonner) for ett in ark.values() for rad in ett.rader)


def test_en_sterkere_setning_er_merket_i_selve_rapporten() -> None:
    (ett,) = av_slag(dokument(definisjon=DEFINISJON + paastand("Alle kontorene er som før.", del_="hovedfunn")), Funn)
    assert (ett.framhevet, ett.forbehold[:31]) == (True, "Svarene bærer ikke setningen: «")


def test_overskriftene_kan_lenkes_til() -> None:
    assert all(ett.anker for ett in av_slag(dokument(), Overskrift) if ett.niva == 2)
