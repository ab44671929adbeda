"""The forms of an advance notice: what it says, or why none is needed, and what the participant answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.sak import varsler
from skreddersom.apper.sak.forms.ansvar import MedAnsvar
from skreddersom.apper.sak.forms.arbeid import Arbeidsskjema
from skreddersom.apper.sak.forms.felter import KAN_LESES, Framtid, langtekst, valg
from skreddersom.apper.sak.forms.vedtak import Dag, Linjer
from skreddersom.apper.sak.handlinger import Uttalt, Varselinnhold
from skreddersom.apper.sak.models import Maate, Slag, Varselunntak
from skreddersom.kjerne.lov.forhandsvarsel import uttalefrist
from skreddersom.plattform.brev.vern import har_sperret_adresse

if TYPE_CHECKING:
    from skreddersom.apper.sak.models import Behandling
    from skreddersom.plattform.tilgang.kontekst import Kontekst

I_BREVET = ("fakta", "begrunnelse", "frist")


class Varselskjema(MedAnsvar, Arbeidsskjema):
    """The letter, or one of the lawful reasons to decide without it. What the draft of the decision says already, stands in it."""

    use_required_attribute = False

    fra = Dag(_("Fra hvilken dag kan det gjelde?"), _("Kan stå tomt når det ikke er bestemt."))
    fakta = langtekst(_("Hva har skjedd?"), _("De faktiske forholdene. Skriv «du»: teksten står i brevet."))
    begrunnelse = langtekst(_("Hva legger dere vekt på?"), _("Så deltakeren vet hva det er å svare på. Ingenting er bestemt ennå."))
    frist = Framtid(
        label=_("Frist for å uttale seg"), help_text=_("Minst sju dager etter at brevet er sendt. To uker er vanlig, mer når det trengs.")
    )
    adresse = Linjer(_("Adressen brevet sendes til"), _("Uten navnet. Det fyller vi ut."), rader=3)
    unntak = valg(
        _("Kan dere la være å varsle?"),
        (("", _("Nei, deltakeren skal varsles")), *Varselunntak.choices),
        _("Bare når loven åpner for det. Da lages det ikke noe brev."),
        paakrevd=False,
    )
    unntak_begrunnelse = langtekst(_("Hvorfor?"), KAN_LESES, paakrevd=False, rader=3)

    def __init__(self, kontekst: Kontekst, om: Behandling, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(kontekst, om, data)
        self.sperret = har_sperret_adresse(om.person_id)
        if self.sperret:
            del self.fields["adresse"]
        for navn in I_BREVET:
            self.fields[navn].required = not self.data.get("unntak")

    def forslag(self) -> dict[str, object]:
        """What the draft says, and two weeks to answer in."""
        om = cast("Behandling", self.om)
        adresse = om.brevfelt.get("mottaker", {}).get("adresse", [])
        fra = om.fra if om.slag != Slag.AVSLUTNING else om.til
        return {
            "fra": fra,
            "fakta": om.brevfelt.get("fakta", ""),
            "begrunnelse": om.begrunnelse,
            "adresse": adresse,
            "frist": uttalefrist(timezone.localdate()),
        }

    def clean(self) -> dict[str, Any]:
        """Without a letter there is a reason; words in a letter that sound like an unlawful ground are answered for."""
        data = super().clean() or {}
        if not data.get("unntak"):
            besvarte = set(cast("Behandling", self.om).bekreftelser.values_list("merke", flat=True))
            self.spor(varsler.i_varselet(data.get("fakta", ""), data.get("begrunnelse", ""), besvarte, timezone.localdate()))
        elif not data.get("unntak_begrunnelse"):
            self.add_error("unntak_begrunnelse", ValidationError(_("Skriv hvorfor deltakeren ikke trenger å varsles først.")))
        return data

    @property
    def foreslatt(self) -> Varselinnhold:
        """The letter as the form is opened."""
        forslag: dict[str, Any] = self.forslag()
        return Varselinnhold(**forslag | {"adresse": tuple(forslag["adresse"])})

    @property
    def unntatt(self) -> tuple[Varselunntak, str] | None:
        """Why there is no letter, and more of it; None when there is one."""
        data = self.cleaned_data
        return (Varselunntak(data["unntak"]), data["unntak_begrunnelse"]) if data["unntak"] else None

    @property
    def varsel(self) -> Varselinnhold:
        """What the letter is to say, as far as it has come; a field that could not be read is empty."""
        data = self.cleaned_data
        adresse = tuple(data.get("adresse") or ())
        return Varselinnhold(data.get("fakta", ""), data.get("begrunnelse", ""), data.get("frist"), data.get("fra"), adresse)


class Uttalelseskjema(Arbeidsskjema):
    """What the participant answered, in their own words."""

    dato = Dato(label=_("Når kom svaret?"))
    maate = valg(_("Hvordan kom det?"), Maate.choices)
    tekst = langtekst(
        _("Hva sier deltakeren?"),
        _("Med deltakerens egne ord: de står i brevet om vedtaket. La feltet stå tomt når deltakeren ikke ønsker å uttale seg."),
        paakrevd=False,
    )
    onsket_ikke = forms.BooleanField(label=_("Deltakeren ønsket ikke å uttale seg"), required=False)
    ferdig = forms.BooleanField(
        label=_("Deltakeren har sagt alt, og trenger ikke resten av fristen"),
        help_text=_("Kryss bare av når deltakeren selv har sagt det. Da kan vedtaket fattes før fristen er ute."),
        required=False,
    )

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def clean(self) -> dict[str, Any]:
        """Words, or that there are none; not both."""
        data = super().clean() or {}
        if bool(data.get("tekst")) == bool(data.get("onsket_ikke")):
            feil = _("Skriv hva personen selv sier, eller velg at personen ikke ønsket å si noe. Ikke begge deler.")
            self.add_error("tekst", ValidationError(feil))
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The answer."""
        data = self.cleaned_data
        return (Uttalt(data["dato"], Maate(data["maate"]), data["tekst"], data["ferdig"]),)
