"""The rows that are given out, as PDF (PDF/A-2a and PDF/UA-1), as JSON, and with the letters in one zip."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skreddersom.apper.sak.models import Tilbakehold
from skreddersom.kjerne.dokument import Avsnitt, Celle, Dokument, Opplysning, Overskrift, Tabell, Varsel
from skreddersom.kjerne.lov.saksbehandlingslov import Tema, hjemmel
from skreddersom.plattform.brev.malfil import maltekst
from skreddersom.plattform.brev.tegn import rens
from skreddersom.plattform.dokument.pdf import som_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from skreddersom.apper.sak.innsyn.rader import Del, Rad
    from skreddersom.apper.sak.models import Sak
    from skreddersom.kjerne.dokument import Blokk
    from skreddersom.kjerne.lov.brevkrav import Malform

TEMA: Final = {
    Tilbakehold.TREDJEPERSON: Tema.UNNTAK_FRA_INNSYN,
    Tilbakehold.HENSYN: Tema.UNNTAK_FRA_INNSYN,
    Tilbakehold.INTERNT: Tema.INTERNT_DOKUMENT,
}
"""Why a row is withheld → where the law says so."""

BREDDER: Final = (1.0, 2.0, 4.5)


@dataclass(frozen=True, slots=True)
class Innsyn:
    """What goes out: whose case, when, all the rows, which of them are withheld and why, and the letters by their file."""

    sak: Sak
    navn: str
    dag: date
    deler: Sequence[Del]
    tilbake: Mapping[str, Tilbakehold]
    brev: Mapping[str, bytes]

    def ut(self, ett: Del) -> list[Rad]:
        """Those of its rows that go out."""
        return [rad for rad in ett.rader if rad.id not in self.tilbake]

    def holdt(self, ett: Del) -> dict[Tilbakehold, int]:
        """How many of its rows are withheld, by why."""
        grunner = [self.tilbake[rad.id] for rad in ett.rader if rad.id in self.tilbake]
        return {grunn: grunner.count(grunn) for grunn in Tilbakehold if grunn in grunner}


def som_zip(innsyn: Innsyn) -> bytes:
    """The zip; the same bytes for the same case and day. No file has a name or a number of anybody in its name."""
    filer = {"saken.pdf": som_pdf(_dokument(innsyn), innsyn.dag), "saken.json": _json(innsyn)} | dict(innsyn.brev)
    ut = BytesIO()
    with ZipFile(ut, "w", ZIP_DEFLATED) as zip_:
        for navn, innhold in filer.items():
            zip_.writestr(ZipInfo(navn, (innsyn.dag.year, innsyn.dag.month, innsyn.dag.day, 0, 0, 0)), innhold, ZIP_DEFLATED)
    return ut.getvalue()


def _json(innsyn: Innsyn) -> bytes:
    innhold: dict[str, Any] = {"sak": innsyn.sak.referanse, "person": innsyn.navn, "dato": innsyn.dag.isoformat(), "deler": {}}
    for ett in innsyn.deler:
        rader = [{"id": rad.id, "dato": rad.dato.isoformat(), "tittel": rad.tittel, **rad.felt} for rad in innsyn.ut(ett)]
        holdt = [
            {"antall": antall, "grunn": str(grunn.label), "hjemmel": _hjemmel(innsyn, TEMA[grunn])}
            for grunn, antall in innsyn.holdt(ett).items()
        ]
        innhold["deler"][ett.id] = {"tittel": ett.tittel, "rader": rader, "holdt_tilbake": holdt}
    return json.dumps(innhold, ensure_ascii=False, indent=2).encode()


def _hjemmel(innsyn: Innsyn, tema: Tema) -> str:
    """Where the law says so, with the act named as in the letters of the case."""
    regel = hjemmel(tema, innsyn.dag)
    navn: str = maltekst(_malform(innsyn), "felles")["kilder"].get(regel.kilde.navn, regel.kilde.navn)
    return str(regel).replace(regel.kilde.navn, navn)


def _malform(innsyn: Innsyn) -> Malform:
    return "nn" if innsyn.sak.malform == "nn" else "nb"


def _dokument(innsyn: Innsyn) -> Dokument:
    blokker: list[Blokk] = [
        Avsnitt(_("Du har rett til å se dokumentene i saken din (%(hjemmel)s).") % {"hjemmel": _hjemmel(innsyn, Tema.INNSYN)})
    ]
    blokker.append(_om_tilbakehold(innsyn))
    blokker += [blokk for ett in innsyn.deler for blokk in _del(innsyn, ett)]
    return Dokument(
        tittel=_("Saken din om kvalifiseringsprogram"),
        overtekst=str(innsyn.sak.kontor),
        ingress=rens(innsyn.navn),
        sprak=_malform(innsyn),
        blokker=tuple(blokker),
        opplysninger=(Opplysning(_("Sak"), innsyn.sak.referanse), Opplysning(_("Laget"), f"{innsyn.dag:%d.%m.%Y}")),
    )


def _om_tilbakehold(innsyn: Innsyn) -> Varsel:
    if not innsyn.tilbake:
        return Varsel(_("Alt som er registrert i saken, er med."), _("Ingenting er holdt tilbake"), "god")
    alle = list(innsyn.tilbake.values())
    grunner = [
        _("%(antall)s: %(grunn)s (%(hjemmel)s)")
        % {"antall": alle.count(grunn), "grunn": str(grunn.label).lower(), "hjemmel": _hjemmel(innsyn, TEMA[grunn])}
        for grunn in Tilbakehold
        if grunn in alle
    ]
    tittel = ngettext("%(n)s rad er holdt tilbake", "%(n)s rader er holdt tilbake", len(alle)) % {"n": len(alle)}
    return Varsel(f"{'; '.join(grunner)}. {_('Du kan klage på dette til Statsforvalteren.')}", tittel)


def _del(innsyn: Innsyn, ett: Del) -> list[Blokk]:
    rader, holdt = innsyn.ut(ett), sum(innsyn.holdt(ett).values())
    blokker: list[Blokk] = [Overskrift(ett.tittel, anker=ett.id)]
    if holdt:
        blokker.append(Avsnitt(ngettext("%(n)s rad er holdt tilbake her.", "%(n)s rader er holdt tilbake her.", holdt) % {"n": holdt}))
    if not rader:
        return blokker if holdt else [*blokker, Avsnitt(_("Ingenting er registrert."))]
    return [*blokker, Tabell(ett.tittel, (_("Dato"), _("Hva"), _("Mer")), tuple(_celler(rad) for rad in rader), BREDDER)]


def _celler(rad: Rad) -> tuple[Celle, ...]:
    mer = "\n".join(f"{navn}: {verdi}" for navn, verdi in rad.felt.items())
    return Celle(f"{rad.dato:%d.%m.%Y}"), Celle(rens(rad.tittel)), Celle(rens(mer))
