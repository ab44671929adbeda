"""The components: what they draw, and what they refuse."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from skreddersom.plattform.design.hode import Menypunkt
from skreddersom.plattform.design.tegning import Maned, andel, stolper
from skreddersom.plattform.design.templatetags.design import er_under, tusener


def tegn(mal: str, adresse: str = "/", **kontekst: Any) -> str:
    """What a template with the components loaded becomes; blank space collapsed."""
    innhold = {"request": RequestFactory().get(adresse), **kontekst}
    return " ".join(Template("{% load i18n design %}" + mal).render(Context(innhold)).split())


class Skjema(forms.Form):
    navn = forms.CharField(label="Navn", help_text="Slik det står i folkeregisteret.")
    epost = forms.EmailField(label="E-post", required=False)
    maate = forms.ChoiceField(
        label="Måte", choices=[("samtale", "Samtale"), ("brev", "Brev <post>")], widget=forms.RadioSelect, help_text="Velg én."
    )
    lest = forms.BooleanField(label="Gjennomgått")
    kode = forms.CharField(widget=forms.HiddenInput, initial="k1")


def test_en_knapp_sender_skjemaet_og_tar_med_seg_htmx() -> None:
    assert tegn('{% knapp "Lagre" hx_post="/lagre/" %}') == (
        '<button class="ds-button" type="submit" data-variant="primary" hx-post="/lagre/">Lagre</button>'
    )


@pytest.mark.parametrize("mal", ['{% knapp "Lagre" style="color: red" %}', '{% lenkeknapp "Gå" "/" onclick="gaa()" %}'])
def test_innebygd_stil_og_skript_avvises(mal: str) -> None:
    with pytest.raises(ValueError, match="innebygd stil og skript er ikke lov"):
        tegn(mal)


@pytest.mark.parametrize(
    "mal", ['{% kort titel="Feil" %}{% endkort %}', '{% varsel fagre="info" %}{% endvarsel %}', "{% sidehode %}{% endsidehode %}"]
)
def test_et_navn_som_er_skrevet_feil_stopper_malen(mal: str) -> None:
    with pytest.raises(Exception, match="argument"):
        Template("{% load design %}" + mal)


def test_sidens_egne_verdier_lekker_ikke_inn_i_en_komponent() -> None:
    assert "hemmelig" not in tegn('{% kort %}x{% endkort %}{% knapp "Lagre" %}', tittel="hemmelig", farge="hemmelig")


@pytest.mark.parametrize(
    "mal", ["{% knapp ondt %}", "{% merke ondt %}", "{% sidehode ondt %}{% endsidehode %}", "{% kort ondt %}{{ ondt }}{% endkort %}"]
)
def test_tekst_fra_folk_blir_aldri_til_kode(mal: str) -> None:
    assert "<script" not in tegn(mal, ondt="<script>alert()</script>")


@pytest.mark.parametrize(("svar", "ord_"), [("ja", "Ja"), ("NEI", "Nei"), ("Ukjent", "Ukjent")])
def test_svaret_paa_et_vilkar_staar_med_ord(svar: str, ord_: str) -> None:
    assert f">{ord_}</span>" in tegn("{% svarmerke svar %}", svar=svar)


def test_et_felt_er_bundet_til_ledetekst_hjelp_og_feil() -> None:
    html = tegn("{% felt skjema.navn %}", skjema=Skjema({}))
    assert '<label class="ds-label" for="id_navn">Navn</label>' in html
    assert 'id="id_navn_helptext"' in html
    assert 'id="id_navn_error"' in html
    assert 'aria-describedby="id_navn_helptext id_navn_error"' in html
    assert 'aria-invalid="true"' in html


def test_det_valgfrie_merkes_og_det_paakrevde_ikke() -> None:
    assert "(valgfritt)" in tegn("{% felt skjema.epost %}", skjema=Skjema())
    assert "(valgfritt)" not in tegn("{% felt skjema.navn %}", skjema=Skjema())


def test_radioknapper_samles_i_en_gruppe_med_hjelp_og_feil() -> None:
    html = tegn("{% felt skjema.maate %}", skjema=Skjema({}))
    assert '<fieldset class="ds-fieldset" id="id_maate" aria-describedby="id_maate_helptext id_maate_error">' in html
    assert html.count('type="radio"') == html.count('class="ds-input"') == 2
    assert '<label class="ds-label" for="id_maate_1">Brev &lt;post&gt;</label>' in html


def test_det_som_er_valgt_staar_valgt_ogsaa_etter_en_feil() -> None:
    html = tegn("{% felt skjema.maate %}", skjema=Skjema({"maate": "brev"}))
    valgt = [inndata for inndata in re.findall("<input[^>]*>", html) if " checked" in inndata]
    assert len(valgt) == 1
    assert 'value="brev"' in valgt[0]


def test_avkryssing_har_ledeteksten_etter_ruta() -> None:
    html = tegn("{% felt skjema.lest %}", skjema=Skjema())
    assert html.index('type="checkbox"') < html.index("<label")


def test_skjulte_felt_faar_ingen_ledetekst() -> None:
    assert tegn("{% felt skjema.kode %}", skjema=Skjema()) == '<input type="hidden" name="kode" value="k1" id="id_kode">'


def test_feiloppsummeringen_tar_fokus_og_viser_vei_til_hvert_felt() -> None:
    html = tegn("{% feiloppsummering skjema %}", skjema=Skjema({"kode": "k1", "epost": "ikke en adresse"}))
    assert "autofocus" in html
    assert [f'href="#id_{navn}"' in html for navn in ("navn", "epost", "maate", "lest")] == [True] * 4


def test_uten_feil_er_det_ingen_oppsummering() -> None:
    assert tegn("{% feiloppsummering skjema %}", skjema=Skjema()) == ""


KOLONNE = '{% kolonne "Navn" "navn" gjeldende=na %}'


@pytest.mark.parametrize(
    ("na", "aria", "neste"),
    [("alder", "none", "navn"), ("navn", "ascending", "-navn"), ("-navn", "descending", "navn")],
)
def test_kolonnehodet_sier_hvordan_lista_er_ordnet_og_snur_den(na: str, aria: str, neste: str) -> None:
    html = tegn(KOLONNE, na=na)
    assert f'aria-sort="{aria}"' in html
    assert f'href="?sorter={neste}"' in html


def test_sortering_beholder_filteret_og_begynner_paa_forste_side() -> None:
    assert 'href="?status=ny&amp;sorter=navn"' in tegn(KOLONNE, "/?status=ny&side=4", na="alder")


def bla(nummer: int, antall: int = 187, adresse: str = "/") -> str:
    return tegn("{% sidevalg side %}", adresse, side=Paginator(range(antall), 20).page(nummer))


def test_sidevalget_beholder_filter_og_sortering() -> None:
    assert 'href="?status=ny&amp;sorter=-navn&amp;side=3"' in bla(2, adresse="/?status=ny&sorter=-navn&side=2")


def test_forste_side_har_ingen_forrige_og_siste_ingen_neste() -> None:
    assert 'rel="prev"' not in bla(1)
    assert 'rel="next"' not in bla(10)
    assert 'rel="prev"' in bla(10)


def test_en_side_trenger_ikke_sidevalg() -> None:
    assert bla(1, antall=20) == ""


def test_visningen_sier_hvor_mye_filteret_skjuler_og_tier_naar_det_ikke_skjuler_noe() -> None:
    assert "Viser 20 av 187 kandidater. <strong>12 er skjult" in tegn('{% visning 20 187 "kandidater" skjult_av_filter=12 %}')
    assert "skjult" not in tegn('{% visning 20 187 "kandidater" %}')


def test_brodsmulene_ender_der_en_er() -> None:
    html = tegn('{% brodsmuler "Kandidater" "/kandidater/" "Ola Testesen" %}')
    assert '<a class="ds-link" href="/kandidater/">Kandidater</a>' in html
    assert '<span aria-current="page">Ola Testesen</span>' in html


def test_bare_den_apne_fanen_er_merket_og_null_er_ogsaa_et_antall() -> None:
    punkter = [Menypunkt("Forfalt", "/a/", 0), Menypunkt("Senere", "/b/")]
    html = tegn('{% faner punkter "/b/" "Saker" %}', punkter=punkter)
    assert html.count("aria-current") == 1
    assert '<a href="/b/" aria-current="page">Senere</a>' in html
    assert '<span class="antall">0</span>' in html


@pytest.mark.parametrize(
    ("adresse", "forelder", "under"),
    [
        ("/kandidater/", "/kandidater/", True),
        ("/kandidater/17/", "/kandidater/", True),
        ("/kandidaterne/", "/kandidater/", False),
        ("/kandidater/", "/", False),
        ("/", "/", True),
    ],
)
def test_menyen_viser_hvor_en_er_ogsaa_paa_undersidene(adresse: str, forelder: str, *, under: bool) -> None:
    assert er_under(adresse, forelder) is under


@pytest.mark.parametrize(("verdi", "vist"), [(None, "Ikke registrert"), ("", "Ikke registrert"), (0, "0"), ("34 år", "34 år")])
def test_en_opplysning_som_mangler_sier_det_og_null_er_et_svar(verdi: object, vist: str) -> None:
    assert vist in tegn('{% opplysning "Barn" verdi %}', verdi=verdi)


def maneder(tegnrekke: str) -> list[Maned]:
    return [Maned(date(2025, nr, 1), {"1": True, "0": False, "?": None}[ett]) for nr, ett in enumerate(tegnrekke, 1)]


def test_maanedene_kan_leses_uten_aa_se_dem() -> None:
    html = tegn("{% maanedsstolpe maneder %}", maneder=maneder("10?"))
    assert "<title>Sosialhjelp i 1 av 3 måneder</title>" in html
    assert "<desc>januar 2025: Ja. februar 2025: Nei. mars 2025: Ukjent. </desc>" in html


def test_ja_nei_og_ukjent_har_hver_sin_hoyde() -> None:
    assert len({stolpe.hoyde for stolpe in stolper(maneder("10?"))}) == 3


def test_tabellen_bak_maanedene_er_et_trykk_unna() -> None:
    html = tegn("{% maanedsstolpe maneder tabell=True %}", maneder=maneder("10?"))
    assert "<td>mars 2025</td><td>Ukjent</td>" in html
    assert "<details" in html


def test_andelen_staar_i_tall_ogsaa_med_usikkerheten() -> None:
    html = tegn("{% andel 12 40 0.18 0.45 %}")
    assert "<strong>12 av 40</strong>" in html
    assert "30 prosent, trolig mellom 18 og 45" in html


@pytest.mark.parametrize(
    ("lav", "hoy", "vist"), [(0.0, 0.0017, "mellom 0 og 1"), (0.29, 0.58, "mellom 29 og 58"), (0.914, 1.0, "mellom 91 og 100")]
)
def test_usikkerheten_rundes_utover(lav: float, hoy: float, vist: str) -> None:
    assert vist in tegn("{% andel 0 2205 lav hoy %}", lav=lav, hoy=hoy)


def test_ingen_av_ingen_er_ikke_null_prosent() -> None:
    html = tegn("{% andel 0 0 %}")
    assert "0 av 0" in html
    assert "prosent" not in html
    assert "<svg" not in html


@pytest.mark.parametrize(("k", "n", "lav", "hoy"), [(0, 40, 0.0, 0.09), (40, 40, 0.91, 1.0), (12, 40, None, None)])
def test_tegningen_holder_seg_innenfor_skalaen(k: int, n: int, lav: float | None, hoy: float | None) -> None:
    tegning = andel(k, n, lav, hoy)
    assert tegning is not None
    assert 0 <= tegning.fra <= tegning.punkt <= 100
    assert tegning.bredde >= 1


def test_tall_i_tegninger_har_punktum_ogsaa_paa_norsk() -> None:
    assert 'x="12.5"' in tegn("{% andel 1 8 0.125 0.5 %}")


@pytest.mark.parametrize(
    ("tall", "vist"), [(7, "7"), (999, "999"), (1000, "1\u00a0000"), (1234567, "1\u00a0234\u00a0567"), (-12345, "-12\u00a0345"), ("–", "–")]
)
def test_store_tall_leses_i_grupper_paa_tre_som_ikke_brytes(tall: object, vist: str) -> None:
    assert tusener(tall) == vist


def test_tallene_i_komponentene_er_i_grupper() -> None:
    html = tegn('{% visning 25 12345 "kandidater" skjult_av_filter=1000 %}{% andel 1200 54321 %}')
    for vist in ("12 345 kandidater", "1 000 er skjult", "1 200 av 54 321"):
        assert vist in html
