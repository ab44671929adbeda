"""A document with one block of every kind, and words that mean something to those who read markup."""

from __future__ import annotations

from datetime import date

from skreddersom.kjerne.dokument import (
    Avsnitt,
    Celle,
    Dokument,
    Figur,
    Funn,
    Henvisning,
    Opplysning,
    Overskrift,
    Punkter,
    Tabell,
    Varsel,
)

DAG = date(2026, 11, 21)
FARLIG = "<b>#panic(1) $x$ *a* & \\ \" ' @b = [c]"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" width="40" height="10"><rect width="40" height="10" fill="#0d7a5f"/></svg>'
)

DOKUMENT = Dokument(
    "Prøverapport",
    "Statsforvalteren",
    "Kort sagt.",
    "nn",
    (
        Varsel("Se her.", "Rettet", "noytral"),
        Overskrift("Funn", 2, "funn"),
        Funn("Alle er enige.", "2 av 3 kontorer", "Svarene (2)", (Henvisning("Øst", FARLIG, "rute-1-1"),), "Holder ikke.", framhevet=True),
        Funn("Ingen er enige.", "0 av 3 kontorer", "Ingen svar.", ()),
        Overskrift("Mer", 3),
        Avsnitt(FARLIG),
        Punkter(("Én", "To")),
        Figur(SVG, 'Grønn "stolpe"', "En stolpe."),
        Varsel("Ingen har frist.", "Ikke satt"),
        Tabell(
            "Svarene",
            ("Kontor", "Endring"),
            ((Celle("Øst"), Celle("Uendret", "som før", "rute-1-1")), (Celle("Vest"), Celle("Ikke besvart", dempet=True))),
            (0.4, 0.6),
        ),
    ),
    (Opplysning("Laget", "i dag"),),
)
