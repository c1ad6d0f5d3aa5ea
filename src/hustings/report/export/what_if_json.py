"""A what-if as JSON: answers changed, result and plan before and after.

`hustings what-if --json` prints it. The schema is `what_if.schema.json` in `schemas`; the meaning of a field never
changes without a new `format_version`.
"""

from __future__ import annotations

from pathlib import Path

from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.plan.steps import Plan, Step
from hustings.scoring.plan.what_if import ChangedAnswer, WhatIf
from hustings.scoring.result import Result

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "what_if.schema.json"


def what_if_json(found: WhatIf) -> Json:
    """A what-if as plain JSON values."""
    return {
        "format": "hustings-what-if",
        "format_version": FORMAT_VERSION,
        "changes": [_change(change) for change in found.changes],
        "before": _side(found.before, found.plan_before),
        "after": _side(found.after, found.plan_after),
        "points": figure(found.points),
        "beyond_the_sum": figure(found.beyond),
        "gates": [
            {"id": gate.after.gate.id, "before": gate.before.status, "after": gate.after.status} for gate in found.gates
        ],
        "steps_added": [_step(step) for step in found.added],
        "steps_removed": [_step(step) for step in found.removed],
    }


def _change(change: ChangedAnswer) -> Json:
    return {
        "question": change.question.id,
        "before": None if change.before is None else answer(change.before),
        "after": answer(change.after),
        "alone": figure(change.alone),
        "counts": change.counts,
    }


def _side(result: Result, plan: Plan) -> Json:
    return {
        "index": {part: figure(getattr(result.index, part)) for part in ("lo", "pt", "hi")},
        "band": result.band.id,
        "band_lo": result.band_lo.id,
        "band_hi": result.band_hi.id,
        "certain": result.certain,
        "provisional": result.provisional,
        "plan": {"steps": [_step(step) for step in plan.steps], "hours": figure(plan.hours)},
    }


def _step(step: Step) -> Json:
    return {"number": step.number, "kind": step.kind, "key": step.key, "title": step.title, "hours": figure(step.hours)}
