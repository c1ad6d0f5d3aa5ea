"""What was typed to a value, or a refusal in one sentence.

The terminal, the plain prompts, an answers file and the web all ask here, so that they accept the same things
and refuse them in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hustings.answers.events import Value
from hustings.pack.model import Question
from hustings.problems import did_you_mean

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer cannot be taken: one sentence, and a hint."""

    why: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.why} {self.hint}".strip()


def accept(question: Question, raw: object) -> Value | Refusal:
    """The value of what was given: a text, or for `select_multiple` a list of choice ids."""
    match question.type:
        case "yes_no" | "select_one":
            return _one(question, raw)
        case "select_multiple":
            return _several(question, raw)
        case "number":
            return _number(question, _text(raw))
        case "date":
            return _date(_text(raw))
        case "text":
            return _words(_text(raw))


def _text(raw: object) -> str:
    return "" if isinstance(raw, list | tuple | dict) or raw is None else str(raw).strip()


def _unknown(question: Question, given: str) -> Refusal:
    ids = [choice.id for choice in question.choices]
    return Refusal(f"`{question.id}` has no choice `{given}`.", did_you_mean(given, ids))


def _one(question: Question, raw: object) -> Value | Refusal:
    given = _text(raw)
    if not given:
        return Refusal("One choice is needed.")
    return given if question.choice(given) else _unknown(question, given)


def _several(question: Question, raw: object) -> Value | Refusal:
    given = [str(part) for part in raw] if isinstance(raw, Iterable) and not isinstance(raw, str | dict) else None
    if given is None:
        return Refusal(f"`{question.id}` takes a list of choices.", "Write it like [one, two]; [] means none of them.")
    if wrong := next((part for part in given if not question.choice(part)), None):
        return _unknown(question, wrong)
    lonely = [choice for choice in question.choices if choice.alone and choice.id in given]
    if lonely and len(set(given)) > 1:
        return Refusal(f"“{lonely[0].text}” cannot go together with other choices.")
    return tuple(choice.id for choice in question.choices if choice.id in given)


def _number(question: Question, given: str) -> Value | Refusal:
    try:
        number = Fraction(given.replace(",", "").replace(" ", "") if "/" not in given else "x")
    except ValueError:
        return Refusal(f"“{given}” is not a number." if given else "A number is needed.", "Digits only, such as 12 or 2.5.")
    if question.lowest is not None and number < question.lowest:
        return Refusal(f"The number must be {shown(question.lowest)} or more.")
    if question.highest is not None and number > question.highest:
        return Refusal(f"The number must be {shown(question.highest)} or less.")
    return number


def shown(number: Fraction) -> str:
    """A number as people write it: 12, 2.5 (exact where it ends, else six digits)."""
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.6g}"


def _date(given: str) -> Value | Refusal:
    try:
        return date.fromisoformat(given)
    except ValueError:
        what = f"“{given}” is not a date." if given else "A date is needed."
        return Refusal(what, "Write year-month-day, such as 2026-11-03.")


def _words(given: str) -> Value | Refusal:
    if not given:
        return Refusal("A few words are needed.")
    if len(given) > LONGEST:
        return Refusal(f"That is {len(given)} characters; {LONGEST} is the most.")
    return "".join(mark for mark in given if mark.isprintable() or mark in "\n\t")
