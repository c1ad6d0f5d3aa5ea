"""Typed text to a value, or a refusal in one sentence.

The terminal, an answers file, worksheets and the web all use it, so they accept and refuse the same things in the same
words.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from hustings.answers.events import Value
from hustings.answers.typed_dates import readings, wrong_weekday
from hustings.answers.typed_numbers import shown, typed_numbers
from hustings.frozen_records import dataclass
from hustings.messages import english, long_date, say, weekday, with_decimal_comma
from hustings.pack.questionnaire import Question
from hustings.pack.rules import DateOrder
from hustings.problems import did_you_mean
from hustings.text import clean

LONGEST, LONGEST_NOTE, LONGEST_NAME = 4000, 500, 60
"""The most characters of a text answer, of a note, reason or rationale, and of a name."""
SHOWN = 60
DATE_FORMS = english("Write it like 3 November 2026 or 2026-11-03.")
ANEW = english("Look at the date again, or leave the day of the week out.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer is not accepted: one sentence, and a hint."""

    why: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.why} {self.hint}".strip()


def accept(question: Question, raw: object, order: DateOrder | None = None) -> Value | Refusal:
    """The value of an answer: `raw` is a text or, for `select_multiple`, a list of choice ids.

    `order`: the order of day and month in figures at the place of the election, if known.
    """
    match question.type:
        case "yes_no" | "select_one":
            return _one(question, _text(raw))
        case "select_multiple":
            return _several(question, raw)
        case "number":
            return _number(question, raw)
        case "date":
            return day_of(_text(raw), order)
        case "text":
            return _words(_text(raw))
        case _:
            assert_never(question.type)


def _text(raw: object) -> str:
    return "" if isinstance(raw, list | tuple | dict) or raw is None else clean(str(raw))


def _quoted(given: str) -> str:
    return given if len(given) <= SHOWN else f"{given[:SHOWN]}…"


def _unknown(question: Question, given: str) -> Refusal:
    ids = [choice.id for choice in question.choices]
    return Refusal(
        say("`{question}` has no choice `{given}`.", question=question.id, given=_quoted(given)),
        did_you_mean(_quoted(given), ids),
    )


def _one(question: Question, given: str) -> Value | Refusal:
    if not given:
        return Refusal(say("One choice is needed."))
    return given if question.choice(given) else _unknown(question, given)


def _several(question: Question, raw: object) -> Value | Refusal:
    if not isinstance(raw, list | tuple):
        return Refusal(
            say("`{question}` takes a list of choices.", question=question.id),
            say("Write it like [one, two]; [] means none of them."),
        )
    given = [_text(part) for part in raw]
    if wrong := [part for part in given if not question.choice(part)]:
        return _unknown(question, wrong[0])
    lonely = [choice for choice in question.choices if choice.alone and choice.id in given]
    if lonely and len(set(given)) > 1:
        return Refusal(say("“{choice}” cannot go together with other choices.", choice=lonely[0].text))
    none = [choice.id for choice in question.choices if choice.alone]
    if not given and len(none) == 1:  # "none of these" has a choice of its own: the two are one answer
        return (none[0],)
    return tuple(choice.id for choice in question.choices if choice.id in given)


def _number(question: Question, raw: object) -> Value | Refusal:
    match (raw,) if isinstance(raw, Fraction) else typed_numbers(_text(raw), written=isinstance(raw, str)):
        case (number,):
            return _within(question, number)
        case (one, other):
            shown_both = {"one": with_decimal_comma(shown(one)), "other": with_decimal_comma(shown(other))}
            what = say("“{given}” can mean {one} or {other}.", given=_quoted(_text(raw)), **shown_both)
            return Refusal(what, say("Write thousands without a point or comma."))
        case _:
            given = _text(raw)
            what = say("“{given}” is not a number.", given=_quoted(given)) if given else say("A number is needed.")
            return Refusal(what, say("Digits only, such as 12 or 2.5."))


def _within(question: Question, number: Fraction) -> Value | Refusal:
    if question.lowest is not None and number < question.lowest:
        return Refusal(say("The number must be {lowest} or more.", lowest=shown(question.lowest)))
    if question.highest is not None and number > question.highest:
        return Refusal(say("The number must be {highest} or less.", highest=shown(question.highest)))
    return number


def day_of(given: str, order: DateOrder | None = None) -> date | Refusal:
    """A date as people write it; a refusal if it is none, or can be read in two ways."""
    match readings(given, order):
        case (day,) if wrong_weekday(given, day):
            return Refusal(say("“{given}” is a {weekday}.", given=given, weekday=weekday(day)), say(ANEW))
        case (day,):
            return day
        case (one, other):
            what = say("“{given}” can be {one} or {other}.", given=given, one=long_date(one), other=long_date(other))
            return Refusal(what, say("Write the month as a word."))
        case _:
            what = say("“{given}” is not a date.", given=_quoted(given)) if given else say("A date is needed.")
            return Refusal(what, say(DATE_FORMS))


def _words(given: str) -> Value | Refusal:
    if not given:
        return Refusal(say("A few words are needed."))
    return too_long(given, LONGEST) or given


def too_long(text: str, most: int = LONGEST_NOTE) -> Refusal | None:
    """The refusal of a text longer than `most` characters; None for a shorter one."""
    if len(text) <= most:
        return None
    return Refusal(say("That is {count} characters; {longest} is the most.", count=len(text), longest=most))
