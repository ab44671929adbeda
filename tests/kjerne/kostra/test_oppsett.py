"""The layouts of 11F and 11CF, year by year."""

from itertools import pairwise
from typing import cast, get_args

import pytest

from kjerne.kostra.fasit import FELT_2026, START_11CF, START_11F
from skreddersom.kjerne.kostra.kommuner import AGDER, KOMMUNER
from skreddersom.kjerne.kostra.oppsett import AARGANGER, SKJEMAER, Felttype, Oppsett, Skjema, UkjentOppsett, oppsett

ALLE = [oppsett(skjema, aar) for skjema in SKJEMAER for aar in AARGANGER]
ID = [f"{o.skjema}-{o.aar}" for o in ALLE]


@pytest.mark.parametrize("layout", ALLE, ids=ID)
def test_feltene_dekker_recorden_uten_hull_og_uten_overlapp(layout: Oppsett) -> None:
    assert layout.felt[0].fra == 1
    assert layout.felt[-1].til == layout.lengde
    assert all(neste.fra == felt.til + 1 for felt, neste in pairwise(layout.felt))
    assert all(felt.lengde == felt.til - felt.fra + 1 >= 1 for felt in layout.felt)


@pytest.mark.parametrize("layout", ALLE, ids=ID)
def test_hvert_felt_har_eget_navn_kjent_type_innhold_og_koder_som_passer(layout: Oppsett) -> None:
    assert len(set(layout.navn)) == len(layout.felt)
    assert all(layout[felt.navn] is felt for felt in layout.felt)
    for felt in layout.felt:
        assert felt.type in get_args(Felttype)
        assert felt.innhold
        assert felt.lengde in {6, 8} or felt.type != "dato"
        assert {len(kode) for kode in felt.koder} <= {felt.lengde}
        assert all(tekst and tekst.strip() == tekst for tekst in felt.koder.values())


@pytest.mark.parametrize(
    ("skjema", "antall_og_lengde"),
    [
        ("11F", [(78, 324), (78, 324), (78, 324), (79, 338), (79, 338)]),
        ("11CF", [(54, 139), (53, 138), (52, 136), (53, 152), (53, 152)]),
    ],
)
def test_antall_felt_og_recordlengde_er_som_i_filbeskrivelsene(skjema: Skjema, antall_og_lengde: list[tuple[int, int]]) -> None:
    assert [(len(oppsett(skjema, aar).felt), oppsett(skjema, aar).lengde) for aar in AARGANGER] == antall_og_lengde


@pytest.mark.parametrize("skjema", SKJEMAER)
def test_hvert_felt_i_2026_har_plass_type_og_krav_som_i_filbeskrivelsen(skjema: Skjema) -> None:
    lest = [f"{f.navn}:{f.fra}{f.type[0]}{'*' if f.obligatorisk else ''}" for f in oppsett(skjema, 2026).felt]
    assert lest == FELT_2026[skjema].split()


def plasser(skjema: Skjema, navn: str) -> list[int]:
    layouter = [oppsett(skjema, aar) for aar in AARGANGER]
    return [layout[navn].fra if navn in layout else 0 for layout in layouter]


@pytest.mark.parametrize("navn", START_11F)
def test_11f_feltet_begynner_der_det_skal_hvert_aar(navn: str) -> None:
    tidlig, i_2024, sen = START_11F[navn]
    assert plasser("11F", navn) == [tidlig, tidlig, i_2024, sen, sen]


@pytest.mark.parametrize("navn", START_11CF)
def test_11cf_feltet_begynner_der_det_skal_hvert_aar(navn: str) -> None:
    i_2022, i_2023, i_2024, sen = START_11CF[navn]
    assert plasser("11CF", navn) == [i_2022, i_2023, i_2024, sen, sen]


def test_versjon_staar_i_posisjon_5_og_6_i_alle_skjema_og_aar() -> None:
    assert {(layout["VERSION"].fra, layout["VERSION"].til) for layout in ALLE} == {(5, 6)}


def test_2025_og_2026_har_samme_felt_bortsett_fra_tiltakspenger_som_skiftet_navn() -> None:
    assert oppsett("11F", 2025).felt == oppsett("11F", 2026).felt
    for gammelt, nytt in zip(oppsett("11CF", 2025).navn, oppsett("11CF", 2026).navn, strict=True):
        assert gammelt == nytt or (gammelt, nytt) == ("YTELSE_INDIVIDSTONAD", "YTELSE_TILTAKSPENGER")


def test_datoer_har_seks_tegn_til_og_med_2024_og_saa_aatte() -> None:
    for layout in ALLE:
        assert {felt.lengde for felt in layout.felt if felt.type == "dato"} == {6 if layout.aar <= 2024 else 8}


def test_11f_har_19_obligatoriske_felt_fra_2025_og_ingen_foer() -> None:
    assert [sum(felt.obligatorisk for felt in oppsett("11F", aar).felt) for aar in AARGANGER] == [0, 0, 0, 19, 19]


def test_barnetrygd_ble_en_egen_trygdekode_i_2024() -> None:
    koder = {aar: oppsett("11F", aar)["TRYGDESIT"].koder for aar in AARGANGER}
    assert "13" not in koder[2023]
    assert koder[2024]["13"] == "Barnetrygd"
    assert koder[2026]["11"] == "Arbeidsavklaringspenger"
    assert not {"03", "08"} & set(koder[2026])
    assert (koder[2023]["06"], koder[2024]["06"]) == ("Etterlattepensjon", "Omstillingsstønad/tidl. Etterlattepensjon")


def test_livsopphold_trygd_og_arbeid_har_ingen_kodeliste_i_2022() -> None:
    assert [len(oppsett("11F", 2022)[navn].koder) for navn in ("VKLO", "TRYGDESIT", "ARBSIT", "KJONN")] == [0, 0, 0, 2]
    assert [len(oppsett("11F", 2026)[navn].koder) for navn in ("VKLO", "TRYGDESIT", "ARBSIT", "KJONN")] == [9, 11, 10, 2]
    assert oppsett("11F", 2023)["VKLO"].koder["3"] == "Trygd/pensjon"
    assert oppsett("11F", 2024)["VKLO"].koder["3"] == "Trygd/stønad"


def test_avsluttet_etter_avbrudd_kom_i_2023() -> None:
    assert [list(oppsett("11CF", aar)["STATUS"].koder)[-1] for aar in AARGANGER] == ["6", "7", "7", "7", "7"]


def test_avkryssingsfelt_har_sin_ene_kode() -> None:
    assert [list(oppsett("11F", 2026)[f"STMND_{i}"].koder) for i in range(1, 13)] == [[f"{i:02}"] for i in range(1, 13)]
    assert list(oppsett("11F", 2026)["VILKARDIGPLAN"].koder) == ["19"]
    assert list(oppsett("11CF", 2026)["AVSL_UFORE"].koder) == ["13"]


def test_kodene_kan_ikke_endres_i_minnet() -> None:
    with pytest.raises(TypeError):
        cast("dict[str, str]", oppsett("11F", 2026)["KJONN"].koder)["3"] = "X"


def test_kommunelista_gjelder_feltet_for_forrige_kommune_fra_2024() -> None:
    assert oppsett("11CF", 2024)["KOMMNR_KVP_KOMM"].koder == KOMMUNER
    assert oppsett("11CF", 2023)["KOMMNR_KVP_KOMM"].koder == {}


def test_det_er_357_kommuner_og_uoppgitt() -> None:
    assert len(KOMMUNER) == 358
    assert KOMMUNER["9999"] == "Uoppgitt"
    assert KOMMUNER["4203"] == "Arendal"
    assert KOMMUNER["5538"] == "Storfjord - Omasvuotna - Omasvuono"
    assert "4242" not in KOMMUNER


def test_agder_har_25_kommuner() -> None:
    assert len(AGDER) == 25
    assert (AGDER[0], AGDER[-1]) == ("4201", "4228")
    assert not {"4208", "4209", "4210"} & set(AGDER)


@pytest.mark.parametrize(
    ("skjema", "aar", "raad"), [("11F", 2021, "fra 2022 til 2026"), ("11CF", 2027, "fra 2022 til 2026"), ("11X", 2026, "11F eller 11CF")]
)
def test_ukjent_skjema_eller_aar_gir_setning_med_raad(skjema: Skjema, aar: int, raad: str) -> None:
    with pytest.raises(UkjentOppsett, match=raad):
        oppsett(skjema, aar)
    with pytest.raises(KeyError):
        oppsett("11F", 2024)["FODSELSDATO"]
