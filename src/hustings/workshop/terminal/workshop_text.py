"""A workshop in lines of text: the question, the votes, the agenda and the read-back.

Lines are at most as wide as the terminal; width counts cells, because some letters take two. Colour or a drawing never
carries meaning alone: each bar stands after its count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hustings.answers.workshop.state import QuestionPhase
from hustings.answers.workshop.workshop_log import SETTLED, DecisionKind
from hustings.messages import say, several
from hustings.pack.questionnaire import Question
from hustings.problems import escaped
from hustings.scoring.workshop.vote_outcome import Status
from hustings.text import cells, wrapped
from hustings.workshop.session.agenda.agenda import AgendaLine, AgendaSection, disputes
from hustings.workshop.session.session import Session
from hustings.workshop.session.state_text import PHASES
from hustings.workshop.terminal.card_votes import cards
from hustings.workshop.views.console.agenda_view import effect_text
from hustings.workshop.views.page_state import question_view
from hustings.workshop.views.read_back import readback_view
from hustings.workshop.views.view import View
from hustings.workshop.views.vote_counts import rounds_view, vote_status

NARROWEST, WIDEST = 30, 100
BAR = 10
MANY = 12
"""If there are more choices than this, only those with votes are listed after a vote."""


def folded(text: str, width: int, prefix: str = "") -> Iterator[str]:
    """A text in lines of at most `width` cells; the first begins with `prefix`, the others are indented alike."""
    for paragraph in escaped(text, keep="\n\u00a0\u202f").split("\n"):
        indent = " " * cells(prefix)
        yield from wrapped(" ".join(filter(None, paragraph.split(" "))), width, prefix, indent, cut=False)
        prefix = indent


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
    """Every round that was shown, oldest first."""
    for number, shown in enumerate(rounds_view(session, question, session.topic(question.id)), start=1):
        said = [part for part in (shown["votes"], shown["abstained"], shown["chip"], shown["agreement"]) if part]
        summary = say("Round {n}: {said}.", n=number, said=", ".join(said))
        yield from folded(summary.replace(" %", "\u00a0%"), width)
        yield from folded(shown["few"], width) if shown["few"] else ()
        yield from _bars(question, shown["bars"], width)


def _bars(question: Question, bars: Sequence[View], width: int) -> Iterator[str]:
    for card, bar in zip(cards(question), bars, strict=False):
        if bar["count"] or len(bars) <= MANY:
            drawing = "#" * round(bar["share"] * BAR)
            yield from folded(bar["text"], width, f"  {card.label:>2} {bar['count']:>3}  {drawing:<{BAR}}  ")


def agenda_lines(session: Session, sections: Sequence[AgendaSection], width: int, *, everything: bool) -> Iterator[str]:
    """The agenda by section, with the numbers for `go`; settled questions only with `everything`."""
    number = 0
    for section in sections:
        done = sum(line.done for line in section.lines)
        yield from folded(
            say("{section}: {done} of {all} done", section=section.title, done=done, all=len(section.lines)), width
        )
        for line in section.lines:
            number += 1
            if everything or not line.done:
                yield from folded(_agenda_text(session, line), width, f"  {number:>3}  ")
    if unsettled := disputes(session, tuple(sections)):
        yield from folded(say("Voted on and not settled, the weightiest first:"), width)
        for dispute in unsettled:
            yield from folded(f"{dispute.line.question.text} ({effect_text(dispute.effect)})", width, "       ")


def _agenda_text(session: Session, line: AgendaLine) -> str:
    state = say("skipped") if line.skipped and not line.done else phase_text(session, line.question)
    gate = say("deal-breaker") if line.gate else ""
    details = ", ".join(part for part in (state, gate) if part)
    return f"{line.question.text} ({details})"


def phase_text(session: Session, question: Question) -> str:
    """The phase of a question, in a few words."""
    topic = session.topic(question.id)
    if topic.phase is QuestionPhase.DRAFT and question.id in session.answers:
        return say("answered before")
    if vote_status(session, topic) is Status.OTHERWISE:
        return say(SETTLED[DecisionKind.OTHERWISE])
    return say(PHASES[topic.phase])


def readback_lines(session: Session, width: int) -> Iterator[str]:
    """The decisions, the written notes, and the readiness that follows from them."""
    view = readback_view(session)
    yield from folded(say("Readiness {index}: {band}.", index=view["index"], band=view["band"]), width)
    for part in (view["known"], view["unknown"], view["plan"]):
        yield from folded(f"{part['title'].rstrip('.')}:", width) if part["lines"] else ()
        for line in part["lines"]:
            yield from folded(line, width, "     - ")
    yield from folded(view["complete"], width) if view["complete"] else ()
    yield from folded(several(len(view["decisions"]), "{n} decision:", "{n} decisions:"), width)
    for number, decision in enumerate(view["decisions"], start=1):
        yield from folded(decision["text"], width, f"  {number:>3}  ")
        yield from folded(f"{decision['answer']} ({decision['kind']})", width, "       ")
        for detail in (*voted_lines(decision), decision["rationale"], decision["dissent"], decision["dissent_text"]):
            yield from folded(detail, width, "       ") if detail else ()
    log = [*view["log"], *view["fetch"]]
    yield from folded(say("Notes, what was parked, and evidence to fetch:"), width) if log else ()
    for entry in log:
        yield from folded(log_text(entry), width, "     - ")


def voted_lines(decision: View) -> Iterator[str]:
    """The answer that the votes proposed, if the decision is another one."""
    if decision["voted"]:
        yield say("The votes said: {answer}.", answer=decision["voted"].rstrip("."))


def log_text(entry: View) -> str:
    """A line of the log."""
    owner = ", ".join(part for part in (entry["owner"], entry["due"]) if part)
    question = f"({entry['question']})" if entry["question"] else ""
    return " ".join(part for part in (f"{entry['kind_text']}:", entry["text"], question, owner) if part)
