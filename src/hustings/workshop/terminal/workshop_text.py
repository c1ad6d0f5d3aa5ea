"""A workshop in lines of text: the question, how the room voted, the agenda and the read-back.

Lines are as wide as the terminal and no wider; width counts cells, because some letters take two. Nothing is said by
colour or by a drawing alone: a bar stands behind its count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.answers.workshop.records import SETTLED, DecisionKind
from hustings.answers.workshop.state import QuestionPhase
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.problems import escaped
from hustings.scoring.workshop.vote_outcome import Status
from hustings.text import cells, wrapped
from hustings.workshop.session.agenda import AgendaLine, AgendaSection, disputes
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.terminal.card_votes import cards
from hustings.workshop.views.console import effect_text
from hustings.workshop.views.page_state import View, question_view, rounds_view, standing
from hustings.workshop.views.read_back import readback_view

NARROWEST, WIDEST = 30, 100
BAR = 10
MANY = 12
"""Of a list longer than this, only the choices that got votes are listed after a vote."""


def folded(text: str, width: int, lead: str = "") -> Iterator[str]:
    """A text in lines of at most `width` cells; the first begins with `lead`, the others as far in."""
    for paragraph in escaped(text, keep="\n\u00a0\u202f").split("\n"):
        indent = " " * cells(lead)
        yield from wrapped(" ".join(filter(None, paragraph.split(" "))), width, lead, indent, cut=False)
        lead = indent


def question_lines(session: Session, question: Question, width: int) -> Iterator[str]:
    """The question as it is read aloud, with the letters of its choices."""
    view = question_view(session.pack, question)
    yield from folded(view["section"], width)
    yield from folded(view["text"], width)
    yield from folded(view["help"], width) if view["help"] else ()
    if view["votable"]:
        for card in cards(question):
            yield from folded(card.text, width, f"  {card.label:>2}  ")
    if view["multiple"]:
        yield from folded(say("Several can be chosen."), width)


def vote_lines(session: Session, question: Question, width: int) -> Iterator[str]:
    """Every round that the room has seen, the last one last."""
    for number, seen in enumerate(rounds_view(session, question, session.topic(question.id)), start=1):
        said = [part for part in (seen["votes"], seen["abstained"], seen["chip"], seen["agreement"]) if part]
        told = say("Round {n}: {said}.", n=number, said=", ".join(said))
        yield from folded(told.replace(" %", "\u00a0%"), width)
        yield from folded(seen["few"], width) if seen["few"] else ()
        yield from _bars(question, seen["bars"], width)


def _bars(question: Question, bars: Sequence[View], width: int) -> Iterator[str]:
    for card, bar in zip(cards(question), bars, strict=False):
        if bar["count"] or len(bars) <= MANY:
            drawn = "#" * round(bar["share"] * BAR)
            yield from folded(bar["text"], width, f"  {card.label:>2} {bar['count']:>3}  {drawn:<{BAR}}  ")


def agenda_lines(session: Session, parts: Sequence[AgendaSection], width: int, *, whole: bool) -> Iterator[str]:
    """The agenda by section, with the numbers to go to; what is done only if it is asked for."""
    number = 0
    for part in parts:
        done = sum(line.done for line in part.lines)
        yield from folded(
            say("{section}: {done} of {all} done", section=part.title, done=done, all=len(part.lines)), width
        )
        for line in part.lines:
            number += 1
            if whole or not line.done:
                yield from folded(_agenda_text(session, line), width, f"  {number:>3}  ")
    if open_ := disputes(session, tuple(parts)):
        yield from folded(say("Voted on and not settled, the weightiest first:"), width)
        for dispute in open_:
            yield from folded(f"{dispute.line.question.text} ({effect_text(dispute.effect)})", width, "       ")


def _agenda_text(session: Session, line: AgendaLine) -> str:
    state = phase_text(session, line.question)
    gate = say("deal-breaker") if line.gate else ""
    said = ", ".join(part for part in (state, gate) if part)
    return f"{line.question.text} ({said})"


def phase_text(session: Session, question: Question) -> str:
    """Where a question stands, in two words."""
    topic = session.topic(question.id)
    if topic.phase is QuestionPhase.DRAFT and question.id in session.answers:
        return say("answered before")
    if standing(session, topic) is Status.OTHERWISE:
        return say(SETTLED[DecisionKind.OTHERWISE])
    return say(PHASES[topic.phase])


def readback_lines(session: Session, width: int) -> Iterator[str]:
    """What was decided, what is written down, and where the campaign stands with it."""
    view = readback_view(session)
    yield from folded(say("Readiness {index}: {band}.", index=view["index"], band=view["band"]), width)
    for part in (view["known"], view["unknown"]):
        yield from folded(f"{part['title'].rstrip('.')}:", width) if part["lines"] else ()
        for told in part["lines"]:
            yield from folded(told, width, "     - ")
    yield from folded(view["complete"], width) if view["complete"] else ()
    yield from folded(several(len(view["decisions"]), "{n} decision:", "{n} decisions:"), width)
    for number, made in enumerate(view["decisions"], start=1):
        yield from folded(made["text"], width, f"  {number:>3}  ")
        yield from folded(f"{made['answer']} ({made['kind']})", width, "       ")
        for beside in (*voted_lines(made), made["rationale"], made["dissent"], made["dissent_text"]):
            yield from folded(beside, width, "       ") if beside else ()
    log = [*view["log"], *view["fetch"]]
    yield from folded(say("Notes, what was parked, and evidence to fetch:"), width) if log else ()
    for entry in log:
        yield from folded(logged(entry), width, "     - ")


def voted_lines(made: View) -> Iterator[str]:
    """What the votes said, beside a decision that is something else."""
    if made["voted"]:
        yield say("The votes said: {answer}.", answer=made["voted"].rstrip("."))


def logged(entry: View) -> str:
    """A line of the log."""
    whose = ", ".join(part for part in (entry["owner"], entry["due"]) if part)
    about = f"({entry['question']})" if entry["question"] else ""
    return " ".join(part for part in (f"{entry['kind_text']}:", entry["text"], about, whose) if part)
