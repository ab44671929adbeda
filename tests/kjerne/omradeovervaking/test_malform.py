"""A report in nynorsk is in nynorsk all through: whatever reads alike in both norms is somebody's own words, a name or a number."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import pytest

from kjerne.omradeovervaking.runder import rapport
from skreddersom.demo.omradeovervaking import runde
from skreddersom.kjerne.omradeovervaking.rettelse import rett, som_data
from skreddersom.kjerne.omradeovervaking.utforming import utform
from skreddersom.kjerne.omradeovervaking.vedlegg import vedlegg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skreddersom.kjerne.omradeovervaking.rapport import Rapport

SVAR: Final = """\
kontor;endring;vanske;plasser;alene
Vest;Som før;nei;Gode plasser;
Midt;Program utsatt;;Gode plasser;
Øst;som før.;Eget team;Gode plasser;tja
"""
KODER: Final = """\
sporsmal;kontor;svar;kode;kodet_av;begrunnelse
endring;Vest;;uendret;Kari;
endring;Midt;;utsatt;Kari;
endring;Øst;;uendret;Kari;
endring;Vest;;utsatt;Ola;
endring;Midt;;uendret;Ola;
endring;Øst;;uendret;Ola;
endring;Vest;;uendret;enighet;Avtalt.
vanske;Vest;;rart;Kari;
"""


def par(nb: str) -> str:
    """Words that differ in the two norms, so that it shows which of them is used."""
    return f'{{ nb = "{nb} (nb)", nn = "{nb} (nn)" }}'


def paastand(id_: str, tekst: str, del_: str = "resultat", slag: str = "paastand", mer: str = "") -> str:
    return f'[[{slag}]]\nid = "{id_}"\ndel = "{del_}"\ntekst = {par(tekst)}\nsporsmal = "endring"\nkoder = ["uendret"]\n{mer}\n'


DEFINISJON: Final = "\n".join(
    (
        f'versjon = "p1"\nutvalg = "tilfeldig"\ntittel = {par("Prøve")}\ningress = {par("Ingress")}\navsender = {par("Avsender")}',
        f"runde = {par('Runde')}\nrekkefolge = {par('fra vest')}",
        *(f'[[sporsmal]]\nkode = "{kode}"\nnavn = {par(kode)}\ntekst = {par(kode)}' for kode in ("endring", "vanske", "plasser", "alene")),
        f'[[kode]]\nkode = "utsatt"\nsporsmal = "endring"\nnavn = {par("Utsatt")}\nsynonym = ["program utsatt"]',
        *(f'[[avsnitt]]\ndel = "{del_}"\ntekst = {par(del_)}' for del_ in ("bakgrunn", "resultat", "vurdering")),
        paastand("P1", "Alle kontorene er som før", "hovedfunn"),
        paastand("P2", "Ett kontor er som før", mer='kontorer = ["Vest", "Midt"]'),
        paastand("P3", "Ingen av kontorene er som før", mer='kontorer = ["Midt"]'),
        f'[[oppfolging]]\nkontor = "Øst"\nsporsmal = "vanske"\nhvorfor = {par("Spør")}',
        f'[[oppfolging]]\nkontor = "Vest"\nsporsmal = "vanske"\nhvorfor = {par("Følg")}\nansvarlig = {par("Fylket")}\nfrist = 2027-01-15',
        paastand("R1", "Alt var bra", slag="retting", mer=f"grunn = {par('Feil')}").replace('del = "resultat"\n', ""),
    )
)


def rik(utvalg: str) -> Rapport:
    """A report with all there is in it, corrected once."""
    definisjon = DEFINISJON.replace('utvalg = "tilfeldig"', f'utvalg = "{utvalg}"')
    forst = rapport(SVAR.replace("Som før", "Vet ikke"), "", definisjon.replace("Alle kontorene er", "Kontorene var"))
    ny = rapport(SVAR, KODER, definisjon)
    return rett(ny, json.dumps(som_data(forst)).encode(), "forst.json", "Rettet grunn.")


def linjer(ett: object) -> Iterator[str]:
    """Every text in a document or a sheet, in order."""
    if isinstance(ett, str):
        yield ett
    elif isinstance(ett, list | tuple):
        for del_ in ett:
            yield from linjer(del_)
    elif is_dataclass(ett) and not isinstance(ett, type):
        for felt in fields(ett):
            if felt.name not in {"anker", "sprak", "tone", "niva"}:
                yield from linjer(getattr(ett, felt.name))


def begge(r: Rapport) -> list[tuple[str, str]]:
    """Each text in bokmål beside the same in nynorsk: of the document and of its appendix. Tables have as many rows in both."""
    nb, nn = (list(linjer([ut := utform(r, maalform, "prøve 1"), vedlegg(r, ut)])) for maalform in ("nb", "nn"))
    return list(zip(nb, nn, strict=True))


FASTE: Final = tomllib.loads(files("skreddersom.kjerne.omradeovervaking").joinpath("ordlyd.toml").read_text(encoding="utf-8"))
LIKE: Final = {ett["nb"] for ett in FASTE.values() if ett["nb"] == ett["nn"]} | {"Nei", "Ja", "AC1", "κ"}
"""Fixed words that are the same in both, and names of codes and measures that are."""
EGNE: Final = {"Rettet grunn.", "Avtalt.", "Kari", "Ola", "prøve 1", "p1", "Tittel", "rart", "Vet ikke"}
"""What somebody has written in one norm, and names."""
UTEN_ORD: Final = re.compile(r"−?\d+(,\d+)?|\d+ av \d+|\d+\. \w+ \d{4}|[0-9a-f]{16}|Påstand P\d")
"""Numbers, dates, fingerprints, and names of claims."""
VARIANTER: Final = {ord_ for ett in tomllib.loads(
    files("skreddersom.kjerne.omradeovervaking").joinpath("kodeliste.toml").read_text(encoding="utf-8"))["kode"] for ord_ in ett["synonym"]
}  # fmt: skip
"""The synonyms are those of both norms, whichever the report is in."""


def er_eget(tekst: str, r: Rapport) -> bool:
    """Whether the text may read alike in both norms."""
    egne = {*(ord_.strip() for ord_ in r.svar.ord.values()), *r.svar.ord.values(), *r.svar.kontorer, *EGNE, *LIKE, "program utsatt"}
    deler = [del_.strip("«»") for del_ in tekst.split("; ")]
    return not tekst or UTEN_ORD.fullmatch(tekst) is not None or tekst in egne or all(del_ in egne | VARIANTER for del_ in deler)


@pytest.mark.parametrize("utvalg", ["alle", "tilfeldig", "utplukket", "ikke oppgitt"])
def test_ingen_linje_i_den_nynorske_rapporten_er_bare_bokmaal(utvalg: str) -> None:
    r = rik(utvalg)
    alle = begge(r)
    assert len(alle) > 300
    assert sorted({nb for nb, nn in alle if nb == nn and not nb.startswith("<svg") and not er_eget(nb, r)}) == []
    assert [nn for _nb, nn in alle if "(nb)" in nn] == []


def ordene(tekst: str) -> set[str]:
    return set(re.findall(r"[a-zæøå]+", re.sub(r"«[^»]*»|\{\w+\}", " ", tekst).lower()))


BOKMAAL: Final = ordene(" ".join(ett["nb"] for ett in FASTE.values())) - ordene(" ".join(ett["nn"] for ett in FASTE.values()))
"""Words that the report uses in bokmål, and never in nynorsk."""


def test_ingen_faste_ord_paa_bokmaal_i_en_nynorsk_setning() -> None:
    assert {"ikke", "hva", "kontorene", "svarene"} <= BOKMAAL
    r = rik("tilfeldig")
    egne = ordene(" ".join((*r.svar.ord.values(), *EGNE, *VARIANTER, DEFINISJON)))
    faste = [nn for nb, nn in begge(r) if nb != nn and "(nn)" not in nn]
    assert sorted({ord_ for linje in faste for ord_ in ordene(linje) & BOKMAAL - egne}) == []


@pytest.mark.krav("R04")
def test_rapporten_fra_agder_har_nynorsk_paa_alt_som_er_skrevet_for_den() -> None:
    data = tomllib.loads(runde("agder-2020")["rapport.toml"].decode())
    tekster = [
        data["tittel"],
        data["ingress"],
        *(ett["tekst"] for del_ in ("sporsmal", "avsnitt", "paastand", "retting") for ett in data[del_]),
    ]
    like = [ett["nb"] for ett in tekster if ett["nb"] == ett["nn"]]
    assert like == ["Kvalifiseringsprogrammet i Agder 2020"]
