"""The agenda: a frame that is fixed, sections at the pace of the room, breaks where the voting is long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction as F
from itertools import pairwise

import pytest

from hustings.answers.workshop.ballots import ballots
from hustings.answers.workshop.state import QuestionPhase, QuestionState, WorkshopState
from hustings.pack.model import Pack
from hustings.scoring.workshop.time_budget import (
    AgendaBlock,
    Forecast,
    Pace,
    UpcomingQuestions,
    ahead,
    amount,
    duration,
)
from support.report import town

PLAN, VOICE, STAFF = "response_plan", "voice_online", "staff"


def scored(**counts: int) -> UpcomingQuestions:
    """So many scored questions in each section."""
    question = town().questions[PLAN]
    return UpcomingQuestions(
        tuple(replace(question, section=name) for name, count in counts.items() for _ in range(count)), ()
    )


def blocks(found: UpcomingQuestions, room: WorkshopState | None = None) -> Sequence[AgendaBlock]:
    return look(found, room).blocks


def look(found: UpcomingQuestions, room: WorkshopState | None = None, pack: Pack | None = None) -> Forecast:
    return ahead(pack or town(), {}, room or WorkshopState(), known=found, judged={})


def kinds(found: Sequence[AgendaBlock]) -> list[str]:
    return [block.section.id if block.section else block.kind for block in found]


def test_one_section_after_the_other_at_the_usual_pace() -> None:
    found = look(scored(about=4, privacy=10))
    assert ["opening", "about", "privacy", "unresolved", "read_back"] == kinds(found.blocks)
    assert [10, 10, 24, 15, 15] == [block.minutes for block in found.blocks]
    assert [0, 10, 20, 44, 59] == [block.start for block in found.blocks]
    assert (74, 10) == (found.minutes, len(found.blocks[2].questions))


def test_the_example_of_the_method() -> None:
    """45 questions, three in ten talked about, 40 minutes of frame: 148 minutes, and here a break of ten."""
    found = look(scored(about=15, privacy=15, fakes=15))
    assert ["opening", "about", "privacy", "break", "fakes", "unresolved", "read_back"] == kinds(found.blocks)
    assert 148 + 10 == found.minutes


def test_a_fact_takes_its_own_time() -> None:
    facts = tuple(town().questions[name] for name in town().questions if name not in town().items)
    assert facts
    minutes = sum(fact.minutes for fact in facts)
    found = blocks(UpcomingQuestions(tuple(replace(fact, section="about") for fact in facts), ()))
    assert -(-minutes // 1) == found[1].minutes


def test_what_may_follow_counts_half() -> None:
    sure, later = scored(privacy=10).here, scored(privacy=10).here
    found = look(UpcomingQuestions(sure, later)).blocks[1]
    assert (36, sure, later) == (found.minutes, found.questions, found.may_follow)


def test_very_long_voting_has_two_breaks() -> None:
    assert ["opening", "about", "break", "privacy", "break", "fakes", "unresolved", "read_back"] == kinds(
        blocks(scored(about=22, privacy=22, fakes=22))
    )


def test_no_break_before_the_first_or_after_the_last() -> None:
    for counts in ({"fakes": 60}, {"about": 60}, {"about": 1, "fakes": 59}, {"about": 59, "fakes": 1}):
        for one, next_ in pairwise(blocks(scored(**counts))):
            assert "break" != next_.kind or one.section is not None
            assert "break" != one.kind or next_.section is not None


def test_with_nothing_to_ask_the_frame_is_left() -> None:
    assert ["opening", "read_back"] == kinds(blocks(UpcomingQuestions((), ())))


def test_once_it_has_begun_the_opening_is_over_and_when_it_has_ended_nothing_is_left() -> None:
    room = WorkshopState(topics={PLAN: QuestionState(PLAN, QuestionPhase.DECIDED)})
    assert ["read_back"] == kinds(blocks(scored(privacy=1), room))
    assert () == blocks(scored(privacy=1), replace(room, finished=True))


def test_the_pace_is_the_usual_one_until_eight_were_asked() -> None:
    assert F(3, 10) == Pace(asked=7, contested=7).share
    assert F(11, 18) == Pace(asked=8, contested=8).share
    assert F(3, 18) == Pace(asked=8).share
    assert F(3, 2) + F(11, 6) == Pace(asked=8, contested=8).minutes


@pytest.mark.parametrize(("minutes", "told"), [(0, "0 minutes"), (1, "1 minute"), (59, "59 minutes")])
def test_under_an_hour(minutes: int, told: str) -> None:
    assert told == duration(minutes)


def test_in_words() -> None:
    assert ("1 h 0 min", "2 h 57 min") == (duration(60), duration(177))
    assert ("1 question", "12 questions") == (amount(1, 0), amount(12, 0))
    assert "12 questions, up to 3 more may follow" == amount(12, 3)


def test_a_question_that_was_voted_on_twice_or_splits_the_room_was_contested() -> None:
    pack = town()
    split = ballots(["none", "none", "fully", "fully"])
    topics = {PLAN: QuestionState(PLAN, phase=QuestionPhase.REVEALED, rounds=(split,), revealed=1)}
    questions = tuple(pack.questions.values())
    found = ahead(pack, {}, WorkshopState(topics=topics), known=UpcomingQuestions(questions, ()), judged={})
    assert found.pace.asked == 1
    assert found.pace.contested == 1
