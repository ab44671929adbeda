"""Addresses of the cases' pages: one file in ``views`` for each page. Who may open which stands in ``plattform/oppsett/sider.py``."""

from __future__ import annotations

from django.urls import path

from skreddersom.apper.sak.views import (
    arbeid,
    benk,
    brev,
    brevhode,
    funn,
    grunnlag,
    innsyn,
    invitasjon,
    klage,
    kontroll,
    kvittering,
    sak,
    sakens_brev,
    skriv,
    soknad,
    soknadsskjema,
    til_kontroll,
    vedtak,
    videre,
    vilkar,
)

app_name = "sak"

urlpatterns = [
    path("brevhode/", brevhode.brevhode, name="brevhode"),
    path("benk/", benk.benk, name="benk"),
    path("kontoret/<slug:kontroll_id>/", funn.funn, name="funn"),
    path("soknadsskjema/<slug:malform>/", soknadsskjema.tomt, name="soknadsskjema"),
    path("sak/ny/", soknad.ny_person, name="ny_person"),
    path("sak/ny/<uuid:kandidat_id>/", soknad.ny, name="ny"),
    path("sak/kandidat/<uuid:kandidat_id>/", soknad.for_kandidat, name="for_kandidat"),
    path("sak/kandidat/<uuid:kandidat_id>/invitasjon/", invitasjon.inviter, name="inviter"),
    path("sak/kandidat/<uuid:kandidat_id>/invitasjon/<uuid:brev_id>/", invitasjon.invitasjonen, name="invitasjonen"),
    path("sak/<uuid:sak_id>/", sak.sak, name="sak"),
    path("sak/<uuid:sak_id>/grunnlag/", grunnlag.grunnlag, name="grunnlag"),
    path("sak/<uuid:sak_id>/logg/", sak.logg, name="logg"),
    path("sak/<uuid:sak_id>/innsyn/", innsyn.innsyn, name="innsyn"),
    path("sak/<uuid:sak_id>/klager/", klage.klager, name="klager"),
    path("sak/<uuid:sak_id>/klager/ny/", klage.ny, name="ny_klage"),
    path("klage/<uuid:klage_id>/", klage.klage, name="klage"),
    path("klage/<uuid:klage_id>/brev/", klage.brev, name="klagebrev"),
    path("klage/<uuid:klage_id>/<slug:hva>/", klage.skjema, name="klageskjema"),
    path("sak/<uuid:sak_id>/soknad/<uuid:soknad_id>/", soknadsskjema.registrert, name="soknaden"),
    path("sak/<uuid:sak_id>/brev/", sakens_brev.brev, name="brevene"),
    path("sak/<uuid:sak_id>/brev/<uuid:brev_id>/", sakens_brev.ett_brev, name="ett_brev"),
    path("sak/<uuid:sak_id>/videre/<slug:hva>/", videre.videre, name="videre"),
    path("sak/<uuid:sak_id>/<slug:hva>/", skriv.skriv, name="skriv"),
    path("behandling/<uuid:behandling_id>/vilkar/", vilkar.vilkar, name="vilkar"),
    path("behandling/<uuid:behandling_id>/vilkar/<slug:vilkar_id>/", vilkar.vurder, name="vurder"),
    path("behandling/<uuid:behandling_id>/<slug:hva>/", arbeid.arbeid, name="arbeid"),
    path("til-kontroll/", til_kontroll.til_kontroll, name="til_kontroll"),
    path("til-kontroll/<uuid:behandling_id>/", kontroll.kontroll, name="kontroll"),
    path("vedtak/<uuid:behandling_id>/", vedtak.vedtak, name="vedtak"),
    path("vedtak/<uuid:behandling_id>/slik-blir-brevet/", brev.forhandsvis, name="forhandsvis"),
    path("vedtak/<uuid:behandling_id>/send/", vedtak.send, name="send"),
    path("vedtak/<uuid:behandling_id>/returner/", vedtak.returner, name="returner"),
    path("vedtak/<uuid:behandling_id>/steg/<slug:hva>/", vedtak.steg, name="steg"),
    path("vedtak/<uuid:behandling_id>/kvittering/", kvittering.kvittering, name="kvittering"),
    path("vedtak/<uuid:behandling_id>/brev/", brev.hent, name="brev"),
    path("vedtak/<uuid:behandling_id>/brev/sendt/", brev.merk_sendt, name="merk_sendt"),
]
