"""What a second assessment starts from: the last answers as today's pack takes them, and the steps of the last plan.

Nothing is taken over by itself. An answer counts in a follow-up once it was confirmed or changed there; a step that is
done proposes the level that it reaches, and evidence is asked for it again. A follow-up that confirms every answer of
the last one has the same index, because all of them are carried, also those that do not count at present.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from hustings.answers.applicability import spoken, value_of
from hustings.answers.events import Answer, Answers, State, Value
from hustings.answers.versions.compatibility import fits
from hustings.frozen_records import dataclass
from hustings.messages import say
from hustings.pack.conditions import names
from hustings.pack.item_values import Need, OptionValues, Points
from hustings.pack.model import Pack
from hustings.problems import InputError
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.corner_answers import same_questions, translated
from hustings.scoring.progress.done_steps import plan_then
from hustings.scoring.score import score


@dataclass(frozen=True, slots=True)
class StepSince:
    """A step of the last plan, under the ids of today's pack.

    `raises`: the answers that it reaches when it is done. `asks`: questions that are asked instead, because no level
    can be proposed: what was to be found out, or what ends a stop.
    """

    step: Step
    raises: tuple[tuple[str, Answer], ...]
    asks: tuple[str, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """The questions that it settles."""
        return (*(name for name, _ in self.raises), *self.asks)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`before`: the last answers under today's ids, as far as `pack` takes them; `dropped`: old ids of the others.

    `steps`: those of the plan that some answer settles, also those that were planned for after the election. What is
    to be done once it is over (`afterwards` of a pack) is no step: it raises nothing, and no question asks for it.
    """

    last: ComparedAssessment
    pack: Pack
    before: Answers
    dropped: tuple[str, ...]
    plan: Plan
    steps: tuple[StepSince, ...]


def follow_up(last: ComparedAssessment, complete: tuple[Pack, Answers], pack: Pack) -> FollowUp:
    """What a follow-up of an assessment starts from.

    `complete`: the last pack in all its editions, with all answers to it; `pack` is today's. Raises `InputError` if the
    last assessment has no score, so no plan.
    """
    ids = same_questions(complete[0], pack)
    renamed = {
        ids[name]: translated(answer, complete[0].questions[name], pack.questions[ids[name]])
        for name, answer in complete[1].items()
        if name in ids
    }
    before = MappingProxyType({name: renamed[name] for name in pack.questions if _taken(pack, name, renamed)})
    dropped = tuple(name for name in complete[1] if ids.get(name) not in before)
    plan = plan_then(score(last.pack, last.answers), last.on)
    steps = (_since(step, ids, pack, before) for step in (*plan.steps, *plan.later))
    return FollowUp(last, pack, before, dropped, plan, tuple(one for one in steps if one.about))


def _taken(pack: Pack, name: str, answers: Mapping[str, Answer]) -> bool:
    return name in answers and fits(pack, name, answers[name])


def _since(step: Step, ids: Mapping[str, str], pack: Pack, before: Answers) -> StepSince:
    raises, asks = dict[str, Answer](), dict.fromkeys(ids[name] for name in _asked(step) if name in ids)
    for need in _needs(step):
        name = ids.get(need.question)
        if name is None or name not in pack.items or _reached(pack, name, need, before.get(name)):
            continue
        level = _level(pack, name, need)
        if level is None:
            asks[name] = None
        else:
            raises[name] = replace(_noted(before.get(name)), state=State.ANSWERED, value=level)
    return StepSince(step, tuple(raises.items()), tuple(name for name in asks if name in pack.questions))


def _needs(step: Step) -> tuple[Need, ...]:
    """The levels that a step reaches when it is done."""
    return () if step.action is None or step.kind == "fallback" else step.action.raises


def _asked(step: Step) -> Iterator[str]:
    """The questions that end a stop or that were to be found out; those of an action whose fallback was planned.

    A fallback reaches less than the level of its action, and no pack says how much: so its question is asked.
    """
    if step.kind == "fallback" and step.action is not None:
        yield from (need.question for need in step.action.raises)
    yield from (point.question.id for point in step.points)
    if step.gate is not None:
        yield from step.gate.unmet
    if step.rule is not None and step.rule.rule.breached_when is not None:
        yield from names(step.rule.rule.breached_when)


def _reached(pack: Pack, name: str, need: Need, before: Answer | None) -> bool:
    """Whether the level was there already, in every vote."""
    values = spoken(before)
    return bool(values) and all(value_of(pack.items[name], value) >= need.value for value in values)


def _level(pack: Pack, name: str, need: Need) -> Value | None:
    """The answer that reaches a level; None if several do, as with ticks, or if today's pack does not take it."""
    scored = isinstance(pack.items[name].values, OptionValues | Points)
    level = need.level if scored else None
    return level if level is not None and fits(pack, name, Answer(State.ANSWERED, level)) else None


def _noted(before: Answer | None) -> Answer:
    """An answer with the note of the old one; its evidence was for another level."""
    return Answer(State.BLANK, note="" if before is None else before.note)


def with_steps_done(found: FollowUp, numbers: Collection[int], changed: Answers) -> Mapping[str, Answer]:
    """Every answer of a follow-up at once: these steps are done, these answers are others, all else is as it was.

    Raises `InputError` for a number that is no step of the last plan, or a step that proposes no level.
    """
    steps = {one.step.number: one for one in found.steps}
    reached = dict[str, Answer]()
    for number in sorted(numbers):
        if number not in steps:
            raise InputError(say("Step {number} is none of the last plan that can be told as done.", number=number))
        if missing := [name for name in steps[number].asks if name not in changed]:
            asked = ", ".join(f"`{name}`" for name in missing)
            what = say("Step {number} is about {questions}, which a file must answer.", number=number, questions=asked)
            raise InputError(what)
        reached.update(steps[number].raises)
    return {**found.before, **reached, **changed}
