"""An office's own limits: tightened by the leader, never loosened for a breach of law, and the same wherever they count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from apper.sak.bruddene import om
from apper.sak.klagen import lag_klage
from apper.sak.saken import IDAG
from skreddersom import cli
from skreddersom.apper.kandidat import benk
from skreddersom.apper.kandidat.models import Kandidat
from skreddersom.apper.sak import kontrolltall
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.kontroll.modell import UgyldigTerskel
from skreddersom.plattform.kontroller import grenser, telling
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from django.test import Client

    from rollebesetning import Besetning

STRAMT: grenser.Egne = {"210": {"klage": 7}}


def sett(folk: Besetning, nye: grenser.Egne, navn: str = "lena") -> None:
    with som(folk.kontekst(navn)) as hvem:
        grenser.sett(hvem, nye, grenser.avtrykk(grenser.egne(hvem)))


def skjult(client: Client) -> str:
    return str(client.get("/grenser/").context["skjema"]["avtrykk"].value())


def test_lederen_strammer_inn_fra_siden_og_det_staar_i_loggen(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "lena")
    svar = client.post("/grenser/", {"avtrykk": skjult(client), "210_klage": "7", "201_tilbud": ""}, follow=True)
    assert "Grensene er lagret." in svar.content.decode()
    with som(folk.kontekst("lena")) as lena:
        assert grenser.egne(lena) == STRAMT
        assert Rad.objects.filter(innhold__contains="grenser for kontroll 210").exists()
    client.post("/grenser/", {"avtrykk": skjult(client)})
    with som(folk.kontekst("lena")) as lena:
        assert grenser.egne(lena) == {}


def test_et_lovbrudd_faar_aldri_romsligere_grense(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "lena")
    tekst = client.post("/grenser/", {"avtrykk": skjult(client), "210_klage": "31"}).content.decode()
    assert "En grense for et lovbrudd kan bare strammes inn." in tekst
    for for_vid in ({"210": {"klage": 31}}, {"101": {"tull": 1}}):
        with pytest.raises(UgyldigTerskel):
            sett(folk, for_vid)
    sett(folk, {"703": {"aktivitet": 60}})  # what is no breach can be set as the office likes


def test_den_som_kommer_sist_ser_at_noen_var_forst_og_mister_ingenting(folk: Besetning, client: Client) -> None:
    folk.logg_inn(client, "lena")
    gammelt = skjult(client)
    sett(folk, STRAMT)
    svar = client.post("/grenser/", {"avtrykk": gammelt, "201_tilbud": "5"})
    assert svar.status_code == 409
    assert "En annen har endret grensene" in svar.content.decode()
    assert svar.context["skjema"]["201_tilbud"].value() == "5"


def test_bare_lederen_setter_grenser_og_bare_for_sitt_kontor(folk: Besetning, client: Client) -> None:
    with pytest.raises(Brukerfeil, match="av lederen"):
        sett(folk, STRAMT, "vilde")
    assert folk.logg_inn(client, "vilde").get("/grenser/").status_code == 404
    sett(folk, STRAMT)
    with som(folk.kontekst("leif")) as leif:
        assert grenser.egne(leif) == {}


def test_kontorets_grense_gjelder_paa_kontoret_i_saken_paa_benken_og_i_kommandoen(
    folk: Besetning, client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    klagen = lag_klage(folk)

    def alt() -> tuple[int, list[str], bool, bool]:
        with om(8, monkeypatch):
            dag = IDAG + timedelta(days=8)
            with som(folk.kontekst("lena")) as lena:
                k = next(ett.k for ett in telling.tell(lena) if ett.kontroll.id == "210")
                i_saken = [ett.kontroll.id for ett in kontrolltall.funn_i_saken(lena, klagen.saken.sak_id, dag)]
            side = folk.logg_inn(client, "lena").get(f"/klage/{klagen.klage_id}/").context["frister"][0]
            cli.main(["kontroller", "--kontor", "Bakken", "--som", "lena@eksempel.no"])
            (linje,) = (ett for ett in capsys.readouterr().out.splitlines() if ett.startswith("210"))
            return k, i_saken, side.dato == IDAG + timedelta(days=7), "1 av 1" in linje

    assert alt() == (0, [], False, False)
    sett(folk, STRAMT)
    assert alt() == (1, ["210"], True, True)


def test_fristen_for_aa_informere_paa_min_benk_er_kontorets(folk: Besetning) -> None:
    from apper.kandidat.kontorfiler import gjennomgang, last_opp

    with som(folk.kontekst("vilde")) as vilde:
        last_opp(vilde)
        gjennomgang(vilde)

    def frister() -> set[Any]:
        with som(folk.kontekst("lena")) as lena:
            siden = Kandidat.objects.values_list("siden", flat=True)[0]
            return {(ett.frist - siden).days for ett in benk.oppgaver(lena).filter(siden=siden)}

    assert frister() == {30}
    sett(folk, {"101": {"utfall": 10}})
    assert frister() == {10}
