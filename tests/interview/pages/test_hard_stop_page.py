"""A hard stop: once, after the answer that brings it, with what to do now and the law of the place."""

from __future__ import annotations

from dataclasses import replace

from hustings.answers.events import Answer, State
from hustings.interview import navigation
from hustings.interview.pages.hard_stop_page import StopWatch
from support import screens
from support.interview import ALL, answers, town, typed

CALLS = {"channels": Answer(State.ANSWERED, ("calls",)), "ai_calls": Answer(State.ANSWERED, "listed")}
NOBODY = Answer(State.ANSWERED, "none")


def test_the_page_says_what_to_do_who_what_is_at_stake_and_the_law() -> None:
    page, _ = screens.states()["stop"]
    assert "Stop AI-voice calls today." == page.title
    assert ["", "", "Do now", "Who", "At stake", "Law"] == [line.label for line in page.lines]
    assert "Campaign manager, 30 minutes" == page.lines[3].text
    assert page.lines[-1].text.startswith("United States (federal): Agreement before a call with a generated voice (")
    assert page.lines[-1].text.endswith("Ask counsel.")


def test_a_stop_is_new_once() -> None:
    watch, before = StopWatch(lambda: screens.ON), screens.at("call_consent", "", **CALLS)
    after = {**before.answers, "call_consent": NOBODY}
    first, again = watch.after(before, after), watch.after(before, after)
    assert first is not None
    assert again is not None
    assert (["ai_calls_with_consent"], ()) == ([stop.id for stop in first.new], again.new)
    assert first.standing == again.standing > 0


def test_what_stood_before_is_not_said_again_and_what_is_not_known_waits() -> None:
    before = screens.at("call_consent", "", **CALLS)
    stood = replace(before, answers={**before.answers, "call_consent": NOBODY})
    again = StopWatch(lambda: screens.ON).after(stood, {**stood.answers, "call_consent": NOBODY})
    assert again is not None
    assert () == again.new
    unknown = {**before.answers, "call_consent": Answer(State.DONT_KNOW)}
    assert StopWatch(lambda: screens.ON).after(before, unknown) is None
    waits = StopWatch(lambda: screens.ON).after(replace(before, stops=1), unknown)
    assert waits is not None
    assert () == waits.new


def test_an_answer_on_which_no_stop_depends_is_not_looked_at() -> None:
    before = screens.at("campaign_name")
    assert StopWatch().after(before, before.answers) is None


def test_nothing_is_said_while_nothing_counts() -> None:
    assert () == StopWatch().standing(replace(town(), rubric=replace(town().rubric, domains=())), {})


def test_the_stop_comes_right_after_its_answer_and_back_changes_it() -> None:
    before = answers(**{name: raw for name, raw in ALL.items() if name not in ("response_plan", "plan_drill")})
    log, written, _ = typed("1", before=before, start="response_plan")
    at = written.index("STOP. Agree today who answers first when a fake appears.")
    assert written[at - 1 :][:1] != []
    assert [("response_plan", "none")] == log.said()
    assert 1 == written.count("STOP. Agree today who answers first when a fake appears.")
    assert navigation.begin(town(), before).stops == 0
