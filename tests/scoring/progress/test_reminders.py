"""The days to come back to, by small packs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hustings.pack.questionnaire import Role
from hustings.scoring.progress.reminders import MOST, reminders
from hustings.scoring.score import score
from scoring.test_rules import pack as with_rules
from scoring.test_rules import rule
from support.small_packs import answers, control, exposure, graded, made

LAST, TODAY = date(2026, 11, 30), date(2026, 12, 1)


def test_the_follow_up_comes_after_thirty_days_or_halfway_to_the_first_ballots() -> None:
    result = score(made(exposure(), control("a")), answers(x="much", a="none"))
    for ballots, days in ((None, 30), (LAST + timedelta(days=40), 20), (LAST - timedelta(days=1), 30)):
        (only,) = reminders(result, LAST, TODAY, ballots)
        assert ("follow-up", LAST + timedelta(days=days)) == (only.key, only.on)
        assert "Ten minutes, with `hustings follow-up`. The last assessment is of 30 November 2026." == only.about
    (late,) = reminders(result, LAST, date(2027, 6, 1), None)
    assert date(2027, 6, 1) == late.on


def test_what_was_said_and_not_shown_is_fetched_by_whoever_knows() -> None:
    asked = {"evidence": "The page, seen.", "role": "data"}
    pack = made(exposure(), *map(control, "abcd"), a=asked, b=asked, c={"evidence": "The rule."}, d=asked)
    pack = replace(pack, questionnaire=replace(pack.questionnaire, roles=(Role("data", "Data lead"),)))
    result = score(pack, answers(x="much", a="fully", b=graded("fully", 2), c="largely", d="none"))
    found = reminders(result, LAST, TODAY, None)[1:]
    assert [
        ("evidence:data", "Evidence to fetch, 1 thing: Data lead", "- The page, seen."),
        ("evidence:", "Evidence to fetch, 1 thing: Team", "- The rule."),
    ] == [(one.key, one.title, one.about) for one in found]
    assert {LAST + timedelta(days=14)} == {one.on for one in found}


def test_rules_are_looked_at_again_on_the_day_on_which_their_source_is_old() -> None:
    pack = with_rules(rule("one"), rule("two"), rule("later", as_of="2026-11-01"), rule("gone", status="struck_down"))
    result = score(pack, answers(where="us", x="much", a="fully", vote=date(2027, 4, 6)))
    found = reminders(result, LAST, TODAY, None)[1:]
    assert [
        (date(2027, 1, 30), "Look again at 2 rules", "- United States: one\n- United States: two"),
        (date(2027, 3, 2), "Look again at 1 rule", "- United States: later"),
    ] == [(one.on, one.title, one.about) for one in found]


@pytest.mark.parametrize("more", [1, 2])
def test_a_long_list_is_cut(more: int) -> None:
    pack = with_rules(*(rule(f"r{number}") for number in range(MOST + more)))
    result = score(pack, answers(where="us", x="much", a="fully", vote=date(2027, 4, 6)))
    about = reminders(result, LAST, TODAY, None)[1].about.splitlines()
    assert (MOST + 1, f"and {more} more") == (len(about), about[-1])
