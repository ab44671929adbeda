"""``rapport``: a report from a file of answers, without a server. The same report as on the pages, with the evidence attached."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from skreddersom.cli.ordlyd import vist
from skreddersom.cli.strom import si
from skreddersom.cli.utfil import krev_kan_skrives, paa_plass_til_slutt
from skreddersom.cli.verdi import dato
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.kjerne.systemfeil import grunn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from skreddersom.kjerne.omradeovervaking.rapport import Rapport
    from skreddersom.kjerne.tekst import Maalform

OK, ADVARSEL = 0, 1
MAALFORMER: Final[Mapping[str, Maalform]] = {"bokmål": "nb", "nynorsk": "nn"}
ENDELSER: Final = (".html", ".pdf", ".docx", ".xlsx", ".json")


def beskriv(parser: argparse.ArgumentParser) -> None:
    """``omradeovervaking`` and ``eksempel``, with their options."""
    under = parser.add_subparsers(dest="handling", required=True, metavar="handling", title="handlinger")
    hjelp = "lag en rapport av svarene fra kontorene: matrise, påstander med «n av N», vurdering og oppfølging"
    om = under.add_parser("omradeovervaking", help=hjelp, description=f"{hjelp[0].upper()}{hjelp[1:]}.")
    om.add_argument("svar", type=Path, metavar="SVAR", help="CSV med kontoret i første kolonne og ett spørsmål i hver av de neste")
    om.add_argument("--koder", type=Path, metavar="FIL", help="CSV med kodene: sporsmal, kontor eller svar, kode, kodet_av, begrunnelse")
    om.add_argument("--definisjon", type=Path, metavar="FIL", help="TOML med tittel, spørsmål, påstander, vurdering og oppfølging")
    om.add_argument("--maalform", choices=tuple(MAALFORMER), default="bokmål", help="målformen rapporten skrives på (ellers bokmål)")
    om.add_argument("--dato", type=dato, metavar="ÅÅÅÅ-MM-DD", help="datoen rapporten får (ellers i dag)")
    om.add_argument("--retter", type=Path, metavar="FIL", help="den tidligere rapporten (.json) som denne retter")
    om.add_argument("--grunn", metavar="TEKST", help="hvorfor den tidligere rapporten rettes")
    om.add_argument("--ut", type=Path, nargs="+", required=True, metavar="FIL", help=f"én fil eller flere: {', '.join(ENDELSER)}")
    _beskriv_eksempel(under.add_parser("eksempel", help="skriv ut filene til en runde som følger med, for å prøve og lære"))


def _beskriv_eksempel(parser: argparse.ArgumentParser) -> None:
    from skreddersom.demo.omradeovervaking import RUNDER

    parser.add_argument("runde", choices=tuple(RUNDER), help="runden som skal skrives ut")
    parser.add_argument("--ut", type=Path, required=True, metavar="MAPPE", help="mappa filene skal ligge i")


def kjor(valg: argparse.Namespace) -> int:
    """Write the report, or the example. 1 when something in the report should be looked at before it is used."""
    return _eksempel(valg.runde, valg.ut) if valg.handling == "eksempel" else _rapport(valg)


def _rapport(valg: argparse.Namespace) -> int:
    _krev_former(valg.ut)
    if (valg.retter is None) != (valg.grunn is None):
        raise Brukerfeil("En rettelse skal ha både --retter og --grunn, så de som leser, ser hva som er endret og hvorfor.")
    for ut in valg.ut:
        krev_kan_skrives(ut, [fil for fil in (valg.svar, valg.koder, valg.definisjon, valg.retter) if fil])
    rapport = _les(valg)
    for ut in valg.ut:
        with paa_plass_til_slutt(ut) as midlertidig:
            midlertidig.write_bytes(_som_fil(rapport, MAALFORMER[valg.maalform], ut.suffix.lower()))
        si(f"Skrev {vist(ut)}.")
    return _si_fra(rapport)


def _krev_former(stier: Sequence[Path]) -> None:
    for sti in stier:
        if sti.suffix.lower() not in ENDELSER:
            raise Brukerfeil(f"«{vist(sti)}» sier ikke hvordan rapporten skal skrives. Bruk et navn som ender på {', '.join(ENDELSER)}.")


def _les(valg: argparse.Namespace) -> Rapport:
    from skreddersom.kjerne.kostra.fil import hent
    from skreddersom.kjerne.omradeovervaking.definisjon import les_definisjon, uten_definisjon
    from skreddersom.kjerne.omradeovervaking.koding import les_koder
    from skreddersom.kjerne.omradeovervaking.rapport import lag_rapport
    from skreddersom.kjerne.omradeovervaking.rettelse import rett
    from skreddersom.kjerne.omradeovervaking.svar import les_svar

    svar = les_svar(hent(valg.svar), vist(valg.svar))
    linjer = les_koder(hent(valg.koder), vist(valg.koder)) if valg.koder else []
    definisjon = les_definisjon(hent(valg.definisjon), vist(valg.definisjon), svar) if valg.definisjon else uten_definisjon(svar)
    rapport = lag_rapport(svar, linjer, definisjon, valg.dato or date.today())  # noqa: DTZ011 – the day on this machine is meant
    return rett(rapport, hent(valg.retter), vist(valg.retter), valg.grunn) if valg.retter else rapport


def _som_fil(rapport: Rapport, maalform: Maalform, ending: str) -> bytes:
    from skreddersom.plattform.dokument import rapportfil

    return rapportfil.SKRIVERE[ending](rapport, maalform)


def _si_fra(rapport: Rapport) -> int:
    """What should be looked at before anybody uses the report, one line each."""
    from skreddersom.kjerne.omradeovervaking.koding import Kilde
    from skreddersom.kjerne.omradeovervaking.ordlyd import Ordlyd
    from skreddersom.kjerne.omradeovervaking.utforming_metode import mangler
    from skreddersom.kjerne.omradeovervaking.utforming_tillit import forbehold

    ord_ = Ordlyd("nb")
    for setning in mangler(rapport, ord_):
        si(f"Merk: {setning}")
    for ett in rapport.for_sterke():
        si(f"Merk: Påstand {ett.paastand.id}, «{ett.paastand.tekst.nb}» {forbehold(ett, ord_)}")
    uklart = rapport.koding.med_kilde(Kilde.UKJENTE_ORD, Kilde.UENIGE)
    return ADVARSEL if uklart or rapport.for_sterke() else OK


def _eksempel(runde: str, mappe: Path) -> int:
    from skreddersom.demo.omradeovervaking import runde as filer

    try:
        mappe.mkdir(parents=True, exist_ok=True)
        for navn, innhold in filer(runde).items():
            with (mappe / navn).open("xb") as fil:
                fil.write(innhold)
            si(f"Skrev {vist(mappe / navn)}.")
    except FileExistsError as feil:
        raise Brukerfeil(f"«{vist(Path(str(feil.filename)))}» finnes fra før, og er ikke rørt. Velg en tom mappe.") from feil
    except OSError as feil:
        raise Brukerfeil(f"Fikk ikke skrevet i «{vist(mappe)}»: {grunn(feil)}. Velg en mappe du kan skrive i.") from feil
    return OK
