"""A workshop as JSON: counts, statuses, decisions; never who voted, and no distribution of fewer than three votes."""

from __future__ import annotations

from hustings.answers.workshop.state import last_voted
from hustings.pack.questionnaire import Question
from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.workshop.decisions import DecisionRecord
from hustings.scoring.workshop.disagreement import Area, Disagreement, QuestionHistory
from hustings.scoring.workshop.rounds import Round
from hustings.scoring.workshop.vote_outcome import FEWEST


def workshop_json(disagreement: Disagreement) -> Json:
    """A workshop as JSON: decisions, disagreements and agreement by area; never who voted what."""
    low, high = disagreement.ends
    return {
        "finished": disagreement.finished,
        "decided": disagreement.decided,
        "agreed": disagreement.agreed,
        "unresolved": [one.question.id for one in disagreement.left_open],
        "between": {"lo": figure(low), "hi": figure(high)},
        "disagreed": [one.question.id for one in disagreement.disputed],
        "otherwise": [one.question.id for one in disagreement.otherwise],
        "questions": [_heard(one) for one in disagreement.heard],
        "areas": [_area(area) for area in disagreement.areas],
        "alpha": [
            {
                "levels": len(one.rungs),
                "questions": one.questions,
                "alpha": None if one.figure is None else figure(one.figure),
            }
            for one in disagreement.alphas
        ],
        "decisions": [_logged(line) for line in disagreement.log],
    }


def _heard(history: QuestionHistory) -> Json:
    return {
        "question": history.question.id,
        "phase": str(history.phase),
        "status": None if history.status is None else str(history.status),
        "rounds": [_round(history.question, one) for one in history.rounds],
        "points": figure(history.effect.points),
        "gate_changes": history.effect.gate_changes,
        "band_changes": history.effect.band_changes,
        "notes": list(history.notes),
        "later": history.later,
    }


def _round(question: Question, one: Round) -> Json:
    agreement = one.group.agreement if one.shown else None
    return {
        "round": one.number,
        "votes": one.said.heard,
        "status": str(one.group.status),
        "agreement": None if agreement is None else figure(agreement),
        "counts": _counts(question, one) if one.shown else None,
    }


def _counts(question: Question, one: Round) -> Json:
    return {
        "choices": {choice.id: one.said.count(choice.id) for choice in question.choices},
        "dont_know": one.said.dont_know,
        "not_applicable": one.said.not_applicable,
        "abstained": one.said.abstained,
    }


def _area(area: Area) -> Json:
    return {
        "domain": area.domain.id,
        "questions": area.questions,
        "shares": {str(status): figure(part) for status, part in area.shares},
        "moved": area.moved,
        "movement": None if area.movement is None else figure(area.movement),
        "unseen": area.unseen,
    }


def _may_be_told(line: DecisionRecord) -> bool:
    """Whether the outcome may be exported; that of one or two votes would reveal them."""
    votes = last_voted(line.seen)
    return votes is not None and votes.heard >= FEWEST


def _logged(line: DecisionRecord) -> Json:
    made = line.decision
    return {
        "question": line.question,
        "on": line.at.date().isoformat(),
        "kind": str(made.settled),
        "answer": answer(made.answer),
        "proposed": answer(made.proposed) if made.proposed and _may_be_told(line) else None,
        "rationale": made.rationale,
        "dissent": bool(made.dissent or made.dissent_text),
        "dissent_text": made.dissent_text,
        "owner": made.owner,
        "due": None if made.due is None else made.due.isoformat(),
        "reopened": line.reopened,
        "why": line.why,
    }
