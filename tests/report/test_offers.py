"""What AI can do for a campaign, and the rules that may apply: the two chapters beside the score."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.read import read_pack
from hustings.report.parts import Document
from hustings.report.places import PlaceRules, RuleLine
from hustings.report.render import render_html
from report_support import plain_theme, report_of, town_report

FOLDER = Path(__file__).parents[2] / "questionnaires" / "campaign-ai"
ON, BALLOTS, ELECTION = date(2027, 1, 4), date(2027, 3, 8), date(2027, 4, 6)


@cache
def pack() -> Pack:
    return read_pack(FOLDER)


def report(case: str, on: date = ON, **changes: object) -> Document:
    found = next(one for one in pack().cases if one.id == case)
    raw = {**dict(found.answers), **changes}
    return report_of(
        scoped(pack(), found.edition), raw, on=on, ballots=BALLOTS, election=ELECTION, campaign="An invented campaign"
    )


def test_a_pack_without_uses_and_rules_has_no_such_chapters() -> None:
    page = town_report()
    assert (None, None) == (page.offers, page.rules)
    assert not {"offers", "rules"} & {chapter.id for chapter in page.contents}


def test_each_use_has_a_verdict_in_words_with_its_reason() -> None:
    offers = report("city_race").offers
    assert offers is not None
    assert "None of this counts in the score." in offers.says
    verdicts = {use.title: use.verdict for use in offers.uses}
    assert {"Ready", "Ready once this is in place", "Not this cycle"} >= set(verdicts.values())
    drafting = next(use for use in offers.uses if use.title == "Drafting e-mails, texts and posts")
    assert drafting.says


def test_a_use_that_is_not_ready_is_paused_or_mended_first() -> None:
    offers = report("ai_calls_to_everyone").offers
    assert offers is not None
    calls = next(use for use in offers.uses if use.title == "Calls by a generated voice")
    assert "Not this cycle" == calls.verdict
    assert "You do this today. Pause it, or put what follows in place first." == calls.says[0]
    assert any("did not agree" in sentence for sentence in calls.says)
    assert calls.first


def test_time_that_no_longer_fits_is_told_in_days() -> None:
    offers = report("city_race", on=date(2027, 3, 7)).offers
    assert offers is not None
    late = [sentence for use in offers.uses for sentence in use.says if "are left to the first ballots" in sentence]
    assert all("1 are left" in sentence or "1 is left" in sentence for sentence in late)
    assert late


def test_what_is_not_asked_today_is_kept_for_the_start() -> None:
    offers = report("school_board_no_ai", wanted_uses=["drafting"]).offers
    assert offers is not None
    (drafting,) = offers.uses
    assert any(sentence.startswith("Have this in place when you start: ") for sentence in drafting.says)


def test_no_ai_is_no_result() -> None:
    offers = report("school_board_no_ai").offers
    assert offers is not None
    assert () == offers.uses
    assert "the fakes of others and your own data remain" in offers.says


def place(page: Document, title: str) -> PlaceRules:
    assert page.rules is not None
    return next(one for one in page.rules.places if one.title == title)


def rule(found: PlaceRules, words: str) -> RuleLine:
    return next(one for one in (*found.rules, *found.not_binding) if words in one.title)


def test_rules_of_a_state_with_their_words_sources_and_age() -> None:
    page = report("statewide_full_largely")
    assert page.rules is not None
    assert ["United States (federal)", "California"] == [one.title for one in page.rules.places]
    assert "This is not legal advice" in page.rules.says
    label = rule(place(page, "California"), "AI label")
    assert "Ad generated or substantially altered using artificial intelligence." == label.label
    assert label.stale
    assert label.checked.startswith("As of 2026-04-09, ")
    assert label.checked.endswith(" days ago: look again before you rely on it.")
    assert all("https://" in source for source in label.sources)


def test_what_does_not_bind_stands_apart_with_the_reason() -> None:
    california = place(report("statewide_full_largely"), "California")
    assert california.not_binding
    assert all(one.stands.startswith("Does not bind now: ") for one in california.not_binding)
    assert not any("Does not bind" in one.stands for one in california.rules)


def test_a_place_without_a_verified_rule_says_so_and_names_the_tracker() -> None:
    ohio = place(report("city_race"), "Ohio")
    assert ohio.none
    assert () == ohio.rules
    assert "https://" in ohio.tracker


def test_without_a_state_the_report_asks_for_it() -> None:
    page = report("city_race", us_state={"state": "dont_know"})
    assert page.rules is not None
    assert page.rules.missing.endswith("In which state?")


@pytest.mark.parametrize("case", ["eu_council", "uk_by_election"])
def test_other_places_have_their_own(case: str) -> None:
    page = report(case)
    assert page.rules is not None
    assert 1 == len(page.rules.places)
    assert page.rules.places[0].rules


def test_words_of_a_pack_never_become_markup() -> None:
    evil = tuple(replace(use, title="<b>x</b>") for use in pack().uses)
    found = next(one for one in pack().cases if one.id == "city_race")
    page = report_of(replace(scoped(pack(), ""), uses=evil), dict(found.answers), on=ON)
    html = render_html(page, plain_theme())
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert "<b>x</b>" not in html
