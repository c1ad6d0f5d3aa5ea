"""The plan as JSON: exact fractions and decimals. The schema is `plan.schema.json` in `schemas`.

`hustings plan --json` prints it. `plan_body` is the plan alone, for a result that contains it. The meaning of a field
never changes without a new `format_version`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path

from hustings import __version__
from hustings.pack.model import Band, Pack
from hustings.report.export.figures_json import Json, figure
from hustings.scoring.plan.steps import CurvePoint, Plan, Step
from hustings.scoring.result import OpenPoint

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "plan.schema.json"


def plan_json(plan: Plan, pack: Pack, head: str = "") -> Json:
    """A plan as plain JSON values, with the pack by which it was made. `head`: that of the case file's history."""
    return {
        "format": "hustings-plan",
        "format_version": FORMAT_VERSION,
        "hustings": __version__,
        "pack": {"id": pack.id, "version": pack.version, "edition": pack.edition, "digest": pack.digest},
        "head": head,
        **plan_body(plan),
    }


def plan_body(plan: Plan) -> Json:
    """A plan as plain JSON values: what it aims at, its steps with their dates, and what it brings."""
    return {
        "on": _day(plan.on),
        "days": plan.days,
        "deadline": _day(plan.date_of(plan.days)),
        "until": plan.until,
        "assumed": plan.assumed,
        "robust": plan.robust,
        "exact": plan.exact,
        "outcome": plan.outcome,
        "asked": _band(plan.asked),
        "target": _band(plan.target),
        "conditional": [score.gate.id for score in plan.conditional],
        "index": figure(plan.index),
        "band": _band(plan.band),
        "best": _figure(plan.best),
        "hours": figure(plan.hours),
        "hours_by_owner": {owner: figure(hours) for owner, hours in plan.hours_by_owner.items()},
        "hours_by_week": [
            {"week": week, "owners": {owner: figure(hours) for owner, hours in owners.items()}}
            for week, owners in plan.hours_by_week.items()
        ],
        "hours_needed": _figure(plan.hours_needed),
        "capacity": _capacity(plan),
        "steps": [_step(plan, step, dated=True) for step in plan.steps],
        "later": [_step(plan, step, dated=False) for step in plan.later],
        "curve": _curve(plan, plan.curve),
        "at_best": _curve(plan, plan.at_best),
        "reached": [{**_on_day(plan, day), "band": _band(band)} for band, day in plan.reached],
        "unplanned": [{"question": u.finding.item.question, "reason": u.reason} for u in plan.unplanned],
        "left_out": {
            "steps": plan.left_out.steps,
            "hours": figure(plan.left_out.hours),
            "points": plan.left_out.points,
        },
    }


def _curve(plan: Plan, points: Iterable[CurvePoint]) -> list[Json]:
    return [{**_on_day(plan, point.day), "index": figure(point.index)} for point in points]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _on_day(plan: Plan, day: int) -> Json:
    return {"day": day, "date": _day(plan.date_of(day))}


def _figure(number: Fraction | None) -> Json | None:
    return None if number is None else figure(number)


def _band(band: Band | None) -> Json | None:
    return None if band is None else {"id": band.id, "title": band.title}


def _capacity(plan: Plan) -> Json:
    return {
        "hours": _figure(plan.capacity.hours),
        "first_day": _figure(plan.capacity.first_day),
        "source": plan.capacity.source,
    }


def _step(plan: Plan, step: Step, *, dated: bool) -> Json:
    """A step; `dates` are None for what is left for after election day."""
    return {
        "number": step.number,
        "kind": step.kind,
        "key": step.key,
        "title": step.title,
        "how": step.how,
        "owner": step.owner,
        "hours": figure(step.hours),
        "wait": step.wait,
        "dates": _dates(plan, step) if dated else None,
        "after": list(step.after),
        "action": None if step.action is None else step.action.id,
        "gate": None if step.gate is None else step.gate.gate.id,
        "rule": None if step.rule is None else step.rule.rule.id,
        "points": [_point(point) for point in step.points],
        "findings": [finding.item.question for finding in step.findings],
        "closes": [score.gate.id for score in step.closes],
        "severity": step.severity,
        "check": step.check,
        "above_target": step.above_target,
        "alone": figure(step.alone),
        "in_plan": figure(step.in_plan),
    }


def _dates(plan: Plan, step: Step) -> Json:
    return {
        "start": _on_day(plan, step.start),
        "worked": _on_day(plan, step.worked),
        "finish": _on_day(plan, step.finish),
        "latest_start": _on_day(plan, step.latest_start),
    }


def _point(point: OpenPoint) -> Json:
    return {
        "question": point.question.id,
        "text": point.question.text,
        "reason": point.reason,
        "role": point.question.role,
        "minutes": figure(point.question.minutes),
    }
