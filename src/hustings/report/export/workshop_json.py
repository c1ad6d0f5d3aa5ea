"""A workshop for machines: counts, statuses, decisions; never who, and nothing of fewer than three votes."""

from __future__ import annotations

from hustings.answers.workshop.state import last_voted
from hustings.pack.questionnaire import Question
from hustings.report.export.figures_json import Json, answer, figure
from hustings.scoring.workshop.decisions import DecisionRecord
from hustings.scoring.workshop.disagreement import Area, Disagreement, QuestionHistory
from hustings.scoring.workshop.rounds import Round
from hustings.scoring.workshop.vote_outcome import FEWEST


def workshop_json(room: Disagreement) -> Json:
    """A workshop as JSON: decisions, disagreements and agreement by area; never who voted what."""
    low, high = room.ends
    return {
        "finished": room.finished,
        "decided": room.decided,
        "agreed": room.agreed,
        "unresolved": [one.question.id for one in room.left_open],
        "between": {"lo": figure(low), "hi": figure(high)},
        "disagreed": [one.question.id for one in room.disputed],
        "otherwise": [one.question.id for one in room.otherwise],
        "questions": [_heard(one) for one in room.heard],
        "areas": [_area(area) for area in room.areas],
        "alpha": [
            {
                "levels": len(one.rungs),
                "questions": one.questions,
                "alpha": None if one.figure is None else figure(one.figure),
            }
            for one in room.alphas
        ],
        "decisions": [_logged(line) for line in room.log],
    }


def _heard(heard: QuestionHistory) -> Json:
    return {
        "question": heard.question.id,
        "phase": str(heard.phase),
        "status": None if heard.status is None else str(heard.status),
        "rounds": [_round(heard.question, one) for one in heard.rounds],
        "points": figure(heard.effect.points),
        "gate_changes": heard.effect.gate_changes,
        "band_changes": heard.effect.band_changes,
        "notes": list(heard.notes),
        "later": heard.later,
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
    """What one or two votes amount to is a vote."""
    said = last_voted(line.seen)
    return said is not None and said.heard >= FEWEST


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
