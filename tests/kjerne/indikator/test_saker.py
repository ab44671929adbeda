"""What the cases tell on a day, and that it betrays nothing the files hide, nor what has changed since."""

from datetime import date, timedelta
from random import Random

import pytest

from kjerne.indikator.angrep import ANDELER, Angriper, panel
from skreddersom.kjerne.indikator.saker import FRA_SAKENE, Program, sammen, tell_saker, ved_fila
from skreddersom.kjerne.indikator.skjul import Linje, Tall, Telt, Vist, skjul

DAG = date(2026, 6, 15)
AAR = 2026


def program(person: str = "a", start: date = date(2026, 2, 1), slutt: date = date(2027, 1, 31), **mer: object) -> Program:
    felt = {"fodselsaar": 1990, "mottatt": date(2026, 1, 2), "vedtatt": date(2026, 1, 22), "barn": None, "fullfort": True} | mer
    return Program(person, start=start, slutt=slutt, **felt)  # type: ignore[arg-type]


def test_sakene_telles_med_de_samme_definisjonene_som_fila() -> None:
    telt = tell_saker(
        [
            program("ny", barn=2),
            program("ung", fodselsaar=2002, barn=0),
            program("fra i fjor", start=date(2025, 3, 1), slutt=date(2026, 2, 28)),
            program("avbrutt", start=date(2025, 9, 1), slutt=date(2026, 4, 1), fullfort=False, fodselsaar=None),
        ],
        DAG,
    )
    assert telt == {
        "deltakere": (4, 4),
        "nye": (2, 4),
        "vedtak_30": (2, 2),
        "dager_vedtak": (40, 2),
        "start_30": (2, 2),
        "dager_start": (20, 2),
        "under_25": (1, 3),
        "barn": (1, 2),
        "i_program": (2, 4),
        "fullfort": (1, 4),
        "avbrutt": (1, 4),
    }
    assert tuple(telt) == FRA_SAKENE


def test_den_som_ikke_har_begynt_eller_sluttet_i_fjor_er_ikke_deltaker() -> None:
    assert tell_saker([program(start=DAG + timedelta(days=1)), program("b", date(2025, 1, 1), date(2025, 12, 31))], DAG) == {}


def test_siste_dag_er_med_og_den_som_begynte_paa_nytt_er_en() -> None:
    telt = tell_saker([program(slutt=DAG), program(start=date(2025, 5, 1), slutt=date(2026, 1, 15), fullfort=False)], DAG)
    assert (telt["deltakere"], telt["i_program"], telt["avbrutt"]) == ((1, 1), (1, 1), (0, 1))


def test_datoer_i_feil_rekkefolge_sier_ingenting() -> None:
    telt = tell_saker([program(mottatt=date(2026, 3, 1), vedtatt=date(2026, 2, 20))], DAG)
    assert (telt["dager_vedtak"], telt["dager_start"]) == ((0, 0), (0, 0))


def test_kontorer_som_deler_en_kommune_staar_sammen() -> None:
    delt = sammen({"A": ["4201"], "B": ["4202"], "C": ["4203"], "D": ["4203", "4202"], "E": []})
    assert delt == {"A": "A", "B": "B", "C": "B", "D": "B", "E": "E"}


def sted(telt: Telt) -> dict[str, str]:
    return {nr: nr for rad in telt.values() for nr in rad}


def ved_siden_av(fil: Telt, saker: Telt) -> tuple[dict[Linje, Vist], dict[Linje, Vist]]:
    vist = skjul(fil)
    return vist, skjul(saker, ved=ved_fila(fil, vist, sted(saker)))


def test_det_fila_skjuler_vises_ikke_av_sakene() -> None:
    fil: Telt = {Linje("deltakere", AAR): {"4201": Tall(3, 3), "4202": Tall(9, 9), "4203": Tall(60, 60)}}
    saker: Telt = {Linje("deltakere", AAR): {"4201": Tall(30, 30), "4202": Tall(29, 29), "4203": Tall(80, 80)}}
    assert set(ved_siden_av(fil, saker)[1][Linje("deltakere", AAR)].enkelt) == {"4203"}


def test_noen_faa_flere_enn_i_fila_vises_ikke() -> None:
    fil: Telt = {Linje("deltakere", AAR): {"4201": Tall(30, 30), "4202": Tall(40, 40), "4203": Tall(50, 50)}}
    saker: Telt = {Linje("deltakere", AAR): {"4201": Tall(32, 32), "4202": Tall(40, 40), "4203": Tall(58, 58)}}
    fra_fil, fra_sak = ved_siden_av(fil, saker)
    assert len(fra_fil[Linje("deltakere", AAR)].enkelt) == 3
    assert fra_sak[Linje("deltakere", AAR)] == Vist({}, ("4201", "4202", "4203"), Tall(130, 130), Tall(130, 130))


def test_en_post_som_skiller_seg_fra_fila_med_noen_faa_vises_ikke() -> None:
    fil: Telt = {Linje("deltakere", AAR): {"4201": Tall(30, 30), "4202": Tall(40, 40)}}
    saker: Telt = {Linje("deltakere", AAR): {"4201": Tall(32, 32), "4202": Tall(40, 40)}}
    assert ved_siden_av(fil, saker)[1][Linje("deltakere", AAR)] == Vist({}, ("4201", "4202"), None, None)


def test_uten_fil_fra_den_ene_er_forskjellen_ikke_kjent() -> None:
    fil: Telt = {Linje("deltakere", AAR): {"4201": Tall(30, 30)}}
    saker: Telt = {Linje("deltakere", AAR): {"4201": Tall(32, 32), "4202": Tall(40, 40)}}
    assert ved_siden_av(fil, saker)[1][Linje("deltakere", AAR)].samlet == Tall(72, 72)


def smaa(telt: Telt) -> list[tuple[str, Linje, str]]:
    return [(navn, linje, kommune) for linje, rad in telt.items() for kommune, tall in rad.items() for navn in _hva(linje, tall)]


def _hva(linje: Linje, tall: Tall) -> list[str]:
    har = {"hvor mange": tall.nevner}
    if linje.indikator in ANDELER:
        har |= {"de som har det": tall.teller, "de andre": tall.nevner - tall.teller}
    return [navn for navn, antall in har.items() if 0 < antall < 5]


LEDD = {"hvor mange": ((1, 1),), "de som har det": ((0, 1),), "de andre": ((1, 1), (0, -1))}


def funnet(angriper: Angriper, telt: Telt) -> list[tuple[str, Linje, str]]:
    alle = smaa(telt)
    return [ett for ett in alle if angriper.kan_finne(*(((ett[1], ett[2], del_), tegn) for del_, tegn in LEDD[ett[0]]))]


def bare_sakenes(telt: Telt, aar: int) -> Telt:
    return {linje: rad for linje, rad in telt.items() if linje.aar == aar and linje.indikator in FRA_SAKENE}


@pytest.mark.krav("R05")
@pytest.mark.parametrize("fro", range(3))
@pytest.mark.parametrize("siste_fil", [2025, 2026], ids=["fila er fra i fjor", "fila er fra i år"])
def test_sakene_ved_siden_av_fila_roper_ingen_smaa_tall(fro: int, siste_fil: int) -> None:
    """The attacker knows that the cases and the file are of the very same persons."""
    terning = Random(fro)
    alt = panel(terning, terning.randint(3, 6), range(2024, 2027))
    fil = {linje: rad for linje, rad in alt.items() if linje.aar <= siste_fil}
    fra_fil, fra_sak = ved_siden_av(fil, bare_sakenes(alt, 2026))
    assert funnet(Angriper(fra_fil, fra_sak), {**fil, **bare_sakenes(alt, 2026)}) == []


def test_angrepet_finner_dem_naar_sakene_skjules_for_seg() -> None:
    """The attack bites: hidden without a look at the files, the cases give away what the files hide."""
    alt = panel(Random(6), 4, range(2025, 2027))
    fil, saker = ({linje: rad for linje, rad in alt.items() if linje.aar == 2025}, bare_sakenes(alt, 2026))
    assert funnet(Angriper(skjul(fil), skjul(saker)), fil | saker)
    assert not funnet(Angriper(*ved_siden_av(fil, saker)), fil | saker)


def med_flere(terning: Random, fil: Telt) -> Telt:
    """The cases some weeks after the file: as many more have begun as the dice say."""
    mer = {nr: terning.choice((0, 1, 3, 9)) for nr in fil[Linje("deltakere", AAR)]}
    har, antall = {"deltakere", "nye", "i_program"}, {"vedtak_30", "dager_vedtak"}
    return {
        linje: {nr: Tall(t.teller + mer[nr] * (linje.indikator in har | antall), t.nevner + mer[nr]) for nr, t in rad.items()}
        for linje, rad in bare_sakenes(fil, AAR).items()
    }


@pytest.mark.parametrize("fro", range(4))
def test_hva_noen_faa_har_gjort_siden_fila_kan_ikke_finnes(fro: int) -> None:
    terning = Random(fro)
    fil = panel(terning, 5, range(AAR, AAR + 1))
    saker = med_flere(terning, fil)
    fra_fil, fra_sak = ved_siden_av(fil, saker)
    angriper = Angriper(fra_fil, {Linje(linje.indikator, 3000): ett for linje, ett in fra_sak.items()})
    roper = [
        (linje, nr, del_)
        for linje, rad in saker.items()
        for nr, tall in rad.items()
        for del_ in ((0, 1) if linje.indikator in ANDELER else (1,))
        if 0 < abs(tall[del_] - fil[linje][nr][del_]) < 5
        and angriper.kan_finne(((Linje(linje.indikator, 3000), nr, del_), 1), ((linje, nr, del_), -1))
    ]
    assert roper == []
