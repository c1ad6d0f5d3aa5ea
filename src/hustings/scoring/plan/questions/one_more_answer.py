"""What one more answer would change: today's assessment, and the index with an open question answered.

Only what depends on the answer is computed again (`items.sheet_again`, `incremental.changed`): ordering the questions
needs hundreds of such evaluations, the odds of a band thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from operator import attrgetter
from typing import Literal, assert_never

from hustings.answers.applicability import in_order
from hustings.answers.events import Answer, State, Value
from hustings.frozen_records import dataclass
from hustings.pack.condition_truth import every_value
from hustings.pack.conditions import Clause, clauses
from hustings.pack.item_values import Points
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question, depends_on
from hustings.scoring.incremental import EvaluatedParts, Index, changed, evaluated_parts
from hustings.scoring.items import Derivation, derivation, derive, sheet, sheet_again
from hustings.scoring.readiness import components
from hustings.scoring.result import Result

Part = Literal["lo", "pt", "hi"]
PARTS = {"lo": attrgetter("lo"), "pt": attrgetter("pt"), "hi": attrgetter("hi")}


@dataclass(frozen=True, slots=True)
class CurrentAssessment:
    """An assessment taken apart. `touches`: for each question, itself and all that depend on it, parents first."""

    now: Derivation
    worst: EvaluatedParts
    scored: EvaluatedParts
    best: EvaluatedParts
    touches: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ChangedAnswers:
    """The assessment after some more answers. `moved`: the questions that may differ from today."""

    then: Derivation
    moved: frozenset[str] = frozenset()


def today(result: Result) -> CurrentAssessment:
    """The assessment as it is now, prepared for working out what one more answer would change."""
    now = derivation(sheet(result.pack, result.answers), {})
    lo, pt, hi = components(now.values)
    pack = result.pack
    return CurrentAssessment(
        now, evaluated_parts(pack, lo, lo), evaluated_parts(pack, pt, lo), evaluated_parts(pack, hi, hi), _touches(pack)
    )


def _touches(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    order = {name: number for number, name in enumerate(in_order(pack))}
    after = {name: {name} for name in order}
    for name in reversed(order):
        for before in depends_on(pack.questions[name]):
            after[before] |= after[name]
    return {name: tuple(sorted(names, key=order.__getitem__)) for name, names in after.items()}


def answered(start: CurrentAssessment, world: ChangedAnswers, name: str, value: Value) -> ChangedAnswers:
    """The same with one more answer."""
    touched, before = start.touches[name], world.then
    answers = {**before.sheet.answers, name: Answer(State.ANSWERED, value)}
    work = sheet_again(before.sheet, answers, touched)
    then = Derivation(work, {}, dict(before.values), set(before.shut))
    for one in touched:
        if one in work.pack.items:
            derive(then, one)
    return ChangedAnswers(then, world.moved.union(touched))


def as_scored(start: CurrentAssessment, world: ChangedAnswers) -> Index:
    """R and R0 with these answers."""
    return _index(start.scored, world, "pt", "lo")


def interval(start: CurrentAssessment, world: ChangedAnswers) -> tuple[Fraction, Fraction]:
    """R at worst and at best with these answers."""
    return _index(start.worst, world, "lo", "lo").index, _index(start.best, world, "hi", "hi").index


def _index(known: EvaluatedParts, world: ChangedAnswers, counted: Part, judged: Part) -> Index:
    return changed(known, _moved(known.values, world, counted), _moved(known.judged, world, judged))


def _moved(known: Mapping[str, Fraction], world: ChangedAnswers, part: Part) -> dict[str, Fraction | None]:
    pick, values = PARTS[part], world.then.values
    new = {name: pick(values[name]) if name in values else None for name in world.moved}
    return {name: value for name, value in new.items() if value != known.get(name)}


# --- answers to try ----------------------------------------------------------------------------------------


def outcomes(start: CurrentAssessment, name: str) -> tuple[Value, ...]:
    """The answers that a question may get, taken to be equally likely: a device for ordering questions, never a score.

    For ticks: none, each alone, and all. For a number: each value that can make a difference.
    """
    pack = start.now.sheet.pack
    question = pack.questions[name]
    match question.type:
        case "select_multiple":
            return _ticks(question)
        case "number":
            values = pack.items[name].values if name in pack.items else None
            points = tuple(at for at, _ in values.points) if isinstance(values, Points) else ()
            return tuple(dict.fromkeys((*points, *every_value(question, tuple(_clauses(start, name))))))
        case "yes_no" | "select_one" | "date" | "text":
            return every_value(question, ())
        case _:
            assert_never(question.type)


def _ticks(question: Question) -> tuple[Value, ...]:
    alone = [(choice.id,) for choice in question.choices]
    together = tuple(choice.id for choice in question.choices if not choice.alone)
    return tuple(dict.fromkeys(((), *alone, together)))


def _clauses(start: CurrentAssessment, name: str) -> Iterable[Clause]:
    for one in start.touches[name]:
        when = start.now.sheet.pack.questions[one].when
        yield from (clause for clause in (clauses(when) if when is not None else ()) if clause.question == name)
