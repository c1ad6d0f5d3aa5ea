"""Events fold into answers: the last word counts, a withdrawal takes it away, and nothing else happens."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import CLOSED, EDITION, FOLLOWS, PACK, Answer, Event, State
from hustings.answers.replay import chosen_edition, closing, followed, pack_in_use, replay
from support.answers import AT, DONT_KNOW, said

YES, NO = said("yes"), said("no")
words = st.sampled_from((YES, NO, DONT_KNOW, None))
histories = st.lists(st.tuples(st.sampled_from("abc"), words), max_size=12)


def history(*said: tuple[str, Answer | None]) -> tuple[Event, ...]:
    return tuple(Event("a1", number, AT, "Ann", name, answer) for number, (name, answer) in enumerate(said, 1))


def test_the_last_word_counts() -> None:
    assert replay(history(("a", YES), ("b", YES), ("a", NO))) == {"a": NO, "b": YES}


def test_a_withdrawal_takes_an_answer_away() -> None:
    assert replay(history(("a", YES), ("a", None), ("b", NO), ("c", None))) == {"b": NO}


def test_nothing_said_is_no_answers() -> None:
    assert replay(()) == {}


def test_the_answers_cannot_be_changed_by_their_reader() -> None:
    answers = replay(history(("a", YES)))
    with pytest.raises(TypeError):
        answers["a"] = NO  # type: ignore[index]  # that is what is tried


@given(histories)
def test_one_event_changes_one_question(said: Sequence[tuple[str, Answer | None]]) -> None:
    events = history(*said)
    for length, event in enumerate(events):
        before, after = dict(replay(events[:length])), dict(replay(events[: length + 1]))
        assert after.pop(event.question, None) == event.answer
        before.pop(event.question, None)
        assert after == before


@given(histories, st.sampled_from("abc"), words)
def test_saying_again_what_was_said_before_undoes_a_change(
    said: Sequence[tuple[str, Answer | None]], name: str, changed: Answer | None
) -> None:
    before = replay(history(*said))
    assert replay(history(*said, (name, changed), (name, before.get(name)))) == before


@given(histories)
def test_withdrawing_everything_leaves_nothing(said: Sequence[tuple[str, Answer | None]]) -> None:
    assert replay(history(*said, *((name, None) for name in "abc"))) == {}


def test_an_event_comes_from_the_interview_unless_it_says_otherwise() -> None:
    assert Event("a1", 1, AT, "Ann", "a", YES).source == "interview"
    assert Answer(State.NA, reason="none") == Answer(State.NA, None, "none", "", 0, "", ())


def test_what_is_said_about_the_assessment_is_no_answer() -> None:
    chosen = history((EDITION, said("quick")), ("a", YES), (EDITION, said("full")))
    assert {"a": YES} == replay(chosen)
    assert "full" == chosen_edition(chosen)
    assert "" == chosen_edition(history(("a", YES)))
    assert "" == chosen_edition((*chosen, *history((EDITION, None))))


def test_what_an_assessment_follows_and_which_pack_it_is_answered_with() -> None:
    events = history((FOLLOWS, said("a1")), ("a", YES), (PACK, said("one")), (PACK, said("two")))
    assert ("a1", "two") == (followed(events), pack_in_use(events))
    assert ("", "") == (followed(()), pack_in_use(()))
    assert {"a": YES} == replay(events)


def test_an_assessment_is_closed_until_it_is_reopened() -> None:
    closed = history(("a", YES), (CLOSED, said("3f2a-91c0-77aa-0b1c")))
    assert closed[1] == closing(closed)
    assert closing(history(("a", YES))) is None
    assert closing((*closed, *history((CLOSED, None)))) is None
