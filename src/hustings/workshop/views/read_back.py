"""The read-back at the end of a workshop: decisions, open questions, evidence to bring, readiness, and the plan."""

from __future__ import annotations

from hustings.answers.workshop.state import QuestionState
from hustings.answers.workshop.workshop_log import EntryKind, LogEntry
from hustings.messages import english, long_date, say, several
from hustings.pack.questionnaire import Question
from hustings.scoring.completeness import all_clear
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.phrasing.plan_sentences import headline
from hustings.scoring.plan.phrasing.wording import line
from hustings.scoring.plan.questions.next_question import stakes
from hustings.scoring.result import Result, whole
from hustings.scoring.score import score
from hustings.scoring.workshop.decisions import decisions
from hustings.workshop.session.agenda.agenda import agenda, all_lines
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.views.page_state import answer_text, decision_view
from hustings.workshop.views.view import View

MOST = 6
"""How many gaps and unanswered questions are read aloud; the report has them all."""
LOG_KINDS = {
    EntryKind.NOTED: ("note", english("Note")),
    EntryKind.PARKED: ("parked", english("Parked")),
    EntryKind.FETCH: ("fetch", english("To fetch")),
}


def readback_view(session: Session) -> View:
    """The view of the read-back."""
    result = score(session.pack, session.answers)
    low, high = whole(result.index.lo, result.index.hi)
    decided = [(session.pack.questions[name], topic) for name, topic in session.room.topics.items() if topic.decision]
    return {
        "index": say("between {lo} and {hi}", lo=low, hi=high),
        "band": result.band_lo.title if result.certain else f"{result.band_lo.title} – {result.band_hi.title}",
        **_gaps_view(result),
        "plan": _plan_view(session, result),
        "decisions": [
            {"id": question.id, "text": question.text, **(decision_view(session.pack, question, topic) or {})}
            for question, topic in decided
        ],
        "open": _open(session),
        "corrections": _corrections(session) if session.room.finished else None,
        "fetch": [
            *(_evidence_view(question, topic) for question, topic in decided if _has_owner_or_due(topic)),
            *(log_view(session, entry) for entry in session.room.log if entry.kind is EntryKind.FETCH),
        ],
        "log": [log_view(session, entry) for entry in session.room.told if entry.kind is not EntryKind.FETCH],
    }


def _gaps_view(result: Result) -> View:
    """The known gaps and, separately, what is not known; a text says if nothing is missing."""
    gaps = [finding.says or finding.question.text for finding in result.findings]
    unknown = [_with_role(result, stake.point.question) for stake in stakes(result)]
    known_title = several(
        len(gaps), "{n} thing is not in place yet.", "{n} things are not in place yet, the gravest first."
    )
    return {
        "known": {"title": known_title, "lines": gaps[:MOST]},
        "unknown": {
            "title": several(len(unknown), "{n} thing is not known yet", "{n} things are not known yet"),
            "lines": unknown[:MOST],
        },
        "complete": all_clear(result),
    }


def _plan_view(session: Session, result: Result) -> View:
    """The sentence of the plan and its first steps, with the numbers that they have on every page."""
    plan = make_plan(result, clock(session.pack, session.answers, session.clock().date()))
    steps = [f"{step.number}. {line(session.pack, plan, step)}" for step in plan.steps[:MOST]]
    return {"title": say("The plan begins with this"), "lines": [headline(plan), *steps] if steps else []}


def _with_role(result: Result, question: Question) -> str:
    """A question with the role that knows the answer."""
    roles = {role.id: role.title for role in result.pack.questionnaire.roles}
    return f"{question.text} {roles[question.role]}." if question.role in roles else question.text


def _open(session: Session) -> list[View]:
    """The questions that are not settled, with their phases."""
    undecided = (line for line in all_lines(agenda(session)) if not line.done)
    return [{"text": line.question.text, "phase_text": say(PHASES[line.topic.phase])} for line in undecided]


def _corrections(session: Session) -> list[View]:
    """What was corrected since: each decision that was opened again, with the reason, and what stands now."""
    questions = session.pack.questions
    return [
        {
            "text": questions[one.question].text,
            "before": answer_text(questions[one.question], one.decision.answer),
            "now": answer_text(questions[one.question], session.answers.get(one.question)),
            "why": one.why,
        }
        for one in decisions(session.pack, session.journal.entries())
        if one.reopened
    ]


def _has_owner_or_due(topic: QuestionState) -> bool:
    return topic.decision is not None and bool(topic.decision.owner or topic.decision.due)


def _evidence_view(question: Question, topic: QuestionState) -> View:
    """Evidence that somebody promised with a decision."""
    assert topic.decision is not None
    due = topic.decision.due
    return {
        "kind": "fetch",
        "kind_text": say(LOG_KINDS[EntryKind.FETCH][1]),
        "question": question.text,
        "text": question.evidence,
        "owner": topic.decision.owner,
        "due": long_date(due) if due else "",
    }


def log_view(session: Session, entry: LogEntry) -> View:
    """One entry of the log: a note, something parked, or evidence to fetch."""
    question = session.pack.questions.get(entry.question)
    kind, title = LOG_KINDS[entry.kind]
    return {
        "kind": kind,
        "kind_text": say(title),
        "question": question.text if question else "",
        "text": entry.text or "; ".join(entry.notes),
        "owner": entry.owner,
        "due": long_date(entry.due) if entry.due else "",
    }
