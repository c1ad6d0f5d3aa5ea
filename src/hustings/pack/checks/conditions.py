"""Conditions that ask for what can be answered: known questions, known choices, in the order that the choices have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hustings.messages import say
from hustings.pack.conditions import (
    MOST_CLAUSES,
    MOST_QUESTIONS,
    Clause,
    Comparison,
    Condition,
    Contains,
    OneOf,
    clauses,
    names,
    negates,
)
from hustings.pack.item_values import shown
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem, did_you_mean


def when_clauses(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every comparison in a question's `when` fits the question it asks about."""
    for question in pack.questions.values():
        yield from condition_fits(
            pack, diagnostics, question.when, question.when_text, diagnostics.at(question.place, "when")
        )


def condition_fits(
    pack: Pack, diagnostics: Diagnostics, when: Condition | None, text: str, place: Place
) -> Iterator[Problem]:
    """Every comparison of a condition, written at `place`, fits the question it asks about."""
    for clause in clauses(when) if when is not None else ():
        yield from _clause(pack, diagnostics, clause, text.strip(), place)


def _clause(pack: Pack, diagnostics: Diagnostics, clause: Clause, text: str, place: Place) -> Iterator[Problem]:
    here = diagnostics.inside(place, text, clause.column)
    asked = pack.questions.get(clause.question)
    if asked is None:
        yield from diagnostics.unknown(here, "question", clause.question, pack.questions)
    elif misfit := _misfit(asked, clause):
        yield diagnostics.problem(here, *misfit)
    else:
        for choice in _choices(clause):
            if (
                asked.choice(choice) is None
                and choice not in diagnostics.lost
                and diagnostics.sound(diagnostics.at(asked.place, "choices"))
            ):
                spot = diagnostics.inside(place, text, _column(text, clause, choice))
                hint = did_you_mean(choice, [known.id for known in asked.choices])
                yield diagnostics.problem(
                    spot, say("`{id}` has no choice `{choice}`", id=asked.id, choice=choice), hint
                )


def makes_sense(pack: Pack, question: Question) -> bool:
    """Whether a question's `when` can be worked out: everything in it is known, and it is short."""
    parts = tuple(clauses(question.when)) if question.when is not None else ()
    asked = {part.question: pack.questions.get(part.question) for part in parts}
    return (
        len(asked) <= MOST_QUESTIONS
        and len(parts) <= MOST_CLAUSES
        and all(_known(asked[part.question], part) for part in parts)
    )


def _known(asked: Question | None, clause: Clause) -> bool:
    return (
        asked is not None
        and _misfit(asked, clause) is None
        and all(asked.choice(choice) is not None for choice in _choices(clause))
    )


def _misfit(asked: Question, clause: Clause) -> tuple[str, str] | None:
    """Why a comparison does not fit the type of the question, and what to write."""
    name, example = asked.id, say("Write it like `{example}`.", example=f"{asked.id} >= 10")
    match asked.type, clause:
        case (("text" | "date"), _):
            what = say("`{id}` is a {type} question; conditions ask for choices and numbers", id=name, type=asked.type)
            return what, ""
        case "number", OneOf() | Contains():
            return say("`{id}` is a number", id=name), example
        case "number", Comparison(level=level, order=order) if isinstance(level, str):
            what = say("`{id}` is a number and cannot be {order} `{level}`", id=name, order=order, level=level)
            return what, example
        case "select_multiple", OneOf(choices=choices):
            what = say("several choices can be ticked in `{id}`", id=name)
            return what, say("Write `{example}`.", example=f"{choices[0]} in {name}")
        case "select_multiple", Comparison():
            what = say("the choices of `{id}` have no order", id=name)
            return what, say("Write `choice in {id}`.", id=name)
        case (("yes_no" | "select_one"), Contains(choice=choice)):
            what = say("one choice is taken in `{id}`", id=name)
            return what, say("Write `{example}`.", example=f"{name} == {choice}")
        case (("yes_no" | "select_one"), Comparison(level=level)) if not isinstance(level, str):
            what = say("`{id}` has choices; it cannot be compared with {level}", id=name, level=shown(level))
            return what, say("Compare it with a choice.")
        case _:
            return None


def _choices(clause: Clause) -> tuple[str, ...]:
    match clause:
        case OneOf(choices=choices):
            return choices
        case Contains(choice=choice):
            return (choice,)
        case _:
            return (clause.level,) if isinstance(clause.level, str) else ()


def _column(text: str, clause: Clause, choice: str) -> int:
    """Where a choice stands in a condition: before its question after `in`, else behind it."""
    columns = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(choice)}(?!\w)", text)]
    if isinstance(clause, Contains):
        return max((column for column in columns if column < clause.column), default=clause.column)
    return next((column for column in columns if column > clause.column), clause.column)


def short_conditions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A condition asks for little enough to be understood, and to be worked out at once."""
    for question in pack.questions.values():
        yield from condition_short(diagnostics, question.when, diagnostics.at(question.place, "when"))


def condition_short(diagnostics: Diagnostics, when: Condition | None, place: Place) -> Iterator[Problem]:
    """One condition, written at `place`, is not too long."""
    asked, compared = (len(names(when)), sum(1 for _ in clauses(when))) if when is not None else (0, 0)
    hint = say("Ask a simpler question first, and refer to that.")
    if asked > MOST_QUESTIONS:
        what = say("the condition asks about {n} questions; at most {most}", n=asked, most=MOST_QUESTIONS)
        yield diagnostics.problem(place, what, hint)
    elif compared > MOST_CLAUSES:
        what = say("the condition has {n} comparisons; at most {most}", n=compared, most=MOST_CLAUSES)
        yield diagnostics.problem(place, what, hint)


def no_negation(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """A question that counts applies because something is there, never because something is not."""
    for name in pack.items:
        question = pack.questions[name]
        if question.when is not None and negates(question.when):
            what = say("`{name}` is scored, so its `when` cannot use `not` or `!=`", name=name)
            yield diagnostics.problem(diagnostics.at(question.place, "when"), what, say("Say which answers open it."))


def no_controls(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Doing less must not make a question go away: only facts and exposure items decide what applies."""
    for name in pack.items:
        for control, through in _controls(pack, name):
            what = _resting(name, control, through)
            hint = say(
                "Only facts and exposure items may decide. For a follow-up write `follows: {control}`.", control=control
            )
            yield diagnostics.problem(diagnostics.at(pack.questions[name].place, "when"), what, hint)


def _resting(name: str, control: str, through: str) -> str:
    """Whether a scored question depends on a control, and through which fact."""
    if not through:
        return say("`{name}` is scored, and its `when` depends on the control `{control}`", name=name, control=control)
    return say(
        "`{name}` is scored, and its `when` depends on the control `{control}` through `{through}`",
        name=name,
        control=control,
        through=through,
    )


def _controls(pack: Pack, name: str) -> Iterator[tuple[str, str]]:
    """The controls that a scored question's `when` rests on, and the fact in between."""
    seen, waiting = set[str](), [(asked, "") for asked in _asked(pack.questions[name])]
    while waiting:
        asked, through = waiting.pop(0)
        item, question = pack.items.get(asked), pack.questions.get(asked)
        if item is not None and item.kind == "control":
            yield asked, through
        elif item is None and question is not None and asked not in seen:
            further = _asked(question) + ((question.follows.question,) if question.follows else ())
            waiting += [(next_, through or asked) for next_ in further]
        seen.add(asked)


def _asked(question: Question) -> tuple[str, ...]:
    return names(question.when) if question.when is not None else ()
