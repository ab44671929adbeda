"""What follows from the 11F rules: the legal pairs, the edges, the known district fault and what changed from 2025 to 2026."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from kjerne.kostra.kontroll.poster import kontrollert, personer, ssb, tenor
from skreddersom.kjerne.kostra.kontroll import Alvorlighet, Kontrollrapport, Regler
from skreddersom.kjerne.kostra.kontroll.ssb_11f import KONTROLLER_11F

Endring = Mapping[str, str | date]

ARBSIT = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10")
PAR = {  # x = ERROR, w = WARNING, . = no message, for ARBSIT 01 to 10
    "1": "..xxxxxxxx",
    "2": "xx.x..xxxx",
    "3": "..........",
    "4": "xx.xxxxxxx",
    "5": "w.......ww",
    "6": "xxxxxxxx.x",
    "7": "..........",
    "8": "xxxxxxxxx.",
    "9": "..........",
}
"""Statistics Norway's legal pairs of VKLO and ARBSIT."""
PARENE = [(vklo, arbsit, tegn) for vklo, rad in PAR.items() for arbsit, tegn in zip(ARBSIT, rad, strict=True)]

TO_HUNDRE: Endring = {"BIDRAG": "200", "BIDRAG_MARS": "200", "BIDRAG_APRIL": "", "BIDRAG_MAI": ""}
PENSJON: Endring = {"TRYGDESIT": "07", "VKLO": "3", "ARBSIT": "04"}
NAV = "15438512345"
"""A number of Nav's own synthetic kind (month + 40), whose age cannot be told."""
GRENSER: list[tuple[str, Endring, list[str]]] = [
    ("riktig record", {}, []),
    ("ulovlig kode gir to meldinger", {"KJONN": "9"}, ["K002", "K08"]),
    ("kode uten ledende null", {"ARBSIT": " 7"}, ["K002", "K21", "K25"]),
    ("00 i avkryssingsfelt", {"VILKARARBEID": "00"}, ["K002"]),
    ("nuller i valgfri dato", {"VEDTAKDATO": "00000000"}, ["K002"]),
    ("blank bidrag", {"BIDRAG": ""}, ["K002", "K27", "K31", "K36"]),
    ("blankt lån", {"LAAN": ""}, ["K002"]),
    ("fortegn og ledende nuller", {"BIDRAG": "+030000", "LAAN": "0000000"}, []),
    ("mellomrom inni tallet", {"BIDRAG": "30 000"}, ["K002", "K27", "K31", "K36"]),
    ("bare DUF er ikke nok", {"PERSON_FODSELSNR": "", "PERSON_DUF": "201017238203"}, ["K05", "K06"]),
    ("Nav-syntetisk gir bare ukjent alder", {"PERSON_FODSELSNR": NAV}, ["K05", "K06"]),
    ("Nav-syntetisk med alderspensjon", {"PERSON_FODSELSNR": NAV, "TRYGDESIT": "07"}, ["K05", "K06", "K23A"]),
    ("et Tenor-nummer som ender som hjelpenummer", {"PERSON_FODSELSNR": "27899500100"}, ["K06"]),
    ("200 kroner", TO_HUNDRE, ["K31"]),
    ("201 kroner", {**TO_HUNDRE, "BIDRAG": "201", "BIDRAG_MARS": "201"}, []),
    ("negativt bidrag dekket av lån", {**TO_HUNDRE, "BIDRAG": "-5", "BIDRAG_MARS": "-5", "LAAN": "300", "LAAN_MARS": "300"}, []),
    ("alderspensjon 03", {"TRYGDESIT": "07", "ARBSIT": "03", "PERSON_FODSELSNR": tenor(date(1960, 1, 1))}, []),
    *[(f"uføre {a}", {"TRYGDESIT": "04", "ARBSIT": a, "VKLO": "9"}, []) for a in ("02", "03", "04", "05", "06", "07")],
    *[(f"uføre {a}", {"TRYGDESIT": "04", "ARBSIT": a, "VKLO": "9"}, ["K24"]) for a in ("01", "08", "09", "10")],
    ("AAP uten registrering som hovedkilde", {"VKLO": "3", "TRYGDESIT": "11", "ARBSIT": "08"}, ["K24B"]),
]  # fmt: skip

KONTROLLERES_IKKE: list[tuple[str, Endring]] = [
    ("fødselsdato ulik fnr", {"FODSELSDATO": date(1990, 1, 1)}),
    ("fødselsdato i framtiden", {"FODSELSDATO": "01012030"}),
    ("fødselsdato 31.02", {"FODSELSDATO": "31021985"}),
    ("kjønn ulikt fnr", {"KJONN": "2"}),
    ("DUF med søppel", {"PERSON_DUF": "XXXX"}),
    ("tretten barn for en ugift", {"BU18": "1", "ANTBU18": "13"}),
    ("minus ett barn", {"ANTBU18": "-1"}),
    ("partners inntekt for en ugift", {"VKLO": "7"}),
    ("vilkår til partneren til en ugift", {"VILKARSAMEKT": "1"}),
    ("kryss uten beløp", {f"STMND_{m}": f"{m:02d}" for m in range(1, 13)}),
    ("beløp uten kryss", {"STMND_4": ""}),
    ("negativ måned med riktig sum", {"BIDRAG_MARS": "30000", "BIDRAG_APRIL": "-10000"}),
    ("sosialhjelp og AAP", {"TRYGDESIT": "11"}),
    ("sosialhjelp, AAP og ikke registrert", {"TRYGDESIT": "11", "ARBSIT": "08"}),
    ("annen inntekt og fulltidsarbeid", {"VKLO": "9", "ARBSIT": "01"}),
    ("AAP og KVP samtidig", {"VKLO": "3", "TRYGDESIT": "11", "ARBSIT": "10"}),
    ("til-dato før fra-dato", {"VILKARSOSLOV": "1", "UTBETDATO": "01052026", "UTBETTOMDATO": "01042019", "VILKARKURS": "17"}),
    ("dato 31.02", {"VILKARSOSLOV": "1", "UTBETDATO": "31022019", "UTBETTOMDATO": "31022019", "VILKARKURS": "17"}),
    ("ingen vilkår, men dato og type", {"UTBETDATO": "01052026", "VILKARKURS": "17"}),
    ("begge sanksjoner uten vilkår", {"SANKSJONRED": "01", "SANKSJONANDRE": "02"}),
    ("under 30 uten vilkår og unntak", {"PERSON_FODSELSNR": tenor(date(2005, 1, 1))}),
    ("begrunnelse uten dato", {"VEDTAKARB": "01", "VEDTAKAKT": "02", "VEDTAKHELSE": "03", "VEDTAKGRUNN": "04"}),
    ("unntak i et annet år", {"VEDTAKDATO": "01012019", "VEDTAKARB": "01"}),
]
ALLE = [*GRENSER, *[(navn, endret, []) for navn, endret in KONTROLLERES_IKKE]]


@pytest.fixture(scope="module")
def rapport(tmp_path_factory: pytest.TempPathFactory) -> Kontrollrapport:
    endringer: list[Endring] = [endret for _, endret, _ in ALLE]
    par: list[Endring] = [{"VKLO": vklo, "ARBSIT": arbsit, "TRYGDESIT": "01" if vklo == "3" else "12"} for vklo, arbsit, _ in PARENE]
    return kontrollert(tmp_path_factory.mktemp("regler"), personer("11F", 2026, [*endringer, *par]), "11F")


@pytest.mark.parametrize(("linje", "navn", "forventet"), [(nr, navn, ventet) for nr, (navn, _, ventet) in enumerate(ALLE, start=1)])
def test_akkurat_disse_meldingene(rapport: Kontrollrapport, linje: int, navn: str, forventet: list[str]) -> None:
    assert ssb(rapport, linje) == forventet, navn


@pytest.mark.parametrize(("linje", "vklo", "arbsit", "tegn"), [(nr, *par) for nr, par in enumerate(PARENE, start=len(ALLE) + 1)])
def test_lovlige_par_av_livsopphold_og_arbeidssituasjon(rapport: Kontrollrapport, linje: int, vklo: str, arbsit: str, tegn: str) -> None:
    ventet = {"1": "K15", "2": "K16", "4": "K17", "5": "K21", "6": "K18", "8": "K19"}
    assert ssb(rapport, linje) == ([] if tegn == "." else [ventet[vklo]]), (vklo, arbsit)
    grader = rapport.meldinger.filter((rapport.meldinger["linje"] == linje) & rapport.meldinger["kontroll"].str.starts_with("K1"))
    assert set(grader["alvorlighet"]) <= {"ERROR"}


def test_sosialhjelp_med_uventet_arbeidssituasjon_er_bare_en_advarsel(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11F", 2026, [{"KOMMUNE_NR": "0301", "BYDELSNR": "01", "ARBSIT": "01"}]), "11F", region="0301")
    assert (ssb(rapport), rapport.alvorlighet) == (["K21"], Alvorlighet.WARNING)


def test_bydelsfeilen_meldes_som_hos_ssb_men_sies_aa_vaere_kjent(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11F", 2026, [{}, {"KJONN": "9"}]), "11F")
    bydel = rapport.meldinger.filter(rapport.meldinger["tekst"].str.starts_with("BYDELSNR"))
    assert bydel.select("kontroll", "alvorlighet", "linje", "vaar").rows() == [("K002", "ERROR", 1, False), ("K002", "ERROR", 2, False)]
    assert bydel["tekst"].str.contains("kjent feil i SSBs regelsett. Ikke rett fila").all()
    assert rapport.merknader[0].startswith("2 av 4 meldinger er den kjente bydelsfeilen i SSBs regler for 2026. Den kan ikke rettes")
    assert rapport.alvorlighet is Alvorlighet.ERROR


def test_manglende_bydel_i_oslo_er_en_vanlig_feil(tmp_path: Path) -> None:
    rapport = kontrollert(tmp_path, personer("11F", 2026, [{"KOMMUNE_NR": "0301"}]), "11F", region="0301")
    assert rapport.merknader == ()
    assert rapport.meldinger["tekst"][0] == "BYDELSNR (posisjon 7–8) er obligatorisk, men blankt. Fyll det ut."


ENDRET: list[tuple[str, Endring, list[str], list[str]]] = [
    ("blanke felt", {"SAKSBEHANDLER": "", "BIDRAG_JAN": "X", "VILKARARBEID": "00"}, [], ["K002", "K002", "K002"]),
    ("ukjent alder", {"PERSON_FODSELSNR": NAV}, ["K05"], ["K05", "K06"]),
    ("trygd som ikke er hovedkilde", {"TRYGDESIT": "11"}, ["K20_A"], []),
    ("under utdanning på sosialhjelp", {"ARBSIT": "03"}, ["K21"], []),
    ("alderspensjon ved 59", {**PENSJON, "PERSON_FODSELSNR": "59"}, ["K22"], ["K23A"]),
    ("alderspensjon ved 60", {**PENSJON, "PERSON_FODSELSNR": "60"}, [], ["K23A"]),
    ("alderspensjon ved 62", {**PENSJON, "PERSON_FODSELSNR": "62"}, [], []),
    ("alderspensjon ved ukjent alder", {**PENSJON, "PERSON_FODSELSNR": NAV}, ["K05", "K22"], ["K05", "K06", "K23A"]),
    ("ulovlig trygdesituasjon", {"TRYGDESIT": "03"}, ["K20_A"], ["K002", "K22"]),
    ("overgangsstønad uten barn", {"TRYGDESIT": "05", "VKLO": "3"}, ["K23"], ["K23B"]),
    ("barnetrygd uten barn", {"TRYGDESIT": "13", "VKLO": "3"}, [], ["K23C"]),
    *[(f"uføre {a}", {"TRYGDESIT": "04", "VKLO": "3", "ARBSIT": a}, ["K24"], []) for a in ("03", "05", "06")],
    *[(f"uføre {a}", {"TRYGDESIT": "04", "VKLO": "3", "ARBSIT": a}, [], []) for a in ("02", "04", "07")],
    *[(f"uføre {a}", {"TRYGDESIT": "04", "VKLO": "3", "ARBSIT": a}, ["K24"], ["K24"]) for a in ("01", "08", "09", "10")],
]  # fmt: skip


def _i(aar: int, endret: Endring) -> Endring:
    """Two digits as fødselsnummer mean an age in the reporting year."""
    alder = str(endret.get("PERSON_FODSELSNR", ""))
    return {**endret, "PERSON_FODSELSNR": tenor(date(aar - int(alder), 6, 1))} if len(alder) == 2 else endret


@pytest.fixture(scope="module")
def etter_begge(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, Regler], Kontrollrapport]:
    """The same records in both years' files, controlled with both years' rules."""
    filer = {aar: personer("11F", aar, [_i(aar, endret) for _, endret, _, _ in ENDRET]) for aar in (2025, 2026)}
    valg: list[tuple[int, Regler]] = [(2025, 2025), (2025, 2026), (2026, 2025), (2026, 2026)]
    return {(aar, regler): kontrollert(tmp_path_factory.mktemp("x"), filer[aar], "11F", aar, regler=regler) for aar, regler in valg}


@pytest.mark.parametrize("aar", [2025, 2026])
@pytest.mark.parametrize(("linje", "navn", "i_2025", "i_2026"), [(nr, n, a, b) for nr, (n, _, a, b) in enumerate(ENDRET, start=1)])
def test_reglene_er_endret_fra_2025_til_2026(
    etter_begge: dict[tuple[int, Regler], Kontrollrapport], aar: int, linje: int, navn: str, i_2025: list[str], i_2026: list[str]
) -> None:
    assert ssb(etter_begge[aar, 2025], linje) == i_2025, navn
    assert ssb(etter_begge[aar, 2026], linje) == i_2026, navn


@pytest.mark.parametrize(("aar", "regler", "kontroller"), [(2025, None, 46), (2026, None, 48), (2025, 2026, 48), (2026, 2025, 46)])
def test_reglene_folger_aaret_om_ikke_annet_er_valgt(tmp_path: Path, aar: int, regler: Regler | None, kontroller: int) -> None:
    rapport = kontrollert(tmp_path, personer("11F", aar, [{}, {}]), "11F", aar, regler=regler)
    assert rapport.antall_kontroller == 2 * kontroller
    assert (rapport.alvorlighet is Alvorlighet.ERROR) == (kontroller == 48)


def test_en_agderfil_kan_bli_feilfri_etter_2025_reglene(tmp_path: Path) -> None:
    assert kontrollert(tmp_path, personer("11F", 2025, [{}, {}, {}]), "11F", 2025).meldinger.is_empty()


def test_tallet_paa_kontroller_i_regelsettene() -> None:
    ulike = {regler: len({(k.id, k.tittel) for k in tabell if k.id != "K002"}) for regler, tabell in KONTROLLER_11F.items()}
    assert ulike == {2025: 44, 2026: 45}
