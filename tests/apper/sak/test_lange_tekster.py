"""Nothing typed is cut: a text that is too long is sent back whole, with how long it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django import forms

from apper.sak.saken import IDAG
from skreddersom.apper.sak import handlinger as h
from skreddersom.apper.sak.forms import arbeid, grunnlag, kontroll, soknad, vedtak, vilkar
from skreddersom.apper.sak.handlinger.felles import LENGSTE_TEKST
from skreddersom.apper.sak.models import Egenvurdering
from skreddersom.kjerne.feil import Brukerfeil
from skreddersom.plattform.tilgang.kontekst import som

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from apper.sak.saken import Saken

FOR_LANG = "a" * (LENGSTE_TEKST + 1)


def alle_tekstfelt() -> Iterator[tuple[str, forms.CharField]]:
    """Every field of more than a line in the forms of a case."""
    for modul in (arbeid, grunnlag, kontroll, soknad, vedtak, vilkar):
        for ett in vars(modul).values():
            if isinstance(ett, type) and issubclass(ett, forms.Form):
                yield from (
                    (f"{ett.__name__}.{navn}", felt)
                    for navn, felt in ett.base_fields.items()
                    if isinstance(felt, forms.CharField) and isinstance(felt.widget, forms.Textarea)
                )


@pytest.mark.parametrize(("navn", "felt"), list(alle_tekstfelt()), ids=lambda ett: ett if isinstance(ett, str) else "")
def test_hvert_tekstfelt_har_samme_grense_og_sier_hvor_lang_teksten_er(navn: str, felt: forms.CharField) -> None:
    assert felt.max_length == LENGSTE_TEKST, navn
    with pytest.raises(forms.ValidationError) as feil:
        felt.clean(FOR_LANG)
    assert feil.value.messages == [f"Teksten er på {LENGSTE_TEKST + 1} tegn. Skriv den kortere: høyst {LENGSTE_TEKST} tegn."]


def test_en_for_lang_tekst_blir_nektet_og_ikke_klippet(saken: Saken) -> None:
    with pytest.raises(Brukerfeil, match="høyst 20000 tegn"):
        saken.i_saken("vilde", h.registrer_egenvurdering, h.Egne(IDAG, FOR_LANG))
    with som(saken.folk.kontekst("lena")):
        assert not Egenvurdering.objects.exists()


def test_den_lengste_teksten_blir_lagret_hel(saken: Saken) -> None:
    saken.i_saken("vilde", h.registrer_egenvurdering, h.Egne(IDAG, f"  {FOR_LANG[1:]}  "))
    with som(saken.folk.kontekst("lena")):
        assert Egenvurdering.objects.get().tekst == FOR_LANG[1:]


def test_skjemaet_kommer_tilbake_med_alt_som_var_skrevet(saken: Saken, client: Client) -> None:
    klient = saken.folk.logg_inn(client, "vilde")
    adresse = f"/sak/{saken.sak_id}/egenvurdering/"
    felt = klient.get(adresse).context["skjema"]
    sendt: dict[str, Any] = {navn: felt[navn].value() for navn in ("versjon", "nokkel")} | {"dato": str(IDAG), "tekst": FOR_LANG}
    svar = klient.post(adresse, sendt)
    assert FOR_LANG in svar.content.decode()
    assert "Skriv den kortere" in svar.content.decode()
