"""The forms of a complaint: what came, whether it can be taken up, and what the office answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.kandidat.sporringer import veiledere
from skreddersom.apper.sak.forms.felter import KAN_LESES, Framtid, Skjema, langtekst, linje, valg
from skreddersom.apper.sak.handlinger import Dom, Formkravsvar, Klageutkast, NyKlage
from skreddersom.apper.sak.klagebrev import omgjort
from skreddersom.apper.sak.models import Fristunntak, Klager, Maate, Omgjoringsarsak, Retursaarsak, Underretning
from skreddersom.plattform.brev.vern import har_sperret_adresse

if TYPE_CHECKING:
    from skreddersom.apper.sak.models import Formkrav, Klage, Sak
    from skreddersom.plattform.tilgang.kontekst import Kontekst

JA_NEI = (("ja", _("Ja")), ("nei", _("Nei")))


class NyKlageskjema(Skjema):
    """A complaint as it came, about one of the decisions of the case."""

    vedtak = valg(_("Hvilket vedtak klages det på?"), ())
    mottatt = Dato(
        label=_("Når kom klagen?"), help_text=_("Er den sendt i posten, regnes dagen den ble postlagt. Se på stempelet eller spør.")
    )
    maate = valg(
        _("Hvordan kom den?"), Maate.choices, _("Sies den muntlig, skriver du den ned og lar klageren lese gjennom og skrive under.")
    )
    klager = valg(_("Hvem klager?"), Klager.choices)
    klager_navn = linje(_("Navnet på den som klager, når det er en annen"), paakrevd=False)
    innhold = langtekst(_("Hva sier klagen?"), _("Med klagerens egne ord. Personen kan lese det du skriver."))
    endring = langtekst(_("Hva vil klageren ha endret?"), _("La stå tomt om det ikke er sagt."), paakrevd=False, rader=3)

    def __init__(self, om: Sak, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        super().__init__(om, data)
        alle = [(str(ett.pk), f"{ett.get_utfall_display()}, {ett.dato:%d.%m.%Y}") for ett in om.vedtak.all()]
        felt = cast("forms.ChoiceField", self.fields["vedtak"])
        felt.choices = alle
        felt.initial = alle[0][0] if alle else None

    def forslag(self) -> dict[str, object]:
        """The party, today."""
        return {"mottatt": timezone.localdate(), "klager": Klager.PARTEN}

    def ny(self) -> NyKlage:
        """What the action takes."""
        data = self.cleaned_data
        return NyKlage(
            data["nokkel"],
            UUID(data["vedtak"]),
            data["mottatt"],
            Maate(data["maate"]),
            data["innhold"],
            data["endring"],
            Klager(data["klager"]),
            data["klager_navn"],
        )


class Klageskjema(Skjema):
    """A form about a complaint; without fields of its own it asks nothing but to be sure. ``kontekst`` is the one who fills it in."""

    def __init__(self, kontekst: Kontekst, om: Klage, data: Any = None) -> None:  # noqa: ANN401 – what Django posts
        self.kontekst = kontekst
        self.klage = om
        super().__init__(om, data)


class Formkravskjema(Klageskjema):
    """Whether the complaint can be taken up. What was answered last stands in it."""

    part = valg(
        _("Kommer klagen fra en som kan klage?"), JA_NEI, _("Den vedtaket gjelder, en med fullmakt, eller en annen med rett til å klage.")
    )
    konkret = valg(
        _("Sier klagen hvilket vedtak den gjelder, og hva som skal endres?"),
        JA_NEI,
        _("Still ikke strenge krav. Det er nok at det går an å forstå."),
    )
    underskrevet = valg(_("Er den underskrevet, eller sendt slik at vi vet hvem den er fra?"), JA_NEI)
    begrunnelse = langtekst(_("Er svaret nei på noe: hva mangler?"), KAN_LESES, paakrevd=False, rader=3)
    rettefrist = Framtid(
        label=_("Frist for å rette det"), help_text=_("Kort, men lang nok. Si fra til klageren hva som mangler."), required=False
    )
    underretning = valg(
        _("Hvordan fikk klageren vite om vedtaket?"),
        Underretning.choices,
        _("Kan vi ikke vise når det kom fram, regnes klagen som levert i tide."),
    )
    framkommet = Dato(label=_("Når kom brevet fram? (på papir)"), required=False)
    tilgjengelig = Dato(label=_("Når ble vedtaket gjort tilgjengelig? (digitalt)"), required=False)
    varslet = Dato(label=_("Når ble varselet sendt? (digitalt)"), required=False)
    unntak = valg(
        _("Bare hvis klagen kom for sent: skal den tas opp likevel?"),
        (("", _("Klagen kom i tide")), *Fristunntak.choices),
        _("Legg vekt på om parten bør bebreides for å ha ventet, hvor lenge det er gått, og hvor mye saken betyr."),
        paakrevd=False,
    )
    unntak_begrunnelse = langtekst(_("Hvorfor, eller hvorfor ikke?"), KAN_LESES, paakrevd=False, rader=3)

    def forslag(self) -> dict[str, object]:
        """What was answered last."""
        siste: Formkrav | None = self.klage.formkrav.first()
        if siste is None:
            return {}
        like = ("begrunnelse", "rettefrist", "underretning", "framkommet", "tilgjengelig", "varslet", "unntak", "unntak_begrunnelse")
        svar = {navn: "ja" if getattr(siste, navn) else "nei" for navn in ("part", "konkret", "underskrevet")}
        return svar | {navn: getattr(siste, navn) for navn in like}

    def clean(self) -> dict[str, Any]:
        """The days that the way of telling needs."""
        data = super().clean() or {}
        trenger = {Underretning.PAPIR.value: ("framkommet",), Underretning.ELEKTRONISK.value: ("tilgjengelig", "varslet")}
        for navn in trenger.get(data.get("underretning", ""), ()):
            if not data.get(navn) and navn not in self.errors:
                self.add_error(navn, ValidationError(_("Velg en dato.")))
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The answers."""
        data = self.cleaned_data
        like = ("begrunnelse", "rettefrist", "unntak_begrunnelse", "framkommet", "tilgjengelig", "varslet")
        svar = {navn: data[navn] == "ja" for navn in ("part", "konkret", "underskrevet")}
        unntak = Fristunntak(data["unntak"]) if data["unntak"] else None
        return (
            Formkravsvar(**svar, underretning=Underretning(data["underretning"]), unntak=unntak, **{navn: data[navn] for navn in like}),
        )


class Tilleggskjema(Klageskjema):
    """What came later."""

    dato = Dato(label=_("Når kom det?"))
    tekst = langtekst(_("Hva kom?"), _("Med klagerens egne ord. Personen kan lese det du skriver."))

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The day and the text."""
        return (self.cleaned_data["dato"], self.cleaned_data["tekst"])


class Klageutkastskjema(Klageskjema):
    """The draft of the covering letter.

    What part the office has changed itself is asked for when it has; where somebody with a protected address lives is not.
    """

    anforsler = langtekst(_("Hva anfører klageren?"), _("Gjengi det som er sagt, også det dere er uenige i."), paakrevd=False)
    omgjort_del = langtekst(
        _("Hvilken del av vedtaket har dere selv endret?"),
        _("Statsforvalteren skal bare ta stilling til resten. Skriv hva det nye vedtaket endret, og hva klagen da gjelder."),
        paakrevd=False,
        rader=4,
    )
    vurdering = langtekst(
        _("Hvorfor blir vedtaket stående?"),
        _("Svar på hvert punkt i klagen. Klageren får kopi og kan lese det du skriver."),
        paakrevd=False,
        rader=8,
    )
    vedlegg = langtekst(
        _("Vedlegg"),
        _("Ett på hver linje: klagen, vedtaket, arbeidsevnevurderingen og resten av sakens dokumenter."),
        paakrevd=False,
        rader=4,
    )
    til_adresse = langtekst(_("Adressen til Statsforvalteren"), _("Én linje i adressen på hver linje."), paakrevd=False, rader=3)
    kopi_adresse = langtekst(_("Adressen til klageren, som får kopi"), _("Én linje i adressen på hver linje."), paakrevd=False, rader=3)

    def __init__(self, kontekst: Kontekst, om: Klage, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(kontekst, om, data)
        if omgjort(om) is None:
            del self.fields["omgjort_del"]
        else:
            self.fields["vurdering"].label = _("Hvorfor blir resten av vedtaket stående?")
        if har_sperret_adresse(om.person_id):
            del self.fields["kopi_adresse"]

    def forslag(self) -> dict[str, object]:
        """The draft as it stands."""
        linjer: dict[str, object] = {navn: "\n".join(getattr(self.klage, navn)) for navn in ("vedlegg", "til_adresse", "kopi_adresse")}
        return linjer | {navn: getattr(self.klage, navn) for navn in ("anforsler", "vurdering", "omgjort_del")}

    def clean(self) -> dict[str, Any]:
        """No line is longer than the letter can hold."""
        data = super().clean() or {}
        for navn, lengst in (("vedlegg", 200), ("til_adresse", 120), ("kopi_adresse", 120)):
            if any(len(ett.strip()) > lengst for ett in data.get(navn, "").splitlines()):
                self.add_error(navn, ValidationError(_("En av linjene er for lang. Del den i to.")))
        return data

    def argumenter(self) -> tuple[object, ...]:
        """The draft."""
        data = self.cleaned_data
        linjer: dict[str, Any] = {navn: tuple(data.get(navn, "").splitlines()) for navn in ("vedlegg", "til_adresse", "kopi_adresse")}
        tekster = {navn: data.get(navn, "") for navn in ("anforsler", "vurdering", "omgjort_del")}
        return (Klageutkast(**tekster, **linjer),)


class Klageretur(Klageskjema):
    """Why it is sent back."""

    arsaker = forms.MultipleChoiceField(
        label=_("Hvorfor sendes den tilbake?"),
        choices=Retursaarsak.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én årsak."), "invalid_choice": _("Velg årsaker fra lista.")},
    )
    tekst = langtekst(_("Hva må gjøres?"), KAN_LESES, paakrevd=False, rader=3)

    def argumenter(self) -> tuple[object, ...]:
        """The reasons."""
        arsaker = tuple(Retursaarsak(ett) for ett in self.cleaned_data["arsaker"])
        return (Dom(godkjent=False, arsaker=arsaker, tekst=self.cleaned_data["tekst"]),)


class Omgjorskjema(Klageskjema):
    """What was wrong with the decision."""

    arsak = valg(
        _("Hvorfor skal vedtaket omgjøres?"),
        Omgjoringsarsak.choices,
        _(
            "Klagen er avgjort når det nye vedtaket er fattet. Skal bare en del av vedtaket endres, velger du «Omgjør et vedtak» i saken: "
            "da står klagen åpen, og resten kan oversendes etterpå."
        ),
    )
    tekst = langtekst(
        _("Forklar kort"), _("Må fylles ut når du velger «annet». Personen kan lese det du skriver."), paakrevd=False, rader=3
    )

    def argumenter(self) -> tuple[object, ...]:
        """The reason."""
        return (Omgjoringsarsak(self.cleaned_data["arsak"]), self.cleaned_data["tekst"])


class Klagetildelskjema(Klageskjema):
    """Who is to have it."""

    ansatt = valg(_("Hvem skal ha klagen?"), (), _("Gjerne en annen enn den som behandlet saken."))

    def __init__(self, kontekst: Kontekst, om: Klage, data: Any = None) -> None:  # noqa: ANN401
        super().__init__(kontekst, om, data)
        felt = cast("forms.ChoiceField", self.fields["ansatt"])
        felt.choices = [(str(ett.pk), ett.navn) for ett in veiledere(kontekst)]

    def argumenter(self) -> tuple[object, ...]:
        """The veileder."""
        return (UUID(self.cleaned_data["ansatt"]),)


class Trekkskjema(Klageskjema):
    """The complainer takes it back."""

    dato = Dato(label=_("Når ble klagen trukket?"))

    def forslag(self) -> dict[str, object]:
        """Today."""
        return {"dato": timezone.localdate()}

    def argumenter(self) -> tuple[object, ...]:
        """The day."""
        return (self.cleaned_data["dato"],)
