"""The agreement of two assessors as JSON: exact and as decimals. The schema is `agreement.schema.json` in `schemas`.

`hustings agree --json` prints it. The meaning of a field never changes without a new `format_version`.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from hustings import __version__
from hustings.answers.events import Answer
from hustings.frozen_records import dataclass
from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.raters.answer_pairs import AnswerPair, Kind
from hustings.scoring.raters.rater_agreement import Difference, RaterAgreement, Taken
from hustings.scoring.raters.scale_agreement import ScaleAgreement
from hustings.scoring.result import Result

FORMAT_VERSION = 1
SCHEMA = Path(__file__).parent / "schemas" / "agreement.schema.json"


@dataclass(frozen=True, slots=True)
class AssessmentIdentity:
    """Which assessment it is: its file's name, its title, who began it, and the head of its history."""

    file: str
    title: str
    by: str
    head: str


def agreement_json(found: RaterAgreement, first: AssessmentIdentity, second: AssessmentIdentity) -> Json:
    """The agreement as plain JSON values. Of two answers, the one of A stands first."""
    pack = found.first.pack
    return {
        "format": "hustings-agreement",
        "format_version": FORMAT_VERSION,
        "hustings": __version__,
        "pack": {"id": pack.id, "version": pack.version, "edition": pack.edition, "digest": pack.digest},
        "assessments": [_assessment(first, found.first), _assessment(second, found.second)],
        "counts": {str(kind): found.count(kind) for kind in Kind},
        "percent_agreement": _figure(found.share),
        "scales": [_scale(one) for one in found.scales],
        "different": [_difference(one) for one in found.different],
        "one_knows": [_difference(one) for one in found.unknown],
        "pairs": [_pair(pair) for pair in found.pairs],
    }


def _figure(number: Fraction | None) -> Json | None:
    return None if number is None else figure(number)


def _assessment(one: AssessmentIdentity, result: Result) -> Json:
    return {
        "file": one.file,
        "title": one.title,
        "by": one.by,
        "head": one.head,
        "index": {part: figure(getattr(result.index, part)) for part in ("lo", "pt", "hi")},
        "band": result.band.id,
        "provisional": result.provisional,
    }


def _scale(one: ScaleAgreement) -> Json:
    return {
        "scale": one.scale,
        "levels": list(one.levels),
        "units": one.units,
        "alike": one.alike,
        "alpha": _figure(one.alpha),
        "why": one.why,
    }


def _pair(pair: AnswerPair) -> Json:
    return {"question": pair.question.id, "kind": str(pair.kind)}


def _difference(one: Difference) -> Json:
    return {
        "question": one.pair.question.id,
        "answers": [_answer(one.pair.first), _answer(one.pair.second)],
        "points": figure(one.points),
        "if_taken": [_taken(one.first), _taken(one.second)],
    }


def _answer(given: Answer | None) -> Json | None:
    """One answer; the votes of one that was left open in a workshop are not included."""
    return None if given is None else {name: part for name, part in answer(given).items() if name != "votes"}


def _taken(taken: Taken | None) -> Json | None:
    if taken is None:
        return None
    return {
        "index": {"before": figure(taken.before.index), "after": figure(taken.after.index)},
        "band": {"before": taken.before.band.id, "after": taken.after.band.id},
        "gates_met": [gate.id for gate in taken.mends],
        "gates_not_met": [gate.id for gate in taken.fails],
    }
