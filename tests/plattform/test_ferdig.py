"""Queries whose SQL is worked out once must give what Django itself would have given."""

from __future__ import annotations

from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import F, Q
from django.db.models.sql.compiler import SQLCompiler

from skreddersom.plattform.ferdig import DAGER, IDER, LISTER, Ferdig, FerdigForRolle
from skreddersom.plattform.tilgang.models import Kontor, Stilling
from skreddersom.plattform.tilgang.roller import Rolle

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from rollebesetning import Besetning
    from skreddersom.plattform.tilgang.kontekst import Kontekst


def roller(kontor: UUID, idag: date) -> QuerySet[Stilling]:
    gjelder = Q(til__isnull=True) | Q(til__gte=idag)
    return Stilling.objects.filter(gjelder, kontor_id=kontor, fra__lte=idag).select_related("ansatt", "kontor")


def egne_eller_alle(kontekst: Kontekst) -> QuerySet[Stilling]:
    alle = Stilling.objects.filter(kontor_id=kontekst.kontor)
    return alle.filter(ansatt_id=kontekst.ansatt) if kontekst.rolle is Rolle.VEILEDER else alle


def test_svaret_er_det_samme_som_django_gir(folk: Besetning) -> None:
    ferdig = Ferdig(roller, kontor=IDER, idag=DAGER)
    for kontor in Kontor.objects.all():
        fasit = list(roller(kontor.pk, date(2026, 6, 30)))
        assert ferdig(kontor=kontor.pk, idag=date(2026, 6, 30)) == fasit
        assert [ett.ansatt.navn for ett in ferdig(kontor=kontor.pk, idag=date(2026, 6, 30))] == [ett.ansatt.navn for ett in fasit]
    assert ferdig(kontor=folk["vilde"].kontor_id, idag=date(2026, 6, 30))


def test_et_utsnitt_er_en_del_av_det_hele(folk: Besetning) -> None:
    ferdig = Ferdig(roller, kontor=IDER, idag=DAGER)
    kontor, idag = folk["vilde"].kontor_id, date(2026, 6, 30)
    alle = ferdig(kontor=kontor, idag=idag)
    assert len(alle) > 3
    assert ferdig(kontor=kontor, idag=idag, fra=1, antall=2) == alle[1:3]


def test_sporringen_lages_bare_en_gang(folk: Besetning, monkeypatch: pytest.MonkeyPatch) -> None:
    ferdig = Ferdig(roller, kontor=IDER, idag=DAGER)
    forst = ferdig(kontor=folk["vilde"].kontor_id, idag=date(2026, 6, 30))

    def aldri_mer(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(SQLCompiler, "as_sql", aldri_mer)
    assert ferdig(kontor=folk["vilde"].kontor_id, idag=date(2026, 6, 30)) == forst


def test_hver_rolle_faar_sin_egen_form(folk: Besetning) -> None:
    ferdig = FerdigForRolle(egne_eller_alle)
    vilde, lena = folk.kontekst("vilde"), folk.kontekst("lena")
    assert {ett.ansatt_id for ett in ferdig(vilde)} == {vilde.ansatt}
    assert set(ferdig(lena)) == set(egne_eller_alle(lena))
    assert {ett.ansatt_id for ett in ferdig(vilde)} == {vilde.ansatt}


def test_verdier_kommer_slik_django_gir_dem(folk: Besetning) -> None:
    kontor = folk["vilde"].kontor_id
    rader: Ferdig[Any] = Ferdig(
        lambda kontor: Stilling.objects.filter(kontor_id=kontor).values_list("rolle", "fra", "klareringer"), kontor=IDER
    )
    roller_: Ferdig[Any] = Ferdig(lambda kontor: Stilling.objects.filter(kontor_id=kontor).values_list("rolle", flat=True), kontor=IDER)
    alle = Stilling.objects.filter(kontor_id=kontor)
    assert rader(kontor=kontor) == list(alle.values_list("rolle", "fra", "klareringer"))
    assert roller_(kontor=kontor) == list(alle.values_list("rolle", flat=True))


def test_det_som_er_regnet_ut_og_det_som_ikke_er_hentet_er_som_i_django(folk: Besetning) -> None:
    ferdig = Ferdig(lambda kontor: Stilling.objects.filter(kontor_id=kontor).annotate(her=F("kontor_id")).defer("rolle"), kontor=IDER)
    (forste, *_) = ferdig(kontor=folk["vilde"].kontor_id)
    assert forste.her == folk["vilde"].kontor_id  # type: ignore[attr-defined]
    assert forste.get_deferred_fields() == {"rolle"}
    assert forste.rolle == Stilling.objects.get(pk=forste.pk).rolle


def test_en_sporring_som_henter_mer_enn_radene_sine_avvises(folk: Besetning) -> None:
    alle: tuple[Callable[[str], QuerySet[Any]], ...] = (
        lambda n: Kontor.objects.filter(navn=n).prefetch_related("kommuner"),
        lambda n: Kontor.objects.filter(navn=n).values(),
    )
    for lag in alle:
        with pytest.raises(ValueError, match="radene sine"):
            Ferdig(lag, n=("a", "b"))(n="c")


def test_en_sporring_med_ulik_form_for_ulike_verdier_avvises(folk: Besetning) -> None:
    ulik = Ferdig(lambda n: Kontor.objects.filter(rekkefolge__gt=n) if n > 1 else Kontor.objects.all(), n=(1, 2))
    with pytest.raises(ValueError, match="form"):
        ulik(n=3)


def test_en_verdi_som_ikke_finnes_igjen_i_sporringen_avvises(folk: Besetning) -> None:
    omgjort = Ferdig(lambda n: Kontor.objects.filter(rekkefolge__gt=n + 1), n=(1001, 2001))
    with pytest.raises(ValueError, match="form"):
        omgjort(n=3)


@pytest.mark.parametrize("verdier", [{}, {"kontor": uuid4()}, {"kontor": uuid4(), "idag": date.min, "mer": 1}])
def test_verdiene_maa_vaere_de_som_er_avtalt(verdier: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="idag"):
        Ferdig(roller, kontor=IDER, idag=DAGER)(**verdier)  # type: ignore[arg-type]


def test_flere_traader_bruker_hver_sin_kobling(folk: Besetning) -> None:
    ferdig = Ferdig(lambda navn: Kontor.objects.filter(navn=navn), navn=("a", "b"))
    Kontor.objects.create(navn="Traadkontor")  # not committed: only the connection of this thread sees it
    assert ferdig(navn="Traadkontor")
    koblinger: list[tuple[object, object, object]] = []

    def spor() -> None:
        koblinger.append((connection.connection, ferdig(navn="Traadkontor"), connection.connection))
        connection.close()

    traad = Thread(target=spor)
    traad.start()
    traad.join()
    [(for_, funnet, etter)] = koblinger
    assert for_ is None
    assert funnet == []
    assert etter is not connection.connection


def test_en_liste_av_ider_har_samme_form_hvor_lang_den_enn_er(folk: Besetning) -> None:
    alle = [ett.pk for ett in Kontor.objects.order_by("navn")]
    ferdig = Ferdig(lambda ider: Kontor.objects.filter(pk__blant=ider).order_by("navn"), ider=LISTER)
    assert len(alle) > 2
    for ider in ([], alle[:1], alle[1:], alle):
        assert [ett.pk for ett in ferdig(ider=ider)] == ider


def test_blant_gjelder_ogsaa_det_som_peker_paa_andre(folk: Besetning) -> None:
    kontor = folk["vilde"].kontor_id
    her = Stilling.objects.filter(kontor_id__blant=[kontor, uuid4()])
    assert set(her) == set(Stilling.objects.filter(kontor_id=kontor))
    assert her
