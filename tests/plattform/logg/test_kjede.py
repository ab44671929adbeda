"""The chain is made by the database, and nobody who works through the program can make it otherwise."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest

from plattform.logg.loggbase import SETT_INN, Loggbase, innhold
from skreddersom.plattform.logg.kjede import neste_hash, start

Rad = tuple[int, bytes, str]


def rader(base: Loggbase, kontor: UUID) -> list[Rad]:
    with base.som(kontor) as kobling:
        return kobling.execute("select nr, hash, innhold from logg_rad order by nr").fetchall()


def henger_sammen(kontor: UUID, rader: list[Rad]) -> bool:
    ledd = start(kontor).hash
    for ventet, (nr, hash_, tekst) in enumerate(rader, 1):
        ledd = neste_hash(ledd, nr, tekst.encode())
        if (nr, hash_) != (ventet, ledd):
            return False
    return True


def test_databasen_regner_kjeden_slik_verifiseringen_gjor(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 3)
    with loggbase.som(kontor) as kobling:
        kobling.execute(SETT_INN, [kontor, innhold(kontor, detalj='æøå «\\n» "tid":"1"\n')])
    assert [rad[0] for rad in rader(loggbase, kontor)] == [1, 2, 3, 4]
    assert henger_sammen(kontor, rader(loggbase, kontor))


def test_to_som_skriver_samtidig_faar_hver_sin_plass(loggbase: Loggbase) -> None:
    kontor, klar = loggbase.kontor(), Barrier(4)

    def skriv(_: int) -> None:
        with loggbase.som(kontor) as kobling:
            klar.wait()
            for _nr in range(25):
                kobling.execute(SETT_INN, [kontor, innhold(kontor)])
                kobling.commit()

    with ThreadPoolExecutor(4) as skrivere:
        list(skrivere.map(skriv, range(4)))
    assert len(rader(loggbase, kontor)) == 100
    assert henger_sammen(kontor, rader(loggbase, kontor))


def test_den_som_angrer_etterlater_ikke_hull(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 1)
    with loggbase.som(kontor) as kobling:
        kobling.execute(SETT_INN, [kontor, innhold(kontor)])
        kobling.rollback()
    loggbase.fyll(kontor, 1)
    assert henger_sammen(kontor, rader(loggbase, kontor))


def test_nummer_og_hash_som_sendes_med_blir_ikke_hort_paa(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    with loggbase.som(kontor) as kobling:
        kobling.execute("insert into logg_rad (kontor_id, nr, hash, innhold) values (%s, 7, 'x', %s)", [kontor, innhold(kontor)])
    assert henger_sammen(kontor, rader(loggbase, kontor))


@pytest.mark.parametrize(
    "setning",
    [
        "update logg_rad set innhold = innhold",
        "delete from logg_rad",
        "truncate logg_rad",
        "update logg_hode set nr = 0",
        "delete from logg_hode",
        "insert into logg_hode values (gen_random_uuid(), 1, '')",
        "alter table logg_rad disable trigger user",
        "set session_replication_role = replica",
        "drop trigger logg_kjed on logg_rad",
        "create table public.min (kontor_id uuid)",
        "update django_migrations set name = ''",
    ],
)
def test_programmet_faar_ikke_rore_det_som_staar(loggbase: Loggbase, setning: str) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 1)
    with (
        pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.IntegrityConstraintViolation)),
        loggbase.som(kontor) as kobling,
    ):
        kobling.execute(setning)


def test_kjedens_funksjon_kan_ikke_henges_paa_en_annen_tabell(loggbase: Loggbase) -> None:
    with loggbase.som(loggbase.kontor()) as kobling:
        kobling.execute("create temp table falsk (kontor_id uuid, nr bigint, hash bytea, innhold text)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            kobling.execute("create trigger t before insert on falsk for each row execute function public.logg_kjed()")


@pytest.mark.parametrize("setning", ["update logg_rad set innhold = innhold", "delete from logg_rad", "truncate logg_rad"])
def test_selv_eieren_kan_ikke_endre_uten_aa_fjerne_utloseren(loggbase: Loggbase, setning: str) -> None:
    kontor = loggbase.kontor()
    loggbase.fyll(kontor, 1)
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        loggbase.skad(kontor, setning, utlosere=True)


def test_raden_kan_ikke_si_et_annet_kontor_enn_sitt_eget(loggbase: Loggbase) -> None:
    kontor = loggbase.kontor()
    with pytest.raises(psycopg.errors.CheckViolation), loggbase.som(kontor) as kobling:
        kobling.execute(SETT_INN, [kontor, innhold(uuid4())])


@pytest.mark.parametrize("tekst", ["{}", '{"kontor":null}', "[]", '"ja"'])
def test_en_rad_maa_si_hvilket_kontor_den_staar_hos(loggbase: Loggbase, tekst: str) -> None:
    kontor = loggbase.kontor()
    with pytest.raises(psycopg.errors.CheckViolation), loggbase.som(kontor) as kobling:
        kobling.execute(SETT_INN, [kontor, tekst])


def test_et_kontor_ser_og_skriver_ikke_i_et_annets_logg(loggbase: Loggbase) -> None:
    bakken, stranda = loggbase.kontor(), loggbase.kontor()
    loggbase.fyll(bakken, 2)
    assert rader(loggbase, stranda) == []
    with pytest.raises(psycopg.errors.InsufficientPrivilege), loggbase.som(stranda) as kobling:
        kobling.execute(SETT_INN, [bakken, innhold(bakken)])
