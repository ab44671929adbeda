"""What can come next in a case, and why the rest cannot: ``sakport`` in words and addresses, as ``naa`` is for a behandling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skreddersom.apper.sak import krav
from skreddersom.apper.sak.port import Handling
from skreddersom.apper.sak.port import port as behandlingsport
from skreddersom.apper.sak.sakport import Videre, porter
from skreddersom.apper.sak.visning.naa import Apen, Naa, Stengt
from skreddersom.apper.sak.visning.naa import adresse as behandlingsadresse
from skreddersom.apper.sak.visning.ord import GJOR as HVA

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from skreddersom.apper.sak.models import Behandling
    from skreddersom.apper.sak.port import Hvem
    from skreddersom.apper.sak.sakport import Sakstilstand, Vedtakstilstand
    from skreddersom.apper.sak.tilstand import Tilstand
    from skreddersom.plattform.tilgang.kontekst import Kontekst

GJOR: Final = {
    Videre.FORLENGELSE: gettext_lazy("Forleng programmet"),
    Videre.AVBRUDD: gettext_lazy("Avbryt programmet for en tid"),
    Videre.STANS: gettext_lazy("Stans stønaden"),
    Videre.AVSLUTNING: gettext_lazy("Avslutt programmet"),
    Videre.OMGJORING: gettext_lazy("Omgjør et vedtak"),
    Videre.INVITASJON: gettext_lazy("Inviter til samtale"),
    Videre.BEVIS: gettext_lazy("Lag deltakerbevis"),
    Videre.AVSLUTT: gettext_lazy("Avslutt saken"),
    Videre.GJENAPNE: gettext_lazy("Åpne saken igjen"),
}
"""What can come next → what the button says."""

FORKLARING: Final = {
    Videre.FORLENGELSE: gettext_lazy(
        "Et vedtak varer i høyst ett år. Programmet kan forlenges fra dagen etter, når vilkårene fortsatt er oppfylt."
    ),
    Videre.AVBRUDD: gettext_lazy("Programmet settes på pause i en periode. Tiden i avbruddet regnes ikke med i varigheten."),
    Videre.STANS: gettext_lazy("Stønaden stanses for en periode. Programmet løper videre, og tiden regnes med."),
    Videre.AVSLUTNING: gettext_lazy(
        "Programmet er fullført, eller slutter før tiden. Skal det slutte før tiden, må deltakeren varsles først."
    ),
    Videre.OMGJORING: gettext_lazy(
        "Kontoret kan endre eller oppheve sitt eget vedtak. Til skade for personen trengs det særlig grunn, og personen må varsles først."
    ),
    Videre.INVITASJON: gettext_lazy("Et brev med dag, klokkeslett og sted. Samtalen er frivillig, og det står i brevet."),
    Videre.BEVIS: gettext_lazy(
        "Deltakeren skal ha et bevis når programmet er fullført eller avsluttet. Det viser hva deltakeren har gjort, og sier ikke noe "
        "om saken."
    ),
    Videre.AVSLUTT: gettext_lazy("Saken legges bort. Den kan fortsatt leses, og en klage kan tas imot."),
    Videre.GJENAPNE: gettext_lazy("Saken tas fram igjen, slik at et vedtak i den kan endres."),
}
"""What can come next → what it means, on its own page."""


def videre(tilstand: Sakstilstand, sak_id: UUID, hvem: Hvem, dag: date, forst: tuple[Apen, ...] = ()) -> Naa:
    """Exactly what the port says, after what comes first (``varsling``)."""
    alle = porter(tilstand, hvem, dag)
    return Naa(
        forst
        + tuple(Apen(str(GJOR[hva]), adresse(hva, sak_id), direkte=False, variant="secondary") for hva, ett in alle.items() if ett.apen),
        tuple(Stengt(str(GJOR[hva]), ett.hindringer) for hva, ett in alle.items() if not ett.apen),
    )


def varsling(behandling: Behandling, tilstand: Tilstand, hvem: Kontekst, dag: date) -> tuple[Apen, ...]:
    """The way to the notice, when the decision that is worked on cannot be made without one and it is not given."""
    mangler = tilstand.varsel is None and krav.VARSLINGEN in krav.per_side(tilstand, dag)
    if not mangler or not behandlingsport(Handling.VARSLE, tilstand, hvem, dag).apen:
        return ()
    return (Apen(str(HVA[Handling.VARSLE]), behandlingsadresse(Handling.VARSLE, behandling), direkte=False, variant="secondary"),)


def adresse(hva: Videre, sak_id: UUID) -> str:
    """Where it is done."""
    return reverse("sak:videre", kwargs={"sak_id": sak_id, "hva": hva.value})


def vedtaket(ett: Vedtakstilstand) -> str:
    """A decision in a line: what it said, when, and what it still grants."""
    linje = f"{ett.utfall.label} {ett.dato:%d.%m.%Y}"
    if ett.fra is None or ett.til is None:
        return linje
    return linje + _(", gjelder fra %(fra)s til %(til)s") % {"fra": f"{ett.fra:%d.%m.%Y}", "til": f"{ett.til:%d.%m.%Y}"}
