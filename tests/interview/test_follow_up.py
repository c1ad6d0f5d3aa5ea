"""A follow-up line by line: steps that are done, sections that stayed, answers that changed, and going on later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.replay import replay
from hustings.interview import follow_up as follow_up_module
from hustings.interview.conversation import Conversation, QuitError
from hustings.interview.follow_up import TOGETHER, Visit, leaving, run_follow_up
from hustings.interview.pages.page import PageLine
from hustings.interview.terminal.line_mode import LineMode
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.follow_up import FollowUp, follow_up
from support.interview import ALL, AT, Listed, answers, town

THEN = date(2026, 8, 1)


def begun(**changed: object) -> FollowUp:
    said = answers(**{**ALL, **changed})
    return follow_up(ComparedAssessment(town(), said, THEN), (town(), said), town())


def typed(found: FollowUp, *lines: str, log: Listed | None = None) -> tuple[Listed, list[str], bool]:
    """Type lines into a follow-up: what is in the log, what was written, whether it was finished."""
    log, written, coming = log or Listed(), list[str](), iter(lines)

    def read(prompt: str) -> str:
        written.append(prompt)
        try:
            return next(coming)
        except StopIteration:
            raise EOFError from None

    face = LineMode(100, read, written.append)
    visit = Visit(found, town(), Conversation(face, log, lambda *_: (PageLine("so far"),), AT.date))
    try:
        run_follow_up(visit)
    except QuitError:
        return log, written, False
    return log, written, True


def steps(found: FollowUp) -> list[str]:
    return [one.step.key for one in found.steps]


def said(log: Listed) -> Mapping[str, Answer]:
    return replay(log.events())


def nothing_new(found: FollowUp) -> list[str]:
    """Enter: none of the steps is done."""
    assert 0 < len(found.steps) <= TOGETHER
    return [""]


def ticked(found: FollowUp, key: str) -> str:
    """What ticks a step on the page of all of them; 1 stands for none."""
    return str(2 + steps(found).index(key))


def test_nothing_changed_takes_a_key_for_all_steps_and_one_for_each_section() -> None:
    found = begun()
    log, written, finished = typed(found, *nothing_new(found), "", "", "", "")
    assert (True, dict(found.before)) == (finished, dict(said(log)))
    assert {"follow-up"} == {event.source for event in log.known}
    assert any(line.startswith("Then ") and "one key confirms a whole one" in line for line in written)


def test_a_step_that_is_done_is_recorded_and_its_evidence_asked_for() -> None:
    found = begun()
    log, written, _ = typed(found, ticked(found, "agree_first"), "1", "2", "two names on one page")
    assert Answer(State.ANSWERED, "fully", grade=2, reference="two names on one page") == said(log)["response_plan"]
    assert Answer(State.ANSWERED, "none") == said(log)["chatbot_account"]
    assert "How sure is this answer?" in written
    assert "If it is done: Fully in place and checked this month" in written


def test_the_steps_stand_on_one_page_with_the_answers_of_then_and_a_tick_that_was_wrong_changes_nothing() -> None:
    found = begun()
    log, written, _ = typed(found, "2 3", "3", "3", "", "", "", "")
    first = "  2. Agree who answers first when a fake appears, and the sentence they say → Partly in place"
    assert "Which of these steps are done since 1 August 2026, wholly or in part?" in written
    assert first in written
    assert dict(found.before) == dict(said(log))


def test_more_steps_than_a_page_takes_stand_on_several(monkeypatch: pytest.MonkeyPatch) -> None:
    found = begun()
    monkeypatch.setattr(follow_up_module, "TOGETHER", 1)
    log, written, _ = typed(found, "", "2", "3", "", "", "", "")
    assert 2 == sum("Which of these steps" in line for line in written)
    assert dict(found.before) == dict(said(log))


def test_whoever_is_not_sure_is_asked_the_question_itself() -> None:
    found = begun()
    log, written, _ = typed(found, ticked(found, "agree_first"), "2", "3")
    assert "largely" == said(log)["response_plan"].value
    assert "Your answer: Partly in place" in written


def test_what_was_to_be_found_out_is_asked_when_it_was() -> None:
    found = begun(records_rule="dont_know")
    log, written, _ = typed(found, ticked(found, "find_out:team:rest"), "1", "4")
    assert "fully" == said(log)["records_rule"].value
    assert "If so, 1 question follows." in written


def test_one_answer_of_a_section_changes_and_the_rest_is_confirmed() -> None:
    found = begun()
    log, written, _ = typed(found, *nothing_new(found), "4", "7", "")
    now = said(log)
    assert (Answer(State.ANSWERED, Fraction(7)), "yes") == (now["staff"], now["uses_ai"].value)
    assert "  1. Nothing else changed here" in written


def test_an_answer_that_is_looked_at_and_kept_is_confirmed_and_one_that_is_left_is_not() -> None:
    found = begun()
    log, _, _ = typed(found, *nothing_new(found), "4", "", "4", "/review")
    assert ["response_plan", "chatbot_account", "staff"] == [name for name, _ in log.said()]


def test_what_an_answer_hides_is_told_on_the_section_s_page() -> None:
    found = begun()
    _, written, _ = typed(found, *nothing_new(found), "5", "1")
    assert any("no longer count" in line for line in written)


def test_a_follow_up_that_was_left_goes_on_with_what_is_not_confirmed() -> None:
    found = begun()
    log, _, finished = typed(found, "2 3", "3", "/quit")
    assert (False, ["response_plan"]) == (finished, [name for name, _ in log.said()])
    _, written, finished = typed(found, "", "", "", "", "", log=log)
    assert finished
    assert any("First 1 step of its plan" in line for line in written)
    assert dict(found.before) == dict(said(log))


def test_questions_that_are_new_come_at_the_end_as_in_an_interview() -> None:
    fewer = {name: raw for name, raw in ALL.items() if name not in ("voice_online", "plan_drill")}
    before = answers(**fewer)
    found = follow_up(ComparedAssessment(town(), before, THEN), (town(), before), town())
    log, written, finished = typed(found, *nothing_new(found), "", "", "", "2", "2", "")
    assert finished
    assert {"voice_online", "plan_drill"} <= set(said(log))
    assert "1 of 3. How much clear audio of the candidate's voice can anyone find online?" in written


def test_what_does_not_apply_at_present_is_carried_too() -> None:
    found = begun(uses_ai="no")
    log, _, _ = typed(found, *nothing_new(found), "", "", "", "")
    assert "none" == said(log)["chatbot_account"].value


def test_leaving_is_asked_about_once_something_is_confirmed() -> None:
    found, log = begun(), Listed()
    assert leaving(found, log, sure=True) is None
    log.append("campaign_name", found.before["campaign_name"], source="follow-up")
    page = leaving(found, log, sure=True)
    assert page is not None
    assert ("Everything is saved.", "leave", ("1 of 10 answers are confirmed or changed.",)) == (
        page.title,
        page.initial,
        tuple(line.text for line in page.lines),
    )
