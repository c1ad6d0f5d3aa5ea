"""What an upgrade of the pack does to an assessment, as JSON.

`hustings upgrade --json` prints it. The schema is `upgrade.schema.json` in `schemas`; the meaning of a field never
changes without a new `format_version`.
"""

from __future__ import annotations

from pathlib import Path

from hustings.answers.versions.pack_upgrade import PackUpgrade
from hustings.pack.questionnaire import Question
from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.progress.upgrade_sentences import Scored

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "upgrade.schema.json"


def upgrade_json(
    change: PackUpgrade, then: Scored | None, now: Scored, asked: tuple[Question, ...], *, recorded: bool
) -> Json:
    """An upgrade as plain JSON values. `then` is None where the old pack is not known; `asked`: the new questions."""
    return {
        "format": "hustings-upgrade",
        "format_version": FORMAT_VERSION,
        "recorded": recorded,
        "then": None if then is None else _scored(then),
        "now": _scored(now),
        "kept": change.kept,
        "moved": [
            {"from": one.old, "to": one.new, "before": answer(one.before), "after": answer(one.after)}
            for one in change.moved
        ],
        "dropped": [
            {"question": one.question, "answer": answer(one.answer), "reason": one.reason} for one in change.dropped
        ],
        "new_questions": [question.id for question in asked],
    }


def _scored(one: Scored) -> Json:
    result = one.result
    return {
        "version": one.pack.version,
        "digest": one.pack.digest,
        "provisional": result.provisional,
        "index": {"lo": figure(result.index.lo), "pt": figure(result.index.pt), "hi": figure(result.index.hi)},
        "band": result.band.id,
        "gates": {gate.gate.id: gate.status for gate in result.gates},
        "domains": [domain.domain.id for domain in result.domains],
        "steps": [step.key for step in (*one.plan.steps, *one.plan.later)],
    }
