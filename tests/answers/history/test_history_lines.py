"""The history of answers as it is read out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hustings.answers.events import CLOSED, EDITION, FOLLOWS, PACK, Answer, Event, State
from hustings.answers.history.answer_history import changes
from hustings.answers.history.history_lines import overview_lines, question_lines, question_of, since_lines
from hustings.pack.questionnaire import YES_NO, Question
from support.answers import said

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
QUESTIONS = {"plan": Question("plan", "yes_no", "Is there a plan?", "all", YES_NO)}


def event(question: str, answer: Answer | None, by: str = "Ann", minutes: int = 0, source: str = "interview") -> Event:
    return Event("a1", 1, AT + timedelta(minutes=minutes), by, question, answer, source)


def overview(events: Iterable[Event], *, all_: bool = False) -> list[str]:
    return list(overview_lines(QUESTIONS, tuple(changes(events)), all_=all_))


def test_sittings_with_what_was_changed() -> None:
    events = [
        event("plan", said("no")),
        event("gone", said("x"), minutes=3),
        event("plan", said("yes"), "Ben\x1b[31m", 60, "file"),
        event("gone", None, "Ben\x1b[31m", 61, "file"),
    ]
    assert [
        "Answered by Ann and Ben[31m.",
        "",
        "30 November 2026, 09:00 to 09:03, Ann, in the interview: 2 answers given",
        "",
        "30 November 2026, 10:00 to 10:01, Ben[31m, from a file: 1 changed and 1 withdrawn",
        "  Is there a plan? Yes (before: No)",
        "  `gone` withdrawn (before: x)",
    ] == overview(events)
    assert "  Is there a plan? No" in overview(events, all_=True)


def test_nothing_was_answered() -> None:
    assert ["Nothing was answered yet."] == overview([])


def test_an_answer_without_a_name() -> None:
    noted = Answer(State.ANSWERED, "no", note="so")
    noted_again = "1 with another note or proof and 1 confirmed"
    assert [
        "Some answers are without a name: --by NAME with `hustings interview` says who answers.",
        "",
        f"30 November 2026, 09:00, without a name, by pigeon: 1 answer given, {noted_again}",
    ] == overview([event("plan", answer, "", source="by pigeon") for answer in (said("no"), noted, noted)])


def test_what_is_about_the_assessment() -> None:
    head = "3f2a-91c0-77aa-0b1c"
    events = [
        event(FOLLOWS, said("a1"), source="follow-up"),
        event(EDITION, said("quick"), source="follow-up"),
        event(PACK, said("0123456789abcdef"), source="follow-up"),
        event(PACK, None, source="follow-up"),
        event(CLOSED, said(head), source="follow-up"),
        event(CLOSED, None, source="follow-up"),
        event("@later", said("x"), source="follow-up"),
    ]
    assert [
        "30 November 2026, 09:00, Ann, at the follow-up: 7 entries about the assessment",
        "  It follows an earlier assessment.",
        "  The edition quick was chosen.",
        "  From here on another version of the pack is answered (0123456789ab).",
        "  From here on the pack is answered with which the assessment began.",
        f"  The assessment was closed at head {head}.",
        "  The assessment was opened again.",
        "  @later",
    ] == overview(events)[2:]


def test_all_answers_to_one_question() -> None:
    shown = Answer(State.ANSWERED, "yes", grade=1, reference="the\nplan", note="two\r\nlines")
    events = [event("plan", said("no")), event("plan", shown, "Ben", 60), event("plan", shown), event("plan", None)]
    assert [
        "Is there a plan?",
        "  30 November 2026, 09:00, Ann, in the interview: No",
        "  30 November 2026, 10:00, Ben, in the interview: Yes (before: No)",
        "    Proof: E1, a document was seen: the plan",
        "    Note: two lines",
        "  30 November 2026, 09:00, Ann, in the interview: Yes (confirmed)",
        "    Proof: E1, a document was seen: the plan",
        "    Note: two lines",
        "  30 November 2026, 09:00, Ann, in the interview: withdrawn (before: Yes)",
    ] == list(question_lines(QUESTIONS["plan"], tuple(changes(events))))


def test_a_grade_alone_is_told() -> None:
    made = tuple(changes([event("plan", Answer(State.ANSWERED, "yes", grade=2))]))
    assert "    Proof: E2, records or a demonstration were seen" in question_lines(QUESTIONS["plan"], made)


def test_never_answered() -> None:
    assert ["`gone`", "  Never answered."] == list(question_lines(question_of(QUESTIONS, "gone"), ()))


def test_since_somebody_was_here() -> None:
    made = tuple(
        changes([event("plan", said("no")), event("plan", said("yes"), "Ben", 60), event("plan", None, "Ben")])
    )
    assert [
        "Since you were here (30 November 2026, 09:00):",
        "",
        "30 November 2026, 10:00 to 09:00, Ben, in the interview: 1 changed and 1 withdrawn",
        "  Is there a plan? Yes (before: No)",
        "  Is there a plan? withdrawn (before: Yes)",
    ] == list(since_lines(QUESTIONS, made, "Ann"))
    here = "Nobody else has answered since you were here (30 November 2026, 09:00)."
    assert [here] == list(since_lines(QUESTIONS, made, "Ben"))
    assert ["Nobody named Dan has answered yet."] == list(since_lines(QUESTIONS, made, "Dan"))


def test_votes_are_never_shown() -> None:
    votes = Answer(State.UNRESOLVED, votes=("yes", "no", "no"))
    told = [*overview([event("plan", votes)], all_=True)]
    told += question_lines(QUESTIONS["plan"], tuple(changes([event("plan", votes), event("plan", said("yes"))])))
    assert "  Is there a plan? Not agreed" in told
    assert [] == [line for line in told if line.endswith((" No", " no", "Yes; No"))]
