"""Worked cases: the results that a pack expects for given answers, compared with those it gives.

They are the tests that the author of a rubric writes. `hustings check` and the test suite both run them here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from hustings.answers.accept import Refusal
from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.messages import say
from hustings.pack.editions import scoped
from hustings.pack.model import Case, Pack
from hustings.problems import InputError, Problem, did_you_mean
from hustings.scoring.plan.dates.calendar import Clock
from hustings.scoring.plan.make_plan import PlanOptions, make_plan
from hustings.scoring.result import Result, truncated
from hustings.scoring.score import score
from hustings.scoring.strengths import further

UNDATED = Clock(date.min, None, None, "unknown", None)
NO_LIMIT = Fraction(1000)
"""Hours a week that no plan uses up."""


def case_problems(pack: Pack) -> tuple[Problem, ...]:
    """A problem for each expectation that is not met, in all cases."""
    return tuple(problem for case in pack.cases for problem in _case(pack, case))


def _case(whole: Pack, case: Case) -> Iterator[Problem]:
    try:
        pack = scoped(whole, case.edition)
    except InputError as wrong:
        yield Problem(case.place, say("case `{id}`: {what}", id=case.id, what=wrong.what), wrong.hint)
        return
    answers = dict[str, Answer]()
    for name, raw in case.answers:
        taken = given(pack, name, raw)
        if isinstance(taken, Refusal):
            yield Problem(case.place, say("case `{id}`: {what}", id=case.id, what=taken.why), taken.hint)
        else:
            answers[name] = taken
    try:
        result = score(pack, answers)
    except InputError as wrong:
        yield Problem(case.place, say("case `{id}`: {what}", id=case.id, what=wrong.what), wrong.hint)
        return
    for what, hint in _broken(case, result):
        yield Problem(case.place, say("case `{id}`: {what}", id=case.id, what=what), hint)


def _broken(case: Case, result: Result) -> Iterator[tuple[str, str]]:
    """What was expected and what came, and a hint."""
    index = truncated(result.index.pt)
    if case.index and case.index != index:
        yield (
            say("the index is {index}, not {promised}", index=index, promised=case.index),
            say("Run `hustings explain` on such a case to see why."),
        )
    if case.band and case.band != result.band.id:
        yield (
            say("the band is `{id}` (index {index}), not `{band}`", id=result.band.id, index=index, band=case.band),
            "",
        )
    yield from _unequal(say("gate"), case.gates, {score.gate.id: str(score.status) for score in result.gates})
    severities = {finding.item.question: str(finding.severity) for finding in result.findings}
    yield from _unequal(say("finding"), case.findings, severities)
    for name in case.absent:
        if name in severities:
            yield say("the finding `{name}` occurs ({value}), but should not", name=name, value=severities[name]), ""
    points = [point.question.id for point in result.open_points]
    for name in case.open:
        if name not in points:
            yield say("`{name}` is no open point", name=name), did_you_mean(name, points)
    planned = _planned(result) if case.actions else ()
    for name in case.actions:
        if name not in planned:
            yield say("the action `{name}` is not in the plan", name=name), did_you_mean(name, planned)


def _planned(result: Result) -> tuple[str, ...]:
    """The actions of the plan and those that lift further what is good enough.

    A case is the same on every day and for every team: no date is known, and hours set no limit.
    """
    plan = make_plan(result, UNDATED, PlanOptions(hours=NO_LIMIT, whole=True))
    steps = (step.action for step in (*plan.steps, *plan.later))
    return tuple(action.id for action in (*steps, *further(result)) if action is not None)


def _unequal(word: str, promised: Iterable[tuple[str, str]], came: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, status in promised:
        if name not in came:
            yield (
                say("the {word} `{name}` does not occur; expected {status}", word=word, name=name, status=status),
                did_you_mean(name, came),
            )
        elif came[name] != status:
            yield (
                say(
                    "the {word} `{name}` is {value}, not {status}",
                    word=word,
                    name=name,
                    value=came[name],
                    status=status,
                ),
                "",
            )
