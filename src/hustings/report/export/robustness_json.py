"""Robustness to weights as JSON: the share of ways to weigh that keep the band, and the changes that do not."""

from __future__ import annotations

from hustings.report.export.figures_json import Json, figure
from hustings.scoring.robustness.band_robustness import Robustness
from hustings.scoring.robustness.changed_judgements import JudgementChange
from hustings.scoring.robustness.draws import Spread


def robustness_json(found: Robustness) -> Json:
    """Robustness as plain JSON values; indexes of draws are decimals, since they are drawn."""
    return {
        "word": found.word,
        "weights": _spread(found.drawn.weights),
        "with_lambda": _spread(found.drawn.with_lambda),
        "tried": len(found.changes),
        "flips": [_change(change) for change in found.flips],
    }


def _spread(spread: Spread) -> Json:
    return {
        "draws": spread.draws,
        "share": figure(spread.share),
        "low": round(spread.low, 6),
        "high": round(spread.high, 6),
    }


def _change(change: JudgementChange) -> Json:
    return {
        "subject": change.subject,
        "name": change.name,
        "was": figure(change.was),
        "becomes": figure(change.becomes),
        "index": figure(change.index),
        "band": change.band.id,
    }
