"""How the packages get in: with uv or pip, only with the right hash, and with a sentence when it fails."""

from __future__ import annotations

import pytest

from inngang.lekerot import INGEN_TJENER, Lekerot, lag_hjul
from skreddersom.inngang.forklaringer import UKJENT, forklar


def test_pip_setter_inn_pakken_naar_uv_ikke_finnes(rot: Lekerot) -> None:
    rot.laas(lag_hjul(rot.hjem))
    kjoring = rot.uten_uv().kjor("kandidater", PIP_FIND_LINKS=str(rot.hjem))
    assert kjoring.kode == 0
    assert kjoring.svar["prikk"] is True


def test_uv_brukes_naar_den_finnes_og_faar_beskjed_om_kontrollsummer(rot: Lekerot) -> None:
    assert rot.kjor("kandidater").kode == 0
    lag, inn = rot.uvlogg.read_text().splitlines()
    assert lag.endswith(str(rot.miljo))
    assert "--require-hashes" in inn
    assert inn.endswith("requirements.lock")


def test_pip_overtar_naar_uv_svikter(rot: Lekerot) -> None:
    rot.med_uv(forst="echo skjebnen >&2; exit 1")
    rot.laas(lag_hjul(rot.hjem))
    kjoring = rot.kjor("kandidater", PIP_FIND_LINKS=str(rot.hjem))
    assert (kjoring.kode, kjoring.svar["prikk"]) == (0, True)
    assert "uv fikk det ikke til; prøver med pip." in kjoring.sagt
    assert "skjebnen" not in kjoring.sagt


def test_feil_kontrollsum_stopper_installasjonen(rot: Lekerot) -> None:
    lag_hjul(rot.hjem)
    rot.laas(f"prikk==1.0 --hash=sha256:{'0' * 64}\n")
    kjoring = rot.uten_uv().kjor("kandidater", PIP_FIND_LINKS=str(rot.hjem))
    assert kjoring.kode == 2
    assert "Feil: en pakke har ikke kontrollsummen som låsefila krever." in kjoring.sagt
    assert not rot.kvittering.exists()


def test_uten_nett_sies_det_med_raad_og_pips_egne_ord_foran(rot: Lekerot) -> None:
    rot.laas(f"prikk==1.0 --hash=sha256:{'0' * 64}\n")
    kjoring = rot.uten_uv().kjor("kandidater", PIP_NO_INDEX="0", PIP_INDEX_URL=INGEN_TJENER, PIP_EXTRA_INDEX_URL="")
    assert kjoring.kode == 2
    assert kjoring.sagt.splitlines()[-1].startswith("Feil: får ikke kontakt med pakkelageret.")
    assert "  │ ERROR: No matching distribution found for prikk==1.0" in kjoring.sagt
    assert "Traceback" not in kjoring.sagt


def test_det_feilede_forsoket_staar_ikke_i_veien_for_det_neste(rot: Lekerot) -> None:
    linje = lag_hjul(rot.hjem)
    rot.laas(linje)
    assert rot.uten_uv().kjor("kandidater").kode == 2
    assert rot.kjor("kandidater", PIP_FIND_LINKS=str(rot.hjem)).svar["prikk"] is True


def test_innstillinger_som_sender_pakkene_andre_steder_gjelder_ikke(rot: Lekerot) -> None:
    rot.laas(lag_hjul(rot.hjem))
    kjoring = rot.uten_uv().kjor("kandidater", PIP_FIND_LINKS=str(rot.hjem), PIP_TARGET=str(rot.hjem / "utenfor"), PIP_USER="1")
    assert kjoring.svar["prikk"] is True
    assert not (rot.hjem / "utenfor").exists()


@pytest.mark.parametrize(
    ("sagt", "raad"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "Rydd plass"),
        ("cause: dns error: failed to lookup address information", "Nett trengs bare første gang"),
        ("WARNING: Retrying … [Errno -3] Temporary failure in name resolution\nERROR: No matching distribution", "Nett trengs"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "Sett SSL_CERT_FILE, PIP_CERT"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"),
        ("npm error code EINTEGRITY", "kontrollsummen"),
        ("npm error code EAI_AGAIN", "Nett trengs bare første gang"),
        ("/usr/bin/python3: No module named ensurepip", "python3-venv"),
        ("ERROR: HTTP error 503 while getting pakken", "et lager som har dem"),
        ("error: failed to create directory: Permission denied (os error 13)", "Sett XDG_CACHE_HOME"),
    ],
)
def test_hver_aarsak_har_sitt_raad(sagt: str, raad: str) -> None:
    assert raad in forklar(sagt)


def test_ukjent_aarsak_viser_til_det_som_ble_sagt() -> None:
    assert forklar("noe ingen har sett før") == UKJENT
