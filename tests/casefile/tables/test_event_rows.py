"""What goes into a case file comes out of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.answers.events import CLOSED, FOLLOWS, PACK, Answer, Event, State, Value
from hustings.casefile.tables.event_rows import (
    Assessment,
    assessment_from_row,
    assessment_row,
    decode,
    encode,
    event_of,
    event_row,
)
from support.casefile import AT

texts = st.text(st.characters(codec="utf-8"), max_size=40)
values: st.SearchStrategy[Value] = st.one_of(texts, st.lists(texts, max_size=4).map(tuple), st.fractions(), st.dates())
answers = st.builds(
    Answer,
    state=st.sampled_from(State),
    value=st.none() | values,
    reason=texts,
    note=texts,
    grade=st.integers(0, 3),
    reference=texts,
    votes=st.lists(values, max_size=3).map(tuple),
)
zones = st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours)))
TIMES = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=zones)  # noqa: DTZ001
events = st.builds(
    Event,
    assessment=texts,
    number=st.integers(1, 10**6),
    at=TIMES,
    by=texts,
    question=texts,
    answer=st.none() | answers,
    source=st.sampled_from(("interview", "file", "workshop", "paper")),
)


@given(values)
def test_a_value_keeps_its_kind(value: Value) -> None:
    assert decode(encode(value)) == value
    assert type(decode(encode(value))) is type(value)


@given(events)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert event_of(event_row(event)) == event


@given(st.builds(Assessment, texts, texts, texts, texts, texts, texts, texts, TIMES))
def test_an_assessment_comes_back_as_it_was(assessment: Assessment) -> None:
    assert assessment_from_row(assessment_row(assessment)) == assessment


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("yes", '{"text": "yes"}'),
        (("a", "b"), '{"choices": ["a", "b"]}'),
        (Fraction(5, 2), '{"number": "5/2"}'),
        (date(2026, 11, 3), '{"date": "2026-11-03"}'),
    ],
)
def test_values_are_readable_without_the_pack(value: Value, text: str) -> None:
    assert text == encode(value)


def test_a_value_of_no_known_kind_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="no kind of value"):
        decode('{"colour": "red"}')


def test_what_a_terminal_could_not_decode_becomes_a_question_mark() -> None:
    event = Event("a1", 1, AT, "Ann\udcff", "plan", Answer(State.DONT_KNOW, note="caf\udce9"))
    stored = event_of(event_row(event))
    assert stored.by == "Ann?"
    assert stored.answer == Answer(State.DONT_KNOW, note="caf?")


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        event_row(Event("a1", 1, datetime(2026, 11, 24), "Ann", "plan", None))  # noqa: DTZ001 - that is the point
    assert AT.tzinfo is UTC


def about(question: str, answer: Answer | None) -> Event:
    return Event("a2", 1, AT, "Ann", question, answer)


@pytest.mark.parametrize(
    ("question", "value"), [(PACK, "0f" * 32), (FOLLOWS, "a1"), (FOLLOWS, "a50"), (CLOSED, "3f2a-91c0-77aa-0b1c")]
)
def test_what_an_event_says_about_its_assessment_comes_back(question: str, value: str) -> None:
    for event in (about(question, Answer(State.ANSWERED, value)), about(question, None)):
        assert event == event_of(event_row(event))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (PACK, Answer(State.ANSWERED, "0F" * 32)),
        (PACK, Answer(State.ANSWERED, "0f" * 32 + "\n")),
        (PACK, Answer(State.DONT_KNOW)),
        (PACK, Answer(State.ANSWERED, ("0f" * 32,))),
        (FOLLOWS, Answer(State.ANSWERED, "a0")),
        (FOLLOWS, Answer(State.ANSWERED, "event:a1")),
        (CLOSED, Answer(State.ANSWERED, "yes")),
    ],
)
def test_what_no_assessment_can_have_is_refused(question: str, answer: Answer) -> None:
    with pytest.raises(ValueError, match="nothing that an assessment can have"):
        event_of(event_row(about(question, answer)))
