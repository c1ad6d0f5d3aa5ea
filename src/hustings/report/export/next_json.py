"""The next questions as JSON: what to ask, whom, what it tells, and whether asking may stop.

`hustings next --json` prints it. The schema is `next.schema.json` in `schemas`; the meaning of a field never changes
without a new `format_version`.
"""

from __future__ import annotations

from pathlib import Path

from hustings.report.export.figures_json import Json, figure
from hustings.scoring.plan.questions.next_question import Ranking, Stake
from hustings.scoring.plan.questions.stop_rule import StopRule, next_stakes

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "next.schema.json"


def next_json(rule: StopRule, ranked: Ranking) -> Json:
    """The next questions and the stop rule as plain JSON values. `bits` are null where there are too many ways."""
    odds = ranked.odds
    return {
        "format": "hustings-next",
        "format_version": FORMAT_VERSION,
        "may_stop": rule.may_stop,
        "why": rule.why,
        "band": rule.band.id,
        "probability": None if rule.probability is None else figure(rule.probability),
        "odds": None if odds is None else {name: figure(share) for name, share in odds.items()},
        "open": len(ranked.stakes),
        "questions": [_question(stake) for stake in next_stakes(rule, ranked)],
    }


def _question(stake: Stake) -> Json:
    question = stake.point.question
    return {
        "question": question.id,
        "text": question.text,
        "role": question.role,
        "minutes": figure(question.minutes),
        "decides": stake.point.decides,
        "bits": None if stake.bits is None else round(stake.bits, 10),
        "narrows": figure(stake.narrows),
        "bands": [band.id for band in stake.bands],
    }
