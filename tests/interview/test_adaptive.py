"""An adaptive interview: what settles the band first, deal-breakers always, and an offer to stop."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hustings.answers.events import Answer, Answers, State
from hustings.interview import navigation
from hustings.interview.adaptive import AdaptiveOrder
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.navigation import Navigation
from hustings.interview.run_interview import run_interview
from hustings.interview.screen.pace import DEAF
from hustings.interview.terminal.line_mode import LineMode
from support.interview import ALL, AT, ENTER, F7, Listed, Window, all_but, answer, town

FIRST = ("Rivera", "2026-10-03", "2")


def begun(order: AdaptiveOrder, before: Answers | None = None) -> Navigation:
    return navigation.begin(town(), before or {}, None, order.next_open)


def asked(position: Navigation, **changes: object) -> list[str]:
    """The questions in the order in which they are asked, each answered as in ALL."""
    found = list[str]()
    while position.current is not None:
        found.append(position.current)
        given = answer(position.current, {**ALL, **changes}[position.current])
        position = navigation.take_answer(position, given).navigation
    return found


def typed(*lines: str, before: Answers | None = None) -> tuple[Listed, str, bool]:
    """Type lines into the adaptive interview: the log, what was written, and whether it was finished."""
    log, written, coming, order = Listed(), list[str](), iter(lines), AdaptiveOrder()

    def read(prompt: str) -> str:
        written.append(prompt)
        try:
            return next(coming)
        except StopIteration:
            raise EOFError from None

    face = LineMode(80, read, written.append)
    conversation = Conversation(face, log, lambda *_: (), AT.date, order.why_stop)
    try:
        run_interview(conversation, begun(order, before), new=not before)
    except QuitError:
        return log, "\n".join(written), False
    return log, "\n".join(written), True


def test_facts_that_decide_what_is_asked_come_first_then_deal_breakers_then_what_settles_the_band() -> None:
    order = asked(begun(AdaptiveOrder()))
    assert ["campaign_name", "first_ballots", "uses_ai", "response_plan"] == order[:4]
    assert set(ALL) == set(order)
    assert "staff" == order[-1]


def test_stopping_is_offered_once_the_band_is_certain_and_no_deal_breaker_is_open() -> None:
    order = AdaptiveOrder()
    known = begun(order, all_but("channels", "voice_online", "staff"))
    assert "The band is certain: Unprepared, whatever the other answers are." == order.why_stop(known)
    open_gate = begun(order, all_but("channels", "response_plan", "plan_drill"))
    assert "" == order.why_stop(open_gate)


def test_nothing_is_offered_before_the_facts_are_known_or_where_nothing_is_left() -> None:
    order = AdaptiveOrder()
    assert "" == order.why_stop(begun(order, all_but("uses_ai", "channels", "voice_online")))
    assert "" == order.why_stop(begun(order, all_but("staff")))


def test_back_leads_to_what_was_answered_before_and_forward_to_what_is_open() -> None:
    position = begun(AdaptiveOrder(), all_but("response_plan", "plan_drill", "channels"))
    first = position.current
    position = navigation.take_answer(position, answer("response_plan", "none")).navigation
    again = navigation.back(position)
    assert ("response_plan", "response_plan") == (first, again.current)
    assert position.current == navigation.forward(again).current
    assert ("This is the first question.",) == navigation.back(again).notices


def test_a_skipped_question_is_not_asked_again() -> None:
    order = AdaptiveOrder()
    position = begun(order, all_but("response_plan", "plan_drill", "channels"))
    skipped = navigation.take_answer(position, Answer(State.BLANK)).navigation
    assert "response_plan" not in (skipped.current, order.next_open(skipped))


def test_the_offer_is_taken_line_by_line() -> None:
    before = all_but("records_rule", "channels", "voice_online", "staff")
    _, written, finished = typed("none", "1", before=before)
    assert finished
    assert "That is enough for the band" in written
    assert "The band is certain: Unprepared" in " ".join(written.split())


def test_whoever_goes_on_is_not_offered_it_again() -> None:
    before = all_but("records_rule", "channels", "voice_online", "staff")
    log, written, finished = typed("none", "2", "texts", "much", before=before)
    assert not finished
    assert 1 == written.count("That is enough for the band")
    assert ["records_rule", "channels", "voice_online"] == [name for name, _ in log.said()]


@pytest.mark.slow
def test_in_a_terminal_it_ends_where_the_band_is_certain(tmp_path: Path) -> None:
    window = Window(tmp_path / "rivera.hustings", ADAPTIVE="1")
    try:
        window.until("A town council race")
        window.type(ENTER, until="What is the campaign called?")
        window.type("Rivera", ENTER, until="When do the first ballots go out?")
        window.type("2026-10-03", ENTER, until="Has anyone used a chatbot")
        window.type("1", until="who answers first")
        window.type(F7, until="Has anyone used a chatbot")
        window.type(ENTER, until="who answers first")
        window.type("1", until="clear audio")
        window.type("3", until="STOP Said once.")
        time.sleep(DEAF)
        window.type(ENTER, until="Fakes: done")
        window.type(ENTER, until="That is enough for the band")
        window.type(ENTER, until="What now?")
        assert "✓ That is enough." in window.text()
        window.type("q", until="finished")
        assert 0 == window.ended()
    finally:
        window.close()
