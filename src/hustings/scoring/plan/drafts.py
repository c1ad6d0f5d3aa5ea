"""Steps before they have dates and numbers: what each is about, and the work that is to be dated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from hustings.frozen_records import dataclass
from hustings.messages import say, several
from hustings.pack.model import Action, Severity
from hustings.scoring.findings import SEVERITIES, target_level
from hustings.scoring.incremental import RaiseStart, raised, raising
from hustings.scoring.items import ZERO, derivation
from hustings.scoring.plan.choice.candidates import Candidate, Candidates, closure, dependants, levels_of
from hustings.scoring.plan.dates.schedule import Job
from hustings.scoring.plan.questions.find_outs import FindOut
from hustings.scoring.plan.steps import Step, StepKind
from hustings.scoring.plan.stops import HardStop
from hustings.scoring.result import Finding, GateScore, Result

STOP, FALLBACK = "stop:", "fallback:"
"""What stands before the id in the keys of these steps."""
STOP_HOURS = Fraction(1)
"""Hours of a stop for which the pack names no deed, and the most that a fallback is given."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A step to be dated: its work, and the step with dates and number still open."""

    job: Job
    step: Step


def _draft(job: Job, step: Step) -> Draft:
    return Draft(job, replace(step, owner=job.owner, hours=job.hours, wait=job.wait))


def _blank(kind: StepKind, key: str, title: str, how: str) -> Step:
    return Step(0, kind, key, title, how, "", ZERO, 0, 0, 0, 0, 0)


def stop_draft(stop: HardStop) -> Draft:
    """The deed that ends what is known to be wrong, today."""
    key = f"{STOP}{stop.id}"
    deed = stop.deed
    job = Job(
        key,
        deed.owner if deed is not None else "team",
        deed.hours if deed is not None else STOP_HOURS,
        counted=False,
    )
    title, how = (deed.title, deed.how) if deed is not None else (stop.title, stop.text)
    gates = () if stop.gate is None else (stop.gate,)
    return _draft(job, replace(_blank("stop", key, title, how), gate=stop.gate, rule=stop.rule, closes=gates))


def find_out_draft(group: FindOut) -> Draft:
    """Questions that one role can answer."""
    title = find_out_title(group.points[0].question.text, len(group.points) - 1)
    gates = {gate.gate.id: gate for point in group.points for gate in point.gates}
    step = replace(_blank("find_out", group.id, title, ""), points=group.points, closes=tuple(gates.values()))
    return _draft(Job(group.id, group.owner, group.hours), step)


def find_out_title(question: str, others: int) -> str:
    """What is to be found out: a question, and how many others."""
    title = say("Find out: {question}", question=question)
    return f"{title} {several(others, 'And {n} more question', 'And {n} more questions')}" if others else title


def fallback_draft(action: Action, findings: tuple[Finding, ...]) -> Draft:
    """What is done now because the action itself no longer fits."""
    key = f"{FALLBACK}{action.id}"
    how = say("“{title}” does not fit before the deadline any more. This does.", title=action.title.rstrip("."))
    step = replace(_blank("fallback", key, action.fallback, how), action=action, findings=findings)
    job = Job(key, action.owner or "team", min(action.hours, STOP_HOURS))
    return _draft(job, replace(step, severity=gravest(findings)))


@dataclass(frozen=True, slots=True)
class Fixing:
    """What the drafts of actions are made from.

    `planned`: all actions before the deadline, and `done` the start of what-ifs once they all work; None where nobody
    asks what a step gains, and gains are 0.
    """

    result: Result
    start: RaiseStart
    pool: Candidates
    planned: frozenset[str]
    done: RaiseStart | None

    def alone(self, name: str) -> Fraction:
        """Points gained by an action with what it needs and nothing else."""
        if self.done is None:
            return ZERO
        return self._index(self.start, closure(self.pool, [name])) - self.start.index.index

    def in_plan(self, name: str) -> Fraction:
        """Points lost if an action, and all that needs it, is left out of the plan."""
        if self.done is None:
            return ZERO
        without = self.planned - dependants(self.pool, [name])
        return self.done.index.index - self._index(self.done, without)

    def _index(self, start: RaiseStart, names: Iterable[str]) -> Fraction:
        return raised(start, levels_of(self.pool[name] for name in names)).index


def fixing(
    result: Result, start: RaiseStart, pool: Candidates, planned: frozenset[str], *, gains: bool = True
) -> Fixing:
    """Prepare the drafts of a plan. Without `gains` their steps do not say what they gain."""
    return Fixing(result, start, pool, planned, once_done(start, pool, planned) if gains else None)


def once_done(start: RaiseStart, pool: Candidates, planned: Iterable[str]) -> RaiseStart:
    """The start of what-ifs once some actions work."""
    return raising(derivation(start.now.sheet, levels_of(pool[name] for name in planned)), start.part)


def fix_draft(plan: Fixing, name: str, kind: StepKind, waits_for: Iterable[str] = ()) -> Draft:
    """An action of the pack as a step. `waits_for`: find-outs that come first, where it starts with a check."""
    candidate = plan.pool[name]
    action, findings = candidate.action, answered_findings(plan.result, candidate)
    before = tuple(need for need in candidate.needs if need in plan.planned)
    job = Job(name, action.owner or "team", action.hours, action.wait, (*waits_for, *before), action.tags)
    step = replace(
        _blank(kind, name, action.title, action.how),
        action=action,
        findings=findings,
        closes=closed_gates(plan.result, candidate),
        severity=gravest(findings),
        check=candidate.check,
        above_target=not findings and not candidate.check,
        alone=plan.alone(name),
        in_plan=plan.in_plan(name),
    )
    return _draft(job, step)


def later_draft(action: Action, findings: tuple[Finding, ...]) -> Draft:
    """An action for after election day."""
    step = replace(_blank("fix", action.id, action.title, action.how), action=action, findings=findings)
    job = Job(action.id, action.owner or "team", action.hours, action.wait)
    return _draft(job, replace(step, severity=gravest(findings)))


def answered_findings(result: Result, candidate: Candidate) -> tuple[Finding, ...]:
    """The findings about controls that a candidate raises, the most severe first."""
    return tuple(finding for finding in result.findings if finding.item.question in candidate.levels)


def closed_gates(result: Result, candidate: Candidate) -> tuple[GateScore, ...]:
    """The gates not met that a candidate helps to close."""
    return tuple(
        score
        for score in result.gates
        if score.status == "not_met" and not candidate.levels.keys().isdisjoint(score.unmet)
    )


def gravest(findings: Iterable[Finding]) -> Severity | None:
    """The label of the most severe of some findings."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index, default=None)


# --- the order of fixes --------------------------------------------------------------------------------------


def fix_order(draft: Draft) -> tuple[int, Fraction | float, str]:
    """The key to sort fixes by (1.7, 32; 1.8, 47, 52 and 53): gate-breakers, severity, gain in plan per hour, id."""
    step = draft.step
    return _rank(step), -per_hour(step.in_plan, step.hours), step.key


def _rank(step: Step) -> int:
    if step.closes:
        return -1
    if step.check:
        return len(SEVERITIES) + 1
    return SEVERITIES.index(step.severity) if step.severity is not None else len(SEVERITIES)


def per_hour(gain: Fraction, hours: Fraction) -> Fraction | float:
    """A gain for its hours; without any hours it is infinite if there is a gain."""
    if hours:
        return gain / hours
    return float("inf") if gain > 0 else ZERO


def best_action(pool: Mapping[str, Candidate], finding: Finding) -> str | None:
    """The action that reaches the target of a finding: the lowest sufficient level, then hours, then id."""
    control, target = finding.item.question, target_level(finding.item)
    enough = [
        (one.levels[control], one.action.hours, name)
        for name, one in pool.items()
        if one.levels.get(control, ZERO) >= target
    ]
    return min(enough)[-1] if enough else None


def highest_action(pool: Mapping[str, Candidate], finding: Finding) -> str | None:
    """The action that brings a finding's control furthest: the highest level, then hours, then id."""
    control = finding.item.question
    raising = [(-one.levels[control], one.action.hours, name) for name, one in pool.items() if control in one.levels]
    return min(raising)[-1] if raising else None
