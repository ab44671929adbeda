"""Guards on what we tell: links lead somewhere, commands exist, every dependency is accounted for."""

from __future__ import annotations

import importlib
import json
import re
import tomllib
from itertools import chain
from typing import TYPE_CHECKING, Any

from skreddersom.cli import KOMMANDOER
from vakter.filer import ROT, dokumenter, filer_i, tekst, vis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LENKE = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
KOMMANDO = re.compile(r"(?m)^\s*\$?\s*python3 skreddersom\.py(?:[ \t]+([a-zæøå-]+))?")
KODESTED = re.compile(r"`((?:kjerne|demo|benk|cli|inngang|tests|docs)/[\w./-]+)`")
UTENFOR = ("https:", "http:", "mailto:")


def lenker(sti: Path) -> Iterator[str]:
    yield from (maal for maal in LENKE.findall(tekst(sti)) if not maal.startswith(UTENFOR))


def overskrifter(sti: Path) -> set[str]:
    """The anchors of the headings, made as code forges make them."""
    linjer = re.findall(r"(?m)^#+ (.+)$", tekst(sti))
    return {re.sub(r"[^\w\- ]", "", linje.lower()).replace(" ", "-") for linje in linjer}


def leder_fram(sti: Path, maal: str) -> bool:
    fil, _, anker = maal.partition("#")
    peker_paa = (sti.parent / fil) if fil else sti
    return peker_paa.exists() and (not anker or anker in overskrifter(peker_paa))


def prosjekt() -> dict[str, Any]:
    return tomllib.loads(tekst(ROT / "pyproject.toml"))


def navn(krav: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", ett)[0] for ett in krav}


def direkte_avhengigheter() -> set[str]:
    p = prosjekt()
    tillegg = chain(p["project"]["optional-dependencies"].values(), p["dependency-groups"].values())
    return navn([*p["project"]["dependencies"], *p["build-system"]["requires"], *chain.from_iterable(tillegg)]) | nettpakker()


def nettpakker() -> set[str]:
    """What npm fetches, from every ``package.json``."""
    prosjekter = [json.loads(tekst(sti)) for sti in filer_i("src", "tests", slutt="package.json")]
    return {pakke for ett in prosjekter for slag in ("dependencies", "devDependencies") for pakke in ett.get(slag, {})}


def avhengighetstabell() -> dict[str, list[str]]:
    """Package → purpose, licence, reason, from ``docs/avhengigheter.md``."""
    rader = re.findall(r"(?m)^\| ([@a-z0-9./-]+) \|(.*)\|$", tekst(ROT / "docs/avhengigheter.md"))
    return {pakke: [rute.strip() for rute in resten.split("|")] for pakke, resten in rader}


def test_hver_lenke_leder_fram() -> None:
    assert [f"{vis(sti)}: {maal}" for sti in dokumenter() for maal in lenker(sti) if not leder_fram(sti, maal)] == []


def test_hvert_sted_i_koden_som_nevnes_finnes() -> None:
    nevnt = {(vis(sti), sted) for sti in dokumenter() for sted in KODESTED.findall(tekst(sti))}
    assert {ett for ett in nevnt if not any((mappe / ett[1]).exists() for mappe in (ROT, ROT / "src/skreddersom"))} == set()


def test_hver_kommando_i_dokumentene_finnes() -> None:
    brukt = {(vis(sti), ord_) for sti in dokumenter() for ord_ in KOMMANDO.findall(tekst(sti)) if ord_}
    assert {(hvor, ord_) for hvor, ord_ in brukt if ord_ not in {*KOMMANDOER, "test"}} == set()


def test_hver_kommando_har_en_modul_som_kan_beskrives_og_kjores() -> None:
    for kommando in KOMMANDOER:
        modul = importlib.import_module(f"skreddersom.cli.{kommando}")
        assert callable(modul.beskriv)
        assert callable(modul.kjor)


def test_hver_direkte_avhengighet_er_gjort_rede_for_og_ingen_andre() -> None:
    assert set(avhengighetstabell()) == direkte_avhengigheter()
    assert [pakke for pakke, ruter in avhengighetstabell().items() if len(ruter) != 3 or not all(ruter)] == []


def test_agpl_slipper_ikke_inn_i_programmet() -> None:
    """Only what stands in an environment of its own may be AGPL."""
    agpl = {pakke for pakke, (_, lisens, _) in avhengighetstabell().items() if "AGPL" in lisens}
    assert agpl <= navn(prosjekt()["dependency-groups"]["openfisca"])
    assert not agpl & {re.split("==", linje)[0] for linje in tekst(ROT / "requirements-test.lock").splitlines()}


def test_lisensen_er_eupl_1_2_med_alle_artiklene_og_vedlegget() -> None:
    lisens = tekst(ROT / "LICENSE")
    assert prosjekt()["project"]["license"] == "EUPL-1.2"
    assert lisens.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert re.findall(r"(?m)^(\d+)\. [A-Z]", lisens) == [str(nr) for nr in range(1, 16)]
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in lisens
