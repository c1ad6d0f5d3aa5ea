"""A standing as JSON, and back: codes, ids, numbers and dates, and no text that anybody typed.

What is read may be anybody's: whatever is not such a standing raises `ValueError`, `TypeError` or `LookupError`.
Titles of steps are not there; the pack has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Any, get_args

from hustings.pack.model import Gate, Pack, Severity, Shared
from hustings.pack.rules import Rule
from hustings.portfolio.figures.standing import Gap, PlannedStep, PlannedWork, Standing
from hustings.portfolio.tables.stored_answers import About
from hustings.scoring.plan.dates.calendar import Until
from hustings.scoring.plan.drafts import FALLBACK, STOP, find_out_title
from hustings.scoring.plan.steps import StepKind
from hustings.scoring.result import Bounds

ID = re.compile(r"[a-z0-9_:]*", re.ASCII)


def as_json(one: Standing) -> list[Any]:
    """A standing without what the table of assessments says of it."""
    return [
        _ends(one.index),
        one.provisional,
        str(one.coverage),
        [[area, *_ends(ready)] for area, ready in one.domains],
        [*one.failed],
        [*one.open],
        [[gap.question, gap.domain, gap.severity, gap.action, _text(gap.hours)] for gap in one.gaps],
        [*one.unknown],
        None if one.work is None else _work_as_json(one.work),
    ]


def _work_as_json(work: PlannedWork) -> list[Any]:
    return [work.days, work.until, _text(work.needed), _text(work.there), *map(_step, work.steps)]


def _step(step: PlannedStep) -> list[Any]:
    days = [None if day is None else day.isoformat() for day in (step.start, step.latest)]
    return [step.key, step.kind, step.owner, _text(step.hours), *days, step.action, step.shared, [*step.about]]


def _ends(found: Bounds) -> list[str]:
    return [str(found.lo), str(found.pt), str(found.hi)]


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


# --- back ----------------------------------------------------------------------------------------------------


def from_json(about: About, told: Any, pack: Pack) -> Standing:
    """The standing again. Raises `ValueError`, `TypeError` or `LookupError` for anything else."""
    index, provisional, coverage, areas, failed, open_, gaps, unknown, work = told
    return Standing(
        about=about,
        index=_bounds(index),
        band=pack.rubric.band(_number(index[1])).id,
        provisional=provisional is True,
        coverage=_number(coverage),
        domains=tuple((_id(area), _bounds(ends)) for area, *ends in areas),
        failed=_ids(failed),
        open=_ids(open_),
        gaps=tuple(map(_gap, gaps)),
        unknown=_ids(unknown),
        work=None if work is None else _work(work, pack),
    )


def _gap(told: Any) -> Gap:
    question, domain, severity, action, hours = told
    if severity not in get_args(Severity):
        raise ValueError("no severity")
    return Gap(_id(question), _id(domain), severity, _id(action), _maybe(hours))


def _work(told: Any, pack: Pack) -> PlannedWork:
    days, until, needed, there, *steps = told
    if until not in get_args(Until) or not (days is None or isinstance(days, int)):
        raise ValueError("no days")
    return PlannedWork(days, until, _number(needed), _maybe(there), tuple(_planned(step, pack) for step in steps))


def _planned(told: Any, pack: Pack) -> PlannedStep:
    key, kind, owner, hours, start, latest, action, shared, asked = told
    if kind not in get_args(StepKind) or shared not in get_args(Shared):
        raise ValueError("no step")
    about, ends = _ids(asked), (_day(start), _day(latest))
    title = _title(pack, _id(key), kind, about)
    return PlannedStep(key, kind, title, _id(owner), _number(hours), ends[0], ends[1], _id(action), shared, about)


def _title(pack: Pack, key: str, kind: StepKind, about: Sequence[str]) -> str:
    """The title of a step, as its plan has it."""
    if kind == "find_out":
        return find_out_title(pack.questions[about[0]].text, len(about) - 1)
    if kind == "stop":
        (stop, *_) = (one for one in stops(pack) if one.id == key.removeprefix(STOP))
        return stop_title(stop)
    (action,) = (one for one in pack.rubric.actions if one.id == key.removeprefix(FALLBACK))
    return action.fallback if kind == "fallback" else action.title


def stops(pack: Pack) -> Iterator[Gate | Rule]:
    """Whatever of a pack may become a hard stop."""
    yield from chain(pack.rubric.gates, (rule for place in pack.rules for rule in place.rules))


def stop_title(stop: Gate | Rule) -> str:
    """The title of the step that ends a hard stop."""
    return stop.title if stop.deed is None else stop.deed.title


def _day(told: Any) -> date | None:
    return None if told is None else date.fromisoformat(told)


def _bounds(told: Any) -> Bounds:
    lo, pt, hi = told
    return Bounds(_number(lo), _number(pt), _number(hi))


def _number(told: Any) -> Fraction:
    above, _, below = told.partition("/")
    return Fraction(int(above), int(below or 1))


def _maybe(told: Any) -> Fraction | None:
    return None if told is None else _number(told)


def _ids(told: Any) -> tuple[str, ...]:
    return tuple(map(_id, told))


def _id(told: Any) -> str:
    if not ID.fullmatch(told):
        raise ValueError("no id")
    return str(told)
