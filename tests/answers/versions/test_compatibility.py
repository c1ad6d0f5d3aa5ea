"""Answers of an older edition against today's pack."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from hustings.answers.events import Answer, State
from hustings.answers.versions.compatibility import fitting, fitting_entries
from hustings.answers.workshop.fold import room
from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import DecisionKind, EntryKind, LogEntry
from hustings.scoring.score import score
from support.scoring import e1, mini
from support.small_packs import DONT_KNOW, NA, said
from support.votes import decided, entry, log, steps, voted


@pytest.mark.parametrize(
    ("question", "answer", "fits"),
    [
        ("p_c1", said("partly"), True),
        ("p_c1", said("bit"), False),
        ("p_c1", said(Fraction(1)), False),
        ("p_x1", said(Fraction(1, 2)), True),
        ("p_x1", said(Fraction(2)), False),
        ("p_x1", said("1"), False),
        ("p_x1", said(date(2027, 1, 1)), False),
        ("p_c1", Answer(State.ANSWERED), False),
        ("p_c1", DONT_KNOW, True),
        ("f_c2", NA, True),
        ("f_c1", NA, False),
        ("p_c1", Answer(State.UNRESOLVED, votes=("none", "fully")), True),
        ("p_c1", Answer(State.UNRESOLVED, votes=("none", "bit")), False),
        ("p_c1", Answer(State.UNRESOLVED), False),
        ("gone", said("partly"), False),
    ],
)
def test_an_answer_fits_as_it_stands_or_is_named(question: str, answer: Answer, fits: bool) -> None:
    kept, dropped = fitting(mini(), {question: answer})
    assert ({question: answer}, ()) == (dict(kept), dropped) if fits else ({}, (question,)) == (dict(kept), dropped)


def test_what_does_not_fit_counts_as_not_answered() -> None:
    kept, dropped = fitting(mini(), {**e1(), "p_c1": said("bit"), "gone": said("x")})
    assert ("p_c1", "gone") == dropped
    without = {name: answer for name, answer in e1().items() if name != "p_c1"}
    assert score(mini(), without).index == score(mini(), kept).index


# --- the log of a workshop -----------------------------------------------------------------------------------

HELD = log(
    entry(EntryKind.BEGAN), voted("p_c1", steps(0, 3, 0, 0)), decided("p_c1", "partly"),
    entry(EntryKind.PARKED, text="Who pays?"),
    entry(EntryKind.REOPENED, "p_c1", text="It was last year's."), decided("p_c1", "none", DecisionKind.RECORDED),
    entry(EntryKind.NOTED, "p_c1", text="A note."), entry(EntryKind.FINISHED), entry(EntryKind.UNDONE, "p_c1"),
)  # fmt: skip


def test_what_happened_in_a_workshop_stays() -> None:
    assert HELD == fitting_entries(mini(), HELD)


@pytest.mark.parametrize(
    "lines",
    [
        [decided("gone", "partly")],
        [entry(EntryKind.NOTED, "gone", text="A note.")],
        [entry(EntryKind.OPENED)],
        [entry(EntryKind.OPENED, "f_c1"), entry(EntryKind.OPENED, "f_c2")],
        [entry(EntryKind.CLOSED, "p_c1", ballots=steps(1, 0, 0, 0))],
        [entry(EntryKind.REVEALED, "p_c1")],
        [entry(EntryKind.UNDONE, "f_c1")],
        [entry(EntryKind.DECIDED, "p_c1")],
        [entry(EntryKind.OPENED, "f_c1"), entry(EntryKind.CLOSED, "f_c1")],
        [entry(EntryKind.OPENED, "f_c1"), entry(EntryKind.COUNTED, "f_c1")],
        [decided("f_c1", "partly"), decided("f_c1", "none")],
        [entry(EntryKind.FINISHED), entry(EntryKind.RESUMED), entry(EntryKind.OPENED, "f_c1")],
    ],
    ids=str,
)
def test_a_step_that_cannot_have_happened_there_is_passed_over(lines: list[LogEntry]) -> None:
    """The last of them; those before it could happen."""
    kept = fitting_entries(mini(), log(*lines))
    assert log(*lines)[: len(kept)] == kept
    assert len(kept) < len(lines)


def test_a_third_vote_is_passed_over() -> None:
    lines = log(*(voted("p_c1", steps(0, 3, 0, 0)) for _ in range(3)))
    assert lines[:6] == fitting_entries(mini(), lines)
    assert QuestionPhase.REVEALED == room(fitting_entries(mini(), lines)).topic("p_c1").phase
