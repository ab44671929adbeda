"""What everybody who gets the list must be told, on the screen and in the sheet alike."""

from __future__ import annotations

IKKE_VEDTAK = "Å stå på lista er ikke et vedtak: den sier hvem som bør få informasjon og en vurdering etter § 29."

MAA_VURDERES = "11F kjenner bare alder og ytelser. Resten av § 29 må noen vurdere: arbeidsevnen, arbeidsevnevurderingen og bistandsbehovet."

# docs/lovvalg.md, L13: on what basis, with what access and what information to the persons.
GRUNNLAG = (
    "Lista bygger på kommunens egne opplysninger (sosialtjenesteloven §\u00a043\u00a0a). "
    "Del den bare med dem som trenger den i arbeidet (§\u00a044), "
    "og fortell brukerne at saksmengden gjennomgås (§\u00a043)."
)
