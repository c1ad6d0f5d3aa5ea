"""A condition of a pack in the words of its questions and choices, for readers of the report.

The pack's own shorthand (`sign_in >= partly`) names levels that no screen shows.
"""

from __future__ import annotations

from typing import assert_never

from hustings.messages import say
from hustings.pack.conditions import AllOf, AnyOf, Clause, Comparison, Condition, Contains, Level, Not, OneOf
from hustings.pack.item_values import shown
from hustings.pack.model import Pack


def in_words(pack: Pack, condition: Condition) -> str:
    """Such as: “Which accounts ask for more than a password?”: “All of those” or better."""
    match condition:
        case AllOf(parts):
            return say(" and ").join(_inner(pack, part) for part in parts)
        case AnyOf(parts):
            return say(" or ").join(_inner(pack, part) for part in parts)
        case Not(part):
            return say("not ({condition})", condition=in_words(pack, part))
        case _:
            return _clause(pack, condition)


def _inner(pack: Pack, part: Condition) -> str:
    words = in_words(pack, part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) else words


def _clause(pack: Pack, clause: Clause) -> str:
    match clause:
        case OneOf(question, choices):
            said = say(" or ").join(_level(pack, question, choice) for choice in choices)
        case Contains(question, choice):
            said = say("{choice} is ticked", choice=_level(pack, question, choice))
        case Comparison(question, order, level):
            said = _compared(pack, clause, order, _level(pack, question, level))
        case _:
            assert_never(clause)
    return f"“{pack.questions[clause.question].text}”: {said}"


def _compared(pack: Pack, clause: Comparison, order: str, level: str) -> str:
    item = pack.items.get(clause.question)
    if order == ">=":
        better = item is not None and item.kind == "control"
        return say("{level} or better", level=level) if better else say("{level} or more", level=level)
    if order == "<=":
        return say("{level} or less", level=level)
    return say("more than {level}", level=level) if order == ">" else say("less than {level}", level=level)


def _level(pack: Pack, question: str, level: Level) -> str:
    """A choice in its own words, a number as it is written."""
    choice = pack.questions[question].choice(level) if isinstance(level, str) else None
    return f"“{choice.text}”" if choice is not None else shown(level)
