"""The case: from application to decision, with the law checked on the way and another pair of eyes on each condition.

What the pages build on (``handlinger`` writes, ``sporringer`` reads, ``port`` says what is open and why the rest is not):

Every action takes ``kontekst`` first. Those on something that exists take its id and ``inn = Innsending(versjon, nokkel)``: the version
the form was opened on, and the form's own key (``ny_nokkel()``). The same key twice is one event and the same answer. A version that is
not the newest raises ``Konflikt``; ``sporringer.hendelser(..., etter=versjon)`` is what others did meanwhile. What is closed raises
``Stengt`` with the reasons of the port, and what may not be seen ``DoesNotExist``.

On the case (``Sak.versjon``): ``registrer_soknad(kontekst, NySoknad)``, ``registrer_soknad_fra(kontekst, NyPerson, NySoknad)``,
``registrer_aev(kontekst, sak_id, inn, Arbeidsevne)``, ``kartlegg_behov(…, Kartlagt)``, ``behov_bortfalt(…, behov_id, dato, hvorfor)``,
``registrer_egenvurdering(…, Egne)``, ``registrer_faktum(…, Opplyst)``, ``vurder_barn(…, Barnevurdering)``, ``velg_malform(…, malform)``,
``apne_behandling(…, slag, vedtak_id)``, ``avslutt_sak(…)``, ``gjenapne_sak(…)``. One whom no file has told of is made
first, by the candidates' own ``registrer_person(kontekst, NyPerson)``.

On a behandling (``Behandling.versjon``): ``vurder(kontekst, behandling_id, inn, Vilkarssvar)``, ``lagre_utkast(…, Utkast)``,
``kvalitetssikre(…, vurdering_id, Dom)``, ``sett_paa_vent(…, Venting)``, ``gjenoppta(…)``, ``overta(…)``, ``tildel(…, ansatt_id)``,
``legg_tilbake(…)``, ``gi_forelopig_svar(…, Forelopig)``, ``registrer_forelopig_svar(…, dato)``,
``send(…, bekreftet={merke: svar})``, ``angre(…)``, ``ta(…)``, ``gi_tilbake(…)``, ``returner(…, Dom)``, ``fatt_vedtak(…)``,
``henlegg(…, Henlegging)``.

``sporringer``: ``saker``, ``behandlinger``, ``tilstand`` (one behandling), ``tilstander`` (many, in a fixed number of queries),
``hendelser``, ``fakta``, ``vurderinger``, ``returaarsaker``, ``behandlingsdager``. ``benk.oppgaver(kontekst, dag)`` is what waits, worked
out in one query and never stored. ``port.port(handling, tilstand, kontekst, dag)`` is one gate, ``porter`` all of them,
``port_for_vilkar`` that of one assessment, ``handlinger.sakens_port`` that of the case itself, ``sakport.porter`` what can come next in it
(from ``saksporringer.sakstilstand``). ``brev.lag_brev(…, utkast=True)`` is the preview; ``Utkast.brevfelt`` takes the letter's own
fields, and ``Brevhode`` is what stands at the head of the office's letters.

On the letters of a case: an application's receipt is made with it; ``gjor_brev_ferdig(kontekst, sak_id, brev_id)``, ``merk_brev_sendt``,
``forkast_brev(…, hvorfor)``; ``brevbenk`` is what waits. ``soknadsbrev`` has the form to apply on and the registered application.

On a complaint (``Klage.versjon``; ``klageport``, ``klagesporringer``, ``klagebenk``): ``registrer_klage(kontekst, sak_id, NyKlage)``,
``vurder_formkrav(kontekst, klage_id, inn, Formkravsvar)``, ``registrer_tillegg(…, dato, tekst)``, ``lagre_klageutkast(…, Klageutkast)``,
``send_klage(…)``, ``angre_klage(…)``, ``returner_klage(…, Dom)``, ``oversend(…)``, ``omgjor(…, arsak, tekst)``, ``avvis(…)``,
``overta_klage(…)``, ``tildel_klage(…, ansatt_id)``, ``trekk_klage(…, dato)``. A reversal and a dismissal go on in a behandling.

To the party: ``gi_innsyn(kontekst, sak_id, nokkel, {rad: Tilbakehold})`` gives the whole case in one file.
"""
