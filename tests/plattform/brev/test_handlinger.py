"""Letters are kept with what they were made of, stand unchanged once they are ready, and go through one port."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from plattform.brev.brevene import DAG, data
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.lov.brevkrav import Brevslag
from skreddersom.plattform.brev import handlinger, sporringer
from skreddersom.plattform.brev.felt import UgyldigBrev
from skreddersom.plattform.brev.handlinger import AnnenMal, BrevMangler, NyttBrev, gjenskap
from skreddersom.plattform.brev.models import Brev, Kanal, Status
from skreddersom.plattform.brev.sendere.nedlasting import Nedlasting
from skreddersom.plattform.logg.models import Rad
from skreddersom.plattform.tilgang.kontekst import som, systemet
from skreddersom.plattform.tilgang.models import Inhabil

if TYPE_CHECKING:
    from rollebesetning import Besetning

KARI = uuid.UUID(int=77)
KOPI = [{"navn": "Per Prøve", "adresse": ["Prøveveien 9", "4801 Bakken"]}]


def nytt(slag: Brevslag = Brevslag.AVSLAG, **endret: Any) -> NyttBrev:
    return NyttBrev(KARI, slag, "nb", data(slag) | endret, kopi_til=KOPI if slag is Brevslag.OVERSENDELSE else ())


def lagret(folk: Besetning, hvem: str = "vilde", **endret: Any) -> Brev:
    with som(folk.kontekst(hvem)) as kontekst:
        return handlinger.lagre(kontekst, nytt(**endret), DAG)


def rart(sporring: str, *verdier: uuid.UUID) -> None:
    """SQL as somebody at the office, past the code."""
    with transaction.atomic(), connection.cursor() as peker:
        peker.execute(sporring, verdier)


def test_et_brev_blir_lagret_med_fil_sum_og_opplysninger(folk: Besetning) -> None:
    brev = lagret(folk)
    assert brev.status == Status.KLAR
    assert hashlib.sha256(brev.pdf).hexdigest() == brev.sha256
    assert brev.mottaker["navn"] == "Kari Eksempel"
    assert brev.laget_av_id == folk["vilde"].ansatt_id
    assert "Eksempel" not in brev.filnavn
    assert "1234" not in brev.filnavn


@pytest.mark.parametrize("slag", Brevslag)
def test_de_lagrede_opplysningene_gir_de_samme_bytene(folk: Besetning, slag: Brevslag) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        handlinger.lagre(kontekst, nytt(slag), DAG)
    with som(folk.kontekst("vilde")) as kontekst:
        brev = sporringer.brev(kontekst).filter(kopi_av=None).get()
        assert gjenskap(brev) == bytes(brev.pdf)


def test_med_andre_tekster_enn_den_gang_sier_den_fra(folk: Besetning, monkeypatch: pytest.MonkeyPatch) -> None:
    brev = lagret(folk)
    monkeypatch.setattr(handlinger, "malversjon", lambda: "nye")
    with pytest.raises(AnnenMal, match="Bruk den lagrede fila"):
        gjenskap(brev)


def test_et_brev_som_mangler_noe_loven_krever_blir_ikke_klart(folk: Besetning) -> None:
    with pytest.raises(BrevMangler, match="Skriv begrunnelsen") as feil:
        lagret(folk, begrunnelse="")
    assert [krav.id for krav in feil.value.krav] == ["hovedhensyn"]
    with som(folk.kontekst("vilde")) as kontekst:
        assert not sporringer.brev(kontekst).exists()


def test_et_utkast_kan_endres_til_det_er_ferdig(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        utkast = handlinger.lagre_utkast(kontekst, nytt(begrunnelse=""))
        with pytest.raises(BrevMangler):
            handlinger.ferdigstill(kontekst, utkast.pk, DAG)
        handlinger.endre_utkast(kontekst, utkast.pk, data(Brevslag.AVSLAG) | {"begrunnelse": "Fordi\x00."})
        ferdig = handlinger.ferdigstill(kontekst, utkast.pk, DAG)
        assert (ferdig.status, ferdig.data["begrunnelse"]) == (Status.KLAR, "Fordi.")
        with pytest.raises(Brukerfeil, match="Lag et nytt"):
            handlinger.endre_utkast(kontekst, utkast.pk, data(Brevslag.AVSLAG))


def test_et_utkast_kan_ikke_sendes(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        utkast = handlinger.lagre_utkast(kontekst, nytt())
        for handling in (handlinger.send, handlinger.merk_sendt):
            with pytest.raises(Brukerfeil, match="Gjør det ferdig"):
                handling(kontekst, utkast.pk)


def test_et_ukjent_felt_lagres_ikke(folk: Besetning) -> None:
    with pytest.raises(UgyldigBrev, match="flaks"):
        lagret(folk, flaks="ja")


def test_oversendelsen_gaar_i_kopi_til_klageren(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        brev = handlinger.lagre(kontekst, nytt(Brevslag.OVERSENDELSE), DAG)
        (kopi,) = Brev.objects.filter(kopi_av=brev)
    assert kopi.mottaker == KOPI[0]
    assert (kopi.sha256, kopi.status, kopi.data) == (brev.sha256, Status.KLAR, brev.data)
    with som(folk.kontekst("vilde")) as kontekst, pytest.raises(Brukerfeil, match="skal ha kopi"):
        handlinger.lagre(kontekst, NyttBrev(KARI, Brevslag.OVERSENDELSE, "nb", data(Brevslag.OVERSENDELSE)), DAG)


def test_et_ferdig_brev_kan_ikke_endres_eller_fjernes(folk: Besetning) -> None:
    brev = lagret(folk)
    with som(folk.kontekst("vilde")):
        for endring in (
            "data = '{}'",
            "pdf = 'x'",
            "malform = 'nn'",
            "sha256 = 'x'",
            "status = 'utkast'",
            "mottaker = '{}'",
            "tid = now()",
        ):
            with pytest.raises(IntegrityError, match="kan ikke endres"):
                rart(f"update brev_brev set {endring} where id = %s", brev.pk)
        with pytest.raises(IntegrityError, match="kan ikke fjernes"):
            rart("delete from brev_brev where id = %s", brev.pk)


def test_et_sendt_brev_kan_ikke_bli_usendt(folk: Besetning) -> None:
    brev = lagret(folk)
    with som(folk.kontekst("vilde")) as kontekst:
        handlinger.merk_sendt(kontekst, brev.pk)
        with pytest.raises(IntegrityError, match="kan ikke endres"):
            rart("update brev_brev set status = 'klar', sendt = null where id = %s", brev.pk)


def test_et_utkast_kan_fjernes(folk: Besetning) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        utkast = handlinger.lagre_utkast(kontekst, nytt())
        rart("delete from brev_brev where id = %s", utkast.pk)
        assert not sporringer.brev(kontekst).exists()


@pytest.mark.parametrize(
    ("endring", "regel"),
    [
        ("status = 'klar'", "brev_klar_har_fil"),
        ("pdf = 'x'", "brev_klar_har_fil"),
        ("status = 'klar', klar = now(), maler = 'm', pdf = 'x', sha256 = 'feil'", "brev_sum_stemmer"),
        ("sendt = now()", "brev_sendt_har_tid"),
    ],
)
def test_databasen_holder_paa_reglene(folk: Besetning, endring: str, regel: str) -> None:
    with som(folk.kontekst("vilde")) as kontekst:
        utkast = handlinger.lagre_utkast(kontekst, nytt())
        with pytest.raises(IntegrityError, match=regel):
            rart(f"update brev_brev set {endring} where id = %s", utkast.pk)


def test_et_annet_kontor_ser_ikke_brevet(folk: Besetning) -> None:
    brev = lagret(folk)
    with som(folk.kontekst("stine")) as kontekst:
        assert not sporringer.brev(kontekst).exists()
        with pytest.raises(Brev.DoesNotExist):
            handlinger.merk_sendt(kontekst, brev.pk)


def test_den_som_er_inhabil_ser_ikke_brevet(folk: Besetning) -> None:
    lagret(folk)
    with som(folk.kontekst("adrian")) as kontekst:
        Inhabil.objects.create(kontor_id=kontekst.kontor, ansatt=folk["viggo"].ansatt, person_id=KARI, grunn="slekt")
    with som(folk.kontekst("viggo")) as kontekst:
        assert not sporringer.brev(kontekst).exists()


def test_nedlasting_venter_paa_at_noen_legger_brevet_i_posten(folk: Besetning) -> None:
    brev = lagret(folk)
    with som(folk.kontekst("vilde")) as kontekst:
        assert handlinger.send(kontekst, brev.pk, Nedlasting()).status == Status.KLAR
        sendt = handlinger.merk_sendt(kontekst, brev.pk)
    assert (sendt.status, sendt.kanal, sendt.sendt_av_id) == (Status.SENDT, Kanal.NEDLASTING, folk["vilde"].ansatt_id)
    with som(folk.kontekst("lena")) as kontekst:
        igjen = handlinger.merk_sendt(kontekst, brev.pk)
        assert (igjen.sendt, igjen.sendt_av_id, igjen.forsok) == (sendt.sendt, folk["vilde"].ansatt_id, 1)
        assert handlinger.send(kontekst, brev.pk).sendt == sendt.sendt


def test_usendte_er_de_som_har_ventet_lenge_eller_er_gitt_opp(folk: Besetning) -> None:
    brev, gitt_opp, sendt = lagret(folk), lagret(folk), lagret(folk)
    naa = timezone.now()
    with som(folk.kontekst("vilde")) as kontekst:
        handlinger.lagre_utkast(kontekst, nytt())
        handlinger.merk_sendt(kontekst, sendt.pk)
        rart("update brev_brev set status = 'feilet' where id = %s", gitt_opp.pk)
        assert set(sporringer.usendte(kontekst, naa, timedelta(hours=24))) == {gitt_opp}
        assert list(sporringer.usendte(kontekst, naa + timedelta(hours=25), timedelta(hours=24))) == [brev, gitt_opp]
        assert list(sporringer.venter(kontekst)) == [brev, gitt_opp]


def test_brevene_i_en_sak(folk: Besetning) -> None:
    sak = uuid.uuid4()
    with som(folk.kontekst("vilde")) as kontekst:
        brev = handlinger.lagre(kontekst, NyttBrev(KARI, Brevslag.AVSLAG, "nn", data(Brevslag.AVSLAG), sak=sak), DAG)
        handlinger.lagre(kontekst, nytt(), DAG)
        assert list(sporringer.brev_i_saken(kontekst, sak)) == [brev]
        assert brev.malform == "nn"
        assert gjenskap(brev) == brev.pdf


def test_alt_som_gjores_staar_i_loggen_uten_navn(folk: Besetning) -> None:
    brev = lagret(folk)
    with som(folk.kontekst("lena")) as kontekst:
        handlinger.merk_sendt(kontekst, brev.pk)
        rader = [rad.innhold for rad in Rad.objects.filter(person_id=KARI).order_by("nr")]
    assert ["avslag: klar" in rader[0], "avslag: sendt, nedlasting" in rader[1]] == [True, True]
    assert "Eksempel" not in "".join(rader)


def test_systemet_kan_lage_et_brev_uten_at_noen_staar_bak(folk: Besetning) -> None:
    with som(systemet(folk.kontorer["Bakken"].pk)) as kontekst:
        brev = handlinger.lagre(kontekst, nytt(Brevslag.KVITTERING), DAG)
    assert brev.laget_av_id is None
