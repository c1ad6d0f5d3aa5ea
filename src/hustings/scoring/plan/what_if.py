"""What would be if some answers were others: the result and the plan before and after. It never touches the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType

from hustings.answers.accept import Refusal
from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import Answer, Answers, State
from hustings.answers.parse import given
from hustings.answers.typed_dates import date_order
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.problems import InputError
from hustings.scoring.items import ZERO, derived, sheet
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.readiness import as_scored
from hustings.scoring.result import GateScore, Result
from hustings.scoring.score import score


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """One answer that is taken to be another. `alone`: the index points that it brings by itself; 0 to 100, or below.

    `counts`: whether the question applies once all the answers are changed.
    """

    question: Question
    before: Answer | None
    after: Answer
    alone: Fraction
    counts: bool

    @property
    def same(self) -> bool:
        """Whether it is what stands already."""
        return self.before is not None and (self.before.state, self.before.value) == (
            self.after.state,
            self.after.value,
        )


@dataclass(frozen=True, slots=True)
class ChangedGate:
    """A gate whose status is another one afterwards."""

    before: GateScore
    after: GateScore


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Results and plans before and after, and what makes the difference. Plans are made on the same day."""

    changes: tuple[ChangedAnswer, ...]
    before: Result
    after: Result
    plan_before: Plan
    plan_after: Plan
    gates: tuple[ChangedGate, ...]

    @property
    def points(self) -> Fraction:
        """The index points gained by all changes together; below 0 if some are lost."""
        return self.after.index.pt - self.before.index.pt

    @property
    def beyond(self) -> Fraction:
        """What several changes gain together beyond the sum of each alone; 0 if they gain no more than that."""
        if self.points <= 0 or len(self.changes) == 1:
            return ZERO
        return max(self.points - sum((change.alone for change in self.changes), ZERO), ZERO)

    @property
    def added(self) -> tuple[Step, ...]:
        """The steps that only the plan afterwards has."""
        return _missing_from(self.plan_before, self.plan_after)

    @property
    def removed(self) -> tuple[Step, ...]:
        """The steps that only the plan before has."""
        return _missing_from(self.plan_after, self.plan_before)


def _missing_from(other: Plan, plan: Plan) -> tuple[Step, ...]:
    keys = {(step.kind == "fallback", step.key) for step in other.steps}
    return tuple(step for step in plan.steps if (step.kind == "fallback", step.key) not in keys)


def what_if(before: Result, changes: Mapping[str, Answer], plan_before: Plan) -> WhatIf:
    """Score and plan again with some answers changed. Raises `InputError` if nothing would be left to score."""
    pack = before.pack
    answers = MappingProxyType({**before.answers, **changes})
    after = score(pack, answers)
    assert plan_before.on is not None
    where = standings(pack, answers)
    return WhatIf(
        changes=tuple(
            ChangedAnswer(
                question=pack.questions[name],
                before=before.answers.get(name),
                after=answer,
                alone=_alone(before, name, answer),
                counts=where[name] is Applicability.APPLIES,
            )
            for name, answer in changes.items()
        ),
        before=before,
        after=after,
        plan_before=plan_before,
        plan_after=make_plan(after, clock(pack, answers, plan_before.on)),
        gates=tuple(
            ChangedGate(old, new)
            for old, new in zip(before.gates, after.gates, strict=True)
            if old.status != new.status
        ),
    )


def _alone(before: Result, name: str, answer: Answer) -> Fraction:
    return index_with(before.pack, {**before.answers, name: answer}) - before.index.pt


def index_with(pack: Pack, answers: Answers) -> Fraction:
    """The index as scored, 0 to 100, and nothing else of the result."""
    return as_scored(pack, derived(sheet(pack, answers))).index


# --- from the command line -----------------------------------------------------------------------------------

SEPARATOR = "="


def typed_changes(pack: Pack, answers: Answers, words: Iterable[str]) -> dict[str, Answer]:
    """Answers typed as `question=answer`. Raises `InputError` for the first that cannot be taken."""
    changes = dict[str, Answer]()
    for word in words:
        name, answer = _typed(pack, answers, word)
        if name in changes:
            raise InputError(say("`{question}` is given twice.", question=name))
        changes[name] = answer
    return changes


def _typed(pack: Pack, answers: Answers, word: str) -> tuple[str, Answer]:
    name, equals, typed = (part.strip() for part in word.partition(SEPARATOR))
    if not equals:
        raise InputError(
            say("`{word}` says no answer.", word=word), say("Write it like question=answer, such as sign_in=largely.")
        )
    answer = given(pack, name, _raw(pack, name, typed), date_order(pack, answers))
    if isinstance(answer, Refusal):
        raise InputError(answer.why, answer.hint)
    return name, answer


def _raw(pack: Pack, name: str, typed: str) -> object:
    """What was typed, in the form of an answers file: ticks with commas between them; `na` needs no reason here."""
    question = pack.questions.get(name)
    if question is None or question.choice(typed):
        return [typed] if question is not None and question.type == "select_multiple" else typed
    if typed == State.NA:
        return {"state": "na", "reason": say("taken to be so")}
    if question.type == "select_multiple" and typed not in (State.DONT_KNOW, State.BLANK):
        return [part.strip() for part in typed.split(",") if part.strip()]
    return typed
