"""The answers of an assessment that a report carries, from their JSON. Untrusted: checked against the questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.versions.compatibility import fitting
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.problems import InputError, escaped

_NUMBER = re.compile(r"-?[0-9]{1,60}(?:/[1-9][0-9]{0,59})?")
LONGEST_NAME = 60
GRADES = (0, 1, 2, 3)


def carried_answers(pack: Pack, listed: list[Any]) -> Answers:
    """The answers by question. Raises `InputError` for one that the pack does not take, or that is not all there."""
    answers = dict[str, Answer]()
    for one in listed:
        name = one.get("question") if isinstance(one, dict) else None
        question = pack.questions.get(name) if isinstance(name, str) else None
        if question is None or question.id in answers:
            raise _refused(str(name))
        answers[question.id] = _answer(question, one)
    if any(answer.state is State.UNRESOLVED and not answer.votes for answer in answers.values()):
        what = say("Some of its figures rest on single votes, which a report does not show.")
        raise InputError(what, say("Hold its head against the case file: hustings verify CASE --head HEAD"))
    fits, dropped = fitting(pack, answers)
    if dropped:
        raise _refused(dropped[0])
    return MappingProxyType(dict(fits))


def _refused(name: str) -> InputError:
    what = say("It carries an answer to `{name}` that the pack does not take.", name=escaped(name[:LONGEST_NAME]))
    return InputError(what, say("Ask for the report again, as it was written."))


def _answer(question: Question, cells: Mapping[str, Any]) -> Answer:
    texts = [cells.get(name, "") for name in ("reason", "note", "reference")]
    grade, votes = cells.get("grade"), cells.get("votes")
    try:
        if not all(isinstance(text, str) for text in texts) or grade not in GRADES or not isinstance(votes, list):
            raise _refused(question.id)
        value = None if cells.get("value") is None else _value(question, cells["value"])
        state = State(str(cells.get("state")))
        return Answer(state, value, texts[0], texts[1], grade, texts[2], tuple(_value(question, one) for one in votes))
    except (ValueError, TypeError, KeyError) as wrong:
        raise _refused(question.id) from wrong


def _value(question: Question, raw: Any) -> Value:
    """A value as JSON has it. Raises `ValueError`, `TypeError` or `KeyError` for what none is."""
    match raw:
        case {"exact": str(exact)} if _NUMBER.fullmatch(exact):
            return Fraction(exact)
        case list():
            return tuple(_text(one) for one in raw)
        case _:
            return date.fromisoformat(_text(raw)) if question.type == "date" else _text(raw)


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError("no text")
    return raw
