"""Where one campaign stands: its figures, deal-breakers, gaps and open points, and the hours that its plan takes.

All of it is what the exact scorer and the planner say of a single case; a portfolio adds nothing to the rubric.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from hustings.answers.versions.compatibility import fitting
from hustings.frozen_records import dataclass
from hustings.pack.editions import scoped
from hustings.pack.model import Action, Pack, Severity, Shared
from hustings.portfolio.tables.stored_answers import About, StoredAssessment
from hustings.portfolio.tables.stored_tables import StoredTables
from hustings.problems import InputError
from hustings.scoring.plan.dates.calendar import Until, clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.steps import Plan, Step, StepKind
from hustings.scoring.result import Bounds, Result
from hustings.scoring.score import score


@dataclass(frozen=True, slots=True)
class Gap:
    """A control that is known to be below its target. `action`: the pack's action that closes it; empty without one.

    `hours`: of that action, and of what has to come before it and is not done.
    """

    question: str
    domain: str
    severity: Severity
    action: str
    hours: Fraction | None


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of a campaign's plan. `action`: the pack's action that it carries out; empty for stops and find-outs.

    `shared`: how the pack says that many campaigns may do it. `about`: the questions that are to be found out.
    """

    key: str
    kind: StepKind
    title: str
    owner: str
    hours: Fraction
    start: date | None
    latest: date | None
    action: str = ""
    shared: Shared = "each"
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A plan in short. `needed`: hours of all its steps and of those that did not fit; `there`: until its last day.

    `days`: to the first ballots or, once they are out, to election day (`until` says which); None if no date is known.
    """

    days: int | None
    until: Until
    needed: Fraction
    there: Fraction | None
    steps: tuple[PlannedStep, ...] = ()

    @property
    def lacking(self) -> Fraction:
        """Hours that are needed and not there."""
        return Fraction(0) if self.there is None else max(self.needed - self.there, Fraction(0))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a campaign stands in one assessment. Indexes are 0 to 100, areas' readiness 0 to 1; ids are the pack's.

    `failed`: deal-breakers that are known not to be met; `open`: those that nobody knows of. `work`: None for an
    assessment that is not the campaign's latest.
    """

    about: About
    index: Bounds
    band: str
    provisional: bool
    coverage: Fraction
    domains: tuple[tuple[str, Bounds], ...]
    failed: tuple[str, ...]
    open: tuple[str, ...]
    gaps: tuple[Gap, ...]
    unknown: tuple[str, ...]
    work: PlannedWork | None = None


UNSCORED = (InputError, LookupError, ValueError, TypeError)
"""Nothing applies; or the tables say what no answer is, because somebody has changed them."""


@dataclass(frozen=True, slots=True)
class StandingOf:
    """Says where a campaign stands on a day; it can be pickled. `planned`: with the plan of its latest assessment."""

    tables: StoredTables
    on: date
    planned: bool = True

    def __call__(self, stored: StoredAssessment) -> Standing | None:
        """The standing; None where its pack cannot be read, or it cannot be scored."""
        pack = pack_of(self.tables, stored.about.digest, stored.about.pack, stored.about.edition)
        if pack is None:
            return None
        try:
            answers, dropped = fitting(pack, stored.answers(pack))
            result = score(pack, answers)
        except UNSCORED:
            return None
        if dropped:
            return None
        found = standing(stored.about, result)
        return replace(found, work=_work(result, self.on)) if self.planned and stored.about.latest else found


@lru_cache(maxsize=40)
def pack_of(tables: StoredTables, digest: str, name: str, edition: str) -> Pack | None:
    """A pack of the tables, as one edition scores it; None if it cannot be read."""
    pack = whole_pack(tables, digest, name)
    return None if pack is None else scoped(pack, edition)


@lru_cache(maxsize=40)
def whole_pack(tables: StoredTables, digest: str, name: str) -> Pack | None:
    """A pack of the tables; None if it cannot be read."""
    return tables.pack(digest, name)


def standing(about: About, result: Result) -> Standing:
    """The standing of a result, without a plan."""
    return Standing(
        about=about,
        index=result.index,
        band=result.band.id,
        provisional=result.provisional,
        coverage=result.coverage,
        domains=tuple((one.domain.id, one.readiness) for one in result.domains if one.counts),
        failed=tuple(one.gate.id for one in result.gates if one.status == "not_met"),
        open=tuple(one.gate.id for one in result.gates if one.status == "open"),
        gaps=tuple(_gaps(result)),
        unknown=tuple(point.question.id for point in result.open_points),
    )


def _gaps(result: Result) -> Iterator[Gap]:
    scores = (score for domain in result.domains for score in domain.items)
    values = {score.item.question: score.value.pt for score in scores if score.value is not None}
    undone = {action.id: action for action in result.pack.rubric.actions if _is_undone(action, values)}
    for finding in result.findings:
        item, severity = finding.item, finding.severity
        closing = closing_action(item.question, item.target, finding.actions, undone)
        hours = None if closing is None else hours_with_earlier(closing, undone)
        yield Gap(item.question, item.domain, severity, "" if closing is None else closing.id, hours)


def _is_undone(action: Action, values: Mapping[str, Fraction]) -> bool:
    """Whether something that an action raises is below the level that it gives."""
    return any(values.get(need.question, need.value) < need.value for need in action.raises)


def hours_with_earlier(action: Action, undone: Mapping[str, Action]) -> Fraction:
    """The hours of an action, and of those that must come before it and are not done."""
    todo, found = [*action.after], {action.id: action.hours}
    while todo:
        name = todo.pop()
        if name in undone and name not in found:
            found[name] = undone[name].hours
            todo += undone[name].after
    return sum(found.values(), Fraction(0))


def closing_action(
    question: str, target: Fraction, actions: Sequence[Action], undone: Mapping[str, Action]
) -> Action | None:
    """The shortest action that raises a control to its target; where none does, the one that raises it most.

    What has to come before it counts, as far as it is `undone`.
    """

    def worth(action: Action) -> tuple[Fraction, Fraction]:
        to = max((need.value for need in action.raises if need.question == question), default=Fraction(0))
        return -min(to, target), hours_with_earlier(action, undone)

    return min(actions, key=worth, default=None)


def _work(result: Result, on: date) -> PlannedWork:
    calendar = clock(result.pack, result.answers, on)
    plan = make_plan(result, calendar)
    there = None if plan.outcome == "over" else plan.capacity.until(plan.days)
    return PlannedWork(calendar.days, calendar.until, plan.hours + plan.left_out.hours, there, tuple(_steps(plan)))


def _steps(plan: Plan) -> Iterator[PlannedStep]:
    for step in plan.steps:
        yield PlannedStep(
            step.key,
            step.kind,
            step.title,
            step.owner,
            step.hours,
            plan.date_of(step.start),
            plan.date_of(step.latest_start),
            "" if (action := _action(step)) is None else action.id,
            "each" if action is None else action.shared,
            tuple(point.question.id for point in step.points),
        )


def _action(step: Step) -> Action | None:
    return step.action if step.kind in ("fix", "more") else None
