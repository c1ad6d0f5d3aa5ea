"""Stops of the campaign pack: a known breach is said first, with the rule of this place and of no other."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hustings.answers.events import Answers
from hustings.pack.item_values import OptionValues
from hustings.report.document.document_records import Document
from hustings.scoring.plan.stops import HardStop, hard_stops
from hustings.scoring.rules import breaches
from hustings.scoring.score import score
from support.campaign_ai import edition
from support.report import answered, report_of

ON = date(2026, 11, 29)


EU_ADS: dict[str, object] = {
    "jurisdiction": "eu", "office": "local", "first_ballots": "2027-03-10", "election_day": "2027-03-10",
    "team_size": "some", "channels": ["social", "paid_ads", "email"], "records_reach": "much", "uses_ai": "yes",
    "ai_tasks": ["drafting", "outreach_targeting"], "ai_media": "no", "voter_bot": "none",
    "sensitive_facts": "most", "eu_ad_consent": "none",
}  # fmt: skip
"""Ads aimed at people by opinions that a model guessed, without consent."""
OHIO_CALLS: dict[str, object] = {
    "jurisdiction": "us", "us_state": "us_oh", "office": "local", "first_ballots": "2027-02-20",
    "election_day": "2027-03-20", "channels": ["calls", "social"], "ai_calls": "listed", "call_consent": "none",
}  # fmt: skip
"""A generated voice that calls numbers from a voter file."""
LABELS: dict[str, object] = {
    "jurisdiction": "us", "channels": ["paid_ads", "social"], "ai_media": "yes", "likeness_use": "own_consent",
    "label_rule": "none", "election_day": "2027-01-20", "uses_ai": "yes", "ai_tasks": ["images", "voice_video"],
}  # fmt: skip
"""Media of the candidate made with AI, in paid ads, without a label."""


def answers(said: dict[str, object]) -> Answers:
    return answered(edition(), said)


def stops(said: dict[str, object]) -> tuple[HardStop, ...]:
    return hard_stops(score(edition(), answers(said)), ON)


def page(said: dict[str, object]) -> Document:
    return report_of(edition(), said, on=ON)


def test_ads_aimed_by_guessed_opinions_stop_first_in_the_eu() -> None:
    first = page(EU_ADS).summary.stops[0]
    assert "Pause every ad that is aimed at people by what somebody knows or guesses about them." == first.title
    assert first.text.startswith("Pause every ad that is aimed at people by what somebody knows or guesses about them")
    assert "The rule in this place (European Union): Targeting political ads." in first.text


def test_a_breach_counts_only_if_nothing_that_is_open_could_undo_it() -> None:
    for question, answer in [("eu_ad_consent", "partly"), ("sensitive_facts", "much"), ("jurisdiction", "elsewhere")]:
        assert "Targeting political ads" not in {stop.title for stop in stops({**EU_ADS, question: answer})}
    for question in ("eu_ad_consent", "sensitive_facts", "channels"):
        unknown = {**EU_ADS, question: {"state": "dont_know"}}
        assert "Targeting political ads" not in {stop.title for stop in stops(unknown)}, question


def breached_ids(said: dict[str, object]) -> set[str]:
    whole = edition("full")
    return {standing.rule.id for standing in breaches(whole, answered(whole, said), ON)}


@pytest.mark.parametrize(
    ("said", "question", "breach", "unknown", "rule"),
    [
        (EU_ADS, "eu_ad_consent", "none", "unasked", "eu_ad_targeting"),
        (EU_ADS, "eu_ad_label", "none", "unlooked", "eu_ad_label"),
        ({**EU_ADS, "jurisdiction": "uk"}, "uk_imprint", "none", "unlooked", "uk_imprint"),
        ({**EU_ADS, "jurisdiction": "uk"}, "uk_imprint", "partly", "unlooked", "uk_imprint"),
        ({**LABELS, "us_state": "us_ca"}, "label_rule", "none", "unlooked", "us_ca_own_ad_label"),
    ],
)  # fmt: skip
def test_what_nobody_has_looked_at_is_no_breach(
    said: dict[str, object], question: str, breach: str, unknown: str, rule: str
) -> None:
    """Both lie at the bottom; only who says no has said that the duty is not kept."""
    found = [rule in breached_ids({**said, question: choice}) for choice in (breach, unknown)]
    assert [True, False] == found
    values = edition("full").items[question].values
    assert isinstance(values, OptionValues)
    assert 0 == dict(values.options)[unknown]


def test_a_gate_that_is_not_met_quotes_the_rule_of_its_place() -> None:
    first = page(OHIO_CALLS).summary.stops[0]
    assert "Pause all calls with a generated voice." == first.title
    assert first.text.startswith("Stop AI-voice calls today.")
    assert (
        "The rule in this place (United States (federal)): Agreement before a call with a generated voice."
        in first.text
    )
    assert "500 dollars a call" in first.text


def test_the_same_calls_elsewhere_quote_no_american_law() -> None:
    found = stops({**OHIO_CALLS, "jurisdiction": "elsewhere"})
    (calls,) = (stop for stop in found if stop.title == "No AI voice call without proof of consent")
    assert () == calls.rules
    assert "dollar" not in calls.text


@pytest.mark.parametrize("state", ["us_ca", "us_wi", "us_oh", "us_mi"])
def test_a_stop_quotes_the_rule_of_its_own_state_only(state: str) -> None:
    told = " ".join(stop.text for stop in stops({**LABELS, "us_state": state}))
    titles = {place.id: place.title for place in edition().rules if place.id.startswith("us_")}
    others = [title for id_, title in titles.items() if id_ != state and re.search(rf"\b{title}\b", told)]
    assert [] == others
    quoted = f"The rule in this place ({titles[state]})" in told
    assert quoted == any(rule.breached_when for place in edition().rules if place.id == state for rule in place.rules)


PLACES = re.compile(
    r"California|Minnesota|Texas|FCC|FEC|TCPA|U\.S\.C\.|\bUS\b|Senate|United States|United Kingdom|\bEU\b"
)


def test_what_a_gate_says_speaks_of_no_place() -> None:
    told = [
        (gate.id, text)
        for gate in edition("full").rubric.gates
        for text in (gate.title, gate.because, gate.stop, gate.open)
    ]
    assert [] == [(gate, found[0]) for gate, text in told if (found := PLACES.search(text))]


def test_a_breach_in_the_report_says_what_to_do_today() -> None:
    found = page(EU_ADS).rules
    assert found is not None
    first = found.places[0].rules[0]
    assert first.today.startswith("Your answers point to a breach. Today: Pause every ad")
    assert [] == [rule.title for rule in found.places[0].rules[1:] if rule.today]


def test_a_full_edition_may_know_of_a_breach_that_a_standard_one_does_not_ask_about() -> None:
    """A condition on a question that this edition leaves out is not judged, and breaks nothing."""
    for name in ("quick", "standard", "full"):
        scope = edition(name)
        assert hard_stops(score(scope, answered(scope, {"jurisdiction": "eu"})), ON) == ()
