"""Forms of the report: its head, its claims, its words, whom to follow up, and publishing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from skreddersom.apper.kandidat.forms import Dato
from skreddersom.apper.omradeovervaking.forms.felter import Dag, Rundeskjema, langtekst, linje, nynorsk, par
from skreddersom.apper.omradeovervaking.visning import maalform
from skreddersom.apper.sak.forms.felter import valg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DELER: Final = (
    ("hovedfunn", _("Hovedfunn")),
    ("bakgrunn", _("Bakgrunn")),
    ("resultat", _("Resultat")),
    ("vurdering", _("Vurdering")),
)
SKILLE: Final = "="


def _ut(ord_: Mapping[str, str], navn: str) -> dict[str, str]:
    """Words in both norms, as they stand in a form."""
    return {navn: ord_["nb"], f"{navn}_nn": ord_["nn"] if ord_["nn"] != ord_["nb"] else ""}


class Innledningskjema(Rundeskjema):
    """The title and the sentence under it."""

    tittel = linje(_("Tittel"))
    tittel_nn = nynorsk()
    ingress = langtekst(_("Ingress"), _("Én setning om hva rapporten bygger på."), paakrevd=False, rader=2)
    ingress_nn = nynorsk(lang=True)

    def forslag(self) -> dict[str, object]:
        """As it stands; the title is that of the round until it has its own."""
        data = self.grunnlag.definisjonsdata()
        return {**_ut(data["tittel"], "tittel"), **(_ut(data["ingress"], "ingress") if "ingress" in data else {})}

    def felt(self) -> dict[str, Any]:
        """As it is kept."""
        ingress = par(self.cleaned_data, "ingress")
        return {"tittel": par(self.cleaned_data, "tittel"), **({"ingress": ingress} if ingress["nb"] else {})}


class Delskjema(Rundeskjema):
    """Something that stands in one of the lists of the draft."""

    liste = ""
    ny: Callable[..., dict[str, Any]]
    """As it is kept; each kind has its own."""

    @property
    def gammelt(self) -> dict[str, Any] | None:
        """What is being changed."""
        alle = self.grunnlag.utkast[self.liste]
        return alle[self.plass] if self.plass is not None and self.plass < len(alle) else None

    def still_inn(self) -> None:
        """What stands can be taken away."""
        self.kan_fjernes = self.gammelt is not None


class Avsnittskjema(Delskjema):
    """Words that rest on something else than the answers."""

    liste = "avsnitt"
    del_ = valg(_("Hvor i rapporten?"), DELER[1:])
    tekst = langtekst(_("Avsnittet"), rader=5)
    tekst_nn = nynorsk(lang=True)

    def forslag(self) -> dict[str, object]:
        """As it stands."""
        ett = self.gammelt
        return {"del_": ett["del"], **_ut(ett["tekst"], "tekst")} if ett else {"del_": "bakgrunn"}

    def ny(self) -> dict[str, Any]:
        """As it is kept."""
        return {"del": self.cleaned_data["del_"], "tekst": par(self.cleaned_data, "tekst")}


class Paastandskjema(Delskjema):
    """A sentence about the offices, and the codes it rests on."""

    liste = "paastand"
    tekst = langtekst(
        _("Påstanden"), _("Si hvor mange: «åtte kontorer», «de fleste kontorene». Uten mengdeord leses den som alle."), rader=2
    )
    tekst_nn = nynorsk(lang=True)
    del_ = valg(_("Hvor i rapporten?"), (DELER[0], DELER[2]))
    koder = forms.MultipleChoiceField(
        label=_("Svarene den bygger på"),
        help_text=_("Koder fra ett og samme spørsmål. Tallet bak er hvor mange kontorer som har koden."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst én kode.")},
    )
    kontorer = forms.MultipleChoiceField(
        label=_("Gjelder bare disse kontorene"),
        help_text=_("La stå tomt når påstanden gjelder alle."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def still_inn(self) -> None:
        """Every code that is in use, with how many have it, and every office."""
        super().still_inn()
        koding = self.grunnlag.koding
        antall = {(rute.sporsmal, kodet.kode): 0 for rute, kodet in koding.ruter.items()}
        for rute, kodet in koding.ruter.items():
            antall[rute.sporsmal, kodet.kode] += 1
        viste = antall.keys() | ({(self.gammelt["sporsmal"], kode) for kode in self.gammelt["koder"]} if self.gammelt else set())
        self.fields["koder"].choices = [  # type: ignore[attr-defined]
            (f"{ett.kode}{SKILLE}{kode}", f"{ett.navn}: {navn} ({antall.get((ett.kode, kode), 0)})")
            for ett in self.grunnlag.sporsmal
            for kode, navn in self.grunnlag.kodevalg(ett.kode, maalform())
            if (ett.kode, kode) in viste
        ]
        self.fields["kontorer"].choices = [(navn, navn) for navn in self.grunnlag.svar.kontorer]  # type: ignore[attr-defined]

    def forslag(self) -> dict[str, object]:
        """As it stands."""
        ett = self.gammelt
        if ett is None:
            return {"del_": "hovedfunn"}
        koder = [f"{ett['sporsmal']}{SKILLE}{self.grunnlag.samlet(ett['sporsmal'], kode)}" for kode in ett["koder"]]
        return {"del_": ett["del"], "koder": koder, "kontorer": ett.get("kontorer", []), **_ut(ett["tekst"], "tekst")}

    def clean_koder(self) -> list[str]:
        """Of one question only."""
        valgte: list[str] = self.cleaned_data["koder"]
        if len({ett.partition(SKILLE)[0] for ett in valgte}) > 1:
            raise forms.ValidationError(_("Velg koder fra ett spørsmål. Gjelder påstanden flere, blir det flere påstander."))
        return valgte

    def ny(self) -> dict[str, Any]:
        """As it is kept. A claim keeps its name for good, so that corrections can be followed."""
        felt = self.cleaned_data
        par_ = [ett.partition(SKILLE) for ett in felt["koder"]]
        return {
            "id": self.gammelt["id"] if self.gammelt else self._ledig(),
            "del": felt["del_"],
            "tekst": par(felt, "tekst"),
            "sporsmal": par_[0][0],
            "koder": [kode for _sporsmal, _skille, kode in par_],
            "kontorer": felt["kontorer"],
        }

    def _ledig(self) -> str:
        brukt = {ett["id"] for ett in self.grunnlag.utkast["paastand"]}
        publisert = {ett["id"] for utgave in self.grunnlag.utgaver for ett in utgave.data["paastander"]}
        return next(navn for nr in range(1, 10_000) if (navn := f"P{nr}") not in brukt | publisert)


class Oppfolgingskjema(Delskjema):
    """An office to follow up: which answer, why, who does it and by when."""

    liste = "oppfolging"
    rute = forms.ChoiceField(label=_("Kontor og svar"))
    hvorfor = langtekst(_("Hvorfor?"), rader=2)
    hvorfor_nn = nynorsk(lang=True)
    ansvarlig = linje(_("Hvem gjør det?"), _("Uten navn sier rapporten at det ikke er avklart."), paakrevd=False)
    frist = Dag(label=_("Når?"), required=False)

    def still_inn(self) -> None:
        """Every answer there is."""
        super().still_inn()
        svar = self.grunnlag.svar
        ruter = [rute for rute in svar.ruter() if svar.besvart(rute)]
        navn = {ett.kode: ett.navn for ett in self.grunnlag.sporsmal}
        valgene = [
            (f"{rute.kontor}{SKILLE}{rute.sporsmal}", f"{rute.kontor}, {navn[rute.sporsmal]}: {svar.ord[rute][:60]}") for rute in ruter
        ]
        self.fields["rute"].choices = valgene  # type: ignore[attr-defined]

    def forslag(self) -> dict[str, object]:
        """As it stands."""
        ett = self.gammelt
        if ett is None:
            return {}
        mer = {"ansvarlig": ett["ansvarlig"]["nb"] if "ansvarlig" in ett else "", "frist": ett.get("frist")}
        return {"rute": f"{ett['kontor']}{SKILLE}{ett['sporsmal']}", **mer, **_ut(ett["hvorfor"], "hvorfor")}

    def ny(self) -> dict[str, Any]:
        """As it is kept."""
        felt = self.cleaned_data
        kontor, _skille, sporsmal = felt["rute"].rpartition(SKILLE)
        ansvarlig = {"ansvarlig": par(felt, "ansvarlig")} if felt["ansvarlig"] else {}
        frist = {"frist": felt["frist"].isoformat()} if felt["frist"] else {}
        gjort = {"gjort": self.gammelt["gjort"]} if self.gammelt and "gjort" in self.gammelt else {}
        return {"kontor": kontor, "sporsmal": sporsmal, "hvorfor": par(felt, "hvorfor"), **ansvarlig, **frist, **gjort}


class Gjortskjema(Rundeskjema):
    """What was done about an office on the list, and when."""

    dato = Dato(label=_("Når skjedde det?"))
    tekst = langtekst(_("Hva ble gjort, og hva kom ut av det?"), rader=3)


class Publiserskjema(Rundeskjema):
    """The norm, and from the second time why."""

    maalform = valg(_("Målform"), (("nb", "Bokmål"), ("nn", "Nynorsk")))
    grunn = langtekst(_("Hvorfor rettes rapporten?"), _("Den som leser, ser hva som sto, hva som står nå, og dette."), rader=3)

    def forslag(self) -> dict[str, object]:
        """As the last time."""
        return {"maalform": self.grunnlag.utgaver[0].maalform if self.grunnlag.utgaver else "nb"}

    def still_inn(self) -> None:
        """The first time there is nothing to correct."""
        if not self.grunnlag.utgaver:
            del self.fields["grunn"]
