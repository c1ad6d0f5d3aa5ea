"""The projector's pages between questions: a break with the progress so far, the read-back, and the end.

The index is an interval, and provisional until nothing is open. Steps name roles of the pack, never people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from hustings.answers.workshop.state import QuestionState
from hustings.answers.workshop.workshop_log import DecisionKind
from hustings.messages import english, say, several
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.phrasing.wording import due, length, owner, title
from hustings.scoring.result import Result, whole
from hustings.scoring.workshop.decisions import by_counts
from hustings.scoring.workshop.time_budget import duration
from hustings.scoring.workshop.time_spent import time_forecast
from hustings.scoring.workshop.vote_outcome import STATUS, Status
from hustings.workshop.session.agenda.agenda import AgendaSection, agenda, all_lines, forecast, scored
from hustings.workshop.session.session import Session
from hustings.workshop.views.page_state import answer_text
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import vote_status

LINES = 5
"""Lines of the read-back on one page."""
STEPS = 3
AGREED = (DecisionKind.UNANIMOUS, DecisionKind.AGREED, DecisionKind.CONSENT)

# --- the index so far --------------------------------------------------------------------------------------------


def index_view(session: Session, *, last: bool = False) -> View | None:
    """The index as an interval on the scale of bands; None while nothing is scored."""
    result = scored(session)
    if result is None:
        return None
    low, high = whole(result.index.lo, result.index.hi)
    return {
        "value": low if result.index.lo == result.index.hi else say("{low} to {high}", low=low, high=high),
        "says": _at_the_end(result) if last else _provisional(result),
        "low": float(result.index.lo),
        "high": float(result.index.hi),
        "bands": [
            {"title": band.title, "from": float(band.start), "reached": _reached(result, band.id)}
            for band in result.pack.rubric.bands
        ],
    }


def _reached(result: Result, band: str) -> bool:
    names = [one.id for one in result.pack.rubric.bands]
    return names.index(result.band_lo.id) <= names.index(band) <= names.index(result.band_hi.id)


def _provisional(result: Result) -> str:
    return several(
        len(result.open_points),
        "readiness index out of 100, provisional: {n} answer is still open",
        "readiness index out of 100, provisional: {n} answers are still open",
    )


def _at_the_end(result: Result) -> str:
    ends = say("{low} to {high}", low=result.band_lo.title, high=result.band_hi.title)
    band = result.band_lo.title if result.certain else ends
    if not (left := len(result.open_points)):
        return say("readiness index out of 100: {band}.", band=band)
    return several(
        left,
        "readiness index out of 100: {band}. {n} answer is open.",
        "readiness index out of 100: {band}. {n} answers are open.",
        band=band,
    )


# --- a break -----------------------------------------------------------------------------------------------------


def break_view(session: Session) -> View:
    """The parts that are done, how far the room agreed, what comes next, the index so far, and when it goes on."""
    sections = agenda(session)
    done = [all(line.done for line in part.lines) for part in sections]
    until = session.projection.until
    return {
        "title": say("{done} of {all} parts are done", done=sum(done), all=len(sections)),
        "line": " ".join(_so_far(session, sections, done)),
        "parts": list(_parts(session, sections, done)),
        "index": index_view(session),
        "back": say("Back at {time}", time=f"{until.astimezone():%H:%M}") if until else "",
    }


def _so_far(session: Session, sections: tuple[AgendaSection, ...], done: list[bool]) -> Iterator[str]:
    made = [topic for topic in session.room.topics.values() if topic.decision is not None and topic.seen]
    agreed = sum(_settled(session, topic) in AGREED for topic in made)
    if made:
        yield say("Agreed on {n} of {all}.", n=agreed, all=len(made))
    late = time_forecast(session.pack, session.room, forecast(session), session.clock()).late
    if late is not None:
        yield several(late, "{n} minute late.", "{n} minutes late.") if late > 0 else say("On time.")
    if not all(done):
        yield _following(sections[done.index(False)])


def _following(part: AgendaSection) -> str:
    """The part that comes next, and that it begins with what a deal-breaker needs, if it does."""
    first = next(line for line in part.lines if not line.done)
    said = english("Next: {section}, the deal-breakers first.") if first.gate else english("Next: {section}.")
    return say(said, section=part.title)


def _settled(session: Session, topic: QuestionState) -> DecisionKind | None:
    question = session.pack.questions.get(topic.question)
    if topic.decision is None or question is None:
        return None
    return by_counts(session.pack, question, topic.seen, topic.decision).settled


def _parts(session: Session, sections: tuple[AgendaSection, ...], done: list[bool]) -> Iterator[View]:
    """Each part with its questions, those done, and the minutes that it still takes."""
    minutes = {block.section.title: block.minutes for block in forecast(session).blocks if block.section}
    following = done.index(False) if False in done else -1
    for place, part in enumerate(sections):
        settled, everything = sum(line.done for line in part.lines), len(part.lines)
        left = minutes.get(part.title, 0)
        says = say("{n} of {all}", n=settled, all=everything)
        if settled < everything and left:
            says = say("{n} of {all}, {time} left", n=settled, all=everything, time=_short(ceil(left)))
        yield {"title": part.title, "done": settled, "all": everything, "says": says, "now": place == following}


def _short(minutes: int) -> str:
    """A length of time in as few letters as there is room for."""
    return say("{n} min", n=minutes) if minutes < 60 else duration(minutes)  # noqa: PLR2004 - minutes in an hour


# --- the read-back ------------------------------------------------------------------------------------------------


def read_back_page(session: Session, pack: Pack) -> View:
    """One page of the decisions, in the order of the agenda: question, answer, and how the room came to it."""
    decided = _decided(session)
    pages = max(1, ceil(len(decided) / LINES))
    page = min(session.projection.page, pages)
    here = decided[(page - 1) * LINES : page * LINES]
    return {
        "lines": [_line(session, pack.questions[question.id], topic) for question, topic in here],
        "page": page,
        "pages": pages,
        "says": say("Page {page} of {pages}. Corrections keep their history.", page=page, pages=pages),
    }


def read_back_pages(session: Session) -> int:
    """How many pages the read-back has on the projector."""
    made = sum(topic.decision is not None for topic in session.room.topics.values())
    return max(1, ceil(made / LINES))


def _decided(session: Session) -> list[tuple[Question, QuestionState]]:
    lines = all_lines(agenda(session))
    return [(line.question, line.topic) for line in lines if line.topic.decision is not None]


def _line(session: Session, question: Question, topic: QuestionState) -> View:
    assert topic.decision is not None
    settled = _settled(session, topic)
    status = vote_status(session, topic)
    chip = say(STATUS[status]) if status else ""
    if settled is DecisionKind.UNRESOLVED:
        chip, kind = say(LEFT_OPEN), "left"
    elif settled is DecisionKind.OTHERWISE:
        chip, kind = say(NOT_THE_VOTE), Status.OTHERWISE.value
    elif settled is DecisionKind.RECORDED:
        chip, kind = say(NO_VOTE), "recorded"
    else:
        kind = status.value if status else ""
    return {
        "question": question.text,
        "answer": topic.decision.rationale
        if settled is DecisionKind.UNRESOLVED and topic.decision.rationale
        else answer_text(question, topic.decision.answer),
        "chip": chip,
        "status": kind,
    }


LEFT_OPEN, NOT_THE_VOTE, NO_VOTE = english("Left open"), english("Not the vote"), english("No vote")


# --- the end -------------------------------------------------------------------------------------------------------


def end_view(session: Session) -> View:
    """Where the campaign stands, and the first steps of its plan."""
    return {"index": index_view(session, last=True), "steps": list(_first_steps(session))}


def _first_steps(session: Session) -> tuple[Mapping[str, str], ...]:
    """The first steps of the plan of today; worked out once for the same answers."""
    day, known = session.clock().date(), session.derived.first_steps
    result = scored(session)
    if result is None:
        return ()
    if day not in known:
        plan = make_plan(result, clock(session.pack, session.answers, day))
        known[day] = tuple(
            {
                "due": due(plan, step),
                "title": title(step),
                "who": say("{owner}, {hours}", owner=owner(session.pack, step), hours=length(step)),
            }
            for step in plan.steps[:STEPS]
        )
    return known[day]
