"""Two or more assessments of one campaign as JSON: what changed, and the exact parts of each change.

`hustings compare --json` prints it. The schema is `comparison.schema.json` in `schemas`; the meaning of a field never
changes without a new `format_version`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.plan.steps import Step
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.comparison import Comparison, GateChange
from hustings.scoring.progress.law_then_and_now import RuleThenAndNow
from hustings.scoring.progress.moved_answers import MovedAnswer
from hustings.scoring.progress.shapley import CAUSES, Change
from hustings.scoring.result import GateScore, Result
from hustings.scoring.rules import RuleStanding

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "comparison.schema.json"


def comparison_json(found: Comparison, trend: Sequence[Comparison] = ()) -> Json:
    """A comparison as plain JSON values; `trend` are the comparisons of each assessment with the one before."""
    return {
        "format": "hustings-comparison",
        "format_version": FORMAT_VERSION,
        "then": _assessment(found.then, found.result_then),
        "now": _assessment(found.now, found.result_now),
        "provisional": found.provisional,
        "index": _change(found.index),
        "worst_case": _change(found.lo),
        "best_case": _change(found.hi),
        "before_caps": _change(found.raw),
        "bands": _change(found.band),
        "domains": [{"id": one.domain.id, "readiness": _change(one.readiness)} for one in found.domains],
        "domains_added": [one.id for one in found.domains_added],
        "domains_gone": [one.id for one in found.domains_gone],
        "gates": [_gate(one) for one in found.gates],
        "rules": [_rule(one) for one in found.duties],
        "answers": [_moved(one) for one in found.answers],
        "plan": {"done": [_step(one) for one in found.plan.done], "open": [_step(one) for one in found.plan.open]},
        "questions": {
            "added": [question.id for question in found.questions.added],
            "gone": [question.id for question in found.questions.gone],
            "renamed": [{"then": old, "now": new} for old, new in found.questions.renamed],
        },
        "days_left": {"then": found.calendar.days_then, "now": found.calendar.days_now},
        "trend": _trend(trend),
    }


def _assessment(one: ComparedAssessment, result: Result) -> Json:
    return {
        "title": one.title,
        "on": one.on.isoformat(),
        "head": one.head,
        "pack": {key: getattr(one.pack, key) for key in ("id", "version", "digest", "edition")},
        "index": {part: figure(getattr(result.index, part)) for part in ("lo", "pt", "hi")},
        "band": result.band.id,
        "assured": figure(result.assured),
        "coverage": figure(result.coverage),
        "provisional": result.provisional,
    }


def _change(change: Change) -> Json:
    return {
        "then": figure(change.then),
        "now": figure(change.now),
        "change": figure(change.total),
        "parts": {cause: figure(change.parts.of(cause)) for cause in CAUSES},
    }


def _gate(one: GateChange) -> Json:
    return {"id": one.gate.id, "then": _status(one.then), "now": _status(one.now), "depth": _change(one.depth)}


def _status(gate: GateScore | None) -> str | None:
    return None if gate is None else gate.status


def _rule(one: RuleThenAndNow) -> Json:
    rule = one.rule
    return {
        "place": rule.place.id,
        "id": rule.rule.id,
        "then": _stands(one.then),
        "now": _stands(one.now),
        "breached": _change(one.breach),
    }


def _stands(standing: RuleStanding | None) -> str | None:
    return None if standing is None else standing.stands


def _moved(one: MovedAnswer) -> Json:
    then, now = (None if one_answer is None else answer(one_answer) for one_answer in (one.before, one.after))
    return {
        "question": one.question.id,
        "then": then,
        "now": now,
        "gain": figure(one.gain),
        "of": "law" if one.of_law else "campaign",
    }


def _step(step: Step) -> Json:
    return {"number": step.number, "kind": step.kind, "key": step.key, "title": step.title}


def _trend(trend: Sequence[Comparison]) -> list[Json]:
    if not trend:
        return []
    first = {"assessment": _assessment(trend[0].then, trend[0].result_then), "index": None}
    return [
        first,
        *({"assessment": _assessment(one.now, one.result_now), "index": _change(one.index)} for one in trend),
    ]
