"""Where we are and what was answered, in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil

from hustings.answers import flow
from hustings.answers.accept import shown
from hustings.answers.display import answer_in_words, read_back
from hustings.answers.events import GRADES, Answer, State, Value
from hustings.interview.navigation import Navigation, inside, section_of
from hustings.messages import english, say, several
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.text import lower_first


def grade_line(grade: int) -> str:
    """An evidence grade as it is chosen."""
    words = say(GRADES[grade])
    return f"E{grade}  {words[0].upper()}{words[1:]}"


def place(walk: Navigation) -> tuple[str, ...]:
    """Where we are and how long it takes, in four lengths."""
    section, question = section_of(walk, walk.question), walk.question
    ids = [q.id for q in inside(walk, section.id)]
    number = say("{number} of {all}", number=ids.index(question.id) + 1, all=len(ids)) if question.id in ids else ""
    left, most = minutes(walk)
    span = say("{left} to {most}", left=left, most=most) if most > left else f"{left}"
    return (
        " · ".join(
            part for part in (section.title, say("question {number}", number=number), minutes_left(left, most)) if part
        ),
        " · ".join(
            part
            for part in (section.title, say("question {number}", number=number), say("{span} minutes left", span=span))
            if part
        ),
        " · ".join(part for part in (section.title, number, say("{span} min left", span=span)) if part),
        " · ".join(part for part in (number, f"{span} min") if part),
    )


def minutes(walk: Navigation) -> tuple[int, int]:
    """What is still to be asked takes so long, and at most so long."""
    ahead = flow.progress(walk.pack, walk.answers, walk.where)
    return ceil(ahead.minutes_left), ceil(ahead.minutes_left + ahead.minutes_possible)


def minutes_left(left: int, most: int) -> str:
    """How long it takes from here: what must be asked, and what answers may add."""
    if left <= 1 and most <= 1:
        return say("about a minute left")
    if most > left:
        return several(left, "about {n} minute left (up to {most})", "about {n} minutes left (up to {most})", most=most)
    return several(left, "about {n} minute left", "about {n} minutes left")


def value_text(value: Value) -> str:
    """A value as it is typed."""
    match value:
        case Fraction():
            return shown(value)
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(value)
        case _:
            return value


def answer_words(question: Question, answer: Answer | None) -> str:
    """An answer inside a sentence; what was skipped is told apart from what nobody has come to yet."""
    match answer:
        case None:
            return say("not answered yet")
        case Answer(state=State.BLANK):
            return say("skipped")
        case Answer(state=State.ANSWERED):
            return answer_in_words(question, answer, read_back)
        case _:
            return lower_first(answer_in_words(question, answer, read_back))


def proof_words(answer: Answer) -> str:
    """The evidence behind an answer: its grade in words, and the reference if one was given."""
    return f"{grade_line(answer.grade)}. {answer.reference}".strip().removesuffix(".")


def hint_on(question: Question, order: DateOrder | None) -> str:
    """How a question is answered. `order`: of a date in figures, where the election is."""
    match question.type:
        case "date":
            return date_hint(order)
        case "number":
            return number_hint(question)
        case "select_multiple":
            return say("Space ticks, Enter takes what is ticked.")
        case _:
            return ""


def date_hint(order: DateOrder | None) -> str:
    """Forms in which a date is taken, with that of the place where the election is, if it is known."""
    if order is None:
        return say("Such as 3 November 2026 or 2026-11-03.")
    short = "11/3/26" if order == "month_first" else "3/11/26"
    return say("Such as 3 November 2026, {short} or 2026-11-03.", short=short)


def number_hint(question: Question) -> str:
    """What number is asked for: its range and what is counted."""
    low, high = (shown(end) if end is not None else "" for end in (question.lowest, question.highest))
    wanted = NUMBERS[bool(low), bool(high), bool(question.unit)]
    return say(wanted, low=low, high=high, unit=question.unit)


NUMBERS = {
    (True, True, True): english("A number from {low} to {high}, in {unit}."),
    (True, True, False): english("A number from {low} to {high}."),
    (True, False, True): english("A number, {low} or more, in {unit}."),
    (True, False, False): english("A number, {low} or more."),
    (False, True, True): english("A number, {high} or less, in {unit}."),
    (False, True, False): english("A number, {high} or less."),
    (False, False, True): english("A number, in {unit}."),
    (False, False, False): english("A number."),
}
"""By whether there is a least, a most, and something that is counted."""
