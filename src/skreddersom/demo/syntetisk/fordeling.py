"""Every distribution the synthetic people are drawn from, in one place, each with its source.

Sources: ``SSB`` Statistics Norway, published tables and articles; ``skjønn`` a rounded judgement made for this demonstration, not a
statistic. Weights need not add up to 1 or 100; only their proportions count.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

# --- Økonomisk sosialhjelp (11F) ---------------------------------------------------------------------------------------------

MAANEDER_MED_STONAD: Final = (24_500, 16_620, 12_180, 9_326, 7_567, 6_702, 5_555, 4_993, 4_555, 4_947, 6_347, 14_361)
"""Recipients by number of months with stønad in the year, 1 to 12. SSB: social assistance 2009, 117 653 recipients; 40.3 % ≥ 6 months."""

VIDERE_TIL_NESTE_AAR: Final = 0.5
"""Share of a year's recipients who are recipients the next year too. Skjønn, after the long-term share above."""

VIDERE_VEKT: Final = (1, 1.5, 2, 2.5, 3, 3.5, 4.5, 6, 8, 10, 14, 40)
"""Weight of going on over New Year, by months in the year: the longer, the likelier. Skjønn."""

BRUDD_OVER_NYTTAAR: Final = 0.08
"""Share of those who go on who still have a break around New Year. Skjønn."""

OPPHOLD: Final = 0.15
"""Share of spells of 2–10 months with a break inside, of at most ``LENGSTE_OPPHOLD`` months. Skjønn."""

LENGSTE_OPPHOLD: Final = 3

ALDER_11F: Final = ((19, 20, 5), (21, 24, 12), (25, 29, 15), (30, 34, 14), (35, 39, 12.5), (40, 44, 10.5), (45, 49, 9), (50, 54, 8),
                    (55, 59, 6), (60, 66, 5), (67, 79, 3))  # fmt: skip
"""Age from, to (in the person's first year in the run), weight. Skjønn after SSB's published age groups: many are 18–40, a few over 67."""

KVINNEANDEL_11F: Final = 0.45
"""Share of women among the recipients. Skjønn: a little under half."""

# --- Kvalifiseringsprogram (11CF) --------------------------------------------------------------------------------------------

DELTAKERE_PER_MOTTAKER: Final = 0.05
"""Participants in a year per recipient of social assistance. SSB: about 7 000 against about 130 000 (2019–2020)."""

DELTAKER_MED_SOSIALHJELP: Final = 0.5
"""Share of new participants taken from the year's 11F recipients. SSB 2013: 49 % had social assistance in the last two months before."""

ALDER_11CF: Final = ((19, 19, 1), (20, 24, 18), (25, 29, 15), (30, 39, 31), (40, 49, 23), (50, 61, 11), (62, 64, 1))
"""As ``ALDER_11F``. SSB 2013: under 20 1 %, 20–24 18 %, 30–39 just over 30 %, 40–49 just under 23 %; the rest skjønn."""

KVINNEANDEL_11CF: Final = 0.53
"""SSB: 52 % (2021), about 54 % (2022)."""

STARTKULL: Final = (0.40, 0.38, 0.22)
"""Participants in the first year of the run by when they began: that year, or one or two years before. Skjønn: stays of 1–2 years."""

STATUS: Final = {"1": 68, "2": 3, "3": 23, "4": 2, "5": 2, "7": 2}
"""STATUS 31.12. SSB 2022: just under 68 % still in programme, just under 23 % completed, just over 6 % broken off (no-show about 2 %, moved
just under 2 %); the remaining 3 % are taken to be on leave."""

SITUASJON_FULLFORT: Final = {"01": 52, "11": 9, "03": 8, "04": 13, "13": 2, "14": 6, "15": 3, "16": 4, "10": 2, "17": 1}
"""Situation after completion. SSB 2022: over half in work, just under 9 % wage subsidy, just under 8 % state measures, about 13 % school,
just over 2 % uføretrygd; the rest skjønn."""

SITUASJON_FULLFORT_AGDER: Final = {"01": 67, "11": 6, "03": 5, "04": 9, "13": 2, "14": 4, "15": 2, "16": 3, "10": 1, "17": 1}
"""The same for Agder. SSB 2022: just under 67 % to ordinary work; the rest scaled."""

SITUASJON_AVBRUTT: Final = {"01": 12, "14": 22, "13": 6, "15": 18, "16": 24, "10": 10, "17": 8}
"""Situation when a programme ends after a break (STATUS 7). Skjønn."""

SITUASJON_MED_SOSIALHJELP: Final = ("15", "16")
"""The situations that mean social assistance right after the programme."""

SOSIALHJELP_FOR: Final = 0.33
"""Social assistance before the application, among those whom the run's 11F does not show; with the others about half. SSB 2013: 49 %."""

SOSIALHJELP_VIKTIGST: Final = 0.8
"""Share of these with it as main income: about 40 % of all participants. SSB 2021: 39 %."""

ANNEN_YTELSE_FOR: Final = {"": 56, "YTELSE_INTRO": 16, "YTELSE_TILTAKSPENGER": 16, "YTELSE_FOLKETRYGDL": 12}
"""Other income before the application, among those without social assistance. Skjønn."""

FRA_ANNEN_KOMMUNE: Final = 0.02
"""Comes from a programme in another municipality. SSB 2022: just under 2 % moved out; the same number must move in."""

HUSBANK, KOMMUNAL_BOSTOTTE, SAERUTGIFTER = 0.3, 0.04, 0.2
"""Housing support (state, municipal) and assistance for programme costs beside the stønad. SSB 2009: 39 %, 5 %; the last skjønn."""

OPPMOTE: Final = (0.93, 1.0)
"""Share of full stønad paid, lowest and highest: the rest is absence without stønad. Skjønn."""

# --- Felles ------------------------------------------------------------------------------------------------------------------

SIVILSTAND: Final = (
    (19, 24, {"1": 90, "3": 8, "2": 2}),
    (25, 34, {"1": 68, "3": 12, "2": 12, "4": 8}),
    (35, 49, {"1": 48, "3": 9, "2": 18, "4": 25}),
    (50, 61, {"1": 40, "3": 6, "2": 16, "4": 35, "5": 3}),
    (62, 79, {"1": 28, "3": 4, "2": 22, "4": 36, "5": 10}),
)
"""EKTSTAT by age. Skjønn: most recipients live alone."""

BARN: Final = (
    (19, 24, {"0": 91, "1": 7, "2": 2}),
    (25, 34, {"0": 66, "1": 15, "2": 12, "3": 5, "4": 2}),
    (35, 49, {"0": 58, "1": 14, "2": 14, "3": 8, "4": 4, "5": 1.5, "6": 0.5}),
    (50, 61, {"0": 88, "1": 7, "2": 3, "3": 2}),
    (62, 79, {"0": 99, "1": 1}),
)
"""Children under 18 in the household, by age. Skjønn: about one recipient in four provides for children."""

BOSITUASJON: Final = {"1": 62, "2": 16, "3": 9, "4": 3, "5": 8, "6": 2}
"""BOSIT. Skjønn: most rent privately."""

OKONOMIRAD, INDIVIDUELL_PLAN = 0.12, 0.03
"""Shares with financial advice and with an individual plan. Skjønn."""

MOTTAKERE_PER_SAKSBEHANDLER: Final = 60
"""Skjønn."""


class Livssituasjon(NamedTuple):
    """One combination of main livelihood, benefit and work situation, and whom it can befall."""

    vklo: str
    trygdesit: str
    arbsit: str
    vekt: float
    vekt_lang: float
    """Weight for those with six months or more in the year."""
    alder_fra: int
    alder_til: int
    krav: Literal["", "barn", "par"] = ""


LIVSSITUASJON: Final = (
    Livssituasjon("5", "12", "07", 15, 20, 18, 66),
    Livssituasjon("5", "12", "08", 8, 12, 18, 66),
    Livssituasjon("5", "12", "04", 6, 16, 18, 80),
    Livssituasjon("5", "12", "05", 3, 4, 18, 66),
    Livssituasjon("5", "12", "06", 2, 5, 18, 66),
    Livssituasjon("5", "12", "02", 3, 3, 18, 66),
    Livssituasjon("5", "11", "04", 1, 2, 18, 66),
    Livssituasjon("5", "04", "04", 1, 2, 18, 66),
    Livssituasjon("1", "12", "01", 5, 1, 18, 66),
    Livssituasjon("1", "12", "02", 7, 3, 18, 66),
    Livssituasjon("2", "12", "05", 4, 3, 18, 64),
    Livssituasjon("2", "12", "06", 1, 1, 18, 64),
    Livssituasjon("2", "12", "03", 1, 1, 18, 64),
    Livssituasjon("3", "11", "04", 5, 4, 18, 66),
    Livssituasjon("3", "11", "05", 3, 2, 18, 66),
    Livssituasjon("3", "11", "06", 1, 1, 18, 66),
    Livssituasjon("3", "04", "04", 6, 5, 18, 66),
    Livssituasjon("3", "04", "02", 1, 1, 18, 66),
    Livssituasjon("3", "02", "07", 4, 1, 18, 66),
    Livssituasjon("3", "01", "02", 1, 0.5, 18, 66),
    Livssituasjon("3", "01", "01", 1, 0.2, 18, 66),
    Livssituasjon("3", "05", "03", 1.5, 1, 18, 45, "barn"),
    Livssituasjon("3", "05", "04", 1.5, 1, 18, 45, "barn"),
    Livssituasjon("3", "06", "04", 0.3, 0.2, 45, 66),
    Livssituasjon("3", "10", "04", 1, 1, 18, 66),
    Livssituasjon("3", "07", "04", 25, 15, 62, 66),
    Livssituasjon("3", "07", "04", 60, 40, 67, 80),
    Livssituasjon("3", "09", "04", 30, 40, 67, 80),
    Livssituasjon("4", "12", "03", 4, 2, 18, 45),
    Livssituasjon("6", "12", "09", 6, 10, 18, 55),
    Livssituasjon("7", "12", "04", 5, 2, 18, 66, "par"),
    Livssituasjon("7", "12", "07", 4, 2, 18, 66, "par"),
    Livssituasjon("9", "12", "04", 2, 1, 18, 80),
    Livssituasjon("9", "12", "08", 1, 1, 18, 66),
)
"""VKLO, TRYGDESIT and ARBSIT at the last contact. Only combinations that Statistics Norway takes without a message under the rules of
2025 and of 2026 (but see ``post_11f`` on TRYGDESIT in 2025). Skjønn; introduction programme about 7 %."""

I_PROGRAM: Final = Livssituasjon("8", "12", "10", 1, 1, 18, 66)
"""At the last contact in kvalifiseringsprogram."""

NY_SITUASJON: Final = 0.2
"""Share whose situation is drawn anew from one year to the next. Skjønn."""

BELOP_PER_MAANED: Final = {"5": 13_500, "1": 6_500, "2": 7_000, "3": 6_500, "4": 7_500, "6": 9_500, "7": 7_500, "8": 4_500, "9": 9_000}
"""Median stønad in a month by main livelihood, kroner. Skjønn after Nav: about 9.7 bn kroner in 2023, so about 11 500 a month."""

BELOP_SPREDNING, BELOP_PER_BARN, BELOP_MINST, BELOP_MEST = 0.4, 0.2, 400, 60_000
"""Log-normal spread between people, addition per child (at most four counted), lowest and highest amount in a month. Skjønn."""

LAAN, LAAN_ANDEL = 0.08, 0.6
"""Share of recipients with a loan, and the loan's share of the amount in the month it is given. Skjønn."""

VILKAR_UNDER_30, VILKAR_FRA_30 = 0.7, 0.2
"""Share with conditions: under 30 the rest are exempted (§ 20 a); from 30 conditions are optional (§ 20). Skjønn."""

VILKAR_SAMBOER: Final = 0.1
"""Share of couples where the partner is given conditions. Skjønn."""

VILKAR_TYPE: Final = {
    "VILKARSAMT": 0.45, "VILKARJOBBLOG": 0.4, "VILKARARBEID": 0.3, "VILKARDIGPLAN": 0.25, "VILKARKURS": 0.2, "VILKAROKRETT": 0.15,
    "VILKARHELSE": 0.15, "VILKARNORSKSAMISKOPPL": 0.08, "VILKARUTD": 0.06, "VILKARANNET": 0.06, "VILKARJOBBTILB": 0.04, "VILKARLIVSH": 0.04,
}  # fmt: skip
"""Probability of each kind of condition; who draws none gets the first. Skjønn."""

UNNTAK_GRUNN: Final = {"VEDTAKHELSE": 60, "VEDTAKAKT": 22, "VEDTAKARB": 10, "VEDTAKGRUNN": 8}
"""Reason for exemption from § 20 a. Skjønn."""

SANKSJON: Final = {"": 95, "SANKSJONRED": 4, "SANKSJONANDRE": 1}
"""Sanction in the year, among those under 30 with conditions. Skjønn: rare."""
