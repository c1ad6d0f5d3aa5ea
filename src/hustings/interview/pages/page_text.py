"""Texts of pages: the position, the time left, answers and hints."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil
from typing import assert_never

from hustings.answers.display import answer_in_words, read_back
from hustings.answers.events import GRADES, Answer, State, Value
from hustings.answers.minutes_left import SECTION_END, progress
from hustings.answers.typed_numbers import shown
from hustings.interview.navigation import (
    Navigation,
    is_open,
    of_role,
    open_questions,
    questions_in,
    section_of,
    sections,
)
from hustings.interview.pages.page import PageHead
from hustings.interview.screen.section_bars import Meter
from hustings.messages import english, say, several
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.text import lower_first


def grade_line(grade: int) -> str:
    """An evidence grade as an option."""
    words = say(GRADES[grade])
    return f"E{grade}  {words[0].upper()}{words[1:]}"


def position_texts(navigation: Navigation) -> tuple[str, ...]:
    """The position and the time left, in four texts from long to short."""
    section, question = section_of(navigation, navigation.question), navigation.question
    ids = [q.id for q in questions_in(navigation, section.id)]
    number = say("{number} of {all}", number=ids.index(question.id) + 1, all=len(ids)) if question.id in ids else ""
    left, most = minutes(navigation)
    range_text = say("{left} to {most}", left=left, most=most) if most > left else f"{left}"
    return (
        " · ".join(
            part for part in (section.title, say("question {number}", number=number), minutes_left(left, most)) if part
        ),
        " · ".join(
            part
            for part in (
                section.title,
                say("question {number}", number=number),
                say("{span} minutes left", span=range_text),
            )
            if part
        ),
        " · ".join(part for part in (section.title, number, say("{span} min left", span=range_text)) if part),
        " · ".join(part for part in (number, f"{range_text} min") if part),
    )


def head_of(navigation: Navigation) -> PageHead:
    """What stands above a page: the section, the number of the question, stops, minutes, and a bar for each section."""
    section, question = section_of(navigation, navigation.question), navigation.question
    ids = [q.id for q in questions_in(navigation, section.id)]
    count = say("{number} of {all}", number=ids.index(question.id) + 1, all=len(ids)) if question.id in ids else ""
    return PageHead(section.title, count, time_left(navigation), stops_words(navigation), meters(navigation))


def stops_words(navigation: Navigation) -> str:
    """How many hard stops stand; nothing if there is none."""
    return several(navigation.stops, "{n} stop", "{n} stops") if navigation.stops else ""


def time_left(navigation: Navigation) -> tuple[str, ...]:
    """The minutes of the open questions, in forms from long to short."""
    left, _ = minutes(navigation)
    if own := len(of_role(navigation)):
        return (several(own, "{n} question left for: {role}", "{n} questions left for: {role}", role=here(navigation)),)
    if not open_questions(navigation):
        return ()
    if left <= 1:
        return (say("a minute left"), say("{n} min", n=1))
    return (say("about {n} min left", n=left), say("{n} min left", n=left), say("{n} min", n=left))


def here(navigation: Navigation) -> str:
    """The title of the role whose questions come first."""
    return next((role.title for role in navigation.pack.questionnaire.roles if role.id == navigation.role), "")


def meters(navigation: Navigation) -> tuple[Meter, ...]:
    """How far each section is."""
    here = navigation.question.section if navigation.current is not None else ""
    return tuple(_meter(navigation, section.id, here=section.id == here) for section in sections(navigation))


def _meter(navigation: Navigation, section: str, *, here: bool) -> Meter:
    questions = questions_in(navigation, section)
    open_ = [question for question in questions if is_open(navigation, question)]
    left = sum((q.minutes for q in open_), SECTION_END if open_ else Fraction())
    return Meter(len(questions) - len(open_), len(questions), ceil(left), here)


def minutes(navigation: Navigation) -> tuple[int, int]:
    """The minutes left: those of open questions, and the most if others follow."""
    found = progress(navigation.pack, navigation.answers, navigation.applicability)
    return ceil(found.minutes_left), ceil(found.minutes_left + found.minutes_possible)


def minutes_left(left: int, most: int) -> str:
    """The time left in words."""
    if left <= 1 and most <= 1:
        return say("about a minute left")
    if most > left:
        return several(left, "about {n} minute left (up to {most})", "about {n} minutes left (up to {most})", most=most)
    return several(left, "about {n} minute left", "about {n} minutes left")


def value_text(value: Value) -> str:
    """A value as one would type it."""
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
    """An answer for use in a sentence; a skipped question and one not yet asked have different texts."""
    match answer:
        case None:
            return say("not answered yet")
        case Answer(state=State.BLANK):
            return say("skipped")
        case Answer(state=State.ANSWERED):
            return answer_in_words(question, answer, read_back)
        case _:
            return lower_first(answer_in_words(question, answer, read_back))


def evidence_text(answer: Answer) -> str:
    """The evidence behind an answer: its grade in words, and the reference if one was given."""
    words = grade_line(answer.grade).partition("  ")[2]
    return f"{words}: {answer.reference}" if answer.reference else words


def answer_hint(question: Question, order: DateOrder | None) -> str:
    """A hint on how to answer. `order`: that of a date in figures at the place of the election."""
    match question.type:
        case "date":
            return date_hint(order)
        case "number":
            return number_hint(question)
        case "select_multiple":
            return say("Space ticks, Enter takes what is ticked.")
        case "yes_no" | "select_one" | "text":
            return ""
        case _:
            assert_never(question.type)


def date_hint(order: DateOrder | None) -> str:
    """Accepted forms of a date, including the one of the election's place if it is known."""
    if order is None:
        return say("Such as 3 November 2026 or 2026-11-03.")
    short = "11/3/26" if order == "month_first" else "3/11/26"
    return say("Such as 3 November 2026, {short} or 2026-11-03.", short=short)


def number_hint(question: Question) -> str:
    """The range and the unit of a number."""
    low, high = (shown(bound) if bound is not None else "" for bound in (question.lowest, question.highest))
    text = NUMBERS[bool(low), bool(high), bool(question.unit)]
    return say(text, low=low, high=high, unit=question.unit)


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
"""Texts by whether there is a lower bound, an upper bound and a unit."""
