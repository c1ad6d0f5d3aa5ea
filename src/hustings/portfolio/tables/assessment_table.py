"""The table of assessments: one row an assessment, one column a question of the pack.

A column holds a whole number that says what was answered (`code`):

    0 and above   the choice of a `yes_no` or `select_one` question, counted from 0; of a `select_multiple` question
                  the sum of 2**n over the choices ticked
    -1            not known: don't know, blank, or never asked
    -2            does not apply
    -3            the votes of a workshop that the room did not settle; the votes are in a table of their own

A `number` question has 0 in that column where it is answered, and the number in a second one, named with `NUMBER`.
Dates and free text are not in the table: nothing that is scored depends on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from hustings.answers.events import Answer, Answers, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.model import Pack
from hustings.pack.questionnaire import SELECTS, Question

UNKNOWN, NOT_APPLICABLE, DISPUTED = -1, -2, -3
NUMBER = "__number"
KEY, EDITION = "assessment", "edition"
ASSESSMENTS, VOTES = "assessments", "votes"
"""The names of the two tables in a query."""
DIGITS = 12
"""Digits behind the point that a number in the table keeps."""
ColumnType = Literal["SMALLINT", "BIGINT", "DECIMAL(24, 12)"]
_BY_STATE = {State.DONT_KNOW: UNKNOWN, State.BLANK: UNKNOWN, State.NA: NOT_APPLICABLE, State.UNRESOLVED: DISPUTED}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table and the question that it is about."""

    name: str
    type: ColumnType
    question: str


@dataclass(frozen=True, slots=True)
class Vote:
    """The votes of one assessment on one question that agree: their code (or number), and how many people they are."""

    question: str
    code: int
    number: Fraction | None
    people: int


def in_table(question: Question) -> bool:
    """Whether a question has a column: dates and free text have none."""
    return question.type in (*SELECTS, "number")


def columns(pack: Pack) -> tuple[Column, ...]:
    """The columns of a pack's questions, in the order of the questionnaire."""
    return tuple(column for question in pack.questions.values() if in_table(question) for column in _columns(question))


def _columns(question: Question) -> Iterator[Column]:
    yield Column(column_of(question.id), "BIGINT" if question.type == "select_multiple" else "SMALLINT", question.id)
    if question.type == "number":
        yield Column(question.id + NUMBER, "DECIMAL(24, 12)", question.id)


def column_of(question: str) -> str:
    """The column of a question: its id, which for one of them would be that of the key."""
    return f"{question}__code" if question == KEY else question


def row(pack: Pack, answers: Answers) -> dict[str, int | Fraction | None]:
    """The cells of one assessment, by the name of their column."""
    cells = dict[str, int | Fraction | None]()
    for question in pack.questions.values():
        if in_table(question):
            answer = answers.get(question.id)
            cells[column_of(question.id)] = _answer_code(question, answer)
            if question.type == "number":
                value = answer.value if answer is not None and answer.state is State.ANSWERED else None
                cells[question.id + NUMBER] = value if isinstance(value, Fraction) else None
    return cells


def votes(pack: Pack, answers: Answers) -> Iterator[Vote]:
    """The votes on questions that a workshop left disputed."""
    for name, answer in answers.items():
        if answer.state is State.UNRESOLVED and name in pack.questions and in_table(pack.questions[name]):
            question = pack.questions[name]
            for value in dict.fromkeys(answer.votes):
                number = value if isinstance(value, Fraction) else None
                yield Vote(name, code(question, value), number, answer.votes.count(value))


def _answer_code(question: Question, answer: Answer | None) -> int:
    if answer is None:
        return UNKNOWN
    if answer.state is State.ANSWERED and answer.value is not None:
        return code(question, answer.value)
    return _BY_STATE.get(answer.state, UNKNOWN)


def code(question: Question, value: Value) -> int:
    """The number that stands for a value in the question's column."""
    ids = [choice.id for choice in question.choices]
    match value:
        case str():
            return ids.index(value)
        case tuple():
            return sum(1 << ids.index(choice) for choice in value)
        case _:
            return 0


def value(question: Question, code: int, number: Fraction | None) -> Value:
    """The value that a code stands for: the way back from `code`."""
    if question.type == "select_multiple":
        return all_ticked(question, code)
    return question.choices[code].id if number is None else number


def all_ticked(question: Question, code: int) -> tuple[str, ...]:
    """The choices that are ticked where this is the code."""
    return tuple(choice.id for at, choice in enumerate(question.choices) if code >> at & 1)


def decimal_text(number: Fraction) -> str:
    """A number as the text of a decimal with `DIGITS` digits behind its point."""
    scaled = round(number * 10**DIGITS)
    sign, digits = "-" if scaled < 0 else "", f"{abs(scaled):0{DIGITS + 1}d}"
    return f"{sign}{digits[:-DIGITS]}.{digits[-DIGITS:]}"
