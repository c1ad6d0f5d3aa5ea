"""The result as JSON: exact fractions and decimals. The schema is `result.schema.json` in `schemas`.

`hustings score --json` prints it and every PDF contains it, so that a result can be read and checked without Hustings.
The meaning of a field never changes without a new `format_version`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from hustings import __version__
from hustings.answers.applicability import Applicability, standings
from hustings.answers.events import Answer, Answers, Event
from hustings.pack.model import Band, Pack
from hustings.pack.questionnaire import Question
from hustings.report.export.chapters_json import groundwork_json, rules_json, uses_json
from hustings.report.export.comparison_json import comparison_json
from hustings.report.export.figures_json import Json, answer, figure
from hustings.report.export.plan_json import plan_body
from hustings.report.export.robustness_json import robustness_json
from hustings.report.export.workshop_json import workshop_json
from hustings.scoring.completeness import complete
from hustings.scoring.plan.questions.next_question import Stake, stakes
from hustings.scoring.plan.steps import Plan
from hustings.scoring.progress.comparison import Comparison
from hustings.scoring.result import Bounds, DomainScore, Finding, GateScore, ItemScore, Result
from hustings.scoring.robustness.band_robustness import Robustness, robustness
from hustings.scoring.strengths import strengths
from hustings.scoring.workshop.disagreement import Disagreement

FORMAT_VERSION = 3
SCHEMA = Path(__file__).parent / "schemas" / "result.schema.json"


def result_json(
    result: Result,
    plan: Plan | None,
    answers: Answers,
    on: date | None = None,
    room: Disagreement | None = None,
    *,
    ranked: tuple[Stake, ...] | None = None,
    robust: Robustness | None = None,
    head: str = "",
    closed: Event | None = None,
    compared: Sequence[Comparison] = (),
) -> Json:
    """A result, its plan if there is one, and the answers it was made from, as plain JSON values.

    `on`: the day on which uses are judged and rules looked up; without it there are no rules. `room`: where the people
    of its workshop differed. `ranked`, `robust`: what is not known and how far the band depends on judgements, if that
    was computed before. `head`: that of the case file's history; `closed`: the event that closed it.
    `compared`: each assessment with the one before it, the latest last.
    """
    open_ = stakes(result) if ranked is None else ranked
    return {
        "format": "hustings-result",
        "format_version": FORMAT_VERSION,
        "hustings": __version__,
        "pack": _pack(result.pack),
        "head": head,
        "closed": closed and {"at": closed.at.isoformat(), "by": closed.by},
        "index": _triple(result.index),
        "raw": _triple(result.raw),
        "band": _band(result.band),
        "band_lo": _band(result.band_lo),
        "band_hi": _band(result.band_hi),
        "certain": result.certain,
        "provisional": result.provisional,
        "capped_by": list(result.capped_by),
        "coverage": figure(result.coverage),
        "completion": figure(result.completion),
        "confidence": _maybe(result.confidence),
        "claims": result.claims,
        "backed": result.backed,
        "complete": complete(result),
        "assured": figure(result.assured),
        "na_leverage": figure(result.na_leverage),
        "na_flags": list(result.na_flags),
        "split": {"unknowns": figure(result.split[0]), "votes": figure(result.split[1])},
        "robustness": None if result.provisional else robustness_json(robust or robustness(result)),
        "domains": [_domain(score) for score in result.domains],
        "gates": [_gate(score) for score in result.gates],
        "findings": [_finding(finding) for finding in result.findings],
        "open_points": [_open_point(stake) for stake in open_],
        "plan": None if plan is None else plan_body(plan),
        "strengths": [item.question for item in strengths(result)],
        "uses": uses_json(result, on),
        "groundwork": groundwork_json(result),
        "rules": None if on is None else rules_json(result, on),
        "workshop": None if room is None else workshop_json(room),
        "progress": comparison_json(compared[-1], compared) if compared else None,
        "answers": _answers(result.pack, answers),
    }


def _maybe(number: Fraction | None) -> Json | None:
    return None if number is None else figure(number)


def _triple(triple: Bounds) -> Json:
    return {"lo": figure(triple.lo), "pt": figure(triple.pt), "hi": figure(triple.hi)}


def _pack(pack: Pack) -> Json:
    return {
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "edition": pack.edition,
        "language": pack.language,
        "as_of": pack.as_of,
        "digest": pack.digest,
    }


def _band(band: Band) -> Json:
    return {"id": band.id, "title": band.title}


def _domain(score: DomainScore) -> Json:
    return {
        "id": score.domain.id,
        "title": score.domain.title,
        "weight": figure(score.domain.weight),
        "counts": score.counts,
        "exposure": _triple(score.exposure),
        "maturity": _triple(score.maturity),
        "required": _triple(score.required),
        "raw": _triple(score.raw),
        "readiness": _triple(score.readiness),
        "residual": _triple(score.residual),
        "residual_label": score.residual_label,
        "coverage": _maybe(score.coverage),
        "completion": _maybe(score.completion),
        "confidence": _maybe(score.confidence),
        "known_exposure": _maybe(score.known_exposure),
        "claims": score.claims,
        "backed": score.backed,
        "na_share": figure(score.na_share),
        "capped_by": list(score.capped_by),
        "items": [_item(item) for item in score.items],
    }


def _item(score: ItemScore) -> Json:
    return {
        "question": score.item.question,
        "kind": score.item.kind,
        "weight": figure(score.item.weight),
        "importance": score.item.importance,
        "state": str(score.state),
        "value": None if score.value is None else _triple(score.value),
    }


def _gate(score: GateScore) -> Json:
    return {
        "id": score.gate.id,
        "title": score.gate.title,
        "scope": score.gate.scope,
        "cap": figure(score.gate.cap),
        "status": score.status,
        "disputed": score.disputed,
        "unmet": list(score.unmet),
        "deciding": list(score.deciding),
        "stop": score.gate.stop,
        "open": score.gate.open,
    }


def _finding(finding: Finding) -> Json:
    return {
        "question": finding.item.question,
        "domain": finding.item.domain,
        "severity": finding.severity,
        "text": finding.says,
        "score": figure(finding.score),
        "may_change": finding.may_change,
        "alone": figure(finding.alone),
        "alone_raw": figure(finding.alone_raw),
        "gates": list(finding.gates),
        "actions": [action.id for action in finding.actions],
    }


def _open_point(stake: Stake) -> Json:
    point = stake.point
    return {
        "question": point.question.id,
        "text": point.question.text,
        "reason": point.reason,
        "asked": point.question.asked,
        "role": point.question.role,
        "minutes": figure(point.question.minutes),
        "items": list(point.items),
        "gates": [gate.gate.id for gate in point.gates],
        "decides": point.decides,
        "index": {"low": figure(stake.low), "high": figure(stake.high)},
        "behind_cap": figure(stake.behind_cap),
        "bands": [band.id for band in stake.bands],
        "bits": None if stake.bits is None else round(stake.bits, 10),
        "narrows": figure(stake.narrows),
    }


def _answers(pack: Pack, answers: Answers) -> list[Json]:
    """The answers on which a figure rests, in the pack's order, which does not tell the order of answering.

    One whose question is hidden for now, because its parent is open or too low, is among them: what an open point and
    an action would bring rests on it. An answer to a question that does not apply stays in the case file.
    """
    where = standings(pack, answers)
    kept = (q for q in pack.questions.values() if q.id in answers and where[q.id] is not Applicability.EXCLUDED)
    return [_answer(question, answers[question.id]) for question in kept]


def _answer(question: Question, given: Answer) -> Json:
    return {"question": question.id, "type": question.type, **answer(given)}
