"""A row of the rubric's query beside what the exact scorer says of the same answers."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.answers.events import Answer
from hustings.pack.model import Pack
from hustings.portfolio.rubric_sql.findings.finding_columns import LABELS
from hustings.portfolio.rubric_sql.findings.point_columns import NOT_AGREED, NOT_KNOWN
from hustings.problems import InputError
from hustings.scoring.result import Result
from hustings.scoring.score import score

CLOSE = 1e-9
ENDS = ("lo", "pt", "hi")


def differences(pack: Pack, answers: Mapping[str, Answer], row: Mapping[str, object]) -> list[str]:
    """What a row of the query says otherwise than the exact scorer."""
    try:
        result = score(pack, answers)
    except InputError:
        return [] if row["index_pt"] is None else ["index_pt"]
    numbers, words = _numbers(result), _words(result)
    apart = [name for name, exact in numbers.items() if not _same(row[name], exact)]
    return [*apart, *(name for name, word in words.items() if row[name] != word)]


def _numbers(result: Result) -> dict[str, float | None]:
    return {
        **{f"index_{end}": float(getattr(result.index, end)) for end in ENDS},
        **{f"raw_{end}": float(getattr(result.raw, end)) for end in ENDS},
        **{
            f"{one.domain.id}_{end}": float(getattr(one.readiness, end)) if one.counts else None
            for one in result.domains
            for end in ENDS
        },
        **{
            f"{one.domain.id}_coverage": None if one.coverage is None else float(one.coverage)
            for one in result.domains
        },
        "coverage": float(result.coverage),
    }  # fmt: skip


def _words(result: Result) -> dict[str, object]:
    bands = {"band": result.band.id, "band_lo": result.band_lo.id, "band_hi": result.band_hi.id}
    gates = {f"gate_{gate.gate.id}": gate.status for gate in result.gates}
    return {**bands, **gates, "provisional": result.provisional}


def _same(value: object, exact: float | None) -> bool:
    if value is None or exact is None:
        return value is exact
    assert isinstance(value, int | float)
    return abs(value - exact) <= CLOSE


def found_alike(pack: Pack, answers: Mapping[str, Answer], row: Mapping[str, object]) -> bool:
    """Whether a row has the findings and open points of the exact scorer."""
    try:
        result = score(pack, answers)
    except InputError:
        return row["index_pt"] is None
    findings = {f"finding_{one.item.question}": LABELS[one.severity] for one in result.findings}
    points = {
        f"open_{one.question.id}": NOT_AGREED if one.reason == "disputed" else NOT_KNOWN for one in result.open_points
    }
    told = {name: value for name, value in row.items() if name.startswith(("finding_", "open_")) and value is not None}
    return {**findings, **points} == told
