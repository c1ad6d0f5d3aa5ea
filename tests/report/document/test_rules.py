"""The rules that may apply: by place, as they stand on the day of the report, with their sources and age."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hustings.pack.editions import scoped
from hustings.pack.source.partial_dates import stretch
from hustings.report.document.document_records import Document
from hustings.report.document.rules import PlaceRules, RuleLine
from hustings.report.render.html import render_html
from support.campaign_ai import pack
from support.report import (
    DATES,
    NEW_YEAR,
    plain_theme,
    report_of,
    worked_report,
)

pytestmark = pytest.mark.slow


def place(page: Document, title: str) -> PlaceRules:
    assert page.rules is not None
    return next(one for one in page.rules.places if one.title == title)


def rule(found: PlaceRules, words: str) -> RuleLine:
    return next(one for one in (*found.rules, *found.not_binding) if words in one.title)


def test_rules_of_a_state_with_their_words_sources_and_age() -> None:
    page = worked_report("statewide_full_largely")
    assert page.rules is not None
    assert ["United States (federal)", "California"] == [one.title for one in page.rules.places]
    assert "This is not legal advice" in page.rules.says
    label = rule(place(page, "California"), "AI label")
    assert "Ad generated or substantially altered using artificial intelligence." == label.label
    assert "In force since 2025. Its source: 9 April 2026, 270 days ago." == label.checked
    assert "Look again before you rely on it." == label.again
    assert all("https://" in source for source in label.sources)


@pytest.mark.parametrize(
    ("on", "stands"),
    [
        (date(2027, 1, 4), "May apply from 7 March 2027 on. Its days: 7 March 2027 to 6 April 2027."),
        (date(2027, 3, 7), "May apply now. Its days: 7 March 2027 to 6 April 2027."),
    ],
)
def test_a_rule_that_opens_so_many_days_before_the_election_is_told_with_its_days(on: date, stands: str) -> None:
    page = worked_report("statewide_full_open", on=on)
    fake = rule(place(page, "Texas"), "deep fake")
    assert stands == fake.stands
    assert stands in render_html(page, plain_theme())


def test_a_window_that_is_past_is_over() -> None:
    (fake,) = place(worked_report("statewide_full_open", on=date(2027, 4, 7)), "Texas").over
    assert "Over. Its days: 7 March 2027 to 6 April 2027." == fake.stands


def test_a_window_without_an_election_day_waits_for_the_day() -> None:
    fake = rule(place(worked_report("statewide_full_open", election_day={"state": "dont_know"}), "Texas"), "deep fake")
    assert "May apply, depending on: When is election day?" == fake.stands


def test_what_carriers_ask_is_not_told_as_a_law() -> None:
    texting = rule(place(worked_report("statewide_full_largely"), "United States (federal)"), "registration")
    assert "The phone carriers' own rule, not a law: registration for political texts" == texting.title


def test_what_does_not_bind_stands_apart_with_the_reason() -> None:
    california = place(worked_report("statewide_full_largely"), "California")
    assert california.not_binding
    assert all(one.stands.startswith("Does not bind now: ") for one in california.not_binding)
    assert not any("Does not bind" in one.stands for one in california.rules)


def test_a_place_without_a_verified_rule_says_so_and_names_the_tracker() -> None:
    ohio = place(worked_report("city_race"), "Ohio")
    assert ohio.none
    assert () == ohio.rules
    assert "https://" in ohio.tracker


def test_without_a_state_the_report_asks_for_it() -> None:
    page = worked_report("city_race", us_state={"state": "dont_know"})
    assert page.rules is not None
    assert page.rules.missing.endswith("In which state?")


@pytest.mark.parametrize("case", ["eu_council", "uk_by_election"])
def test_other_places_have_their_own(case: str) -> None:
    page = worked_report(case)
    assert page.rules is not None
    assert 1 == len(page.rules.places)
    assert page.rules.places[0].rules


def test_a_rule_that_is_over_is_told_as_over() -> None:
    california = pack().rules[[one.id for one in pack().rules].index("us_ca")]
    ended = replace(california.rules[0], when=None, end=stretch("2025-12-31"))
    changed = tuple(replace(one, rules=(ended,)) if one is california else one for one in pack().rules)
    found = next(one for one in pack().cases if one.id == "statewide_full_largely")
    page = report_of(replace(scoped(pack(), "full"), rules=changed), {**dict(found.answers), **DATES}, on=NEW_YEAR)
    assert [(ended.title,), ()] == [tuple(r.title for r in rules) for rules in _closed(page)]
    assert "Over by the day of this report" in render_html(page, plain_theme())


def _closed(page: Document) -> tuple[tuple[RuleLine, ...], tuple[RuleLine, ...]]:
    california = place(page, "California")
    return california.over, california.rules
